//! What decisions about a person need.

use super::{Command, Event, LookedUp, PersonRefusal, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Erasure, Given, Met, Needs, Place, Refused, Refuses, Said};
use crate::messages::Concern;
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId};

impl Asked for Command {
    fn creates(&self) -> bool {
        false
    }

    /// A data subject request concerns the actor, unless the command names somebody else's stream.
    fn own_stream(&self, to: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        match self {
            Self::MakeSubjectRequest(_) if to.command.stream.is_none() => {
                to.person(&to.command.actor, "/actor").map(|id| Some(StreamId::Person(id)))
            }
            Self::MakeSubjectRequest(_)
            | Self::ErasePerson(_)
            | Self::ExtendSubjectRequest(_)
            | Self::AnswerSubjectRequest(_)
            | Self::LiftProcessingRestriction(_)
            | Self::RectifyText(_)
            | Self::KeepText(_)
            | Self::AttributeText(_) => Ok(None),
        }
    }

    fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a> {
        let organisations = met.current.person().into_iter().flat_map(|person| person.state.organisations());
        let organisations = organisations.collect();
        let hers = Needs { organisations, subject: true, ..Needs::default() };
        match self {
            Self::ErasePerson(c) => Needs {
                named: c.acting_for.iter().collect(),
                erasure: Some(Erasure { acting_for: c.acting_for.as_ref() }),
                // A person is erased here wherever the stream is at home.
                even_replica: true,
                ..hers
            },
            Self::MakeSubjectRequest(c) => Needs {
                named: vec![&c.organisation],
                wills: met.stream.person().into_iter().collect(),
                representatives: true,
                ..hers
            },
            Self::RectifyText(c) => Needs { origin: Some(c.text), ..hers },
            Self::KeepText(c) => Needs { named: vec![&c.organisation], origin: Some(c.text), ..hers },
            Self::ExtendSubjectRequest(_)
            | Self::AnswerSubjectRequest(_)
            | Self::AttributeText(_)
            | Self::LiftProcessingRestriction(_) => hers,
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let StreamId::Person(id) = given.stream else { return Err(given.unsuited()) };
        let person = given.own(given.current.person())?;
        let facts = given.facts;
        let looked = LookedUp {
            known: facts.subject_known,
            origin: facts.origin,
            representatives: &facts.representatives,
            dealings: &facts.erasure.dealings,
            held: facts.erasure.held,
            texts: &facts.erasure.texts,
            participated: &facts.erasure.participated,
            objects: facts.erasure.objects.as_ref(),
        };
        Ok(vec![decide(context, &facts.parties, id, person, &looked, self)?.into()])
    }

    fn is_approvable(&self) -> bool {
        false
    }

    /// These acts name no party that could be renamed.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        // The person is not notified of their own request, nor of anything after an erasure.
        let told = match self {
            Self::SubjectRequestExtended(_)
            | Self::SubjectRequestAnswered(_)
            | Self::ProcessingRestrictionLifted(_)
            | Self::TextRectified(_)
            | Self::TextKept(_) => Some(Concern::Consent),
            Self::PersonErased(_)
            | Self::PersonWithheld(_)
            | Self::SubjectRequestMade(_)
            | Self::TextAttributed(_) => None,
        };
        Place::Own { told }
    }

    fn documents(&self) -> Vec<DocumentId> {
        Vec::new()
    }

    fn brings(&self, text: Commitment) -> bool {
        match self {
            // They concern a text that already existed.
            Self::TextKept(_) | Self::TextRectified(_) | Self::TextAttributed(_) => false,
            Self::PersonErased(e) => e.reason == Some(text),
            Self::SubjectRequestMade(_)
            | Self::SubjectRequestExtended(_)
            | Self::SubjectRequestAnswered(_)
            | Self::ProcessingRestrictionLifted(_)
            | Self::PersonWithheld(_) => true,
        }
    }

    fn takes_away(&self) -> bool {
        match self {
            Self::PersonErased(_) | Self::TextRectified(_) => true,
            Self::SubjectRequestMade(_)
            | Self::SubjectRequestExtended(_)
            | Self::SubjectRequestAnswered(_)
            | Self::ProcessingRestrictionLifted(_)
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
