//! What can be asked about work and credit.

use super::{Complexity, ContributionKind, Level};
use crate::governance::HolderRef;
use crate::kernel::tagged;
use crate::types::{
    AssetId, AssignmentId, AwardId, ContributionId, HostId, ItemId, Key, ParticipationId, Remark,
};

tagged! {
    /// The commands of the work block, all for a stream `process/ID`.
    pub enum Command {
        /// Asks a person or a team to do something on a task. Needs `task.assign` there.
        "assignment.make" MakeAssignment {
            /// On which of the task's assets, if on one.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// Who is asked.
            pub holder: HolderRef,
            /// The task.
            pub item: ItemId,
            /// What to do. Kept in the vault, as a text about the person asked.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Remark>,
        }

        /// Takes an assignment back. Needs `task.assign` on its task, or to be the person asked.
        "assignment.withdraw" WithdrawAssignment {
            /// Which.
            pub assignment: AssignmentId,
        }

        /// Says that what an assignment asks for is done. Needs to be the person asked or in the team asked, or `task.assign` on
        /// its task. What was done is claimed and reviewed as a contribution; this only ends the asking.
        "assignment.complete" CompleteAssignment {
            /// Which.
            pub assignment: AssignmentId,
        }

        /// Says that oneself did something on a task. Needs `contribution.claim` there.
        "contribution.claim" ClaimContribution {
            /// On which of the task's assets, if on one.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The assignment that it answers.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub assignment: Option<AssignmentId>,
            /// The task.
            pub item: ItemId,
            /// Of which kind it is.
            pub kind: ContributionKind,
            /// The team that she contributed for, of which she is a member.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub team: Option<HostId>,
            /// What she did. Kept in the vault, as a text about her.
            pub text: Remark,
        }

        /// Records what somebody else did, who did not say it herself: she was there without a screen. Needs
        /// `contribution.review` on the task, and that she herself may contribute there. It participations by whom it was recorded; she
        /// confirms it or takes it back, and whoever recorded it does not review it.
        "contribution.record" RecordContribution {
            /// On which of the task's assets, if on one.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The task.
            pub item: ItemId,
            /// Of which kind it is.
            pub kind: ContributionKind,
            /// Who did it, by the host's id.
            pub person: HostId,
            /// The team that she contributed for, of which she is a member.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub team: Option<HostId>,
            /// What she did. Kept in the vault, as a text about her.
            pub text: Remark,
        }

        /// Says that what somebody else recorded of oneself is so.
        "contribution.confirm" ConfirmContribution {
            /// Which.
            pub contribution: ContributionId,
        }

        /// Takes back a claim of one's own that was not reviewed; or what somebody else recorded of oneself, as long as one has
        /// not confirmed it and no points were awarded for it.
        "contribution.withdraw" WithdrawContribution {
            /// Which.
            pub contribution: ContributionId,
        }

        /// Accepts a contribution. Needs `contribution.review` on its task, and that it is somebody else's,
        /// unless the governance model lets people review themselves.
        "contribution.accept" AcceptContribution {
            /// Which.
            pub contribution: ContributionId,
            /// How much it was; suggested from its share of the task's claims if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub level: Option<Level>,
        }

        /// Returns a contribution, with the reason. Needs what accepting needs.
        "contribution.return" ReturnContribution {
            /// Which.
            pub contribution: ContributionId,
            /// Why. Kept in the vault, as a text about whoever claimed it.
            pub reason: Remark,
        }

        /// Says how hard a task is. Needs `item.edit` there.
        "task.estimate" EstimateTask {
            /// In each kind of contribution.
            pub complexity: Complexity,
            /// The task.
            pub item: ItemId,
        }

        /// Awards the points of a finished task to all its contributors at once. Needs `contribution.review`
        /// there, and that no claim waits for review.
        "points.award" AwardPoints {
            /// The task.
            pub item: ItemId,
        }

        /// Takes one award back, with the reason. Needs `contribution.review` on its task.
        "points.reverse" ReversePoints {
            /// Which.
            pub award: AwardId,
            /// Why. Kept in the vault, as a text by the actor.
            pub reason: Remark,
        }

        /// Asks to take part in the process. Takes no permission; one may ask once at a time.
        "participation.ask" AskParticipation {
            /// Why. Kept in the vault, as a text about whoever asks.
            pub text: Remark,
        }

        /// Accepts a request to take part, and gives a role. Needs what giving the role needs.
        "participation.accept" AcceptParticipation {
            /// The organisation in whose name she will hold the role; as a citizen if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// On which item and below; on the whole process if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// Why. Kept in the vault, as a text about whoever asked.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
            /// Which request.
            pub request: ParticipationId,
            /// The role.
            pub role: Key,
        }

        /// Declines a request to take part. Needs `role.grant` on the process.
        "participation.decline" DeclineParticipation {
            /// Why. Kept in the vault, as a text about whoever asked.
            pub reason: Remark,
            /// Which request.
            pub request: ParticipationId,
        }
    }
}

impl Command {
    /// Puts other names in the place of the host's ids. The second argument participations whether somebody new may be meant.
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

    /// The host ids that the command names, for the kernel to look up.
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
