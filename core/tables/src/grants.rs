//! Every grant and restriction.

use super::column::columns;
use super::{Progress, Read, TableOptions, of_processes};
use interlink::check::ProcessView;
use interlink::governance::{Holder, Permission};
use interlink::kernel::{Error, Moment};
use interlink::types::{ItemId, PersonId, Timestamp, Window};

columns!("Every role that was given and every restriction that was placed, past, present and to come." {
    process: Word "The process.",
    grant_id: Text "The grant or restriction.",
    kind: Word "grant or restriction.",
    item: Word "The item that it holds on and below; nothing for the process as a whole.",
    person_id: Word "Who holds it, by pseudonym; nothing for a team.",
    team_id: Word "The team that holds it; nothing for a person.",
    role_key: Word "The role that was given; nothing for a restriction.",
    permissions: Words "What was taken; nothing for a role, whose permissions the governance model says.",
    organisation_id: Word "In the name of which organisation the role is held: it rests while its holder does not belong there.",
    valid_from: Moment "From when.",
    valid_until: Moment "Until when it was meant; nothing for an open end.",
    ended: Moment "When it was ended before that.",
    recorded: Moment "When it was recorded. It gives and takes nothing for the time before.",
    recorded_by: Word "Who gave or placed it, by pseudonym.",
    holds: Flag "Whether it holds at the moment that was asked about, memberships aside.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let take = |rows: &mut Rows, view: &ProcessView| rows.take(view, options);
    Ok(of_processes(engine, options, progress, take)?.map(Rows::finish))
}

/// What grants and restrictions have in common.
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
