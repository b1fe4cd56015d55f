//! What a decision about operators needs: nothing but the host's own stream.

use super::{Command, Event, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Ground, Met, Needs, Refused, Said};
use crate::types::DocumentId;

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
        let operators = match given.ground {
            Ground::New => None,
            Ground::Host(host) => Some(&host.state),
            Ground::Organisation(_)
            | Ground::Process(_)
            | Ground::Rating(_)
            | Ground::Person(_)
            | Ground::Consent(_) => return Err(given.unsuited()),
        };
        Ok(vec![decide(context, operators, given.as_host, self)?.into()])
    }
}

impl Said for Event {
    fn documents(&self) -> Vec<DocumentId> {
        Vec::new()
    }
}
