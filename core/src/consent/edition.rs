//! What the notices of a controller say about one purpose, edition after edition.

use std::sync::Arc;

use super::step::NONE;
use crate::notice::{
    AgeRow, DEFAULT_AGE, LawfulBasis, NoticeDocument, ProcessingRestrictionException, Purpose,
    age_of_consent, local_date, shipped_ages,
};
use crate::types::{Country, Date, Timestamp};

/// The moment that a question is about, and what decides about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Now, by this clock. The order of the record decides, not the clocks of the commands: an end counts from the next
    /// command on, even if it is dated a minute ahead.
    Now(Timestamp),
    /// A past moment. The times of the events decide: what applied then, as far as it is known today.
    Past(Timestamp),
}

impl Asked {
    /// The moment.
    #[must_use]
    pub const fn at(self) -> Timestamp {
        match self {
            Self::Now(at) | Self::Past(at) => at,
        }
    }

    /// A question about a past moment, or about now.
    #[must_use]
    pub const fn new(at: Timestamp, past: bool) -> Self {
        if past { Self::Past(at) } else { Self::Now(at) }
    }

    /// Whether something of this date counts: for a past moment only if it had happened by then, for now in any case.
    pub(crate) fn counts(self, dated: Timestamp) -> bool {
        match self {
            Self::Now(_) => true,
            Self::Past(at) => dated <= at,
        }
    }
}

/// One published version of a notice, as far as it concerns one purpose.
#[derive(Debug, Clone)]
pub(crate) struct Edition {
    /// The notice, by its place in the register.
    pub(super) notice: u32,
    from: Timestamp,
    until: Option<Timestamp>,
    /// Whether those who consented under an earlier edition are asked again.
    asks_again: bool,
    /// Whether consent must be explicit.
    pub(super) explicit: bool,
    /// Whether a consent to the containing purpose can include this one.
    pub(super) inherits: bool,
    /// Why processing continues although it is restricted.
    pub(super) despite: Option<ProcessingRestrictionException>,
    /// The ages of consent that apply, one list for all purposes of the notice, and where.
    ages: Arc<[AgeRow]>,
    country: Country,
}

/// The ages of consent under a notice: its own, or else those that the library ships for its country.
pub(super) fn ages(document: &NoticeDocument) -> Arc<[AgeRow]> {
    let country = document.jurisdiction;
    let own = document.child_ages.iter().cloned();
    if document.child_ages.iter().any(|row| row.country == country) {
        return own.collect();
    }
    own.chain(shipped_ages().into_iter().filter(|row| row.country == country)).collect()
}

impl Edition {
    fn holds(&self, asked: Asked) -> bool {
        match asked {
            Asked::Now(_) => self.until.is_none(),
            Asked::Past(at) => self.from <= at && self.until.is_none_or(|until| at < until),
        }
    }

    /// The age from which a child can consent alone.
    pub(super) fn age(&self, at: Timestamp) -> u8 {
        age_of_consent(&self.ages, self.country, at)
    }

    /// The age that somebody has not reached yet, by the date in the notice's country.
    pub(super) fn too_young(&self, date_of_birth: Date, at: Timestamp) -> Option<u8> {
        let age = self.age(at);
        (date_of_birth.years_until(local_date(self.country, at)) < age).then_some(age)
    }

    /// The same edition, with the place of its notice in another register.
    pub(super) fn with_notice(self, notice: u32) -> Self {
        Self { notice, ..self }
    }
}

/// What the notices of a controller say about one purpose.
#[derive(Debug, Clone)]
pub(crate) struct PurposeEditions {
    pub(crate) basis: LawfulBasis,
    /// Whether an objection to it cannot be overruled: direct marketing (Art. 21(3)).
    pub(crate) is_marketing: bool,
    /// The containing purpose, by its place in the register.
    pub(super) within: Option<u32>,
    /// In the order in which they were published.
    pub(super) editions: Vec<Edition>,
}

impl PurposeEditions {
    pub(super) fn new(purpose: &Purpose, within: Option<u32>) -> Self {
        let (basis, is_marketing) = (purpose.basis, purpose.term.is_direct_marketing());
        Self { basis, is_marketing, within, editions: Vec::new() }
    }

    /// Adds an edition; `asks_again` is what the notice says about consents to the edition before it.
    pub(super) fn publish(
        &mut self,
        (document, purpose): (&NoticeDocument, &Purpose),
        (notice, ages): (u32, Arc<[AgeRow]>),
        (from, until): (Timestamp, Option<Timestamp>),
        asks_again: bool,
    ) {
        // A notice that was withdrawn and is published again begins anew.
        let anew = self.editions.last().is_some_and(|last| last.until.is_some_and(|until| until < from));
        let wider = purpose.within.as_ref();
        let wider = wider.and_then(|key| document.purposes.iter().find(|other| other.id == *key));
        self.is_marketing |= purpose.term.is_direct_marketing();
        self.editions.push(Edition {
            notice,
            from,
            until,
            asks_again: asks_again || anew,
            explicit: purpose.is_explicit(),
            inherits: wider.is_some_and(|wider| purpose.is_within_reach_of(wider)),
            despite: purpose.despite_processing_restriction,
            ages,
            country: document.jurisdiction,
        });
    }

    /// The edition in force.
    pub(super) fn edition(&self, asked: Asked) -> Option<&Edition> {
        self.editions.iter().rev().find(|edition| edition.holds(asked))
    }

    /// The edition that somebody read: by its notice, or by the time if the notice is not known here.
    pub(super) fn read(&self, notice: u32, at: Timestamp) -> Option<&Edition> {
        self.editions.get(self.place_read(notice, at)?)
    }

    fn place_read(&self, notice: u32, at: Timestamp) -> Option<usize> {
        let by_notice = || self.editions.iter().rposition(|edition| edition.notice == notice);
        let by_time = || self.editions.iter().rposition(|edition| edition.from <= at);
        if notice == NONE { by_time() } else { by_notice().or_else(by_time) }
    }

    /// The edition that somebody read, if its notice contains this purpose.
    pub(super) fn stood_in(&self, notice: u32) -> Option<&Edition> {
        self.editions.iter().rfind(|edition| edition.notice == notice)
    }

    /// Whether a consent given at this time under a notice must be given again.
    pub(super) fn asks_renewal(&self, notice: u32, at: Timestamp, asked: Asked) -> bool {
        let later = self.place_read(notice, at).map_or(0, |read| read + 1);
        let mut later = self.editions.iter().skip(later);
        later.any(|edition| edition.asks_again && asked.counts(edition.from))
    }

    /// The age from which a child can consent alone, now.
    pub(crate) fn age(&self, at: Timestamp) -> u8 {
        self.latest(at).map_or(DEFAULT_AGE, |edition| edition.age(at))
    }

    /// The age that somebody has not reached yet, now.
    pub(crate) fn too_young(&self, date_of_birth: Date, at: Timestamp) -> Option<u8> {
        let by_law = (date_of_birth.years_until(at.date()) < DEFAULT_AGE).then_some(DEFAULT_AGE);
        self.latest(at).map_or(by_law, |edition| edition.too_young(date_of_birth, at))
    }

    fn latest(&self, at: Timestamp) -> Option<&Edition> {
        self.edition(Asked::Now(at)).or(self.editions.last())
    }
}
