//! A process out of one store and into another: 100,000 events as a bundle, verified before it is believed.
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use interlink::kernel::Engine;
use testkit::city::City;
use testkit::measured;

fn bundle(c: &mut Criterion) {
    let city = City::new("memory:");
    let engine = &city.town.engine;
    for command in city.work(measured(100_000, 100)) {
        engine.execute(&command).unwrap();
    }
    let bundle = engine.export_bundle(city.process, true).unwrap();
    let events = engine.verify_all().unwrap().events;
    println!("{events} events in a bundle of {} bytes", bundle.len());
    let mut group = c.benchmark_group("bundle");
    group.throughput(Throughput::Elements(events)).sample_size(10);
    group.bench_function("export", |b| {
        b.iter(|| engine.export_bundle(black_box(city.process), true).unwrap());
    });
    group.bench_function("import into memory, verified", |b| {
        b.iter(|| Engine::open("memory:").unwrap().import_bundle(black_box(bundle.as_bytes())).unwrap());
    });
    let folder = tempfile::TempDir::new().unwrap();
    let mut next = 0;
    group.bench_function("import into SQLite, verified and durable", |b| {
        b.iter(|| {
            next += 1;
            let url = format!("sqlite:{}", folder.path().join(format!("{next}.sqlite")).display());
            let engine = Engine::open(&url).unwrap();
            engine.import_bundle(black_box(bundle.as_bytes())).unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, bundle);
criterion_main!(benches);
