//! The work of a process and the credit for it, built from its stream.

use crate::types::Map;

use crate::types::json::Readable;
use serde::Serialize;

use super::{Complexity, ContributionKind, Event, Level, PointsEntry};
use crate::governance::Holder;
use crate::party::StakeholderKind;
use crate::types::{
    AssetId, AssignmentId, AwardId, Commitment, ContributionId, ItemId, OrganisationId, ParticipationId,
    PersonId, TeamId, Timestamp,
};

/// An assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// The task.
    pub item: ItemId,
    /// The asset, if any.
    pub asset: Option<AssetId>,
    /// The assignee.
    pub holder: Holder,
    /// The work: a commitment to a text in the vault.
    pub text: Option<Commitment>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// When it was withdrawn.
    pub withdrawn: Option<Timestamp>,
    /// When it was done.
    pub completed: Option<Timestamp>,
    /// Who said that it was done.
    pub completed_by: Option<PersonId>,
}

impl Assignment {
    /// Whether it is still open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.withdrawn.is_none() && self.completed.is_none()
    }
}

/// The status of a contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ContributionStatus {
    /// It waits for review.
    Claimed,
    /// It was withdrawn.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
    /// It was accepted.
    Accepted {
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
        /// Its level, if the reviewer gave one.
        level: Option<Level>,
    },
    /// It was returned.
    Returned {
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
        /// Why: a commitment to a text in the vault.
        reason: Commitment,
    },
}

/// A contribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Its id.
    pub id: ContributionId,
    /// The task.
    pub item: ItemId,
    /// The asset, if any.
    pub asset: Option<AssetId>,
    /// The assignment it answers.
    pub assignment: Option<AssignmentId>,
    /// The award that the task had when it was claimed.
    pub awarded: Option<AwardId>,
    /// Its kind.
    pub kind: ContributionKind,
    /// The contributor.
    pub by: PersonId,
    /// Who recorded it, if another person.
    pub recorded_by: Option<PersonId>,
    /// When the contributor confirmed what another person recorded.
    pub confirmed: Option<Timestamp>,
    /// The stakeholder kind in which the person contributed.
    pub stakeholder_kind: StakeholderKind,
    /// The organisation of the team.
    pub organisation_id: Option<OrganisationId>,
    /// The team for which the person contributed.
    pub team_id: Option<TeamId>,
    /// The work done: a commitment to a text in the vault.
    pub text: Commitment,
    /// When it was claimed.
    pub at: Timestamp,
    /// Its status.
    pub status: ContributionStatus,
}

/// The points of one task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Award {
    /// Its id.
    pub id: AwardId,
    /// The task.
    pub item: ItemId,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// The points of each contributor.
    pub entries: Vec<PointsEntry>,
    /// When it was reversed.
    pub reversed: Option<Timestamp>,
}

/// The status of a request to take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ParticipationStatus {
    /// It waits for an answer.
    Open,
    /// It was accepted.
    Accepted {
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
        /// Why: a commitment to a text in the vault.
        reason: Option<Commitment>,
    },
    /// It was declined.
    Declined {
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
        /// Why: a commitment to a text in the vault.
        reason: Commitment,
    },
}

/// A request to take part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Participation {
    /// Its id.
    pub id: ParticipationId,
    /// The person asking.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why: a commitment to a text in the vault.
    pub text: Commitment,
    /// Its status.
    pub status: ParticipationStatus,
}

/// The work of a process and the credit for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Work {
    assignments: Vec<Assignment>,
    contributions: Vec<Contribution>,
    complexities: Map<ItemId, Complexity>,
    awards: Vec<Award>,
    participations: Vec<Participation>,
}

impl Work {
    /// Every assignment ever made, in order.
    pub fn assignments(&self) -> impl ExactSizeIterator<Item = &Assignment> {
        self.assignments.iter()
    }

    /// Every contribution ever claimed, in order.
    pub fn contributions(&self) -> impl ExactSizeIterator<Item = &Contribution> {
        self.contributions.iter()
    }

    /// Every award, in order, including reversed ones.
    pub fn awards(&self) -> impl ExactSizeIterator<Item = &Award> {
        self.awards.iter()
    }

    /// Every request to take part, in order.
    pub fn participations(&self) -> impl ExactSizeIterator<Item = &Participation> {
        self.participations.iter()
    }

    /// The complexity of a task; zero if it was not estimated.
    #[must_use]
    pub fn complexity(&self, item: ItemId) -> Complexity {
        self.complexities.get(&item).copied().unwrap_or_default()
    }

    /// Applies an event; `None` if it names something that does not exist.
    pub(crate) fn apply(&mut self, at: Timestamp, actor: PersonId, event: &Event) -> Option<()> {
        match event {
            Event::AssignmentMade(e) => self.assignments.push(Assignment {
                id: e.assignment,
                item: e.item,
                asset: e.asset,
                holder: e.holder,
                text: e.text,
                at,
                by: actor,
                withdrawn: None,
                completed: None,
                completed_by: None,
            }),
            Event::AssignmentWithdrawn(e) => {
                self.assignments.iter_mut().find(|found| found.id == e.assignment)?.withdrawn = Some(at);
            }
            Event::AssignmentCompleted(e) => {
                let found = self.assignments.iter_mut().find(|found| found.id == e.assignment)?;
                (found.completed, found.completed_by) = (Some(at), Some(actor));
            }
            Event::ContributionRecorded(e) => self.contributions.push(Contribution {
                id: e.contribution,
                item: e.item,
                asset: e.asset,
                assignment: None,
                awarded: e.awarded,
                kind: e.kind,
                by: e.person_id,
                recorded_by: Some(actor),
                confirmed: None,
                stakeholder_kind: e.stakeholder_kind,
                organisation_id: e.organisation_id,
                team_id: e.team_id,
                text: e.text,
                at,
                status: ContributionStatus::Claimed,
            }),
            Event::ContributionClaimed(e) => self.contributions.push(Contribution {
                id: e.contribution,
                item: e.item,
                asset: e.asset,
                assignment: e.assignment,
                awarded: e.awarded,
                kind: e.kind,
                by: actor,
                recorded_by: None,
                confirmed: None,
                stakeholder_kind: e.stakeholder_kind,
                organisation_id: e.organisation_id,
                team_id: e.team_id,
                text: e.text,
                at,
                status: ContributionStatus::Claimed,
            }),
            Event::ContributionConfirmed(e) => {
                self.contribution_mut(e.contribution)?.confirmed = Some(at);
            }
            Event::ContributionWithdrawn(e) => {
                self.contribution_mut(e.contribution)?.status = ContributionStatus::Withdrawn { at };
            }
            Event::ContributionAccepted(e) => {
                let status = ContributionStatus::Accepted { at, by: actor, level: e.level };
                self.contribution_mut(e.contribution)?.status = status;
            }
            Event::ContributionReturned(e) => {
                let status = ContributionStatus::Returned { at, by: actor, reason: e.reason };
                self.contribution_mut(e.contribution)?.status = status;
            }
            Event::TaskEstimated(e) => drop(self.complexities.insert(e.item, e.complexity)),
            Event::PointsAwarded(e) => {
                let (id, item, entries) = (e.award, e.item, e.entries.clone());
                self.awards.push(Award { id, item, at, by: actor, entries, reversed: None });
            }
            Event::PointsReversed(e) => {
                self.awards.iter_mut().find(|award| award.id == e.award)?.reversed = Some(at);
            }
            Event::ParticipationAsked(e) => {
                let status = ParticipationStatus::Open;
                let asked = Participation { id: e.request, by: actor, at, text: e.text, status };
                self.participations.push(asked);
            }
            Event::ParticipationAccepted(e) => {
                let status = ParticipationStatus::Accepted { at, by: actor, reason: e.reason };
                self.participation_mut(e.request)?.status = status;
            }
            Event::ParticipationDeclined(e) => {
                let status = ParticipationStatus::Declined { at, by: actor, reason: e.reason };
                self.participation_mut(e.request)?.status = status;
            }
        }
        Some(())
    }

    fn contribution_mut(&mut self, id: ContributionId) -> Option<&mut Contribution> {
        self.contributions.iter_mut().find(|found| found.id == id)
    }

    fn participation_mut(&mut self, id: ParticipationId) -> Option<&mut Participation> {
        self.participations.iter_mut().find(|found| found.id == id)
    }
}
