//! A fair lock with a deadline.

use std::collections::VecDeque;
use std::sync::PoisonError;

use super::Deadline;
use crate::locks::{Condvar, Mutex, MutexGuard};

/// A lock with a deadline, which the standard library's lacks, and which is given to the longest waiter: otherwise,
/// under many threads, one that releases it and takes it again could keep the others out.
#[derive(Debug, Default)]
pub struct Turn {
    queue: Mutex<Queue>,
    given_back: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    taken: bool,
    tickets: u64,
    waiting: VecDeque<u64>,
}

/// A turn, until it is dropped.
#[derive(Debug)]
pub struct TurnGuard<'a>(&'a Turn);

impl Turn {
    /// Waits for a turn; `None` if the deadline passes first.
    pub fn take(&self, deadline: Deadline) -> Option<TurnGuard<'_>> {
        let mut queue = self.lock();
        queue.tickets = queue.tickets.wrapping_add(1);
        let ticket = queue.tickets;
        queue.waiting.push_back(ticket);
        while queue.taken || queue.waiting.front() != Some(&ticket) {
            queue = match deadline.left() {
                None => self.given_back.wait(queue).unwrap_or_else(PoisonError::into_inner),
                Some(left) if left.is_zero() => {
                    queue.waiting.retain(|other| *other != ticket);
                    drop(queue);
                    // The next in the queue may be the first now.
                    self.given_back.notify_all();
                    return None;
                }
                Some(left) => {
                    self.given_back.wait_timeout(queue, left).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
        queue.waiting.pop_front();
        queue.taken = true;
        Some(TurnGuard(self))
    }

    // Nothing can panic while the lock is held.
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for TurnGuard<'_> {
    fn drop(&mut self) {
        let mut queue = self.0.lock();
        queue.taken = false;
        // Waking nobody is still a system call, and most commands are alone. A thread that joins the queue from here on
        // finds the turn released.
        let somebody_waits = !queue.waiting.is_empty();
        drop(queue);
        if somebody_waits {
            self.0.given_back.notify_all();
        }
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
                    assert!(turn.take(Deadline::after(Some(Duration::from_millis(100)))).is_none());
                });
            }
        });
        assert!(began.elapsed() < Duration::from_millis(350), "{:?}", began.elapsed());
        drop(held);
        assert!(turn.take(Deadline::after(Some(Duration::ZERO))).is_some());
    }

    #[test]
    fn who_waited_longest_is_next() {
        let (turn, order) = (Turn::default(), Mutex::new(Vec::new()));
        let held = turn.take(Deadline::NEVER);
        std::thread::scope(|scope| {
            for nth in 0..4_usize {
                let (turn, order) = (&turn, &order);
                scope.spawn(move || {
                    let _held = turn.take(Deadline::NEVER);
                    order.lock().unwrap().push(nth);
                });
                while turn.lock().waiting.len() <= nth {
                    std::thread::yield_now();
                }
            }
            drop(held);
        });
        assert_eq!(order.into_inner().unwrap(), [0, 1, 2, 3]);
    }
}
