//! One consent check among a million consents, whoever holds how many; what they cost in memory; how fast they are read.
//!
//! The peer is an SQLite table with an index on person and purpose, asked by a prepared statement: what a vendor would
//! write. Set `INTERLINK_CONSENTS` for another number than a million.

use std::hint::black_box;
use std::time::Instant;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use interlink::Engine;
use interlink::consent::{self, Asked, ConsentQuestion, GiveConsent, Indication, PurposeRef, Validity};
use interlink::journal::{Basis, Batch, CommandRecord, Deadline, Seq, SqliteStore, Store, StreamId};
use interlink::kernel::Command;
use interlink::types::{DocumentId, Entropy, HostId, OrganisationId, PersonId};
use interlink::vault::Party;
use rusqlite::Connection;
use serde_json::json;
use testkit::{Town, measured, notice};

/// How many purposes a notice has; those who hold many consent to those of many notices.
const OF_NOTICE: usize = 100;
/// People who hold one, a thousand and a hundred thousand consents.
fn holders() -> [usize; 3] {
    [1, measured(1_000, 10), measured(100_000, 100)]
}

struct City {
    town: Town,
    organisation: OrganisationId,
    notices: Vec<DocumentId>,
}

fn purpose_name(n: usize) -> String {
    format!("purpose-{n}")
}

impl City {
    fn new(purposes: usize) -> Self {
        let town = Town::new();
        let organisation = town.found("anna", "city", "public_administration");
        let mut notices = Vec::new();
        for nth in 0..purposes.div_ceil(OF_NOTICE) {
            let mut document = notice(1);
            document["id"] = json!(format!("notice-{nth}"));
            let plain = document["purposes"][0].clone();
            let purposes = (nth * OF_NOTICE..(nth + 1) * OF_NOTICE).map(|n| {
                let mut purpose = plain.clone();
                purpose["id"] = json!(purpose_name(n));
                purpose
            });
            document["purposes"] = purposes.collect();
            notices.push(town.publish_notice("anna", organisation, &document));
        }
        Self { town, organisation, notices }
    }

    fn give(&self, person: usize, purpose: usize, number: usize) {
        let give = GiveConsent {
            acting_for: None,
            evidence: None,
            explicit: false,
            language: "en".parse().unwrap(),
            method: Indication::Form,
            notice: self.notices[purpose / OF_NOTICE],
            organisation: "city".parse().unwrap(),
            purpose: purpose_name(purpose).parse().unwrap(),
            said_at: None,
            data_subject: None,
            valid: Validity::Days(300),
        };
        let mut entropy = *b"sixteen random b";
        entropy[..8].copy_from_slice(&(number as u64).to_be_bytes());
        let actor: HostId = format!("person-{person}").parse().unwrap();
        let id = format!("g-{number}").parse().unwrap();
        let command = Command::new(
            id,
            self.town.now(),
            actor,
            Entropy::from_bytes(entropy),
            consent::Command::from(give),
        );
        self.town.engine.execute(&command).unwrap();
    }
}

/// So many people with a consent each, after those who hold many.
fn fill(city: &City, count: usize) {
    let mut number = 0;
    for (person, held) in holders().into_iter().enumerate() {
        for purpose in 0..held {
            city.give(person, purpose, number);
            number += 1;
        }
    }
    for person in holders().len().. {
        if number >= count {
            break;
        }
        city.give(person, person % OF_NOTICE, number);
        number += 1;
    }
}

/// The same record in a file.
fn to_file(engine: &Engine, path: &std::path::Path) {
    let (from, to) = (engine.store().read().unwrap(), SqliteStore::open(path).unwrap());
    let mut pending = Vec::new();
    for stream in engine.streams().unwrap() {
        for stored in from.events(stream, Seq(0), usize::MAX).unwrap() {
            let event = interlink::journal::Event::read(stored.id, &stored.body).unwrap();
            let record: CommandRecord = from.command(stream, &event.head.command).unwrap().unwrap();
            pending.push((stream, event.head.command, record.fingerprint, stored));
        }
    }
    for chunk in pending.chunks(20_000) {
        let batches: Vec<Batch<'_>> = chunk
            .iter()
            .map(|(stream, command, fingerprint, stored)| Batch {
                stream: *stream,
                expected: Seq(stored.seq.0 - 1),
                events: std::slice::from_ref(stored),
                command: *command,
                fingerprint: *fingerprint,
                vault: &[],
                documents: &[],
                rewrites: &[],
                basis: Basis::default(),
            })
            .collect();
        to.append_all(&batches, Deadline::NEVER).unwrap();
    }
    for stream in engine.streams().unwrap() {
        if let StreamId::Organisation(_) = stream {
            for stored in from.events(stream, Seq(0), usize::MAX).unwrap() {
                let event = serde_json::from_slice::<serde_json::Value>(&stored.body).unwrap();
                if let Some(id) = event["data"]["notice"].as_str() {
                    let id: DocumentId = id.parse().unwrap();
                    to.put_document(id, &from.document(id).unwrap().unwrap()).unwrap();
                }
            }
        }
    }
}

fn rate(count: usize, took: std::time::Duration) -> u128 {
    count as u128 * 1000 / took.as_millis().max(1)
}

fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<usize>().ok()).unwrap_or(0) * 1024
}

fn table(connection: &Connection, questions: &[(PersonId, String, bool)]) {
    connection
        .execute_batch(
            "CREATE TABLE consent (person BLOB, purpose TEXT, state TEXT, until INTEGER) STRICT; BEGIN",
        )
        .unwrap();
    for (person, purpose, given) in questions {
        if *given {
            let sql = "INSERT INTO consent VALUES (?1, ?2, 'given', 9999999999999)";
            connection.prepare_cached(sql).unwrap().execute((person.as_bytes(), purpose)).unwrap();
        }
    }
    connection.execute_batch("COMMIT; CREATE UNIQUE INDEX held ON consent (person, purpose)").unwrap();
}

fn million(c: &mut Criterion) {
    let count = std::env::var("INTERLINK_CONSENTS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(measured(1_000_000, 1_000));
    println!("giving {count} consents …");
    let city = City::new(holders()[2]);
    let begun = Instant::now();
    fill(&city, count);
    let (took, at) = (begun.elapsed(), city.town.now());
    println!("{count} consents given in memory in {took:.1?}: {}/s", rate(count, took));

    let person = |n: usize| match city.town.engine.party_of(&format!("person-{n}").parse().unwrap()).unwrap()
    {
        Some(Party::Person(person)) => person,
        _ => panic!("a person"),
    };
    let purpose = |n: usize| PurposeRef {
        organisation_id: city.organisation,
        purpose: purpose_name(n).parse().unwrap(),
    };
    let last = count - holders().iter().sum::<usize>() + holders().len();
    // Half of the questions are about a consent that there is.
    let purposes: Vec<PurposeRef> = (0..=OF_NOTICE).map(purpose).collect();
    let asked: Vec<(PersonId, &PurposeRef)> = (0..20_000_usize)
        .map(|n| (holders().len() + n * 7919 % (last - holders().len()), n % 2))
        .map(|(n, other)| (person(n), &purposes[(n + other) % OF_NOTICE]))
        .collect();

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("consents.sqlite");
    to_file(&city.town.engine, &path);
    let known = city.town.engine.consents().unwrap();
    let yes = asked.iter().filter(|(subject, purpose)| {
        known.check(&ConsentQuestion { data_subject_id: *subject, purpose, asked: Asked::Now(at) }).allowed
    });
    println!("{} of {} questions are answered with yes", yes.count(), asked.len());

    let url = format!("sqlite:{}", path.display());
    let opened = Engine::open(&url).unwrap();
    // The notices are there before: what is measured is what people said.
    opened.organisation(city.organisation).unwrap();
    let (before, begun) = (resident(), Instant::now());
    let read = opened.consents().unwrap();
    let took = begun.elapsed();
    let bytes = resident().saturating_sub(before) / read.len();
    println!(
        "{} consents read from SQLite in {took:.2?}: {}/s, {bytes} bytes each",
        read.len(),
        rate(read.len(), took)
    );
    for (subject, purpose) in &asked {
        let question = ConsentQuestion { data_subject_id: *subject, purpose, asked: Asked::Now(at) };
        assert_eq!(read.check(&question), known.check(&question));
    }

    let mut group = c.benchmark_group("consent");
    group.bench_function("check", |b| {
        let mut next = asked.iter().cycle();
        b.iter(|| {
            let (subject, purpose) = next.next().unwrap();
            black_box(
                read.check(&ConsentQuestion { data_subject_id: *subject, purpose, asked: Asked::Now(at) })
                    .allowed,
            )
        });
    });
    for (nth, held) in holders().iter().enumerate() {
        let (subject, purposes): (PersonId, Vec<PurposeRef>) =
            (person(nth), (0..(*held).min(5_000)).map(purpose).collect());
        group.bench_with_input(
            BenchmarkId::new("check, of one who holds", held),
            &purposes,
            |b, purposes| {
                let mut next = purposes.iter().cycle();
                b.iter(|| {
                    black_box(
                        read.check(&ConsentQuestion {
                            data_subject_id: subject,
                            purpose: next.next().unwrap(),
                            asked: Asked::Now(at),
                        })
                        .allowed,
                    )
                });
            },
        );
    }
    let connection = Connection::open(folder.path().join("table.sqlite")).unwrap();
    let held = (holders().len()..last).map(|n| (person(n), purpose_name(n % OF_NOTICE), true));
    table(&connection, &held.collect::<Vec<_>>());
    group.bench_function("an indexed SQLite table", |b| {
        let sql =
            "SELECT 1 FROM consent WHERE person = ?1 AND purpose = ?2 AND state = 'given' AND until > ?3";
        let mut statement = connection.prepare(sql).unwrap();
        let mut next = asked.iter().cycle();
        b.iter(|| {
            let (subject, purpose) = next.next().unwrap();
            let key = (subject.as_bytes(), purpose.purpose.as_str(), at.as_millis());
            black_box(statement.exists(key).unwrap())
        });
    });
    group.finish();
}

criterion_group!(benches, million);
criterion_main!(benches);
