//! The cache of documents.

use std::sync::PoisonError;

use hashbrown::{HashMap, HashSet};

use super::Moment;
use crate::journal::Reading;
use crate::kernel::in_process::shipped;
use crate::kernel::{Document, Documents};
use crate::types::DocumentId;
use interlink_record::locks::RwLock;

/// Documents already read.
#[derive(Debug, Default)]
pub(super) struct DocumentCache {
    documents: RwLock<HashMap<DocumentId, Document>>,
    /// Documents that the store is known to hold.
    stored: RwLock<HashSet<DocumentId>>,
}

impl DocumentCache {
    pub(super) fn keep(&self, document: Document) -> DocumentId {
        let id = document.id();
        self.documents.write().unwrap_or_else(PoisonError::into_inner).insert(id, document);
        self.stored.write().unwrap_or_else(PoisonError::into_inner).insert(id);
        id
    }

    /// Forgets documents that were redacted.
    pub(super) fn forget(&self, redacted: &[(DocumentId, DocumentId)]) {
        if redacted.is_empty() {
            return;
        }
        let mut documents = self.documents.write().unwrap_or_else(PoisonError::into_inner);
        redacted.iter().for_each(|(id, _)| drop(documents.remove(id)));
    }

    pub(super) fn is_stored(&self, id: DocumentId) -> bool {
        self.stored.read().unwrap_or_else(PoisonError::into_inner).contains(&id)
    }

    /// The cached documents, and the others as a moment finds them in the store.
    pub(super) fn at<'a>(&'a self, moment: &'a dyn Bytes) -> DocumentLookup<'a> {
        DocumentLookup { document_cache: self, from: From::Moment(moment) }
    }

    /// The cached documents, and the others as they are in a reading.
    pub(super) fn over<'a>(&'a self, reading: &'a dyn Reading) -> DocumentLookup<'a> {
        DocumentLookup { document_cache: self, from: From::Reading(reading) }
    }

    /// The cached documents only, for code that must not call the store.
    pub(super) fn alone(&self) -> DocumentLookup<'_> {
        DocumentLookup { document_cache: self, from: From::Nowhere }
    }
}

/// Document look-up: in the cache, in the store, or among those shipped.
pub(super) struct DocumentLookup<'a> {
    document_cache: &'a DocumentCache,
    from: From<'a>,
}

/// A source of document bytes.
pub(super) trait Bytes {
    fn bytes(&self, id: DocumentId) -> Option<Vec<u8>>;
}

impl Bytes for Moment<'_> {
    fn bytes(&self, id: DocumentId) -> Option<Vec<u8>> {
        self.reading().ok()?.document(id).ok().flatten()
    }
}

/// Where a document is looked for that is not in the cache. Documents change only by redaction, so the time of reading
/// does not matter.
enum From<'a> {
    Moment(&'a dyn Bytes),
    Reading(&'a dyn Reading),
    Nowhere,
}

impl From<'_> {
    /// A failing store is a missing document here; the caller reports it with its id.
    fn document(&self, id: DocumentId) -> Option<Vec<u8>> {
        match self {
            Self::Moment(moment) => moment.bytes(id),
            Self::Reading(reading) => reading.document(id).ok().flatten(),
            Self::Nowhere => None,
        }
    }
}

impl Documents for DocumentLookup<'_> {
    fn document(&self, id: DocumentId) -> Option<Document> {
        let on_shelf =
            self.document_cache.documents.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        if on_shelf.is_some() {
            return on_shelf;
        }
        if let Some(bytes) = self.from.document(id) {
            let document = Document::kept(&bytes).ok().filter(|document| document.id() == id)?;
            self.document_cache.keep(document.clone());
            return Some(document);
        }
        shipped(id)
    }
}
