//! From a command to events, without side effects.

use std::sync::Arc;

use super::block::{Addressed, Asked, Given, Said};
use super::clock::When;
use super::{Action, Command, Context, Document, Refused, Rejection};
use crate::check::ProcessView;
use crate::journal::{EventData, Head, Rewrite, Seq, Stream, StreamId};
use crate::mandate::{MandateRefusal, Represent, Representation, Sides};
use crate::operator::OperatorRefusal;
use crate::types::{DocumentId, EventId, HostId, PersonId, Timestamp};
use crate::vault::{Party, VaultWrite};

/// The result of a command.
#[derive(Debug)]
pub(crate) struct Decision {
    pub(crate) events: Vec<EventData>,
    pub(crate) actor: PersonId,
    /// In whose name, if not the actor's own.
    pub(crate) representation: Option<Representation>,
    pub(crate) when: When,
    pub(crate) vault: Vec<VaultWrite>,
    /// Documents that the events rely on and the store must hold.
    pub(crate) documents: Vec<DocumentId>,
    /// Those of them made by this decision.
    pub(crate) made: Vec<Document>,
    /// Existing data that is rewritten.
    pub(crate) rewrites: Vec<Rewrite>,
}

/// How far a stream has come: its `seq`, and the last event with its time.
pub(crate) type Tip = (Seq, EventId, Timestamp);

macro_rules! current {
    (
        read { $($read:ident($($read_id:ident)?) $read_name:ident $read_state:path;)+ }
        kept { $($kept:ident($($kept_id:ident)?) $kept_name:ident $kept_state:path, $by:ident;)+ }
    ) => {
        /// The state that a command applies to.
        #[derive(Debug)]
        pub(crate) enum CurrentState {
            /// The stream does not exist yet.
            New,
            Process(ProcessView),
            /// The tip of a person's consent stream, if it has begun. The consents themselves are in the register.
            Consent(Option<Tip>),
            $($read(Stream<$read_state>),)+
            $($kept(Arc<Stream<$kept_state>>),)+
        }

        impl CurrentState {
            /// How far the stream has come.
            pub(crate) fn head(&self) -> Option<Tip> {
                match self {
                    Self::New => None,
                    Self::Process(view) => Some(view.tip()),
                    Self::Consent(head) => *head,
                    $(Self::$read(stream) => Some(stream.tip()),)+
                    $(Self::$kept(stream) => Some(stream.tip()),)+
                }
            }

            $(
                #[doc = concat!("The state, if it is the stream of `", stringify!($read_name), "`.")]
                pub(crate) fn $read_name(&self) -> Option<&Stream<$read_state>> {
                    if let Self::$read(stream) = self { Some(stream) } else { None }
                }
            )+
            $(
                #[doc = concat!("The state, if it is the stream of `", stringify!($kept_name), "`.")]
                pub(crate) fn $kept_name(&self) -> Option<&Stream<$kept_state>> {
                    if let Self::$kept(stream) = self { Some(stream) } else { None }
                }
            )+
        }
    };
}
streams!(current);

impl CurrentState {
    /// The process, if it is one.
    pub(crate) const fn process(&self) -> Option<&ProcessView> {
        if let Self::Process(view) = self { Some(view) } else { None }
    }
}

/// The stream of a command: the one its data determine, or else the one it names.
pub(crate) fn stream_of(command: &Command, known: &[(HostId, Party)]) -> Result<StreamId, Refused> {
    let (action, given) = (&command.action, command.stream);
    if given.is_some() && action.creates() {
        return Err(Rejection::StreamGiven.into());
    }
    match (action.own_stream(&Addressed { command, known })?, given) {
        (Some(own), Some(stream)) if own != stream => Err(Rejection::StreamUnsuited { stream }.into()),
        (Some(own), Some(_) | None) => Ok(own),
        (None, None) => Err(Rejection::StreamMissing.into()),
        (None, Some(stream)) if action.kinds().contains(&stream.kind()) => Ok(stream),
        (None, Some(stream)) => Err(Rejection::StreamUnsuited { stream }.into()),
    }
}

/// Decides a command: first the rules for all commands, then those of its block, then the consequences.
pub(crate) fn answer(
    command: &Command,
    when: When,
    known: &[(HostId, Party)],
    given: &Given<'_>,
) -> Result<Decision, Refused> {
    let Given { stream, as_host, current, facts, .. } = *given;
    if as_host && !matches!(command.action, Action::Operator(_)) {
        return Err(OperatorRefusal::NotForHost.into());
    }
    if current.head().is_some() && command.action.creates() {
        return Err(Rejection::StreamExists { stream }.into());
    }
    let version = current.head().map(|(version, ..)| version).unwrap_or_default();
    if let Some(expected) = command.expect.filter(|expected| *expected != version) {
        return Err(Rejection::Conflict { expected, current: version }.into());
    }
    if let CurrentState::Process(view) = current
        && !facts.even_closed
    {
        view.must_be_open()?;
    }
    let mut context = Context::new(stream, command.id, when, command.entropy, &command.actor, known)?;
    let actor = context.actor();
    let represent = match &command.on_behalf_of {
        None => None,
        Some(principal) => {
            let represent = Represent::new(current, &command.action, actor, context.party(principal));
            Some(represent.map_err(MandateRefusal::from)?)
        }
    };
    if let Some(represent) = &represent {
        context.act_for(represent.principal());
    }
    let mut events = command.action.events(&mut context, given)?;
    let sides = Sides { mandates: &facts.mandates, parties: &facts.parties, actor, at: context.at() };
    let representation = represent.map(|represent| represent.decide(&events, sides)).transpose();
    let representation = representation.map_err(MandateRefusal::from)?;
    if let CurrentState::Process(view) = current {
        view.follow(&mut context, &command.action, given.texts, &mut events)?;
    }
    let documents = relied_on(&events);
    let (vault, made) = context.into_parts();
    let rewrites = facts.words.rewrites(stream);
    Ok(Decision { events, actor, representation, when, vault, documents, made, rewrites })
}

/// The documents that events rely on.
pub(super) fn relied_on(events: &[EventData]) -> Vec<DocumentId> {
    events.iter().flat_map(Said::documents).collect()
}

impl Decision {
    /// The envelope of the n-th event.
    pub(crate) fn head(&self, command: &Command, stream: StreamId, seq: Seq, prev: Option<EventId>) -> Head {
        let When { at, made_at, corrected_from } = self.when;
        let (actor, command) = (self.actor, command.id);
        Head {
            stream,
            seq,
            prev,
            at,
            made_at,
            corrected_from,
            actor,
            on_behalf_of: self.representation.map(|by| by.principal),
            mandate_id: self.representation.map(|by| by.mandate),
            by_mandate_id: self.representation.and_then(|by| by.by_mandate),
            command,
            redacted: None,
            salt: None,
        }
    }
}
