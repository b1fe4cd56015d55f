//! One item of a process: a phase, an objective or a task.

use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::status::Standing;
use super::{Prerequisite, Status};
use crate::governance::rule::ScopePath;
use crate::types::{Date, ItemId, Key, Localized};

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// A stretch of the process; holds objectives.
    Phase,
    /// Something to be reached; holds tasks.
    Objective,
    /// Something to be done.
    Task,
}

impl ItemKind {
    /// The kind that it lies in; none for a phase, which lies in the process.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Phase => None,
            Self::Objective => Some(Self::Phase),
            Self::Task => Some(Self::Objective),
        }
    }
}

interlink_values::words!(ItemKind);

impl ItemKind {
    /// How a sentence calls it, in English.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Objective => "objective",
            Self::Task => "task",
        }
    }
}

impl std::fmt::Display for ItemKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.words())
    }
}

/// When something is planned to start and to end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
}

impl Plan {
    /// The earliest start and the latest end of several.
    #[must_use]
    pub fn spanning(plans: impl IntoIterator<Item = Self>) -> Self {
        plans.into_iter().fold(Self::default(), |span, plan| Self {
            start: [span.start, plan.start].into_iter().flatten().min(),
            end: [span.end, plan.end].into_iter().flatten().max(),
        })
    }
}

/// The place of an item in its process's list. Items are never taken out, so it stays what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[serde(transparent)]
pub struct Ix(pub(crate) u32);

impl Ix {
    /// How many items came before it.
    #[doc(hidden)]
    #[must_use]
    pub const fn nth(self) -> usize {
        self.0 as usize
    }
}

/// An item of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub(crate) id: ItemId,
    pub(crate) kind: ItemKind,
    /// Where what it lies in is kept.
    #[doc(hidden)]
    pub parent: Option<Ix>,
    pub(crate) children: Vec<Ix>,
    pub(crate) path: ScopePath,
    /// Its key in the template it came from.
    pub(crate) key: Option<Key>,
    pub(crate) name: Arc<Localized>,
    pub(crate) description: Option<Arc<Localized>>,
    pub(crate) codelivery: bool,
    pub(crate) problem_profiles: Vec<Key>,
    pub(crate) prerequisites: Vec<Prerequisite>,
    /// Whether it was disabled itself; it also is by whatever above it was.
    pub(crate) switched_off: bool,
    pub(crate) enabled: bool,
    /// Whether nothing in it is left to do: no part, or none that is not disabled or idle itself. Never a task.
    pub(crate) idle: bool,
    pub(crate) standing: Standing,
    pub(crate) plan: Plan,
}

impl Item {
    /// Its id.
    #[must_use]
    pub const fn id(&self) -> ItemId {
        self.id
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> ItemKind {
        self.kind
    }

    /// Its key in the template it came from; none if it was added by hand.
    #[must_use]
    pub const fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &Localized {
        &self.name
    }

    /// What it is about.
    #[must_use]
    pub fn description(&self) -> Option<&Localized> {
        self.description.as_deref()
    }

    /// Whether the service is delivered in it; only ever said of a phase.
    #[must_use]
    pub const fn codelivery(&self) -> bool {
        self.codelivery
    }

    /// The problem profiles that it has.
    #[must_use]
    pub fn problem_profiles(&self) -> &[Key] {
        &self.problem_profiles
    }

    /// Whether neither it nor anything above it was disabled.
    #[must_use]
    pub const fn enabled(&self) -> bool {
        self.enabled
    }

    /// Whether it was disabled itself, and not only by what it lies in.
    #[must_use]
    pub const fn switched_off(&self) -> bool {
        self.switched_off
    }

    /// How far it is.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.standing.status
    }

    /// How far it is, in whole percent.
    #[must_use]
    pub const fn progress(&self) -> u8 {
        self.standing.progress
    }

    /// When it is planned; a parent's plan follows from its children.
    #[must_use]
    pub const fn plan(&self) -> Plan {
        self.plan
    }
}
