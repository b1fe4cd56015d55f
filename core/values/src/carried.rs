//! What another format contains and the model does not.

use crate::json::{Readable, Reader};
use serde::Serialize;

/// A part of another format that the model cannot represent, kept so that it can be written back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The JSON at this place; absent if the other format has nothing there although the model has something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub json: Option<String>,
    /// The place, as a JSON Pointer (RFC 6901).
    pub pointer: String,
}

/// The read form: what another program wrote is kept character by character.
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
