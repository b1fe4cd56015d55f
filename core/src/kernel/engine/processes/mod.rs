//! What the engine does for processes: their states in memory, the questions about them, bundles, and the formats of
//! others. A build without the feature `process` has `no_processes.rs` in this place, with the same interface.

#[cfg(feature = "archive")]
mod archive;
mod asked;
mod bundle;
mod cached;
#[cfg(feature = "interop")]
mod catalogue;
mod extract;
mod import;
mod import_rules;
mod mandates;
mod narrator;
mod next;
mod past;
mod questions;
mod redacted;
mod replayed;
mod snapshot;
mod traces;
mod views;

// What these build on in the engine.
use super::{Engine, Error, Moment, Tries, cache, consent, questions as asking, read, redact, replay};

#[cfg(feature = "archive")]
pub use archive::{ArchiveFile, ArchivePerson, ArchiveView, ArchiveWrittenView};
pub(crate) use asked::known;
pub use asked::{Checks, HostQuestion};
pub(super) use cached::{Processes, Read};
#[cfg(feature = "interop")]
pub use catalogue::{CatalogueFilesView, CatalogueView, TextFile};
pub use import::Imported;
pub use mandates::MandateQuestion;
pub(super) use narrator::Narrator;
pub(super) use replayed::Replayed;
pub(super) use traces::asked_in;
