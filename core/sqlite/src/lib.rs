//! The embedded store: one SQLite file.
//!
//! Write-ahead log, `synchronous=FULL`: an acknowledged command survives a power cut. Several engines, in one program
//! or in many, may open the same file; SQLite allows one writer at a time, and a decision on an older state is refused
//! as a conflict. `secure_delete` overwrites deleted data.
//!
//! A [reading](interlink_record::Reading) is a read transaction on a connection of its own, so readers never wait for
//! writers, nor writers for readers.

#![forbid(unsafe_code)]

mod pool;
mod reading;
mod schema;
mod still;
mod vault;
mod write;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rusqlite::types::FromSql;
use rusqlite::{ErrorCode, Row, Transaction, params};

use interlink_record::{
    Appended, Batch, Deadline, Position, Reading, Seq, Snapshot, Store, StoreError, Stored, StreamId,
};
use interlink_values::{DocumentId, EventId, Timestamp};
use pool::Pool;
use reading::SqliteReading;
use schema::{MIGRATIONS, is_ours, layout, migrate, newest};
use write::Writer;

/// How often removing an erased text from the file is tried at once, and how long each try waits for readers.
const SCRUBS: usize = 8;
/// See [`SCRUBS`].
const SCRUB_WAIT: Duration = Duration::from_millis(25);

/// The options for opening a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SqliteOptions {
    /// Whether to read only; commands are refused.
    pub read_only: bool,
    /// How long one command or question waits in all for other programs to release the file. Ten seconds by default.
    pub patience: Duration,
    /// How far ahead of this machine's clock a command may be dated. Five minutes by default.
    pub skew: Duration,
}

impl Default for SqliteOptions {
    fn default() -> Self {
        Self { read_only: false, patience: Duration::from_secs(10), skew: Duration::from_secs(300) }
    }
}

/// A store in one SQLite file.
///
/// Opening it read-only needs no permission to write and creates no file beside it, so it can be on a read-only medium.
/// If another program begins to write while a question is answered, the question is refused as [`StoreError::Busy`],
/// and can be asked again.
///
/// Do not open the file with another copy of SQLite in the same program (a database tool of the host, a scripting
/// language's own): by the rules of POSIX, closing the file there releases the locks here, and then removes the
/// write-ahead log. The library notices this before it acknowledges anything written to a removed log, and reopens its
/// connections; but a copy that works in the middle of a call can still crash the program.
#[derive(Debug)]
pub struct SqliteStore {
    pool: Arc<Pool>,
    /// Whether erased data may still be in the file.
    scrub_due: AtomicBool,
}

impl SqliteStore {
    /// Opens a file, and creates it if it does not exist.
    ///
    /// # Examples
    ///
    /// ```
    /// # let folder = tempfile::tempdir()?;
    /// # let path = folder.path().join("town.db");
    /// use interlink::{Engine, journal::SqliteStore};
    /// let engine = Engine::new(Box::new(SqliteStore::open(&path)?));
    /// assert!(path.exists() && engine.streams()?.is_empty());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As for [`open_with`](Self::open_with).
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, SqliteOptions::default())
    }

    /// Opens a file read-only; commands are refused.
    ///
    /// # Errors
    /// As for [`open_with`](Self::open_with).
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, SqliteOptions { read_only: true, ..SqliteOptions::default() })
    }

    /// Opens a file. Unless it is opened read-only, creates it if it does not exist, and removes erased data that is
    /// still in it because a program ended too early.
    ///
    /// # Errors
    /// If the file is not an SQLite database, belongs to another program, is newer than this version, was altered, or
    /// cannot be written (or, read-only, does not exist).
    pub fn open_with(path: &Path, options: SqliteOptions) -> Result<Self, StoreError> {
        // The working directory may change, and SQLite keeps the log beside the target of a link.
        let path = real(path)?;
        let pool = Pool::new(&path, options);
        let mut connection = pool.connect(true)?;
        if options.read_only {
            let (found, known) = (layout(&connection)?, newest(MIGRATIONS));
            if found > known {
                return Err(StoreError::TooNew { found, known });
            }
            if found < known {
                return Err(StoreError::ReadOnly);
            }
        } else {
            if connection.is_readonly(rusqlite::MAIN_DB).map_err(failed)? {
                return Err(StoreError::ReadOnly);
            }
            migrate(&mut connection, MIGRATIONS)?;
        }
        is_ours(&connection)?;
        let due = "SELECT EXISTS (SELECT 1 FROM scrub_due)";
        let due: bool = connection.query_row(due, [], |row| row.get(0)).map_err(failed)?;
        if !options.read_only {
            let writer = Writer::new(connection, pool.generation());
            *pool.writer.lock().unwrap_or_else(PoisonError::into_inner) = Some(writer);
        }
        let store = Self { scrub_due: AtomicBool::new(due && !options.read_only), pool };
        if store.scrub_due.load(Ordering::Acquire) {
            // A reader of an older state prevents it; then the next append tries again.
            store.scrub().ok();
        }
        Ok(store)
    }

    /// Uses the writing connection when it is this call's turn.
    fn writing<T>(
        &self,
        deadline: Deadline,
        act: impl FnOnce(&mut Writer) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.pool.options.read_only {
            return Err(StoreError::ReadOnly);
        }
        let _turn = self.pool.turn.take(deadline).ok_or(StoreError::Busy)?;
        let begun = Instant::now();
        if !self.pool.has_its_log() {
            self.pool.close_all();
        }
        let mut slot = self.pool.writer.lock().unwrap_or_else(PoisonError::into_inner);
        // A connection with an unrecoverable failure, here or in a reader, is closed and reopened.
        let kept = slot.take().filter(|writer| writer.generation == self.pool.generation());
        let writer = match kept {
            Some(writer) => writer,
            None => Writer::new(self.pool.connect(false)?, self.pool.generation()),
        };
        let writer = slot.insert(writer);
        let done = act(writer);
        if writer.generation != self.pool.generation() {
            *slot = None;
        }
        drop(slot);
        self.pool.turn.leave_room(begun);
        done
    }

    /// Writes something that is not a command.
    fn put(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> Result<(), rusqlite::Error>,
    ) -> Result<(), StoreError> {
        let deadline = Deadline::after(self.patience());
        self.writing(deadline, |writer| {
            let transaction = writer.begin(&self.pool, deadline)?;
            write(&transaction).and_then(|()| transaction.commit()).map_err(|error| self.pool.failed(error))
        })
    }

    /// One try at removing erased data.
    fn try_scrub(&self, wait: Duration) -> Result<(), StoreError> {
        self.writing(Deadline::after(Some(self.pool.options.patience)), |writer| {
            let lost = |error| self.pool.failed(error);
            let newest = "SELECT max(since), max(whole) FROM scrub_due";
            let (newest, whole): (Option<i64>, Option<bool>) = writer
                .connection
                .query_row(newest, [], |row| Ok((row.get(0)?, row.get(1)?)))
                .map_err(lost)?;
            // Once for each erasure: readers may block the log for long, and every append tries again.
            if newest > writer.rewritten {
                if whole.unwrap_or_default() {
                    // SQLite moves events, documents and snapshots like the vault's rows, and there are many more of them.
                    writer.connection.busy_timeout(wait).map_err(lost)?;
                    writer.connection.execute_batch("VACUUM").map_err(lost)?;
                } else {
                    let transaction = writer.begin(&self.pool, Deadline::after(Some(wait)))?;
                    write::rewrite_vault(&transaction).and_then(|()| transaction.commit()).map_err(lost)?;
                }
                writer.rewritten = newest;
            }
            let connection = &writer.connection;
            connection.busy_timeout(wait).map_err(lost)?;
            let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
            let busy: i64 = connection.query_row(checkpoint, [], |row| row.get(0)).map_err(lost)?;
            if busy != 0 {
                return Err(StoreError::Busy);
            }
            // Another program removes what it erased since.
            connection.execute("DELETE FROM scrub_due WHERE since <= ?1", [newest]).map_err(lost)?;
            self.scrub_due.store(false, Ordering::Release);
            Ok(())
        })
    }
}

impl Store for SqliteStore {
    fn read(&self) -> Result<Box<dyn Reading + '_>, StoreError> {
        Ok(Box::new(SqliteReading::open(self.pool.reader()?)?))
    }

    fn position(&self) -> Result<Position, StoreError> {
        let reader = self.pool.reader()?;
        let position = reading::position(reader.connection()?).map_err(|error| reader.failed(error))?;
        reader.still().map(|()| position)
    }

    fn append_all(&self, batches: &[Batch<'_>], deadline: Deadline) -> Result<Appended, StoreError> {
        if batches.is_empty() {
            let here = self.position()?;
            return Ok(Appended { previous: here, last: here });
        }
        let (appended, erases) =
            self.writing(deadline, |writer| writer.append(batches, &self.pool, deadline))?;
        if erases {
            self.scrub_due.store(true, Ordering::Release);
        } else if self.scrub_due.load(Ordering::Acquire) {
            // It could not be done when it was due. It is tried again without waiting.
            self.try_scrub(Duration::ZERO).ok();
        }
        Ok(appended)
    }

    /// The copy is written beside its place and moved there once it is durable, so the name never belongs to half a
    /// copy.
    fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let failed_at = |error: std::io::Error| StoreError::Failed(format!("{}: {error}", to.display()));
        if std::fs::symlink_metadata(to).is_ok() {
            return Err(failed_at(std::io::ErrorKind::AlreadyExists.into()));
        }
        let mut partial = to.as_os_str().to_owned();
        partial.push(".partial");
        let partial = PathBuf::from(partial);
        let name = partial.to_str().ok_or_else(|| failed_at(std::io::ErrorKind::InvalidFilename.into()))?;
        let reader = self.pool.reader()?;
        // One transaction, so it is as of one position, whatever is appended meanwhile; it contains no deleted data.
        let copied = reader.connection()?.execute("VACUUM INTO ?1", [name]);
        copied.map_err(|error| reader.failed(error)).and_then(|_| reader.still())?;
        std::fs::File::open(&partial).and_then(|file| file.sync_all()).map_err(failed_at)?;
        std::fs::rename(&partial, to).map_err(failed_at)
    }

    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError> {
        self.put(|transaction| write::put_document(transaction, id, bytes))
    }

    fn put_snapshot(&self, stream: StreamId, snapshot: &Snapshot) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO snapshot (stream, version, id, at, format, bytes)
            VALUES ((SELECT n FROM stream WHERE name = ?1), ?2, ?3, ?4, ?5, ?6)";
        let Snapshot { seq: version, id, at, format, bytes } = snapshot;
        let parameters =
            params![name(stream), signed(version.0), id.as_bytes(), at.as_millis(), format, bytes];
        self.put(|transaction| transaction.prepare_cached(sql)?.execute(parameters).map(drop))
    }

    fn patience(&self) -> Option<Duration> {
        Some(self.pool.options.patience)
    }

    fn now(&self) -> Option<Timestamp> {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
        Timestamp::from_millis(i64::try_from(since.as_millis()).ok()?).ok()
    }

    fn skew(&self) -> Duration {
        self.pool.options.skew
    }

    /// Deleted data is overwritten in place (`secure_delete`). Copies moved earlier, when pages were split, are not, so
    /// the tables of the vault are rewritten, and the whole file if events were; the rest is in the write-ahead log.
    fn scrub(&self) -> Result<(), StoreError> {
        for _ in 1..SCRUBS {
            match self.try_scrub(SCRUB_WAIT) {
                Err(StoreError::Busy) => std::thread::sleep(SCRUB_WAIT),
                other => return other,
            }
        }
        self.try_scrub(SCRUB_WAIT)
    }
}

/// The absolute path of a file, with links resolved. The file itself may not exist yet.
fn real(path: &Path) -> Result<PathBuf, StoreError> {
    let failed = |error: std::io::Error| StoreError::Failed(format!("unable to open database file: {error}"));
    if let Ok(found) = path.canonicalize() {
        return Ok(found);
    }
    let (folder, name) = (path.parent().unwrap_or(Path::new("")), path.file_name());
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Ok(folder.canonicalize().map_err(failed)?.join(name.unwrap_or_default()))
}

/// Whether a connection is unusable after this error.
fn is_lost(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::FileLockingProtocolFailed)
    )
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

/// A column whose value must be one that this library writes.
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

fn version(row: &Row<'_>, at: usize) -> Result<Seq, rusqlite::Error> {
    column(row, at, |number| unsigned(number).map(Seq))
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

fn limit_of(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
