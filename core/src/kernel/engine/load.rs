//! Loads states into memory: read from the store at a moment, and kept current from its feed.
//!
//! Locks are taken in one order: the command lock, `registering`, the cache, the documents. Nothing opens a reading of
//! the store while it holds the cache. A [`Moment`] with an open reading may use it under the cache's read lock, since
//! no store waits for that lock.

use std::sync::{Arc, PoisonError};

use super::cache::{Cache, Fed, Passed, Read, What};
use super::consent::{birthday_among, birthday_in, organisations_of, scan_consents, scan_persons};
use super::redact::{documents_in, is_redaction};
use super::replay::{read_homes, read_organisation, read_stream};
use super::{Engine, Error, Moment};
use crate::consent::Register;
use crate::home::Homes;
use crate::journal::{Appended, Change, Event, Position, Reading, StoreError, Stream, StreamId};
use crate::kernel::decide::relied_on;
use crate::kernel::{CurrentState, Documents};
use crate::party::{Organisation, Parties};
use crate::types::{EventId, HostId, OrganisationId};
use crate::vault::{Party, VaultWrite};
#[cfg(feature = "process")]
use crate::{
    journal::StreamKind,
    kernel::{MandatesNeeded, fold::apply_mandate},
    mandate::Mandates,
    types::{PersonId, Set},
};
use interlink_record::locks::{RwLockReadGuard, RwLockWriteGuard};

/// How many events are read from the store at once.
const PAGE: usize = 1024;
/// How often loading the register is tried while others advance the cache between two steps.
const LOADS: usize = 64;

/// Every organisation.
pub(super) type Organisations = Vec<Arc<Stream<Organisation>>>;

impl Engine {
    pub(super) fn read_cache(&self) -> Option<RwLockReadGuard<'_, Cache>> {
        self.cache.read().ok()
    }

    /// The cache, emptied if a panic may have left it half changed.
    pub(super) fn write_cache(&self) -> RwLockWriteGuard<'_, Cache> {
        self.cache.write().unwrap_or_else(|poisoned| {
            let mut cache = poisoned.into_inner();
            cache.forget();
            // The model checker ends a run that panics, so its locks are never poisoned.
            #[cfg(not(shuttle))]
            self.cache.clear_poison();
            cache
        })
    }

    pub(super) fn cached(&self) -> Position {
        self.read_cache().map_or_else(|| self.write_cache().position(), |cache| cache.position())
    }

    /// Catches up with what was appended to the store; returns the position reached.
    pub(super) fn sync(&self) -> Result<Position, Error> {
        let head = self.store.position()?;
        let here = self.cached();
        if here == head {
            return Ok(here);
        }
        self.catch_up(&*self.store.read()?)?;
        Ok(self.cached())
    }

    /// Brings the cache at least as far as a reading.
    pub(super) fn catch_up(&self, reading: &dyn Reading) -> Result<(), Error> {
        if !self.stands(reading)? {
            self.write_cache().start_over();
        }
        let until = reading.position();
        loop {
            let from = self.cached();
            if from >= until {
                return Ok(());
            }
            if let Some(last) = event_at(reading, until)?
                && self.write_cache().jump(until, last)
            {
                return Ok(());
            }
            let page = reading.changes(from, PAGE)?;
            if page.is_empty() {
                let what = format!("it is at position {} and has no event after {}", until.0, from.0);
                return Err(StoreError::Malformed(what).into());
            }
            self.feed(&page, reading)?;
        }
    }

    /// Whether the store is still the one read into memory: it has the same event at the position reached. If a backup
    /// was restored meanwhile, nothing in memory is valid, and a decision based on it would break a chain.
    fn stands(&self, reading: &dyn Reading) -> Result<bool, Error> {
        let tip = match self.read_cache() {
            Some(cache) => cache.tip(),
            None => self.write_cache().tip(),
        };
        let Some((position, last)) = tip else { return Ok(true) };
        if position > reading.position() {
            // Another thread of this engine went further than this reading; the store has not gone back.
            return Ok(position <= self.store.position()?);
        }
        Ok(event_at(reading, position)? == Some(last))
    }

    /// Takes in a page of the feed. What it needs from the store is fetched before the cache is locked.
    fn feed(&self, page: &[Change], reading: &dyn Reading) -> Result<(), Error> {
        let wanted = |cache: &Cache, change: &Change| {
            change.position > cache.position()
                && (cache.wants(change.stream) || is_redaction(&change.stored.body))
        };
        let asked: Vec<bool> = match self.read_cache() {
            Some(cache) => page.iter().map(|change| wanted(&cache, change)).collect(),
            None => page.iter().map(|_| false).collect(),
        };
        let mut ready: Vec<Option<Option<Fed>>> = Vec::with_capacity(page.len());
        for (change, asked) in page.iter().zip(asked) {
            ready.push(if asked { Some(self.fetch(change, reading)?) } else { None });
        }
        let mut cache = self.write_cache();
        for (change, ready) in page.iter().zip(ready) {
            if change.position <= cache.position() {
                continue;
            }
            match (ready, cache.wants(change.stream)) {
                (Some(Some(fed)), true) => cache.take_in(&fed, &self.documents.alone()),
                (Some(None), _) => cache.pass(change.stream, change.position, change.stored.id, true),
                // Another thread began to load it in between: the rest of the page is fetched again.
                (None, true) => return Ok(()),
                (_, false) => cache.pass(change.stream, change.position, change.stored.id, false),
            }
        }
        Ok(())
    }

    /// An event of the feed, with the date of birth it records; `None` if it cannot be read. Afterwards the documents
    /// it relies on are in the cache.
    fn fetch(&self, change: &Change, reading: &dyn Reading) -> Result<Option<Fed>, Error> {
        let Ok(event) = Event::read(change.stored.id, &change.stored.body) else { return Ok(None) };
        let date_of_birth = birthday_in(&event, reading)?;
        self.documents.forget(&documents_in(&event.data));
        let documents = self.documents.over(reading);
        for id in relied_on(std::slice::from_ref(&event.data)) {
            documents.document(id);
        }
        Ok(Some(Fed { event: Arc::new(event), date_of_birth, position: change.position }))
    }

    /// Takes in what this engine itself appended. It is durable by now, so nothing here may fail.
    pub(super) fn take_in(&self, appended: Appended, events: &[Event], vault: &[VaultWrite]) {
        let count = events.len() as u64;
        let fed = |(nth, event): (u64, &Event)| Fed {
            date_of_birth: birthday_among(event, vault),
            event: Arc::new(event.clone()),
            position: Position(appended.last.0.saturating_sub(count.saturating_sub(nth).saturating_sub(1))),
        };
        let fed: Vec<Fed> = (0..).zip(events).map(fed).collect();
        let mut cache = self.write_cache();
        cache.follow(appended.previous, &fed, vault, &self.documents.alone());
        let due = self.store.snapshot_every().and_then(|every| cache.processes.snapshot_due(&fed, every));
        drop(cache);
        if let Some((stream, snapshot)) = due {
            // Without it, opening the stream takes longer; nothing else is lost.
            self.store.put_snapshot(stream, &snapshot).ok();
        }
    }
}

impl Engine {
    /// Loads the register into the cache, as of now. One thread reads it, the others wait.
    pub(super) fn load_register(&self) -> Result<(), Error> {
        let _registering = self.registering.lock().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..LOADS {
            if self.read_cache().is_some_and(|cache| cache.latest_register().is_some()) {
                return Ok(());
            }
            let reading = self.store.read()?;
            self.catch_up(&*reading)?;
            let at = reading.position();
            let nth = self.write_cache().begin_load(What::Register, at);
            let load = Load { engine: self, what: What::Register, nth, at };
            if load.nth.is_some() {
                let (register, organisations) = self.read_register(&*reading)?;
                load.put(|| Read::Register(Box::new(register), organisations));
            }
        }
        Ok(())
    }

    /// The consent register and every organisation, as they are in a reading.
    pub(super) fn read_register(&self, reading: &dyn Reading) -> Result<(Register, Organisations), Error> {
        let documents = self.documents.over(reading);
        let mut register = Register::default();
        let mut organisations = Vec::new();
        for id in organisations_of(reading)? {
            if let Some(stream) = read_organisation(reading, id, None, &documents)? {
                register.learn(id, stream.state.notices().all());
                organisations.push(Arc::new(stream));
            }
        }
        scan_consents(reading, &mut register)?;
        scan_persons(reading, &mut register)?;
        Ok((register, organisations))
    }
}

/// The event at a position, if there is one.
fn event_at(reading: &dyn Reading, position: Position) -> Result<Option<EventId>, Error> {
    let found = reading.changes(Position(position.0.saturating_sub(1)), 1)?;
    Ok(found.first().filter(|change| change.position == position).map(|change| change.stored.id))
}

/// A load for the cache. Dropped before it completes, it leaves nothing behind.
pub(super) struct Load<'e> {
    engine: &'e Engine,
    what: What,
    nth: Option<u64>,
    at: Position,
}

impl Load<'_> {
    pub(super) fn put(mut self, read: impl FnOnce() -> Read) {
        let Some(nth) = self.nth.take() else { return };
        let mut cache = self.engine.write_cache();
        let Some(came) = cache.end_load(self.what, nth) else { return };
        if cache.put(read(), self.at, &came, &self.engine.documents.alone()).is_err() {
            cache.forget();
        }
    }
}

impl Drop for Load<'_> {
    fn drop(&mut self) {
        if let Some(nth) = self.nth {
            self.engine.write_cache().end_load(self.what, nth);
        }
    }
}

macro_rules! met {
    (
        read { $($read:ident($($read_id:ident)?) $read_name:ident $read_state:path;)+ }
        kept { $($kept:ident($($kept_id:ident)?) $kept_name:ident $kept_state:path, $by:ident;)+ }
    ) => {
        impl Moment<'_> {
            /// The state that a command for a stream applies to.
            pub(crate) fn current(&self, stream: StreamId) -> Result<CurrentState, Error> {
                let current = match stream {
                    StreamId::Process(id) => self.view(id)?.map(CurrentState::Process),
                    StreamId::Consent(id) => Some(CurrentState::Consent(self.consent_head(id)?)),
                    // No command is for this stream.
                    StreamId::Import => None,
                    #[cfg(not(feature = "process"))]
                    StreamId::Mandate(_) | StreamId::Rating(_) => return Err(super::replay::lacking(stream)),
                    $(StreamId::$read$(($read_id))? => {
                        let found = read_stream(self.reading()?, (stream, ($($read_id)?)), None, &self.documents())?;
                        found.map(CurrentState::$read)
                    })+
                    $(StreamId::$kept$(($kept_id))? => self.$by($($kept_id)?)?.map(CurrentState::$kept),)+
                };
                Ok(current.unwrap_or(CurrentState::New))
            }
        }
    };
}
streams!(met);

impl Moment<'_> {
    pub(super) fn begin(&self, what: What) -> Load<'_> {
        let nth = self.engine.write_cache().begin_load(what, self.position);
        Load { engine: self.engine, what, nth, at: self.position }
    }

    /// The party behind a host id, if it is known.
    pub(crate) fn party(&self, host_id: &HostId) -> Result<Option<Party>, Error> {
        let cached = self.engine.read_cache().and_then(|cache| cache.party(host_id, self.position));
        if cached.is_some() {
            return Ok(cached);
        }
        let found = self.reading()?.party(host_id)?;
        if let Some(party) = found {
            self.engine.write_cache().keep_party(host_id, party, self.position);
        }
        Ok(found)
    }

    /// What was imported; `None` if nothing ever was.
    pub(super) fn homes(&self) -> Result<Option<Arc<Stream<Homes>>>, Error> {
        if let Some(found) = self.engine.read_cache().and_then(|cache| cache.homes(self.position)) {
            return Ok(found);
        }
        let load = self.begin(What::Stream(StreamId::Import));
        let stream = read_homes(self.reading()?)?;
        load.put(|| Read::Homes(stream.clone()));
        Ok(stream.map(Arc::new))
    }

    pub(super) fn organisation_stream(
        &self,
        id: OrganisationId,
    ) -> Result<Option<Arc<Stream<Organisation>>>, Error> {
        self.note(id.into());
        if let Some(found) = self.engine.read_cache().and_then(|cache| cache.organisation(id, self.position))
        {
            return Ok(Some(found));
        }
        let load = self.begin(What::Stream(id.into()));
        let stream = read_organisation(self.reading()?, id, None, &self.documents())?;
        load.put(|| Read::Organisation(stream.clone()));
        // The cached one, so that a view joined with it stays joined.
        let cached = self.engine.read_cache().and_then(|cache| cache.organisation(id, self.position));
        Ok(cached.or_else(|| stream.map(Arc::new)))
    }

    /// Adds organisations to those that a decision may ask about.
    pub(super) fn add_parties(
        &self,
        parties: &mut Arc<Parties>,
        ids: impl IntoIterator<Item = OrganisationId>,
    ) -> Result<(), Error> {
        for id in ids {
            if let Some(organisation) = self.organisation_stream(id)? {
                Arc::make_mut(parties).insert(organisation);
            }
        }
        Ok(())
    }

    /// Asks the consent register. `ask` must not call this or another moment: the cache is locked meanwhile.
    ///
    /// # Errors
    /// What the store reports.
    #[doc(hidden)]
    pub fn with_register<T>(&self, ask: impl FnOnce(&Register) -> T) -> Result<T, Error> {
        if let Some(register) = self.own_register() {
            return Ok(ask(register));
        }
        // It is loaded as of now, which may be later than this moment.
        for _ in 0..2 {
            if let Some(cache) = self.engine.read_cache() {
                match cache.register(self.position) {
                    Ok(Some(register)) => return Ok(ask(register)),
                    Err(Passed) if !self.is_patient() => return Err(self.moved()),
                    Err(Passed) => break,
                    Ok(None) => {}
                }
            }
            self.engine.load_register()?;
        }
        if !self.is_patient() {
            return Err(self.moved());
        }
        Ok(ask(self.read_own_register()?))
    }
}

#[cfg(feature = "process")]
impl Engine {
    /// Loads all mandates into the cache, as of now. One thread reads them, the others wait.
    fn load_mandates(&self) -> Result<(), Error> {
        let _registering = self.registering.lock().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..LOADS {
            if self.read_cache().is_some_and(|cache| cache.processes.has_mandates()) {
                return Ok(());
            }
            let reading = self.store.read()?;
            self.catch_up(&*reading)?;
            let at = reading.position();
            let nth = self.write_cache().begin_load(What::Mandates, at);
            let load = Load { engine: self, what: What::Mandates, nth, at };
            if load.nth.is_some() {
                let mandates = self.read_mandates(&*reading)?;
                load.put(|| Read::OfProcesses(super::processes::Read::Mandates(Box::new(mandates))));
            }
        }
        Ok(())
    }

    /// All mandates, as they are in a reading.
    pub(super) fn read_mandates(&self, reading: &dyn Reading) -> Result<Mandates, Error> {
        let documents = self.documents.over(reading);
        let mut mandates = Mandates::default();
        let mut fault = None;
        let scanned = reading.scan(StreamKind::Mandate, &mut |stream, scanned| {
            let StreamId::Mandate(id) = stream else { return Ok(()) };
            let taken = Event::read(scanned.id, scanned.body)
                .map_err(Error::from)
                .and_then(|event| Ok(apply_mandate(&mut mandates, id, &event, &documents)?));
            taken.map_err(|error| {
                let said = StoreError::Malformed(error.to_string());
                fault = Some(error);
                said
            })
        });
        scanned.map_err(|error| fault.take().unwrap_or_else(|| error.into()))?;
        let people: Set<PersonId> = mandates.people().collect();
        for person in people {
            if reading.host_id(Party::Person(person))?.is_none() {
                mandates.erase(person);
            }
        }
        Ok(mandates)
    }
}

#[cfg(feature = "process")]
impl Moment<'_> {
    /// The mandates that a decision or an answer needs.
    pub(super) fn mandates_needed(&self, needed: &MandatesNeeded) -> Result<Mandates, Error> {
        self.with_mandates(|mandates| mandates.extract(needed))
    }

    /// Asks all mandates. `ask` must not call this or another moment: the cache is locked meanwhile.
    pub(super) fn with_mandates<T>(&self, ask: impl FnOnce(&Mandates) -> T) -> Result<T, Error> {
        // They are loaded as of now, which may be later than this moment.
        for _ in 0..2 {
            if let Some(cache) = self.engine.read_cache() {
                match cache.processes.mandates(self.position) {
                    Ok(Some(mandates)) => return Ok(ask(mandates)),
                    Err(Passed) if !self.is_patient() => return Err(self.moved()),
                    Err(Passed) => break,
                    Ok(None) => {}
                }
            }
            self.engine.load_mandates()?;
        }
        if !self.is_patient() {
            return Err(self.moved());
        }
        Ok(ask(&self.engine.read_mandates(self.reading()?)?))
    }
}
