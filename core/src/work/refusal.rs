//! Why a command on work or credit is refused.

use super::Complexity;
use crate::process::Status;
use crate::types::ItemId;
use interlink_derive::Refusal;

/// A command of the work block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum WorkRefusal {
    /// The process has no such item.
    #[error(ItemUnknown, "There is no item {item} in this process.")]
    ItemUnknown {
        /// The item named.
        item: ItemId,
    },
    /// The item is not a task.
    #[error(ItemKind, work: "Only tasks can be worked on, not phases or objectives.")]
    NoTask,
    /// The asset does not belong to the task.
    #[error(AssetUnknown, task: "There is no such asset on this task.")]
    AssetElsewhere,
    /// The person took part before, and was erased since.
    #[error(PersonAlreadyCounted, work: "This person contributed to this process before; each person counts only once.")]
    PartyRules,
    /// The person is not in the team.
    #[error(TeamNotMember, "This person was not in that team at that time.")]
    NotInTeam,
    /// There is no such assignment.
    #[error(AssignmentUnknown, "There is no such assignment on this task.")]
    AssignmentUnknown,
    /// It was withdrawn.
    #[error(AssignmentWithdrawn, "The assignment was withdrawn.")]
    AssignmentWithdrawn,
    /// It is done.
    #[error(AssignmentDone, "The assignment is already done.")]
    AssignmentDone,
    /// The assignment is another person's.
    #[error(AssignmentNotAssignee, "The assignment was given to somebody else.")]
    AssignmentNotAssignee,
    /// The same was assigned before.
    #[error(AssignmentExists, "The same assignment already exists.")]
    AssignmentExists,
    /// There is no such contribution.
    #[error(ContributionUnknown, "There is no such contribution in this process.")]
    ContributionUnknown,
    /// It was reviewed or withdrawn.
    #[error(ContributionClosed, "The contribution was already reviewed or withdrawn.")]
    ContributionClosed,
    /// Only the contributor may withdraw it.
    #[error(ContributionNotReviewer, "Only the person who claimed a contribution can withdraw it.")]
    ContributionNotReviewer,
    /// People may not review their own contributions, or those they recorded of others.
    #[error(
        ContributionOwn,
        "Under this governance model, nobody may review their own contribution or one that they recorded."
    )]
    OwnContribution,
    /// A person's own contribution is claimed, not recorded.
    #[error(ContributionOwn, recorded: "A person's own contribution must be claimed; only another person's can be recorded.")]
    RecordedOwn,
    /// A complexity is out of range.
    #[error(ComplexityRange, "A task's complexity must be from 0 to {most} for each kind.", most = Complexity::MOST)]
    Complexity,
    /// The points of the task were already awarded.
    #[error(AwardExists, "The points of this task are already awarded.")]
    AwardExists,
    /// The task is not finished.
    #[error(TaskStatus, points: "The task is {status}; points can be awarded when it is finished.")]
    NotFinished {
        /// The status it is in.
        status: Status,
    },
    /// Claims are waiting for review.
    #[error(
        AwardPending,
        "Claims on this task still waiting for review: {claims}. Points are awarded to all contributors at once."
    )]
    ClaimsPending {
        /// The number of claims.
        claims: usize,
    },
    /// No contribution was accepted.
    #[error(AwardEmpty, "No contribution to this task was accepted.")]
    NoContribution,
    /// There is no such award.
    #[error(AwardUnknown, "There is no such award in this process.")]
    AwardUnknown,
    /// It was already reversed.
    #[error(AwardReversed, "The award was already reversed.")]
    AwardReversed,
    /// The person has an open request.
    #[error(ParticipationExists, "This person has already asked to take part.")]
    ParticipationExists,
    /// The person already takes part.
    #[error(ParticipationHeld, "This person already takes part in the process.")]
    ParticipationHeld,
    /// There is no such request, or it was answered.
    #[error(ParticipationUnknown, "There is no such open request to take part.")]
    ParticipationUnknown,
    /// The command changes nothing.
    #[error(NothingToChange, same: "The command changes nothing.")]
    NothingToChange,
}

impl WorkRefusal {
    /// The path of the fault in the command.
    #[must_use]
    pub fn path(&self) -> &'static str {
        match self {
            Self::RecordedOwn => "/data/person",
            Self::OwnContribution | Self::ContributionNotReviewer => "/actor",
            Self::ParticipationExists | Self::ParticipationHeld => "/actor",
            Self::ItemUnknown { .. }
            | Self::NoTask
            | Self::AwardExists
            | Self::NotFinished { .. }
            | Self::ClaimsPending { .. }
            | Self::NoContribution => "/data/item",
            Self::AssetElsewhere => "/data/asset",
            Self::PartyRules => "/actor",
            Self::NotInTeam => "/data/team",
            Self::AssignmentUnknown
            | Self::AssignmentWithdrawn
            | Self::AssignmentDone
            | Self::AssignmentNotAssignee => "/data/assignment",
            Self::AssignmentExists => "/data/holder",
            Self::ContributionUnknown | Self::ContributionClosed => "/data/contribution",
            Self::Complexity => "/data/complexity",
            Self::AwardUnknown | Self::AwardReversed => "/data/award",
            Self::ParticipationUnknown => "/data/request",
            Self::NothingToChange => "/data",
        }
    }
}
