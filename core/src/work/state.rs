//! The work of a process and the credit for it, as its stream has made them.

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

/// That somebody was asked to do something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// The task.
    pub item: ItemId,
    /// On which asset, if on one.
    pub asset: Option<AssetId>,
    /// Who is asked.
    pub holder: Holder,
    /// What to do: a commitment to a text in the vault.
    pub text: Option<Commitment>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// When it was taken back.
    pub withdrawn: Option<Timestamp>,
    /// When it was done.
    pub completed: Option<Timestamp>,
    /// Who said that it was.
    pub completed_by: Option<PersonId>,
}

impl Assignment {
    /// Whether it still asks for something.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.withdrawn.is_none() && self.completed.is_none()
    }
}

/// How far a contribution has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ContributionStatus {
    /// It waits for review.
    Claimed,
    /// Whoever claimed it took it back.
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
        /// How much it was, if the reviewer said so.
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

/// What somebody participations that she did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Its id.
    pub id: ContributionId,
    /// The task.
    pub item: ItemId,
    /// On which asset, if on one.
    pub asset: Option<AssetId>,
    /// The assignment that it answers.
    pub assignment: Option<AssignmentId>,
    /// The award of the task that stood when it was claimed.
    pub awarded: Option<AwardId>,
    /// Of which kind it is.
    pub kind: ContributionKind,
    /// Who did it.
    pub by: PersonId,
    /// Who recorded it, where that was somebody else.
    pub recorded_by: Option<PersonId>,
    /// When she confirmed what somebody else recorded.
    pub confirmed: Option<Timestamp>,
    /// The stakeholder kind in which she did.
    pub stakeholder: StakeholderKind,
    /// The organisation of the team.
    pub organisation_id: Option<OrganisationId>,
    /// The team that she did it for.
    pub team_id: Option<TeamId>,
    /// What she did: a commitment to a text in the vault.
    pub text: Commitment,
    /// When it was claimed.
    pub at: Timestamp,
    /// How far it has come.
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
    /// Who has how many for what.
    pub entries: Vec<PointsEntry>,
    /// When it was taken back.
    pub reversed: Option<Timestamp>,
}

/// What became of a request to take part.
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

/// That somebody asks to take part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Participation {
    /// Its id.
    pub id: ParticipationId,
    /// Who asks.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why: a commitment to a text in the vault.
    pub text: Commitment,
    /// What became of it.
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
    /// Every assignment there ever was, in order.
    pub fn assignments(&self) -> impl ExactSizeIterator<Item = &Assignment> {
        self.assignments.iter()
    }

    /// Every contribution that was ever claimed, in order.
    pub fn contributions(&self) -> impl ExactSizeIterator<Item = &Contribution> {
        self.contributions.iter()
    }

    /// Every award, in order, also those that were taken back.
    pub fn awards(&self) -> impl ExactSizeIterator<Item = &Award> {
        self.awards.iter()
    }

    /// Every request to take part, in order.
    pub fn participations(&self) -> impl ExactSizeIterator<Item = &Participation> {
        self.participations.iter()
    }

    /// How hard a task is; not at all if nobody said.
    #[must_use]
    pub fn complexity(&self, item: ItemId) -> Complexity {
        self.complexities.get(&item).copied().unwrap_or_default()
    }

    /// Takes in one more event; `None` if it speaks of something that there is not.
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
                stakeholder: e.stakeholder,
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
                stakeholder: e.stakeholder,
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
