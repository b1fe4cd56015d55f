//! The record: events in hash chains, the stores that keep them, and their verification.
//!
//! Each stream is a chain: an event's `id` is the SHA-256 of its envelope, and `prev` is the id of the event before.
//! The envelope is canonical JSON (RFC 8785): no floats, integers below 2^53, times in UTC with milliseconds. Whoever
//! has the last id can detect any change before it.
//!
//! Stores implement [`Store`]; [`conformance`] checks an implementation.

mod data;
mod stream;

pub use data::EventData;
pub(crate) use data::OfPerson;
pub use interlink_record::conformance;
pub use interlink_record::{
    Appended, Basis, Batch, BundleFault, Change, CommandRecord, Deadline, Disclosed, Each, EachRow, Fault,
    FaultKind, Head, MemoryStore, Position, Reading, Reliance, Rewrite, Row, Scanned, Seq, Snapshot, Store,
    StoreError, Stored, StoredDocument, StreamHead, StreamId, StreamKind, Verified,
};
pub(crate) use interlink_record::{bundle, turn, verify_stream};
#[cfg(feature = "sqlite")]
pub use interlink_sqlite::{SqliteOptions, SqliteStore};

pub(crate) use stream::{Held, OfStream, Stream, Travels};

/// One fact in the journal.
pub type Event = interlink_record::Event<EventData>;
