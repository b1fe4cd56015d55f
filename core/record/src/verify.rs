//! Checks that a stream is whole: that every event is what its id says and follows the one before.

use interlink_derive::Refusal;
use std::fmt;

use serde::Serialize;

use super::{Event, Meaning, Reading, Seq, StoreError, Stored, StreamHead, StreamId};
use interlink_values::json::Readable;
use interlink_values::wording::{AsFact, Fact, Said};
use interlink_values::{Code, EventId, InputFault};

/// How many events are read from the store at once.
const PAGE: usize = 1024;

/// A stream that is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Verified {
    /// The stream.
    pub stream: StreamId,
    /// How many events it has.
    pub seq: Seq,
    /// The id of its last event: keep it elsewhere, and nobody can shorten or rewrite the stream unnoticed.
    pub head: EventId,
}

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum FaultKind {
    /// The event's bytes do not match its id.
    #[error(RecordTampered, "{subject} was changed: its bytes do not match its id.")]
    Tampered,
    /// Its number is not the next one: something between is missing.
    #[error(RecordGap, "{subject} is missing; event {found} stands in its place.")]
    Gap {
        /// The number that was met.
        found: Seq,
    },
    /// It does not name the event before as its predecessor.
    #[error(RecordChain, "{subject} does not follow the event before it.")]
    Chain,
    /// It belongs elsewhere in the stream, or lies earlier in time than the event before.
    #[error(RecordOrder, "{subject} stands in the wrong order.")]
    Order,
    /// It cannot be read, or is not written in the one way in which it can be written.
    #[error(RecordMalformed, "{subject} cannot be read: {reason}", reason = unread(it))]
    Malformed(Option<InputFault>),
    /// The stream ends before its recorded head.
    #[error(RecordTruncated, "{subject} is missing; the stream should reach event {recorded}.")]
    Truncated {
        /// The version that the store records.
        recorded: Seq,
    },
    /// The stream does not hold the event that was expected of it.
    #[error(RecordHead, "{subject} is not the event that was expected there.")]
    Head,
    /// A document that the stream relies on is missing or changed.
    #[error(RecordDocument, "{subject} relies on a document that is missing or was changed.")]
    Document,
    /// What it read in another stream is not there.
    #[error(RecordReliance, "{subject} relies on an event of {stream} that is not there.")]
    Reliance(StreamId),
    /// The command that it came from is not on record, so that it could be given a second time.
    #[error(RecordCommand, "{subject} comes from a command that is not on record.")]
    Command,
    /// It stands in the place of an event that is withheld, and no import brought it.
    #[error(RecordWithheld, "{subject} is withheld, and no import brought it.")]
    Withheld,
    /// Words were taken out of it, or stand in it again, and no redaction says so.
    #[error(RecordRedacted, "{subject} is not as the last redaction left it.")]
    Redacted,
    /// It is in the store and in none of its streams.
    #[error(RecordUnlisted, "{subject} lies in a stream that the store does not list.")]
    Unlisted,
    /// The state in a snapshot is not what the events make.
    #[error(RecordSnapshot, "{subject} does not lead to the state in the snapshot kept for it.")]
    Snapshot,
    /// Replaying the events meets something that their own rules do not allow.
    #[error(RecordMalformed, replay: "{subject} cannot be replayed: {reason}.")]
    Replay(String),
    /// An entry of the vault does not match its commitment.
    #[error(RecordVault, "{subject} does not match its commitment.")]
    Vault,
    /// The store keeps something beside the events that they do not say.
    #[error(RecordRow, "{subject} keeps {what}.")]
    Row(String),
}

/// Why an event cannot be read.
fn unread(fault: &Option<InputFault>) -> Fact {
    fault.as_ref().map_or(Fact::words("it is not written in canonical form."), AsFact::fact)
}

/// The first thing that is wrong with a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The stream.
    pub stream: Option<StreamId>,
    /// The number of the first bad event.
    pub seq: Seq,
    /// What is wrong with it.
    pub kind: FaultKind,
}

impl Fault {
    /// A fault of an event of a stream.
    #[must_use]
    pub fn new(stream: StreamId, seq: Seq, kind: FaultKind) -> Self {
        Self { stream: Some(stream), seq, kind }
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.kind.code()
    }

    /// What it says: of which event, of the store, or of an entry of the vault.
    pub fn said(&self) -> Said {
        let subject = match (self.stream, &self.kind) {
            (Some(stream), _) => Fact::Words(
                "event {seq} of {stream}",
                vec![("seq", self.seq.fact()), ("stream", stream.fact())],
            ),
            (None, FaultKind::Row(_)) => Fact::words("the store"),
            (None, _) => Fact::words("an entry of the vault"),
        };
        self.kind.said().with("subject", subject)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for Fault {}

/// Goes through a stream from its first event and hands on each that holds. `expected` is an event that the
/// caller knows to belong to the stream, from a receipt or an earlier look.
pub fn verify_stream<D: Meaning>(
    reading: &dyn Reading,
    stream: StreamId,
    expected: Option<StreamHead>,
    mut each: impl FnMut(Event<D>, &[u8]) -> Result<(), FaultKind>,
) -> Result<Result<Verified, Fault>, StoreError> {
    let mut chain = Chain { stream, last: None };
    let fault = |seq, kind| Ok(Err(Fault::new(stream, seq, kind)));
    loop {
        let page = reading.events(stream, chain.seq(), PAGE)?;
        for stored in &page {
            let next = chain.seq().next();
            let event = match chain.link(stored) {
                Ok(event) => event,
                Err(kind) => return fault(next, kind),
            };
            if expected.is_some_and(|expected| expected.seq == next && expected.id != stored.id) {
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
    let version = chain.seq();
    let recorded = reading.head(stream)?;
    match (chain.last, recorded) {
        (Some(last), Some(head)) if head == last.head => {
            if expected.is_some_and(|expected| expected.seq > version) {
                return fault(version.next(), FaultKind::Head);
            }
            Ok(Ok(Verified { stream, seq: version, head: head.id }))
        }
        (_, Some(head)) if head.seq > version => {
            fault(version.next(), FaultKind::Truncated { recorded: head.seq })
        }
        (_, Some(_)) => fault(version, FaultKind::Head),
        (_, None) => fault(version.next(), FaultKind::Truncated { recorded: Seq(1) }),
    }
}

#[derive(Clone, Copy)]
struct Link {
    head: StreamHead,
    at: interlink_values::Timestamp,
}

struct Chain {
    stream: StreamId,
    last: Option<Link>,
}

impl Chain {
    fn seq(&self) -> Seq {
        self.last.map_or(Seq(0), |last| last.head.seq)
    }

    fn link<D: Meaning>(&mut self, stored: &Stored) -> Result<Event<D>, FaultKind> {
        let next = self.seq().next();
        if Event::<D>::id_of(&stored.body) != stored.id {
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
        self.last = Some(Link { head: StreamHead { seq: next, id: stored.id }, at: event.head.at });
        Ok(event)
    }
}
