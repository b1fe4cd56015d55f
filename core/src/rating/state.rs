//! The ratings of one thing as its stream has made them.

use hashbrown::HashMap;

use super::{Event, Rated, Stars};
use crate::types::PersonId;

/// Who said what of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    rated: Rated,
    by: HashMap<PersonId, Stars>,
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
            Event::RatingGiven(e) => drop(self.by.insert(actor, e.stars)),
            Event::RatingWithdrawn(_) => drop(self.by.remove(&actor)),
        }
        Some(())
    }

    /// What they are about.
    #[must_use]
    pub const fn rated(&self) -> &Rated {
        &self.rated
    }

    /// What a person says, if anything.
    #[must_use]
    pub fn of(&self, person: PersonId) -> Option<Stars> {
        self.by.get(&person).copied()
    }

    /// How many people gave 0, 1, … 5.
    #[must_use]
    pub fn counts(&self) -> [u64; 6] {
        let mut counts = [0; 6];
        for stars in self.by.values() {
            if let Some(count) = counts.get_mut(usize::from(stars.get())) {
                *count += 1;
            }
        }
        counts
    }
}
