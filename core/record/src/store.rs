//! What a store must do.

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

/// An event as a store keeps it: the envelope's bytes without its id, and what the store is asked by.
#[derive(Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its number in its stream.
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

/// A document as a store keeps it: canonical JSON under its SHA-256.
pub type StoredDocument = (DocumentId, Arc<[u8]>);

/// What takes the place of something that is there already, under the id that it has: a name was taken out of it, or what was
/// withheld is disclosed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rewrite {
    /// An event of a stream, with the number and the id of the one whose place it takes.
    Event(StreamId, Stored),
    /// A document, under the id of the one whose place it takes.
    Document(StoredDocument),
    /// An event that was withheld. Readings that are open go on seeing what stood there.
    Disclosed(Disclosed),
}

/// Everything that one command leaves behind. A store takes all of it or nothing.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// The stream that the events go to.
    pub stream: StreamId,
    /// The stream's version that the command was decided on; 0 for a new stream.
    pub expected: Seq,
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
    /// What is there already and is written anew. Nothing of what stood there is left, snapshots of those streams included;
    /// positions stay. Where it is not there under its id, the batch is a conflict. A [reading](super::Reading) that is open
    /// may see at once what a redaction left.
    pub rewrites: &'a [Rewrite],
    /// What else the decision rested on.
    pub basis: Basis<'a>,
}

/// An event that was withheld, with what it says. Its id is the same, so the chain goes through it as before; what stood there
/// instead is gone, with the command that stood for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// Its stream.
    pub stream: StreamId,
    /// The event, with the number and the id that stand there.
    pub stored: Stored,
    /// The command that it came of. One that is known already from another event of it goes that far, too.
    pub command: CommandId,
    /// What tells the command from another under the same id.
    pub fingerprint: Fingerprint,
    /// The command that is remembered in its place.
    pub instead_of: CommandId,
}

/// What a decision rested on besides its own stream. What is no longer so by the time of the append makes it a conflict:
/// otherwise two commands, each right by itself, could together lead to what neither would have been allowed alone
/// (somebody is dismissed while she is appointing somebody).
#[derive(Debug, Clone, Copy, Default)]
pub struct Basis<'a> {
    /// The versions of the other streams that were read; 0 for one that was not there.
    pub streams: &'a [(StreamId, Seq)],
    /// Whom the host's ids were taken for; `None` for an id that nobody had.
    pub parties: &'a [(HostId, Option<Party>)],
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
    pub first: Seq,
    /// Its last event's number.
    pub last: Seq,
    /// What tells it from another under the same id.
    pub fingerprint: Fingerprint,
}

/// Where a stream ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamHead {
    /// How many events it has.
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

/// The state of a stream at one version, kept so that opening it need not replay everything.
#[derive(Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The version.
    pub seq: Seq,
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
        write!(f, "Snapshot({}, {}, format {}, {} bytes)", self.seq, self.id, self.format, self.bytes.len())
    }
}

/// Why a store could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
#[non_exhaustive]
pub enum StoreError {
    /// Somebody else appended first, to the stream or to something that the decision [rested on](Basis). Nothing was
    /// written.
    #[error(VersionConflict, store: "The stream is at version {current} by now.")]
    Conflict {
        /// The stream's version now.
        current: Seq,
    },
    /// The URL names no store.
    #[error(StoreUrl, "“{url}” is no store; open memory: or sqlite:PATH.")]
    Url {
        /// What was given.
        url: String,
    },
    /// The file is no database.
    #[error(StoreNotADatabase, "The file is no SQLite database.")]
    NotADatabase,
    /// The file is a database of another program.
    #[error(StoreForeign, "The database belongs to another program.")]
    Foreign,
    /// The file was written by a newer version of the library.
    #[error(
        StoreTooNew,
        "The store has layout {found}; this version of the library knows layouts up to {known}."
    )]
    TooNew {
        /// The layout of the file.
        found: u32,
        /// The newest that this version knows.
        known: u32,
    },
    /// The store cannot be written.
    #[error(StoreReadOnly, "The store can only be read.")]
    ReadOnly,
    /// Another program holds the store.
    #[error(StoreBusy, "Another program holds the store.")]
    Busy,
    /// The store holds something that it cannot have been given.
    #[error(StoreInconsistent, "The store holds something malformed: {reason}")]
    Malformed(String),
    /// The store has something of its own that the library did not put there and that would act on what it writes: a
    /// trigger, say.
    #[error(StoreAltered, "The store was altered: {reason}")]
    Altered(String),
    /// The store cannot make a copy of itself.
    #[error(StoreNoBackup, "This store makes no backups.")]
    NoBackup,
    /// Anything else that the store's own software reports.
    #[error(StoreFailed, "The store failed: {reason}")]
    Failed(String),
}

/// A place that keeps the journal, its documents and the vault.
///
/// A store knows nothing of what events mean. It must append a [`Batch`] wholly or not at all, refuse one
/// whose stream has moved on, and say only what is durable. All methods may be called from any thread, also while
/// [readings](Reading) are open.
/// [`conformance::run`](super::conformance::run) checks all of this on a real store.
pub trait Store: Send + Sync + fmt::Debug {
    /// Opens a reading: everything that it is asked, it answers as the store stands now, whatever is appended meanwhile.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn read(&self) -> Result<Box<dyn Reading + '_>, StoreError>;

    /// The position of the last event in the store. Asked before nearly every answer, so it should cost little.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn position(&self) -> Result<Position, StoreError>;

    /// Appends a command's events, vault writes and documents together.
    ///
    /// # Errors
    /// As [`append_all`](Self::append_all).
    fn append(&self, batch: &Batch<'_>) -> Result<Appended, StoreError> {
        self.append_all(std::slice::from_ref(batch), Deadline::after(self.patience()))
    }

    /// Appends what several commands leave behind, in order, all of it or nothing: a whole stream that comes
    /// from elsewhere. A later batch may follow an earlier one of the same stream.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if a stream is not where its batch expects it, if what is to be [written anew](Rewrite) is not there
    /// with its number and id, or if something that a batch [rested on](Basis) has changed; [`StoreError::Busy`] if the deadline passed before it was this call's turn. Nothing
    /// is written then.
    fn append_all(&self, batches: &[Batch<'_>], deadline: Deadline) -> Result<Appended, StoreError>;

    /// Keeps a document; one that is there already stays as it is.
    ///
    /// # Errors
    /// Where the store cannot be written.
    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError>;

    /// Keeps a snapshot. A store may forget snapshots.
    ///
    /// # Errors
    /// Where the store cannot be written.
    fn put_snapshot(&self, stream: StreamId, snapshot: &Snapshot) -> Result<(), StoreError>;

    /// Writes a copy of the store as it stands at one position, vault and all, into a new file, while others read and write.
    /// Whoever is erased afterwards is still in the copy.
    ///
    /// # Errors
    /// [`StoreError::NoBackup`] for a store that is no file; otherwise where the file is there already or cannot be written.
    fn backup(&self, _to: &std::path::Path) -> Result<(), StoreError> {
        Err(StoreError::NoBackup)
    }

    /// How many events to let pass between two snapshots of a stream; `None` for no snapshots.
    fn snapshot_every(&self) -> Option<u64> {
        Some(1024)
    }

    /// How long one command or question waits in all for others to let go of the store; `None` for as long as it takes.
    fn patience(&self) -> Option<Duration> {
        None
    }

    /// The store's own clock, in UTC; `None` for a store that has none. With it the engine refuses commands that are dated
    /// in the future, and finds the way back for a stream that stands there already.
    fn now(&self) -> Option<Timestamp> {
        None
    }

    /// How far ahead of the store's clock a command may be dated: the host's clock and the store's may differ.
    fn skew(&self) -> Duration {
        Duration::from_secs(300)
    }

    /// Physically removes what was erased or [written anew](Rewrite), including from wherever the store's own software keeps old
    /// copies. Called after each of them; called again it does the same. It must not keep readers waiting.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where somebody else still reads what was there before; what was erased is gone for
    /// everybody who asks, and the store removes it as soon as it can: at the latest when it is next opened.
    fn scrub(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
