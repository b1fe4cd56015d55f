//! Checks the whole store: every chain, what the chains rely on, and what was worked out from them.

use serde::Serialize;

use super::cache::{apply_organisation, apply_process, begin_organisation, begin_process, take_snapshot};
use super::{Engine, Error};
use crate::journal::{
    Event, Fault, FaultKind, Snapshot, StreamHead, StreamId, Verified, Version, verify_stream,
};
use crate::kernel::Stream;
use crate::party::Organisation;
use crate::process::Process;

/// How many entries of the vault are read at once.
const PAGE: usize = 1024;

/// A store that is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct VerifiedStore {
    /// Its streams.
    pub streams: Vec<Verified>,
    /// How many events they have together.
    pub events: u64,
    /// How many entries of the vault match their commitments.
    pub vault_entries: u64,
}

/// A stream's state while it is replayed.
enum Replayed {
    Nothing,
    Organisation(Stream<Organisation>),
    Process(Box<Stream<Process>>),
}

impl Engine {
    /// Checks one stream from its first event: that each event is what its id says, follows the one before,
    /// is written in the one canonical way, and can be replayed; that documents are there and unchanged; that
    /// snapshots are what the events make.
    ///
    /// `expected` is an event that the caller knows to belong to the stream, from a receipt or an earlier
    /// look: with it, nobody can shorten or rewrite the stream unnoticed.
    ///
    /// # Errors
    /// [`Error::Record`] names the first bad event.
    pub fn verify(&self, stream: StreamId, expected: Option<StreamHead>) -> Result<Verified, Error> {
        let mut replayed = Replayed::Nothing;
        let mut snapshots = self.snapshots(stream)?;
        let verified = verify_stream(&*self.store, stream, expected, |event| {
            replayed.take_in(self, &event)?;
            match snapshots.pop_if(|snapshot| snapshot.version == event.head.seq) {
                Some(snapshot) if !replayed.is_in(&snapshot) => Err(FaultKind::Snapshot),
                _ => Ok(()),
            }
        })?;
        Ok(verified?)
    }

    /// The snapshots of a stream, the earliest last.
    fn snapshots(&self, stream: StreamId) -> Result<Vec<Snapshot>, Error> {
        let (mut snapshots, mut at_most) = (Vec::new(), Version(u64::MAX));
        while let Some(snapshot) = self.store.snapshot(stream, at_most)? {
            at_most = Version(snapshot.version.0.saturating_sub(1));
            snapshots.push(snapshot);
        }
        Ok(snapshots)
    }

    /// Checks every stream, and that every entry of the vault matches its commitment.
    ///
    /// # Errors
    /// [`Error::Record`] names the first bad event or entry.
    pub fn verify_all(&self) -> Result<VerifiedStore, Error> {
        let streams = self
            .streams()?
            .into_iter()
            .map(|stream| self.verify(stream, None))
            .collect::<Result<Vec<_>, _>>()?;
        let events = streams.iter().map(|stream| stream.version.0).sum();
        Ok(VerifiedStore { streams, events, vault_entries: self.verify_vault()? })
    }

    fn verify_vault(&self) -> Result<u64, Error> {
        let (mut count, mut after) = (0_u64, None);
        loop {
            let page = self.store.entries(after, PAGE)?;
            for entry in &page {
                if !entry.holds() {
                    return Err(Fault { stream: None, seq: Version(0), kind: FaultKind::Vault }.into());
                }
                count += 1;
                after = Some(entry.commitment);
            }
            if page.len() < PAGE {
                return Ok(count);
            }
        }
    }
}

impl Replayed {
    fn take_in(&mut self, engine: &Engine, event: &Event) -> Result<(), FaultKind> {
        // Read from the store, not from the shelf: what was read once may have been changed since.
        for id in super::super::decide::relied_on(std::slice::from_ref(&event.data)) {
            let kept = engine.store.document(id).ok().flatten();
            if kept.is_none_or(|bytes| crate::types::DocumentId::of(&bytes) != id) {
                return Err(FaultKind::Document);
            }
        }
        let documents = engine.documents.over(engine);
        let replayed = match (&mut *self, event.head.stream) {
            (Self::Nothing, StreamId::Organisation(id)) => {
                begin_organisation(id, event).map(Self::Organisation)
            }
            (Self::Nothing, StreamId::Process(id)) => {
                begin_process(id, event, &documents).map(|stream| Self::Process(Box::new(stream)))
            }
            (Self::Organisation(stream), _) => return replay_fault(apply_organisation(stream, event)),
            (Self::Process(stream), _) => return replay_fault(apply_process(stream, event, &documents)),
        };
        *self = replayed.map_err(kind_of)?;
        Ok(())
    }

    fn is_in(&self, snapshot: &Snapshot) -> bool {
        match self {
            Self::Process(stream) => take_snapshot(stream)
                .is_some_and(|taken| snapshot.format != taken.format || *snapshot == taken),
            Self::Nothing | Self::Organisation(_) => false,
        }
    }
}

fn replay_fault(applied: Result<(), Error>) -> Result<(), FaultKind> {
    applied.map_err(kind_of)
}

fn kind_of(error: Error) -> FaultKind {
    match error {
        Error::Record(fault) => fault.kind,
        other => FaultKind::Replay(other.to_string()),
    }
}
