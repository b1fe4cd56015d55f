//! What a decision about operators needs: nothing but the host's own stream.

use super::{Command, Event, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, Refused, Said};
use crate::types::{Commitment, DocumentId};

impl Asked for Command {
    /// The first operator begins the stream, whoever she is.
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
        let operators = given.own(given.ground.host())?;
        Ok(vec![decide(context, operators, given.as_host, self)?.into()])
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
