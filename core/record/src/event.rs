//! The event envelope, version 1, and the hash chain it forms.

use std::borrow::Cow;
use std::fmt;

use interlink_values::json::{self, Fields, Raw, Readable, Reader};
use interlink_values::{
    Code, CommandId, EventId, InputFault, MandateId, PersonId, Salt, Timestamp, ValueFault, excerpt,
};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Fault, FaultKind, Seq, StreamId};

/// The envelope's version.
const ENVELOPE: u8 = 1;

/// The head of an event: actor, time, and place in its stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The stream.
    pub stream: StreamId,
    /// Its `seq` in the stream, from 1.
    pub seq: Seq,
    /// The id of the stream's previous event; none for the first.
    pub prev: Option<EventId>,
    /// The time at which it counts as having happened: by the host's clock, but never before the stream's previous
    /// event.
    pub at: Timestamp,
    /// The time at which the command was made, by its own account, if other events were recorded in the stream first: a
    /// claim, which decides nothing except what a person wanted at that time.
    pub made_at: Option<Timestamp>,
    /// The stream's previous time, if that was in the future by the store's clock and this event corrects it. In no
    /// other case is an event dated before the previous one.
    pub corrected_from: Option<Timestamp>,
    /// The actor, by pseudonym.
    pub actor: PersonId,
    /// The person for whom the actor acted, if not for themselves.
    pub on_behalf_of: Option<PersonId>,
    /// The mandate of that person by which the actor did: the actor's own, or that of an organisation.
    pub mandate_id: Option<MandateId>,
    /// The mandate by which that organisation assigned the power to the actor.
    pub by_mandate_id: Option<MandateId>,
    /// The command it came from.
    pub command: CommandId,
    /// The id that the event had before it was redacted; none if it was not.
    pub redacted: Option<EventId>,
    /// For an event with a public text: keeps its id from being used to guess the text after a redaction.
    pub salt: Option<Salt>,
}

impl Head {
    /// The person in whose name it was done: whom the actor acted for, or the actor.
    #[must_use]
    pub fn in_whose_name(&self) -> PersonId {
        self.on_behalf_of.unwrap_or(self.actor)
    }
}

/// The data of an event: a type of the crate above.
pub trait Meaning: Sized + Serialize {
    /// The type names of placeholders for withheld events.
    const WITHHELD: &'static [&'static str];

    /// The type name: dotted, the block first.
    fn type_name(&self) -> &'static str;

    /// Whether this build was made without the blocks that write a stream. Its events are then refused, whatever they
    /// say, so that nobody takes a part of them for the whole.
    fn lacks(stream: StreamId) -> bool;

    /// Reads the data of an event; `None` if this version has no such type.
    fn read(type_name: &str, reader: &mut Reader<'_>) -> Option<Self>;

    /// Stands in for an event that could not be read; never leaves the reader.
    fn blank() -> Self;

    /// The event for which this is a placeholder, if it is one.
    fn withheld(&self) -> Option<EventId>;

    /// The placeholder for an event of a stream; `None` if events of that stream are never withheld.
    fn withholding(stream: StreamId, event: EventId) -> Option<Self>;
}

/// One fact in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event<D> {
    /// SHA-256 of the envelope without this id, in canonical JSON.
    pub id: EventId,
    /// The envelope around the fact.
    pub head: Head,
    /// The fact.
    pub data: D,
}

/// The envelope in its written form. The fields are in canonical order (RFC 8785 §3.2.3), as in every struct that
/// enters the journal, so that serialising them gives canonical JSON; a test compares every event with an independent
/// canonicaliser.
#[derive(Serialize)]
struct Written<'a, D> {
    actor: &'a PersonId,
    at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_mandate_id: Option<&'a MandateId>,
    command: &'a CommandId,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected_from: Option<Timestamp>,
    data: &'a D,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a EventId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    made_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mandate_id: Option<&'a MandateId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_behalf_of: Option<&'a PersonId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prev: Option<&'a EventId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    redacted: Option<&'a EventId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<&'a Salt>,
    seq: Seq,
    stream: &'a StreamId,
    r#type: &'static str,
    v: u8,
}

/// The envelope while it is read; its data are read once the type is known.
struct Envelope<'a> {
    head: Head,
    data: Raw<'a>,
    r#type: Cow<'a, str>,
    v: u8,
}

impl<'a> Envelope<'a> {
    fn read(reader: &mut Reader<'a>) -> Self {
        let fields = reader.object(
            "actor,at,by_mandate_id,command,corrected_from,data,made_at,mandate_id,on_behalf_of,prev,redacted,salt,seq,stream,type,v",
        );
        Self::after(fields, reader, |_, _| ()).1
    }

    /// Reads the envelope of an event that left the library, with its id.
    fn read_with_id(reader: &mut Reader<'a>) -> (EventId, Self) {
        let fields = reader.object(
            "actor,at,by_mandate_id,command,corrected_from,data,id,made_at,mandate_id,on_behalf_of,prev,redacted,salt,seq,stream,type,v",
        );
        Self::after(fields, reader, Fields::get)
    }

    /// Reads the fields, with whatever comes between the data and the rest.
    fn after<I>(
        mut fields: Fields,
        reader: &mut Reader<'a>,
        id: impl FnOnce(&mut Fields, &mut Reader<'a>) -> I,
    ) -> (I, Self) {
        let (actor, at) = (fields.get(reader), fields.get(reader));
        let (by_mandate_id, command) = (fields.get(reader), fields.get(reader));
        let corrected_from = fields.get(reader);
        let data = fields.with(reader, Reader::raw);
        let id = id(&mut fields, reader);
        let (made_at, mandate_id) = (fields.get(reader), fields.get(reader));
        let (on_behalf_of, prev) = (fields.get(reader), fields.get(reader));
        let (redacted, salt) = (fields.get(reader), fields.get(reader));
        let (seq, stream) = (fields.get(reader), fields.get(reader));
        let head = Head {
            stream,
            seq,
            prev,
            at,
            made_at,
            corrected_from,
            actor,
            on_behalf_of,
            mandate_id,
            by_mandate_id,
            command,
            redacted,
            salt,
        };
        let (r#type, v) = (fields.with(reader, Reader::string), fields.get(reader));
        fields.end(reader);
        (id, Self { head, data, r#type, v })
    }

    fn into_event<D: Meaning>(self, id: EventId, reader: &Reader<'a>) -> Result<Event<D>, InputFault> {
        if self.v != ENVELOPE {
            let message = format!("An envelope of version {ENVELOPE} without id is expected.");
            return Err(InputFault::new(Code::RecordMalformed, "/v", message));
        }
        let Head { stream, seq, .. } = self.head;
        if D::lacks(stream) {
            return Err(InputFault::of(Fault::new(stream, seq, FaultKind::Block).said(), "/stream"));
        }
        let data = reader.read_piece(self.data, |reader| D::read(&self.r#type, reader));
        let data = data.map_err(|fault| malformed(&format!("/data{}", fault.path()), &fault))?;
        let data = data.ok_or_else(|| {
            let message = format!("“{}” is not an event type known to this version.", excerpt(&self.r#type));
            InputFault::new(Code::JsonUnknownVariant, "/type", message)
        })?;
        Ok(Event { id, head: self.head, data })
    }
}

impl<D: Meaning> Event<D> {
    /// Seals a fact: writes its envelope and hashes it.
    pub fn seal(head: Head, data: D) -> (Self, Vec<u8>) {
        let body = write(None, &head, &data);
        let id = Self::hash(&body);
        (Self { id, head, data }, body)
    }

    /// The id of an envelope without id.
    #[must_use]
    pub fn hash(body: &[u8]) -> EventId {
        EventId::from_bytes(Sha256::digest(body).into())
    }

    /// The id of the event with this envelope: its hash, except for a placeholder or a redacted event, which state the
    /// original id.
    #[must_use]
    pub fn id_of(body: &[u8]) -> EventId {
        let hash = Self::hash(body);
        if !Self::is_withheld(body) && !may_be_redacted(body) {
            return hash;
        }
        match Self::read(hash, body).map(|event| event.withheld().or(event.head.redacted)) {
            Ok(Some(id)) => id,
            Ok(None) | Err(_) => hash,
        }
    }

    /// Whether the envelope is that of a placeholder for a withheld event.
    pub fn is_withheld(body: &[u8]) -> bool {
        let Some(typed) = body.strip_suffix(AFTER_TYPE) else { return false };
        let is_of =
            |name: &&str| typed.strip_suffix(name.as_bytes()).is_some_and(|before| before.ends_with(TYPE));
        D::WITHHELD.iter().any(is_of)
    }

    /// The event for which this is a placeholder, if it is one.
    pub fn withheld(&self) -> Option<EventId> {
        self.data.withheld()
    }

    /// The placeholder in a bundle for an event that does not concern the recipient: the chain uses its id, and nothing
    /// else is revealed but its place.
    pub fn withhold(&self, at: Timestamp, corrected_from: Option<Timestamp>) -> Option<Vec<u8>> {
        let Head { stream, seq, .. } = self.head;
        let event = self.withheld().unwrap_or(self.id);
        let data = D::withholding(stream, event)?;
        let command = format!("wh.{seq}").parse().ok()?;
        let actor = PersonId::from_bytes([0; 16]);
        let head = Head {
            at,
            made_at: None,
            corrected_from,
            actor,
            on_behalf_of: None,
            mandate_id: None,
            by_mandate_id: None,
            command,
            redacted: None,
            salt: None,
            ..self.head
        };
        Some(write(None, &head, &data))
    }

    /// Reads an envelope without id, as stored. Trusts the bytes; only `verify` does not.
    ///
    /// # Errors
    /// If the bytes are not an envelope of version 1, or the event type is unknown to this version.
    pub fn read(id: EventId, body: &[u8]) -> Result<Self, InputFault> {
        let text = std::str::from_utf8(body).map_err(|error| malformed("", &error))?;
        let read = json::read(text, |reader| Envelope::read(reader).into_event(id, reader));
        read.map_err(|fault| malformed(fault.path(), &fault))?
    }

    /// Writes the envelope without its id: the bytes that are hashed.
    pub fn body(&self) -> Vec<u8> {
        write(None, &self.head, &self.data)
    }

    /// The envelope with its id, as events leave the library.
    pub fn to_json(&self) -> String {
        json::text(self)
    }
}

/// The bytes before the type in an envelope, and those after it to the end.
const TYPE: &[u8] = br#""type":""#;
/// See [`TYPE`].
const AFTER_TYPE: &[u8] = br#"","v":1}"#;

/// How an envelope continues that states its original id; it occurs nowhere else in canonical JSON.
const REDACTED: &[u8] = br#","redacted":""#;

/// The rest of such an envelope is shorter than this: the id, a salt, a number, a stream and a type.
const AFTER_REDACTED: usize = 512;

fn may_be_redacted(body: &[u8]) -> bool {
    let end = body.get(body.len().saturating_sub(AFTER_REDACTED)..).unwrap_or(body);
    end.windows(REDACTED.len()).any(|window| window == REDACTED)
}

fn malformed(path: &str, error: &dyn fmt::Display) -> InputFault {
    let message = format!("The event cannot be read: {}", excerpt(&error.to_string()));
    InputFault::new(Code::RecordMalformed, path, message)
}

fn write<D: Meaning>(id: Option<&EventId>, head: &Head, data: &D) -> Vec<u8> {
    json::text(&written(id, head, data)).into_bytes()
}

fn written<'a, D: Meaning>(id: Option<&'a EventId>, head: &'a Head, data: &'a D) -> Written<'a, D> {
    Written {
        actor: &head.actor,
        at: head.at,
        by_mandate_id: head.by_mandate_id.as_ref(),
        command: &head.command,
        corrected_from: head.corrected_from,
        data,
        id,
        made_at: head.made_at,
        mandate_id: head.mandate_id.as_ref(),
        on_behalf_of: head.on_behalf_of.as_ref(),
        prev: head.prev.as_ref(),
        redacted: head.redacted.as_ref(),
        salt: head.salt.as_ref(),
        seq: head.seq,
        stream: &head.stream,
        r#type: data.type_name(),
        v: ENVELOPE,
    }
}

/// An event as it left the library, with its id: only `verify` checks that the id is its hash.
impl<D: Meaning> Readable for Event<D> {
    fn read(reader: &mut Reader<'_>) -> Self {
        let at = reader.at();
        let (id, envelope) = Envelope::read_with_id(reader);
        let head = envelope.head;
        envelope.into_event(id, reader).unwrap_or_else(|fault| {
            reader.refuse(at, &ValueFault::of(fault.said()));
            Self { id, head, data: D::blank() }
        })
    }
}

impl<'de, D: Meaning> serde::Deserialize<'de> for Event<D> {
    fn deserialize<F: serde::Deserializer<'de>>(deserializer: F) -> Result<Self, F::Error> {
        json::deserialize(deserializer)
    }
}

impl<D: Meaning> Serialize for Event<D> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        written(Some(&self.id), &self.head, &self.data).serialize(serializer)
    }
}
