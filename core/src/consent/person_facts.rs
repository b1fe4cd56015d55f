//! What few people have on record besides what they said about purposes.

use super::PurposeRef;
use super::Step;
use super::edition::Asked;
use super::representation::{Representation, Statement};
use crate::journal::Seq;
use crate::person::{Person, SubjectRequest};
use crate::types::{Date, Key, OrganisationId, RequirementId, Timestamp};

/// A birthday that is on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Birth {
    pub(crate) day: Date,
    /// The public administration in whose name it was recorded; none where she said it herself.
    pub(crate) office: Option<OrganisationId>,
}

/// From when until when what was consented to a purpose was found invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Void {
    pub(super) purpose: u32,
    pub(super) from: Timestamp,
    /// The consents that began before this.
    pub(super) until: Timestamp,
    /// The number of its event.
    pub(super) seq: u32,
}

/// A use of a counted consent that was set aside for a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SetAside {
    pub(super) purpose: u32,
    /// The number of its event.
    pub(super) seq: u32,
    pub(super) requirement: RequirementId,
}

/// A birthday, as somebody recorded it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Recorded {
    pub(super) at: Timestamp,
    pub(super) day: Option<Date>,
    /// In whose name.
    pub(super) office: Option<OrganisationId>,
}

/// What few people have.
#[derive(Debug, Clone, Default)]
pub(super) struct PersonFacts {
    /// What was recorded as her birthday; nothing where the vault no longer knows it.
    pub(super) births: Vec<Recorded>,
    pub(super) voids: Vec<Void>,
    /// When what was brought over from elsewhere was said there, each by the number of its event.
    pub(super) brought: Vec<(u32, Timestamp)>,
    /// The uses that were set aside for gates, in order.
    pub(super) uses: Vec<SetAside>,
    /// What her own stream says, and how far it was read.
    pub(super) person: Option<Box<(Seq, Person)>>,
    pub(super) representations: Vec<Representation>,
    /// What those who speak for her said, each about each purpose for the last time.
    pub(super) spoken: Vec<Statement>,
    /// Who was told something about data for a purpose, and when.
    pub(super) told: Vec<(PurposeRef, Key, Timestamp)>,
    /// The number of the last event that it was changed by.
    pub(super) seq: u32,
}

impl PersonFacts {
    pub(super) fn erased(&self) -> Option<Timestamp> {
        self.person.as_ref()?.1.erased
    }

    /// Since when a controller only stores her data, if it does (Art. 18).
    pub(super) fn restricted(&self, controller: OrganisationId, asked: Asked) -> Option<Timestamp> {
        let holds = |request: &&SubjectRequest| {
            request.organisation_id == controller
                && match asked {
                    Asked::Now(_) => request.restricts(),
                    Asked::Past(at) => request.restricted_at(at),
                }
        };
        let answered = |request: &SubjectRequest| Some(request.answered?.0);
        self.requests().iter().filter(holds).filter_map(answered).max()
    }

    /// Her birthday, as it was known.
    pub(super) fn date_of_birth(&self, asked: Asked) -> Option<Date> {
        self.births.iter().rev().find(|recorded| asked.counts(recorded.at))?.day
    }

    /// The birthday that is on record, and who recorded it.
    pub(super) fn birth(&self) -> Option<Birth> {
        let recorded = self.births.last()?;
        Some(Birth { day: recorded.day?, office: recorded.office })
    }

    /// When something was said: there, where it was brought over from elsewhere.
    pub(super) fn said(extra: Option<&Self>, step: &Step) -> Timestamp {
        let brought = extra.and_then(|extra| extra.brought.iter().find(|(seq, _)| *seq == step.seq));
        brought.map_or(step.from, |(_, at)| *at)
    }

    /// The findings about what she consented to for a purpose.
    pub(super) fn voids(&self, purpose: u32) -> impl Iterator<Item = &Void> {
        self.voids.iter().filter(move |void| void.purpose == purpose)
    }

    /// When a controller last erased what it held, or the person was erased everywhere, among the times that count.
    pub(super) fn erased_by(
        &self,
        controller: OrganisationId,
        counts: impl Fn(Timestamp) -> bool,
    ) -> Option<Timestamp> {
        let (_, person) = self.person.as_deref()?;
        person.erasures_by(controller).chain(person.erased).filter(|at| counts(*at)).max()
    }

    pub(super) fn requests(&self) -> &[SubjectRequest] {
        self.person.as_ref().map_or(&[], |person| &person.1.requests)
    }
}
