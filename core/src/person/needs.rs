//! What a decision about a person needs.

use super::{Command, Event, Looked, PersonRefusal, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Erasure, Given, Met, Needs, Place, Refused, Refuses, Said};
use crate::news::Concern;
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId};

impl Asked for Command {
    fn creates(&self) -> bool {
        false
    }

    /// Whoever asks a controller for something asks for herself, unless the command names somebody else's stream.
    fn own_stream(&self, to: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        match self {
            Self::RequestRight(_) if to.command.stream.is_none() => {
                to.person(&to.command.actor, "/actor").map(|id| Some(StreamId::Person(id)))
            }
            Self::RequestRight(_)
            | Self::ErasePerson(_)
            | Self::ExtendRight(_)
            | Self::AnswerRight(_)
            | Self::LiftRight(_)
            | Self::RectifyText(_)
            | Self::KeepText(_)
            | Self::AttributeText(_) => Ok(None),
        }
    }

    fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a> {
        let organisations = met.ground.person().into_iter().flat_map(|person| person.state.organisations());
        let organisations = organisations.collect();
        let hers = Needs { organisations, subject: true, ..Needs::default() };
        match self {
            Self::ErasePerson(c) => Needs {
                named: c.capacity.iter().collect(),
                erasure: Some(Erasure { capacity: c.capacity.as_ref() }),
                // Whoever is to be erased here is, wherever she is at home.
                even_replica: true,
                ..hers
            },
            Self::RequestRight(c) => Needs {
                named: vec![&c.organisation],
                wills: met.stream.person().into_iter().collect(),
                voices: true,
                ..hers
            },
            Self::RectifyText(c) => Needs { origin: Some(c.text), ..hers },
            Self::KeepText(c) => Needs { named: vec![&c.organisation], origin: Some(c.text), ..hers },
            Self::ExtendRight(_) | Self::AnswerRight(_) | Self::AttributeText(_) | Self::LiftRight(_) => hers,
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let StreamId::Person(id) = given.stream else { return Err(given.unsuited()) };
        let person = given.own(given.ground.person())?;
        let facts = given.facts;
        let looked = Looked {
            known: facts.subject_known,
            origin: facts.origin,
            voices: &facts.voices,
            dealings: &facts.erasure.dealings,
            held: facts.erasure.held,
            texts: &facts.erasure.texts,
            spoke: &facts.erasure.spoke,
            objects: facts.erasure.objects.as_ref(),
        };
        Ok(vec![decide(context, &facts.parties, id, person, &looked, self)?.into()])
    }

    fn is_approvable(&self) -> bool {
        false
    }

    /// It is no act that names a party.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        // What she asked for herself, and what is left of her, she is not told.
        let told = match self {
            Self::RightExtended(_)
            | Self::RightAnswered(_)
            | Self::RightLifted(_)
            | Self::TextRectified(_)
            | Self::TextKept(_) => Some(Concern::Consent),
            Self::PersonErased(_)
            | Self::PersonWithheld(_)
            | Self::RightRequested(_)
            | Self::TextAttributed(_) => None,
        };
        Place::Own { told }
    }

    fn documents(&self) -> Vec<DocumentId> {
        Vec::new()
    }

    fn brings(&self, text: Commitment) -> bool {
        match self {
            // They speak of a text that was there.
            Self::TextKept(_) | Self::TextRectified(_) | Self::TextAttributed(_) => false,
            Self::PersonErased(e) => e.reason == Some(text),
            Self::RightRequested(_)
            | Self::RightExtended(_)
            | Self::RightAnswered(_)
            | Self::RightLifted(_)
            | Self::PersonWithheld(_) => true,
        }
    }

    fn takes_away(&self) -> bool {
        match self {
            Self::PersonErased(_) | Self::TextRectified(_) => true,
            Self::RightRequested(_)
            | Self::RightExtended(_)
            | Self::RightAnswered(_)
            | Self::RightLifted(_)
            | Self::PersonWithheld(_)
            | Self::TextKept(_)
            | Self::TextAttributed(_) => false,
        }
    }
}

impl Refuses for PersonRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        problem
    }
}
