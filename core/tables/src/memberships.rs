//! Memberships, past and present.

use super::column::columns;
use super::{Progress, Read, TableOptions, of_organisations};
use interlink::kernel::{Error, Moment};
use interlink::party::{Organisation, Span, Team};
use interlink::types::{OrganisationId, PersonId};

columns!("Every membership of an organisation or a team, past, present and future." {
    organisation_id: Word "The organisation.",
    team_id: Word "The team; null for the organisation itself.",
    person_id: Word "Who, by pseudonym.",
    membership: Word "administrator, member or team_member.",
    valid_from: Moment "From when.",
    valid_until: Moment "Its planned end; null if it has none.",
    ended: Moment "When it was ended earlier.",
    recorded: Moment "When it was recorded. It has no effect before.",
    recorded_by: Word "Who recorded it, by pseudonym.",
    holds: Flag "Whether it is valid at the moment asked about.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let take = |rows: &mut Rows, organisation: &Organisation| rows.take(organisation, options);
    Ok(of_organisations(engine, options, progress, take)?.map(Rows::finish))
}

/// A membership's organisation or team, and its kind.
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
