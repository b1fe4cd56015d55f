#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![cfg_attr(
    not(feature = "process"),
    expect(
        dead_code,
        unused_imports,
        reason = "what only blocks of processes call stays where it is, and is not linked"
    )
)]

#[macro_use]
mod blocks;

#[cfg(feature = "process")]
pub mod asset;
#[cfg(feature = "process")]
pub mod catalogue;
#[cfg(feature = "process")]
pub mod check;
#[cfg(not(feature = "process"))]
#[path = "check/no_process.rs"]
pub mod check;
pub mod consent;
#[cfg(feature = "process")]
pub mod governance;
pub mod home;
#[cfg(feature = "receipts")]
pub mod interop;
pub mod journal;
pub mod kernel;
#[cfg(feature = "process")]
pub mod mandate;
#[cfg(not(feature = "process"))]
#[path = "mandate/no_process.rs"]
pub mod mandate;
pub mod messages;
#[cfg(feature = "process")]
pub mod next;
pub mod notice;
pub mod operator;
pub mod party;
pub mod person;
pub mod problem;
#[cfg(feature = "process")]
pub mod process;
#[cfg(feature = "process")]
pub mod rating;
pub mod redaction;
#[cfg(feature = "process")]
pub mod requirement;
#[cfg(feature = "json-schema")]
pub mod schema;
#[cfg(toy)]
pub mod toy;
pub mod types;
pub mod vault;
#[cfg(feature = "process")]
pub mod work;

pub use kernel::{Command, Engine, Error, Rejection};

/// Every sentence of the library's refusals.
#[cfg(test)]
fn sentences() -> Vec<&'static interlink_values::wording::Sentence> {
    messages::sentences().collect()
}

/// The examples of the page about Rust are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../docs/rust.md")]
struct FromRust;

/// What the guide about stores shows as well.
#[cfg(doctest)]
#[doc = include_str!("../../docs/how-to/use-your-own-database.md")]
struct OwnDatabase;
