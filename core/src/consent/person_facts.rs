//! What only few people have on record, besides consents and objections.

use super::PurposeRef;
use super::Step;
use super::edition::Asked;
use super::representation::{Representation, Statement};
use crate::journal::Seq;
use crate::person::{Person, SubjectRequest};
use crate::types::{Date, Key, OrganisationId, RequirementId, Timestamp};

/// A recorded date of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Birth {
    pub(crate) day: Date,
    /// The public administration on whose behalf it was recorded; none if the data subject gave it.
    pub(crate) office: Option<OrganisationId>,
}

/// The period for which consents to a purpose were found invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Void {
    pub(super) purpose: u32,
    pub(super) from: Timestamp,
    /// The consents that began before this.
    pub(super) until: Timestamp,
    /// The number of the event.
    pub(super) seq: u32,
}

/// A use of a counted consent that was set aside for a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SetAside {
    pub(super) purpose: u32,
    /// The number of the event.
    pub(super) seq: u32,
    pub(super) requirement: RequirementId,
}

/// A date of birth, as somebody recorded it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Recorded {
    pub(super) at: Timestamp,
    pub(super) day: Option<Date>,
    /// On whose behalf.
    pub(super) office: Option<OrganisationId>,
}

/// What only few people have on record.
#[derive(Debug, Clone, Default)]
pub(super) struct PersonFacts {
    /// The dates of birth that were recorded; without the date where the vault no longer knows it.
    pub(super) births: Vec<Recorded>,
    pub(super) voids: Vec<Void>,
    /// When consents that were brought over were given elsewhere, each with the number of its event.
    pub(super) brought: Vec<(u32, Timestamp)>,
    /// The uses that were set aside for requirements, in order.
    pub(super) uses: Vec<SetAside>,
    /// The state of the person's own stream, and the event up to which it was read.
    pub(super) person: Option<Box<(Seq, Person)>>,
    pub(super) representations: Vec<Representation>,
    /// The last statement of each representative about each purpose.
    pub(super) spoken: Vec<Statement>,
    /// The recipients that were notified about data for a purpose, and when.
    pub(super) told: Vec<(PurposeRef, Key, Timestamp)>,
    /// The number of the last event that changed this.
    pub(super) seq: u32,
}

impl PersonFacts {
    pub(super) fn erased(&self) -> Option<Timestamp> {
        self.person.as_ref()?.1.erased
    }

    /// Since when a controller's processing is restricted, if it is (Art. 18).
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

    /// The date of birth, as known at that time.
    pub(super) fn date_of_birth(&self, asked: Asked) -> Option<Date> {
        self.births.iter().rev().find(|recorded| asked.counts(recorded.at))?.day
    }

    /// The date of birth on record, and who recorded it.
    pub(super) fn birth(&self) -> Option<Birth> {
        let recorded = self.births.last()?;
        Some(Birth { day: recorded.day?, office: recorded.office })
    }

    /// When something was expressed: elsewhere, if it was brought over.
    pub(super) fn said(extra: Option<&Self>, step: &Step) -> Timestamp {
        let brought = extra.and_then(|extra| extra.brought.iter().find(|(seq, _)| *seq == step.seq));
        brought.map_or(step.from, |(_, at)| *at)
    }

    /// The invalidity findings about a purpose.
    pub(super) fn voids(&self, purpose: u32) -> impl Iterator<Item = &Void> {
        self.voids.iter().filter(move |void| void.purpose == purpose)
    }

    /// When a controller last erased its data, or the person was erased everywhere, among the times that count.
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
