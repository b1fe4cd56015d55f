//! Every contribution.

use super::column::columns;
use super::{Progress, Read, TableOptions, of_processes};
use interlink::check::ProcessView;
use interlink::kernel::{Error, Moment};
use interlink::types::Timestamp;
use interlink::work::{ContributionStatus, Level};

columns!("Every contribution ever claimed, in its state at the time asked for." {
    process: Word "The process.",
    contribution: Text "The contribution.",
    item: Word "Its task.",
    person_id: Word "The contributor, by pseudonym.",
    stakeholder_kind: Word "The stakeholder kind in which the person contributed.",
    organisation_id: Word "The organisation for which the person says they contributed.",
    team_id: Word "The team for which the person says they contributed.",
    kind: Word "development, exploitation or management.",
    status: Word "claimed, withdrawn, accepted or returned.",
    contribution_level: Word "Its level, if the reviewer gave one.",
    recorded_by: Word "Who recorded it, by pseudonym, if another person.",
    confirmed: Moment "When the contributor confirmed what another person recorded.",
    claimed: Moment "When it was claimed or recorded.",
    decided: Moment "When it was accepted, returned or withdrawn.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    Ok(of_processes(engine, options, progress, Rows::take)?.map(Rows::finish))
}

/// A status as a word, when it was reached, and the level that a reviewer gave.
const fn decided(status: &ContributionStatus) -> (&'static str, Option<Timestamp>, Option<Level>) {
    match status {
        ContributionStatus::Claimed => ("claimed", None, None),
        ContributionStatus::Withdrawn { at } => ("withdrawn", Some(*at), None),
        ContributionStatus::Accepted { at, level, .. } => ("accepted", Some(*at), *level),
        ContributionStatus::Returned { at, .. } => ("returned", Some(*at), None),
    }
}

impl Rows {
    fn take(&mut self, view: &ProcessView) {
        for contribution in view.process().work().contributions() {
            let (status, at, level) = decided(&contribution.status);
            self.process.put_id(&view.process().id());
            self.contribution.put(Some(&contribution.id.to_string()));
            self.item.put_id(&contribution.item);
            self.person_id.put_id(&contribution.by);
            self.stakeholder_kind.put_name(&contribution.stakeholder_kind);
            self.organisation_id.maybe_id(contribution.organisation_id.as_ref());
            self.team_id.maybe_id(contribution.team_id.as_ref());
            self.kind.put_name(&contribution.kind);
            self.status.put(status);
            self.contribution_level.maybe_name(level.as_ref());
            self.recorded_by.maybe_id(contribution.recorded_by.as_ref());
            self.confirmed.put(contribution.confirmed);
            self.claimed.put(Some(contribution.at));
            self.decided.put(at);
        }
    }
}
