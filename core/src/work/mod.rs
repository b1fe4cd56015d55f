//! Work and credit: who is assigned what, who did what, and the points for it.
//!
//! A person is *assigned* to a task. A contributor *claims* a contribution, and another person reviews it. Points are
//! awarded to all contributors of a finished task at once, and a reversal takes back exactly one award. A person
//! without a role can *ask to take part*, and an administrator accepts or declines.
//!
//! | points of a person for one kind of contribution on a task | |
//! |---|---|
//! | complexity | 0 to 100, the task's [`task.estimate`](EstimateTask) for that kind |
//! | level | low 1, average 2, high 3: the highest that a reviewer stated; else from the contributor's share of the task's accepted claims: below 0.15 low, below 0.6 average, else high |
//! | points | complexity × level |

mod command;
mod decide;
mod event;
mod needs;
mod points;
mod refusal;
mod state;
pub mod stop;
pub mod view;

pub use command::{
    AcceptContribution, AcceptParticipation, AskParticipation, AwardPoints, ClaimContribution, Command,
    CompleteAssignment, ConfirmContribution, DeclineParticipation, EstimateTask, MakeAssignment,
    RecordContribution, ReturnContribution, ReversePoints, WithdrawAssignment, WithdrawContribution,
};
pub(crate) use decide::decide;
pub use event::{
    AssignmentCompleted, AssignmentMade, AssignmentWithdrawn, ContributionAccepted, ContributionClaimed,
    ContributionConfirmed, ContributionRecorded, ContributionReturned, ContributionWithdrawn, Event,
    ParticipationAccepted, ParticipationAsked, ParticipationDeclined, PointsAwarded, PointsReversed,
    TaskEstimated,
};
pub(crate) use points::entries;
pub use points::{Complexity, ContributionKind, Level, PointsEntry};
pub use refusal::WorkRefusal;
pub use state::{
    Assignment, Award, Contribution, ContributionStatus, Participation, ParticipationStatus, Work,
};
