//! Being told: every event as one sentence, and for each person what concerns her.
//!
//! A host that sends mail, shows a list or writes into a chat needs no logic of its own: it asks for what is new after
//! a position, and remembers the position that the answer ends with.
//!
//! - [`Engine::sentences`](crate::kernel::Engine::sentences) says each event of the feed in a language. English,
//!   Spanish, Italian and Latvian come with the library; a host adds others, or other words, as a [`MessageCatalogue`]. A
//!   sentence says which language it came out in.
//! - A refusal and a reason are said in the language that a request asks for, by the same books: [`refusals`] is what they say.
//! - [`Engine::news`](crate::kernel::Engine::news) says what concerns whom ([`Concern`]). Nobody is told what she did
//!   herself; a team is told through whoever is in it at that moment.
//!
//! People are named only where the vault still knows them; somebody who was erased is “somebody”. Names here are the
//! host's ids; a [`Part`] says which party it names, so that a host can put a better name in its place.

mod concern;
mod fill;
mod message_catalogue;
mod sentence;
mod slot;
mod worded;
pub(crate) use worded::is_worded;
pub use worded::refusals;
#[cfg(test)]
pub(crate) use worded::sentences;

pub(crate) use concern::{Concerned, HeldBack, Whom, concerned};
pub(crate) use fill::fill;
pub use message_catalogue::{MessageCatalogue, MessageCatalogueDocument};
pub(crate) use message_catalogue::{MessageCatalogues, ReadIn};
pub(crate) use sentence::SentenceContext;
pub use sentence::{Part, Sentence};
pub use slot::Slot;

use crate::types::json::{self, Readable, Reader};
use serde::Serialize;

use crate::journal::{Event, Position, StreamId};
use crate::party::PartyName;
use crate::process::Process;
use crate::types::{EventId, ItemId, Language, Timestamp};

/// Why something concerns a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Concern {
    /// She is asked to work on something.
    Assigned,
    /// She is no longer asked to.
    Unassigned,
    /// What she asked somebody to do is done.
    Done,
    /// What she did was accepted or returned.
    Reviewed,
    /// What she did was recorded by somebody else.
    Recorded,
    /// She has points, or no longer has them.
    Credited,
    /// Something that she is asked to work on has to wait now.
    Blocked,
    /// Something that she is asked to work on need not wait any more.
    Unblocked,
    /// Somebody asks to take part in a process that she administers.
    Asked,
    /// Her request to take part was answered.
    Answered,
    /// Somebody asks her to stand behind an act.
    Approval,
    /// Work in a process that she administers must stop, since a consent that it rests on is no more.
    MustStop,
    /// What she may do in a process has changed.
    Role,
    /// She belongs to an organisation or a team now, or no longer does.
    Membership,
    /// Somebody acted on what she wants done with her data.
    Consent,
}

/// An event of the feed as a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AuditEntry {
    /// When it happened.
    pub at: Timestamp,
    /// The event.
    pub event: EventId,
    /// Its position; ask for what comes after it next time.
    pub position: Position,
    /// What is said.
    pub sentence: Sentence,
    /// The stream.
    pub stream: StreamId,
}

/// What concerns a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Notification {
    /// When it happened.
    pub at: Timestamp,
    /// Why it concerns her.
    pub concern: Concern,
    /// The event.
    pub event: EventId,
    /// The item that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Whom it concerns.
    pub person: PartyName,
    /// The event's position.
    pub position: Position,
    /// What is said.
    pub sentence: Sentence,
    /// The stream.
    pub stream: StreamId,
}

/// A page of what is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema), schemars(rename = "{T}Page"))]
pub struct Page<T> {
    /// How far the feed was read: ask for what comes after it next time.
    pub after: Position,
    /// What there is to tell, in order.
    pub entries: Vec<T>,
}

impl<T: Readable> Readable for Page<T> {
    fn read(reader: &mut Reader<'_>) -> Self {
        let mut fields = reader.object("after,entries");
        let page = Self { after: fields.get(reader), entries: fields.get(reader) };
        fields.end(reader);
        page
    }
}

json::deserialized!(Page<AuditEntry>, Page<Notification>);

/// Says an event in a language.
pub(crate) fn say(
    event: &Event,
    process: Option<&Process>,
    context: &SentenceContext<'_>,
    books: &MessageCatalogues,
    language: Language,
) -> Option<Sentence> {
    context.say(slot::phrase_of(event), &slot::about(event, process), books, language)
}

/// Says that an item has to wait, or need not any more.
pub(crate) fn say_held(
    item: ItemId,
    held: bool,
    context: &SentenceContext<'_>,
    books: &MessageCatalogues,
    language: Language,
) -> Option<Sentence> {
    let about = slot::About { item: Some(item), ..slot::About::default() };
    context.say(if held { slot::BLOCKED } else { slot::UNBLOCKED }, &about, books, language)
}

/// The team that a sentence about an event names, if it names one.
pub(crate) fn team_of(event: &Event, process: Option<&Process>) -> Option<crate::types::OrganisationId> {
    match slot::about(event, process).party {
        Some(crate::governance::Holder::Team { organisation_id: organisation, .. }) => Some(organisation),
        Some(crate::governance::Holder::Person(_)) | None => None,
    }
}
