//! In place of `in_process.rs` in a build without processes.

use super::Document;
use crate::types::DocumentId;
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

/// No document comes with such a build.
pub(super) const fn shipped(_: DocumentId) -> Option<Document> {
    None
}
