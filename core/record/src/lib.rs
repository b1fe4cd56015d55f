//! The record of `interlink`: events in hash chains, the stores that keep them, and their verification.
//!
//! Nothing here knows what an event means: that is a type of the crate above ([`Meaning`]). Each stream is a chain: an
//! event's `id` is the SHA-256 of its envelope, and `prev` is the id of the event before. The envelope is canonical
//! JSON (RFC 8785): no floats, integers below 2^53, times in UTC with milliseconds. Whoever has the last id can detect
//! any change before it.
//!
//! Stores implement [`Store`]; [`conformance`] checks an implementation. Programs use these types as
//! `interlink::journal` and `interlink::vault`; everything else public here is for the crates above, and may change
//! with any version.
#![forbid(unsafe_code)]

pub mod bundle;
pub mod conformance;
mod deadline;
mod event;
pub mod locks;
mod memory;
mod reading;
mod store;
mod stream;
pub mod turn;
pub mod vault;
mod verify;

pub use bundle::BundleFault;
pub use deadline::Deadline;
pub use event::{Event, Head, Meaning};
use interlink_values::wording::Sentence;
pub use memory::MemoryStore;
pub use reading::{Each, EachRow, Reading, Row, Scanned};
pub use store::{
    Appended, Basis, Batch, Change, CommandRecord, Disclosed, Position, Rewrite, Snapshot, Store, StoreError,
    Stored, StoredDocument, StreamHead,
};
pub use stream::{Reliance, Seq, StreamId, StreamKind};
pub use verify::verify_stream;
pub use verify::{Fault, FaultKind, Verified};

/// The sentences of this crate's refusals.
#[must_use]
pub fn sentences() -> Vec<&'static Sentence> {
    [BundleFault::SENTENCES, FaultKind::SENTENCES, StoreError::SENTENCES].into_iter().flatten().collect()
}
