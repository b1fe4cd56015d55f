//! Events of the rules of a process. Fields are in canonical order; see `journal`.

use super::{Effect, Matter, Permission, PermissionSet};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::party::{Holder, StakeholderKind};
use crate::types::{
    ApprovalId, Commitment, DocumentId, GrantId, ItemId, Key, OrganisationId, RestrictionId, Seen, Window,
};

tagged! {
    /// The events of the governance block, all in streams `process/ID`.
    pub enum Event {
        /// A role was granted.
        "role.granted" RoleGranted {
            /// The grant's id.
            pub grant: GrantId,
            /// The party that received it.
            pub holder: Holder,
            /// The item on and below which the grant applies; the whole process if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// The stakeholder kind in which the holder received it.
            pub kind: StakeholderKind,
            /// The organisation for which a person holds it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The role.
            pub role: Key,
            /// Whether it was granted from outside the process, because nobody in it could administer it any more: by
            /// an administrator of the organisation for which the process is run, or by an operator if there is none.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub successor: bool,
            /// The time of the grant.
            pub window: Window,
        }

        /// A grant ended, at the event's time.
        "role.revoked" RoleRevoked {
            /// The grant.
            pub grant: GrantId,
            /// The reason: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A party was restricted.
        "restriction.placed" RestrictionPlaced {
            /// The party that is restricted.
            pub holder: Holder,
            /// The item on and below which the restriction applies; the whole process if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// The permissions that are denied.
            pub permissions: PermissionSet,
            /// The reason: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The restriction's id.
            pub restriction: RestrictionId,
            /// The time of the restriction.
            pub window: Window,
        }

        /// A restriction ended, at the event's time.
        "restriction.lifted" RestrictionLifted {
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The restriction.
            pub restriction: RestrictionId,
        }

        /// Approval for an act was requested.
        "approval.asked" ApprovalAsked {
            /// The exact command: a commitment to a text in the vault, with parties by the library's ids.
            pub content: Commitment,
            /// The item; the process as a whole if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// What the act concerns besides the item.
            pub matter: Matter,
            /// The permission that the act needs.
            pub permission: Permission,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The request's id.
            pub request: ApprovalId,
            /// A hash of the state of what the act concerns; any other state has another hash.
            pub seen: Seen,
        }

        /// An act was approved.
        "approval.given" ApprovalGiven {
            /// The approval's id.
            pub approval: ApprovalId,
            /// The item; the process as a whole if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// The permission that the act needs.
            pub permission: Permission,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The request; the approval is for exactly what it contains.
            pub request: ApprovalId,
            /// The roles in which it was given, among those that the model names for the act.
            pub roles: Vec<Key>,
        }

        /// An act with approvals was done. This event accompanies the act, and uses the approvals up.
        "approval.used" ApprovalUsed {
            /// The request.
            pub request: ApprovalId,
        }

        /// An approval was withdrawn.
        "approval.withdrawn" ApprovalWithdrawn {
            /// The approval.
            pub approval: ApprovalId,
        }

        /// The process adopted another governance model.
        "governance.adopted" GovernanceAdopted {
            /// The effect of the change.
            pub effect: Effect,
            /// The model.
            pub model: DocumentId,
            /// The reason: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }
    }
}

impl Event {
    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::RoleGranted(e) => &e.relied_on,
            Self::RoleRevoked(e) => &e.relied_on,
            Self::RestrictionPlaced(e) => &e.relied_on,
            Self::RestrictionLifted(e) => &e.relied_on,
            Self::ApprovalAsked(e) => &e.relied_on,
            Self::ApprovalGiven(e) => &e.relied_on,
            Self::ApprovalWithdrawn(_) | Self::ApprovalUsed(_) => &[],
            Self::GovernanceAdopted(e) => &e.relied_on,
        }
    }
}
