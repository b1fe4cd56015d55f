//! The file, and whoever else has hands on it.

use std::path::Path;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use interlink::Engine;
use interlink::journal::StreamId;
use interlink::problem::Code;
use serde_json::json;
use testkit::{Controller, Town, about, host};

use super::{file, founding, url};

/// Restores a backup as SQLite's own tools do: page by page, into the file that is there.
fn restore(backup: &Path, into: &Path) {
    let mut target = rusqlite::Connection::open(into).unwrap();
    let source = rusqlite::Connection::open(backup).unwrap();
    let restore = rusqlite::backup::Backup::new(&source, &mut target).unwrap();
    restore.run_to_completion(1000, Duration::ZERO, None).unwrap();
}

/// Many programs open a file that is not there yet.
#[test]
fn a_new_file_is_opened_by_many_at_once() {
    for _ in 0..10 {
        let (_folder, path) = file();
        let all = Barrier::new(8);
        std::thread::scope(|scope| {
            for nth in 0..8 {
                let (path, all) = (&path, &all);
                scope.spawn(move || {
                    all.wait();
                    let engine = Engine::open(&url(path)).unwrap();
                    engine.execute(&founding(&format!("o{nth}"), "2026-03-02T09:00:00.000Z")).unwrap();
                });
            }
        });
        assert_eq!(Engine::open(&url(&path)).unwrap().verify_all().unwrap().events, 8);
    }
}

/// Somebody else holds the file: each of many waits as long as one, and is told so.
#[test]
fn waits_do_not_add_up() {
    let (_folder, path) = file();
    let engine = Engine::open(&format!("{}?patience_ms=400", url(&path))).unwrap();
    engine.execute(&founding("city", "2026-03-02T09:00:00.000Z")).unwrap();
    let holder = rusqlite::Connection::open(&path).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let began = Instant::now();
    std::thread::scope(|scope| {
        for nth in 0..4 {
            let engine = &engine;
            scope.spawn(move || {
                let error =
                    engine.execute(&founding(&format!("o{nth}"), "2026-03-02T09:00:00.000Z")).unwrap_err();
                assert_eq!(error.code(), Code::StoreBusy);
            });
        }
        scope.spawn(|| assert_eq!(engine.streams().unwrap().len(), 1, "who reads does not wait"));
    });
    assert!(began.elapsed() < Duration::from_millis(1500), "{:?}", began.elapsed());
    holder.execute_batch("ROLLBACK").unwrap();
    engine.execute(&founding("later", "2026-03-02T09:00:00.000Z")).unwrap();
}

/// An erasure while somebody else reads the file: it counts at once, nobody waits, and the bytes go as soon as they can.
#[test]
fn an_erasure_does_not_wait_for_a_foreign_reader() {
    let secret = "dora.the.only@mail.example";
    let (_folder, path) = file();
    let city = Controller::at(&url(&path));
    city.give(secret, "news");
    let person = city.person(secret);
    let in_file = || {
        ["", "-wal"].iter().any(|name| {
            let bytes = std::fs::read(format!("{}{name}", path.display())).unwrap_or_default();
            bytes.windows(secret.len()).any(|window| window == secret.as_bytes())
        })
    };
    assert!(in_file(), "this test can see it");
    let foreign = rusqlite::Connection::open(&path).unwrap();
    foreign.execute_batch("BEGIN").unwrap();
    let seen: i64 = foreign.query_row("SELECT count(*) FROM pseudonym_link", [], |row| row.get(0)).unwrap();
    assert!(seen > 0);
    let began = Instant::now();
    let erased = city.town.act(secret, StreamId::Person(person), "person.erase", json!({}));
    assert_eq!(erased.scrubbed, Some(false), "somebody still reads what was there");
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    assert!(city.town.engine.person(&host(secret)).unwrap().is_none(), "but it counts");
    city.town.engine.verify_all().unwrap();
    // The next opening finishes it, whoever opens.
    drop(foreign);
    drop(Engine::open(&url(&path)).unwrap());
    assert!(!in_file(), "the next opening finishes the job");
}

/// The same engine finishes it with its next command.
#[test]
fn an_erasure_is_finished_by_the_next_command() {
    let secret = "emil.the.only@mail.example";
    let (_folder, path) = file();
    let city = Controller::at(&url(&path));
    city.give(secret, "news");
    let foreign = rusqlite::Connection::open(&path).unwrap();
    foreign.execute_batch("BEGIN").unwrap();
    let _: i64 = foreign.query_row("SELECT count(*) FROM pseudonym_link", [], |row| row.get(0)).unwrap();
    let erased = city.town.act(secret, StreamId::Person(city.person(secret)), "person.erase", json!({}));
    assert_eq!(erased.scrubbed, Some(false));
    drop(foreign);
    city.give("fay", "news");
    let wal = std::fs::read(format!("{}-wal", path.display())).unwrap_or_default();
    let main = std::fs::read(&path).unwrap();
    for bytes in [wal, main] {
        assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()));
    }
}

/// A trigger that somebody planted acts on nothing that is acknowledged.
#[test]
fn an_altered_schema_is_written_to_by_nobody() {
    let (_folder, path) = file();
    let engine = Engine::open(&url(&path)).unwrap();
    engine.execute(&founding("city", "2026-03-02T09:00:00.000Z")).unwrap();
    let planted = rusqlite::Connection::open(&path).unwrap();
    let trigger = "CREATE TRIGGER swallow BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END";
    planted.execute_batch(trigger).unwrap();
    let refused = engine.execute(&founding("lost", "2026-03-02T09:00:00.000Z")).unwrap_err();
    assert_eq!(refused.code(), Code::StoreAltered);
    assert_eq!(Engine::open(&url(&path)).unwrap_err().code(), Code::StoreAltered);
    let template =
        interlink::process::Template::parse(testkit::small_template().to_string().as_bytes()).unwrap();
    assert_eq!(engine.add_document(template).unwrap_err().code(), Code::StoreAltered);
    planted.execute_batch("DROP TRIGGER swallow").unwrap();
    engine.execute(&founding("found", "2026-03-02T09:00:00.000Z")).unwrap();
    // What SQLite keeps for itself is nobody's trigger.
    planted.execute_batch("ANALYZE").unwrap();
    engine.execute(&founding("after", "2026-03-02T09:00:00.000Z")).unwrap();
    Engine::open(&url(&path)).unwrap().verify_all().unwrap();
}

/// Where pages of the vault are split, SQLite leaves copies of rows behind; an erasure takes those too.
#[test]
fn an_erasure_leaves_no_copy_in_a_page_that_was_split() {
    let (_folder, path) = file();
    let city = Controller::at(&url(&path));
    let name = |nth: usize| format!("someone.{nth:04}.here@mail.example");
    for nth in 0..700 {
        city.give(&name(nth), "news");
    }
    for nth in (0..700).step_by(7) {
        let person = city.person(&name(nth));
        let erased = city.town.act(&name(nth), StreamId::Person(person), "person.erase", json!({}));
        assert_eq!(erased.scrubbed, Some(true));
    }
    let bytes = std::fs::read(&path).unwrap();
    let left = (0..700).step_by(7).filter(|nth| {
        let name = name(*nth);
        bytes.windows(name.len()).any(|window| window == name.as_bytes())
    });
    assert_eq!(left.count(), 0);
    assert_eq!(city.person(&name(1)), city.person(&name(1)), "the others are there");
    city.town.engine.verify_all().unwrap();
}

/// A trigger under a name that SQLite keeps for itself.
#[test]
fn a_trigger_with_a_name_of_sqlites_own_is_found() {
    let (_folder, path) = file();
    let engine = Engine::open(&url(&path)).unwrap();
    engine.execute(&founding("city", "2026-03-02T09:00:00.000Z")).unwrap();
    let planted = rusqlite::Connection::open(&path).unwrap();
    let trigger = "PRAGMA writable_schema = ON;
        INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('trigger', 'sqlite_swallow', 'command', 0,
            'CREATE TRIGGER sqlite_swallow AFTER INSERT ON command BEGIN DELETE FROM event WHERE seq > 1; END');
        PRAGMA schema_version = 999;";
    planted.execute_batch(trigger).unwrap();
    drop(planted);
    assert_eq!(engine.verify_all().unwrap_err().code(), Code::RecordRow);
    let refused = engine.execute(&founding("lost", "2026-03-02T09:00:00.000Z")).unwrap_err();
    assert_eq!(refused.code(), Code::StoreAltered);
    assert_eq!(Engine::open(&url(&path)).unwrap_err().code(), Code::StoreAltered);
}

/// One file under two names, and a working directory that has nothing to do with it.
#[cfg(unix)]
#[test]
fn a_link_and_its_file_are_one_store() {
    let (folder, path) = file();
    let link = folder.path().join("link.sqlite");
    Engine::open(&url(&path)).unwrap().execute(&founding("city", "2026-03-02T09:00:00.000Z")).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let (one, other) = (Engine::open(&url(&path)).unwrap(), Engine::open(&url(&link)).unwrap());
    for nth in 0..10 {
        other.execute(&founding(&format!("o{nth}"), "2026-03-02T09:00:00.000Z")).unwrap();
        assert_eq!(one.streams().unwrap().len(), nth + 2);
    }
    assert!(!folder.path().join("link.sqlite-wal").exists());
    one.verify_all().unwrap();
}

/// What is acknowledged goes into the file that is there, not into one that was moved away.
#[cfg(unix)]
#[test]
fn nothing_is_acknowledged_into_a_file_that_was_moved() {
    let (folder, path) = file();
    let engine = Engine::open(&url(&path)).unwrap();
    engine.execute(&founding("city", "2026-03-02T09:00:00.000Z")).unwrap();
    std::fs::rename(&path, folder.path().join("moved.sqlite")).unwrap();
    assert!(engine.execute(&founding("lost", "2026-03-02T09:00:00.000Z")).is_err());
}

/// A backup that is restored under a running engine is what it answers from.
#[test]
fn a_store_that_goes_back_is_read_anew() {
    let (folder, path) = file();
    let city = Controller::at(&url(&path));
    let backup = folder.path().join("backup.sqlite");
    city.give("dora", "news");
    let file = rusqlite::Connection::open(&path).unwrap();
    file.execute("VACUUM INTO ?1", [backup.to_str().unwrap()]).unwrap();
    city.town.act("dora", None, "consent.withdraw", about("news"));
    city.give("emil", "news");
    assert!(!city.holds("dora", "news"));
    restore(&backup, &path);
    let fresh = Engine::open(&url(&path)).unwrap();
    let dora = fresh.person(&host("dora")).unwrap().unwrap();
    let at = "2026-09-01T09:00:00.000Z".parse().unwrap();
    assert!(
        fresh.consent(dora, &city.purpose("news"), interlink::consent::Asked::Now(at)).unwrap().allowed,
        "it is what the backup says"
    );
    assert!(
        city.town
            .engine
            .consent(dora, &city.purpose("news"), interlink::consent::Asked::Now(at))
            .unwrap()
            .allowed,
        "also here"
    );
    city.give("fay", "news");
    city.town.engine.verify_all().unwrap();
}

/// The same where the engine's next call is a command, and where somebody else has gone on with the backup meanwhile.
#[test]
fn nothing_is_decided_on_a_store_that_is_no_longer_there() {
    for others in [0, 12] {
        let (folder, path) = file();
        let city = Controller::at(&url(&path));
        let process = city.town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
        let backup = folder.path().join("backup.sqlite");
        let sql = rusqlite::Connection::open(&path).unwrap();
        sql.execute("VACUUM INTO ?1", [backup.to_str().unwrap()]).unwrap();
        let edit = || {
            city.town.act("anna", StreamId::from(process), "process.edit", json!({"name": {"en": "Name"}}))
        };
        (0..4).for_each(|_| drop(edit()));
        restore(&backup, &path);
        let other = Town::at(&url(&path)).numbering_from(7000);
        for _ in 0..others {
            other.act("anna", StreamId::from(process), "process.edit", json!({"name": {"en": "Other"}}));
        }
        edit();
        city.town.engine.verify_all().unwrap();
        assert_eq!(city.town.version(process), other.version(process));
    }
}
