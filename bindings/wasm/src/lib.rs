//! [`interlink`] for JavaScript: the few functions that the npm package calls.
//!
//! Nothing is decided here. A function reads its arguments from JavaScript, calls the library, and returns the outcome;
//! the layer above, in `js/`, adds names and types.

mod ask;
mod documents;
mod engine;
mod rows;
mod tab;

pub use engine::Core;
pub use tab::{Clock, Tab, Write};
