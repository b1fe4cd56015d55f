//! Every grant and restriction.

use super::column::columns;
use super::{Progress, Read, TableOptions, of_processes};
use interlink::check::ProcessView;
use interlink::governance::{Holder, Permission};
use interlink::kernel::{Error, Moment};
use interlink::types::{ItemId, PersonId, Timestamp, Window};

columns!("Every role granted and every restriction placed, past, present and future." {
    process: Word "The process.",
    grant_id: Text "The grant or restriction.",
    kind: Word "grant or restriction.",
    item: Word "The item to which it applies, with everything below; null for the whole process.",
    person_id: Word "The holder, by pseudonym; null for a team.",
    team_id: Word "The team that holds it; null for a person.",
    role_key: Word "The role granted; null for a restriction.",
    permissions: Words "The permissions taken away; null for a role, whose permissions are in the governance model.",
    organisation_id: Word "The organisation in whose name the role is held: it is suspended while the holder does not belong there.",
    valid_from: Moment "From when.",
    valid_until: Moment "Its planned end; null if it has none.",
    ended: Moment "When it was ended earlier.",
    recorded: Moment "When it was recorded. It has no effect before.",
    recorded_by: Word "Who granted or placed it, by pseudonym.",
    holds: Flag "Whether it is valid at the moment asked about, apart from memberships.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let take = |rows: &mut Rows, view: &ProcessView| rows.take(view, options);
    Ok(of_processes(engine, options, progress, take)?.map(Rows::finish))
}

/// The common fields of grants and restrictions.
struct Common<'g> {
    item: Option<ItemId>,
    holder: &'g Holder,
    window: Window,
    ended: Option<Timestamp>,
    recorded: Timestamp,
    by: PersonId,
    holds: bool,
}

impl Rows {
    fn take(&mut self, view: &ProcessView, options: &TableOptions) {
        let (process, rules) = (view.process().id(), view.process().governance());
        for grant in rules.grants() {
            self.process.put_id(&process);
            self.grant_id.put(Some(&grant.id.to_string()));
            self.kind.put("grant");
            self.role_key.put_id(&grant.role);
            self.permissions.put([""; 0]);
            self.organisation_id.maybe_id(grant.organisation_id.as_ref());
            self.common(&Common {
                item: grant.item,
                holder: &grant.holder,
                window: grant.window,
                ended: grant.ended,
                recorded: grant.granted_at,
                by: grant.granted_by,
                holds: grant.holds_at(options.at),
            });
        }
        for restriction in rules.restrictions() {
            self.process.put_id(&process);
            self.grant_id.put(Some(&restriction.id.to_string()));
            self.kind.put("restriction");
            self.role_key.none();
            self.permissions.put(restriction.permissions.iter().map(Permission::as_str));
            self.organisation_id.none();
            self.common(&Common {
                item: restriction.item,
                holder: &restriction.holder,
                window: restriction.window,
                ended: restriction.ended,
                recorded: restriction.placed_at,
                by: restriction.placed_by,
                holds: restriction.holds_at(options.at),
            });
        }
    }

    fn common(&mut self, common: &Common<'_>) {
        self.item.maybe_id(common.item.as_ref());
        match common.holder {
            Holder::Person(person) => {
                self.person_id.put_id(person);
                self.team_id.none();
            }
            Holder::Team { team_id: team, .. } => {
                self.person_id.none();
                self.team_id.put_id(team);
            }
        }
        self.valid_from.put(Some(common.window.from()));
        self.valid_until.put(common.window.until());
        self.ended.put(common.ended);
        self.recorded.put(Some(common.recorded));
        self.recorded_by.put_id(&common.by);
        self.holds.put(common.holds);
    }
}
