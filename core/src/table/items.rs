//! Every item of every process.

use hashbrown::HashMap;
use std::borrow::Cow;

use super::column::columns;
use super::{Progress, Read, TableOptions, each};
use crate::check::ProcessView;
use crate::governance::Enforcement;
use crate::journal::Stored;
use crate::kernel::{Engine, Error};
use crate::process::{Ix, Status, Tree};
use crate::types::json::{self, Raw, Reader};
use crate::types::{ItemId, Localized, ProcessId, Timestamp};

columns!("Every item of every process, as it stands, in the order in which it is shown: each before what lies in it." {
    process: Word "The process.",
    process_name: Word "Its name.",
    closed: Moment "When the process was closed; nothing while it is open.",
    item: Word "The item.",
    parent: Word "What it lies in; nothing for a phase.",
    kind: Word "phase, objective or task.",
    key: Word "Its key in the template; nothing if it was added by hand.",
    name: Word "Its name.",
    status: Word "awaiting, in_progress or finished; of what has parts, as they make it.",
    progress: Percent "How far it is, in whole percent.",
    enabled: Flag "Whether neither it nor anything above it is disabled.",
    blocked: Flag "Whether something enforced holds work back here.",
    waits_for: Words "The items that it waits for and that are not there yet, those of what it lies in among them.",
    planned_start: Day "The first day that it is planned for.",
    planned_end: Day "The last day that it is planned for.",
    started: Moment "When work on it, or on anything in it, began for the first time.",
    finished: Moment "When it, or the last part of it, was finished; nothing while it is not.",
});

/// When something was worked on.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Times {
    pub(super) started: Option<Timestamp>,
    pub(super) finished: Option<Timestamp>,
}

impl Times {
    /// Those of every item, in the tree's order, from those of its tasks.
    pub(super) fn of_all(tree: &Tree, tasks: &HashMap<ItemId, Self>) -> Vec<Self> {
        let mut times: Vec<Self> =
            tree.items().map(|item| tasks.get(&item.id()).copied().unwrap_or_default()).collect();
        // Parents stand before their parts, so from the back each part is there when its parent is looked at.
        for ix in tree.indices().rev() {
            let of = times.get(ix.0 as usize).copied().unwrap_or_default();
            let above = tree.at(ix).parent.and_then(|above| times.get_mut(above.0 as usize));
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
    engine: &Engine,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let mut rows = Rows::default();
    let whole = each(&engine.processes(options)?, progress, |process| {
        rows.take(&engine.process(process)?, &times(engine, process, &mut |_| {})?, options);
        Ok(())
    })?;
    Ok(whole.then(|| rows.finish()))
}

/// What happened, and to which item, if it is work on a task.
struct Worked<'a> {
    data: Raw<'a>,
    r#type: Cow<'a, str>,
}

impl<'a> Worked<'a> {
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut fields = reader.part_of_object("data,type");
        let data = fields.with(reader, Reader::raw);
        let worked = Self { data, r#type: fields.with(reader, Reader::string) };
        fields.end(reader);
        worked
    }

    fn item(&self) -> Result<ItemId, Error> {
        let item = json::read(self.data.0, |reader| {
            let mut fields = reader.part_of_object("item");
            let item = fields.get(reader);
            fields.end(reader);
            item
        });
        Ok(item?)
    }
}

/// When each task of a process was worked on. Whoever wants to know more of its events sees each of them.
pub(super) fn times(
    engine: &Engine,
    process: ProcessId,
    see: &mut dyn FnMut(&Stored),
) -> Result<HashMap<ItemId, Times>, Error> {
    let mut times: HashMap<ItemId, Times> = HashMap::new();
    engine.each_stored(process.into(), &mut |stored| {
        see(stored);
        let worked = json::read(json::utf8(&stored.body)?, Worked::read)?;
        match worked.r#type.as_ref() {
            "task.started" => {
                times.entry(worked.item()?).or_default().started.get_or_insert(stored.at);
            }
            "task.completed" => {
                let of = times.entry(worked.item()?).or_default();
                of.started.get_or_insert(stored.at);
                of.finished = Some(stored.at);
            }
            "task.reopened" => times.entry(worked.item()?).or_default().finished = None,
            _ => {}
        }
        Ok(())
    })?;
    Ok(times)
}

impl Rows {
    fn take(&mut self, view: &ProcessView, tasks: &HashMap<ItemId, Times>, options: &TableOptions) {
        let (process, tree) = (view.process(), view.process().tree());
        let id = process.id().to_string();
        let read = |text: &'_ Localized| text.read(&options.language, &process.language()).text.to_owned();
        let name = read(process.name());
        let times = Times::of_all(tree, tasks);
        for ix in in_order(tree) {
            let item = tree.at(ix);
            let times = times.get(ix.0 as usize).copied().unwrap_or_default();
            self.process.put(&id);
            self.process_name.put(&name);
            self.closed.put(process.closed());
            self.item.put_id(&item.id());
            self.parent.maybe_id(item.parent.map(|above| tree.at(above).id()).as_ref());
            self.kind.put_name(&item.kind());
            self.key.maybe_id(item.key());
            self.name.put(&read(item.name()));
            self.status.put_name(&item.status());
            self.progress.put(item.progress());
            self.enabled.put(item.enabled());
            self.blocked.put(view.unmet(ix, Enforcement::Enforced).next().is_some());
            self.waits_for.put(waits(view, ix));
            self.planned_start.put(item.plan().start);
            self.planned_end.put(item.plan().end);
            self.started.put(times.started);
            self.finished.put(times.finished.filter(|_| item.status() == Status::Finished));
        }
    }
}

/// All items as they are shown: each before what lies in it, and this before what comes next.
fn in_order(tree: &Tree) -> Vec<Ix> {
    let mut order = Vec::with_capacity(tree.len());
    let mut next: Vec<Ix> = tree.parts(None).iter().rev().copied().collect();
    while let Some(ix) = next.pop() {
        order.push(ix);
        next.extend(tree.parts(Some(ix)).iter().rev());
    }
    order
}

/// What an item waits for, whether that is enforced or only warned of.
fn waits(view: &ProcessView, ix: Ix) -> Vec<String> {
    let kinds = [Enforcement::Enforced, Enforcement::Warned];
    kinds.into_iter().flat_map(|kind| view.unmet(ix, kind)).map(|unmet| unmet.on.to_string()).collect()
}
