//! The stores that ship, put through the public suite and through what a file can meet.
#![cfg(test)]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use interlink::governance::Shipped;
use interlink::journal::conformance::{self, Subject};
use interlink::journal::{MemoryStore, SqliteStore, Store, StoreError, StreamId};
use interlink::kernel::{Engine, Error};
use interlink::problem::Code;
use serde_json::json;
use tempfile::TempDir;
use testkit::{Town, Wrapped, small_template};

#[test]
fn memory_conforms() {
    let fresh = || Ok(Box::new(MemoryStore::new()) as Box<dyn Store>);
    let passed = conformance::run(&Subject { fresh: &fresh, reopen: None }).unwrap();
    assert_eq!(passed.len(), 21);
}

#[test]
fn sqlite_conforms() {
    let folder = TempDir::new().unwrap();
    let count = Mutex::new(0);
    let last = Mutex::new(PathBuf::new());
    let fresh = || {
        let mut count = count.lock().unwrap();
        *count += 1;
        let path = folder.path().join(format!("{count}.sqlite"));
        last.lock().unwrap().clone_from(&path);
        SqliteStore::open(&path).map(|store| Box::new(store) as Box<dyn Store>)
    };
    let reopen = |store: Box<dyn Store>| {
        drop(store);
        SqliteStore::open(&last.lock().unwrap()).map(|store| Box::new(store) as Box<dyn Store>)
    };
    let passed = conformance::run(&Subject { fresh: &fresh, reopen: Some(&reopen) }).unwrap();
    assert_eq!(passed.len(), 22);
}

#[test]
fn the_suite_notices_a_store_that_forgets() {
    let fresh = || Ok(Box::new(Wrapped::that_forgets()) as Box<dyn Store>);
    let failure = conformance::run(&Subject { fresh: &fresh, reopen: None }).unwrap_err();
    assert_eq!(failure.case, "a batch is there as a whole");
}

fn url(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}

fn open_code(url: &str) -> Code {
    Engine::open(url).unwrap_err().code()
}

#[test]
fn what_is_no_store_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("file");
    for bad in ["", "memory", "memory:x", "sqlite:", "postgres://host", "sqlite"] {
        assert_eq!(open_code(bad), Code::StoreUrl, "{bad}");
    }
    std::fs::write(&path, "This is a letter and no database, however long it may go on.".repeat(100))
        .unwrap();
    assert_eq!(open_code(&url(&path)), Code::StoreNotADatabase);
    assert_eq!(std::fs::read(&path).unwrap().len(), 6000, "the file must stay as it was");
    assert_eq!(open_code(&url(&folder.path().join("no such folder/file"))), Code::StoreFailed);
    assert_eq!(open_code(&url(folder.path())), Code::StoreFailed);
}

#[test]
fn a_database_of_another_program_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("other.sqlite");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE invoice (n INTEGER PRIMARY KEY)").unwrap();
    drop(other);
    assert_eq!(open_code(&url(&path)), Code::StoreForeign);
    let other = rusqlite::Connection::open(&path).unwrap();
    let tables: i64 = other.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 1, "nothing was added to it");
}

#[test]
fn a_newer_layout_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("newer.sqlite");
    drop(Engine::open(&url(&path)).unwrap());
    let file = rusqlite::Connection::open(&path).unwrap();
    file.pragma_update(None, "user_version", 99).unwrap();
    drop(file);
    for url in [url(&path), url(&path) + "?mode=ro"] {
        match Engine::open(&url).unwrap_err() {
            Error::Store(StoreError::TooNew { found: 99, known: 1 }) => {}
            other => panic!("{other}"),
        }
    }
}

#[test]
fn an_empty_file_cannot_be_only_read() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("empty.sqlite");
    std::fs::write(&path, "").unwrap();
    assert_eq!(open_code(&(url(&path) + "?mode=ro")), Code::StoreReadOnly, "it would have to be changed");
    assert_eq!(Engine::open(&url(&path)).unwrap().verify_all().unwrap().events, 0);
    assert_eq!(Engine::open(&(url(&path) + "?mode=ro")).unwrap().verify_all().unwrap().events, 0);
}

#[test]
fn a_file_that_can_only_be_read_is_read() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("archive.sqlite");
    let town = Town::at(&url(&path));
    town.found("anna", "city", "public_administration");
    let archive = Town::with(Arc::new(Engine::open(&(url(&path) + "?mode=ro")).unwrap())).numbering_from(100);
    assert_eq!(archive.engine.verify_all().unwrap().events, 1);
    archive.wait_minutes(60);
    let problem = archive.refused(
        "bruno",
        None,
        "organisation.register",
        json!({
            "organisation": "club", "name": {"en": "club"}, "kind": "citizen", "team_creation": "anyone",
        }),
    );
    assert_eq!(problem.code, Code::StoreReadOnly);
    assert_eq!(open_code(&(url(&folder.path().join("not there")) + "?mode=ro")), Code::StoreFailed);
}

/// `root` may write everywhere, so the test is run once more as somebody whom permissions bind.
#[test]
fn a_write_protected_file_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    const ONCE_MORE: &str = "INTERLINK_TEST_AS_NOBODY";
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("protected.sqlite");
    drop(Engine::open(&url(&path)).unwrap());
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o555)).unwrap();
    let bound = std::fs::OpenOptions::new().write(true).open(&path).is_err();
    let opened = Engine::open(&url(&path));
    let read = Engine::open(&(url(&path) + "?mode=ro")).and_then(|engine| engine.verify_all());
    assert_eq!(read.unwrap().events, 0, "no permission to write is needed to read");
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    if bound {
        assert_eq!(opened.unwrap_err().code(), Code::StoreReadOnly);
        return;
    }
    assert!(std::env::var_os(ONCE_MORE).is_none(), "still not bound by permissions");
    let program = std::env::current_exe().unwrap();
    let this = ["a_write_protected_file_is_refused", "--exact"];
    match std::process::Command::new(program).args(this).env(ONCE_MORE, "1").uid(65534).gid(65534).output() {
        Ok(output) => {
            assert!(output.status.success(), "as nobody: {}", String::from_utf8_lossy(&output.stdout));
        }
        Err(error) => eprintln!("SKIPPED: the test cannot be run as another user here: {error}"),
    }
}

/// The files beside a store, and itself.
fn beside(path: &Path) -> Vec<String> {
    let names = std::fs::read_dir(path.parent().unwrap()).unwrap();
    let mut names: Vec<String> =
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn who_only_reads_leaves_nothing_and_sees_who_writes() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("record 100% #1?.sqlite");
    let town = Town::at(&format!("sqlite:{}", folder.path().join("town.sqlite").display()));
    town.found("anna", "city", "public_administration");
    town.engine.backup(&path).unwrap();
    let own = || SqliteStore::open(&path).unwrap();
    let (read_only, before) = (SqliteStore::open_read_only(&path).unwrap(), beside(&path));
    let reader = Engine::new(Box::new(read_only));
    assert_eq!(reader.verify_all().unwrap().events, 1);
    assert_eq!(beside(&path), before, "nothing is made by whoever reads");

    // A writer comes while it is open: what it acknowledges is in the next answer.
    let writer = Town::with(Arc::new(Engine::new(Box::new(own())))).numbering_from(50);
    writer.wait_minutes(60);
    for n in 0..20 {
        writer.found("bruno", &format!("club-{n}"), "citizen");
        assert_eq!(reader.verify_all().unwrap().events, n + 2, "what was acknowledged is seen");
    }
    drop(writer);
    assert_eq!(reader.verify_all().unwrap().events, 21, "and stays when the writer has gone");
    drop(reader);
    assert_eq!(own().position().unwrap().0, 21);
}

/// A reading that nothing protects is refused rather than torn.
#[test]
fn what_was_read_while_somebody_wrote_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("still.sqlite");
    let town = Town::at(&url(&path));
    town.found("anna", "city", "public_administration");
    drop(town);
    let reader = SqliteStore::open_read_only(&path).unwrap();
    let reading = reader.read().unwrap();
    assert_eq!(reading.streams(None, 10).unwrap().len(), 1);
    let writer = SqliteStore::open(&path).unwrap();
    assert!(matches!(reading.streams(None, 10), Err(StoreError::Busy)), "there is a log by now");
    assert_eq!(reader.read().unwrap().streams(None, 10).unwrap().len(), 1, "asked again it is answered");
    assert!(matches!(reading.streams(None, 10), Err(StoreError::Busy)), "also when others read anew");
    drop(reading);
    drop(writer);
}

#[test]
fn a_backup_is_the_store_at_one_position() {
    let folder = TempDir::new().unwrap();
    let (path, copy) = (folder.path().join("record.sqlite"), folder.path().join("copy.sqlite"));
    let town = Town::at(&url(&path));
    town.found("anna", "city", "public_administration");
    let governance = town.engine.verify_all().unwrap();
    town.engine.backup(&copy).unwrap();
    assert_eq!(town.engine.backup(&copy).unwrap_err().code(), Code::StoreFailed, "nothing is overwritten");
    town.found("anna", "town", "public_administration");
    let restored = Engine::open(&url(&copy)).unwrap();
    assert_eq!(restored.verify_all().unwrap(), governance, "later events are not in it");
    assert!(!beside(&path).iter().any(|name| name.ends_with(".partial")));
    assert_eq!(Engine::open("memory:").unwrap().backup(&copy).unwrap_err().code(), Code::StoreNoBackup);
}

#[test]
fn backups_are_whole_while_others_write() {
    let folder = TempDir::new().unwrap();
    let town = Town::at(&url(&folder.path().join("busy.sqlite")));
    town.found("anna", "city", "public_administration");
    std::thread::scope(|scope| {
        let engine = &town.engine;
        let copies: Vec<PathBuf> = (0..5).map(|n| folder.path().join(format!("{n}.sqlite"))).collect();
        let backups = scope.spawn(move || {
            for copy in &copies {
                engine.backup(copy).unwrap();
                Engine::open(&url(copy)).unwrap().verify_all().unwrap();
            }
        });
        let mut n = 0;
        while !backups.is_finished() {
            town.found("anna", &format!("town-{n}"), "public_administration");
            n += 1;
        }
        backups.join().unwrap();
    });
}

#[test]
fn two_engines_on_one_file_lose_nothing() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("shared.sqlite");
    let town = Town::at(&url(&path));
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let (stream, before) = (StreamId::from(process), town.version(process));
    town.wait_minutes(1);

    // Both engines have seen the process; each now writes without being told of the other.
    let other = Engine::open(&url(&path)).unwrap();
    other.process(process).unwrap();
    const EACH: u32 = 25;
    std::thread::scope(|scope| {
        for (name, engine) in [("a", &*town.engine), ("b", &other)] {
            let at = town.now();
            scope.spawn(move || {
                for n in 0..EACH {
                    let command = json!({
                        "id": format!("{name}-{n}"), "at": at, "actor": "anna", "entropy": format!("{:032x}", n + 1),
                        "stream": stream, "type": "item.add",
                        "data": {"kind": "phase", "name": {"en": format!("{name} {n}")}},
                    });
                    let command = interlink::Command::from_json(command.to_string().as_bytes()).unwrap();
                    engine.execute(&command).unwrap();
                }
            });
        }
    });
    for engine in [&*town.engine, &other] {
        let view = engine.process(process).unwrap();
        assert_eq!(view.seq().0, before.0 + 2 * u64::from(EACH));
        assert_eq!(view.process().tree().len(), 7 + 2 * usize::try_from(EACH).unwrap());
        engine.verify_all().unwrap();
    }

    // Whoever minds what happened meanwhile is told, with the version there is.
    let mut late =
        town.command("anna", Some(stream), "item.add", json!({"kind": "phase", "name": {"en": "late"}}));
    late.expect = Some(before);
    let error = town.engine.execute(&late).unwrap_err();
    assert_eq!(error.code(), Code::StreamConflict);
    let problem = interlink::problem::Problem::from(&error);
    assert_eq!(problem.details.get("current").unwrap().to_value(), json!(before.0 + 2 * u64::from(EACH)));
}
