//! Checks that a stream is whole: that every event is what its id says and follows the one before.

use std::fmt;

use serde::Serialize;

use super::{Event, Reading, StoreError, Stored, StreamHead, StreamId, Version};
use crate::problem::{Code, Problem};
use crate::types::{EventId, InputFault};

/// How many events are read from the store at once.
const PAGE: usize = 1024;

/// A stream that is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Verified {
    /// The stream.
    pub stream: StreamId,
    /// How many events it has.
    pub version: Version,
    /// The id of its last event: keep it elsewhere, and nobody can shorten or rewrite the stream unnoticed.
    pub head: EventId,
}

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The event's bytes do not match its id.
    Tampered,
    /// Its number is not the next one: something between is missing.
    Gap {
        /// The number that was met.
        found: Version,
    },
    /// It does not name the event before as its predecessor.
    Chain,
    /// It belongs elsewhere in the stream, or lies earlier in time than the event before.
    Order,
    /// It cannot be read, or is not written in the one way in which it can be written.
    Malformed(Option<InputFault>),
    /// The stream ends before its recorded head.
    Truncated {
        /// The version that the store records.
        recorded: Version,
    },
    /// The stream does not hold the event that was expected of it.
    Head,
    /// A document that the stream relies on is missing or changed.
    Document,
    /// What it read in another stream is not there.
    Reliance(StreamId),
    /// The command that it came from is not on record, so that it could be given a second time.
    Command,
    /// It stands in the place of an event that is withheld, and no import brought it.
    Withheld,
    /// Words were taken out of it, or stand in it again, and no redaction says so.
    Redacted,
    /// It is in the store and in none of its streams.
    Unlisted,
    /// The state in a snapshot is not what the events make.
    Snapshot,
    /// Replaying the events meets something that their own rules do not allow.
    Replay(String),
    /// An entry of the vault does not match its commitment.
    Vault,
    /// The store keeps something beside the events that they do not say.
    Row(String),
}

/// The first thing that is wrong with a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The stream.
    pub stream: Option<StreamId>,
    /// The number of the first bad event.
    pub seq: Version,
    /// What is wrong with it.
    pub kind: FaultKind,
}

impl Fault {
    pub(crate) fn new(stream: StreamId, seq: Version, kind: FaultKind) -> Self {
        Self { stream: Some(stream), seq, kind }
    }

    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self.kind {
            FaultKind::Tampered => Code::RecordTampered,
            FaultKind::Gap { .. } => Code::RecordGap,
            FaultKind::Chain => Code::RecordChain,
            FaultKind::Order => Code::RecordOrder,
            FaultKind::Malformed(_) | FaultKind::Replay(_) => Code::RecordMalformed,
            FaultKind::Truncated { .. } => Code::RecordTruncated,
            FaultKind::Head => Code::RecordHead,
            FaultKind::Document => Code::RecordDocument,
            FaultKind::Reliance(_) => Code::RecordReliance,
            FaultKind::Command => Code::RecordCommand,
            FaultKind::Withheld => Code::RecordWithheld,
            FaultKind::Redacted => Code::RecordRedacted,
            FaultKind::Unlisted => Code::RecordUnlisted,
            FaultKind::Snapshot => Code::RecordSnapshot,
            FaultKind::Vault => Code::RecordVault,
            FaultKind::Row(_) => Code::RecordRow,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.stream, &self.kind) {
            (Some(stream), _) => write!(f, "Event {} of {stream} ", self.seq)?,
            (None, FaultKind::Row(_)) => f.write_str("The store ")?,
            (None, _) => f.write_str("An entry of the vault ")?,
        }
        match &self.kind {
            FaultKind::Tampered => f.write_str("was changed: its bytes do not match its id."),
            FaultKind::Gap { found } => write!(f, "is missing; event {found} stands in its place."),
            FaultKind::Chain => f.write_str("does not follow the event before it."),
            FaultKind::Order => f.write_str("stands in the wrong order."),
            FaultKind::Malformed(None) => f.write_str("is not written in canonical form."),
            FaultKind::Malformed(Some(fault)) => write!(f, "cannot be read: {fault}"),
            FaultKind::Truncated { recorded } => {
                write!(f, "is missing; the stream should reach event {recorded}.")
            }
            FaultKind::Head => f.write_str("is not the event that was expected there."),
            FaultKind::Document => f.write_str("relies on a document that is missing or was changed."),
            FaultKind::Reliance(stream) => write!(f, "relies on an event of {stream} that is not there."),
            FaultKind::Command => f.write_str("comes from a command that is not on record."),
            FaultKind::Withheld => f.write_str("is withheld, and no import brought it."),
            FaultKind::Redacted => f.write_str("is not as the last redaction left it."),
            FaultKind::Unlisted => f.write_str("lies in a stream that the store does not list."),
            FaultKind::Snapshot => f.write_str("does not lead to the state in the snapshot kept for it."),
            FaultKind::Replay(reason) => write!(f, "cannot be replayed: {reason}."),
            FaultKind::Vault => f.write_str("does not match its commitment."),
            FaultKind::Row(what) => write!(f, "keeps {what}."),
        }
    }
}

impl std::error::Error for Fault {}

impl From<&Fault> for Problem {
    fn from(fault: &Fault) -> Self {
        let problem = Self::new(fault.code(), fault.to_string());
        match fault.stream {
            Some(stream) => problem.with("stream", stream).with("seq", fault.seq),
            None => problem,
        }
    }
}

/// Goes through a stream from its first event and hands on each that holds. `expected` is an event that the
/// caller knows to belong to the stream, from a receipt or an earlier look.
pub(crate) fn verify_stream(
    reading: &dyn Reading,
    stream: StreamId,
    expected: Option<StreamHead>,
    mut each: impl FnMut(Event, &[u8]) -> Result<(), FaultKind>,
) -> Result<Result<Verified, Fault>, StoreError> {
    let mut chain = Chain { stream, last: None };
    let fault = |seq, kind| Ok(Err(Fault::new(stream, seq, kind)));
    loop {
        let page = reading.events(stream, chain.version(), PAGE)?;
        for stored in &page {
            let next = chain.version().next();
            let event = match chain.link(stored) {
                Ok(event) => event,
                Err(kind) => return fault(next, kind),
            };
            if expected.is_some_and(|expected| expected.version == next && expected.id != stored.id) {
                return fault(next, FaultKind::Head);
            }
            if let Err(kind) = each(event, &stored.body) {
                return fault(next, kind);
            }
        }
        if page.len() < PAGE {
            break;
        }
    }
    let version = chain.version();
    let recorded = reading.head(stream)?;
    match (chain.last, recorded) {
        (Some(last), Some(head)) if head == last.head => {
            if expected.is_some_and(|expected| expected.version > version) {
                return fault(version.next(), FaultKind::Head);
            }
            Ok(Ok(Verified { stream, version, head: head.id }))
        }
        (_, Some(head)) if head.version > version => {
            fault(version.next(), FaultKind::Truncated { recorded: head.version })
        }
        (_, Some(_)) => fault(version, FaultKind::Head),
        (_, None) => fault(version.next(), FaultKind::Truncated { recorded: Version(1) }),
    }
}

#[derive(Clone, Copy)]
struct Link {
    head: StreamHead,
    at: crate::types::Timestamp,
}

struct Chain {
    stream: StreamId,
    last: Option<Link>,
}

impl Chain {
    fn version(&self) -> Version {
        self.last.map_or(Version(0), |last| last.head.version)
    }

    fn link(&mut self, stored: &Stored) -> Result<Event, FaultKind> {
        let next = self.version().next();
        if Event::id_of(&stored.body) != stored.id {
            return Err(FaultKind::Tampered);
        }
        let event =
            Event::read(stored.id, &stored.body).map_err(|fault| FaultKind::Malformed(Some(fault)))?;
        if stored.seq != next {
            return Err(FaultKind::Gap { found: stored.seq });
        }
        if event.head.seq != next {
            return Err(FaultKind::Order);
        }
        if event.head.stream != self.stream || event.head.prev != self.last.map(|last| last.head.id) {
            return Err(FaultKind::Chain);
        }
        // Time moves forward, but for an event that says where the stream stood and takes it back.
        let taken_back = event.head.corrected_from;
        let in_order = self.last.is_none_or(|last| match taken_back {
            None => event.head.at >= last.at,
            Some(from) => from == last.at && event.head.at < from,
        });
        if event.head.at != stored.at || !in_order || (taken_back.is_some() && self.last.is_none()) {
            return Err(FaultKind::Order);
        }
        // There is one way to write an event; anything else (a key twice, other spacing) is not ours.
        if *event.body() != *stored.body {
            return Err(FaultKind::Malformed(None));
        }
        self.last = Some(Link { head: StreamHead { version: next, id: stored.id }, at: event.head.at });
        Ok(event)
    }
}
