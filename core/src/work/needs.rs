//! What a decision about the work of a process needs.

use super::{Command, Event, WorkRefusal, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, OfProcess, Place, Refused, Refuses, Said};
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId};
use crate::vault::CountedAct;

impl Asked for Command {
    fn creates(&self) -> bool {
        false
    }

    fn own_stream(&self, _: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(None)
    }

    fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a> {
        let contributes = |team: &'a Option<HostId>, who: &'a HostId| Needs {
            named: team.iter().collect(),
            participation: met.stream.process().map(|process| (process, CountedAct::Contribution, who)),
            ..Needs::default()
        };
        match self {
            Self::MakeAssignment(c) => Needs { named: vec![c.holder.host_id()], ..Needs::default() },
            Self::ClaimContribution(c) => contributes(&c.team, met.actor),
            Self::RecordContribution(c) => contributes(&c.team, &c.person),
            Self::AcceptParticipation(c) => {
                Needs { named: c.acting_for.iter().collect(), ..Needs::default() }
            }
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
            | Self::DeclineParticipation(_) => Needs::default(),
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let (view, facts) = (given.process()?, given.facts);
        // One person, one vote, even after an erasure in between.
        if facts.has_participated {
            return Err(WorkRefusal::PartyRules.into());
        }
        let (event, grant) = decide(context, &facts.parties, view, self)?;
        Ok(std::iter::once(event.into()).chain(grant.map(EventData::from)).collect())
    }

    fn is_approvable(&self) -> bool {
        true
    }

    fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool)) {
        Self::rename(self, each);
    }
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Process(OfProcess::Work(self))
    }

    fn documents(&self) -> Vec<DocumentId> {
        Vec::new()
    }

    fn brings(&self, _: Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}

impl Refuses for WorkRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        problem
    }
}
