//! Reports the progress of long work.

use std::time::{Duration, Instant};

/// Receives the progress of long work.
#[uniffi::export(with_foreign)]
pub trait Progress: Send + Sync + std::fmt::Debug {
    /// The amount done and the total. Returning false stops the work.
    fn on(&self, done: u64, of: u64) -> bool;
}

/// The most reports, unless that takes too long: a call to Python costs more than a row.
const STEPS: u64 = 200;
/// The longest time without a report, so that an interrupt takes effect soon.
const SILENCE: Duration = Duration::from_millis(100);

/// Reports every two hundredth of the work, at least ten times a second, and at the end.
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
