//! What a store must do.

use std::fmt;
use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::{StreamId, StreamKind, Version};
use crate::problem::{Code, Problem};
use crate::types::{
    CommandId, Commitment, DocumentId, EventId, Fingerprint, HostId, ProcessId, Salt, Timestamp, VoiceTag,
};
use crate::vault::{Entry, Party, VaultWrite};

/// How many streams or events are read at once while all of a kind are handed on.
const SCAN: usize = 1024;

/// What is done with each event.
pub type Each<'a> = dyn FnMut(StreamId, Scanned<'_>) -> Result<(), StoreError> + 'a;

/// An event as a scan hands it on, without a copy of its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Scanned<'a> {
    /// When it happened.
    pub at: Timestamp,
    /// The envelope without its id.
    pub body: &'a [u8],
    /// Its id.
    pub id: EventId,
    /// Its number in its stream.
    pub seq: Version,
}

/// A place in the order of the whole store: later events have higher ones. 0 is before the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Position(pub u64);

/// An event as a store keeps it: the envelope's bytes without its id, and what the store is asked by.
#[derive(Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its number in its stream.
    pub seq: Version,
    /// When it happened.
    pub at: Timestamp,
    /// SHA-256 of the body.
    pub id: EventId,
    /// The envelope without its id, in canonical JSON.
    pub body: Arc<[u8]>,
}

impl fmt::Debug for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stored({}, {}, {})", self.seq, self.id, String::from_utf8_lossy(&self.body))
    }
}

/// A document as a store keeps it: canonical JSON under its SHA-256.
pub type StoredDocument = (DocumentId, Arc<[u8]>);

/// Everything that one command leaves behind. A store takes all of it or nothing.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// The stream that the events go to.
    pub stream: StreamId,
    /// The stream's version that the command was decided on; 0 for a new stream.
    pub expected: Version,
    /// The events, in order. Never empty.
    pub events: &'a [Stored],
    /// The command.
    pub command: CommandId,
    /// What tells the command from another under the same id.
    pub fingerprint: Fingerprint,
    /// What the vault learns.
    pub vault: &'a [VaultWrite],
    /// Documents that the events rely on. Those that are there already stay as they are.
    pub documents: &'a [StoredDocument],
}

/// Where a batch went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The position of the store's last event before the batch.
    pub previous: Position,
    /// The position of the batch's last event.
    pub last: Position,
}

/// What a store remembers of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandRecord {
    /// Its first event's number.
    pub first: Version,
    /// Its last event's number.
    pub last: Version,
    /// What tells it from another under the same id.
    pub fingerprint: Fingerprint,
}

/// Where a stream ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamHead {
    /// How many events it has.
    pub version: Version,
    /// The id of its last event.
    pub id: EventId,
}

/// An event with its position in the whole store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its position.
    pub position: Position,
    /// Its stream.
    pub stream: StreamId,
    /// The event.
    pub stored: Stored,
}

/// The state of a stream at one version, kept so that opening it need not replay everything.
#[derive(Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The version.
    pub version: Version,
    /// The id of the event that made it.
    pub id: EventId,
    /// When that event happened.
    pub at: Timestamp,
    /// The layout of the bytes; a snapshot in another layout is passed over.
    pub format: u32,
    /// The state.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Snapshot({}, {}, format {}, {} bytes)",
            self.version,
            self.id,
            self.format,
            self.bytes.len()
        )
    }
}

/// Why a store could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Somebody else appended first. Nothing was written.
    #[error("The stream is at version {current} by now.")]
    Conflict {
        /// The stream's version now.
        current: Version,
    },
    /// The URL names no store.
    #[error("“{url}” is no store; open memory: or sqlite:PATH.")]
    Url {
        /// What was given.
        url: String,
    },
    /// The file is no database.
    #[error("The file is no SQLite database.")]
    NotADatabase,
    /// The file is a database of another program.
    #[error("The database belongs to another program.")]
    Foreign,
    /// The file was written by a newer version of the library.
    #[error("The store has layout {found}; this version of the library knows layouts up to {known}.")]
    TooNew {
        /// The layout of the file.
        found: u32,
        /// The newest that this version knows.
        known: u32,
    },
    /// The store cannot be written.
    #[error("The store can only be read.")]
    ReadOnly,
    /// Another program holds the store.
    #[error("Another program holds the store.")]
    Busy,
    /// The store holds something that it cannot have been given.
    #[error("The store holds something malformed: {0}")]
    Malformed(String),
    /// Anything else that the store's own software reports.
    #[error("The store failed: {0}")]
    Failed(String),
}

impl StoreError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Conflict { .. } => Code::VersionConflict,
            Self::Url { .. } => Code::StoreUrl,
            Self::NotADatabase => Code::StoreNotADatabase,
            Self::Foreign => Code::StoreForeign,
            Self::TooNew { .. } => Code::StoreTooNew,
            Self::ReadOnly => Code::StoreReadOnly,
            Self::Busy => Code::StoreBusy,
            Self::Malformed(_) => Code::StoreInconsistent,
            Self::Failed(_) => Code::StoreFailed,
        }
    }
}

impl From<&StoreError> for Problem {
    fn from(error: &StoreError) -> Self {
        let problem = Self::new(error.code(), error.to_string());
        match error {
            StoreError::Conflict { current } => problem.with("current", current),
            StoreError::TooNew { found, known } => problem.with("found", found).with("known", known),
            _ => problem,
        }
    }
}

/// A place that keeps the journal, its documents and the vault.
///
/// A store knows nothing of what events mean. It must append a [`Batch`] wholly or not at all, refuse one
/// whose stream has moved on, and say only what is durable. All methods may be called from any thread.
/// [`conformance::run`](super::conformance::run) checks all of this on a real store.
pub trait Store: Send + Sync + fmt::Debug {
    /// Appends a command's events, vault writes and documents together.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the stream is not at `batch.expected`; nothing is written then.
    fn append(&self, batch: &Batch<'_>) -> Result<Appended, StoreError> {
        self.append_all(std::slice::from_ref(batch))
    }

    /// Appends what several commands leave behind, in order, all of it or nothing: a whole stream that comes
    /// from elsewhere. A later batch may follow an earlier one of the same stream.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if a stream is not where its batch expects it; nothing is written then.
    fn append_all(&self, batches: &[Batch<'_>]) -> Result<Appended, StoreError>;

    /// The position of the last event in the store.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn position(&self) -> Result<Position, StoreError>;

    /// Where a stream ends; `None` if there is no such stream.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn head(&self, stream: StreamId) -> Result<Option<StreamHead>, StoreError>;

    /// The events of a stream after a version, in order, `limit` at most.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn events(&self, stream: StreamId, after: Version, limit: usize) -> Result<Vec<Stored>, StoreError>;

    /// The events of all streams after a position, in order, `limit` at most.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn changes(&self, after: Position, limit: usize) -> Result<Vec<Change>, StoreError>;

    /// Hands on every event of all streams of a kind: those of one stream in order, the streams in any. `each` must not
    /// ask the store anything meanwhile.
    ///
    /// # Errors
    /// Where the store cannot be read, or what `each` reports.
    fn scan(&self, kind: StreamKind, each: &mut Each<'_>) -> Result<(), StoreError> {
        let mut after = None;
        loop {
            let page = self.streams(after, SCAN)?;
            for stream in page.iter().filter(|stream| stream.kind() == kind) {
                let mut seq = Version(0);
                loop {
                    let events = self.events(*stream, seq, SCAN)?;
                    for event in &events {
                        let Stored { at, body, id, seq: nth } = event;
                        each(*stream, Scanned { at: *at, body, id: *id, seq: *nth })?;
                        seq = event.seq;
                    }
                    if events.len() < SCAN {
                        break;
                    }
                }
            }
            after = page.last().copied();
            if page.len() < SCAN {
                return Ok(());
            }
        }
    }

    /// The version that a stream had at a moment: that of its last event at or before it; 0 before the first.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn version_at(&self, stream: StreamId, at: Timestamp) -> Result<Version, StoreError>;

    /// What became of a command on a stream; `None` if it never came.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn command(&self, stream: StreamId, id: &CommandId) -> Result<Option<CommandRecord>, StoreError>;

    /// The streams after one, in the order of their names, `limit` at most.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn streams(&self, after: Option<StreamId>, limit: usize) -> Result<Vec<StreamId>, StoreError>;

    /// Keeps a document; one that is there already stays as it is.
    ///
    /// # Errors
    /// Where the store cannot be written.
    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError>;

    /// A document.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn document(&self, id: DocumentId) -> Result<Option<Vec<u8>>, StoreError>;

    /// Keeps a snapshot. A store may forget snapshots.
    ///
    /// # Errors
    /// Where the store cannot be written.
    fn put_snapshot(&self, stream: StreamId, snapshot: &Snapshot) -> Result<(), StoreError>;

    /// The last snapshot of a stream at or before a version.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn snapshot(&self, stream: StreamId, at_most: Version) -> Result<Option<Snapshot>, StoreError>;

    /// How many events to let pass between two snapshots of a stream; `None` for no snapshots.
    fn snapshot_every(&self) -> Option<u64> {
        Some(1024)
    }

    /// Leaves no byte of what was erased, also not where the store's own software keeps what it no longer needs.
    /// Called after every erasure; called again it does the same.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where somebody else still reads what was there before; what was erased is gone for
    /// everybody who asks, and will be gone from the file when this is called again.
    fn scrub(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// The party that a host id means.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn party(&self, host_id: &HostId) -> Result<Option<Party>, StoreError>;

    /// The host id of a party; `None` also for a person who was erased.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn host_id(&self, party: Party) -> Result<Option<HostId>, StoreError>;

    /// The vault's entry that stands in a place; `None` also for one that was erased.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn entry(&self, place: Commitment) -> Result<Option<Entry>, StoreError>;

    /// The key of a process; `None` if it has none yet, or no longer.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn process_key(&self, process: ProcessId) -> Result<Option<Salt>, StoreError>;

    /// Whether somebody who was erased had her say in a process.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn has_voice(&self, process: ProcessId, tag: VoiceTag) -> Result<bool, StoreError>;

    /// The vault's entries after a place, in the order of their places, `limit` at most.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn entries(&self, after: Option<Commitment>, limit: usize) -> Result<Vec<Entry>, StoreError>;
}
