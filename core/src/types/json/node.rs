//! The plain tree that a text is read into.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;

use hashbrown::HashSet;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{InputFault, MOST_DEPTH, MOST_INTEGER, MOST_VALUES, Segment, ValueFault, pointer, twice};
use crate::problem::Code;

/// A JSON value without floats, whose objects have every key once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node<'a> {
    Null,
    Bool(bool),
    Integer(i64),
    Text(Cow<'a, str>),
    List(Vec<Self>),
    Object(Vec<(Cow<'a, str>, Self)>),
}

impl<'a> Node<'a> {
    /// Reads a text, and refuses what JSON readers disagree about before any of it is believed.
    pub(crate) fn admit(bytes: &'a [u8], most_bytes: usize) -> Result<Self, InputFault> {
        if bytes.len() > most_bytes {
            let message = format!("The text has {} bytes; at most {most_bytes} are taken.", bytes.len());
            return Err(InputFault::new(Code::JsonTooLarge, "", message));
        }
        let text = std::str::from_utf8(bytes).map_err(|e| {
            InputFault::new(Code::JsonNotUtf8, "", format!("Byte {} is not UTF-8.", e.valid_up_to()))
        })?;
        let progress = Progress { path: RefCell::default(), values: Cell::new(0), fault: RefCell::default() };
        let mut lexer = serde_json::Deserializer::from_str(text);
        let built = Build { progress: &progress, depth: 0 }.deserialize(&mut lexer);
        built.and_then(|node| lexer.end().map(|()| node)).map_err(|error| {
            let path = pointer(&*progress.path.borrow());
            match progress.fault.take() {
                Some(fault) => InputFault::new(fault.code(), path, fault.to_string()),
                None => InputFault::new(Code::JsonSyntax, path, format!("The JSON is malformed: {error}.")),
            }
        })
    }

    /// What the value is, in words.
    #[cfg(feature = "interop")]
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Integer(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// A member of an object.
    pub(crate) fn member(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Takes a member out of an object.
    pub(crate) fn take(&mut self, name: &str) -> Option<Self> {
        match self {
            Self::Object(members) => {
                let at = members.iter().position(|(key, _)| key == name)?;
                Some(members.remove(at).1)
            }
            _ => None,
        }
    }
}

/// Where the reading is, for the path of a fault; how much was read; and the fault that is none of the syntax.
struct Progress<'de> {
    path: RefCell<Vec<Segment<'de>>>,
    values: Cell<usize>,
    fault: RefCell<Option<ValueFault>>,
}

#[derive(Clone, Copy)]
struct Build<'p, 'de> {
    progress: &'p Progress<'de>,
    depth: u8,
}

impl<'de> Build<'_, 'de> {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= MOST_DEPTH {
            let message = format!("Lists and objects nest deeper than {MOST_DEPTH} levels.");
            return Err(self.refuse(ValueFault::new(Code::JsonTooDeep, message)));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    /// Notes a fault: errors of serde are only texts.
    fn refuse<E: serde::de::Error>(self, fault: ValueFault) -> E {
        self.progress.fault.replace(Some(fault));
        E::custom("")
    }

    fn enter(self, segment: Segment<'de>) {
        self.progress.path.borrow_mut().push(segment);
    }

    /// Leaves only after success: a fault finds the path as it was.
    fn leave(self) {
        self.progress.path.borrow_mut().pop();
    }
}

impl<'de> DeserializeSeed<'de> for Build<'_, 'de> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        let values = self.progress.values.get() + 1;
        self.progress.values.set(values);
        if values > MOST_VALUES {
            let message = format!("The text holds more than {MOST_VALUES} values.");
            return Err(self.refuse(ValueFault::new(Code::JsonTooLarge, message)));
        }
        deserializer.deserialize_any(self)
    }
}

fn number_fault(shown: impl fmt::Display) -> ValueFault {
    let message = format!("{shown} is not a whole number between −(2^53 − 1) and 2^53 − 1.");
    ValueFault::new(Code::JsonNumber, message)
}

impl<'de> Visitor<'de> for Build<'_, 'de> {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Bool(value))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Node<'de>, E> {
        let kept = i64::try_from(number).ok().filter(|number| *number <= MOST_INTEGER);
        kept.map(Node::Integer).ok_or_else(|| self.refuse(number_fault(number)))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Node<'de>, E> {
        if (-MOST_INTEGER..=MOST_INTEGER).contains(&number) {
            Ok(Node::Integer(number))
        } else {
            Err(self.refuse(number_fault(number)))
        }
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Node<'de>, E> {
        Err(self.refuse(number_fault(format_args!("{number:?}"))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'de>, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        loop {
            self.enter(Segment::Index(list.len()));
            let item = items.next_element_seed(inner)?;
            self.leave();
            match item {
                Some(item) => list.push(item),
                None => return Ok(Node::List(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Node<'de>, A::Error> {
        /// Up to here, looking through a list is faster than hashing.
        const FEW: usize = 16;
        let inner = self.deeper()?;
        let mut object: Vec<(Cow<'de, str>, Node<'de>)> = Vec::new();
        let mut seen: HashSet<Cow<'de, str>> = HashSet::new();
        while let Some(key) = members.next_key_seed(Name)? {
            let known = if object.len() < FEW {
                object.iter().any(|(other, _)| *other == key)
            } else {
                if seen.is_empty() {
                    seen.extend(object.iter().map(|(key, _)| key.clone()));
                }
                !seen.insert(key.clone())
            };
            if known {
                return Err(self.refuse(twice(&key)));
            }
            self.enter(Segment::Key(key.clone()));
            let value = members.next_value_seed(inner)?;
            self.leave();
            object.push((key, value));
        }
        Ok(Node::Object(object))
    }
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
