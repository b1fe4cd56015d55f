//! A state together with the tip of its stream.

use super::{Event, Seq, StreamId};
use crate::types::{EventId, MandateId, OrganisationId, PersonId, ProcessId, RatingId, Timestamp};

/// The state of one stream at one `seq`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stream<T> {
    pub(crate) state: T,
    pub(crate) seq: Seq,
    /// The id of the event with this `seq`.
    pub(crate) last: EventId,
    /// When it happened.
    pub(crate) at: Timestamp,
}

impl<T> Stream<T> {
    pub(crate) const fn new(state: T, event: &Event) -> Self {
        Self { state, seq: event.head.seq, last: event.id, at: event.head.at }
    }

    /// The tip of the stream.
    pub(crate) const fn tip(&self) -> (Seq, EventId, Timestamp) {
        (self.seq, self.last, self.at)
    }

    /// Notes that one more event was applied.
    pub(crate) const fn advance(&mut self, event: &Event) {
        (self.seq, self.last, self.at) = (event.head.seq, event.id, event.head.at);
    }
}

/// How a stream is kept in memory, where it follows the feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// A person's consents, in the register.
    Will(PersonId),
    /// The record of imports.
    Homes,
    /// A mandate, in the register of mandates.
    Mandate(MandateId),
    /// An organisation, with its notices in the register.
    Organisation(OrganisationId),
    /// The person behind an id, and since when they were erased.
    Person(PersonId),
    /// A process, joined with its organisations.
    Process(ProcessId),
    /// The ratings of something.
    Rating(RatingId),
    /// Nothing: it is read each time.
    Nothing,
}

/// Whether a stream may be imported from another store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Travels {
    /// It may begin as a replica.
    Freely,
    /// It may, unless the person was introduced by another source.
    With(PersonId),
    /// Only if the host's terms say that its home is the source.
    OnTheHostsWord,
    /// Never, and why.
    Never(&'static str),
}

/// The handling of a stream in memory and between stores, by its name.
pub(crate) trait OfStream {
    /// How it is kept in memory.
    fn held(self) -> Held;

    /// Whether it may be imported from another store.
    fn travels(self) -> Travels;

    /// Whether this build was made without the blocks that write it.
    fn lacks_its_blocks(self) -> bool;
}

impl OfStream for StreamId {
    fn held(self) -> Held {
        match self {
            Self::Consent(id) => Held::Will(id),
            Self::Host => Held::Nothing,
            Self::Import => Held::Homes,
            Self::Mandate(id) => Held::Mandate(id),
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
            Self::Host => Travels::Never("a host's operators are recorded by that host alone"),
            Self::Import => Travels::Never("a record of imports belongs to its own store"),
            Self::Mandate(_) => Travels::Never("a mandate holds where it was granted"),
            Self::Organisation(_) | Self::Process(_) => Travels::Freely,
            Self::Rating(_) => Travels::OnTheHostsWord,
            #[cfg(toy)]
            Self::Toy(_) => Travels::Never("a toy stays where it is"),
        }
    }

    fn lacks_its_blocks(self) -> bool {
        match self {
            Self::Mandate(_) | Self::Process(_) | Self::Rating(_) => !cfg!(feature = "process"),
            Self::Consent(_) | Self::Host | Self::Import | Self::Organisation(_) | Self::Person(_) => false,
            #[cfg(toy)]
            Self::Toy(_) => false,
        }
    }
}
