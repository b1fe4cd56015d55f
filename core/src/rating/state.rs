//! The state of the ratings of one thing.

use crate::journal::{Event as Recorded, EventData};
use crate::kernel::ApplyFault;
use crate::kernel::{Documents, State};
use crate::types::{Commitment, PersonId, RatingId};
use hashbrown::HashMap;

use super::{Event, Rated, Stars};

/// The rating of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Said {
    stars: Stars,
    /// The reason: a commitment to a text in the vault.
    text: Option<Commitment>,
}

/// All ratings of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    rated: Rated,
    by: HashMap<PersonId, Said>,
}

impl Ratings {
    /// Without any ratings.
    #[must_use]
    pub fn new(rated: Rated) -> Self {
        Self { rated, by: HashMap::new() }
    }

    /// Applies the next event; `None` if it is about something else.
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

    /// What is rated.
    #[must_use]
    pub const fn rated(&self) -> &Rated {
        &self.rated
    }

    /// A person's rating, if there is one.
    #[must_use]
    pub fn of(&self, person: PersonId) -> Option<Stars> {
        self.by.get(&person).map(|said| said.stars)
    }

    /// The text of a person's rating, if there is one.
    pub(crate) fn words_of(&self, person: PersonId) -> Option<Commitment> {
        self.by.get(&person)?.text
    }

    /// The ratings with texts; in an order that does not reveal who wrote them, or when.
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
        // The stream's id is derived from what is rated.
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
