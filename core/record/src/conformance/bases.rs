//! A batch's basis must still hold when it is appended.

use super::{Outcome, batch, command_id, fill, host_id, is, now, person, process, stored};
use crate::vault::{Party, PseudonymLink, VaultWrite};
use crate::{Basis, Batch, Deadline, Seq, Store, StoreError, StreamId};
use interlink_values::HostId;

/// A stream that was read has new events; an id means another party.
pub(super) fn refuse_what_is_stale(store: &dyn Store) -> Outcome {
    fill(store)?;
    let (anna, bruno) = (host_id("anna@city.example")?, host_id("bruno")?);
    let here = Some(Party::Person(person(1)));
    let events = [stored(1, 2000, b"other")?];
    let link = [VaultWrite::PseudonymLink(PseudonymLink {
        host_id: bruno.clone(),
        party: Party::Person(person(2)),
    })];
    let append = |streams: &[(StreamId, Seq)], parties: &[(HostId, Option<Party>)]| {
        let basis = Basis { streams, parties };
        let command = command_id("other")?;
        Ok::<_, String>(store.append(&Batch {
            vault: &link,
            basis,
            ..batch(process(2), 0, &events, command)
        }))
    };
    let stale = [
        append(&[(process(1), Seq(1))], &[])?,
        append(&[(process(1), Seq(3))], &[])?,
        append(&[(process(1), Seq(0))], &[])?,
        append(&[(process(3), Seq(1))], &[])?,
        append(&[], &[(anna.clone(), None)])?,
        append(&[], &[(anna.clone(), Some(Party::Person(person(2))))])?,
        append(&[], &[(bruno.clone(), here)])?,
        append(&[(process(1), Seq(2))], &[(anna.clone(), here), (bruno.clone(), here)])?,
    ];
    for (nth, outcome) in stale.into_iter().enumerate() {
        match outcome {
            Err(StoreError::Conflict { current: Seq(0) }) => {}
            other => return Err(format!("the stale basis {nth} gave {other:?}")),
        }
    }
    is("the streams", now(store)?.streams(None, 10), &vec![process(1)])?;
    is("the party", now(store)?.party(&bruno), &None)?;
    let streams = [(process(1), Seq(2)), (process(3), Seq(0))];
    append(&streams, &[(anna.clone(), here), (bruno, None)])?.map_err(|e| e.to_string())?;
    // An id that is linked is not given to another party.
    let (events, taken) = ([stored(2, 1, b"c")?], command_id("taken")?);
    let link = [VaultWrite::PseudonymLink(PseudonymLink { host_id: anna, party: Party::Person(person(7)) })];
    let second = [VaultWrite::PseudonymLink(PseudonymLink {
        host_id: host_id("cora")?,
        party: Party::Person(person(1)),
    })];
    for (vault, what) in [(&link, "a second link of one id"), (&second, "a second id of one party")] {
        match store.append(&Batch { vault, ..batch(process(2), 1, &events, taken) }) {
            Err(StoreError::Conflict { current: Seq(1) }) => {}
            other => return Err(format!("{what} gave {other:?}")),
        }
    }
    rests_on_earlier_batches(store)
}

/// Of several batches, a later one relies on the earlier ones of the same call.
fn rests_on_earlier_batches(store: &dyn Store) -> Outcome {
    let (one, two) = ([stored(1, 1, b"one")?], [stored(1, 1, b"two")?]);
    let (dora, party) = (host_id("dora")?, Party::Person(person(8)));
    let link = [VaultWrite::PseudonymLink(PseudonymLink { host_id: dora.clone(), party })];
    let first = Batch { vault: &link, ..batch(process(8), 0, &one, command_id("one")?) };
    let after = |version: u64, known: Option<Party>| -> Result<Result<(), StoreError>, String> {
        let (streams, parties) = ([(process(8), Seq(version))], [(dora.clone(), known)]);
        let basis = Basis { streams: &streams, parties: &parties };
        let second = Batch { basis, ..batch(process(9), 0, &two, command_id("two")?) };
        Ok(store.append_all(&[first, second], Deadline::NEVER).map(drop))
    };
    for (version, known) in [(0, Some(party)), (1, None)] {
        match after(version, known)? {
            Err(StoreError::Conflict { current: Seq(0) }) => {}
            other => return Err(format!("a basis from before the first batch gave {other:?}")),
        }
    }
    after(1, Some(party))?.map_err(|error| format!("a basis after the first batch: {error}"))
}
