//! One after another, for as long as somebody is ready to wait.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::Deadline;

/// A lock that is waited for until a deadline, which the standard library's is not.
#[derive(Debug, Default)]
pub(crate) struct Turn {
    taken: Mutex<bool>,
    given_back: Condvar,
}

/// Somebody's turn, until it is dropped.
#[derive(Debug)]
pub(crate) struct Held<'a>(&'a Turn);

impl Turn {
    /// Waits for a turn; `None` if the deadline passes first.
    pub(crate) fn take(&self, deadline: Deadline) -> Option<Held<'_>> {
        let mut taken = self.lock();
        while *taken {
            taken = match deadline.left() {
                None => self.given_back.wait(taken).unwrap_or_else(PoisonError::into_inner),
                Some(left) if left.is_zero() => return None,
                Some(left) => {
                    self.given_back.wait_timeout(taken, left).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
        *taken = true;
        Some(Held(self))
    }

    // Nothing between taking the lock and giving it back can panic.
    fn lock(&self) -> MutexGuard<'_, bool> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        *self.0.lock() = false;
        self.0.given_back.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn waits_do_not_add_up() {
        let turn = Turn::default();
        let held = turn.take(Deadline::NEVER);
        let began = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    assert!(turn.take(Deadline::after(Some(Duration::from_millis(100)))).is_none())
                });
            }
        });
        assert!(began.elapsed() < Duration::from_millis(350), "{:?}", began.elapsed());
        drop(held);
        assert!(turn.take(Deadline::after(Some(Duration::ZERO))).is_some());
    }
}
