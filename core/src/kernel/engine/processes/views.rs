//! Views of processes and ratings: from the cache, or read from the store and kept there.

use std::sync::Arc;

use super::cache::Read as Loaded;
use super::cache::What;
use super::cached::Read;
use super::consent::{all_of, organisations_of};
use super::replay::{NoDocuments, read_stream, replay};
use super::{Error, Moment, snapshot};
use crate::check::{Access, Consented, ProcessView};
use crate::consent::{Register, Resumed};
use crate::governance::Holder;
use crate::journal::{Reading, Reliance, Seq, Snapshot, Stream, StreamId};
use crate::kernel::Documents;
use crate::party::{Organisation, Parties};
use crate::process::Process;
use crate::rating::Ratings;
use crate::types::{HostId, Map, OrganisationId, PersonId, ProcessId, RatingId, Set, Timestamp};
use crate::vault::Party;

impl Moment<'_> {
    /// Every process and organisation of the store, ordered by name.
    pub(super) fn directory(&self) -> Result<Vec<StreamId>, Error> {
        if let Some(found) =
            self.engine.read_cache().and_then(|cache| cache.processes.directory(self.position))
        {
            return Ok(found);
        }
        let load = self.begin(What::Directory);
        let organisations = organisations_of(self.reading()?)?.into_iter().map(StreamId::Organisation);
        let streams: Vec<StreamId> =
            organisations.chain(processes_of(self.reading()?)?.into_iter().map(StreamId::Process)).collect();
        load.put(|| Loaded::OfProcesses(Read::Directory(streams.clone())));
        Ok(streams)
    }

    pub(in super::super) fn ratings_stream(
        &self,
        id: RatingId,
    ) -> Result<Option<Arc<Stream<Ratings>>>, Error> {
        if let Some(found) =
            self.engine.read_cache().and_then(|cache| cache.processes.ratings(id, self.position))
        {
            return Ok(Some(found));
        }
        let load = self.begin(What::Stream(id.into()));
        let stream = read_ratings(self.reading()?, id, None)?;
        load.put(|| Loaded::OfProcesses(Read::Ratings(stream.clone())));
        Ok(stream.map(Arc::new))
    }

    fn process_stream(&self, id: ProcessId) -> Result<Option<Arc<Stream<Process>>>, Error> {
        if let Some(found) =
            self.engine.read_cache().and_then(|cache| cache.processes.process(id, self.position))
        {
            return Ok(Some(found));
        }
        let load = self.begin(What::Stream(id.into()));
        let read = read_process(self.reading()?, id, None, &self.documents())?;
        load.put(|| Loaded::OfProcesses(Read::Process(read.clone().map(Box::new))));
        let cached = self.engine.read_cache().and_then(|cache| cache.processes.process(id, self.position));
        Ok(cached.or_else(|| read.map(|(stream, _)| Arc::new(stream))))
    }

    /// A view of a process; `None` if there is no such process.
    pub(crate) fn view(&self, id: ProcessId) -> Result<Option<ProcessView>, Error> {
        self.note(id.into());
        if let Some(view) = self.engine.read_cache().and_then(|cache| cache.view(id, self.position)) {
            return Ok(Some(view));
        }
        let Some(stream) = self.process_stream(id)? else { return Ok(None) };
        let mut parties = Parties::default();
        for organisation in organisations_in(&stream.state) {
            if let Some(found) = self.organisation_stream(organisation)? {
                parties.insert(found);
            }
        }
        let access = Arc::new(Access::compile(&stream.state, &parties));
        let (consented, heard_to) = if stream.state.requirements().is_empty() {
            let nothing = self.engine.read_cache().map(|cache| cache.processes.nothing());
            (nothing.unwrap_or_default(), None)
        } else {
            let extract = |register: &Register| {
                (of_people(register, &stream.state, access.people()), register.followed())
            };
            let (register, followed) = self.with_register(extract)?;
            (Arc::new(Consented { register, past: false, heads: Map::new() }), Some(followed))
        };
        let view = ProcessView { stream, parties: Arc::new(parties), access, consented };
        self.engine.write_cache().processes.join(id, &view, heard_to);
        Ok(Some(view))
    }

    /// Adds to a view the consents of those whom a command names, and how far these were read; returns who they are.
    /// The objections that resume for newcomers count among them.
    pub(in super::super) fn name_consents(
        &self,
        view: &mut ProcessView,
        known: &[(HostId, Party)],
        (resumed, at): (&[Resumed], Timestamp),
    ) -> Result<Vec<PersonId>, Error> {
        if view.process().requirements().is_empty() {
            return Ok(Vec::new());
        }
        let named = known.iter().filter_map(|(_, party)| match party {
            Party::Person(person) => Some(*person),
            Party::Organisation(_) | Party::Team(..) => None,
        });
        let mut named: Vec<PersonId> = named.collect();
        named.extend(view.process().requirements().subjects());
        let people = view.access.people().into_iter().chain(named.iter().copied());
        let people: Vec<PersonId> = people.collect();
        let mut heads = Map::new();
        for person in named.iter().copied() {
            if let Some((seq, id, _)) = self.consent_head(person)? {
                heads.insert(person, Reliance { id, seq, stream: StreamId::Consent(person) });
            }
        }
        let mut register = self.with_register(|register| of_people(register, view.process(), people))?;
        resumed.iter().for_each(|resumed| resumed.stand_in(&mut register, at));
        view.consented = Arc::new(Consented { register, past: false, heads });
        Ok(named)
    }
}

/// The consents of a process's people for the purposes it requires.
pub(super) fn of_people(
    register: &Register,
    process: &Process,
    people: impl IntoIterator<Item = PersonId>,
) -> Register {
    let requirements = process.requirements();
    let purposes = requirements.iter().map(|requirement| &requirement.purpose);
    let people = people.into_iter().chain(requirements.subjects()).chain(process.work().people());
    register.extract(people, purposes)
}

/// Joins a past state of a process with its organisations as of then and its people's consents by then.
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
    let consented = Arc::new(Consented { register, past: true, heads: Map::new() });
    Ok(ProcessView { stream: Arc::new(stream), parties: Arc::new(parties), access, consented })
}

/// The organisations whose teams hold grants or restrictions in a process or are asked to work in it, or in whose name
/// a grant is held.
fn organisations_in(process: &Process) -> Set<OrganisationId> {
    let governance = process.governance();
    let holders =
        governance.grants().map(|grant| grant.holder).chain(governance.restrictions().map(|r| r.holder));
    let organisation = |holder| match holder {
        Holder::Team { organisation_id: organisation, .. } => Some(organisation),
        Holder::Person(_) => None,
    };
    let capacities = governance.grants().filter_map(|grant| grant.organisation_id);
    // A person asked through a team answers as one of its members.
    let asked = process.work().assignments().map(|assignment| assignment.holder);
    holders.chain(asked).filter_map(organisation).chain(capacities).collect()
}

/// Every process of a store. Their names are adjacent, so nothing else is read.
fn processes_of(reading: &dyn Reading) -> Result<Vec<ProcessId>, Error> {
    all_of(reading, ProcessId::from_bytes([0; 16]).into(), StreamId::process)
}

/// Reads a process from its last snapshot and the events since, up to a `seq`; returns which snapshot was used.
pub(super) fn read_process(
    reading: &dyn Reading,
    id: ProcessId,
    until: Option<Seq>,
    documents: &dyn Documents,
) -> Result<Option<(Stream<Process>, Seq)>, Error> {
    let snapshot = reading.snapshot(id.into(), until.unwrap_or(Seq(u64::MAX)))?;
    let snapshot = match snapshot {
        Some(snapshot) if is_on_chain(&snapshot, id, reading)? => Some(snapshot),
        _ => None,
    };
    let mut stream = snapshot.as_ref().and_then(|snapshot| snapshot::restore(snapshot, documents));
    let from = stream.as_ref().map_or(Seq(0), |stream| stream.seq);
    replay(reading, id.into(), from, until, &mut |event| {
        Ok(Stream::take_in(&mut stream, id, event, documents)?)
    })?;
    Ok(stream.map(|stream| (stream, from)))
}

/// Whether a snapshot belongs to an event that the stream has. One that does not is skipped: it claims a state to which
/// no recorded act leads.
fn is_on_chain(snapshot: &Snapshot, id: ProcessId, reading: &dyn Reading) -> Result<bool, Error> {
    let before = Seq(snapshot.seq.0.saturating_sub(1));
    let event = reading.events(id.into(), before, 1)?;
    Ok(event.first().is_some_and(|event| event.seq == snapshot.seq && event.id == snapshot.id))
}

pub(super) fn read_ratings(
    reading: &dyn Reading,
    id: RatingId,
    until: Option<Seq>,
) -> Result<Option<Stream<Ratings>>, Error> {
    read_stream(reading, (id.into(), id), until, &NoDocuments)
}
