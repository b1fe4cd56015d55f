//! A process out of one store and into another, as one file.

use crate::types::json::Raw;
use crate::types::{Map, Set};
use std::sync::Arc;

use hashbrown::HashSet;
use serde::Serialize;

use super::{Engine, Error, Moment, Tries};
use crate::journal::bundle::{CommandLine, Part, Writer, read, stored};
use crate::journal::{
    Basis, Batch, BundleFault, Deadline, Event, MemoryStore, Position, Reading, Store, StoreError, Stored,
    StoredDocument, StreamId, Verified, Version,
};
use crate::types::json::{MOST_DOCUMENT_BYTES, Node};
use crate::types::{CommandId, DocumentId, Fingerprint, PersonId, ProcessId};
use crate::vault::{Party, Tie, VaultWrite};

/// How many events are read at once.
const PAGE: usize = 1024;

/// What an import has brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Imported {
    /// The process.
    pub process: ProcessId,
    /// The streams of the bundle, each verified.
    pub streams: Vec<Verified>,
    /// How many events are new here.
    pub events: u64,
    /// The position of the store with them.
    #[serde(skip)]
    #[cfg_attr(feature = "json-schema", schemars(skip))]
    pub position: Position,
}

/// What a command left in a stream, as it goes into another store.
struct Piece {
    stream: StreamId,
    command: CommandId,
    fingerprint: Fingerprint,
    events: Vec<Stored>,
}

impl Piece {
    fn batch<'a>(&'a self, documents: &'a [StoredDocument], vault: &'a [VaultWrite]) -> Batch<'a> {
        let first = self.events.first().map_or(Version(0), |event| event.seq);
        Batch {
            stream: self.stream,
            expected: Version(first.0.saturating_sub(1)),
            events: &self.events,
            command: self.command,
            fingerprint: self.fingerprint,
            vault,
            documents,
            basis: Basis::default(),
        }
    }
}

/// A bundle, taken apart.
#[derive(Default)]
struct Parts {
    process: Option<ProcessId>,
    documents: Vec<StoredDocument>,
    ties: Vec<(u64, Tie)>,
    vault: Vec<VaultWrite>,
    pieces: Vec<Piece>,
}

impl Moment<'_> {
    /// Writes a process as a bundle: its stream, those of the organisations and of the consents that it relies on, and
    /// the documents that they name; with the vault also who the pseudonyms are and what was written about them, as far as
    /// the vault still knows.
    ///
    /// # Errors
    /// `stream.unknown` if there is no such process, or what the store reports.
    pub fn export_bundle(&self, process: ProcessId, with_vault: bool) -> Result<String, Error> {
        let streams = self.with_relied_on(process)?;
        // There may be very many texts, so they are put in order once, at the end.
        let (mut documents, mut named) = (Set::new(), HashSet::new());
        for stream in &streams {
            self.each_event(*stream, &mut |stored, event| {
                for document in super::super::decide::relied_on(std::slice::from_ref(&event.data)) {
                    documents.insert(document);
                }
                if with_vault {
                    named.extend(hex_texts(&stored.body)?);
                }
                Ok(())
            })?;
        }
        let mut writer = Writer::new();
        writer.line(Part::Begin(process));
        for id in documents {
            // Shipped models are known everywhere, and are written all the same: a bundle stands on its own.
            let content = self.document(id)?;
            writer.line(Part::Document(Raw(content.as_str())));
        }
        if with_vault {
            self.write_vault(&mut writer, &streams, &named.into_iter().collect())?;
        }
        for stream in &streams {
            self.write_stream(&mut writer, *stream)?;
        }
        Ok(writer.end())
    }

    /// What its people want done with their data, where the process requires purposes: a check asks, whether or not
    /// anything has relied on it yet.
    fn asked_about(&self, process: ProcessId) -> Result<Vec<StreamId>, Error> {
        let Some(view) = self.view(process)? else { return Ok(Vec::new()) };
        let requirements = view.process().requirements();
        if requirements.is_empty() {
            return Ok(Vec::new());
        }
        let people = view.access.people().into_iter().chain(requirements.subjects());
        Ok(people.flat_map(|person| [StreamId::Consent(person), StreamId::Person(person)]).collect())
    }

    /// The streams of a bundle, in order, the process last: what it relies on, what that relies on, and what its checks
    /// ask about.
    fn with_relied_on(&self, process: ProcessId) -> Result<Vec<StreamId>, Error> {
        let stream = StreamId::from(process);
        if self.reading()?.head(stream)?.is_none() {
            return Err(Error::StreamUnknown(Box::new(stream)));
        }
        let (mut found, mut open) = (Set::new(), vec![stream]);
        for asked in self.asked_about(process)? {
            if self.reading()?.head(asked)?.is_some() && found.insert(asked) {
                open.push(asked);
            }
        }
        while let Some(next) = open.pop() {
            self.each_event(next, &mut |_, event| {
                let relied_on = event.data.relied_on().iter().map(|reliance| reliance.stream);
                // Who speaks for this host is nothing to another.
                let relied_on = relied_on.filter(|stream| *stream != StreamId::Host);
                open.extend(relied_on.filter(|stream| found.insert(*stream)));
                Ok(())
            })?;
        }
        found.remove(&stream);
        Ok(found.into_iter().chain([stream]).collect())
    }

    fn each_event(
        &self,
        stream: StreamId,
        each: &mut dyn FnMut(&Stored, &Event) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.each_stored(stream, &mut |stored| each(stored, &Event::read(stored.id, &stored.body)?))
    }

    /// Hands on what is kept of a stream, page by page.
    pub(crate) fn each_stored(
        &self,
        stream: StreamId,
        each: &mut dyn FnMut(&Stored) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut after = Version(0);
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

    /// Whom the events name, and the texts that they commit to, as far as the vault knows them.
    fn write_vault(
        &self,
        writer: &mut Writer,
        streams: &[StreamId],
        named: &Set<String>,
    ) -> Result<(), Error> {
        let mut parties: Vec<Party> = Vec::new();
        for stream in streams {
            if let StreamId::Organisation(id) = stream {
                parties.push(Party::Organisation(*id));
                let organisation = self.organisation(*id)?;
                parties.extend(organisation.teams().map(|team| Party::Team(team.id, *id)));
            }
        }
        parties.extend(named.iter().filter_map(|text| text.parse().ok()).map(Party::Person));
        for party in parties {
            if let Some(host_id) = self.reading()?.host_id(party)? {
                writer.line(Part::Tie(Tie { host_id, party }.into()));
            }
        }
        for commitment in named.iter().filter_map(|text| text.parse().ok()) {
            // What binds a text that was put right is not in this record, so nobody else could tell that it is genuine.
            if let Some(entry) = self
                .reading()?
                .entry(commitment)?
                .filter(|entry| entry.place == entry.commitment && !entry.is_gone())
            {
                writer.line(Part::Entry(entry.into()));
            }
        }
        Ok(())
    }

    fn write_stream(&self, writer: &mut Writer, stream: StreamId) -> Result<(), Error> {
        let mut pending: Option<(CommandLine, Vec<Arc<[u8]>>)> = None;
        self.each_event(stream, &mut |stored, event| {
            let command = event.head.command;
            if pending.as_ref().is_none_or(|(line, _)| line.id != command) {
                if let Some(done) = pending.take() {
                    write_command(writer, &done)?;
                }
                let record = self.reading()?.command(stream, &command)?;
                let record = record.ok_or(crate::journal::FaultKind::Command);
                let record = record.map_err(|kind| crate::journal::Fault::new(stream, stored.seq, kind))?;
                pending = Some((CommandLine { fingerprint: record.fingerprint, id: command }, Vec::new()));
            }
            if let Some((_, events)) = &mut pending {
                events.push(Arc::clone(&stored.body));
            }
            Ok(())
        })?;
        pending.map_or(Ok(()), |done| write_command(writer, &done))
    }
}

impl Engine {
    /// Takes a bundle in: all of it, or nothing. Before anything is believed, every line is compared with its
    /// hash, and the whole record is verified as [`verify_all`](Self::verify_all) does. Streams that are here
    /// already go on where they are; one that went another way here is refused. What the vault has to say comes in with
    /// events that are new: who took a process in without names does not get them by taking it in again.
    ///
    /// # Errors
    /// [`Error::Bundle`] with the line, [`Error::Record`] with the event, or what the store reports.
    pub fn import_bundle(&self, bytes: &[u8]) -> Result<Imported, Error> {
        let parts = take_apart(bytes)?;
        let process = parts.process.ok_or(BundleFault::Truncated { line: 0 })?;
        let streams = parts.verified()?;
        let deadline = Deadline::after(self.store.patience());
        let _turn = self.turn.take(deadline).ok_or(StoreError::Busy)?;
        let mut tries = Tries::new(deadline);
        loop {
            match self.take_parts(&parts, &streams, deadline) {
                // Somebody else appended in between: what is new is worked out anew.
                Err(Error::Store(StoreError::Conflict { .. })) if tries.again() => {}
                taken => {
                    let (events, position) = taken?;
                    return Ok(Imported { process, streams, events, position });
                }
            }
        }
    }

    /// Appends what of a bundle is new here; says how many events that are.
    fn take_parts(
        &self,
        parts: &Parts,
        streams: &[Verified],
        deadline: Deadline,
    ) -> Result<(u64, Position), Error> {
        let reading = self.store.read()?;
        let vault = new_in_vault(&*reading, parts)?;
        let mut heres: Map<StreamId, Version> = Map::new();
        for verified in streams {
            heres.insert(verified.stream, common(&*reading, verified.stream, &parts.pieces)?);
        }
        let new: Vec<&Piece> = parts
            .pieces
            .iter()
            .filter(|piece| {
                let here = heres.get(&piece.stream).copied().unwrap_or_default();
                piece.events.first().is_some_and(|event| event.seq > here)
            })
            .collect();
        let batches: Vec<Batch<'_>> = new
            .iter()
            .enumerate()
            .map(|(nth, piece)| match nth {
                0 => piece.batch(&parts.documents, &vault),
                _ => piece.batch(&[], &[]),
            })
            .collect();
        let events = new.iter().map(|piece| piece.events.len() as u64).sum();
        if batches.is_empty() {
            return Ok((events, reading.position()));
        }
        drop(reading);
        // The cache follows by the feed.
        Ok((events, self.store.append_all(&batches, deadline)?.last))
    }
}

/// How far a stream is here, where it goes the way of the bundle.
fn common(reading: &dyn Reading, stream: StreamId, pieces: &[Piece]) -> Result<Version, Error> {
    let Some(head) = reading.head(stream)? else { return Ok(Version(0)) };
    let events = pieces.iter().filter(|piece| piece.stream == stream).flat_map(|piece| &piece.events);
    let mut after = Version(0);
    for event in events {
        let here = reading.events(stream, after, 1)?;
        match here.first() {
            None => break,
            Some(same) if same.id == event.id => after = event.seq,
            Some(_) => return Err(BundleFault::Diverged { stream, seq: event.seq }.into()),
        }
    }
    Ok(head.version)
}

/// What the vault does not know yet; nobody may become somebody else.
fn new_in_vault(reading: &dyn Reading, parts: &Parts) -> Result<Vec<VaultWrite>, Error> {
    let mut new = parts.vault.clone();
    let (mut ids, mut parties) = (HashSet::new(), HashSet::new());
    for (line, tie) in &parts.ties {
        let (party, host_id) = (reading.party(&tie.host_id)?, reading.host_id(tie.party)?);
        match (party, host_id) {
            // One that stands in the bundle twice is no better than one that stands here already.
            (None, None) if !ids.insert(&tie.host_id) || !parties.insert(tie.party) => {
                return Err(BundleFault::Tie { line: *line }.into());
            }
            (None, None) => new.push(VaultWrite::Tie(tie.clone())),
            (Some(party), Some(host_id)) if party == tie.party && host_id == tie.host_id => {}
            _ => return Err(BundleFault::Tie { line: *line }.into()),
        }
    }
    Ok(new)
}

fn write_command(writer: &mut Writer, (line, events): &(CommandLine, Vec<Arc<[u8]>>)) -> Result<(), Error> {
    let events = events.iter().map(|body| std::str::from_utf8(body).map(Raw)).collect::<Result<_, _>>();
    let events = events.map_err(|error| Error::from(StoreError::Malformed(error.to_string())))?;
    writer.line(Part::Command(*line, events));
    Ok(())
}

fn take_apart(bytes: &[u8]) -> Result<Parts, Error> {
    let mut parts = Parts::default();
    read::<Error>(bytes, |line, part| {
        let malformed = |reason: String| Error::from(BundleFault::Malformed { line, reason });
        match part {
            Part::Begin(process) => parts.process = Some(process),
            Part::Document(content) => {
                let bytes = content.0.as_bytes();
                if bytes.len() > MOST_DOCUMENT_BYTES {
                    return Err(malformed("a document is too large".into()));
                }
                parts.documents.push((DocumentId::of(bytes), bytes.into()));
            }
            Part::Tie(tie) => {
                let tie = tie.into_tie().ok_or_else(|| malformed("it names no party".into()))?;
                parts.ties.push((line, tie));
            }
            Part::Entry(entry) => parts.vault.push(VaultWrite::Entry(entry.into())),
            Part::Command(CommandLine { fingerprint, id }, events) => {
                let events = stored(&events).map_err(|error| malformed(error.to_string()))?;
                let (stream, events) = events.ok_or_else(|| malformed("a command has no events".into()))?;
                if stream == StreamId::Host {
                    return Err(malformed("who speaks for a host is said by that host alone".into()));
                }
                parts.pieces.push(Piece { stream, command: id, fingerprint, events });
            }
            Part::End(_) => {}
        }
        Ok(())
    })?;
    Ok(parts)
}

impl Parts {
    /// Verifies the record as if it were a store of its own.
    fn verified(&self) -> Result<Vec<Verified>, Error> {
        let store = MemoryStore::new();
        for (id, bytes) in &self.documents {
            store.put_document(*id, bytes)?;
        }
        let batches: Vec<Batch<'_>> = self
            .pieces
            .iter()
            .enumerate()
            .map(|(nth, piece)| piece.batch(&[], if nth == 0 { &self.vault } else { &[] }))
            .collect();
        store.append_all(&batches, Deadline::NEVER)?;
        Ok(Engine::new(Box::new(store)).verify_all()?.streams)
    }
}

/// Every text in an event that could be a pseudonym or a commitment.
fn hex_texts(body: &[u8]) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    let mut stack = vec![Node::admit(body, usize::MAX)?];
    while let Some(node) = stack.pop() {
        match node {
            Node::Text(text) if text.parse::<PersonId>().is_ok() || text.len() == 64 => {
                found.push(text.into_owned());
            }
            Node::List(items) => stack.extend(items),
            Node::Object(members) => stack.extend(members.into_iter().map(|(_, value)| value)),
            Node::Null | Node::Bool(_) | Node::Integer(_) | Node::Text(_) => {}
        }
    }
    Ok(found)
}
