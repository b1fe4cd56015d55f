//! Every organisation.

use super::column::columns;
use super::{Progress, Read, TableOptions, of_organisations};
use interlink::kernel::{Error, Moment};
use interlink::party::Organisation;
use interlink::types::Language;

columns!("Every organisation, in its state at the time asked for." {
    organisation_id: Word "The organisation.",
    name: Word "Its name, in the language asked for, or else in another.",
    kind: Word "Its stakeholder kind.",
    verified: Moment "When an operator verified its kind and its entry in a register; null if nobody did.",
    register: Word "The public register in which it is entered.",
    register_number: Text "Its number there.",
    team_creation: Word "Who may create teams in it: anyone, members or administrators.",
    administrators: Whole "The number of its administrators.",
    members: Whole "The number of its members at the moment asked about.",
    teams: Whole "The number of its teams.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let take = |rows: &mut Rows, organisation: &Organisation| rows.take(organisation, options);
    Ok(of_organisations(engine, options, progress, take)?.map(Rows::finish))
}

impl Rows {
    fn take(&mut self, organisation: &Organisation, options: &TableOptions) {
        let verified = organisation.verified.as_deref();
        self.organisation_id.put_id(&organisation.id);
        self.name.put(options.read(&organisation.name, Language::english()));
        self.kind.put_name(&organisation.kind);
        self.verified.put(verified.map(|verified| verified.at));
        self.register.maybe_id(verified.map(|verified| &verified.register.register));
        self.register_number.put(verified.map(|verified| verified.register.number.as_str()));
        self.team_creation.put_name(&organisation.team_creation);
        self.administrators.put(Some(organisation.administrators().count() as u64));
        self.members.put(Some(organisation.member_count(options.at) as u64));
        self.teams.put(Some(organisation.teams().count() as u64));
    }
}
