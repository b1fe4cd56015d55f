//! In place of `in_process.rs` in a build without processes.

use super::Document;
use super::block::Met;
use crate::notice::Notice;
use crate::types::{DocumentId, HostId};
use std::convert::Infallible;
use std::marker::PhantomData;
use std::sync::Arc;

/// There is no event of a process.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfProcess<'a>(Infallible, PhantomData<&'a ()>);

impl OfProcess<'_> {
    /// Anything follows from it.
    pub(crate) fn never<T>(self) -> T {
        match self.0 {}
    }
}

/// The mandates that a decision reads: none.
#[derive(Debug)]
pub(crate) struct MandatesNeeded;

impl MandatesNeeded {
    pub(crate) const fn between(_: &Met<'_>, _: &HostId, _: &HostId) -> Self {
        Self
    }
}

impl Document {
    /// The notice: there is no other kind.
    #[expect(clippy::unnecessary_wraps, reason = "with processes there are other kinds")]
    pub(crate) fn notice(self) -> Option<Arc<Notice>> {
        let Self::Notice(notice) = self;
        Some(notice)
    }
}

/// No document comes with such a build.
pub(super) const fn shipped(_: DocumentId) -> Option<Document> {
    None
}
