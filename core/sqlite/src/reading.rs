//! The file as of one position: a read transaction.

use rusqlite::{CachedStatement, Connection, OptionalExtension, Row as SqlRow, params};

use super::pool::Pooled;
use super::schema::is_ours;
use super::vault::{entry, link_checksum, party, party_columns, process_checksum};
use super::write::command_checksum;
use super::{column, failed, limit_of, name, signed, stored, time, unsigned, version};
use interlink_record::vault::{Entry, Party, PseudonymLink};
use interlink_record::{
    Change, CommandRecord, Each, EachRow, Position, Reading, Row, Scanned, Seq, Snapshot, StoreError, Stored,
    StreamHead, StreamId, StreamKind,
};
use interlink_values::{
    CommandId, Commitment, DocumentId, EventId, Fingerprint, HostId, ParticipationMarker, ProcessId, Salt,
    Timestamp,
};

/// The result of reading a row: that it cannot be read, or the callback's result.
type LookedUp = Result<Result<(), StoreError>, rusqlite::Error>;

/// A read transaction. Releasing the connection ends it.
#[derive(Debug)]
pub(super) struct SqliteReading<'a> {
    reader: Pooled<'a>,
    position: Position,
}

/// The end of the store, as a connection sees it.
pub(super) fn position(connection: &Connection) -> Result<Position, rusqlite::Error> {
    let mut last = connection.prepare_cached("SELECT coalesce(max(position), 0) FROM event")?;
    last.query_row([], |row| column(row, 0, unsigned)).map(Position)
}

impl<'a> SqliteReading<'a> {
    pub(super) fn open(reader: Pooled<'a>) -> Result<Self, StoreError> {
        let connection = reader.connection()?;
        // The transaction's snapshot begins with its first read.
        let begun = connection.prepare_cached("BEGIN").and_then(|mut begin| begin.execute([]));
        let seen = begun.and_then(|_| position(connection));
        let position = seen.map_err(|error| reader.failed(error))?;
        Ok(Self { reader, position })
    }

    fn prepare(&self, sql: &str) -> Result<CachedStatement<'_>, StoreError> {
        self.reader.connection()?.prepare_cached(sql).map_err(|error| self.reader.failed(error))
    }

    fn many<T>(
        &self,
        sql: &str,
        parameters: impl rusqlite::Params,
        row: impl FnMut(&SqlRow<'_>) -> Result<T, rusqlite::Error>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.prepare(sql)?;
        let rows = statement.query_map(parameters, row).and_then(Iterator::collect);
        let rows = rows.map_err(|error| self.reader.failed(error))?;
        self.reader.still().map(|()| rows)
    }

    fn one<T>(
        &self,
        sql: &str,
        parameters: impl rusqlite::Params,
        row: impl FnOnce(&SqlRow<'_>) -> Result<T, rusqlite::Error>,
    ) -> Result<Option<T>, StoreError> {
        let found = self.prepare(sql)?.query_row(parameters, row).optional();
        let found = found.map_err(|error| self.reader.failed(error))?;
        self.reader.still().map(|()| found)
    }

    /// Faults that SQLite itself finds in the file: damaged pages, indexes that do not match their rows.
    fn software_finds(&self, each: &mut EachRow<'_>) -> Result<(), StoreError> {
        if let Err(altered) = is_ours(self.reader.connection()?) {
            return each(Row::Fault(&altered.to_string()));
        }
        self.each_row("PRAGMA integrity_check(1)", &mut |row| {
            let said: String = row.get(0)?;
            Ok(if said == "ok" { Ok(()) } else { each(Row::Fault(&said)) })
        })?;
        self.each_row("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", &mut |row| {
            let table: String = row.get(0)?;
            Ok(each(Row::Fault(&format!("a row of {table} belongs to no stream"))))
        })?;
        let gaps = "SELECT 1 FROM (SELECT count(*) AS many, coalesce(max(position), 0) AS last FROM event)
            WHERE many <> last";
        self.each_row(gaps, &mut |_| Ok(each(Row::Fault("the positions of the events have gaps"))))
    }

    /// Passes on the rows of a statement.
    fn each_row(&self, sql: &str, each: &mut dyn FnMut(&SqlRow<'_>) -> LookedUp) -> Result<(), StoreError> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query([]).map_err(|error| self.reader.failed(error))?;
        while let Some(row) = rows.next().map_err(|error| self.reader.failed(error))? {
            each(row).map_err(|error| self.reader.failed(error))??;
        }
        self.reader.still()
    }
}

impl Reading for SqliteReading<'_> {
    fn position(&self) -> Position {
        self.position
    }

    fn head(&self, stream: StreamId) -> Result<Option<StreamHead>, StoreError> {
        self.one("SELECT version, head FROM stream WHERE name = ?1", [name(stream)], |row| {
            Ok(StreamHead { seq: version(row, 0)?, id: EventId::from_bytes(row.get(1)?) })
        })
    }

    fn events(&self, stream: StreamId, after: Seq, limit: usize) -> Result<Vec<Stored>, StoreError> {
        let sql = "SELECT seq, at, id, body FROM event
            WHERE stream = (SELECT n FROM stream WHERE name = ?1) AND seq > ?2 ORDER BY seq LIMIT ?3";
        self.many(sql, params![name(stream), signed(after.0), limit_of(limit)], |row| stored(row, 0))
    }

    fn changes(&self, after: Position, limit: usize) -> Result<Vec<Change>, StoreError> {
        // An event whose stream row was removed still names its stream.
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
        // Few streams are looked up by name; many are read in table order, where their events are adjacent.
        let events = self.position.0;
        let named = "SELECT count(*) FROM stream WHERE name >= ?1 || '/' AND name < ?1 || '0'";
        let streams = self.one(named, [kind.as_str()], |row| column(row, 0, unsigned))?.unwrap_or_default();
        let sql = if streams.saturating_mul(16) < events {
            "SELECT name, seq, at, id, body FROM stream CROSS JOIN event ON stream = n
                WHERE name >= ?1 || '/' AND name < ?1 || '0' ORDER BY n, seq"
        } else {
            "SELECT name, seq, at, id, body FROM event CROSS JOIN stream ON n = stream
                WHERE name >= ?1 || '/' AND name < ?1 || '0' ORDER BY position"
        };
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query([kind.as_str()]).map_err(|error| self.reader.failed(error))?;
        while let Some(row) = rows.next().map_err(|error| self.reader.failed(error))? {
            let text = |at| row.get_ref(at).map_err(failed);
            let stream = text(0)?.as_str().ok().and_then(|name| name.parse().ok());
            let stream = stream.ok_or_else(|| StoreError::Malformed("a stream's name".into()))?;
            let body = text(4)?;
            let body = body.as_blob().map_err(|_| StoreError::Malformed("an event's body".into()))?;
            let id = EventId::from_bytes(row.get(3).map_err(failed)?);
            let (seq, at) = (version(row, 1).map_err(failed)?, time(row, 2).map_err(failed)?);
            each(stream, Scanned { at, body, id, seq })?;
        }
        self.reader.still()
    }

    fn seq_at(&self, stream: StreamId, at: Timestamp) -> Result<Seq, StoreError> {
        let sql = "SELECT seq FROM event WHERE stream = (SELECT n FROM stream WHERE name = ?1) AND at <= ?2
            ORDER BY seq DESC LIMIT 1";
        let found = self.one(sql, params![name(stream), at.as_millis()], |row| version(row, 0))?;
        Ok(found.unwrap_or_default())
    }

    fn position_of(&self, stream: StreamId, seq: Seq) -> Result<Option<Position>, StoreError> {
        let sql =
            "SELECT position FROM event WHERE stream = (SELECT n FROM stream WHERE name = ?1) AND seq = ?2";
        self.one(sql, params![name(stream), signed(seq.0)], |row| {
            column(row, 0, |number| unsigned(number).map(Position))
        })
    }

    fn seq_by(&self, stream: StreamId, position: Position) -> Result<Seq, StoreError> {
        let sql =
            "SELECT seq FROM event WHERE stream = (SELECT n FROM stream WHERE name = ?1) AND position <= ?2
            ORDER BY seq DESC LIMIT 1";
        let found = self.one(sql, params![name(stream), signed(position.0)], |row| version(row, 0))?;
        Ok(found.unwrap_or_default())
    }

    fn command(&self, stream: StreamId, id: &CommandId) -> Result<Option<CommandRecord>, StoreError> {
        let sql = "SELECT id, first, last, fingerprint FROM command
            WHERE stream = (SELECT n FROM stream WHERE name = ?1) AND id = ?2";
        self.one(sql, params![name(stream), id.as_str()], command)
    }

    fn streams(&self, after: Option<StreamId>, limit: usize) -> Result<Vec<StreamId>, StoreError> {
        let sql = "SELECT name FROM stream WHERE name > ?1 ORDER BY name LIMIT ?2";
        let after = after.map(name).unwrap_or_default();
        self.many(sql, params![after, limit_of(limit)], |row| {
            column(row, 0, |name: String| name.parse().ok())
        })
    }

    fn document(&self, id: DocumentId) -> Result<Option<Vec<u8>>, StoreError> {
        self.one("SELECT bytes FROM document WHERE id = ?1", [id.as_bytes()], |row| row.get(0))
    }

    fn snapshot(&self, stream: StreamId, at_most: Seq) -> Result<Option<Snapshot>, StoreError> {
        let sql = "SELECT version, id, at, format, bytes FROM snapshot
            WHERE stream = (SELECT n FROM stream WHERE name = ?1) AND version <= ?2 ORDER BY version DESC LIMIT 1";
        self.one(sql, params![name(stream), signed(at_most.0)], snapshot)
    }

    fn party(&self, host_id: &HostId) -> Result<Option<Party>, StoreError> {
        self.one(
            "SELECT party, kind, organisation FROM pseudonym_link WHERE host_id = ?1",
            [host_id.as_str()],
            party,
        )
    }

    fn host_id(&self, party: Party) -> Result<Option<HostId>, StoreError> {
        let (kind, id, _) = party_columns(&party);
        self.one(
            "SELECT host_id FROM pseudonym_link WHERE party = ?1 AND kind = ?2",
            params![id, kind],
            |row| column(row, 0, |host_id: String| host_id.parse().ok()),
        )
    }

    fn entry(&self, place: Commitment) -> Result<Option<Entry>, StoreError> {
        let sql = "SELECT commitment, put_right, subject, salt, text FROM entry WHERE commitment = ?1";
        self.one(sql, [place.as_bytes()], entry)
    }

    fn process_key(&self, process: ProcessId) -> Result<Option<Salt>, StoreError> {
        let sql = "SELECT key FROM process_key WHERE process = ?1";
        self.one(sql, [process.as_bytes()], |row| Ok(Salt::from_bytes(row.get(0)?)))
    }

    fn has_participated(&self, process: ProcessId, tag: ParticipationMarker) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM participation_marker WHERE process = ?1 AND tag = ?2";
        Ok(self.one(sql, params![process.as_bytes(), tag.as_bytes()], |_| Ok(()))?.is_some())
    }

    fn entries(&self, after: Option<Commitment>, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT commitment, put_right, subject, salt, text FROM entry
            WHERE ?1 IS NULL OR commitment > ?1 ORDER BY commitment LIMIT ?2";
        self.many(sql, params![after.as_ref().map(Commitment::as_bytes), limit_of(limit)], entry)
    }

    fn rows(&self, each: &mut EachRow<'_>) -> Result<(), StoreError> {
        self.software_finds(each)?;
        let damaged = |each: &mut EachRow<'_>, what: &str| each(Row::Fault(&format!("{what} is damaged")));
        let sql = "SELECT command.id, first, last, fingerprint, name, checksum FROM command JOIN stream ON n = stream";
        self.each_row(sql, &mut |row| {
            let id: CommandId = column(row, 0, |id: String| id.parse().ok())?;
            let stream = column(row, 4, |name: String| name.parse().ok())?;
            let record = command(row)?;
            if command_checksum(stream, &id, &record) != row.get::<_, [u8; 16]>(5)? {
                return Ok(damaged(each, &format!("the record of the command {id} of {stream}")));
            }
            Ok(each(Row::Command(stream, id, record)))
        })?;
        self.each_row("SELECT id, bytes FROM document", &mut |row| {
            Ok(each(Row::Document(DocumentId::from_bytes(row.get(0)?), row.get_ref(1)?.as_blob()?)))
        })?;
        let sql = "SELECT snapshot.version, snapshot.id, at, format, bytes, name
            FROM snapshot JOIN stream ON n = stream";
        self.each_row(sql, &mut |row| {
            let stream = column(row, 5, |name: String| name.parse().ok())?;
            Ok(each(Row::Snapshot(stream, &snapshot(row)?)))
        })?;
        self.each_row(
            "SELECT party, kind, organisation, host_id, checksum FROM pseudonym_link",
            &mut |row| {
                let link = PseudonymLink {
                    host_id: column(row, 3, |host_id: String| host_id.parse().ok())?,
                    party: party(row)?,
                };
                if link_checksum(&link) != row.get::<_, [u8; 16]>(4)? {
                    return Ok(damaged(each, &format!("the pseudonym link of {:?}", link.party)));
                }
                Ok(each(Row::PseudonymLink(&link)))
            },
        )?;
        self.each_row("SELECT process, key, checksum FROM process_key", &mut |row| {
            let process = row.get(0)?;
            if process_checksum(&process, &row.get::<_, [u8; 16]>(1)?) != row.get::<_, [u8; 16]>(2)? {
                return Ok(damaged(each, "the key of a process"));
            }
            Ok(each(Row::Key(ProcessId::from_bytes(process))))
        })?;
        self.each_row("SELECT process, tag, checksum FROM participation_marker", &mut |row| {
            let process = row.get(0)?;
            if process_checksum(&process, &row.get::<_, [u8; 32]>(1)?) != row.get::<_, [u8; 16]>(2)? {
                return Ok(damaged(each, "a tag in a process"));
            }
            Ok(each(Row::Participation(ProcessId::from_bytes(process))))
        })
    }
}

fn command(row: &SqlRow<'_>) -> Result<CommandRecord, rusqlite::Error> {
    let fingerprint = Fingerprint::from_bytes(row.get(3)?);
    Ok(CommandRecord { first: version(row, 1)?, last: version(row, 2)?, fingerprint })
}

fn snapshot(row: &SqlRow<'_>) -> Result<Snapshot, rusqlite::Error> {
    Ok(Snapshot {
        seq: version(row, 0)?,
        id: EventId::from_bytes(row.get(1)?),
        at: time(row, 2)?,
        format: row.get(3)?,
        bytes: row.get(4)?,
    })
}
