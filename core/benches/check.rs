//! One check, and everything a party may do, in a process of 125 items, 100 people, 20 teams and 40 grants.
//!
//! The peer is the rule written plainly (`testkit::naive`): it keeps the grants in a list and walks from the
//! item up to the process, looking through the list at every step. Both give the same answers.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use interlink::check::Question;
use interlink::governance::Permission;
use interlink::journal::StreamId;
use interlink::party::Organisation;
use interlink::types::{HostId, PersonId};
use testkit::city::City;
use testkit::naive::Naive;

fn check(c: &mut Criterion) {
    let city = City::new("memory:");
    let engine = &city.town.engine;
    let view = engine.process(city.process).unwrap();
    let at = city.town.now();
    let organisation = |stream| match stream {
        StreamId::Organisation(id) => Some(Organisation::clone(&engine.organisation(id).unwrap())),
        _ => None,
    };
    let organisations: Vec<Organisation> =
        engine.streams().unwrap().into_iter().filter_map(organisation).collect();
    let naive = Naive::new(&view, &organisations);

    let person = |n: usize| engine.person(&testkit::host(&format!("person-{n}"))).unwrap().unwrap();
    let people: Vec<PersonId> = (0..100).map(person).collect();
    let permissions =
        [Permission::TaskStart, Permission::AssetCreate, Permission::ProcessView, Permission::ItemAdd];
    let questions: Vec<Question> = (0..1000)
        .map(|n| Question::new(people[n * 7 % 100], permissions[n % 4], at).on(city.tasks[n * 13 % 100]))
        .collect();
    let allowed = questions.iter().filter(|q| view.check(q).allowed()).count();
    assert!(questions.iter().all(|q| view.check(q).allowed() == naive.allowed(q)), "both must say the same");
    println!("{allowed} of {} questions are answered with yes", questions.len());

    let mut group = c.benchmark_group("check");
    let mut next = questions.iter().cycle();
    group.bench_function("one", |b| b.iter(|| view.check(black_box(next.next().unwrap())).allowed()));
    let mut next = questions.iter().cycle();
    group.bench_function("one, the rule written plainly", |b| {
        b.iter(|| naive.allowed(black_box(next.next().unwrap())));
    });
    let mut next = questions.iter().cycle();
    group.bench_function("one, with its explanation", |b| {
        b.iter(|| view.check(black_box(next.next().unwrap())).explain());
    });
    let host_id: HostId = testkit::host("person-12");
    let task = Some(city.tasks[5]);
    group.bench_function("one, by host id through the engine, explained", |b| {
        b.iter(|| engine.check(black_box(&host_id), Permission::TaskStart, city.process, task, at).unwrap());
    });
    let mut next = people.iter().cycle();
    group.bench_function("everything for one party", |b| {
        b.iter(|| view.permissions_of(black_box(*next.next().unwrap()), at));
    });
    group.bench_function("who may", |b| b.iter(|| view.who_may(black_box(Permission::TaskStart), task, at)));
    group.finish();
}

criterion_group!(benches, check);
criterion_main!(benches);
