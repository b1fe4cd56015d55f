//! An act that others must approve: what, where, and with whom or what.
//!
//! An approval is for one act, and not for everything else that the same permission allows: whoever approves waiving
//! one prerequisite has not approved waiving another, and approving a role for one person does not approve it for
//! another person.

use crate::types::json::Readable;
use serde::Serialize;

use super::{Holder, HolderRef, Permission};
use crate::types::{AssetId, DocumentId, GrantId, ItemId, Key, PersonId, RestrictionId};

/// What an act concerns besides its item, on record. Fields are in canonical order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// The asset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The type of the command.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<ActName>,
    /// The governance model, template or catalogue that is adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// The grant that is revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<GrantId>,
    /// The party that receives the role or the assignment, or is restricted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Holder>,
    /// The item that must be finished first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ItemId>,
    /// The purpose that is required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Key>,
    /// The restriction that is lifted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restriction: Option<RestrictionId>,
    /// The role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Key>,
}

/// What an act concerns besides its item, in a command: parties by the host's ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MatterRef {
    /// The asset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The type of the command; may be omitted if only one command needs the permission.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<ActName>,
    /// The governance model, template or catalogue that is adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// The grant that is revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<GrantId>,
    /// The party that receives the role or the assignment, or is restricted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<HolderRef>,
    /// The item that must be finished first; may be omitted if the item waits for only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ItemId>,
    /// The purpose that is required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Key>,
    /// The restriction that is lifted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restriction: Option<RestrictionId>,
    /// The role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Key>,
}

/// One act that needs approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// The permission that it needs.
    pub permission: Permission,
    /// The item; the process as a whole if `None`.
    pub item: Option<ItemId>,
    /// What the act concerns besides the item.
    pub matter: Matter,
}

impl Act {
    /// Whether the actor declines by it what they were asked to do: nobody needs an approval for that.
    pub(crate) fn declines_what_is_asked_of(&self, actor: PersonId) -> bool {
        self.matter.command == Some(ActName::AssignmentWithdraw)
            && self.matter.holder == Some(Holder::Person(actor))
    }
}

macro_rules! act_names {
    ($($variant:ident $name:literal $permission:ident $needs:expr;)+) => {
        /// The commands that can need approval: one for each act that a permission allows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
        #[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
        pub enum ActName {
            $(
                #[doc = concat!("`", $name, "`")]
                #[serde(rename = $name)]
                $variant,
            )+
        }

        impl ActName {
            /// All act names.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The type of the command.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The permission that it needs.
            #[must_use]
            pub const fn permission(self) -> Permission {
                match self { $(Self::$variant => Permission::$permission),+ }
            }

            /// What an approval must name besides the item.
            pub(crate) const fn needs(self) -> &'static [Part] {
                match self { $(Self::$variant => $needs),+ }
            }
        }
    };
}

/// A part of what an act concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Asset,
    Document,
    Grant,
    Holder,
    On,
    Purpose,
    Restriction,
    Role,
}

impl Part {
    /// The name in a command.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Asset => "asset",
            Self::Document => "document",
            Self::Grant => "grant",
            Self::Holder => "holder",
            Self::On => "on",
            Self::Purpose => "purpose",
            Self::Restriction => "restriction",
            Self::Role => "role",
        }
    }
}

act_names! {
    ProcessEdit "process.edit" ProcessEdit &[];
    ProcessPublish "process.publish" ProcessPublish &[];
    ProcessClose "process.close" ProcessAdminister &[];
    TemplateAdopt "template.adopt" ProcessAdminister &[Part::Document];
    CatalogueAdopt "catalogue.adopt" ProcessAdminister &[Part::Document];
    GovernanceAdopt "governance.adopt" ProcessAdminister &[Part::Document];
    ItemAdd "item.add" ItemAdd &[];
    ItemEdit "item.edit" ItemEdit &[];
    ItemMove "item.move" ItemEdit &[];
    TreeReplace "tree.replace" ProcessAdminister &[];
    TaskEstimate "task.estimate" ItemEdit &[];
    PrerequisiteAdd "prerequisite.add" ItemEdit &[Part::On];
    PrerequisiteRemove "prerequisite.remove" ItemEdit &[Part::On];
    ItemDisable "item.disable" ItemDisable &[];
    ItemEnable "item.enable" ItemDisable &[];
    ItemSchedule "item.schedule" ItemSchedule &[];
    TaskStart "task.start" TaskStart &[];
    TaskComplete "task.complete" TaskComplete &[];
    TaskReopen "task.reopen" TaskReopen &[];
    AssignmentMake "assignment.make" TaskAssign &[Part::Holder];
    AssignmentWithdraw "assignment.withdraw" TaskAssign &[Part::Holder];
    AssignmentComplete "assignment.complete" TaskAssign &[Part::Holder];
    PrerequisiteWaive "prerequisite.waive" PrerequisiteWaive &[Part::On];
    RoleGrant "role.grant" RoleGrant &[Part::Holder, Part::Role];
    RoleRevoke "role.revoke" RoleGrant &[Part::Grant];
    ParticipationDecline "participation.decline" RoleGrant &[Part::Holder];
    RestrictionPlace "restriction.place" RestrictionPlace &[Part::Holder];
    RestrictionLift "restriction.lift" RestrictionPlace &[Part::Restriction];
    AssetAdd "asset.add" AssetCreate &[];
    AssetEdit "asset.edit" AssetEdit &[Part::Asset];
    AssetRevise "asset.revise" AssetEdit &[Part::Asset];
    AssetDelete "asset.delete" AssetDelete &[Part::Asset];
    AssetOpen "asset.open" AssetView &[Part::Asset];
    ContributionClaim "contribution.claim" ContributionClaim &[];
    ContributionRecord "contribution.record" ContributionReview &[];
    ContributionAccept "contribution.accept" ContributionReview &[Part::Holder];
    ContributionReturn "contribution.return" ContributionReview &[Part::Holder];
    PointsAward "points.award" ContributionReview &[];
    PointsReverse "points.reverse" ContributionReview &[];
    PurposeRequire "purpose.require" ConsentManage &[Part::Purpose];
    PurposeRelease "purpose.release" ConsentManage &[Part::Purpose];
}

impl Matter {
    /// What a command does, without further parts.
    pub(crate) fn of(command: ActName) -> Self {
        Self { command: Some(command), ..Self::default() }
    }

    /// The first missing part that an approval of the act must name.
    pub(crate) fn missing(&self) -> Option<&'static str> {
        let Some(command) = self.command else { return Some("command") };
        let lacks = |part: &&Part| match part {
            Part::Asset => self.asset.is_none(),
            Part::Document => self.document.is_none(),
            Part::Grant => self.grant.is_none(),
            Part::Holder => self.holder.is_none(),
            Part::On => self.on.is_none(),
            Part::Purpose => self.purpose.is_none(),
            Part::Restriction => self.restriction.is_none(),
            Part::Role => self.role.is_none(),
        };
        command.needs().iter().find(lacks).map(|part| part.as_str())
    }
}

impl ActName {
    /// The only command that needs a permission, if there is just one.
    pub(crate) fn only_of(permission: Permission) -> Option<Self> {
        let mut all = Self::ALL.iter().copied().filter(|name| name.permission() == permission);
        all.next().filter(|_| all.next().is_none())
    }
}
