//! Whom the last changes of the register were about, so that what was made of it for some people stands while others speak.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use crate::types::{OrganisationId, PersonId};

/// How many changes are kept: some 20 KB. Who has not looked for longer looks at everything anew.
const KEPT: usize = 1024;

/// What a change of the register was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// What somebody said, or what is on record of them.
    Person(PersonId),
    /// The notices of an organisation.
    Notices(OrganisationId),
}

/// The last changes of one register, counted from its first.
#[derive(Debug, Default)]
pub(super) struct Recent {
    /// What tells this register from every other, once somebody follows it: one that is read again counts anew. Most registers
    /// are of one person for one answer, and nobody follows them.
    whose: OnceLock<Arc<()>>,
    changes: VecDeque<About>,
    /// How many there ever were.
    count: u64,
}

/// A copy goes its own way from here on.
impl Clone for Recent {
    fn clone(&self) -> Self {
        Self { whose: OnceLock::new(), changes: self.changes.clone(), count: self.count }
    }
}

/// Up to where somebody has followed the changes of a register.
#[derive(Debug)]
pub(crate) struct Followed {
    whose: Arc<()>,
    /// Goes up under a lock that keeps the register as it is, so all who move it move it to the same place.
    count: AtomicU64,
}

impl Recent {
    pub(super) fn note(&mut self, about: About) {
        self.count += 1;
        if self.changes.len() == KEPT {
            self.changes.pop_front();
        }
        self.changes.push_back(about);
    }

    pub(super) fn followed(&self) -> Followed {
        Followed {
            whose: Arc::clone(self.whose.get_or_init(Arc::default)),
            count: AtomicU64::new(self.count),
        }
    }

    /// Whether no change since somebody looked is one of these; then they have followed up to here. What is no longer kept may
    /// be one of them, and so may whatever another register went through.
    pub(super) fn leaves(&self, followed: &Followed, concerns: impl Fn(About) -> bool) -> bool {
        let seen = followed.count.load(Ordering::Relaxed);
        let is_own = self.whose.get().is_some_and(|whose| Arc::ptr_eq(whose, &followed.whose));
        let new = self.count.checked_sub(seen).filter(|_| is_own);
        let Some(new) = new.and_then(|new| usize::try_from(new).ok()) else { return false };
        let leaves =
            new <= self.changes.len() && !self.changes.iter().rev().take(new).any(|about| concerns(*about));
        if leaves {
            followed.count.fetch_max(self.count, Ordering::Relaxed);
        }
        leaves
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
        let followed = recent.followed();
        assert!(recent.leaves(&followed, |_| true));
        recent.note(person(2));
        assert!(!recent.leaves(&followed, |about| about == person(2)));
        assert!(recent.leaves(&followed, |about| about == person(1)));
        assert!(recent.leaves(&followed, |about| about == person(2)), "whoever followed has seen it");
        (0..=KEPT).for_each(|_| recent.note(person(3)));
        assert!(!recent.leaves(&followed, |_| false), "what was forgotten may concern anybody");
    }

    #[test]
    fn another_register_is_another_whatever_it_counts() {
        let (mut one, mut other) = (Recent::default(), Recent::default());
        one.note(person(1));
        other.note(person(1));
        assert!(!other.leaves(&one.followed(), |_| false));
        assert!(!one.clone().leaves(&one.followed(), |_| false));
    }
}
