//! Every assignment.

use super::column::columns;
use super::{Progress, Read, TableOptions, of_processes};
use interlink::check::ProcessView;
use interlink::governance::Holder;
use interlink::kernel::{Error, Moment};

columns!("Every assignment ever made, in its state at the time asked for." {
    process: Word "The process.",
    assignment: Text "The assignment.",
    item: Word "The task.",
    asset: Word "The asset, if any.",
    person_id: Word "The assignee, by pseudonym; null for a team.",
    team_id: Word "The assigned team; null for a person.",
    assigned: Moment "When.",
    assigned_by: Word "Who asked, by pseudonym.",
    withdrawn: Moment "When it was withdrawn.",
    completed: Moment "When it was done.",
    completed_by: Word "Who said that it was done, by pseudonym.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    Ok(of_processes(engine, options, progress, Rows::take)?.map(Rows::finish))
}

impl Rows {
    fn take(&mut self, view: &ProcessView) {
        for assignment in view.process().work().assignments() {
            self.process.put_id(&view.process().id());
            self.assignment.put(Some(&assignment.id.to_string()));
            self.item.put_id(&assignment.item);
            self.asset.maybe_id(assignment.asset.as_ref());
            match &assignment.holder {
                Holder::Person(person) => {
                    self.person_id.put_id(person);
                    self.team_id.none();
                }
                Holder::Team { team_id: team, .. } => {
                    self.person_id.none();
                    self.team_id.put_id(team);
                }
            }
            self.assigned.put(Some(assignment.at));
            self.assigned_by.put_id(&assignment.by);
            self.withdrawn.put(assignment.withdrawn);
            self.completed.put(assignment.completed);
            self.completed_by.maybe_id(assignment.completed_by.as_ref());
        }
    }
}
