//! The embedded store: one SQLite file.
//!
//! Write-ahead log, `synchronous=FULL`: a command that was acknowledged survives a power cut. Several engines,
//! in one program or in many, may open the same file; SQLite lets one write at a time, and whoever decided on
//! an older version is told so. `secure_delete` overwrites what is deleted.
//!
//! A [reading](interlink_record::Reading) is a read transaction on a connection of its own, so nobody who reads waits for somebody
//! who writes, nor the other way round.

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

/// How often an erased text is tried to be removed from the file at once, and how long each try waits for readers.
const SCRUBS: usize = 8;
/// See [`SCRUBS`].
const SCRUB_WAIT: Duration = Duration::from_millis(25);

/// How a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SqliteOptions {
    /// Only to read; commands are refused.
    pub read_only: bool,
    /// How long one command or question waits in all for other programs to let go of the file. Ten seconds, if nothing else
    /// is said.
    pub patience: Duration,
    /// How far ahead of this machine's clock a command may be dated. Five minutes, if nothing else is said.
    pub skew: Duration,
}

impl Default for SqliteOptions {
    fn default() -> Self {
        Self { read_only: false, patience: Duration::from_secs(10), skew: Duration::from_secs(300) }
    }
}

/// A store in one SQLite file.
///
/// Whoever opens it to read only needs no permission to write, and makes no file beside it: it can lie on a medium that cannot
/// be written. Begins somebody to write while a question is answered, the question is refused as [`StoreError::Busy`], and can
/// be asked again.
///
/// Open the file with no other copy of SQLite in the same program (a database tool of the host's, a scripting language's
/// own): by the rules of POSIX, closing it there takes the locks away here, and then the write-ahead log. That is noticed
/// before anything is acknowledged that went into a log which is gone, and the connections are opened anew; but a copy that
/// works in the middle of a call can still crash the program.
#[derive(Debug)]
pub struct SqliteStore {
    pool: Arc<Pool>,
    /// Whether something that was erased may still lie in the file.
    scrub_due: AtomicBool,
}

impl SqliteStore {
    /// Opens a file, and makes it if it is not there.
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
    /// As [`open_with`](Self::open_with).
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, SqliteOptions::default())
    }

    /// Opens a file to read only; commands are refused.
    ///
    /// # Errors
    /// As [`open_with`](Self::open_with).
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, SqliteOptions { read_only: true, ..SqliteOptions::default() })
    }

    /// Opens a file; unless it is to be read only, makes it if it is not there, and removes from it what was erased and
    /// still lies there because a program ended in between.
    ///
    /// # Errors
    /// Where the file is not an SQLite database, or another program's, or newer than this version, or altered, or cannot be
    /// written (or, to read only, is not there).
    pub fn open_with(path: &Path, options: SqliteOptions) -> Result<Self, StoreError> {
        // The working directory may change, and SQLite keeps the log beside what a link leads to.
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
            // Whoever still reads what was there before keeps it from being done; then the next append tries again.
            store.scrub().ok();
        }
        Ok(store)
    }

    /// Does something with the connection that writes, when it is this call's turn.
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
        // A connection on which something failed for good, here or where it is read, is closed and opened anew.
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

    /// Writes something that is no command.
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

    /// One try at removing what was erased.
    fn try_scrub(&self, wait: Duration) -> Result<(), StoreError> {
        self.writing(Deadline::after(Some(self.pool.options.patience)), |writer| {
            let lost = |error| self.pool.failed(error);
            let newest = "SELECT max(since), max(whole) FROM scrub_due";
            let (newest, whole): (Option<i64>, Option<bool>) = writer
                .connection
                .query_row(newest, [], |row| Ok((row.get(0)?, row.get(1)?)))
                .map_err(lost)?;
            // Once for each erasure: what keeps the log from being emptied may last, and every append tries again.
            if newest > writer.rewritten {
                if whole.unwrap_or_default() {
                    // Events, documents and snapshots are moved about as the vault is, and there are many more of them.
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
            // What was erased since by another program, it removes itself.
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
            // It could not be done when it was due. It is tried again without keeping anybody waiting.
            self.try_scrub(Duration::ZERO).ok();
        }
        Ok(appended)
    }

    /// The copy is written beside its place and moved there once it is durable, so half a copy never has the name.
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
        // One transaction, so it is of one position, whatever is appended meanwhile; and nothing that was deleted is in it.
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

    /// What is deleted is overwritten where it lay (`secure_delete`). What was moved about before, when pages were split,
    /// is not, so the tables of the vault are written anew, and the whole file where it was events; what is left lies in the
    /// write-ahead log.
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

/// Where a file lies, whatever it is called: with links resolved, from the root on. The file itself may not be there yet.
fn real(path: &Path) -> Result<PathBuf, StoreError> {
    let failed = |error: std::io::Error| StoreError::Failed(format!("unable to open database file: {error}"));
    if let Ok(found) = path.canonicalize() {
        return Ok(found);
    }
    let (folder, name) = (path.parent().unwrap_or(Path::new("")), path.file_name());
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Ok(folder.canonicalize().map_err(failed)?.join(name.unwrap_or_default()))
}

/// Whether a connection is of no use after this error.
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
