//! What a reading must do while others write.

use super::{Outcome, batch, command_id, entry, fill, host_id, is, is_filled, now, person, process, stored};
use crate::vault::{Party, PseudonymLink, VaultWrite};
use crate::{Batch, Deadline, Position, Seq, Store, StoreError, StreamId};

/// An earlier reading sees nothing of what came later, and everything that was removed since.
pub(super) fn stay(store: &dyn Store) -> Outcome {
    let empty = now(store)?;
    is("the position of a reading", Ok(empty.position()), &Position(0))?;
    fill(store)?;
    is("events in an older reading", empty.events(process(1), Seq(0), 10), &Vec::new())?;
    is("changes in an older reading", empty.changes(Position(0), 10), &Vec::new())?;
    is("streams in an older reading", empty.streams(None, 10), &Vec::new())?;
    is("a head in an older reading", empty.head(process(1)), &None)?;
    is("a command in an older reading", empty.command(process(1), &command_id("first")?), &None)?;
    is("a party in an older reading", empty.party(&host_id("anna@city.example")?), &None)?;
    is("an entry in an older reading", empty.entry(entry().commitment), &None)?;
    drop(empty);
    is_filled(store)?;
    let before = now(store)?;
    let events = [stored(3, 3000, b"three")?];
    let vault = [
        VaultWrite::PseudonymLink(PseudonymLink {
            host_id: host_id("bruno")?,
            party: Party::Person(person(2)),
        }),
        VaultWrite::Erase { person_id: person(1), kept: Vec::new() },
    ];
    let erasure = Batch { vault: &vault, ..batch(process(1), 2, &events, command_id("erase")?) };
    store.append(&erasure).map_err(|e| e.to_string())?;
    let anna = Party::Person(person(1));
    is("a head", before.head(process(1)).map(|head| head.map(|head| head.seq)), &Some(Seq(2)))?;
    is("a party that is erased by now", before.party(&host_id("anna@city.example")?), &Some(anna))?;
    is("a text that is erased by now", before.entry(entry().commitment), &Some(entry()))?;
    is("a party that has come since", before.host_id(Party::Person(person(2))), &None)?;
    drop(before);
    is("a party that is erased", now(store)?.party(&host_id("anna@city.example")?), &None)?;
    is("a text that is erased", now(store)?.entry(entry().commitment), &None)
}

/// One thread writes batches of two events with an entry of the vault; others read, and each time see a consistent
/// number.
pub(super) fn are_whole(store: &dyn Store) -> Outcome {
    const BATCHES: u64 = 30;
    let write = || {
        for nth in 0..BATCHES {
            let seq = nth * 2;
            let events = [stored(seq + 1, 1, b"a")?, stored(seq + 2, 1, b"b")?];
            let link = PseudonymLink {
                host_id: host_id(&format!("p{nth}"))?,
                party: Party::Person(person(byte(nth))),
            };
            let vault = [VaultWrite::PseudonymLink(link)];
            let batch =
                Batch { vault: &vault, ..batch(process(1), seq, &events, command_id(&nth.to_string())?) };
            loop {
                match store.append_all(std::slice::from_ref(&batch), Deadline::NEVER) {
                    Ok(_) => break,
                    Err(StoreError::Busy) => {}
                    Err(error) => return Err(error.to_string()),
                }
            }
        }
        Ok(())
    };
    let read = || {
        let mut seen = 0;
        while seen < BATCHES * 2 {
            seen = at_one_moment(store)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let threads = [scope.spawn(write), scope.spawn(read), scope.spawn(read)];
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().unwrap_or_else(|_| Err("a thread panicked".into())))
    })
}

fn byte(nth: u64) -> u8 {
    u8::try_from(nth).unwrap_or(u8::MAX)
}

/// The number of events, after everything that can be asked about them agreed.
fn at_one_moment(store: &dyn Store) -> Result<u64, String> {
    let reading = now(store)?;
    let stream: StreamId = process(1);
    let head = reading.head(stream).map_err(|e| e.to_string())?.map_or(0, |head| head.seq.0);
    let events = reading.events(stream, Seq(0), 1000).map_err(|e| e.to_string())?;
    let changes = reading.changes(Position(0), 1000).map_err(|e| e.to_string())?;
    let last = changes.last().map(|change| change.position).unwrap_or_default();
    let known = (head / 2).checked_sub(1).map(|nth| host_id(&format!("p{nth}"))).transpose()?;
    let known = known.map_or(Ok(true), |id| reading.party(&id).map(|party| party.is_some()));
    let next = reading.party(&host_id(&format!("p{}", head / 2))?).map_err(|e| e.to_string())?;
    let agree = head % 2 == 0
        && events.len() as u64 == head
        && changes.len() as u64 == head
        && last == reading.position()
        && known.map_err(|e| e.to_string())?
        && next.is_none();
    if agree { Ok(head) } else { Err(format!("a reading of version {head} mixes moments")) }
}
