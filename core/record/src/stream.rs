//! Stream names and sequence numbers.

use std::fmt;
use std::str::FromStr;

use interlink_values::json::Readable;
use interlink_values::{
    Code, EventId, MandateId, OrganisationId, PersonId, ProcessId, RatingId, ValueFault, as_string, excerpt,
    string_schema,
};
use serde::Serialize;

/// The name of the stream of imports.
const IMPORT: &str = "import/00000000000000000000000000000000";

/// The name of a stream: one aggregate, one hash chain. The kinds are ordered by name, so that streams have the same
/// order as values and as texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StreamId {
    /// `consent/…`: the consents of one person, by pseudonym.
    Consent(PersonId),
    /// `host/…`: the host's operators; every store has one, with the same name in all.
    Host,
    /// `import/0…0`: the record of imports. A store has one such stream, which never leaves it.
    Import,
    /// `mandate/…`: one mandate.
    Mandate(MandateId),
    /// `organisation/…`: its members and teams.
    Organisation(OrganisationId),
    /// `person/…`: events about one person alone, by pseudonym.
    Person(PersonId),
    /// `process/…`: one co-production.
    Process(ProcessId),
    /// `rating/…`: the ratings of one thing.
    Rating(RatingId),
    /// `toy/…`: of a block that exists only in test builds.
    #[cfg(toy)]
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
    /// `mandate/…`
    Mandate,
    /// `organisation/…`
    Organisation,
    /// `person/…`
    Person,
    /// `process/…`
    Process,
    /// `rating/…`
    Rating,
    /// `toy/…`
    #[cfg(toy)]
    Toy,
}

impl StreamKind {
    /// The prefix of its streams' names, up to the slash.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Host => "host",
            Self::Import => "import",
            Self::Mandate => "mandate",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Process => "process",
            Self::Rating => "rating",
            #[cfg(toy)]
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
            Self::Mandate(_) => StreamKind::Mandate,
            Self::Organisation(_) => StreamKind::Organisation,
            Self::Person(_) => StreamKind::Person,
            Self::Process(_) => StreamKind::Process,
            Self::Rating(_) => StreamKind::Rating,
            #[cfg(toy)]
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

    /// The person, if it is a stream of one: consents, or events about the person alone.
    #[must_use]
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Consent(id) | Self::Person(id) => Some(id),
            Self::Host
            | Self::Import
            | Self::Mandate(_)
            | Self::Organisation(_)
            | Self::Process(_)
            | Self::Rating(_) => None,
            #[cfg(toy)]
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
            Self::Mandate(id) => write!(f, "mandate/{id}"),
            Self::Organisation(id) => write!(f, "organisation/{id}"),
            Self::Process(id) => write!(f, "process/{id}"),
            Self::Rating(id) => write!(f, "rating/{id}"),
            #[cfg(toy)]
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
            Some(("mandate", id)) => id.parse().map(Self::Mandate),
            Some(("organisation", id)) => id.parse().map(Self::Organisation),
            Some(("process", id)) => id.parse().map(Self::Process),
            Some(("rating", id)) => id.parse().map(Self::Rating),
            Some(("person", id)) => id.parse().map(Self::Person),
            #[cfg(toy)]
            Some(("toy", id)) => id.parse().map(Self::Toy),
            _ => Err(ValueFault::new(
                Code::IdMalformed,
                format!("“{}” is not a stream like process/ID or organisation/ID.", excerpt(text)),
            )),
        }
    }
}

as_string!(StreamId, StreamId::Person(PersonId::from_bytes([0; 16])));
string_schema!(StreamId, "A stream of the journal.", "pattern": "^(consent|host|import|mandate|organisation|person|process|rating)/[0-9a-f]{32}$");

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

impl From<MandateId> for StreamId {
    fn from(id: MandateId) -> Self {
        Self::Mandate(id)
    }
}

impl From<OrganisationId> for StreamId {
    fn from(id: OrganisationId) -> Self {
        Self::Organisation(id)
    }
}

/// The number of an event in its stream, from 1, and so how far a stream has come; 0 before the first event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Seq(pub u64);

impl Seq {
    /// The number after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Another stream that a decision read, with the last event it saw there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reliance {
    /// The id of that event.
    pub id: EventId,
    /// Its `seq`.
    pub seq: Seq,
    /// The stream.
    pub stream: StreamId,
}

interlink_values::facts! {
    Plain: Seq;
    Text: StreamId;
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
