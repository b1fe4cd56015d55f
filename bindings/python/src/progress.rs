//! Long work says how far it is.

/// What is told how far long work has come.
#[uniffi::export(with_foreign)]
pub trait Progress: Send + Sync + std::fmt::Debug {
    /// What was done, and of how many. A no stops it.
    fn on(&self, done: u64, of: u64) -> bool;
}

/// How often somebody is told at most: calling Python costs more than a row.
const STEPS: u64 = 200;

/// Tells about a two hundredth at a time, and at the end.
pub(crate) fn told(progress: Option<&dyn Progress>) -> impl FnMut(u64, u64) -> bool {
    let mut next = 0;
    move |done, of| {
        if done < next && done < of {
            return true;
        }
        next = done.saturating_add(of / STEPS).saturating_add(1);
        progress.is_none_or(|progress| progress.on(done, of))
    }
}
