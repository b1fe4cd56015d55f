//! Messages: every event as one sentence, and for each person what concerns them.
//!
//! A host that sends mail, shows a list or writes into a chat needs no logic of its own: it asks for what is new after
//! a position, and keeps the position at the end of the answer.
//!
//! - [`Engine::audit_trail`](crate::kernel::Engine::audit_trail) gives each event of the feed as a sentence in a
//!   language. English, Spanish, Italian and Latvian come with the library; a host adds others, or other wording, as a
//!   [`MessageCatalogue`]. Each sentence names its language.
//! - Refusals and reasons are in the language that a request asks for, from the same catalogues; [`refusals`] lists
//!   them.
//! - [`Engine::notifications`](crate::kernel::Engine::notifications) tells whom an event concerns ([`Concern`]). Nobody
//!   is notified of their own acts; a team is notified through its members at that moment.
//!
//! People are named only if the vault still knows them; an erased person is “somebody”. Names are the host's ids; a
//! [`Part`] says which party it names, so that a host can replace it with a better name.

mod concern;
mod fill;
#[cfg(feature = "process")]
mod in_process;
#[cfg(not(feature = "process"))]
#[path = "no_process.rs"]
mod in_process;
mod message_catalogue;
mod sentence;
mod slot;
mod worded;
pub(crate) use worded::is_worded;
pub use worded::refusals;
#[cfg(test)]
pub(crate) use worded::sentences;

pub(crate) use concern::{Concerned, Whom, concerned};
pub(crate) use fill::fill;
#[cfg(feature = "process")]
pub(crate) use in_process::HeldBack;
pub(crate) use in_process::Process;
pub use message_catalogue::{MessageCatalogue, MessageCatalogueDocument};
pub(crate) use message_catalogue::{MessageCatalogues, ReadIn};
pub(crate) use sentence::{MandateParties, SentenceContext};
pub use sentence::{Part, Sentence};
pub use slot::Slot;

use crate::types::json::{self, Readable, Reader};
use serde::Serialize;

use crate::journal::{Event, Position, StreamId};
use crate::party::PartyName;
use crate::types::{EventId, ItemId, Language, Timestamp};

/// Why something concerns a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Concern {
    /// Work was assigned to them.
    Assigned,
    /// An assignment of theirs was withdrawn.
    Unassigned,
    /// Work that they assigned is done.
    Done,
    /// Their contribution was accepted or returned.
    Reviewed,
    /// Their contribution was recorded by another person.
    Recorded,
    /// They were awarded points, or lost them.
    Credited,
    /// Work assigned to them has to wait now.
    Blocked,
    /// Work assigned to them no longer has to wait.
    Unblocked,
    /// A person asks to take part in a process that they administer.
    Asked,
    /// Their request to take part was answered.
    Answered,
    /// Their approval of an act is asked for.
    Approval,
    /// Work in a process that they administer must stop because a consent it relies on has ended.
    MustStop,
    /// Their permissions in a process changed.
    Role,
    /// Their membership of an organisation or a team changed.
    Membership,
    /// Another person acted on their consents.
    Consent,
    /// A mandate that they gave or hold changed.
    Mandate,
    /// Another person acted on their behalf.
    Represented,
}

/// An event of the audit trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AuditEntry {
    /// When it happened.
    pub at: Timestamp,
    /// The event.
    pub event: EventId,
    /// Its position; ask for what comes after it next time.
    pub position: Position,
    /// The sentence.
    pub sentence: Sentence,
    /// The stream.
    pub stream: StreamId,
}

/// A notification for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Notification {
    /// When it happened.
    pub at: Timestamp,
    /// Why it concerns the person.
    pub concern: Concern,
    /// The event.
    pub event: EventId,
    /// The item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The person it concerns.
    pub person: PartyName,
    /// The event's position.
    pub position: Position,
    /// The sentence.
    pub sentence: Sentence,
    /// The stream.
    pub stream: StreamId,
}

/// A page of entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema), schemars(rename = "{T}Page"))]
pub struct Page<T> {
    /// How far the feed was read: ask for what comes after it next time.
    pub after: Position,
    /// The entries, in order.
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

/// Writes an event in a language.
pub(crate) fn say(
    event: &Event,
    process: Option<&Process>,
    context: &SentenceContext<'_>,
    books: &MessageCatalogues,
    language: Language,
) -> Option<Sentence> {
    context.say(slot::phrase_of(event), &slot::about(event, process), books, language)
}

/// Writes that an item has to wait, or no longer has to.
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
        Some(crate::party::Holder::Team { organisation_id: organisation, .. }) => Some(organisation),
        Some(crate::party::Holder::Person(_)) | None => None,
    }
}
