//! How often something is tried again after others were faster.

use crate::journal::Deadline;

/// The most tries if no deadline ends them.
const MOST: u32 = 10_000;
/// From this try on there is a pause before the next, so that competing writers get out of step.
const AT_ONCE: u32 = 3;
/// From this try on, it counts as many.
const MANY: u32 = 8;

/// Counts tries.
#[derive(Debug)]
pub(super) struct Tries {
    deadline: Deadline,
    nth: u32,
}

impl Tries {
    pub(super) const fn new(deadline: Deadline) -> Self {
        Self { deadline, nth: 0 }
    }

    /// Whether there have been many tries.
    pub(super) const fn is_many(&self) -> bool {
        self.nth >= MANY
    }

    /// Whether to try again; waits a little first, except the first time.
    pub(super) fn again(&mut self) -> bool {
        self.nth = self.nth.saturating_add(1);
        if self.nth >= MOST || self.deadline.is_over() {
            return false;
        }
        if self.nth > AT_ONCE {
            pause(self.nth);
        }
        true
    }
}

/// Waits between zero and two milliseconds, longer after more tries.
#[cfg(not(target_family = "wasm"))]
fn pause(nth: u32) {
    use std::hash::{BuildHasher, RandomState};
    let most = u64::from(nth).saturating_mul(100).min(2_000);
    let micros = RandomState::new().hash_one(nth) % most;
    std::thread::sleep(std::time::Duration::from_micros(micros));
}

/// A page has one thread, so there is nobody to race with.
#[cfg(target_family = "wasm")]
const fn pause(_: u32) {}
