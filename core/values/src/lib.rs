//! The lowest layer of `interlink`: values that every block shares, the codes of all refusals, and how refusals are
//! worded.
//!
//! Each type holds only valid values: it is made by a parser that refuses everything else, so no rule in a higher layer
//! has to check again. Programs use these types as `interlink::types`; everything else that is public here is for the
//! layers above, and may change with any version.
#![forbid(unsafe_code)]

// The code that `interlink-derive` generates names this crate, also when it is used in this crate.
extern crate self as interlink_values;

mod base64;
mod carried;
mod code;
mod exact;
mod hex;
pub use exact::EXACT;
pub use hex::derive;
pub mod json;
mod language;
mod licence;
mod name;
mod nearest;
mod ordered;
mod shown;
mod text;
mod time;
mod uri;
pub mod wording;
mod written;
mod zone;

pub use base64::Base64;
pub use carried::Carried;
pub use code::Code;
pub use hex::{
    ApprovalId, AssetId, AssignmentId, AwardId, Commitment, ContributionId, DocumentId, Entropy, EventId,
    FileDigest, Fingerprint, GrantId, ItemId, MandateId, OrganisationId, ParticipationId, ParticipationMarker, PersonId,
    ProcessId, RatingId, RequirementId, RestrictionId, Salt, Seen, SubjectRequestId, TeamId,
};
pub use json::{InputFault, Json};
pub use language::Language;
pub use licence::{Licence, LicenceClass};
pub use name::{CommandId, Country, HostId, Key, Remark};
pub use nearest::{distance, nearest};
pub use ordered::{Entries, Map, Set};
pub use shown::{excerpt, leaves_no_mark, listed, sentence, shown, shown_whole, shows_nothing};
use text::has_control;
pub use text::{Localized, ReadText, Reading};
pub use time::{Date, Timestamp, Window};
pub use uri::Uri;
pub use written::Written;
pub use zone::TimeZone;

use wording::{Said, Sentence};

/// Why a single value was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ValueFault(Box<Said>);

impl ValueFault {
    /// A fault with an exact English message; other languages have a short message for the code.
    #[cold]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self(Box::new(Said::exact(code, message.into())))
    }

    /// A fault with the message of a part of the value.
    #[cold]
    pub fn of(said: Said) -> Self {
        Self(Box::new(said))
    }

    /// The stable code of the fault.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code()
    }

    /// The message.
    pub fn said(&self) -> Said {
        (*self.0).clone()
    }
}

impl From<json::ParseFault> for ValueFault {
    #[cold]
    fn from(fault: json::ParseFault) -> Self {
        Self(Box::new(fault.said()))
    }
}

/// Serialisation for a type that is a string with `Display` and `FromStr`; `$blank` stands for one that could not be
/// read, which the reader never hands out.
#[doc(hidden)]
#[macro_export]
macro_rules! as_string {
    ($name:ident, $blank:expr) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        /// For the host's own types that contain one; the library uses its own reader.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl $crate::json::Readable for $name {
            fn read(reader: &mut $crate::json::Reader<'_>) -> Self {
                reader.parsed(|| $blank)
            }
        }

        impl $crate::json::MapKey for $name {
            fn of(text: &str) -> Result<Self, $crate::ValueFault> {
                text.parse()
            }
        }
    };
}

/// JSON Schema for a type that is written as a string of one shape.
#[doc(hidden)]
#[macro_export]
macro_rules! string_schema {
    ($name:ident, $description:expr, $($key:literal : $value:expr),+) => {
        #[cfg(feature = "json-schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": $description,
                    $($key: $value),+
                })
            }
        }
    };
}

/// The sentences of the refusals of this layer.
#[must_use]
pub fn sentences() -> Vec<&'static Sentence> {
    json::ParseFault::SENTENCES.iter().collect()
}
