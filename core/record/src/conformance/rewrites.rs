//! Rewritten data replaces the old, of which nothing is left.

use std::sync::Arc;

use super::{Outcome, append, batch, command_id, fill, is, now, process, stored};
use crate::{Batch, Position, Rewrite, Seq, Snapshot, Store, StoreError, Stored, StreamHead};
use interlink_values::{DocumentId, Timestamp};

/// The event of the filled store that is replaced, in its new form.
fn anew(body: &[u8]) -> Result<Stored, String> {
    Ok(Stored {
        body: body.into(),
        at: Timestamp::from_millis(990).map_err(|e| e.to_string())?,
        ..stored(1, 1000, b"one")?
    })
}

pub(super) fn take_the_place(store: &dyn Store) -> Outcome {
    fill(store)?;
    append(store, process(2), 0, &[stored(1, 1500, b"other")?], "other")?;
    let two = stored(2, 1000, b"two")?;
    let snapshot = Snapshot { seq: Seq(2), id: two.id, at: two.at, format: 1, bytes: b"one two".to_vec() };
    store.put_snapshot(process(1), &snapshot).map_err(|e| e.to_string())?;
    let events = [stored(3, 2000, b"three")?];
    let document: (DocumentId, Arc<[u8]>) = (DocumentId::of(b"{}"), Arc::from(&b"{\"anew\":1}"[..]));
    let rewrites = [Rewrite::Event(process(1), anew(b"anew")?), Rewrite::Document(document.clone())];
    let by = Batch { rewrites: &rewrites, ..batch(process(1), 2, &events, command_id("anew")?) };
    store.append(&by).map_err(|e| e.to_string())?;
    store.scrub().map_err(|e| e.to_string())?;
    let all = vec![anew(b"anew")?, two, events[0].clone()];
    is("the stream", now(store)?.events(process(1), Seq(0), 10), &all)?;
    is("its end", now(store)?.head(process(1)), &Some(StreamHead { seq: Seq(3), id: events[0].id }))?;
    let changes = now(store)?.changes(Position(0), 1).map_err(|e| e.to_string())?;
    is("the feed", Ok(changes.into_iter().map(|change| change.stored).collect()), &vec![anew(b"anew")?])?;
    is("the document", now(store)?.document(document.0), &Some(document.1.to_vec()))?;
    is("a snapshot of what was there", now(store)?.snapshot(process(1), Seq(9)), &None)
}

pub(super) fn are_refused_where_nothing_stands(store: &dyn Store) -> Outcome {
    fill(store)?;
    let next = [stored(3, 2000, b"three")?];
    let absent = stored(9, 1000, b"one")?;
    let wrong = Stored { id: stored(2, 1000, b"two")?.id, ..anew(b"anew")? };
    let refused = [
        Rewrite::Event(process(1), absent),
        Rewrite::Event(process(1), wrong),
        Rewrite::Event(process(7), anew(b"anew")?),
        Rewrite::Document((DocumentId::of(b"nowhere"), Arc::from(&b"{}"[..]))),
    ];
    for rewrite in refused {
        let rewrites = [Rewrite::Event(process(1), anew(b"anew")?), rewrite];
        let by = Batch { rewrites: &rewrites, ..batch(process(1), 2, &next, command_id("anew")?) };
        match store.append(&by) {
            Err(StoreError::Conflict { current: Seq(2) }) => {}
            other => return Err(format!("{rewrites:?} gave {other:?}")),
        }
    }
    super::is_filled(store)
}
