//! What decisions about a notice need: only its organisation.

use super::{Command, Event, NoticeRefusal, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{
    Addressed, Asked, Context, Given, Met, Needs, OfOrganisation, Place, Refused, Refuses, Said,
};
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
            Self::PublishNotice(_) | Self::WithdrawNotice(_) => Needs::default(),
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let organisation = given.current.organisation().ok_or_else(|| given.unsuited())?;
        Ok(vec![decide(context, given.documents, &organisation.state, self)?.into()])
    }

    fn is_approvable(&self) -> bool {
        false
    }

    /// These acts name no party that could be renamed.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Organisation(OfOrganisation::Notice(self))
    }

    fn documents(&self) -> Vec<DocumentId> {
        match self {
            Self::NoticePublished(e) => vec![e.notice],
            Self::NoticeWithdrawn(_) => Vec::new(),
        }
    }

    fn brings(&self, _: Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}

impl Refuses for NoticeRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        match self {
            Self::Incomplete(missing) => problem.with("missing", missing),
            _ => problem,
        }
    }
}
