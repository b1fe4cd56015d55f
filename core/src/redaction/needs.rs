//! What redactions need.

use super::{Command, Event, RedactionRefusal, Target as Whose, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, Place, Refused, Refuses, Said};
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
            // A name must be removable after the process is closed, too.
            Self::RedactText(c) => {
                Needs { host: true, words: Some(c), even_closed: true, ..Needs::default() }
            }
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let target = given.current;
        let process = target.process().map(Whose::Process);
        let organisation = target.organisation().map(Whose::Organisation);
        let whose = process.or(organisation).or(target.person().map(|_| Whose::Person));
        let whose = whose.ok_or_else(|| given.unsuited())?;
        let (parties, words) = (&given.facts.parties, &given.facts.words);
        Ok(vec![decide(context, parties, &whose, words, self)?.into()])
    }

    fn is_approvable(&self) -> bool {
        // An approver who could read what is to be removed would keep a copy of it.
        false
    }

    /// These acts name no party that could be renamed.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Redacted
    }

    fn documents(&self) -> Vec<DocumentId> {
        Vec::new()
    }

    fn brings(&self, text: Commitment) -> bool {
        match self {
            Self::TextRedacted(e) => e.reason == text,
        }
    }

    fn takes_away(&self) -> bool {
        match self {
            Self::TextRedacted(_) => true,
        }
    }
}

impl Refuses for RedactionRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        problem
    }
}
