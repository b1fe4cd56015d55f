//! Commands about the rules of a process.

use crate::types::json::Readable;
use serde::Serialize;

use super::{Effect, MatterRef, Permission, PermissionSet};
use crate::kernel::{Deed, tagged};
use crate::types::{ApprovalId, DocumentId, GrantId, HostId, ItemId, Key, Remark, RestrictionId, Timestamp};

/// The party that receives a role or is restricted, by the host's id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HolderRef {
    /// A person.
    Person(HostId),
    /// A team.
    Team(HostId),
}

impl HolderRef {
    /// Replaces the host's id; only a person may be new.
    pub(crate) fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool)) {
        match self {
            Self::Person(id) => each(id, true),
            Self::Team(id) => each(id, false),
        }
    }

    /// The host's id, of a person or a team.
    #[must_use]
    pub const fn host_id(&self) -> &HostId {
        match self {
            Self::Person(id) | Self::Team(id) => id,
        }
    }
}

tagged! {
    /// The commands of the governance block, all for a stream `process/ID`.
    pub enum Command {
        /// Grants a party a role on the process, or on an item and everything below it.
        ///
        /// Needs `role.grant` there. Nobody can grant permissions that they do not hold: an actor who is not an
        /// administrator can only grant roles whose every permission they hold there.
        "role.grant" GrantRole {
            /// The organisation for which a person will act; the role is then held in its stakeholder kind. Without
            /// one, the person acts for themselves, as a citizen. Not for teams, which have their own kind.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// When the grant begins; at the command's time if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Timestamp>,
            /// The party that receives the role.
            pub holder: HolderRef,
            /// The item; the whole process if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// The role, by its key in the governance model.
            pub role: Key,
            /// When the grant ends; never if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Ends a grant at the command's time. Needs `role.grant` on its scope.
        "role.revoke" RevokeRole {
            /// The grant.
            pub grant: GrantId,
            /// The reason. Kept in the vault, as a text about the holder.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Denies a party permissions on the process, or on an item and everything below it.
        ///
        /// Needs `restriction.place` there. Only an administrator can deny `process.administer`.
        "restriction.place" PlaceRestriction {
            /// When the restriction begins; at the command's time if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Timestamp>,
            /// The party that is restricted.
            pub holder: HolderRef,
            /// The item; the whole process if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// The permissions that are denied.
            pub permissions: PermissionSet,
            /// The reason. Kept in the vault, as a text about the person restricted.
            pub reason: Remark,
            /// When the restriction ends; never if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Ends a restriction at the command's time. Needs `restriction.place` on its scope.
        "restriction.lift" LiftRestriction {
            /// The restriction.
            pub restriction: RestrictionId,
        }

        /// Requests approval for an act for which the governance model requires it. Needs the permission of the act.
        ///
        /// Whoever may approve it is notified.
        "approval.ask" AskApproval {
            /// The exact command that will be given: the approval is for this command and nothing else. Kept in the
            /// vault, as a text about the person whom the command's own texts would concern, so that the approvers can
            /// read it.
            pub act: Deed,
            /// The item of the act; the process as a whole if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// What the act concerns besides the item.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub matter: Option<MatterRef>,
            /// The permission that the act needs.
            pub permission: Permission,
        }

        /// Approves somebody else's act before it happens, where the governance model requires it.
        ///
        /// Only a holder of a role that the model names for the act, on the item's scope, can approve, and only in a
        /// role that somebody else granted. The approval is for the exact command that was requested, as long as what
        /// it concerns does not change, and counts while the approver holds the role without interruption.
        "approval.give" GiveApproval {
            /// The request: the id of the `approval.asked`.
            pub request: ApprovalId,
        }

        /// Withdraws the actor's own approval that has not been used.
        "approval.withdraw" WithdrawApproval {
            /// The approval.
            pub approval: ApprovalId,
        }

        /// Adopts another governance model for the process. Needs `process.administer`.
        ///
        /// Once work has begun, only a higher version of the same model can be adopted, and its effect must be
        /// declared; a dry run returns the effect.
        "governance.adopt" AdoptGovernance {
            /// The effect of the change. Required once work has begun.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub effect: Option<Effect>,
            /// The model, by the SHA-256 of its canonical JSON.
            pub model: DocumentId,
            /// The reason. Kept in the vault, as a text by the actor.
            pub reason: Remark,
        }
    }
}

impl Command {
    /// Replaces the host's ids. The second argument of `each` says whether the id may mean somebody new.
    pub(crate) fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool)) {
        match self {
            Self::GrantRole(c) => {
                c.holder.rename(each);
                c.acting_for.iter_mut().for_each(|id| each(id, false));
            }
            Self::PlaceRestriction(c) => c.holder.rename(each),
            // Commands about approvals need no approval.
            Self::AskApproval(_)
            | Self::GiveApproval(_)
            | Self::RevokeRole(_)
            | Self::LiftRestriction(_)
            | Self::WithdrawApproval(_)
            | Self::AdoptGovernance(_) => {}
        }
    }

    /// The host ids that the command names, for the kernel to look up.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        match self {
            Self::GrantRole(c) => {
                each(c.holder.host_id());
                c.acting_for.iter().for_each(each);
            }
            Self::PlaceRestriction(c) => each(c.holder.host_id()),
            Self::AskApproval(AskApproval { act, matter, .. }) => {
                act.host_ids(each);
                matter.iter().filter_map(|matter| matter.holder.as_ref()).for_each(|who| each(who.host_id()));
            }
            Self::GiveApproval(_)
            | Self::RevokeRole(_)
            | Self::LiftRestriction(_)
            | Self::WithdrawApproval(_)
            | Self::AdoptGovernance(_) => {}
        }
    }
}
