//! Checks the whole store: every chain, what the chains rely on, and what was worked out from them.

use serde::Serialize;

use super::{Engine, Error, snapshot};
use crate::consent::Register;
use crate::journal::{
    Event, Fault, FaultKind, Position, Snapshot, StreamHead, StreamId, Verified, Version, verify_stream,
};
use crate::kernel::fold::{
    apply_consent, apply_organisation, apply_person, apply_process, apply_ratings, begin_organisation,
    begin_person, begin_process, begin_ratings,
};
use crate::kernel::{Documents, Stream};
use crate::party::Organisation;
use crate::person::Person;
use crate::process::Process;
use crate::rating::Ratings;
use crate::types::PersonId;

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
    Rating(Stream<Ratings>),
    Person(Stream<Person>),
    Consent(PersonId, Box<Register>),
}

impl Engine {
    /// Checks one stream from its first event: that each event is what its id says, follows the one before,
    /// is written in the one canonical way, and can be replayed; that documents and what it relied on in other
    /// streams are there and unchanged; that its commands are remembered; that snapshots are what the events
    /// make. It does not decide the commands again: that a decision was right follows from its having been made
    /// by this library, and not from the chain.
    ///
    /// `expected` is an event that the caller knows to belong to the stream, from a receipt or an earlier
    /// look: with it, nobody can shorten or rewrite the stream unnoticed.
    ///
    /// # Errors
    /// [`Error::Record`] names the first bad event.
    pub fn verify(&self, stream: StreamId, expected: Option<StreamHead>) -> Result<Verified, Error> {
        if self.store.head(stream)?.is_none() && self.store.events(stream, Version(0), 1)?.is_empty() {
            return Err(Error::StreamUnknown(Box::new(stream)));
        }
        let mut replayed = Replayed::Nothing;
        let mut snapshots = self.snapshots(stream)?;
        let mut command = None;
        let verified = verify_stream(&*self.store, stream, expected, |event| {
            replayed.take_in(self, &event)?;
            self.verify_reliances(&event)?;
            if command != Some(event.head.command) {
                command = Some(event.head.command);
                self.verify_command(&event)?;
            }
            match snapshots.pop_if(|snapshot| snapshot.version == event.head.seq) {
                Some(snapshot) if !replayed.is_in(&snapshot) => Err(FaultKind::Snapshot),
                _ => Ok(()),
            }
        })?;
        Ok(verified?)
    }

    /// What an event relied on in other streams must be there, as it was then.
    fn verify_reliances(&self, event: &Event) -> Result<(), FaultKind> {
        for reliance in event.data.relied_on() {
            let before = Version(reliance.seq.0.saturating_sub(1));
            let found = self.store.events(reliance.stream, before, 1).ok();
            let same =
                found.is_some_and(|found| found.first().is_some_and(|stored| stored.id == reliance.id));
            if !same {
                return Err(FaultKind::Reliance(reliance.stream));
            }
        }
        Ok(())
    }

    /// The command behind an event must be remembered from its first event on.
    fn verify_command(&self, event: &Event) -> Result<(), FaultKind> {
        match self.store.command(event.head.stream, &event.head.command) {
            Ok(Some(record)) if record.first == event.head.seq => Ok(()),
            _ => Err(FaultKind::Command),
        }
    }

    /// Every event of the feed must lie in a stream that was verified.
    fn verify_feed(&self, streams: &[Verified]) -> Result<(), Error> {
        let mut after = Position(0);
        loop {
            let page = self.store.changes(after, PAGE)?;
            for change in &page {
                let listed = streams.binary_search_by_key(&change.stream, |verified| verified.stream);
                let within = listed.ok().and_then(|at| streams.get(at)).map(|verified| verified.version);
                if within.is_none_or(|version| version < change.stored.seq) {
                    return Err(Fault::new(change.stream, change.stored.seq, FaultKind::Unlisted).into());
                }
                after = change.position;
            }
            if page.len() < PAGE {
                return Ok(());
            }
        }
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

    /// Checks every stream, that the feed holds nothing else, and that every entry of the vault matches its commitment.
    ///
    /// # Errors
    /// [`Error::Record`] names the first bad event or entry.
    pub fn verify_all(&self) -> Result<VerifiedStore, Error> {
        let streams = self
            .streams()?
            .into_iter()
            .map(|stream| self.verify(stream, None))
            .collect::<Result<Vec<_>, _>>()?;
        self.verify_feed(&streams)?;
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
                after = Some(entry.place);
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
        self.follow(event, &engine.documents.over(engine)).map_err(|fault| fault.kind)
    }

    fn follow(&mut self, event: &Event, documents: &dyn Documents) -> Result<(), Fault> {
        *self = match (&mut *self, event.head.stream) {
            (Self::Nothing, StreamId::Organisation(id)) => Self::Organisation(begin_organisation(id, event)?),
            (Self::Nothing, StreamId::Process(id)) => {
                Self::Process(Box::new(begin_process(id, event, documents)?))
            }
            (Self::Nothing, StreamId::Rating(id)) => Self::Rating(begin_ratings(id, event)?),
            (Self::Nothing, StreamId::Consent(id)) => {
                let mut register = Box::new(Register::default());
                apply_consent(&mut register, id, event, None)?;
                Self::Consent(id, register)
            }
            (Self::Nothing, StreamId::Person(id)) => Self::Person(begin_person(id, event)?),
            (Self::Organisation(stream), _) => return apply_organisation(stream, event, documents),
            (Self::Process(stream), _) => return apply_process(stream, event, documents),
            (Self::Rating(stream), _) => return apply_ratings(stream, event),
            (Self::Consent(id, register), _) => return apply_consent(register, *id, event, None),
            (Self::Person(stream), _) => return apply_person(stream, event),
        };
        Ok(())
    }

    fn is_in(&self, snapshot: &Snapshot) -> bool {
        match self {
            Self::Process(stream) => snapshot::is_of(snapshot, stream),
            Self::Nothing | Self::Organisation(_) | Self::Rating(_) | Self::Person(_) | Self::Consent(..) => {
                false
            }
        }
    }
}
