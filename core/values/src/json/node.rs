//! The plain tree that the parser makes.

use std::borrow::Cow;

/// A JSON value whose objects have no duplicate keys. It has no floats, except in a piece that is passed on unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number within ±(2^53 − 1).
    Integer(i64),
    /// A string, without its escapes.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Self>),
    /// An object without duplicate keys.
    Object(Vec<(Cow<'a, str>, Self)>),
    /// A value that another format may have and this library does not read: a fraction, a number that not every reader
    /// keeps exactly, lists and objects that are nested too deep. Only [`Node::parse_foreign`] accepts it, and nothing
    /// reads its content.
    Piece(Cow<'a, str>),
}

impl<'a> Node<'a> {
    /// The kind of the value, as a phrase.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Integer(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
            Self::Piece(text) => match text.as_bytes().first() {
                Some(b'[') => "a list",
                Some(b'{') => "an object",
                Some(_) | None => "a number",
            },
        }
    }

    /// A member of an object.
    pub fn member(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A mutable reference to a member of an object.
    pub fn member_mut(&mut self, name: &str) -> Option<&mut Self> {
        match self {
            Self::Object(members) => members.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Removes a member from an object.
    pub fn take(&mut self, name: &str) -> Option<Self> {
        match self {
            Self::Object(members) => {
                let at = members.iter().position(|(key, _)| key == name)?;
                Some(members.remove(at).1)
            }
            _ => None,
        }
    }
}
