//! What is on record about one purpose of one person, with everything it rests on: the source of receipts, in every
//! state.

use std::sync::Arc;

use super::fact::verb_of;
use super::{Event, Expressed, Indication, PurposeRef, State, Validity, Verb};
use crate::journal::{self, EventData, Seq};
use crate::notice::{Notice, Published, Purpose};
use crate::party::PartyName;
use crate::types::{
    Commitment, Country, EventId, FileDigest, Key, Language, OrganisationId, PersonId, Timestamp,
};

/// The author of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// The data subject.
    Subject,
    /// A representative of the data subject.
    Representative(PartyName),
    /// The data subject, as recorded by an official of another organisation.
    Official {
        /// The organisation.
        organisation_id: OrganisationId,
        /// The official.
        recorded_by: PartyName,
    },
    /// The controller, for whom this person acted.
    Controller(PartyName),
    /// Nobody: a validity period or a number of uses ended.
    Nobody,
}

/// One step in the history of a consent or objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The act; absent if a validity period or a number of uses ended.
    pub act: Option<Verb>,
    /// When it was expressed; in the other system, if it was brought over from one.
    pub at: Timestamp,
    /// The author.
    pub by: Author,
    /// The event of the step, or the one that set the end.
    pub event: EventId,
    /// When it takes effect, if not when it was expressed: an authority can find a consent invalid retroactively.
    pub from: Option<Timestamp>,
    /// The jurisdiction of the notice in force at that time.
    pub jurisdiction: Country,
    /// When it was recorded here.
    pub recorded: Timestamp,
    /// The number of the event in the data subject's stream.
    pub seq: Seq,
    /// The resulting state.
    pub state: State,
}

/// The state of a person's will about a purpose at a moment, and its history.
#[derive(Debug, Clone)]
pub struct ConsentRecord {
    /// The versions of the notices with the purpose, from the first to the one that this record concerns: each is a
    /// revision of what can be consented to. Never empty.
    pub agreements: Vec<Published>,
    /// The moment that the record is for.
    pub at: Timestamp,
    /// When the person was erased here: from then on their consent has ended, and the record remains as proof.
    pub erased: Option<Timestamp>,
    /// The event behind the state: a receipt's holder can later prove its position in the chain of the person's stream.
    pub event: journal::Event,
    /// The event of the last consent, if the state follows from it.
    pub given: Option<journal::Event>,
    /// The SHA-256 of the evidence of consent, while the vault holds it.
    pub evidence: Option<FileDigest>,
    /// Everything that happened up to that moment, in order; the step of the state is the last one that is not a use.
    pub history: Vec<HistoryEntry>,
    /// The notice that was read, or the one in force if none was read.
    pub notice: Arc<Notice>,
    /// The controller and its purpose.
    pub purpose: PurposeRef,
    /// The step that led to the state.
    pub step: HistoryEntry,
    /// The data subject.
    pub data_subject: PartyName,
}

/// The content of a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// Who expressed it.
    pub by: Expressed,
    /// The evidence: a commitment to its SHA-256.
    pub evidence: Option<Commitment>,
    /// Whether it was given in words or by a signature.
    pub explicit: bool,
    /// The language in which the notice was read.
    pub language: Language,
    /// How it was expressed.
    pub method: Indication,
    /// When it was given elsewhere, if an official brought it over.
    pub said_at: Option<Timestamp>,
    /// How long the consent is valid.
    pub valid: &'a Validity,
}

/// The content of an event, if it is a consent.
pub(crate) fn words(event: &journal::Event) -> Option<Words<'_>> {
    // Giving and renewing have the same content.
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
    /// The state at the moment of the record.
    #[must_use]
    pub const fn state(&self) -> State {
        self.step.state
    }

    /// Whether a consent is valid: given or renewed, and the person is not erased.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.step.state.is_consent() && self.erased.is_none()
    }

    /// The content of the consent, if there ever was one to what this record concerns.
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

    /// The purpose, as the notice describes it.
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

/// An event about a purpose, and the resulting state.
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

    /// The author, where the actor has this name.
    pub(crate) fn author(&self, actor: PartyName) -> Author {
        let by = match self.data() {
            // It was the data subject's own will before.
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

    /// When it takes effect, if an authority decided so.
    pub(crate) fn from(&self) -> Option<Timestamp> {
        match self.data() {
            Some(Event::ConsentInvalidated(e)) => Some(e.from),
            _ => None,
        }
    }

    /// When it was expressed: in the other system, if it was brought over from one.
    pub(crate) fn at(&self) -> Timestamp {
        words(&self.event).and_then(|words| words.said_at).unwrap_or(self.event.head.at)
    }

    /// The notice that the event names.
    pub(crate) fn notice(&self) -> Option<crate::types::DocumentId> {
        self.data()?.notice()
    }

    /// The actor.
    pub(crate) const fn actor(&self) -> PersonId {
        self.event.head.actor
    }
}

/// The event of the last consent that the state still follows from: a new request, or its deferral, begins anew.
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
            | Verb::WithdrawObjection
            | Verb::Uphold
            | Verb::Overrule
            | Verb::Resume => {}
        }
    }
    agreed
}
