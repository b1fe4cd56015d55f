//! Verifies the whole store: every chain, what the chains rely on, and the data derived from them.

use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use serde::Serialize;

use super::processes::Replayed as ReplayedProcess;
use super::redact::{Redactions, is_left_of};
use super::{Error, Moment};
use crate::consent::{Register, Suppression};
use crate::home::Homes;
use crate::journal::{
    Event, EventData, Fault, FaultKind, Position, Reading, Reliance, Row, Seq, Snapshot, StoreError, Stream,
    StreamHead, StreamId, Verified, verify_stream,
};
use crate::kernel::Documents;
use crate::kernel::fold::apply_consent;
use crate::person;
use crate::types::json::Readable;
use crate::types::{CommandId, Commitment, DocumentId, PersonId, ProcessId};
use crate::vault::{Party, PseudonymLink, is_sealed};

/// How many entries of the vault are read at once.
const PAGE: usize = 1024;

/// The result for an intact store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct VerifiedStore {
    /// Its streams.
    pub streams: Vec<Verified>,
    /// The number of events in all of them.
    pub events: u64,
    /// The number of vault entries that match their commitments.
    pub vault_entries: u64,
}

/// What the events say about the rows beside them, collected while reading all of them.
#[derive(Default)]
struct Ledger {
    streams: Vec<Verified>,
    erased: HashSet<PersonId>,
    closed: HashSet<ProcessId>,
    /// How far imports brought streams; `None` while a bundle is checked on its own.
    brought: Option<Arc<Stream<Homes>>>,
    /// Whether a bundle is checked, not a store.
    is_bundle: bool,
    /// The vault entries that no event has named yet.
    unnamed: HashSet<Commitment>,
    /// The rectified texts of the vault, each with what binds it there.
    put_right: Vec<(Commitment, Commitment)>,
    /// The same by the events.
    bound: HashMap<Commitment, Commitment>,
    /// The redacted documents, each with what binds it now.
    redacted: HashMap<DocumentId, DocumentId>,
}

impl Moment<'_> {
    /// Verifies one stream from its first event: each event matches its id, follows the one before, is in canonical
    /// form, and can be replayed; documents and what it relied on in other streams are present and unchanged; its
    /// commands are remembered; snapshots equal the replayed states. It does not decide the commands again: the chain
    /// cannot prove that a decision was right, only this library's use does.
    ///
    /// `expected` is an event that the caller knows to belong to the stream, from a receipt or an earlier verification.
    /// With it, nobody can shorten or rewrite the stream unnoticed.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, .. } = testkit::example();
    /// use interlink::journal::StreamHead;
    /// let verified = engine.verify(garden.into(), None)?;
    /// // Keep the head: with it, nobody can shorten or rewrite the stream unnoticed.
    /// let head = StreamHead { id: verified.head, seq: verified.seq };
    /// assert_eq!(engine.verify(garden.into(), Some(head))?, verified);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Record`] names the first bad event.
    pub fn verify(&self, stream: StreamId, expected: Option<StreamHead>) -> Result<Verified, Error> {
        let mut ledger = Ledger { brought: self.homes()?, ..Ledger::default() };
        self.verify_into(&mut ledger, stream, expected)
    }

    fn verify_into(
        &self,
        ledger: &mut Ledger,
        stream: StreamId,
        expected: Option<StreamHead>,
    ) -> Result<Verified, Error> {
        let reading = self.reading()?;
        if reading.head(stream)?.is_none() && reading.events(stream, Seq(0), 1)?.is_empty() {
            return Err(Error::StreamUnknown(Box::new(stream)));
        }
        // Events are numbered from 1, so there is no event 0.
        if expected.is_some_and(|expected| expected.seq == Seq(0)) {
            return Err(Fault::new(stream, Seq(0), FaultKind::Head).into());
        }
        let mut replayed = Replayed::Nothing;
        let mut snapshots = self.snapshots(stream)?;
        let mut command: Option<(CommandId, Seq)> = None;
        let mut redactions = Redactions::default();
        let verified = verify_stream(reading, stream, expected, |event, body| {
            replayed.take_in(self, &event, &mut redactions)?;
            redactions.note(&event, body);
            if event.withheld().is_some() && !ledger.may_withhold(&event) {
                return Err(FaultKind::Withheld);
            }
            verify_reliances(reading, &event, ledger)?;
            let (id, seq) = (event.head.command, event.head.seq);
            if command.is_none_or(|(before, _)| before != id) {
                // If the previous command was to continue, events of it are missing.
                if command.is_some_and(|(_, last)| last.next() != seq) {
                    return Err(FaultKind::Command);
                }
                command = Some((id, verify_command(reading, stream, &id, seq)?));
            }
            ledger.note(&event, body);
            match snapshots.pop_if(|snapshot| snapshot.seq == seq) {
                Some(snapshot) if !replayed.is_in(&snapshot) => Err(FaultKind::Snapshot),
                _ => Ok(()),
            }
        })??;
        let fault = |kind| Error::from(Fault::new(stream, verified.seq, kind));
        if command.is_some_and(|(_, last)| last != verified.seq) {
            return Err(fault(FaultKind::Command));
        }
        if let Some((seq, kind)) = redactions.broken(self, ledger.is_replica(stream))? {
            return Err(Fault::new(stream, if seq == Seq(0) { verified.seq } else { seq }, kind).into());
        }
        for (document, now) in redactions.of_documents() {
            ledger.redacted.insert(*document, *now);
        }
        if !snapshots.is_empty() {
            // The stream never had this `seq`.
            return Err(fault(FaultKind::Snapshot));
        }
        if let (Replayed::Process(process), StreamId::Process(id)) = (&replayed, stream)
            && process.is_closed()
        {
            ledger.closed.insert(id);
        }
        Ok(verified)
    }

    /// The snapshots of a stream, the earliest last. The store is not trusted to return them in descending order.
    fn snapshots(&self, stream: StreamId) -> Result<Vec<Snapshot>, Error> {
        let (mut snapshots, mut at_most) = (Vec::new(), Seq(u64::MAX));
        while let Some(snapshot) = self.reading()?.snapshot(stream, at_most)? {
            if snapshot.seq == Seq(0) || snapshot.seq > at_most {
                return Err(Fault::new(stream, snapshot.seq, FaultKind::Snapshot).into());
            }
            at_most = Seq(snapshot.seq.0.saturating_sub(1));
            snapshots.push(snapshot);
        }
        Ok(snapshots)
    }

    /// Verifies every stream; that the feed holds each of their events once, in order, and nothing else; and every row
    /// stored beside the events: remembered commands, documents, snapshots, pseudonym links, and the texts of the
    /// vault.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, .. } = testkit::example();
    /// let whole = engine.verify_all()?;
    /// assert_eq!(whole.streams.len(), engine.streams()?.len());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Record`] names the first bad event, entry or row.
    pub fn verify_all(&self) -> Result<VerifiedStore, Error> {
        self.verify_whole(Ledger { brought: self.homes()?, ..Ledger::default() })
    }

    /// The same for a store that holds nothing but a bundle.
    pub(super) fn verify_bundle(&self) -> Result<VerifiedStore, Error> {
        self.verify_whole(Ledger { is_bundle: true, ..Ledger::default() })
    }

    fn verify_whole(&self, mut ledger: Ledger) -> Result<VerifiedStore, Error> {
        let vault_entries = self.verify_vault(&mut ledger)?;
        for stream in self.streams()? {
            let verified = self.verify_into(&mut ledger, stream, None)?;
            ledger.streams.push(verified);
        }
        self.verify_feed(&ledger.streams)?;
        self.verify_rows(&ledger)?;
        if !ledger.unnamed.is_empty() {
            return Err(row("a text in the vault that no event names"));
        }
        self.verify_put_right(&ledger)?;
        let events = ledger.streams.iter().map(|stream| stream.seq.0).sum();
        Ok(VerifiedStore { streams: ledger.streams, events, vault_entries })
    }

    /// The text stored for a rectified text must be the one rectified last, and no other text may be marked as
    /// rectified.
    fn verify_put_right(&self, ledger: &Ledger) -> Result<(), Error> {
        let unbound = ledger.put_right.iter().any(|(place, now)| ledger.bound.get(place) != Some(now));
        for (place, now) in &ledger.bound {
            let entry = self.reading()?.entry(*place)?.filter(|entry| !entry.is_gone());
            if unbound || entry.is_some_and(|entry| entry.commitment != *now) {
                return Err(row("a text in the vault that was rectified differently"));
            }
        }
        match unbound {
            true => Err(row("a text in the vault that nobody rectified")),
            false => Ok(()),
        }
    }

    /// Every event of the feed must lie in a stream that was verified, and each stream's events must be in order.
    fn verify_feed(&self, streams: &[Verified]) -> Result<(), Error> {
        let mut came = vec![0_u64; streams.len()];
        let mut after = Position(0);
        loop {
            let page = self.reading()?.changes(after, PAGE)?;
            for change in &page {
                let fault = |kind| Error::from(Fault::new(change.stream, change.stored.seq, kind));
                let listed = streams.binary_search_by_key(&change.stream, |verified| verified.stream).ok();
                let count =
                    listed.and_then(|at| came.get_mut(at)).ok_or_else(|| fault(FaultKind::Unlisted))?;
                *count = count.saturating_add(1);
                if *count != change.stored.seq.0 || change.position <= after {
                    return Err(fault(FaultKind::Unlisted));
                }
                after = change.position;
            }
            if page.len() < PAGE {
                break;
            }
        }
        let short = streams.iter().zip(&came).find(|(verified, came)| verified.seq.0 != **came);
        match short {
            Some((verified, _)) => Err(Fault::new(verified.stream, verified.seq, FaultKind::Unlisted).into()),
            None => Ok(()),
        }
    }

    fn verify_vault(&self, ledger: &mut Ledger) -> Result<u64, Error> {
        let (mut count, mut after) = (0_u64, None);
        loop {
            let page = self.reading()?.entries(after, PAGE)?;
            for entry in &page {
                if !entry.holds() {
                    return Err(Fault { stream: None, seq: Seq(0), kind: FaultKind::Vault }.into());
                }
                // The suppression list names nobody and no event names it. It is not one of the texts.
                if ledger.is_bundle || Suppression::read(entry).is_none() {
                    count += 1;
                    ledger.unnamed.insert(entry.place);
                    ledger.put_right.extend(
                        (entry.place != entry.commitment && !entry.is_gone() && !is_sealed(entry.place))
                            .then_some((entry.place, entry.commitment)),
                    );
                }
                after = Some(entry.place);
            }
            if page.len() < PAGE {
                return Ok(count);
            }
        }
    }

    /// The rows stored beside the events must match them.
    fn verify_rows(&self, ledger: &Ledger) -> Result<(), Error> {
        let reading = self.reading()?;
        let mut fault = None;
        let mut links: Vec<PseudonymLink> = Vec::new();
        let looked = reading.rows(&mut |found| {
            let wrong = match found {
                Row::Command(stream, id, record) => (!ledger.has(stream, record.last)
                    || record.first > record.last)
                    .then(|| format!("a command {id} of {stream} that has no events")),
                Row::Document(id, bytes) => (!ledger.binds(id, bytes))
                    .then(|| format!("a document under {id} that does not match its id")),
                Row::Snapshot(stream, snapshot) => {
                    let process = matches!(stream, StreamId::Process(_));
                    (!process || !ledger.has(stream, snapshot.seq))
                        .then(|| format!("a snapshot of {stream} at a number that it never had"))
                }
                Row::PseudonymLink(link) => {
                    links.push(link.clone());
                    ledger
                        .refutes(link)
                        .then(|| format!("a pseudonym link of {:?}, who does not exist", link.party))
                }
                Row::Key(id) | Row::Participation(id) => (!ledger.has(id.into(), Seq(1))
                    || ledger.closed.contains(&id))
                .then(|| format!("a key or tag of {id}, which is closed or does not exist")),
                Row::Fault(what) => Some(format!("files that the storage engine reports as faulty: {what}")),
            };
            match wrong {
                Some(wrong) => {
                    fault = Some(row(&wrong));
                    Err(StoreError::Malformed(wrong))
                }
                None => Ok(()),
            }
        });
        if let Some(fault) = fault {
            return Err(fault);
        }
        looked?;
        for link in links {
            if reading.party(&link.host_id)? != Some(link.party)
                || reading.host_id(link.party)?.as_ref() != Some(&link.host_id)
            {
                return Err(row("a pseudonym link that is found from one side only"));
            }
        }
        Ok(())
    }
}

/// A stored row that the events do not confirm.
fn row(what: &str) -> Error {
    Fault { stream: None, seq: Seq(0), kind: FaultKind::Row(what.to_owned()) }.into()
}

/// What an event relied on in other streams must be there, unchanged.
fn verify_reliances(reading: &dyn Reading, event: &Event, ledger: &Ledger) -> Result<(), FaultKind> {
    for reliance in event.data.relied_on() {
        let before = Seq(reliance.seq.0.saturating_sub(1));
        let found = reading.events(reliance.stream, before, 1).ok();
        let same = found.is_some_and(|found| found.first().is_some_and(|stored| stored.id == reliance.id));
        // What another host's operators verified has no effect here, and is not a fault of the record.
        if !same && reliance.stream != StreamId::Host && !ledger.may_miss(event, reliance) {
            return Err(FaultKind::Reliance(reliance.stream));
        }
    }
    Ok(())
}

/// The command behind an event must be remembered from there on; returns up to which event.
fn verify_command(
    reading: &dyn Reading,
    stream: StreamId,
    id: &CommandId,
    first: Seq,
) -> Result<Seq, FaultKind> {
    match reading.command(stream, id) {
        Ok(Some(record)) if record.first == first && record.last >= first => Ok(record.last),
        _ => Err(FaultKind::Command),
    }
}

impl Ledger {
    /// Whether an event may be a placeholder for a withheld one: a store never withholds from itself.
    fn may_withhold(&self, event: &Event) -> bool {
        let brought = self.brought.as_ref().map(|homes| homes.state.brought(event.head.stream));
        self.is_bundle || brought.is_some_and(|brought| event.head.seq <= brought)
    }

    /// Whether what an event relied on may be absent here: an imported event may rely on what a person's own stream
    /// said at its home after the person was erased here.
    fn may_miss(&self, event: &Event, reliance: &Reliance) -> bool {
        let brought =
            |stream| self.brought.as_ref().map(|homes| homes.state.brought(stream)).unwrap_or_default();
        reliance.stream.person().is_some()
            && event.head.seq <= brought(event.head.stream)
            && reliance.seq > brought(reliance.stream)
    }

    /// Notes what an event says about the vault.
    fn note(&mut self, event: &Event, body: &[u8]) {
        if let (StreamId::Person(id), EventData::Person(person::Event::PersonErased(e))) =
            (event.head.stream, &event.data)
            && !e.link_kept
        {
            self.erased.insert(id);
        }
        if let (StreamId::Person(_), EventData::Person(person::Event::TextRectified(e))) =
            (event.head.stream, &event.data)
        {
            self.bound.insert(e.text, e.replaced_by);
        }
        if self.unnamed.is_empty() {
            return;
        }
        // An event contains a commitment as its hexadecimal text, in quotes.
        for text in body.split(|byte| *byte == b'"').filter(|text| text.len() == 64) {
            let commitment: Option<Commitment> =
                std::str::from_utf8(text).ok().and_then(|text| text.parse().ok());
            if let Some(commitment) = commitment {
                self.unnamed.remove(&commitment);
            }
        }
    }

    /// Whether a document matches its id, or is what the last redaction left of it.
    fn binds(&self, id: DocumentId, bytes: &[u8]) -> bool {
        let now = DocumentId::of(bytes);
        now == id || (self.redacted.get(&id) == Some(&now) && is_left_of(id, bytes))
    }

    /// Whether a stream was imported.
    fn is_replica(&self, stream: StreamId) -> bool {
        self.is_bundle || self.brought.as_ref().is_some_and(|homes| homes.state.brought(stream) > Seq(0))
    }

    /// Whether a stream has reached a `seq`.
    fn has(&self, stream: StreamId, version: Seq) -> bool {
        let found = self.streams.binary_search_by_key(&stream, |verified| verified.stream).ok();
        let found = found.and_then(|at| self.streams.get(at));
        version != Seq(0) && found.is_some_and(|verified| version <= verified.seq)
    }

    /// Whether the events say that there is no such party, or no longer.
    fn refutes(&self, link: &PseudonymLink) -> bool {
        match link.party {
            Party::Person(id) => self.erased.contains(&id),
            Party::Organisation(id) | Party::Team(_, id) => !self.has(id.into(), Seq(1)),
        }
    }
}

impl Replayed {
    fn take_in(
        &mut self,
        moment: &Moment<'_>,
        event: &Event,
        redactions: &mut Redactions,
    ) -> Result<(), FaultKind> {
        // Read from the store, not from the document cache: a cached document may have changed in the store since.
        for id in super::super::decide::relied_on(std::slice::from_ref(&event.data)) {
            let kept = moment.reading().ok().and_then(|reading| reading.document(id).ok().flatten());
            if kept.is_none_or(|bytes| !redactions.holds(id, &bytes)) {
                return Err(FaultKind::Document);
            }
        }
        self.follow(event, &moment.documents()).map_err(|fault| fault.kind)
    }
}

macro_rules! replayed {
    (
        read { $($read:ident($($read_id:ident)?) $read_name:ident $read_state:path;)+ }
        kept { $($kept:ident($($kept_id:ident)?) $kept_name:ident $kept_state:path, $by:ident;)+ }
    ) => {
        /// A stream's state while it is replayed.
        enum Replayed {
            Nothing,
            Process(ReplayedProcess),
            Consent(PersonId, Box<Register>),
            Homes(Stream<Homes>),
            $($read(Stream<$read_state>),)+
            $($kept(Stream<$kept_state>),)+
        }

        impl Replayed {
            fn begin(event: &Event, documents: &dyn Documents) -> Result<Self, Fault> {
                Ok(match event.head.stream {
                    StreamId::Process(id) => Self::Process(ReplayedProcess::begin(id, event, documents)?),
                    #[cfg(not(feature = "process"))]
                    StreamId::Mandate(_) | StreamId::Rating(_) => return Err(Fault::new(event.head.stream, event.head.seq, FaultKind::Block)),
                    StreamId::Consent(id) => {
                        let mut register = Box::new(Register::default());
                        apply_consent(&mut register, id, event, None)?;
                        Self::Consent(id, register)
                    }
                    StreamId::Import => Self::Homes(Stream::begin((), event, documents)?),
                    $(StreamId::$read$(($read_id))? => {
                        Self::$read(Stream::begin(($($read_id)?), event, documents)?)
                    })+
                    $(StreamId::$kept$(($kept_id))? => {
                        Self::$kept(Stream::begin(($($kept_id)?), event, documents)?)
                    })+
                })
            }

            fn follow(&mut self, event: &Event, documents: &dyn Documents) -> Result<(), Fault> {
                match self {
                    Self::Nothing => *self = Self::begin(event, documents)?,
                    Self::Process(stream) => stream.follow(event, documents)?,
                    Self::Consent(id, register) => apply_consent(register, *id, event, None)?,
                    Self::Homes(stream) => stream.follow(event, documents)?,
                    $(Self::$read(stream) => stream.follow(event, documents)?,)+
                    $(Self::$kept(stream) => stream.follow(event, documents)?,)+
                }
                Ok(())
            }
        }
    };
}
streams!(replayed);

impl Replayed {
    /// Only processes have snapshots.
    fn is_in(&self, snapshot: &Snapshot) -> bool {
        if let Self::Process(replayed) = self { replayed.is_in(snapshot) } else { false }
    }
}
