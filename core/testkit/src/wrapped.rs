//! A store around the one in memory, to see what happens when a store behaves in some other way.

use interlink::journal::{
    Appended, Batch, Change, CommandRecord, MemoryStore, Position, Snapshot, Store, StoreError, Stored,
    StreamHead, StreamId, Version,
};
use interlink::types::{CommandId, Commitment, DocumentId, HostId, ProcessId, Salt, Timestamp, VoiceTag};
use interlink::vault::{Entry, Party};

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

macro_rules! pass_on {
    ($($name:ident($($argument:ident: $type:ty),*) -> $result:ty;)+) => {
        $(fn $name(&self, $($argument: $type),*) -> Result<$result, StoreError> { self.inner.$name($($argument),*) })+
    };
}

impl Store for Wrapped {
    fn append_all(&self, batches: &[Batch<'_>]) -> Result<Appended, StoreError> {
        let kept = |batch: &Batch<'_>| match self.loses_events {
            true => batch.events.len().max(2) - 1,
            false => batch.events.len(),
        };
        let batches: Vec<Batch<'_>> =
            batches.iter().map(|batch| Batch { events: &batch.events[..kept(batch)], ..*batch }).collect();
        self.inner.append_all(&batches)
    }

    fn snapshot_every(&self) -> Option<u64> {
        self.snapshot_every
    }

    pass_on! {
        position() -> Position;
        head(stream: StreamId) -> Option<StreamHead>;
        events(stream: StreamId, after: Version, limit: usize) -> Vec<Stored>;
        changes(after: Position, limit: usize) -> Vec<Change>;
        version_at(stream: StreamId, at: Timestamp) -> Version;
        command(stream: StreamId, id: &CommandId) -> Option<CommandRecord>;
        streams(after: Option<StreamId>, limit: usize) -> Vec<StreamId>;
        put_document(id: DocumentId, bytes: &[u8]) -> ();
        document(id: DocumentId) -> Option<Vec<u8>>;
        put_snapshot(stream: StreamId, snapshot: &Snapshot) -> ();
        snapshot(stream: StreamId, at_most: Version) -> Option<Snapshot>;
        party(host_id: &HostId) -> Option<Party>;
        host_id(party: Party) -> Option<HostId>;
        entry(place: Commitment) -> Option<Entry>;
        process_key(process: ProcessId) -> Option<Salt>;
        has_voice(process: ProcessId, tag: VoiceTag) -> bool;
        entries(after: Option<Commitment>, limit: usize) -> Vec<Entry>;
    }
}
