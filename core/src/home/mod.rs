//! Where streams are at home, and what came from elsewhere.
//!
//! A stream is at home in the store where a command began it; there it is written, and nowhere else. One that an import
//! brought is a replica: it is read here, and goes on with what comes from the same source. A chain proves that its events
//! follow from each other, not who wrote them, so what comes from elsewhere is taken on the word of the host, and every
//! import is on record in the store's one stream of imports.

mod event;
mod state;
mod terms;

pub use event::{Brought, BundleImported, Event, Home};
pub use state::{Homes, KnownOf, Replica};
pub use terms::Terms;
