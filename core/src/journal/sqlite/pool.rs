//! The connections to one file: one that writes, as many as are needed that read.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::schema::layout;
use super::{SqliteOptions, StoreError, failed, is_lost};
use crate::journal::Deadline;

/// How many connections that nobody uses are kept.
const IDLE: usize = 8;
/// How long to wait before a new file is tried again that somebody else is making.
const PAUSE: Duration = Duration::from_millis(3);

/// What makes connections and keeps those that nobody uses.
#[derive(Debug)]
pub(super) struct Pool {
    path: PathBuf,
    pub(super) options: SqliteOptions,
    idle: Mutex<Vec<Connection>>,
    /// Goes up when a connection has failed in a way that it does not recover from. SQLite keeps what it knows of a file
    /// for all connections of a program together, so all of them are closed before one is opened again.
    generation: AtomicU64,
}

/// A connection that reads, for as long as it is held.
#[derive(Debug)]
pub(super) struct Pooled<'a> {
    pool: &'a Pool,
    connection: Option<Connection>,
    generation: u64,
}

impl Pool {
    pub(super) fn new(path: &Path, options: SqliteOptions) -> Self {
        Self { path: path.to_owned(), options, idle: Mutex::default(), generation: AtomicU64::new(0) }
    }

    pub(super) fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// A new connection. Somebody else may be making the file at this moment, so whoever is told that it is busy tries
    /// again.
    pub(super) fn connect(&self, create: bool) -> Result<Connection, StoreError> {
        let deadline = Deadline::after(Some(self.options.patience));
        loop {
            match connect(&self.path, self.options, create) {
                Err(StoreError::Busy) if !deadline.is_over() => std::thread::sleep(PAUSE),
                other => return other,
            }
        }
    }

    pub(super) fn reader(&self) -> Result<Pooled<'_>, StoreError> {
        let generation = self.generation();
        let kept = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match kept {
            Some(kept) => kept,
            None => self.connect(false)?,
        };
        Ok(Pooled { pool: self, connection: Some(connection), generation })
    }

    /// Closes every connection that nobody uses, and every other one once it is given back.
    pub(super) fn close_all(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Looks at an error on its way out.
    pub(super) fn failed(&self, error: rusqlite::Error) -> StoreError {
        if is_lost(&error) {
            self.close_all();
        }
        failed(error)
    }
}

impl Pooled<'_> {
    pub(super) fn connection(&self) -> Result<&Connection, StoreError> {
        self.connection.as_ref().ok_or_else(|| StoreError::Failed("the connection is closed".into()))
    }

    pub(super) fn failed(&self, error: rusqlite::Error) -> StoreError {
        self.pool.failed(error)
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        // A reading is open on it.
        if !connection.is_autocommit() && connection.execute_batch("ROLLBACK").is_err() {
            return;
        }
        let mut idle = self.pool.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if self.generation == self.pool.generation() && idle.len() < IDLE {
            idle.push(connection);
        }
    }
}

fn connect(path: &Path, options: SqliteOptions, create: bool) -> Result<Connection, StoreError> {
    let flags = match (options.read_only, create) {
        (true, _) => OpenFlags::SQLITE_OPEN_READ_ONLY,
        (false, true) => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        (false, false) => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let connection =
        Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(failed)?;
    connection.busy_timeout(options.patience).map_err(failed)?;
    connection.set_prepared_statement_cache_capacity(48);
    // The first read of the file: it shows whether it is a database at all.
    layout(&connection)?;
    if !options.read_only {
        connection.pragma_update(None, "journal_mode", "wal").map_err(failed)?;
        connection.pragma_update(None, "synchronous", "full").map_err(failed)?;
        connection.pragma_update(None, "secure_delete", "on").map_err(failed)?;
        connection.pragma_update(None, "foreign_keys", "on").map_err(failed)?;
    }
    Ok(connection)
}
