//! Builds states from a store.

use super::{Error, Moment};
use crate::home::Homes;
use crate::journal::{Event, EventData, Fault, FaultKind, Reading, Seq, Stored, Stream, StreamId};
use crate::kernel::{Document, Documents, State};
use crate::operator::Operators;
use crate::party::Organisation;
use crate::person::Person;
use crate::types::{DocumentId, OrganisationId, PersonId};
use interlink_record::Meaning;

/// How many events are read from the store at once.
const PAGE: usize = 1024;

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

/// Passes on the events of a stream after a `seq`, page by page.
pub(super) fn replay(
    reading: &dyn Reading,
    stream: StreamId,
    mut after: Seq,
    until: Option<Seq>,
    each: &mut dyn FnMut(&Event) -> Result<(), Error>,
) -> Result<(), Error> {
    loop {
        is_readable(stream)?;
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
pub(super) struct NoDocuments;

impl Documents for NoDocuments {
    fn document(&self, _: DocumentId) -> Option<Document> {
        None
    }
}

/// Refuses a stream of a block that this build was made without.
fn is_readable(stream: StreamId) -> Result<(), Error> {
    if EventData::lacks(stream) { Err(lacking(stream)) } else { Ok(()) }
}

/// The refusal to speak about a stream of a block that this build was made without.
pub(super) fn lacking(stream: StreamId) -> Error {
    Fault::new(stream, Seq(1), FaultKind::Block).into()
}

impl Moment<'_> {
    pub(super) fn each_event(
        &self,
        stream: StreamId,
        each: &mut dyn FnMut(&Stored, &Event) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.each_stored(stream, &mut |stored| each(stored, &Event::read(stored.id, &stored.body)?))
    }

    /// Passes on the stored events of a stream, page by page.
    pub fn each_stored(
        &self,
        stream: StreamId,
        each: &mut dyn FnMut(&Stored) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut after = Seq(0);
        loop {
            let page = self.reading()?.events(stream, after, PAGE)?;
            for stored in &page {
                each(stored)?;
                after = stored.seq;
            }
            if page.len() < PAGE {
                return Ok(());
            }
        }
    }
}
