//! [`interlink::kernel::Checker`] for JavaScript: for pages that only need to know who may do what.
//!
//! Nothing is decided here.

#[path = "../../src/ask.rs"]
mod ask;
mod engine;

pub use engine::Core;
