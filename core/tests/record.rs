//! The record: canonical, chained, idempotent, without personal data, and readable as of any moment.
#![cfg(test)]

use std::path::{Path, PathBuf};

use interlink::Engine;
use interlink::governance::Shipped;
use interlink::journal::{Event, Position, Seq, StreamHead, StreamId};
use interlink::kernel::{AsOf, Command};
use interlink::problem::{Code, Problem};
use interlink::types::ProcessId;
use serde_json::json;
use tempfile::TempDir;
use testkit::{Town, small_template};

/// What was written about whom, to look for where it must not be.
const PLANTED: [&str; 6] = [
    "anna.rossi@city.example",
    "bruno.bianchi@club.example",
    "carla.verdi@city.example",
    "Signora Verdi is ill until April",
    "Bruno shouted at the meeting",
    "we agreed with Anna by telephone",
];

fn eventful(town: &Town) -> ProcessId {
    let [anna, bruno, carla, ill, shouted, agreed] = PLANTED;
    let city = town.found(anna, "city", "public_administration");
    let club = town.found(bruno, "club", "nonprofit_organisation");
    town.team(anna, city, "officers", "public_administration", &[anna, carla]);
    town.team(bruno, club, "gardeners", "citizen", &[bruno]);
    let template = town.template(&small_template());
    let process = town.process(anna, Some("city"), Shipped::C2g, Some(template));
    let stream = StreamId::from(process);
    town.act(anna, stream, "role.grant", json!({"holder": {"team": "officers"}, "role": "officer"}));
    town.act(anna, stream, "role.grant", json!({"holder": {"team": "gardeners"}, "role": "contributor"}));
    town.act(
        anna,
        stream,
        "restriction.place",
        json!({
            "holder": {"person": bruno}, "permissions": ["asset.create"], "reason": shouted,
        }),
    );
    let [invite, agree, dig, plan, phase] =
        ["invite", "agree", "dig", "plan", "do"].map(|key| town.item(process, key));
    town.start(carla, process, invite);
    let (about, pass) = (
        json!({"permission": "prerequisite.waive", "item": phase}),
        json!({"item": phase, "on": plan, "reason": agreed}),
    );
    town.approve((carla, anna), stream, &about, ("prerequisite.waive", &pass));
    town.act(anna, stream, "prerequisite.waive", pass);
    town.complete(carla, process, dig);
    town.start(carla, process, agree);
    town.act(
        anna,
        stream,
        "item.schedule",
        json!({"item": agree, "start": "2026-04-01", "end": "2026-04-20"}),
    );
    town.act(
        anna,
        stream,
        "item.edit",
        json!({"item": agree, "name": {"en": "Agree \u{1f33b} „on“ it\n", "it": "È"}}),
    );
    let events = town.engine.store().read().unwrap().events(stream, Seq(0), 100).unwrap();
    let grant =
        serde_json::from_slice::<serde_json::Value>(&events[2].body).unwrap()["data"]["grant"].clone();
    town.act(anna, stream, "role.revoke", json!({"grant": grant, "reason": ill}));
    process
}

#[test]
fn events_are_canonical_by_another_s_reading() {
    let town = Town::new();
    eventful(&town);
    let changes = town.engine.store().read().unwrap().changes(Position(0), 1000).unwrap();
    assert!(changes.len() > 20);
    for change in changes {
        let value: serde_json::Value = serde_json::from_slice(&change.stored.body).unwrap();
        let canonical = serde_json_canonicalizer::to_vec(&value).unwrap();
        assert_eq!(String::from_utf8_lossy(&change.stored.body), String::from_utf8_lossy(&canonical));
        let event = Event::read(change.stored.id, &change.stored.body).unwrap();
        assert_eq!(event.body(), &*change.stored.body);
        let with_id: serde_json::Value = serde_json::from_str(&event.to_json()).unwrap();
        assert_eq!(event.to_json().as_bytes(), serde_json_canonicalizer::to_vec(&with_id).unwrap());
    }
    for which in Shipped::ALL {
        let model = interlink::governance::GovernanceModel::shipped(which);
        let value: serde_json::Value = serde_json::from_slice(model.bytes()).unwrap();
        assert_eq!(model.bytes(), serde_json_canonicalizer::to_vec(&value).unwrap());
    }
}

/// The canonicaliser that our events are compared with does what RFC 8785 says.
#[test]
fn the_other_canonicaliser_passes_the_test_files_of_rfc_8785() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/jcs");
    if !folder.is_dir() {
        eprintln!("SKIPPED: no RFC 8785 test files at {}", folder.display());
        return;
    }
    let mut count = 0;
    for entry in std::fs::read_dir(folder.join("input")).unwrap() {
        let path = entry.unwrap().path();
        let value: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let expected = std::fs::read(folder.join("output").join(path.file_name().unwrap())).unwrap();
        assert_eq!(serde_json_canonicalizer::to_vec(&value).unwrap(), expected, "{}", path.display());
        count += 1;
    }
    assert_eq!(count, 6);
}

#[test]
fn the_journal_holds_no_personal_data() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("town.sqlite");
    let town = Town::at(&format!("sqlite:{}", path.display()));
    eventful(&town);
    // Everything but the vault's two tables.
    let file = rusqlite::Connection::open(&path).unwrap();
    file.execute_batch(
        "DROP TABLE pseudonym_link; DROP TABLE entry; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)",
    )
    .unwrap();
    drop(file);
    let bytes = std::fs::read(&path).unwrap();
    for planted in PLANTED {
        let found = bytes.windows(planted.len()).any(|window| window == planted.as_bytes());
        assert!(!found, "“{planted}” stands outside the vault");
    }
    assert!(bytes.windows(8).any(|window| window == b"Pianific"), "the scan does see what is there");
}

#[test]
fn texts_stay_readable_through_the_vault() {
    let town = Town::new();
    let process = eventful(&town);
    let tree = town.engine.tree(process, None, AsOf::Now).unwrap();
    let passed = tree.phases[1].waits_for[0].passed.as_ref().unwrap();
    assert_eq!(passed.reason.as_deref(), Some(PLANTED[5]));
    assert_eq!(passed.by.host_id.as_ref().unwrap().as_str(), PLANTED[0]);
    let request = json!({"rules": {"process": process, "at": town.now()}}).to_string();
    let rules: serde_json::Value = serde_json::from_str(&town.engine.request(request.as_bytes())).unwrap();
    assert_eq!(rules["ok"]["restrictions"][0]["reason"], PLANTED[4]);
}

#[test]
fn a_command_sent_again_gives_the_same_and_changes_nothing() {
    let town = Town::new();
    let process = eventful(&town);
    let stream = StreamId::from(process);
    let command =
        town.command(PLANTED[0], Some(stream), "item.add", json!({"kind": "phase", "name": {"en": "New"}}));
    let dry = town.engine.dry_run(&command).unwrap();
    let first = town.engine.execute(&command).unwrap();
    assert_eq!((dry.events, dry.seq), (first.events.clone(), first.seq));
    assert!(dry.position < first.position, "nothing is appended");
    town.act(PLANTED[0], stream, "process.edit", json!({"name": {"en": "Another name"}}));
    let position = town.engine.store().position().unwrap();
    let second = town.engine.execute(&command).unwrap();
    assert!(second.repeated && !first.repeated);
    assert_eq!((second.events, second.seq), (first.events, first.seq));
    assert_eq!(town.engine.store().position().unwrap(), position);

    let other = json!({"item": town.item(process, "plan")});
    let mut other = town.command(PLANTED[0], Some(stream), "item.disable", other);
    other.id = command.id;
    assert_eq!(town.engine.execute(&other).unwrap_err().code(), Code::CommandReused);
    assert_eq!(town.engine.dry_run(&other).unwrap_err().code(), Code::CommandReused);
}

/// Languages write the same instant differently, and a host may retry from another one.
#[test]
fn an_instant_is_the_same_however_it_is_written() {
    let town = Town::new();
    let process = eventful(&town);
    let at = |at: &str| {
        let command = json!({
            "id": "c77", "at": at, "actor": PLANTED[0], "entropy": format!("{:032x}", 77),
            "stream": StreamId::from(process), "type": "process.edit", "data": {"name": {"en": "Spring"}},
        });
        Command::from_json(command.to_string().as_bytes()).unwrap()
    };
    let first = town.engine.execute(&at("2030-03-02T10:00:00.1239+01:00")).unwrap();
    assert_eq!(first.events[0].head.at.to_string(), "2030-03-02T09:00:00.123Z");
    let again = town.engine.execute(&at("2030-03-02t09:00:00.123z")).unwrap();
    assert!(again.repeated && again.events == first.events);
    let other = town.engine.execute(&at("2030-03-02T09:00:00.124Z")).unwrap_err();
    assert_eq!(other.code(), Code::CommandReused);
    // In the record there is one way to write it: another has another hash, whatever it means.
    town.engine.verify_all().unwrap();
}

#[test]
fn the_same_commands_make_the_same_record() {
    let heads = || {
        let town = Town::new();
        eventful(&town);
        town.engine.verify_all().unwrap().streams
    };
    assert_eq!(heads(), heads());
}

#[test]
fn a_command_that_comes_late_is_recorded_after_what_it_did_not_know_of() {
    let town = Town::new();
    let process = eventful(&town);
    let last =
        town.engine.store().read().unwrap().events(process.into(), Seq(0), 100).unwrap().pop().unwrap().at;
    let data = json!({"name": {"en": "Made offline"}});
    let mut command = town.command(PLANTED[0], Some(process.into()), "process.edit", data);
    command.at = "2026-03-02T09:00:00.000Z".parse().unwrap();
    let executed = town.engine.execute(&command).unwrap();
    assert_eq!(executed.events[0].head.at, last, "a stream's time does not go back");
    assert_eq!(executed.events[0].head.made_at, Some(command.at), "and the claim is kept");
    town.engine.verify_all().unwrap();
}

#[test]
fn any_moment_can_be_asked_for() {
    let town = Town::new();
    let process = eventful(&town);
    let stream = StreamId::from(process);
    let events = town.engine.store().read().unwrap().events(stream, Seq(0), 100).unwrap();
    for event in &events {
        let by_version = town.engine.process_as_of(process, AsOf::Seq(event.seq)).unwrap();
        assert_eq!(by_version.seq(), event.seq);
        let by_time = town.engine.process_as_of(process, AsOf::Time(event.at)).unwrap();
        // What comes with another, like the founder's role with the creation, comes at the same time.
        let last = events.iter().rev().find(|other| other.at == event.at).unwrap();
        assert_eq!(by_time.seq(), last.seq);
    }
    let now = town.engine.process(process).unwrap();
    let last = town.engine.process_as_of(process, AsOf::Seq(now.seq())).unwrap();
    assert_eq!(now.process(), last.process());
    let before = events[0].at.as_millis() - 1;
    let before = interlink::types::Timestamp::from_millis(before).unwrap();
    for moment in [AsOf::Seq(Seq(0)), AsOf::Seq(now.seq().next()), AsOf::Time(before)] {
        assert_eq!(town.engine.process_as_of(process, moment).unwrap_err().code(), Code::StreamSeqUnknown);
    }
    let nobody = ProcessId::from_bytes([9; 16]);
    assert_eq!(town.engine.process(nobody).unwrap_err().code(), Code::StreamUnknown);
    assert_eq!(town.engine.process_as_of(nobody, AsOf::Seq(Seq(1))).unwrap_err().code(), Code::StreamUnknown);
}

/// Somebody who left a team was in it before, whatever is known since.
#[test]
fn past_permissions_are_asked_of_past_teams() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let process = town.process("anna", Some("city"), Shipped::C2g, None);
    town.act(
        "anna",
        StreamId::from(process),
        "role.grant",
        json!({"holder": {"team": "officers"}, "role": "officer"}),
    );
    let then = town.now();
    town.wait_minutes(10);
    town.act(
        "anna",
        StreamId::from(city),
        "team_member.remove",
        json!({"team": "officers", "person": "carla"}),
    );
    town.wait_minutes(10);
    let asked = |as_of: serde_json::Value, at: interlink::types::Timestamp| {
        let request = json!({"check": {
            "actor": "carla", "permission": "task.start", "process": process, "at": at, "as_of": as_of,
        }});
        let answer = town.engine.request(request.to_string().as_bytes());
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        (answer["ok"]["allowed"].clone(), answer["ok"]["reasons"][0]["code"].clone())
    };
    assert_eq!(asked(json!("now"), town.now()), (json!(false), json!("reason.not_in_team")));
    assert_eq!(asked(json!("now"), then), (json!(true), json!("reason.granted")));
    assert_eq!(asked(json!({"time": then}), town.now()), (json!(true), json!("reason.granted")));
}

/// A file with an eventful process, and a way to spoil it.
struct Spoilt {
    _folder: TempDir,
    path: PathBuf,
    process: ProcessId,
}

impl Spoilt {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("town.sqlite");
        let process = eventful(&Town::at(&format!("sqlite:{}", path.display())));
        Self { _folder: folder, path, process }
    }

    fn sql(&self, sql: &str) -> &Self {
        let file = rusqlite::Connection::open(&self.path).unwrap();
        let sql = sql.replace(
            "OF_PROCESS",
            &format!("stream = (SELECT n FROM stream WHERE name = 'process/{}')", self.process),
        );
        file.execute_batch(&sql).unwrap();
        self
    }

    /// The code and the number of the first bad event.
    fn verdict(&self) -> (Code, Option<u64>) {
        let engine = Engine::open(&format!("sqlite:{}", self.path.display())).unwrap();
        let problem = Problem::from(&engine.verify_all().unwrap_err());
        (problem.code, problem.details.get("seq").and_then(|seq| seq.to_value().as_u64()))
    }
}

#[test]
fn what_was_changed_is_found_and_named() {
    let whole = Spoilt::new();
    Engine::open(&format!("sqlite:{}", whole.path.display())).unwrap().verify_all().unwrap();
    let cases = [
        // A byte of an event's text.
        ("UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'Another', 'An0ther') || ' ' AS BLOB) WHERE seq = 5 AND OF_PROCESS",
            Code::RecordTampered, Some(5)),
        // An event taken out of the middle.
        ("DELETE FROM event WHERE seq = 4 AND OF_PROCESS", Code::RecordGap, Some(4)),
        // The end cut off.
        ("DELETE FROM event WHERE seq > 9 AND OF_PROCESS", Code::RecordTruncated, Some(10)),
        // All of it gone.
        ("DELETE FROM event WHERE OF_PROCESS", Code::RecordTruncated, Some(1)),
        // Two events exchanged.
        ("UPDATE event SET seq = 99 WHERE seq = 5 AND OF_PROCESS; UPDATE event SET seq = 5 WHERE seq = 6 AND OF_PROCESS;
          UPDATE event SET seq = 6 WHERE seq = 99 AND OF_PROCESS", Code::RecordOrder, Some(5)),
        // The beginning cut off and the rest renumbered.
        ("DELETE FROM event WHERE seq = 1 AND OF_PROCESS; UPDATE event SET seq = seq - 1 WHERE OF_PROCESS",
            Code::RecordOrder, Some(1)),
        // A document changed under its id.
        ("UPDATE document SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Piccolo', 'Grande') AS BLOB)",
            Code::RecordDocument, Some(1)),
        ("DELETE FROM document", Code::RecordDocument, Some(1)),
        // A whole stream gone that another relied on.
        ("PRAGMA foreign_keys = OFF; DELETE FROM event WHERE stream IN (SELECT n FROM stream WHERE name LIKE 'organisation/%');
          DELETE FROM command WHERE stream IN (SELECT n FROM stream WHERE name LIKE 'organisation/%');
          DELETE FROM stream WHERE name LIKE 'organisation/%'", Code::RecordReliance, None),
        // A stream gone, and its events left behind.
        ("PRAGMA foreign_keys = OFF; DELETE FROM command WHERE OF_PROCESS; DELETE FROM snapshot;
          DELETE FROM stream WHERE name LIKE 'process/%'", Code::RecordUnlisted, Some(1)),
        // What is remembered of commands.
        ("DELETE FROM command WHERE first = 5 AND OF_PROCESS", Code::RecordCommand, Some(5)),
        // A text of the vault changed.
        ("UPDATE entry SET text = text || '!'", Code::RecordVault, None),
        // The head that the store remembers.
        ("UPDATE stream SET head = zeroblob(32) WHERE name LIKE 'process/%'", Code::RecordHead, None),
        // A snapshot of a version that the stream never had: whoever is in it would be an administrator.
        ("INSERT INTO snapshot (stream, version, id, at, format, bytes)
          SELECT n, 99, zeroblob(32), 0, 7, CAST('{}' AS BLOB) FROM stream WHERE name LIKE 'process/%'",
            Code::RecordSnapshot, None),
        // One of version 0, after which there is always one more.
        ("INSERT INTO snapshot (stream, version, id, at, format, bytes)
          SELECT n, 0, zeroblob(32), 0, 7, CAST('{}' AS BLOB) FROM stream WHERE name LIKE 'process/%'",
            Code::RecordSnapshot, None),
        // One of a stream that has none.
        ("INSERT INTO snapshot (stream, version, id, at, format, bytes)
          SELECT n, 1, zeroblob(32), 0, 7, CAST('{}' AS BLOB) FROM stream WHERE name LIKE 'organisation/%' LIMIT 1",
            Code::RecordSnapshot, None),
        // The place of the last event in the order of all.
        ("UPDATE event SET position = position + 1000 WHERE position = (SELECT max(position) FROM event)",
            Code::RecordRow, None),
        // Two events of a stream in another order than their numbers say.
        ("UPDATE event SET position = 100000 WHERE seq = 5 AND OF_PROCESS", Code::RecordUnlisted, None),
        // A command that is said to have led to less, or to more, or was never given.
        ("UPDATE command SET last = 99 WHERE first = 5 AND OF_PROCESS", Code::RecordCommand, None),
        ("UPDATE command SET last = first WHERE first = 1 AND OF_PROCESS", Code::RecordCommand, None),
        ("INSERT INTO command (stream, id, first, last, fingerprint, checksum)
          SELECT n, '7', 2, 2, zeroblob(32), zeroblob(16) FROM stream WHERE name LIKE 'process/%'",
            Code::RecordRow, None),
        ("UPDATE command SET fingerprint = zeroblob(32) WHERE first = 5 AND OF_PROCESS", Code::RecordRow, None),
        // Somebody else under somebody's id.
        ("UPDATE pseudonym_link SET host_id = 'mallory' WHERE kind = 'person' AND party = (SELECT party FROM pseudonym_link WHERE kind = 'person' LIMIT 1)",
            Code::RecordRow, None),
        ("INSERT INTO pseudonym_link (party, kind, organisation, host_id, checksum) VALUES (zeroblob(16), 'organisation', NULL, 'ghost', zeroblob(16))",
            Code::RecordRow, None),
        // A document that is not what its id says, and on which nothing relies.
        ("INSERT INTO document (id, bytes) VALUES (zeroblob(32), CAST('{}' AS BLOB))", Code::RecordRow, None),
        // A text that nobody wrote, and one moved to another place.
        ("UPDATE entry SET put_right = commitment, commitment = zeroblob(32) WHERE commitment = (SELECT min(commitment) FROM entry)",
            Code::RecordRow, None),
        // Tags in a process that there is not.
        ("INSERT INTO participation_marker (process, tag, checksum) VALUES (zeroblob(16), zeroblob(32), zeroblob(16))",
            Code::RecordRow, None),
        // Tags in a process that there is, of somebody who never was.
        ("INSERT INTO participation_marker (process, tag, checksum)
          SELECT unhex(substr(name, 9)), zeroblob(32), zeroblob(16) FROM stream WHERE name LIKE 'process/%'",
            Code::RecordRow, None),
    ];
    for (sql, code, seq) in cases {
        let (found, at) = Spoilt::new().sql(sql).verdict();
        assert_eq!(found, code, "{sql}");
        if seq.is_some() {
            assert_eq!(at, seq, "{sql}");
        }
    }
}

/// An index that leads nowhere: everybody is there and nobody is found.
#[test]
fn a_damaged_page_is_found() {
    let spoilt = Spoilt::new();
    let file = rusqlite::Connection::open(&spoilt.path).unwrap();
    let number = |sql: &str| {
        file.query_row(sql, [], |row| {
            usize::try_from(row.get::<_, i64>(0)?).map_err(|_| rusqlite::Error::InvalidQuery)
        })
        .unwrap()
    };
    let page = number("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_pseudonym_link_2'");
    let size = number("SELECT page_size FROM pragma_page_size");
    file.pragma_update(None, "wal_checkpoint", "truncate").ok();
    drop(file);
    let mut bytes = std::fs::read(&spoilt.path).unwrap();
    // An empty leaf of an index: well-formed, and of no use.
    let root = &mut bytes[(page - 1) * size..page * size];
    root[3..5].copy_from_slice(&[0, 0]);
    std::fs::write(&spoilt.path, bytes).unwrap();
    let engine = Engine::open(&format!("sqlite:{}", spoilt.path.display())).unwrap();
    assert_eq!(engine.person(&PLANTED[0].parse().unwrap()).unwrap(), None, "nobody is known");
    let code = engine.verify_all().unwrap_err().code();
    assert!(matches!(code, Code::RecordRow | Code::StoreInconsistent), "{code:?}");
}

/// Nobody can know an event of number 0.
#[test]
fn an_expectation_of_nothing_is_not_met() {
    let town = Town::new();
    let process = eventful(&town);
    let head = town.engine.verify(process.into(), None).unwrap().head;
    let nothing = StreamHead { seq: Seq(0), id: head };
    assert_eq!(town.engine.verify(process.into(), Some(nothing)).unwrap_err().code(), Code::RecordHead);
}

/// Whoever rewrites an event and its id, as only somebody with the file can, breaks the chain after it.
#[test]
fn a_rewritten_event_breaks_the_chain() {
    let spoilt = Spoilt::new();
    let file = rusqlite::Connection::open(&spoilt.path).unwrap();
    let of = format!("stream = (SELECT n FROM stream WHERE name = 'process/{}') AND seq = 5", spoilt.process);
    let body: Vec<u8> =
        file.query_row(&format!("SELECT body FROM event WHERE {of}"), [], |row| row.get(0)).unwrap();
    let body = String::from_utf8(body).unwrap();
    let changed = body.replace("asset.create", "asset.delete");
    assert_ne!(changed, body);
    let id = Event::hash(changed.as_bytes());
    file.execute(
        &format!("UPDATE event SET body = ?1, id = ?2 WHERE {of}"),
        (changed.as_bytes(), id.as_bytes()),
    )
    .unwrap();
    drop(file);
    assert_eq!(spoilt.verdict(), (Code::RecordChain, Some(6)));
}

/// A file that was cut back in all its tables looks whole by itself, but not to who kept the last id.
#[test]
fn an_earlier_copy_is_told_by_who_kept_the_head() {
    let town = Town::new();
    let process = eventful(&town);
    let verified = town.engine.verify(process.into(), None).unwrap();
    let known = StreamHead { seq: verified.seq, id: verified.head };
    town.act(PLANTED[0], StreamId::from(process), "process.edit", json!({"name": {"en": "Later"}}));
    town.engine.verify(process.into(), Some(known)).unwrap();

    let shorter = Town::new();
    assert_eq!(eventful(&shorter), process);
    let later = town.engine.verify(process.into(), None).unwrap();
    let expected = StreamHead { seq: later.seq, id: later.head };
    assert_eq!(shorter.engine.verify(process.into(), Some(expected)).unwrap_err().code(), Code::RecordHead);
    let another = StreamHead { id: later.head, ..known };
    assert_eq!(shorter.engine.verify(process.into(), Some(another)).unwrap_err().code(), Code::RecordHead);
}

#[test]
fn an_event_of_the_future_is_refused_not_guessed() {
    let town = Town::new();
    eventful(&town);
    let stored = town.engine.store().read().unwrap().changes(Position(0), 1).unwrap().remove(0).stored;
    let text = String::from_utf8(stored.body.to_vec()).unwrap();
    for changed in [
        text.replace("organisation.registered", "organisation.dissolved"),
        text.replace("\"v\":1", "\"v\":2"),
        text.replace("\"v\":1", "\"v\":1,\"w\":1"),
        text.replace("\"team_creation\":\"members\"", "\"team_creation\":\"members\",\"mood\":\"good\""),
        text.trim_end_matches('}').to_owned(),
    ] {
        assert_ne!(changed, text);
        assert!(Event::read(Event::hash(changed.as_bytes()), changed.as_bytes()).is_err(), "{changed}");
    }
}

#[test]
fn commands_survive_their_own_json() {
    let town = Town::new();
    let process = eventful(&town);
    let data = json!({"kind": "task", "parent": town.item(process, "meet"), "name": {"en": "T", "it": "C"}});
    let command = town.command(PLANTED[1], Some(process.into()), "item.add", data);
    let written = command.to_json();
    assert_eq!(Command::from_json(&written).unwrap(), command);
    let value: serde_json::Value = serde_json::from_slice(&written).unwrap();
    assert_eq!(written, serde_json_canonicalizer::to_vec(&value).unwrap());
}
