//! What can be asked about the rules of a process.

use crate::types::json::Readable;
use serde::Serialize;

use super::{Effect, MatterRef, Permission, PermissionSet};
use crate::kernel::{Deed, tagged};
use crate::types::{ApprovalId, DocumentId, GrantId, HostId, ItemId, Key, Remark, RestrictionId, Timestamp};

/// The party that a role is given to or permissions are taken from, by the host's id.
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
    /// Puts another name in the place of the host's id; only a person may be new.
    pub(crate) fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool)) {
        match self {
            Self::Person(id) => each(id, true),
            Self::Team(id) => each(id, false),
        }
    }

    /// The id, whichever it is.
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
        /// Gives a party a role on the process or on an item and all below it.
        ///
        /// Needs `role.grant` there. Nobody gives what she does not hold: who is no administrator can only
        /// grant roles whose every permission she has there herself.
        "role.grant" GrantRole {
            /// The organisation in whose name a person will act, which makes her of its stakeholder kind.
            /// Without one she acts for herself, as a citizen. Not for teams, which have a kind of their own.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// From when; from the command's time if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Timestamp>,
            /// To whom.
            pub holder: HolderRef,
            /// On which item; on the whole process if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// Which role of the governance model.
            pub role: Key,
            /// Until when; without end if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Ends a grant at the command's time. Needs `role.grant` on its scope.
        "role.revoke" RevokeRole {
            /// Which grant.
            pub grant: GrantId,
            /// Why. Kept in the vault, as a text about the holder.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Takes permissions from a party on the process or on an item and all below it.
        ///
        /// Needs `restriction.place` there. Only an administrator takes `process.administer` away.
        "restriction.place" PlaceRestriction {
            /// From when; from the command's time if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Timestamp>,
            /// From whom.
            pub holder: HolderRef,
            /// On which item; on the whole process if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// What is taken away.
            pub permissions: PermissionSet,
            /// Why. Kept in the vault, as a text about the person restricted.
            pub reason: Remark,
            /// Until when; without end if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Ends a restriction at the command's time. Needs `restriction.place` on its scope.
        "restriction.lift" LiftRestriction {
            /// Which restriction.
            pub restriction: RestrictionId,
        }

        /// Asks others to stand behind an act that the governance model wants approved. Needs the permission itself.
        ///
        /// Whoever may approve it is told so by the news.
        "approval.ask" AskApproval {
            /// The command that is to be given, word for word: this is what is approved, and nothing else. Kept in the vault,
            /// as a text about whom its own texts would be about, so that whoever is asked can read it.
            pub act: Deed,
            /// On which item the act will be; the process as a whole if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// What the act is about besides the item.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub matter: Option<MatterRef>,
            /// The permission that the act needs.
            pub permission: Permission,
        }

        /// Stands behind an act of somebody else before it happens, where the governance model asks for it.
        ///
        /// Only a holder of a role that the model names for the act, on the item's scope, can, and only in a role
        /// that somebody else gave her. It is for the command that was asked about, word for word, while that which it is
        /// about stays as it was then, and counts while she holds the role without a break.
        "approval.give" GiveApproval {
            /// What was asked: the id of the `approval.asked`.
            pub request: ApprovalId,
        }

        /// Takes back an approval of one's own that has not been used.
        "approval.withdraw" WithdrawApproval {
            /// Which approval.
            pub approval: ApprovalId,
        }

        /// Puts the process under another governance model. Needs `process.administer`.
        ///
        /// Once work has begun, only a higher version of the same model is taken, and its effect must be
        /// declared; a dry run says what it is.
        "governance.adopt" AdoptGovernance {
            /// What the change does. Required once work has begun.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub effect: Option<Effect>,
            /// The model, by the SHA-256 of its canonical JSON.
            pub model: DocumentId,
            /// Why. Kept in the vault, as a text by the actor.
            pub reason: Remark,
        }
    }
}

impl Command {
    /// Puts other names in the place of the host's ids. The second argument says whether somebody new may be meant.
    pub(crate) fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool)) {
        match self {
            Self::GrantRole(c) => {
                c.holder.rename(each);
                c.acting_for.iter_mut().for_each(|id| each(id, false));
            }
            Self::PlaceRestriction(c) => c.holder.rename(each),
            // What is asked about an approval needs none.
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
