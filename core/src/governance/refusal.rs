//! Why the rules of a process say no.

use super::{Effect, Permission};
use crate::party::StakeholderKind;
use crate::problem::Code;
use crate::types::{DocumentId, ItemId, Key, ValueFault};
use interlink_derive::Refusal;

/// A command of the governance block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum GovernanceRefusal {
    /// The grant or restriction would have no length.
    #[error(transparent)]
    Window(ValueFault),
    /// The item is none of this process.
    #[error(ItemUnknown, "There is no item {item} in this process.")]
    ItemUnknown {
        /// The item that was named.
        item: ItemId,
    },
    /// The model has no such role.
    #[error(RoleUnknown, "The governance model has no role “{role}”.")]
    RoleUnknown {
        /// The role that was named.
        role: Key,
    },
    /// The model keeps the role from this stakeholder kind.
    #[error(RoleKindNotAdmitted, "The governance model does not let a {kind} hold the role “{role}”.")]
    KindNotAdmitted {
        /// The role that was named.
        role: Key,
        /// The kind of the party.
        kind: StakeholderKind,
        /// Where it is: a founder's role is not chosen; for whom she acts is.
        path: &'static str,
    },
    /// The role administers, and so is only ever for the whole process.
    #[error(
        RoleScopeTooNarrow,
        "The role “{role}” administers the process and can only be held on the whole of it."
    )]
    ScopeTooNarrow {
        /// The role that was named.
        role: Key,
    },
    /// The role permits what the granter may not do herself.
    #[error(
        RoleExceedsGranter,
        "The role “{role}” permits {permission}, which the granter may not do there herself."
    )]
    ExceedsGranter {
        /// The role that was named.
        role: Key,
        /// The first permission that she lacks.
        permission: Permission,
    },
    /// The actor does not belong to the organisation she would act for.
    #[error(ActingForNotMember, "This person is neither a member nor an administrator of that organisation.")]
    NotMember,
    /// Somebody from elsewhere would govern what an organisation runs.
    #[error(ActingForNotMember, succession: "Where nobody administers the process any more, its organisation appoints somebody who belongs to it, in its name.")]
    SuccessorElsewhere,
    /// An operator would appoint herself.
    #[error(PartyConflictOfInterest, succession: "An operator appoints a successor among others, and not herself.")]
    OwnSuccession,
    /// There is no such grant.
    #[error(GrantUnknown, "There is no such grant in this process.")]
    GrantUnknown,
    /// It has ended.
    #[error(GrantEnded, "The grant has ended.")]
    GrantEnded,
    /// There is no such restriction.
    #[error(RestrictionUnknown, "There is no such restriction in this process.")]
    RestrictionUnknown,
    /// It has ended.
    #[error(RestrictionEnded, "The restriction has ended.")]
    RestrictionEnded,
    /// The restriction takes nothing.
    #[error(RestrictionEmpty, "The restriction names no permission.")]
    RestrictionEmpty,
    /// Nobody would be left to administer the process.
    #[error(LastAdministrator, "Nobody would be left who administers the process without an end.")]
    LastAdministrator,
    /// The model asks for no approval of this act.
    #[error(ApprovalNotAsked, "The governance model asks for no approval of {permission}.")]
    ApprovalNotAsked {
        /// The act that was named.
        permission: Permission,
    },
    /// The actor holds none of the roles that approve.
    #[error(
        ApprovalNotApprover,
        "The governance model lets others approve {permission} ({roles}), and this person holds none of these roles there."
    )]
    ApprovalNotApprover {
        /// The act that was named.
        permission: Permission,
        /// The roles that approve it.
        roles: Vec<Key>,
    },
    /// She has approved already.
    #[error(ApprovalExists, "This person has already approved {permission} there.")]
    ApprovalExists {
        /// The act that was named.
        permission: Permission,
    },
    /// The act is not named in full.
    #[error(ApprovalMatter, "An approval names what it approves, and the “{missing}” of {permission} is not named.", missing = missing.to_string())]
    ApprovalMatter {
        /// The act that was named.
        permission: Permission,
        /// What is missing.
        missing: &'static str,
    },
    /// The command that is named needs another permission.
    #[error(ApprovalMatter, command: "The command “{command}” does not need {permission}.", command = command.to_string())]
    ApprovalCommand {
        /// The command that was named.
        command: &'static str,
        /// The permission that was named.
        permission: Permission,
    },
    /// The command cannot be approved.
    #[error(ApprovalAct, "“{command}” is nothing that somebody else could stand behind.", command = command.to_string())]
    ApprovalAct {
        /// The command that was named.
        command: &'static str,
    },
    /// What was asked is done, or never was asked.
    #[error(ApprovalUnknown, request: "No approval is asked for under that id.")]
    ApprovalNotOpen,
    /// What the act is about is not what it was.
    #[error(ApprovalChanged, "What {permission} is about has changed since the approval was asked for.")]
    ApprovalChanged {
        /// The permission that it needs.
        permission: Permission,
    },
    /// There is no such open approval of hers.
    #[error(ApprovalUnknown, "There is no open approval of this person under that id.")]
    ApprovalUnknown,
    /// The store has no such document.
    #[error(DocumentUnknown, "There is no document {document} here.")]
    DocumentUnknown {
        /// The document that was named.
        document: DocumentId,
    },
    /// The document is no governance model.
    #[error(DocumentKind, "The document {document} is no {expected}.", expected = "governance model")]
    DocumentKind {
        /// The document that was named.
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
    /// Work has begun, and the effect was not declared or not rightly.
    #[error(EffectUndeclared, "Work has begun, and the effect of the change was not declared as it is.")]
    EffectUndeclared {
        /// What the change would do.
        effect: Box<Effect>,
    },
}

impl GovernanceRefusal {
    /// Where in the command the fault stands.
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
