//! The time at which an event counts as having happened.
//!
//! Hosts date their commands. One host's clock may be a few milliseconds behind another's, a third may be wrong by
//! years, and work is done offline and sent later. A stream's time moves forward nevertheless.

use std::time::Duration;

use super::Rejection;
use crate::types::Timestamp;

/// The store's clock, and how far ahead of it a command may be dated.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    pub(crate) now: Timestamp,
    pub(crate) skew: Duration,
}

impl Clock {
    fn latest(self) -> Timestamp {
        let skew = i64::try_from(self.skew.as_millis()).unwrap_or(i64::MAX);
        Timestamp::from_millis(self.now.as_millis().saturating_add(skew)).unwrap_or(Timestamp::MAX)
    }
}

/// The times of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct When {
    /// The time at which it counts as having happened.
    pub(crate) at: Timestamp,
    /// The time the command gives, if it differs.
    pub(crate) made_at: Option<Timestamp>,
    /// The stream's previous time, if that was in the future and this event corrects it.
    pub(crate) corrected_from: Option<Timestamp>,
}

impl When {
    /// The time at which the command was made, by its own account.
    pub(crate) fn made(self) -> Timestamp {
        self.made_at.unwrap_or(self.at)
    }
}

/// The time of a command with this date in a stream whose last event is at `last`: its own, but never before what has
/// happened already. If a wrong clock put the stream in the future of the store's clock, its time is corrected.
///
/// `read` are the times up to which the decision knows other streams: an earlier date does not evade what was recorded
/// there. A time in the future is ignored.
pub(crate) fn recorded(
    claimed: Timestamp,
    last: Option<Timestamp>,
    read: impl IntoIterator<Item = Timestamp>,
    clock: Option<Clock>,
) -> Result<When, Rejection> {
    let latest = clock.map(Clock::latest);
    if let (Some(clock), Some(latest)) = (clock, latest)
        && claimed > latest
    {
        return Err(Rejection::TimeAhead { at: claimed, now: clock.now });
    }
    let to_come = |at: Timestamp| latest.is_some_and(|latest| latest < at);
    let known = read.into_iter().filter(|at| !to_come(*at)).max();
    let corrected_from = last.filter(|last| to_come(*last));
    let last = last.filter(|last| !to_come(*last));
    let at = [last, known].into_iter().flatten().fold(claimed, Timestamp::max);
    Ok(When { at, made_at: (at != claimed).then_some(claimed), corrected_from })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(millis: i64) -> Timestamp {
        Timestamp::from_millis(millis).unwrap()
    }

    fn clock(now: i64) -> Option<Clock> {
        Some(Clock { now: time(now), skew: Duration::from_millis(10) })
    }

    #[test]
    fn a_streams_time_moves_forward_and_only_the_stores_clock_takes_it_back() {
        let when = |at, made_at: Option<i64>, from: Option<i64>| When {
            at: time(at),
            made_at: made_at.map(time),
            corrected_from: from.map(time),
        };
        for (claimed, last, clock, expected) in [
            (100, None, None, when(100, None, None)),
            (100, Some(100), None, when(100, None, None)),
            (99, Some(100), None, when(100, Some(99), None)),
            (99, Some(9_000), None, when(9_000, Some(99), None)),
            (99, Some(9_000), clock(8_990), when(9_000, Some(99), None)),
            (99, Some(9_000), clock(8_989), when(99, None, Some(9_000))),
            (110, Some(100), clock(100), when(110, None, None)),
        ] {
            assert_eq!(recorded(time(claimed), last.map(time), [], clock).unwrap(), expected);
        }
        let removed = [time(70), time(9_000)];
        let lifted = recorded(time(50), Some(time(60)), removed, clock(100)).unwrap();
        assert_eq!(
            lifted,
            when(70, Some(50), None),
            "not before what is known of other streams, nor in the future"
        );
        let refused = recorded(time(111), None, [], clock(100)).unwrap_err();
        assert_eq!(refused, Rejection::TimeAhead { at: time(111), now: time(100) });
    }
}
