//! The documents that were read once.

use crate::types::{Map, Set};
use std::sync::{PoisonError, RwLock};

use super::Engine;
use crate::governance::{GovernanceModel, Shipped};
use crate::journal::{Store, StoreError};
use crate::kernel::{Document, Documents};
use crate::types::DocumentId;

/// Documents that were read once.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    documents: RwLock<Map<DocumentId, Document>>,
    /// Those that the store is known to hold.
    stored: RwLock<Set<DocumentId>>,
}

impl Shelf {
    pub(super) fn keep(&self, document: Document) -> DocumentId {
        let id = document.id();
        self.documents.write().unwrap_or_else(PoisonError::into_inner).insert(id, document);
        self.stored.write().unwrap_or_else(PoisonError::into_inner).insert(id);
        id
    }

    pub(super) fn is_stored(&self, id: DocumentId) -> bool {
        self.stored.read().unwrap_or_else(PoisonError::into_inner).contains(&id)
    }

    pub(super) fn over<'a>(&'a self, engine: &'a Engine) -> Library<'a> {
        Library { shelf: self, store: &*engine.store }
    }
}

/// Documents by look-up: on the shelf, in the store, or shipped.
pub(super) struct Library<'a> {
    shelf: &'a Shelf,
    store: &'a dyn Store,
}

impl Documents for Library<'_> {
    fn document(&self, id: DocumentId) -> Option<Document> {
        let on_shelf = self.shelf.documents.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        if on_shelf.is_some() {
            return on_shelf;
        }
        // A store that fails here is a document that is missing; the caller says so, with its id.
        let stored: Result<_, StoreError> = self.store.document(id);
        if let Ok(Some(bytes)) = stored {
            let document = Document::kept(&bytes).ok().filter(|document| document.id() == id)?;
            self.shelf.keep(document.clone());
            return Some(document);
        }
        Shipped::ALL
            .map(GovernanceModel::shipped)
            .into_iter()
            .find(|model| model.id() == id)
            .map(Document::from)
    }
}
