//! Who belongs where, and did.

use super::column::columns;
use super::{Progress, Read, TableOptions, of_organisations};
use interlink::kernel::{Error, Moment};
use interlink::party::{Organisation, Span, Team};
use interlink::types::{OrganisationId, PersonId};

columns!("Every time of belonging to an organisation or a team, past, present and to come." {
    organisation_id: Word "The organisation.",
    team_id: Word "The team; nothing where it is the organisation itself.",
    person_id: Word "Who, by pseudonym.",
    membership: Word "administrator, member or team_member.",
    valid_from: Moment "From when.",
    valid_until: Moment "Until when it was meant; nothing for an open end.",
    ended: Moment "When it was ended before that.",
    recorded: Moment "When it was recorded. It gives nothing for the time before.",
    recorded_by: Word "Who recorded it, by pseudonym.",
    holds: Flag "Whether it holds at the moment that was asked about.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let take = |rows: &mut Rows, organisation: &Organisation| rows.take(organisation, options);
    Ok(of_organisations(engine, options, progress, take)?.map(Rows::finish))
}

/// Where somebody belongs, and as what.
#[derive(Clone, Copy)]
struct Place<'t> {
    organisation: OrganisationId,
    team: Option<&'t Team>,
    membership: &'static str,
}

impl Rows {
    fn take(&mut self, organisation: &Organisation, options: &TableOptions) {
        let place = Place { organisation: organisation.id, team: None, membership: "administrator" };
        let administrators = organisation.administration();
        administrators.for_each(|(person, span)| self.row(place, person, &span, options));
        let place = Place { membership: "member", ..place };
        organisation.members().for_each(|(person, span)| self.row(place, person, &span, options));
        for team in organisation.teams() {
            let place = Place { team: Some(team), membership: "team_member", ..place };
            team.members().for_each(|(person, span)| self.row(place, person, &span, options));
        }
    }

    fn row(&mut self, place: Place<'_>, person: PersonId, span: &Span, options: &TableOptions) {
        self.organisation_id.put_id(&place.organisation);
        self.team_id.maybe_id(place.team.map(|team| &team.id));
        self.person_id.put_id(&person);
        self.membership.put(place.membership);
        self.valid_from.put(Some(span.window.from()));
        self.valid_until.put(span.window.until());
        self.ended.put(span.ended);
        self.recorded.put(Some(span.recorded));
        self.recorded_by.put_id(&span.by);
        self.holds.put(span.holds_at(options.at));
    }
}
