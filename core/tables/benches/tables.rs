//! Two thousand simulated processes as tables, beside every event read as JSON; and one process as a picture.
use std::hint::black_box;
use std::ops::ControlFlow;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use interlink::governance::{GovernanceModel, Shipped};
use interlink::interop::interlink::{Mode, read, shipped};
use interlink::journal::Position;
use interlink::kernel::{AsOf, Engine};
use interlink_simulation::{Plan, Simulated, run};
use interlink_tables::{Table, TableOptions};
use serde_json::Value;
use testkit::measured;

fn simulated(processes: usize) -> (Engine, Simulated) {
    let engine = Engine::open("memory:").unwrap();
    let template = read(&shipped(), Mode::Strict).unwrap().templates.remove(0);
    let plan = Plan {
        seed: 1,
        processes: u32::try_from(processes).unwrap(),
        template: engine.add_document(template).unwrap(),
        governance: GovernanceModel::shipped(Shipped::C2g).id(),
        begin: "2026-01-05T08:00:00.000Z".parse().unwrap(),
        days: 365,
    };
    let simulated = run(&engine, &plan, &mut |_| ControlFlow::Continue(())).unwrap();
    (engine, simulated)
}

fn simulate(c: &mut Criterion) {
    let (_, said) = simulated(100);
    let mut group = c.benchmark_group("simulate");
    group.throughput(Throughput::Elements(said.commands)).sample_size(10);
    group.bench_function("100 processes, by the command", |b| b.iter(|| simulated(black_box(100))));
    group.finish();
}

fn tables(c: &mut Criterion) {
    let (engine, simulated) = simulated(measured(2_000, 10));
    let changes = engine.store().read().unwrap().changes(Position(0), usize::MAX).unwrap();
    println!("{} events", changes.len());
    let options = TableOptions {
        past: false,
        after: Position(0),
        at_most: u64::MAX,
        at: "2027-01-05T08:00:00.000Z".parse().unwrap(),
        language: "en".parse().unwrap(),
        smallest_group: 5,
        process: None,
        asked_by: None,
    };
    let mut group = c.benchmark_group("tables");
    group.sample_size(10).throughput(Throughput::Elements(simulated.events));
    group.bench_function("each event as serde_json::Value", |b| {
        b.iter(|| -> Vec<Value> {
            changes.iter().map(|change| serde_json::from_slice(&change.stored.body).unwrap()).collect()
        });
    });
    // The table of people needs a person who asks.
    for table in Table::ALL.into_iter().filter(|table| *table != Table::People) {
        group.bench_function(table.as_str(), |b| {
            b.iter(|| table.read(&engine, black_box(&options), &mut |_, _| true).unwrap());
        });
    }
    group.finish();
    let tree = engine.tree(simulated.processes[0], None, AsOf::Now).unwrap();
    c.bench_function("a process as a picture", |b| b.iter(|| interlink_pictures::svg(black_box(&tree))));
}

criterion_group!(benches, simulate, tables);
criterion_main!(benches);
