//! The ratings of one thing as its stream has made them.

use crate::journal::{Event as Recorded, EventData};
use crate::kernel::{Documents, State};
use crate::process::ApplyFault;
use crate::types::{Commitment, PersonId, RatingId};
use hashbrown::HashMap;

use super::{Event, Rated, Stars};

/// What one person participations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Said {
    stars: Stars,
    /// Why: a commitment to a text in the vault.
    text: Option<Commitment>,
}

/// Who said what of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    rated: Rated,
    by: HashMap<PersonId, Said>,
}

impl Ratings {
    /// Nothing said yet.
    #[must_use]
    pub fn new(rated: Rated) -> Self {
        Self { rated, by: HashMap::new() }
    }

    /// Takes in one more event; `None` if it is about something else.
    pub(crate) fn apply(&mut self, actor: PersonId, event: &Event) -> Option<()> {
        if *event.rated() != self.rated {
            return None;
        }
        match event {
            Event::RatingGiven(e) => drop(self.by.insert(actor, Said { stars: e.stars, text: e.text })),
            Event::RatingWithdrawn(_) => drop(self.by.remove(&actor)),
        }
        Some(())
    }

    /// What they are about.
    #[must_use]
    pub const fn rated(&self) -> &Rated {
        &self.rated
    }

    /// What a person participations, if anything.
    #[must_use]
    pub fn of(&self, person: PersonId) -> Option<Stars> {
        self.by.get(&person).map(|said| said.stars)
    }

    /// The words in which a person participations why, if she does.
    pub(crate) fn words_of(&self, person: PersonId) -> Option<Commitment> {
        self.by.get(&person)?.text
    }

    /// What people say in words, with their stars; in an order that participations nothing about who said it, or when.
    pub(crate) fn words(&self) -> Vec<(Stars, Commitment)> {
        let mut words: Vec<_> = self.by.values().filter_map(|said| Some((said.stars, said.text?))).collect();
        words.sort_by_key(|(_, text)| *text);
        words
    }

    /// How many people gave 0, 1, … 5.
    #[must_use]
    pub fn counts(&self) -> [u64; 6] {
        let mut counts = [0; 6];
        for said in self.by.values() {
            if let Some(count) = counts.get_mut(usize::from(said.stars.get())) {
                *count += 1;
            }
        }
        counts
    }
}

impl State for Ratings {
    type Id = RatingId;

    fn begin(id: RatingId, event: &Recorded, documents: &dyn Documents) -> Result<Self, ApplyFault> {
        let EventData::Rating(data) = &event.data else { return Err(ApplyFault::Stream) };
        // The stream's name follows from what it is about.
        if data.rated().id() != id {
            return Err(ApplyFault::Creation);
        }
        let mut ratings = Self::new(data.rated().clone());
        ratings.follow(event, documents).map(|()| ratings)
    }

    fn follow(&mut self, event: &Recorded, _: &dyn Documents) -> Result<(), ApplyFault> {
        let EventData::Rating(data) = &event.data else { return Err(ApplyFault::Stream) };
        self.apply(event.head.actor, data).ok_or(ApplyFault::Stream)
    }
}
