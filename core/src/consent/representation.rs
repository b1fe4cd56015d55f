//! Representatives: their extent and time, and what each of them expressed.

use serde::Serialize;

use super::edition::Asked;
use super::fact::Fact;
use super::person_facts::PersonFacts;
use super::step::Step;
use super::{Expressed, Mark, PurposeRef, Register, RepresentativeKind, State, Verb};
use crate::notice::DEFAULT_AGE;
use crate::types::json::Readable;
use crate::types::{Date, DocumentId, HostId, Key, OrganisationId, PersonId, Timestamp};

/// What an appointment is for, in a command. There is no default: the command must say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExtentRef {
    /// Everything.
    Everything,
    /// Only these matters; at least one.
    Only(Vec<SubjectMatterRef>),
}

/// A matter of an appointment: all purposes of a controller, one purpose with those within it, the purposes of one
/// version of a notice, or one purpose as that version describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubjectMatterRef {
    /// The version of a notice: a consent is valid for no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<DocumentId>,
    /// The controller, by the host's id.
    pub organisation: HostId,
    /// The purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Key>,
}

/// What an appointment is for, on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// Everything.
    Everything,
    /// Only these matters.
    Only(Vec<SubjectMatter>),
}

/// A matter of an appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubjectMatter {
    /// The version of a notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<DocumentId>,
    /// The controller.
    pub organisation_id: OrganisationId,
    /// The purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Key>,
}

/// An appointment of a representative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Representation {
    pub(crate) by: PersonId,
    pub(crate) kind: RepresentativeKind,
    pub(crate) from: Timestamp,
    pub(crate) until: Timestamp,
    /// The public administration on whose behalf it was recorded; none if the data subject chose the representative.
    pub(crate) office: Option<OrganisationId>,
    /// Who recorded it, and when.
    pub(super) recorded: (PersonId, Timestamp),
    pub(crate) scope: Extent,
    /// The number of the event.
    pub(super) seq: u32,
}

impl Representation {
    pub(crate) fn holds_at(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }

    /// Whether it covers everything that a controller does, as requests to the controller itself require.
    pub(crate) fn is_about(&self, controller: OrganisationId) -> bool {
        let whole = |matter: &SubjectMatter| {
            matter.organisation_id == controller && matter.purpose.is_none() && matter.notice.is_none()
        };
        match &self.scope {
            Extent::Everything => true,
            Extent::Only(matters) => matters.iter().any(whole),
        }
    }
}

/// The representatives of a person for what is not about a purpose: requests to a controller itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Representatives {
    all: Vec<Representation>,
    date_of_birth: Option<Date>,
}

impl Representatives {
    /// Whether somebody may make a data subject request to a controller (Art. 15 to 22): a representative for all that
    /// this controller does. A child's parents may until the default age of the law (Art. 8(1)).
    pub(crate) fn may_ask(&self, actor: PersonId, controller: OrganisationId, at: Timestamp) -> bool {
        let is_child = self
            .date_of_birth
            .is_some_and(|date_of_birth| date_of_birth.years_until(at.date()) < DEFAULT_AGE);
        let wanted = if is_child { RepresentativeKind::Parental } else { RepresentativeKind::Authorised };
        let may = |held: &Representation| {
            held.by == actor && held.kind == wanted && held.holds_at(at) && held.is_about(controller)
        };
        self.all.iter().any(may)
    }
}

/// What an act does to the use of the data. Allowing more has stricter conditions than denying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
    /// A consent, or withdrawing a refusal.
    Opens,
    /// A refusal, or anything that leaves the state as it is.
    Declines,
}

/// Who expressed something, as far as it counts among representatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speaker {
    Representative(PersonId),
    /// Somebody who may withdraw what all representatives expressed: the data subject, or whoever settled it.
    Entitled,
}

/// The last statement of somebody about a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) purpose: u32,
    by: Speaker,
    is_no: bool,
    at: Timestamp,
    /// The number of the event.
    seq: u32,
}

impl PersonFacts {
    fn speak(&mut self, word: Statement) {
        self.spoken.retain(|before| (before.purpose, before.by) != (word.purpose, word.by));
        self.spoken.push(word);
    }

    /// Cancels what the representatives expressed about a purpose: a public administration settled it.
    pub(super) fn settle(&mut self, purpose: u32, at: Timestamp, seq: u32) {
        self.speak(Statement { purpose, by: Speaker::Entitled, is_no: false, at, seq });
    }
}

impl Register {
    /// The representatives of a person.
    pub(crate) fn representatives(&self, person: PersonId) -> Representatives {
        let date_of_birth = self.birth(person).map(|birth| birth.day);
        Representatives { all: self.representations(person).to_vec(), date_of_birth }
    }

    /// Records what a representative expressed, or cancels it. People who never had a representative have nothing to
    /// record.
    pub(super) fn note_spoken(&mut self, person: PersonId, purpose: u32, mark: Mark, fact: &Fact<'_>) {
        let is_no = match fact.verb {
            Verb::Refuse | Verb::Withdraw | Verb::Object => true,
            // A controller whose grounds override an objection ends it, whoever raised it (Art. 21(1)).
            Verb::Give | Verb::Renew | Verb::WithdrawObjection | Verb::Overrule => false,
            Verb::Request
            | Verb::Defer
            | Verb::Revoke
            | Verb::Expire
            | Verb::Use
            | Verb::Invalidate
            | Verb::Uphold
            | Verb::Resume => return,
        };
        let by = match (fact.by, is_no) {
            (Some(Expressed::Representative), _) => Speaker::Representative(mark.actor),
            (Some(Expressed::DataSubject | Expressed::Official(_)) | None, false) => Speaker::Entitled,
            // The data subject's own refusal is the state itself.
            (Some(Expressed::DataSubject | Expressed::Official(_)) | None, true) => return,
        };
        let Ok(seq) = u32::try_from(mark.seq.0) else { return };
        if by == Speaker::Entitled && self.extra(person).is_none_or(|extra| extra.spoken.is_empty()) {
            return;
        }
        self.extra_mut(person).speak(Statement { purpose, by, is_no, at: mark.at, seq });
    }

    /// Whether the data subject's own refusal of a purpose applies: their last statement about it, or about the nearest
    /// containing purpose with a statement of theirs. Only the data subject can withdraw it, not a representative they
    /// chose.
    pub(super) fn has_declined(&self, person: PersonId, place: u32) -> bool {
        let own = |level| {
            let mut steps = self.steps(person, level);
            steps.find(|step| step.is_hers() || step.state() == State::ObjectionOverruled)
        };
        self.upwards(place).find_map(own).is_some_and(|word| word.state().is_no())
    }

    /// A refusal of a containing purpose since a moment.
    pub(super) fn wider_no(&self, person: PersonId, place: u32, since: Timestamp) -> Option<&Step> {
        let wider = self.upwards(place).skip(1);
        let said = wider.flat_map(|level| self.steps(person, level).take(1));
        said.into_iter().find(|step| step.state().is_no() && since <= step.from)
    }

    /// The number of the last event by which statements about a purpose were withdrawn or settled by somebody entitled
    /// to.
    fn taken_back(&self, person: PersonId, purpose: u32) -> u32 {
        let words = self.extra(person).into_iter().flat_map(|extra| &extra.spoken);
        let entitled = words.filter(|word| word.purpose == purpose && word.by == Speaker::Entitled);
        entitled.map(|word| word.seq).max().unwrap_or(0)
    }

    /// Whether an appointment covers a purpose. A consent under a version of a notice needs that version to be in
    /// force.
    pub(super) fn covers(&self, scope: &Extent, place: u32, (intent, at): (Intent, Timestamp)) -> bool {
        let Extent::Only(matters) = scope else { return true };
        let Some((purpose, offer)) = self.offer_at(place) else { return false };
        let reads = |notice: &DocumentId| match (self.place_of_notice_id(notice), intent) {
            (None, _) => false,
            (Some(notice), Intent::Declines) => offer.stood_in(notice).is_some(),
            (Some(notice), Intent::Opens) => {
                offer.edition(Asked::Now(at)).is_some_and(|edition| edition.notice == notice)
            }
        };
        matters.iter().any(|matter| {
            matter.organisation_id == purpose.organisation_id
                && matter.purpose.as_ref().is_none_or(|wanted| self.lies_within(place, wanted))
                && matter.notice.as_ref().is_none_or(reads)
        })
    }

    /// Whether a purpose is another one, or lies within it.
    fn lies_within(&self, place: u32, wider: &Key) -> bool {
        self.upwards(place).any(|at| self.offer_at(at).is_some_and(|(of, _)| of.purpose == *wider))
    }

    /// Whether a refusal prevents the consent of `speaker`: another representative refused this purpose or a containing
    /// one, and nobody entitled to has withdrawn it. A representative's statement about the narrower purpose overrides
    /// their own about a wider one.
    pub(super) fn is_opposed(
        &self,
        person: PersonId,
        place: u32,
        speaker: Option<PersonId>,
        (wanted, at): (RepresentativeKind, Timestamp),
    ) -> bool {
        let Some(extra) = self.extra(person).filter(|extra| !extra.spoken.is_empty()) else { return false };
        let (mut taken_back, mut heard): (u32, Vec<PersonId>) = (0, speaker.into_iter().collect());
        for level in self.upwards(place) {
            taken_back = taken_back.max(self.taken_back(person, level));
            for word in extra.spoken.iter().filter(|word| word.purpose == level) {
                let Speaker::Representative(by) = word.by else { continue };
                if heard.contains(&by) || (word.is_no && word.seq <= taken_back) {
                    continue;
                }
                match (word.is_no, word.is_no && self.still_speaks((extra, by), place, word, (wanted, at))) {
                    (true, true) => return true,
                    (true, false) => {}
                    (false, _) => heard.push(by),
                }
            }
        }
        false
    }

    /// Whether a representative has represented the data subject for a purpose ever since a statement, and does so now.
    fn still_speaks(
        &self,
        (extra, by): (&PersonFacts, PersonId),
        place: u32,
        word: &Statement,
        (wanted, at): (RepresentativeKind, Timestamp),
    ) -> bool {
        let hers = || extra.representations.iter().filter(|held| held.by == by);
        // The appointment is withheld from this store. It must have existed, since there is a statement; that it ended
        // is unknown.
        if !hers().any(|held| held.seq < word.seq) {
            return true;
        }
        let covering = || hers().filter(|held| self.covers(&held.scope, place, (Intent::Declines, at)));
        let mut reach = word.at;
        while reach <= at {
            let goes_on = covering().filter(|held| held.holds_at(reach)).map(|held| held.until).max();
            let Some(until) = goes_on else { return false };
            reach = until;
        }
        covering().any(|held| held.kind == wanted && held.holds_at(at))
    }

    /// Whether the data subject chose this representative, who does not hold parental responsibility: if the data
    /// subject turns out to have been a child, they could not choose (Art. 8(1)). `false` if the appointment is
    /// withheld.
    pub(super) fn speaks_by_choice(&self, person: PersonId, mark: Mark) -> bool {
        let before = |held: &&Representation| held.by == mark.actor && u64::from(held.seq) < mark.seq.0;
        let hers = || self.representations(person).iter().filter(before);
        let is_parent =
            |held: &Representation| held.kind == RepresentativeKind::Parental && held.holds_at(mark.at);
        hers().next().is_some() && !hers().any(is_parent)
    }

    /// Whether a purpose is another one, or lies within it.
    pub(crate) fn lies_in(&self, purpose: &PurposeRef, wider: &PurposeRef) -> bool {
        let place = self.place_of(purpose).filter(|_| purpose.organisation_id == wider.organisation_id);
        place.is_some_and(|place| self.lies_within(place, &wider.purpose))
    }

    /// The controllers that a representative refuses.
    pub(crate) fn opposed_by(&self, person: PersonId, by: PersonId) -> Vec<OrganisationId> {
        let no = |word: &&Statement| word.is_no && word.by == Speaker::Representative(by);
        let words = self.extra(person).into_iter().flat_map(|extra| &extra.spoken).filter(no);
        words.filter_map(|word| Some(self.offer_at(word.purpose)?.0.organisation_id)).collect()
    }

    /// Whether a representative's own refusal of this very purpose applies: repeating it would change nothing.
    pub(super) fn has_said_no(
        &self,
        person: PersonId,
        place: u32,
        by: PersonId,
        now: (RepresentativeKind, Timestamp),
    ) -> bool {
        let Some(extra) = self.extra(person) else { return false };
        let of = |speaker: Speaker| {
            extra.spoken.iter().find(move |word| word.purpose == place && word.by == speaker)
        };
        let taken_back = of(Speaker::Entitled).map_or(0, |word| word.seq);
        let hers = of(Speaker::Representative(by)).filter(|word| word.is_no && word.seq > taken_back);
        hers.is_some_and(|word| self.still_speaks((extra, by), place, word, now))
    }
}
