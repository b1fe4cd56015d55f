//! One check by host ids whether somebody may act for somebody else, among many mandates; and what a mandate costs in
//! memory.
//!
//! The peer is what a vendor would write: an SQLite table with an index on holder and principal, asked by a prepared
//! statement, which follows one mandate through an organisation by a join. Set `INTERLINK_MANDATES` for another number than
//! 20,000.

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use interlink::kernel::{Command, Engine, MandateQuestion};
use interlink::mandate::{GrantMandate, MandateHolderRef, MandateKind, PrincipalRef, view::MandateAnswer};
use interlink::types::{DocumentId, Entropy, HostId, Key, Set};
use rusqlite::Connection;
use serde_json::json;
use testkit::{Town, host, measured};

/// Clients of an organisation that has one clerk.
const CLIENTS: usize = 100;

struct Hall {
    town: Town,
    kind: DocumentId,
}

impl Hall {
    fn at(url: &str) -> Self {
        let town = Town::at(url);
        town.found("bella", "books", "forprofit_organisation");
        let rights = json!(["assign", "exercise"]);
        let kind = json!({
            "document": "mandate_kind", "kind_code": "NS:client", "version": 1, "name": {"en": "Client"},
            "acceptance": "none", "end_rule": "optional", "time_zone": "Europe/Riga",
            "principal_forms": ["organisation", "person"], "holder_forms": ["organisation", "person"],
            "mandate_sources": ["grant"], "may_grant": {"party_itself": true},
            "powers": {"tax:file": {"name": {"en": "File"}, "power_rights": rights}, "tax:pay": {"name": {"en": "Pay"}, "power_rights": rights}},
        });
        let kind = MandateKind::parse(kind.to_string().as_bytes()).unwrap();
        let kind = town.engine.add_document(kind).unwrap();
        Self { town, kind }
    }

    fn grant(&self, actor: &str, principal: PrincipalRef, holder: MandateHolderRef, number: usize) {
        let mut entropy = *b"sixteen random b";
        entropy[..8].copy_from_slice(&(number as u64).to_be_bytes());
        let grant = GrantMandate::new(holder, self.kind, principal);
        let id = format!("g-{number}").parse().unwrap();
        let command = Command::new(
            id,
            self.town.now(),
            host(actor),
            Entropy::from_bytes(entropy),
            interlink::mandate::Command::from(grant),
        );
        self.town.engine.execute(&command).unwrap();
    }

    /// People who let their neighbour act, clients of the organisation, and its clerk.
    fn fill(&self, count: usize) {
        let person = |n: usize| host(&format!("person-{n}"));
        // Whoever is acted for must be known: the first by an act of their own, and each other one as a holder before.
        let born = json!({"date_of_birth": "1980-05-05"});
        self.town.act("person-0", None, "date_of_birth.record", born);
        for number in 0..count {
            let (principal, neighbour) = (person(number), person((number + 1) % count));
            self.grant(
                principal.as_str(),
                PrincipalRef::Person(principal.clone()),
                MandateHolderRef::Person(neighbour),
                number,
            );
        }
        for number in 0..CLIENTS.min(count) {
            let principal = person(number);
            let books = MandateHolderRef::Organisation(host("books"));
            self.grant(principal.as_str(), PrincipalRef::Person(principal.clone()), books, count + number);
        }
        let clerk = MandateHolderRef::Person(host("clara"));
        self.grant("bella", PrincipalRef::Organisation(host("books")), clerk, 2 * count);
    }

    fn ask(&self, engine: &Engine, actor: &HostId, principal: &HostId, power: &Key) -> MandateAnswer {
        let question = MandateQuestion {
            actor,
            on_behalf_of: principal,
            power,
            target: None,
            effective_on: None,
            looks: false,
            together_with: &Set::default(),
            at: self.town.now(),
        };
        engine.mandate_check(&question).unwrap()
    }
}

fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<usize>().ok()).unwrap_or(0) * 1024
}

/// The same mandates as rows.
fn table(count: usize) -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch(
            "CREATE TABLE mandate (principal TEXT, holder TEXT, power TEXT, through INTEGER) STRICT;
            CREATE TABLE organisation (id TEXT PRIMARY KEY) STRICT; INSERT INTO organisation VALUES ('books'); BEGIN",
        )
        .unwrap();
    let put = |principal: &str, holder: &str| {
        for power in ["tax:file", "tax:pay"] {
            let sql = "INSERT INTO mandate VALUES (?1, ?2, ?3, 9999999999999)";
            connection.prepare_cached(sql).unwrap().execute((principal, holder, power)).unwrap();
        }
    };
    for number in 0..count {
        put(&format!("person-{number}"), &format!("person-{}", (number + 1) % count));
    }
    (0..CLIENTS.min(count)).for_each(|number| put(&format!("person-{number}"), "books"));
    put("books", "clara");
    connection.execute_batch("COMMIT; CREATE INDEX held ON mandate (holder, principal, power)").unwrap();
    connection
}

const BY_TABLE: &str = "SELECT 1 FROM mandate WHERE holder = ?1 AND principal = ?2 AND power = ?3 AND through > 0
    UNION ALL
    SELECT 1 FROM mandate own JOIN mandate theirs ON theirs.holder = own.principal AND theirs.power = own.power
    JOIN organisation ON organisation.id = own.principal
    WHERE own.holder = ?1 AND theirs.principal = ?2 AND own.power = ?3 AND own.through > 0 AND theirs.through > 0
    LIMIT 1";

fn many(c: &mut Criterion) {
    let count = std::env::var("INTERLINK_MANDATES").ok().and_then(|text| text.parse().ok());
    let count = count.unwrap_or(measured(20_000, 200));
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("mandates.sqlite").display());
    let kept = Hall::at(&url);
    let begun = Instant::now();
    kept.fill(count);
    println!("{count} mandates granted on SQLite in {:.1?}", begun.elapsed());
    let (before, begun) = (resident(), Instant::now());
    // Another engine over the same store reads all of them at its first question.
    let engine = Engine::open(&url).unwrap();
    let (clara, first, power) = (host("clara"), host("person-0"), "tax:pay".parse().unwrap());
    assert!(kept.ask(&engine, &clara, &first, &power).allowed);
    let bytes = resident().saturating_sub(before) / count;
    println!("{count} mandates read in {:.2?}, {bytes} bytes each", begun.elapsed());

    // What is asked is in memory, as in the other benchmarks of checks.
    let hall = Hall::at("memory:");
    hall.fill(count);
    let engine = &hall.town.engine;
    let of = |n: usize| host(&format!("person-{n}"));
    // Half of the questions are about a mandate that there is.
    let direct: Vec<(HostId, HostId)> = (0..10_000)
        .map(|n: usize| (n * 7919 % count, n % 2))
        .map(|(n, other)| (of((n + 1 + other) % count), of(n)))
        .collect();
    let through: Vec<(HostId, HostId)> = (0..CLIENTS.min(count)).map(|n| (clara.clone(), of(n))).collect();
    let connection = table(count);
    let by_table = |actor: &HostId, principal: &HostId| {
        let mut statement = connection.prepare_cached(BY_TABLE).unwrap();
        statement.exists((actor.as_str(), principal.as_str(), power.as_str())).unwrap()
    };
    for (actor, principal) in direct.iter().chain(&through) {
        assert_eq!(
            hall.ask(engine, actor, principal, &power).allowed,
            by_table(actor, principal),
            "both must say the same"
        );
    }
    let mut group = c.benchmark_group("mandates");
    for (name, questions) in [("one mandate", &direct), ("through an organisation", &through)] {
        let mut next = questions.iter().cycle();
        group.bench_function(format!("check, {name}"), |b| {
            b.iter(|| {
                let (actor, principal) = next.next().unwrap();
                black_box(hall.ask(engine, actor, principal, &power).allowed)
            });
        });
        let mut next = questions.iter().cycle();
        group.bench_function(format!("an SQLite table, {name}"), |b| {
            b.iter(|| {
                let (actor, principal) = next.next().unwrap();
                black_box(by_table(actor, principal))
            });
        });
    }
    group.finish();
}

criterion_group!(benches, many);
criterion_main!(benches);
