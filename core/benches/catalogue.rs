//! Reading a catalogue, and recommending interlinkers for every task of a process.
//!
//! The peer parses the same bytes with `serde_json` and does nothing with them. The catalogue is the one that
//! the variable `INTERLINK_CATALOGUE` names, and otherwise the one that comes with the library.
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use interlink::governance::Shipped;
use interlink::interop::interlink::{Files, Mode, read, shipped};
use interlink::journal::StreamId;
use serde_json::json;
use testkit::Town;

fn catalogue(c: &mut Criterion) {
    let files = match std::env::var_os("INTERLINK_CATALOGUE") {
        Some(folder) => Files::from_folder(Path::new(&folder)).unwrap(),
        None => shipped(),
    };
    let reading = read(&files, Mode::Repair).unwrap();
    let contents =
        || files.iter().filter(|(name, _)| name.ends_with(".json") && !name.ends_with("schema.json"));
    let bytes: u64 = contents().map(|(_, bytes)| bytes.len() as u64).sum();
    println!(
        "{} templates, {} interlinkers and {} problem profiles in {bytes} bytes",
        reading.templates.len(),
        reading.catalogue.document().interlinkers.len(),
        reading.catalogue.document().problem_profiles.len(),
    );
    let mut group = c.benchmark_group("catalogue");
    group.throughput(Throughput::Bytes(bytes)).sample_size(20);
    group.bench_function("read, with report", |b| b.iter(|| read(black_box(&files), Mode::Repair).unwrap()));
    group.bench_function("serde_json alone, into a Value", |b| {
        b.iter(|| {
            for (_, bytes) in contents() {
                black_box(serde_json::from_slice::<serde_json::Value>(bytes).unwrap());
            }
        });
    });
    group.finish();

    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let language = reading.templates[0].document().languages[0];
    let template = town.engine.add_document(reading.templates[0].clone()).unwrap();
    let catalogue = town.engine.add_document(reading.catalogue).unwrap();
    let data = json!({
        "name": {"en": "A park"}, "language": language, "acting_for": "city", "template": template,
        "governance": town.model(Shipped::C2g), "catalogue": catalogue,
    });
    let StreamId::Process(process) = town.act("anna", None, "process.create", data).stream else { return };
    let view = town.engine.process(process).unwrap();
    let all = view.recommendations(None, None);
    println!(
        "{} recommendations for {} tasks",
        all.iter().map(|task| task.recommendations.len()).sum::<usize>(),
        all.len()
    );
    c.bench_function("recommend for every task", |b| b.iter(|| black_box(&view).recommendations(None, None)));
}

criterion_group!(benches, catalogue);
criterion_main!(benches);
