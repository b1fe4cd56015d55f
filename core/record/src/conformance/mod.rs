//! A suite for any store, the library's own and others.
//!
//! ```
//! use interlink::journal::{MemoryStore, Store, conformance};
//! let fresh = || Ok(Box::new(MemoryStore::new()) as Box<dyn Store>);
//! let passed = conformance::run(&conformance::Subject { fresh: &fresh, reopen: None })?;
//! assert!(passed.len() >= 10);
//! # Ok::<_, conformance::Failure>(())
//! ```

mod bases;
mod disclosed;
mod readings;
mod rewrites;

use std::sync::Arc;

use super::{
    Basis, Batch, Change, Deadline, Position, Reading, Seq, Snapshot, Store, StoreError, Stored, StreamHead,
    StreamId,
};
use crate::vault::{Entry, Party, PseudonymLink, VaultWrite};
use interlink_values::{
    CommandId, Commitment, DocumentId, EventId, Fingerprint, HostId, OrganisationId, ParticipationMarker,
    PersonId, ProcessId, Salt, TeamId, Timestamp,
};

/// Makes a new empty store each time.
pub type Fresh<'a> = &'a dyn Fn() -> Result<Box<dyn Store>, StoreError>;
/// Closes a store and opens it again.
pub type Reopen<'a> = &'a dyn Fn(Box<dyn Store>) -> Result<Box<dyn Store>, StoreError>;

/// The store under test.
pub struct Subject<'a> {
    /// Makes an empty one.
    pub fresh: Fresh<'a>,
    /// Closes one and opens it again; `None` for one that does not persist.
    pub reopen: Option<Reopen<'a>>,
}

impl std::fmt::Debug for Subject<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Subject").finish_non_exhaustive()
    }
}

/// A store does not do what it must.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{case}: {what}")]
pub struct Failure {
    /// The case that failed.
    pub case: &'static str,
    /// What was found.
    pub what: String,
}

type Outcome = Result<(), String>;
type Case = (&'static str, fn(&dyn Store) -> Outcome);

/// Runs every case on a store, each on an empty one, and names the cases it passed.
///
/// # Errors
/// The first case that failed.
pub fn run(subject: &Subject<'_>) -> Result<Vec<&'static str>, Failure> {
    let mut passed = Vec::new();
    for (case, check) in CASES {
        open((subject.fresh)()).and_then(|store| check(&*store)).map_err(|what| Failure { case, what })?;
        passed.push(*case);
    }
    if let Some(reopen) = subject.reopen {
        let case = "what was acknowledged is there after reopening";
        let again = |store: Box<dyn Store>| {
            fill(&*store)?;
            is_filled(&*open(reopen(store))?)
        };
        open((subject.fresh)()).and_then(again).map_err(|what| Failure { case, what })?;
        passed.push(case);
    }
    Ok(passed)
}

const CASES: &[Case] = &[
    ("an empty store says so", is_empty),
    ("a batch is there as a whole", |store| fill(store).and_then(|()| is_filled(store))),
    ("a batch on an older version is refused and leaves nothing", refuses_conflicts),
    ("several batches are there together or not at all", takes_all_or_nothing),
    ("streams are separate, and the store's order is that of appending", keeps_order),
    ("reading goes on page by page", pages),
    ("versions are found by time", finds_by_time),
    ("versions are found by position", finds_by_position),
    ("a document stays as it was first kept", keeps_documents),
    ("the last snapshot at or before a version is found", finds_snapshots),
    ("parties and entries of the vault are found by either end", keeps_vault),
    ("a text is put right in its place, and what must be kept outlives an erasure", keeps_what_it_must),
    ("the key and the participations of a process are there until it closes", keeps_participation),
    ("bytes come back as they went in", keeps_bytes),
    ("of two that append at once, one is told of the conflict", serialises),
    ("a batch that rests on what is no longer so is refused and leaves nothing", bases::refuse_what_is_stale),
    ("a reading stays where it is, whatever is appended and erased", readings::stay),
    ("what was withheld is learnt in its place", disclosed::are_learnt),
    ("who reads while others append meets whole batches", readings::are_whole),
    ("what is written anew takes the place of what stood there", rewrites::take_the_place),
    ("what is not there is not written anew", rewrites::are_refused_where_nothing_stands),
];

fn open(store: Result<Box<dyn Store>, StoreError>) -> Result<Box<dyn Store>, String> {
    store.map_err(|error| format!("it cannot be opened: {error}"))
}

/// The store as it is now.
fn now(store: &dyn Store) -> Result<Box<dyn Reading + '_>, String> {
    store.read().map_err(|error| format!("it cannot be read: {error}"))
}

fn process(n: u8) -> StreamId {
    ProcessId::from_bytes([n; 16]).into()
}

fn person(n: u8) -> PersonId {
    PersonId::from_bytes([n; 16])
}

fn stored(seq: u64, at: i64, body: &[u8]) -> Result<Stored, String> {
    let id = EventId::from_bytes(interlink_values::derive("conformance", &[body, &seq.to_be_bytes()]));
    Ok(Stored {
        seq: Seq(seq),
        at: Timestamp::from_millis(at).map_err(|e| e.to_string())?,
        id,
        body: body.into(),
    })
}

/// An id without meaning.
fn command_id(name: &str) -> Result<CommandId, String> {
    DocumentId::of(name.as_bytes())
        .to_string()
        .parse()
        .map_err(|e: interlink_values::ValueFault| e.to_string())
}

fn host_id(text: &str) -> Result<HostId, String> {
    text.parse().map_err(|e: interlink_values::ValueFault| e.to_string())
}

fn is<T: PartialEq + std::fmt::Debug>(what: &str, found: Result<T, StoreError>, expected: &T) -> Outcome {
    match found {
        Ok(found) if found == *expected => Ok(()),
        Ok(found) => Err(format!("{what}: expected {expected:?}, found {found:?}")),
        Err(error) => Err(format!("{what}: {error}")),
    }
}

/// Appends events to a stream under a command's id, and nothing else.
fn append(store: &dyn Store, stream: StreamId, expected: u64, events: &[Stored], command: &str) -> Outcome {
    let batch = batch(stream, expected, events, command_id(command)?);
    store.append(&batch).map(drop).map_err(|e| e.to_string())
}

/// Appends so many events to one stream, each by a command of its own.
fn append_one_by_one(store: &dyn Store, many: u8) -> Outcome {
    (1..=many).try_for_each(|n| {
        let (before, event) = (u64::from(n) - 1, stored(u64::from(n), i64::from(n), &[n])?);
        append(store, process(1), before, &[event], &format!("c{n}"))
    })
}

fn batch(stream: StreamId, expected: u64, events: &[Stored], command: CommandId) -> Batch<'_> {
    let fingerprint = Fingerprint::from_bytes([7; 32]);
    let (expected, basis) = (Seq(expected), Basis::default());
    Batch { stream, expected, events, command, fingerprint, vault: &[], documents: &[], rewrites: &[], basis }
}

fn is_empty(store: &dyn Store) -> Outcome {
    is("position", store.position(), &Position(0))?;
    is("head", now(store)?.head(process(1)), &None)?;
    is("events", now(store)?.events(process(1), Seq(0), 10), &vec![])?;
    is("changes", now(store)?.changes(Position(0), 10), &vec![])?;
    is("version at a time", now(store)?.seq_at(process(1), Timestamp::MAX), &Seq(0))?;
    is("command", now(store)?.command(process(1), &command_id("a")?), &None)?;
    is("streams", now(store)?.streams(None, 10), &vec![])?;
    is("document", now(store)?.document(DocumentId::from_bytes([1; 32])), &None)?;
    is("snapshot", now(store)?.snapshot(process(1), Seq(9)), &None)?;
    is("party", now(store)?.party(&host_id("anna")?), &None)?;
    is("host id", now(store)?.host_id(Party::Person(person(1))), &None)?;
    is("entry", now(store)?.entry(Commitment::from_bytes([1; 32])), &None)?;
    is("entries", now(store)?.entries(None, 10), &vec![])
}

fn entry() -> Entry {
    Entry::new(person(1), Salt::from_bytes([5; 16]), "She said: „yes“.\n".into())
}

fn fill(store: &dyn Store) -> Outcome {
    let events = [stored(1, 1000, b"one")?, stored(2, 1000, b"two")?];
    let vault = [
        VaultWrite::PseudonymLink(PseudonymLink {
            host_id: host_id("anna@city.example")?,
            party: Party::Person(person(1)),
        }),
        VaultWrite::Entry(entry()),
    ];
    let documents = [(DocumentId::of(b"{}"), Arc::from(&b"{}"[..]))];
    let command = command_id("first")?;
    let batch = Batch { vault: &vault, documents: &documents, ..batch(process(1), 0, &events, command) };
    let appended = store.append(&batch).map_err(|e| e.to_string())?;
    if appended.previous != Position(0) || appended.last <= appended.previous {
        return Err(format!("appended from {:?} to {:?}", appended.previous, appended.last));
    }
    is("position", store.position(), &appended.last)
}

fn takes_all_or_nothing(store: &dyn Store) -> Outcome {
    let [one, two, three] = [stored(1, 1, b"one")?, stored(2, 2, b"two")?, stored(1, 3, b"three")?];
    let (one, two, three) = ([one], [two], [three]);
    let [a, b, c] = [command_id("a")?, command_id("b")?, command_id("c")?];
    let gap = [batch(process(1), 0, &one, a), batch(process(1), 2, &two, b)];
    match store.append_all(&gap, Deadline::NEVER) {
        Err(StoreError::Conflict { current: Seq(1) }) => {}
        other => return Err(format!("a gap between two batches gave {other:?}")),
    }
    is("after a conflict", now(store)?.streams(None, 10), &vec![])?;
    is("its command", now(store)?.command(process(1), &a), &None)?;
    let whole =
        [batch(process(1), 0, &one, a), batch(process(2), 0, &three, c), batch(process(1), 1, &two, b)];
    let appended = store.append_all(&whole, Deadline::NEVER).map_err(|e| e.to_string())?;
    is("where it ends", store.position(), &appended.last)?;
    is("where it began", Ok(appended.previous), &Position(0))?;
    is("the first stream", now(store)?.events(process(1), Seq(0), 10), &[one, two].concat())?;
    is("the second stream", now(store)?.events(process(2), Seq(0), 10), &three.to_vec())?;
    let streams = now(store)?.changes(Position(0), 10).map_err(|e| e.to_string())?;
    let order: Vec<StreamId> = streams.into_iter().map(|change| change.stream).collect();
    is("the order of all", Ok(order), &vec![process(1), process(2), process(1)])
}

fn is_filled(store: &dyn Store) -> Outcome {
    let (one, two) = (stored(1, 1000, b"one")?, stored(2, 1000, b"two")?);
    is("head", now(store)?.head(process(1)), &Some(StreamHead { seq: Seq(2), id: two.id }))?;
    is("events", now(store)?.events(process(1), Seq(0), 10), &vec![one, two])?;
    let record = now(store)?.command(process(1), &command_id("first")?).map_err(|e| e.to_string())?;
    let record = record.ok_or("the command is not remembered")?;
    is("the command's events", Ok((record.first, record.last)), &(Seq(1), Seq(2)))?;
    is("the command's fingerprint", Ok(record.fingerprint), &Fingerprint::from_bytes([7; 32]))?;
    is("another stream's command", now(store)?.command(process(2), &command_id("first")?), &None)?;
    is("document", now(store)?.document(DocumentId::of(b"{}")), &Some(b"{}".to_vec()))?;
    is("party", now(store)?.party(&host_id("anna@city.example")?), &Some(Party::Person(person(1))))?;
    is("entry", now(store)?.entry(entry().commitment), &Some(entry()))
}

fn refuses_conflicts(store: &dyn Store) -> Outcome {
    fill(store)?;
    let position = store.position().map_err(|e| e.to_string())?;
    let late = [stored(2, 2000, b"late")?];
    let link = [VaultWrite::PseudonymLink(PseudonymLink {
        host_id: host_id("bruno")?,
        party: Party::Person(person(2)),
    })];
    let documents = [(DocumentId::of(b"[]"), Arc::from(&b"[]"[..]))];
    for (stream, expected, current) in
        [(process(1), 1, 2), (process(1), 3, 2), (process(1), 0, 2), (process(2), 1, 0)]
    {
        let batch = Batch {
            vault: &link,
            documents: &documents,
            ..batch(stream, expected, &late, command_id("late")?)
        };
        match store.append(&batch) {
            Err(StoreError::Conflict { current: found }) if found == Seq(current) => {}
            other => return Err(format!("appending at {expected} to a stream at {current} gave {other:?}")),
        }
    }
    is("position", store.position(), &position)?;
    is("party", now(store)?.party(&host_id("bruno")?), &None)?;
    is("document", now(store)?.document(DocumentId::of(b"[]")), &None)?;
    is("command", now(store)?.command(process(1), &command_id("late")?), &None)?;
    is("streams", now(store)?.streams(None, 10), &vec![process(1)])?;
    is_filled(store)
}

fn keeps_order(store: &dyn Store) -> Outcome {
    let organisation = StreamId::from(OrganisationId::from_bytes([1; 16]));
    append(store, process(2), 0, &[stored(1, 1, b"a")?], "a")?;
    append(store, organisation, 0, &[stored(1, 2, b"b")?], "a")?;
    append(store, process(2), 1, &[stored(2, 3, b"c")?], "b")?;
    append(store, process(1), 0, &[stored(1, 4, b"d")?], "a")?;
    let order = |changes: Vec<Change>| -> Vec<(StreamId, Seq)> {
        changes.into_iter().map(|change| (change.stream, change.stored.seq)).collect()
    };
    let expected = [(process(2), 1), (organisation, 1), (process(2), 2), (process(1), 1)];
    let expected: Vec<_> = expected.into_iter().map(|(stream, seq)| (stream, Seq(seq))).collect();
    is("changes", now(store)?.changes(Position(0), 10).map(order), &expected)?;
    is("streams", now(store)?.streams(None, 10), &vec![organisation, process(1), process(2)])?;
    is("streams after one", now(store)?.streams(Some(process(1)), 10), &vec![process(2)])
}

fn pages(store: &dyn Store) -> Outcome {
    append_one_by_one(store, 5)?;
    let seqs = |events: Vec<Stored>| events.into_iter().map(|event| event.seq.0).collect::<Vec<_>>();
    is("the first page", now(store)?.events(process(1), Seq(0), 2).map(seqs), &vec![1, 2])?;
    is("the second page", now(store)?.events(process(1), Seq(2), 2).map(seqs), &vec![3, 4])?;
    is("the last page", now(store)?.events(process(1), Seq(4), 2).map(seqs), &vec![5])?;
    is("past the end", now(store)?.events(process(1), Seq(5), 2).map(seqs), &vec![])?;
    let first = now(store)?.changes(Position(0), 3).map_err(|e| e.to_string())?;
    let after = first.last().map(|change| change.position).unwrap_or_default();
    let rest = now(store)?.changes(after, 3).map_err(|e| e.to_string())?;
    let bodies: Vec<_> = first.iter().chain(&rest).map(|change| change.stored.body.to_vec()).collect();
    is("all changes", Ok(bodies), &vec![vec![1], vec![2], vec![3], vec![4], vec![5]])
}

fn finds_by_time(store: &dyn Store) -> Outcome {
    append(store, process(1), 0, &[stored(1, 10, b"a")?, stored(2, 20, b"b")?, stored(3, 20, b"c")?], "a")?;
    for (at, version) in [(9, 0), (10, 1), (19, 1), (20, 3), (30, 3)] {
        let at = Timestamp::from_millis(at).map_err(|e| e.to_string())?;
        is("version at a time", now(store)?.seq_at(process(1), at), &Seq(version))?;
    }
    Ok(())
}

fn finds_by_position(store: &dyn Store) -> Outcome {
    append(store, process(1), 0, &[stored(1, 20, b"a")?], "a")?;
    append(store, process(2), 0, &[stored(1, 10, b"b")?, stored(2, 30, b"c")?], "b")?;
    append(store, process(1), 1, &[stored(2, 40, b"d")?], "d")?;
    let changes = now(store)?.changes(Position(0), 9).map_err(|e| e.to_string())?;
    for Change { position, stream, stored } in &changes {
        is("position of", now(store)?.position_of(*stream, stored.seq), &Some(*position))?;
        is("version by", now(store)?.seq_by(*stream, *position), &stored.seq)?;
    }
    is("an event that is not", now(store)?.position_of(process(1), Seq(3)), &None)?;
    is("no event", now(store)?.position_of(process(1), Seq(0)), &None)?;
    is("a stream that is not", now(store)?.seq_by(process(3), Position(u64::MAX)), &Seq(0))?;
    let nth = |nth: usize| changes.get(nth).map(|change| change.position).unwrap_or_default();
    is("before its first", now(store)?.seq_by(process(2), nth(0)), &Seq(0))?;
    is("while another went on", now(store)?.seq_by(process(1), nth(2)), &Seq(1))?;
    is("whatever the times say", now(store)?.seq_by(process(2), nth(3)), &Seq(2))
}

fn keeps_documents(store: &dyn Store) -> Outcome {
    let id = DocumentId::of(b"a document");
    for bytes in [&b"a document"[..], b"something else under its id"] {
        store.put_document(id, bytes).map_err(|e| e.to_string())?;
    }
    is("document", now(store)?.document(id), &Some(b"a document".to_vec()))
}

fn finds_snapshots(store: &dyn Store) -> Outcome {
    if store.snapshot_every().is_none() {
        return Ok(());
    }
    append_one_by_one(store, 3)?;
    let snapshot = |version: u64| Snapshot {
        seq: Seq(version),
        id: EventId::from_bytes([9; 32]),
        at: Timestamp::MIN,
        format: 3,
        bytes: vec![0, 1, 255],
    };
    for version in [1, 3] {
        store.put_snapshot(process(1), &snapshot(version)).map_err(|e| e.to_string())?;
    }
    for (at_most, found) in [(0, None), (1, Some(1)), (2, Some(1)), (3, Some(3)), (u64::MAX, Some(3))] {
        is("snapshot", now(store)?.snapshot(process(1), Seq(at_most)), &found.map(snapshot))?;
    }
    is("another stream's snapshot", now(store)?.snapshot(process(2), Seq(3)), &None)
}

fn keeps_vault(store: &dyn Store) -> Outcome {
    let organisation = OrganisationId::from_bytes([4; 16]);
    let parties = [
        ("anna", Party::Person(person(1))),
        ("city", Party::Organisation(organisation)),
        ("officers", Party::Team(TeamId::from_bytes([6; 16]), organisation)),
    ];
    let mut vault = Vec::new();
    for (name, party) in parties {
        vault.push(VaultWrite::PseudonymLink(PseudonymLink { host_id: host_id(name)?, party }));
    }
    let mut entries: Vec<Entry> =
        (1..=3).map(|n| Entry::new(person(n), Salt::from_bytes([n; 16]), format!("text {n}"))).collect();
    vault.extend(entries.iter().cloned().map(VaultWrite::Entry));
    let events = [stored(1, 1, b"a")?];
    let batch = Batch { vault: &vault, ..batch(process(1), 0, &events, command_id("a")?) };
    store.append(&batch).map_err(|e| e.to_string())?;
    for (name, party) in parties {
        is("party", now(store)?.party(&host_id(name)?), &Some(party))?;
        is("host id", now(store)?.host_id(party), &Some(host_id(name)?))?;
    }
    let same_bytes = Party::Person(person(6));
    is("the host id of a person with the bytes of a team", now(store)?.host_id(same_bytes), &None)?;
    entries.sort_by_key(|entry| entry.place);
    is("entries", now(store)?.entries(None, 10), &entries)?;
    let after = entries.first().map(|entry| entry.place);
    is(
        "entries after one",
        now(store)?.entries(after, 1),
        &entries.iter().skip(1).take(1).cloned().collect(),
    )?;
    forgets(store, entries)
}

/// Erases one person, and nobody else.
fn forgets(store: &dyn Store, entries: Vec<Entry>) -> Outcome {
    let events = [stored(2, 2, b"b")?];
    let vault = [VaultWrite::Erase { person_id: person(1), kept: Vec::new() }];
    let taken = Batch { vault: &vault, ..batch(process(1), 1, &events, command_id("b")?) };
    store.append(&taken).map_err(|e| e.to_string())?;
    store.scrub().map_err(|e| e.to_string())?;
    is("the party of an erased person", now(store)?.party(&host_id("anna")?), &None)?;
    is("the host id of an erased person", now(store)?.host_id(Party::Person(person(1))), &None)?;
    let organisation = Party::Organisation(OrganisationId::from_bytes([4; 16]));
    is("another's host id", now(store)?.host_id(organisation), &Some(host_id("city")?))?;
    let left: Vec<Entry> = entries.into_iter().filter(|entry| entry.data_subject_id != person(1)).collect();
    is("entries after an erasure", now(store)?.entries(None, 10), &left)?;
    // The host id is free for another person.
    let events = [stored(3, 3, b"c")?];
    let vault = [VaultWrite::PseudonymLink(PseudonymLink {
        host_id: host_id("anna")?,
        party: Party::Person(person(9)),
    })];
    let taken = Batch { vault: &vault, ..batch(process(1), 2, &events, command_id("c")?) };
    store.append(&taken).map_err(|e| e.to_string())?;
    is(
        "the party of an id that was given again",
        now(store)?.party(&host_id("anna")?),
        &Some(Party::Person(person(9))),
    )
}

/// A text is rectified in its place; one that a law requires to be kept outlives an erasure, until it is no longer
/// kept.
fn keeps_what_it_must(store: &dyn Store) -> Outcome {
    let entry = |n: u8, text: &str| Entry::new(person(1), Salt::from_bytes([n; 16]), text.to_owned());
    let (wrong, kept, other) = (entry(1, "wrong"), entry(2, "kept"), entry(3, "other"));
    let right = entry(4, "right").put_right(wrong.place);
    let write = |nth: u64, vault: &[VaultWrite]| {
        let (events, id) = ([stored(nth + 1, 1, b"a")?], command_id(&nth.to_string())?);
        store.append(&Batch { vault, ..batch(process(1), nth, &events, id) }).map_err(|e| e.to_string())
    };
    write(0, &[wrong.clone(), kept.clone(), other].map(VaultWrite::Entry))?;
    write(1, &[VaultWrite::Entry(right.clone())])?;
    is("an entry put right", now(store)?.entry(wrong.place), &Some(right.clone()))?;
    is("what binds it is no place", now(store)?.entry(right.commitment), &None)?;
    write(2, &[VaultWrite::Erase { person_id: person(1), kept: vec![kept.place] }])?;
    is("entries but one", now(store)?.entries(None, 10), &vec![kept])?;
    write(3, &[VaultWrite::Erase { person_id: person(1), kept: Vec::new() }])?;
    is("no entries", now(store)?.entries(None, 10), &Vec::new())
}

/// The key and the tags of a process, until it closes.
fn keeps_participation(store: &dyn Store) -> Outcome {
    let (one, two) = (ProcessId::from_bytes([1; 16]), ProcessId::from_bytes([2; 16]));
    let (key, tag) = (Salt::from_bytes([7; 16]), ParticipationMarker::from_bytes([8; 32]));
    is("no key", now(store)?.process_key(one), &None)?;
    let vault = [
        VaultWrite::Key { process: one, key },
        VaultWrite::Participation { process: one, tag },
        VaultWrite::Participation { process: one, tag },
        VaultWrite::Participation { process: two, tag },
    ];
    let append = |nth: u64, vault: &[VaultWrite]| {
        let (events, id) = ([stored(nth + 1, 1, b"a")?], command_id(&nth.to_string())?);
        store.append(&Batch { vault, ..batch(process(1), nth, &events, id) }).map_err(|e| e.to_string())
    };
    append(0, &vault)?;
    is("a key", now(store)?.process_key(one), &Some(key))?;
    is("another's key", now(store)?.process_key(two), &None)?;
    is("a tag", now(store)?.has_participated(one, tag), &true)?;
    is("another tag", now(store)?.has_participated(one, ParticipationMarker::from_bytes([9; 32])), &false)?;
    append(1, &[VaultWrite::Close(one)])?;
    is("the key of a closed process", now(store)?.process_key(one), &None)?;
    is("a tag in a closed process", now(store)?.has_participated(one, tag), &false)?;
    is("a tag elsewhere", now(store)?.has_participated(two, tag), &true)
}

fn keeps_bytes(store: &dyn Store) -> Outcome {
    let every: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    let event = stored(1, Timestamp::MAX.as_millis(), &every)?;
    append(store, process(1), 0, std::slice::from_ref(&event), "a")?;
    is("event", now(store)?.events(process(1), Seq(0), 1), &vec![event])?;
    store.put_document(DocumentId::of(&every), &every).map_err(|e| e.to_string())?;
    is("document", now(store)?.document(DocumentId::of(&every)), &Some(every))
}

/// Two threads append to one stream as fast as they can, each to the last `seq` it knows.
fn serialises(store: &dyn Store) -> Outcome {
    const EACH: usize = 20;
    let worker = |name: &'static str| {
        let (mut done, mut version) = (0, 0);
        while done < EACH {
            let event = stored(version + 1, 1, name.as_bytes())?;
            let batch = batch(
                process(1),
                version,
                std::slice::from_ref(&event),
                command_id(&format!("{name}{done}"))?,
            );
            match store.append(&batch) {
                Ok(_) => {
                    done += 1;
                    version += 1;
                }
                Err(StoreError::Conflict { current }) => version = current.0,
                Err(StoreError::Busy) => {}
                Err(error) => return Err(error.to_string()),
            }
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let threads = [scope.spawn(|| worker("a")), scope.spawn(|| worker("b"))];
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().unwrap_or_else(|_| Err("a thread panicked".into())))
    })?;
    let seqs = |events: Vec<Stored>| events.into_iter().map(|event| event.seq.0).collect::<Vec<_>>();
    is("events", now(store)?.events(process(1), Seq(0), 100).map(seqs), &(1..=2 * EACH as u64).collect())
}
