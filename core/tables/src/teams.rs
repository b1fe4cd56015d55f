//! Every team.

use super::column::columns;
use super::{Progress, Read, TableOptions, of_organisations};
use interlink::kernel::{Error, Moment};
use interlink::party::{Organisation, Team};
use interlink::types::{Language, OrganisationId};

columns!("Every team, in its state at the time asked for." {
    team_id: Word "The team.",
    organisation_id: Word "Its organisation.",
    name: Word "Its name, in the language asked for, or else in another.",
    kind: Word "Its stakeholder kind.",
    led_by: Word "Its leader, by pseudonym.",
    closed: Moment "When it was closed; null while it is open.",
    members: Whole "The number of its members at the moment asked about.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let take =
        |rows: &mut Rows, of: &Organisation| of.teams().for_each(|team| rows.take(of.id, team, options));
    Ok(of_organisations(engine, options, progress, take)?.map(Rows::finish))
}

impl Rows {
    fn take(&mut self, organisation: OrganisationId, team: &Team, options: &TableOptions) {
        self.team_id.put_id(&team.id);
        self.organisation_id.put_id(&organisation);
        self.name.put(options.read(&team.name, Language::english()));
        self.kind.put_name(&team.kind);
        self.led_by.put_id(&team.lead);
        self.closed.put(team.closed);
        self.members.put(Some(team.member_count(options.at) as u64));
    }
}
