//! The host's own store: a struct of functions, and how the library uses it.

mod answer;
mod conformance;
mod host;
mod kinds;
mod reading;
mod table;
mod written;

pub use answer::{
    InterlinkAnswer, interlink_give_bytes, interlink_give_command, interlink_give_entry,
    interlink_give_event, interlink_give_head, interlink_give_number, interlink_give_party,
    interlink_give_snapshot, interlink_say,
};
pub use conformance::{InterlinkStoreOpener, interlink_conformance};
pub(crate) use host::HostStore;
pub use kinds::{
    InterlinkBasisParty, InterlinkBasisStream, InterlinkBatch, InterlinkCommand, InterlinkDisclosed,
    InterlinkDocument, InterlinkEntry, InterlinkEvent, InterlinkParty, InterlinkPartyKind, InterlinkSnapshot,
    InterlinkStoreStatus, InterlinkVaultKind, InterlinkVaultWrite,
};
pub use table::InterlinkStore;
