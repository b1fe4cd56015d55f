//! Writing a plain tree: with the keys of each object in order, so that equal trees are equal texts.

use std::borrow::Cow;
use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Node;

impl<'a> Node<'a> {
    /// A text of the program's own.
    pub(crate) fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// An object of the program's own; members without a value are left out.
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
                sorted.sort_by(|(a, _), (b, _)| a.cmp(b));
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
        // Serialising a tree cannot fail; an empty text would be the sign that it had.
        f.write_str(&serde_json::to_string(self).unwrap_or_default())
    }
}
