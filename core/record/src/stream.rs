//! The names of streams, and how far one has come.

use std::fmt;
use std::str::FromStr;

use interlink_values::json::Readable;
use interlink_values::{
    Code, EventId, OrganisationId, PersonId, ProcessId, RatingId, ValueFault, as_string, excerpt,
    string_schema,
};
use serde::Serialize;

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
    /// `toy/…`: of a block that only the checker's builds have.
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

    /// Whom it is about, if it is a stream of one person: what she wants, or what concerns her alone.
    #[must_use]
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Consent(id) | Self::Person(id) => Some(id),
            Self::Host | Self::Import | Self::Organisation(_) | Self::Process(_) | Self::Rating(_) => None,
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
pub struct Seq(pub u64);

impl Seq {
    /// The version after this one.
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

/// Another stream that a decision read, and how far it had read it: the event named is the last it saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reliance {
    /// The id of that stream's last event then.
    pub id: EventId,
    /// Its number.
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
