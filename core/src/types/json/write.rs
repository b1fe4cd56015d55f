//! Writing JSON: without spaces, members in the order in which the types declare them, and of plain trees in the order
//! of their keys, so that equal values are equal texts. For whatever is hashed that is canonical JSON (RFC 8785).

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use serde::Serialize;
use serde::ser::{
    Error, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::Node;
use super::piece::SIGN;

/// Writing never fails: there is no such thing.
#[derive(Debug, thiserror::Error)]
pub(super) enum Never {}

impl Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        unwritable()
    }
}

/// No type of this library has a part that JSON cannot hold: no fractions, no bytes, no keys but texts. One that had could
/// never be written, and the first test of it would end here.
#[expect(
    clippy::panic,
    reason = "which types there are is decided when the library is built, not by what comes in"
)]
fn unwritable() -> ! {
    panic!("a type has a part that JSON cannot hold")
}

/// Writes a value.
pub(crate) fn text(value: &(impl Serialize + ?Sized)) -> String {
    let mut text = String::with_capacity(512);
    let Ok(()) = value.serialize(&mut Writer { text: &mut text, piece: false });
    text
}

struct Writer<'w> {
    text: &'w mut String,
    /// Whether a text is a piece of JSON, and written as it stands.
    piece: bool,
}

impl Writer<'_> {
    fn string(&mut self, text: &str) {
        self.text.push('"');
        let mut rest = text;
        while let Some(at) = rest.bytes().position(must_be_escaped) {
            let (plain, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.text.push_str(plain);
            // What must be escaped is one byte long.
            let mut chars = after.chars();
            chars.next().into_iter().for_each(|sign| self.escaped(sign));
            rest = chars.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    /// As RFC 8785 §3.2.2.2 wants it.
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
                // Writing into a text cannot fail.
                write!(self.text, "\\u{:04x}", u32::from(sign)).ok();
                return;
            }
        };
        self.text.push('\\');
        self.text.push(short);
    }

    fn number(&mut self, number: impl itoa::Integer) {
        self.text.push_str(itoa::Buffer::new().format(number));
    }

    /// Begins a variant with content.
    fn variant(&mut self, name: &str) {
        self.text.push_str("{\"");
        self.text.push_str(name);
        self.text.push_str("\":");
    }

    fn open<'w>(&'w mut self, opening: &str, closing: &'static str) -> Parts<'w> {
        self.text.push_str(opening);
        Parts { text: self.text, first: true, closing, piece: false }
    }
}

const fn must_be_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// A list or an object that is being written.
struct Parts<'w> {
    text: &'w mut String,
    first: bool,
    closing: &'static str,
    /// Whether it is neither, but a piece of JSON.
    piece: bool,
}

impl Parts<'_> {
    fn next(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.text.push(',');
        }
    }

    /// Names of fields need no escaping.
    fn field(&mut self, key: &str) {
        if self.piece {
            return;
        }
        self.next();
        self.text.push('"');
        self.text.push_str(key);
        self.text.push_str("\":");
    }

    fn close(self) {
        self.text.push_str(self.closing);
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        value.serialize(&mut Writer { text: self.text, piece: self.piece })
    }
}

impl<'w> Serializer for &'w mut Writer<'_> {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Parts<'w>;
    type SerializeTuple = Parts<'w>;
    type SerializeTupleStruct = Parts<'w>;
    type SerializeTupleVariant = Parts<'w>;
    type SerializeMap = Parts<'w>;
    type SerializeStruct = Parts<'w>;
    type SerializeStructVariant = Parts<'w>;

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
        self.number(value);
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
        self.number(value);
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
        if self.piece {
            self.text.push_str(value);
        } else {
            self.string(value);
        }
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Never> {
        unwritable()
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
        value.serialize(&mut *self)?;
        self.text.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'w>, Never> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'w>, Never> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'w>, Never> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Parts<'w>, Never> {
        self.variant(name);
        Ok(self.open("[", "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'w>, Never> {
        Ok(self.open("{", "}"))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Parts<'w>, Never> {
        if name == SIGN {
            return Ok(Parts { text: self.text, first: true, closing: "", piece: true });
        }
        Ok(self.open("{", "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Parts<'w>, Never> {
        self.variant(name);
        Ok(self.open("{", "}}"))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), Never> {
        self.text.push('"');
        let from = self.text.len();
        // Writing into a text cannot fail.
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

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.next();
        self.value(value)
    }

    fn end(self) -> Result<(), Never> {
        self.close();
        Ok(())
    }
}

impl SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Never> {
        SerializeSeq::end(self)
    }
}

impl SerializeTupleStruct for Parts<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Never> {
        SerializeSeq::end(self)
    }
}

impl SerializeTupleVariant for Parts<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Never> {
        SerializeSeq::end(self)
    }
}

impl SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.next();
        let from = self.text.len();
        self.value(key)?;
        // JSON has no other keys than texts.
        if self.text.as_bytes().get(from) != Some(&b'"') {
            unwritable();
        }
        self.text.push(':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.value(value)
    }

    fn end(self) -> Result<(), Never> {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Never> {
        self.field(name);
        self.value(value)
    }

    fn end(self) -> Result<(), Never> {
        self.close();
        Ok(())
    }
}

impl SerializeStructVariant for Parts<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Never> {
        SerializeStruct::serialize_field(self, name, value)
    }

    fn end(self) -> Result<(), Never> {
        SerializeStruct::end(self)
    }
}

impl<'a> Node<'a> {
    /// A text of the program's own.
    #[cfg(feature = "interop")]
    pub(crate) fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// An object of the program's own; members without a value are left out.
    #[cfg(feature = "interop")]
    pub(crate) fn object<const N: usize>(members: [(&'static str, Option<Self>); N]) -> Self {
        let there = members.into_iter().filter_map(|(key, value)| Some((Cow::Borrowed(key), value?)));
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
                // RFC 8785 §3.2.3 compares as UTF-16 does.
                sorted.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
                let mut map = serializer.serialize_map(Some(sorted.len()))?;
                for (key, value) in sorted {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
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

    use serde_json::value::RawValue;

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
        piece: &'a RawValue,
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
        let piece = RawValue::from_string(r#"{"as": ["it","st\u0061nds"]}"#.to_owned()).unwrap();
        let signs: String = (0..0x250).filter_map(char::from_u32).collect();
        let all = All {
            empty: (),
            map: [("a\"b", [-128, 127]), ("", [0, 1])].into(),
            ours: Raw(piece.get()),
            piece: &piece,
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
