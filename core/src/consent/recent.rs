//! What the last changes of the register concerned, so that results derived for some people stay valid while others
//! change.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use crate::types::{OrganisationId, PersonId};

/// How many changes are kept: some 20 KB. Whoever has not looked for longer must look at everything again.
const KEPT: usize = 1024;

/// What a change of the register concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// The consents and objections of a person, or what else is on record of them.
    Person(PersonId),
    /// The notices of an organisation.
    Notices(OrganisationId),
}

/// The last changes of one register, counted from the first.
#[derive(Debug, Default)]
pub(super) struct Recent {
    /// Tells this register from every other, once somebody follows it: one that is read again counts anew. Most
    /// registers are for one person and one answer, and nobody follows them.
    whose: OnceLock<Arc<()>>,
    changes: VecDeque<About>,
    /// The number of changes so far.
    count: u64,
}

/// A copy is followed separately.
impl Clone for Recent {
    fn clone(&self) -> Self {
        Self { whose: OnceLock::new(), changes: self.changes.clone(), count: self.count }
    }
}

/// A marker for the changes that somebody has followed.
#[derive(Debug)]
pub(crate) struct Followed {
    whose: Arc<()>,
    /// Increases under a lock that keeps the register unchanged, so all who move it move it to the same place.
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

    /// Whether none of the changes since the marker is one of these; if so, the marker moves up to here. A change that
    /// is no longer kept may be one of them, and so may anything in another register.
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
