#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

#[macro_use]
mod blocks;

pub mod asset;
pub mod catalogue;
pub mod check;
pub mod consent;
pub mod governance;
pub mod home;
#[cfg(feature = "interop")]
pub mod interop;
pub mod journal;
pub mod kernel;
pub mod mandate;
pub mod messages;
pub mod next;
pub mod notice;
pub mod operator;
pub mod party;
pub mod person;
pub mod problem;
pub mod process;
pub mod rating;
pub mod redaction;
pub mod requirement;
#[cfg(feature = "json-schema")]
pub mod schema;
#[cfg(toy)]
pub mod toy;
pub mod types;
pub mod vault;
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
