//! The cache under schedules that a checker chooses: `cargo xtask model`. The locks are the checker's, the code is the code.
#![cfg(all(test, shuttle))]

use std::sync::Arc;

use interlink::Engine;
use interlink::consent::PurposeRef;
use interlink::journal::{
    Appended, Batch, Deadline, MemoryStore, Position, Reading, Snapshot, Store, StoreError, StreamId,
};
use interlink::types::{DocumentId, ProcessId, Timestamp};
use serde_json::json;
use shuttle::scheduler::{PctScheduler, RandomScheduler};
use shuttle::thread;
use testkit::{Town, about, host, notice};

/// How many schedules are tried; more with `SCHEDULES`.
fn schedules() -> usize {
    std::env::var("SCHEDULES").ok().and_then(|many| many.parse().ok()).unwrap_or(300)
}

/// A store under two engines.
#[derive(Debug, Clone, Default)]
struct Shared(Arc<MemoryStore>);

impl Store for Shared {
    fn read(&self) -> Result<Box<dyn Reading + '_>, StoreError> {
        self.0.read()
    }

    fn position(&self) -> Result<Position, StoreError> {
        self.0.position()
    }

    fn append_all(&self, batches: &[Batch<'_>], deadline: Deadline) -> Result<Appended, StoreError> {
        self.0.append_all(batches, deadline)
    }

    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError> {
        self.0.put_document(id, bytes)
    }

    fn put_snapshot(&self, _: StreamId, _: &Snapshot) -> Result<(), StoreError> {
        Ok(())
    }

    fn snapshot_every(&self) -> Option<u64> {
        None
    }
}

/// A city with a notice, in which Dora and Emil consented, and a process that requires it; two engines that know nothing yet.
struct World {
    engines: [Arc<Engine>; 2],
    store: Shared,
    purpose: PurposeRef,
    process: ProcessId,
    at: Timestamp,
}

impl World {
    fn new() -> Self {
        let store = Shared::default();
        let town = Town::with(Arc::new(Engine::new(Box::new(store.clone()))));
        let city = town.found("anna", "city", "public_administration");
        let published = town.publish_notice("anna", city, &notice(1));
        let process = town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
        let require = json!({"organisation": "city", "purpose": "news"});
        town.act("anna", StreamId::from(process), "purpose.require", require);
        for person in ["dora", "emil"] {
            town.consent(person, "city", published, "news");
        }
        let engine = || Arc::new(Engine::new(Box::new(store.clone())));
        let purpose = PurposeRef { organisation_id: city, purpose: "news".parse().unwrap() };
        Self {
            engines: [engine(), engine()],
            store,
            purpose,
            process,
            at: "2026-06-01T09:00:00.000Z".parse().unwrap(),
        }
    }

    fn town(&self, engine: usize, numbers: u64) -> Town {
        let town = Town::with(Arc::clone(&self.engines[engine])).numbering_from(numbers);
        town.wait_minutes(1000);
        town
    }

    fn holds(&self, engine: &Engine, person: &str) -> bool {
        engine.consents().unwrap().check_host(&host(person), &self.purpose, self.at).unwrap().allowed
            && engine.person(&host(person)).unwrap().is_some_and(|known| {
                engine.consent(known, &self.purpose, interlink::consent::Asked::Now(self.at)).unwrap().allowed
            })
    }

    /// Both engines, and one that has seen nothing of it, say the same.
    fn agree(&self) {
        let fresh = Engine::new(Box::new(self.store.clone()));
        let questions = [
            json!({"tree": {"process": self.process}}),
            json!({"consents": {"person": "dora", "at": self.at}}),
            json!({"consents": {"person": "emil", "at": self.at}}),
            json!({"organisation": {"organisation_id": self.purpose.organisation_id}}),
            json!({"permissions": {"process": self.process, "party": {"person": "anna"}, "at": self.at}}),
            json!({"changes": {"limit": 1000}}),
            json!({"verify": {}}),
        ];
        for question in questions {
            let question = question.to_string();
            let said = fresh.request(question.as_bytes());
            assert!(said.starts_with("{\"ok\""), "{said}");
            for engine in &self.engines {
                assert_eq!(engine.request(question.as_bytes()), said, "{question}");
            }
        }
    }
}

/// Checks a piece of the world under many schedules: random ones, and those that favour rare orders.
fn check(run: impl Fn() + Send + Sync + Clone + 'static) {
    let mut config = shuttle::Config::new();
    // Commands are read and decided on these stacks.
    config.stack_size = 4 << 20;
    shuttle::Runner::new(RandomScheduler::new(schedules()), config.clone()).run(run.clone());
    shuttle::Runner::new(PctScheduler::new(3, schedules()), config).run(run);
}

/// What was acknowledged while the register, a process and an organisation are being read is in the next answer.
#[test]
fn nothing_acknowledged_is_lost_while_others_load() {
    check(|| {
        let world = Arc::new(World::new());
        let threads = [
            thread::spawn({
                let world = Arc::clone(&world);
                move || {
                    world.town(0, 1000).act("dora", None, "consent.withdraw", about("news"));
                    for engine in &world.engines {
                        assert!(!world.holds(engine, "dora"), "she withdrew");
                    }
                }
            }),
            thread::spawn({
                let world = Arc::clone(&world);
                move || {
                    let emil = world.engines[1].person(&host("emil")).unwrap().unwrap();
                    world.town(1, 2000).act("emil", Some(StreamId::Person(emil)), "person.erase", json!({}));
                    for engine in &world.engines {
                        assert!(!world.holds(engine, "emil"), "he was erased");
                    }
                }
            }),
            thread::spawn({
                let world = Arc::clone(&world);
                move || {
                    for engine in &world.engines {
                        world.holds(engine, "dora");
                        engine.process(world.process).unwrap();
                    }
                }
            }),
        ];
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        world.agree();
    });
}

/// Two engines write to one stream while both are read.
#[test]
fn two_engines_on_one_stream_agree() {
    check(|| {
        let world = Arc::new(World::new());
        let writer = |engine: usize, numbers: u64| {
            let world = Arc::clone(&world);
            thread::spawn(move || {
                let town = world.town(engine, numbers);
                for _ in 0..2 {
                    let stream = StreamId::from(world.process);
                    let edited = town.act(
                        "anna",
                        stream,
                        "process.edit",
                        json!({"name": {"en": format!("Name {engine}")}}),
                    );
                    assert!(world.engines[engine].process(world.process).unwrap().seq() >= edited.seq);
                }
            })
        };
        let threads = [writer(0, 1000), writer(1, 2000)];
        for _ in 0..2 {
            let moment = world.engines[0].moment().unwrap();
            let view = moment.process(world.process).unwrap();
            let events = moment.changes(Position(0), 1000).unwrap();
            assert_eq!(events.len() as u64, moment.position().0, "a moment is of one position");
            let seen =
                events.iter().filter(|change| change.event.head.stream == world.process.into()).count();
            assert_eq!(view.seq().0, seen as u64, "and its views are of the same");
        }
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        world.agree();
    });
}
