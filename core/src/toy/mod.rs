//! A block that exists only in test builds (`--cfg toy`: `cargo xtask toy`, `cargo xtask model`). It shows what a block
//! with its own stream takes, and that the tables suffice for it to be asked, refused, recorded, verified and read
//! again.
//!
//! Its parts outside its folder are `cfg(toy)` there, and are the list for a similar block:
//!
//! 1. `lib.rs`: the folder;
//! 2. `blocks.rs`: a row for the block, a row for its stream;
//! 3. `record/src/stream.rs`: the name of its stream;
//! 4. `journal/stream.rs`: whether the stream leaves the store, and whether it is held in memory;
//! 5. `messages/slot.rs`: what its sentences name;
//! 6. `xtask/src/floors.rs`: its floor.
//!
//! A released block also has its own id in `values/src/hex.rs`, its codes in `values/src/code.rs`, and its sentences in
//! the message catalogues. `docs/architecture.md` has the lists for a command and a question.

#[cfg(test)]
mod tests;

use crate::journal::{Event as Recorded, EventData, Reliance, StreamId};
use crate::kernel::ApplyFault;
use crate::kernel::{
    Addressed, Asked, Context, Documents, Error, Given, Met, Moment, Needs, Place, Refused, Refuses, Said,
    State, tagged,
};
use crate::messages::Concern;
use crate::problem::Problem;
use crate::rating::RatingRefusal;
use crate::types::{Commitment, DocumentId, HostId, RatingId};
use interlink_derive::Refusal;

tagged! {
    /// The commands of the toy, all for a stream `toy/ID`.
    pub enum Command {
        /// Winds it up.
        "toy.wind" WindToy {
            /// By how much.
            pub turns: u64,
        }
    }
}

tagged! {
    /// The events of the toy.
    pub enum Event {
        /// The toy was wound up.
        "toy.wound" ToyWound {
            /// By how much.
            pub turns: u64,
        }
    }
}

/// A command of the toy was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum ToyRefusal {
    /// The spring is fully wound. Uses the refusal of another block, so that no message catalogue needs one for a toy.
    #[error(transparent)]
    Wound(RatingRefusal),
}

impl ToyRefusal {
    /// The path of the fault in the command.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Wound(_) => "/data/turns",
        }
    }
}

/// How far a toy is wound up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Toy {
    turns: u64,
}

impl State for Toy {
    type Id = RatingId;

    fn begin(_: RatingId, event: &Recorded, documents: &dyn Documents) -> Result<Self, ApplyFault> {
        let mut toy = Self::default();
        toy.follow(event, documents).map(|()| toy)
    }

    fn follow(&mut self, event: &Recorded, _: &dyn Documents) -> Result<(), ApplyFault> {
        let EventData::Toy(Event::ToyWound(e)) = &event.data else { return Err(ApplyFault::Stream) };
        self.turns += e.turns;
        Ok(())
    }
}

impl Command {
    /// Names nobody.
    pub(crate) const fn host_ids(&self, _: &mut dyn FnMut(&HostId)) {}
}

impl Asked for Command {
    fn creates(&self) -> bool {
        false
    }

    fn own_stream(&self, _: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(None)
    }

    fn needs<'a>(&'a self, _: &Met<'a>) -> Needs<'a> {
        match self {
            Self::WindToy(_) => Needs::default(),
        }
    }

    fn events(&self, _: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let wound = given.own(given.current.toy())?.map_or(0, |toy| toy.turns);
        let Self::WindToy(c) = self;
        match wound + c.turns {
            0..=10 => Ok(vec![Event::from(ToyWound { turns: c.turns }).into()]),
            _ => Err(ToyRefusal::Wound(RatingRefusal::Exists).into()),
        }
    }

    fn is_approvable(&self) -> bool {
        false
    }

    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Event {
    /// Reads no other stream.
    pub(crate) const fn relied_on(&self) -> &[Reliance] {
        &[]
    }
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Own { told: Some(Concern::Credited) }
    }

    fn documents(&self) -> Vec<DocumentId> {
        Vec::new()
    }

    fn brings(&self, _: Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}

impl Refuses for ToyRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        problem
    }
}

impl Moment<'_> {
    /// The question: how far a toy is wound up. Nothing of it is held in memory, so each answer is read from the store.
    fn turns(&self, id: RatingId) -> Result<Option<u64>, Error> {
        Ok(self.current(StreamId::Toy(id))?.toy().map(|toy| toy.state.turns))
    }
}
