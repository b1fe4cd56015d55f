//! A store in memory: for tests, for trying things out, and for a browser tab.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Bound;
use std::sync::{Arc, PoisonError};

use hashbrown::{HashMap, HashSet};

use super::{
    Appended, Batch, Change, CommandRecord, Deadline, Disclosed, EachRow, Position, Reading, Rewrite, Row,
    Seq, Snapshot, Store, StoreError, Stored, StreamHead, StreamId,
};
use crate::locks::{RwLock, RwLockReadGuard, RwLockWriteGuard};
use crate::vault::{Entry, Party, PseudonymLink, VaultWrite};
use interlink_values::{
    CommandId, Commitment, DocumentId, HostId, Map, ParticipationMarker, ProcessId, Salt, Timestamp,
};

/// A store that keeps everything in memory and forgets it when dropped.
///
/// A reading sees the log up to its position, and the vault as it was: the first write to the vault while a reading is
/// open copies it.
///
/// # Examples
///
/// ```
/// use interlink::journal::{MemoryStore, Store};
/// assert_eq!(MemoryStore::new().position()?.0, 0);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct MemoryStore {
    shelves: RwLock<Shelves>,
}

#[derive(Debug, Default)]
struct Shelves {
    log: Vec<(StreamId, Stored)>,
    streams: HashMap<StreamId, Vec<usize>>,
    /// All streams in order, each with the position of its first event.
    begun: BTreeMap<StreamId, Position>,
    commands: HashMap<(StreamId, CommandId), Remembered>,
    /// The placeholder of each disclosed event, for readings opened before.
    before: HashMap<usize, (usize, Stored)>,
    documents: HashMap<DocumentId, Arc<[u8]>>,
    vault: Arc<Vault>,
}

/// What is remembered of a command, and for which readings.
#[derive(Debug, Clone)]
struct Remembered {
    record: CommandRecord,
    /// The number of events after it was added.
    since: usize,
    /// The number of events when it was forgotten.
    until: Option<usize>,
}

impl Remembered {
    /// The record, for a reading that sees this many events.
    fn seen(&self, until: usize) -> Option<CommandRecord> {
        let seen = self.since <= until && self.until.is_none_or(|gone| until < gone);
        seen.then_some(self.record)
    }
}

#[derive(Debug, Default, Clone)]
struct Vault {
    parties: HashMap<HostId, Party>,
    host_ids: HashMap<Party, HostId>,
    entries: BTreeMap<Commitment, Entry>,
    participations: HashMap<ProcessId, Participations>,
}

/// The store as of a position.
struct MemoryReading<'a> {
    store: &'a MemoryStore,
    /// The number of events it sees.
    until: usize,
    vault: Arc<Vault>,
}

impl fmt::Debug for MemoryReading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryReading").field("until", &self.until).finish_non_exhaustive()
    }
}

/// The participation markers: an erased person cannot take part in a process a second time.
#[derive(Debug, Default, Clone)]
struct Participations {
    key: Option<Salt>,
    tags: HashSet<ParticipationMarker>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    // Nothing can panic while the lock is held, so its content is intact even if poisoned.
    fn shelves(&self) -> RwLockReadGuard<'_, Shelves> {
        self.shelves.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Shelves> {
        self.shelves.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelves {
    fn position(&self) -> Position {
        Position(self.log.len() as u64)
    }

    fn version(&self, stream: StreamId) -> Seq {
        Seq(self.streams.get(&stream).map_or(0, Vec::len) as u64)
    }

    /// Whether every stream has the `seq` that its batch expects, and the rest of its basis is unchanged, counting the
    /// earlier batches.
    fn admits(&self, batches: &[Batch<'_>]) -> Result<(), StoreError> {
        let mut grown: Map<StreamId, Seq> = Map::new();
        let mut linked: Vec<&PseudonymLink> = Vec::new();
        for batch in batches {
            let version = |stream| grown.get(&stream).copied().unwrap_or_else(|| self.version(stream));
            let party = |host_id: &HostId| {
                let new = linked.iter().find(|link| link.host_id == *host_id).map(|link| link.party);
                new.or_else(|| self.vault.parties.get(host_id).copied())
            };
            let taken = |link: &PseudonymLink| {
                party(&link.host_id).is_some()
                    || self.vault.host_ids.contains_key(&link.party)
                    || linked.iter().any(|other| other.party == link.party)
            };
            let current = version(batch.stream);
            let holds = current == batch.expected
                && batch.basis.streams.iter().all(|(stream, relied_on)| version(*stream) == *relied_on)
                && batch.basis.parties.iter().all(|(host_id, taken_for)| party(host_id) == *taken_for)
                && batch.rewrites.iter().all(|rewrite| self.has(rewrite))
                && !links(batch).any(taken);
            if !holds {
                return Err(StoreError::Conflict { current });
            }
            if batches.len() > 1 {
                grown.insert(batch.stream, Seq(current.0.saturating_add(batch.events.len() as u64)));
                linked.extend(links(batch));
            }
        }
        Ok(())
    }

    /// Whether the data to be rewritten exists.
    fn has(&self, rewrite: &Rewrite) -> bool {
        match rewrite {
            Rewrite::Event(stream, stored) => self.place(*stream, stored).is_some(),
            Rewrite::Document((id, _)) => self.documents.contains_key(id),
            Rewrite::Disclosed(disclosed) => self.place(disclosed.stream, &disclosed.stored).is_some(),
        }
    }

    /// The index of an event in the log, by its `seq` and its id.
    fn place(&self, stream: StreamId, stored: &Stored) -> Option<usize> {
        let nth = usize::try_from(stored.seq.0.checked_sub(1)?).ok()?;
        let at = *self.streams.get(&stream)?.get(nth)?;
        self.log.get(at).filter(|(_, there)| there.id == stored.id).map(|_| at)
    }

    fn rewrite(&mut self, rewrite: &Rewrite) {
        match rewrite {
            Rewrite::Event(stream, stored) => {
                let Some(place) = self.place(*stream, stored) else { return };
                self.before.remove(&place);
                if let Some((_, there)) = self.log.get_mut(place) {
                    *there = stored.clone();
                }
            }
            Rewrite::Document((id, bytes)) => drop(self.documents.insert(*id, Arc::clone(bytes))),
            Rewrite::Disclosed(disclosed) => self.tell(disclosed),
        }
    }

    fn take(&mut self, batch: &Batch<'_>) {
        let places = self.streams.entry(batch.stream).or_default();
        if places.is_empty() && !batch.events.is_empty() {
            self.begun.insert(batch.stream, Position((self.log.len() as u64).saturating_add(1)));
        }
        let first = Seq(places.len() as u64).next();
        for stored in batch.events {
            places.push(self.log.len());
            self.log.push((batch.stream, stored.clone()));
        }
        let last = Seq(places.len() as u64);
        let record = CommandRecord { first, last, fingerprint: batch.fingerprint };
        let record = Remembered { record, since: self.log.len(), until: None };
        self.commands.insert((batch.stream, batch.command), record);
        batch.rewrites.iter().for_each(|rewrite| self.rewrite(rewrite));
        for (id, bytes) in batch.documents {
            self.documents.entry(*id).or_insert_with(|| Arc::clone(bytes));
        }
        if !batch.vault.is_empty() {
            let vault = Arc::make_mut(&mut self.vault);
            batch.vault.iter().for_each(|write| vault.take(write));
        }
    }

    /// Replaces a placeholder with the disclosed event.
    fn tell(&mut self, disclosed: &Disclosed) {
        let Some(place) = self.place(disclosed.stream, &disclosed.stored) else { return };
        let Some((_, here)) = self.log.get_mut(place) else { return };
        let before = std::mem::replace(here, disclosed.stored.clone());
        let now = self.log.len();
        self.before.insert(place, (now, before));
        if let Some(gone) = self.commands.get_mut(&(disclosed.stream, disclosed.instead_of)) {
            gone.until = Some(now);
        }
        let seq = disclosed.stored.seq;
        let record = CommandRecord { first: seq, last: seq, fingerprint: disclosed.fingerprint };
        let new = Remembered { record, since: now, until: None };
        let kept = self.commands.entry((disclosed.stream, disclosed.command)).or_insert(new);
        kept.record.first = kept.record.first.min(seq);
        kept.record.last = kept.record.last.max(seq);
    }

    /// An event in the log, as a reading with this many events sees it.
    fn at(&self, place: usize, until: usize) -> Option<&Stored> {
        match self.before.get(&place) {
            Some((disclosed, before)) if until < *disclosed => Some(before),
            Some(_) | None => self.log.get(place).map(|(_, stored)| stored),
        }
    }

    /// The indices in the log of a stream's events, as far as a reading sees them.
    fn places(&self, stream: StreamId, until: usize) -> &[usize] {
        let places = self.streams.get(&stream).map_or(&[][..], Vec::as_slice);
        let seen = places.partition_point(|at| *at < until);
        places.get(..seen).unwrap_or_default()
    }
}

fn links<'a>(batch: &Batch<'a>) -> impl Iterator<Item = &'a PseudonymLink> {
    batch.vault.iter().filter_map(|write| match write {
        VaultWrite::PseudonymLink(link) => Some(link),
        VaultWrite::Entry(_)
        | VaultWrite::Erase { .. }
        | VaultWrite::Key { .. }
        | VaultWrite::Participation { .. }
        | VaultWrite::Close(_) => None,
    })
}

impl Vault {
    fn take(&mut self, write: &VaultWrite) {
        match write {
            VaultWrite::PseudonymLink(link) => {
                self.parties.insert(link.host_id.clone(), link.party);
                self.host_ids.insert(link.party, link.host_id.clone());
            }
            VaultWrite::Entry(entry) => drop(self.entries.insert(entry.place, entry.clone())),
            VaultWrite::Erase { person_id: person, kept } => {
                if let Some(host_id) = self.host_ids.remove(&Party::Person(*person)) {
                    self.parties.remove(&host_id);
                }
                self.entries.retain(|place, entry| entry.data_subject_id != *person || kept.contains(place));
            }
            VaultWrite::Key { process, key } => {
                self.participations.entry(*process).or_default().key = Some(*key);
            }
            VaultWrite::Participation { process, tag } => {
                self.participations.entry(*process).or_default().tags.insert(*tag);
            }
            VaultWrite::Close(process) => {
                self.participations.remove(process);
            }
        }
    }
}

impl Store for MemoryStore {
    fn read(&self) -> Result<Box<dyn Reading + '_>, StoreError> {
        let shelves = self.shelves();
        let (until, vault) = (shelves.log.len(), Arc::clone(&shelves.vault));
        drop(shelves);
        Ok(Box::new(MemoryReading { store: self, until, vault }))
    }

    fn position(&self) -> Result<Position, StoreError> {
        Ok(self.shelves().position())
    }

    /// This store is never held longer than an append takes, so no deadline passes.
    fn append_all(&self, batches: &[Batch<'_>], _: Deadline) -> Result<Appended, StoreError> {
        let mut shelves = self.write();
        shelves.admits(batches)?;
        let previous = shelves.position();
        batches.iter().for_each(|batch| shelves.take(batch));
        Ok(Appended { previous, last: shelves.position() })
    }

    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError> {
        self.write().documents.entry(id).or_insert_with(|| bytes.into());
        Ok(())
    }

    /// Does nothing: the states are in memory already.
    fn put_snapshot(&self, _: StreamId, _: &Snapshot) -> Result<(), StoreError> {
        Ok(())
    }

    fn snapshot_every(&self) -> Option<u64> {
        None
    }
}

impl Reading for MemoryReading<'_> {
    fn position(&self) -> Position {
        Position(self.until as u64)
    }

    fn head(&self, stream: StreamId) -> Result<Option<StreamHead>, StoreError> {
        let shelves = self.store.shelves();
        let last = shelves.places(stream, self.until).last().and_then(|at| shelves.log.get(*at));
        Ok(last.map(|(_, stored)| StreamHead { seq: stored.seq, id: stored.id }))
    }

    fn events(&self, stream: StreamId, after: Seq, limit: usize) -> Result<Vec<Stored>, StoreError> {
        let shelves = self.store.shelves();
        let skip = usize::try_from(after.0).unwrap_or(usize::MAX);
        let wanted = shelves.places(stream, self.until).iter().skip(skip).take(limit);
        Ok(wanted.filter_map(|at| shelves.at(*at, self.until)).cloned().collect())
    }

    fn changes(&self, after: Position, limit: usize) -> Result<Vec<Change>, StoreError> {
        let shelves = self.store.shelves();
        let skip = usize::try_from(after.0).unwrap_or(usize::MAX);
        let seen = shelves.log.iter().enumerate().take(self.until);
        let later = (after.0.saturating_add(1)..).zip(seen.skip(skip)).take(limit);
        let change = |(at, (place, (stream, _))): (u64, (usize, &(StreamId, Stored)))| {
            let stored = shelves.at(place, self.until)?.clone();
            Some(Change { position: Position(at), stream: *stream, stored })
        };
        Ok(later.filter_map(change).collect())
    }

    fn seq_at(&self, stream: StreamId, at: Timestamp) -> Result<Seq, StoreError> {
        let shelves = self.store.shelves();
        let places = shelves.places(stream, self.until).iter().rev();
        let mut events = places.filter_map(|place| shelves.at(*place, self.until));
        Ok(events.find(|stored| stored.at <= at).map_or(Seq(0), |stored| stored.seq))
    }

    fn position_of(&self, stream: StreamId, version: Seq) -> Result<Option<Position>, StoreError> {
        let shelves = self.store.shelves();
        let nth = version.0.checked_sub(1).and_then(|nth| usize::try_from(nth).ok());
        let place = nth.and_then(|nth| shelves.places(stream, self.until).get(nth).copied());
        // The first event is at position 1.
        Ok(place.map(|place| Position((place as u64).saturating_add(1))))
    }

    fn seq_by(&self, stream: StreamId, position: Position) -> Result<Seq, StoreError> {
        let until = usize::try_from(position.0).unwrap_or(usize::MAX).min(self.until);
        Ok(Seq(self.store.shelves().places(stream, until).len() as u64))
    }

    fn command(&self, stream: StreamId, id: &CommandId) -> Result<Option<CommandRecord>, StoreError> {
        let shelves = self.store.shelves();
        Ok(shelves.commands.get(&(stream, *id)).and_then(|kept| kept.seen(self.until)))
    }

    fn streams(&self, after: Option<StreamId>, limit: usize) -> Result<Vec<StreamId>, StoreError> {
        let shelves = self.store.shelves();
        let after = after.map_or(Bound::Unbounded, Bound::Excluded);
        let later = shelves.begun.range((after, Bound::Unbounded));
        let seen = later.filter(|(_, first)| first.0 <= self.until as u64);
        Ok(seen.take(limit).map(|(stream, _)| *stream).collect())
    }

    fn document(&self, id: DocumentId) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.store.shelves().documents.get(&id).map(|bytes| bytes.to_vec()))
    }

    fn snapshot(&self, _: StreamId, _: Seq) -> Result<Option<Snapshot>, StoreError> {
        Ok(None)
    }

    fn party(&self, host_id: &HostId) -> Result<Option<Party>, StoreError> {
        Ok(self.vault.parties.get(host_id).copied())
    }

    fn host_id(&self, party: Party) -> Result<Option<HostId>, StoreError> {
        Ok(self.vault.host_ids.get(&party).cloned())
    }

    fn entry(&self, place: Commitment) -> Result<Option<Entry>, StoreError> {
        Ok(self.vault.entries.get(&place).cloned())
    }

    fn process_key(&self, process: ProcessId) -> Result<Option<Salt>, StoreError> {
        Ok(self.vault.participations.get(&process).and_then(|participations| participations.key))
    }

    fn has_participated(&self, process: ProcessId, tag: ParticipationMarker) -> Result<bool, StoreError> {
        Ok(self
            .vault
            .participations
            .get(&process)
            .is_some_and(|participations| participations.tags.contains(&tag)))
    }

    fn entries(&self, after: Option<Commitment>, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let after = after.map_or(Bound::Unbounded, Bound::Excluded);
        let later = self.vault.entries.range((after, Bound::Unbounded));
        Ok(later.take(limit).map(|(_, entry)| entry.clone()).collect())
    }

    fn rows(&self, each: &mut EachRow<'_>) -> Result<(), StoreError> {
        let shelves = self.store.shelves();
        for ((stream, id), kept) in &shelves.commands {
            // Commands that came after this reading was opened are not part of it.
            if let Some(record) = kept.seen(self.until) {
                each(Row::Command(*stream, *id, record))?;
            }
        }
        // In a fixed order, so that of two damaged ones the same is always named.
        let mut documents: Vec<_> = shelves.documents.iter().collect();
        documents.sort_unstable_by_key(|(id, _)| **id);
        for (id, bytes) in documents {
            each(Row::Document(*id, bytes))?;
        }
        for (host_id, party) in &self.vault.parties {
            each(Row::PseudonymLink(&PseudonymLink { host_id: host_id.clone(), party: *party }))?;
        }
        for (process, participations) in &self.vault.participations {
            each(if participations.key.is_some() {
                Row::Key(*process)
            } else {
                Row::Participation(*process)
            })?;
        }
        Ok(())
    }
}
