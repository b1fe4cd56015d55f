//! The connections to one file: one that writes, and as many that read as needed.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags};

use super::schema::layout;
use super::write::Writer;
use super::{SqliteOptions, StoreError, failed, is_lost, still};
use interlink_record::Deadline;
use interlink_record::turn::{Turn, TurnGuard};

/// How many idle connections are kept.
const IDLE: usize = 8;
/// How long a program writes without a pause before it leaves room for others, and how much.
const LONG: Duration = Duration::from_millis(250);
/// See [`LONG`].
const ROOM: Duration = Duration::from_millis(5);
/// How long to wait before retrying a new file that another program is creating.
const PAUSE: Duration = Duration::from_millis(3);

/// Every pool of this program. SQLite shares what it knows of a file among all connections of a program, so when that
/// is wrong, all of them are closed before one is reopened, whichever engine they belong to.
static POOLS: Mutex<Vec<Weak<Pool>>> = Mutex::new(Vec::new());

/// The turn to write, for all engines on one file in this program, and how long they have kept others out.
#[derive(Debug, Default)]
pub(super) struct WriteTurn {
    turn: Turn,
    /// Since when the turns have followed one another, and when the last one ended.
    busy: Mutex<Option<(Instant, Instant)>>,
}

impl WriteTurn {
    pub(super) fn take(&self, deadline: Deadline) -> Option<TurnGuard<'_>> {
        self.turn.take(deadline)
    }

    /// Leaves the file to other programs for a moment, if this program has written without a pause for long: SQLite
    /// gives it to whoever tries first, which would nearly always be the program that has just released it. Called
    /// while the turn is held.
    pub(super) fn leave_room(&self, begun: Instant) {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let since = match *busy {
            Some((since, last)) if begun.saturating_duration_since(last) < ROOM => since,
            _ => begun,
        };
        *busy = Some((since, now));
        if now.saturating_duration_since(since) > LONG {
            *busy = None;
            std::thread::sleep(ROOM);
        }
    }
}

/// Opens connections and keeps idle ones.
#[derive(Debug)]
pub(super) struct Pool {
    path: PathBuf,
    pub(super) options: SqliteOptions,
    idle: Mutex<Vec<Connection>>,
    /// The turn to write, for all engines on the file in this program: to other programs they compete as one.
    pub(super) turn: Arc<WriteTurn>,
    /// The writing connection; none before it is first needed, and after it failed.
    pub(super) writer: Mutex<Option<Writer>>,
    /// Goes up when a connection fails beyond recovery.
    generation: AtomicU64,
    /// The file and the write-ahead log that the connections have open.
    log: Mutex<Option<[FileId; 2]>>,
    /// The state of a file that was opened without a writer; none if there may be one.
    still: Mutex<Option<still::Seen>>,
}

/// Distinguishes a file from another that replaced it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileId(u64, u64);

impl FileId {
    #[cfg(unix)]
    fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata(path).ok().map(|file| Self(file.dev(), file.ino()))
    }

    /// On other systems an open file cannot be removed.
    #[cfg(not(unix))]
    fn of(_: &Path) -> Option<Self> {
        None
    }
}

/// A reading connection, for as long as it is held.
#[derive(Debug)]
pub(super) struct Pooled<'a> {
    pool: &'a Pool,
    connection: Option<Connection>,
    generation: u64,
}

impl Pool {
    pub(super) fn new(path: &Path, options: SqliteOptions) -> Arc<Self> {
        let mut pools = POOLS.lock().unwrap_or_else(PoisonError::into_inner);
        pools.retain(|pool| pool.strong_count() > 0);
        let others = pools.iter().filter_map(Weak::upgrade);
        let turn = others.filter(|pool| pool.path == path).map(|pool| Arc::clone(&pool.turn)).next();
        let pool = Arc::new(Self {
            turn: turn.unwrap_or_default(),
            path: path.to_owned(),
            options,
            idle: Mutex::default(),
            writer: Mutex::default(),
            generation: AtomicU64::new(0),
            log: Mutex::default(),
            still: Mutex::default(),
        });
        pools.push(Arc::downgrade(&pool));
        pool
    }

    /// The file and its log as they are now.
    fn files(&self) -> Option<[FileId; 2]> {
        Some([FileId::of(&self.path)?, FileId::of(&self.log_path())?])
    }

    fn log_path(&self) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push("-wal");
        name.into()
    }

    /// Whether the open log is the one beside the file. Another copy of SQLite in this program, closing the file,
    /// releases the locks by the rules of POSIX and then removes the log, believing to be the last: anything written to
    /// that log afterwards is lost.
    pub(super) fn has_its_log(&self) -> bool {
        let known = *self.log.lock().unwrap_or_else(PoisonError::into_inner);
        known.is_none() || known == self.files()
    }

    pub(super) fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// A new connection. Another program may be creating the file at this moment, so a busy file is retried.
    pub(super) fn connect(&self, create: bool) -> Result<Connection, StoreError> {
        let deadline = Deadline::after(Some(self.options.patience));
        loop {
            let still =
                if self.options.read_only { still::Seen::of(&self.path, &self.log_path()) } else { None };
            *self.still.lock().unwrap_or_else(PoisonError::into_inner) = still;
            match connect(&self.path, self.options, create, still.is_some()) {
                Err(StoreError::Busy) if !deadline.is_over() => std::thread::sleep(PAUSE),
                other => {
                    let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
                    if other.is_ok() && log.is_none() {
                        *log = self.files();
                    }
                    return other;
                }
            }
        }
    }

    /// Whether a file opened without a writer is still unchanged.
    pub(super) fn is_still(&self) -> bool {
        let seen = *self.still.lock().unwrap_or_else(PoisonError::into_inner);
        seen.is_none() || seen == still::Seen::of(&self.path, &self.log_path())
    }

    pub(super) fn reader(&self) -> Result<Pooled<'_>, StoreError> {
        if !self.has_its_log() || !self.is_still() {
            self.close_all();
        }
        let generation = self.generation();
        let kept = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match kept {
            Some(kept) => kept,
            None => self.connect(false)?,
        };
        Ok(Pooled { pool: self, connection: Some(connection), generation })
    }

    /// Closes every idle connection to the file, of every engine in this program, and every other one once it is
    /// released.
    pub(super) fn close_all(&self) {
        let pools: Vec<Arc<Self>> = {
            let pools = POOLS.lock().unwrap_or_else(PoisonError::into_inner);
            pools.iter().filter_map(Weak::upgrade).filter(|pool| pool.path == self.path).collect()
        };
        pools.iter().for_each(|pool| pool.close_own());
    }

    fn close_own(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
        *self.log.lock().unwrap_or_else(PoisonError::into_inner) = None;
        // One that is writing is closed by its user.
        if let Ok(mut writer) = self.writer.try_lock() {
            *writer = None;
        }
    }

    /// Inspects an error on its way out.
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
        self.still().err().unwrap_or_else(|| self.pool.failed(error))
    }

    /// Refuses what was read from a file if another program began to write meanwhile: no lock kept it out.
    pub(super) fn still(&self) -> Result<(), StoreError> {
        // The pool's state may be about connections that were opened later.
        let is_latest = !self.pool.options.read_only || self.generation == self.pool.generation();
        if is_latest && self.pool.is_still() { Ok(()) } else { Err(StoreError::Busy) }
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

fn connect(
    path: &Path,
    options: SqliteOptions,
    create: bool,
    is_still: bool,
) -> Result<Connection, StoreError> {
    let flags = match (options.read_only, create) {
        (true, _) => OpenFlags::SQLITE_OPEN_READ_ONLY,
        (false, true) => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        (false, false) => OpenFlags::SQLITE_OPEN_READ_WRITE,
    } | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = if options.read_only {
        Connection::open_with_flags(still::url(path, is_still), flags | OpenFlags::SQLITE_OPEN_URI)
    } else {
        Connection::open_with_flags(path, flags)
    };
    let connection = connection.map_err(failed)?;
    connection.busy_timeout(options.patience).map_err(failed)?;
    connection.set_prepared_statement_cache_capacity(48);
    // No data of the vault may go to a temporary file.
    connection.pragma_update(None, "temp_store", "memory").map_err(failed)?;
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
