//! The checks: typed arguments, no JSON.

#[cfg(feature = "process")]
mod permitted;
#[cfg(not(feature = "process"))]
#[path = "check/no_process.rs"]
mod permitted;

use interlink::consent::PurposeRef;
use interlink::kernel::Engine;
use interlink::types::{HostId, Timestamp};

use crate::engine::InterlinkEngine;
use crate::result::{Fault, Given, InterlinkResult, InterlinkStatus, guard};
use crate::text::{InterlinkBytes, null, values};

/// May this person do this here?
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkQuestion {
    /// The person, by your id.
    pub actor: InterlinkBytes,
    /// The permission, for example "task.start".
    pub permission: InterlinkBytes,
    /// The process: its id in hexadecimal.
    pub process: InterlinkBytes,
    /// The phase, objective or task: its id in hexadecimal. Empty: the process as a whole.
    pub item: InterlinkBytes,
    /// The time: milliseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
}

/// May this person's data be processed for this purpose?
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkConsentQuestion {
    /// The data subject, by your id.
    pub person: InterlinkBytes,
    /// The controller: the organisation's id in hexadecimal.
    pub organisation_id: InterlinkBytes,
    /// The purpose: its name in the organisation's notices.
    pub purpose: InterlinkBytes,
    /// The time: milliseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
}

/// Checks whether people may do things: count questions, whose answers are written to allowed, in order. Consecutive
/// questions about the same process are answered on the same state of it. Nothing is allocated for you to free, unless
/// there is a problem.
///
/// On success the result is empty; a denial is an answer, not a problem. An unknown person is denied. On any other
/// status all answers are false, and the problem's path begins with the index of the question, from 0: "/3/item".
///
/// For the reasons of a denial, send interlink_request {"check": …}.
///
/// # Safety
/// engine is open; questions points to count questions and allowed to room for count answers; result is NULL or a
/// result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_check(
    engine: *const InterlinkEngine,
    questions: *const InterlinkQuestion,
    count: usize,
    allowed: *mut bool,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let ask = permitted::answer;
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_questions(engine, (questions, count), allowed, result, ask) }
}

/// Checks whether people's data may be processed: count questions, whose answers are written to allowed, in order.
/// Absent, unknown or ended consent is denied.
///
/// The first call reads all consents, which takes a while; later ones take well under a microsecond each. On success
/// the result is empty. On any other status all answers are false, and the problem's path begins with the index of the
/// question, from 0.
///
/// For the reasons of a denial, send interlink_request {"consent": …}.
///
/// # Safety
/// As for interlink_check.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_check_consent(
    engine: *const InterlinkEngine,
    questions: *const InterlinkConsentQuestion,
    count: usize,
    allowed: *mut bool,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let ask = |engine: &Engine, questions: &[InterlinkConsentQuestion], answers: Answers| {
        let consents = engine.consents()?;
        answer_all(questions, answers, |question| {
            // SAFETY: the caller vouches for what the question points to.
            let [person, organisation, purpose] = unsafe {
                [
                    question.person.text("person")?,
                    question.organisation_id.text("organisation_id")?,
                    question.purpose.text("purpose")?,
                ]
            };
            let person: HostId = person.parse().map_err(Fault::value("/person"))?;
            let purpose = PurposeRef {
                organisation_id: organisation.parse().map_err(Fault::value("/organisation_id"))?,
                purpose: purpose.parse().map_err(Fault::value("/purpose"))?,
            };
            let at = Timestamp::from_millis(question.at).map_err(Fault::value("/at"))?;
            Ok(consents.check_host(&person, &purpose, at)?.allowed)
        })
    };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_questions(engine, (questions, count), allowed, result, ask) }
}

/// Where the answers are written.
#[derive(Clone, Copy)]
struct Answers {
    first: *mut bool,
    count: usize,
}

impl Answers {
    fn write(self, nth: usize, answer: bool) {
        if nth < self.count {
            // SAFETY: whoever made it vouches for room for so many.
            unsafe { self.first.add(nth).write(answer) };
        }
    }

    /// Unanswered questions are denied.
    fn deny(self) {
        (0..self.count).for_each(|nth| self.write(nth, false));
    }
}

/// Answers each question; a fault names the question by its index.
fn answer_all<Q>(
    questions: &[Q],
    answers: Answers,
    mut answer: impl FnMut(&Q) -> Result<bool, Fault>,
) -> Result<Given, Fault> {
    for (nth, question) in questions.iter().enumerate() {
        answers.write(nth, answer(question).map_err(|fault| fault.within(&format!("/{nth}")))?);
    }
    Ok(Given::Nothing)
}

/// # Safety
/// As for the exported functions.
unsafe fn on_questions<Q>(
    engine: *const InterlinkEngine,
    (questions, count): (*const Q, usize),
    allowed: *mut bool,
    result: *mut InterlinkResult,
    ask: impl FnOnce(&Engine, &[Q], Answers) -> Result<Given, Fault>,
) -> InterlinkStatus {
    let mut written = None;
    let body = || {
        // SAFETY: the caller vouches for each pointer.
        let questions = unsafe { values(questions, count, "questions") }?;
        if allowed.is_null() && count > 0 {
            return Err(null("allowed").into());
        }
        let answers = *written.insert(Answers { first: allowed, count });
        // SAFETY: the caller vouches for NULL or an open engine.
        ask(unsafe { InterlinkEngine::get(engine) }?, questions, answers)
    };
    // SAFETY: the caller vouches for each pointer.
    let status = unsafe { guard(result, body) };
    if status != InterlinkStatus::Ok {
        written.into_iter().for_each(Answers::deny);
    }
    status
}
