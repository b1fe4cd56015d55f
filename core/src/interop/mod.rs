//! Formats of others, one module each.
//!
//! Reading never follows, fetches or runs anything that a file names: links stay data. What a format has and
//! the model has not is carried and written back.

#[cfg(feature = "archive")]
pub(crate) mod archive;
mod carry;
pub mod cloudevents;
pub mod interlink;
pub mod receipt;
