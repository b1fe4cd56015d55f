//! Formats of other systems, one module each.
//!
//! Reading never follows, fetches or runs anything that a file names: links stay data. Data that the model cannot
//! represent is carried and written back.

#[cfg(feature = "archive")]
pub(crate) mod archive;
mod carry;
pub mod cloudevents;
pub mod interlink;
pub mod receipt;
