//! Verifies a stream: every event matches its id and follows the one before.

use interlink_derive::Refusal;
use std::fmt;

use serde::Serialize;

use super::{Event, Meaning, Reading, Seq, StoreError, Stored, StreamHead, StreamId};
use interlink_values::json::Readable;
use interlink_values::wording::{AsFact, Fact, Said};
use interlink_values::{Code, EventId, InputFault};

/// How many events are read from the store at once.
const PAGE: usize = 1024;

/// An intact stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Verified {
    /// The stream.
    pub stream: StreamId,
    /// The `seq` of its last event.
    pub seq: Seq,
    /// The id of its last event. Keep it elsewhere, and nobody can shorten or rewrite the stream unnoticed.
    pub head: EventId,
}

/// A fault of a record.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum FaultKind {
    /// The event's bytes do not match its id.
    #[error(RecordTampered, "{subject} was changed: its bytes do not match its id.")]
    Tampered,
    /// Its `seq` is not the next one: an event is missing.
    #[error(RecordGap, "{subject} is missing; event {found} is in its place.")]
    Gap {
        /// The `seq` that was found.
        found: Seq,
    },
    /// It does not name the event before as its predecessor.
    #[error(RecordChain, "{subject} does not follow the event before it.")]
    Chain,
    /// It belongs elsewhere in the stream, or is dated before the previous event.
    #[error(RecordOrder, "{subject} is in the wrong order.")]
    Order,
    /// It cannot be read, or is not in canonical form.
    #[error(RecordMalformed, "{subject} cannot be read: {reason}", reason = unread(it))]
    Malformed(Option<InputFault>),
    /// The stream ends before its recorded head.
    #[error(RecordTruncated, "{subject} is missing; the stream should reach event {recorded}.")]
    Truncated {
        /// The `seq` that the store records.
        recorded: Seq,
    },
    /// The stream does not have the expected event.
    #[error(RecordHead, "{subject} is not the expected event.")]
    Head,
    /// A document that the stream relies on is missing or changed.
    #[error(RecordDocument, "{subject} relies on a document that is missing or was changed.")]
    Document,
    /// An event that it relied on in another stream is missing.
    #[error(RecordReliance, "{subject} relies on an event of {stream} that is missing.")]
    Reliance(StreamId),
    /// Its command is not on record, so it could be executed a second time.
    #[error(RecordCommand, "{subject} comes from a command that is not on record.")]
    Command,
    /// It is a placeholder for a withheld event, and no import brought it.
    #[error(RecordWithheld, "{subject} is withheld, and no import brought it.")]
    Withheld,
    /// It was redacted, or contains redacted words again, without a redaction that says so.
    #[error(RecordRedacted, "{subject} is not as the last redaction left it.")]
    Redacted,
    /// It is in the store but in none of its streams.
    #[error(RecordUnlisted, "{subject} is in a stream that the store does not list.")]
    Unlisted,
    /// A snapshot does not contain the state that the events make.
    #[error(RecordSnapshot, "{subject} does not lead to the state in its stored snapshot.")]
    Snapshot,
    /// It belongs to a block that this build was made without.
    #[error(RecordBlockUnknown, "{subject} belongs to a block that this build of the library does not have.")]
    Block,
    /// Replaying the events breaks a rule.
    #[error(RecordMalformed, replay: "{subject} cannot be replayed: {reason}.")]
    Replay(String),
    /// An entry of the vault does not match its commitment.
    #[error(RecordVault, "{subject} does not match its commitment.")]
    Vault,
    /// A row beside the events does not match them.
    #[error(RecordRow, "{subject} keeps {what}.")]
    Row(String),
}

/// Why an event cannot be read.
fn unread(fault: &Option<InputFault>) -> Fact {
    fault.as_ref().map_or(Fact::words("it is not written in canonical form."), AsFact::fact)
}

/// The first fault of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The stream.
    pub stream: Option<StreamId>,
    /// The `seq` of the first faulty event.
    pub seq: Seq,
    /// The fault.
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

    /// The sentence: about an event, the store, or an entry of the vault.
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

/// Reads a stream from its first event and passes on each valid one. `expected` is an event that the caller knows to
/// belong to the stream, from a receipt or an earlier verification.
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
        // Before anything is read of it: what cannot be read must not be taken for changed.
        if D::lacks(self.stream) {
            return Err(FaultKind::Block);
        }
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
        // Time moves forward, except for an event that states the stream's previous time and corrects it.
        let taken_back = event.head.corrected_from;
        let in_order = self.last.is_none_or(|last| match taken_back {
            None => event.head.at >= last.at,
            Some(from) => from == last.at && event.head.at < from,
        });
        if event.head.at != stored.at || !in_order || (taken_back.is_some() && self.last.is_none()) {
            return Err(FaultKind::Order);
        }
        // An event has one written form; anything else (a duplicate key, other spacing) is not by this library.
        if *event.body() != *stored.body {
            return Err(FaultKind::Malformed(None));
        }
        self.last = Some(Link { head: StreamHead { seq: next, id: stored.id }, at: event.head.at });
        Ok(event)
    }
}
