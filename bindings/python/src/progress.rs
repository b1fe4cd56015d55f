//! Long work says how far it is.

use std::time::{Duration, Instant};

/// What is told how far long work has come.
#[uniffi::export(with_foreign)]
pub trait Progress: Send + Sync + std::fmt::Debug {
    /// What was done, and of how many. A no stops it.
    fn on(&self, done: u64, of: u64) -> bool;
}

/// How often somebody is told at most, unless that takes too long: calling Python costs more than a row.
const STEPS: u64 = 200;
/// How long nobody is told at most, where the work gets on at all: whoever wants it to end waits no longer.
const SILENCE: Duration = Duration::from_millis(100);

/// Tells about a two hundredth at a time, ten times a second where that takes longer, and at the end.
pub(crate) fn told(progress: Option<&dyn Progress>) -> impl FnMut(u64, u64) -> bool {
    let (mut next, mut last) = (0, Instant::now());
    move |done, of| {
        if done < next && done < of && last.elapsed() < SILENCE {
            return true;
        }
        next = done.saturating_add(of / STEPS).saturating_add(1);
        let on = progress.is_none_or(|progress| progress.on(done, of));
        last = Instant::now();
        on
    }
}
