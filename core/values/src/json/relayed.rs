//! Converts what serde deserialises from any format into the text for the strict reader.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::MOST_DEPTH;

/// The JSON text of what a deserializer holds. Duplicate members and the order of members are kept: the strict reader
/// judges them, which a `serde_json::Value` would hide from it.
///
/// # Errors
/// The faults of the deserializer, and nesting deeper than the strict reader accepts.
pub fn relayed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let mut text = String::new();
    Relay { text: &mut text, depth: 0 }.deserialize(deserializer)?;
    Ok(text)
}

/// Appends one value.
struct Relay<'a> {
    text: &'a mut String,
    depth: u8,
}

impl Relay<'_> {
    fn word<E: Error>(self, word: &impl fmt::Display) -> Result<(), E> {
        *self.text += &word.to_string();
        Ok(())
    }

    fn quoted<E: Error>(self, text: &str) -> Result<(), E> {
        *self.text += &super::text(text);
        Ok(())
    }

    /// The next level. It is bounded here as well, because the strict reader only runs after this recursion.
    fn deeper<E: Error>(&self) -> Result<u8, E> {
        let depth = self.depth.saturating_add(1);
        if depth > MOST_DEPTH {
            return Err(E::custom(format_args!("lists and objects are nested deeper than {MOST_DEPTH}")));
        }
        Ok(depth)
    }
}

impl<'de> DeserializeSeed<'de> for Relay<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Relay<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of JSON")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.word(&value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.word(&value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.word(&value)
    }

    /// Written so that it remains a fraction, and is refused.
    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.word(&format_args!("{value:e}"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.quoted(value)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.word(&"null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let depth = self.deeper()?;
        self.text.push('[');
        let begin = self.text.len();
        loop {
            let before = self.text.len();
            if before > begin {
                self.text.push(',');
            }
            if items.next_element_seed(Relay { text: &mut *self.text, depth })?.is_none() {
                self.text.truncate(before);
                self.text.push(']');
                return Ok(());
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let depth = self.deeper()?;
        self.text.push('{');
        let mut between = "";
        while let Some(Key(key)) = members.next_key()? {
            *self.text += between;
            *self.text += &super::text(&*key);
            self.text.push(':');
            members.next_value_seed(Relay { text: &mut *self.text, depth })?;
            between = ",";
        }
        self.text.push('}');
        Ok(())
    }
}

/// The name of a member.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);
