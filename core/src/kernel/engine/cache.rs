//! The states that streams make: loaded when first asked for, kept current with the store's own feed.

use std::sync::Arc;

use hashbrown::HashMap;

use super::consent::birthday_among;
use super::replay::{read_organisation, read_person, read_process, read_ratings};
use super::{Engine, Error, snapshot};
use crate::check::{Access, Consented, Parties, ProcessView};
use crate::consent::Register;
use crate::governance::Holder;
use crate::journal::{Appended, Event, EventData, Position, Snapshot, StreamId, Version};
use crate::kernel::fold::{
    apply_consent, apply_organisation, apply_process, apply_ratings, begin_organisation, begin_process,
    begin_ratings,
};
use crate::kernel::{Documents, Stream};
use crate::party::Organisation;
use crate::person::{self, Person};
use crate::process::Process;
use crate::rating::Ratings;
use crate::types::{
    Date, EventId, HostId, Map, OrganisationId, PersonId, ProcessId, RatingId, Set, Timestamp,
};
use crate::vault::{Party, VaultWrite};

/// How many events are read from the store at once.
const PAGE: usize = 1024;

/// What is in memory of the streams.
#[derive(Debug, Default)]
pub(super) struct Cache {
    /// How far the store was read.
    position: Position,
    organisations: Map<OrganisationId, Arc<Stream<Organisation>>>,
    processes: HashMap<ProcessId, Slot>,
    ratings: Map<RatingId, Arc<Stream<Ratings>>>,
    ties: HashMap<HostId, Party>,
    /// What processes that require nothing have in its place.
    nothing: Arc<Consented>,
    /// What everybody said; read when first asked for.
    pub(super) register: Option<Register>,
}

#[derive(Debug)]
struct Slot {
    stream: Arc<Stream<Process>>,
    joined: Option<Joined>,
    /// What its people said about what it requires, by the register's revision.
    consented: Option<(u64, Arc<Consented>)>,
    /// The version of the last snapshot that is known to be kept.
    snapshot: Version,
}

/// A process's rules joined with the organisations that they speak of.
#[derive(Debug)]
struct Joined {
    revision: u64,
    parties: Arc<Parties>,
    access: Arc<Access>,
}

/// What stands behind a stream.
#[derive(Debug)]
pub(super) enum Loaded {
    Organisation(Arc<Stream<Organisation>>),
    Process(ProcessView),
    Rating(Arc<Stream<Ratings>>),
    Person(Stream<Person>),
    /// How far what she said has come.
    Consent(Option<(Version, EventId, Timestamp)>),
}

impl Engine {
    /// Catches up with what others have appended to the store.
    pub(super) fn sync(&self) -> Result<(), Error> {
        let head = self.store.position()?;
        if self.read_cache().is_some_and(|cache| cache.position == head) {
            return Ok(());
        }
        let mut cache = self.write_cache();
        if cache.is_untouched() {
            // Nothing was loaded yet, so there is nothing that could be out of date.
            cache.position = head;
            return Ok(());
        }
        loop {
            let changes = self.store.changes(cache.position, PAGE)?;
            for change in &changes {
                if cache.holds(change.stream) {
                    let event = Event::read(change.stored.id, &change.stored.body)?;
                    let born = self.birthday_in(&event)?;
                    cache.apply(&event, born, &self.documents.over(self))?;
                }
                cache.position = change.position;
            }
            if changes.len() < PAGE {
                return Ok(());
            }
        }
    }

    /// Takes in what this engine itself has appended. It is durable by now, so nothing here may fail: if the
    /// states cannot follow, they are forgotten and read again.
    pub(super) fn take_in(&self, appended: Appended, events: &[Event], vault: &[VaultWrite]) {
        let mut cache = self.write_cache();
        let followed = cache.follow(appended, events, vault, &self.documents.over(self));
        if followed.is_err() {
            *cache = Cache::default();
            return;
        }
        let due = self.store.snapshot_every().and_then(|every| cache.snapshot_due(events, every));
        drop(cache);
        if let Some((stream, snapshot)) = due {
            // Without it, opening the stream takes longer; nothing else is lost.
            self.store.put_snapshot(stream, &snapshot).ok();
        }
    }

    /// The party behind a host id, if it is known.
    pub(super) fn party(&self, host_id: &HostId) -> Result<Option<Party>, Error> {
        if let Some(party) = self.read_cache().and_then(|cache| cache.ties.get(host_id).copied()) {
            return Ok(Some(party));
        }
        let found = self.store.party(host_id)?;
        if let Some(party) = found {
            self.write_cache().ties.insert(host_id.clone(), party);
        }
        Ok(found)
    }

    /// What stands behind a stream now; `None` if there is no such stream. Call after [`sync`](Self::sync).
    pub(super) fn loaded(&self, stream: StreamId) -> Result<Option<Loaded>, Error> {
        match stream {
            StreamId::Organisation(id) => Ok(self.organisation_stream(id)?.map(Loaded::Organisation)),
            StreamId::Process(id) => Ok(self.view(id)?.map(Loaded::Process)),
            StreamId::Rating(id) => Ok(self.ratings_stream(id)?.map(Loaded::Rating)),
            StreamId::Consent(id) => self.consent_head(id).map(|head| Some(Loaded::Consent(head))),
            // Seldom asked for and short, so it is read each time.
            StreamId::Person(id) => Ok(read_person(&*self.store, id)?.map(Loaded::Person)),
        }
    }

    pub(super) fn ratings_stream(&self, id: RatingId) -> Result<Option<Arc<Stream<Ratings>>>, Error> {
        if let Some(found) = self.read_cache().and_then(|cache| cache.ratings.get(&id).cloned()) {
            return Ok(Some(found));
        }
        let mut cache = self.write_cache();
        let Some(stream) = read_ratings(&*self.store, id, None)? else { return Ok(None) };
        let stream = Arc::new(stream);
        cache.ratings.insert(id, Arc::clone(&stream));
        Ok(Some(stream))
    }

    pub(super) fn organisation_stream(
        &self,
        id: OrganisationId,
    ) -> Result<Option<Arc<Stream<Organisation>>>, Error> {
        if let Some(found) = self.read_cache().and_then(|cache| cache.organisations.get(&id).cloned()) {
            return Ok(Some(found));
        }
        let mut cache = self.write_cache();
        self.load_organisation(&mut cache, id)
    }

    fn load_organisation(
        &self,
        cache: &mut Cache,
        id: OrganisationId,
    ) -> Result<Option<Arc<Stream<Organisation>>>, Error> {
        if let Some(found) = cache.organisations.get(&id) {
            return Ok(Some(Arc::clone(found)));
        }
        let documents = self.documents.over(self);
        let Some(stream) = read_organisation(&*self.store, id, None, &documents)? else { return Ok(None) };
        let stream = Arc::new(stream);
        cache.organisations.insert(id, Arc::clone(&stream));
        Ok(Some(stream))
    }

    /// A view of a process as it is now.
    pub(super) fn view(&self, id: ProcessId) -> Result<Option<ProcessView>, Error> {
        if let Some(view) = self.read_cache().and_then(|cache| cache.view(id)) {
            return Ok(Some(view));
        }
        let mut cache = self.write_cache();
        if !cache.processes.contains_key(&id) {
            let documents = self.documents.over(self);
            let Some((stream, snapshot)) = read_process(&*self.store, id, None, &documents)? else {
                return Ok(None);
            };
            let slot = Slot { stream: Arc::new(stream), joined: None, consented: None, snapshot };
            cache.processes.insert(id, slot);
        }
        let Some(slot) = cache.processes.get(&id) else { return Ok(None) };
        let stream = Arc::clone(&slot.stream);
        if cache.register.is_none() && !stream.state.requirements().is_empty() {
            drop(cache);
            self.load_register()?;
            return self.view(id);
        }
        let mut parties = Parties::default();
        for organisation in organisations_in(&stream.state) {
            if let Some(found) = self.load_organisation(&mut cache, organisation)? {
                parties.insert(found);
            }
        }
        let access = Arc::new(Access::compile(&stream.state, &parties));
        let joined =
            Joined { revision: stream.state.governance().revision(), parties: Arc::new(parties), access };
        let consented = cache.register.as_ref().filter(|_| !stream.state.requirements().is_empty());
        let consented = consented.map(|register| {
            let register = of_people(register, &stream.state, joined.access.people());
            (register.revision(), Arc::new(Consented { register, heads: Map::new() }))
        });
        if let Some(slot) = cache.processes.get_mut(&id) {
            slot.joined = Some(joined);
            slot.consented = consented;
        }
        Ok(cache.view(id))
    }

    /// The organisations that a decision may ask about: those of the process, and those that the command names.
    pub(super) fn parties(
        &self,
        loaded: Option<&Loaded>,
        named: &[OrganisationId],
    ) -> Result<Arc<Parties>, Error> {
        let known = match loaded {
            Some(Loaded::Process(view)) => Arc::clone(&view.parties),
            _ => Arc::default(),
        };
        if named.is_empty() {
            return Ok(known);
        }
        let mut parties = Parties::clone(&known);
        for id in named {
            if let Some(organisation) = self.organisation_stream(*id)? {
                parties.insert(organisation);
            }
        }
        Ok(Arc::new(parties))
    }
}

impl Cache {
    fn is_untouched(&self) -> bool {
        self.organisations.is_empty()
            && self.processes.is_empty()
            && self.ratings.is_empty()
            && self.ties.is_empty()
            && self.register.is_none()
    }

    fn holds(&self, stream: StreamId) -> bool {
        match stream {
            StreamId::Consent(_) => self.register.is_some(),
            // The register knows every organisation's notices.
            StreamId::Organisation(id) => self.register.is_some() || self.organisations.contains_key(&id),
            StreamId::Process(id) => self.processes.contains_key(&id),
            StreamId::Rating(id) => self.ratings.contains_key(&id),
            // Whoever is known by an id may be no longer.
            StreamId::Person(_) => true,
        }
    }

    /// A view, if all that it shows is loaded and joined.
    fn view(&self, id: ProcessId) -> Option<ProcessView> {
        let slot = self.processes.get(&id)?;
        let joined = slot.joined.as_ref()?;
        let current = |organisation: &Arc<Stream<Organisation>>| {
            self.organisations.get(&organisation.state.id).is_some_and(|now| Arc::ptr_eq(now, organisation))
        };
        let valid = joined.revision == slot.stream.state.governance().revision()
            && joined.parties.iter().all(current);
        let consented = if slot.stream.state.requirements().is_empty() {
            &self.nothing
        } else {
            let (revision, consented) = slot.consented.as_ref()?;
            Some(consented).filter(|_| self.register.as_ref().is_some_and(|r| r.revision() == *revision))?
        };
        valid.then(|| ProcessView {
            consented: Arc::clone(consented),
            stream: Arc::clone(&slot.stream),
            parties: Arc::clone(&joined.parties),
            access: Arc::clone(&joined.access),
        })
    }

    /// Takes in an event of a stream that is loaded, or that it begins. An event that was taken in before is
    /// passed over.
    fn apply(&mut self, event: &Event, born: Option<Date>, documents: &dyn Documents) -> Result<(), Error> {
        match event.head.stream {
            StreamId::Consent(id) => {
                if let Some(register) = &mut self.register {
                    apply_consent(register, id, event, born)?;
                }
            }
            StreamId::Organisation(id) => match self.organisations.get_mut(&id) {
                Some(stream) if event.head.seq <= stream.version => {}
                Some(stream) => {
                    // A new allocation, so that views joined with the old one notice.
                    let mut next = Stream::clone(stream);
                    apply_organisation(&mut next, event, documents)?;
                    *stream = Arc::new(next);
                    if let (EventData::Notice(_), Some(register)) = (&event.data, &mut self.register) {
                        register.learn(id, stream.state.notices().all());
                    }
                }
                None => {
                    self.organisations.insert(id, Arc::new(begin_organisation(id, event)?));
                }
            },
            StreamId::Process(id) => match self.processes.get_mut(&id) {
                Some(slot) if event.head.seq <= slot.stream.version => {}
                Some(slot) => apply_process(Arc::make_mut(&mut slot.stream), event, documents)?,
                None => {
                    let stream = Arc::new(begin_process(id, event, documents)?);
                    self.processes
                        .insert(id, Slot { stream, joined: None, consented: None, snapshot: Version(0) });
                }
            },
            StreamId::Rating(id) => match self.ratings.get_mut(&id) {
                Some(stream) if event.head.seq <= stream.version => {}
                Some(stream) => apply_ratings(Arc::make_mut(stream), event)?,
                None => drop(self.ratings.insert(id, Arc::new(begin_ratings(id, event)?))),
            },
            StreamId::Person(id) => {
                let EventData::Person(data) = &event.data else { return Ok(()) };
                if let Some(register) = &mut self.register {
                    register.apply_person(id, (event.head.seq, event.head.at), data);
                }
                match data {
                    person::Event::PersonErased(_) => {
                        self.ties.retain(|_, party| *party != Party::Person(id));
                    }
                    // It may be a birthday that was put right; that is read again from the vault.
                    person::Event::TextRectified(_) => self.register = None,
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn follow(
        &mut self,
        appended: Appended,
        events: &[Event],
        vault: &[VaultWrite],
        documents: &dyn Documents,
    ) -> Result<(), Error> {
        for write in vault {
            if let VaultWrite::Tie(tie) = write {
                self.ties.insert(tie.host_id.clone(), tie.party);
            }
        }
        // Otherwise somebody else appended in between, and the next `sync` brings both in order.
        if self.position == appended.previous {
            for event in events {
                if event.head.prev.is_none() || self.holds(event.head.stream) {
                    self.apply(event, birthday_among(event, vault), documents)?;
                }
            }
            self.position = appended.last;
        }
        Ok(())
    }

    /// The organisations whose notices the register knows.
    pub(super) fn organisations(&self) -> impl Iterator<Item = &Arc<Stream<Organisation>>> {
        self.organisations.values()
    }

    fn snapshot_due(&mut self, events: &[Event], every: u64) -> Option<(StreamId, Snapshot)> {
        let StreamId::Process(id) = events.first()?.head.stream else { return None };
        let slot = self.processes.get_mut(&id)?;
        let stream = &slot.stream;
        if stream.version.0.saturating_sub(slot.snapshot.0) < every {
            return None;
        }
        let snapshot = snapshot::take(stream)?;
        slot.snapshot = stream.version;
        Some((id.into(), snapshot))
    }
}

/// The organisations whose teams hold grants or restrictions in a process.
fn organisations_in(process: &Process) -> Set<OrganisationId> {
    let governance = process.governance();
    let holders =
        governance.grants().map(|grant| grant.holder).chain(governance.restrictions().map(|r| r.holder));
    let organisation = |holder| match holder {
        Holder::Team { organisation, .. } => Some(organisation),
        Holder::Person(_) => None,
    };
    holders.filter_map(organisation).collect()
}

/// What the people of a process said about what it requires.
pub(super) fn of_people(
    register: &Register,
    process: &Process,
    people: impl IntoIterator<Item = PersonId>,
) -> Register {
    let requirements = process.requirements();
    let purposes = requirements.iter().map(|requirement| &requirement.purpose);
    register.extract(people.into_iter().chain(requirements.subjects()), purposes)
}

/// Joins a process of the past with its organisations of the past, and with what its people had said by then.
pub(super) fn join(
    stream: Stream<Process>,
    organisations: impl Fn(OrganisationId) -> Result<Option<Stream<Organisation>>, Error>,
    said: impl FnOnce(&Process, Vec<PersonId>) -> Result<Register, Error>,
) -> Result<ProcessView, Error> {
    let mut parties = Parties::default();
    for id in organisations_in(&stream.state) {
        if let Some(organisation) = organisations(id)? {
            parties.insert(Arc::new(organisation));
        }
    }
    let access = Arc::new(Access::compile(&stream.state, &parties));
    let register = match stream.state.requirements().is_empty() {
        true => Register::default(),
        false => said(&stream.state, access.people())?,
    };
    let consented = Arc::new(Consented { register, heads: Map::new() });
    Ok(ProcessView { stream: Arc::new(stream), parties: Arc::new(parties), access, consented })
}
