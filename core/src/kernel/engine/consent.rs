//! The consent register: read when first asked for, current from then on.

use crate::types::json;

use super::read::NOBODY;
use super::replay::{read_organisation, read_person, replay};
use super::{Engine, Error, Moment};
use crate::consent::view::{ConsentView, ConsentsView, ObligationsView};
use crate::consent::{
    self, Asked, ConsentQuestion, ConsentReason, ConsentVerdict, FactLine, Mark, PurposeRef, Register,
};
use crate::journal::{Event, EventData, Position, Reading, Seq, StoreError, StreamId, StreamKind};
use crate::kernel::fold::apply_consent;
use crate::party::{Names, PartyName};
use crate::person::view::{AttributionView, SubjectRequestsView};
use crate::person::{self, SubjectRequest};
use crate::types::{
    Commitment, Date, EventId, HostId, InputFault, Language, OrganisationId, PersonId, Timestamp,
};
use crate::vault::{Party, VaultWrite};

/// How many streams are listed at once.
const PAGE: usize = 1024;

/// The consents of everybody, for many questions. It includes what its engine takes in later, and what others appended
/// before it was made.
#[derive(Debug, Clone, Copy)]
pub struct Consents<'a> {
    engine: &'a Engine,
}

impl Consents<'_> {
    fn ask<T>(&self, ask: impl Fn(&Register) -> T) -> Result<T, Error> {
        self.engine.at_once(|moment| moment.with_register(&ask))
    }

    /// May this person's data be processed for this purpose at this moment? Denied if the record cannot be read.
    pub fn check(&self, question: &ConsentQuestion<'_>) -> ConsentVerdict {
        let read = |register: &Register| register.check(question);
        if let Some(verdict) = self.engine.read_cache().and_then(|cache| cache.latest_register().map(read)) {
            return verdict;
        }
        self.ask(read).unwrap_or(ConsentVerdict::UNREADABLE)
    }

    /// May this person's data be processed for this purpose at this moment? Asked by the host's id. An unknown person
    /// is answered like one who has decided nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, city, now, .. } = testkit::example();
    /// use interlink::consent::PurposeRef;
    /// let news = PurposeRef { organisation_id: city, purpose: "news".parse()? };
    /// let consents = engine.consents()?;
    /// // Nora has not decided yet, and silence is not consent.
    /// assert!(!consents.check_host(&"nora".parse()?, &news, now)?.allowed);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read. A denial is an answer, not an error.
    pub fn check_host(
        &self,
        person: &HostId,
        purpose: &PurposeRef,
        at: Timestamp,
    ) -> Result<ConsentVerdict, Error> {
        self.engine.at_hand(|moment| {
            let subject = moment.known_person(person)?.unwrap_or(NOBODY);
            moment.with_register(|register| {
                register.check(&ConsentQuestion { data_subject_id: subject, purpose, asked: Asked::Now(at) })
            })
        })
    }

    /// The same question for many at once.
    #[must_use]
    pub fn check_many(&self, questions: &[ConsentQuestion<'_>]) -> Vec<ConsentVerdict> {
        questions.iter().map(|question| self.check(question)).collect()
    }

    /// The number of changes of consent on record.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ask(Register::len).unwrap_or_default()
    }

    /// Whether nobody has ever decided anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Engine {
    /// The consents of everybody, up to the store's current position.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, city, now, .. } = testkit::example();
    /// use interlink::consent::PurposeRef;
    /// let news = PurposeRef { organisation_id: city, purpose: "news".parse()? };
    /// let consents = engine.consents()?;
    /// let everybody = ["nora".parse()?, "bruno".parse()?];
    /// let may = everybody.iter().filter(|who| consents.check_host(who, &news, now).is_ok_and(|v| v.allowed));
    /// assert_eq!(may.count(), 0);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What the store reports.
    pub fn consents(&self) -> Result<Consents<'_>, Error> {
        self.sync()?;
        self.load_register()?;
        Ok(Consents { engine: self })
    }
}

impl Moment<'_> {
    /// A person's consent for a purpose, and what follows from it at a moment.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, city, notice, now, .. } = testkit::example();
    /// use interlink::consent::{Asked, GiveConsent, Indication, PurposeRef, Validity};
    /// # use interlink::types::Language;
    /// let nora = engine.acting("nora", &host)?;
    /// let (english, city_id, news_id) = (Language::english(), "city".parse()?, "news".parse()?);
    /// nora.execute(GiveConsent::new(english, Indication::Form, notice, city_id, news_id, Validity::Days(30)))?;
    /// let news = PurposeRef { organisation_id: city, purpose: "news".parse()? };
    /// let person = engine.person(&"nora".parse()?)?.unwrap();
    /// let view = engine.consent(person, &news, Asked::Now(now))?;
    /// assert!(view.allowed);
    /// println!("{}", view.message); // why, in a sentence
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What the store reports. A denial is an answer, not an error.
    pub fn consent(
        &self,
        person: PersonId,
        purpose: &PurposeRef,
        asked: Asked,
    ) -> Result<ConsentView, Error> {
        self.note_person(person);
        self.note(purpose.organisation_id.into());
        self.with_register(|register| register.view(person, purpose, asked))
    }

    /// The same, by the host's id. An erased person's objections are kept on a suppression list by host id and count
    /// even before a person with that id acts here again: their data may not be processed against their will meanwhile
    /// (Art. 21(1)).
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, city, now, .. } = testkit::example();
    /// use interlink::consent::{Asked, PurposeRef};
    /// let news = PurposeRef { organisation_id: city, purpose: "news".parse()? };
    /// let view = engine.moment()?.consent_of(&"nora".parse()?, &news, Asked::Now(now))?;
    /// assert!(!view.allowed);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As for [`consent`](Self::consent).
    pub fn consent_of(
        &self,
        host_id: &HostId,
        purpose: &PurposeRef,
        asked: Asked,
    ) -> Result<ConsentView, Error> {
        if let Some(person) = self.known_person(host_id)? {
            return self.consent(person, purpose, asked);
        }
        let mut view = self.consent(NOBODY, purpose, asked)?;
        for (entry, objection) in self.suppressions()? {
            let is_about_it = self.with_register(|register| register.lies_in(purpose, &objection.purpose))?;
            if is_about_it && objection.is_for(&entry, host_id) {
                view.reason = ConsentReason::Objected(objection.state());
                (view.allowed, view.state, view.message) = (false, objection.state(), view.reason.sentence());
            }
        }
        Ok(view)
    }

    /// All consents of a person, as of a moment.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, now, .. } = testkit::example();
    /// use interlink::consent::Asked;
    /// let nora = engine.person(&"nora".parse()?)?.unwrap();
    /// assert!(engine.consents_of(nora, Asked::Now(now))?.consents.is_empty());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What the store reports.
    pub fn consents_of(&self, person: PersonId, asked: Asked) -> Result<ConsentsView, Error> {
        self.note_person(person);
        let reading = self.reading()?;
        let version = reading.head(StreamId::Consent(person))?.map(|head| head.seq).unwrap_or_default();
        let view = self.with_register(|register| {
            Names::ask(reading, |names| register.views(person, asked, version, names))
        });
        Ok(view??)
    }

    /// The notification and renewal obligations of a controller at a moment: recipients to notify, and people whose
    /// consent must be asked for again.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, city, now, .. } = testkit::example();
    /// let obligations = engine.obligations(city, now, "en".parse()?)?;
    /// // There is nobody to notify, since nobody withdrew anything.
    /// assert!(obligations.obligations.is_empty());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `stream.unknown` if there is no such organisation, or what the store reports.
    pub fn obligations(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
        language: Language,
    ) -> Result<ObligationsView, Error> {
        let of = self
            .organisation_stream(organisation)?
            .ok_or(Error::StreamUnknown(Box::new(organisation.into())))?;
        let (notices, reading) = (of.state.notices(), self.reading()?);
        let view = self.with_register(|register| {
            Names::ask(reading, |names| register.obligations(organisation, notices, at, language, names))
        })?;
        Ok(view?)
    }

    /// What was known when a person's stream had this `seq`, whatever came later: the person's decisions, the
    /// controller's published notices, and the state of the person's data by the time of the next event.
    ///
    /// # Errors
    /// `stream.seq_unknown` if the stream has not come that far, or what the store reports.
    pub fn consent_as_known(
        &self,
        person: PersonId,
        purpose: &PurposeRef,
        asked: Asked,
        version: Seq,
    ) -> Result<ConsentView, Error> {
        self.note_person(person);
        let (reading, documents) = (self.reading()?, self.documents());
        let stream = StreamId::Consent(person);
        let next = reading.events(stream, version, 1)?.first().map(|next| next.at);
        let brought = self.homes()?.map(|homes| homes.state.brought(stream)).unwrap_or_default();
        // By the order of the record; but the order of imports means nothing.
        let until = match reading.position_of(stream, version.next())? {
            Some(next) if version >= brought => Some(Position(next.0.saturating_sub(1))),
            _ => None,
        };
        let known = |other: StreamId| match until {
            Some(until) => reading.seq_by(other, until),
            None => reading.seq_at(other, next.unwrap_or(Timestamp::MAX)),
        };
        let mut register = Register::default();
        let of = purpose.organisation_id;
        let until = known(of.into())?;
        if let Some(of) = read_organisation(reading, of, Some(until), &documents)? {
            register.learn(purpose.organisation_id, of.state.notices().all());
        }
        self.read_own(&mut register, person, known(StreamId::Person(person))?)?;
        match self.read_consents(&mut register, person, Some(version))? {
            reached if reached == version => Ok(register.view(person, purpose, asked)),
            _ => Err(Error::StreamSeqUnknown(Box::new(StreamId::Consent(person)))),
        }
    }

    fn note_person(&self, person: PersonId) {
        self.note(StreamId::Consent(person));
        self.note(StreamId::Person(person));
    }

    /// How far a person's consent stream has come.
    pub(super) fn consent_head(&self, person: PersonId) -> Result<Option<(Seq, EventId, Timestamp)>, Error> {
        let (stream, reading) = (StreamId::Consent(person), self.reading()?);
        let Some(head) = reading.head(stream)? else { return Ok(None) };
        let last = reading.events(stream, Seq(head.seq.0.saturating_sub(1)), 1)?;
        Ok(last.first().map(|stored| (stored.seq, stored.id, stored.at)))
    }

    /// The subject requests made to a controller with their deadlines, and the data it keeps by law, at a moment.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, city, now, .. } = testkit::example();
    /// // Nobody has made a request yet; each request would give its deadline.
    /// assert!(engine.subject_requests(city, now)?.requests.is_empty());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What the store reports.
    pub fn subject_requests(
        &self,
        organisation: OrganisationId,
        at: Timestamp,
    ) -> Result<SubjectRequestsView, Error> {
        let mut people = Vec::new();
        self.reading()?.scan(StreamKind::Person, &mut |stream, _| {
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
            let Some(person) = read_person(self.reading()?, id)? else { continue };
            let person = person.state;
            let name = Names::ask(self.reading()?, |names| names.name(Party::Person(id)))?;
            let theirs = person.requests.iter().filter(|request| request.organisation_id == organisation);
            // Anyone who knows a pseudonym can note a request: that must not reveal the host's id.
            let shown = |request: &SubjectRequest| match request.noted {
                true => PartyName { host_id: None, ..name.clone() },
                false => name.clone(),
            };
            requests.extend(theirs.map(|request| request.view(shown(request), at)));
            let theirs = person.kept_views(&name, at).into_iter();
            kept.extend(theirs.filter(|kept| kept.organisation_id == organisation));
        }
        requests.sort_by_key(|request| (request.due, request.request));
        kept.sort_by_key(|kept| (kept.until, kept.text));
        Ok(SubjectRequestsView { kept, requests })
    }

    /// The owner of a text that an organisation keeps for a legal claim, as of the event that recorded the access:
    /// there is no other way to ask (GDPR Art. 17(3)(e)). `None` if the organisation has no such event, or the
    /// retention time of the text is over.
    ///
    /// # Errors
    /// What the store reports.
    pub fn attribution(
        &self,
        person: PersonId,
        looked: EventId,
        at: Timestamp,
    ) -> Result<AttributionView, Error> {
        let (mut asked, reading) = (None, self.reading()?);
        self.each_event(StreamId::Person(person), &mut |_, event| {
            if let EventData::Person(person::Event::TextAttributed(e)) = &event.data
                && event.id == looked
            {
                asked = Some((e.organisation_id, e.text));
            }
            Ok(())
        })?;
        let nothing = AttributionView { host_id: None, person_id: person, text: None };
        let Some(((organisation, text), her)) = asked.zip(read_person(reading, person)?) else {
            return Ok(nothing);
        };
        let kept = her.state.attributed(text);
        let kept = kept.filter(|(kept, _)| kept.organisation_id == organisation && at < kept.until);
        let entry = kept.map(|(_, sealed)| reading.entry(sealed.pseudonym_link)).transpose()?.flatten();
        let host_id = entry.and_then(|entry| entry.text.parse().ok());
        Ok(AttributionView { host_id, text: Some(text), ..nothing })
    }

    /// Reads a person's own events into a register, up to a `seq` of the stream.
    pub(super) fn read_own(
        &self,
        register: &mut Register,
        person: PersonId,
        until: Seq,
    ) -> Result<(), Error> {
        replay(self.reading()?, StreamId::Person(person), Seq(0), Some(until), &mut |event| {
            if let EventData::Person(data) = &event.data {
                register.apply_person(person, (event.head.seq, event.head.at), data);
            }
            Ok(())
        })
    }

    pub(super) fn read_consents(
        &self,
        register: &mut Register,
        person: PersonId,
        until: Option<Seq>,
    ) -> Result<Seq, Error> {
        let mut reached = Seq(0);
        let reading = self.reading()?;
        replay(reading, StreamId::Consent(person), Seq(0), until, &mut |event| {
            let date_of_birth = birthday_in(event, reading)?;
            reached = event.head.seq;
            Ok(apply_consent(register, person, event, date_of_birth)?)
        })?;
        Ok(reached)
    }
}

impl Moment<'_> {
    /// Every organisation.
    pub fn organisations(&self) -> Result<Vec<OrganisationId>, Error> {
        organisations_of(self.reading()?)
    }

    /// All streams of a kind whose names come after one that no stream has.
    pub fn all_of<T>(
        &self,
        nothing: StreamId,
        kind: impl Fn(StreamId) -> Option<T>,
    ) -> Result<Vec<T>, Error> {
        all_of(self.reading()?, nothing, kind)
    }
}

/// Every organisation of a store. Their names are adjacent, so nothing else is read.
pub(super) fn organisations_of(reading: &dyn Reading) -> Result<Vec<OrganisationId>, Error> {
    all_of(reading, OrganisationId::from_bytes([0; 16]).into(), StreamId::organisation)
}

pub(super) fn all_of<T>(
    reading: &dyn Reading,
    nothing: StreamId,
    kind: impl Fn(StreamId) -> Option<T>,
) -> Result<Vec<T>, Error> {
    let (mut found, mut after) = (Vec::new(), Some(nothing));
    loop {
        let page = reading.streams(after, PAGE)?;
        let before = found.len();
        found.extend(page.iter().map_while(|stream| kind(*stream)));
        if found.len() - before < PAGE {
            return Ok(found);
        }
        after = page.last().copied();
    }
}

/// Reads people's own events into a register.
pub(super) fn scan_persons(reading: &dyn Reading, register: &mut Register) -> Result<(), Error> {
    Ok(reading.scan(StreamKind::Person, &mut |stream, stored| {
        let malformed = |fault: InputFault| StoreError::Malformed(fault.to_string());
        let event = Event::read(stored.id, stored.body).map_err(malformed)?;
        if let (StreamId::Person(person), EventData::Person(data)) = (stream, &event.data) {
            register.apply_person(person, (stored.seq, stored.at), data);
        }
        Ok(())
    })?)
}

/// Reads everybody's consent events into a register.
pub(super) fn scan_consents(reading: &dyn Reading, register: &mut Register) -> Result<(), Error> {
    let (mut fault, mut births) = (None, Vec::new());
    let scanned = reading.scan(StreamKind::Consent, &mut |stream, scanned| {
        let StreamId::Consent(person) = stream else { return Ok(()) };
        // Nearly all are read for their fact alone; any other is read whole, which reports what is wrong with it.
        let line = std::str::from_utf8(scanned.body).ok();
        let line = line.and_then(|text| json::read(text, FactLine::read).ok());
        let fact = line.as_ref().and_then(|line| line.fact().zip(line.actor()));
        let taken = fact.is_some_and(|(fact, actor)| {
            let mark = Mark { seq: scanned.seq, at: scanned.at, actor };
            register.apply_fact(person, mark, &fact).is_some()
        });
        if taken {
            return Ok(());
        }
        let taken = Event::read(scanned.id, scanned.body).map_err(Error::from).and_then(|event| {
            births.extend(birthday_of(&event).map(|commitment| (person, scanned.at, commitment)));
            Ok(apply_consent(register, person, &event, None)?)
        });
        taken.map_err(|error| {
            let said = StoreError::Malformed(error.to_string());
            fault = Some(error);
            said
        })
    });
    scanned.map_err(|error| fault.take().unwrap_or_else(|| error.into()))?;
    for (person, recorded, commitment) in births {
        register.set_born(person, recorded, birthday(commitment, reading)?);
    }
    Ok(())
}

/// The date of birth that an event records, if the vault still has it.
pub(super) fn birthday_in(event: &Event, reading: &dyn Reading) -> Result<Option<Date>, Error> {
    birthday_of(event).map_or(Ok(None), |commitment| birthday(commitment, reading))
}

fn birthday(commitment: Commitment, reading: &dyn Reading) -> Result<Option<Date>, Error> {
    Ok(reading.entry(commitment)?.and_then(|entry| entry.text.parse().ok()))
}

const fn birthday_of(event: &Event) -> Option<Commitment> {
    match &event.data {
        EventData::Consent(consent::Event::DateOfBirthRecorded(e)) => Some(e.date_of_birth),
        _ => None,
    }
}

/// The date of birth that an event records, if it enters the vault with it.
pub(super) fn birthday_among(event: &Event, vault: &[VaultWrite]) -> Option<Date> {
    let commitment = birthday_of(event)?;
    vault.iter().find_map(|write| match write {
        VaultWrite::Entry(entry) if entry.commitment == commitment => entry.text.parse().ok(),
        _ => None,
    })
}
