//! Knowledge that was passed on is as old as when its home told it, and says through whom it came.
#![cfg(test)]

use interlink::governance::Shipped;
use interlink::home::Terms;
use interlink::journal::StreamId;
use interlink::kernel::{Checker, Engine};
use interlink::types::{ProcessId, Timestamp};
use serde_json::{Value, json};
use testkit::{Town, small_template};

fn memory() -> Engine {
    Engine::open("memory:").unwrap()
}

fn day(nth: i64) -> Timestamp {
    let first: Timestamp = "2026-04-01T00:00:00.000Z".parse().unwrap();
    Timestamp::from_millis(first.as_millis() + nth * 86_400_000).unwrap()
}

fn process_of_the_city() -> (Town, ProcessId) {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    (town, process)
}

/// Writes a bundle at one store on a day, and takes it in at another.
fn pass(from: &Engine, to: &Engine, process: ProcessId, source: &str, nth: i64) -> String {
    let bundle = from.moment().unwrap().export_bundle_at(process, true, Some(day(nth))).unwrap();
    let terms = json!({"source": source, "at": day(nth)});
    to.import_bundle_on(bundle.as_bytes(), &Terms::from_json(terms.to_string().as_bytes()).unwrap()).unwrap();
    bundle
}

fn known(engine: &Engine, process: ProcessId, at: Timestamp) -> Vec<Value> {
    let ask = json!({"check": {"actor": "anna", "at": at, "permission": "process.view", "process": process}});
    let said: Value = serde_json::from_str(&engine.request(ask.to_string().as_bytes())).unwrap();
    assert_eq!(said["ok"]["allowed"], true, "{said}");
    said["known_of"].as_array().cloned().unwrap_or_default()
}

#[test]
fn what_was_passed_on_is_as_old_as_its_home_told_it() {
    let (town, process) = process_of_the_city();
    let (b, c, d) = (memory(), memory(), memory());
    pass(&town.engine, &b, process, "a", 1);
    pass(&b, &c, process, "b", 5);
    let last = pass(&c, &d, process, "c", 9);
    assert_eq!(known(&b, process, day(9)), [json!({"as_of": day(1), "source": "a"})]);
    assert_eq!(known(&c, process, day(9)), [json!({"as_of": day(1), "source": "b", "path": ["a"]})]);
    assert_eq!(known(&d, process, day(9)), [json!({"as_of": day(1), "source": "c", "path": ["b", "a"]})]);
    // Whoever reads the bundle without an engine is told the same.
    assert_eq!(Checker::read(last.as_bytes()).unwrap().known_as_of(), day(1));
    // The same passed on once more is no younger for it.
    pass(&b, &c, process, "b", 12);
    assert_eq!(known(&c, process, day(12))[0]["as_of"], json!(day(1)));
    // When its home tells again, it is, and then wherever that is passed on to.
    town.act("anna", StreamId::from(process), "process.edit", json!({"name": {"en": "Other"}}));
    pass(&town.engine, &b, process, "a", 13);
    pass(&b, &c, process, "b", 20);
    assert_eq!(known(&c, process, day(20)), [json!({"as_of": day(13), "source": "b", "path": ["a"]})]);
    // What is told later of an earlier day changes nothing.
    d.verify_all().unwrap();
    c.verify_all().unwrap();
}

#[test]
fn who_took_it_over_is_its_home() {
    let (town, process) = process_of_the_city();
    let (b, c) = (memory(), memory());
    let bundle = town.engine.moment().unwrap().export_bundle_at(process, true, Some(day(1))).unwrap();
    let stream = StreamId::from(process);
    let terms = json!({"source": "a", "at": day(1), "take_over": [stream]});
    b.import_bundle_on(bundle.as_bytes(), &Terms::from_json(terms.to_string().as_bytes()).unwrap()).unwrap();
    pass(&b, &c, process, "b", 5);
    let replica = c.moment().unwrap().replica(stream).unwrap().unwrap();
    assert_eq!((replica.as_of, replica.path.len()), (day(5), 0), "B writes it now");
    // The city itself is still at home where it was.
    let known = known(&c, process, day(9));
    assert!(known.contains(&json!({"as_of": day(1), "source": "b", "path": ["a"]})), "{known:?}");
}

/// However it is passed around, nothing is known as of later than its home last told of it there.
#[test]
fn no_relay_makes_knowledge_look_fresher() {
    for seed in 0..40_u64 {
        let (town, process) = process_of_the_city();
        let stream = StreamId::from(process);
        let stores = [memory(), memory(), memory()];
        // As of when each knows it, by what was told: kept beside, without the library.
        let mut truth: [Option<Timestamp>; 3] = [None; 3];
        let mut came_from: [Option<usize>; 3] = [None; 3];
        let mut random = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut draw = |of: usize| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            usize::try_from(random % of as u64).unwrap()
        };
        for nth in 1..14 {
            let (from, to) = (draw(4), draw(3));
            if from == 0 && draw(2) == 0 {
                let name = json!({"name": {"en": format!("Name {nth}")}});
                town.act("anna", stream, "process.edit", name);
            }
            let (engine, told) = match from.checked_sub(1) {
                None => (&*town.engine, Some(day(nth))),
                Some(store) if store != to => (&stores[store], truth[store]),
                Some(_) => continue,
            };
            let Some(told) = told else { continue };
            let terms = json!({"source": format!("place-{from}"), "at": day(nth)});
            let terms = Terms::from_json(terms.to_string().as_bytes()).unwrap();
            let bundle = engine.moment().unwrap().export_bundle_at(process, true, Some(day(nth))).unwrap();
            if stores[to].import_bundle_on(bundle.as_bytes(), &terms).is_ok()
                && came_from[to].is_none_or(|before| before == from)
            {
                came_from[to] = Some(from);
                truth[to] = truth[to].max(Some(told));
            }
            for (engine, truth) in stores.iter().zip(truth) {
                if let Some(replica) = engine.moment().unwrap().replica(stream).unwrap() {
                    assert!(Some(replica.as_of) <= truth, "seed {seed}, day {nth}");
                }
            }
        }
    }
}
