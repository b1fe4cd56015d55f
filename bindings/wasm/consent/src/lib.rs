//! [`interlink`] without processes for JavaScript: for pages that ask for consents and nothing else.
//!
//! Nothing is decided here. A function reads its arguments from JavaScript, calls the library, and returns the outcome.

mod engine;

pub use engine::Core;
