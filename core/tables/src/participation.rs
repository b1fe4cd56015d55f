//! Participation, counted so that no person can be identified.

use std::collections::BTreeMap;

use hashbrown::HashSet;

use super::column::columns;
use super::{Asked, Progress, Read, TableOptions, counted, each};
use interlink::kernel::{Error, Moment};
use interlink::party::StakeholderKind;
use interlink::types::{Date, PersonId, ProcessId};
use interlink::work::{Contribution, ContributionStatus};

columns!("The number of people with contributions that were neither withdrawn nor returned, per month and stakeholder \
    kind. A group smaller than the smallest one asked for (five by default) is listed without its number." {
    month: Day "The first day of the month, in UTC, in which the contributions were claimed.",
    stakeholder_kind: Word "The stakeholder kind.",
    people: Whole "The number of people; null for a group that is too small.",
    contributions: Whole "The number of contributions; null for a group that is too small.",
    processes: Whole "The number of processes; null for a group that is too small.",
});

/// The participants of one month and kind.
#[derive(Debug, Default)]
struct Group {
    people: HashSet<PersonId>,
    processes: HashSet<ProcessId>,
    contributions: u64,
}

/// Whether a contribution was neither withdrawn nor returned.
const fn stands(contribution: &&Contribution) -> bool {
    matches!(contribution.status, ContributionStatus::Claimed | ContributionStatus::Accepted { .. })
}

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let mut groups: BTreeMap<(Date, StakeholderKind), Group> = BTreeMap::new();
    // Always of all processes: a number suppressed for one could be computed from the others.
    let all = TableOptions { process: None, ..*options };
    let whole = each(&engine.processes(&all)?, progress, |process| {
        for contribution in engine.process(process)?.process().work().contributions().filter(stands) {
            let month = contribution.at.date().first_of_month();
            let group = groups.entry((month, contribution.stakeholder_kind)).or_default();
            group.people.insert(contribution.by);
            group.processes.insert(process);
            group.contributions = group.contributions.saturating_add(1);
        }
        Ok(())
    })?;
    let mut rows = Rows::default();
    for ((month, stakeholder_kind), group) in groups {
        rows.put(month, stakeholder_kind, &group, options);
    }
    Ok(whole.then(|| rows.finish()))
}

impl Rows {
    fn put(&mut self, month: Date, stakeholder_kind: StakeholderKind, group: &Group, options: &TableOptions) {
        let people = group.people.len() as u64;
        self.month.put(Some(month));
        self.stakeholder_kind.put_name(&stakeholder_kind);
        self.people.put(counted(people, people, options));
        self.contributions.put(counted(group.contributions, people, options));
        self.processes.put(counted(group.processes.len() as u64, people, options));
    }
}
