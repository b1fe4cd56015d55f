//! A prerequisite: what one item waits for in another.

use crate::types::json::Readable;
use serde::Serialize;

use super::{Ix, Status};
use crate::governance::{Enforcement, PrerequisitePolicy};
use crate::types::{Commitment, PersonId, Timestamp};

/// The status of the other item that is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// It comes before in order and must be finished first. INTERLINK's `"type": "previous"`.
    Previous,
    /// It is in progress or finished.
    InProgress,
    /// It is finished. INTERLINK's `"status": "finished"`.
    Finished,
}

impl Needs {
    /// Whether an item with this status meets it.
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

    /// The requirement in words.
    #[must_use]
    pub const fn as_words(self) -> &'static str {
        match self {
            Self::Previous => "come first",
            Self::InProgress => "be in progress",
            Self::Finished => "be finished",
        }
    }
}

/// A waiver: work may begin although the prerequisite is unmet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Passed {
    /// The time.
    pub at: Timestamp,
    /// The actor.
    pub by: PersonId,
    /// Why: a commitment to a text in the vault.
    pub reason: Commitment,
}

/// One item waits for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    pub(crate) on: Ix,
    /// The status waited for.
    pub needs: Needs,
    /// Its waiver, if it was waived.
    pub passed: Option<Passed>,
}
