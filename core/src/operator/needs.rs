//! What decisions about operators need: only the host's own stream.

use super::{Command, Event, OperatorRefusal, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, Place, Refused, Refuses, Said};
use crate::messages::Concern;
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId};

impl Asked for Command {
    /// The first operator begins the stream.
    fn creates(&self) -> bool {
        false
    }

    fn own_stream(&self, _: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(Some(StreamId::Host))
    }

    fn needs<'a>(&'a self, _: &Met<'a>) -> Needs<'a> {
        match self {
            Self::AppointOperator(_) | Self::DismissOperator(_) => Needs::default(),
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let operators = given.own(given.current.host())?;
        Ok(vec![decide(context, operators, given.as_host, self)?.into()])
    }

    fn is_approvable(&self) -> bool {
        false
    }

    /// These acts name no party that could be renamed.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Own { told: Some(Concern::Membership) }
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

impl Refuses for OperatorRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        problem
    }
}
