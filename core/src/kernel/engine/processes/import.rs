//! Imports a process from a file into a store, on the host's terms.

use serde::Serialize;

use super::import_rules::{Offered, Taken};
use super::read::NOBODY;
use super::{Engine, Error, Tries};
use crate::home::{BundleImported, Home, Homes, Terms};
use crate::journal::bundle::{CommandLine, Part, read, stored};
use crate::journal::{
    Basis, Batch, BundleFault, Deadline, Event, EventData, Head, MemoryStore, OfStream, Position, Seq, Store,
    StoreError, Stored, StoredDocument, Stream, StreamId, Travels, Verified,
};
use crate::types::json::{MOST_DOCUMENT_BYTES, Readable};
use crate::types::{CommandId, Fingerprint, Key, Map, PersonId, ProcessId, Timestamp, Written, derive};
use crate::vault::{PseudonymLink, VaultWrite};

/// The result of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Imported {
    /// The process.
    pub process: ProcessId,
    /// The host's name for the source.
    pub source: Key,
    /// The time as of which the bundle knows its content.
    pub exported_at: Timestamp,
    /// The streams of the bundle, each verified: its events follow from each other. The record cannot prove who wrote
    /// them.
    pub streams: Vec<Verified>,
    /// Those taken on trust, as replicas of streams that are at home elsewhere.
    pub trusted: Vec<StreamId>,
    /// Those that are at home here from now on.
    pub taken_over: Vec<StreamId>,
    /// The number of the bundle's events that are new here.
    pub events: u64,
    /// The number of its events that are withheld: only their ids are known.
    pub withheld: u64,
    /// The number of events withheld here so far that it tells.
    pub disclosed: u64,
    /// The people erased at their home, whom this import erases here.
    pub erased: Vec<PersonId>,
    /// After an erasure, a redaction or a rectification: whether the old data is physically gone too. If not, the store
    /// removes it as soon as it can.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scrubbed: Option<bool>,
    /// The position of the store after it.
    #[serde(skip)]
    #[cfg_attr(feature = "json-schema", schemars(skip))]
    pub position: Position,
}

/// The events of a command in a stream, for another store.
pub(super) struct Piece {
    pub(super) stream: StreamId,
    pub(super) command: CommandId,
    pub(super) fingerprint: Fingerprint,
    pub(super) events: Vec<Stored>,
}

impl Piece {
    fn batch<'a>(&'a self, documents: &'a [StoredDocument], vault: &'a [VaultWrite]) -> Batch<'a> {
        let first = self.events.first().map_or(Seq(0), |event| event.seq);
        Batch {
            stream: self.stream,
            expected: Seq(first.0.saturating_sub(1)),
            events: &self.events,
            command: self.command,
            fingerprint: self.fingerprint,
            vault,
            documents,
            rewrites: &[],
            basis: Basis::default(),
        }
    }
}

/// A bundle, parsed.
#[derive(Default)]
pub(super) struct Parts {
    begins: Option<(ProcessId, Timestamp)>,
    /// As of when its content of a stream is known, if its writer has that from elsewhere, and through whom.
    pub(super) known: Map<StreamId, (Timestamp, Vec<Key>)>,
    pub(super) documents: Vec<StoredDocument>,
    pub(super) links: Vec<(u64, PseudonymLink)>,
    pub(super) vault: Vec<VaultWrite>,
    pub(super) pieces: Vec<Piece>,
}

impl Engine {
    /// [`import_bundle_on`](Self::import_bundle_on) with default terms.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, .. } = testkit::example();
    /// use interlink::Engine;
    /// let other = Engine::open("memory:")?;
    /// other.import_bundle(engine.export_bundle(garden, false)?.as_bytes())?;
    /// assert_eq!(other.process(garden)?.seq(), engine.process(garden)?.seq());
    /// assert!(other.moment()?.replica(garden.into())?.is_some());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As for [`import_bundle_on`](Self::import_bundle_on).
    pub fn import_bundle(&self, bytes: &[u8]) -> Result<Imported, Error> {
        self.import_bundle_on(bytes, &Terms::default())
    }

    /// Imports a bundle: all of it, or nothing. Every line is first compared with its hash, and the whole record is
    /// verified as by [`verify_all`](Self::verify_all): its events follow from each other. No chain can prove who wrote
    /// them, so the host's `terms` decide what to trust:
    ///
    /// - a stream that is not here yet becomes a replica. It takes no commands here;
    /// - a replica continues only with events from the same source;
    /// - a stream that is at home here takes nothing, nor does the stream of a person known here, unless the terms move
    ///   its home to the bundle's source;
    /// - an event withheld here becomes known if a bundle of the same source tells it and its id matches the
    ///   placeholder. It stays known if another bundle withholds it;
    /// - a person erased here is not restored, and a person erased at the source is erased here;
    /// - a text already here stays as it is, and a text is taken only with a new event.
    ///
    /// The import itself is recorded, with what it brought.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, .. } = testkit::example();
    /// use interlink::{Engine, home::Terms};
    /// let terms = Terms { take_over: vec![garden.into()], ..Terms::default() };
    /// let other = Engine::open("memory:")?;
    /// let imported = other.import_bundle_on(engine.export_bundle(garden, true)?.as_bytes(), &terms)?;
    /// assert_eq!(imported.taken_over, [garden.into()]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Bundle`] with the line or the streams, [`Error::Record`] with the event, or what the store reports.
    pub fn import_bundle_on(&self, bytes: &[u8], terms: &Terms) -> Result<Imported, Error> {
        let parts = take_apart(bytes)?;
        let (process, exported_at) = parts.begins.ok_or(BundleFault::Truncated { line: 0 })?;
        let source = terms.source().ok_or(BundleFault::Truncated { line: 0 })?;
        let streams = parts.verified()?;
        for stream in &terms.take_over {
            if streams.iter().all(|verified| verified.stream != *stream) {
                return Err(BundleFault::Terms { stream: *stream }.into());
            }
        }
        // Knowledge cannot be from the future, whatever time a bundle gives.
        let at = terms.at.or_else(|| self.store.now()).unwrap_or(exported_at);
        let exported_at = exported_at.min(at);
        let offered =
            Offered { parts: &parts, streams: &streams, terms, source: &source, process, exported_at, at };
        let deadline = Deadline::after(self.store.patience());
        let _turn = self.turn.take(deadline).ok_or(StoreError::Busy)?;
        let mut tries = Tries::new(deadline);
        loop {
            match self.take_offered(&offered, deadline, tries.is_many()) {
                // Another writer appended in between: what is new is worked out again.
                Err(Error::Store(StoreError::Conflict { .. })) if tries.again() => {}
                taken => {
                    let (taken, position) = taken?;
                    return Ok(self.imported(&offered, taken, position));
                }
            }
        }
    }

    fn imported(&self, offered: &Offered<'_>, taken: Taken, position: Position) -> Imported {
        let of = |home: Home| taken.brought.iter().filter(move |brought| brought.home == home);
        let new = offered.parts.pieces.iter().filter(|piece| taken.is_new(piece));
        let withheld = offered.parts.pieces.iter().flat_map(|piece| &piece.events);
        let withheld = withheld.filter(|event| Event::is_withheld(&event.body)).count();
        Imported {
            process: offered.process,
            source: offered.source.clone(),
            exported_at: offered.exported_at,
            streams: offered.streams.to_vec(),
            trusted: of(Home::Elsewhere).map(|brought| brought.stream).collect(),
            taken_over: of(Home::Here).map(|brought| brought.stream).collect(),
            events: new.map(|piece| piece.events.len() as u64).sum(),
            withheld: withheld as u64,
            disclosed: taken.disclosed.len() as u64,
            scrubbed: taken.leaves_nothing().then(|| self.store.scrub().is_ok()),
            erased: taken.erased,
            position,
        }
    }

    /// Appends the bundle's new events, with the record of the import.
    fn take_offered(
        &self,
        offered: &Offered<'_>,
        deadline: Deadline,
        patient: bool,
    ) -> Result<(Taken, Position), Error> {
        let moment = self.open_moment(patient)?;
        let homes = moment.homes();
        if moment.has_moved() {
            return Err(StoreError::Conflict { current: Seq(0) }.into());
        }
        let homes = homes?;
        let taken = offered.taken(&moment, homes.as_deref())?;
        let position = moment.position();
        drop(moment);
        if taken.brought.is_empty() && taken.disclosed.is_empty() {
            return Ok((taken, position));
        }
        let new: Vec<&Piece> = offered.parts.pieces.iter().filter(|piece| taken.is_new(piece)).collect();
        let (command, sealed) = self.record_of(offered, &taken, homes.as_deref())?;
        let fingerprint = Fingerprint::from_bytes(derive("interlink/import/2", &[sealed.id.as_bytes()]));
        let record = Piece { stream: StreamId::Import, command, fingerprint, events: vec![sealed] };
        let rewrites = taken.rewrites();
        let mut batches: Vec<Batch<'_>> = Vec::with_capacity(new.len().saturating_add(1));
        for piece in new.iter().copied().chain([&record]) {
            batches.push(match batches.is_empty() {
                true => Batch {
                    basis: Basis { streams: &taken.rests_on, parties: &[] },
                    rewrites: &rewrites,
                    ..piece.batch(&offered.parts.documents, &taken.vault)
                },
                false => piece.batch(&[], &[]),
            });
        }
        // The cache follows from the feed.
        let last = self.store.append_all(&batches, deadline)?.last;
        Ok((taken, last))
    }

    /// The event that records the import.
    fn record_of(
        &self,
        offered: &Offered<'_>,
        taken: &Taken,
        homes: Option<&Stream<Homes>>,
    ) -> Result<(CommandId, Stored), Error> {
        let at = homes.map_or(offered.at, |homes| homes.at.max(offered.at));
        let seq = homes.map(|homes| homes.seq).unwrap_or_default().next();
        let command: CommandId = format!("i.{seq}").parse().map_err(|fault: crate::types::ValueFault| {
            Error::from(StoreError::Malformed(fault.to_string()))
        })?;
        let head = Head {
            stream: StreamId::Import,
            seq,
            prev: homes.map(|homes| homes.last),
            at,
            made_at: None,
            corrected_from: None,
            actor: NOBODY,
            on_behalf_of: None,
            mandate_id: None,
            by_mandate_id: None,
            command,
            redacted: None,
            salt: None,
        };
        let data = BundleImported {
            exported_at: offered.exported_at,
            person_ids: taken.people.clone(),
            process: offered.process,
            source: offered.source.clone(),
            streams: taken.brought.clone(),
            disclosed: taken.streams_disclosed(),
        };
        let (event, body) = Event::seal(head, EventData::Home(data.into()));
        Ok((command, Stored { seq, at, id: event.id, body: body.into() }))
    }
}

fn take_apart(bytes: &[u8]) -> Result<Parts, Error> {
    let mut parts = Parts::default();
    read::<Error>(bytes, |line, part| {
        let malformed = |reason: String| Error::from(BundleFault::Malformed { line, reason });
        match part {
            Part::Begin(process, at) => parts.begins = Some((process, at)),
            Part::Known(known) => {
                for stream in known.streams {
                    // Of two statements, the older one counts.
                    let older = parts.known.get(&stream).is_some_and(|(as_of, _)| *as_of <= known.as_of);
                    if !older {
                        parts.known.insert(stream, (known.as_of, known.path.clone()));
                    }
                }
            }
            Part::Document(content) => {
                let bytes = content.0.as_bytes();
                if bytes.len() > MOST_DOCUMENT_BYTES {
                    return Err(malformed("a document is too large".into()));
                }
                parts.documents.push((Written::id_of(bytes), bytes.into()));
            }
            Part::PseudonymLink(link) => {
                let link = link.into_link().ok_or_else(|| malformed("it names no party".into()))?;
                parts.links.push((line, link));
            }
            Part::Entry(entry) => parts.vault.push(VaultWrite::Entry(entry.into())),
            Part::Command(CommandLine { fingerprint, id }, events) => {
                let events = stored::<EventData>(&events).map_err(|error| malformed(error.to_string()))?;
                let (stream, events) = events.ok_or_else(|| malformed("a command has no events".into()))?;
                if let Travels::Never(why) = stream.travels() {
                    return Err(malformed(why.into()));
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
        let engine = Engine::new(Box::new(store));
        let whole = engine.moment()?.verify_bundle()?;
        Ok(whole.streams)
    }
}
