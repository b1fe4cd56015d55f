//! Every item of every process.

use hashbrown::HashMap;

use super::column::columns;
use super::envelope::take_apart;
use super::{Asked, Progress, Read, TableOptions, each};
use interlink::check::ProcessView;
use interlink::governance::Enforcement;
use interlink::kernel::{Error, Moment};
use interlink::process::{Ix, Status, Tree};
use interlink::types::{ItemId, Timestamp};
use interlink_values::json::{self, Raw};

columns!("Every item of every process, in its state at the time asked for, in reading order: each before its parts." {
    process: Word "The process.",
    process_name: Word "Its name.",
    closed: Moment "When the process was closed; null while it is open.",
    item: Word "The item.",
    parent: Word "Its parent; null for a phase.",
    kind: Word "phase, objective or task.",
    item_key: Word "Its key in the template; null if it was added by hand.",
    name: Word "Its name.",
    status: Word "awaiting, in_progress or finished; a parent's is derived from its parts.",
    progress: Percent "Its progress, in whole percent.",
    enabled: Flag "Whether neither it nor anything above it is disabled.",
    blocked: Flag "Whether an enforced prerequisite holds work back here.",
    waits_for: Words "The items of its unmet prerequisites, including those of its parents.",
    planned_start: Day "Its planned first day.",
    planned_end: Day "Its planned last day.",
    started: Moment "When work on it, or on anything in it, began for the first time.",
    finished: Moment "When it, or the last part of it, was finished; null while it is not.",
    claimed_started: Moment "When work on the task began, by the account of the system it was imported from; not a time of this record.",
    claimed_finished: Moment "When the task was finished, by that system's account.",
});

/// The times of work on something.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Times {
    pub(super) started: Option<Timestamp>,
    pub(super) finished: Option<Timestamp>,
}

impl Times {
    /// The times of every item, in the tree's order, from those of its tasks.
    fn of_all(tree: &Tree, tasks: &HashMap<ItemId, Self>) -> Vec<Self> {
        let mut times: Vec<Self> =
            tree.items().map(|item| tasks.get(&item.id()).copied().unwrap_or_default()).collect();
        // The parts are ready when their parent is processed.
        for ix in tree.top_down().into_iter().rev() {
            let of = times.get(ix.nth()).copied().unwrap_or_default();
            let above = tree.at(ix).parent.and_then(|above| times.get_mut(above.nth()));
            above.into_iter().for_each(|above| *above = above.and(of));
        }
        times
    }

    pub(super) fn and(self, part: Self) -> Self {
        Self {
            started: [self.started, part.started].into_iter().flatten().min(),
            finished: [self.finished, part.finished].into_iter().flatten().max(),
        }
    }
}

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let mut rows = Rows::default();
    let whole = each(&engine.processes(options)?, progress, |process| {
        if let Some(view) = engine.asked(process, options)? {
            rows.take(&view, &times(engine, &view)?.0, options);
        }
        Ok(())
    })?;
    Ok(whole.then(|| rows.finish()))
}

/// The item that was worked on, from the data of an event.
fn item(data: Raw<'_>) -> Result<ItemId, Error> {
    let item = json::read(data.0, |reader| {
        let mut fields = reader.part_of_object("item");
        let item = fields.get(reader);
        fields.end(reader);
        item
    });
    Ok(item?)
}

/// When each task of a process was worked on up to the given state, and when something was last recorded in it.
pub(super) fn times(
    engine: &Moment<'_>,
    view: &ProcessView,
) -> Result<(HashMap<ItemId, Times>, Option<Timestamp>), Error> {
    let (mut times, mut last) = (HashMap::<ItemId, Times>::new(), None);
    engine.each_stored(view.process().id().into(), &mut |stored| {
        if stored.seq > view.seq() {
            return Ok(());
        }
        last = Some(stored.at);
        let event = take_apart(stored)?;
        match event.r#type.as_ref() {
            "task.started" => {
                times.entry(item(event.data)?).or_default().started.get_or_insert(stored.at);
            }
            "task.completed" => {
                let of = times.entry(item(event.data)?).or_default();
                of.started.get_or_insert(stored.at);
                of.finished = Some(stored.at);
            }
            "task.reopened" => times.entry(item(event.data)?).or_default().finished = None,
            _ => {}
        }
        Ok(())
    })?;
    Ok((times, last))
}

impl Rows {
    fn take(&mut self, view: &ProcessView, tasks: &HashMap<ItemId, Times>, options: &TableOptions) {
        let (process, tree) = (view.process(), view.process().tree());
        let id = process.id().to_string();
        let name = options.read(process.name(), process.language());
        let (times, claimed) = (Times::of_all(tree, tasks), process.claimed_times());
        for ix in tree.top_down() {
            let item = tree.at(ix);
            let times = times.get(ix.nth()).copied().unwrap_or_default();
            self.process.put(&id);
            self.process_name.put(name);
            self.closed.put(process.closed());
            self.item.put_id(&item.id());
            self.parent.maybe_id(item.parent.map(|above| tree.at(above).id()).as_ref());
            self.kind.put_name(&item.kind());
            self.item_key.maybe_id(item.key());
            self.name.put(options.read(item.name(), process.language()));
            self.status.put_name(&item.status());
            self.progress.put(item.progress());
            self.enabled.put(item.enabled());
            self.blocked.put(view.unmet(ix, Enforcement::Enforced).next().is_some());
            self.waits_for.put(waits(view, ix));
            self.planned_start.put(item.plan().start);
            self.planned_end.put(item.plan().end);
            self.started.put(times.started);
            self.finished.put(times.finished.filter(|_| item.status() == Status::Finished));
            let (started, finished) = claimed.get(&item.id()).copied().unwrap_or_default();
            self.claimed_started.put(started);
            self.claimed_finished.put(finished);
        }
    }
}

/// The items that an item waits for, whether enforced or only warned of.
fn waits(view: &ProcessView, ix: Ix) -> Vec<String> {
    let kinds = [Enforcement::Enforced, Enforcement::Warned];
    kinds.into_iter().flat_map(|kind| view.unmet(ix, kind)).map(|unmet| unmet.on.to_string()).collect()
}
