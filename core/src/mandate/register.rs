//! All mandates, found by whom they are for.

use std::sync::Arc;

use hashbrown::{HashMap, HashSet};

use super::{Mandate, MandateHolder, MandateStatus, PartyForm, Principal};
use crate::journal::{Event, Reliance, Stream};
use crate::kernel::{ApplyFault, Documents, MandatesNeeded, State};
use crate::types::{Key, MandateId, OrganisationId, PersonId, Set, Timestamp};
use crate::vault::Party;

/// The mandates for one principal, by the form of their holders: a city has a mandate for each of its employees, but is
/// acted for by few organisations and teams.
#[derive(Debug, Clone, Default)]
struct ForPrincipal {
    organisations: Vec<MandateId>,
    persons: Vec<MandateId>,
    teams: Vec<MandateId>,
}

/// A list of mandates.
#[derive(Debug, Clone, Copy)]
enum List {
    For(Principal, PartyForm),
    Of(MandateHolder),
}

/// The mandates of a store, or those that a decision needs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mandates {
    all: HashMap<MandateId, Arc<Stream<Mandate>>>,
    by_principal: HashMap<Principal, ForPrincipal>,
    by_holder: HashMap<MandateHolder, Vec<MandateId>>,
    /// The mandates that replace another.
    superseded: HashMap<MandateId, Vec<MandateId>>,
    erased: HashSet<PersonId>,
}

impl Mandates {
    /// Takes in the next event of a mandate.
    pub(crate) fn take_in(
        &mut self,
        id: MandateId,
        event: &Event,
        documents: &dyn Documents,
    ) -> Result<(), ApplyFault> {
        match self.all.get_mut(&id) {
            Some(stream) if event.head.seq <= stream.seq => {}
            Some(stream) => {
                let stream = Arc::make_mut(stream);
                stream.state.follow(event, documents)?;
                stream.advance(event);
            }
            None => {
                let mandate = Mandate::begin(id, event, documents)?;
                self.put(Arc::new(Stream::new(mandate, event)));
            }
        }
        Ok(())
    }

    /// Where a mandate belongs among others: by when it was recorded, so that whoever reads the store finds the same
    /// mandate first.
    fn insert(&mut self, list: List, mandate: &Mandate) {
        let of = |id: &MandateId| self.get(*id).map(|other| (other.recorded_at, other.id));
        let key = Some((mandate.recorded_at, mandate.id));
        let place = |list: &[MandateId]| list.partition_point(|id| of(id) < key);
        let at = self.list(list).map_or(0, place);
        self.list_mut(list).insert(at, mandate.id);
    }

    fn put(&mut self, stream: Arc<Stream<Mandate>>) {
        let mandate = &stream.state;
        let (id, terms) = (mandate.id, &mandate.terms);
        if self.all.contains_key(&id) {
            return;
        }
        self.insert(List::For(terms.principal, terms.mandate_holder.form()), mandate);
        self.insert(List::Of(terms.mandate_holder), mandate);
        if let Some(other) = mandate.supersedes {
            self.superseded.entry(other).or_default().push(id);
        }
        self.all.insert(id, stream);
    }

    fn list(&self, list: List) -> Option<&[MandateId]> {
        match list {
            List::For(principal, form) => self.by_principal.get(&principal).map(|found| match form {
                PartyForm::Organisation => found.organisations.as_slice(),
                PartyForm::Person => &found.persons,
                PartyForm::Team => &found.teams,
            }),
            List::Of(holder) => self.by_holder.get(&holder).map(Vec::as_slice),
        }
    }

    fn list_mut(&mut self, list: List) -> &mut Vec<MandateId> {
        match list {
            List::For(principal, form) => {
                let found = self.by_principal.entry(principal).or_default();
                match form {
                    PartyForm::Organisation => &mut found.organisations,
                    PartyForm::Person => &mut found.persons,
                    PartyForm::Team => &mut found.teams,
                }
            }
            List::Of(holder) => self.by_holder.entry(holder).or_default(),
        }
    }

    /// Notes that a person was erased.
    pub(crate) fn erase(&mut self, person: PersonId) {
        self.erased.insert(person);
    }

    /// A mandate.
    pub(crate) fn get(&self, id: MandateId) -> Option<&Mandate> {
        self.all.get(&id).map(|stream| &stream.state)
    }

    /// How far the stream of a mandate has come.
    pub(crate) fn reliance(&self, id: MandateId) -> Option<Reliance> {
        self.all.get(&id).map(|stream| Reliance { id: stream.last, seq: stream.seq, stream: id.into() })
    }

    /// The streams of all mandates here.
    pub(crate) fn reliances(&self) -> impl Iterator<Item = Reliance> {
        self.all.keys().filter_map(|id| self.reliance(*id))
    }

    /// When the last event of each mandate happened.
    pub(crate) fn times(&self) -> impl Iterator<Item = Timestamp> {
        self.all.values().map(|stream| stream.at)
    }

    /// The mandates to act for a principal.
    pub(crate) fn for_principal(&self, principal: Principal) -> impl Iterator<Item = MandateId> {
        let found = self.by_principal.get(&principal).into_iter();
        found.flat_map(|found| found.organisations.iter().chain(&found.persons).chain(&found.teams)).copied()
    }

    /// Those by which a person acts for a principal directly: their own, and those of all teams.
    pub(super) fn direct(&self, actor: PersonId, principal: Principal) -> impl Iterator<Item = &Mandate> {
        let of_principal = move |mandate: &&Mandate| mandate.terms.principal == principal;
        let own = self.of_holder(MandateHolder::Person(actor)).filter_map(|id| self.get(id));
        let of_teams = self.by_principal.get(&principal).into_iter().flat_map(|found| &found.teams);
        own.filter(of_principal).chain(of_teams.filter_map(|id| self.get(*id)))
    }

    /// Whether a team acts for a principal, or for an organisation that acts for it.
    pub(crate) fn has_teams(&self, principal: Principal) -> bool {
        let of = |principal| self.by_principal.get(&principal).is_some_and(|found| !found.teams.is_empty());
        let organisations =
            self.of_organisations(principal).filter_map(|of| of.terms.mandate_holder.as_principal());
        of(principal) || organisations.into_iter().any(of)
    }

    /// Those by which organisations act for a principal.
    pub(super) fn of_organisations(&self, principal: Principal) -> impl Iterator<Item = &Mandate> {
        let found = self.by_principal.get(&principal).into_iter().flat_map(|found| &found.organisations);
        found.filter_map(|id| self.get(*id))
    }

    /// The mandates of a holder, in the order in which they were recorded.
    pub(crate) fn of_holder(&self, holder: MandateHolder) -> impl Iterator<Item = MandateId> {
        self.by_holder.get(&holder).into_iter().flatten().copied()
    }

    /// The status of a mandate at a moment, counting whatever replaced it.
    pub(crate) fn status(&self, mandate: &Mandate, at: Timestamp) -> MandateStatus {
        let status = mandate.status_at(at);
        if status.is_final() {
            return status;
        }
        let by = self.superseded.get(&mandate.id).into_iter().flatten().filter_map(|by| self.get(*by));
        match by.filter_map(Mandate::begins_at).any(|begins| begins <= at) {
            true => MandateStatus::Superseded,
            false => status,
        }
    }

    /// Whether a party of a mandate was erased.
    pub(super) fn has_erased_party(&self, mandate: &Mandate) -> bool {
        mandate.terms.people().any(|person| self.erased.contains(&person))
    }

    /// What a decision about some parties needs: the mandates by which the actors may act for them, directly or through an
    /// organisation, those that are exercised only together with one of these, those between two of the parties, some
    /// others, and those that all of these come from. The parties of the others count as named.
    pub(crate) fn extract(&self, needed: &MandatesNeeded) -> Self {
        let mut found = Self::default();
        let mut take = |mandate: &Mandate| self.take_chain(mandate.id, &mut found);
        let mut parties = needed.parties.clone();
        for mandate in needed.ids.iter().filter_map(|id| self.get(*id)) {
            take(mandate);
            let parent = mandate.parent.and_then(|parent| self.get(parent));
            for mandate in [Some(mandate), parent].into_iter().flatten() {
                parties.push(mandate.terms.principal);
                parties.extend(mandate.terms.mandate_holder.as_principal());
            }
        }
        parties.sort_unstable();
        parties.dedup();
        for principal in parties.iter().copied() {
            for actor in needed.actors.iter().copied() {
                self.direct(actor, principal).for_each(&mut take);
            }
            for mandate in self.of_organisations(principal) {
                take(mandate);
                let Some(organisation) = mandate.terms.mandate_holder.as_principal() else { continue };
                for actor in needed.actors.iter().copied() {
                    self.direct(actor, organisation).for_each(&mut take);
                }
            }
            for other in parties.iter().filter(|other| **other != principal) {
                let held = self.of_holder(other.as_holder()).filter_map(|id| self.get(id));
                held.filter(|mandate| mandate.terms.principal == principal).for_each(&mut take);
            }
        }
        self.take_others(&parties, &mut found);
        found.erased = found.people().filter(|person| self.erased.contains(person)).collect();
        found
    }

    /// Takes those mandates that are exercised only together with one that was found.
    fn take_others(&self, parties: &[Principal], found: &mut Self) {
        for principal in parties.iter().copied() {
            let here = found.for_principal(principal).filter_map(|id| found.get(id));
            let joint = here.map(|mandate| mandate.kind.document()).filter(|kind| kind.together.is_some());
            let codes: Set<Key> = joint.map(|kind| kind.kind_code.clone()).collect();
            if codes.is_empty() {
                continue;
            }
            let all = self.for_principal(principal).filter_map(|id| self.get(id));
            all.filter(|mandate| codes.contains(&mandate.kind.document().kind_code))
                .for_each(|mandate| self.take_chain(mandate.id, found));
        }
    }

    /// The people who are parties of these mandates.
    pub(crate) fn people(&self) -> impl Iterator<Item = PersonId> {
        self.all.values().flat_map(|stream| stream.state.terms.people())
    }

    fn take_chain(&self, id: MandateId, found: &mut Self) {
        let mut next = Some(id);
        while let Some(stream) = next.and_then(|id| self.all.get(&id)) {
            if found.all.contains_key(&stream.state.id) {
                return;
            }
            let by = self.superseded.get(&stream.state.id).into_iter().flatten();
            by.filter_map(|by| self.all.get(by)).for_each(|by| found.put(Arc::clone(by)));
            next = stream.state.parent;
            found.put(Arc::clone(stream));
        }
    }

    /// The mandates by which others act for a party, and those that it holds.
    pub(crate) fn of_party(&self, party: Party) -> Self {
        let mut found = Self::default();
        let granted = Principal::of(party).into_iter().flat_map(|principal| self.for_principal(principal));
        for id in granted.chain(self.of_holder(MandateHolder::of(party))) {
            self.take_chain(id, &mut found);
        }
        found
    }

    /// The teams that hold mandates.
    pub(crate) fn teams(&self) -> Vec<MandateHolder> {
        let holders = self.by_holder.keys().copied();
        let mut teams: Vec<_> = holders.filter(|holder| holder.form() == PartyForm::Team).collect();
        teams.sort_unstable();
        teams
    }

    /// The organisations that are parties of these mandates, themselves or by a team.
    pub(crate) fn organisations(&self) -> Vec<OrganisationId> {
        self.all.values().flat_map(|stream| stream.state.terms.organisations()).collect()
    }
}
