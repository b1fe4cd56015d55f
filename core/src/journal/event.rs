//! The event envelope, version 1, and the hash chain it forms.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use crate::types::json::Readable;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::problem::Code;
use crate::types::json::{self, Raw, Reader};
use crate::types::{
    CommandId, EventId, InputFault, OrganisationId, PersonId, ProcessId, RatingId, Salt, Timestamp,
    ValueFault, as_string, excerpt, string_schema,
};
use crate::{consent, person};

/// The envelope's version.
const ENVELOPE: u8 = 1;

/// The name of the stream of imports.
const IMPORT: &str = "import/00000000000000000000000000000000";

/// The name of a stream: one aggregate, one hash chain. The kinds stand in the order of their names, so that streams
/// are in one order whether compared as values or as texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StreamId {
    /// `consent/…`: what one person wants done with her data, by her pseudonym.
    Consent(PersonId),
    /// `host/…`: who speaks for the host itself; a store has one, and it has the same name in all.
    Host,
    /// `import/0…0`: what was taken in from elsewhere. A store has one such stream, which never leaves it.
    Import,
    /// `organisation/…`: its members and teams.
    Organisation(OrganisationId),
    /// `person/…`: what concerns one person alone, by pseudonym.
    Person(PersonId),
    /// `process/…`: one co-production.
    Process(ProcessId),
    /// `rating/…`: what people say of one thing.
    Rating(RatingId),
    /// `toy/…`: of a block that only the tests have.
    #[cfg(test)]
    Toy(RatingId),
}

/// The id in the name of the host's stream.
const HOST: &str = "00000000000000000000000000000000";

/// The kinds of streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamKind {
    /// `consent/…`
    Consent,
    /// `host/…`
    Host,
    /// `import/…`
    Import,
    /// `organisation/…`
    Organisation,
    /// `person/…`
    Person,
    /// `process/…`
    Process,
    /// `rating/…`
    Rating,
    /// `toy/…`
    #[cfg(test)]
    Toy,
}

impl StreamKind {
    /// What the names of its streams begin with, up to the slash.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Host => "host",
            Self::Import => "import",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Process => "process",
            Self::Rating => "rating",
            #[cfg(test)]
            Self::Toy => "toy",
        }
    }
}

impl StreamId {
    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> StreamKind {
        match self {
            Self::Consent(_) => StreamKind::Consent,
            Self::Host => StreamKind::Host,
            Self::Import => StreamKind::Import,
            Self::Organisation(_) => StreamKind::Organisation,
            Self::Person(_) => StreamKind::Person,
            Self::Process(_) => StreamKind::Process,
            Self::Rating(_) => StreamKind::Rating,
            #[cfg(test)]
            Self::Toy(_) => StreamKind::Toy,
        }
    }
}

impl StreamId {
    /// The process, if it is the stream of one.
    #[must_use]
    pub const fn process(self) -> Option<ProcessId> {
        if let Self::Process(id) = self { Some(id) } else { None }
    }

    /// The organisation, if it is the stream of one.
    #[must_use]
    pub const fn organisation(self) -> Option<OrganisationId> {
        if let Self::Organisation(id) = self { Some(id) } else { None }
    }

    /// Whom it is about, if it is a stream of one person: what she wants, or what concerns her alone.
    #[must_use]
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Consent(id) | Self::Person(id) => Some(id),
            Self::Host | Self::Import | Self::Organisation(_) | Self::Process(_) | Self::Rating(_) => None,
            #[cfg(test)]
            Self::Toy(_) => None,
        }
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Consent(id) => write!(f, "consent/{id}"),
            Self::Host => write!(f, "host/{HOST}"),
            Self::Import => f.write_str(IMPORT),
            Self::Organisation(id) => write!(f, "organisation/{id}"),
            Self::Process(id) => write!(f, "process/{id}"),
            Self::Rating(id) => write!(f, "rating/{id}"),
            #[cfg(test)]
            Self::Toy(id) => write!(f, "toy/{id}"),
            Self::Person(id) => write!(f, "person/{id}"),
        }
    }
}

impl FromStr for StreamId {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        match text.split_once('/') {
            Some(_) if text == IMPORT => Ok(Self::Import),
            Some(("consent", id)) => id.parse().map(Self::Consent),
            Some(("host", HOST)) => Ok(Self::Host),
            Some(("organisation", id)) => id.parse().map(Self::Organisation),
            Some(("process", id)) => id.parse().map(Self::Process),
            Some(("rating", id)) => id.parse().map(Self::Rating),
            Some(("person", id)) => id.parse().map(Self::Person),
            #[cfg(test)]
            Some(("toy", id)) => id.parse().map(Self::Toy),
            _ => Err(ValueFault::new(
                Code::IdMalformed,
                format!("“{}” is not a stream like process/ID or organisation/ID.", excerpt(text)),
            )),
        }
    }
}

as_string!(StreamId, StreamId::Person(PersonId::from_bytes([0; 16])));
string_schema!(StreamId, "A stream of the journal.", "pattern": "^(consent|host|import|organisation|person|process|rating)/[0-9a-f]{32}$");

impl From<ProcessId> for StreamId {
    fn from(id: ProcessId) -> Self {
        Self::Process(id)
    }
}

impl From<PersonId> for StreamId {
    fn from(id: PersonId) -> Self {
        Self::Person(id)
    }
}

impl From<RatingId> for StreamId {
    fn from(id: RatingId) -> Self {
        Self::Rating(id)
    }
}

impl From<OrganisationId> for StreamId {
    fn from(id: OrganisationId) -> Self {
        Self::Organisation(id)
    }
}

/// How many events a stream has: its first event makes it version 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Version(pub u64);

impl Version {
    /// The version after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Another stream that a decision read, and how far it had read it: the event named is the last it saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reliance {
    /// The id of that stream's last event then.
    pub id: EventId,
    /// Its number.
    pub seq: Version,
    /// The stream.
    pub stream: StreamId,
}

macro_rules! event_data {
    (
        asked {
            $($block:ident $module:ident $refusal:ident $goes:ident [$($kind:ident)+]
                $asks:literal $says:literal $refuses:literal;)+
        }
        not_asked { $($other:ident $folder:ident $says_so:literal;)* }
    ) => {
        /// What an event says; the closed set of all blocks.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum EventData {
            $(#[doc = $says] $block(crate::$module::Event),)+
            $(#[doc = $says_so] $other(crate::$folder::Event),)*
        }

        impl EventData {
            /// The type names of what can have happened, by block.
            pub const TYPES: &'static [&'static [&'static str]] =
                &[$(crate::$module::Event::TYPES,)+ $(crate::$folder::Event::TYPES,)*];

            /// The type name: dotted, the block first.
            #[must_use]
            pub const fn type_name(&self) -> &'static str {
                match self {
                    $(Self::$block(event) => event.type_name(),)+
                    $(Self::$other(event) => event.type_name(),)*
                }
            }

            /// What the decision read in other streams.
            #[must_use]
            pub fn relied_on(&self) -> &[Reliance] {
                match self {
                    $(Self::$block(event) => event.relied_on(),)+
                    $(Self::$other(event) => event.relied_on(),)*
                }
            }

            /// Reads the data of an event; `None` if this version knows no such type.
            fn read(type_name: &str, reader: &mut Reader<'_>) -> Option<Self> {
                $(if let Some(event) = crate::$module::Event::read(type_name, reader) {
                    return Some(Self::$block(event));
                })+
                $(if let Some(event) = crate::$folder::Event::read(type_name, reader) {
                    return Some(Self::$other(event));
                })*
                None
            }
        }

        impl Serialize for EventData {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$block(event) => event.serialize(serializer),)+
                    $(Self::$other(event) => event.serialize(serializer),)*
                }
            }
        }
    };
}
blocks!(event_data);

/// What stands in a stream of one person.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OfPerson<'a> {
    /// What she wants done with her data.
    Will(&'a consent::Event),
    /// What concerns her alone.
    Own(&'a person::Event),
}

impl EventData {
    /// The same as an event of a person's stream; `None` for any other.
    pub(crate) const fn of_person(&self) -> Option<OfPerson<'_>> {
        match self {
            Self::Consent(event) => Some(OfPerson::Will(event)),
            Self::Person(event) => Some(OfPerson::Own(event)),
            Self::Asset(_)
            | Self::Governance(_)
            | Self::Home(_)
            | Self::Notice(_)
            | Self::Operator(_)
            | Self::Party(_)
            | Self::Process(_)
            | Self::Rating(_)
            | Self::Redaction(_)
            | Self::Requirement(_)
            | Self::Work(_) => None,
            #[cfg(test)]
            Self::Toy(_) => None,
        }
    }
}

/// Who did it, when, and where it stands in its stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The stream.
    pub stream: StreamId,
    /// Its number in the stream, from 1.
    pub seq: Version,
    /// The id of the stream's event before; none for the first.
    pub prev: Option<EventId>,
    /// When it counts as having happened: when the host's clock said, but never before the stream's event before.
    pub at: Timestamp,
    /// When the command says it was made, where other things were recorded in the stream before it came: a claim, which
    /// nothing is decided by but what somebody wanted then.
    pub made_at: Option<Timestamp>,
    /// Where the stream stood before this event, if that was in the future by the store's clock, and this event takes it
    /// back. Nothing else lies before the event before it.
    pub corrected_from: Option<Timestamp>,
    /// Who, by pseudonym.
    pub actor: PersonId,
    /// For whom, where she acted for another.
    pub on_behalf_of: Option<PersonId>,
    /// The command it came from.
    pub command: CommandId,
    /// The id that the event had before words were taken out of it; none if it is as it was written.
    pub redacted: Option<EventId>,
    /// Where it has a text for everybody: what keeps its id from being used to guess at the text once that is taken out.
    pub salt: Option<Salt>,
}

/// One fact in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// SHA-256 of the envelope without this id, in canonical JSON.
    pub id: EventId,
    /// The envelope around the fact.
    pub head: Head,
    /// The fact.
    pub data: EventData,
}

/// The envelope as it is written. The fields stand in canonical order (RFC 8785 §3.2.3), as in every struct
/// that enters the journal, so that serialising them is canonicalising them; a test compares every event
/// with an independent canonicaliser.
#[derive(Serialize)]
struct Written<'a> {
    actor: &'a PersonId,
    at: Timestamp,
    command: &'a CommandId,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected_from: Option<Timestamp>,
    data: &'a EventData,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a EventId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    made_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_behalf_of: Option<&'a PersonId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prev: Option<&'a EventId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    redacted: Option<&'a EventId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<&'a Salt>,
    seq: Version,
    stream: &'a StreamId,
    r#type: &'static str,
    v: u8,
}

/// The envelope as it is read; its data wait for its type.
struct Envelope<'a> {
    head: Head,
    data: Raw<'a>,
    r#type: Cow<'a, str>,
    v: u8,
}

impl<'a> Envelope<'a> {
    fn read(reader: &mut Reader<'a>) -> Self {
        let mut fields = reader.object(
            "actor,at,command,corrected_from,data,made_at,on_behalf_of,prev,redacted,salt,seq,stream,type,v",
        );
        let (actor, at, command) = (fields.get(reader), fields.get(reader), fields.get(reader));
        let corrected_from = fields.get(reader);
        let data = fields.with(reader, Reader::raw);
        let (made_at, on_behalf_of, prev) = (fields.get(reader), fields.get(reader), fields.get(reader));
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
            command,
            redacted,
            salt,
        };
        let (r#type, v) = (fields.with(reader, Reader::string), fields.get(reader));
        fields.end(reader);
        Self { head, data, r#type, v }
    }

    fn into_event(self, id: EventId, reader: &Reader<'a>) -> Result<Event, InputFault> {
        if self.v != ENVELOPE {
            let message = format!("An envelope of version {ENVELOPE} without id is expected.");
            return Err(InputFault::new(Code::RecordMalformed, "/v", message));
        }
        let data = reader.read_piece(self.data, |reader| EventData::read(&self.r#type, reader));
        let data = data.map_err(|fault| malformed(&format!("/data{}", fault.path()), &fault))?;
        let data = data.ok_or_else(|| {
            let message = format!("“{}” is no type of event that this version knows.", excerpt(&self.r#type));
            InputFault::new(Code::JsonUnknownVariant, "/type", message)
        })?;
        Ok(Event { id, head: self.head, data })
    }
}

impl Event {
    /// Seals a fact: writes its envelope and hashes it.
    pub(crate) fn seal(head: Head, data: EventData) -> (Self, Vec<u8>) {
        let body = write(None, &head, &data);
        let id = Self::hash(&body);
        (Self { id, head, data }, body)
    }

    /// The id that an envelope without id has.
    #[must_use]
    pub fn hash(body: &[u8]) -> EventId {
        EventId::from_bytes(Sha256::digest(body).into())
    }

    /// The id that an event has whose envelope this is: the hash, but for one that stands in the place of an event that is
    /// withheld, or that words were taken out of, which says the id of that.
    #[must_use]
    pub(crate) fn id_of(body: &[u8]) -> EventId {
        let hash = Self::hash(body);
        if !Self::is_withheld(body) && !may_be_redacted(body) {
            return hash;
        }
        match Self::read(hash, body).map(|event| event.withheld().or(event.head.redacted)) {
            Ok(Some(id)) => id,
            Ok(None) | Err(_) => hash,
        }
    }

    /// Whether the envelope is one that stands in the place of an event that is withheld.
    pub(crate) fn is_withheld(body: &[u8]) -> bool {
        WITHHELD.iter().any(|end| body.ends_with(end.as_bytes()))
    }

    /// The event that this one stands in the place of, if it is withheld here.
    pub(crate) const fn withheld(&self) -> Option<EventId> {
        match &self.data {
            EventData::Consent(consent::Event::ConsentWithheld(e)) => Some(e.event),
            EventData::Person(person::Event::PersonWithheld(e)) => Some(e.event),
            _ => None,
        }
    }

    /// What stands in a bundle in the place of an event that is nobody's business there: the chain goes through it by its
    /// id, and nothing else is said of it but where it stands.
    pub(crate) fn withhold(&self, at: Timestamp, corrected_from: Option<Timestamp>) -> Option<Vec<u8>> {
        let Head { stream, seq, .. } = self.head;
        let event = self.withheld().unwrap_or(self.id);
        let data = match stream {
            StreamId::Consent(_) => EventData::Consent(consent::ConsentWithheld { event }.into()),
            StreamId::Person(_) => EventData::Person(person::PersonWithheld { event }.into()),
            StreamId::Host
            | StreamId::Import
            | StreamId::Organisation(_)
            | StreamId::Process(_)
            | StreamId::Rating(_) => return None,
            #[cfg(test)]
            StreamId::Toy(_) => return None,
        };
        let command = format!("wh.{seq}").parse().ok()?;
        let actor = PersonId::from_bytes([0; 16]);
        let head = Head {
            at,
            made_at: None,
            corrected_from,
            actor,
            on_behalf_of: None,
            command,
            redacted: None,
            salt: None,
            ..self.head
        };
        Some(write(None, &head, &data))
    }

    /// Reads an envelope without id, as a store keeps it. Trusts the bytes; `verify` is what does not.
    ///
    /// # Errors
    /// Where the bytes are no envelope of version 1, or of an event that this version does not know.
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

/// How the envelope of an event ends that stands in the place of another.
const WITHHELD: [&str; 2] = [r#""type":"consent.withheld","v":1}"#, r#""type":"person.withheld","v":1}"#];

/// How an envelope goes on that says which event it was; it has no other place in canonical JSON.
const REDACTED: &[u8] = br#","redacted":""#;

/// What comes after that in an envelope has less than this many bytes: the id, a salt, a number, a stream and a type.
const AFTER_REDACTED: usize = 512;

fn may_be_redacted(body: &[u8]) -> bool {
    let end = body.get(body.len().saturating_sub(AFTER_REDACTED)..).unwrap_or(body);
    end.windows(REDACTED.len()).any(|window| window == REDACTED)
}

fn malformed(path: &str, error: &dyn fmt::Display) -> InputFault {
    let message = format!("The event cannot be read: {}", excerpt(&error.to_string()));
    InputFault::new(Code::RecordMalformed, path, message)
}

fn write(id: Option<&EventId>, head: &Head, data: &EventData) -> Vec<u8> {
    json::text(&written(id, head, data)).into_bytes()
}

fn written<'a>(id: Option<&'a EventId>, head: &'a Head, data: &'a EventData) -> Written<'a> {
    Written {
        actor: &head.actor,
        at: head.at,
        command: &head.command,
        corrected_from: head.corrected_from,
        data,
        id,
        made_at: head.made_at,
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

impl Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        written(Some(&self.id), &self.head, &self.data).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_in_the_order_of_their_names() {
        let id = [7; 16];
        let mut streams = [
            StreamId::Host,
            StreamId::Rating(RatingId::from_bytes(id)),
            StreamId::Process(ProcessId::from_bytes([1; 16])),
            StreamId::Process(ProcessId::from_bytes(id)),
            StreamId::Person(PersonId::from_bytes(id)),
            StreamId::Organisation(OrganisationId::from_bytes(id)),
        ];
        let mut names = streams.map(|stream| stream.to_string());
        streams.sort_unstable();
        names.sort_unstable();
        assert_eq!(streams.map(|stream| stream.to_string()), names);
        for name in names {
            assert_eq!(name.parse::<StreamId>().unwrap().to_string(), name);
        }
    }
}
