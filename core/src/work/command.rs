//! The commands on work and credit.

use super::{Complexity, ContributionKind, Level};
use crate::governance::HolderRef;
use crate::kernel::tagged;
use crate::types::{
    AssetId, AssignmentId, AwardId, ContributionId, HostId, ItemId, Key, ParticipationId, Remark,
};

tagged! {
    /// The commands of the work block, all for a stream `process/ID`.
    pub enum Command {
        /// Assigns work on a task to a person or a team. Needs `task.assign` there.
        "assignment.make" MakeAssignment {
            /// The asset of the task to work on, if any.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The assignee.
            pub holder: HolderRef,
            /// The task.
            pub item: ItemId,
            /// The work. Kept in the vault, as a text about the assignee.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Remark>,
        }

        /// Withdraws an assignment. Needs `task.assign` on its task, or to be the assignee.
        "assignment.withdraw" WithdrawAssignment {
            /// The assignment.
            pub assignment: AssignmentId,
        }

        /// Marks an assignment as done. Needs to be the assignee or a member of the assigned team, or `task.assign` on
        /// its task. Credit for the work is claimed and reviewed as a contribution; this only closes the assignment.
        "assignment.complete" CompleteAssignment {
            /// The assignment.
            pub assignment: AssignmentId,
        }

        /// Claims the actor's own contribution to a task. Needs `contribution.claim` there.
        "contribution.claim" ClaimContribution {
            /// The asset of the task, if any.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The assignment it answers.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub assignment: Option<AssignmentId>,
            /// The task.
            pub item: ItemId,
            /// Its kind.
            pub kind: ContributionKind,
            /// The team for which the person contributed, as a member of it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub team: Option<HostId>,
            /// The work done. Kept in the vault, as a text about the contributor.
            pub text: Remark,
        }

        /// Records another person's contribution, for example of somebody who took part without a screen. Needs
        /// `contribution.review` on the task, and the contributor must be permitted to contribute there. It names its
        /// recorder. The contributor can confirm it or withdraw it, and the recorder may not review it.
        "contribution.record" RecordContribution {
            /// The asset of the task, if any.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The task.
            pub item: ItemId,
            /// Its kind.
            pub kind: ContributionKind,
            /// The contributor, by the host's id.
            pub person: HostId,
            /// The team for which the person contributed, as a member of it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub team: Option<HostId>,
            /// The work done. Kept in the vault, as a text about the contributor.
            pub text: Remark,
        }

        /// Confirms a contribution that another person recorded of the actor.
        "contribution.confirm" ConfirmContribution {
            /// The contribution.
            pub contribution: ContributionId,
        }

        /// Withdraws the actor's own claim if it was not reviewed; or a contribution that another person recorded of
        /// the actor, if it was not confirmed and no points were awarded for it.
        "contribution.withdraw" WithdrawContribution {
            /// The contribution.
            pub contribution: ContributionId,
        }

        /// Accepts a contribution. Needs `contribution.review` on its task. It must be another person's, unless the
        /// governance model lets people review their own.
        "contribution.accept" AcceptContribution {
            /// The contribution.
            pub contribution: ContributionId,
            /// Its level; if absent, suggested from its share of the task's claims.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub level: Option<Level>,
        }

        /// Returns a contribution with a reason. Needs what accepting needs.
        "contribution.return" ReturnContribution {
            /// The contribution.
            pub contribution: ContributionId,
            /// Why. Kept in the vault, as a text about the contributor.
            pub reason: Remark,
        }

        /// Estimates the complexity of a task. Needs `item.edit` there.
        "task.estimate" EstimateTask {
            /// For each kind of contribution.
            pub complexity: Complexity,
            /// The task.
            pub item: ItemId,
        }

        /// Awards the points of a finished task to all its contributors at once. Needs `contribution.review` there; no
        /// claim may be waiting for review.
        "points.award" AwardPoints {
            /// The task.
            pub item: ItemId,
        }

        /// Reverses one award, with a reason. Needs `contribution.review` on its task.
        "points.reverse" ReversePoints {
            /// The award.
            pub award: AwardId,
            /// Why. Kept in the vault, as a text by the actor.
            pub reason: Remark,
        }

        /// Asks to take part in the process. Needs no permission; a person may have one open request at a time.
        "participation.ask" AskParticipation {
            /// Why. Kept in the vault, as a text about the person asking.
            pub text: Remark,
        }

        /// Accepts a request to take part and grants a role. Needs what granting the role needs.
        "participation.accept" AcceptParticipation {
            /// The organisation in whose name the person will hold the role; as a citizen if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The item to which the role applies, with everything below; the whole process if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// Why. Kept in the vault, as a text about the person asking.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
            /// The request.
            pub request: ParticipationId,
            /// The role.
            pub role: Key,
        }

        /// Declines a request to take part. Needs `role.grant` on the process.
        "participation.decline" DeclineParticipation {
            /// Why. Kept in the vault, as a text about the person asking.
            pub reason: Remark,
            /// The request.
            pub request: ParticipationId,
        }
    }
}

impl Command {
    /// Replaces the host's ids. The flag says whether the id may be that of a new person.
    pub(crate) fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool)) {
        match self {
            Self::MakeAssignment(c) => c.holder.rename(each),
            Self::ClaimContribution(c) => c.team.iter_mut().for_each(|id| each(id, false)),
            Self::RecordContribution(c) => {
                each(&mut c.person, false);
                c.team.iter_mut().for_each(|id| each(id, false));
            }
            Self::AcceptParticipation(c) => c.acting_for.iter_mut().for_each(|id| each(id, false)),
            Self::WithdrawAssignment(_)
            | Self::CompleteAssignment(_)
            | Self::ConfirmContribution(_)
            | Self::WithdrawContribution(_)
            | Self::AcceptContribution(_)
            | Self::ReturnContribution(_)
            | Self::EstimateTask(_)
            | Self::AwardPoints(_)
            | Self::ReversePoints(_)
            | Self::AskParticipation(_)
            | Self::DeclineParticipation(_) => {}
        }
    }

    /// Passes on the host ids that the command names, for the kernel to look up.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        match self {
            Self::MakeAssignment(c) => each(c.holder.host_id()),
            Self::ClaimContribution(c) => c.team.iter().for_each(each),
            Self::RecordContribution(c) => [&c.person].into_iter().chain(&c.team).for_each(each),
            Self::AcceptParticipation(c) => c.acting_for.iter().for_each(each),
            Self::WithdrawAssignment(_)
            | Self::CompleteAssignment(_)
            | Self::ConfirmContribution(_)
            | Self::WithdrawContribution(_)
            | Self::AcceptContribution(_)
            | Self::ReturnContribution(_)
            | Self::EstimateTask(_)
            | Self::AwardPoints(_)
            | Self::ReversePoints(_)
            | Self::AskParticipation(_)
            | Self::DeclineParticipation(_) => {}
        }
    }
}
