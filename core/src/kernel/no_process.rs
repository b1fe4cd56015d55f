//! In place of `in_process.rs` in a build without processes.

use std::convert::Infallible;
use std::marker::PhantomData;

/// There is no event of a process.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfProcess<'a>(Infallible, PhantomData<&'a ()>);

impl OfProcess<'_> {
    /// Anything follows from it.
    pub(crate) fn never<T>(self) -> T {
        match self.0 {}
    }
}
