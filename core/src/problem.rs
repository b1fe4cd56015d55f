//! The one form in which every failure leaves the library, in every binding.
//!
//! Rust callers match on typed errors; everyone else gets a [`Problem`]: a stable [`Code`], a sentence that a clerk can
//! read, what to do next, the path to the fault, and the reasons. It fits RFC 9457 (problem details) for HTTP hosts.

use crate::check::Explained;
use crate::journal::{BundleFault, Fault, StoreError, conformance::Failure};
use crate::types::json::{Readable, Reader};
use crate::types::{Json, Language, Map, json, sentence};
use interlink_values::wording::{Aside, Said};
use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

pub use interlink_values::Code;

/// A refusal or failure in the form that every binding receives.
///
/// # Examples
///
/// ```
/// use interlink::problem::{Code, Problem};
/// let problem = Problem::new(Code::TimeAhead, "Your clock is wrong.").at("/at");
/// assert_eq!(serde_json::from_str::<Problem>(&problem.to_json())?, problem);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// The code.
    pub code: Code,
    /// What happened, in one sentence of limited length, on one line. Names in it are isolated (U+2068 … U+2069); the
    /// details contain the full list if the sentence shortens one.
    pub message: String,
    /// What can be done about it.
    pub help: Cow<'static, str>,
    /// The language of the message, if a language was asked for; it may be another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// A JSON Pointer (RFC 6901) to the fault in the input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Facts for a program, by name.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub details: Map<Cow<'static, str>, Json>,
    /// Each reason for a denial.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "json-schema", schemars(with = "Vec<crate::check::Explained>"))]
    pub reasons: Vec<Json>,
    /// The sentence, to be rendered in another language.
    #[serde(skip)]
    pub(crate) said: Aside<Box<Said>>,
    /// The reasons, for the same.
    #[serde(skip)]
    pub(crate) explained: Vec<Explained>,
}

impl Problem {
    /// A problem with only its code and a sentence.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self::helped(code, code.help(), message)
    }

    /// The same, with a help text. Passing one code's [`Code::help`] as a constant keeps the help of all other codes
    /// from being linked.
    #[must_use]
    pub fn helped(code: Code, help: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            message: sentence(message),
            help: Cow::Borrowed(help),
            language: None,
            path: None,
            details: Map::new(),
            reasons: Vec::new(),
            said: Aside::none(),
            explained: Vec::new(),
        }
    }

    /// A problem that can be rendered in any language.
    pub(crate) fn of(said: Said) -> Self {
        debug_assert!(crate::messages::is_worded(&said), "no message catalogue can say all of “{said}”");
        let problem = Self::helped(said.code(), said.help(), said.to_string());
        Self { said: Box::new(said).into(), ..problem }
    }

    /// The same, with the path of the fault.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// In JSON: the same bytes in every binding.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::text(self)
    }

    pub(crate) fn with(mut self, name: &'static str, detail: impl Serialize) -> Self {
        self.details.insert(name.into(), Json::of(detail));
        self
    }
}

/// By hand, since the reasons are read as types, and so written again in the same order.
impl Readable for Problem {
    fn read(reader: &mut Reader<'_>) -> Self {
        let mut fields = reader.object("code,details,help,language,message,path,reasons");
        let (code, details) = (fields.get(reader), fields.or_default(reader));
        let (help, language, message) = (fields.get(reader), fields.get(reader), fields.get(reader));
        let (path, explained): (_, Vec<Explained>) = (fields.get(reader), fields.or_default(reader));
        fields.end(reader);
        let reasons = explained.iter().map(Json::of).collect();
        Self { code, message, help, language, path, details, reasons, said: Aside::none(), explained }
    }
}

json::deserialized!(Problem);

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.code)
    }
}

impl From<&crate::types::InputFault> for Problem {
    fn from(fault: &crate::types::InputFault) -> Self {
        Self::of(fault.said()).at(fault.path())
    }
}

/// A malformed value.
impl From<&crate::types::ValueFault> for Problem {
    fn from(fault: &crate::types::ValueFault) -> Self {
        Self::of(fault.said())
    }
}

impl From<&BundleFault> for Problem {
    fn from(fault: &BundleFault) -> Self {
        let problem = Self::of(fault.said());
        match fault {
            BundleFault::Malformed { line, .. }
            | BundleFault::Changed { line }
            | BundleFault::Truncated { line }
            | BundleFault::PseudonymLink { line } => problem.with("line", line),
            BundleFault::Home { streams } => problem.with("streams", streams),
            BundleFault::Terms { stream } => problem.with("stream", stream),
            BundleFault::FormatVersion { found } => problem.with("found", found),
            BundleFault::Diverged { stream, seq } => problem.with("stream", stream).with("seq", seq),
        }
    }
}

impl From<&Fault> for Problem {
    fn from(fault: &Fault) -> Self {
        let problem = Self::of(fault.said());
        match fault.stream {
            Some(stream) => problem.with("stream", stream).with("seq", fault.seq),
            None => problem,
        }
    }
}

impl From<&StoreError> for Problem {
    fn from(error: &StoreError) -> Self {
        let problem = Self::of(error.said());
        match error {
            StoreError::Conflict { current } => problem.with("current", current),
            StoreError::TooNew { found, known } => problem.with("found", found).with("known", known),
            _ => problem,
        }
    }
}

impl From<&Failure> for Problem {
    fn from(failure: &Failure) -> Self {
        Self::new(Code::StoreNonconformant, failure.to_string()).with("case", failure.case)
    }
}
