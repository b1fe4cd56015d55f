//! The path of a change.
//!
//! ```text
//! command ──▶ needs ──▶ facts ──▶ decide ──▶ events ──▶ sealed ──▶ store.append ──▶ apply ──▶ views
//!                                  └─▶ or one Rejection: a stable code, a message, the reasons, nothing changed
//! ```
//!
//! Blocks own their commands, events, what a command `needs`, `decide` and `apply`; the kernel composes them, and
//! [`Engine`] fetches what is needed from the store. Everything is deterministic: the time, the actor and all random
//! bytes come with the command, and new ids are derived from the command's id.

mod acting;
mod block;
#[cfg(feature = "process")]
mod checker;
mod clock;
mod command;
mod context;
mod decide;
#[cfg(feature = "process")]
mod deed;
mod documents;
mod engine;
mod fold;
#[cfg(feature = "process")]
mod in_process;
#[cfg(not(feature = "process"))]
#[path = "no_process.rs"]
mod in_process;
mod outcome;
mod rejection;
mod request;
mod tagged;

pub use acting::{Acting, Host};
pub(crate) use block::{Addressed, Asked, Erasure, Given, Met, Needs, OfOrganisation, Place, Refuses, Said};
#[cfg(feature = "process")]
pub use checker::{Checker, CheckerFault};
pub use command::{Action, Command};
pub use context::LinkRefusal;
pub(crate) use context::{Context, Participated};
pub(crate) use decide::{CurrentState, Tip};
#[cfg(feature = "process")]
pub use deed::Deed;
pub(crate) use documents::Documents;
pub use documents::{Document, DocumentFault};
#[cfg(feature = "archive")]
pub use engine::{ArchiveFile, ArchivePerson, ArchiveView, ArchiveWrittenView};
pub use engine::{AsOf, ChangeEvent, Consents, Engine, Error, Executed, Imported, Moment, VerifiedStore};
#[cfg(feature = "interop")]
pub use engine::{CatalogueFilesView, CatalogueView, TextFile};
#[cfg(feature = "process")]
pub use engine::{Checks, HostQuestion, MandateQuestion};
pub(crate) use fold::{ApplyFault, State};
pub(crate) use in_process::{MandatesNeeded, OfProcess};
pub use outcome::{Kind, Outcome, Reply};
pub(crate) use rejection::Refused;
pub use rejection::Rejection;
pub use request::*;
pub(crate) use tagged::{acts, tagged};
