//! What happens to work and credit. Fields stand in canonical order; see `journal`.

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
        /// Somebody was asked to do something on a task.
        "assignment.made" AssignmentMade {
            /// On which asset.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// Its id.
            pub assignment: AssignmentId,
            /// Who is asked.
            pub holder: Holder,
            /// The task.
            pub item: ItemId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// What to do: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Commitment>,
        }

        /// An assignment was taken back.
        "assignment.withdrawn" AssignmentWithdrawn {
            /// Which.
            pub assignment: AssignmentId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// What an assignment asks for is done.
        "assignment.completed" AssignmentCompleted {
            /// Which.
            pub assignment: AssignmentId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// Somebody said that she did something on a task.
        "contribution.claimed" ContributionClaimed {
            /// On which asset.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The assignment that it answers.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub assignment: Option<AssignmentId>,
            /// The award of the task that stood already. Points go to all at once, so this claim brings some only if that award
            /// is taken back and given anew.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub awarded: Option<AwardId>,
            /// Its id.
            pub contribution: ContributionId,
            /// What was unmet, where the model only warns of it.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub despite: Vec<Unmet>,
            /// The task.
            pub item: ItemId,
            /// Of which kind it is.
            pub kind: ContributionKind,
            /// The organisation of the team.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The stakeholder kind in which she contributed.
            pub stakeholder: StakeholderKind,
            /// The team that she contributed for.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub team_id: Option<TeamId>,
            /// What she did: a commitment to a text in the vault.
            pub text: Commitment,
        }

        /// Somebody recorded what somebody else did.
        "contribution.recorded" ContributionRecorded {
            /// On which asset.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The award of the task that stood already. Points go to all at once, so this claim brings some only if that award
            /// is taken back and given anew.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub awarded: Option<AwardId>,
            /// Its id.
            pub contribution: ContributionId,
            /// What was unmet, where the model only warns of it.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub despite: Vec<Unmet>,
            /// The task.
            pub item: ItemId,
            /// Of which kind it is.
            pub kind: ContributionKind,
            /// The organisation of the team.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// Who did it.
            pub person_id: PersonId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The stakeholder kind in which she contributed.
            pub stakeholder: StakeholderKind,
            /// The team that she contributed for.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub team_id: Option<TeamId>,
            /// What she did: a commitment to a text in the vault.
            pub text: Commitment,
        }

        /// She whose contribution somebody else recorded participations that it is so.
        "contribution.confirmed" ContributionConfirmed {
            /// Which.
            pub contribution: ContributionId,
        }

        /// A claim was taken back.
        "contribution.withdrawn" ContributionWithdrawn {
            /// Which.
            pub contribution: ContributionId,
        }

        /// A contribution was accepted.
        "contribution.accepted" ContributionAccepted {
            /// Which.
            pub contribution: ContributionId,
            /// How much it was, if the reviewer said so.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub level: Option<Level>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A contribution was returned.
        "contribution.returned" ContributionReturned {
            /// Which.
            pub contribution: ContributionId,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// Somebody said how hard a task is.
        "task.estimated" TaskEstimated {
            /// In each kind of contribution.
            pub complexity: Complexity,
            /// The task.
            pub item: ItemId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// All contributors of a task have their points.
        "points.awarded" PointsAwarded {
            /// Its id.
            pub award: AwardId,
            /// Who has how many for what.
            pub entries: Vec<PointsEntry>,
            /// The task.
            pub item: ItemId,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// One award was taken back.
        "points.reversed" PointsReversed {
            /// Which.
            pub award: AwardId,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// Somebody asks to take part.
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
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// Which.
            pub request: ParticipationId,
        }

        /// A request to take part was declined.
        "participation.declined" ParticipationDeclined {
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// Which.
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

    /// Whose contribution it records, where somebody else does that.
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
