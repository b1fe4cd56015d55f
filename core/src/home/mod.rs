//! Where streams are at home, and what was imported.
//!
//! A stream is at home in the store where a command began it; it is written there, and nowhere else. An imported stream
//! is a replica: it can only be read here, and continues with imports from the same source. A chain proves that its
//! events follow from each other, but not who wrote them, so the host decides whether to trust an import, and every
//! import is on record in the store's one stream of imports.

mod event;
mod state;
mod terms;

pub use event::{Brought, BundleImported, Event, Home};
pub use state::{Homes, KnownOf, Replica};
pub use terms::Terms;
