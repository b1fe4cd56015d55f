//! What is read while others write is of one position.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use interlink::consent::PurposeRef;
use interlink::journal::{Position, StreamId};
use interlink::problem::Code;
use interlink::{Command, Engine};
use serde_json::{Value, json};
use testkit::{Controller, Town, Wrapped, about, host, notice};

use super::{command, file, url};

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
        let purpose = PurposeRef { organisation_id: city, purpose: "news".parse().unwrap() };
        let dora = engine.person(&host("dora")).unwrap().unwrap();
        // Whatever was in memory goes.
        let fresh = forget_register(&town);
        once.is(&engine, fresh.command("dora", Some(StreamId::Person(dora)), "person.erase", json!({})));
        let at = fresh.now();
        engine.consent(dora, &purpose, interlink::consent::Asked::Now(at)).unwrap();
        assert!(once.done.load(Ordering::SeqCst), "something came in between");
        let later = engine.consent(dora, &purpose, interlink::consent::Asked::Now(at)).unwrap();
        assert!(!later.allowed, "she was erased while {asked} was read");
    }
}

/// Makes the engine read everything again, as after a text that was put right.
fn forget_register(town: &Town) -> Town {
    let asked = town.act(
        "emil",
        None,
        "subject_request.make",
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
                assert!(view.seq() >= before);
                let head = other.store().read().unwrap().head(process.into()).unwrap().unwrap();
                assert!(view.seq() <= head.seq);
            }
        });
        for _ in 0..200 {
            let name = json!({"name": {"en": "Another name"}});
            let edited = town.act("anna", StreamId::from(process), "process.edit", name);
            assert_eq!(town.version(process), edited.seq, "what was acknowledged is in the next answer");
            assert_eq!(other.process(process).unwrap().seq(), edited.seq, "of every engine");
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
        json!({"consent": {"person": "dora", "organisation_id": city.id, "purpose": "news", "at": at}});
    let ask = || serde_json::from_str::<Value>(&engine.request(question.to_string().as_bytes())).unwrap();
    let before = ask();
    assert_eq!(before["position"], json!(moment.position()));
    assert_eq!(before["ok"]["allowed"], json!(true));

    city.town.act("dora", None, "consent.withdraw", about("news"));
    city.town.act("anna", StreamId::from(city.id), "organisation.edit", json!({"name": {"en": "Another"}}));
    let last =
        city.town.act("anna", StreamId::from(process), "process.edit", json!({"name": {"en": "Another"}}));
    assert!(
        !engine.consent(dora, &city.purpose("news"), interlink::consent::Asked::Now(at)).unwrap().allowed
    );

    assert!(
        moment.consent(dora, &city.purpose("news"), interlink::consent::Asked::Now(at)).unwrap().allowed,
        "as it stood there"
    );
    assert_eq!(moment.process(process).unwrap().seq(), version);
    assert_eq!(moment.organisation(city.id).unwrap().name, name);
    let events = moment.changes(Position(0), 1000).unwrap();
    assert_eq!(events.last().unwrap().position, moment.position());
    let after = ask();
    assert_eq!(after["position"], json!(last.position));
    assert_eq!(after["ok"]["allowed"], json!(false));
}
