//! What a redaction needs.

use super::{Command, Event, Ground as Whose, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Ground, Met, Needs, Refused, Said};
use crate::types::DocumentId;

impl Asked for Command {
    fn creates(&self) -> bool {
        false
    }

    fn own_stream(&self, _: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(None)
    }

    fn needs<'a>(&'a self, _: &Met<'a>) -> Needs<'a> {
        match self {
            // A name stays a name when the work is over.
            Self::RedactText(c) => {
                Needs { host: true, words: Some(c), even_closed: true, ..Needs::default() }
            }
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let whose = match given.ground {
            Ground::Process(view) => Whose::Process(view),
            Ground::Organisation(organisation) => Whose::Organisation(organisation),
            Ground::Person(_) => Whose::Person,
            Ground::New | Ground::Host(_) | Ground::Rating(_) | Ground::Consent(_) => {
                return Err(given.unsuited());
            }
        };
        let (parties, words) = (&given.facts.parties, &given.facts.words);
        Ok(vec![decide(context, parties, &whose, words, self)?.into()])
    }
}

impl Said for Event {
    fn documents(&self) -> Vec<DocumentId> {
        Vec::new()
    }
}
