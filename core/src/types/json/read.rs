//! Types from JSON whose members stand in the order in which the types declare them, in one spelling only: a struct is
//! an object and nothing else, a variant without content is a string and nothing else.
//!
//! That is how the library writes, and the declared order of whatever is hashed is the canonical one (RFC 8785 §3.2.3);
//! what comes from outside is brought into it first. So a member is either the next one or it is not there: nothing is
//! looked up, nothing is buffered, and of each type there is one reader, which is most of what makes a download small.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::fault::Fault;
use super::lexer::Lexer;
use super::{InputFault, Node, Segment};
use crate::problem::Code;
use crate::types::excerpt;

/// Reads a text as this library wrote it.
///
/// # Errors
/// The first fault, with its path.
pub(crate) fn own<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, InputFault> {
    whole(Reader { lexer: Lexer::new(text), absent: false, lenient: false, sorted: false })
}

/// Reads of a text as this library wrote it what the type names; other members are passed over.
///
/// # Errors
/// The first fault, with its path.
pub(crate) fn part<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, InputFault> {
    whole(Reader { lexer: Lexer::new(text), absent: false, lenient: true, sorted: false })
}

fn whole<'de, T: Deserialize<'de>>(mut reader: Reader<'de>) -> Result<T, InputFault> {
    let read = T::deserialize(&mut reader)?;
    if reader.lexer.is_done() { Ok(read) } else { Err(Fault::malformed().into()) }
}

impl Node<'_> {
    /// Reads a type.
    pub(crate) fn read<T: for<'de> Deserialize<'de>>(&self) -> Result<T, InputFault> {
        whole(Reader { lexer: Lexer::new(&self.to_string()), absent: false, lenient: false, sorted: true })
    }
}

struct Reader<'de> {
    lexer: Lexer<'de>,
    /// Whether the value that is asked for next is not there; only an option takes that.
    absent: bool,
    /// Whether members that a type does not name are passed over.
    lenient: bool,
    /// Whether the text is one whose members were sorted, so that a type must declare its fields in that order.
    sorted: bool,
}

impl<'de> Reader<'de> {
    /// Before a value: what it begins with, if it is there.
    fn begin(&mut self) -> Result<u8, Fault> {
        if std::mem::take(&mut self.absent) { Err(Fault::ABSENT) } else { self.lexer.peek() }
    }

    fn open(&mut self, bracket: u8, expected: &str) -> Result<(), Fault> {
        if self.begin()? == bracket {
            self.lexer.step();
            Ok(())
        } else {
            Err(self.wrong(expected))
        }
    }

    /// Something else stands here than is expected.
    #[cold]
    fn wrong(&self, expected: &str) -> Fault {
        Fault::wrong(expected, self.lexer.kind())
    }

    fn fields<V: Visitor<'de>>(
        &mut self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        debug_assert!(!self.sorted || names.is_sorted(), "the fields {names:?} are not in order");
        self.open(b'{', "an object")?;
        let begun = self.lexer;
        let mut fields = Fields { reader: self, names, next: 0, first: true };
        match visitor.visit_seq(&mut fields) {
            Ok(value) => fields.end().map(|()| value),
            Err(fault) => Err(fields.lacking(begun, fault)),
        }
    }
}

/// Methods that do what another one does.
macro_rules! as_another {
    ($($($method:ident)+ => $other:ident;)+) => {
        $($(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            self.$other(visitor)
        })+)+
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.begin()? {
            b'n' => self.deserialize_unit(visitor),
            b't' | b'f' => self.deserialize_bool(visitor),
            b'"' => self.deserialize_str(visitor),
            b'[' => self.deserialize_seq(visitor),
            b'{' => self.deserialize_map(visitor),
            _ => self.deserialize_i64(visitor),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.begin()?;
        if self.lexer.word("null") { visitor.visit_unit() } else { Err(self.wrong("null")) }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.begin()?;
        match (self.lexer.word("true"), self.lexer.word("false")) {
            (false, false) => Err(self.wrong("true or false")),
            (value, _) => visitor.visit_bool(value),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if !matches!(self.begin()?, b'-' | b'0'..=b'9') {
            return Err(self.wrong("a whole number"));
        }
        let number = self.lexer.integer()?;
        match u64::try_from(number) {
            Ok(number) => visitor.visit_u64(number),
            Err(_) => visitor.visit_i64(number),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.begin()? != b'"' {
            return Err(self.wrong("a string"));
        }
        match self.lexer.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.begin()?;
        visitor.visit_borrowed_bytes(self.lexer.skip()?.as_bytes())
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.begin()?;
        self.lexer.skip()?;
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if std::mem::take(&mut self.absent) || self.lexer.word("null") {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.open(b'[', "a list")?;
        let mut items = Items { reader: self, next: 0, done: false };
        let value = visitor.visit_seq(&mut items)?;
        items.end().map(|()| value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.open(b'{', "an object")?;
        visitor.visit_map(Members { reader: self, key: Cow::Borrowed(""), first: true })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.fields(names, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let content = match self.begin()? {
            b'"' => false,
            b'{' => true,
            _ => return Err(self.wrong("a string or an object with one member")),
        };
        if content {
            self.lexer.step();
            if self.lexer.peek()? == b'}' {
                return Err(Fault::one_member());
            }
        }
        let name = if content { self.lexer.key() } else { self.lexer.string() }?;
        visitor.visit_enum(Variant { reader: self, name, content })
    }

    as_another! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64 => deserialize_i64;
        deserialize_string deserialize_char deserialize_identifier => deserialize_str;
        deserialize_byte_buf => deserialize_bytes;
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_unit(visitor)
    }

    serde::forward_to_deserialize_any! { i128 u128 f32 f64 }
}

/// The members of an object that are fields of a struct.
struct Fields<'r, 'de> {
    reader: &'r mut Reader<'de>,
    names: &'static [&'static str],
    next: usize,
    first: bool,
}

impl Fields<'_, '_> {
    /// Goes to the next field; gives its name, and leaves the reader before its value if it is there.
    fn find(&mut self) -> Result<&'static str, Fault> {
        let Some(name) = self.names.get(self.next) else { return Err(Fault::malformed()) };
        self.next += 1;
        loop {
            let (before, first) = (self.reader.lexer, self.first);
            if !self.reader.lexer.member(&mut self.first)? {
                break;
            }
            if self.reader.lexer.exactly(name) {
                self.reader.absent = false;
                return Ok(name);
            }
            let key = self.reader.lexer.key()?;
            if self.names.get(self.next..).is_some_and(|later| later.contains(&key.as_ref())) {
                (self.reader.lexer, self.first) = (before, first);
                break;
            }
            self.pass_over(&key)?;
        }
        self.reader.absent = true;
        Ok(name)
    }

    /// After the last field.
    fn end(&mut self) -> Result<(), Fault> {
        self.reader.absent = false;
        while self.reader.lexer.member(&mut self.first)? {
            let key = self.reader.lexer.key()?;
            self.pass_over(&key)?;
        }
        self.reader.lexer.step();
        Ok(())
    }

    /// A member that is no field, or stands where none can be.
    fn pass_over(&mut self, key: &str) -> Result<(), Fault> {
        if !self.reader.lenient {
            return Err(Fault::unknown(key, self.names));
        }
        self.reader.lexer.skip().map(drop)
    }

    /// A fault on the way out. Of a field that is missing it is said which; if that is so because another was
    /// misspelt, that one is named, as that is what has to be put right.
    #[cold]
    fn lacking(&self, mut lexer: Lexer<'_>, fault: Fault) -> Fault {
        let Some(nth) = fault.lacks() else { return fault };
        let mut first = true;
        while lexer.member(&mut first).is_ok_and(|there| there) {
            let Ok(key) = lexer.key() else { break };
            if !self.reader.lenient && !self.names.contains(&key.as_ref()) {
                return Fault::unknown(&key, self.names);
            }
            if lexer.skip().is_err() {
                break;
            }
        }
        Fault::missing(self.names.get(nth).copied().unwrap_or_default())
    }
}

impl<'de> SeqAccess<'de> for &mut Fields<'_, 'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let name = self.find()?;
        match seed.deserialize(&mut *self.reader) {
            Ok(value) => Ok(Some(value)),
            Err(fault) if fault.is_absent() => Ok(None),
            Err(fault) => Err(fault.within(Segment::Key(Cow::Borrowed(name)))),
        }
    }
}

struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    /// The number of the next one, from 0.
    next: usize,
    done: bool,
}

impl Items<'_, '_> {
    /// Goes to the next item, if there is one.
    fn find(&mut self) -> Result<bool, Fault> {
        self.done = self.done || !self.reader.lexer.item(self.next == 0)?;
        Ok(!self.done)
    }

    /// Whoever read the items may have stopped before the end, and then there is one too many.
    fn end(&mut self) -> Result<(), Fault> {
        if !self.find()? {
            return Ok(());
        }
        Err(Fault::new(Code::JsonWrongType, "The list has more items than are expected here."))
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        if !self.find()? {
            return Ok(None);
        }
        let at = self.next;
        self.next += 1;
        match seed.deserialize(&mut *self.reader) {
            Ok(value) => Ok(Some(value)),
            Err(fault) => Err(fault.within(Segment::Index(at))),
        }
    }
}

/// The members of an object that is a map.
struct Members<'r, 'de> {
    reader: &'r mut Reader<'de>,
    key: Cow<'de, str>,
    first: bool,
}

impl Members<'_, '_> {
    fn here(&self, fault: Fault) -> Fault {
        fault.within(Segment::Key(Cow::Owned(self.key.clone().into_owned())))
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        if !self.reader.lexer.member(&mut self.first)? {
            self.reader.lexer.step();
            return Ok(None);
        }
        self.key = self.reader.lexer.key()?;
        let read = seed.deserialize(StrDeserializer::<Fault>::new(&self.key));
        read.map(Some).map_err(|fault| self.here(fault))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        seed.deserialize(&mut *self.reader).map_err(|fault| self.here(fault))
    }
}

struct Variant<'r, 'de> {
    reader: &'r mut Reader<'de>,
    name: Cow<'de, str>,
    content: bool,
}

impl<'r, 'de> Variant<'r, 'de> {
    /// What is wrong with a variant's content, or with what stands beside it.
    fn close<T>(self, read: Result<T, Fault>) -> Result<T, Fault> {
        match read {
            Ok(value) if self.reader.lexer.only() => Ok(value),
            Ok(_) => Err(Fault::one_member()),
            Err(fault) => Err(fault.within(Segment::Key(Cow::Owned(self.name.into_owned())))),
        }
    }

    fn has_content(&self) -> Result<(), Fault> {
        if self.content {
            return Ok(());
        }
        let message = format!("“{}” is an object with one member.", excerpt(&self.name));
        Err(Fault::new(Code::JsonWrongType, message))
    }
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        let name = seed.deserialize(StrDeserializer::<Fault>::new(&self.name))?;
        Ok((name, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        if !self.content {
            return Ok(());
        }
        self.reader.lexer.skip()?;
        if !self.reader.lexer.only() {
            return Err(Fault::one_member());
        }
        let message = format!("“{}” stands alone, as a string.", excerpt(&self.name));
        Err(Fault::new(Code::JsonWrongType, message))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        self.has_content()?;
        let read = seed.deserialize(&mut *self.reader);
        self.close(read)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.has_content()?;
        let read = self.reader.deserialize_seq(visitor);
        self.close(read)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.has_content()?;
        let read = self.reader.fields(names, visitor);
        self.close(read)
    }
}
