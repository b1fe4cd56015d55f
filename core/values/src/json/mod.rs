//! The parser for JSON from outside.
//!
//! JSON readers differ in what they accept: of two equal keys one wins silently, large integers lose digits, deep
//! nesting exhausts the stack, a list passes for an object. [`canonical`] refuses all of that, and so does everything
//! that reads from outside: it parses the text once into a plain tree of bounded size and depth, writes that in the
//! library's canonical order, and reads types from there. Every refusal has a code and a JSON Pointer (RFC 6901) to the
//! place.

mod fault;
mod lexer;
mod node;
mod parser;
mod piece;
mod place;
mod read;
mod relayed;
mod values;
mod write;

use std::borrow::Cow;

pub use fault::ParseFault;
pub use interlink_derive::Readable;
pub use node::Node;
pub use piece::Json;
pub use piece::Raw;
pub use read::{Fields, Readable, Reader, own, read};
pub use relayed::relayed;
pub use values::MapKey;
pub use write::text;

use super::{ValueFault, excerpt};
use crate::Code;
use crate::wording::Said;

/// The largest size of a command or a request, in bytes.
pub const MOST_BYTES: usize = 1 << 20;
/// The largest size of a document (a template, a governance model), in bytes.
pub const MOST_DOCUMENT_BYTES: usize = 16 << 20;
/// The largest nesting depth of lists and objects.
pub const MOST_DEPTH: u8 = 32;
/// The largest number of values in a text.
pub const MOST_VALUES: usize = 1 << 20;
/// The largest number of characters of one key in a path; valid keys have at most 128.
const MOST_OF_KEY: usize = 128;
/// The largest integer that every JSON reader keeps exactly: 2^53 − 1 (RFC 8259 §6).
pub const MOST_INTEGER: i64 = (1 << 53) - 1;

/// Why a text from outside was refused: the fault, and its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.said)]
pub struct InputFault(Box<StrayFault>);

/// Boxed, so that results that may contain a fault stay small.
#[derive(Debug, Clone, PartialEq, Eq)]
struct StrayFault {
    said: Said,
    path: String,
}

impl InputFault {
    /// A fault with an exact English message; other languages have a short message for the code.
    #[cold]
    pub fn new(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::of(Said::exact(code, message.into()), path)
    }

    /// A fault with a message and its path.
    #[cold]
    pub fn of(said: Said, path: impl Into<String>) -> Self {
        Self(Box::new(StrayFault { said, path: path.into() }))
    }

    /// The stable code of the fault.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.said.code()
    }

    /// The message.
    pub fn said(&self) -> Said {
        self.0.said.clone()
    }

    /// A JSON Pointer to the fault; empty for the whole text.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The same fault, seen from a text that contains this one at `prefix`.
    pub fn within(mut self, prefix: &str) -> Self {
        self.0.path.insert_str(0, prefix);
        self
    }
}

impl From<ValueFault> for InputFault {
    fn from(fault: ValueFault) -> Self {
        Self::of(fault.said(), "")
    }
}

impl crate::wording::AsFact for InputFault {
    fn fact(&self) -> crate::wording::Fact {
        self.said().fact()
    }
}

/// Parses JSON from outside, and writes it in canonical form (RFC 8785).
///
/// # Examples
///
/// ```
/// use interlink::types::json::{MOST_BYTES, canonical};
/// assert_eq!(canonical(br#" {"b": 1, "a": "\u0041"} "#, MOST_BYTES)?.as_str(), r#"{"a":"A","b":1}"#);
/// assert!(canonical(br#"{"a": 1, "a": 2}"#, MOST_BYTES).is_err());
/// # Ok::<_, interlink::types::InputFault>(())
/// ```
///
/// # Errors
/// A fault that JSON readers disagree about, with its code (`json.…`) and path.
pub fn canonical(bytes: &[u8], most_bytes: usize) -> Result<Json, InputFault> {
    Ok(Json::of(Node::parse(bytes, most_bytes)?))
}

/// Deserialises one of the library's types with serde, from any format; the value still goes through the strict reader.
pub fn deserialize<'de, T: Readable, D: serde::Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = relayed(deserializer)?;
    let read = Node::parse(text.as_bytes(), MOST_DOCUMENT_BYTES).and_then(|node| node.read());
    read.map_err(|fault| serde::de::Error::custom(format_args!("{fault} at {}", fault.path())))
}

/// Implements serde's `Deserialize` for types whose reader is written by hand.
#[doc(hidden)]
#[macro_export]
macro_rules! deserialized {
    ($($name:ty),+) => {
        $(impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::json::deserialize(deserializer)
            }
        })+
    };
}

/// The bytes as text.
pub fn utf8(bytes: &[u8]) -> Result<&str, InputFault> {
    std::str::from_utf8(bytes)
        .map_err(|error| InputFault::of(ParseFault::NotUtf8 { byte: error.valid_up_to() }.said(), ""))
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Into a list.
    Index(usize),
    /// Into an object.
    Key(Cow<'a, str>),
}

/// A JSON Pointer (RFC 6901 §3).
pub fn pointer<'a, 'k: 'a>(segments: impl IntoIterator<Item = &'a Segment<'k>>) -> String {
    let mut text = String::new();
    for segment in segments {
        text.push('/');
        match segment {
            Segment::Index(index) => text.push_str(&index.to_string()),
            Segment::Key(key) => match key.char_indices().nth(MOST_OF_KEY) {
                // No field has such a long key; the path does not repeat a megabyte.
                Some((end, _)) => text.push_str(&(escape(key.get(..end).unwrap_or_default()) + "…")),
                None => text.push_str(&escape(key)),
            },
        }
    }
    text
}

/// A key as a step of a JSON Pointer.
pub fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The fault of a duplicate key in an object.
pub fn twice(key: &str) -> ValueFault {
    ParseFault::Twice { key: excerpt(key) }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> (Code, String) {
        let fault = Node::parse(text.as_bytes(), MOST_BYTES).unwrap_err();
        (fault.code(), fault.path().to_owned())
    }

    #[test]
    fn what_readers_disagree_about_does_not_pass() {
        for (text, code, path) in [
            (r#"{"a":1,"b":{"c":1,"c":2}}"#, Code::JsonDuplicateKey, "/b"),
            (r#"{"a":1,"\u0061":2}"#, Code::JsonDuplicateKey, ""),
            (r#"[1, 2, 9007199254740992]"#, Code::JsonNumber, "/2"),
            (r#"[-9007199254740992]"#, Code::JsonNumber, "/0"),
            (r#"{"a":1.5}"#, Code::JsonNumber, "/a"),
            (r#"{"a":1e3}"#, Code::JsonNumber, "/a"),
            (r#"{"a":-0}"#, Code::JsonNumber, "/a"),
            (r#"{"a":1e999}"#, Code::JsonNumber, "/a"),
            (r#""\ud800""#, Code::JsonSyntax, ""),
            (r#"{"a~/b":"#, Code::JsonSyntax, "/a~0~1b"),
            (r#"{"a":[1,2"#, Code::JsonSyntax, "/a"),
            ("", Code::JsonSyntax, ""),
            ("{} {}", Code::JsonSyntax, ""),
            ("nul", Code::JsonSyntax, ""),
        ] {
            assert_eq!(refused(text), (code, path.to_owned()), "{text}");
        }
        let many: String = (0..100).map(|n| format!("\"k{n}\":{n},")).collect();
        assert_eq!(refused(&format!("{{{many}\"k7\":0}}")), (Code::JsonDuplicateKey, String::new()));
        assert_eq!(Node::parse(b"\"\xff\"", MOST_BYTES).unwrap_err().code(), Code::JsonNotUtf8);
        assert_eq!(Node::parse(b"[1,2]", 4).unwrap_err().code(), Code::JsonTooLarge);
        assert!(
            Node::parse(br#"{"a":[9007199254740991,-9007199254740991,true,null,"x"]}"#, MOST_BYTES).is_ok()
        );
    }

    #[test]
    fn depth_and_number_of_values_are_bounded() {
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(Node::parse(nested(32).as_bytes(), MOST_BYTES).is_ok());
        assert_eq!(refused(&nested(33)).0, Code::JsonTooDeep);
        let deep = nested(100_000);
        let small = std::thread::Builder::new().stack_size(256 * 1024);
        let code = small.spawn(move || refused(&deep).0).unwrap().join().unwrap();
        assert_eq!(code, Code::JsonTooDeep);
        let many = format!("[{}0]", "0,".repeat(MOST_VALUES));
        assert_eq!(Node::parse(many.as_bytes(), MOST_DOCUMENT_BYTES).unwrap_err().code(), Code::JsonTooLarge);
    }

    #[derive(Readable, Debug, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Plan {
        #[serde(default)]
        kind: Option<Kind>,
        when: Vec<crate::Date>,
    }

    #[derive(Readable, Debug, PartialEq)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Firm,
        Until(u8),
    }

    #[test]
    fn types_are_read_in_one_spelling_only() {
        let read = |text: &str| Node::parse(text.as_bytes(), MOST_BYTES).and_then(|node| node.read::<Plan>());
        let plan = |kind| Plan { when: vec!["2026-02-03".parse().unwrap()], kind };
        assert_eq!(read(r#"{"when":["2026-02-03"]}"#).unwrap(), plan(None));
        assert_eq!(read(r#"{"when":["2026-02-03"],"kind":null}"#).unwrap(), plan(None));
        assert_eq!(read(r#"{"when":["2026-02-03"],"kind":"firm"}"#).unwrap(), plan(Some(Kind::Firm)));
        assert_eq!(
            read(r#"{"when":["2026-02-03"],"kind":{"until":3}}"#).unwrap(),
            plan(Some(Kind::Until(3)))
        );
        for (text, code, path, message) in [
            (r#"{"when":["2026-02-03","2026-02-30"]}"#, Code::DateMalformed, "/when/1", ""),
            (
                r#"{"when":[],"then":1}"#,
                Code::JsonUnknownField,
                "/then",
                "The field “then” is unknown here; known fields: kind, when.",
            ),
            (r"{}", Code::JsonMissingField, "", "The field “when” is missing."),
            // A misspelt field is reported as unknown, rather than another as missing.
            (
                r#"{"whne":[]}"#,
                Code::JsonUnknownField,
                "/whne",
                "The field “whne” is unknown here; known fields: kind, when.",
            ),
            (r#"{"when":7}"#, Code::JsonWrongType, "/when", "A list is expected here, not a number."),
            (r#"{"when":{}}"#, Code::JsonWrongType, "/when", "A list is expected here, not an object."),
            (r#"{"when":[7]}"#, Code::JsonWrongType, "/when/0", "A string is expected here, not a number."),
            (r#"[["2026-02-03"],null]"#, Code::JsonWrongType, "", "An object is expected here, not a list."),
            (
                r#"{"when":[],"kind":"soft"}"#,
                Code::JsonUnknownVariant,
                "/kind",
                "“soft” is none of: firm, until.",
            ),
            (
                r#"{"when":[],"kind":{"firm":null}}"#,
                Code::JsonWrongType,
                "/kind",
                "“firm” must be a string, without content.",
            ),
            (
                r#"{"when":[],"kind":"until"}"#,
                Code::JsonWrongType,
                "/kind",
                "“until” must be an object with one member.",
            ),
            (
                r#"{"when":[],"kind":{"until":3,"firm":1}}"#,
                Code::JsonWrongType,
                "/kind",
                "An object with one member is expected here.",
            ),
            (
                r#"{"when":[],"kind":{"until":300}}"#,
                Code::JsonWrongType,
                "/kind/until",
                "300 is out of range here.",
            ),
            (
                r#"{"when":[],"kind":{"until":-3}}"#,
                Code::JsonWrongType,
                "/kind/until",
                "-3 is out of range here.",
            ),
        ] {
            let fault = read(text).unwrap_err();
            assert_eq!((fault.code(), fault.path()), (code, path), "{text}");
            assert!(message.is_empty() || fault.to_string() == message, "{text}: {fault}");
        }
    }
}
