//! A state together with how far its stream has come.

use super::{Event, Version};
use crate::types::{EventId, Timestamp};

/// The state of one stream at one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stream<T> {
    pub(crate) state: T,
    pub(crate) version: Version,
    /// The id of the event that made this version.
    pub(crate) last: EventId,
    /// When it happened.
    pub(crate) at: Timestamp,
}

impl<T> Stream<T> {
    pub(crate) const fn new(state: T, event: &Event) -> Self {
        Self { state, version: event.head.seq, last: event.id, at: event.head.at }
    }

    /// How far it has come.
    pub(crate) const fn tip(&self) -> (Version, EventId, Timestamp) {
        (self.version, self.last, self.at)
    }

    /// Notes that one more event was taken in.
    pub(crate) const fn advance(&mut self, event: &Event) {
        (self.version, self.last, self.at) = (event.head.seq, event.id, event.head.at);
    }
}
