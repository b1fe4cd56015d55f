//! [`interlink`] for Python: the few functions that the wheel's Python calls.
//!
//! Nothing is decided here. Input is text or numbers, output is text or a table; the layer above, in
//! `python/interlink`, adds names and types.

mod bulk;
mod engine;
mod progress;

pub use engine::{
    Archive, Catalogue, Core, Options, Questioned, Refused, Simulation, Stream, Verdicts, Written,
    check_licence, tables,
};
pub use progress::Progress;

uniffi::setup_scaffolding!();
