//! Everybody's will in memory: laid out so that a question costs a few look-ups, however much a person has said, and a
//! consent costs few bytes.

use hashbrown::HashMap;

use super::step::{NONE, Step};
use super::{Event, PurposeRef, RepresentativeKind};
use crate::journal::Version;
use crate::notice::{LawfulBasis, Notice, Published, age_of_consent, shipped_ages};
use crate::types::{Country, Date, DocumentId, Key, OrganisationId, PersonId, Timestamp};

/// What the notices of a controller say of one purpose.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    pub(crate) basis: LawfulBasis,
    /// The purpose that it lies within, by its place in the register.
    pub(super) within: Option<u32>,
    /// The times for which a notice with it is in force.
    pub(super) in_force: Vec<(Timestamp, Timestamp)>,
    /// The moments from which on earlier consents have to be renewed.
    pub(super) renewals: Vec<Timestamp>,
    /// Ages of consent that apply, and where.
    ages: Vec<crate::notice::AgeRow>,
    country: Country,
}

impl Offer {
    pub(super) fn is_in_force(&self, at: Timestamp) -> bool {
        self.in_force.iter().any(|(from, until)| *from <= at && at < *until)
    }

    /// Whether a consent from then has to be renewed by now.
    pub(super) fn asks_renewal(&self, from: Timestamp, at: Timestamp) -> bool {
        self.renewals.iter().any(|due| from < *due && *due <= at)
    }

    /// The age from which on a child consents herself.
    pub(crate) fn age(&self, at: Timestamp) -> u8 {
        age_of_consent(&self.ages, self.country, at)
    }
}

/// Somebody who speaks for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Representation {
    pub(crate) by: PersonId,
    pub(crate) kind: RepresentativeKind,
    pub(crate) from: Timestamp,
    pub(crate) until: Timestamp,
}

/// What few people have.
#[derive(Debug, Clone, Default)]
pub(super) struct Extra {
    pub(super) born: Option<Date>,
    pub(super) erased: Option<Timestamp>,
    representations: Vec<Representation>,
    /// Who was told of which step.
    told: Vec<(u32, Key, Timestamp)>,
}

#[derive(Debug, Clone, Copy)]
struct Subject {
    version: u32,
    /// Its place among the extras.
    extra: u32,
}

/// The will of everybody whose stream it has taken in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Register {
    people: HashMap<PersonId, u32>,
    subjects: Vec<Subject>,
    extras: Vec<Extra>,
    purposes: HashMap<PurposeRef, u32>,
    /// In the order of their places; an offer that no notice was read for is `None`.
    offers: Vec<(PurposeRef, Option<Offer>)>,
    notices: HashMap<DocumentId, u32>,
    notice_ids: Vec<DocumentId>,
    /// What consents are tied to.
    ties: Vec<Key>,
    /// The last step of a person about a purpose.
    last: HashMap<u64, u32>,
    steps: Vec<Step>,
    /// Goes up with every change.
    revision: u64,
}

/// One of a person's purposes, with its last step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held<'a> {
    pub(crate) purpose: &'a PurposeRef,
    pub(super) at: u32,
    pub(crate) step: &'a Step,
}

const fn pair(subject: u32, purpose: u32) -> u64 {
    (subject as u64) << 32 | purpose as u64
}

fn place(length: usize) -> u32 {
    // Four thousand million steps would need 160 GiB before this could be reached.
    u32::try_from(length).unwrap_or(NONE - 1)
}

impl Register {
    fn purpose_place(&mut self, organisation: OrganisationId, purpose: &Key) -> u32 {
        let wanted = PurposeRef { organisation, purpose: purpose.clone() };
        if let Some(found) = self.purposes.get(&wanted) {
            return *found;
        }
        let at = place(self.offers.len());
        self.offers.push((wanted.clone(), None));
        self.purposes.insert(wanted, at);
        at
    }

    fn notice_place(&mut self, notice: DocumentId) -> u32 {
        let next = place(self.notice_ids.len());
        let at = *self.notices.entry(notice).or_insert(next);
        if at == next {
            self.notice_ids.push(notice);
        }
        at
    }

    fn tie_place(&mut self, tie: &Key) -> u32 {
        place(self.ties.iter().position(|known| known == tie).unwrap_or_else(|| {
            self.ties.push(tie.clone());
            self.ties.len() - 1
        }))
    }

    /// What a step is tied to.
    pub(crate) fn tie_of(&self, step: &Step) -> Option<&Key> {
        self.ties.get(step.tied_to()? as usize)
    }

    /// Learns what an organisation's notices say: all of them, from the beginning.
    pub(crate) fn learn<'n>(
        &mut self,
        organisation: OrganisationId,
        all: impl Iterator<Item = &'n Published>,
    ) {
        self.revision += 1;
        for (of, offer) in &mut self.offers {
            if of.organisation == organisation {
                *offer = None;
            }
        }
        for published in all {
            self.learn_one(organisation, published, &published.notice);
        }
    }

    fn learn_one(&mut self, organisation: OrganisationId, published: &Published, notice: &Notice) {
        let document = notice.document();
        for purpose in &document.purposes {
            let within = purpose.within.as_ref().map(|key| self.purpose_place(organisation, key));
            let at = self.purpose_place(organisation, &purpose.id);
            let Some((_, offer)) = self.offers.get_mut(at as usize) else { continue };
            let offer = offer.get_or_insert_with(|| Offer {
                basis: purpose.basis,
                within,
                in_force: Vec::new(),
                renewals: Vec::new(),
                ages: Vec::new(),
                country: document.jurisdiction,
            });
            offer.in_force.push((published.from, published.until.unwrap_or(Timestamp::MAX)));
            if document.renews.contains(&purpose.id) {
                offer.renewals.push(published.from);
            }
            offer.country = document.jurisdiction;
            offer.ages = document.child_ages.clone();
            if offer.ages.iter().all(|row| row.country != document.jurisdiction) {
                offer
                    .ages
                    .extend(shipped_ages().into_iter().filter(|row| row.country == document.jurisdiction));
            }
        }
    }

    fn subject_place(&mut self, person: PersonId) -> u32 {
        let next = place(self.subjects.len());
        let at = *self.people.entry(person).or_insert(next);
        if at == next {
            self.subjects.push(Subject { version: 0, extra: NONE });
        }
        at
    }

    fn extra_mut(&mut self, subject: u32) -> Option<&mut Extra> {
        let of = self.subjects.get_mut(subject as usize)?;
        if of.extra == NONE {
            of.extra = place(self.extras.len());
            self.extras.push(Extra::default());
        }
        let at = of.extra as usize;
        self.extras.get_mut(at)
    }

    pub(super) fn extra(&self, person: PersonId) -> Option<&Extra> {
        let subject = self.subjects.get(*self.people.get(&person)? as usize)?;
        self.extras.get(subject.extra as usize)
    }

    /// Takes in an event of a person's consent stream; one that was taken in before is passed over. `born` is the
    /// birthday, where the event records one that the vault still knows. `None` where the event cannot follow.
    pub(crate) fn apply(
        &mut self,
        person: PersonId,
        (seq, at): (Version, Timestamp),
        event: &Event,
        born: Option<Date>,
    ) -> Option<()> {
        self.revision += 1;
        let subject = self.subject_place(person);
        let seq = u32::try_from(seq.0).ok()?;
        let version = self.subjects.get(subject as usize)?.version;
        if seq <= version {
            return Some(());
        }
        match event {
            Event::BirthRecorded(_) => self.extra_mut(subject)?.born = born,
            Event::RepresentativeAppointed(e) => {
                let (by, kind, until) = (e.representative, e.kind, e.until.unwrap_or(Timestamp::MAX));
                self.extra_mut(subject)?.representations.push(Representation { by, kind, from: at, until });
            }
            Event::RepresentativeDismissed(e) => {
                let all = self.extra_mut(subject)?.representations.iter_mut();
                all.filter(|r| r.by == e.representative).for_each(|r| r.until = r.until.min(at));
            }
            Event::RecipientTold(e) => {
                let purpose = self.purpose_place(e.organisation, &e.purpose);
                let step = *self.last.get(&pair(subject, purpose))?;
                self.extra_mut(subject)?.told.push((step, e.recipient.clone(), at));
            }
            _ => self.step(subject, seq, at, event)?,
        }
        self.subjects.get_mut(subject as usize)?.version = seq;
        Some(())
    }

    fn step(&mut self, subject: u32, seq: u32, at: Timestamp, event: &Event) -> Option<()> {
        let (organisation, purpose) = event.purpose()?;
        let purpose = self.purpose_place(organisation, purpose);
        let before = self.last.get(&pair(subject, purpose)).copied();
        let step = before.and_then(|at| self.steps.get(at as usize));
        let mut step = Step::after(step, at, seq, event)?;
        step.prev = before.unwrap_or(NONE);
        if let Some(notice) = event.notice() {
            step.notice = self.notice_place(notice);
        }
        if let Some(tie) = event.tied_to().filter(|_| step.tied_to().is_some()) {
            step.left = self.tie_place(tie);
        }
        self.last.insert(pair(subject, purpose), place(self.steps.len()));
        self.steps.push(step);
        Some(())
    }

    /// Notes that a person was erased: nothing that she consented to holds any longer.
    pub(crate) fn erase(&mut self, person: PersonId, at: Timestamp) {
        self.revision += 1;
        let subject = self.subject_place(person);
        if let Some(extra) = self.extra_mut(subject) {
            (extra.erased, extra.born) = (Some(at), None);
        }
    }

    /// How far a person's stream was read; version 0 if it has not begun.
    pub(crate) fn version(&self, person: PersonId) -> Version {
        let subject = self.people.get(&person).and_then(|at| self.subjects.get(*at as usize));
        Version(subject.map_or(0, |subject| u64::from(subject.version)))
    }

    pub(crate) fn offer(&self, purpose: &PurposeRef) -> Option<&Offer> {
        self.offers.get(*self.purposes.get(purpose)? as usize)?.1.as_ref()
    }

    pub(super) fn place_of(&self, purpose: &PurposeRef) -> Option<u32> {
        self.purposes.get(purpose).copied()
    }

    pub(super) fn offer_at(&self, at: u32) -> Option<(&PurposeRef, &Offer)> {
        self.offers.get(at as usize).and_then(|(purpose, offer)| Some((purpose, offer.as_ref()?)))
    }

    pub(super) fn subject_of(&self, person: PersonId) -> Option<u32> {
        self.people.get(&person).copied()
    }

    pub(super) fn extra_of(&self, subject: u32) -> Option<&Extra> {
        let subject = self.subjects.get(subject as usize).filter(|subject| subject.extra != NONE)?;
        self.extras.get(subject.extra as usize)
    }

    /// The step that holds at a moment: the last that reaches back to it.
    pub(super) fn step_at(&self, subject: u32, purpose: u32, at: Timestamp) -> Option<&Step> {
        let mut next = *self.last.get(&pair(subject, purpose))?;
        loop {
            let step = self.steps.get(next as usize)?;
            if step.from <= at {
                return Some(step);
            }
            next = step.prev;
        }
    }

    /// The last step of a person about a purpose.
    pub(crate) fn last(&self, person: PersonId, purpose: &PurposeRef) -> Option<&Step> {
        let at = *self.last.get(&pair(self.subject_of(person)?, self.place_of(purpose)?))?;
        self.steps.get(at as usize)
    }

    /// The notice that a step was said under.
    pub(crate) fn notice_of(&self, step: &Step) -> Option<DocumentId> {
        self.notice_ids.get(step.notice as usize).copied()
    }

    pub(crate) fn born(&self, person: PersonId) -> Option<Date> {
        self.extra(person)?.born
    }

    pub(crate) fn erased(&self, person: PersonId) -> Option<Timestamp> {
        self.extra(person)?.erased
    }

    pub(crate) fn representations(&self, person: PersonId) -> &[Representation] {
        self.extra(person).map_or(&[], |extra| &extra.representations)
    }

    /// Everything that a person ever said something about.
    pub(crate) fn held_by(&self, person: PersonId) -> Vec<Held<'_>> {
        let Some(subject) = self.subject_of(person) else { return Vec::new() };
        let all = (0_u32..).zip(&self.offers).filter_map(|(nth, (purpose, _))| {
            let at = *self.last.get(&pair(subject, nth))?;
            Some(Held { purpose, at, step: self.steps.get(at as usize)? })
        });
        all.collect()
    }

    /// Everybody who ever said something about a purpose of a controller, in the order of their pseudonyms.
    pub(crate) fn of_controller(&self, organisation: OrganisationId) -> Vec<(PersonId, Held<'_>)> {
        let mut all: Vec<(PersonId, Held<'_>)> = Vec::new();
        for (nth, (purpose, _)) in (0_u32..).zip(&self.offers) {
            if purpose.organisation != organisation {
                continue;
            }
            for (person, subject) in &self.people {
                let found = self.last.get(&pair(*subject, nth)).copied();
                if let Some((at, step)) = found.and_then(|at| Some((at, self.steps.get(at as usize)?))) {
                    all.push((*person, Held { purpose, at, step }));
                }
            }
        }
        all.sort_by(|(a, x), (b, y)| (a, x.purpose).cmp(&(b, y.purpose)));
        all
    }

    /// When a recipient was told of a step.
    pub(crate) fn told(&self, person: PersonId, held: &Held<'_>, recipient: &Key) -> Option<Timestamp> {
        let told = &self.extra(person)?.told;
        told.iter().find(|(step, name, _)| *step == held.at && name == recipient).map(|(_, _, at)| *at)
    }

    pub(super) const fn purposes(&self) -> usize {
        self.offers.len()
    }

    /// Goes up with every change.
    pub(crate) const fn revision(&self) -> u64 {
        self.revision
    }

    /// What these people said about these purposes and those that contain them, as a register of its own.
    pub(crate) fn extract<'p>(
        &self,
        people: impl IntoIterator<Item = PersonId>,
        purposes: impl IntoIterator<Item = &'p PurposeRef>,
    ) -> Self {
        let mut part = Self::default();
        let mut places: Vec<u32> = Vec::new();
        for purpose in purposes {
            let mut next = self.place_of(purpose);
            while let Some(place) = next.filter(|place| !places.contains(place)) {
                places.push(place);
                next = self.offer_at(place).and_then(|(_, offer)| offer.within);
            }
        }
        for place in &places {
            let Some((purpose, offer)) = self.offer_at(*place) else { continue };
            let at = part.purpose_place(purpose.organisation, &purpose.purpose);
            let above = offer.within.and_then(|above| self.offer_at(above)).map(|(above, _)| above.clone());
            let within = above.map(|above| part.purpose_place(above.organisation, &above.purpose));
            if let Some((_, slot)) = part.offers.get_mut(at as usize) {
                *slot = Some(Offer { within, ..offer.clone() });
            }
        }
        for person in people {
            self.extract_person(person, &places, &mut part);
        }
        part.revision = self.revision;
        part
    }

    fn extract_person(&self, person: PersonId, places: &[u32], part: &mut Self) {
        let Some(subject) = self.subject_of(person) else { return };
        let to = part.subject_place(person);
        if let Some(extra) = self.extra_of(subject)
            && let Some(slot) = part.extra_mut(to)
        {
            *slot = extra.clone();
        }
        if let Some((from, to)) = self.subjects.get(subject as usize).zip(part.subjects.get_mut(to as usize))
        {
            to.version = from.version;
        }
        for held in places {
            let Some((purpose, _)) = self.offers.get(*held as usize) else { continue };
            let (mut steps, mut next) = (Vec::new(), self.last.get(&pair(subject, *held)).copied());
            while let Some(step) = next.and_then(|at| self.steps.get(at as usize)) {
                steps.push(*step);
                next = Some(step.prev);
            }
            let purpose = part.purpose_place(purpose.organisation, &purpose.purpose);
            for mut step in steps.into_iter().rev() {
                let at = place(part.steps.len());
                let before = part.last.insert(pair(to, purpose), at);
                (step.prev, step.notice) = (before.unwrap_or(NONE), NONE);
                part.steps.push(step);
            }
        }
    }

    /// How many changes it holds.
    pub(crate) fn len(&self) -> usize {
        self.steps.len()
    }
}
