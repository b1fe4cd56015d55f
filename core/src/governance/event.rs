//! What happens to the rules of a process. Fields stand in canonical order; see `journal`.

use crate::types::json::Readable;
use serde::Serialize;

use super::{Effect, Matter, Permission, PermissionSet};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::party::StakeholderKind;
use crate::types::{
    ApprovalId, Commitment, DocumentId, GrantId, ItemId, Key, OrganisationId, PersonId, RestrictionId, Seen,
    TeamId, Window,
};

/// The party that holds a grant or is held by a restriction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Holder {
    /// A person, by pseudonym.
    Person(PersonId),
    /// A team, in the organisation that it belongs to.
    Team {
        /// The organisation.
        organisation_id: OrganisationId,
        /// The team.
        team_id: TeamId,
    },
}

tagged! {
    /// The events of the governance block, all in streams `process/ID`.
    pub enum Event {
        /// A party received a role.
        "role.granted" RoleGranted {
            /// The grant's id.
            pub grant: GrantId,
            /// Who received it.
            pub holder: Holder,
            /// The item it holds on and below; the whole process if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// The stakeholder kind in which the holder received it.
            pub kind: StakeholderKind,
            /// The organisation in whose name a person holds it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The role.
            pub role: Key,
            /// Whether it was given from outside the process, since nobody in it could govern it any more: by an
            /// administrator of the organisation that the process is run for, or by an operator where it is nobody's.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub successor: bool,
            /// From when until when.
            pub window: Window,
        }

        /// A grant ended, at the event's time.
        "role.revoked" RoleRevoked {
            /// The grant.
            pub grant: GrantId,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// Permissions were taken from a party.
        "restriction.placed" RestrictionPlaced {
            /// From whom.
            pub holder: Holder,
            /// The item it holds on and below; the whole process if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// What was taken.
            pub permissions: PermissionSet,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The restriction's id.
            pub restriction: RestrictionId,
            /// From when until when.
            pub window: Window,
        }

        /// A restriction ended, at the event's time.
        "restriction.lifted" RestrictionLifted {
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The restriction.
            pub restriction: RestrictionId,
        }

        /// Somebody asks others to stand behind an act to come.
        "approval.asked" ApprovalAsked {
            /// What is asked for, word for word: a commitment to a text in the vault, the command with parties by the library's ids.
            pub content: Commitment,
            /// On which item; the process as a whole if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// What the act is about besides the item.
            pub matter: Matter,
            /// The permission that the act needs.
            pub permission: Permission,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The request's id.
            pub request: ApprovalId,
            /// What the act is about as it stood then: a hash, which another state does not have.
            pub seen: Seen,
        }

        /// Somebody stands behind an act to come.
        "approval.given" ApprovalGiven {
            /// The approval's id.
            pub approval: ApprovalId,
            /// On which item; the process as a whole if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// The permission that the act needs.
            pub permission: Permission,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// What was asked, and is approved as it was asked.
            pub request: ApprovalId,
            /// The roles in which it was given, of those that the model names for the act.
            pub roles: Vec<Key>,
        }

        /// An act was done for which approvals were asked. It stands with the act, and uses them up.
        "approval.used" ApprovalUsed {
            /// What was asked.
            pub request: ApprovalId,
        }

        /// An approval was taken back.
        "approval.withdrawn" ApprovalWithdrawn {
            /// Which.
            pub approval: ApprovalId,
        }

        /// The process came under another governance model.
        "governance.adopted" GovernanceAdopted {
            /// What the change did.
            pub effect: Effect,
            /// The model.
            pub model: DocumentId,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
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
