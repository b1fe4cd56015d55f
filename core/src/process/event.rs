//! What happens to a process. Fields stand in canonical order; see `journal`.

use crate::types::json::Readable;
use serde::Serialize;

use super::{ImportedPerson, ItemKind, Needs, TemplateEffect};
use crate::consent::PurposeRef;
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::party::StakeholderKind;
use crate::types::{AssetId, Commitment, Date, DocumentId, ItemId, Key, Language, Localized, OrganisationId};

/// A prerequisite that was unmet when work went on in spite of it, since the governance model only warns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unmet {
    /// The item that has the prerequisite: the task itself, or one it lies in.
    pub item: ItemId,
    /// What was waited for.
    pub needs: Needs,
    /// In which item.
    pub on: ItemId,
}

/// What a copy of a process did not take along: how much there was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// Assets.
    pub assets: u32,
    /// Claims of contributions.
    pub contributions: u32,
    /// What the model required and the copy does not: purposes of other controllers, of items that stayed behind, and of
    /// assets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<RequirementLeftOut>,
}

/// A purpose that a process requires and what was made of it does not. Whoever does the work again needs to know that it
/// was asked for there: without it, data may be processed on no basis at all (GDPR Art. 6(1)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequirementLeftOut {
    /// The asset of the original that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The item of the original that it is about, or that the asset lies on; the whole process if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The key of that item in the template; absent where the item stayed behind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Key>,
    /// The purpose, of the controller of the original.
    pub purpose: PurposeRef,
}

tagged! {
    /// The events of the process block, all in streams `process/ID`.
    pub enum Event {
        /// A process was created. Its template's items came with it; their ids follow from their keys.
        "process.created" ProcessCreated {
            /// The catalogue it takes interlinkers from.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub catalogue: Option<DocumentId>,
            /// What it is about.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The governance model.
            pub governance: DocumentId,
            /// The stakeholder kind in which the founder acted.
            pub kind: StakeholderKind,
            /// The language it is read in where no other is asked for.
            pub language: Language,
            /// What a copy did not take along of what its model had.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub left_out: Option<LeftOut>,
            /// Its name.
            pub name: Localized,
            /// The organisation in whose name it was created.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The template.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub template: Option<DocumentId>,
        }

        /// What the process says of itself changed.
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
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The process was published as a good practice.
        "process.published" ProcessPublished {
            /// The publication.
            pub publication: DocumentId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The process was closed.
        "process.closed" ProcessClosed {
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The process was taken over from another system, as it was there.
        "process.imported" ProcessImported {
            /// What the other system handed over.
            pub import: DocumentId,
            /// The people that it speaks of, in their order.
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
            /// What it is about.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// Its id.
            pub item: ItemId,
            /// What it is.
            pub kind: ItemKind,
            /// Its name.
            pub name: Localized,
            /// What it lies in.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub parent: Option<ItemId>,
            /// The problem profiles that it has.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub problem_profiles: Vec<Key>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An item was changed; what is absent stayed as it was.
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
            /// What the decision read elsewhere.
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
            /// What it lies in from now on; absent if that is what it lay in before.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub parent: Option<ItemId>,
            /// What was waited for, enforced, and is not waited for any more.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub prerequisites_waived: Vec<Unmet>,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// Another plan took the place of the one that was there.
        "tree.replaced" TreeReplaced {
            /// What the decision read elsewhere.
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
            /// What was waited for, enforced, and is not waited for any more.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub prerequisites_waived: Vec<Unmet>,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An item was enabled again.
        "item.enabled" ItemEnabled {
            /// The item.
            pub item: ItemId,
            /// What the decision read elsewhere.
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
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The first day.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub start: Option<Date>,
        }

        /// An item waits for another.
        "prerequisite.added" PrerequisiteAdded {
            /// The item that waits.
            pub item: ItemId,
            /// What it waits for.
            pub needs: Needs,
            /// In which item.
            pub on: ItemId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An item waits for another no longer.
        "prerequisite.removed" PrerequisiteRemoved {
            /// The item that waited.
            pub item: ItemId,
            /// The other.
            pub on: ItemId,
            /// What was waited for, enforced, and is not waited for any more.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub prerequisites_waived: Vec<Unmet>,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A task was started.
        "task.started" TaskStarted {
            /// What was unmet, where the model only warns of it.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub despite: Vec<Unmet>,
            /// The task.
            pub item: ItemId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A task was completed.
        "task.completed" TaskCompleted {
            /// What was unmet, where the model only warns of it.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub despite: Vec<Unmet>,
            /// The task.
            pub item: ItemId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A finished task went back in progress.
        "task.reopened" TaskReopened {
            /// The task.
            pub item: ItemId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// Somebody let work begin although a prerequisite was unmet.
        "prerequisite.waived" PrerequisiteWaived {
            /// The item that waits.
            pub item: ItemId,
            /// What it waits for.
            pub on: ItemId,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The process takes interlinkers from another catalogue, or another version of it.
        "catalogue.adopted" CatalogueAdopted {
            /// The catalogue.
            pub catalogue: DocumentId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The process took over a higher version of its template.
        "template.adopted" TemplateAdopted {
            /// What the change did.
            pub effect: TemplateEffect,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
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
