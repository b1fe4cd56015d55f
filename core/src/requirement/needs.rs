//! What decisions about a required purpose need.

use super::{Command, Event, RequirementRefusal, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, OfProcess, Place, Refused, Refuses, Said};
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId};

impl Asked for Command {
    fn creates(&self) -> bool {
        false
    }

    fn own_stream(&self, _: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(None)
    }

    fn needs<'a>(&'a self, _: &Met<'a>) -> Needs<'a> {
        match self {
            Self::RequirePurpose(c) => Needs { named: vec![&c.organisation], ..Needs::default() },
            Self::ReleasePurpose(_) => Needs::default(),
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        Ok(vec![decide(context, &given.facts.parties, given.process()?, self)?.into()])
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
        Place::Process(OfProcess::Requirement(self))
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

impl Refuses for RequirementRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        problem
    }
}
