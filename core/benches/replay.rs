//! Replaying a stream: reading its events and making its state of them, and verifying it on top of that.
//!
//! The peer parses the same bytes with `serde_json` and does nothing with them.
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use interlink::journal::{Seq, StreamId};
use interlink::kernel::AsOf;
use testkit::city::City;

fn replay(c: &mut Criterion) {
    let city = City::new("memory:");
    let (engine, stream) = (&city.town.engine, StreamId::from(city.process));
    for command in city.work(2000) {
        engine.execute(&command).unwrap();
    }
    let events = engine.store().read().unwrap().events(stream, Seq(0), usize::MAX).unwrap();
    let bytes: u64 = events.iter().map(|event| event.body.len() as u64).sum();
    let last = Seq(events.len() as u64);
    println!("{} events of {} bytes on average", events.len(), bytes / last.0);

    let mut group = c.benchmark_group("replay");
    group.throughput(Throughput::Bytes(bytes)).sample_size(20);
    group.bench_function("read and apply", |b| {
        b.iter(|| engine.process_as_of(black_box(city.process), AsOf::Seq(last)).unwrap());
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
    group.bench_function("verify", |b| b.iter(|| engine.verify(stream, None).unwrap()));
    group.finish();
}

criterion_group!(benches, replay);
criterion_main!(benches);
