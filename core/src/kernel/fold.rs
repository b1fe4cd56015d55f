//! Builds states from events, one after another.

use super::Documents;
use crate::consent::{Mark, Register};
use crate::journal::{Event, EventData, Fault, FaultKind, Stream};
use crate::types::{Date, DocumentId, ItemId, PersonId};
#[cfg(feature = "process")]
use crate::{mandate::Mandates, types::MandateId};

/// An event that cannot be: it was not written by `decide`, or something is missing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ApplyFault {
    /// The stream does not begin with its creation, or is created twice.
    #[error("the stream is not created by its first event and by it alone")]
    Creation,
    /// An event names an unknown item.
    #[error("it names the item {0}, which does not exist")]
    Item(ItemId),
    /// A document is missing or of the wrong kind.
    #[error("the document {0} that it relies on is missing")]
    Document(DocumentId),
    /// An event names something else that does not exist.
    #[error("it names {0} that does not exist")]
    Unknown(&'static str),
    /// An event of another kind of stream.
    #[error("it belongs to another kind of stream")]
    Stream,
    /// A consent event cannot follow the earlier ones.
    #[error("it cannot follow the earlier events")]
    Said,
    /// The import does not fit.
    #[error("the import that it names does not fit")]
    Import,
    /// The new template does not fit.
    #[error("the template that it adopts does not fit")]
    Template,
}

/// The state that the events of one stream make. A block with its own stream defines here how that begins and
/// continues.
///
/// A state is built from the current content of events. A redaction rewrites content, so a state built before it must
/// be built again.
pub(crate) trait State: Sized {
    /// The id in the name of its stream.
    type Id: Copy;

    /// The state after the first event of a stream.
    fn begin(id: Self::Id, event: &Event, documents: &dyn Documents) -> Result<Self, ApplyFault>;

    /// Applies the next event.
    fn follow(&mut self, event: &Event, documents: &dyn Documents) -> Result<(), ApplyFault>;
}

impl<T: State> Stream<T> {
    /// The stream that an event begins.
    pub(super) fn begin(id: T::Id, event: &Event, documents: &dyn Documents) -> Result<Self, Fault> {
        let state = T::begin(id, event, documents).map_err(|fault| replay_fault(event, &fault))?;
        Ok(Self::new(state, event))
    }

    /// Applies the next event. If it cannot follow, the stream has changed and must be read again.
    pub(super) fn follow(&mut self, event: &Event, documents: &dyn Documents) -> Result<(), Fault> {
        self.state.follow(event, documents).map_err(|fault| replay_fault(event, &fault))?;
        self.advance(event);
        Ok(())
    }

    /// Applies an event to a stream; it begins the stream if there is none.
    pub(super) fn take_in(
        found: &mut Option<Self>,
        id: T::Id,
        event: &Event,
        documents: &dyn Documents,
    ) -> Result<(), Fault> {
        match found {
            Some(stream) => stream.follow(event, documents)?,
            None => *found = Some(Self::begin(id, event, documents)?),
        }
        Ok(())
    }
}

fn replay_fault(event: &Event, fault: &ApplyFault) -> Fault {
    Fault::new(event.head.stream, event.head.seq, FaultKind::Replay(fault.to_string()))
}

/// Applies an event of a mandate to the register of mandates.
#[cfg(feature = "process")]
pub(super) fn apply_mandate(
    mandates: &mut Mandates,
    id: MandateId,
    event: &Event,
    documents: &dyn Documents,
) -> Result<(), Fault> {
    mandates.take_in(id, event, documents).map_err(|fault| replay_fault(event, &fault))
}

/// Applies a person's consent event to a register.
pub(super) fn apply_consent(
    register: &mut Register,
    person: PersonId,
    event: &Event,
    date_of_birth: Option<Date>,
) -> Result<(), Fault> {
    let EventData::Consent(data) = &event.data else {
        return Err(replay_fault(event, &ApplyFault::Stream));
    };
    let mark = Mark { seq: event.head.seq, at: event.head.at, actor: event.head.actor };
    register.apply(person, mark, data, date_of_birth).ok_or_else(|| replay_fault(event, &ApplyFault::Said))
}
