//! Writing JSON: without white space, with members in the order in which the types declare them, and plain trees in the
//! order of their keys, so that equal values are equal texts. For hashed types this is canonical JSON (RFC 8785).

use std::fmt::{self, Write as _};

use serde::Serialize;
use serde::ser::{
    Error, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::Node;

/// Writing never fails: this error has no values.
#[derive(Debug, thiserror::Error)]
pub(super) enum Never {}

impl Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        unwritable()
    }
}

/// No type of this library has a part that JSON cannot represent: no fractions, no bytes, only strings as keys. Such a
/// type could never be written, and its first test would end here.
#[expect(clippy::panic, reason = "the types are fixed when the library is built and do not depend on input")]
fn unwritable() -> ! {
    panic!("a type has a part that JSON cannot hold")
}

/// Writes a value.
pub fn text(value: &(impl Serialize + ?Sized)) -> String {
    let mut writer = Writer { text: String::with_capacity(512), first: true };
    let Ok(()) = value.serialize(&mut writer);
    writer.text
}

struct Writer {
    text: String,
    /// Whether the next value is the first in its list or object.
    first: bool,
}

impl Writer {
    fn string(&mut self, text: &str) {
        self.text.push('"');
        let mut rest = text;
        while let Some(at) = rest.bytes().position(must_be_escaped) {
            let (plain, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.text.push_str(plain);
            // Every character to be escaped is one byte long.
            let mut chars = after.chars();
            chars.next().into_iter().for_each(|sign| self.escaped(sign));
            rest = chars.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    /// According to RFC 8785 §3.2.2.2.
    fn escaped(&mut self, sign: char) {
        let short = match sign {
            '"' => '"',
            '\\' => '\\',
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => {
                // Writing to a string cannot fail.
                write!(self.text, "\\u{:04x}", u32::from(sign)).ok();
                return;
            }
        };
        self.text.push('\\');
        self.text.push(short);
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.first = true;
    }

    fn close(&mut self, brackets: &str) {
        self.text.push_str(brackets);
        self.first = false;
    }

    /// Called before an item or a key.
    fn next(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.text.push(',');
        }
    }

    /// Names of fields and of variants need no escaping.
    fn field(&mut self, name: &str) {
        self.next();
        self.text.push('"');
        self.text.push_str(name);
        self.text.push_str("\":");
    }

    /// Begins a variant with content.
    fn variant(&mut self, name: &str) {
        self.open('{');
        self.field(name);
    }
}

const fn must_be_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// A list that is written.
struct List<'w>(&'w mut Writer);

/// An object that is written.
struct Object<'w>(&'w mut Writer);

/// A variant whose content is a list or an object.
struct Variant<'w>(&'w mut Writer);

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = List<'w>;
    type SerializeTuple = List<'w>;
    type SerializeTupleStruct = List<'w>;
    type SerializeTupleVariant = Variant<'w>;
    type SerializeMap = Object<'w>;
    type SerializeStruct = Object<'w>;
    type SerializeStructVariant = Variant<'w>;

    fn serialize_bool(self, value: bool) -> Result<(), Never> {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Never> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Never> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Never> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Never> {
        self.text.push_str(itoa::Buffer::new().format(value));
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Never> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Never> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Never> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Never> {
        self.text.push_str(itoa::Buffer::new().format(value));
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Never> {
        unwritable()
    }

    fn serialize_f64(self, _: f64) -> Result<(), Never> {
        unwritable()
    }

    fn serialize_char(self, value: char) -> Result<(), Never> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Never> {
        self.string(value);
        Ok(())
    }

    /// A piece of JSON: nothing else here is bytes.
    fn serialize_bytes(self, value: &[u8]) -> Result<(), Never> {
        self.text.push_str(&String::from_utf8_lossy(value));
        Ok(())
    }

    /// Pieces of JSON recognise this writer by it.
    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_none(self) -> Result<(), Never> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Never> {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Never> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Never> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.variant(name);
        let Ok(()) = value.serialize(&mut *self);
        self.close("}");
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'w>, Never> {
        self.open('[');
        Ok(List(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<List<'w>, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'w>, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Variant<'w>, Never> {
        self.variant(name);
        self.open('[');
        Ok(Variant(self))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object<'w>, Never> {
        self.open('{');
        Ok(Object(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'w>, Never> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Variant<'w>, Never> {
        self.variant(name);
        self.open('{');
        Ok(Variant(self))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), Never> {
        self.text.push('"');
        let from = self.text.len();
        // Writing to a string cannot fail.
        write!(self.text, "{value}").ok();
        if self.text.bytes().skip(from).any(must_be_escaped) {
            let text = self.text.split_off(from);
            self.text.pop();
            self.string(&text);
        } else {
            self.text.push('"');
        }
        Ok(())
    }
}

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.0.next();
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Never> {
        self.0.close("]");
        Ok(())
    }
}

impl SerializeTuple for List<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Never> {
        SerializeSeq::end(self)
    }
}

impl SerializeTupleStruct for List<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Never> {
        SerializeSeq::end(self)
    }
}

impl SerializeMap for Object<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.0.next();
        let from = self.0.text.len();
        let Ok(()) = key.serialize(&mut *self.0);
        // JSON keys are always strings.
        if self.0.text.as_bytes().get(from) != Some(&b'"') {
            unwritable();
        }
        self.0.text.push(':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Never> {
        self.0.close("}");
        Ok(())
    }
}

impl SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Never> {
        self.0.field(name);
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Never> {
        self.0.close("}");
        Ok(())
    }
}

impl SerializeTupleVariant for Variant<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.0.next();
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Never> {
        self.0.close("]}");
        Ok(())
    }
}

impl SerializeStructVariant for Variant<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Never> {
        self.0.field(name);
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Never> {
        self.0.close("}}");
        Ok(())
    }
}

impl<'a> Node<'a> {
    /// A string of the program.
    pub fn text(text: &'a str) -> Self {
        Self::Text(text.into())
    }

    /// An object of the program; members without a value are omitted.
    pub fn object<const N: usize>(members: [(&'static str, Option<Self>); N]) -> Self {
        let there = members.into_iter().filter_map(|(key, value)| Some((key.into(), value?)));
        Self::Object(there.collect())
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => items.serialize(serializer),
            Self::Object(members) => {
                let mut sorted: Vec<_> = members.iter().collect();
                // RFC 8785 §3.2.3 compares UTF-16 code units.
                sorted.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
                let mut map = serializer.serialize_map(Some(sorted.len()))?;
                for (key, value) in sorted {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::Piece(text) => super::Raw(text).serialize(serializer),
        }
    }
}

impl fmt::Display for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text(self))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::Raw;
    use super::*;

    #[derive(Serialize)]
    enum Shape {
        Point,
        Round(u8),
        Square { side: i64, tilted: Option<bool> },
        Line(u8, u8),
    }

    #[derive(Serialize)]
    struct All<'a> {
        empty: (),
        map: BTreeMap<&'a str, [i8; 2]>,
        ours: Raw<'a>,
        shapes: Vec<Shape>,
        #[serde(skip_serializing_if = "Option::is_none")]
        skipped: Option<u8>,
        text: &'a str,
        unit: PhantomUnit,
    }

    #[derive(Serialize)]
    struct PhantomUnit;

    #[test]
    fn it_writes_as_serde_json_does() {
        let signs: String = (0..0x250).filter_map(char::from_u32).collect();
        let all = All {
            empty: (),
            map: [("a\"b", [-128, 127]), ("", [0, 1])].into(),
            ours: Raw(r#"{"as": ["it","st\u0061nds"]}"#),
            shapes: vec![
                Shape::Point,
                Shape::Round(255),
                Shape::Square { side: i64::MIN, tilted: Some(true) },
                Shape::Square { side: i64::MAX, tilted: None },
                Shape::Line(0, 1),
            ],
            skipped: None,
            text: &signs,
            unit: PhantomUnit,
        };
        assert_eq!(text(&all), serde_json::to_string(&all).unwrap());
    }

    #[test]
    fn what_is_shown_as_text_is_escaped() {
        struct Shown(&'static str);
        impl Serialize for Shown {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self.0)
            }
        }
        for shown in ["plain", "", "a \"word\"\n"] {
            assert_eq!(text(&Shown(shown)), serde_json::to_string(&shown).unwrap());
        }
    }
}
