//! States from events: from the first, or from a snapshot on.

use super::{Error, snapshot};
use crate::consent::Register;
use crate::journal::{Event, EventData, Fault, FaultKind, Store, Stored, StreamId, Version};
use crate::kernel::{Documents, Stream};
use crate::party::{self, Organisation};
use crate::person::Person;
use crate::process::{self, ApplyFault, Process};
use crate::rating::Ratings;
use crate::types::{Date, OrganisationId, PersonId, ProcessId, RatingId};

/// How many events are read from the store at once.
const PAGE: usize = 1024;

/// Reads a process from its last snapshot and the events since, up to a version; says which snapshot it was.
pub(super) fn read_process(
    store: &dyn Store,
    id: ProcessId,
    until: Option<Version>,
    documents: &dyn Documents,
) -> Result<Option<(Stream<Process>, Version)>, Error> {
    let snapshot = store.snapshot(id.into(), until.unwrap_or(Version(u64::MAX)))?;
    let mut stream = snapshot.as_ref().and_then(|snapshot| snapshot::restore(snapshot, documents));
    let from = stream.as_ref().map_or(Version(0), |stream| stream.version);
    replay(store, id.into(), from, until, &mut |event| {
        match &mut stream {
            Some(stream) => apply_process(stream, event, documents)?,
            None => stream = Some(begin_process(id, event, documents)?),
        }
        Ok(())
    })?;
    Ok(stream.map(|stream| (stream, from)))
}

pub(super) fn read_organisation(
    store: &dyn Store,
    id: OrganisationId,
    until: Option<Version>,
    documents: &dyn Documents,
) -> Result<Option<Stream<Organisation>>, Error> {
    let mut stream: Option<Stream<Organisation>> = None;
    replay(store, id.into(), Version(0), until, &mut |event| {
        match &mut stream {
            Some(stream) => apply_organisation(stream, event, documents)?,
            None => stream = Some(begin_organisation(id, event)?),
        }
        Ok(())
    })?;
    Ok(stream)
}

pub(super) fn read_ratings(
    store: &dyn Store,
    id: RatingId,
    until: Option<Version>,
) -> Result<Option<Stream<Ratings>>, Error> {
    let mut stream: Option<Stream<Ratings>> = None;
    replay(store, id.into(), Version(0), until, &mut |event| {
        match &mut stream {
            Some(stream) => apply_ratings(stream, event)?,
            None => stream = Some(begin_ratings(id, event)?),
        }
        Ok(())
    })?;
    Ok(stream)
}

/// Hands on the events of a stream after a version, page by page.
pub(super) fn replay(
    store: &dyn Store,
    stream: StreamId,
    mut after: Version,
    until: Option<Version>,
    each: &mut dyn FnMut(&Event) -> Result<(), Error>,
) -> Result<(), Error> {
    loop {
        let left = until.map_or(u64::MAX, |until| until.0.saturating_sub(after.0));
        let limit = usize::try_from(left).unwrap_or(usize::MAX).min(PAGE);
        let page: Vec<Stored> = store.events(stream, after, limit)?;
        for stored in &page {
            let event = Event::read(stored.id, &stored.body)?;
            if event.head.seq != after.next() || event.head.stream != stream {
                let kind = FaultKind::Gap { found: event.head.seq };
                return Err(Fault::new(stream, after.next(), kind).into());
            }
            each(&event)?;
            after = event.head.seq;
        }
        if page.len() < PAGE {
            return Ok(());
        }
    }
}

fn replay_fault(event: &Event, fault: &ApplyFault) -> Error {
    Fault::new(event.head.stream, event.head.seq, FaultKind::Replay(fault.to_string())).into()
}

pub(super) fn begin_process(
    id: ProcessId,
    event: &Event,
    documents: &dyn Documents,
) -> Result<Stream<Process>, Error> {
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
) -> Result<(), Error> {
    let applied = match &event.data {
        EventData::Process(data) => stream.state.apply(&event.head, data, documents),
        EventData::Governance(data) => stream.state.apply_governance(&event.head, data, documents),
        EventData::Asset(data) => stream.state.apply_asset(&event.head, data),
        EventData::Work(data) => stream.state.apply_work(&event.head, data),
        EventData::Requirement(data) => stream.state.apply_requirement(data),
        EventData::Party(_)
        | EventData::Rating(_)
        | EventData::Person(_)
        | EventData::Notice(_)
        | EventData::Consent(_) => Err(ApplyFault::Stream),
    };
    applied.map_err(|fault| replay_fault(event, &fault))?;
    stream.advance(event);
    Ok(())
}

pub(super) fn begin_organisation(id: OrganisationId, event: &Event) -> Result<Stream<Organisation>, Error> {
    let state = match &event.data {
        EventData::Party(data) => Organisation::begin(id, event.head.actor, data),
        _ => None,
    };
    let state = state.ok_or_else(|| replay_fault(event, &ApplyFault::Creation))?;
    Ok(Stream::new(state, event))
}

pub(super) fn apply_organisation(
    stream: &mut Stream<Organisation>,
    event: &Event,
    documents: &dyn Documents,
) -> Result<(), Error> {
    match &event.data {
        EventData::Party(party::Event::OrganisationFounded(_)) => {
            return Err(replay_fault(event, &ApplyFault::Creation));
        }
        EventData::Party(data) => stream.state.apply(event.head.at, event.head.actor, data),
        EventData::Notice(data) => {
            let applied = stream.state.apply_notice(event.head.at, data, documents);
            applied.ok_or_else(|| replay_fault(event, &ApplyFault::Stream))?;
        }
        _ => return Err(replay_fault(event, &ApplyFault::Stream)),
    }
    stream.advance(event);
    Ok(())
}

pub(super) fn begin_ratings(id: RatingId, event: &Event) -> Result<Stream<Ratings>, Error> {
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

pub(super) fn apply_ratings(stream: &mut Stream<Ratings>, event: &Event) -> Result<(), Error> {
    let applied = match &event.data {
        EventData::Rating(data) => stream.state.apply(event.head.actor, data),
        _ => None,
    };
    applied.ok_or_else(|| replay_fault(event, &ApplyFault::Stream))?;
    stream.advance(event);
    Ok(())
}

pub(super) fn read_person(store: &dyn Store, id: PersonId) -> Result<Option<Stream<Person>>, Error> {
    let mut stream: Option<Stream<Person>> = None;
    replay(store, id.into(), Version(0), None, &mut |event| {
        match &mut stream {
            Some(stream) => apply_person(stream, event)?,
            None => stream = Some(begin_person(id, event)?),
        }
        Ok(())
    })?;
    Ok(stream)
}

pub(super) fn begin_person(id: PersonId, event: &Event) -> Result<Stream<Person>, Error> {
    let mut stream = Stream::new(Person::new(id), event);
    apply_person(&mut stream, event)?;
    Ok(stream)
}

pub(super) fn apply_person(stream: &mut Stream<Person>, event: &Event) -> Result<(), Error> {
    let EventData::Person(data) = &event.data else {
        return Err(replay_fault(event, &ApplyFault::Stream));
    };
    stream.state.apply(event.head.at, data);
    stream.advance(event);
    Ok(())
}

/// Takes what a person said into a register.
pub(super) fn apply_consent(
    register: &mut Register,
    person: PersonId,
    event: &Event,
    born: Option<Date>,
) -> Result<(), Error> {
    let applied = match &event.data {
        EventData::Consent(data) => register.apply(person, (event.head.seq, event.head.at), data, born),
        _ => return Err(replay_fault(event, &ApplyFault::Stream)),
    };
    applied.ok_or_else(|| replay_fault(event, &ApplyFault::Said))
}
