//! What everybody said, in one register: read when it is first asked for, current from then on.

use crate::types::Map;
use crate::types::json;
use std::sync::{Arc, RwLockReadGuard};

use super::cache::{Cache, of_people};
use super::replay::{read_person, replay};
use super::{Engine, Error};
use crate::check::{Consented, ProcessView};
use crate::consent::view::{ConsentView, ConsentsView, DutiesView};
use crate::consent::{
    self, ConsentQuestion, ConsentRecord, ConsentVerdict, Line, Moment, PurposeRef, Register,
};
use crate::journal::{Event, EventData, Reliance, StoreError, StreamId, StreamKind, Version};
use crate::kernel::fold::apply_consent;
use crate::person::view::RightRequestsView;
use crate::types::{
    Commitment, Date, EventId, HostId, InputFault, Language, OrganisationId, PersonId, Timestamp,
};
use crate::vault::{Names, Party, VaultWrite};

/// How many streams are listed at once.
const PAGE: usize = 1024;

/// Everybody's consents, for many questions. It sees what its engine takes in, and what others appended up to the
/// moment it was made.
#[derive(Debug, Clone, Copy)]
pub struct Consents<'a> {
    engine: &'a Engine,
}

impl<'a> Consents<'a> {
    pub(super) const fn engine(&self) -> &'a Engine {
        self.engine
    }

    /// May this person's data be processed for this purpose at this moment? What cannot be read is a no.
    pub fn check(&self, question: &ConsentQuestion<'_>) -> ConsentVerdict {
        let read = |register: &Register| register.check(question);
        if let Some(verdict) = self.engine.read_cache().and_then(|cache| cache.register.as_ref().map(read)) {
            return verdict;
        }
        self.engine.with_register(read).unwrap_or(ConsentVerdict::UNREADABLE)
    }

    /// The same question for many at once.
    #[must_use]
    pub fn check_many(&self, questions: &[ConsentQuestion<'_>]) -> Vec<ConsentVerdict> {
        questions.iter().map(|question| self.check(question)).collect()
    }

    /// How many changes of somebody's will are on record.
    #[must_use]
    pub fn len(&self) -> usize {
        self.engine.with_register(Register::len).unwrap_or_default()
    }

    /// Whether nobody ever said anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The register, held.
pub(super) struct Held<'a>(RwLockReadGuard<'a, Cache>);

impl Held<'_> {
    pub(super) fn register(&self) -> Option<&Register> {
        self.0.register.as_ref()
    }
}

impl Engine {
    /// Everybody's consents, read as far as the store has come.
    ///
    /// # Errors
    /// What the store reports.
    pub fn consents(&self) -> Result<Consents<'_>, Error> {
        self.sync()?;
        self.load_register()?;
        Ok(Consents { engine: self })
    }

    /// What a person said about a purpose, and what follows from it at a moment.
    ///
    /// # Errors
    /// What the store reports. A no is an answer, not an error.
    pub fn consent(
        &self,
        person: PersonId,
        purpose: &PurposeRef,
        at: Timestamp,
    ) -> Result<ConsentView, Error> {
        self.consents()?;
        self.with_register(|register| register.view(person, purpose, at))
    }

    /// Everything that a person said, as it stands at a moment.
    ///
    /// # Errors
    /// What the store reports.
    pub fn consents_of(&self, person: PersonId, at: Timestamp) -> Result<ConsentsView, Error> {
        let version =
            self.store.head(StreamId::Consent(person))?.map(|head| head.version).unwrap_or_default();
        self.consents()?;
        let view = self.with_register(|register| {
            Names::ask(self.store(), |names| register.views(person, at, version, names))
        });
        Ok(view??)
    }

    /// What a controller has to tell the recipients of data, and whom it has to ask again, at a moment.
    ///
    /// # Errors
    /// `stream.unknown` if there is no such organisation, or what the store reports.
    pub fn duties(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
        language: Language,
    ) -> Result<DutiesView, Error> {
        self.consents()?;
        let of = self
            .organisation_stream(organisation)?
            .ok_or(Error::StreamUnknown(Box::new(organisation.into())))?;
        let notices = of.state.notices();
        let view = self.with_register(|register| {
            Names::ask(self.store(), |names| register.duties(organisation, notices, at, language, names))
        })?;
        Ok(view?)
    }

    /// What a person had said by a version of her stream, whatever came later: for that which was known then.
    ///
    /// # Errors
    /// `version.unknown` if the stream has not come that far, or what the store reports.
    pub fn consent_as_known(
        &self,
        person: PersonId,
        purpose: &PurposeRef,
        at: Timestamp,
        version: Version,
    ) -> Result<ConsentView, Error> {
        self.consents()?;
        let mut register = Register::default();
        if let Some(of) = self.organisation_stream(purpose.organisation)? {
            register.learn(purpose.organisation, of.state.notices().all());
        }
        match self.read_consents(&mut register, person, Some(version))? {
            reached if reached == version => Ok(register.view(person, purpose, at)),
            _ => Err(Error::VersionUnknown(Box::new(StreamId::Consent(person)))),
        }
    }

    /// How far what a person said has come. The register is brought at least that far: what came after it makes the
    /// decision meet a conflict.
    pub(super) fn consent_head(
        &self,
        person: PersonId,
    ) -> Result<Option<(Version, EventId, Timestamp)>, Error> {
        self.load_register()?;
        let head = self.read_head(person)?;
        self.sync()?;
        Ok(head)
    }

    fn read_head(&self, person: PersonId) -> Result<Option<(Version, EventId, Timestamp)>, Error> {
        let stream = StreamId::Consent(person);
        let Some(head) = self.store.head(stream)? else { return Ok(None) };
        let last = self.store.events(stream, Version(head.version.0.saturating_sub(1)), 1)?;
        Ok(last.first().map(|stored| (stored.seq, stored.id, stored.at)))
    }

    /// The last consent of a person to a purpose, with all that stands behind it, as it stands at a moment; `None` if she
    /// never gave one. Receipts are written from it.
    ///
    /// # Errors
    /// `document.unknown` if the notice is gone, or what the store reports.
    pub fn consent_record(
        &self,
        person: PersonId,
        purpose: &PurposeRef,
        at: Timestamp,
    ) -> Result<Option<ConsentRecord>, Error> {
        let (mut register, mut given, mut history) = (Register::default(), None, Vec::new());
        replay(&*self.store, StreamId::Consent(person), Version(0), None, &mut |event| {
            apply_consent(&mut register, person, event, None)?;
            let EventData::Consent(data) = &event.data else { return Ok(()) };
            let about = data.purpose() == Some((purpose.organisation, &purpose.purpose));
            if !about || event.head.at > at {
                return Ok(());
            }
            if let Some(step) = register.last(person, purpose) {
                history.push(Moment { state: step.state(), at: event.head.at, event: event.id });
            }
            if matches!(data, consent::Event::ConsentGiven(_) | consent::Event::ConsentRenewed(_)) {
                given = Some(event.clone());
            }
            Ok(())
        })?;
        let Some(event) = given else { return Ok(None) };
        let EventData::Consent(data) = &event.data else { return Ok(None) };
        let Some(notice) = data.notice() else { return Ok(None) };
        let notice = self.notice(notice)?;
        let state = self.consent(person, purpose, at)?.state;
        let [subject, said_by] = Names::ask(self.store(), |names| {
            [person, event.head.actor].map(|person| names.name(Party::Person(person)))
        })?;
        Ok(Some(ConsentRecord {
            history,
            state,
            at,
            subject,
            said_by,
            notice,
            purpose: purpose.clone(),
            event,
        }))
    }

    pub(crate) fn with_register<T>(&self, ask: impl FnOnce(&Register) -> T) -> Result<T, Error> {
        loop {
            let held = self.held_register()?;
            if let Some(register) = held.register() {
                return Ok(ask(register));
            }
        }
    }

    /// Holds the register, so that it stays as it is meanwhile.
    pub(super) fn held_register(&self) -> Result<Held<'_>, Error> {
        loop {
            self.load_register()?;
            // Not there only where a panic has emptied the cache in between.
            if let Some(cache) = self.read_cache().filter(|cache| cache.register.is_some()) {
                return Ok(Held(cache));
            }
        }
    }

    pub(super) fn load_register(&self) -> Result<(), Error> {
        if self.read_cache().is_some_and(|cache| cache.register.is_some()) {
            return Ok(());
        }
        let mut of_persons = Vec::new();
        self.store.scan(StreamKind::Person, &mut |stream, stored| {
            let malformed = |fault: InputFault| StoreError::Malformed(fault.to_string());
            let event = Event::read(stored.id, stored.body).map_err(malformed)?;
            if let (StreamId::Person(person), EventData::Person(data)) = (stream, event.data) {
                of_persons.push((person, (stored.seq, stored.at), data));
            }
            Ok(())
        })?;
        for id in self.organisations()? {
            self.organisation_stream(id)?;
        }
        let mut cache = self.write_cache();
        if cache.register.is_some() {
            return Ok(());
        }
        let mut register = Register::default();
        for organisation in cache.organisations() {
            register.learn(organisation.state.id, organisation.state.notices().all());
        }
        self.scan_consents(&mut register)?;
        for (person, when, event) in &of_persons {
            register.apply_person(*person, *when, event);
        }
        cache.register = Some(register);
        Ok(())
    }

    /// What data subjects asked of a controller and how much time there is, and what it keeps of them by law, at a
    /// moment.
    ///
    /// # Errors
    /// What the store reports.
    pub fn right_requests(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<RightRequestsView, Error> {
        let mut people = Vec::new();
        self.store.scan(StreamKind::Person, &mut |stream, _| {
            if let StreamId::Person(person) = stream
                && people.last() != Some(&person)
            {
                people.push(person);
            }
            Ok(())
        })?;
        people.sort_unstable();
        people.dedup();
        let (mut requests, mut kept) = (Vec::new(), Vec::new());
        for id in people {
            let Some(person) = read_person(&*self.store, id)? else { continue };
            let person = person.state;
            let name = Names::ask(self.store(), |names| names.name(Party::Person(id)))?;
            let theirs = person.requests.iter().filter(|request| request.organisation == organisation);
            requests.extend(theirs.map(|request| request.view(name.clone(), at)));
            let theirs = person.kept_views(&name, at).into_iter();
            kept.extend(theirs.filter(|kept| kept.organisation == organisation));
        }
        requests.sort_by_key(|request| (request.due, request.request));
        kept.sort_by_key(|kept| (kept.until, kept.text));
        Ok(RightRequestsView { kept, requests })
    }

    /// Every organisation. Their names stand together, so nothing else is read.
    pub(crate) fn organisations(&self) -> Result<Vec<OrganisationId>, Error> {
        self.all_of(OrganisationId::from_bytes([0; 16]).into(), |stream| match stream {
            StreamId::Organisation(id) => Some(id),
            _ => None,
        })
    }

    /// All streams of a kind, whose names come after one that no stream has.
    pub(crate) fn all_of<T>(
        &self,
        nothing: StreamId,
        kind: impl Fn(StreamId) -> Option<T>,
    ) -> Result<Vec<T>, Error> {
        let (mut found, mut after) = (Vec::new(), Some(nothing));
        loop {
            let page = self.store.streams(after, PAGE)?;
            let before = found.len();
            found.extend(page.iter().map_while(|stream| kind(*stream)));
            if found.len() - before < PAGE {
                return Ok(found);
            }
            after = page.last().copied();
        }
    }

    fn scan_consents(&self, register: &mut Register) -> Result<(), Error> {
        let (mut fault, mut births) = (None, Vec::new());
        let scanned = self.store.scan(StreamKind::Consent, &mut |stream, scanned| {
            let StreamId::Consent(person) = stream else { return Ok(()) };
            // Nearly all are read for their fact alone; whatever cannot be is read whole, and says what is wrong with it.
            let line = std::str::from_utf8(scanned.body).ok();
            let line = line.and_then(|text| json::read(text, Line::read).ok());
            let fact = line.as_ref().and_then(Line::fact);
            if fact
                .is_some_and(|fact| register.apply_fact(person, (scanned.seq, scanned.at), &fact).is_some())
            {
                return Ok(());
            }
            let taken = Event::read(scanned.id, scanned.body).map_err(Error::from).and_then(|event| {
                births.extend(birthday_of(&event).map(|commitment| (person, commitment)));
                Ok(apply_consent(register, person, &event, None)?)
            });
            taken.map_err(|error| {
                let said = StoreError::Malformed(error.to_string());
                fault = Some(error);
                said
            })
        });
        scanned.map_err(|error| fault.take().unwrap_or_else(|| error.into()))?;
        for (person, commitment) in births {
            register.set_born(person, self.birthday(commitment)?);
        }
        Ok(())
    }

    pub(super) fn read_consents(
        &self,
        register: &mut Register,
        person: PersonId,
        until: Option<Version>,
    ) -> Result<Version, Error> {
        let mut reached = Version(0);
        replay(&*self.store, StreamId::Consent(person), Version(0), until, &mut |event| {
            let born = self.birthday_in(event)?;
            reached = event.head.seq;
            Ok(apply_consent(register, person, event, born)?)
        })?;
        Ok(reached)
    }

    /// Adds to a view what those said whom a command names, and how far that was read.
    pub(super) fn name_consents(
        &self,
        view: &mut ProcessView,
        known: &[(HostId, Party)],
    ) -> Result<(), Error> {
        let named = known.iter().filter_map(|(_, party)| match party {
            Party::Person(person) => Some(*person),
            Party::Organisation(_) | Party::Team(..) => None,
        });
        let mut named: Vec<PersonId> = named.collect();
        named.extend(view.process().requirements().subjects());
        let people = view.access.people().into_iter().chain(named.iter().copied());
        let people: Vec<PersonId> = people.collect();
        let mut heads = Map::new();
        for person in named {
            if let Some((seq, id, _)) = self.read_head(person)? {
                heads.insert(person, Reliance { id, seq, stream: StreamId::Consent(person) });
            }
        }
        // What is relied on is known by now, and perhaps more.
        self.sync()?;
        let register = self.with_register(|register| of_people(register, view.process(), people))?;
        view.consented = Arc::new(Consented { register, heads });
        Ok(())
    }

    /// The birthday that an event records, if the vault still knows it.
    pub(super) fn birthday_in(&self, event: &Event) -> Result<Option<Date>, Error> {
        birthday_of(event).map_or(Ok(None), |commitment| self.birthday(commitment))
    }

    fn birthday(&self, commitment: Commitment) -> Result<Option<Date>, Error> {
        Ok(self.store.entry(commitment)?.and_then(|entry| entry.text.parse().ok()))
    }
}

const fn birthday_of(event: &Event) -> Option<Commitment> {
    match &event.data {
        EventData::Consent(consent::Event::BirthRecorded(e)) => Some(e.born),
        _ => None,
    }
}

/// The birthday that an event records, where it goes into the vault with it.
pub(super) fn birthday_among(event: &Event, vault: &[VaultWrite]) -> Option<Date> {
    let commitment = birthday_of(event)?;
    vault.iter().find_map(|write| match write {
        VaultWrite::Entry(entry) if entry.commitment == commitment => entry.text.parse().ok(),
        _ => None,
    })
}
