//! All consents and objections in memory: laid out so that a question costs a few look-ups, however much a person has
//! on record, and a consent costs few bytes.

use std::sync::Arc;

use hashbrown::{Equivalent, HashMap};

use super::edition::{self, Asked, PurposeEditions};
use super::fact::Fact;
use super::person_facts::{Birth, PersonFacts, Recorded, SetAside, Void};
use super::recent::{About, Followed, Recent};
use super::representation::Representation;
use super::step::{NONE, Step};
use super::table::{Last, Table};
use super::{Event, Expressed, PurposeRef, RepresentativeKind, State, Validity, Verb};
use crate::journal::Seq;
use crate::notice::Published;
use crate::person::Person;
use crate::types::{Date, DocumentId, Key, Map, OrganisationId, PersonId, Timestamp};

/// A purpose by name, without copying it; it hashes like the [`PurposeRef`] that it refers to.
#[derive(Hash)]
struct Named<'a> {
    organisation: OrganisationId,
    purpose: &'a str,
}

impl Equivalent<PurposeRef> for Named<'_> {
    fn equivalent(&self, key: &PurposeRef) -> bool {
        key.organisation_id == self.organisation && key.purpose.as_str() == self.purpose
    }
}

/// The consents and objections of everybody whose stream was read.
#[derive(Debug, Clone, Default)]
pub struct Register {
    last: Table,
    /// Steps that later ones replaced.
    earlier: Vec<Step>,
    extras: HashMap<PersonId, PersonFacts>,
    purposes: HashMap<PurposeRef, u32>,
    /// By place; `None` for a purpose whose notice was not read.
    offers: Vec<(PurposeRef, Option<PurposeEditions>)>,
    notices: Map<DocumentId, u32>,
    notice_ids: Vec<DocumentId>,
    /// The events that end consents.
    until_events: Vec<Key>,
    /// What the last changes concerned.
    recent: Recent,
}

/// The position of an event in a person's stream, with its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) seq: Seq,
    pub(crate) at: Timestamp,
    pub(crate) actor: PersonId,
}

/// The reach of an authority's finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// The consents that began before this.
    until: Timestamp,
    /// Whether the last step is one of them.
    last: bool,
}

/// A purpose for which a person has steps, with the last one.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// The purpose.
    pub purpose: &'a PurposeRef,
    pub(crate) step: &'a Step,
}

fn place(length: usize) -> u32 {
    // Four billion steps would need 160 GiB before this could be reached.
    u32::try_from(length).unwrap_or(NONE - 1)
}

impl Register {
    /// The place of a purpose; `None` if this is not a valid name.
    fn purpose_place(&mut self, organisation: OrganisationId, purpose: &str) -> Option<u32> {
        if let Some(found) = self.purposes.get(&Named { organisation, purpose }) {
            return Some(*found);
        }
        let wanted = PurposeRef { organisation_id: organisation, purpose: purpose.parse().ok()? };
        let at = place(self.offers.len());
        self.offers.push((wanted.clone(), None));
        self.purposes.insert(wanted, at);
        Some(at)
    }

    fn notice_place(&mut self, notice: DocumentId) -> u32 {
        let next = place(self.notice_ids.len());
        let at = *self.notices.or_insert_with(notice, || next);
        if at == next {
            self.notice_ids.push(notice);
        }
        at
    }

    /// The place in this register of a notice of another register.
    fn place_of_notice(&mut self, there: &Self, place: u32) -> u32 {
        there.notice_ids.get(place as usize).map_or(NONE, |id| self.notice_place(*id))
    }

    fn until_event_place(&mut self, event: &Key) -> u32 {
        place(self.until_events.iter().position(|known| known == event).unwrap_or_else(|| {
            self.until_events.push(event.clone());
            self.until_events.len() - 1
        }))
    }

    /// The event that ends the consent of a step.
    pub(crate) fn until_event_of(&self, step: &Step) -> Option<&Key> {
        self.until_events.get(step.until_event()? as usize)
    }

    /// Reads all notices of an organisation, from the beginning.
    pub(crate) fn learn<'n>(
        &mut self,
        organisation: OrganisationId,
        all: impl Iterator<Item = &'n Published>,
    ) {
        self.recent.note(About::Notices(organisation));
        for (of, offer) in &mut self.offers {
            if of.organisation_id == organisation {
                *offer = None;
            }
        }
        let mut before: Vec<&Published> = Vec::new();
        for published in all {
            self.learn_one(organisation, published, &before);
            before.push(published);
        }
    }

    fn learn_one(&mut self, organisation: OrganisationId, published: &Published, before: &[&Published]) {
        let document = published.notice.document();
        let (notice, ages) = (self.notice_place(published.notice.id()), edition::ages(document));
        for purpose in &document.purposes {
            let within =
                purpose.within.as_ref().and_then(|key| self.purpose_place(organisation, key.as_str()));
            let Some(at) = self.purpose_place(organisation, purpose.id.as_str()) else { continue };
            let Some((_, offer)) = self.offers.get_mut(at as usize) else { continue };
            let earlier = before.iter().rev().find(|earlier| earlier.notice.purpose(&purpose.id).is_some());
            let asks_again =
                earlier.is_some_and(|earlier| published.notice.asks_again(&earlier.notice, &purpose.id));
            let offer = offer.get_or_insert_with(|| PurposeEditions::new(purpose, within));
            let times = (published.from, published.until);
            offer.publish((document, purpose), (notice, Arc::clone(&ages)), times, asks_again);
        }
    }

    /// Applies an event of a person's consent stream; one that was applied before is skipped. `date_of_birth` is given
    /// if the event records one that the vault still knows. `None` if the event cannot follow.
    pub(crate) fn apply(
        &mut self,
        person: PersonId,
        mark: Mark,
        event: &Event,
        date_of_birth: Option<Date>,
    ) -> Option<()> {
        if let Some(fact) = Fact::of(event) {
            return self.apply_fact(person, mark, &fact);
        }
        self.recent.note(About::Person(person));
        let Mark { seq, at, actor } = mark;
        let seq = u32::try_from(seq.0).ok()?;
        let told = match event {
            Event::RecipientNotified(e) => {
                let purpose = PurposeRef { organisation_id: e.organisation_id, purpose: e.purpose.clone() };
                Some((purpose, e.recipient.clone(), at))
            }
            _ => None,
        };
        let settled = match event {
            Event::DisagreementSettled(e) => self.purpose_place(e.organisation_id, e.purpose.as_str()),
            _ => None,
        };
        let extra = self.extras.entry(person).or_default();
        if seq <= extra.seq {
            return Some(());
        }
        extra.seq = seq;
        match event {
            Event::DateOfBirthRecorded(e) => {
                extra.births.push(Recorded { at, day: date_of_birth, office: e.organisation_id });
            }
            Event::RepresentativeAppointed(e) => {
                let (by, kind, office, scope) =
                    (e.representative_id, e.kind, e.organisation_id, e.scope.clone());
                let (from, until) = (e.from.unwrap_or(at), e.until.unwrap_or(Timestamp::MAX));
                let recorded = (actor, at);
                let appointed = Representation { by, kind, from, until, office, recorded, scope, seq };
                extra.representations.push(appointed);
            }
            Event::RepresentativeDismissed(e) => {
                // The data subject cannot choose holders of parental responsibility, so they end only what they chose.
                let ends = |r: &&mut Representation| {
                    r.by == e.representative_id
                        && (actor != person || r.kind == RepresentativeKind::Authorised)
                };
                extra.representations.iter_mut().filter(ends).for_each(|r| r.until = r.until.min(at));
            }
            Event::DisagreementSettled(_) => {
                settled.into_iter().for_each(|purpose| extra.settle(purpose, at, seq));
            }
            Event::RecipientNotified(_) => extra.told.extend(told),
            // Events about a purpose are facts, handled above; a withheld event says nothing.
            Event::ConsentRequested(_)
            | Event::ConsentDeferred(_)
            | Event::ConsentGiven(_)
            | Event::ConsentRenewed(_)
            | Event::ConsentRefused(_)
            | Event::ConsentWithdrawn(_)
            | Event::ConsentRevoked(_)
            | Event::ConsentExpired(_)
            | Event::ConsentUsed(_)
            | Event::ConsentInvalidated(_)
            | Event::ConsentWithheld(_)
            | Event::ObjectionRaised(_)
            | Event::ObjectionWithdrawn(_)
            | Event::ObjectionDecided(_)
            | Event::ObjectionResumed(_) => {}
        }
        Some(())
    }

    /// Sets the date of birth that was recorded at a moment, once the vault was asked.
    pub(crate) fn set_born(&mut self, person: PersonId, recorded: Timestamp, date_of_birth: Option<Date>) {
        let births = &mut self.extras.entry(person).or_default().births;
        births.iter_mut().filter(|known| known.at == recorded).for_each(|known| known.day = date_of_birth);
    }

    fn find(&self, person: PersonId, purpose: u32) -> Option<&Last> {
        self.last.find(person, purpose)
    }

    /// Applies a fact; one that was applied before is skipped. `None` if it cannot follow.
    pub(crate) fn apply_fact(&mut self, person: PersonId, mark: Mark, fact: &Fact<'_>) -> Option<()> {
        self.recent.note(About::Person(person));
        let Mark { seq, at, .. } = mark;
        let seq = u32::try_from(seq.0).ok()?;
        let purpose = self.purpose_place(fact.organisation, fact.purpose)?;
        let before = self.find(person, purpose).map(|last| last.step);
        if before.is_some_and(|before| seq <= before.seq) {
            return Some(());
        }
        if fact.verb == Verb::Invalidate {
            let hits_last = self.note_void(person, purpose, seq, fact)?;
            if !hits_last {
                return Some(());
            }
        }
        let mut step = Step::after(before.as_ref(), at, seq, fact)?;
        step.purpose = purpose;
        if let Some(notice) = fact.notice {
            step.notice = self.notice_place(notice);
        }
        if let Some((Expressed::Representative, _, _)) = fact.agreed
            && self.speaks_by_choice(person, mark)
        {
            step.is_her_own_doing();
        }
        if let Some((_, _, Validity::UntilEvent(event))) = fact.agreed {
            step.left = self.until_event_place(event);
        }
        if let Some(said_at) = fact.said_at {
            self.extras.entry(person).or_default().brought.push((seq, said_at));
        }
        if let Some(requirement) = fact.requirement {
            let used = SetAside { purpose, seq, requirement };
            self.extras.entry(person).or_default().uses.push(used);
        }
        self.put(person, before, step);
        self.note_spoken(person, purpose, mark, fact);
        Some(())
    }

    /// Records that consents were found invalid; returns whether the last step is one of them. `None` if none is.
    fn note_void(&mut self, person: PersonId, purpose: u32, seq: u32, fact: &Fact<'_>) -> Option<bool> {
        let from = fact.from?;
        let hit = self.hit_by(person, purpose, from, fact.until)?;
        let void = Void { purpose, from, until: hit.until, seq };
        let voids = &mut self.extras.entry(person).or_default().voids;
        if voids.iter().all(|known| (known.purpose, known.seq) != (purpose, seq)) {
            voids.push(void);
        }
        Some(hit.last)
    }

    /// Puts a step in place of the one before it.
    fn put(&mut self, person: PersonId, before: Option<Step>, mut step: Step) {
        step.prev = NONE;
        if let Some(before) = before {
            step.prev = place(self.earlier.len());
            self.earlier.push(before);
        }
        self.last.put(person, step);
    }

    /// Applies an event of a person's own stream; one that was applied before is skipped.
    pub(crate) fn apply_person(
        &mut self,
        id: PersonId,
        (seq, at): (Seq, Timestamp),
        event: &crate::person::Event,
    ) {
        self.recent.note(About::Person(id));
        let extra = self.extras.entry(id).or_default();
        let (seen, person) = &mut **extra.person.get_or_insert_with(|| Box::new((Seq(0), Person::new(id))));
        if seq > *seen {
            *seen = seq;
            person.apply(at, event);
        }
        if person.erased.is_some() {
            extra.births.clear();
        }
    }

    pub(crate) fn offer(&self, purpose: &PurposeRef) -> Option<&PurposeEditions> {
        self.offers.get(*self.purposes.get(purpose)? as usize)?.1.as_ref()
    }

    pub(super) fn place_of(&self, purpose: &PurposeRef) -> Option<u32> {
        self.purposes.get(purpose).copied()
    }

    pub(super) fn offer_at(&self, at: u32) -> Option<(&PurposeRef, &PurposeEditions)> {
        self.offers.get(at as usize).and_then(|(purpose, offer)| Some((purpose, offer.as_ref()?)))
    }

    pub(super) fn extra(&self, person: PersonId) -> Option<&PersonFacts> {
        self.extras.get(&person)
    }

    pub(super) fn extra_mut(&mut self, person: PersonId) -> &mut PersonFacts {
        self.extras.entry(person).or_default()
    }

    pub(super) fn place_of_notice_id(&self, notice: &DocumentId) -> Option<u32> {
        self.notices.get(notice).copied()
    }

    /// The step that counts, and the resulting state. `extra` holds what else is on record of the person.
    pub(super) fn stands(
        &self,
        (person, extra): (PersonId, Option<&PersonFacts>),
        purpose: u32,
        asked: Asked,
    ) -> (Option<&Step>, State) {
        let at = asked.at();
        let counts = |step: &&Step| match asked {
            // A consent dated ahead does not count before its time; a refusal or end counts at once.
            Asked::Now(_) => !step.state().is_consent() || step.from <= at,
            Asked::Past(_) => step.from <= at,
        };
        let Some(step) = self.steps(person, purpose).find(counts) else { return (None, State::Unknown) };
        let state = step.state_at(at);
        let begun = PersonFacts::said(extra, self.origin(step));
        let is_void = |void: &Void| void.from <= at && begun < void.until;
        match state.is_consent() && extra.is_some_and(|extra| extra.voids(purpose).any(is_void)) {
            true => (Some(step), State::Invalidated),
            false => (Some(step), state),
        }
    }

    /// Since when the state of a step applies, and by which event.
    pub(super) fn since(&self, extra: Option<&PersonFacts>, step: &Step, state: State) -> (Timestamp, u32) {
        let begun = self.origin(step).from;
        let said = PersonFacts::said(extra, self.origin(step));
        let is_last = step.state() == State::Invalidated;
        let finding = |void: &&Void| if is_last { void.seq == step.seq } else { said < void.until };
        let found = extra.filter(|_| state == State::Invalidated);
        match found.and_then(|extra| extra.voids(step.purpose).find(finding)) {
            Some(void) => (void.from, void.seq),
            None => (begun, step.seq),
        }
    }

    /// When a consent or objection was erased, by the controller or everywhere; `None` if anything was expressed since.
    pub(crate) fn erased_since(
        &self,
        person: PersonId,
        purpose: &PurposeRef,
        asked: Asked,
    ) -> Option<Timestamp> {
        let extra = self.extra(person)?;
        let erased = extra.erased_by(purpose.organisation_id, |at| asked.counts(at))?;
        let (step, _) = self.stands((person, Some(extra)), self.place_of(purpose)?, asked);
        step.is_none_or(|step| PersonFacts::said(Some(extra), self.origin(step)) <= erased).then_some(erased)
    }

    /// When a consent was given in another system, if it was brought over from there.
    pub(super) fn brought(&self, extra: Option<&PersonFacts>, step: &Step) -> Option<Timestamp> {
        let given = self.origin(step);
        let brought = extra?.brought.iter().find(|(seq, _)| *seq == given.seq)?;
        Some(brought.1)
    }

    /// The consent that a step is a use of; the step itself if it is not a use.
    pub(super) fn origin<'a>(&'a self, step: &'a Step) -> &'a Step {
        let mut origin = step;
        while origin.is_use() {
            let Some(before) = self.earlier.get(origin.prev as usize) else { break };
            origin = before;
        }
        origin
    }

    /// All steps of a person about a purpose, the last first.
    pub(super) fn steps(&self, person: PersonId, purpose: u32) -> impl Iterator<Item = &Step> {
        let last = self.find(person, purpose).map(|last| &last.step);
        std::iter::successors(last, |step| self.earlier.get(step.prev as usize))
    }

    /// Whether the person ever consented to a purpose.
    pub(crate) fn ever_consented(&self, person: PersonId, purpose: &PurposeRef) -> bool {
        let place = self.place_of(purpose);
        place.is_some_and(|place| self.steps(person, place).any(|step| step.state().is_consent()))
    }

    /// The consents that a finding from a moment on reaches: those that began before its end; without an end, the
    /// consent valid at that moment, or the first after it. `None` if there is none.
    pub(super) fn hit_by(
        &self,
        person: PersonId,
        purpose: u32,
        from: Timestamp,
        until: Option<Timestamp>,
    ) -> Option<Hit> {
        // The consents, the earliest last: from when until when each was valid.
        let (mut ended, extra) = (Timestamp::MAX, self.extra(person));
        let mut consents = Vec::new();
        for step in self.steps(person, purpose).filter(|step| !step.is_use()) {
            if step.state().is_consent() {
                consents.push((
                    PersonFacts::said(extra, step),
                    step.until.min(ended),
                    ended == Timestamp::MAX,
                ));
            }
            ended = step.from;
        }
        let reached = consents.iter().rev().find(|(_, ended, _)| from < *ended)?;
        let until = until.unwrap_or_else(|| reached.0.next());
        let last = consents.first().filter(|(begun, ended, _)| *begun < until && from < *ended);
        let any = consents.iter().any(|(begun, ended, _)| *begun < until && from < *ended);
        any.then_some(Hit { until, last: last.is_some_and(|(_, _, is_last)| *is_last) })
    }

    /// The state of a purpose for a person at a moment.
    pub fn state_at(&self, person: PersonId, purpose: &PurposeRef, at: Timestamp) -> State {
        let place = self.place_of(purpose);
        let whose = (person, self.extra(person));
        place.map_or(State::Unknown, |place| self.stands(whose, place, Asked::Past(at)).1)
    }

    /// When a person's first step about a purpose happened.
    pub fn begun(&self, person: PersonId, purpose: &PurposeRef) -> Option<Timestamp> {
        self.steps(person, self.place_of(purpose)?).last().map(|step| step.from)
    }

    /// The last step of a person about a purpose.
    pub(crate) fn last(&self, person: PersonId, purpose: &PurposeRef) -> Option<&Step> {
        Some(&self.find(person, self.place_of(purpose)?)?.step)
    }

    /// The notice of a step.
    pub(crate) fn notice_of(&self, step: &Step) -> Option<DocumentId> {
        self.notice_ids.get(step.notice as usize).copied()
    }

    /// A person's date of birth on record, and who recorded it.
    pub(crate) fn birth(&self, person: PersonId) -> Option<Birth> {
        self.extra(person)?.birth()
    }

    /// When somebody was erased.
    #[must_use]
    pub fn erased(&self, person: PersonId) -> Option<Timestamp> {
        self.extra(person)?.erased()
    }

    pub(crate) fn representations(&self, person: PersonId) -> &[Representation] {
        self.extra(person).map_or(&[], |extra| &extra.representations)
    }

    /// All purposes for which a person has steps.
    pub(crate) fn held_by(&self, person: PersonId) -> Vec<Held<'_>> {
        let all = (0_u32..)
            .zip(&self.offers)
            .filter_map(|(nth, (purpose, _))| Some(Held { purpose, step: &self.find(person, nth)?.step }));
        all.collect()
    }

    /// Everybody who has steps about a purpose of a controller, ordered by pseudonym.
    pub fn of_controller(&self, organisation: OrganisationId) -> Vec<(PersonId, Held<'_>)> {
        let held = |last| {
            let Last { person, step }: &Last = last;
            let (purpose, _) = self.offers.get(step.purpose as usize)?;
            (purpose.organisation_id == organisation).then_some((*person, Held { purpose, step }))
        };
        let mut all: Vec<(PersonId, Held<'_>)> = self.last.iter().filter_map(held).collect();
        all.sort_by(|(a, x), (b, y)| (a, x.purpose).cmp(&(b, y.purpose)));
        all
    }

    /// When a recipient was first notified about data for a purpose since a moment.
    pub(crate) fn told(
        &self,
        person: PersonId,
        purpose: &PurposeRef,
        recipient: &Key,
        since: Timestamp,
    ) -> Option<Timestamp> {
        let mut told = self.extra(person)?.told.iter();
        let of = |(about, name, at): &&(PurposeRef, Key, Timestamp)| {
            about == purpose && name == recipient && *at >= since
        };
        told.find(of).map(|(_, _, at)| *at)
    }

    /// A register for a person whom a command sees for the first time: only the objections that resume from before an
    /// erasure.
    pub(crate) fn of_newcomer(&self, person: PersonId, at: Timestamp, resumed: &[Event]) -> Option<Self> {
        let mut part = self.extract([person], self.purposes.keys());
        for (seq, event) in (1..).zip(resumed) {
            part.apply(person, Mark { seq: Seq(seq), at, actor: person }, event, None)?;
        }
        Some(part)
    }

    pub(super) const fn purposes(&self) -> usize {
        self.offers.len()
    }

    /// A marker for the changes so far, for whoever follows them from now on.
    pub(crate) fn followed(&self) -> Followed {
        self.recent.followed()
    }

    /// Whether none of the changes since the marker is one of these.
    pub(crate) fn leaves(&self, followed: &Followed, concerns: impl Fn(About) -> bool) -> bool {
        self.recent.leaves(followed, concerns)
    }

    /// A purpose, its containing purpose, and so on.
    pub(super) fn upwards(&self, place: u32) -> impl Iterator<Item = u32> {
        let above = |at: &u32| self.offer_at(*at).and_then(|(_, offer)| offer.within);
        // Notices ensure that no purpose contains itself; what is read from a store may break that.
        std::iter::successors(Some(place), above).take(self.purposes() + 1)
    }

    /// The steps of these people about these purposes and their containing purposes, as a separate register.
    pub(crate) fn extract<'p>(
        &self,
        people: impl IntoIterator<Item = PersonId>,
        purposes: impl IntoIterator<Item = &'p PurposeRef>,
    ) -> Self {
        let mut part = Self::default();
        let mut places: Vec<u32> = Vec::new();
        for purpose in purposes {
            for place in self.place_of(purpose).into_iter().flat_map(|place| self.upwards(place)) {
                if places.contains(&place) {
                    break;
                }
                places.push(place);
            }
        }
        for place in &places {
            let Some((purpose, offer)) = self.offer_at(*place) else { continue };
            let at = part.purpose_place(purpose.organisation_id, purpose.purpose.as_str());
            let above = offer.within.and_then(|above| self.offer_at(above)).map(|(above, _)| above.clone());
            let within =
                above.and_then(|above| part.purpose_place(above.organisation_id, above.purpose.as_str()));
            let editions = offer.editions.iter().cloned();
            let editions = editions.map(|edition| {
                let notice = part.place_of_notice(self, edition.notice);
                edition.with_notice(notice)
            });
            let editions = editions.collect();
            if let Some((_, slot)) = at.and_then(|at| part.offers.get_mut(at as usize)) {
                let (basis, is_marketing) = (offer.basis, offer.is_marketing);
                *slot = Some(PurposeEditions { basis, is_marketing, within, editions });
            }
        }
        for person in people {
            self.extract_person(person, &places, &mut part);
        }
        part
    }

    fn extract_person(&self, person: PersonId, places: &[u32], part: &mut Self) {
        if let Some(extra) = self.extras.get(&person) {
            let mut extra = extra.clone();
            let carry = |purpose: &mut u32| {
                let place = self.offers.get(*purpose as usize).and_then(|(of, _)| part.place_of(of));
                *purpose = place.unwrap_or(NONE);
                place.is_some()
            };
            extra.voids.retain_mut(|void| carry(&mut void.purpose));
            extra.uses.retain_mut(|used| carry(&mut used.purpose));
            extra.spoken.retain_mut(|word| carry(&mut word.purpose));
            part.extras.insert(person, extra);
        }
        for held in places {
            let Some((purpose, _)) = self.offers.get(*held as usize) else { continue };
            let mut next = self.find(person, *held).map(|last| last.step);
            let mut steps = Vec::new();
            while let Some(step) = next {
                steps.push(step);
                next = self.earlier.get(step.prev as usize).copied();
            }
            let name = purpose.purpose.as_str();
            let Some(purpose) = part.purpose_place(purpose.organisation_id, name) else { continue };
            if part.find(person, purpose).is_some() {
                continue;
            }
            let mut before = None;
            for mut step in steps.into_iter().rev() {
                (step.notice, step.purpose) = (part.place_of_notice(self, step.notice), purpose);
                part.put(person, before, step);
                before = part.find(person, purpose).map(|last| last.step);
            }
        }
    }

    /// The number of steps.
    pub(crate) fn len(&self) -> usize {
        self.last.len() + self.earlier.len()
    }
}
