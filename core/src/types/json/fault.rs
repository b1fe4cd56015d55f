//! Why a type could not be read, on its way out of what was being read.

use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use super::{InputFault, Segment, pointer};
use crate::problem::Code;
use crate::types::{excerpt, split_fault};

/// A fault on its way out: a small thing, as every value that is read passes by where it might be; nothing in it where
/// what was asked for is not there and may perhaps be left out.
#[derive(Debug)]
pub(super) struct Fault(Option<Box<Refusal>>);

/// What is wrong and where; each level that it passes adds its step to the path.
#[derive(Debug)]
struct Refusal {
    code: Code,
    message: String,
    /// From the fault outwards.
    path: Vec<Segment<'static>>,
    /// The field of this number is not there, and may not be left out: whoever knows the names says which that is.
    lacks: Option<usize>,
}

impl Fault {
    pub(super) const ABSENT: Self = Self(None);

    #[cold]
    pub(super) fn new(code: Code, message: impl Into<String>) -> Self {
        Self(Some(Box::new(Refusal { code, message: message.into(), path: Vec::new(), lacks: None })))
    }

    pub(super) const fn is_absent(&self) -> bool {
        self.0.is_none()
    }

    /// The number of the field that is missing, if that is what is wrong.
    pub(super) fn lacks(&self) -> Option<usize> {
        self.0.as_ref().and_then(|refusal| refusal.lacks)
    }

    /// The text is not as this library writes.
    #[cold]
    pub(super) fn malformed() -> Self {
        Self::new(Code::JsonSyntax, "The JSON is malformed.")
    }

    #[cold]
    pub(super) fn wrong(expected: &str, found: &str) -> Self {
        Self::new(Code::JsonWrongType, capital(&format!("{expected} is expected here, not {found}.")))
    }

    #[cold]
    pub(super) fn one_member() -> Self {
        Self::new(Code::JsonWrongType, "An object with one member is expected here.")
    }

    #[cold]
    pub(super) fn missing(field: &str) -> Self {
        Self::new(Code::JsonMissingField, format!("The field “{field}” is missing."))
    }

    #[cold]
    pub(super) fn unknown(found: &str, expected: &[&str]) -> Self {
        let known = if expected.is_empty() { "none".to_owned() } else { expected.join(", ") };
        let message = format!("There is no field “{}” here; there are {known}.", excerpt(found));
        let step = Segment::Key(found.to_owned().into());
        Self::new(Code::JsonUnknownField, message).within(step)
    }

    #[cold]
    pub(super) fn within(mut self, step: Segment<'static>) -> Self {
        if let Some(refusal) = &mut self.0 {
            // Further out there are other fields, and other names.
            refusal.lacks = None;
            refusal.path.push(step);
        }
        self
    }
}

impl From<Fault> for InputFault {
    fn from(fault: Fault) -> Self {
        match fault.0 {
            Some(refusal) => {
                let Refusal { code, message, path, lacks: _ } = *refusal;
                Self::new(code, pointer(path.iter().rev()), message)
            }
            None => Self::new(Code::JsonMissingField, "", "Nothing is here."),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_ref().map_or("Nothing is here.", |refusal| &refusal.message))
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        said(&message.to_string())
    }

    #[cold]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Unit | Unexpected::Option => "null",
            Unexpected::Bool(_) => "true or false",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
            Unexpected::Str(_) | Unexpected::Char(_) | Unexpected::Bytes(_) => "a string",
            Unexpected::Seq => "a list",
            _ => "an object",
        };
        Self::wrong(&expected.to_string(), found)
    }

    #[cold]
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let number = match found {
            Unexpected::Unsigned(number) => number.to_string(),
            Unexpected::Signed(number) => number.to_string(),
            _ => return Self::invalid_type(found, expected),
        };
        Self::new(Code::JsonWrongType, format!("{number} is out of range here."))
    }

    #[cold]
    fn invalid_length(length: usize, _: &dyn Expected) -> Self {
        let fault = Self::new(Code::JsonWrongType, format!("Something is missing after {length}."));
        let lacking = |refusal: Box<Refusal>| Box::new(Refusal { lacks: Some(length), ..*refusal });
        Self(fault.0.map(lacking))
    }

    #[cold]
    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        let message = format!("“{}” is none of: {}.", excerpt(found), expected.join(", "));
        Self::new(Code::JsonUnknownVariant, message)
    }
}

/// A message that went through serde.
fn said(message: &str) -> Fault {
    match split_fault(message) {
        Some((code, message)) => Fault::new(code, message),
        None => Fault::new(Code::JsonWrongType, capital(message)),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
