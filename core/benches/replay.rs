//! Replaying a stream: reading its events and making its state of them, and verifying it on top of that.
//!
//! The peer parses the same bytes with `serde_json` and does nothing with them.
mod support;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use interlink::journal::{StreamId, Version};
use interlink::kernel::AsOf;
use serde_json::json;
use support::City;

fn replay(c: &mut Criterion) {
    let mut city = City::new("memory:");
    let stream = StreamId::from(city.process);
    for _ in 0..10 {
        for task in city.tasks.clone() {
            for kind in ["task.start", "task.complete", "task.reopen", "task.complete", "task.reopen"] {
                let command = city.clerk.command("person-7", Some(stream), kind, json!({"item": task}));
                // A task that is already begun refuses to start; the rest goes on.
                city.clerk.engine.execute(&command).ok();
            }
        }
    }
    let events = city.clerk.engine.store().events(stream, Version(0), usize::MAX).unwrap();
    let bytes: u64 = events.iter().map(|event| event.body.len() as u64).sum();
    let last = Version(events.len() as u64);
    println!("{} events, {} bytes each on average", events.len(), bytes / last.0);

    let mut group = c.benchmark_group("replay");
    group.throughput(Throughput::Bytes(bytes)).sample_size(20);
    group.bench_function("read and apply", |b| {
        b.iter(|| city.clerk.engine.process_as_of(black_box(city.process), AsOf::Version(last)).unwrap());
    });
    group.bench_function("serde_json alone, into a Value", |b| {
        b.iter(|| {
            for event in &events {
                black_box(serde_json::from_slice::<serde_json::Value>(&event.body).unwrap());
            }
        });
    });
    group.bench_function("serde_json alone, into nothing", |b| {
        b.iter(|| {
            for event in &events {
                black_box(serde_json::from_slice::<serde::de::IgnoredAny>(&event.body).unwrap());
            }
        });
    });
    group.bench_function("verify", |b| b.iter(|| city.clerk.engine.verify(stream, None).unwrap()));
    group.finish();
}

criterion_group!(benches, replay);
criterion_main!(benches);
