//! The events of a process. Fields are in canonical order; see `journal`.

use crate::types::json::Readable;
use serde::Serialize;

use super::{ImportedPerson, ItemKind, Needs, TemplateEffect};
use crate::consent::PurposeRef;
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::party::StakeholderKind;
use crate::types::{AssetId, Commitment, Date, DocumentId, ItemId, Key, Language, Localized, OrganisationId};

/// A prerequisite that was unmet when work continued, because the governance model only warns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unmet {
    /// The item that has the prerequisite: the task itself, or one it lies in.
    pub item: ItemId,
    /// The status that was waited for.
    pub needs: Needs,
    /// The item that was waited for.
    pub on: ItemId,
}

/// How much a copy of a process left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// Assets.
    pub assets: u32,
    /// Claims of contributions.
    pub contributions: u32,
    /// Required purposes that the copy does not have: those of other controllers, of items left out, and of assets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<RequirementLeftOut>,
}

/// A purpose that a process requires and a process made from it does not. Whoever repeats the work must know that it
/// was required there: without it, data might be processed without a legal basis (GDPR Art. 6(1)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequirementLeftOut {
    /// The asset of the original that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The item of the original that it is about, or to which the asset belongs; the whole process if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The key of that item in the template; absent if the item was left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Key>,
    /// The purpose, of the controller of the original.
    pub purpose: PurposeRef,
}

tagged! {
    /// The events of the process block, all in streams `process/ID`.
    pub enum Event {
        /// A process was created. Its template's items came with it; their ids are derived from their keys.
        "process.created" ProcessCreated {
            /// The catalogue it takes interlinkers from.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub catalogue: Option<DocumentId>,
            /// A description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The governance model.
            pub governance: DocumentId,
            /// The stakeholder kind in which the founder acted.
            pub kind: StakeholderKind,
            /// Its language by default.
            pub language: Language,
            /// What a copy left out of its source.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub left_out: Option<LeftOut>,
            /// Its name.
            pub name: Localized,
            /// The organisation in whose name it was created.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The template.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub template: Option<DocumentId>,
        }

        /// The description, language or name of the process changed.
        "process.edited" ProcessEdited {
            /// The new description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The new default language.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub language: Option<Language>,
            /// The new name.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub name: Option<Localized>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The process was published as a good practice.
        "process.published" ProcessPublished {
            /// The publication.
            pub publication: DocumentId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The process was closed.
        "process.closed" ProcessClosed {
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The process was imported from another system, as it was there.
        "process.imported" ProcessImported {
            /// The export of the other system.
            pub import: DocumentId,
            /// The people named in it, in their order.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub people: Vec<ImportedPerson>,
        }

        /// An item was added by hand.
        "item.added" ItemAdded {
            /// The sibling it came before; it came last if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub before: Option<ItemId>,
            /// Whether the service is delivered in it.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub codelivery: bool,
            /// A description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// Its id.
            pub item: ItemId,
            /// Its kind.
            pub kind: ItemKind,
            /// Its name.
            pub name: Localized,
            /// Its parent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub parent: Option<ItemId>,
            /// Its problem profiles.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub problem_profiles: Vec<Key>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An item was changed; absent fields stayed unchanged.
        "item.edited" ItemEdited {
            /// Whether the service is delivered in it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub codelivery: Option<bool>,
            /// The new description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The item.
            pub item: ItemId,
            /// The new name.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub name: Option<Localized>,
            /// The new problem profiles.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub problem_profiles: Option<Vec<Key>>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An item was moved among its siblings, or to another parent.
        "item.moved" ItemMoved {
            /// The sibling it came before; it came last if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub before: Option<ItemId>,
            /// The item.
            pub item: ItemId,
            /// Its new parent; absent if unchanged.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub parent: Option<ItemId>,
            /// Enforced prerequisites that no longer apply.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub prerequisites_waived: Vec<Unmet>,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The plan was replaced.
        "tree.replaced" TreeReplaced {
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The template of the new plan; none for an empty one.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub template: Option<DocumentId>,
        }

        /// An item was disabled with everything below it.
        "item.disabled" ItemDisabled {
            /// The item.
            pub item: ItemId,
            /// Enforced prerequisites that no longer apply.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub prerequisites_waived: Vec<Unmet>,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An item was enabled again.
        "item.enabled" ItemEnabled {
            /// The item.
            pub item: ItemId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A task was planned.
        "item.scheduled" ItemScheduled {
            /// The last day.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub end: Option<Date>,
            /// The task.
            pub item: ItemId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The first day.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub start: Option<Date>,
        }

        /// An item waits for another from now on.
        "prerequisite.added" PrerequisiteAdded {
            /// The item that waits.
            pub item: ItemId,
            /// The status it waits for.
            pub needs: Needs,
            /// The item it waits for.
            pub on: ItemId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An item no longer waits for another.
        "prerequisite.removed" PrerequisiteRemoved {
            /// The item that waited.
            pub item: ItemId,
            /// The other.
            pub on: ItemId,
            /// Enforced prerequisites that no longer apply.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub prerequisites_waived: Vec<Unmet>,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A task was started.
        "task.started" TaskStarted {
            /// Unmet prerequisites of which the model only warns.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub despite: Vec<Unmet>,
            /// The task.
            pub item: ItemId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A task was completed.
        "task.completed" TaskCompleted {
            /// Unmet prerequisites of which the model only warns.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub despite: Vec<Unmet>,
            /// The task.
            pub item: ItemId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A finished task went back in progress.
        "task.reopened" TaskReopened {
            /// The task.
            pub item: ItemId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A prerequisite was waived: work may begin although it is unmet.
        "prerequisite.waived" PrerequisiteWaived {
            /// The item that waits.
            pub item: ItemId,
            /// What it waits for.
            pub on: ItemId,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The process takes interlinkers from another catalogue, or another version of it.
        "catalogue.adopted" CatalogueAdopted {
            /// The catalogue.
            pub catalogue: DocumentId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The process adopted a higher version of its template.
        "template.adopted" TemplateAdopted {
            /// The effect of the change.
            pub effect: TemplateEffect,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The template.
            pub template: DocumentId,
        }
    }
}

impl Event {
    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::ProcessCreated(e) => &e.relied_on,
            Self::ProcessEdited(e) => &e.relied_on,
            Self::ProcessImported(_) => &[],
            Self::ProcessPublished(e) => &e.relied_on,
            Self::ProcessClosed(e) => &e.relied_on,
            Self::ItemAdded(e) => &e.relied_on,
            Self::ItemEdited(e) => &e.relied_on,
            Self::ItemMoved(e) => &e.relied_on,
            Self::TreeReplaced(e) => &e.relied_on,
            Self::ItemDisabled(e) => &e.relied_on,
            Self::ItemEnabled(e) => &e.relied_on,
            Self::ItemScheduled(e) => &e.relied_on,
            Self::PrerequisiteAdded(e) => &e.relied_on,
            Self::PrerequisiteRemoved(e) => &e.relied_on,
            Self::TaskStarted(e) => &e.relied_on,
            Self::TaskCompleted(e) => &e.relied_on,
            Self::TaskReopened(e) => &e.relied_on,
            Self::PrerequisiteWaived(e) => &e.relied_on,
            Self::CatalogueAdopted(e) => &e.relied_on,
            Self::TemplateAdopted(e) => &e.relied_on,
        }
    }
}
