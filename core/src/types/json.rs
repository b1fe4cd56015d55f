//! The door for JSON from outside.
//!
//! JSON readers differ in what they let pass: of two equal keys one wins silently, large integers lose
//! digits, deep nesting eats the stack. [`parse`] refuses all of that first, and only then reads the text
//! into a type. Everything refused comes with a code and a JSON Pointer (RFC 6901) to the place.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_path_to_error::{Path, Segment};

use super::{FAULT_MARK, ValueFault, excerpt};
use crate::problem::Code;

/// The most bytes that a command or a request may have.
pub const MOST_BYTES: usize = 1 << 20;
/// The most bytes that a document (a template, a governance model) may have.
pub const MOST_DOCUMENT_BYTES: usize = 16 << 20;
/// How deep arrays and objects may nest.
pub const MOST_DEPTH: u8 = 32;
/// The largest integer that every JSON reader keeps exactly: 2^53 − 1 (RFC 8259 §6).
pub const MOST_INTEGER: u64 = (1 << 53) - 1;

/// Why a text from outside was refused: what is wrong with it, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct InputFault {
    code: Code,
    message: String,
    path: String,
}

impl InputFault {
    pub(crate) fn new(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), path: path.into() }
    }

    /// The stable code of the fault.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// A JSON Pointer to the fault; empty for the whole text.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same fault, seen from a text in which this one stands at `prefix`.
    pub(crate) fn within(mut self, prefix: &str) -> Self {
        self.path.insert_str(0, prefix);
        self
    }
}

impl From<ValueFault> for InputFault {
    fn from(fault: ValueFault) -> Self {
        Self::new(fault.code(), "", fault.to_string())
    }
}

/// Reads JSON from outside into a type.
///
/// # Errors
/// Every fault of the text or of a value in it, with its code and path: see the codes `json.…` and those of
/// the value types.
pub fn parse<T: DeserializeOwned>(bytes: &[u8], most_bytes: usize) -> Result<T, InputFault> {
    let text = admit(bytes, most_bytes)?;
    typed(text)
}

/// Reads a text that was admitted before.
pub(crate) fn typed<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, InputFault> {
    // The plain reader is the fast way; only a fault is worth a second reading that keeps track of the path.
    serde_json::from_str(text).or_else(|_| {
        serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(text))
            .map_err(|error| fault(error.path(), &error.inner().to_string()))
    })
}

/// Refuses what JSON readers disagree about, before any of it is believed.
pub(crate) fn admit(bytes: &[u8], most_bytes: usize) -> Result<&str, InputFault> {
    if bytes.len() > most_bytes {
        let message = format!("The text has {} bytes; at most {most_bytes} are taken.", bytes.len());
        return Err(InputFault::new(Code::JsonTooLarge, "", message));
    }
    let text = std::str::from_utf8(bytes).map_err(|e| {
        InputFault::new(Code::JsonNotUtf8, "", format!("Byte {} is not UTF-8.", e.valid_up_to()))
    })?;
    let mut reader = serde_json::Deserializer::from_str(text);
    Strict { depth: 0 }.deserialize(&mut reader).and_then(|()| reader.end()).map(|()| text).or_else(|_| {
        let mut reader = serde_json::Deserializer::from_str(text);
        let mut track = serde_path_to_error::Track::new();
        Strict { depth: 0 }
            .deserialize(serde_path_to_error::Deserializer::new(&mut reader, &mut track))
            .and_then(|()| reader.end())
            .map(|()| text)
            .map_err(|error| fault(&track.path(), &error.to_string()))
    })
}

/// Reads any value and keeps nothing, but refuses what must not pass.
struct Strict {
    depth: u8,
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Strict {
    fn deeper<E: serde::de::Error>(&self) -> Result<u8, E> {
        if self.depth >= MOST_DEPTH {
            let message = format!("Arrays and objects nest deeper than {MOST_DEPTH} levels.");
            return Err(ValueFault::new(Code::JsonTooDeep, message).into_serde());
        }
        Ok(self.depth + 1)
    }
}

fn number_fault<E: serde::de::Error>(shown: impl fmt::Display) -> E {
    let message = format!("{shown} is not an integer between −(2^53 − 1) and 2^53 − 1.");
    ValueFault::new(Code::JsonNumber, message).into_serde()
}

impl<'de> Visitor<'de> for Strict {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<(), E> {
        if number > MOST_INTEGER { Err(number_fault(number)) } else { Ok(()) }
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<(), E> {
        if number.unsigned_abs() > MOST_INTEGER { Err(number_fault(number)) } else { Ok(()) }
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<(), E> {
        Err(number_fault(number))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let depth = self.deeper()?;
        while items.next_element_seed(Strict { depth })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let depth = self.deeper()?;
        let mut seen: BTreeSet<Cow<'de, str>> = BTreeSet::new();
        while let Some(key) = members.next_key_seed(Name)? {
            if seen.contains(&key) {
                return Err(twice(&key));
            }
            seen.insert(key);
            members.next_value_seed(Strict { depth })?;
        }
        Ok(())
    }
}

fn twice<E: serde::de::Error>(key: &str) -> E {
    let message = format!("The key “{}” stands twice in one object.", excerpt(key));
    ValueFault::new(Code::JsonDuplicateKey, message).into_serde()
}

/// Reads a key without copying it where it stands in the text as it is.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

/// Reads an object into a map and refuses a key that comes twice, also in two spellings.
pub(crate) fn unique_map<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    struct Unique<K, V>(PhantomData<(K, V)>);

    impl<'de, K: Deserialize<'de> + Ord + fmt::Display, V: Deserialize<'de>> Visitor<'de> for Unique<K, V> {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some(key) = members.next_key::<K>()? {
                let value = members.next_value()?;
                if map.contains_key(&key) {
                    return Err(twice(&key.to_string()));
                }
                map.insert(key, value);
            }
            Ok(map)
        }
    }

    deserializer.deserialize_map(Unique(PhantomData))
}

/// Takes serde's message apart: ours carries its code, serde's own are known by how they begin.
fn fault(path: &Path, message: &str) -> InputFault {
    let path = pointer(path);
    let mut parts = message.split(FAULT_MARK);
    if let (Some(code), Some(text)) = (parts.next(), parts.next())
        && let Some(code) = Code::from_name(code)
    {
        return InputFault::new(code, path, text);
    }
    let code = match message {
        m if m.starts_with("unknown field") => Code::JsonUnknownField,
        m if m.starts_with("unknown variant") => Code::JsonUnknownVariant,
        m if m.starts_with("missing field") => Code::JsonMissingField,
        m if m.starts_with("duplicate field") => Code::JsonDuplicateKey,
        m if m.starts_with("invalid ")
            && !m.starts_with("invalid number")
            && !m.starts_with("invalid escape") =>
        {
            Code::JsonWrongType
        }
        m if m.starts_with("recursion limit") => Code::JsonTooDeep,
        m if m.starts_with("number out of range") => Code::JsonNumber,
        _ => Code::JsonSyntax,
    };
    let mut sentence = excerpt_long(message);
    if let Some(first) = sentence.get(..1).map(str::to_uppercase) {
        sentence.replace_range(..1, &first);
    }
    sentence.push('.');
    InputFault::new(code, path, sentence)
}

fn excerpt_long(message: &str) -> String {
    const MOST: usize = 300;
    let mut short: String = message.chars().take(MOST).collect();
    if message.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}

fn pointer(path: &Path) -> String {
    let mut text = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => text.push_str(&format!("/{index}")),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                text.push('/');
                text.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            Segment::Unknown => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> (Code, String) {
        let fault = admit(text.as_bytes(), MOST_BYTES).unwrap_err();
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
            ("", Code::JsonSyntax, ""),
            ("{} {}", Code::JsonSyntax, ""),
            ("nul", Code::JsonSyntax, ""),
        ] {
            assert_eq!(refused(text), (code, path.to_owned()), "{text}");
        }
        assert_eq!(admit(b"\"\xff\"", MOST_BYTES).unwrap_err().code(), Code::JsonNotUtf8);
        assert_eq!(admit(b"[1,2]", 4).unwrap_err().code(), Code::JsonTooLarge);
        assert!(admit(br#"{"a":[9007199254740991,-9007199254740991,true,null,"x"]}"#, MOST_BYTES).is_ok());
    }

    #[test]
    fn depth_is_bounded_even_on_a_small_stack() {
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(admit(nested(32).as_bytes(), MOST_BYTES).is_ok());
        assert_eq!(refused(&nested(33)).0, Code::JsonTooDeep);
        let deep = nested(100_000);
        let small = std::thread::Builder::new().stack_size(256 * 1024);
        let code = small.spawn(move || refused(&deep).0).unwrap().join().unwrap();
        assert_eq!(code, Code::JsonTooDeep);
    }

    #[test]
    fn faults_of_types_have_a_path_too() {
        #[derive(Deserialize, Debug)]
        #[serde(deny_unknown_fields)]
        #[expect(dead_code, reason = "only its reading is tested")]
        struct Plan {
            when: Vec<crate::types::Date>,
        }
        let refuse = |text: &str| {
            let fault = parse::<Plan>(text.as_bytes(), MOST_BYTES).unwrap_err();
            (fault.code(), fault.path().to_owned())
        };
        assert_eq!(
            refuse(r#"{"when":["2026-02-03","2026-02-30"]}"#),
            (Code::DateMalformed, "/when/1".into())
        );
        assert_eq!(refuse(r#"{"when":[],"then":1}"#), (Code::JsonUnknownField, "/then".into()));
        assert_eq!(refuse(r"{}"), (Code::JsonMissingField, String::new()));
        assert_eq!(refuse(r#"{"when":7}"#), (Code::JsonWrongType, "/when".into()));
    }
}
