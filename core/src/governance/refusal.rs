//! Refusals of commands about the rules of a process.

use super::{Effect, Permission};
use crate::party::StakeholderKind;
use crate::problem::Code;
use crate::types::{DocumentId, ItemId, Key, ValueFault};
use interlink_derive::Refusal;

/// A command of the governance block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum GovernanceRefusal {
    /// The grant or restriction would have no duration.
    #[error(transparent)]
    Window(ValueFault),
    /// The item does not belong to this process.
    #[error(ItemUnknown, "There is no item {item} in this process.")]
    ItemUnknown {
        /// The item that the command names.
        item: ItemId,
    },
    /// The model does not have the role.
    #[error(RoleUnknown, "The governance model has no role “{role}”.")]
    RoleUnknown {
        /// The role that the command names.
        role: Key,
    },
    /// The model does not admit this stakeholder kind to the role.
    #[error(RoleKindNotAdmitted, "The governance model does not allow a {kind} to hold the role “{role}”.")]
    KindNotAdmitted {
        /// The role that the command names.
        role: Key,
        /// The kind of the party.
        kind: StakeholderKind,
        /// The path of the fault: a founder cannot choose the role, but for whom to act.
        path: &'static str,
    },
    /// The role administers the process, so it can only be held on the whole process.
    #[error(
        RoleScopeTooNarrow,
        "The role “{role}” administers the process and can only be held on the whole of it."
    )]
    ScopeTooNarrow {
        /// The role that the command names.
        role: Key,
    },
    /// The role permits something that the granter may not do.
    #[error(
        RoleExceedsGranter,
        "The role “{role}” permits {permission}, but the granter does not hold this permission there."
    )]
    ExceedsGranter {
        /// The role that the command names.
        role: Key,
        /// The first permission that the granter does not hold.
        permission: Permission,
    },
    /// The actor does not belong to the organisation for which they want to act.
    #[error(ActingForNotMember, "This person is neither a member nor an administrator of that organisation.")]
    NotMember,
    /// An outsider would administer a process of an organisation.
    #[error(ActingForNotMember, succession: "Nobody administers the process any more, so its organisation must appoint somebody who belongs to it and acts for it.")]
    SuccessorElsewhere,
    /// An operator would appoint themselves.
    #[error(PartyConflictOfInterest, succession: "An operator must appoint somebody else as successor, not themselves.")]
    OwnSuccession,
    /// The grant does not exist.
    #[error(GrantUnknown, "This process has no such grant.")]
    GrantUnknown,
    /// The grant has ended.
    #[error(GrantEnded, "The grant has ended.")]
    GrantEnded,
    /// The restriction does not exist.
    #[error(RestrictionUnknown, "This process has no such restriction.")]
    RestrictionUnknown,
    /// The restriction has ended.
    #[error(RestrictionEnded, "The restriction has ended.")]
    RestrictionEnded,
    /// The restriction denies nothing.
    #[error(RestrictionEmpty, "The restriction does not name any permission.")]
    RestrictionEmpty,
    /// Nobody would be left to administer the process.
    #[error(LastAdministrator, "Nobody would be left to administer the process without an end.")]
    LastAdministrator,
    /// The model does not require an approval for this act.
    #[error(ApprovalNotAsked, "The governance model does not require an approval for {permission}.")]
    ApprovalNotAsked {
        /// The permission that the command names.
        permission: Permission,
    },
    /// The actor holds none of the approving roles.
    #[error(
        ApprovalNotApprover,
        "The governance model reserves the approval of {permission} to certain roles ({roles}), and this person holds none of them there."
    )]
    ApprovalNotApprover {
        /// The permission that the command names.
        permission: Permission,
        /// The roles that approve it.
        roles: Vec<Key>,
    },
    /// The person has already approved it.
    #[error(ApprovalExists, "This person has already approved {permission} there.")]
    ApprovalExists {
        /// The permission that the command names.
        permission: Permission,
    },
    /// The act is not named completely.
    #[error(ApprovalMatter, "An approval must name what it approves, but the “{missing}” of {permission} is missing.", missing = missing.to_string())]
    ApprovalMatter {
        /// The permission that the command names.
        permission: Permission,
        /// The missing part.
        missing: &'static str,
    },
    /// The named command needs another permission.
    #[error(ApprovalMatter, command: "The command “{command}” does not need {permission}.", command = command.to_string())]
    ApprovalCommand {
        /// The named command.
        command: &'static str,
        /// The named permission.
        permission: Permission,
    },
    /// The command cannot be approved.
    #[error(ApprovalAct, "“{command}” cannot be approved by somebody else.", command = command.to_string())]
    ApprovalAct {
        /// The named command.
        command: &'static str,
    },
    /// The act was done, or approval was never requested.
    #[error(ApprovalUnknown, request: "There is no open request for approval with this id.")]
    ApprovalNotOpen,
    /// What the act concerns has changed.
    #[error(ApprovalChanged, "What {permission} concerns has changed since the approval was requested.")]
    ApprovalChanged {
        /// The permission that the act needs.
        permission: Permission,
    },
    /// The person has no such open approval.
    #[error(ApprovalUnknown, "This person has no open approval with this id.")]
    ApprovalUnknown,
    /// The store does not have the document.
    #[error(DocumentUnknown, "There is no document {document} here.")]
    DocumentUnknown {
        /// The document that the command names.
        document: DocumentId,
    },
    /// The document is not a governance model.
    #[error(DocumentKind, "The document {document} is not a {expected}.", expected = "governance model")]
    DocumentKind {
        /// The document that the command names.
        document: DocumentId,
    },
    /// Work has begun, and the model is not a higher version of the same.
    #[error(
        ModelVersion,
        "Work has begun under version {current} of “{id}”; only a higher version of it can follow."
    )]
    ModelVersion {
        /// The model in force.
        id: Key,
        /// Its version.
        current: u32,
    },
    /// Work has begun, and the effect was not declared, or not correctly.
    #[error(
        EffectUndeclared,
        "Work has begun, so the effect of the change must be declared exactly as it is."
    )]
    EffectUndeclared {
        /// What the change would do.
        effect: Box<Effect>,
    },
}

impl GovernanceRefusal {
    /// The path of the fault within the command.
    #[must_use]
    pub fn path(&self) -> &'static str {
        match self {
            Self::ApprovalNotApprover { .. } => "/actor",
            Self::Window(fault) if fault.code() == Code::WindowBackdated => "/data/from",
            Self::Window(_) => "/data/until",
            Self::ItemUnknown { .. } | Self::ScopeTooNarrow { .. } => "/data/item",
            Self::KindNotAdmitted { path, .. } => path,
            Self::RoleUnknown { .. } | Self::ExceedsGranter { .. } => "/data/role",
            Self::NotMember | Self::SuccessorElsewhere => "/data/acting_for",
            Self::OwnSuccession => "/data/holder",
            Self::GrantUnknown | Self::GrantEnded => "/data/grant",
            Self::RestrictionUnknown | Self::RestrictionEnded => "/data/restriction",
            Self::RestrictionEmpty => "/data/permissions",
            Self::LastAdministrator => "/data",
            Self::ApprovalNotAsked { .. } => "/data/permission",
            Self::ApprovalExists { .. } => "/data",
            Self::ApprovalAct { .. } => "/data/act",
            Self::ApprovalNotOpen | Self::ApprovalChanged { .. } => "/data/request",
            Self::ApprovalMatter { .. } | Self::ApprovalCommand { .. } => "/data/matter",
            Self::ApprovalUnknown => "/data/approval",
            Self::DocumentUnknown { .. } | Self::DocumentKind { .. } | Self::ModelVersion { .. } => {
                "/data/model"
            }
            Self::EffectUndeclared { .. } => "/data/effect",
        }
    }
}
