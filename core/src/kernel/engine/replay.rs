//! States out of a store: from the first event, or from a snapshot on.

use super::{Error, snapshot};
use crate::home::Homes;
use crate::journal::{Event, Fault, FaultKind, Reading, Snapshot, Stored, StreamId, Version};
use crate::kernel::fold::{
    apply_host, apply_import, apply_organisation, apply_person, apply_process, apply_ratings, begin_host,
    begin_organisation, begin_person, begin_process, begin_ratings,
};
use crate::kernel::{Documents, Stream};
use crate::operator::Operators;
use crate::party::Organisation;
use crate::person::Person;
use crate::process::Process;
use crate::rating::Ratings;
use crate::types::{OrganisationId, PersonId, ProcessId, RatingId};

/// How many events are read from the store at once.
const PAGE: usize = 1024;

/// Reads a process from its last snapshot and the events since, up to a version; says which snapshot it was.
pub(super) fn read_process(
    reading: &dyn Reading,
    id: ProcessId,
    until: Option<Version>,
    documents: &dyn Documents,
) -> Result<Option<(Stream<Process>, Version)>, Error> {
    let snapshot = reading.snapshot(id.into(), until.unwrap_or(Version(u64::MAX)))?;
    let snapshot = match snapshot {
        Some(snapshot) if is_on_chain(&snapshot, id, reading)? => Some(snapshot),
        _ => None,
    };
    let mut stream = snapshot.as_ref().and_then(|snapshot| snapshot::restore(snapshot, documents));
    let from = stream.as_ref().map_or(Version(0), |stream| stream.version);
    replay(reading, id.into(), from, until, &mut |event| {
        match &mut stream {
            Some(stream) => apply_process(stream, event, documents)?,
            None => stream = Some(begin_process(id, event, documents)?),
        }
        Ok(())
    })?;
    Ok(stream.map(|stream| (stream, from)))
}

/// Whether a snapshot is one of an event that the stream has. One that is not is passed over: it says of a state that it was
/// reached, and nobody did what leads there.
fn is_on_chain(snapshot: &Snapshot, id: ProcessId, reading: &dyn Reading) -> Result<bool, Error> {
    let before = Version(snapshot.version.0.saturating_sub(1));
    let event = reading.events(id.into(), before, 1)?;
    Ok(event.first().is_some_and(|event| event.seq == snapshot.version && event.id == snapshot.id))
}

pub(super) fn read_organisation(
    reading: &dyn Reading,
    id: OrganisationId,
    until: Option<Version>,
    documents: &dyn Documents,
) -> Result<Option<Stream<Organisation>>, Error> {
    let mut stream: Option<Stream<Organisation>> = None;
    replay(reading, id.into(), Version(0), until, &mut |event| {
        match &mut stream {
            Some(stream) => apply_organisation(stream, event, documents)?,
            None => stream = Some(begin_organisation(id, event)?),
        }
        Ok(())
    })?;
    Ok(stream)
}

pub(super) fn read_ratings(
    reading: &dyn Reading,
    id: RatingId,
    until: Option<Version>,
) -> Result<Option<Stream<Ratings>>, Error> {
    let mut stream: Option<Stream<Ratings>> = None;
    replay(reading, id.into(), Version(0), until, &mut |event| {
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
    reading: &dyn Reading,
    stream: StreamId,
    mut after: Version,
    until: Option<Version>,
    each: &mut dyn FnMut(&Event) -> Result<(), Error>,
) -> Result<(), Error> {
    loop {
        let left = until.map_or(u64::MAX, |until| until.0.saturating_sub(after.0));
        let limit = usize::try_from(left).unwrap_or(usize::MAX).min(PAGE);
        let page: Vec<Stored> = reading.events(stream, after, limit)?;
        for stored in &page {
            // What a state is made from is what its id says; the chain as a whole is for verification.
            if Event::id_of(&stored.body) != stored.id {
                return Err(Fault::new(stream, stored.seq, FaultKind::Tampered).into());
            }
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

/// What came from elsewhere; `None` if nothing ever did.
pub(super) fn read_homes(reading: &dyn Reading) -> Result<Option<Stream<Homes>>, Error> {
    let mut stream: Option<Stream<Homes>> = None;
    replay(reading, StreamId::Import, Version(0), None, &mut |event| {
        stream = Some(apply_import(stream.take(), event)?);
        Ok(())
    })?;
    Ok(stream)
}

pub(super) fn read_person(reading: &dyn Reading, id: PersonId) -> Result<Option<Stream<Person>>, Error> {
    let mut stream: Option<Stream<Person>> = None;
    replay(reading, id.into(), Version(0), None, &mut |event| {
        match &mut stream {
            Some(stream) => apply_person(stream, event)?,
            None => stream = Some(begin_person(id, event)?),
        }
        Ok(())
    })?;
    Ok(stream)
}

pub(super) fn read_host(reading: &dyn Reading) -> Result<Option<Stream<Operators>>, Error> {
    let mut stream: Option<Stream<Operators>> = None;
    replay(reading, StreamId::Host, Version(0), None, &mut |event| {
        match &mut stream {
            Some(stream) => apply_host(stream, event)?,
            None => stream = Some(begin_host(event)?),
        }
        Ok(())
    })?;
    Ok(stream)
}
