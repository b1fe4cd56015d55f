//! Every status that an item had.

use hashbrown::HashMap;

use super::column::columns;
use super::{Asked, Progress, Read, TableOptions, each};
use interlink::governance::Enforcement;
use interlink::kernel::{Error, Moment};
use interlink::process::{Ix, Process, Status};
use interlink::types::{ItemId, Timestamp};

columns!("Every status of every item, one row per item and status, in order." {
    process: Word "The process.",
    item: Word "The item.",
    kind: Word "phase, objective or task.",
    name: Word "Its name.",
    status: Word "awaiting, in_progress or finished; a parent's is derived from its parts.",
    since: Moment "The beginning of this status: when the item was added, or the status changed.",
    ended: Moment "The end of this status; null for the present one.",
    free_since: Moment "The time from which nothing enforced held it back and it was enabled, up to the end of this status; null if it was held back at the end. An awaiting task could be started from then.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let mut rows = Rows::default();
    let whole = each(&engine.processes(options)?, progress, |process| {
        let Some(view) = engine.asked(process, options)? else { return Ok(()) };
        let mut spans = Spans::default();
        engine.each_state(process, view.seq(), &mut |at, state| spans.look(at, state))?;
        rows.take(view.process(), &spans, options);
        Ok(())
    })?;
    Ok(whole.then(|| rows.finish()))
}

/// A period in which an item had one status.
#[derive(Debug, Clone, Copy)]
struct Span {
    status: Status,
    since: Timestamp,
    ended: Option<Timestamp>,
    free_since: Option<Timestamp>,
}

/// The periods of every item.
#[derive(Debug, Default)]
struct Spans(HashMap<ItemId, Vec<Span>>);

impl Spans {
    /// Reads a process in its state from a moment on.
    fn look(&mut self, at: Timestamp, process: &Process) {
        let tree = process.tree();
        for ix in tree.indices() {
            let (item, free) = (tree.at(ix), is_free(process, ix));
            let spans = self.0.entry(item.id()).or_default();
            match spans.last_mut() {
                Some(last) if last.status == item.status() => {
                    last.free_since = if free { last.free_since.or(Some(at)) } else { None };
                    continue;
                }
                Some(last) => last.ended = Some(at),
                None => {}
            }
            let free_since = free.then_some(at);
            spans.push(Span { status: item.status(), since: at, ended: None, free_since });
        }
    }
}

/// Whether nothing holds back work on an item.
fn is_free(process: &Process, ix: Ix) -> bool {
    process.tree().at(ix).enabled() && process.unmet(ix, Enforcement::Enforced).next().is_none()
}

impl Rows {
    fn take(&mut self, process: &Process, spans: &Spans, options: &TableOptions) {
        let (id, tree) = (process.id().to_string(), process.tree());
        for ix in tree.top_down() {
            let item = tree.at(ix);
            for span in spans.0.get(&item.id()).into_iter().flatten() {
                self.process.put(&id);
                self.item.put_id(&item.id());
                self.kind.put_name(&item.kind());
                self.name.put(options.read(item.name(), process.language()));
                self.status.put_name(&span.status);
                self.since.put(Some(span.since));
                self.ended.put(span.ended);
                self.free_since.put(span.free_since);
            }
        }
    }
}
