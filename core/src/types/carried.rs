//! What another format has and the model has not.

use crate::types::json::Readable;
use serde::Serialize;

/// Something of another format that the model has no place for, kept so that it can be written back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// What stands there, as JSON; nothing where there is nothing although the model has something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub json: Option<String>,
    /// Where, as a JSON Pointer (RFC 6901).
    pub pointer: String,
}
