//! What is one person's: processes, teams, assignments, and acts that wait for approval.

use serde::Serialize;

use super::NextAct;
use crate::governance::Permission;
use crate::process::Status;
use crate::process::view::ReadText;
use crate::types::{ApprovalId, AssignmentId, Date, ItemId, Key, ProcessId, Timestamp};
use crate::vault::PartyName;

/// What is one person's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MyView {
    /// Acts that wait for approval, asked for or to be given by this person.
    pub approvals: Vec<MyApprovalView>,
    /// What this person, or a team of theirs, is asked to do.
    pub assignments: Vec<MyAssignmentView>,
    /// The processes that this person may see, in the order of their ids.
    pub processes: Vec<MyProcessView>,
    /// The teams that this person is in.
    pub teams: Vec<MyTeamView>,
}

/// A process of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MyProcessView {
    /// When it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Timestamp>,
    /// Its name.
    pub name: ReadText,
    /// The process.
    pub process: ProcessId,
    /// How far it is, in whole percent.
    pub progress: u8,
    /// The roles that this person holds anywhere in it, also through teams.
    pub roles: Vec<Key>,
    /// How far it is.
    pub status: Status,
}

/// A team of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MyTeamView {
    /// What it is called.
    pub name: ReadText,
    /// The team, with its organisation.
    pub team: PartyName,
}

/// An assignment that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MyAssignmentView {
    /// The assignment.
    pub assignment: AssignmentId,
    /// When it was made.
    pub at: Timestamp,
    /// The last day of the task.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The task.
    pub item: ItemId,
    /// Its name.
    pub name: ReadText,
    /// The process.
    pub process: ProcessId,
    /// How far the task is.
    pub status: Status,
    /// The team that is asked, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<PartyName>,
}

/// An act that approvals are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MyApprovalView {
    /// The act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<NextAct>,
    /// The request.
    pub approval: ApprovalId,
    /// When it was asked for.
    pub at: Timestamp,
    /// On which item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Whether this person asks for it; otherwise this person could stand behind it.
    pub own: bool,
    /// The permission that it needs.
    pub permission: Permission,
    /// The process.
    pub process: ProcessId,
}
