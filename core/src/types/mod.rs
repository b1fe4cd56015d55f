//! Small values that every block shares: identifiers, times, languages, and the door for JSON.
//!
//! Each type holds only valid values: it is made by a parser that refuses everything else, so no rule
//! further in has to ask again.

mod base64;
mod carried;
mod hex;
pub(crate) use hex::derive;
pub mod json;
mod language;
mod licence;
mod name;
mod nearest;
mod ordered;
mod shown;
mod text;
mod time;
mod written;

pub use base64::Base64;
pub use carried::Carried;
pub use hex::{
    ApprovalId, AssetId, AssignmentId, AwardId, Commitment, ContributionId, DocumentId, Entropy, EventId,
    FileDigest, Fingerprint, GrantId, ItemId, OrganisationId, ParticipationId, PersonId, ProcessId, RatingId,
    RequirementId, RestrictionId, RightRequestId, Salt, Seen, TeamId, VoiceTag,
};
pub use json::{InputFault, Json};
pub use language::Language;
pub use licence::{Licence, LicenceClass};
pub use name::{CommandId, Country, HostId, Key, Remark};
pub(crate) use nearest::{distance, nearest};
pub use ordered::{Entries, Map, Set};
pub(crate) use shown::{excerpt, leaves_no_mark, listed, sentence, shown, shown_whole, shows_nothing};
use text::has_control;
pub use text::{Localized, Reading};
pub use time::{Date, Timestamp, Window};
pub(crate) use written::Written;

use crate::problem::Code;
use crate::wording::Said;

/// Why a single value was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ValueFault(Box<Said>);

impl ValueFault {
    #[cold]
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Self(Box::new(Said::exact(code, message.into())))
    }

    /// What was said of a part of it.
    #[cold]
    pub(crate) fn of(said: Said) -> Self {
        Self(Box::new(said))
    }

    /// The stable code of the fault.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code()
    }

    /// What it says.
    pub(crate) fn said(&self) -> Said {
        (*self.0).clone()
    }
}

impl From<json::DoorFault> for ValueFault {
    #[cold]
    fn from(fault: json::DoorFault) -> Self {
        Self(Box::new(fault.said()))
    }
}

/// How a type is written and read that is a string with `Display` and `FromStr`; and what stands for one that could not be
/// read, which the reader keeps to itself.
macro_rules! as_string {
    ($name:ident, $blank:expr) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        /// For types of the host's own that hold one; the library reads by a reader of its own.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl $crate::types::json::Readable for $name {
            fn read(reader: &mut $crate::types::json::Reader<'_>) -> Self {
                reader.parsed(|| $blank)
            }
        }

        impl $crate::types::json::MapKey for $name {
            fn of(text: &str) -> Result<Self, $crate::types::ValueFault> {
                text.parse()
            }
        }
    };
}
pub(crate) use as_string;

/// JSON Schema for a type that is written as a string of one shape.
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
pub(crate) use string_schema;
