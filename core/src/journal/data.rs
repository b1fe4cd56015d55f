//! The data of events: the closed set over all blocks.

use crate::types::json::Reader;
use serde::Serialize;

use interlink_record::{Meaning, Reliance};

use super::StreamId;
use super::stream::OfStream as _;
use crate::types::EventId;
use crate::{consent, person};

macro_rules! event_data {
    (
        asked {
            $($block:ident $module:ident $refusal:ident $goes:ident [$($kind:ident)+]
                $asks:literal $events:literal $refuses:literal;)+
        }
        not_asked { $($other:ident $folder:ident $says_so:literal;)* }
    ) => {
        /// The data of an event; the closed set over all blocks.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum EventData {
            $(#[doc = $events] $block(crate::$module::Event),)+
            $(#[doc = $says_so] $other(crate::$folder::Event),)*
        }

        impl EventData {
            /// The type names of all events, by block.
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

            fn read_typed(type_name: &str, reader: &mut Reader<'_>) -> Option<Self> {
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

/// An event in a stream of one person.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OfPerson<'a> {
    /// A consent event.
    Will(&'a consent::Event),
    /// An event about the person alone.
    Own(&'a person::Event),
}

impl EventData {
    /// The same as an event of a person's stream; `None` for any other.
    pub(crate) const fn of_person(&self) -> Option<OfPerson<'_>> {
        if let Self::Consent(event) = self {
            return Some(OfPerson::Will(event));
        }
        if let Self::Person(event) = self { Some(OfPerson::Own(event)) } else { None }
    }
}

impl Meaning for EventData {
    const WITHHELD: &'static [&'static str] = &["consent.withheld", "person.withheld"];

    fn type_name(&self) -> &'static str {
        self.type_name()
    }

    fn lacks(stream: StreamId) -> bool {
        stream.lacks_its_blocks()
    }

    fn read(type_name: &str, reader: &mut Reader<'_>) -> Option<Self> {
        Self::read_typed(type_name, reader)
    }

    fn blank() -> Self {
        Self::Consent(consent::ConsentWithheld { event: EventId::from_bytes([0; 32]) }.into())
    }

    fn withheld(&self) -> Option<EventId> {
        match self.of_person()? {
            OfPerson::Will(event) => event.withheld(),
            OfPerson::Own(event) => event.withheld(),
        }
    }

    fn withholding(stream: StreamId, event: EventId) -> Option<Self> {
        if let StreamId::Consent(_) = stream {
            return Some(Self::Consent(consent::ConsentWithheld { event }.into()));
        }
        let is_of_person = matches!(stream, StreamId::Person(_));
        is_of_person.then(|| Self::Person(person::PersonWithheld { event }.into()))
    }
}
