//! Builds states from events, one after another.

use super::Documents;
use crate::consent::{Mark, Register};
use crate::journal::{Event, EventData, Fault, FaultKind, Stream};
use crate::mandate::Mandates;
use crate::process::ApplyFault;
use crate::types::{Date, MandateId, PersonId};

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
