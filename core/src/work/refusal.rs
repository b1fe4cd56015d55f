//! Why work or credit is refused.

use super::Complexity;
use crate::process::Status;
use crate::types::ItemId;
use interlink_derive::Refusal;

/// A command of the work block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum WorkRefusal {
    /// The item is none of this process.
    #[error(ItemUnknown, "There is no item {item} in this process.")]
    ItemUnknown {
        /// The item that was named.
        item: ItemId,
    },
    /// Work is done on tasks.
    #[error(ItemKind, work: "Work is done on tasks, not on phases or objectives.")]
    NoTask,
    /// The asset does not lie on the task.
    #[error(AssetUnknown, task: "There is no such asset on this task.")]
    AssetElsewhere,
    /// She had her say, and was erased since.
    #[error(PersonAlreadyCounted, work: "This person contributed to this process before; one person has one voice.")]
    PartyRules,
    /// She is not in the team.
    #[error(TeamNotMember, "This person is not in that team at that moment.")]
    NotInTeam,
    /// There is no such assignment.
    #[error(AssignmentUnknown, "There is no such assignment on this task.")]
    AssignmentUnknown,
    /// It was taken back.
    #[error(AssignmentWithdrawn, "The assignment was taken back.")]
    AssignmentWithdrawn,
    /// It is done.
    #[error(AssignmentDone, "The assignment is already done.")]
    AssignmentDone,
    /// Somebody else was asked.
    #[error(AssignmentNotAssignee, "The assignment asks somebody else.")]
    AssignmentNotAssignee,
    /// The same was asked before.
    #[error(AssignmentExists, "The same party is already asked to work on this.")]
    AssignmentExists,
    /// There is no such contribution.
    #[error(ContributionUnknown, "There is no such contribution in this process.")]
    ContributionUnknown,
    /// It was reviewed or taken back.
    #[error(ContributionClosed, "The contribution was already reviewed or taken back.")]
    ContributionClosed,
    /// Only whoever claimed it takes it back.
    #[error(ContributionNotReviewer, "Only the person who claimed a contribution can take it back.")]
    ContributionNotReviewer,
    /// Nobody reviews herself, or what she recorded of others.
    #[error(
        ContributionOwn,
        "Nobody reviews a contribution of her own, or one that she recorded, under this governance model."
    )]
    OwnContribution,
    /// What one did oneself is claimed.
    #[error(ContributionOwn, recorded: "What one did oneself is claimed, and not recorded for oneself.")]
    RecordedOwn,
    /// A complexity is out of bounds.
    #[error(ComplexityRange, "A task's complexity is from 0 to {most} in each kind.", most = Complexity::MOST)]
    Complexity,
    /// The points of the task were awarded.
    #[error(AwardExists, "The points of this task are already awarded.")]
    AwardExists,
    /// The task is not finished.
    #[error(TaskStatus, points: "The task is {status}; points are awarded when it is finished.")]
    NotFinished {
        /// The status it is in.
        status: Status,
    },
    /// Claims wait for review.
    #[error(
        AwardPending,
        "{claims} claims on this task wait for review; points go to all contributors at once."
    )]
    ClaimsPending {
        /// How many.
        claims: usize,
    },
    /// Nobody has contributed.
    #[error(AwardEmpty, "No contribution to this task was accepted.")]
    NoContribution,
    /// There is no such award.
    #[error(AwardUnknown, "There is no such award in this process.")]
    AwardUnknown,
    /// It was taken back.
    #[error(AwardReversed, "The award was already taken back.")]
    AwardReversed,
    /// She has asked.
    #[error(ParticipationExists, "This person already asks to take part.")]
    ParticipationExists,
    /// She takes part.
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
    /// Where in the command the fault stands.
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
