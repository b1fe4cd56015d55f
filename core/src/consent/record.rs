//! A consent with all that stands behind it: what receipts are written from.

use std::sync::Arc;

use super::{Event, Expressed, Indication, PurposeRef, State, Validity};
use crate::journal;
use crate::notice::{Notice, Purpose};
use crate::types::{EventId, FileDigest, Language, OrganisationId, Timestamp};
use crate::vault::PartyName;

/// One moment in the life of a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistoryEntry {
    /// What became of it.
    pub state: State,
    /// When.
    pub at: Timestamp,
    /// The event.
    pub event: EventId,
}

/// A consent that was given or renewed, and what became of it.
#[derive(Debug, Clone)]
pub struct ConsentRecord {
    /// The event that gave or renewed it: its place in the chain of her stream is what its holder can prove later.
    pub event: journal::Event,
    /// Everything that happened to it, in order; the event that gave it is among it.
    pub history: Vec<HistoryEntry>,
    /// The state at the moment that was asked about.
    pub state: State,
    /// For which moment.
    pub at: Timestamp,
    /// Whose consent.
    pub subject: PartyName,
    /// Who said it: herself, who represents her, or the official.
    pub said_by: PartyName,
    /// The notice that was read.
    pub notice: Arc<Notice>,
    /// The controller and its purpose.
    pub purpose: PurposeRef,
}

/// What somebody said when she consented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// Who said so.
    pub by: Expressed,
    /// The SHA-256 of what shows it.
    pub evidence: Option<FileDigest>,
    /// Whether it was in words or by a signature.
    pub explicit: bool,
    /// The language in which the notice was read.
    pub language: Language,
    /// How it was said.
    pub method: Indication,
    /// For how long.
    pub valid: &'a Validity,
}

impl ConsentRecord {
    /// What was said.
    #[must_use]
    pub fn words(&self) -> Option<Words<'_>> {
        match &self.event.data {
            journal::EventData::Consent(Event::ConsentGiven(e)) => Some(Words {
                by: e.by,
                evidence: e.evidence,
                explicit: e.explicit,
                language: e.language,
                method: e.method,
                valid: &e.valid,
            }),
            journal::EventData::Consent(Event::ConsentRenewed(e)) => Some(Words {
                by: e.by,
                evidence: e.evidence,
                explicit: e.explicit,
                language: e.language,
                method: e.method,
                valid: &e.valid,
            }),
            _ => None,
        }
    }

    /// The purpose as the notice says it.
    #[must_use]
    pub fn purpose(&self) -> Option<&Purpose> {
        self.notice.purpose(&self.purpose.purpose)
    }

    /// The controller.
    #[must_use]
    pub const fn controller(&self) -> OrganisationId {
        self.purpose.organisation
    }
}
