//! Status and progress of items, and how a parent's are derived from its children.

use crate::types::json::Readable;
use serde::Serialize;

/// The status of an item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not begun.
    #[default]
    Awaiting,
    /// Begun and not finished.
    InProgress,
    /// Finished.
    Finished,
}

impl Status {
    /// Its name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Awaiting => "awaiting",
            Self::InProgress => "in_progress",
            Self::Finished => "finished",
        }
    }
}

interlink_values::words!(Status);

impl Status {
    /// Its name in an English sentence.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Awaiting => "awaiting",
            Self::InProgress => "in progress",
            Self::Finished => "finished",
        }
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.words())
    }
}

/// A status with its progress, in whole percent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// The status.
    pub status: Status,
    /// From 0 to 100.
    pub progress: u8,
}

impl Standing {
    /// The standing of a task: its progress is 0, 50 or 100.
    #[must_use]
    pub const fn of_task(status: Status) -> Self {
        let progress = match status {
            Status::Awaiting => 0,
            Status::InProgress => 50,
            Status::Finished => 100,
        };
        Self { status, progress }
    }

    /// The standing of a parent, from the statuses of its enabled children.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::process::status::{Standing, Status};
    /// let half = Standing::of_parent([Status::Finished, Status::InProgress, Status::Awaiting]);
    /// assert_eq!(half, Standing { status: Status::InProgress, progress: 50 });
    /// ```
    #[must_use]
    pub fn of_parent(children: impl IntoIterator<Item = Status>) -> Self {
        let (mut count, mut finished, mut in_progress) = (0_u64, 0_u64, 0_u64);
        for status in children {
            count += 1;
            match status {
                Status::Awaiting => {}
                Status::InProgress => in_progress += 1,
                Status::Finished => finished += 1,
            }
        }
        if count == 0 {
            return Self::default();
        }
        let status = if finished == count {
            Status::Finished
        } else if finished + in_progress == 0 {
            Status::Awaiting
        } else {
            Status::InProgress
        };
        // ⌊(finished + in_progress / 2) × 100 / count⌋, in whole numbers.
        let progress = (2 * finished + in_progress) * 50 / count;
        Self { status, progress: u8::try_from(progress).unwrap_or(100) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn statuses() -> impl Strategy<Value = Vec<Status>> {
        let one = prop_oneof![Just(Status::Awaiting), Just(Status::InProgress), Just(Status::Finished)];
        proptest::collection::vec(one, 0..40)
    }

    proptest! {
        /// The same rule, computed the slow way.
        #[test]
        fn a_parent_follows_from_its_children(children in statuses()) {
            let found = Standing::of_parent(children.iter().copied());
            let all = |wanted: Status| children.iter().all(|status| *status == wanted);
            let status = if children.is_empty() || all(Status::Awaiting) { Status::Awaiting }
                else if all(Status::Finished) { Status::Finished }
                else { Status::InProgress };
            prop_assert_eq!(found.status, status);
            let halves: usize = children.iter().map(|status| match status {
                Status::Awaiting => 0, Status::InProgress => 1, Status::Finished => 2,
            }).sum();
            // The largest whole percentage that is not more than what was done.
            let all = 2 * children.len();
            let progress = (0..=100).rev().find(|percent| percent * all <= halves * 100).filter(|_| all > 0);
            prop_assert_eq!(usize::from(found.progress), progress.unwrap_or(0));
        }
    }
}
