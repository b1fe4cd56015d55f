//! The C interface of [`interlink`]: what `include/interlink.h` declares.
//!
//! Nothing is decided here. A function reads its arguments, calls the library, and writes the result; a panic is caught
//! before it leaves the function. The header is generated from these declarations, so their comments are written for
//! readers of C.
#![expect(unsafe_code, reason = "C passes pointers; each block says why it may dereference them")]
#![expect(clippy::doc_markdown, reason = "the comments are copied to the C header, which has no Markdown")]

mod check;
mod engine;
mod result;
mod store;
mod text;

pub use check::{InterlinkConsentQuestion, InterlinkQuestion, interlink_check, interlink_check_consent};
#[cfg(feature = "panic-test")]
pub use engine::interlink_panic;
pub use engine::{
    INTERLINK_ABI_VERSION, InterlinkEngine, interlink_abi_version, interlink_backup, interlink_close,
    interlink_dry_run, interlink_execute, interlink_execute_many, interlink_export, interlink_export_for,
    interlink_import, interlink_open, interlink_open_store, interlink_request, interlink_version,
};
pub use result::{InterlinkResult, InterlinkStatus, interlink_result_free};
pub use store::{
    InterlinkAnswer, InterlinkBasisParty, InterlinkBasisStream, InterlinkBatch, InterlinkCommand,
    InterlinkDisclosed, InterlinkDocument, InterlinkEntry, InterlinkEvent, InterlinkParty,
    InterlinkPartyKind, InterlinkSnapshot, InterlinkStore, InterlinkStoreOpener, InterlinkStoreStatus,
    InterlinkVaultKind, InterlinkVaultWrite, interlink_conformance, interlink_give_bytes,
    interlink_give_command, interlink_give_entry, interlink_give_event, interlink_give_head,
    interlink_give_number, interlink_give_party, interlink_give_snapshot, interlink_say,
};
pub use text::InterlinkBytes;
