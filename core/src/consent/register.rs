//! Everybody's will in memory: laid out so that a question costs a few look-ups, however much a person has said, and a
//! consent costs few bytes.

use hashbrown::{Equivalent, HashMap};

#[cfg(feature = "tables")]
use super::State;
use super::fact::Fact;
use super::step::{NONE, Step};
use super::table::{Last, Table};
use super::{Event, PurposeRef, RepresentativeKind, Validity};
use crate::journal::Version;
use crate::notice::{LawfulBasis, Notice, Published, age_of_consent, shipped_ages};
use crate::person::{Person, RightRequest};
use crate::types::{Country, Date, DocumentId, Key, Map, OrganisationId, PersonId, Timestamp};

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
    /// The public administration in whose name it was recorded; none where she chose it herself.
    pub(crate) office: Option<OrganisationId>,
}

/// A birthday that is on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Birth {
    pub(crate) day: Date,
    /// The public administration in whose name it was recorded; none where she said it herself.
    pub(crate) office: Option<OrganisationId>,
}

/// A purpose by its name, without a copy of it; it hashes as the [`PurposeRef`] that it means.
#[derive(Hash)]
struct Named<'a> {
    organisation: OrganisationId,
    purpose: &'a str,
}

impl Equivalent<PurposeRef> for Named<'_> {
    fn equivalent(&self, key: &PurposeRef) -> bool {
        key.organisation == self.organisation && key.purpose.as_str() == self.purpose
    }
}

/// What few people have.
#[derive(Debug, Clone, Default)]
pub(super) struct Extra {
    pub(super) born: Option<Date>,
    /// In whose name the birthday was recorded.
    born_by: Option<OrganisationId>,
    /// What her own stream says, and how far it was read.
    person: Option<Box<(Version, Person)>>,
    representations: Vec<Representation>,
    /// Who was told something about data for a purpose, and when.
    told: Vec<(PurposeRef, Key, Timestamp)>,
    /// The number of the last event that it was changed by.
    seq: u32,
}

impl Extra {
    pub(super) fn erased(&self) -> Option<Timestamp> {
        self.person.as_ref()?.1.erased
    }

    /// When a controller erased what it held, or the person was erased everywhere.
    pub(super) fn erased_by(&self, controller: OrganisationId) -> Option<Timestamp> {
        let (_, person) = self.person.as_deref()?;
        person.erased.or_else(|| person.erased_by(controller))
    }

    pub(super) fn requests(&self) -> &[RightRequest] {
        self.person.as_ref().map_or(&[], |person| &person.1.requests)
    }
}

/// The will of everybody whose stream it has taken in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Register {
    last: Table,
    /// Steps that others came after.
    earlier: Vec<Step>,
    extras: HashMap<PersonId, Extra>,
    purposes: HashMap<PurposeRef, u32>,
    /// In the order of their places; an offer that no notice was read for is `None`.
    offers: Vec<(PurposeRef, Option<Offer>)>,
    notices: Map<DocumentId, u32>,
    notice_ids: Vec<DocumentId>,
    /// What consents are tied to.
    ties: Vec<Key>,
    /// Goes up with every change.
    revision: u64,
}

/// One of a person's purposes, with its last step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held<'a> {
    pub(crate) purpose: &'a PurposeRef,
    pub(crate) step: &'a Step,
}

fn place(length: usize) -> u32 {
    // Four thousand million steps would need 160 GiB before this could be reached.
    u32::try_from(length).unwrap_or(NONE - 1)
}

impl Register {
    /// The place of a purpose; `None` for what is no name of one.
    fn purpose_place(&mut self, organisation: OrganisationId, purpose: &str) -> Option<u32> {
        if let Some(found) = self.purposes.get(&Named { organisation, purpose }) {
            return Some(*found);
        }
        let wanted = PurposeRef { organisation, purpose: purpose.parse().ok()? };
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
            let within =
                purpose.within.as_ref().and_then(|key| self.purpose_place(organisation, key.as_str()));
            let Some(at) = self.purpose_place(organisation, purpose.id.as_str()) else { continue };
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

    /// Takes in an event of a person's consent stream; one that was taken in before is passed over. `born` is the
    /// birthday, where the event records one that the vault still knows. `None` where the event cannot follow.
    pub(crate) fn apply(
        &mut self,
        person: PersonId,
        (seq, at): (Version, Timestamp),
        event: &Event,
        born: Option<Date>,
    ) -> Option<()> {
        if let Some(fact) = Fact::of(event) {
            return self.apply_fact(person, (seq, at), &fact);
        }
        self.revision += 1;
        let seq = u32::try_from(seq.0).ok()?;
        let told = match event {
            Event::RecipientTold(e) => {
                let purpose = PurposeRef { organisation: e.organisation, purpose: e.purpose.clone() };
                Some((purpose, e.recipient.clone(), at))
            }
            _ => None,
        };
        let extra = self.extras.entry(person).or_default();
        if seq <= extra.seq {
            return Some(());
        }
        extra.seq = seq;
        match event {
            Event::BirthRecorded(e) => (extra.born, extra.born_by) = (born, e.organisation),
            Event::RepresentativeAppointed(e) => {
                let (by, kind, until) = (e.representative, e.kind, e.until.unwrap_or(Timestamp::MAX));
                let office = e.organisation;
                extra.representations.push(Representation { by, kind, from: at, until, office });
            }
            Event::RepresentativeDismissed(e) => {
                let all = extra.representations.iter_mut();
                all.filter(|r| r.by == e.representative).for_each(|r| r.until = r.until.min(at));
            }
            _ => extra.told.extend(told),
        }
        Some(())
    }

    /// Learns somebody's birthday, once the vault was asked.
    pub(crate) fn set_born(&mut self, person: PersonId, born: Option<Date>) {
        self.extras.entry(person).or_default().born = born;
    }

    fn find(&self, person: PersonId, purpose: u32) -> Option<&Last> {
        self.last.find(person, purpose)
    }

    /// Takes in what an event means; one that was taken in before is passed over. `None` where it cannot follow.
    pub(crate) fn apply_fact(
        &mut self,
        person: PersonId,
        (seq, at): (Version, Timestamp),
        fact: &Fact<'_>,
    ) -> Option<()> {
        self.revision += 1;
        let seq = u32::try_from(seq.0).ok()?;
        let purpose = self.purpose_place(fact.organisation, fact.purpose)?;
        let before = self.find(person, purpose).map(|last| last.step);
        if before.is_some_and(|before| seq <= before.seq) {
            return Some(());
        }
        let mut step = Step::after(before.as_ref(), at, seq, fact)?;
        step.purpose = purpose;
        if let Some(notice) = fact.notice {
            step.notice = self.notice_place(notice);
        }
        if let Some((_, _, Validity::UntilEvent(tie))) = fact.agreed {
            step.left = self.tie_place(tie);
        }
        self.put(person, before, step);
        Some(())
    }

    /// Puts a step in the place of the one before it.
    fn put(&mut self, person: PersonId, before: Option<Step>, mut step: Step) {
        step.prev = NONE;
        if let Some(before) = before {
            step.prev = place(self.earlier.len());
            self.earlier.push(before);
        }
        self.last.put(person, step);
    }

    /// Takes in an event of a person's own stream; one that was taken in before is passed over.
    pub(crate) fn apply_person(
        &mut self,
        id: PersonId,
        (seq, at): (Version, Timestamp),
        event: &crate::person::Event,
    ) {
        self.revision += 1;
        let extra = self.extras.entry(id).or_default();
        let (seen, person) =
            &mut **extra.person.get_or_insert_with(|| Box::new((Version(0), Person::new(id))));
        if seq > *seen {
            *seen = seq;
            person.apply(at, event);
        }
        if person.erased.is_some() {
            extra.born = None;
        }
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

    pub(super) fn extra(&self, person: PersonId) -> Option<&Extra> {
        self.extras.get(&person)
    }

    /// The step that holds at a moment: the last that reaches back to it.
    pub(super) fn step_at(&self, person: PersonId, purpose: u32, at: Timestamp) -> Option<&Step> {
        let mut step = &self.find(person, purpose)?.step;
        while step.from > at {
            step = self.earlier.get(step.prev as usize)?;
        }
        Some(step)
    }

    /// What had become at a moment of what a person said about a purpose.
    #[cfg(feature = "tables")]
    pub(crate) fn state_at(&self, person: PersonId, purpose: &PurposeRef, at: Timestamp) -> State {
        let step = self.place_of(purpose).and_then(|place| self.step_at(person, place, at));
        step.map_or(State::Unknown, |step| step.state_at(at))
    }

    /// When a person said something about a purpose for the first time.
    #[cfg(feature = "tables")]
    pub(crate) fn begun(&self, person: PersonId, purpose: &PurposeRef) -> Option<Timestamp> {
        let first = |step: &&Step| self.earlier.get(step.prev as usize);
        let steps = std::iter::successors(self.last(person, purpose), first);
        steps.last().map(|step| step.from)
    }

    /// The last step of a person about a purpose.
    pub(crate) fn last(&self, person: PersonId, purpose: &PurposeRef) -> Option<&Step> {
        Some(&self.find(person, self.place_of(purpose)?)?.step)
    }

    /// The notice that a step was said under.
    pub(crate) fn notice_of(&self, step: &Step) -> Option<DocumentId> {
        self.notice_ids.get(step.notice as usize).copied()
    }

    pub(crate) fn born(&self, person: PersonId) -> Option<Date> {
        self.extra(person)?.born
    }

    /// The birthday of a person that is on record, and who recorded it.
    pub(crate) fn birth(&self, person: PersonId) -> Option<Birth> {
        let extra = self.extra(person)?;
        Some(Birth { day: extra.born?, office: extra.born_by })
    }

    pub(crate) fn erased(&self, person: PersonId) -> Option<Timestamp> {
        self.extra(person)?.erased()
    }

    pub(crate) fn representations(&self, person: PersonId) -> &[Representation] {
        self.extra(person).map_or(&[], |extra| &extra.representations)
    }

    /// Everything that a person ever said something about.
    pub(crate) fn held_by(&self, person: PersonId) -> Vec<Held<'_>> {
        let all = (0_u32..)
            .zip(&self.offers)
            .filter_map(|(nth, (purpose, _))| Some(Held { purpose, step: &self.find(person, nth)?.step }));
        all.collect()
    }

    /// Everybody who ever said something about a purpose of a controller, in the order of their pseudonyms.
    pub(crate) fn of_controller(&self, organisation: OrganisationId) -> Vec<(PersonId, Held<'_>)> {
        let held = |last| {
            let Last { person, step }: &Last = last;
            let (purpose, _) = self.offers.get(step.purpose as usize)?;
            (purpose.organisation == organisation).then_some((*person, Held { purpose, step }))
        };
        let mut all: Vec<(PersonId, Held<'_>)> = self.last.iter().filter_map(held).collect();
        all.sort_by(|(a, x), (b, y)| (a, x.purpose).cmp(&(b, y.purpose)));
        all
    }

    /// When a recipient was told something about data for a purpose, for the first time since a moment.
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
            let at = part.purpose_place(purpose.organisation, purpose.purpose.as_str());
            let above = offer.within.and_then(|above| self.offer_at(above)).map(|(above, _)| above.clone());
            let within =
                above.and_then(|above| part.purpose_place(above.organisation, above.purpose.as_str()));
            if let Some((_, slot)) = at.and_then(|at| part.offers.get_mut(at as usize)) {
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
        if let Some(extra) = self.extras.get(&person) {
            part.extras.insert(person, extra.clone());
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
            let Some(purpose) = part.purpose_place(purpose.organisation, name) else { continue };
            if part.find(person, purpose).is_some() {
                continue;
            }
            let mut before = None;
            for mut step in steps.into_iter().rev() {
                (step.notice, step.purpose) = (NONE, purpose);
                part.put(person, before, step);
                before = part.find(person, purpose).map(|last| last.step);
            }
        }
    }

    /// How many changes it holds.
    pub(crate) fn len(&self) -> usize {
        self.last.len() + self.earlier.len()
    }
}
