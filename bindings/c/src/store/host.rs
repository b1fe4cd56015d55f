//! A host's functions as a store.

use std::time::Duration;

use interlink::journal::{
    Appended, Batch, Deadline, Position, Reading, Snapshot, Store, StoreError, StreamId,
};
use interlink::problem::{Code, Problem};
use interlink::types::{DocumentId, Timestamp};

use super::answer::InterlinkAnswer;
use super::kinds::{InterlinkBatch, InterlinkDocument};
use super::reading::HostReading;
use super::table::InterlinkStore;
use super::written::{Named, Written, snapshot};
use crate::text::{InterlinkBytes, null};

/// How far ahead of the store's clock a command may be dated by default.
const SKEW: Duration = Duration::from_secs(300);

/// The functions, all of them present.
#[derive(Debug)]
pub(crate) struct HostStore(pub(super) InterlinkStore);

// SAFETY: the header says that the functions are called from several threads, also at the same time; the context is only
// ever handed to them.
unsafe impl Send for HostStore {}
// SAFETY: as above.
unsafe impl Sync for HostStore {}

impl Drop for HostStore {
    fn drop(&mut self) {
        if let Some(close) = self.0.close {
            // SAFETY: the host vouches for its function, and nothing is called after it: a reading borrows its store.
            unsafe { close(self.0.context) };
        }
    }
}

/// Calls a function of the host with its context and an answer, and reads its result. [`HostStore::take`] checked that
/// the function exists.
macro_rules! call {
    ($store:expr, $function:ident ( $($argument:expr),* )) => {{
        let table = &$store.0;
        let mut answer = InterlinkAnswer::default();
        match table.$function {
            Some(function) => {
                // SAFETY: the host vouches for its function; everything that it is handed outlives the call.
                let status = unsafe { function(table.context, $($argument,)* &raw mut answer) };
                answer.settle(status)
            }
            None => Err(StoreError::Failed(concat!("it has no function ", stringify!($function)).into())),
        }
    }};
}
pub(super) use call;

impl HostStore {
    /// Takes the struct filled in by the host.
    ///
    /// # Safety
    /// `store` is NULL or points to as many bytes as its first member says.
    pub(crate) unsafe fn take(store: *const InterlinkStore) -> Result<Self, Problem> {
        if store.is_null() {
            return Err(null("store"));
        }
        // SAFETY: not NULL; the first member exists, and gives the full size.
        let size = unsafe { (&raw const (*store).size).read() };
        let known = size_of::<InterlinkStore>();
        let wrong = |what: String| Problem::new(Code::CallStruct, what);
        if size < known {
            return Err(wrong(format!(
                "The store's struct has a size of {size} bytes, but {known} are needed."
            )));
        }
        // SAFETY: there are at least as many bytes, and what is not a function is NULL.
        let store = unsafe { store.read() };
        match store.missing() {
            None => Ok(Self(store)),
            Some(name) => Err(wrong(format!("The store has no function {name}."))),
        }
    }
}

/// The rest of a deadline, in the form passed to a host's function.
fn patience_ms(deadline: Deadline) -> u64 {
    let millis = |left: Duration| u64::try_from(left.as_millis()).unwrap_or(u64::MAX);
    deadline.left().map_or(u64::MAX, millis)
}

impl Store for HostStore {
    fn read(&self) -> Result<Box<dyn Reading + '_>, StoreError> {
        Ok(Box::new(HostReading::open(self)?))
    }

    fn position(&self) -> Result<Position, StoreError> {
        Ok(Position(call!(self, position())?.number()?))
    }

    fn append_all(&self, batches: &[Batch<'_>], deadline: Deadline) -> Result<Appended, StoreError> {
        if batches.is_empty() {
            let here = self.position()?;
            return Ok(Appended { previous: here, last: here });
        }
        let written: Vec<Written<'_>> = batches.iter().map(Written::new).collect();
        let batches: Vec<InterlinkBatch> = written.iter().map(Written::as_c).collect();
        let answer = call!(self, append(batches.as_ptr(), batches.len(), patience_ms(deadline)))?;
        match answer.numbers[..] {
            [previous, last] => Ok(Appended { previous: Position(previous), last: Position(last) }),
            _ => Err(StoreError::Malformed("append did not give two positions".into())),
        }
    }

    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError> {
        let document =
            InterlinkDocument { id: InterlinkBytes::of(id.as_bytes()), bytes: InterlinkBytes::of(bytes) };
        call!(self, put_document(&raw const document)).map(drop)
    }

    fn put_snapshot(&self, stream: StreamId, state: &Snapshot) -> Result<(), StoreError> {
        let (stream, state) = (Named::new(stream), snapshot(state));
        call!(self, put_snapshot(stream.as_c(), &raw const state)).map(drop)
    }

    fn snapshot_every(&self) -> Option<u64> {
        self.0.snapshot.map(|_| 1024)
    }

    fn patience(&self) -> Option<Duration> {
        (self.0.patience_ms > 0).then(|| Duration::from_millis(self.0.patience_ms))
    }

    fn now(&self) -> Option<Timestamp> {
        self.0.now?;
        let millis = call!(self, now()).and_then(|answer| answer.number()).ok()?;
        Timestamp::from_millis(i64::try_from(millis).ok()?).ok()
    }

    fn skew(&self) -> Duration {
        if self.0.skew_ms > 0 { Duration::from_millis(self.0.skew_ms) } else { SKEW }
    }

    fn scrub(&self) -> Result<(), StoreError> {
        if self.0.scrub.is_none() {
            return Ok(());
        }
        call!(self, scrub()).map(drop)
    }
}
