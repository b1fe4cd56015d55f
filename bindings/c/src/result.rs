//! The result of a call, and the one guard in which every exported body runs.

use std::ffi::c_char;
use std::panic::{AssertUnwindSafe, catch_unwind};

use interlink::Error;
use interlink::kernel::{Answered, Engine, Kind, Outcome};
use interlink::problem::{Code, Problem};
use interlink::types::{InputFault, ValueFault};

/// The status of a call. The numbers never change and are never reused. New ones may be added, so treat an unknown one
/// as a failure.
#[repr(u32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterlinkStatus {
    /// Success; the result holds the answer.
    Ok = 0,
    /// The rules do not allow it, and nothing was changed. Show the message and the reasons.
    Refused = 1,
    /// The input is malformed. The problem's path names the place.
    Malformed = 2,
    /// What was named does not exist.
    Unknown = 3,
    /// Another writer was first, and nothing was changed. Read again, and send it again.
    Conflict = 4,
    /// The store cannot do it now.
    Store = 5,
    /// The record, or a bundle of it, is damaged.
    Record = 6,
    /// The call itself is malformed: a NULL pointer, a text that is not UTF-8, an impossible length.
    Call = 7,
    /// The library failed internally. Nothing was changed, and the engine can still be used. Please report it.
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

/// The result of a call, beside its status: bytes that are yours until you pass them to interlink_result_free.
///
/// Except for interlink_export they are JSON in UTF-8: {"ok": …} or {"problem": …}; docs/schema describes the content.
/// An answer about the record is as of one position of the store, which is given beside it: {"ok": …, "position": N}. A
/// NUL follows the last byte and is not counted.
///
/// A function overwrites the whole result without reading it, so it need not be initialised; free a result that holds
/// bytes first, or they leak. Wherever a function takes a result, NULL means that you do not want it.
#[repr(C)]
#[derive(Debug)]
pub struct InterlinkResult {
    /// The first byte; NULL if there are none.
    pub bytes: *mut c_char,
    /// The number of bytes, without the NUL.
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

/// The result of a body.
pub(crate) enum Given {
    /// Nothing beside the status.
    Nothing,
    /// An answer in JSON.
    Answer(Box<Answered>),
    /// Text ready to be returned.
    Text(String),
}

impl<T: Into<Answered>> From<T> for Given {
    fn from(answer: T) -> Self {
        Self::Answer(Box::new(answer.into()))
    }
}

/// Why a body failed.
pub(crate) struct Fault(Box<Outcome>);

impl Fault {
    /// The same, with `path` before the path of the fault.
    pub(crate) fn within(self, path: &str) -> Self {
        Self(Box::new(self.0.within(path)))
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self(Box::new(Outcome::from(Err(error))))
    }
}

/// A malformed call.
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

    /// The same in the engine's default language, if it has one.
    pub(crate) fn said_by(mut self, engine: &Engine) -> Self {
        engine.say(&mut self.0);
        self
    }

    /// A malformed value at a path.
    pub(crate) fn value(path: &str) -> impl FnOnce(ValueFault) -> Self {
        move |fault| Self::of(Kind::Malformed, Problem::new(fault.code(), fault.to_string()).at(path))
    }

    /// A finished outcome, success or failure.
    pub(crate) fn or_given(outcome: Outcome) -> Result<Given, Self> {
        match outcome {
            Outcome::Ok(answer) => Ok(Given::Answer(Box::new(answer))),
            no @ Outcome::Problem(..) => Err(Self(Box::new(no))),
        }
    }
}

/// Runs the body of an exported function: no panic leaves it, and its result is written.
///
/// # Safety
/// `result` is NULL or points to a result that nobody else uses meanwhile.
pub(crate) unsafe fn guard(
    result: *mut InterlinkResult,
    body: impl FnOnce() -> Result<Given, Fault>,
) -> InterlinkStatus {
    // After a panic the engine clears its locks and its cache; it appended nothing or a whole batch.
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
        let message = format!("The library failed internally: {said}.");
        let outcome = Outcome::problem(Kind::Panic, Problem::new(Code::CallPanic, message));
        // A payload whose own destructor panics would take the program with it.
        drop(catch_unwind(AssertUnwindSafe(|| drop(panic))));
        let given =
            if result.is_null() { InterlinkResult::NONE } else { InterlinkResult::of(outcome.to_json()) };
        (InterlinkStatus::Panic, given)
    });
    if !result.is_null() {
        // SAFETY: not NULL, and the caller vouches for the rest. Its old content is not read, so it need not be initialised.
        unsafe { result.write(given) };
    }
    status
}

/// Frees what a result holds and empties it, so that freeing it again does nothing. NULL does nothing. Free a result
/// once, in one thread; a copy of the struct is the same result.
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
        // SAFETY: `InterlinkResult::of` made it from a box of so many bytes, and it was not freed, or it would be NULL.
        drop(unsafe { Box::from_raw(slice) });
    }
}
