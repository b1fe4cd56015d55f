//! A person as her stream has made her.

use super::{Event, RightRequest};
use crate::types::{PersonId, RightRequestId, Timestamp};

/// What is on record about one person alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Her pseudonym.
    pub id: PersonId,
    /// When she was erased.
    pub erased: Option<Timestamp>,
    /// What she asked of controllers, in order.
    pub requests: Vec<RightRequest>,
}

impl Person {
    pub(crate) const fn new(id: PersonId) -> Self {
        Self { id, erased: None, requests: Vec::new() }
    }

    /// Takes in one more event.
    pub(crate) fn apply(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::PersonErased(_) => self.erased = Some(at),
            Event::RightRequested(e) => self.requests.push(RightRequest {
                id: e.request,
                organisation: e.organisation,
                right: e.right,
                received: at,
                extended: None,
                answered: None,
            }),
            Event::RightExtended(e) => self.request(e.request, |request| request.extended = Some(at)),
            Event::RightAnswered(e) => {
                self.request(e.request, |request| request.answered = Some((at, e.outcome)));
            }
        }
    }

    fn request(&mut self, id: RightRequestId, change: impl FnOnce(&mut RightRequest)) {
        self.requests.iter_mut().find(|request| request.id == id).map(change);
    }
}
