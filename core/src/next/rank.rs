//! The order of steps. It is data, not code: `ranking.json` lists the groups, the most urgent first, and the criteria
//! by which the steps of each are ordered.

use std::sync::LazyLock;

use crate::types::json::{Node, Readable};
use serde::Serialize;

use super::walk::Found;
use crate::types::json;

/// How many criteria a group may have.
const MOST: usize = 4;

/// The kind of a step; the groups come in the order of the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// A decision that others wait for.
    Decision,
    /// A legal obligation of a controller or an administrator.
    Duty,
    /// A late task that is assigned to the person and can be done now.
    Overdue,
    /// Any other act that is possible now.
    Possible,
    /// What the person is permitted to do but cannot do yet.
    Blocked,
    /// What a process lacks for work to go well.
    SetUp,
}

impl Group {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Decision, Self::Duty, Self::Overdue, Self::Possible, Self::Blocked, Self::SetUp];
}

/// A criterion by which the steps of a group are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Readable)]
#[serde(rename_all = "snake_case")]
enum Criterion {
    /// Steps that free more tasks come first.
    Frees,
    /// Steps that begin longer chains of work come first.
    Chain,
    /// Steps assigned to the person come first, then those assigned to a team of theirs.
    Asked,
    /// Late steps come first.
    Overdue,
    /// Steps due sooner come first; those without a date come last.
    Due,
    /// Steps that have waited longer come first; unknown times come last.
    Since,
}

#[derive(Debug, Readable)]
#[serde(deny_unknown_fields)]
struct Row {
    by: Vec<Criterion>,
    group: Group,
}

static RANKING: LazyLock<Vec<Row>> = LazyLock::new(|| {
    // A test validates it; an invalid one would leave the order of the walk.
    let node = Node::parse(include_bytes!("ranking.json"), json::MOST_BYTES);
    node.and_then(|node| node.read()).unwrap_or_default()
});

/// A step's rank: the lower, the sooner. Equal ones keep the order of the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    group: u8,
    by: [i64; MOST],
}

pub(crate) struct Ranking(&'static [Row]);

impl Ranking {
    pub(crate) fn shipped() -> Self {
        Self(&RANKING)
    }

    pub(crate) fn place(&self, found: &Found) -> Place {
        let row = (0_u8..).zip(self.0).find(|(_, row)| row.group == found.group);
        let (group, criteria) = row.map_or((u8::MAX, &[][..]), |(nth, row)| (nth, row.by.as_slice()));
        let mut by = [0; MOST];
        for (slot, criterion) in by.iter_mut().zip(criteria) {
            *slot = match criterion {
                Criterion::Frees => -i64::from(found.frees),
                Criterion::Chain => -i64::from(found.chain),
                Criterion::Asked => found.mine.map_or(2, |mine| i64::from(mine.team.is_some())),
                Criterion::Overdue => i64::from(!found.overdue),
                Criterion::Due => found.due.map_or(i64::MAX, |due| i64::from(due.days())),
                Criterion::Since => found.since.map_or(i64::MAX, crate::types::Timestamp::as_millis),
            };
        }
        Place { group, by }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ranking_has_every_group_once_and_no_more_criteria_than_are_compared() {
        let mut groups: Vec<Group> = RANKING.iter().map(|row| row.group).collect();
        groups.sort_unstable();
        assert_eq!(groups, Group::ALL);
        assert!(RANKING.iter().all(|row| row.by.len() <= MOST));
        let first = RANKING.first().unwrap();
        assert_eq!((first.group, first.by[0]), (Group::Decision, Criterion::Frees));
    }
}
