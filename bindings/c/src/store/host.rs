//! A host's functions as a store.

use std::ffi::c_void;

use interlink::journal::{
    Appended, Batch, Change, CommandRecord, Position, Snapshot, Store, StoreError, Stored, StreamHead,
    StreamId, Version,
};
use interlink::problem::{Code, Problem};
use interlink::types::{CommandId, Commitment, DocumentId, HostId, ProcessId, Salt, Timestamp, VoiceTag};
use interlink::vault::{Entry, Party};

use super::answer::InterlinkAnswer;
use super::kinds::{InterlinkBatch, InterlinkDocument};
use super::table::InterlinkStore;
use super::written::{Named, Written, key_of, snapshot};
use crate::text::{InterlinkBytes, null};

/// The functions, each of which is there.
#[derive(Debug)]
pub(crate) struct HostStore(InterlinkStore);

// SAFETY: the header says that the functions are called from several threads, also at the same time; the context is only
// ever handed to them.
unsafe impl Send for HostStore {}
// SAFETY: as above.
unsafe impl Sync for HostStore {}

impl Drop for HostStore {
    fn drop(&mut self) {
        if let Some(close) = self.0.close {
            // SAFETY: the host vouches for its function, and nothing is called after it.
            unsafe { close(self.0.context) };
        }
    }
}

/// Calls a function of the host with its context and an answer, and looks at what it said. [`HostStore::read`] saw to it
/// that the function is there.
macro_rules! call {
    ($self:ident . $function:ident ( $($argument:expr),* )) => {{
        let mut answer = InterlinkAnswer::default();
        let status = match $self.0.$function {
            // SAFETY: the host vouches for its function; everything that it is handed outlives the call.
            Some(function) => unsafe { function($self.0.context, $($argument,)* &raw mut answer) },
            None => return Err(StoreError::Failed(concat!("it has no function ", stringify!($function)).into())),
        };
        answer.settle(status)
    }};
}

impl HostStore {
    /// Takes what the host filled in.
    ///
    /// # Safety
    /// `store` is NULL or points to as many bytes as its first member says.
    pub(crate) unsafe fn read(store: *const InterlinkStore) -> Result<Self, Problem> {
        if store.is_null() {
            return Err(null("store"));
        }
        // SAFETY: not NULL; the first member is there, and says how much more is.
        let size = unsafe { (&raw const (*store).size).read() };
        let known = size_of::<InterlinkStore>();
        let wrong = |what: String| Problem::new(Code::CallStruct, what);
        if size < known {
            return Err(wrong(format!("The store's struct has a size of {size} bytes; {known} are needed.")));
        }
        // SAFETY: there are at least as many bytes, and what is not a function is NULL.
        let store = unsafe { store.read() };
        match missing(&store) {
            None => Ok(Self(store)),
            Some(name) => Err(wrong(format!("The store has no function {name}."))),
        }
    }
}

/// A function that a store needs and has not.
fn missing(store: &InterlinkStore) -> Option<&'static str> {
    let InterlinkStore {
        append,
        position,
        head,
        events,
        changes,
        version_at,
        command,
        streams,
        put_document,
        document,
        party,
        host_id,
        entry,
        entries,
        process_key,
        has_voice,
        put_snapshot,
        snapshot,
        size: _,
        context: _,
        close: _,
        scrub: _,
    } = *store;
    let needed = [
        ("append", append.is_some()),
        ("position", position.is_some()),
        ("head", head.is_some()),
        ("events", events.is_some()),
        ("changes", changes.is_some()),
        ("version_at", version_at.is_some()),
        ("command", command.is_some()),
        ("streams", streams.is_some()),
        ("put_document", put_document.is_some()),
        ("document", document.is_some()),
        ("party", party.is_some()),
        ("host_id", host_id.is_some()),
        ("entry", entry.is_some()),
        ("entries", entries.is_some()),
        ("process_key", process_key.is_some()),
        ("has_voice", has_voice.is_some()),
        ("put_snapshot", put_snapshot.is_some() || snapshot.is_none()),
        ("snapshot", snapshot.is_some() || put_snapshot.is_none()),
    ];
    needed.into_iter().find(|(_, there)| !there).map(|(name, _)| name)
}

/// What is given where one thing at most is asked for.
fn one<T>(mut given: Vec<T>) -> Option<T> {
    given.pop()
}

/// A text that the host gave.
fn text<T: std::str::FromStr>(bytes: Vec<u8>, what: &str) -> Result<T, StoreError> {
    let text = String::from_utf8(bytes).ok().and_then(|text| text.parse().ok());
    text.ok_or_else(|| StoreError::Malformed(what.to_owned()))
}

const fn bytes_of(bytes: &[u8]) -> InterlinkBytes {
    InterlinkBytes::of(bytes)
}

impl Store for HostStore {
    fn append_all(&self, batches: &[Batch<'_>]) -> Result<Appended, StoreError> {
        let written: Vec<Written<'_>> = batches.iter().map(Written::new).collect();
        let batches: Vec<InterlinkBatch> = written.iter().map(Written::as_c).collect();
        let answer = call!(self.append(batches.as_ptr(), batches.len()))?;
        match answer.numbers[..] {
            [previous, last] => Ok(Appended { previous: Position(previous), last: Position(last) }),
            _ => Err(StoreError::Malformed("append gave no two positions".into())),
        }
    }

    fn position(&self) -> Result<Position, StoreError> {
        Ok(Position(call!(self.position())?.number()?))
    }

    fn head(&self, stream: StreamId) -> Result<Option<StreamHead>, StoreError> {
        let stream = Named::new(stream);
        Ok(call!(self.head(stream.as_c()))?.head)
    }

    fn events(&self, stream: StreamId, after: Version, limit: usize) -> Result<Vec<Stored>, StoreError> {
        let named = Named::new(stream);
        let given = call!(self.events(named.as_c(), after.0, limit))?.events;
        if given.iter().any(|change| change.stream != stream) {
            return Err(StoreError::Malformed("an event of another stream was given".into()));
        }
        Ok(given.into_iter().map(|change| change.stored).collect())
    }

    fn changes(&self, after: Position, limit: usize) -> Result<Vec<Change>, StoreError> {
        Ok(call!(self.changes(after.0, limit))?.events)
    }

    fn version_at(&self, stream: StreamId, at: Timestamp) -> Result<Version, StoreError> {
        let stream = Named::new(stream);
        Ok(Version(call!(self.version_at(stream.as_c(), at.as_millis()))?.number()?))
    }

    fn command(&self, stream: StreamId, id: &CommandId) -> Result<Option<CommandRecord>, StoreError> {
        let stream = Named::new(stream);
        Ok(call!(self.command(stream.as_c(), bytes_of(id.as_str().as_bytes())))?.command)
    }

    fn streams(&self, after: Option<StreamId>, limit: usize) -> Result<Vec<StreamId>, StoreError> {
        let after = after.map(Named::new);
        let after = after.as_ref().map_or(InterlinkBytes::NONE, Named::as_c);
        let given = call!(self.streams(after, limit))?.bytes;
        given.into_iter().map(|name| text(name, "a stream's name")).collect()
    }

    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError> {
        let document = InterlinkDocument { id: bytes_of(id.as_bytes()), bytes: bytes_of(bytes) };
        call!(self.put_document(&raw const document)).map(drop)
    }

    fn document(&self, id: DocumentId) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(one(call!(self.document(bytes_of(id.as_bytes())))?.bytes))
    }

    fn put_snapshot(&self, stream: StreamId, state: &Snapshot) -> Result<(), StoreError> {
        let (stream, state) = (Named::new(stream), snapshot(state));
        call!(self.put_snapshot(stream.as_c(), &raw const state)).map(drop)
    }

    fn snapshot(&self, stream: StreamId, at_most: Version) -> Result<Option<Snapshot>, StoreError> {
        if self.0.snapshot.is_none() {
            return Ok(None);
        }
        let stream = Named::new(stream);
        Ok(call!(self.snapshot(stream.as_c(), at_most.0))?.snapshot)
    }

    fn snapshot_every(&self) -> Option<u64> {
        self.0.snapshot.map(|_| 1024)
    }

    fn scrub(&self) -> Result<(), StoreError> {
        if self.0.scrub.is_none() {
            return Ok(());
        }
        call!(self.scrub()).map(drop)
    }

    fn party(&self, host_id: &HostId) -> Result<Option<Party>, StoreError> {
        Ok(call!(self.party(bytes_of(host_id.as_str().as_bytes())))?.party)
    }

    fn host_id(&self, party: Party) -> Result<Option<HostId>, StoreError> {
        let (kind, id) = key_of(&party);
        let given = call!(self.host_id(kind, id))?.bytes;
        one(given).map(|bytes| text(bytes, "a host's id")).transpose()
    }

    fn entry(&self, place: Commitment) -> Result<Option<Entry>, StoreError> {
        Ok(one(call!(self.entry(bytes_of(place.as_bytes())))?.entries))
    }

    fn process_key(&self, process: ProcessId) -> Result<Option<Salt>, StoreError> {
        let given = one(call!(self.process_key(bytes_of(process.as_bytes())))?.bytes);
        let key = |bytes: Vec<u8>| <[u8; 16]>::try_from(bytes).map(Salt::from_bytes);
        given.map(key).transpose().map_err(|_| StoreError::Malformed("a process's key".into()))
    }

    fn has_voice(&self, process: ProcessId, tag: VoiceTag) -> Result<bool, StoreError> {
        let given = call!(self.has_voice(bytes_of(process.as_bytes()), bytes_of(tag.as_bytes())))?;
        Ok(given.number()? != 0)
    }

    fn entries(&self, after: Option<Commitment>, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let after = after.as_ref().map_or(InterlinkBytes::NONE, |place| bytes_of(place.as_bytes()));
        Ok(call!(self.entries(after, limit))?.entries)
    }
}

/// Hands the context on, for the conformance suite.
pub(super) const fn zeroed() -> InterlinkStore {
    InterlinkStore {
        size: size_of::<InterlinkStore>(),
        context: std::ptr::null_mut::<c_void>(),
        close: None,
        append: None,
        position: None,
        head: None,
        events: None,
        changes: None,
        version_at: None,
        command: None,
        streams: None,
        put_document: None,
        document: None,
        party: None,
        host_id: None,
        entry: None,
        entries: None,
        process_key: None,
        has_voice: None,
        put_snapshot: None,
        snapshot: None,
        scrub: None,
    }
}
