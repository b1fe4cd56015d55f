//! What consent decisions need.

use super::{Command, ConsentRefusal, Event, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{
    Addressed, Asked, Context, CurrentState, Given, Met, Needs, Place, Refused, Refuses, Rejection, Said,
};
use crate::messages::Concern;
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId, PersonId};
use crate::vault::Party;

/// Whose benefit to check for an official's act, besides the organisations that the command names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gaining {
    /// The controllers that a representative refused, where the appointment is to end.
    Opposed {
        /// The data subject.
        person_id: PersonId,
        /// The representative.
        by: PersonId,
    },
    /// Every organisation, if a date of birth is already on record: it is recorded again.
    EverybodyOnce {
        /// The data subject.
        date_of_birth: PersonId,
    },
}

impl Command {
    fn gaining(&self, met: &Met<'_>) -> Option<Gaining> {
        let person = met.stream.person()?;
        match self {
            Self::DismissRepresentative(c) => match met.party(&c.representative)? {
                Party::Person(by) => Some(Gaining::Opposed { person_id: person, by }),
                Party::Organisation(_) | Party::Team(..) => None,
            },
            Self::RecordDateOfBirth(c) => {
                c.acting_for.as_ref().map(|_| Gaining::EverybodyOnce { date_of_birth: person })
            }
            Self::RequestConsent(_)
            | Self::DeferConsent(_)
            | Self::GiveConsent(_)
            | Self::RenewConsent(_)
            | Self::RefuseConsent(_)
            | Self::WithdrawConsent(_)
            | Self::RevokeConsent(_)
            | Self::ExpireConsent(_)
            | Self::UseConsent(_)
            | Self::InvalidateConsent(_)
            | Self::RaiseObjection(_)
            | Self::WithdrawObjection(_)
            | Self::DecideObjection(_)
            | Self::NotifyRecipient(_)
            | Self::AppointRepresentative(_)
            | Self::SettleDisagreement(_) => None,
        }
    }
}

impl Asked for Command {
    fn creates(&self) -> bool {
        false
    }

    /// The stream of the data subject, which is the actor's if neither the command nor the stream says otherwise.
    fn own_stream(&self, to: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        let (who, path) = match (self.subject(), to.command.stream) {
            (Some(subject), _) => (subject, "/data/data_subject"),
            (None, None) => (&to.command.actor, "/actor"),
            (None, Some(_)) => return Ok(None),
        };
        to.person(who, path).map(|id| Some(StreamId::Consent(id)))
    }

    /// [`Command::controller`] and [`Command::acting_for`] list all that each command names.
    fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a> {
        Needs {
            named: self.controller().into_iter().chain(self.acting_for()).collect(),
            gaining: self.gaining(met),
            // Whoever acts for another may benefit as a recipient.
            partners: self.subject().is_some(),
            host: self.acting_for().is_some(),
            wills: met.stream.person().into_iter().collect(),
            subject: true,
            ..Needs::default()
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let (StreamId::Consent(subject), CurrentState::Consent(head)) = (given.stream, given.current) else {
            return Err(given.unsuited());
        };
        // A new stream must concern somebody whom the vault knows, or learns of now.
        if head.is_none()
            && self.subject().is_none()
            && context.actor() != subject
            && !given.facts.subject_known
        {
            return Err(Rejection::StreamUnknown { stream: given.stream }.into());
        }
        Ok(vec![decide(context, &given.facts.parties, given.register, subject, self)?.into()])
    }

    fn is_approvable(&self) -> bool {
        false
    }

    /// These acts name no party that could be renamed.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Own { told: Some(Concern::Consent) }
    }

    fn documents(&self) -> Vec<DocumentId> {
        self.notice().into_iter().collect()
    }

    fn brings(&self, _: Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}

impl Refuses for ConsentRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        match self {
            Self::Transition { state, legal, .. } => problem.with("state", state).with("legal", legal),
            Self::WrongVerb { basis, remedy } => problem.with("basis", basis).with("remedy", remedy),
            Self::NoticeNotInForce { current: Some(current), .. } => problem.with("current", current),
            _ => problem,
        }
    }
}
