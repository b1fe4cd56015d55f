//! Whom the last changes of the register were about, so that what was made of it for some people stands while others speak.

use std::collections::VecDeque;

use crate::types::{OrganisationId, PersonId};

/// How many changes are kept: 24 KB. Who has not looked for longer looks at everything anew.
const KEPT: usize = 1024;

/// What a change of the register was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// What somebody said, or what is on record of them.
    Person(PersonId),
    /// The notices of an organisation.
    Notices(OrganisationId),
}

/// The last changes, counted from the first.
#[derive(Debug, Clone, Default)]
pub(super) struct Recent {
    changes: VecDeque<About>,
    /// How many there ever were: the register's revision.
    revision: u64,
}

impl Recent {
    pub(super) fn note(&mut self, about: About) {
        self.revision += 1;
        self.changes.push_back(about);
        if self.changes.len() > KEPT {
            self.changes.pop_front();
        }
    }

    pub(super) const fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether any change after a revision is one of these. What is no longer kept may have been.
    pub(super) fn any_since(&self, revision: u64, concerns: impl Fn(About) -> bool) -> bool {
        let Some(new) = self.revision.checked_sub(revision) else { return true };
        let new = usize::try_from(new).unwrap_or(usize::MAX);
        new > self.changes.len() || self.changes.iter().rev().take(new).any(|about| concerns(*about))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(n: u8) -> About {
        About::Person(PersonId::from_bytes([n; 16]))
    }

    #[test]
    fn a_change_is_known_as_long_as_it_is_kept() {
        let mut recent = Recent::default();
        recent.note(person(1));
        let seen = recent.revision();
        assert!(!recent.any_since(seen, |_| true));
        recent.note(person(2));
        assert!(recent.any_since(seen, |about| about == person(2)));
        assert!(!recent.any_since(seen, |about| about == person(1)));
        (0..KEPT).for_each(|_| recent.note(person(3)));
        assert!(recent.any_since(seen, |_| false), "what was forgotten may concern anybody");
        assert!(!recent.any_since(recent.revision() - 1, |_| false));
        // A revision that was never reached is of another register.
        assert!(recent.any_since(recent.revision() + 1, |_| false));
    }
}
