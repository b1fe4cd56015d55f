//! One item of a process: a phase, an objective or a task.

use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::status::Standing;
use super::{Prerequisite, Status};
use crate::governance::rule::ScopePath;
use crate::types::{Date, ItemId, Key, Localized};

/// The kind of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// A phase of the process; holds objectives.
    Phase,
    /// A goal; holds tasks.
    Objective,
    /// A piece of work.
    Task,
}

impl ItemKind {
    /// The kind of its parent; none for a phase, which belongs to the process itself.
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
    /// Its name in an English sentence.
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

/// The planned start and end.
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

/// The index of an item in its process's list. Items are never removed, so it never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[serde(transparent)]
pub struct Ix(pub(crate) u32);

impl Ix {
    /// How many items come before it.
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
    /// The index of its parent.
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
    /// Whether it was disabled itself; it is also disabled if anything above it is.
    pub(crate) switched_off: bool,
    pub(crate) enabled: bool,
    /// Whether nothing in it is left to do: it has no parts, or all of them are disabled or idle. Never true of a task.
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

    /// Its kind.
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

    /// Its description.
    #[must_use]
    pub fn description(&self) -> Option<&Localized> {
        self.description.as_deref()
    }

    /// Whether the service is delivered in it; only ever true of a phase.
    #[must_use]
    pub const fn codelivery(&self) -> bool {
        self.codelivery
    }

    /// Its problem profiles.
    #[must_use]
    pub fn problem_profiles(&self) -> &[Key] {
        &self.problem_profiles
    }

    /// Whether neither it nor anything above it was disabled.
    #[must_use]
    pub const fn enabled(&self) -> bool {
        self.enabled
    }

    /// Whether it was disabled itself, not only through its parents.
    #[must_use]
    pub const fn switched_off(&self) -> bool {
        self.switched_off
    }

    /// Its status.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.standing.status
    }

    /// Its progress, in whole percent.
    #[must_use]
    pub const fn progress(&self) -> u8 {
        self.standing.progress
    }

    /// Its planned dates; a parent's are derived from its children.
    #[must_use]
    pub const fn plan(&self) -> Plan {
        self.plan
    }
}
