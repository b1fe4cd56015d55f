//! [`interlink::kernel::Checker`] for JavaScript: what a page loads that only has to know who may do what.
//!
//! Nothing is decided here.

#[path = "../../src/ask.rs"]
mod ask;
mod engine;

pub use engine::Core;
