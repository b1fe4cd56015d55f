//! What next: for one person in a process of 125 items, and over 1,000 processes of theirs.
//!
//! Each answer is whole: ten steps with their reasons in words, who could end what is waited for, and how many steps there
//! are in all.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use interlink::governance::Shipped;
use interlink::journal::StreamId;
use interlink::types::Language;
use serde_json::json;
use testkit::city::City;
use testkit::{host, small_template};

fn next(c: &mut Criterion) {
    let city = City::new("memory:");
    let (town, stream) = (&city.town, StreamId::from(city.process));
    // Each phase waits for the one before, and the first tasks of each objective for one another.
    for pair in city.phases.windows(2) {
        let data = json!({"item": pair[1], "on": pair[0], "needs": "finished"});
        town.act("person-0", stream, "prerequisite.add", data);
    }
    for tasks in city.tasks.chunks(5) {
        for pair in tasks.windows(2) {
            let data = json!({"item": pair[1], "on": pair[0], "needs": "previous"});
            town.act("person-0", stream, "prerequisite.add", data);
        }
    }
    let engine = &town.engine;
    let (english, at) = (Language::english(), town.now());
    let mut group = c.benchmark_group("next");
    for (name, who) in [("a member of teams", "person-7"), ("the administrator", "person-0")] {
        let person = engine.person(&host(who)).unwrap().unwrap();
        let found = engine.next(person, Some(city.process), at, english, 10).unwrap();
        println!("{who}: {} steps in all", found.total);
        group.bench_function(format!("one process of 125 items, {name}"), |b| {
            b.iter(|| engine.next(black_box(person), Some(city.process), at, english, 10).unwrap());
        });
    }

    let template = town.template(&small_template());
    for _ in 0..1000 {
        let process = town.process("anna", None, Shipped::C2c, Some(template));
        let grant = json!({"holder": {"person": "bruno"}, "role": "member"});
        town.act("anna", StreamId::from(process), "role.grant", grant);
    }
    let at = town.now();
    for (name, who) in [("the administrator of all", "anna"), ("who has a role in all", "bruno")] {
        let person = engine.person(&host(who)).unwrap().unwrap();
        let found = engine.next(person, None, at, english, 10).unwrap();
        println!("{who}: {} steps in all", found.total);
        group.bench_function(format!("1,000 processes, {name}"), |b| {
            b.iter(|| engine.next(black_box(person), None, at, english, 10).unwrap());
        });
    }
    group.finish();
}

criterion_group!(benches, next);
criterion_main!(benches);
