//! The interface of a store.

use interlink_derive::Refusal;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use interlink_values::json::Readable;
use serde::Serialize;

use super::{Deadline, Reading, Seq, StreamId};
use crate::vault::{Party, VaultWrite};
use interlink_values::{CommandId, DocumentId, EventId, Fingerprint, HostId, Timestamp};

/// A place in the order of the whole store: later events have higher ones. 0 is before the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Position(pub u64);

/// An event in stored form: the envelope's bytes without its id, and the fields by which the store finds it.
#[derive(Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its `seq` in its stream.
    pub seq: Seq,
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

/// A document in stored form: canonical JSON under its SHA-256.
pub type StoredDocument = (DocumentId, Arc<[u8]>);

/// A replacement of existing data under its id: a redaction, or a withheld event that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rewrite {
    /// An event of a stream, which replaces the one with its `seq` and id.
    Event(StreamId, Stored),
    /// A document, under the id of the one it replaces.
    Document(StoredDocument),
    /// A withheld event. Open readings still see the placeholder.
    Disclosed(Disclosed),
}

/// Everything that one command writes. A store accepts all of it or nothing.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// The stream of the events.
    pub stream: StreamId,
    /// The stream's `seq` on which the command was decided; 0 for a new stream.
    pub expected: Seq,
    /// The events, in order. Never empty.
    pub events: &'a [Stored],
    /// The command.
    pub command: CommandId,
    /// Distinguishes the command from another under the same id.
    pub fingerprint: Fingerprint,
    /// The writes to the vault.
    pub vault: &'a [VaultWrite],
    /// Documents that the events rely on. Those that exist already stay unchanged.
    pub documents: &'a [StoredDocument],
    /// Rewritten data. Nothing of the old content is left, including snapshots of those streams; positions stay. If it
    /// does not exist under its id, the batch is a conflict. An open [reading](super::Reading) may see a redaction at
    /// once.
    pub rewrites: &'a [Rewrite],
    /// The rest of what the decision relied on.
    pub basis: Basis<'a>,
}

/// A withheld event that is now told. Its id is the same, so the chain is unchanged; its placeholder is removed, with
/// the placeholder command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// Its stream.
    pub stream: StreamId,
    /// The event, with the `seq` and the id of its placeholder.
    pub stored: Stored,
    /// Its command. If the command is known already from another event, its range is extended.
    pub command: CommandId,
    /// Distinguishes the command from another under the same id.
    pub fingerprint: Fingerprint,
    /// The placeholder command.
    pub instead_of: CommandId,
}

/// What a decision relied on besides its own stream. If any of it has changed when the batch is appended, that is a
/// conflict: otherwise two commands, each allowed by itself, could together have an effect that neither would be
/// allowed alone (an administrator is dismissed while appointing another).
#[derive(Debug, Clone, Copy, Default)]
pub struct Basis<'a> {
    /// The `seq` of each other stream that was read; 0 for one that did not exist.
    pub streams: &'a [(StreamId, Seq)],
    /// The parties that the host's ids meant; `None` for an unknown id.
    pub parties: &'a [(HostId, Option<Party>)],
}

/// The positions of an appended batch.
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
    /// Its first event's `seq`.
    pub first: Seq,
    /// Its last event's `seq`.
    pub last: Seq,
    /// Distinguishes it from another under the same id.
    pub fingerprint: Fingerprint,
}

/// The end of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamHead {
    /// The `seq` of its last event.
    pub seq: Seq,
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

/// The state of a stream at one `seq`, stored so that opening it need not replay everything.
#[derive(Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The `seq`.
    pub seq: Seq,
    /// The id of the event with this `seq`.
    pub id: EventId,
    /// When that event happened.
    pub at: Timestamp,
    /// The layout of the bytes; a snapshot in another layout is skipped.
    pub format: u32,
    /// The state.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Snapshot({}, {}, format {}, {} bytes)", self.seq, self.id, self.format, self.bytes.len())
    }
}

/// Why a store could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
#[non_exhaustive]
pub enum StoreError {
    /// Another writer appended first, to the stream or to something that the decision [relied on](Basis). Nothing was
    /// written.
    #[error(StreamConflict, store: "The record has changed since: it is now at number {current}.")]
    Conflict {
        /// The stream's `seq` now.
        current: Seq,
    },
    /// The URL names no store.
    #[error(StoreUrl, "“{url}” does not name a store. Use memory: or sqlite:PATH.")]
    Url {
        /// The given URL.
        url: String,
    },
    /// The file is not a database.
    #[error(StoreNotADatabase, "The file is not an SQLite database.")]
    NotADatabase,
    /// The file is a database of another program.
    #[error(StoreForeign, "The database belongs to another program.")]
    Foreign,
    /// The file was written by a newer version of the library.
    #[error(
        StoreTooNew,
        "The store has layout {found}; this version of the library reads layouts up to {known}."
    )]
    TooNew {
        /// The layout of the file.
        found: u32,
        /// The newest layout that this version reads.
        known: u32,
    },
    /// The store cannot be written.
    #[error(StoreReadOnly, "The store can only be read.")]
    ReadOnly,
    /// Another program holds the store.
    #[error(StoreBusy, "Another program is using the store.")]
    Busy,
    /// The store holds invalid data.
    #[error(StoreInconsistent, "The store holds malformed data: {reason}")]
    Malformed(String),
    /// The store has something that the library did not put there and that would act on its writes, such as a trigger.
    #[error(StoreAltered, "The store was altered: {reason}")]
    Altered(String),
    /// The store cannot be backed up.
    #[error(StoreNoBackup, "This store does not support backups.")]
    NoBackup,
    /// Any other failure of the storage engine.
    #[error(StoreFailed, "The store failed: {reason}")]
    Failed(String),
}

/// Keeps the journal, its documents and the vault.
///
/// A store does not know what events mean. It must append a [`Batch`] completely or not at all, refuse one whose basis
/// has changed, and acknowledge only what is durable. All methods may be called from any thread, also while
/// [readings](Reading) are open. [`conformance::run`](super::conformance::run) checks all of this on a real store.
pub trait Store: Send + Sync + fmt::Debug {
    /// Opens a reading: it answers as of the present state of the store, whatever is appended meanwhile.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn read(&self) -> Result<Box<dyn Reading + '_>, StoreError>;

    /// The position of the last event in the store. Called before nearly every answer, so it should be cheap.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn position(&self) -> Result<Position, StoreError>;

    /// Appends a command's events, vault writes and documents together.
    ///
    /// # Errors
    /// As for [`append_all`](Self::append_all).
    fn append(&self, batch: &Batch<'_>) -> Result<Appended, StoreError> {
        self.append_all(std::slice::from_ref(batch), Deadline::after(self.patience()))
    }

    /// Appends what several commands write, in order, all of it or nothing, such as a whole imported stream. A later
    /// batch may follow an earlier one of the same stream.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if a stream does not have the `seq` that its batch expects, if data to be
    /// [rewritten](Rewrite) does not exist with its `seq` and id, or if something that a batch [relied on](Basis) has
    /// changed; [`StoreError::Busy`] if the deadline passed before this call's turn. Nothing is written then.
    fn append_all(&self, batches: &[Batch<'_>], deadline: Deadline) -> Result<Appended, StoreError>;

    /// Stores a document; one that exists already stays unchanged.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError>;

    /// Stores a snapshot. A store may discard snapshots.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn put_snapshot(&self, stream: StreamId, snapshot: &Snapshot) -> Result<(), StoreError>;

    /// Copies the store as of one position, including the vault, into a new file, while others read and write. A person
    /// erased afterwards is still in the copy.
    ///
    /// # Errors
    /// [`StoreError::NoBackup`] for a store that is not a file; otherwise if the file exists already or cannot be
    /// written.
    fn backup(&self, _to: &std::path::Path) -> Result<(), StoreError> {
        Err(StoreError::NoBackup)
    }

    /// How many events lie between two snapshots of a stream; `None` for no snapshots.
    fn snapshot_every(&self) -> Option<u64> {
        Some(1024)
    }

    /// How long one command or question waits in all for others to release the store; `None` for as long as it takes.
    fn patience(&self) -> Option<Duration> {
        None
    }

    /// The store's own clock, in UTC; `None` for a store without one. With it the engine refuses commands dated in the
    /// future, and corrects a stream that is in the future already.
    fn now(&self) -> Option<Timestamp> {
        None
    }

    /// How far ahead of the store's clock a command may be dated: the host's clock and the store's may differ.
    fn skew(&self) -> Duration {
        Duration::from_secs(300)
    }

    /// Physically removes erased or [rewritten](Rewrite) data, including from free pages, WAL files and anywhere else
    /// the storage engine keeps old copies. Called after each erasure; calling it again does the same. It must not make
    /// readers wait.
    ///
    /// # Errors
    /// [`StoreError::Busy`] if a reader still uses an older state; the erased data can no longer be read by others, and
    /// the store removes it as soon as it can, at the latest when it is next opened.
    fn scrub(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
