//! The events of work and credit. Fields are in canonical order; see `journal`.

use super::{Complexity, ContributionKind, Level, PointsEntry};
use crate::governance::Holder;
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::party::StakeholderKind;
use crate::process::Unmet;
use crate::types::{
    AssetId, AssignmentId, AwardId, Commitment, ContributionId, ItemId, OrganisationId, ParticipationId,
    PersonId, TeamId,
};

tagged! {
    /// The events of the work block, all in streams `process/ID`.
    pub enum Event {
        /// Work on a task was assigned.
        "assignment.made" AssignmentMade {
            /// The asset, if any.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// Its id.
            pub assignment: AssignmentId,
            /// The assignee.
            pub holder: Holder,
            /// The task.
            pub item: ItemId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The work: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Commitment>,
        }

        /// An assignment was withdrawn.
        "assignment.withdrawn" AssignmentWithdrawn {
            /// The assignment.
            pub assignment: AssignmentId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An assignment was marked as done.
        "assignment.completed" AssignmentCompleted {
            /// The assignment.
            pub assignment: AssignmentId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A person claimed a contribution to a task.
        "contribution.claimed" ContributionClaimed {
            /// The asset, if any.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The assignment it answers.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub assignment: Option<AssignmentId>,
            /// The award that the task already had. Points go to all at once, so this claim gets points only if that
            /// award is reversed and made again.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub awarded: Option<AwardId>,
            /// Its id.
            pub contribution: ContributionId,
            /// Unmet prerequisites of which the model only warns.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub despite: Vec<Unmet>,
            /// The task.
            pub item: ItemId,
            /// Its kind.
            pub kind: ContributionKind,
            /// The organisation of the team.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The stakeholder kind in which the person contributed.
            pub stakeholder_kind: StakeholderKind,
            /// The team for which the person contributed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub team_id: Option<TeamId>,
            /// The work done: a commitment to a text in the vault.
            pub text: Commitment,
        }

        /// A person recorded another person's contribution.
        "contribution.recorded" ContributionRecorded {
            /// The asset, if any.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The award that the task already had. Points go to all at once, so this claim gets points only if that
            /// award is reversed and made again.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub awarded: Option<AwardId>,
            /// Its id.
            pub contribution: ContributionId,
            /// Unmet prerequisites of which the model only warns.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub despite: Vec<Unmet>,
            /// The task.
            pub item: ItemId,
            /// Its kind.
            pub kind: ContributionKind,
            /// The organisation of the team.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// The contributor.
            pub person_id: PersonId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The stakeholder kind in which the person contributed.
            pub stakeholder_kind: StakeholderKind,
            /// The team for which the person contributed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub team_id: Option<TeamId>,
            /// The work done: a commitment to a text in the vault.
            pub text: Commitment,
        }

        /// The contributor confirmed a contribution that another person recorded.
        "contribution.confirmed" ContributionConfirmed {
            /// The contribution.
            pub contribution: ContributionId,
        }

        /// A contribution was withdrawn.
        "contribution.withdrawn" ContributionWithdrawn {
            /// The contribution.
            pub contribution: ContributionId,
        }

        /// A contribution was accepted.
        "contribution.accepted" ContributionAccepted {
            /// The contribution.
            pub contribution: ContributionId,
            /// Its level, if the reviewer gave one.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub level: Option<Level>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A contribution was returned.
        "contribution.returned" ContributionReturned {
            /// The contribution.
            pub contribution: ContributionId,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The complexity of a task was estimated.
        "task.estimated" TaskEstimated {
            /// For each kind of contribution.
            pub complexity: Complexity,
            /// The task.
            pub item: ItemId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// Points were awarded to all contributors of a task.
        "points.awarded" PointsAwarded {
            /// Its id.
            pub award: AwardId,
            /// The points of each contributor.
            pub entries: Vec<PointsEntry>,
            /// The task.
            pub item: ItemId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An award was reversed.
        "points.reversed" PointsReversed {
            /// The award.
            pub award: AwardId,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A person asked to take part.
        "participation.asked" ParticipationAsked {
            /// Its id.
            pub request: ParticipationId,
            /// Why: a commitment to a text in the vault.
            pub text: Commitment,
        }

        /// A request to take part was accepted; the grant follows.
        "participation.accepted" ParticipationAccepted {
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The request.
            pub request: ParticipationId,
        }

        /// A request to take part was declined.
        "participation.declined" ParticipationDeclined {
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The request.
            pub request: ParticipationId,
        }
    }
}

impl Event {
    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::AssignmentMade(e) => &e.relied_on,
            Self::AssignmentWithdrawn(e) => &e.relied_on,
            Self::AssignmentCompleted(e) => &e.relied_on,
            Self::ContributionClaimed(e) => &e.relied_on,
            Self::ContributionRecorded(e) => &e.relied_on,
            Self::ContributionConfirmed(_) | Self::ContributionWithdrawn(_) => &[],
            Self::ContributionAccepted(e) => &e.relied_on,
            Self::ContributionReturned(e) => &e.relied_on,
            Self::TaskEstimated(e) => &e.relied_on,
            Self::PointsAwarded(e) => &e.relied_on,
            Self::PointsReversed(e) => &e.relied_on,
            Self::ParticipationAsked(_) => &[],
            Self::ParticipationAccepted(e) => &e.relied_on,
            Self::ParticipationDeclined(e) => &e.relied_on,
        }
    }

    /// The contributor, if another person recorded the contribution.
    pub(crate) const fn recorded_of(&self) -> Option<PersonId> {
        match self {
            Self::ContributionRecorded(e) => Some(e.person_id),
            Self::AssignmentMade(_)
            | Self::AssignmentWithdrawn(_)
            | Self::AssignmentCompleted(_)
            | Self::ContributionClaimed(_)
            | Self::ContributionConfirmed(_)
            | Self::ContributionWithdrawn(_)
            | Self::ContributionAccepted(_)
            | Self::ContributionReturned(_)
            | Self::TaskEstimated(_)
            | Self::PointsAwarded(_)
            | Self::PointsReversed(_)
            | Self::ParticipationAsked(_)
            | Self::ParticipationAccepted(_)
            | Self::ParticipationDeclined(_) => None,
        }
    }
}
