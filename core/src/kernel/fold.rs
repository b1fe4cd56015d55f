//! States from events, one event after another.

use super::Documents;
use crate::consent::{Mark, Register};
use crate::journal::{Event, EventData, Fault, FaultKind, Stream};
use crate::process::ApplyFault;
use crate::types::{Date, PersonId};

/// What the events of one stream make. A block with a stream of its own participations here how that begins and how it goes on.
///
/// A state is made of the events as they stand, so a redaction changes nothing in it: whoever holds one that was made before
/// makes it anew.
pub(crate) trait State: Sized {
    /// What the name of its stream participations.
    type Id: Copy;

    /// What the first event of a stream makes.
    fn begin(id: Self::Id, event: &Event, documents: &dyn Documents) -> Result<Self, ApplyFault>;

    /// Takes in one more event.
    fn follow(&mut self, event: &Event, documents: &dyn Documents) -> Result<(), ApplyFault>;
}

impl<T: State> Stream<T> {
    /// The stream that an event begins.
    pub(super) fn begin(id: T::Id, event: &Event, documents: &dyn Documents) -> Result<Self, Fault> {
        let state = T::begin(id, event, documents).map_err(|fault| replay_fault(event, &fault))?;
        Ok(Self::new(state, event))
    }

    /// Takes in one more event. If it cannot follow, the stream is not what it was, and is read anew.
    pub(super) fn follow(&mut self, event: &Event, documents: &dyn Documents) -> Result<(), Fault> {
        self.state.follow(event, documents).map_err(|fault| replay_fault(event, &fault))?;
        self.advance(event);
        Ok(())
    }

    /// Takes one more event into what there is of a stream; it begins the stream if that is nothing.
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

/// Takes what a person said into a register.
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
