//! The notices that an organisation has published.

use crate::types::Map;
use std::sync::Arc;

use super::{Event, Notice, Purpose};
use crate::kernel::{Document, Documents};
use crate::types::{DocumentId, Key, OrganisationId, Timestamp};

/// A notice that was published, and the time for which it is in force.
#[derive(Debug, Clone)]
pub struct Published {
    /// The notice.
    pub notice: Arc<Notice>,
    /// From when.
    pub from: Timestamp,
    /// Until when: until another version came, or it was ended.
    pub until: Option<Timestamp>,
}

impl Published {
    /// Whether it is in force at a moment.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    /// Under whose law it stands.
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

/// Every notice of an organisation, in the order in which they were published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notices {
    list: Vec<Published>,
    /// Where the last notice with a purpose stands.
    by_purpose: Map<Key, usize>,
}

impl Notices {
    /// Takes in one more event; `None` if the notice is not known.
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

    /// All of them, the earliest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Published> {
        self.list.iter()
    }

    /// Those in force at a moment.
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

    /// The organisations of the record that any notice ever named as gaining by it, besides the one that publishes them.
    pub(crate) fn partners(&self) -> impl Iterator<Item = OrganisationId> {
        self.list.iter().flat_map(|published| published.notice.partners())
    }

    /// A purpose as the last notice with it says, whether or not that is in force.
    #[must_use]
    pub fn purpose(&self, id: &Key) -> Option<(&Published, &Purpose)> {
        let published = self.list.get(*self.by_purpose.get(id)?)?;
        Some((published, published.notice.purpose(id)?))
    }
}
