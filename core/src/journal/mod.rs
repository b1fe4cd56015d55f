//! The record: events in hash chains, the stores that keep them, and the check that they are whole.
//!
//! Each stream is a chain: an event's `id` is the SHA-256 of its envelope, and `prev` is the id of the event
//! before. The envelope is canonical JSON (RFC 8785): no floats, integers below 2^53, times in UTC with
//! milliseconds. Whoever holds the last id can tell whether anything before it was changed.
//!
//! Stores implement [`Store`]; [`conformance`] checks that one does so rightly.

pub(crate) mod bundle;
pub mod conformance;
mod event;
mod memory;
#[cfg(feature = "sqlite")]
mod sqlite;
mod store;
mod verify;

pub use bundle::BundleFault;
pub use event::{Event, EventData, Head, Reliance, StreamId, StreamKind, Version};
pub use memory::MemoryStore;
#[cfg(feature = "sqlite")]
pub use sqlite::SqliteStore;
pub use store::{
    Appended, Batch, Change, CommandRecord, Each, Position, Scanned, Snapshot, Store, StoreError, Stored,
    StoredDocument, StreamHead,
};
pub(crate) use verify::verify_stream;
pub use verify::{Fault, FaultKind, Verified};
