//! What the kernel asks of a block, and what a block gets for it.
//!
//! A command goes one way, and each step takes what only the step before gives:
//!
//! ```text
//! Command ─▶ Needs ─▶ Facts ─▶ Decision ─▶ Sealed ─▶ the store ─▶ apply
//!            block    engine    block       engine     engine      block
//! ```
//!
//! A block participations what it needs as data, so it never asks the store; the engine fetches just that.

use crate::check::ProcessView;
use crate::consent::{Gaining, Register, Representatives, Suppression};
use crate::journal::{EventData, Reliance, Stream, StreamId};
use crate::kernel::context::{party_among, pseudonym};
use crate::kernel::decide::CurrentState;
use crate::kernel::{Action, Command, Context, Documents, Participated, Refused, Rejection, TieRefusal};
use crate::messages::Concern;
use crate::party::{Parties, Texts};
use crate::problem::Problem;
use crate::redaction::RedactText;
use crate::types::{Commitment, DocumentId, HostId, OrganisationId, PersonId, ProcessId, Timestamp, derive};
use crate::vault::{Participation, Party};
use crate::{asset, governance, notice, party, person, process, redaction, requirement, work};
use std::sync::Arc;

/// What the commands of a block say of themselves. No method has a default, so that a new block answers all of it.
pub(crate) trait Asked {
    /// Whether it creates the stream that it is for.
    fn creates(&self) -> bool;

    /// The stream that it is for, where that follows from what it participations; `None` where the command has to name it.
    fn own_stream(&self, to: &Addressed<'_>) -> Result<Option<StreamId>, Refused>;

    /// What has to be fetched before it can be decided.
    fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a>;

    /// The events that it leads to.
    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused>;

    /// Whether it is something in a process that others can be asked to stand behind.
    fn is_approvable(&self) -> bool;

    /// Puts other ids in the place of the host's, where others are asked to stand behind it; participations of each whether it may be
    /// somebody new.
    fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool));
}

/// What the events of a block say of themselves.
pub(crate) trait Said {
    /// Where it stands, and as what.
    fn place(&self) -> Place<'_>;

    /// The documents that it relies on, which the store has to hold.
    fn documents(&self) -> Vec<DocumentId>;

    /// Whether it brings a text of the vault in that it names, and does not only speak of one that was there.
    fn brings(&self, text: Commitment) -> bool;

    /// Whether something that was written is gone by it, so that no byte of that may be left in the store.
    fn takes_away(&self) -> bool;
}

/// What the refusals of a block say besides their sentence.
pub(crate) trait Refuses {
    /// The problem with what a program can do something with: what is missing, what would be legal, what is current.
    fn detailed(&self, problem: Problem) -> Problem;
}

/// What stands in the stream of a process, by the block that participations it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OfProcess<'a> {
    Process(&'a process::Event),
    Governance(&'a governance::Event),
    Asset(&'a asset::Event),
    Work(&'a work::Event),
    Requirement(&'a requirement::Event),
    /// It changes nothing in a state.
    Redaction,
}

/// What stands in the stream of an organisation.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OfOrganisation<'a> {
    Party(&'a party::Event),
    Notice(&'a notice::Event),
    /// It changes nothing in a state.
    Redaction,
}

/// Where an event stands, and as what.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    /// In the stream of a process.
    Process(OfProcess<'a>),
    /// In the stream of an organisation.
    Organisation(OfOrganisation<'a>),
    /// In whatever stream words are taken out of.
    Redacted,
    /// In a stream that its block writes alone.
    Own {
        /// Why it concerns whom it is about, if it does.
        told: Option<Concern>,
    },
}

impl EventData {
    /// The same as an event of a process; `None` for what stands in none.
    pub(crate) fn of_process(&self) -> Option<OfProcess<'_>> {
        match self.place() {
            Place::Process(event) => Some(event),
            Place::Redacted => Some(OfProcess::Redaction),
            Place::Organisation(_) | Place::Own { .. } => None,
        }
    }

    /// The same as an event of an organisation; `None` for what stands in none.
    pub(crate) fn of_organisation(&self) -> Option<OfOrganisation<'_>> {
        match self.place() {
            Place::Organisation(event) => Some(event),
            Place::Redacted => Some(OfOrganisation::Redaction),
            Place::Process(_) | Place::Own { .. } => None,
        }
    }
}

/// To which stream a command is addressed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Addressed<'a> {
    pub(crate) command: &'a Command,
    pub(crate) known: &'a [(HostId, Party)],
}

impl Addressed<'_> {
    /// The bytes of the name of a stream that the command creates: the same whenever it is sent.
    pub(crate) fn created(&self) -> [u8; 16] {
        derive("interlink/stream/1", &[self.command.id.as_str().as_bytes()])
    }

    /// The person behind a host id, who may be met for the first time.
    pub(crate) fn person(&self, host_id: &HostId, path: &'static str) -> Result<PersonId, Refused> {
        match party_among(self.known, host_id) {
            Some(Party::Person(person)) => Ok(person),
            Some(Party::Organisation(_) | Party::Team(..)) => {
                Err(TieRefusal::Kind { expected: "a person", path }.into())
            }
            None => Ok(pseudonym(self.command.id, self.command.entropy, host_id)),
        }
    }
}

/// What a command meets, before anything is fetched for it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Met<'a> {
    pub(crate) current: &'a CurrentState,
    pub(crate) stream: StreamId,
    pub(crate) actor: &'a HostId,
    pub(crate) at: Timestamp,
    pub(crate) known: &'a [(HostId, Party)],
}

impl Met<'_> {
    /// Whom or what a host's id means, if anything is known under it.
    pub(crate) fn party(&self, host_id: &HostId) -> Option<Party> {
        party_among(self.known, host_id)
    }
}

/// What a decision needs besides its own stream: a list of what is to be fetched, and nothing that fetches it.
#[derive(Debug, Default)]
pub(crate) struct Needs<'a> {
    /// Organisations, by the host's ids of them or of their teams.
    pub(crate) named: Vec<&'a HostId>,
    /// Organisations that the state speaks of.
    pub(crate) organisations: Vec<OrganisationId>,
    /// The organisations that gain by it, where only the register knows them.
    pub(crate) gaining: Option<Gaining>,
    /// Those who receive data by the notices of all these organisations.
    pub(crate) partners: bool,
    /// Who speaks for the host.
    pub(crate) host: bool,
    /// Which of these people were erased.
    pub(crate) erased: Vec<PersonId>,
    /// On whose word it rests, so that it is decided anew if they say something meanwhile.
    pub(crate) wills: Vec<PersonId>,
    /// A process that is copied.
    pub(crate) source: Option<ProcessId>,
    /// Whether the vault knows whose stream it is.
    pub(crate) subject: bool,
    /// Whether somebody had her say in a process before, as somebody who was erased.
    pub(crate) participation: Option<(ProcessId, Participation, &'a HostId)>,
    /// Whether a process was closed.
    pub(crate) closed: Option<ProcessId>,
    /// Where words stand that are to be taken out.
    pub(crate) words: Option<&'a RedactText>,
    /// Who wrote a text about whose stream it is.
    pub(crate) origin: Option<Commitment>,
    /// Who speaks for whose stream it is.
    pub(crate) representatives: bool,
    /// What is to be known before whose stream it is can be erased.
    pub(crate) erasure: Option<Erasure<'a>>,
    /// Whether a process that was closed takes it all the same.
    pub(crate) even_closed: bool,
    /// Whether a stream that is at home elsewhere takes it all the same.
    pub(crate) even_replica: bool,
}

/// The erasure of whose stream it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Erasure<'a> {
    /// The organisation in whose name it is asked for.
    pub(crate) acting_for: Option<&'a HostId>,
}

/// What was fetched. Only the engine makes one, from what a block said it [`Needs`].
#[derive(Debug)]
pub(crate) struct Facts {
    /// The organisations that it needs, with those of the process, and who speaks for the host.
    pub(crate) parties: Arc<Parties>,
    /// Who was erased of those who were asked about, with the streams that say so.
    pub(crate) erased: Vec<(PersonId, Reliance)>,
    /// The process that it copies, if it copies one and that is here.
    pub(crate) source: Option<ProcessView>,
    /// Whether the vault knows the person whose stream it is.
    pub(crate) subject_known: bool,
    /// Whether who has her say had it before, as somebody who was erased.
    pub(crate) has_participated: bool,
    /// Whether the process that was asked about was closed.
    pub(crate) closed: bool,
    /// Where the words stand that are to be taken out.
    pub(crate) words: redaction::Found,
    /// Who wrote the text about her that the command names.
    pub(crate) origin: Option<person::Origin>,
    /// Who speaks for her.
    pub(crate) representatives: Representatives,
    /// What is known of her, if she is to be erased.
    pub(crate) erasure: OfErased,
    /// Whether a process that was closed takes it all the same.
    pub(crate) even_closed: bool,
}

/// What is known of somebody who is to be erased.
#[derive(Debug, Default)]
pub(crate) struct OfErased {
    /// Who has to do with her, if an organisation erases her.
    pub(crate) dealings: person::Dealings,
    /// Whether the vault holds anything of her that no law wants kept.
    pub(crate) held: bool,
    /// The texts that the vault has about her.
    pub(crate) texts: Vec<Commitment>,
    /// Where she had her say.
    pub(crate) participated: Vec<Participated>,
    /// What she objects to, and the host's id of her.
    pub(crate) objects: Option<(HostId, Vec<Suppression>)>,
}

/// Everything that a decision is made of, besides the [`Context`] that it writes into.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    pub(crate) stream: StreamId,
    /// Whether the host gives the command in its own name.
    pub(crate) as_host: bool,
    pub(crate) current: &'a CurrentState,
    pub(crate) facts: &'a Facts,
    /// What everybody said: of somebody's own stream. For any other command it is empty.
    pub(crate) register: &'a Register,
    pub(crate) documents: &'a dyn Documents,
    /// What approvals were asked for, in words.
    pub(crate) texts: Texts<'a>,
}

impl<'a> Given<'a> {
    /// The process that the command meets.
    pub(crate) fn process(&self) -> Result<&'a ProcessView, Refused> {
        self.current.process().ok_or_else(|| self.unsuited())
    }

    /// The state that it meets in the stream that its block writes alone; `None` where it is the first to write there.
    pub(crate) fn own<T>(&self, found: Option<&'a Stream<T>>) -> Result<Option<&'a T>, Refused> {
        match found {
            Some(stream) => Ok(Some(&stream.state)),
            None if self.is_new() => Ok(None),
            None => Err(self.unsuited()),
        }
    }

    /// That what it meets takes no such command.
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

/// What the kernel asks of a command, of whichever block, from the table of blocks.
macro_rules! asked {
    (
        asked {
            $($block:ident $module:ident $refusal:ident $goes:ident [$($kind:ident)+]
                $asks:literal $participations:literal $refuses:literal;)+
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
