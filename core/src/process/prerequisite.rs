//! What one item waits for in another.

use crate::types::json::Readable;
use serde::Serialize;

use super::{Ix, Status};
use crate::governance::{Enforcement, PrerequisitePolicy};
use crate::types::{Commitment, PersonId, Timestamp};

/// What of the other item is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// It comes before in order, and is finished first. INTERLINK's `"type": "previous"`.
    Previous,
    /// It is in progress or finished.
    InProgress,
    /// It is finished. INTERLINK's `"status": "finished"`.
    Finished,
}

impl Needs {
    /// Whether an item with this status is what was waited for.
    #[must_use]
    pub fn met_by(self, status: Status) -> bool {
        match self {
            Self::Previous | Self::Finished => status == Status::Finished,
            Self::InProgress => status >= Status::InProgress,
        }
    }

    /// Whether a model holds work back for it or only warns.
    #[must_use]
    pub const fn enforcement(self, policy: &PrerequisitePolicy) -> Enforcement {
        match self {
            Self::Previous => policy.previous,
            Self::InProgress | Self::Finished => policy.status,
        }
    }

    /// What is waited for, in words.
    #[must_use]
    pub const fn as_words(self) -> &'static str {
        match self {
            Self::Previous => "come first",
            Self::InProgress => "be in progress",
            Self::Finished => "be finished",
        }
    }
}

/// Somebody let work begin although this was unmet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Passed {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: PersonId,
    /// Why: a commitment to a text in the vault.
    pub reason: Commitment,
}

/// One item waits for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    pub(crate) on: Ix,
    /// What is waited for.
    pub needs: Needs,
    /// Whether its gate was passed.
    pub passed: Option<Passed>,
}
