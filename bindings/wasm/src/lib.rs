//! [`interlink`] for JavaScript: the few functions that the npm package calls.
//!
//! Nothing is decided here. A function reads what JavaScript hands over, calls the library, and writes down what became
//! of it; the layer above, in `js/`, gives it names and types.

mod ask;
mod documents;
mod engine;
mod rows;
mod tab;

pub use engine::Core;
pub use tab::{Clock, Tab, Write};
