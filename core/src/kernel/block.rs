//! The interface between the kernel and a block.
//!
//! A command goes one way, and each step takes what only the previous one gives:
//!
//! ```text
//! Command ─▶ Needs ─▶ Facts ─▶ Decision ─▶ Sealed ─▶ the store ─▶ apply
//!            block    engine    block       engine     engine      block
//! ```
//!
//! A block declares what it needs as data and never calls the store; the engine fetches exactly that.

use crate::check::ProcessView;
use crate::consent::{Gaining, Register, Representatives, Suppression};
use crate::journal::{EventData, Reliance, Stream, StreamId};
use crate::kernel::context::{party_among, pseudonym};
use crate::kernel::decide::CurrentState;
use crate::kernel::{
    Action, Command, Context, Documents, LinkRefusal, MandatesNeeded, OfProcess, Participated, Refused,
    Rejection,
};
use crate::mandate::Mandates;
use crate::messages::Concern;
use crate::party::{Parties, Texts};
use crate::problem::Problem;
use crate::redaction::RedactText;
use crate::types::{Commitment, DocumentId, HostId, OrganisationId, PersonId, ProcessId, Timestamp, derive};
use crate::vault::{CountedAct, Party};
use crate::{notice, party, person, redaction};
use std::sync::Arc;

/// What each command of a block must answer. No method has a default, so a new block must implement all of them.
pub(crate) trait Asked {
    /// Whether it creates its stream.
    fn creates(&self) -> bool;

    /// Its stream, if that follows from its content; `None` if the command must name it.
    fn own_stream(&self, to: &Addressed<'_>) -> Result<Option<StreamId>, Refused>;

    /// What must be fetched before it can be decided.
    fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a>;

    /// The events it leads to.
    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused>;

    /// Whether it is an act in a process for which approval can be asked.
    fn is_approvable(&self) -> bool;

    /// Replaces the host's ids in an act that waits for approval. The flag says whether the id may be that of a new
    /// person.
    fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool));
}

/// What each event of a block must answer.
pub(crate) trait Said {
    /// The kind of stream it belongs to, and its role there.
    fn place(&self) -> Place<'_>;

    /// The documents it relies on, which the store must hold.
    fn documents(&self) -> Vec<DocumentId>;

    /// Whether it brings a vault text that it names, rather than refer to one already there.
    fn brings(&self, text: Commitment) -> bool;

    /// Whether it removes earlier data, which must then be physically erased from the store.
    fn takes_away(&self) -> bool;
}

/// What each refusal of a block adds to its message.
pub(crate) trait Refuses {
    /// The problem with details that a program can use: what is missing, what would be allowed, what is current.
    fn detailed(&self, problem: Problem) -> Problem;
}

/// An event in the stream of an organisation, by its block.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OfOrganisation<'a> {
    Party(&'a party::Event),
    Notice(&'a notice::Event),
    /// Changes nothing in a state.
    Redaction,
}

/// The kind of stream an event belongs to, and its role there.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    /// The stream of a process.
    Process(OfProcess<'a>),
    /// The stream of an organisation.
    Organisation(OfOrganisation<'a>),
    /// Whichever stream is redacted.
    Redacted,
    /// A stream that only its block writes.
    Own {
        /// Why it concerns the stream's person, if it does.
        told: Option<Concern>,
    },
}

impl EventData {
    /// The same as an event of an organisation; `None` if it belongs to no organisation.
    pub(crate) fn of_organisation(&self) -> Option<OfOrganisation<'_>> {
        match self.place() {
            Place::Organisation(event) => Some(event),
            Place::Redacted => Some(OfOrganisation::Redaction),
            Place::Process(_) | Place::Own { .. } => None,
        }
    }
}

/// The stream to which a command is addressed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Addressed<'a> {
    pub(crate) command: &'a Command,
    pub(crate) known: &'a [(HostId, Party)],
}

impl Addressed<'_> {
    /// The name of a stream that the command creates: the same whenever it is sent.
    pub(crate) fn created(&self) -> [u8; 16] {
        derive("interlink/stream/1", &[self.command.id.as_str().as_bytes()])
    }

    /// The person behind a host id, who may be new.
    pub(crate) fn person(&self, host_id: &HostId, path: &'static str) -> Result<PersonId, Refused> {
        match party_among(self.known, host_id) {
            Some(Party::Person(person)) => Ok(person),
            Some(Party::Organisation(_) | Party::Team(..)) => {
                Err(LinkRefusal::Kind { expected: "a person", path }.into())
            }
            None => Ok(pseudonym(self.command.id, self.command.entropy, host_id)),
        }
    }
}

/// What a command applies to, before anything is fetched for it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Met<'a> {
    pub(crate) current: &'a CurrentState,
    pub(crate) stream: StreamId,
    pub(crate) actor: &'a HostId,
    pub(crate) at: Timestamp,
    pub(crate) known: &'a [(HostId, Party)],
}

impl Met<'_> {
    /// The party behind a host id, if it is known.
    pub(crate) fn party(&self, host_id: &HostId) -> Option<Party> {
        party_among(self.known, host_id)
    }

    /// The person behind a host id, if a person is known by it.
    #[cfg(feature = "process")]
    pub(crate) fn person(&self, host_id: &HostId) -> Option<PersonId> {
        match self.party(host_id)? {
            Party::Person(id) => Some(id),
            Party::Organisation(_) | Party::Team(..) => None,
        }
    }
}

/// What a decision needs besides its own stream: a list of what to fetch, without any way to fetch it.
#[derive(Debug, Default)]
pub(crate) struct Needs<'a> {
    /// Organisations, by the host's ids of them or of their teams.
    pub(crate) named: Vec<&'a HostId>,
    /// Organisations that the state names.
    pub(crate) organisations: Vec<OrganisationId>,
    /// The organisations that benefit from it, if only the register knows them.
    pub(crate) gaining: Option<Gaining>,
    /// Whether to add the recipients named in the notices of all these organisations.
    pub(crate) partners: bool,
    /// Whether to fetch the host's operators.
    pub(crate) host: bool,
    /// People of whom to fetch whether they were erased.
    pub(crate) erased: Vec<PersonId>,
    /// People whose consents it relies on: it is decided again if these change meanwhile.
    pub(crate) wills: Vec<PersonId>,
    /// A process that is copied.
    pub(crate) source: Option<ProcessId>,
    /// Whether to fetch if the vault knows the person of the stream.
    pub(crate) subject: bool,
    /// Whether to fetch if a person took part in a process before being erased.
    pub(crate) participation: Option<(ProcessId, CountedAct, &'a HostId)>,
    /// A process of which to fetch whether it was closed.
    pub(crate) closed: Option<ProcessId>,
    /// Words to be redacted, of which to find all places.
    pub(crate) words: Option<&'a RedactText>,
    /// A text about the person of the stream, of which to fetch the author.
    pub(crate) origin: Option<Commitment>,
    /// Whether to fetch the representatives of the person of the stream.
    pub(crate) representatives: bool,
    /// What must be known before the person of the stream can be erased.
    pub(crate) erasure: Option<Erasure<'a>>,
    /// The mandates that it reads.
    pub(crate) mandates: Option<MandatesNeeded>,
    /// Whether a closed process takes it nevertheless.
    pub(crate) even_closed: bool,
    /// Whether a stream that is at home elsewhere takes it nevertheless.
    pub(crate) even_replica: bool,
}

/// The erasure of the person of the stream.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Erasure<'a> {
    /// The organisation in whose name it is asked for.
    pub(crate) acting_for: Option<&'a HostId>,
}

/// The fetched facts. Only the engine makes them, from what a block said it [`Needs`].
#[derive(Debug)]
pub(crate) struct Facts {
    /// The organisations it needs, with those of the process, and the host's operators.
    pub(crate) parties: Arc<Parties>,
    /// Which of the people asked about were erased, with the streams that say so.
    pub(crate) erased: Vec<(PersonId, Reliance)>,
    /// The process it copies, if it copies one that is here.
    pub(crate) source: Option<ProcessView>,
    /// Whether the vault knows the person of the stream.
    pub(crate) subject_known: bool,
    /// Whether the person took part before, and was erased since.
    pub(crate) has_participated: bool,
    /// Whether the process asked about was closed.
    pub(crate) closed: bool,
    /// Where the words to be redacted are.
    pub(crate) words: redaction::Found,
    /// The author of the text about the person that the command names.
    pub(crate) origin: Option<person::Origin>,
    /// The person's representatives.
    pub(crate) representatives: Representatives,
    /// What is known of the person, for an erasure.
    pub(crate) erasure: OfErased,
    /// The mandates it reads.
    pub(crate) mandates: Mandates,
    /// Whether a closed process takes it nevertheless.
    pub(crate) even_closed: bool,
}

/// What is known of a person who is to be erased.
#[derive(Debug, Default)]
pub(crate) struct OfErased {
    /// Who deals with the person, if an organisation erases them.
    pub(crate) dealings: person::Dealings,
    /// Whether the vault holds data of the person that no law requires to be kept.
    pub(crate) held: bool,
    /// The texts that the vault has about the person.
    pub(crate) texts: Vec<Commitment>,
    /// Where the person took part.
    pub(crate) participated: Vec<Participated>,
    /// What the person objects to, with the host's id of them.
    pub(crate) objects: Option<(HostId, Vec<Suppression>)>,
}

/// Everything a decision is made from, besides the [`Context`] that it writes into.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    pub(crate) stream: StreamId,
    /// Whether the host gives the command in its own name.
    pub(crate) as_host: bool,
    pub(crate) current: &'a CurrentState,
    pub(crate) facts: &'a Facts,
    /// The consent register, for a command in a person's own stream; empty for any other.
    pub(crate) register: &'a Register,
    pub(crate) documents: &'a dyn Documents,
    /// The words of the approvals asked for.
    pub(crate) texts: Texts<'a>,
}

impl<'a> Given<'a> {
    /// The state in the stream that only its block writes; `None` if this is its first event.
    pub(crate) fn own<T>(&self, found: Option<&'a Stream<T>>) -> Result<Option<&'a T>, Refused> {
        match found {
            Some(stream) => Ok(Some(&stream.state)),
            None if self.is_new() => Ok(None),
            None => Err(self.unsuited()),
        }
    }

    /// The refusal if the stream does not take such a command.
    pub(crate) fn unsuited(&self) -> Refused {
        let stream = self.stream;
        match self.is_new() {
            true => Rejection::StreamUnknown { stream }.into(),
            false => Rejection::StreamUnsuited { stream }.into(),
        }
    }

    const fn is_new(&self) -> bool {
        matches!(self.current, CurrentState::New)
    }
}

/// Dispatches what the kernel asks of a command to its block, from the table of blocks.
macro_rules! asked {
    (
        asked {
            $($block:ident $module:ident $refusal:ident $goes:ident [$($kind:ident)+]
                $asks:literal $events:literal $refuses:literal;)+
        }
        not_asked { $($other:ident $folder:ident $says_so:literal;)* }
    ) => {
        impl Asked for Action {
            fn creates(&self) -> bool {
                match self { $(Self::$block(command) => command.creates(),)+ }
            }

            fn own_stream(&self, to: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
                match self { $(Self::$block(command) => command.own_stream(to),)+ }
            }

            fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a> {
                match self { $(Self::$block(command) => command.needs(met),)+ }
            }

            fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
                match self { $(Self::$block(command) => command.events(context, given),)+ }
            }

            fn is_approvable(&self) -> bool {
                match self { $(Self::$block(command) => command.is_approvable(),)+ }
            }

            fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool)) {
                match self { $(Self::$block(command) => Asked::rename(command, each),)+ }
            }
        }

        impl Said for EventData {
            fn place(&self) -> Place<'_> {
                match self {
                    $(Self::$block(event) => event.place(),)+
                    $(Self::$other(event) => event.place(),)*
                }
            }

            fn documents(&self) -> Vec<DocumentId> {
                match self {
                    $(Self::$block(event) => event.documents(),)+
                    $(Self::$other(event) => event.documents(),)*
                }
            }

            fn brings(&self, text: Commitment) -> bool {
                match self {
                    $(Self::$block(event) => event.brings(text),)+
                    $(Self::$other(event) => event.brings(text),)*
                }
            }

            fn takes_away(&self) -> bool {
                match self {
                    $(Self::$block(event) => event.takes_away(),)+
                    $(Self::$other(event) => event.takes_away(),)*
                }
            }
        }

        $(impl From<crate::$module::Event> for EventData {
            fn from(event: crate::$module::Event) -> Self {
                Self::$block(event)
            }
        })+

        $(impl From<crate::$folder::Event> for EventData {
            fn from(event: crate::$folder::Event) -> Self {
                Self::$other(event)
            }
        })*
    };
}
blocks!(asked);
