//! The stream states kept in memory, as of one position of the store.
//!
//! Each entry records the position since which it is unchanged. It is valid from there up to the position the cache has
//! reached, and for no other. Data loaded while others append is not put in as read: the cache notes the events that
//! arrive meanwhile and applies them first. The cache never calls the store.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;

use super::snapshot;
use crate::check::{Access, Consented, ProcessView};
use crate::consent::{About, Followed, Register};
use crate::home::{self, Homes};
use crate::journal::{
    Event, EventData, Fault, FaultKind, Held, OfStream, Position, Seq, Snapshot, Stream, StreamId,
};
use crate::kernel::Documents;
use crate::kernel::fold::{apply_consent, apply_mandate};
use crate::mandate::Mandates;
use crate::party::{Organisation, Parties};
use crate::person;
use crate::process::Process;
use crate::rating::Ratings;
use crate::types::{Date, EventId, HostId, OrganisationId, PersonId, ProcessId, RatingId};
use crate::vault::{Party, VaultWrite};
use crate::work;

/// The streams in memory.
#[derive(Debug, Default)]
pub(super) struct Cache {
    /// The position up to which the store was read.
    position: Position,
    /// The event at that position. It reveals a store that was replaced, for example by a restored backup.
    last: Option<EventId>,
    organisations: HashMap<OrganisationId, Since<Arc<Stream<Organisation>>>>,
    processes: HashMap<ProcessId, CachedProcess>,
    ratings: HashMap<RatingId, Since<Arc<Stream<Ratings>>>>,
    parties: HashMap<HostId, Since<Party>>,
    /// What was imported, if anything ever was.
    homes: Option<Since<Option<Arc<Stream<Homes>>>>>,
    /// The consent register; read when first asked for. While it is here, every organisation is.
    register: Option<Since<Register>>,
    /// All mandates; read when first asked for.
    mandates: Option<Since<Mandates>>,
    /// Every process and organisation of the store, each with its first position; read when first asked for.
    directory: Option<Since<BTreeMap<StreamId, Position>>>,
    /// What is being loaded from the store, and the events that arrived since that load began.
    loading: HashMap<What, Loading>,
    /// Distinguishes one load from another.
    loads: u64,
    /// Shared by the processes that require no purposes.
    nothing: Arc<Consented>,
}

/// A value, and the position since which it is unchanged.
#[derive(Debug)]
struct Since<T> {
    since: Position,
    value: T,
}

impl<T> Since<T> {
    fn at(&self, position: Position) -> Option<&T> {
        (self.since <= position).then_some(&self.value)
    }
}

#[derive(Debug)]
struct CachedProcess {
    stream: Since<Arc<Stream<Process>>>,
    joined: Option<Joined>,
    consented: Option<Heard>,
    /// The `seq` of the last snapshot known to be stored.
    snapshot: Seq,
}

/// The consents of a process's people for the purposes it requires.
#[derive(Debug)]
struct Heard {
    consented: Arc<Consented>,
    /// How far it holds. Whoever finds under the cache's read lock that it holds for longer updates this.
    followed: Followed,
}

impl Heard {
    /// Whether it matches the register, for a process in this state.
    fn holds(&self, register: &Register, process: &Process, access: &Access) -> bool {
        let requirements = process.requirements();
        register.leaves(&self.followed, |about| match about {
            About::Person(person) => {
                access.person(person).is_some()
                    || requirements.subjects().any(|subject| subject == person)
                    || process.work().people().any(|worker| worker == person)
            }
            About::Notices(organisation) => {
                requirements.iter().any(|requirement| requirement.purpose.organisation_id == organisation)
            }
        })
    }
}

/// A process's rules joined with the organisations they name.
#[derive(Debug)]
struct Joined {
    revision: u64,
    parties: Arc<Parties>,
    access: Arc<Access>,
}

/// What can be loaded from the store as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum What {
    Stream(StreamId),
    /// The list of processes and organisations.
    Directory,
    /// The register and every organisation.
    Register,
    /// All mandates.
    Mandates,
}

impl What {
    fn has(self, stream: StreamId) -> bool {
        match self {
            Self::Stream(id) => id == stream,
            Self::Directory => is_listed(stream),
            Self::Register => match stream.held() {
                Held::Will(_) | Held::Organisation(_) | Held::Person(_) => true,
                Held::Homes | Held::Mandate(_) | Held::Process(_) | Held::Rating(_) | Held::Nothing => false,
            },
            Self::Mandates => match stream.held() {
                Held::Mandate(_) | Held::Person(_) => true,
                Held::Will(_)
                | Held::Organisation(_)
                | Held::Homes
                | Held::Process(_)
                | Held::Rating(_)
                | Held::Nothing => false,
            },
        }
    }
}

#[derive(Debug)]
struct Loading {
    nth: u64,
    came: Vec<Fed>,
}

/// An event to be put into the cache, with what is needed to apply it.
#[derive(Debug, Clone)]
pub(super) struct Fed {
    pub(super) event: Arc<Event>,
    /// The date of birth it records, if the vault has it.
    pub(super) date_of_birth: Option<Date>,
    pub(super) position: Position,
}

/// Loaded data to be put in.
pub(super) enum Read {
    Directory(Vec<StreamId>),
    Homes(Option<Stream<Homes>>),
    Organisation(Option<Stream<Organisation>>),
    Process(Option<Box<(Stream<Process>, Seq)>>),
    Ratings(Option<Stream<Ratings>>),
    Register(Box<Register>, Vec<Arc<Stream<Organisation>>>),
    Mandates(Box<Mandates>),
}

impl Cache {
    pub(super) const fn position(&self) -> Position {
        self.position
    }

    /// The position up to which the store was read, with the event there.
    pub(super) fn tip(&self) -> Option<(Position, EventId)> {
        self.last.map(|last| (self.position, last))
    }

    /// Advances to an event.
    fn reach(&mut self, position: Position, event: EventId) {
        if position > self.position {
            (self.position, self.last) = (position, Some(event));
        }
    }

    /// Forgets everything except how far the store was read.
    pub(super) fn forget(&mut self) {
        let (position, last, loads) = (self.position, self.last, self.loads);
        *self = Self { position, last, loads, ..Self::default() };
    }

    /// Forgets everything, including how far the store was read.
    pub(super) fn start_over(&mut self) {
        self.forget();
        (self.position, self.last) = (Position(0), None);
    }

    /// Skips to a position if nothing in the cache could become outdated; returns whether it did.
    pub(super) fn jump(&mut self, to: Position, event: EventId) -> bool {
        let untouched = self.organisations.is_empty()
            && self.processes.is_empty()
            && self.ratings.is_empty()
            && self.parties.is_empty()
            && self.homes.is_none()
            && self.directory.is_none()
            && self.register.is_none()
            && self.mandates.is_none()
            && self.loading.is_empty();
        if untouched {
            self.reach(to, event);
        }
        untouched
    }

    /// Whether the cache needs the events of a stream.
    pub(super) fn wants(&self, stream: StreamId) -> bool {
        let held = match stream.held() {
            Held::Will(_) => self.register.is_some(),
            Held::Mandate(_) => self.mandates.is_some(),
            // It may tell withheld events.
            Held::Homes => true,
            Held::Organisation(id) => self.register.is_some() || self.organisations.contains_key(&id),
            Held::Process(id) => self.processes.contains_key(&id),
            Held::Rating(id) => self.ratings.contains_key(&id),
            // Read each time.
            Held::Nothing => false,
            // The person behind an id may have been erased.
            Held::Person(_) => true,
        };
        held || self.loading.keys().any(|what| what.has(stream))
    }

    pub(super) fn organisation(&self, id: OrganisationId, at: Position) -> Option<Arc<Stream<Organisation>>> {
        self.organisations.get(&id)?.at(at).cloned()
    }

    pub(super) fn process(&self, id: ProcessId, at: Position) -> Option<Arc<Stream<Process>>> {
        self.processes.get(&id)?.stream.at(at).cloned()
    }

    pub(super) fn ratings(&self, id: RatingId, at: Position) -> Option<Arc<Stream<Ratings>>> {
        self.ratings.get(&id)?.at(at).cloned()
    }

    /// What was imported: the outer `None` if not read yet, the inner if nothing ever was.
    pub(super) fn homes(&self, at: Position) -> Option<Option<Arc<Stream<Homes>>>> {
        self.homes.as_ref()?.at(at).cloned()
    }

    pub(super) fn party(&self, host_id: &HostId, at: Position) -> Option<Party> {
        self.parties.get(host_id)?.at(at).copied()
    }

    /// The consent register as of a position. `Err` if it is here but has moved past it.
    pub(super) fn register(&self, at: Position) -> Result<Option<&Register>, Passed> {
        match &self.register {
            None => Ok(None),
            Some(register) => register.at(at).map(Some).ok_or(Passed),
        }
    }

    /// All mandates as of a position. `Err` if they are here but have moved past it.
    pub(super) fn mandates(&self, at: Position) -> Result<Option<&Mandates>, Passed> {
        match &self.mandates {
            None => Ok(None),
            Some(mandates) => mandates.at(at).map(Some).ok_or(Passed),
        }
    }

    /// Whether the mandates are here.
    pub(super) const fn has_mandates(&self) -> bool {
        self.mandates.is_some()
    }

    /// The consent register, as of the cache's position.
    pub(super) fn latest_register(&self) -> Option<&Register> {
        self.register.as_ref().map(|register| &register.value)
    }

    /// A view, if everything it shows is here, joined, and unchanged since the position.
    pub(super) fn view(&self, id: ProcessId, at: Position) -> Option<ProcessView> {
        let slot = self.processes.get(&id)?;
        let stream = slot.stream.at(at)?;
        let joined = slot.joined.as_ref()?;
        let current = |organisation: &Arc<Stream<Organisation>>| {
            let now = self.organisations.get(&organisation.state.id).and_then(|now| now.at(at));
            now.is_some_and(|now| Arc::ptr_eq(now, organisation))
        };
        let valid =
            joined.revision == stream.state.governance().revision() && joined.parties.iter().all(current);
        let consented = if stream.state.requirements().is_empty() {
            &self.nothing
        } else {
            let (heard, register) = (slot.consented.as_ref()?, self.register.as_ref()?.at(at)?);
            let holds = heard.holds(register, &stream.state, &joined.access);
            Some(&heard.consented).filter(|_| holds)?
        };
        valid.then(|| ProcessView {
            consented: Arc::clone(consented),
            stream: Arc::clone(stream),
            parties: Arc::clone(&joined.parties),
            access: Arc::clone(&joined.access),
        })
    }

    /// Keeps what a view was joined from, as long as its process is the one in the cache.
    pub(super) fn join(&mut self, id: ProcessId, view: &ProcessView, heard_to: Option<Followed>) {
        let Some(slot) = self.processes.get_mut(&id) else { return };
        if !Arc::ptr_eq(&slot.stream.value, &view.stream) {
            return;
        }
        slot.joined = Some(Joined {
            revision: view.stream.state.governance().revision(),
            parties: Arc::clone(&view.parties),
            access: Arc::clone(&view.access),
        });
        slot.consented = heard_to.map(|followed| Heard { consented: Arc::clone(&view.consented), followed });
    }

    /// Keeps the party behind a host id, as read at a position, if that is the cache's own.
    pub(super) fn keep_party(&mut self, host_id: &HostId, party: Party, at: Position) {
        if self.position == at {
            self.parties.insert(host_id.clone(), Since { since: at, value: party });
        }
    }

    /// Starts a load at a position and notes the events that arrive from now on. `None` if the cache has moved past the
    /// position or another thread is loading the same; then the result is not for the cache.
    pub(super) fn begin_load(&mut self, what: What, at: Position) -> Option<u64> {
        if self.position != at || self.loading.contains_key(&what) {
            return None;
        }
        self.loads = self.loads.saturating_add(1);
        self.loading.insert(what, Loading { nth: self.loads, came: Vec::new() });
        Some(self.loads)
    }

    /// Stops noting events; returns those noted, if it is still the same load.
    pub(super) fn end_load(&mut self, what: What, nth: u64) -> Option<Vec<Fed>> {
        self.loading.get(&what).filter(|loading| loading.nth == nth)?;
        self.loading.remove(&what).map(|loading| loading.came)
    }

    /// Puts in what was loaded at a position, then applies the events since.
    pub(super) fn put(
        &mut self,
        read: Read,
        at: Position,
        came: &[Fed],
        documents: &dyn Documents,
    ) -> Result<(), Fault> {
        match read {
            Read::Directory(streams) => {
                let value = streams.into_iter().map(|stream| (stream, at)).collect();
                self.directory = Some(Since { since: at, value });
                came.iter().for_each(|fed| self.list(fed.event.head.stream, fed.position));
            }
            Read::Homes(stream) => self.homes = Some(Since { since: at, value: stream.map(Arc::new) }),
            Read::Organisation(stream) => {
                if let Some(stream) = stream {
                    self.put_organisation(Arc::new(stream), at);
                }
            }
            Read::Process(read) => {
                if let Some((stream, snapshot)) = read.map(|read| *read) {
                    let stream = Since { since: at, value: Arc::new(stream) };
                    let slot = CachedProcess { stream, joined: None, consented: None, snapshot };
                    self.processes.insert(stream_id(&slot), slot);
                }
            }
            Read::Ratings(stream) => {
                if let Some(stream) = stream {
                    let id = stream.state.rated().id();
                    self.ratings.insert(id, Since { since: at, value: Arc::new(stream) });
                }
            }
            Read::Mandates(mandates) => self.mandates = Some(Since { since: at, value: *mandates }),
            Read::Register(register, organisations) => {
                self.register = Some(Since { since: at, value: *register });
                for organisation in organisations {
                    // One already here is newer than what was read.
                    if !self.organisations.contains_key(&organisation.state.id) {
                        self.put_organisation(organisation, at);
                    }
                }
            }
        }
        came.iter().try_for_each(|fed| self.apply(fed, documents))
    }

    fn put_organisation(&mut self, stream: Arc<Stream<Organisation>>, since: Position) {
        self.organisations.insert(stream.state.id, Since { since, value: stream });
    }

    /// Takes in the next event of the store. A stream it does not fit is forgotten; the next load reports why.
    pub(super) fn take_in(&mut self, fed: &Fed, documents: &dyn Documents) {
        let stream = fed.event.head.stream;
        for (what, loading) in &mut self.loading {
            if what.has(stream) {
                loading.came.push(fed.clone());
            }
        }
        if self.apply(fed, documents).is_err() {
            self.forget_stream(stream);
        }
        self.list(stream, fed.position);
        self.reach(fed.position, fed.event.id);
    }

    /// Skips an event that concerns nothing here, or that cannot be read.
    pub(super) fn pass(&mut self, stream: StreamId, position: Position, event: EventId, unreadable: bool) {
        if unreadable {
            self.forget_stream(stream);
        }
        self.list(stream, position);
        self.reach(position, event);
    }

    /// Adds a stream to the directory, if that is loaded.
    fn list(&mut self, stream: StreamId, position: Position) {
        if let Some(directory) = self.directory.as_mut().filter(|_| is_listed(stream)) {
            directory.value.entry(stream).or_insert(position);
        }
    }

    /// Every process and organisation at a position, ordered by name.
    pub(super) fn directory(&self, at: Position) -> Option<Vec<StreamId>> {
        let all = self.directory.as_ref()?.at(at)?.iter();
        Some(all.filter(|(_, since)| **since <= at).map(|(stream, _)| *stream).collect())
    }

    fn forget_stream(&mut self, stream: StreamId) {
        self.loading.retain(|what, _| !what.has(stream));
        match stream.held() {
            Held::Nothing => {}
            Held::Will(_) => self.register = None,
            Held::Homes => self.homes = None,
            Held::Mandate(_) => self.mandates = None,
            Held::Organisation(id) => {
                self.organisations.remove(&id);
                self.register = None;
            }
            Held::Person(_) => {
                (self.register, self.mandates) = (None, None);
                self.parties.clear();
            }
            Held::Process(id) => drop(self.processes.remove(&id)),
            Held::Rating(id) => drop(self.ratings.remove(&id)),
        }
    }

    /// Applies an event to a stream that is here or that it begins. An event applied before is skipped.
    fn apply(&mut self, fed: &Fed, documents: &dyn Documents) -> Result<(), Fault> {
        let event = &*fed.event;
        if let EventData::Redaction(_) = event.data {
            // The state here was built from the earlier content.
            return Err(Fault::new(event.head.stream, event.head.seq, FaultKind::Redacted));
        }
        let begins = event.head.prev.is_none();
        match event.head.stream.held() {
            Held::Nothing => {}
            Held::Will(id) => {
                if let Some(register) = newer(&mut self.register, fed.position) {
                    apply_consent(register, id, event, fed.date_of_birth)?;
                }
            }
            Held::Homes => {
                if let EventData::Home(home::Event::BundleImported(e)) = &event.data {
                    self.forget_told(&e.disclosed);
                }
                if let Some(homes) = &mut self.homes {
                    let here = homes.value.as_deref().map(|stream| stream.seq).unwrap_or_default();
                    if event.head.seq > here {
                        let mut next = homes.value.as_deref().cloned();
                        Stream::take_in(&mut next, (), event, documents)?;
                        *homes = Since { since: fed.position, value: next.map(Arc::new) };
                    }
                }
            }
            Held::Mandate(id) => {
                if let Some(mandates) = newer(&mut self.mandates, fed.position) {
                    apply_mandate(mandates, id, event, documents)?;
                }
            }
            Held::Organisation(id) => self.apply_organisation(id, fed, documents)?,
            Held::Process(id) => match self.processes.get_mut(&id) {
                Some(slot) if event.head.seq <= slot.stream.value.seq => {}
                Some(slot) => {
                    Arc::make_mut(&mut slot.stream.value).follow(event, documents)?;
                    slot.stream.since = fed.position;
                    if matches!(event.data, EventData::Work(_) | EventData::Requirement(_)) {
                        // Whose consent counts, and for what, may have changed.
                        slot.consented = None;
                    }
                    if matches!(event.data, EventData::Work(work::Event::AssignmentMade(_))) {
                        // A team may be asked whose organisation was not named here so far.
                        slot.joined = None;
                    }
                }
                None if begins => {
                    let stream = Arc::new(Stream::begin(id, event, documents)?);
                    let stream = Since { since: fed.position, value: stream };
                    let slot = CachedProcess { stream, joined: None, consented: None, snapshot: Seq(0) };
                    self.processes.insert(id, slot);
                }
                None => {}
            },
            Held::Rating(id) => match self.ratings.get_mut(&id) {
                Some(stream) if event.head.seq <= stream.value.seq => {}
                Some(stream) => {
                    Arc::make_mut(&mut stream.value).follow(event, documents)?;
                    stream.since = fed.position;
                }
                None if begins => {
                    let value = Arc::new(Stream::begin(id, event, documents)?);
                    self.ratings.insert(id, Since { since: fed.position, value });
                }
                None => {}
            },
            Held::Person(id) => self.apply_person(id, fed),
        }
        Ok(())
    }

    /// Forgets the states built from streams whose events were rewritten.
    fn forget_told(&mut self, streams: &[StreamId]) {
        for stream in streams {
            self.forget_stream(*stream);
        }
    }

    fn apply_organisation(
        &mut self,
        id: OrganisationId,
        fed: &Fed,
        documents: &dyn Documents,
    ) -> Result<(), Fault> {
        let event = &*fed.event;
        match self.organisations.get_mut(&id) {
            Some(stream) if event.head.seq <= stream.value.seq => {}
            Some(stream) => {
                // A new allocation, so that views joined with the old one are rebuilt.
                let mut next = Stream::clone(&stream.value);
                next.follow(event, documents)?;
                *stream = Since { since: fed.position, value: Arc::new(next) };
            }
            None if event.head.prev.is_none() => {
                self.put_organisation(Arc::new(Stream::begin(id, event, documents)?), fed.position);
            }
            None => return Ok(()),
        }
        let stream = self.organisations.get(&id);
        if let (EventData::Notice(_), Some(stream)) = (&event.data, stream)
            && let Some(register) = newer(&mut self.register, fed.position)
        {
            register.learn(id, stream.value.state.notices().all());
        }
        Ok(())
    }

    fn apply_person(&mut self, id: PersonId, fed: &Fed) {
        let EventData::Person(data) = &fed.event.data else { return };
        if let Some(register) = newer(&mut self.register, fed.position) {
            register.apply_person(id, (fed.event.head.seq, fed.event.head.at), data);
        }
        match data {
            person::Event::PersonErased(_) => {
                if let Some(mandates) = newer(&mut self.mandates, fed.position) {
                    mandates.erase(id);
                }
                self.parties.retain(|_, party| party.value != Party::Person(id));
            }
            // It may be a rectified date of birth, which is read again from the vault.
            person::Event::TextRectified(_) => {
                self.register = None;
                self.loading.remove(&What::Register);
            }
            person::Event::SubjectRequestMade(_)
            | person::Event::SubjectRequestExtended(_)
            | person::Event::SubjectRequestAnswered(_)
            | person::Event::ProcessingRestrictionLifted(_)
            | person::Event::PersonWithheld(_)
            | person::Event::TextKept(_)
            | person::Event::TextAttributed(_) => {}
        }
    }

    /// Takes in what this engine itself appended, if nobody else appended in between. Otherwise the feed brings both in
    /// order.
    pub(super) fn follow(
        &mut self,
        previous: Position,
        events: &[Fed],
        vault: &[VaultWrite],
        documents: &dyn Documents,
    ) {
        if self.position != previous {
            return;
        }
        for fed in events {
            if fed.event.head.prev.is_none() || self.wants(fed.event.head.stream) {
                self.take_in(fed, documents);
            } else {
                self.pass(fed.event.head.stream, fed.position, fed.event.id, false);
            }
        }
        for write in vault {
            if let VaultWrite::PseudonymLink(link) = write {
                self.keep_party(&link.host_id, link.party, self.position);
            }
        }
    }

    pub(super) fn snapshot_due(&mut self, events: &[Fed], every: u64) -> Option<(StreamId, Snapshot)> {
        let StreamId::Process(id) = events.first()?.event.head.stream else { return None };
        let slot = self.processes.get_mut(&id)?;
        let stream = &slot.stream.value;
        if stream.seq.0.saturating_sub(slot.snapshot.0) < every {
            return None;
        }
        let snapshot = snapshot::take(stream)?;
        slot.snapshot = stream.seq;
        Some((id.into(), snapshot))
    }

    /// Shared by the processes that require no purposes.
    pub(super) fn nothing(&self) -> Arc<Consented> {
        Arc::clone(&self.nothing)
    }
}

/// Whether the directory lists streams of this kind.
fn is_listed(stream: StreamId) -> bool {
    match stream.held() {
        Held::Organisation(_) | Held::Process(_) => true,
        Held::Will(_)
        | Held::Homes
        | Held::Mandate(_)
        | Held::Person(_)
        | Held::Rating(_)
        | Held::Nothing => false,
    }
}

/// What was asked for has moved past the position asked for.
#[derive(Debug)]
pub(super) struct Passed;

/// A register, if it has not yet reached a position.
fn newer<T>(register: &mut Option<Since<T>>, position: Position) -> Option<&mut T> {
    let register = register.as_mut().filter(|register| register.since < position)?;
    register.since = position;
    Some(&mut register.value)
}

fn stream_id(slot: &CachedProcess) -> ProcessId {
    slot.stream.value.state.id()
}
