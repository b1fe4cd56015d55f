//! The state of the host's stream: the operators of a store.

use super::Event;
use crate::journal::{Event as Recorded, EventData, Reliance, Seq};
use crate::kernel::ApplyFault;
use crate::kernel::{Documents, State};
use crate::types::{EventId, PersonId};

/// The operators of the store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Operators {
    people: Vec<PersonId>,
    /// The ids of the stream's events, in order: they tell acts of this host's operators from those of another host.
    events: Vec<EventId>,
}

impl Operators {
    /// Applies the next event.
    pub(crate) fn apply(&mut self, id: EventId, event: &Event) {
        self.events.push(id);
        match event {
            Event::OperatorAppointed(e) => self.people.push(e.person_id),
            Event::OperatorDismissed(e) => self.people.retain(|person| *person != e.person_id),
        }
    }

    /// Whether a person is an operator.
    #[must_use]
    pub fn has(&self, person: PersonId) -> bool {
        self.people.contains(&person)
    }

    /// The operators, in the order in which they were appointed.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.people.iter().copied()
    }

    /// Whether what a decision relied on is an event of this host.
    pub(crate) fn is_own(&self, reliance: &Reliance) -> bool {
        let Seq(seq) = reliance.seq;
        let nth = seq.checked_sub(1).and_then(|nth| usize::try_from(nth).ok());
        nth.and_then(|nth| self.events.get(nth)) == Some(&reliance.id)
    }
}

impl State for Operators {
    type Id = ();

    fn begin((): (), event: &Recorded, documents: &dyn Documents) -> Result<Self, ApplyFault> {
        let mut operators = Self::default();
        operators.follow(event, documents).map(|()| operators)
    }

    fn follow(&mut self, event: &Recorded, _: &dyn Documents) -> Result<(), ApplyFault> {
        let EventData::Operator(data) = &event.data else { return Err(ApplyFault::Stream) };
        self.apply(event.id, data);
        Ok(())
    }
}
