//! [`interlink`] for Python: the few functions that the wheel's Python calls.
//!
//! Nothing is decided here. What comes in is text or numbers, what goes out is text or a table; the layer above, in
//! `python/interlink`, gives it names and types.

mod bulk;
mod engine;
mod progress;

pub use engine::{
    Archive, Catalogue, Core, Options, Questioned, Refused, Simulation, Stream, Verdicts, Written,
    check_licence, tables,
};
pub use progress::Progress;

uniffi::setup_scaffolding!();
