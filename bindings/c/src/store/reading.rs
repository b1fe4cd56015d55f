//! A host's reading: its store as of one position.

use std::ffi::c_void;
use std::ptr;

use interlink::journal::{
    Change, CommandRecord, Position, Reading, Seq, Snapshot, StoreError, Stored, StreamHead, StreamId,
};
use interlink::types::{
    CommandId, Commitment, DocumentId, HostId, ParticipationMarker, ProcessId, Salt, Timestamp,
};
use interlink::vault::{Entry, Party};

use super::answer::InterlinkAnswer;
use super::host::{HostStore, call};
use super::written::{Named, key_of};
use crate::text::InterlinkBytes;

/// A reading opened by the host's function `read`. Dropping it closes it.
#[derive(Debug)]
pub(super) struct HostReading<'a> {
    store: &'a HostStore,
    /// The host's own pointer; it is only ever passed to the host's functions.
    reading: *mut c_void,
    position: Position,
}

// SAFETY: the header says that one reading is used by one thread at a time, and not necessarily by the one that opened it;
// it is not `Sync`.
unsafe impl Send for HostReading<'_> {}

impl Drop for HostReading<'_> {
    fn drop(&mut self) {
        if let Some(end_read) = self.store.0.end_read {
            // SAFETY: the host vouches for its function; the reading was opened, and is not used any more.
            unsafe { end_read(self.store.0.context, self.reading) };
        }
    }
}

/// Calls a function of the host on a reading.
macro_rules! ask {
    ($self:ident . $function:ident ( $($argument:expr),* )) => {
        call!($self.store, $function($self.reading, $($argument),*))
    };
}

impl<'a> HostReading<'a> {
    pub(super) fn open(store: &'a HostStore) -> Result<Self, StoreError> {
        let table = &store.0;
        let read = table.read.ok_or_else(|| StoreError::Failed("it has no function read".into()))?;
        let (mut answer, mut reading) = (InterlinkAnswer::default(), ptr::null_mut());
        // SAFETY: the host vouches for its function; everything that it is handed outlives the call.
        let status = unsafe { read(table.context, &raw mut reading, &raw mut answer) };
        if let Some(refused) = answer.refused(status) {
            return Err(refused);
        }
        // From here on it is open, and is closed whatever the host gave.
        let mut opened = Self { store, reading, position: Position::default() };
        opened.position = Position(answer.settle(status)?.number()?);
        Ok(opened)
    }
}

/// The result of a function that gives one value at most.
fn one<T>(mut given: Vec<T>) -> Option<T> {
    given.pop()
}

/// A text given by the host.
fn text<T: std::str::FromStr>(bytes: Vec<u8>, what: &str) -> Result<T, StoreError> {
    let text = String::from_utf8(bytes).ok().and_then(|text| text.parse().ok());
    text.ok_or_else(|| StoreError::Malformed(what.to_owned()))
}

const fn bytes_of(bytes: &[u8]) -> InterlinkBytes {
    InterlinkBytes::of(bytes)
}

impl Reading for HostReading<'_> {
    fn position(&self) -> Position {
        self.position
    }

    fn head(&self, stream: StreamId) -> Result<Option<StreamHead>, StoreError> {
        let stream = Named::new(stream);
        Ok(ask!(self.head(stream.as_c()))?.head)
    }

    fn events(&self, stream: StreamId, after: Seq, limit: usize) -> Result<Vec<Stored>, StoreError> {
        let named = Named::new(stream);
        let given = ask!(self.events(named.as_c(), after.0, limit))?.events;
        if given.iter().any(|change| change.stream != stream) {
            return Err(StoreError::Malformed("an event of another stream was given".into()));
        }
        Ok(given.into_iter().map(|change| change.stored).collect())
    }

    fn changes(&self, after: Position, limit: usize) -> Result<Vec<Change>, StoreError> {
        Ok(ask!(self.changes(after.0, limit))?.events)
    }

    fn seq_at(&self, stream: StreamId, at: Timestamp) -> Result<Seq, StoreError> {
        let stream = Named::new(stream);
        Ok(Seq(ask!(self.seq_at(stream.as_c(), at.as_millis()))?.number()?))
    }

    fn command(&self, stream: StreamId, id: &CommandId) -> Result<Option<CommandRecord>, StoreError> {
        let stream = Named::new(stream);
        Ok(ask!(self.command(stream.as_c(), bytes_of(id.as_str().as_bytes())))?.command)
    }

    fn streams(&self, after: Option<StreamId>, limit: usize) -> Result<Vec<StreamId>, StoreError> {
        let after = after.map(Named::new);
        let after = after.as_ref().map_or(InterlinkBytes::NONE, Named::as_c);
        let given = ask!(self.streams(after, limit))?.bytes;
        given.into_iter().map(|name| text(name, "a stream's name")).collect()
    }

    fn document(&self, id: DocumentId) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(one(ask!(self.document(bytes_of(id.as_bytes())))?.bytes))
    }

    fn snapshot(&self, stream: StreamId, at_most: Seq) -> Result<Option<Snapshot>, StoreError> {
        if self.store.0.snapshot.is_none() {
            return Ok(None);
        }
        let stream = Named::new(stream);
        Ok(ask!(self.snapshot(stream.as_c(), at_most.0))?.snapshot)
    }

    fn party(&self, host_id: &HostId) -> Result<Option<Party>, StoreError> {
        Ok(ask!(self.party(bytes_of(host_id.as_str().as_bytes())))?.party)
    }

    fn host_id(&self, party: Party) -> Result<Option<HostId>, StoreError> {
        let (kind, id) = key_of(&party);
        let given = ask!(self.host_id(kind, id))?.bytes;
        one(given).map(|bytes| text(bytes, "a host's id")).transpose()
    }

    fn entry(&self, place: Commitment) -> Result<Option<Entry>, StoreError> {
        Ok(one(ask!(self.entry(bytes_of(place.as_bytes())))?.entries))
    }

    fn process_key(&self, process: ProcessId) -> Result<Option<Salt>, StoreError> {
        let given = one(ask!(self.process_key(bytes_of(process.as_bytes())))?.bytes);
        let key = |bytes: Vec<u8>| <[u8; 16]>::try_from(bytes).map(Salt::from_bytes);
        given.map(key).transpose().map_err(|_| StoreError::Malformed("a process's key".into()))
    }

    fn has_participated(&self, process: ProcessId, tag: ParticipationMarker) -> Result<bool, StoreError> {
        let given = ask!(self.has_participated(bytes_of(process.as_bytes()), bytes_of(tag.as_bytes())))?;
        Ok(given.number()? != 0)
    }

    fn entries(&self, after: Option<Commitment>, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let after = after.as_ref().map_or(InterlinkBytes::NONE, |place| bytes_of(place.as_bytes()));
        Ok(ask!(self.entries(after, limit))?.entries)
    }
}
