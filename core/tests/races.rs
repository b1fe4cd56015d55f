//! What strangers made happen with a second thread, a second engine or another clock, each as a test.
#![cfg(test)]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Barrier, Mutex, OnceLock};
use std::time::{Duration, Instant};

use interlink::consent::PurposeRef;
use interlink::journal::{Position, StreamId, Version};
use interlink::kernel::Executed;
use interlink::problem::Code;
use interlink::types::Timestamp;
use interlink::{Command, Engine};
use serde_json::{Value, json};
use tempfile::TempDir;
use testkit::{Controller, Town, Wrapped, about, giving, host, notice};

fn url(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}

fn file() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("shared.sqlite");
    (folder, path)
}

/// A command as a host sends it.
fn command(id: &str, at: &str, actor: &str, stream: Option<StreamId>, kind: &str, data: &Value) -> Command {
    let entropy = "8d1f0c5e6a7b49d2b3e4f5a697887766";
    let mut text =
        json!({"id": id, "at": at, "actor": actor, "entropy": entropy, "type": kind, "data": data});
    if let Some(stream) = stream {
        text["stream"] = json!(stream);
    }
    Command::from_json(text.to_string().as_bytes()).unwrap()
}

fn founding(id: &str, at: &str) -> Command {
    let data = json!({"organisation": id, "name": {"en": id}, "kind": "public_administration", "teams_by": "members"});
    command(id, at, "anna", None, "organisation.found", &data)
}

/// Something that happens once, in the middle of a reading that asks for this.
struct Once {
    done: AtomicBool,
    act: OnceLock<Box<dyn Fn() + Send + Sync>>,
}

/// An engine in whose store something happens while it reads, told by what is asked.
fn meanwhile(asked: &'static str) -> (Arc<Engine>, Arc<Once>) {
    let once = Arc::new(Once { done: AtomicBool::new(true), act: OnceLock::new() });
    let inside = Arc::clone(&once);
    let store = Wrapped::meanwhile(move |what| {
        if what == asked && !inside.done.swap(true, Ordering::SeqCst) {
            inside.act.get().unwrap()();
        }
    });
    (Arc::new(Engine::new(Box::new(store))), once)
}

impl Once {
    /// Lets a command be executed by another thread in the middle of the next reading.
    fn is(&self, engine: &Arc<Engine>, command: Command) {
        let engine = Arc::clone(engine);
        let act = move || {
            let (engine, command) = (Arc::clone(&engine), command.clone());
            std::thread::spawn(move || engine.execute(&command).unwrap()).join().unwrap();
        };
        assert!(self.act.set(Box::new(act)).is_ok());
        self.done.store(false, Ordering::SeqCst);
    }
}

/// What is acknowledged while what everybody said is being read is not lost to the running engine.
#[test]
fn what_is_said_while_the_register_is_read_counts() {
    for asked in ["streams", "events"] {
        let (engine, once) = meanwhile(asked);
        let town = Town::with(Arc::clone(&engine));
        let city = town.found("anna", "city", "public_administration");
        let notice = town.publish_notice("anna", city, &notice(1));
        for person in ["dora", "emil", "fay"] {
            town.consent(person, "city", notice, "news");
        }
        let purpose = PurposeRef { organisation: city, purpose: "news".parse().unwrap() };
        let dora = engine.person(&host("dora")).unwrap().unwrap();
        // Whatever was in memory goes.
        let fresh = forget_register(&town);
        once.is(&engine, fresh.command("dora", Some(StreamId::Person(dora)), "person.erase", json!({})));
        let at = fresh.now();
        engine.consent(dora, &purpose, at).unwrap();
        assert!(once.done.load(Ordering::SeqCst), "something came in between");
        let later = engine.consent(dora, &purpose, at).unwrap();
        assert!(!later.allowed, "she was erased while {asked} was read");
    }
}

/// Makes the engine read everything again, as after a text that was put right.
fn forget_register(town: &Town) -> Town {
    let asked = town.act(
        "emil",
        None,
        "right.request",
        json!({"organisation": "city", "right": "rectification", "text": "It is wrong."}),
    );
    let event = serde_json::from_slice::<Value>(&asked.events[0].body()).unwrap();
    let (request, text) = (&event["data"]["request"], &event["data"]["text"]);
    let words = json!({"request": request, "text": text, "words": "It is right."});
    town.act("anna", Some(asked.stream), "text.rectify", words);
    let other = Town::with(Arc::clone(&town.engine)).numbering_from(5000);
    other.wait_minutes(10_000);
    other
}

/// The same for a process that is being read.
#[test]
fn what_happens_while_a_process_is_read_counts() {
    let (_folder, path) = file();
    let town = Town::at(&url(&path));
    town.found("anna", "city", "public_administration");
    let process = town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
    let before = town.version(process);
    // A second engine reads it while the first one goes on writing.
    let other = Engine::open(&url(&path)).unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for _ in 0..200 {
                let view = other.process(process).unwrap();
                assert!(view.version() >= before);
                let head = other.store().read().unwrap().head(process.into()).unwrap().unwrap();
                assert!(view.version() <= head.version);
            }
        });
        for _ in 0..200 {
            let name = json!({"name": {"en": "Another name"}});
            let edited = town.act("anna", StreamId::from(process), "process.edit", name);
            assert_eq!(town.version(process), edited.version, "what was acknowledged is in the next answer");
            assert_eq!(other.process(process).unwrap().version(), edited.version, "of every engine");
        }
    });
}

/// An event that nobody can read makes its own stream unreadable, and nothing else.
#[test]
fn one_bad_event_does_not_end_an_engine() {
    let (_folder, path) = file();
    let town = Town::at(&url(&path));
    let (good, bad) = (
        town.found("anna", "good", "public_administration"),
        town.found("anna", "bad", "public_administration"),
    );
    let engine = Engine::open(&url(&path)).unwrap();
    engine.organisation(good).unwrap();
    engine.organisation(bad).unwrap();
    town.act("anna", StreamId::from(bad), "organisation.edit", json!({"name": {"en": "Worse"}}));
    let sql = "UPDATE event SET body = CAST('{}' AS BLOB) WHERE position = (SELECT max(position) FROM event)";
    rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    for _ in 0..3 {
        engine.organisation(good).unwrap();
        assert_eq!(engine.organisation(bad).unwrap_err().code(), Code::RecordTampered);
    }
    let edit = command(
        "still",
        "2026-03-03T09:00:00.000Z",
        "anna",
        Some(good.into()),
        "organisation.edit",
        &json!({"name": {"en": "Better"}}),
    );
    engine.execute(&edit).unwrap();
}

/// Two engines meet the same new person at once: both are right, and she is one person.
#[test]
fn two_engines_name_the_same_newcomer() {
    let (_folder, path) = file();
    let city = Controller::at(&url(&path));
    let engines = [Engine::open(&url(&path)).unwrap(), Engine::open(&url(&path)).unwrap()];
    let both = Barrier::new(2);
    std::thread::scope(|scope| {
        for (nth, engine) in engines.iter().enumerate() {
            let (both, notice) = (&both, city.notice);
            scope.spawn(move || {
                for person in 0..60 {
                    let (id, actor) = (format!("e{nth}-{person}"), format!("newcomer-{person}"));
                    let purpose = ["news", "news.local"][nth];
                    let give = command(
                        &id,
                        "2026-03-05T09:00:00.000Z",
                        &actor,
                        None,
                        "consent.give",
                        &giving("city", notice, purpose),
                    );
                    both.wait();
                    engine.execute(&give).unwrap_or_else(|error| panic!("{id}: {error}"));
                }
            });
        }
    });
    city.town.wait_minutes(10_000);
    for person in 0..60 {
        assert!(city.holds(&format!("newcomer-{person}"), "news"));
        assert!(city.holds(&format!("newcomer-{person}"), "news.local"));
    }
    city.town.engine.verify_all().unwrap();
}

/// The same command through two engines at once leads to one thing, and both say so.
#[test]
fn a_retry_that_meets_another_worker_is_told_what_it_led_to() {
    let (_folder, path) = file();
    let engines = [Engine::open(&url(&path)).unwrap(), Engine::open(&url(&path)).unwrap()];
    let both = Barrier::new(2);
    let outcomes: Vec<Vec<Executed>> = std::thread::scope(|scope| {
        let threads = engines.each_ref().map(|engine| {
            let both = &both;
            scope.spawn(move || {
                (0..80)
                    .map(|nth| {
                        let found = founding(&format!("twin-{nth}"), "2026-03-02T09:00:00.000Z");
                        both.wait();
                        engine.execute(&found).unwrap_or_else(|error| panic!("{nth}: {error}"))
                    })
                    .collect()
            })
        });
        threads.map(|thread| thread.join().unwrap()).into()
    });
    for (one, other) in outcomes[0].iter().zip(&outcomes[1]) {
        assert_eq!(one.events, other.events);
        assert!(one.repeated != other.repeated, "one was first");
    }
}

/// Somebody is dismissed while she gives a command: one of the two comes first, and the record says which.
#[test]
fn a_decision_rests_on_what_still_holds() {
    let (_folder, path) = file();
    let town = Town::at(&url(&path));
    let city = town.found("anna", "city", "public_administration");
    let process = town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
    let other = Engine::open(&url(&path)).unwrap();
    for nth in 0..40 {
        let (team, at) = (format!("team-{nth}"), "2026-03-09T09:00:00.000Z");
        let town = Town::with(Arc::clone(&town.engine)).numbering_from(1000 + nth * 100);
        town.wait_minutes(5000);
        town.team("anna", city, &team, "public_administration", &["eva"]);
        town.act(
            "anna",
            StreamId::from(process),
            "role.grant",
            json!({"holder": {"team": team}, "role": "coordinator"}),
        );
        let remove = town.command(
            "anna",
            Some(city.into()),
            "team_member.remove",
            json!({"team": team, "person": "eva"}),
        );
        let add = command(
            &format!("add-{nth}"),
            at,
            "eva",
            Some(process.into()),
            "item.add",
            &json!({"kind": "phase", "name": {"en": "Hers"}}),
        );
        let both = Barrier::new(2);
        let (removed, added) = std::thread::scope(|scope| {
            let removed = scope.spawn(|| {
                both.wait();
                town.engine.execute(&remove).unwrap()
            });
            let added = scope.spawn(|| {
                both.wait();
                other.execute(&add)
            });
            (removed.join().unwrap(), added.join().unwrap())
        });
        if let Ok(added) = added {
            assert!(added.position < removed.position, "she was taken at her word after she had left");
        }
    }
}

/// Honest clocks that are a little apart: nobody is refused, and the stream's time moves forward.
#[test]
fn eight_clocks_write_to_one_stream() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let refused = Mutex::new(0);
    std::thread::scope(|scope| {
        for thread in 0..8_i64 {
            let (engine, refused) = (&town.engine, &refused);
            scope.spawn(move || {
                for nth in 0..200_i64 {
                    let at =
                        Timestamp::from_millis(1_780_000_000_000 + nth * 2 - (thread * 37 + nth * 13) % 90)
                            .unwrap();
                    let edit = command(
                        &format!("t{thread}-{nth}"),
                        &at.to_string(),
                        "anna",
                        Some(city.into()),
                        "organisation.edit",
                        &json!({"name": {"en": "Name"}}),
                    );
                    if engine.execute(&edit).is_err() {
                        *refused.lock().unwrap() += 1;
                    }
                }
            });
        }
    });
    assert_eq!(*refused.lock().unwrap(), 0);
    let changes = town.engine.changes(Position(1), usize::MAX).unwrap();
    let times: Vec<Timestamp> = changes.iter().map(|change| change.event.head.at).collect();
    assert!(times.is_sorted());
    let late = changes.iter().filter_map(|change| change.event.head.made_at.map(|made| (made, change)));
    assert!(late.clone().count() > 0, "some came late");
    assert!(late.into_iter().all(|(made, change)| made < change.event.head.at));
    town.engine.verify_all().unwrap();
}

/// The future is refused where there is a clock; a stream that stands there already has a way back.
#[test]
fn a_clock_that_was_wrong_once() {
    let (_folder, path) = file();
    let far = "2099-01-01T00:00:00.000Z";
    {
        let refused = Engine::open(&url(&path)).unwrap().execute(&founding("city", far)).unwrap_err();
        assert_eq!(refused.code(), Code::TimeAhead);
    }
    let city = {
        // A host that lets its clock be as wrong as this.
        let lenient = Engine::open(&format!("{}?skew_ms=9999999999999", url(&path))).unwrap();
        lenient.execute(&founding("city", far)).unwrap().stream
    };
    let engine = Engine::open(&url(&path)).unwrap();
    let edit = |id: &str, at: &str| {
        command(id, at, "anna", Some(city), "organisation.edit", &json!({"name": {"en": "Today"}}))
    };
    let back = engine.execute(&edit("back", "2026-03-02T10:00:00.000Z")).unwrap();
    let head = back.events[0].head;
    assert_eq!(
        (head.at.to_string().as_str(), head.corrected_from),
        ("2026-03-02T10:00:00.000Z", Some(far.parse().unwrap()))
    );
    let next = engine.execute(&edit("next", "2026-03-02T10:00:01.000Z")).unwrap();
    assert_eq!(next.events[0].head.corrected_from, None);
    engine.verify_all().unwrap();
    // Only what says so may lie before what came before it.
    let body = String::from_utf8(back.events[0].body()).unwrap();
    let claims = body.replace(r#""corrected_from":"2099-01-01T00:00:00.000Z","#, "");
    assert_ne!(claims, body);
    // In memory there is no clock: the stream goes on where it stands, and the claim is kept.
    let memory = Engine::open("memory:").unwrap();
    memory.execute(&founding("city", far)).unwrap();
    let executed = memory.execute(&edit("back", "2026-03-02T10:00:00.000Z")).unwrap();
    assert_eq!(executed.events[0].head.at, far.parse().unwrap());
    assert_eq!(executed.events[0].head.made_at, Some("2026-03-02T10:00:00.000Z".parse().unwrap()));
}

/// What was expected is held against what there is, also where there is nothing yet.
#[test]
fn an_expectation_about_a_new_stream_is_held_against_it() {
    let town = Town::new();
    let found = |expect: u64| founding("city", "2026-03-02T09:00:00.000Z").expecting(Version(expect));
    assert_eq!(town.engine.execute(&found(5)).unwrap_err().code(), Code::VersionConflict);
    let city = town.engine.execute(&found(0)).unwrap().stream;
    let edit = command(
        "e",
        "2026-03-02T09:00:01.000Z",
        "anna",
        Some(city),
        "organisation.edit",
        &json!({"name": {"en": "Name"}}),
    );
    assert_eq!(town.engine.execute(&edit.expecting(Version(0))).unwrap_err().code(), Code::VersionConflict);
}

/// Many programs open a file that is not there yet.
#[test]
fn a_new_file_is_opened_by_many_at_once() {
    for _ in 0..10 {
        let (_folder, path) = file();
        let all = Barrier::new(8);
        std::thread::scope(|scope| {
            for nth in 0..8 {
                let (path, all) = (&path, &all);
                scope.spawn(move || {
                    all.wait();
                    let engine = Engine::open(&url(path)).unwrap();
                    engine.execute(&founding(&format!("o{nth}"), "2026-03-02T09:00:00.000Z")).unwrap();
                });
            }
        });
        assert_eq!(Engine::open(&url(&path)).unwrap().verify_all().unwrap().events, 8);
    }
}

/// Somebody else holds the file: each of many waits as long as one, and is told so.
#[test]
fn waits_do_not_add_up() {
    let (_folder, path) = file();
    let engine = Engine::open(&format!("{}?patience_ms=400", url(&path))).unwrap();
    engine.execute(&founding("city", "2026-03-02T09:00:00.000Z")).unwrap();
    let holder = rusqlite::Connection::open(&path).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let began = Instant::now();
    std::thread::scope(|scope| {
        for nth in 0..4 {
            let engine = &engine;
            scope.spawn(move || {
                let error =
                    engine.execute(&founding(&format!("o{nth}"), "2026-03-02T09:00:00.000Z")).unwrap_err();
                assert_eq!(error.code(), Code::StoreBusy);
            });
        }
        scope.spawn(|| assert_eq!(engine.streams().unwrap().len(), 1, "who reads does not wait"));
    });
    assert!(began.elapsed() < Duration::from_millis(1500), "{:?}", began.elapsed());
    holder.execute_batch("ROLLBACK").unwrap();
    engine.execute(&founding("later", "2026-03-02T09:00:00.000Z")).unwrap();
}

/// An erasure while somebody else reads the file: it counts at once, nobody waits, and the bytes go as soon as they can.
#[test]
fn an_erasure_does_not_wait_for_a_foreign_reader() {
    let secret = "dora.the.only@mail.example";
    let (_folder, path) = file();
    let city = Controller::at(&url(&path));
    city.give(secret, "news");
    let person = city.person(secret);
    let in_file = || {
        ["", "-wal"].iter().any(|name| {
            let bytes = std::fs::read(format!("{}{name}", path.display())).unwrap_or_default();
            bytes.windows(secret.len()).any(|window| window == secret.as_bytes())
        })
    };
    assert!(in_file(), "this test can see it");
    let foreign = rusqlite::Connection::open(&path).unwrap();
    foreign.execute_batch("BEGIN").unwrap();
    let seen: i64 = foreign.query_row("SELECT count(*) FROM tie", [], |row| row.get(0)).unwrap();
    assert!(seen > 0);
    let began = Instant::now();
    let erased = city.town.act(secret, StreamId::Person(person), "person.erase", json!({}));
    assert_eq!(erased.scrubbed, Some(false), "somebody still reads what was there");
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    assert!(city.town.engine.person(&host(secret)).unwrap().is_none(), "but it counts");
    city.town.engine.verify_all().unwrap();
    // The next opening finishes it, whoever opens.
    drop(foreign);
    drop(Engine::open(&url(&path)).unwrap());
    assert!(!in_file(), "the next opening finishes the job");
}

/// The same engine finishes it with its next command.
#[test]
fn an_erasure_is_finished_by_the_next_command() {
    let secret = "emil.the.only@mail.example";
    let (_folder, path) = file();
    let city = Controller::at(&url(&path));
    city.give(secret, "news");
    let foreign = rusqlite::Connection::open(&path).unwrap();
    foreign.execute_batch("BEGIN").unwrap();
    let _: i64 = foreign.query_row("SELECT count(*) FROM tie", [], |row| row.get(0)).unwrap();
    let erased = city.town.act(secret, StreamId::Person(city.person(secret)), "person.erase", json!({}));
    assert_eq!(erased.scrubbed, Some(false));
    drop(foreign);
    city.give("fay", "news");
    let wal = std::fs::read(format!("{}-wal", path.display())).unwrap_or_default();
    let main = std::fs::read(&path).unwrap();
    for bytes in [wal, main] {
        assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()));
    }
}

/// A trigger that somebody planted acts on nothing that is acknowledged.
#[test]
fn an_altered_schema_is_written_to_by_nobody() {
    let (_folder, path) = file();
    let engine = Engine::open(&url(&path)).unwrap();
    engine.execute(&founding("city", "2026-03-02T09:00:00.000Z")).unwrap();
    let planted = rusqlite::Connection::open(&path).unwrap();
    let trigger = "CREATE TRIGGER swallow BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END";
    planted.execute_batch(trigger).unwrap();
    let refused = engine.execute(&founding("lost", "2026-03-02T09:00:00.000Z")).unwrap_err();
    assert_eq!(refused.code(), Code::StoreAltered);
    assert_eq!(Engine::open(&url(&path)).unwrap_err().code(), Code::StoreAltered);
    planted.execute_batch("DROP TRIGGER swallow").unwrap();
    engine.execute(&founding("found", "2026-03-02T09:00:00.000Z")).unwrap();
    // What SQLite keeps for itself is nobody's trigger.
    planted.execute_batch("ANALYZE").unwrap();
    engine.execute(&founding("after", "2026-03-02T09:00:00.000Z")).unwrap();
    Engine::open(&url(&path)).unwrap().verify_all().unwrap();
}

/// Bundles of a process that is being worked on are whole.
#[test]
fn a_busy_process_is_exported_whole() {
    let (_folder, path) = file();
    let town = Town::at(&url(&path));
    town.found("anna", "city", "public_administration");
    let process = town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
    let reader = Engine::open(&url(&path)).unwrap();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let (done, reader) = (&done, &reader);
        let exports = scope.spawn(move || {
            let mut many = 0;
            while !done.load(Ordering::SeqCst) || many < 10 {
                let bundle = reader.export_bundle(process, true).unwrap();
                Engine::open("memory:").unwrap().import_bundle(bundle.as_bytes()).unwrap();
                reader.verify_all().unwrap();
                many += 1;
            }
        });
        for nth in 0..150 {
            let grant = json!({"holder": {"person": format!("person-{nth}")}, "role": "contributor"});
            town.act("anna", StreamId::from(process), "role.grant", grant);
        }
        done.store(true, Ordering::SeqCst);
        exports.join().unwrap();
    });
}

/// Every answer names its position, and is of it: what is asked at a moment stays as it was.
#[test]
fn a_moment_does_not_move() {
    let city = Controller::new();
    city.give("dora", "news");
    let engine = &city.town.engine;
    let process = city.town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
    // All of it is in memory before, so that memory is what moves on.
    assert!(city.holds("dora", "news"));
    let (version, name) = (city.town.version(process), engine.organisation(city.id).unwrap().name.clone());
    let moment = engine.moment().unwrap();
    let (dora, at) = (city.person("dora"), "2026-09-01T09:00:00.000Z".parse().unwrap());
    let question =
        json!({"consent": {"person": "dora", "organisation": city.id, "purpose": "news", "at": at}});
    let ask = || serde_json::from_str::<Value>(&engine.request(question.to_string().as_bytes())).unwrap();
    let before = ask();
    assert_eq!(before["position"], json!(moment.position()));
    assert_eq!(before["ok"]["allowed"], json!(true));

    city.town.act("dora", None, "consent.withdraw", about("news"));
    city.town.act("anna", StreamId::from(city.id), "organisation.edit", json!({"name": {"en": "Another"}}));
    let last =
        city.town.act("anna", StreamId::from(process), "process.edit", json!({"name": {"en": "Another"}}));
    assert!(!engine.consent(dora, &city.purpose("news"), at).unwrap().allowed);

    assert!(moment.consent(dora, &city.purpose("news"), at).unwrap().allowed, "as it stood there");
    assert_eq!(moment.process(process).unwrap().version(), version);
    assert_eq!(moment.organisation(city.id).unwrap().name, name);
    let events = moment.changes(Position(0), 1000).unwrap();
    assert_eq!(events.last().unwrap().position, moment.position());
    let after = ask();
    assert_eq!(after["position"], json!(last.position));
    assert_eq!(after["ok"]["allowed"], json!(false));
}

/// Where pages of the vault are split, SQLite leaves copies of rows behind; an erasure takes those too.
#[test]
fn an_erasure_leaves_no_copy_in_a_page_that_was_split() {
    let (_folder, path) = file();
    let city = Controller::at(&url(&path));
    let name = |nth: usize| format!("someone.{nth:04}.here@mail.example");
    for nth in 0..700 {
        city.give(&name(nth), "news");
    }
    for nth in (0..700).step_by(7) {
        let person = city.person(&name(nth));
        let erased = city.town.act(&name(nth), StreamId::Person(person), "person.erase", json!({}));
        assert_eq!(erased.scrubbed, Some(true));
    }
    let bytes = std::fs::read(&path).unwrap();
    let left = (0..700).step_by(7).filter(|nth| {
        let name = name(*nth);
        bytes.windows(name.len()).any(|window| window == name.as_bytes())
    });
    assert_eq!(left.count(), 0);
    assert_eq!(city.person(&name(1)), city.person(&name(1)), "the others are there");
    city.town.engine.verify_all().unwrap();
}

/// A trigger under a name that SQLite keeps for itself.
#[test]
fn a_trigger_with_a_name_of_sqlites_own_is_found() {
    let (_folder, path) = file();
    let engine = Engine::open(&url(&path)).unwrap();
    engine.execute(&founding("city", "2026-03-02T09:00:00.000Z")).unwrap();
    let planted = rusqlite::Connection::open(&path).unwrap();
    let trigger = "PRAGMA writable_schema = ON;
        INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('trigger', 'sqlite_swallow', 'command', 0,
            'CREATE TRIGGER sqlite_swallow AFTER INSERT ON command BEGIN DELETE FROM event WHERE seq > 1; END');
        PRAGMA schema_version = 999;";
    planted.execute_batch(trigger).unwrap();
    drop(planted);
    assert_eq!(engine.verify_all().unwrap_err().code(), Code::RecordRow);
    let refused = engine.execute(&founding("lost", "2026-03-02T09:00:00.000Z")).unwrap_err();
    assert_eq!(refused.code(), Code::StoreAltered);
    assert_eq!(Engine::open(&url(&path)).unwrap_err().code(), Code::StoreAltered);
}

/// One file under two names, and a working directory that has nothing to do with it.
#[cfg(unix)]
#[test]
fn a_link_and_its_file_are_one_store() {
    let (folder, path) = file();
    let link = folder.path().join("link.sqlite");
    Engine::open(&url(&path)).unwrap().execute(&founding("city", "2026-03-02T09:00:00.000Z")).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let (one, other) = (Engine::open(&url(&path)).unwrap(), Engine::open(&url(&link)).unwrap());
    for nth in 0..10 {
        other.execute(&founding(&format!("o{nth}"), "2026-03-02T09:00:00.000Z")).unwrap();
        assert_eq!(one.streams().unwrap().len(), nth + 2);
    }
    assert!(!folder.path().join("link.sqlite-wal").exists());
    one.verify_all().unwrap();
}

/// What is acknowledged goes into the file that is there, not into one that was moved away.
#[cfg(unix)]
#[test]
fn nothing_is_acknowledged_into_a_file_that_was_moved() {
    let (folder, path) = file();
    let engine = Engine::open(&url(&path)).unwrap();
    engine.execute(&founding("city", "2026-03-02T09:00:00.000Z")).unwrap();
    std::fs::rename(&path, folder.path().join("moved.sqlite")).unwrap();
    assert!(engine.execute(&founding("lost", "2026-03-02T09:00:00.000Z")).is_err());
}

/// A backup that is restored under a running engine is what it answers from.
#[test]
fn a_store_that_goes_back_is_read_anew() {
    let (folder, path) = file();
    let city = Controller::at(&url(&path));
    let backup = folder.path().join("backup.sqlite");
    city.give("dora", "news");
    let file = rusqlite::Connection::open(&path).unwrap();
    file.execute("VACUUM INTO ?1", [backup.to_str().unwrap()]).unwrap();
    city.town.act("dora", None, "consent.withdraw", about("news"));
    city.give("emil", "news");
    assert!(!city.holds("dora", "news"));
    // As SQLite's own tools restore: page by page into the file that is there.
    let mut target = rusqlite::Connection::open(&path).unwrap();
    let source = rusqlite::Connection::open(&backup).unwrap();
    let restore = rusqlite::backup::Backup::new(&source, &mut target).unwrap();
    restore.run_to_completion(1000, Duration::ZERO, None).unwrap();
    drop(restore);
    drop(target);
    let fresh = Engine::open(&url(&path)).unwrap();
    let dora = fresh.person(&host("dora")).unwrap().unwrap();
    let at = "2026-09-01T09:00:00.000Z".parse().unwrap();
    assert!(fresh.consent(dora, &city.purpose("news"), at).unwrap().allowed, "it is what the backup says");
    assert!(city.town.engine.consent(dora, &city.purpose("news"), at).unwrap().allowed, "also here");
    city.give("fay", "news");
    city.town.engine.verify_all().unwrap();
}

/// The same where the engine's next call is a command, and where somebody else has gone on with the backup meanwhile.
#[test]
fn nothing_is_decided_on_a_store_that_is_no_longer_there() {
    for others in [0, 12] {
        let (folder, path) = file();
        let city = Controller::at(&url(&path));
        let process = city.town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
        let backup = folder.path().join("backup.sqlite");
        let sql = rusqlite::Connection::open(&path).unwrap();
        sql.execute("VACUUM INTO ?1", [backup.to_str().unwrap()]).unwrap();
        let edit = || {
            city.town.act("anna", StreamId::from(process), "process.edit", json!({"name": {"en": "Name"}}))
        };
        (0..4).for_each(|_| drop(edit()));
        let mut target = rusqlite::Connection::open(&path).unwrap();
        let source = rusqlite::Connection::open(&backup).unwrap();
        let restore = rusqlite::backup::Backup::new(&source, &mut target).unwrap();
        restore.run_to_completion(1000, Duration::ZERO, None).unwrap();
        drop(restore);
        let other = Town::at(&url(&path)).numbering_from(7000);
        for _ in 0..others {
            other.act("anna", StreamId::from(process), "process.edit", json!({"name": {"en": "Other"}}));
        }
        edit();
        city.town.engine.verify_all().unwrap();
        assert_eq!(city.town.version(process), other.version(process));
    }
}

/// A command is not dated past what was recorded where its right comes from.
#[test]
fn a_right_that_ended_is_not_used_by_dating_a_command_back() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "gardeners", "public_administration", &["carl"]);
    let process = town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
    let grant = json!({"holder": {"team": "gardeners"}, "role": "coordinator"});
    town.act("anna", StreamId::from(process), "role.grant", grant);
    let before = town.now().to_string();
    town.wait_minutes(30);
    town.act(
        "anna",
        StreamId::from(city),
        "team_member.remove",
        json!({"team": "gardeners", "person": "carl"}),
    );
    let data = json!({"kind": "phase", "name": {"en": "His"}});
    let late = command("late", &before, "carl", Some(process.into()), "item.add", &data);
    assert_eq!(town.engine.execute(&late).unwrap_err().code(), Code::PermissionDenied);
}
