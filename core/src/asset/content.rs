//! The content of an asset.

use std::fmt;
use std::str::FromStr;

use crate::types::json::Readable;
use serde::Serialize;

use crate::problem::Code;
use crate::types::{AssetId, FileDigest, Key, ProcessId, Uri, ValueFault, as_string, excerpt, string_schema};

/// The media type of a file (RFC 6838 §4.2), without parameters: `application/pdf`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaType(Box<str>);

impl MediaType {
    /// The type as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MediaType {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let name = |name: &str| {
            (1..=127).contains(&name.len())
                && name.starts_with(|c: char| c.is_ascii_alphanumeric())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || "!#$&-^_.+".contains(c))
        };
        match text.split_once('/') {
            Some((kind, subtype)) if name(kind) && name(subtype) => Ok(Self(text.into())),
            _ => {
                let message = format!("“{}” is not a media type like application/pdf.", excerpt(text));
                Err(ValueFault::new(Code::MediaTypeMalformed, message))
            }
        }
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

as_string!(MediaType, MediaType("".into()));
string_schema!(MediaType, "A media type without parameters.", "pattern": "^[^/]+/[^/]+$");

/// The content of a version of an asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Content {
    /// A file. The host stores its bytes and finds them by their digest.
    File {
        /// The media type.
        media_type: MediaType,
        /// SHA-256 of the bytes.
        sha256: FileDigest,
        /// Its length in bytes.
        #[cfg_attr(feature = "json-schema", schemars(range(max = 9_007_199_254_740_991_u64)))]
        size: u64,
    },
    /// An asset held by an interlinker of the process's catalogue.
    Held {
        /// Its id there.
        asset: Key,
        /// The interlinker.
        interlinker: Key,
    },
    /// A link.
    Link {
        /// The target.
        uri: Uri,
    },
}

impl Content {
    /// Whether both lead to the same bytes. For links, the fragment after `#`, the case of scheme and host, a slash at
    /// the end of the path and the scheme's default port make no difference.
    #[must_use]
    pub fn is_same_thing(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::File { sha256: one, .. }, Self::File { sha256: two, .. }) => one == two,
            (Self::Held { .. }, Self::Held { .. }) => self == other,
            (Self::Link { uri: one }, Self::Link { uri: two }) => one.plain() == two.plain(),
            (Self::File { .. } | Self::Held { .. } | Self::Link { .. }, _) => false,
        }
    }
}

/// What an asset was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    /// The asset.
    pub asset: AssetId,
    /// The process it belongs to, if another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<ProcessId>,
    /// Its version, from 1.
    pub version: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_are_two_names() {
        assert!("application/vnd.oasis.opendocument.text".parse::<MediaType>().is_ok());
        for bad in ["", "pdf", "/pdf", "a/", "a/b/c", "text/html; charset=utf-8", "-a/b"] {
            assert_eq!(bad.parse::<MediaType>().unwrap_err().code(), Code::MediaTypeMalformed, "{bad}");
        }
    }
}
