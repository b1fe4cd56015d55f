//! A state together with how far its stream has come.

use super::{Event, Seq, StreamId};
use crate::types::{EventId, OrganisationId, PersonId, ProcessId, RatingId, Timestamp};

/// The state of one stream at one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stream<T> {
    pub(crate) state: T,
    pub(crate) seq: Seq,
    /// The id of the event that made this version.
    pub(crate) last: EventId,
    /// When it happened.
    pub(crate) at: Timestamp,
}

impl<T> Stream<T> {
    pub(crate) const fn new(state: T, event: &Event) -> Self {
        Self { state, seq: event.head.seq, last: event.id, at: event.head.at }
    }

    /// How far it has come.
    pub(crate) const fn tip(&self) -> (Seq, EventId, Timestamp) {
        (self.seq, self.last, self.at)
    }

    /// Notes that one more event was taken in.
    pub(crate) const fn advance(&mut self, event: &Event) {
        (self.seq, self.last, self.at) = (event.head.seq, event.id, event.head.at);
    }
}

/// What of a stream is held in memory, and so follows the feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// What somebody wants, in the register of everybody.
    Will(PersonId),
    /// What came from elsewhere.
    Homes,
    /// An organisation, with its notices in the register.
    Organisation(OrganisationId),
    /// Whom an id means, and since when she was erased.
    Person(PersonId),
    /// A process, joined with its organisations.
    Process(ProcessId),
    /// The ratings of something.
    Rating(RatingId),
    /// Nothing: it is read each time.
    Nothing,
}

/// Whether a stream comes in from another store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Travels {
    /// It may begin as a replica.
    Freely,
    /// It may, unless its source is not the one that made her known.
    With(PersonId),
    /// Only where the host says that it is at home where it comes from.
    OnTheHostsWord,
    /// Never, and why.
    Never(&'static str),
}

/// What a stream does in memory and between stores, by its name.
pub(crate) trait OfStream {
    /// What of it is held in memory.
    fn held(self) -> Held;

    /// Whether it comes in from another store.
    fn travels(self) -> Travels;
}

impl OfStream for StreamId {
    fn held(self) -> Held {
        match self {
            Self::Consent(id) => Held::Will(id),
            Self::Host => Held::Nothing,
            Self::Import => Held::Homes,
            Self::Organisation(id) => Held::Organisation(id),
            Self::Person(id) => Held::Person(id),
            Self::Process(id) => Held::Process(id),
            Self::Rating(id) => Held::Rating(id),
            #[cfg(toy)]
            Self::Toy(_) => Held::Nothing,
        }
    }

    fn travels(self) -> Travels {
        match self {
            Self::Consent(id) | Self::Person(id) => Travels::With(id),
            Self::Host => Travels::Never("who speaks for a host is said by that host alone"),
            Self::Import => Travels::Never("what a store took in is of nobody else"),
            Self::Organisation(_) | Self::Process(_) => Travels::Freely,
            Self::Rating(_) => Travels::OnTheHostsWord,
            #[cfg(toy)]
            Self::Toy(_) => Travels::Never("a toy stays where it is"),
        }
    }
}
