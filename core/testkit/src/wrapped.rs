//! A store around the one in memory, to test other behaviour of stores.

use std::fmt;
use std::sync::Arc;

use interlink::journal::{
    Appended, Batch, Change, CommandRecord, Deadline, EachRow, MemoryStore, Position, Reading, Seq, Snapshot,
    Store, StoreError, Stored, StreamHead, StreamId,
};
use interlink::types::{
    CommandId, Commitment, DocumentId, HostId, ParticipationMarker, ProcessId, Salt, Timestamp,
};
use interlink::vault::{Entry, Party};

/// A function called in the middle of reading.
type Meanwhile = Arc<dyn Fn(&'static str) + Send + Sync>;

/// A memory store whose behaviour can be changed.
#[derive(Default)]
pub struct Wrapped {
    inner: MemoryStore,
    snapshot_every: Option<u64>,
    loses_events: bool,
    meanwhile: Option<Meanwhile>,
}

impl fmt::Debug for Wrapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wrapped").field("inner", &self.inner).finish_non_exhaustive()
    }
}

impl Wrapped {
    /// A store with a snapshot after a number of events.
    pub fn with_snapshots_every(events: u64) -> Self {
        Self { snapshot_every: Some(events), ..Self::default() }
    }

    /// A store in which something else happens after each answer of a reading and before it is used; the function is
    /// called with the question.
    pub fn meanwhile(act: impl Fn(&'static str) + Send + Sync + 'static) -> Self {
        Self { meanwhile: Some(Arc::new(act)), ..Self::default() }
    }

    /// A store that loses the last event of every batch of several.
    pub fn that_forgets() -> Self {
        Self { loses_events: true, ..Self::default() }
    }
}

impl Store for Wrapped {
    fn read(&self) -> Result<Box<dyn Reading + '_>, StoreError> {
        let inner = self.inner.read()?;
        Ok(match &self.meanwhile {
            Some(act) => Box::new(Watched { inner, act: Arc::clone(act) }),
            None => inner,
        })
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

/// A reading between whose answers something happens.
struct Watched<'a> {
    inner: Box<dyn Reading + 'a>,
    act: Meanwhile,
}

impl fmt::Debug for Watched<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

macro_rules! pass_on {
    ($($name:ident($($argument:ident: $type:ty),*) -> $result:ty;)+) => {
        $(fn $name(&self, $($argument: $type),*) -> Result<$result, StoreError> {
            let found = self.inner.$name($($argument),*);
            (self.act)(stringify!($name));
            found
        })+
    };
}

impl Reading for Watched<'_> {
    fn position(&self) -> Position {
        self.inner.position()
    }

    pass_on! {
        head(stream: StreamId) -> Option<StreamHead>;
        events(stream: StreamId, after: Seq, limit: usize) -> Vec<Stored>;
        changes(after: Position, limit: usize) -> Vec<Change>;
        seq_at(stream: StreamId, at: Timestamp) -> Seq;
        position_of(stream: StreamId, version: Seq) -> Option<Position>;
        seq_by(stream: StreamId, position: Position) -> Seq;
        command(stream: StreamId, id: &CommandId) -> Option<CommandRecord>;
        streams(after: Option<StreamId>, limit: usize) -> Vec<StreamId>;
        document(id: DocumentId) -> Option<Vec<u8>>;
        snapshot(stream: StreamId, at_most: Seq) -> Option<Snapshot>;
        party(host_id: &HostId) -> Option<Party>;
        host_id(party: Party) -> Option<HostId>;
        entry(place: Commitment) -> Option<Entry>;
        process_key(process: ProcessId) -> Option<Salt>;
        has_participated(process: ProcessId, tag: ParticipationMarker) -> bool;
        entries(after: Option<Commitment>, limit: usize) -> Vec<Entry>;
        rows(each: &mut EachRow<'_>) -> ();
    }
}
