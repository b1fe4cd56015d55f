//! The embedded store: one SQLite file.
//!
//! Write-ahead log, `synchronous=FULL`: a command that was acknowledged survives a power cut. Several engines,
//! in one program or in many, may open the same file; SQLite lets one write at a time, and whoever decided on
//! an older version is told so. `secure_delete` overwrites what is deleted.

mod vault;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::types::FromSql;
use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension, Row, Transaction, TransactionBehavior, params,
};

use super::{
    Appended, Batch, Change, CommandRecord, Each, Position, Scanned, Snapshot, Store, StoreError, Stored,
    StreamHead, StreamId, StreamKind, Version,
};
use crate::types::{
    CommandId, Commitment, DocumentId, EventId, Fingerprint, HostId, ProcessId, Salt, Timestamp, VoiceTag,
};
use crate::vault::{Entry, Party};
use vault::{entry, party, party_columns, write_vault};

/// `ILNK`: tells our files from those of other programs.
const APPLICATION: i32 = 0x494C_4E4B;

/// Each step takes a file from the layout of its number to the next. Steps are never changed, only added.
const MIGRATIONS: &[&str] = &["
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
    CREATE TABLE tie (
        party BLOB PRIMARY KEY,
        kind TEXT NOT NULL,
        organisation BLOB,
        host_id TEXT NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entry (
        commitment BLOB PRIMARY KEY,
        subject BLOB NOT NULL,
        salt BLOB NOT NULL,
        text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_of_subject ON entry (subject);
", "
    ALTER TABLE entry ADD COLUMN put_right BLOB;
    CREATE TABLE process_key (process BLOB PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE voice (process BLOB NOT NULL, tag BLOB NOT NULL, PRIMARY KEY (process, tag)) STRICT, WITHOUT ROWID;
"];

/// A store in one SQLite file.
#[derive(Debug)]
pub struct SqliteStore {
    /// Held only while something is written.
    writer: Mutex<Connection>,
    /// Reading does not wait for a commit to reach the disk.
    reader: Mutex<Connection>,
}

impl SqliteStore {
    /// Opens a file, and makes it if it is not there.
    ///
    /// # Errors
    /// Where the file is no database, or another program's, or newer than this version, or cannot be written.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        if writer.is_readonly(rusqlite::MAIN_DB).map_err(failed)? {
            return Err(StoreError::ReadOnly);
        }
        migrate(&mut writer, MIGRATIONS)?;
        let reader = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        Ok(Self { writer: Mutex::new(writer), reader: Mutex::new(reader) })
    }

    /// Opens a file to read only; commands are refused.
    ///
    /// # Errors
    /// Where the file is not there, is no database of this library, or is newer than this version.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        let writer = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let (found, known) = (layout(&writer)?, newest(MIGRATIONS));
        if found > known {
            return Err(StoreError::TooNew { found, known });
        }
        if found < known {
            return Err(StoreError::ReadOnly);
        }
        let reader = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        Ok(Self { writer: Mutex::new(writer), reader: Mutex::new(reader) })
    }

    // A transaction that a panic cuts short is rolled back when it is dropped, so the connection stays good.
    fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reader(&self) -> MutexGuard<'_, Connection> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn many<T>(
        &self,
        sql: &str,
        parameters: impl rusqlite::Params,
        row: impl FnMut(&Row<'_>) -> Result<T, rusqlite::Error>,
    ) -> Result<Vec<T>, StoreError> {
        let reader = self.reader();
        let mut statement = reader.prepare_cached(sql).map_err(failed)?;
        let rows = statement.query_map(parameters, row).map_err(failed)?;
        rows.collect::<Result<_, _>>().map_err(failed)
    }

    fn one<T>(
        &self,
        sql: &str,
        parameters: impl rusqlite::Params,
        row: impl FnOnce(&Row<'_>) -> Result<T, rusqlite::Error>,
    ) -> Result<Option<T>, StoreError> {
        let reader = self.reader();
        let mut statement = reader.prepare_cached(sql).map_err(failed)?;
        statement.query_row(parameters, row).optional().map_err(failed)
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let connection =
        Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(failed)?;
    connection.busy_timeout(Duration::from_secs(10)).map_err(failed)?;
    connection.set_prepared_statement_cache_capacity(32);
    // The first read of the file: it shows whether it is a database at all.
    layout(&connection)?;
    if flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) {
        connection.pragma_update(None, "journal_mode", "wal").map_err(failed)?;
        connection.pragma_update(None, "synchronous", "full").map_err(failed)?;
        connection.pragma_update(None, "secure_delete", "on").map_err(failed)?;
        connection.pragma_update(None, "foreign_keys", "on").map_err(failed)?;
    }
    Ok(connection)
}

fn newest(migrations: &[&str]) -> u32 {
    u32::try_from(migrations.len()).unwrap_or(u32::MAX)
}

/// The layout of a file: 0 for an empty one.
fn layout(connection: &Connection) -> Result<u32, StoreError> {
    let pragma =
        |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map_err(failed);
    let (application, version) = (pragma("application_id")?, pragma("user_version")?);
    if application == i64::from(APPLICATION) {
        return u32::try_from(version).map_err(|_| StoreError::Malformed(format!("layout {version}")));
    }
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(failed)?;
    if application == 0 && version == 0 && tables == 0 { Ok(0) } else { Err(StoreError::Foreign) }
}

/// Takes a file to the newest layout, all steps or none.
fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let known = newest(migrations);
    if layout(connection)? == known {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    // Asked again inside: another program may have come first.
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

fn failed(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreError::NotADatabase,
        Some(ErrorCode::ReadOnly) => StoreError::ReadOnly,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
        Some(ErrorCode::DatabaseCorrupt) => StoreError::Malformed(error.to_string()),
        _ => match error {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..) => StoreError::Malformed(error.to_string()),
            other => StoreError::Failed(other.to_string()),
        },
    }
}

/// A column whose value must be what this library writes.
fn column<T: FromSql, U>(
    row: &Row<'_>,
    at: usize,
    take: impl FnOnce(T) -> Option<U>,
) -> Result<U, rusqlite::Error> {
    let value: T = row.get(at)?;
    take(value).ok_or_else(|| {
        let fault = StoreError::Malformed(format!("column {at}"));
        rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Null, Box::new(fault))
    })
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn unsigned(number: i64) -> Option<u64> {
    u64::try_from(number).ok()
}

fn version(row: &Row<'_>, at: usize) -> Result<Version, rusqlite::Error> {
    column(row, at, |number| unsigned(number).map(Version))
}

fn time(row: &Row<'_>, at: usize) -> Result<Timestamp, rusqlite::Error> {
    column(row, at, |number: i64| Timestamp::from_millis(number).ok())
}

fn stored(row: &Row<'_>, from: usize) -> Result<Stored, rusqlite::Error> {
    let body = column(row, from + 3, |bytes: Vec<u8>| Some(bytes.into()))?;
    let id = EventId::from_bytes(row.get(from + 2)?);
    Ok(Stored { seq: version(row, from)?, at: time(row, from + 1)?, id, body })
}

fn name(stream: StreamId) -> String {
    stream.to_string()
}

fn append(
    transaction: &Transaction<'_>,
    batch: &Batch<'_>,
) -> Result<Result<Appended, Version>, rusqlite::Error> {
    let number = |row: &Row<'_>| row.get::<_, i64>(0);
    let previous: i64 =
        transaction.prepare_cached("SELECT coalesce(max(position), 0) FROM event")?.query_row([], number)?;
    let mut find = transaction.prepare_cached("SELECT n, version FROM stream WHERE name = ?1")?;
    let found =
        find.query_row([name(batch.stream)], |row| Ok((number(row)?, version(row, 1)?))).optional()?;
    let (n, current) = found.map_or((None, Version(0)), |(n, version)| (Some(n), version));
    if current != batch.expected {
        return Ok(Err(current));
    }
    let (last, head) =
        batch.events.last().map_or((current, &[0; 32]), |event| (event.seq, event.id.as_bytes()));
    let n = match n {
        Some(n) => {
            let mut update =
                transaction.prepare_cached("UPDATE stream SET version = ?2, head = ?3 WHERE n = ?1")?;
            update.execute(params![n, signed(last.0), head])?;
            n
        }
        None => {
            let mut insert =
                transaction.prepare_cached("INSERT INTO stream (name, version, head) VALUES (?1, ?2, ?3)")?;
            insert.insert(params![name(batch.stream), signed(last.0), head])?
        }
    };
    let sql = "INSERT INTO event (position, stream, seq, at, id, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let mut insert = transaction.prepare_cached(sql)?;
    let mut position = previous;
    for event in batch.events {
        position = position.saturating_add(1);
        let (seq, at) = (signed(event.seq.0), event.at.as_millis());
        insert.execute(params![position, n, seq, at, event.id.as_bytes(), &*event.body])?;
    }
    let sql = "INSERT INTO command (stream, id, first, last, fingerprint) VALUES (?1, ?2, ?3, ?4, ?5)";
    let (first, fingerprint) = (signed(current.next().0), batch.fingerprint.as_bytes());
    transaction.prepare_cached(sql)?.execute(params![
        n,
        batch.command.as_str(),
        first,
        signed(last.0),
        fingerprint
    ])?;
    for (id, bytes) in batch.documents {
        put_document(transaction, *id, bytes)?;
    }
    for write in batch.vault {
        write_vault(transaction, write)?;
    }
    let place = |number: i64| Position(unsigned(number).unwrap_or_default());
    Ok(Ok(Appended { previous: place(previous), last: place(position) }))
}

fn put_document(connection: &Connection, id: DocumentId, bytes: &[u8]) -> Result<(), rusqlite::Error> {
    let sql = "INSERT INTO document (id, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    connection.prepare_cached(sql)?.execute(params![id.as_bytes(), bytes]).map(drop)
}

impl Store for SqliteStore {
    fn append_all(&self, batches: &[Batch<'_>]) -> Result<Appended, StoreError> {
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let mut all: Option<Appended> = None;
        for batch in batches {
            // Dropping the transaction takes everything back.
            let appended = append(&transaction, batch)
                .map_err(failed)?
                .map_err(|current| StoreError::Conflict { current })?;
            all = Some(Appended { previous: all.map_or(appended.previous, |all| all.previous), ..appended });
        }
        let Some(appended) = all else {
            drop(transaction);
            drop(writer);
            let here = self.position()?;
            return Ok(Appended { previous: here, last: here });
        };
        transaction.commit().map_err(failed).map(|()| appended)
    }

    fn position(&self) -> Result<Position, StoreError> {
        let last =
            self.one("SELECT coalesce(max(position), 0) FROM event", [], |row| column(row, 0, unsigned))?;
        Ok(Position(last.unwrap_or_default()))
    }

    fn head(&self, stream: StreamId) -> Result<Option<StreamHead>, StoreError> {
        self.one("SELECT version, head FROM stream WHERE name = ?1", [name(stream)], |row| {
            Ok(StreamHead { version: version(row, 0)?, id: EventId::from_bytes(row.get(1)?) })
        })
    }

    fn events(&self, stream: StreamId, after: Version, limit: usize) -> Result<Vec<Stored>, StoreError> {
        let sql = "SELECT seq, at, id, body FROM event
            WHERE stream = (SELECT n FROM stream WHERE name = ?1) AND seq > ?2 ORDER BY seq LIMIT ?3";
        self.many(sql, params![name(stream), signed(after.0), limit_of(limit)], |row| stored(row, 0))
    }

    fn changes(&self, after: Position, limit: usize) -> Result<Vec<Change>, StoreError> {
        // An event whose stream was taken away still says itself which one it was.
        let sql = "SELECT position, coalesce(name, CAST(body AS TEXT) ->> '$.stream', ''), seq, at, id, body
            FROM event LEFT JOIN stream ON n = stream
            WHERE position > ?1 ORDER BY position LIMIT ?2";
        self.many(sql, params![signed(after.0), limit_of(limit)], |row| {
            Ok(Change {
                position: column(row, 0, |number| unsigned(number).map(Position))?,
                stream: column(row, 1, |name: String| name.parse().ok())?,
                stored: stored(row, 2)?,
            })
        })
    }

    fn scan(&self, kind: StreamKind, each: &mut Each<'_>) -> Result<(), StoreError> {
        // Few streams are found by their names; many are read in the order of the table, where they lie together.
        let events = self.position()?.0;
        let named = "SELECT count(*) FROM stream WHERE name >= ?1 || '/' AND name < ?1 || '0'";
        let streams = self.one(named, [kind.as_str()], |row| column(row, 0, unsigned))?.unwrap_or_default();
        let sql = if streams.saturating_mul(16) < events {
            "SELECT name, seq, at, id, body FROM stream CROSS JOIN event ON stream = n
                WHERE name >= ?1 || '/' AND name < ?1 || '0' ORDER BY n, seq"
        } else {
            "SELECT name, seq, at, id, body FROM event CROSS JOIN stream ON n = stream
                WHERE name >= ?1 || '/' AND name < ?1 || '0' ORDER BY position"
        };
        let reader = self.reader();
        let mut statement = reader.prepare_cached(sql).map_err(failed)?;
        let mut rows = statement.query([kind.as_str()]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let text = |at| row.get_ref(at).map_err(failed);
            let stream = text(0)?.as_str().ok().and_then(|name| name.parse().ok());
            let stream = stream.ok_or_else(|| StoreError::Malformed("a stream's name".into()))?;
            let body = text(4)?;
            let body = body.as_blob().map_err(|_| StoreError::Malformed("an event's body".into()))?;
            let id = EventId::from_bytes(row.get(3).map_err(failed)?);
            let (seq, at) = (version(row, 1).map_err(failed)?, time(row, 2).map_err(failed)?);
            each(stream, Scanned { at, body, id, seq })?;
        }
        Ok(())
    }

    fn version_at(&self, stream: StreamId, at: Timestamp) -> Result<Version, StoreError> {
        let sql = "SELECT seq FROM event WHERE stream = (SELECT n FROM stream WHERE name = ?1) AND at <= ?2
            ORDER BY seq DESC LIMIT 1";
        let found = self.one(sql, params![name(stream), at.as_millis()], |row| version(row, 0))?;
        Ok(found.unwrap_or_default())
    }

    fn command(&self, stream: StreamId, id: &CommandId) -> Result<Option<CommandRecord>, StoreError> {
        let sql = "SELECT first, last, fingerprint FROM command
            WHERE stream = (SELECT n FROM stream WHERE name = ?1) AND id = ?2";
        self.one(sql, params![name(stream), id.as_str()], |row| {
            let fingerprint = Fingerprint::from_bytes(row.get(2)?);
            Ok(CommandRecord { first: version(row, 0)?, last: version(row, 1)?, fingerprint })
        })
    }

    fn streams(&self, after: Option<StreamId>, limit: usize) -> Result<Vec<StreamId>, StoreError> {
        let sql = "SELECT name FROM stream WHERE name > ?1 ORDER BY name LIMIT ?2";
        let after = after.map(name).unwrap_or_default();
        self.many(sql, params![after, limit_of(limit)], |row| {
            column(row, 0, |name: String| name.parse().ok())
        })
    }

    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError> {
        put_document(&self.writer(), id, bytes).map_err(failed)
    }

    fn document(&self, id: DocumentId) -> Result<Option<Vec<u8>>, StoreError> {
        self.one("SELECT bytes FROM document WHERE id = ?1", [id.as_bytes()], |row| row.get(0))
    }

    fn put_snapshot(&self, stream: StreamId, snapshot: &Snapshot) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO snapshot (stream, version, id, at, format, bytes)
            VALUES ((SELECT n FROM stream WHERE name = ?1), ?2, ?3, ?4, ?5, ?6)";
        let Snapshot { version, id, at, format, bytes } = snapshot;
        let parameters =
            params![name(stream), signed(version.0), id.as_bytes(), at.as_millis(), format, bytes];
        let writer = self.writer();
        let mut statement = writer.prepare_cached(sql).map_err(failed)?;
        statement.execute(parameters).map(drop).map_err(failed)
    }

    fn snapshot(&self, stream: StreamId, at_most: Version) -> Result<Option<Snapshot>, StoreError> {
        let sql = "SELECT version, id, at, format, bytes FROM snapshot
            WHERE stream = (SELECT n FROM stream WHERE name = ?1) AND version <= ?2 ORDER BY version DESC LIMIT 1";
        self.one(sql, params![name(stream), signed(at_most.0)], |row| {
            Ok(Snapshot {
                version: version(row, 0)?,
                id: EventId::from_bytes(row.get(1)?),
                at: time(row, 2)?,
                format: row.get(3)?,
                bytes: row.get(4)?,
            })
        })
    }

    /// What is deleted is overwritten where it lay (`secure_delete`); what is left lies in the write-ahead log.
    fn scrub(&self) -> Result<(), StoreError> {
        let writer = self.writer();
        // Nobody else of this process reads meanwhile.
        let _reader = self.reader();
        let busy: i64 =
            writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).map_err(failed)?;
        if busy == 0 { Ok(()) } else { Err(StoreError::Busy) }
    }

    fn party(&self, host_id: &HostId) -> Result<Option<Party>, StoreError> {
        self.one("SELECT party, kind, organisation FROM tie WHERE host_id = ?1", [host_id.as_str()], party)
    }

    fn host_id(&self, party: Party) -> Result<Option<HostId>, StoreError> {
        let (kind, id, _) = party_columns(&party);
        self.one("SELECT host_id FROM tie WHERE party = ?1 AND kind = ?2", params![id, kind], |row| {
            column(row, 0, |host_id: String| host_id.parse().ok())
        })
    }

    fn entry(&self, place: Commitment) -> Result<Option<Entry>, StoreError> {
        let sql = "SELECT commitment, put_right, subject, salt, text FROM entry WHERE commitment = ?1";
        self.one(sql, [place.as_bytes()], entry)
    }

    fn process_key(&self, process: ProcessId) -> Result<Option<Salt>, StoreError> {
        let sql = "SELECT key FROM process_key WHERE process = ?1";
        self.one(sql, [process.as_bytes()], |row| Ok(Salt::from_bytes(row.get(0)?)))
    }

    fn has_voice(&self, process: ProcessId, tag: VoiceTag) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM voice WHERE process = ?1 AND tag = ?2";
        Ok(self.one(sql, params![process.as_bytes(), tag.as_bytes()], |_| Ok(()))?.is_some())
    }

    fn entries(&self, after: Option<Commitment>, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT commitment, put_right, subject, salt, text FROM entry
            WHERE ?1 IS NULL OR commitment > ?1 ORDER BY commitment LIMIT ?2";
        self.many(sql, params![after.as_ref().map(Commitment::as_bytes), limit_of(limit)], entry)
    }
}

fn limit_of(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
