//! Formats of others, one module each.
//!
//! Reading never follows, fetches or runs anything that a file names: links stay data.

pub mod interlink;
