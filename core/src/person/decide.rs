//! What a person's stream answers to a command.

use super::right::Desk;
use super::{Command, ErasePerson, Event, Person, PersonErased};
use crate::check::Parties;
use crate::kernel::{Context, TieRefusal};
use crate::problem::Code;
use crate::types::PersonId;

/// A command of the person block was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PersonRefusal {
    /// An organisation that was named is none.
    #[error(transparent)]
    Tie(#[from] TieRefusal),
    /// Nobody is known here under this pseudonym.
    #[error("Nobody is known here by this pseudonym.")]
    Unknown,
    /// She is erased already.
    #[error("This person was erased already.")]
    Erased,
    /// Somebody else may not.
    #[error(
        "Only the person herself, or somebody who administers the organisation that is named, may do this."
    )]
    NotHers,
    /// There is no such request.
    #[error("This person has made no such request.")]
    RequestUnknown,
    /// It was answered before.
    #[error("The request was answered before.")]
    Answered,
    /// Somebody who does not act for the controller.
    #[error("Only somebody who acts for the controller may do this.")]
    NotController,
    /// Its time is over, or was extended before.
    #[error("The time of a request is extended once, within the first month (GDPR Art. 12(3)).")]
    TooLate,
    /// A refusal says why.
    #[error("A request is refused with a reason (GDPR Art. 12(4)).")]
    Justification,
    /// Somebody else gave no reason.
    #[error("Whoever erases somebody else says why.")]
    Reason,
}

impl PersonRefusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Tie(refusal) => refusal.code(),
            Self::Unknown => Code::PartyUnknown,
            Self::Erased => Code::PersonErased,
            Self::NotHers => Code::PersonNotHers,
            Self::Reason => Code::PersonReason,
            Self::RequestUnknown => Code::RightUnknown,
            Self::Answered => Code::RightAnswered,
            Self::NotController => Code::ConsentNotController,
            Self::TooLate => Code::RightTooLate,
            Self::Justification => Code::RightReason,
        }
    }

    /// Where in the command the fault stands.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Tie(refusal) => refusal.path(),
            Self::Unknown | Self::Erased => "/stream",
            Self::NotHers | Self::NotController => "/actor",
            Self::Reason | Self::Justification => "/data/reason",
            Self::RequestUnknown | Self::Answered | Self::TooLate => "/data/request",
        }
    }
}

/// Decides a command about a person. `known` says whether the vault knows her.
pub(crate) fn decide(
    context: &mut Context<'_>,
    parties: &Parties,
    id: PersonId,
    person: Option<&Person>,
    known: bool,
    command: &Command,
) -> Result<Event, PersonRefusal> {
    let erased = person.is_some_and(|person| person.erased.is_some());
    let own = context.actor() == id;
    let mut desk = Desk { context: &mut *context, parties, subject: id, person };
    match command {
        Command::RequestRight(_) if erased => Err(PersonRefusal::Erased),
        Command::RequestRight(_) if !known && !own => Err(PersonRefusal::Unknown),
        Command::RequestRight(c) => desk.request(c),
        Command::ExtendRight(c) => desk.extend(c),
        Command::AnswerRight(c) => desk.answer(c),
        Command::ErasePerson(c) => erase(context, parties, id, person, known, c),
    }
}

fn erase(
    context: &mut Context<'_>,
    parties: &Parties,
    id: PersonId,
    person: Option<&Person>,
    known: bool,
    c: &ErasePerson,
) -> Result<Event, PersonRefusal> {
    if person.is_some_and(|person| person.erased.is_some()) {
        return Err(PersonRefusal::Erased);
    }
    if !known {
        return Err(PersonRefusal::Unknown);
    }
    if context.actor() == id {
        context.erase(id);
        return Ok(PersonErased { organisation: None, reason: None, relied_on: Vec::new() }.into());
    }
    let host_id = c.capacity.as_ref().ok_or(PersonRefusal::NotHers)?;
    let organisation = context.organisation(host_id, "/data/capacity")?;
    let administers = |stream: &crate::kernel::Stream<crate::party::Organisation>| {
        stream.state.is_administrator(context.actor())
    };
    if !parties.organisation(organisation).is_some_and(administers) {
        return Err(PersonRefusal::NotHers);
    }
    let reason = c.reason.as_ref().ok_or(PersonRefusal::Reason)?;
    let reason = Some(context.commit(context.actor(), reason.as_str()));
    context.erase(id);
    let relied_on = parties.reliance(organisation).into_iter().collect();
    Ok(PersonErased { organisation: Some(organisation), reason, relied_on }.into())
}
