//! The stream states kept in memory, as of one position of the store.
//!
//! Each entry records the position since which it is unchanged. It is valid from there up to the position the cache has
//! reached, and for no other. Data loaded while others append is not put in as read: the cache notes the events that
//! arrive meanwhile and applies them first. The cache never calls the store.

use std::sync::Arc;

use hashbrown::HashMap;

use super::processes::{self, Processes};
use crate::check::ProcessView;
use crate::consent::Register;
use crate::home::{self, Homes};
use crate::journal::{Event, EventData, Fault, FaultKind, Held, OfStream, Position, Stream, StreamId};
use crate::kernel::Documents;
use crate::kernel::fold::apply_consent;
use crate::party::Organisation;
use crate::person;
use crate::types::{Date, EventId, HostId, OrganisationId, PersonId, ProcessId};
use crate::vault::{Party, VaultWrite};

/// The streams in memory.
#[derive(Debug, Default)]
pub(super) struct Cache {
    /// The position up to which the store was read.
    position: Position,
    /// The event at that position. It reveals a store that was replaced, for example by a restored backup.
    last: Option<EventId>,
    organisations: Organisations,
    pub(super) processes: Processes,
    parties: HashMap<HostId, Since<Party>>,
    /// What was imported, if anything ever was.
    homes: Option<Since<Option<Arc<Stream<Homes>>>>>,
    /// The consent register; read when first asked for. While it is here, every organisation is.
    register: Option<Since<Register>>,
    /// What is being loaded from the store, and the events that arrived since that load began.
    loading: HashMap<What, Loading>,
    /// Distinguishes one load from another.
    loads: u64,
}

/// Organisations in memory.
pub(super) type Organisations = HashMap<OrganisationId, Since<Arc<Stream<Organisation>>>>;

/// A value, and the position since which it is unchanged.
#[derive(Debug)]
pub(super) struct Since<T> {
    pub(super) since: Position,
    pub(super) value: T,
}

impl<T> Since<T> {
    pub(super) fn at(&self, position: Position) -> Option<&T> {
        (self.since <= position).then_some(&self.value)
    }
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
            Self::Directory => matches!(stream.held(), Held::Organisation(_) | Held::Process(_)),
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
    Homes(Option<Stream<Homes>>),
    Organisation(Option<Stream<Organisation>>),
    OfProcesses(processes::Read),
    Register(Box<Register>, Vec<Arc<Stream<Organisation>>>),
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
            && self.parties.is_empty()
            && self.homes.is_none()
            && self.register.is_none()
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
            Held::Mandate(_) => self.processes.has_mandates(),
            // It may tell withheld events.
            Held::Homes => true,
            Held::Organisation(id) => self.register.is_some() || self.organisations.contains_key(&id),
            Held::Process(id) => self.processes.has_process(id),
            Held::Rating(id) => self.processes.has_rating(id),
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

    /// A view of a process, if everything it shows is here and unchanged since the position.
    pub(super) fn view(&self, id: ProcessId, at: Position) -> Option<ProcessView> {
        let register = self.register.as_ref().and_then(|register| register.at(at));
        self.processes.view(id, at, &self.organisations, register)
    }

    /// The consent register, as of the cache's position.
    pub(super) fn latest_register(&self) -> Option<&Register> {
        self.register.as_ref().map(|register| &register.value)
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
            Read::Homes(stream) => self.homes = Some(Since { since: at, value: stream.map(Arc::new) }),
            Read::Organisation(stream) => {
                if let Some(stream) = stream {
                    self.put_organisation(Arc::new(stream), at);
                }
            }
            Read::OfProcesses(read) => self.processes.put(read, at, came),
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
        self.processes.list(stream, fed.position);
        self.reach(fed.position, fed.event.id);
    }

    /// Skips an event that concerns nothing here, or that cannot be read.
    pub(super) fn pass(&mut self, stream: StreamId, position: Position, event: EventId, unreadable: bool) {
        if unreadable {
            self.forget_stream(stream);
        }
        self.processes.list(stream, position);
        self.reach(position, event);
    }

    fn forget_stream(&mut self, stream: StreamId) {
        self.loading.retain(|what, _| !what.has(stream));
        match stream.held() {
            Held::Nothing => {}
            Held::Will(_) => self.register = None,
            Held::Homes => self.homes = None,
            Held::Mandate(_) => self.processes.forget_mandates(),
            Held::Organisation(id) => {
                self.organisations.remove(&id);
                self.register = None;
            }
            Held::Person(_) => {
                self.register = None;
                self.processes.forget_mandates();
                self.parties.clear();
            }
            Held::Process(id) => self.processes.forget_process(id),
            Held::Rating(id) => self.processes.forget_rating(id),
        }
    }

    /// Applies an event to a stream that is here or that it begins. An event applied before is skipped.
    fn apply(&mut self, fed: &Fed, documents: &dyn Documents) -> Result<(), Fault> {
        let event = &*fed.event;
        if let EventData::Redaction(_) = event.data {
            // The state here was built from the earlier content.
            return Err(Fault::new(event.head.stream, event.head.seq, FaultKind::Redacted));
        }
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
            Held::Mandate(id) => self.processes.apply_mandate(id, fed, documents)?,
            Held::Organisation(id) => self.apply_organisation(id, fed, documents)?,
            Held::Process(id) => self.processes.apply_process(id, fed, documents)?,
            Held::Rating(id) => self.processes.apply_rating(id, fed, documents)?,
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
                self.processes.erase_in_mandates(id, fed.position);
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
}

/// What was asked for has moved past the position asked for.
#[derive(Debug)]
pub(super) struct Passed;

/// A register, if it has not yet reached a position.
pub(super) fn newer<T>(register: &mut Option<Since<T>>, position: Position) -> Option<&mut T> {
    let register = register.as_mut().filter(|register| register.since < position)?;
    register.since = position;
    Some(&mut register.value)
}
