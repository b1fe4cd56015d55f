//! The notices that an organisation has published.

use crate::types::Map;
use std::sync::Arc;

use super::{Event, Notice, Purpose};
use crate::kernel::{Document, Documents};
use crate::types::{DocumentId, Key, OrganisationId, Timestamp};

/// A published notice, and the time for which it is in force.
#[derive(Debug, Clone)]
pub struct Published {
    /// The notice.
    pub notice: Arc<Notice>,
    /// When it came into force.
    pub from: Timestamp,
    /// When it ceased to be in force: another version was published, or it was withdrawn.
    pub until: Option<Timestamp>,
}

impl Published {
    /// Whether it is in force at a moment.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    /// The country whose law applies.
    pub(crate) fn jurisdiction(&self) -> crate::types::Country {
        self.notice.document().jurisdiction
    }
}

impl PartialEq for Published {
    fn eq(&self, other: &Self) -> bool {
        (self.notice.id(), self.from, self.until) == (other.notice.id(), other.from, other.until)
    }
}

impl Eq for Published {}

/// All notices of an organisation, in the order in which they were published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notices {
    list: Vec<Published>,
    /// The position of the last notice with a purpose.
    by_purpose: Map<Key, usize>,
}

impl Notices {
    /// Applies the next event; `None` if the notice is not known.
    pub(crate) fn apply(&mut self, at: Timestamp, event: &Event, documents: &dyn Documents) -> Option<()> {
        match event {
            Event::NoticePublished(e) => {
                let Some(Document::Notice(notice)) = documents.document(e.notice) else { return None };
                self.end(&notice.document().id, at);
                let place = self.list.len();
                for purpose in &notice.document().purposes {
                    self.by_purpose.insert(purpose.id.clone(), place);
                }
                self.list.push(Published { notice, from: at, until: None });
            }
            Event::NoticeWithdrawn(e) => self.end(&e.notice, at),
        }
        Some(())
    }

    fn end(&mut self, notice: &Key, at: Timestamp) {
        let last = self.list.iter_mut().rev().find(|published| published.notice.document().id == *notice);
        if let Some(published) = last.filter(|published| published.until.is_none()) {
            published.until = Some(at);
        }
    }

    /// All notices, the earliest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Published> {
        self.list.iter()
    }

    /// The notices in force at a moment.
    pub fn in_force(&self, at: Timestamp) -> impl Iterator<Item = &Published> {
        self.list.iter().filter(move |published| published.holds_at(at))
    }

    /// The last version of a notice.
    #[must_use]
    pub fn last(&self, notice: &Key) -> Option<&Published> {
        self.list.iter().rev().find(|published| published.notice.document().id == *notice)
    }

    /// A notice by its content.
    #[must_use]
    pub fn by_id(&self, id: DocumentId) -> Option<&Published> {
        self.list.iter().rev().find(|published| published.notice.id() == id)
    }

    /// The organisations on record that any notice ever named as benefiting, besides the publisher.
    pub(crate) fn partners(&self) -> impl Iterator<Item = OrganisationId> {
        self.list.iter().flat_map(|published| published.notice.partners())
    }

    /// A purpose as the last notice with it describes it, whether or not that is in force.
    #[must_use]
    pub fn purpose(&self, id: &Key) -> Option<(&Published, &Purpose)> {
        let published = self.list.get(*self.by_purpose.get(id)?)?;
        Some((published, published.notice.purpose(id)?))
    }
}
