//! A person as her stream has made her.

use super::Event;
use crate::types::{PersonId, Timestamp};

/// What is on record about one person alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Her pseudonym.
    pub id: PersonId,
    /// When she was erased.
    pub erased: Option<Timestamp>,
}

impl Person {
    pub(crate) const fn new(id: PersonId) -> Self {
        Self { id, erased: None }
    }

    /// Takes in one more event.
    pub(crate) const fn apply(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::PersonErased(_) => self.erased = Some(at),
        }
    }
}
