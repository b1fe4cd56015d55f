//! Deadlines of waits.

use std::time::{Duration, Instant};

/// The time until which a call waits for others to release a store. It goes with a command through everything that it
/// waits for, so that waits do not add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline(Option<Instant>);

impl Deadline {
    /// As long as it takes.
    pub const NEVER: Self = Self(None);

    /// A time from now; `None` for as long as it takes.
    #[must_use]
    pub fn after(patience: Option<Duration>) -> Self {
        // Without a wait no clock is read: the web has none.
        Self(patience.and_then(|patience| Instant::now().checked_add(patience)))
    }

    /// How much time is left; `None` for as much as it takes.
    #[must_use]
    pub fn left(self) -> Option<Duration> {
        self.0.map(|until| until.saturating_duration_since(Instant::now()))
    }

    /// Whether it has passed.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.left().is_some_and(|left| left.is_zero())
    }
}
