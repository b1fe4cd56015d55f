//! Every process.

use hashbrown::HashMap;

use super::column::columns;
use super::items::{self, Times};
use super::{Asked, Progress, Read, TableOptions, each};
use interlink::check::ProcessView;
use interlink::governance::Enforcement;
use interlink::kernel::{Error, Moment};
use interlink::process::{ItemKind, Status};
use interlink::types::{Language, OrganisationId, Timestamp};

columns!("Every process, in its state at the time asked for." {
    process: Word "The process.",
    name: Word "Its name.",
    organisation_id: Word "The organisation in whose name it was created, if any.",
    organisation_name: Word "Its name.",
    template: Word "The template it uses, if any.",
    governance: Word "Its governance model.",
    status: Word "awaiting, in_progress or finished, derived from its phases.",
    progress: Percent "Its progress, in whole percent.",
    planned_start: Day "Its planned first day.",
    planned_end: Day "Its planned last day.",
    created: Moment "When it was created.",
    started: Moment "When work on any of its tasks began for the first time.",
    finished: Moment "When the last of its tasks was finished; null while one is not.",
    closed: Moment "When it was closed; null while it is open.",
    last: Moment "When something was last recorded in it.",
    tasks: Whole "The number of its tasks, without disabled ones.",
    finished_tasks: Whole "The number of finished tasks.",
    open_tasks: Whole "The number of unfinished tasks that nothing holds back.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let (mut rows, mut names) = (Rows::default(), Names::default());
    let whole = each(&engine.processes(options)?, progress, |process| {
        let Some(view) = engine.asked(process, options)? else { return Ok(()) };
        let (tasks, last) = items::times(engine, &view)?;
        let times = tasks.into_values().fold(Times::default(), Times::and);
        let organisation = match view.process().organisation() {
            Some(id) => name_of(engine, id, &mut names, options)?,
            None => None,
        };
        rows.take(&view, organisation, times, last, options);
        Ok(())
    })?;
    Ok(whole.then(|| rows.finish()))
}

/// The names of organisations; `None` for one that is not in this store.
type Names = HashMap<OrganisationId, Option<String>>;

fn name_of<'n>(
    engine: &Moment<'_>,
    id: OrganisationId,
    names: &'n mut Names,
    options: &TableOptions,
) -> Result<Option<&'n str>, Error> {
    if !names.contains_key(&id) {
        let name = match engine.organisation_asked(id, options) {
            Ok(found) => found.map(|found| options.read(&found.name, Language::english()).to_owned()),
            Err(Error::StreamUnknown(_)) => None,
            Err(error) => return Err(error),
        };
        names.insert(id, name);
    }
    Ok(names.get(&id).and_then(Option::as_deref))
}

impl Rows {
    fn take(
        &mut self,
        view: &ProcessView,
        organisation: Option<&str>,
        times: Times,
        last: Option<Timestamp>,
        options: &TableOptions,
    ) {
        let process = view.process();
        let tree = process.tree();
        let standing = tree.standing();
        let tasks =
            || tree.indices().filter(|ix| tree.at(*ix).kind() == ItemKind::Task && tree.at(*ix).enabled());
        let finished = tasks().filter(|ix| tree.at(*ix).status() == Status::Finished).count();
        let open = |ix: &_| {
            tree.at(*ix).status() != Status::Finished
                && view.unmet(*ix, Enforcement::Enforced).next().is_none()
        };
        self.process.put_id(&process.id());
        self.name.put(options.read(process.name(), process.language()));
        self.organisation_id.maybe_id(process.organisation().as_ref());
        self.organisation_name.maybe(organisation);
        self.template.maybe_id(process.template().map(|template| template.id()).as_ref());
        self.governance.put_id(&process.governance().model().id());
        self.status.put_name(&standing.status);
        self.progress.put(standing.progress);
        self.planned_start.put(tree.plan().start);
        self.planned_end.put(tree.plan().end);
        self.created.put(Some(process.created_at()));
        self.started.put(times.started);
        self.finished.put(times.finished.filter(|_| standing.status == Status::Finished));
        self.closed.put(process.closed());
        self.last.put(last);
        self.tasks.put(Some(tasks().count() as u64));
        self.finished_tasks.put(Some(finished as u64));
        self.open_tasks.put(Some(tasks().filter(open).count() as u64));
    }
}
