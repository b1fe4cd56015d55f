//! Why a command on a process is refused.

use super::cycle::Cycle;
use super::{ItemKind, Status, TemplateEffect};
use crate::types::{DocumentId, InputFault, ItemId, Key, ProcessId};
use interlink_derive::Refusal;

/// A command of the process block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum ProcessRefusal {
    /// The command changes nothing.
    #[error(NothingToChange, "The command does not name anything to change.")]
    NothingToChange,
    /// The process was closed.
    #[error(ProcessClosed, "The process is closed; it can no longer be changed.")]
    Closed,
    /// The store has no such document.
    #[error(DocumentUnknown, "There is no document {document} here.")]
    DocumentUnknown {
        /// The document named.
        document: DocumentId,
        /// The path in the command.
        path: &'static str,
    },
    /// The document is of another kind.
    #[error(DocumentKind, "The document {document} is not a {expected}.")]
    DocumentKind {
        /// The document named.
        document: DocumentId,
        /// The expected kind.
        expected: &'static str,
        /// The path in the command.
        path: &'static str,
    },
    /// The process has no such item.
    #[error(ItemUnknown, "There is no item {item} in this process.")]
    ItemUnknown {
        /// The item named.
        item: ItemId,
        /// The path in the command.
        path: &'static str,
    },
    /// An item of this kind does not belong there, or the act is for another kind.
    #[error(ItemKind, "A {kind} does not belong there: {expected}.")]
    ItemKind {
        /// The item's kind.
        kind: ItemKind,
        /// What was expected.
        expected: &'static str,
        /// The path in the command.
        path: &'static str,
    },
    /// The two items do not have the same parent.
    #[error(ItemNotSibling, "The items do not belong to the same parent.")]
    NotSibling,
    /// An item of the plan is in use.
    #[error(
        TreeInUse,
        "The plan cannot be replaced: work has begun, or something in the process refers to an item of it."
    )]
    TreeInUse,
    /// It is disabled already.
    #[error(ItemDisabled, "The item is already disabled.")]
    AlreadyDisabled,
    /// It is enabled already.
    #[error(ItemEnabled, "The item is already enabled.")]
    AlreadyEnabled,
    /// It is disabled only through its parents.
    #[error(ItemDisabledAbove, "The item itself is enabled; something above it is disabled.")]
    DisabledAbove,
    /// The process is full.
    #[error(ItemLimit, "A process can have at most {most} items.")]
    ItemLimit {
        /// How many.
        most: usize,
    },
    /// The end comes before the start.
    #[error(DatesReversed, "The last day must not come before the first.")]
    DatesReversed,
    /// A parent's dates are derived from its tasks.
    #[error(DatesDerived, "The dates of a {kind} are derived from its tasks.")]
    DatesDerived {
        /// The item's kind.
        kind: ItemKind,
    },
    /// The task is in another status.
    #[error(TaskStatus, "The task is {status}; only a task that is {expected} can be {act}.")]
    TaskStatus {
        /// The status it is in.
        status: Status,
        /// The status it must be in.
        expected: Status,
        /// The act.
        act: &'static str,
    },
    /// It already waits for that item.
    #[error(PrerequisiteExists, "The item already waits for the other item.")]
    PrerequisiteExists,
    /// It does not wait for that item.
    #[error(PrerequisiteUnknown, "The item does not wait for the other item.")]
    PrerequisiteUnknown,
    /// The prerequisite is already met.
    #[error(PrerequisiteMet, "This prerequisite does not hold the item back.")]
    PrerequisiteMet,
    /// Items would wait for each other in a circle.
    #[error(PrerequisiteCycle, "Items would wait for each other in a circle: {names}.")]
    Cycle {
        /// The items, by name.
        names: Cycle<String>,
        /// The items, by id.
        items: Vec<ItemId>,
    },
    /// The change waives a prerequisite without a reason.
    #[error(
        PrerequisiteReason,
        "Work that has to wait would no longer have to. This waives a prerequisite, so a reason is needed."
    )]
    PrerequisiteReason,
    /// The process was not made from a template.
    #[error(TemplateNone, "The process was not made from a template.")]
    TemplateNone,
    /// It is not a higher version of the same template.
    #[error(
        TemplateVersion,
        "The process uses version {current} of the template “{id}”; it can only change to a higher version of it."
    )]
    TemplateVersion {
        /// The template.
        id: Key,
        /// The version it follows.
        current: u32,
    },
    /// The new version has an item in another place or of another kind.
    #[error(TemplateInvalid, moves: "The new version has the item “{key}” in another place or of another kind.")]
    TemplateMoves {
        /// The item's key.
        key: Key,
    },
    /// The process to be copied is not here.
    #[error(StreamUnknown, copy: "There is no process {process} here that could be copied.")]
    SourceUnknown {
        /// The process named.
        process: ProcessId,
    },
    /// The process has no enabled item.
    #[error(TemplateInvalid, nothing: "The process has no enabled item that could be copied.")]
    NothingToCopy,
    /// The command does not identify everybody named in the import.
    #[error(ImportPeople, "The import names {expected} people, but the command gives the ids of {named}.")]
    ImportPeople {
        /// The number of people that the import names.
        expected: u32,
        /// The number of people that the command identifies.
        named: usize,
    },
    /// The story is inconsistent.
    #[error(transparent)]
    Publication(InputFault),
    /// Work has begun, and the effect was not declared or not correctly.
    #[error(
        EffectUndeclared,
        "Work has begun, so the effect of the change must be declared exactly as it is."
    )]
    EffectUndeclared {
        /// The effect of the change.
        effect: Box<TemplateEffect>,
    },
}

impl ProcessRefusal {
    /// The path of the fault in the command.
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
