//! Builds states from a store: from the first event, or from a snapshot.

use super::{Error, snapshot};
use crate::home::Homes;
use crate::journal::{Event, Fault, FaultKind, Reading, Seq, Snapshot, Stored, Stream, StreamId};
use crate::kernel::{Document, Documents, State};
use crate::operator::Operators;
use crate::party::Organisation;
use crate::person::Person;
use crate::process::Process;
use crate::rating::Ratings;
use crate::types::{DocumentId, OrganisationId, PersonId, ProcessId, RatingId};

/// How many events are read from the store at once.
const PAGE: usize = 1024;

/// Reads a process from its last snapshot and the events since, up to a `seq`; returns which snapshot was used.
pub(super) fn read_process(
    reading: &dyn Reading,
    id: ProcessId,
    until: Option<Seq>,
    documents: &dyn Documents,
) -> Result<Option<(Stream<Process>, Seq)>, Error> {
    let snapshot = reading.snapshot(id.into(), until.unwrap_or(Seq(u64::MAX)))?;
    let snapshot = match snapshot {
        Some(snapshot) if is_on_chain(&snapshot, id, reading)? => Some(snapshot),
        _ => None,
    };
    let mut stream = snapshot.as_ref().and_then(|snapshot| snapshot::restore(snapshot, documents));
    let from = stream.as_ref().map_or(Seq(0), |stream| stream.seq);
    replay(reading, id.into(), from, until, &mut |event| {
        Ok(Stream::take_in(&mut stream, id, event, documents)?)
    })?;
    Ok(stream.map(|stream| (stream, from)))
}

/// Whether a snapshot belongs to an event that the stream has. One that does not is skipped: it claims a state to which
/// no recorded act leads.
fn is_on_chain(snapshot: &Snapshot, id: ProcessId, reading: &dyn Reading) -> Result<bool, Error> {
    let before = Seq(snapshot.seq.0.saturating_sub(1));
    let event = reading.events(id.into(), before, 1)?;
    Ok(event.first().is_some_and(|event| event.seq == snapshot.seq && event.id == snapshot.id))
}

/// Reads a stream from its first event, up to a `seq`; `None` if there is no such stream.
pub(super) fn read_stream<T: State>(
    reading: &dyn Reading,
    (stream, id): (StreamId, T::Id),
    until: Option<Seq>,
    documents: &dyn Documents,
) -> Result<Option<Stream<T>>, Error> {
    let mut found: Option<Stream<T>> = None;
    replay(reading, stream, Seq(0), until, &mut |event| {
        Ok(Stream::take_in(&mut found, id, event, documents)?)
    })?;
    Ok(found)
}

pub(super) fn read_organisation(
    reading: &dyn Reading,
    id: OrganisationId,
    until: Option<Seq>,
    documents: &dyn Documents,
) -> Result<Option<Stream<Organisation>>, Error> {
    read_stream(reading, (id.into(), id), until, documents)
}

pub(super) fn read_ratings(
    reading: &dyn Reading,
    id: RatingId,
    until: Option<Seq>,
) -> Result<Option<Stream<Ratings>>, Error> {
    read_stream(reading, (id.into(), id), until, &NoDocuments)
}

/// Passes on the events of a stream after a `seq`, page by page.
pub(super) fn replay(
    reading: &dyn Reading,
    stream: StreamId,
    mut after: Seq,
    until: Option<Seq>,
    each: &mut dyn FnMut(&Event) -> Result<(), Error>,
) -> Result<(), Error> {
    loop {
        let left = until.map_or(u64::MAX, |until| until.0.saturating_sub(after.0));
        let limit = usize::try_from(left).unwrap_or(usize::MAX).min(PAGE);
        let page: Vec<Stored> = reading.events(stream, after, limit)?;
        for stored in &page {
            // Each event must match its id before it is applied; verification checks the chain as a whole.
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

/// What was imported; `None` if nothing ever was.
pub(super) fn read_homes(reading: &dyn Reading) -> Result<Option<Stream<Homes>>, Error> {
    read_stream(reading, (StreamId::Import, ()), None, &NoDocuments)
}

pub(super) fn read_person(reading: &dyn Reading, id: PersonId) -> Result<Option<Stream<Person>>, Error> {
    read_stream(reading, (id.into(), id), None, &NoDocuments)
}

pub(super) fn read_host(reading: &dyn Reading) -> Result<Option<Stream<Operators>>, Error> {
    read_stream(reading, (StreamId::Host, ()), None, &NoDocuments)
}

/// For states built from their events alone.
struct NoDocuments;

impl Documents for NoDocuments {
    fn document(&self, _: DocumentId) -> Option<Document> {
        None
    }
}
