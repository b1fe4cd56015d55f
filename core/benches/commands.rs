//! Commands: instantiating a template, and starting, completing and reopening tasks, in memory and on disk.
//!
//! The peer on disk is rusqlite alone, writing the same rows with the same commits.
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use interlink::governance::Shipped;
use interlink::kernel::{Command, Engine};
use rusqlite::{Connection, params};
use serde_json::json;
use testkit::Town;
use testkit::city::{City, template};

/// How many commands one measurement executes.
const MANY: u32 = 3000;
const FEW: u32 = 300;

fn instantiate(c: &mut Criterion) {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let template = town.engine.add_document(template()).unwrap();
    let data = json!({
        "name": {"en": "A park"}, "language": "en", "acting_for": "city", "governance": town.model(Shipped::C2g),
        "template": template,
    });
    c.bench_function("instantiate 4 + 17 + 51 items in memory", |b| {
        b.iter_batched(
            || town.command("anna", None, "process.create", data.clone()),
            |command| town.engine.execute(black_box(&command)).unwrap(),
            BatchSize::SmallInput,
        );
    });
}

/// An engine with a process of 100 tasks, and commands that complete and reopen them in turn.
fn work(url: &str, many: u32) -> (Arc<Engine>, Vec<Command>) {
    let city = City::new(url);
    let commands = city.work(many as usize);
    (city.town.engine, commands)
}

fn execute(engine: &Engine, commands: &[Command]) {
    for command in commands {
        engine.execute(black_box(command)).unwrap();
    }
}

fn in_memory(c: &mut Criterion) {
    let mut group = c.benchmark_group("commands in memory");
    group.throughput(Throughput::Elements(u64::from(MANY))).sample_size(20);
    group.bench_function("typed", |b| {
        b.iter_batched(
            || work("memory:", MANY),
            |(engine, commands)| {
                execute(&engine, &commands);
                (engine, commands)
            },
            BatchSize::PerIteration,
        );
    });
    group.bench_function("from JSON to JSON", |b| {
        b.iter_batched(
            || {
                let (engine, commands) = work("memory:", MANY);
                let text =
                    |c: &Command| format!("{{\"execute\":{}}}", String::from_utf8(c.to_json()).unwrap());
                (engine, commands.iter().map(text).collect::<Vec<_>>())
            },
            |(engine, requests)| {
                for request in &requests {
                    black_box(engine.request(request.as_bytes()));
                }
                (engine, requests)
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

/// A row of each table that a command leaves.
struct Rows {
    at: i64,
    id: Vec<u8>,
    body: Vec<u8>,
    command: String,
    fingerprint: Vec<u8>,
}

fn rows(path: &Path) -> Vec<Rows> {
    let connection = Connection::open(path).unwrap();
    let sql = "SELECT event.at, event.id, event.body, command.id, command.fingerprint
        FROM event JOIN command ON command.stream = event.stream AND command.first = event.seq
        ORDER BY position DESC LIMIT ?1";
    let mut statement = connection.prepare(sql).unwrap();
    let row = |row: &rusqlite::Row<'_>| {
        Ok(Rows {
            at: row.get(0)?,
            id: row.get(1)?,
            body: row.get(2)?,
            command: row.get(3)?,
            fingerprint: row.get(4)?,
        })
    };
    let mut rows: Vec<Rows> = statement.query_map([FEW], row).unwrap().map(Result::unwrap).collect();
    rows.reverse();
    rows
}

/// The same tables with nothing but SQLite above them.
fn peer(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.pragma_update(None, "journal_mode", "wal").unwrap();
    connection.pragma_update(None, "synchronous", "full").unwrap();
    connection.pragma_update(None, "secure_delete", "on").unwrap();
    connection
        .execute_batch(
            "CREATE TABLE stream (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
                 head BLOB NOT NULL) STRICT;
             CREATE TABLE event (position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, seq INTEGER NOT NULL,
                 at INTEGER NOT NULL, id BLOB NOT NULL, body BLOB NOT NULL) STRICT;
             CREATE UNIQUE INDEX event_in_stream ON event (stream, seq);
             CREATE TABLE command (stream INTEGER NOT NULL, id TEXT NOT NULL, first INTEGER NOT NULL,
                 last INTEGER NOT NULL, fingerprint BLOB NOT NULL, PRIMARY KEY (stream, id)) STRICT, WITHOUT ROWID;
             INSERT INTO stream VALUES (1, 'process/0', 0, x'00');",
        )
        .unwrap();
    connection
}

fn write(connection: &mut Connection, rows: &[Rows]) {
    for (seq, row) in (1_i64..).zip(rows) {
        let transaction =
            connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
        {
            let mut update =
                transaction.prepare_cached("UPDATE stream SET version = ?2, head = ?3 WHERE n = ?1").unwrap();
            update.execute(params![1, seq, row.id]).unwrap();
            let mut event =
                transaction.prepare_cached("INSERT INTO event VALUES (?1, 1, ?2, ?3, ?4, ?5)").unwrap();
            event.execute(params![seq, seq, row.at, row.id, row.body]).unwrap();
            let mut command =
                transaction.prepare_cached("INSERT INTO command VALUES (1, ?1, ?2, ?3, ?4)").unwrap();
            command.execute(params![row.command, seq, seq, row.fingerprint]).unwrap();
        }
        transaction.commit().unwrap();
    }
}

fn on_disk(c: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut count = 0;
    let mut path = || {
        count += 1;
        folder.path().join(format!("{count}.sqlite"))
    };
    let example = path();
    let (engine, commands) = work(&format!("sqlite:{}", example.display()), FEW);
    execute(&engine, &commands);
    drop(engine);
    let rows = rows(&example);
    assert_eq!(rows.len(), FEW as usize);

    let mut group = c.benchmark_group("commands on disk");
    group.throughput(Throughput::Elements(u64::from(FEW))).sample_size(10);
    group.bench_function("one durable commit each", |b| {
        b.iter_batched(
            || work(&format!("sqlite:{}", path().display()), FEW),
            |(engine, commands)| {
                execute(&engine, &commands);
                (engine, commands)
            },
            BatchSize::PerIteration,
        );
    });
    group.bench_function("rusqlite alone, the same rows and commits", |b| {
        b.iter_batched(
            || peer(&path()),
            |mut connection| {
                write(&mut connection, &rows);
                connection
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, instantiate, in_memory, on_disk);
criterion_main!(benches);
