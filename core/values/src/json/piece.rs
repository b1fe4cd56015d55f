//! Pieces of JSON that are passed on unchanged.

use std::sync::Arc;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::{Readable, Reader, write};

/// The marker by which `serde_json` recognises a piece of JSON to write unchanged. It is used here so that types with
/// such pieces can also be written with `serde_json`; a test compares the results.
const SIGN: &str = "$serde_json::private::RawValue";

/// A piece of JSON, in written form.
///
/// Not a `serde_json::Value`, whose order of members depends on the features that other crates of a program enable in
/// `serde_json`: this has the same bytes everywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Json(Arc<str>);

impl Json {
    /// Writes a value.
    pub fn of(value: impl Serialize) -> Self {
        Self(write::text(&value).into())
    }

    /// JSON that was written before.
    pub fn written(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The parsed value.
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        serde_json::from_str(&self.0).unwrap_or_default()
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Raw(&self.0).serialize(serializer)
    }
}

impl Readable for Json {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self::written(reader.raw().0)
    }
}

crate::deserialized!(Json);

#[cfg(feature = "json-schema")]
impl schemars::JsonSchema for Json {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Json".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        serde_json::Value::json_schema(generator)
    }
}

/// A piece of a text that is read or written unchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raw<'a>(pub &'a str);

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The library's own writer is not human-readable, and takes bytes as what they are here: JSON.
        if !serializer.is_human_readable() {
            return serializer.serialize_bytes(self.0.as_bytes());
        }
        let mut piece = serializer.serialize_struct(SIGN, 1)?;
        piece.serialize_field(SIGN, self.0)?;
        piece.end()
    }
}
