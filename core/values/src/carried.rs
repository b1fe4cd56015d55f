//! What another format has and the model has not.

use crate::json::{Readable, Reader};
use serde::Serialize;

/// Something of another format that the model has no place for, kept so that it can be written back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// What stands there, as JSON; nothing where there is nothing although the model has something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub json: Option<String>,
    /// Where, as a JSON Pointer (RFC 6901).
    pub pointer: String,
}

/// As it is read: what another program wrote is carried with every character of it.
#[derive(Readable)]
#[serde(deny_unknown_fields)]
struct AsWritten {
    #[serde(default)]
    json: Option<Verbatim>,
    pointer: Verbatim,
}

struct Verbatim(String);

impl Readable for Verbatim {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self(reader.string().into_owned())
    }
}

crate::deserialized!(Carried);

impl Readable for Carried {
    fn read(reader: &mut Reader<'_>) -> Self {
        let AsWritten { json, pointer } = AsWritten::read(reader);
        Self { json: json.map(|json| json.0), pointer: pointer.0 }
    }
}
