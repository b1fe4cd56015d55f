//! What stands on record about one purpose of one person, with all that stands behind it: what receipts are written
//! from, in every state.

use std::sync::Arc;

use super::fact::verb_of;
use super::{Event, Expressed, Indication, PurposeRef, State, Validity, Verb};
use crate::journal::{self, EventData, Seq};
use crate::notice::{Notice, Published, Purpose};
use crate::party::PartyName;
use crate::types::{
    Commitment, Country, EventId, FileDigest, Key, Language, OrganisationId, PersonId, Timestamp,
};

/// Whose act a step was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// The person herself.
    Subject,
    /// Somebody who speaks for her.
    Representative(PartyName),
    /// The person herself, as an official of another organisation recorded it.
    Official {
        /// The organisation.
        organisation_id: OrganisationId,
        /// The official.
        recorded_by: PartyName,
    },
    /// The controller, for whom this person acted.
    Controller(PartyName),
    /// Nobody's: a time or a number of uses came to its end.
    Nobody,
}

/// One step in what became of somebody's will.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The act; absent where a time or a number of uses came to its end.
    pub act: Option<Verb>,
    /// When; where it was brought over from another system, when it was said there.
    pub at: Timestamp,
    /// Whose act it was.
    pub by: Author,
    /// The event that says so, or that said when the end would come.
    pub event: EventId,
    /// Since when it counts, where that is not when it was said: an authority finds a consent invalid also back in time.
    pub from: Option<Timestamp>,
    /// Under whose law: that of the notice in force then.
    pub jurisdiction: Country,
    /// When it was recorded here.
    pub recorded: Timestamp,
    /// The number of the event in her stream.
    pub seq: Seq,
    /// What became of it.
    pub state: State,
}

/// What somebody's will about a purpose is at a moment, and how it became so.
#[derive(Debug, Clone)]
pub struct ConsentRecord {
    /// The versions of the notices with the purpose, from the first to the one that this record is about: each is a
    /// revision of what can be agreed to. Never empty.
    pub agreements: Vec<Published>,
    /// For which moment.
    pub at: Timestamp,
    /// Since when she is erased here: from then on her consent ends, and the record stays as its proof.
    pub erased: Option<Timestamp>,
    /// The event behind the state: its place in the chain of her stream is what a receipt's holder can prove later.
    pub event: journal::Event,
    /// The event by which she agreed last, where the state came from that.
    pub given: Option<journal::Event>,
    /// The SHA-256 of what shows that she agreed, while the vault knows it.
    pub evidence: Option<FileDigest>,
    /// Everything that happened up to then, in order; the state's own step is the last that is no use.
    pub history: Vec<HistoryEntry>,
    /// The notice that was read, or that was in force where none was read.
    pub notice: Arc<Notice>,
    /// The controller and its purpose.
    pub purpose: PurposeRef,
    /// The step that the state came with.
    pub step: HistoryEntry,
    /// Whose will.
    pub data_subject: PartyName,
}

/// What somebody said when she consented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// Who said so.
    pub by: Expressed,
    /// What shows it: a commitment to its SHA-256.
    pub evidence: Option<Commitment>,
    /// Whether it was in words or by a signature.
    pub explicit: bool,
    /// The language in which the notice was read.
    pub language: Language,
    /// How it was said.
    pub method: Indication,
    /// When it was said elsewhere, where an official brought it over.
    pub said_at: Option<Timestamp>,
    /// For how long.
    pub valid: &'a Validity,
}

/// What was said by an event, if it is a consent.
pub(crate) fn words(event: &journal::Event) -> Option<Words<'_>> {
    // Giving and renewing say the same.
    macro_rules! said {
        ($e:ident, $said_at:expr) => {
            Some(Words {
                by: $e.by,
                evidence: $e.evidence,
                explicit: $e.explicit,
                language: $e.language,
                method: $e.method,
                said_at: $said_at,
                valid: &$e.valid,
            })
        };
    }
    match &event.data {
        EventData::Consent(Event::ConsentGiven(e)) => said!(e, e.said_at),
        EventData::Consent(Event::ConsentRenewed(e)) => said!(e, None),
        _ => None,
    }
}

impl ConsentRecord {
    /// The state at the moment that was asked about.
    #[must_use]
    pub const fn state(&self) -> State {
        self.step.state
    }

    /// Whether a consent holds: given or renewed, and she is not erased.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.step.state.is_consent() && self.erased.is_none()
    }

    /// What was said, if she ever agreed to what this record is about.
    #[must_use]
    pub fn words(&self) -> Option<Words<'_>> {
        words(self.given.as_ref()?)
    }

    /// The language of the record: the one that the notice was read in, else the notice's first.
    #[must_use]
    pub fn language(&self) -> Language {
        let first = self.notice.document().languages.first().copied();
        self.words().map(|words| words.language).or(first).unwrap_or_else(Language::english)
    }

    /// The purpose as the notice says it.
    #[must_use]
    pub fn purpose(&self) -> Option<&Purpose> {
        self.notice.purpose(&self.purpose.purpose)
    }

    /// The controller.
    #[must_use]
    pub const fn controller(&self) -> OrganisationId {
        self.purpose.organisation_id
    }
}

/// An event about a purpose, and the state that came of it.
#[derive(Debug)]
pub(crate) struct Heard {
    pub(crate) act: Verb,
    pub(crate) event: journal::Event,
    pub(crate) state: State,
}

/// The act of an event about a purpose of a controller; `None` for any other event.
pub(crate) fn act_about(event: &Event, purpose: &PurposeRef) -> Option<Verb> {
    let about: (OrganisationId, &Key) = event.purpose()?;
    (about == (purpose.organisation_id, &purpose.purpose)).then(|| verb_of(event)).flatten()
}

impl Heard {
    fn data(&self) -> Option<&Event> {
        if let EventData::Consent(data) = &self.event.data { Some(data) } else { None }
    }

    /// Whose act it was, where the actor is called so.
    pub(crate) fn author(&self, actor: PartyName) -> Author {
        let by = match self.data() {
            // It was her own will before.
            Some(Event::ObjectionResumed(_)) => Some(Expressed::DataSubject),
            said => said.and_then(Event::by),
        };
        let Some(by) = by else { return Author::Controller(actor) };
        match by {
            Expressed::DataSubject => Author::Subject,
            Expressed::Representative => Author::Representative(actor),
            Expressed::Official(organisation) => {
                Author::Official { organisation_id: organisation, recorded_by: actor }
            }
        }
    }

    /// Since when it counts, where an authority said so.
    pub(crate) fn from(&self) -> Option<Timestamp> {
        match self.data() {
            Some(Event::ConsentInvalidated(e)) => Some(e.from),
            _ => None,
        }
    }

    /// When it was said: in another system, where it was brought over from there.
    pub(crate) fn at(&self) -> Timestamp {
        words(&self.event).and_then(|words| words.said_at).unwrap_or(self.event.head.at)
    }

    /// The notice that it names.
    pub(crate) fn notice(&self) -> Option<crate::types::DocumentId> {
        self.data()?.notice()
    }

    /// Who acted.
    pub(crate) const fn actor(&self) -> PersonId {
        self.event.head.actor
    }
}

/// The event by which she agreed to what she wants now: what comes before she was asked again, or said no to being asked,
/// is another story.
pub(crate) fn agreed(heard: &[Heard]) -> Option<&Heard> {
    let mut agreed = None;
    for one in heard {
        match one.act {
            Verb::Give | Verb::Renew => agreed = Some(one),
            Verb::Request | Verb::Defer => agreed = None,
            Verb::Refuse
            | Verb::Withdraw
            | Verb::Revoke
            | Verb::Expire
            | Verb::Use
            | Verb::Invalidate
            | Verb::Object
            | Verb::WithdrawsObjection
            | Verb::Uphold
            | Verb::Overrule
            | Verb::Resume => {}
        }
    }
    agreed
}
