//! The layout of the file, and the check that only this library made it.

use std::sync::OnceLock;

use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, failed};

/// `ILNK`: distinguishes these files from those of other programs.
const APPLICATION: i32 = 0x494C_4E4B;

/// Each step takes a file from the layout of its number to the next. Released steps are never changed, only new ones
/// added.
pub(super) const MIGRATIONS: &[&str] = &["
    CREATE TABLE stream (
        n INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        version INTEGER NOT NULL,
        head BLOB NOT NULL
    ) STRICT;
    CREATE TABLE event (
        position INTEGER PRIMARY KEY,
        stream INTEGER NOT NULL REFERENCES stream (n),
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL,
        id BLOB NOT NULL,
        body BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX event_in_stream ON event (stream, seq);
    CREATE TABLE command (
        stream INTEGER NOT NULL REFERENCES stream (n),
        id TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        fingerprint BLOB NOT NULL,
        checksum BLOB NOT NULL,
        PRIMARY KEY (stream, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE document (id BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE snapshot (
        stream INTEGER NOT NULL REFERENCES stream (n),
        version INTEGER NOT NULL,
        id BLOB NOT NULL,
        at INTEGER NOT NULL,
        format INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (stream, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pseudonym_link (
        party BLOB PRIMARY KEY,
        kind TEXT NOT NULL,
        organisation BLOB,
        host_id TEXT NOT NULL UNIQUE,
        checksum BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entry (
        commitment BLOB PRIMARY KEY,
        put_right BLOB,
        subject BLOB NOT NULL,
        salt BLOB NOT NULL,
        text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_of_subject ON entry (subject);
    CREATE TABLE process_key (
        process BLOB PRIMARY KEY,
        key BLOB NOT NULL,
        checksum BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE participation_marker (
        process BLOB NOT NULL,
        tag BLOB NOT NULL,
        checksum BLOB NOT NULL,
        PRIMARY KEY (process, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE scrub_due (since INTEGER PRIMARY KEY, whole INTEGER NOT NULL) STRICT;
"];

pub(super) fn newest(migrations: &[&str]) -> u32 {
    u32::try_from(migrations.len()).unwrap_or(u32::MAX)
}

/// The layout of a file: 0 for an empty one. One statement, so that it is of one moment: another program may be writing
/// the very first layout.
pub(super) fn layout(connection: &Connection) -> Result<u32, StoreError> {
    let sql = "SELECT (SELECT application_id FROM pragma_application_id),
        (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)";
    let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let (application, version, things): (i64, i64, i64) =
        connection.query_row(sql, [], row).map_err(failed)?;
    if application == i64::from(APPLICATION) {
        return u32::try_from(version).map_err(|_| StoreError::Malformed(format!("layout {version}")));
    }
    if application == 0 && version == 0 && things == 0 { Ok(0) } else { Err(StoreError::Foreign) }
}

/// Takes a file to the newest layout, all steps or none.
pub(super) fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let known = newest(migrations);
    if layout(connection)? == known {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    // Read again inside: another program may have been first.
    let found = layout(&transaction)?;
    if found > known {
        return Err(StoreError::TooNew { found, known });
    }
    for step in migrations.iter().skip(found as usize) {
        transaction.execute_batch(step).map_err(failed)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION).map_err(failed)?;
    transaction.pragma_update(None, "user_version", known).map_err(failed)?;
    transaction.commit().map_err(failed)
}

/// The tables and indexes of a file of this layout. SQLite's own (statistics, internal indexes) are left out.
fn things(connection: &Connection) -> Result<Vec<[String; 3]>, StoreError> {
    let sql = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema
        WHERE NOT (type = 'table' AND name LIKE 'sqlite\\_stat_' ESCAPE '\\')
          AND NOT (type = 'index' AND sql IS NULL) ORDER BY type, name";
    let mut statement = connection.prepare(sql).map_err(failed)?;
    let rows = statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?])).map_err(failed)?;
    rows.collect::<Result<_, _>>().map_err(failed)
}

/// Refuses a file with anything that the library did not create. A trigger would act on whatever is appended, and an
/// acknowledged command could be lost.
pub(super) fn is_ours(connection: &Connection) -> Result<(), StoreError> {
    static OURS: OnceLock<Vec<[String; 3]>> = OnceLock::new();
    let ours = match OURS.get() {
        Some(ours) => ours,
        None => {
            let mut empty = Connection::open_in_memory().map_err(failed)?;
            migrate(&mut empty, MIGRATIONS)?;
            let ours = things(&empty)?;
            OURS.get_or_init(|| ours)
        }
    };
    let found = things(connection)?;
    let (added, missing) =
        (found.iter().find(|thing| !ours.contains(thing)), ours.iter().find(|thing| !found.contains(thing)));
    match (added, missing) {
        (Some([kind, name, _]), _) => Err(StoreError::Altered(format!("it has a {kind} “{name}”"))),
        (None, Some([kind, name, _])) => Err(StoreError::Altered(format!("its {kind} “{name}” is missing"))),
        (None, None) => Ok(()),
    }
}

/// A checksum that shows damage to a row that the chain does not cover. It does not protect from an attacker, who can
/// compute it as well.
pub(super) fn checksum(columns: &[&[u8]]) -> [u8; 16] {
    interlink_values::derive("interlink/row/1", columns)
}

/// A number that changes with every change to the schema.
pub(super) fn cookie(connection: &Connection) -> Result<i64, rusqlite::Error> {
    connection
        .prepare_cached("SELECT schema_version FROM pragma_schema_version")?
        .query_row([], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_layout_is_taken_further_and_a_newer_one_is_not_touched() {
        let steps = ["CREATE TABLE a (n INTEGER) STRICT", "ALTER TABLE a ADD COLUMN m INTEGER"];
        let mut file = Connection::open_in_memory().unwrap();
        migrate(&mut file, &steps[..1]).unwrap();
        file.execute("INSERT INTO a (n) VALUES (7)", []).unwrap();
        assert_eq!(layout(&file).unwrap(), 1);
        migrate(&mut file, &steps).unwrap();
        assert_eq!(layout(&file).unwrap(), 2);
        assert_eq!(
            file.query_row("SELECT n FROM a WHERE m IS NULL", [], |row| row.get::<_, i64>(0)).unwrap(),
            7
        );
        assert_eq!(migrate(&mut file, &steps[..1]), Err(StoreError::TooNew { found: 2, known: 1 }));
    }
}
