//! Answers about processes for which no block has a view of its own.

use serde::Serialize;

use crate::asset::view::AssetView;
use crate::catalogue::{Found, ServedTask, TaskRecommendations};
use crate::party::PartyName;
use crate::types::json::Readable;
use crate::types::{DocumentId, Key, ReadText};

/// Everyone who may do a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PeopleView {
    /// The people, ordered by pseudonym.
    pub people: Vec<PartyName>,
}

/// Interlinkers that were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct FoundView {
    /// The best first.
    pub interlinkers: Vec<Found>,
}

/// Recommendations for tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RecommendedView {
    /// The tasks, in the tree's order.
    pub tasks: Vec<TaskRecommendations>,
}

/// Tasks that an interlinker serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct TasksServedView {
    /// The tasks, in the tree's order.
    pub serves: Vec<ServedTask>,
}

/// Publications that were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PublicationsView {
    /// Ordered by process.
    pub publications: Vec<crate::process::PublicationFound>,
}

/// How much interlinkers are used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct UsageView {
    /// One entry for each process and interlinker, ordered by id.
    pub usage: Vec<crate::asset::InterlinkerUse>,
}

/// Assets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AssetsView {
    /// In the order in which they were added.
    pub assets: Vec<AssetView>,
}

/// A governance model that comes with the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ModelView {
    /// The SHA-256 of its canonical JSON.
    pub document: DocumentId,
    /// Its name for programs.
    pub id: Key,
    /// Its name for people.
    pub name: ReadText,
    /// Its version.
    pub version: u32,
}

/// A kind of mandates that comes with the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MandateKindView {
    /// Its code.
    pub kind_code: Key,
    /// The SHA-256 of its canonical JSON.
    pub document: DocumentId,
    /// Its name for people.
    pub name: ReadText,
    /// Its version.
    pub version: u32,
}

/// The kinds of mandates that come with the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MandateKindsView {
    /// All of them.
    pub mandate_kinds: Vec<MandateKindView>,
}

/// The governance models that come with the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ModelsView {
    /// All of them.
    pub models: Vec<ModelView>,
}
