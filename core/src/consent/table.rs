//! Last steps by person and purpose, laid out for millions of them.
//!
//! The steps are stored in the order in which they came, in pieces that never move: nothing is copied when the table
//! grows, and no space is wasted. An index with half of each hash gives the place of each step: open addressing, eight
//! buckets to a cache line and at most half of them taken, so that a look-up costs one line of the index and the step
//! itself, and rarely another. Nothing is ever removed.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;

use super::step::Step;
use crate::types::PersonId;

/// The last step of a person about a purpose.
#[derive(Debug, Clone, Copy)]
pub(super) struct Last {
    pub(super) person: PersonId,
    pub(super) step: Step,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bucket {
    hash: u32,
    at: u32,
}

/// An empty bucket; there cannot be that many steps.
const EMPTY: Bucket = Bucket { hash: u32::MAX, at: u32::MAX };

/// How many steps one piece holds: enough for the system to give it large pages, whose addresses are found sooner. Few
/// in tests, so that tests fill them.
const PIECE: usize = if cfg!(test) { 64 } else { 1 << 16 };

/// The last steps of everybody.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    /// A power of two of them, or none.
    buckets: Vec<Bucket>,
    /// All but the last piece are full.
    pieces: Vec<Vec<Last>>,
    hasher: DefaultHashBuilder,
}

impl Table {
    fn hash(&self, person: PersonId, purpose: u32) -> u32 {
        (self.hasher.hash_one((person, purpose)) >> 32) as u32
    }

    /// The buckets that can hold a hash: one after another, from its own on, until an empty one.
    fn way(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.buckets.len().wrapping_sub(1);
        (0..self.buckets.len()).map(move |step| (hash as usize).wrapping_add(step) & mask)
    }

    fn step(&self, at: u32) -> Option<&Last> {
        self.pieces.get(at as usize / PIECE)?.get(at as usize % PIECE)
    }

    fn place(&self, hash: u32, person: PersonId, purpose: u32) -> Option<u32> {
        for slot in self.way(hash).map_while(|at| self.buckets.get(at)) {
            if *slot == EMPTY {
                return None;
            }
            let is = |last: &Last| last.step.purpose == purpose && last.person == person;
            if slot.hash == hash && self.step(slot.at).is_some_and(is) {
                return Some(slot.at);
            }
        }
        None
    }

    pub(super) fn find(&self, person: PersonId, purpose: u32) -> Option<&Last> {
        self.step(self.place(self.hash(person, purpose), person, purpose)?)
    }

    /// Puts a step in place of the one before it.
    pub(super) fn put(&mut self, person: PersonId, step: Step) {
        let hash = self.hash(person, step.purpose);
        if let Some(at) = self.place(hash, person, step.purpose).map(|at| at as usize) {
            let before = self.pieces.get_mut(at / PIECE).and_then(|piece| piece.get_mut(at % PIECE));
            before.into_iter().for_each(|last| last.step = step);
            return;
        }
        // Four billion steps would need 240 GiB before this could be reached.
        let Some(at) = u32::try_from(self.len()).ok().filter(|at| *at < EMPTY.at) else { return };
        if self.len() * 2 >= self.buckets.len() {
            self.grow();
        }
        self.index(Bucket { hash, at });
        let last = Last { person, step };
        match self.pieces.last_mut().filter(|piece| piece.len() < PIECE) {
            Some(piece) => piece.push(last),
            None => self.pieces.push(self.piece_with(last)),
        }
    }

    /// A new piece. A register of one process holds few steps, so the first piece is no larger than necessary.
    fn piece_with(&self, last: Last) -> Vec<Last> {
        let mut piece = Vec::with_capacity(if self.pieces.is_empty() { 1 } else { PIECE });
        piece.push(last);
        piece
    }

    fn index(&mut self, slot: Bucket) {
        for at in self.way(slot.hash) {
            if let Some(free) = self.buckets.get_mut(at).filter(|free| **free == EMPTY) {
                *free = slot;
                return;
            }
        }
    }

    /// Doubles the buckets. The steps stay in place and are not read.
    fn grow(&mut self) {
        let wider = vec![EMPTY; (self.buckets.len() * 2).max(16)];
        for slot in std::mem::replace(&mut self.buckets, wider) {
            if slot != EMPTY {
                self.index(slot);
            }
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Last> {
        self.pieces.iter().flatten()
    }

    pub(super) fn len(&self) -> usize {
        self.pieces.last().map_or(0, |last| (self.pieces.len() - 1) * PIECE + last.len())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;
    use crate::consent::fact::Fact;
    use crate::consent::{Event, ObjectionRaised};
    use crate::types::Timestamp;

    fn step(purpose: u32, seq: u32) -> Step {
        let event = Event::ObjectionRaised(ObjectionRaised {
            by: crate::consent::Expressed::DataSubject,
            grounds: None,
            noted: None,
            relied_on: Vec::new(),
            organisation_id: crate::types::OrganisationId::from_bytes([0; 16]),
            purpose: "p".parse().unwrap(),
        });
        let fact = Fact::of(&event).unwrap();
        let mut step = Step::after(None, Timestamp::MIN, seq, &fact).unwrap();
        step.purpose = purpose;
        step
    }

    proptest! {
        /// The table says what a map says.
        #[test]
        fn it_is_a_map(puts in prop::collection::vec((0_u8..40, 0_u32..500), 0..14_000)) {
            let (mut table, mut map) = (Table::default(), HashMap::new());
            for (seq, (person, purpose)) in (0_u32..).zip(puts) {
                let person = PersonId::from_bytes([person; 16]);
                table.put(person, step(purpose, seq));
                map.insert((person, purpose), seq);
            }
            prop_assert_eq!(table.len(), map.len());
            prop_assert_eq!(table.iter().count(), map.len());
            for ((person, purpose), seq) in map {
                prop_assert_eq!(table.find(person, purpose).map(|last| last.step.seq), Some(seq));
            }
            prop_assert!(table.find(PersonId::from_bytes([50; 16]), 0).is_none());
        }
    }
}
