//! Why work or credit is refused.

use super::Complexity;
use crate::problem::Code;
use crate::process::Status;
use crate::types::ItemId;

/// A command of the work block was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkRefusal {
    /// The item is none of this process.
    #[error("There is no item {item} in this process.")]
    ItemUnknown {
        /// The item that was named.
        item: ItemId,
    },
    /// Work is done on tasks.
    #[error("Work is done on tasks, not on phases or objectives.")]
    NoTask,
    /// The asset does not lie on the task.
    #[error("There is no such asset on this task.")]
    AssetElsewhere,
    /// She had her say, and was erased since.
    #[error("This person contributed to this process before; one person has one voice.")]
    Voice,
    /// She is not in the team.
    #[error("This person is not in that team at that moment.")]
    NotInTeam,
    /// There is no such assignment.
    #[error("There is no such assignment on this task.")]
    AssignmentUnknown,
    /// It was taken back.
    #[error("The assignment was taken back.")]
    AssignmentWithdrawn,
    /// It is done.
    #[error("The assignment is already done.")]
    AssignmentDone,
    /// Somebody else was asked.
    #[error("The assignment asks somebody else.")]
    AssignmentNotYours,
    /// The same was asked before.
    #[error("The same party is already asked to work on this.")]
    AssignmentExists,
    /// There is no such contribution.
    #[error("There is no such contribution in this process.")]
    ContributionUnknown,
    /// It was reviewed or taken back.
    #[error("The contribution was already reviewed or taken back.")]
    ContributionClosed,
    /// Only whoever claimed it takes it back.
    #[error("Only the person who claimed a contribution can take it back.")]
    ContributionNotYours,
    /// Nobody reviews herself.
    #[error("Nobody reviews a contribution of her own under this governance model.")]
    OwnContribution,
    /// A complexity is out of bounds.
    #[error("A task's complexity is from 0 to {} in each kind.", Complexity::MOST)]
    Complexity,
    /// The points of the task were awarded.
    #[error("The points of this task are already awarded.")]
    AwardExists,
    /// The task is not finished.
    #[error("The task is {status}; points are awarded when it is finished.")]
    NotFinished {
        /// The status it is in.
        status: Status,
    },
    /// Claims wait for review.
    #[error("{claims} claims on this task wait for review; points go to all contributors at once.")]
    ClaimsPending {
        /// How many.
        claims: usize,
    },
    /// Nobody has contributed.
    #[error("No contribution to this task was accepted.")]
    NoContribution,
    /// There is no such award.
    #[error("There is no such award in this process.")]
    AwardUnknown,
    /// It was taken back.
    #[error("The award was already taken back.")]
    AwardReversed,
    /// She has asked.
    #[error("This person already asks to take part.")]
    ParticipationExists,
    /// She takes part.
    #[error("This person already takes part in the process.")]
    ParticipationHeld,
    /// There is no such request, or it was answered.
    #[error("There is no such open request to take part.")]
    ParticipationUnknown,
    /// The command changes nothing.
    #[error("The command changes nothing.")]
    NothingToChange,
}

impl WorkRefusal {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::ItemUnknown { .. } => Code::ItemUnknown,
            Self::NoTask => Code::ItemKind,
            Self::AssetElsewhere => Code::AssetUnknown,
            Self::Voice => Code::VoiceGiven,
            Self::NotInTeam => Code::TeamNotMember,
            Self::AssignmentUnknown => Code::AssignmentUnknown,
            Self::AssignmentWithdrawn => Code::AssignmentWithdrawn,
            Self::AssignmentDone => Code::AssignmentDone,
            Self::AssignmentNotYours => Code::AssignmentNotYours,
            Self::AssignmentExists => Code::AssignmentExists,
            Self::ContributionUnknown => Code::ContributionUnknown,
            Self::ContributionClosed => Code::ContributionClosed,
            Self::ContributionNotYours => Code::ContributionNotYours,
            Self::OwnContribution => Code::ContributionOwn,
            Self::Complexity => Code::ComplexityRange,
            Self::AwardExists => Code::AwardExists,
            Self::NotFinished { .. } => Code::TaskStatus,
            Self::ClaimsPending { .. } => Code::AwardPending,
            Self::NoContribution => Code::AwardEmpty,
            Self::AwardUnknown => Code::AwardUnknown,
            Self::AwardReversed => Code::AwardReversed,
            Self::ParticipationExists => Code::ParticipationExists,
            Self::ParticipationHeld => Code::ParticipationHeld,
            Self::ParticipationUnknown => Code::ParticipationUnknown,
            Self::NothingToChange => Code::NothingToChange,
        }
    }

    /// Where in the command the fault stands.
    #[must_use]
    pub fn path(&self) -> &'static str {
        match self {
            Self::OwnContribution | Self::ContributionNotYours => "/actor",
            Self::ParticipationExists | Self::ParticipationHeld => "/actor",
            Self::ItemUnknown { .. }
            | Self::NoTask
            | Self::AwardExists
            | Self::NotFinished { .. }
            | Self::ClaimsPending { .. }
            | Self::NoContribution => "/data/item",
            Self::AssetElsewhere => "/data/asset",
            Self::Voice => "/actor",
            Self::NotInTeam => "/data/team",
            Self::AssignmentUnknown
            | Self::AssignmentWithdrawn
            | Self::AssignmentDone
            | Self::AssignmentNotYours => "/data/assignment",
            Self::AssignmentExists => "/data/holder",
            Self::ContributionUnknown | Self::ContributionClosed => "/data/contribution",
            Self::Complexity => "/data/complexity",
            Self::AwardUnknown | Self::AwardReversed => "/data/award",
            Self::ParticipationUnknown => "/data/request",
            Self::NothingToChange => "/data",
        }
    }
}
