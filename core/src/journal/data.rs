//! What events say: the closed set of all blocks.

use crate::types::json::Reader;
use serde::Serialize;

use interlink_record::{Meaning, Reliance};

use super::StreamId;
use crate::types::EventId;
use crate::{
    asset, consent, governance, home, notice, operator, party, person, process, rating, redaction,
    requirement, work,
};

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
            $(#[doc = $says] $block($module::Event),)+
            $(#[doc = $says_so] $other($folder::Event),)*
        }

        impl EventData {
            /// The type names of what can have happened, by block.
            pub const TYPES: &'static [&'static [&'static str]] =
                &[$($module::Event::TYPES,)+ $($folder::Event::TYPES,)*];

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
                $(if let Some(event) = $module::Event::read(type_name, reader) {
                    return Some(Self::$block(event));
                })+
                $(if let Some(event) = $folder::Event::read(type_name, reader) {
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
        }
    }
}

impl Meaning for EventData {
    const WITHHELD: &'static [&'static str] = &["consent.withheld", "person.withheld"];

    fn type_name(&self) -> &'static str {
        self.type_name()
    }

    fn read(type_name: &str, reader: &mut Reader<'_>) -> Option<Self> {
        Self::read_typed(type_name, reader)
    }

    fn blank() -> Self {
        Self::Process(process::ProcessClosed { relied_on: Vec::new() }.into())
    }

    fn withheld(&self) -> Option<EventId> {
        match self.of_person()? {
            OfPerson::Will(event) => event.withheld(),
            OfPerson::Own(event) => event.withheld(),
        }
    }

    fn withholding(stream: StreamId, event: EventId) -> Option<Self> {
        match stream {
            StreamId::Consent(_) => Some(Self::Consent(consent::ConsentWithheld { event }.into())),
            StreamId::Person(_) => Some(Self::Person(person::PersonWithheld { event }.into())),
            StreamId::Host
            | StreamId::Import
            | StreamId::Organisation(_)
            | StreamId::Process(_)
            | StreamId::Rating(_) => None,
        }
    }
}
