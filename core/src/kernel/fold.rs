//! States from events, one event after another.

use super::{Documents, Stream};
use crate::consent::{Mark, Register};
use crate::home::Homes;
use crate::journal::{Event, EventData, Fault, FaultKind};
use crate::operator::Operators;
use crate::party::{self, Organisation};
use crate::person::Person;
use crate::process::{self, ApplyFault, Process};
use crate::rating::Ratings;
use crate::redaction;
use crate::types::{Date, OrganisationId, PersonId, ProcessId, RatingId};

/// A state is made of the events as they stand, so a redaction changes nothing in it. Whoever holds one that was made before
/// makes it anew.
const fn redacted(event: &redaction::Event) {
    match event {
        redaction::Event::TextRedacted(_) => {}
    }
}

fn replay_fault(event: &Event, fault: &ApplyFault) -> Fault {
    Fault::new(event.head.stream, event.head.seq, FaultKind::Replay(fault.to_string()))
}

pub(super) fn begin_process(
    id: ProcessId,
    event: &Event,
    documents: &dyn Documents,
) -> Result<Stream<Process>, Fault> {
    let EventData::Process(process::Event::ProcessCreated(created)) = &event.data else {
        return Err(replay_fault(event, &ApplyFault::Creation));
    };
    let state =
        Process::begin(id, &event.head, created, documents).map_err(|fault| replay_fault(event, &fault))?;
    Ok(Stream::new(state, event))
}

pub(super) fn apply_process(
    stream: &mut Stream<Process>,
    event: &Event,
    documents: &dyn Documents,
) -> Result<(), Fault> {
    let applied = match &event.data {
        EventData::Process(data) => stream.state.apply(&event.head, data, documents),
        EventData::Governance(data) => stream.state.apply_governance(&event.head, data, documents),
        EventData::Asset(data) => stream.state.apply_asset(&event.head, data),
        EventData::Work(data) => stream.state.apply_work(&event.head, data),
        EventData::Requirement(data) => stream.state.apply_requirement(data),
        EventData::Redaction(data) => {
            redacted(data);
            Ok(())
        }
        EventData::Operator(_)
        | EventData::Party(_)
        | EventData::Rating(_)
        | EventData::Person(_)
        | EventData::Notice(_)
        | EventData::Consent(_)
        | EventData::Home(_) => Err(ApplyFault::Stream),
    };
    applied.map_err(|fault| replay_fault(event, &fault))?;
    stream.advance(event);
    Ok(())
}

pub(super) fn begin_organisation(id: OrganisationId, event: &Event) -> Result<Stream<Organisation>, Fault> {
    let state = match &event.data {
        EventData::Party(data) => Organisation::begin(id, event.head.at, event.head.actor, data),
        _ => None,
    };
    let state = state.ok_or_else(|| replay_fault(event, &ApplyFault::Creation))?;
    Ok(Stream::new(state, event))
}

pub(super) fn apply_organisation(
    stream: &mut Stream<Organisation>,
    event: &Event,
    documents: &dyn Documents,
) -> Result<(), Fault> {
    match &event.data {
        EventData::Party(party::Event::OrganisationFounded(_)) => {
            return Err(replay_fault(event, &ApplyFault::Creation));
        }
        EventData::Party(data) => stream.state.apply(event.head.at, event.head.actor, data),
        EventData::Notice(data) => {
            let applied = stream.state.apply_notice(event.head.at, data, documents);
            applied.ok_or_else(|| replay_fault(event, &ApplyFault::Stream))?;
        }
        EventData::Redaction(data) => redacted(data),
        _ => return Err(replay_fault(event, &ApplyFault::Stream)),
    }
    stream.advance(event);
    Ok(())
}

pub(super) fn begin_host(event: &Event) -> Result<Stream<Operators>, Fault> {
    let mut stream = Stream::new(Operators::default(), event);
    apply_host(&mut stream, event)?;
    Ok(stream)
}

pub(super) fn apply_host(stream: &mut Stream<Operators>, event: &Event) -> Result<(), Fault> {
    let EventData::Operator(data) = &event.data else {
        return Err(replay_fault(event, &ApplyFault::Stream));
    };
    stream.state.apply(event.id, data);
    stream.advance(event);
    Ok(())
}

pub(super) fn begin_ratings(id: RatingId, event: &Event) -> Result<Stream<Ratings>, Fault> {
    let EventData::Rating(data) = &event.data else {
        return Err(replay_fault(event, &ApplyFault::Stream));
    };
    // The stream's name follows from what it is about.
    if data.rated().id() != id {
        return Err(replay_fault(event, &ApplyFault::Creation));
    }
    let mut stream = Stream::new(Ratings::new(data.rated().clone()), event);
    apply_ratings(&mut stream, event)?;
    Ok(stream)
}

pub(super) fn apply_ratings(stream: &mut Stream<Ratings>, event: &Event) -> Result<(), Fault> {
    let applied = match &event.data {
        EventData::Rating(data) => stream.state.apply(event.head.actor, data),
        _ => None,
    };
    applied.ok_or_else(|| replay_fault(event, &ApplyFault::Stream))?;
    stream.advance(event);
    Ok(())
}

pub(super) fn begin_person(id: PersonId, event: &Event) -> Result<Stream<Person>, Fault> {
    let mut stream = Stream::new(Person::new(id), event);
    apply_person(&mut stream, event)?;
    Ok(stream)
}

pub(super) fn apply_person(stream: &mut Stream<Person>, event: &Event) -> Result<(), Fault> {
    match &event.data {
        EventData::Person(data) => stream.state.apply(event.head.at, data),
        EventData::Redaction(data) => redacted(data),
        _ => return Err(replay_fault(event, &ApplyFault::Stream)),
    }
    stream.advance(event);
    Ok(())
}

/// Takes one more import into what is known of homes; the first begins it.
pub(super) fn apply_import(stream: Option<Stream<Homes>>, event: &Event) -> Result<Stream<Homes>, Fault> {
    let EventData::Home(data) = &event.data else {
        return Err(replay_fault(event, &ApplyFault::Stream));
    };
    let mut stream = stream.unwrap_or_else(|| Stream::new(Homes::default(), event));
    stream.state.apply(data);
    stream.advance(event);
    Ok(stream)
}

/// Takes what a person said into a register.
pub(super) fn apply_consent(
    register: &mut Register,
    person: PersonId,
    event: &Event,
    born: Option<Date>,
) -> Result<(), Fault> {
    let applied = match &event.data {
        EventData::Consent(data) => {
            let mark = Mark { seq: event.head.seq, at: event.head.at, actor: event.head.actor };
            register.apply(person, mark, data, born)
        }
        _ => return Err(replay_fault(event, &ApplyFault::Stream)),
    };
    applied.ok_or_else(|| replay_fault(event, &ApplyFault::Said))
}
