//! What a call gives back, and the one guard that every exported body runs in.

use std::ffi::c_char;
use std::panic::{AssertUnwindSafe, catch_unwind};

use interlink::Error;
use interlink::kernel::{Answered, Engine, Kind, Outcome};
use interlink::problem::{Code, Problem};
use interlink::types::{InputFault, ValueFault};

/// What became of a call. The numbers never change and none is given anew; new ones may come, so treat one that you do
/// not know as a no.
#[repr(u32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterlinkStatus {
    /// It was done; the result holds what was asked for.
    Ok = 0,
    /// The rules do not allow it, and nothing was changed. Show the sentence and the reasons.
    Refused = 1,
    /// What was sent is malformed. The problem's path names the place.
    Malformed = 2,
    /// What was named is not there.
    Unknown = 3,
    /// Somebody else was first, and nothing was changed. Look again, and send it again.
    Conflict = 4,
    /// The store cannot do it now.
    Store = 5,
    /// The record, or a bundle of it, is not what it should be.
    Record = 6,
    /// The call itself is wrong: a pointer that is NULL, a text that is no UTF-8, a length that cannot be.
    Call = 7,
    /// The library failed inside. Nothing was changed, and the engine can be used on. Please report it.
    Panic = 8,
}

impl From<Kind> for InterlinkStatus {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Refused => Self::Refused,
            Kind::Malformed => Self::Malformed,
            Kind::Unknown => Self::Unknown,
            Kind::Conflict => Self::Conflict,
            Kind::Store => Self::Store,
            Kind::Record => Self::Record,
            Kind::Call => Self::Call,
            Kind::Panic => Self::Panic,
        }
    }
}

/// What a call gives back beside its status: bytes that are yours until you give them to interlink_result_free.
///
/// In all but interlink_export they are JSON in UTF-8: {"ok": …} or {"problem": …}; docs/schema says what is within. An
/// answer about the record is as of one position of the store, which stands beside it: {"ok": …, "position": N}. A NUL
/// stands behind the last byte and is not counted.
///
/// A function writes a whole result and reads none, so it need not be set before; one that holds something has to be
/// freed first, or that is lost. Wherever a function takes a result, NULL means that you do not want it.
#[repr(C)]
#[derive(Debug)]
pub struct InterlinkResult {
    /// The first byte; NULL if there are none.
    pub bytes: *mut c_char,
    /// How many bytes, without the NUL.
    pub len: usize,
}

impl InterlinkResult {
    const NONE: Self = Self { bytes: std::ptr::null_mut(), len: 0 };

    fn of(text: String) -> Self {
        let len = text.len();
        let mut bytes = text.into_bytes();
        bytes.reserve_exact(1);
        bytes.push(0);
        Self { bytes: Box::into_raw(bytes.into_boxed_slice()).cast(), len }
    }
}

/// What a body leads to.
pub(crate) enum Given {
    /// Nothing beside the status.
    Nothing,
    /// An answer in JSON.
    Answer(Box<Answered>),
    /// What is ready to be given back.
    Text(String),
}

impl<T: Into<Answered>> From<T> for Given {
    fn from(answer: T) -> Self {
        Self::Answer(Box::new(answer.into()))
    }
}

/// Why a body led to nothing.
pub(crate) struct Fault(Box<Outcome>);

impl Fault {
    /// The same, with the path of the fault beginning at `path`.
    pub(crate) fn within(self, path: &str) -> Self {
        Self(Box::new(self.0.within(path)))
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self(Box::new(Outcome::from(Err(error))))
    }
}

/// What is wrong with the call itself.
impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self::of(Kind::Call, problem)
    }
}

impl Fault {
    pub(crate) fn of(kind: Kind, problem: Problem) -> Self {
        Self(Box::new(Outcome::problem(kind, problem)))
    }

    pub(crate) fn input(fault: InputFault) -> Self {
        Error::from(fault).into()
    }

    /// The same in the language that an engine speaks, where it speaks one.
    pub(crate) fn said_by(mut self, engine: &Engine) -> Self {
        engine.say(&mut self.0);
        self
    }

    /// A value that is malformed where it stands.
    pub(crate) fn value(path: &str) -> impl FnOnce(ValueFault) -> Self {
        move |fault| Self::of(Kind::Malformed, Problem::new(fault.code(), fault.to_string()).at(path))
    }

    /// A yes or a no that is ready.
    pub(crate) fn or_given(outcome: Outcome) -> Result<Given, Self> {
        match outcome {
            Outcome::Ok(answer) => Ok(Given::Answer(Box::new(answer))),
            no @ Outcome::Problem(..) => Err(Self(Box::new(no))),
        }
    }
}

/// Runs the body of an exported function: no panic leaves it, and what became of it is written down.
///
/// # Safety
/// `result` is NULL or points to a result that nobody else uses meanwhile.
pub(crate) unsafe fn guard(
    result: *mut InterlinkResult,
    body: impl FnOnce() -> Result<Given, Fault>,
) -> InterlinkStatus {
    // What a panic leaves behind: the engine heals its locks and its cache, and appended nothing or a whole batch.
    let done = catch_unwind(AssertUnwindSafe(|| {
        let (status, given) = match body() {
            Ok(given) => (InterlinkStatus::Ok, given),
            Err(Fault(outcome)) => {
                (outcome.kind().map_or(InterlinkStatus::Ok, Into::into), Given::Text(outcome.to_json()))
            }
        };
        if result.is_null() {
            return (status, InterlinkResult::NONE);
        }
        let given = match given {
            Given::Nothing => InterlinkResult::NONE,
            Given::Answer(answer) => InterlinkResult::of(Outcome::Ok(*answer).to_json()),
            Given::Text(text) => InterlinkResult::of(text),
        };
        (status, given)
    }));
    let (status, given) = done.unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<&str>().copied();
        let said = said.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no word");
        let message = format!("The library failed inside: {said}.");
        let outcome = Outcome::problem(Kind::Panic, Problem::new(Code::CallPanic, message));
        // A payload whose own destructor panics would take the program with it.
        drop(catch_unwind(AssertUnwindSafe(|| drop(panic))));
        let given =
            if result.is_null() { InterlinkResult::NONE } else { InterlinkResult::of(outcome.to_json()) };
        (InterlinkStatus::Panic, given)
    });
    if !result.is_null() {
        // SAFETY: not NULL, and the caller vouches for the rest. What stood there is not read: it need not be set.
        unsafe { result.write(given) };
    }
    status
}

/// Frees what a result holds and empties it, so that freeing it again does nothing. NULL: nothing happens. Free a result
/// once in one thread; a copy of the struct is the same result.
///
/// # Safety
/// The result was filled in by this library or is all zero, and was not changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_result_free(result: *mut InterlinkResult) {
    // SAFETY: the caller vouches for NULL or a result.
    let Some(result) = (unsafe { result.as_mut() }) else { return };
    let InterlinkResult { bytes, len } = std::mem::replace(result, InterlinkResult::NONE);
    if !bytes.is_null() {
        let slice = std::ptr::slice_from_raw_parts_mut(bytes.cast::<u8>(), len.saturating_add(1));
        // SAFETY: `InterlinkResult::of` made it from a box of so many bytes, and nobody freed it, or it would be NULL.
        drop(unsafe { Box::from_raw(slice) });
    }
}
