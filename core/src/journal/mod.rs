//! The record: events in hash chains, the stores that keep them, and the check that they are whole.
//!
//! Each stream is a chain: an event's `id` is the SHA-256 of its envelope, and `prev` is the id of the event
//! before. The envelope is canonical JSON (RFC 8785): no floats, integers below 2^53, times in UTC with
//! milliseconds. Whoever holds the last id can tell whether anything before it was changed.
//!
//! Stores implement [`Store`]; [`conformance`] checks that one does so rightly.

pub(crate) mod bundle;
pub mod conformance;
mod deadline;
mod event;
mod memory;
mod reading;
#[cfg(feature = "sqlite")]
mod sqlite;
mod store;
pub(crate) mod turn;
mod verify;

pub use bundle::BundleFault;
pub use deadline::Deadline;
pub(crate) use event::OfPerson;
pub use event::{Event, EventData, Head, Reliance, StreamId, StreamKind, Version};
pub use memory::MemoryStore;
pub use reading::{Each, EachRow, Reading, Row, Scanned};
#[cfg(feature = "sqlite")]
pub use sqlite::{SqliteOptions, SqliteStore};
pub use store::{
    Appended, Basis, Batch, Change, CommandRecord, Position, Rewrite, Snapshot, Store, StoreError, Stored,
    StoredDocument, StreamHead, Told,
};
pub(crate) use verify::verify_stream;
pub use verify::{Fault, FaultKind, Verified};
