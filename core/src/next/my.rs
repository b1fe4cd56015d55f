//! A person's processes, teams, assignments, and acts that wait for approval.

use serde::Serialize;

use super::{Asker, NextAct, team_name};
use crate::check::{ProcessView, Question};
use crate::governance::{Holder, Permission};
use crate::party::PartyName;
use crate::process::Status;
use crate::types::json::Readable;
use crate::types::{
    ApprovalId, AssignmentId, Date, ItemId, Key, Language, Localized, ProcessId, ReadText, Timestamp,
};

/// A person's processes, teams, assignments and approvals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MyView {
    /// Acts that wait for approval, requested by this person or to be approved by them.
    pub approvals: Vec<MyApprovalView>,
    /// The open assignments of this person, or of a team of theirs.
    pub assignments: Vec<MyAssignmentView>,
    /// The processes that this person may see, ordered by id.
    pub processes: Vec<MyProcessView>,
    /// The teams of this person.
    pub teams: Vec<MyTeamView>,
}

/// A process of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MyProcessView {
    /// When it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Timestamp>,
    /// Its name.
    pub name: ReadText,
    /// The process.
    pub process: ProcessId,
    /// Its progress, in whole percent.
    pub progress: u8,
    /// The roles that this person holds anywhere in it, also through teams.
    pub roles: Vec<Key>,
    /// Its status.
    pub status: Status,
}

/// A team of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MyTeamView {
    /// Its name.
    pub name: ReadText,
    /// The team, with its organisation.
    pub team: PartyName,
}

/// An open assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
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
    /// The task's status.
    pub status: Status,
    /// The assigned team, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<PartyName>,
}

/// An act for which approval was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MyApprovalView {
    /// The act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<NextAct>,
    /// The request.
    pub approval: ApprovalId,
    /// When approval was asked for.
    pub at: Timestamp,
    /// The item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Whether this person asked for it; otherwise this person could approve it.
    pub own: bool,
    /// The permission that it needs.
    pub permission: Permission,
    /// The process.
    pub process: ProcessId,
}

/// What concerns one person in one process.
pub(crate) struct Theirs<'a> {
    pub(crate) view: &'a ProcessView,
    pub(crate) asker: Asker,
    pub(crate) language: Language,
    /// The person's teams.
    pub(crate) teams: &'a [MyTeamView],
}

impl Theirs<'_> {
    fn sees(&self, item: Option<ItemId>) -> bool {
        let Asker { person, at } = self.asker;
        let question = Question { actor: person, permission: Permission::ProcessView, item, asset: None, at };
        self.view.check(&question).allowed()
    }

    fn holds(&self, holder: Holder) -> bool {
        match holder {
            Holder::Person(holder) => holder == self.asker.person,
            Holder::Team { team_id: team, .. } => {
                self.teams.iter().any(|mine| mine.team.team_id == Some(team))
            }
        }
    }

    fn read(&self, text: &Localized) -> ReadText {
        text.read(&self.language, &self.view.process().language()).into()
    }

    /// The process, if the person may see it.
    pub(crate) fn process(&self) -> Option<MyProcessView> {
        let process = self.view.process();
        let standing = process.tree().standing();
        let of_theirs = process.governance().grants().filter(|grant| self.holds(grant.holder));
        let held = of_theirs.filter(|grant| self.view.grant_holds(grant, self.asker.at));
        let mut roles: Vec<Key> = held.map(|grant| grant.role.clone()).collect();
        roles.sort_unstable();
        roles.dedup();
        self.sees(None).then(|| MyProcessView {
            closed: process.closed(),
            name: self.read(process.name()),
            process: process.id(),
            progress: standing.progress,
            roles,
            status: standing.status,
        })
    }

    /// The person's open assignments there.
    pub(crate) fn assignments(&self) -> Vec<MyAssignmentView> {
        let process = self.view.process();
        let open = process
            .work()
            .assignments()
            .filter(|made| made.is_open() && self.holds(made.holder) && self.sees(Some(made.item)));
        let shown = open.filter_map(|made| {
            let item = process.tree().item(made.item)?;
            let team = match made.holder {
                Holder::Person(_) => None,
                Holder::Team { organisation_id: organisation, team_id: team } => {
                    Some(team_name(team, organisation))
                }
            };
            Some(MyAssignmentView {
                assignment: made.id,
                at: made.at,
                due: item.plan().end,
                item: made.item,
                name: self.read(item.name()),
                process: process.id(),
                status: item.status(),
                team,
            })
        });
        shown.collect()
    }

    /// Acts there that wait for approval, requested by the person or to be approved by them.
    pub(crate) fn approvals(&self) -> Vec<MyApprovalView> {
        let (Asker { person, at }, process) = (self.asker, self.view.process());
        let asked = process.governance().approval_requests().filter(|request| {
            self.sees(request.act.item)
                && (request.by == person
                    || self.view.who_may_approve(&request.act, request.by, at).contains(&person))
        });
        let shown = asked.map(|request| MyApprovalView {
            act: request.act.matter.command.map(NextAct::from),
            approval: request.id,
            at: request.at,
            item: request.act.item,
            own: request.by == person,
            permission: request.act.permission,
            process: process.id(),
        });
        shown.collect()
    }
}
