//! The states of processes and ratings in the cache.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;

use super::cache::{Fed, Organisations, Passed, Since, newer};
use super::snapshot;
use crate::check::{Access, Consented, ProcessView};
use crate::consent::{About, Followed, Register};
use crate::journal::{EventData, Fault, Held, OfStream, Position, Seq, Snapshot, Stream, StreamId};
use crate::kernel::Documents;
use crate::kernel::fold::apply_mandate;
use crate::mandate::Mandates;
use crate::party::{Organisation, Parties};
use crate::process::Process;
use crate::rating::Ratings;
use crate::types::{MandateId, PersonId, ProcessId, RatingId};
use crate::work;

/// The processes and ratings in memory.
#[derive(Debug, Default)]
pub(in super::super) struct Processes {
    processes: HashMap<ProcessId, CachedProcess>,
    ratings: HashMap<RatingId, Since<Arc<Stream<Ratings>>>>,
    /// All mandates; read when first asked for.
    mandates: Option<Since<Mandates>>,
    /// Every process and organisation of the store, each with its first position; read when first asked for.
    directory: Option<Since<BTreeMap<StreamId, Position>>>,
    /// Shared by the processes that require no purposes.
    nothing: Arc<Consented>,
}

/// Loaded data to be put in.
pub(in super::super) enum Read {
    Directory(Vec<StreamId>),
    Process(Option<Box<(Stream<Process>, Seq)>>),
    Ratings(Option<Stream<Ratings>>),
    Mandates(Box<Mandates>),
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

impl CachedProcess {
    fn new(stream: Stream<Process>, since: Position, snapshot: Seq) -> Self {
        let stream = Since { since, value: Arc::new(stream) };
        Self { stream, joined: None, consented: None, snapshot }
    }
}

impl Processes {
    /// Whether nothing here could become outdated.
    pub(in super::super) fn is_empty(&self) -> bool {
        self.processes.is_empty()
            && self.ratings.is_empty()
            && self.mandates.is_none()
            && self.directory.is_none()
    }

    pub(in super::super) fn has_process(&self, id: ProcessId) -> bool {
        self.processes.contains_key(&id)
    }

    pub(in super::super) fn has_rating(&self, id: RatingId) -> bool {
        self.ratings.contains_key(&id)
    }

    /// All mandates as of a position. `Err` if they are here but have moved past it.
    pub(in super::super) fn mandates(&self, at: Position) -> Result<Option<&Mandates>, Passed> {
        match &self.mandates {
            None => Ok(None),
            Some(mandates) => mandates.at(at).map(Some).ok_or(Passed),
        }
    }

    /// Whether the mandates are here.
    pub(in super::super) const fn has_mandates(&self) -> bool {
        self.mandates.is_some()
    }

    pub(super) fn process(&self, id: ProcessId, at: Position) -> Option<Arc<Stream<Process>>> {
        self.processes.get(&id)?.stream.at(at).cloned()
    }

    pub(super) fn ratings(&self, id: RatingId, at: Position) -> Option<Arc<Stream<Ratings>>> {
        self.ratings.get(&id)?.at(at).cloned()
    }

    /// Shared by the processes that require no purposes.
    pub(super) fn nothing(&self) -> Arc<Consented> {
        Arc::clone(&self.nothing)
    }

    /// A view, if everything it shows is here, joined, and unchanged since the position.
    pub(in super::super) fn view(
        &self,
        id: ProcessId,
        at: Position,
        organisations: &Organisations,
        register: Option<&Register>,
    ) -> Option<ProcessView> {
        let slot = self.processes.get(&id)?;
        let stream = slot.stream.at(at)?;
        let joined = slot.joined.as_ref()?;
        let current = |organisation: &Arc<Stream<Organisation>>| {
            let now = organisations.get(&organisation.state.id).and_then(|now| now.at(at));
            now.is_some_and(|now| Arc::ptr_eq(now, organisation))
        };
        let valid =
            joined.revision == stream.state.governance().revision() && joined.parties.iter().all(current);
        let consented = if stream.state.requirements().is_empty() {
            &self.nothing
        } else {
            let (heard, register) = (slot.consented.as_ref()?, register?);
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

    /// Puts in what was loaded at a position; the events that came since follow.
    pub(in super::super) fn put(&mut self, read: Read, at: Position, came: &[Fed]) {
        match read {
            Read::Directory(streams) => {
                let value = streams.into_iter().map(|stream| (stream, at)).collect();
                self.directory = Some(Since { since: at, value });
                came.iter().for_each(|fed| self.list(fed.event.head.stream, fed.position));
            }
            Read::Process(read) => {
                if let Some((stream, snapshot)) = read.map(|read| *read) {
                    self.processes.insert(stream.state.id(), CachedProcess::new(stream, at, snapshot));
                }
            }
            Read::Mandates(mandates) => self.mandates = Some(Since { since: at, value: *mandates }),
            Read::Ratings(stream) => {
                if let Some(stream) = stream {
                    let id = stream.state.rated().id();
                    self.ratings.insert(id, Since { since: at, value: Arc::new(stream) });
                }
            }
        }
    }

    /// Adds a stream to the directory, if that is loaded.
    pub(in super::super) fn list(&mut self, stream: StreamId, position: Position) {
        if let Some(directory) = self.directory.as_mut().filter(|_| is_listed(stream)) {
            directory.value.entry(stream).or_insert(position);
        }
    }

    /// Every process and organisation at a position, ordered by name.
    pub(super) fn directory(&self, at: Position) -> Option<Vec<StreamId>> {
        let all = self.directory.as_ref()?.at(at)?.iter();
        Some(all.filter(|(_, since)| **since <= at).map(|(stream, _)| *stream).collect())
    }

    pub(in super::super) fn forget_process(&mut self, id: ProcessId) {
        self.processes.remove(&id);
    }

    pub(in super::super) fn forget_rating(&mut self, id: RatingId) {
        self.ratings.remove(&id);
    }

    pub(in super::super) fn forget_mandates(&mut self) {
        self.mandates = None;
    }

    /// Notes in the mandates that a person was erased.
    pub(in super::super) fn erase_in_mandates(&mut self, person: PersonId, at: Position) {
        if let Some(mandates) = newer(&mut self.mandates, at) {
            mandates.erase(person);
        }
    }

    /// Applies an event of a mandate, if the mandates are here.
    pub(in super::super) fn apply_mandate(
        &mut self,
        id: MandateId,
        fed: &Fed,
        documents: &dyn Documents,
    ) -> Result<(), Fault> {
        if let Some(mandates) = newer(&mut self.mandates, fed.position) {
            apply_mandate(mandates, id, &fed.event, documents)?;
        }
        Ok(())
    }

    /// Applies an event to a process that is here or that it begins.
    pub(in super::super) fn apply_process(
        &mut self,
        id: ProcessId,
        fed: &Fed,
        documents: &dyn Documents,
    ) -> Result<(), Fault> {
        let event = &*fed.event;
        match self.processes.get_mut(&id) {
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
            None if event.head.prev.is_none() => {
                let stream = Stream::begin(id, event, documents)?;
                self.processes.insert(id, CachedProcess::new(stream, fed.position, Seq(0)));
            }
            None => {}
        }
        Ok(())
    }

    /// The same for ratings.
    pub(in super::super) fn apply_rating(
        &mut self,
        id: RatingId,
        fed: &Fed,
        documents: &dyn Documents,
    ) -> Result<(), Fault> {
        let event = &*fed.event;
        match self.ratings.get_mut(&id) {
            Some(stream) if event.head.seq <= stream.value.seq => {}
            Some(stream) => {
                Arc::make_mut(&mut stream.value).follow(event, documents)?;
                stream.since = fed.position;
            }
            None if event.head.prev.is_none() => {
                let value = Arc::new(Stream::begin(id, event, documents)?);
                self.ratings.insert(id, Since { since: fed.position, value });
            }
            None => {}
        }
        Ok(())
    }

    /// The snapshot that is due after these events, if one is.
    pub(in super::super) fn snapshot_due(
        &mut self,
        events: &[Fed],
        every: u64,
    ) -> Option<(StreamId, Snapshot)> {
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
}

/// Whether the directory lists streams of this kind.
pub(super) fn is_listed(stream: StreamId) -> bool {
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
