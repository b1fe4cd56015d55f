//! Why a process says no.

use super::cycle::Cycle;
use super::{ItemKind, Status, TemplateEffect};
use crate::types::{DocumentId, InputFault, ItemId, Key, ProcessId};
use interlink_derive::Refusal;

/// A command of the process block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum ProcessRefusal {
    /// The command changes nothing.
    #[error(NothingToChange, "The command names nothing to change.")]
    NothingToChange,
    /// It was closed.
    #[error(ProcessClosed, "The process is closed; nothing in it is changed any more.")]
    Closed,
    /// The store has no such document.
    #[error(DocumentUnknown, "There is no document {document} here.")]
    DocumentUnknown {
        /// The document that was named.
        document: DocumentId,
        /// Where in the command.
        path: &'static str,
    },
    /// The document is of another kind.
    #[error(DocumentKind, "The document {document} is no {expected}.")]
    DocumentKind {
        /// The document that was named.
        document: DocumentId,
        /// What it should be.
        expected: &'static str,
        /// Where in the command.
        path: &'static str,
    },
    /// The item is none of this process.
    #[error(ItemUnknown, "There is no item {item} in this process.")]
    ItemUnknown {
        /// The item that was named.
        item: ItemId,
        /// Where in the command.
        path: &'static str,
    },
    /// An item of this kind does not belong there, or the act is for another kind.
    #[error(ItemKind, "A {kind} does not belong there: {expected}.")]
    ItemKind {
        /// The kind that was met.
        kind: ItemKind,
        /// What was expected.
        expected: &'static str,
        /// Where in the command.
        path: &'static str,
    },
    /// The two items do not lie in the same parent.
    #[error(ItemNotSibling, "The items do not lie next to each other.")]
    NotSibling,
    /// Something hangs on an item of the plan.
    #[error(TreeInUse, "Work has begun, or something in the process already names an item of the plan.")]
    TreeInUse,
    /// It is disabled already.
    #[error(ItemDisabled, "The item is already disabled.")]
    AlreadyDisabled,
    /// It is enabled already.
    #[error(ItemEnabled, "The item is already enabled.")]
    AlreadyEnabled,
    /// It is only disabled by what lies above.
    #[error(ItemDisabledAbove, "The item itself is enabled; something that it lies in is disabled.")]
    DisabledAbove,
    /// The process is full.
    #[error(ItemLimit, "A process has at most {most} items.")]
    ItemLimit {
        /// How many.
        most: usize,
    },
    /// The end comes before the start.
    #[error(DatesReversed, "The last day comes before the first.")]
    DatesReversed,
    /// A parent's dates follow from its tasks.
    #[error(DatesDerived, "The dates of a {kind} follow from its tasks.")]
    DatesDerived {
        /// What the item is.
        kind: ItemKind,
    },
    /// The task is in another status.
    #[error(TaskStatus, "The task is {status}; only a task that is {expected} can be {act}.")]
    TaskStatus {
        /// The status it is in.
        status: Status,
        /// The status it must be in.
        expected: Status,
        /// What was to be done.
        act: &'static str,
    },
    /// It already waits for that.
    #[error(PrerequisiteExists, "The item already waits for that one.")]
    PrerequisiteExists,
    /// It does not wait for that.
    #[error(PrerequisiteUnknown, "The item does not wait for that one.")]
    PrerequisiteUnknown,
    /// Nothing holds the item back there.
    #[error(PrerequisiteMet, "Nothing holds the item back there.")]
    PrerequisiteMet,
    /// Items would wait for each other in a circle.
    #[error(PrerequisiteCycle, "Items would wait for each other in a circle: {names}.")]
    Cycle {
        /// The circle, by name.
        names: Cycle<String>,
        /// The circle, by id.
        items: Vec<ItemId>,
    },
    /// The change passes a gate, and it is not said why.
    #[error(
        PrerequisiteReason,
        "Work waits here and would wait no longer. That passes a gate, so it must be said why."
    )]
    PrerequisiteReason,
    /// The process follows no template.
    #[error(TemplateNone, "The process was built by hand and follows no template.")]
    TemplateNone,
    /// It is not a higher version of the same template.
    #[error(
        TemplateVersion,
        "The process follows version {current} of “{id}”; only a higher version of it can follow."
    )]
    TemplateVersion {
        /// The template.
        id: Key,
        /// The version it follows.
        current: u32,
    },
    /// The new version has an item elsewhere.
    #[error(TemplateInvalid, moves: "The new version has the item “{key}” in another place or as another kind.")]
    TemplateMoves {
        /// The item's key.
        key: Key,
    },
    /// The process to be copied is not here.
    #[error(StreamUnknown, copy: "There is no process {process} here to copy.")]
    SourceUnknown {
        /// The process that was named.
        process: ProcessId,
    },
    /// There is nothing enabled in the process.
    #[error(TemplateInvalid, nothing: "The process has no enabled item that could be copied.")]
    NothingToCopy,
    /// It is not said who is meant.
    #[error(
        ImportPeople,
        "The import speaks of {expected} people; the command says of {named} who is meant."
    )]
    ImportPeople {
        /// Of how many people the import speaks.
        expected: u32,
        /// How many the command names.
        named: usize,
    },
    /// The story does not hold together.
    #[error(transparent)]
    Publication(InputFault),
    /// Work has begun, and the effect was not declared or not rightly.
    #[error(EffectUndeclared, "Work has begun, and the effect of the change was not declared as it is.")]
    EffectUndeclared {
        /// What the change would do.
        effect: Box<TemplateEffect>,
    },
}

impl ProcessRefusal {
    /// Where in the command the fault stands.
    #[must_use]
    pub fn path(&self) -> &'static str {
        match self {
            Self::NothingToChange => "/data",
            Self::PrerequisiteReason => "/data/reason",
            Self::Closed => "/stream",
            Self::DocumentUnknown { path, .. }
            | Self::DocumentKind { path, .. }
            | Self::ItemUnknown { path, .. }
            | Self::ItemKind { path, .. } => path,
            Self::NotSibling => "/data/before",
            Self::TreeInUse => "/stream",
            Self::AlreadyDisabled
            | Self::AlreadyEnabled
            | Self::DisabledAbove
            | Self::DatesDerived { .. }
            | Self::TaskStatus { .. } => "/data/item",
            Self::ItemLimit { .. } => "/data/kind",
            Self::DatesReversed => "/data/end",
            Self::PrerequisiteExists
            | Self::PrerequisiteUnknown
            | Self::PrerequisiteMet
            | Self::Cycle { .. } => "/data/on",
            Self::TemplateNone | Self::TemplateVersion { .. } | Self::TemplateMoves { .. } => {
                "/data/template"
            }
            Self::SourceUnknown { .. } | Self::NothingToCopy => "/data/source",
            Self::ImportPeople { .. } => "/data/people",
            Self::Publication(_) => "/data/story",
            Self::EffectUndeclared { .. } => "/data/effect",
        }
    }
}
