//! Who speaks for a person: about what, from when until when, and what each of them said.

use serde::Serialize;

use super::edition::Asked;
use super::fact::Fact;
use super::person_facts::PersonFacts;
use super::step::Step;
use super::{Expressed, Mark, PurposeRef, Register, RepresentativeKind, State, Verb};
use crate::notice::DEFAULT_AGE;
use crate::types::json::Readable;
use crate::types::{Date, DocumentId, HostId, Key, OrganisationId, PersonId, Timestamp};

/// What an appointment is for, as a command says it. There is no default: whoever appoints says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExtentRef {
    /// Whatever she is asked.
    Everything,
    /// These matters alone; at least one.
    Only(Vec<SubjectMatterRef>),
}

/// A matter that somebody speaks about: all purposes of a controller, one with what lies within it, those of one version
/// of a notice, or that one as that version says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubjectMatterRef {
    /// The version of a notice: a yes is to no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<DocumentId>,
    /// The controller, by the host's id.
    pub organisation: HostId,
    /// The purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Key>,
}

/// What an appointment is for, as the record says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// Whatever she is asked.
    Everything,
    /// These matters alone.
    Only(Vec<SubjectMatter>),
}

/// A matter that somebody speaks about.
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

/// Somebody who speaks for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Representation {
    pub(crate) by: PersonId,
    pub(crate) kind: RepresentativeKind,
    pub(crate) from: Timestamp,
    pub(crate) until: Timestamp,
    /// The public administration in whose name it was recorded; none where she chose it herself.
    pub(crate) office: Option<OrganisationId>,
    /// Who recorded it, and when.
    pub(super) recorded: (PersonId, Timestamp),
    pub(crate) scope: Extent,
    /// The number of its event.
    pub(super) seq: u32,
}

impl Representation {
    pub(crate) fn holds_at(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }

    /// Whether it is about everything that a controller does, as what is asked of the controller itself is.
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

/// Who speaks for a person beside any purpose: for what is asked of a controller itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Representatives {
    all: Vec<Representation>,
    date_of_birth: Option<Date>,
}

impl Representatives {
    /// Whether somebody may ask a controller for what the law gives her (Art. 15 to 22): who speaks for her about all that
    /// this controller does. A child's parents do until she is as old as the law has it where nothing else is said (Art. 8(1)).
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

/// What an act does to what may be done with her data. More is asked of who opens than of who closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
    /// A yes, or what takes a no back.
    Opens,
    /// A no, and what leaves things as they are.
    Declines,
}

/// Whose word it was, as far as it counts among those who speak for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speaker {
    Representative(PersonId),
    /// Who may take back what all of them said: the person herself, or who decided about it.
    Entitled,
}

/// The last that somebody said about a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) purpose: u32,
    by: Speaker,
    is_no: bool,
    at: Timestamp,
    /// The number of its event.
    seq: u32,
}

impl PersonFacts {
    fn speak(&mut self, word: Statement) {
        self.spoken.retain(|before| (before.purpose, before.by) != (word.purpose, word.by));
        self.spoken.push(word);
    }

    /// What the representatives said about a purpose no longer stands: a public administration settled it.
    pub(super) fn settle(&mut self, purpose: u32, at: Timestamp, seq: u32) {
        self.speak(Statement { purpose, by: Speaker::Entitled, is_no: false, at, seq });
    }
}

impl Register {
    /// Who speaks for a person.
    pub(crate) fn representatives(&self, person: PersonId) -> Representatives {
        let date_of_birth = self.birth(person).map(|birth| birth.day);
        Representatives { all: self.representations(person).to_vec(), date_of_birth }
    }

    /// Notes what is said for somebody, or takes it back. Of those for whom nobody ever spoke there is nothing to note.
    pub(super) fn note_spoken(&mut self, person: PersonId, purpose: u32, mark: Mark, fact: &Fact<'_>) {
        let is_no = match fact.verb {
            Verb::Refuse | Verb::Withdraw | Verb::Object => true,
            // A controller whose grounds override an objection ends it, whoever raised it (Art. 21(1)).
            Verb::Give | Verb::Renew | Verb::WithdrawsObjection | Verb::Overrule => false,
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
            // Her own no is the state itself.
            (Some(Expressed::DataSubject | Expressed::Official(_)) | None, true) => return,
        };
        let Ok(seq) = u32::try_from(mark.seq.0) else { return };
        if by == Speaker::Entitled && self.extra(person).is_none_or(|extra| extra.spoken.is_empty()) {
            return;
        }
        self.extra_mut(person).speak(Statement { purpose, by, is_no, at: mark.at, seq });
    }

    /// Whether her own no stands about a purpose: the last that she said of it, or of the next wider one that she said anything
    /// of. Only she takes it back, whoever she chose to speak for her.
    pub(super) fn has_declined(&self, person: PersonId, place: u32) -> bool {
        let own = |level| {
            let mut steps = self.steps(person, level);
            steps.find(|step| step.is_hers() || step.state() == State::ObjectionOverruled)
        };
        self.upwards(place).find_map(own).is_some_and(|word| word.state().is_no())
    }

    /// A no of hers to a purpose that contains this one, said since a moment.
    pub(super) fn wider_no(&self, person: PersonId, place: u32, since: Timestamp) -> Option<&Step> {
        let wider = self.upwards(place).skip(1);
        let said = wider.flat_map(|level| self.steps(person, level).take(1));
        said.into_iter().find(|step| step.state().is_no() && since <= step.from)
    }

    /// The number of the last event by which what was said about a purpose was taken back or settled by who may.
    fn taken_back(&self, person: PersonId, purpose: u32) -> u32 {
        let words = self.extra(person).into_iter().flat_map(|extra| &extra.spoken);
        let entitled = words.filter(|word| word.purpose == purpose && word.by == Speaker::Entitled);
        entitled.map(|word| word.seq).max().unwrap_or(0)
    }

    /// Whether an appointment is for a purpose. A yes under a version of a notice needs that version to be in force.
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

    /// Whether a purpose is another, or lies within it.
    fn lies_within(&self, place: u32, wider: &Key) -> bool {
        self.upwards(place).any(|at| self.offer_at(at).is_some_and(|(of, _)| of.purpose == *wider))
    }

    /// Whether a no stands against what `speaker` would say yes to: somebody else who speaks for her said it, about this
    /// purpose or about one that contains it, and nobody who may took it back. What each said about the narrower purpose is
    /// her word about it.
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

    /// Whether whoever said something has spoken for her about a purpose ever since, and does so now.
    fn still_speaks(
        &self,
        (extra, by): (&PersonFacts, PersonId),
        place: u32,
        word: &Statement,
        (wanted, at): (RepresentativeKind, Timestamp),
    ) -> bool {
        let hers = || extra.representations.iter().filter(|held| held.by == by);
        // Her appointment is withheld from this store. That she was appointed is sure, since she spoke; that it ended is not.
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

    /// Whether whoever spoke for her was chosen by her, and does not hold parental responsibility: if she turns out to have been
    /// a child, that was nobody's to choose (Art. 8(1)). Where the appointment is withheld, nothing is known against it.
    pub(super) fn speaks_by_choice(&self, person: PersonId, mark: Mark) -> bool {
        let before = |held: &&Representation| held.by == mark.actor && u64::from(held.seq) < mark.seq.0;
        let hers = || self.representations(person).iter().filter(before);
        let is_parent =
            |held: &Representation| held.kind == RepresentativeKind::Parental && held.holds_at(mark.at);
        hers().next().is_some() && !hers().any(is_parent)
    }

    /// Whether somebody's purpose is another, or lies within it.
    pub(crate) fn lies_in(&self, purpose: &PurposeRef, wider: &PurposeRef) -> bool {
        let place = self.place_of(purpose).filter(|_| purpose.organisation_id == wider.organisation_id);
        place.is_some_and(|place| self.lies_within(place, &wider.purpose))
    }

    /// The controllers against whom a no of somebody who speaks for her stands.
    pub(crate) fn opposed_by(&self, person: PersonId, by: PersonId) -> Vec<OrganisationId> {
        let no = |word: &&Statement| word.is_no && word.by == Speaker::Representative(by);
        let words = self.extra(person).into_iter().flat_map(|extra| &extra.spoken).filter(no);
        words.filter_map(|word| Some(self.offer_at(word.purpose)?.0.organisation_id)).collect()
    }

    /// Whether somebody's own no about this very purpose stands: to say it again would change nothing.
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
