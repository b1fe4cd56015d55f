//! The purposes that a process requires.

use crate::types::json::Readable;
use serde::Serialize;

use super::Event;
use crate::consent::PurposeRef;
use crate::journal::Seq;
use crate::types::{AssetId, ItemId, PersonId, RequirementId};

/// What a requirement is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The whole process.
    Process,
    /// An item and everything below it.
    Item(ItemId),
    /// An asset.
    Asset(AssetId),
}

/// A purpose that is required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// The id of the requirement.
    pub id: RequirementId,
    /// What the requirement is for.
    pub target: Target,
    /// The purpose.
    pub purpose: PurposeRef,
    /// The people whose data an asset holds; if empty, whoever opens it.
    pub subjects: Vec<PersonId>,
}

/// The purposes that a process requires now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Requirements {
    all: Vec<Requirement>,
    /// The uses of consents that acts took, by data subject and event number.
    taken: Vec<(PersonId, Seq)>,
}

impl Requirements {
    /// Applies the next event; `None` if it names a requirement that does not exist.
    pub(crate) fn apply(&mut self, event: &Event) -> Option<()> {
        match event {
            Event::PurposeRequired(e) => {
                let target = match (e.asset, e.item) {
                    (Some(asset), _) => Target::Asset(asset),
                    (None, Some(item)) => Target::Item(item),
                    (None, None) => Target::Process,
                };
                let (purpose, subjects) = (e.purpose.clone(), e.data_subject_ids.clone());
                self.all.push(Requirement { id: e.requirement, target, purpose, subjects });
            }
            Event::PurposeReleased(e) => {
                let at = self.all.iter().position(|requirement| requirement.id == e.requirement)?;
                self.all.remove(at);
            }
            Event::PurposeUsed(e) => {
                self.all.iter().find(|requirement| requirement.id == e.requirement)?;
                let used = (e.data_subject_id, e.used);
                if self.has_taken(e.data_subject_id, e.used) {
                    return None;
                }
                self.taken.push(used);
            }
        }
        Some(())
    }

    /// The people whose data assets hold, according to the requirements.
    pub(crate) fn subjects(&self) -> impl Iterator<Item = PersonId> {
        self.all.iter().flat_map(|requirement| requirement.subjects.iter().copied())
    }

    /// All requirements, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Requirement> {
        self.all.iter()
    }

    /// Whether an act took a use of somebody's consent.
    pub(crate) fn has_taken(&self, subject: PersonId, used: Seq) -> bool {
        self.taken.contains(&(subject, used))
    }

    /// Whether nothing is required.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}
