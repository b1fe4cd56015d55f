//! Events that are disclosed after they were withheld.

use super::{Outcome, batch, command_id, is, now, process, stored};
use crate::{Batch, CommandRecord, Disclosed, Reading, Rewrite, Seq, Store, StoreError, Stored, StreamHead};
use interlink_values::Fingerprint;

/// A told event replaces its placeholder, with its command; an earlier reading sees the placeholder; an event without a
/// placeholder is refused, with everything that came with it.
pub(super) fn are_learnt(store: &dyn Store) -> Outcome {
    let fail = |error: StoreError| error.to_string();
    let (first, withheld) = (stored(1, 1, b"one")?, stored(2, 2, b"two")?);
    let (stream, hidden) = (process(1), command_id("hidden")?);
    let append = |version, event: &Stored, command| {
        store.append(&batch(stream, version, std::slice::from_ref(event), command)).map_err(fail)
    };
    append(0, &first, command_id("a")?)?;
    append(1, &withheld, hidden)?;
    let before = now(store)?;
    let Stored { seq, id, .. } = withheld;
    let whole = Stored { seq, id, body: b"two, as it was"[..].into(), at: stored(2, 5, b"x")?.at };
    let (command, fingerprint) = (command_id("b")?, Fingerprint::from_bytes([9; 32]));
    let disclosed = Disclosed { stream, stored: whole.clone(), command, fingerprint, instead_of: hidden };
    let stored = Stored { id: first.id, ..whole.clone() };
    let elsewhere = Disclosed { stored, stream, command, fingerprint, instead_of: hidden };
    let [disclosed, elsewhere] = [disclosed, elsewhere].map(Rewrite::Disclosed);
    let (more, third) = ([super::stored(1, 9, b"three")?], command_id("c")?);
    let with = |rewrites| Batch { rewrites, ..batch(process(3), 0, &more, third) };
    let (misplaced, disclosed) = ([disclosed.clone(), elsewhere], [disclosed]);
    match store.append(&with(&misplaced)) {
        Err(StoreError::Conflict { .. }) => {}
        other => return Err(format!("an event that is disclosed without a place gave {other:?}")),
    }
    let here = |reading: &dyn Reading| reading.events(stream, Seq(1), 1);
    is("after what was refused", here(&*now(store)?), &vec![withheld.clone()])?;
    is("the other stream", now(store)?.head(process(3)), &None)?;
    store.append(&with(&disclosed)).map_err(fail)?;
    let after = now(store)?;
    is("what is disclosed", here(&*after), &vec![whole.clone()])?;
    let change = after.changes(crate::Position(1), 1);
    is(
        "in the feed",
        change.map(|all| all.into_iter().map(|one| one.stored).collect()),
        &vec![whole.clone()],
    )?;
    let record = CommandRecord { first: Seq(2), last: Seq(2), fingerprint };
    is("its command", after.command(stream, &command), &Some(record))?;
    is("what stood for its command", after.command(stream, &hidden), &None)?;
    is("the head", after.head(stream), &Some(StreamHead { seq: Seq(2), id: whole.id }))?;
    is("by its time", after.seq_at(stream, whole.at), &Seq(2))?;
    is("a reading from before", here(&*before), &vec![withheld])?;
    is("its command there", before.command(stream, &command), &None)
}
