//! Reads of a store, all as of one moment.

use std::fmt;

use super::{
    Change, CommandRecord, Position, Seq, Snapshot, StoreError, Stored, StreamHead, StreamId, StreamKind,
};
use crate::vault::{Entry, Party, PseudonymLink};
use interlink_values::{
    CommandId, Commitment, DocumentId, EventId, HostId, ParticipationMarker, ProcessId, Salt, Timestamp,
};

/// How many streams or events are read at once during a scan.
const SCAN: usize = 1024;

/// The function called for each event.
pub type Each<'a> = dyn FnMut(StreamId, Scanned<'_>) -> Result<(), StoreError> + 'a;

/// The function called for each row.
pub type EachRow<'a> = dyn FnMut(Row<'_>) -> Result<(), StoreError> + 'a;

/// An event during a scan, without a copy of its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Scanned<'a> {
    /// When it happened.
    pub at: Timestamp,
    /// The envelope without its id.
    pub body: &'a [u8],
    /// Its id.
    pub id: EventId,
    /// Its `seq` in its stream.
    pub seq: Seq,
}

/// A row that a store keeps beside the events, for verification: it does not follow from the chain, so it is not
/// trusted.
#[derive(Debug, Clone, Copy)]
pub enum Row<'a> {
    /// What is remembered of a command.
    Command(StreamId, CommandId, CommandRecord),
    /// A document.
    Document(DocumentId, &'a [u8]),
    /// A snapshot.
    Snapshot(StreamId, &'a Snapshot),
    /// A pseudonym link.
    PseudonymLink(&'a PseudonymLink),
    /// The key of a process.
    Key(ProcessId),
    /// The participation marker of a person in a process.
    Participation(ProcessId),
    /// A fault in the files that the storage engine reports.
    Fault(&'a str),
}

/// A store as of one position. Whatever is appended or erased while it is open, it answers as of that position, so one
/// answer never mixes moments.
///
/// It may hold resources of the store for which others eventually wait (a log that cannot be emptied), so keep it no
/// longer than an answer takes. Dropping it closes it.
pub trait Reading: Send + fmt::Debug {
    /// The position of the last event that it sees.
    fn position(&self) -> Position;

    /// The end of a stream; `None` if there is no such stream.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn head(&self, stream: StreamId) -> Result<Option<StreamHead>, StoreError>;

    /// The events of a stream after a `seq`, in order, at most `limit`.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn events(&self, stream: StreamId, after: Seq, limit: usize) -> Result<Vec<Stored>, StoreError>;

    /// The events of all streams after a position, in order, at most `limit`.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn changes(&self, after: Position, limit: usize) -> Result<Vec<Change>, StoreError>;

    /// Passes on every event of all streams of a kind: those of one stream in order, the streams in any order. `each`
    /// must not call the store meanwhile.
    ///
    /// # Errors
    /// If the store cannot be read, or what `each` reports.
    fn scan(&self, kind: StreamKind, each: &mut Each<'_>) -> Result<(), StoreError> {
        let mut after = None;
        loop {
            let page = self.streams(after, SCAN)?;
            for stream in page.iter().filter(|stream| stream.kind() == kind) {
                let mut seq = Seq(0);
                loop {
                    let events = self.events(*stream, seq, SCAN)?;
                    for event in &events {
                        let Stored { at, body, id, seq: nth } = event;
                        each(*stream, Scanned { at: *at, body, id: *id, seq: *nth })?;
                        seq = event.seq;
                    }
                    if events.len() < SCAN {
                        break;
                    }
                }
            }
            after = page.last().copied();
            if page.len() < SCAN {
                return Ok(());
            }
        }
    }

    /// The `seq` of a stream at a moment: that of its last event at or before it; 0 before the first.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn seq_at(&self, stream: StreamId, at: Timestamp) -> Result<Seq, StoreError>;

    /// The position of an event; `None` if the stream has not come that far. A store without an index for this searches
    /// its feed.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn position_of(&self, stream: StreamId, version: Seq) -> Result<Option<Position>, StoreError> {
        let mut after = Position(0);
        loop {
            let page = self.changes(after, SCAN)?;
            let mut found = page.iter().filter(|change| change.stream == stream);
            if let Some(change) = found.find(|change| change.stored.seq == version) {
                return Ok(Some(change.position));
            }
            match page.last().filter(|_| page.len() == SCAN) {
                Some(last) => after = last.position,
                None => return Ok(None),
            }
        }
    }

    /// The `seq` of a stream when the store was at a position; 0 before its first event. A store without an index for
    /// this searches its feed.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn seq_by(&self, stream: StreamId, position: Position) -> Result<Seq, StoreError> {
        let (mut after, mut version) = (Position(0), Seq(0));
        loop {
            let page = self.changes(after, SCAN)?;
            let seen = page.iter().take_while(|change| change.position <= position);
            version =
                seen.filter(|change| change.stream == stream).map(|c| c.stored.seq).last().unwrap_or(version);
            match page.last().filter(|last| page.len() == SCAN && last.position < position) {
                Some(last) => after = last.position,
                None => return Ok(version),
            }
        }
    }

    /// What is remembered of a command on a stream; `None` if it was not appended.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn command(&self, stream: StreamId, id: &CommandId) -> Result<Option<CommandRecord>, StoreError>;

    /// The streams after one, ordered by name, at most `limit`.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn streams(&self, after: Option<StreamId>, limit: usize) -> Result<Vec<StreamId>, StoreError>;

    /// A document.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn document(&self, id: DocumentId) -> Result<Option<Vec<u8>>, StoreError>;

    /// The last snapshot of a stream at or before a `seq`.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn snapshot(&self, stream: StreamId, at_most: Seq) -> Result<Option<Snapshot>, StoreError>;

    /// The party behind a host id.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn party(&self, host_id: &HostId) -> Result<Option<Party>, StoreError>;

    /// The host id of a party; `None` also for an erased person.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn host_id(&self, party: Party) -> Result<Option<HostId>, StoreError>;

    /// The vault's entry with a place; `None` also for an erased one.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn entry(&self, place: Commitment) -> Result<Option<Entry>, StoreError>;

    /// The key of a process; `None` if it has none yet, or no longer.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn process_key(&self, process: ProcessId) -> Result<Option<Salt>, StoreError>;

    /// Whether a person took part in a process before being erased.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn has_participated(&self, process: ProcessId, tag: ParticipationMarker) -> Result<bool, StoreError>;

    /// The vault's entries after a place, ordered by place, at most `limit`.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn entries(&self, after: Option<Commitment>, limit: usize) -> Result<Vec<Entry>, StoreError>;

    /// Passes on every row beside the events, for verification. A store without rows other than those asked for by name
    /// passes on nothing.
    ///
    /// # Errors
    /// If the store cannot be read, or what `each` reports.
    fn rows(&self, each: &mut EachRow<'_>) -> Result<(), StoreError> {
        let _ = each;
        Ok(())
    }
}
