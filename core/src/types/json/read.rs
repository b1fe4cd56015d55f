//! Types from the plain tree, in one spelling only: a struct is an object and nothing else, a variant without
//! content is a string and nothing else.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::value::{CowStrDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};

use super::{InputFault, Node, Segment, pointer};
use crate::problem::Code;
use crate::types::{excerpt, split_fault};

impl<'a> Node<'a> {
    /// Reads a type.
    pub(crate) fn read<T: Deserialize<'a>>(self) -> Result<T, InputFault> {
        T::deserialize(self).map_err(|refusal| {
            let Refusal { code, message, path } = *refusal.0;
            InputFault::new(code, pointer(path.iter().rev()), message)
        })
    }
}

/// A fault on its way out; each level that it passes adds its step to the path.
#[derive(Debug)]
struct Refusal {
    code: Code,
    message: String,
    /// From the fault outwards.
    path: Vec<Segment<'static>>,
}

#[derive(Debug)]
pub(crate) struct Fault(Box<Refusal>);

impl Fault {
    fn new(code: Code, message: impl Into<String>) -> Self {
        Self(Box::new(Refusal { code, message: message.into(), path: Vec::new() }))
    }

    fn wrong(expected: impl fmt::Display, found: &Node<'_>) -> Self {
        Self::new(
            Code::JsonWrongType,
            capital(&format!("{expected} is expected here, not {}.", found.kind())),
        )
    }

    fn within(mut self, segment: Segment<'static>) -> Self {
        self.0.path.push(segment);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        match split_fault(&message) {
            Some((code, message)) => Self::new(code, message),
            None => Self::new(Code::JsonWrongType, capital(&message)),
        }
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Unit | Unexpected::Option => "null",
            Unexpected::Bool(_) => "true or false",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
            Unexpected::Str(_) | Unexpected::Char(_) | Unexpected::Bytes(_) => "a string",
            Unexpected::Seq => "a list",
            _ => "an object",
        };
        let expected = match expected.to_string().as_str() {
            "u8" | "u16" | "u32" | "u64" | "i64" | "usize" => "a whole number".to_owned(),
            "a boolean" => "true or false".to_owned(),
            "a sequence" | "a list" => "a list".to_owned(),
            "a map" => "an object".to_owned(),
            other => other.to_owned(),
        };
        Self::new(Code::JsonWrongType, capital(&format!("{expected} is expected here, not {found}.")))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match found {
            Unexpected::Unsigned(number) => {
                Self::new(Code::JsonWrongType, format!("{number} is out of range here."))
            }
            Unexpected::Signed(number) => {
                Self::new(Code::JsonWrongType, format!("{number} is out of range here."))
            }
            _ => Self::invalid_type(found, expected),
        }
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        let message = format!("“{}” is none of: {}.", excerpt(found), expected.join(", "));
        Self::new(Code::JsonUnknownVariant, message)
    }

    fn unknown_field(found: &str, expected: &'static [&'static str]) -> Self {
        let known = if expected.is_empty() { "none".to_owned() } else { expected.join(", ") };
        let message = format!("There is no field “{}” here; there are {known}.", excerpt(found));
        Self::new(Code::JsonUnknownField, message)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Code::JsonMissingField, format!("The field “{field}” is missing."))
    }
}

fn key(name: Cow<'_, str>) -> Segment<'static> {
    Segment::Key(Cow::Owned(name.into_owned()))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::Integer(number) => match u64::try_from(number) {
                Ok(number) => visitor.visit_u64(number),
                Err(_) => visitor.visit_i64(number),
            },
            Self::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Self::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Self::List(items) => visitor.visit_seq(Items { items: items.into_iter(), next: 0 }),
            Self::Object(members) => visitor.visit_map(Members { members: members.into_iter(), value: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self {
            Self::Null => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self {
            object @ Self::Object(_) => object.deserialize_any(visitor),
            other => Err(Fault::wrong("an object", &other)),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self {
            list @ Self::List(_) => list.deserialize_any(visitor),
            other => Err(Fault::wrong("a list", &other)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self {
            Self::Text(name) => visitor.visit_enum(Variant { name, content: None }),
            Self::Object(members) => {
                let mut members = members.into_iter();
                match (members.next(), members.next()) {
                    (Some((name, content)), None) => {
                        visitor.visit_enum(Variant { name, content: Some(content) })
                    }
                    _ => Err(Fault::new(Code::JsonWrongType, "An object with one member is expected here.")),
                }
            }
            other => Err(Fault::wrong("a string or an object with one member", &other)),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple
        tuple_struct identifier ignored_any
    }
}

struct Items<'de> {
    items: std::vec::IntoIter<Node<'de>>,
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let at = self.next;
        self.next += 1;
        seed.deserialize(item).map(Some).map_err(|fault| fault.within(Segment::Index(at)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Members<'de> {
    members: std::vec::IntoIter<(Cow<'de, str>, Node<'de>)>,
    value: Option<(Cow<'de, str>, Node<'de>)>,
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((key, value)) = self.members.next() else { return Ok(None) };
        let step = || self::key(key.clone());
        let found = match &key {
            Cow::Borrowed(key) => {
                seed.deserialize(serde::de::value::BorrowedStrDeserializer::<Fault>::new(key))
            }
            Cow::Owned(key) => seed.deserialize(StrDeserializer::<Fault>::new(key)),
        };
        let found = found.map_err(|fault| fault.within(step()))?;
        self.value = Some((key, value));
        Ok(Some(found))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        // Serde asks for a key before each value.
        let Some((key, value)) = self.value.take() else { return Err(Fault::missing_field("")) };
        seed.deserialize(value).map_err(|fault| fault.within(self::key(key)))
    }
}

struct Variant<'de> {
    name: Cow<'de, str>,
    content: Option<Node<'de>>,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        let name: CowStrDeserializer<'_, Fault> = self.name.clone().into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> Variant<'de> {
    fn content(self) -> Result<(Cow<'de, str>, Node<'de>), Fault> {
        match self.content {
            Some(content) => Ok((self.name, content)),
            None => {
                let message = format!("“{}” is an object with one member.", excerpt(&self.name));
                Err(Fault::new(Code::JsonWrongType, message))
            }
        }
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match self.content {
            None => Ok(()),
            Some(_) => {
                let message = format!("“{}” stands alone, as a string.", excerpt(&self.name));
                Err(Fault::new(Code::JsonWrongType, message))
            }
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        let (name, content) = self.content()?;
        seed.deserialize(content).map_err(|fault| fault.within(key(name)))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        let (name, content) = self.content()?;
        content.deserialize_seq(visitor).map_err(|fault| fault.within(key(name)))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let (name, content) = self.content()?;
        content.deserialize_map(visitor).map_err(|fault| fault.within(key(name)))
    }
}
