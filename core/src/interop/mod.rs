//! Formats of other systems, one module each.
//!
//! Reading never follows, fetches or runs anything that a file names: links stay data. Data that the model cannot
//! represent is carried and written back.

#[cfg(feature = "archive")]
pub(crate) mod archive;
#[cfg(feature = "interop")]
mod carry;
#[cfg(feature = "interop")]
pub mod cloudevents;
#[cfg(feature = "interop")]
pub mod interlink;
pub mod receipt;
