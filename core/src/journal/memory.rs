//! A store in memory: for tests, for trying things out, and for a browser tab.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use hashbrown::{HashMap, HashSet};

use super::{
    Appended, Batch, Change, CommandRecord, Position, Snapshot, Store, StoreError, Stored, StreamHead,
    StreamId, Version,
};
use crate::types::{CommandId, Commitment, DocumentId, HostId, Map, ProcessId, Salt, Timestamp, VoiceTag};
use crate::vault::{Entry, Party, VaultWrite};

/// A store that keeps everything in memory and forgets it when dropped.
#[derive(Debug, Default)]
pub struct MemoryStore {
    shelves: RwLock<Shelves>,
}

#[derive(Debug, Default)]
struct Shelves {
    log: Vec<(StreamId, Stored)>,
    streams: HashMap<StreamId, Vec<usize>>,
    stream_order: Order<StreamId>,
    commands: HashMap<(StreamId, CommandId), CommandRecord>,
    documents: Map<DocumentId, Arc<[u8]>>,
    parties: HashMap<HostId, Party>,
    host_ids: HashMap<Party, HostId>,
    entries: HashMap<Commitment, Entry>,
    entry_order: Order<Commitment>,
    voices: HashMap<ProcessId, Voices>,
}

/// Keys in order. They are put in order when somebody goes through them, which is seldom.
#[derive(Debug)]
struct Order<K> {
    keys: Vec<K>,
    sorted: bool,
}

impl<K> Default for Order<K> {
    fn default() -> Self {
        Self { keys: Vec::new(), sorted: true }
    }
}

impl<K: Ord + Copy> Order<K> {
    fn add(&mut self, key: K) {
        self.keys.push(key);
        self.sorted = false;
    }

    /// All that come after a key.
    fn after(&mut self, after: Option<K>) -> &[K] {
        if !self.sorted {
            self.keys.sort_unstable();
            self.keys.dedup();
            self.sorted = true;
        }
        let from = after.map_or(0, |after| self.keys.partition_point(|key| *key <= after));
        self.keys.get(from..).unwrap_or_default()
    }
}

/// What keeps whoever was erased from having her say in a process again.
#[derive(Debug, Default)]
struct Voices {
    key: Option<Salt>,
    tags: HashSet<VoiceTag>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    // Nothing between taking a lock and giving it back can panic, so a poisoned lock guards whole shelves.
    fn read(&self) -> RwLockReadGuard<'_, Shelves> {
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

    /// Whether every stream is where its batch expects it, once those before it are in.
    fn admits(&self, batches: &[Batch<'_>]) -> Result<(), StoreError> {
        let mut grown: Map<StreamId, Version> = Map::new();
        for batch in batches {
            let length = || Version(self.streams.get(&batch.stream).map_or(0, Vec::len) as u64);
            let current = grown.get(&batch.stream).copied().unwrap_or_else(length);
            if current != batch.expected {
                return Err(StoreError::Conflict { current });
            }
            if batches.len() > 1 {
                grown.insert(batch.stream, Version(current.0.saturating_add(batch.events.len() as u64)));
            }
        }
        Ok(())
    }

    fn take(&mut self, batch: &Batch<'_>) {
        let places = self.streams.entry(batch.stream).or_default();
        if places.is_empty() {
            self.stream_order.add(batch.stream);
        }
        let first = Version(places.len() as u64).next();
        for stored in batch.events {
            places.push(self.log.len());
            self.log.push((batch.stream, stored.clone()));
        }
        let last = Version(places.len() as u64);
        let record = CommandRecord { first, last, fingerprint: batch.fingerprint };
        self.commands.insert((batch.stream, batch.command), record);
        for (id, bytes) in batch.documents {
            self.documents.or_insert_with(*id, || Arc::clone(bytes));
        }
        batch.vault.iter().for_each(|write| self.write_vault(write));
    }

    fn write_vault(&mut self, write: &VaultWrite) {
        match write {
            VaultWrite::Tie(tie) => {
                self.parties.insert(tie.host_id.clone(), tie.party);
                self.host_ids.insert(tie.party, tie.host_id.clone());
            }
            VaultWrite::Entry(entry) => {
                self.entry_order.add(entry.place);
                self.entries.insert(entry.place, entry.clone());
            }
            VaultWrite::Erase { person, kept } => {
                if let Some(host_id) = self.host_ids.remove(&Party::Person(*person)) {
                    self.parties.remove(&host_id);
                }
                self.entries.retain(|place, entry| entry.subject != *person || kept.contains(place));
            }
            VaultWrite::Key { process, key } => self.voices.entry(*process).or_default().key = Some(*key),
            VaultWrite::Voice { process, tag } => {
                self.voices.entry(*process).or_default().tags.insert(*tag);
            }
            VaultWrite::Close(process) => {
                self.voices.remove(process);
            }
        }
    }

    fn of_stream(&self, stream: StreamId) -> impl DoubleEndedIterator<Item = &Stored> {
        let places = self.streams.get(&stream).into_iter().flatten();
        places.filter_map(|at| self.log.get(*at)).map(|(_, stored)| stored)
    }
}

impl Store for MemoryStore {
    fn append_all(&self, batches: &[Batch<'_>]) -> Result<Appended, StoreError> {
        let mut shelves = self.write();
        shelves.admits(batches)?;
        let previous = shelves.position();
        batches.iter().for_each(|batch| shelves.take(batch));
        Ok(Appended { previous, last: shelves.position() })
    }

    fn position(&self) -> Result<Position, StoreError> {
        Ok(self.read().position())
    }

    fn head(&self, stream: StreamId) -> Result<Option<StreamHead>, StoreError> {
        let shelves = self.read();
        let last = shelves.of_stream(stream).next_back();
        Ok(last.map(|stored| StreamHead { version: stored.seq, id: stored.id }))
    }

    fn events(&self, stream: StreamId, after: Version, limit: usize) -> Result<Vec<Stored>, StoreError> {
        let shelves = self.read();
        let skip = usize::try_from(after.0).unwrap_or(usize::MAX);
        let places = shelves.streams.get(&stream).map_or(&[][..], Vec::as_slice);
        let wanted = places.iter().skip(skip).take(limit);
        Ok(wanted.filter_map(|at| shelves.log.get(*at)).map(|(_, stored)| stored.clone()).collect())
    }

    fn changes(&self, after: Position, limit: usize) -> Result<Vec<Change>, StoreError> {
        let shelves = self.read();
        let skip = usize::try_from(after.0).unwrap_or(usize::MAX);
        let later = (after.0.saturating_add(1)..).zip(shelves.log.iter().skip(skip)).take(limit);
        let change = |(at, (stream, stored)): (u64, &(StreamId, Stored))| Change {
            position: Position(at),
            stream: *stream,
            stored: stored.clone(),
        };
        Ok(later.map(change).collect())
    }

    fn version_at(&self, stream: StreamId, at: Timestamp) -> Result<Version, StoreError> {
        let shelves = self.read();
        let last = shelves.of_stream(stream).rev().find(|stored| stored.at <= at);
        Ok(last.map_or(Version(0), |stored| stored.seq))
    }

    fn command(&self, stream: StreamId, id: &CommandId) -> Result<Option<CommandRecord>, StoreError> {
        Ok(self.read().commands.get(&(stream, *id)).copied())
    }

    fn streams(&self, after: Option<StreamId>, limit: usize) -> Result<Vec<StreamId>, StoreError> {
        let mut shelves = self.write();
        let later = shelves.stream_order.after(after);
        Ok(later.get(..limit).unwrap_or(later).to_vec())
    }

    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError> {
        self.write().documents.or_insert_with(id, || bytes.into());
        Ok(())
    }

    fn document(&self, id: DocumentId) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.read().documents.get(&id).map(|bytes| bytes.to_vec()))
    }

    /// Forgets it: what is in memory is there already.
    fn put_snapshot(&self, _: StreamId, _: &Snapshot) -> Result<(), StoreError> {
        Ok(())
    }

    fn snapshot(&self, _: StreamId, _: Version) -> Result<Option<Snapshot>, StoreError> {
        Ok(None)
    }

    fn snapshot_every(&self) -> Option<u64> {
        None
    }

    fn party(&self, host_id: &HostId) -> Result<Option<Party>, StoreError> {
        Ok(self.read().parties.get(host_id).copied())
    }

    fn host_id(&self, party: Party) -> Result<Option<HostId>, StoreError> {
        Ok(self.read().host_ids.get(&party).cloned())
    }

    fn entry(&self, place: Commitment) -> Result<Option<Entry>, StoreError> {
        Ok(self.read().entries.get(&place).cloned())
    }

    fn process_key(&self, process: ProcessId) -> Result<Option<Salt>, StoreError> {
        Ok(self.read().voices.get(&process).and_then(|voices| voices.key))
    }

    fn has_voice(&self, process: ProcessId, tag: VoiceTag) -> Result<bool, StoreError> {
        Ok(self.read().voices.get(&process).is_some_and(|voices| voices.tags.contains(&tag)))
    }

    fn entries(&self, after: Option<Commitment>, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let mut shelves = self.write();
        let Shelves { entries, entry_order, .. } = &mut *shelves;
        // An erasure takes entries out, and leaves their places.
        let later = entry_order.after(after).iter().filter_map(|place| entries.get(place));
        Ok(later.take(limit).cloned().collect())
    }
}
