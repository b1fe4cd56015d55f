//! Documents as they are written.

use std::sync::Arc;

use serde::Serialize;

use super::{DocumentId, json};

/// The canonical JSON of a document, and the id that follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) id: DocumentId,
    pub(crate) bytes: Arc<[u8]>,
}

impl Written {
    /// Writes a document.
    pub(crate) fn of(document: &impl Serialize) -> Self {
        Self::before(json::text(document).as_bytes())
    }

    /// What was written before, and kept.
    pub(crate) fn before(bytes: &[u8]) -> Self {
        Self { id: DocumentId::of(bytes), bytes: bytes.into() }
    }
}
