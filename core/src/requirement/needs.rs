//! What a decision about a required purpose needs.

use super::{Command, Event, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, Refused, Said};
use crate::types::{Commitment, DocumentId};

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
}

impl Said for Event {
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
