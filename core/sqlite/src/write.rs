//! Appends to the file.

use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OptionalExtension, Transaction, TransactionBehavior, params};

use super::pool::Pool;
use super::schema::{checksum, cookie, is_ours};
use super::vault::{party, write_vault};
use super::{name, reading, signed, version};
use interlink_record::vault::VaultWrite;
use interlink_record::{
    Appended, Basis, Batch, CommandRecord, Deadline, Disclosed, Position, Rewrite, Seq, StoreError, StreamId,
};
use interlink_values::{CommandId, DocumentId};

/// How long to wait before checking again whether another program has released the file.
const LOOK_AGAIN: Duration = Duration::from_millis(2);

/// The writing connection.
#[derive(Debug)]
pub(super) struct Writer {
    pub(super) connection: Connection,
    pub(super) generation: u64,
    /// The schema that was checked.
    known: Option<i64>,
    /// The last erasure after which the vault was rewritten.
    pub(super) rewritten: Option<i64>,
}

/// Why a batch was refused.
enum Refused {
    /// The stream, or the batch's basis, has changed.
    Conflict(Seq),
    /// Written data is missing.
    Lost(&'static str),
    Failed(rusqlite::Error),
}

impl From<rusqlite::Error> for Refused {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(error)
    }
}

impl Writer {
    pub(super) fn new(connection: Connection, generation: u64) -> Self {
        Self { connection, generation, known: None, rewritten: None }
    }

    /// Begins to write, in a file without foreign triggers: one would act on acknowledged data.
    pub(super) fn begin(&mut self, pool: &Pool, deadline: Deadline) -> Result<Transaction<'_>, StoreError> {
        let Self { connection, known, .. } = self;
        let transaction = begin(connection, deadline).map_err(|error| pool.failed(error))?;
        let cookie = cookie(&transaction).map_err(|error| pool.failed(error))?;
        if *known != Some(cookie) {
            is_ours(&transaction)?;
            *known = Some(cookie);
        }
        Ok(transaction)
    }

    /// Appends batches in one transaction; also returns whether data must be removed from the file afterwards.
    pub(super) fn append(
        &mut self,
        batches: &[Batch<'_>],
        pool: &Pool,
        deadline: Deadline,
    ) -> Result<(Appended, bool), StoreError> {
        let transaction = self.begin(pool, deadline)?;
        let previous = reading::position(&transaction).map_err(|error| pool.failed(error))?;
        let (mut last, mut erases, mut rewrites) = (previous, false, false);
        for batch in batches {
            // Dropping the transaction rolls everything back.
            last = append(&transaction, batch, last).map_err(|refused| match refused {
                Refused::Conflict(current) => StoreError::Conflict { current },
                Refused::Lost(what) => StoreError::Altered(format!("{what} was not stored")),
                Refused::Failed(error) => pool.failed(error),
            })?;
            rewrites |= batch.rewrites.iter().any(|rewrite| match rewrite {
                Rewrite::Event(..) | Rewrite::Document(_) => true,
                // The placeholder contains no data.
                Rewrite::Disclosed(_) => false,
            });
            erases |= batch.vault.iter().any(|write| match write {
                VaultWrite::Erase { .. } => true,
                // It replaces a rectified or erased text.
                VaultWrite::Entry(entry) => entry.place != entry.commitment,
                VaultWrite::PseudonymLink(_)
                | VaultWrite::Key { .. }
                | VaultWrite::Participation { .. }
                | VaultWrite::Close(_) => false,
            });
        }
        if erases || rewrites {
            let due = "INSERT INTO scrub_due (since, whole) VALUES (?1, ?2)
                ON CONFLICT DO UPDATE SET whole = max(whole, excluded.whole)";
            transaction
                .execute(due, params![signed(last.0), rewrites])
                .map_err(|error| pool.failed(error))?;
        }
        transaction.commit().map_err(|error| pool.failed(error))?;
        if !pool.has_its_log() {
            // It may have gone into a log that was removed; sending the command again finds out.
            pool.close_all();
            return Err(StoreError::Failed("the write-ahead log was removed; send the command again".into()));
        }
        Ok((Appended { previous, last }, erases || rewrites))
    }
}

/// Begins to write. SQLite's own waiting sleeps longer and longer, so that one of many waiters can starve; this one
/// checks again every few milliseconds.
fn begin(connection: &Connection, deadline: Deadline) -> Result<Transaction<'_>, rusqlite::Error> {
    connection.busy_timeout(Duration::ZERO)?;
    loop {
        match Transaction::new_unchecked(connection, TransactionBehavior::Immediate) {
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && !deadline.is_over() =>
            {
                std::thread::sleep(LOOK_AGAIN);
            }
            begun => return begun,
        }
    }
}

/// Rewrites the tables of the vault in the order of their keys. SQLite overwrites a deleted row, but not the copies
/// left behind when a page was split or joined; a cleared table is overwritten completely. It takes time in proportion
/// to the vault, and erasures are rare.
pub(super) fn rewrite_vault(transaction: &Transaction<'_>) -> Result<(), rusqlite::Error> {
    for (table, key) in [("pseudonym_link", "party"), ("entry", "commitment")] {
        transaction.execute_batch(&format!(
            "CREATE TEMP TABLE kept AS SELECT * FROM {table} ORDER BY {key};
            DELETE FROM {table};
            INSERT INTO {table} SELECT * FROM kept ORDER BY {key};
            DROP TABLE kept;"
        ))?;
    }
    Ok(())
}

/// Whether a batch's basis is unchanged.
fn holds(transaction: &Transaction<'_>, basis: &Basis<'_>) -> Result<bool, rusqlite::Error> {
    for (stream, relied_on) in basis.streams {
        if stream_of(transaction, *stream)?.map(|(_, version)| version).unwrap_or_default() != *relied_on {
            return Ok(false);
        }
    }
    let mut find = transaction
        .prepare_cached("SELECT party, kind, organisation FROM pseudonym_link WHERE host_id = ?1")?;
    for (host_id, taken_for) in basis.parties {
        if find.query_row([host_id.as_str()], party).optional()? != *taken_for {
            return Ok(false);
        }
    }
    Ok(true)
}

fn stream_of(transaction: &Transaction<'_>, stream: StreamId) -> Result<Option<(i64, Seq)>, rusqlite::Error> {
    let mut find = transaction.prepare_cached("SELECT n, version FROM stream WHERE name = ?1")?;
    find.query_row([name(stream)], |row| Ok((row.get(0)?, version(row, 1)?))).optional()
}

fn append(transaction: &Transaction<'_>, batch: &Batch<'_>, previous: Position) -> Result<Position, Refused> {
    let found = stream_of(transaction, batch.stream)?;
    let current = found.map(|(_, version)| version).unwrap_or_default();
    if current != batch.expected || !holds(transaction, &batch.basis)? {
        return Err(Refused::Conflict(current));
    }
    for rewrite in batch.rewrites {
        if !write_anew(transaction, rewrite).map_err(Refused::from)? {
            return Err(Refused::Conflict(current));
        }
    }
    let one =
        |written: usize, what: &'static str| if written == 1 { Ok(()) } else { Err(Refused::Lost(what)) };
    let (last, head) =
        batch.events.last().map_or((current, &[0; 32]), |event| (event.seq, event.id.as_bytes()));
    let n = match found {
        Some((n, _)) => {
            let sql = "UPDATE stream SET version = ?2, head = ?3 WHERE n = ?1";
            one(transaction.prepare_cached(sql)?.execute(params![n, signed(last.0), head])?, "a stream")?;
            n
        }
        None => {
            let sql = "INSERT INTO stream (name, version, head) VALUES (?1, ?2, ?3)";
            let written = transaction.prepare_cached(sql)?.execute(params![
                name(batch.stream),
                signed(last.0),
                head
            ])?;
            one(written, "a stream")?;
            transaction.last_insert_rowid()
        }
    };
    let sql = "INSERT INTO event (position, stream, seq, at, id, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let mut insert = transaction.prepare_cached(sql)?;
    let mut position = previous;
    for event in batch.events {
        position = Position(position.0.saturating_add(1));
        let (place, seq, at) = (signed(position.0), signed(event.seq.0), event.at.as_millis());
        one(insert.execute(params![place, n, seq, at, event.id.as_bytes(), &*event.body])?, "an event")?;
    }
    let sql = "INSERT INTO command (stream, id, first, last, fingerprint, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let (first, fingerprint) = (signed(current.next().0), batch.fingerprint.as_bytes());
    let record = CommandRecord { first: current.next(), last, fingerprint: batch.fingerprint };
    let checksum = command_checksum(batch.stream, &batch.command, &record);
    let command = params![n, batch.command.as_str(), first, signed(last.0), fingerprint, checksum];
    one(transaction.prepare_cached(sql)?.execute(command)?, "a command")?;
    for (id, bytes) in batch.documents {
        put_document(transaction, *id, bytes)?;
    }
    for write in batch.vault {
        match write_vault(transaction, write) {
            // The id was linked in the meantime.
            Err(error)
                if matches!(write, VaultWrite::PseudonymLink(_))
                    && error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) =>
            {
                return Err(Refused::Conflict(current));
            }
            written => written?,
        }
    }
    Ok(position)
}

/// Rewrites existing data; returns whether it existed.
fn write_anew(transaction: &Transaction<'_>, rewrite: &Rewrite) -> Result<bool, rusqlite::Error> {
    let (stream, stored) = match rewrite {
        Rewrite::Event(stream, stored) => (stream, stored),
        Rewrite::Disclosed(disclosed) => (&disclosed.stream, &disclosed.stored),
        Rewrite::Document((id, bytes)) => {
            let sql = "UPDATE document SET bytes = ?2 WHERE id = ?1";
            return transaction.prepare_cached(sql)?.execute(params![id.as_bytes(), bytes]).map(|n| n == 1);
        }
    };
    let Some((n, _)) = stream_of(transaction, *stream)? else { return Ok(false) };
    // They contain states made from the old content.
    transaction.prepare_cached("DELETE FROM snapshot WHERE stream = ?1")?.execute([n])?;
    let sql = "UPDATE event SET at = ?4, body = ?5 WHERE stream = ?1 AND seq = ?2 AND id = ?3";
    let (seq, id, at) = (signed(stored.seq.0), stored.id.as_bytes(), stored.at.as_millis());
    if transaction.prepare_cached(sql)?.execute(params![n, seq, id, at, &*stored.body])? != 1 {
        return Ok(false);
    }
    match rewrite {
        Rewrite::Disclosed(disclosed) => remember(transaction, disclosed, n).map(|()| true),
        Rewrite::Event(..) | Rewrite::Document(_) => Ok(true),
    }
}

/// Replaces the placeholder command with that of a disclosed event.
fn remember(transaction: &Transaction<'_>, disclosed: &Disclosed, n: i64) -> Result<(), rusqlite::Error> {
    let seq = disclosed.stored.seq;
    let sql = "DELETE FROM command WHERE stream = ?1 AND id = ?2";
    transaction.prepare_cached(sql)?.execute(params![n, disclosed.instead_of.as_str()])?;
    let sql = "SELECT first, last FROM command WHERE stream = ?1 AND id = ?2";
    let kept = transaction
        .prepare_cached(sql)?
        .query_row(params![n, disclosed.command.as_str()], |row| Ok((version(row, 0)?, version(row, 1)?)));
    let (first, last) = kept.optional()?.map_or((seq, seq), |(first, last)| (first.min(seq), last.max(seq)));
    let record = CommandRecord { first, last, fingerprint: disclosed.fingerprint };
    let checksum = command_checksum(disclosed.stream, &disclosed.command, &record);
    let sql = "INSERT OR REPLACE INTO command (stream, id, first, last, fingerprint, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let (id, fingerprint) = (disclosed.command.as_str(), record.fingerprint.as_bytes());
    let row = params![n, id, signed(first.0), signed(last.0), fingerprint, checksum];
    transaction.prepare_cached(sql)?.execute(row).map(drop)
}

pub(super) fn command_checksum(stream: StreamId, id: &CommandId, record: &CommandRecord) -> [u8; 16] {
    let (first, last) = (record.first.0.to_be_bytes(), record.last.0.to_be_bytes());
    checksum(&[name(stream).as_bytes(), id.as_str().as_bytes(), &first, &last, record.fingerprint.as_bytes()])
}

pub(super) fn put_document(
    connection: &Connection,
    id: DocumentId,
    bytes: &[u8],
) -> Result<(), rusqlite::Error> {
    let sql = "INSERT INTO document (id, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    connection.prepare_cached(sql)?.execute(params![id.as_bytes(), bytes]).map(drop)
}
