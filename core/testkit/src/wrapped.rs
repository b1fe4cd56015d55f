//! A store around the one in memory, to see what happens when a store behaves in some other way.

use interlink::journal::{
    Appended, Batch, Deadline, MemoryStore, Position, Reading, Snapshot, Store, StoreError, StreamId,
};
use interlink::types::DocumentId;

/// A memory store whose habits can be changed.
#[derive(Debug, Default)]
pub struct Wrapped {
    inner: MemoryStore,
    snapshot_every: Option<u64>,
    loses_events: bool,
}

impl Wrapped {
    /// A store that keeps a snapshot every so many events.
    pub fn with_snapshots_every(events: u64) -> Self {
        Self { snapshot_every: Some(events), ..Self::default() }
    }

    /// A store that loses the last event of every batch of several.
    pub fn that_forgets() -> Self {
        Self { loses_events: true, ..Self::default() }
    }
}

impl Store for Wrapped {
    fn read(&self) -> Result<Box<dyn Reading + '_>, StoreError> {
        self.inner.read()
    }

    fn position(&self) -> Result<Position, StoreError> {
        self.inner.position()
    }

    fn append_all(&self, batches: &[Batch<'_>], deadline: Deadline) -> Result<Appended, StoreError> {
        let kept = |batch: &Batch<'_>| match self.loses_events {
            true => batch.events.len().max(2) - 1,
            false => batch.events.len(),
        };
        let batches: Vec<Batch<'_>> =
            batches.iter().map(|batch| Batch { events: &batch.events[..kept(batch)], ..*batch }).collect();
        self.inner.append_all(&batches, deadline)
    }

    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError> {
        self.inner.put_document(id, bytes)
    }

    fn put_snapshot(&self, stream: StreamId, snapshot: &Snapshot) -> Result<(), StoreError> {
        self.inner.put_snapshot(stream, snapshot)
    }

    fn snapshot_every(&self) -> Option<u64> {
        self.snapshot_every
    }
}
