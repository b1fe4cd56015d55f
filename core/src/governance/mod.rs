//! Governance: who may do what in a process, who grants it, and what a decision needs.
//!
//! * [`Permission`]: the closed set of permissions.
//! * [`GovernanceModel`]: a versioned document that names the roles, what each permits, which stakeholder
//!   kinds may hold it, whether prerequisites are enforced or only warned about, and who must approve what. The
//!   four models that INTERLINK describes are [shipped](Shipped).
//! * Grants give a party a role on a scope; restrictions deny permissions; both have a beginning and may have an end.
//! * [`rule`]: how grants and restrictions lead to allowed or denied. This is the permission rule, in one place.
//!
//! Grants, restrictions and approvals are part of a process and recorded in its stream.

mod act;
mod command;
mod decide;
mod effect;
mod event;
mod model;
mod needs;
mod permission;
mod refusal;
pub mod rule;
mod state;
pub mod view;

pub use crate::party::Holder;
pub use act::{Act, ActName, Matter, MatterRef};
pub use command::{
    AdoptGovernance, AskApproval, Command, GiveApproval, GrantRole, HolderRef, LiftRestriction,
    PlaceRestriction, RevokeRole, WithdrawApproval,
};
pub(crate) use decide::{Wish, acting_for, appoint, decide, found, grant_for};
pub use effect::Effect;
pub use event::{
    ApprovalAsked, ApprovalGiven, ApprovalUsed, ApprovalWithdrawn, Event, GovernanceAdopted,
    RestrictionLifted, RestrictionPlaced, RoleGranted, RoleRevoked,
};
pub use model::{
    ApprovalRule, Enforcement, GovernanceModel, ModelDocument, ModelFault, PrerequisitePolicy,
    RoleDefinition, Shipped, WorkPolicy,
};
pub use permission::{Permission, PermissionSet};
pub use refusal::GovernanceRefusal;
pub(crate) use state::Lists;
pub use state::{Approval, ApprovalRequest, Governance, Grant, Restriction};
