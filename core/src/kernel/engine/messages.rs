//! The audit trail in sentences, and the notifications for each person.

use crate::consent::Asked;
use crate::types::Map;
use std::sync::{Arc, PoisonError};

use super::processes::Narrator;
use super::replay::read_person;
use super::{Engine, Error, Moment};
use crate::journal::{Event, EventData, Position, StreamId};
use crate::kernel::ChangeEvent;
#[cfg(feature = "process")]
use crate::mandate::{MandateHolder, Principal};
use crate::messages::{
    AuditEntry, Concern, Concerned, MandateParties, MessageCatalogue, MessageCatalogues, Notification, Page,
    Sentence, SentenceContext, Whom, concerned, say, say_held, team_of,
};
use crate::party::{Holder, Names, Organisation, Team};
use crate::person::view::{Held, SubjectAccessView, Trace};
use crate::types::{ItemId, Language, OrganisationId, PersonId};
#[cfg(feature = "process")]
use crate::types::{Localized, Timestamp};
use crate::vault::{Entry, Party};
use interlink_record::Meaning;

/// How many events are read from the store at once.
const PAGE: usize = 1024;

impl Engine {
    /// Adds a message catalogue to this engine, before those already there. It is not stored.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, garden, invite, .. } = testkit::example();
    /// use interlink::messages::MessageCatalogue;
    /// let book = MessageCatalogue::parse(br#"{"language": "en", "somebody": "someone",
    ///     "something": "something", "phrases": {"task.started": "{actor} rolls up the sleeves for {item}."}}"#)?;
    /// engine.add_message_catalogue(book);
    /// # use interlink::{journal::Position, process::StartTask, types::Language};
    /// # engine.acting("anna", &host)?.execute_on(garden, StartTask::new(invite))?;
    /// let page = engine.audit_trail(Position(0), 100, Language::english())?;
    /// assert!(page.entries.last().unwrap().sentence.text.contains("rolls up the sleeves"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_message_catalogue(&self, book: MessageCatalogue) {
        self.message_catalogues.write().unwrap_or_else(PoisonError::into_inner).add(book);
    }
}

impl Engine {
    /// Sets the language of refusals, reasons and views for requests that name none; English if `None`. It is not
    /// stored.
    ///
    /// # Examples
    ///
    /// ```
    /// # let engine = interlink::Engine::open("memory:")?;
    /// engine.set_language(Some("es".parse()?));
    /// let refused = engine.request(br#"{"streams": {}}"#);
    /// assert!(refused.contains(r#""language":"es""#), "{refused}");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn set_language(&self, language: Option<Language>) {
        self.message_catalogues.write().unwrap_or_else(PoisonError::into_inner).language = language;
    }

    /// The language used if a request names none.
    pub(in crate::kernel) fn language(&self) -> Option<Language> {
        self.message_catalogues.read().unwrap_or_else(PoisonError::into_inner).language
    }

    /// The message catalogues of this engine.
    pub(in crate::kernel) fn message_catalogues(&self) -> MessageCatalogues {
        self.message_catalogues.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Moment<'_> {
    /// The events of the feed after a position as sentences; reads at most `limit` events.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::journal::Position;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// let mut after = Position(0);
    /// loop {
    ///     let page = engine.audit_trail(after, 100, "lv".parse().unwrap())?;
    ///     page.entries.iter().for_each(|told| println!("{} {}", told.at, told.sentence.text));
    ///     if page.after == after { break }
    ///     after = page.after;
    /// }
    /// # Ok::<_, interlink::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn audit_trail(
        &self,
        after: Position,
        limit: usize,
        language: Language,
    ) -> Result<Page<AuditEntry>, Error> {
        let mut writer = NotificationWriter::new(self, language);
        let mut page = Page { after, entries: Vec::new() };
        for ChangeEvent { event, position } in self.changes(after, limit)? {
            writer.take_in(&event)?;
            if let Some(sentence) = writer.sentence(&event)? {
                let (at, id, stream) = (event.head.at, event.id, event.head.stream);
                page.entries.push(AuditEntry { at, event: id, position, sentence, stream });
            }
            page.after = position;
        }
        Ok(page)
    }

    /// Notifications for the events after a position, each with the people it concerns; reads at most `limit` events.
    /// With a person, only those that concern them.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, .. } = testkit::example();
    /// use interlink::{journal::Position, types::Language};
    /// let nora = engine.person(&"nora".parse()?)?;
    /// let page = engine.notifications(Position(0), 100, nora, Language::english())?;
    /// // Nora was added to a team, and the team was given a role.
    /// assert!(page.entries.iter().any(|news| news.sentence.text.contains("neighbours")));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn notifications(
        &self,
        after: Position,
        limit: usize,
        person: Option<PersonId>,
        language: Language,
    ) -> Result<Page<Notification>, Error> {
        let mut writer = NotificationWriter::new(self, language);
        let mut page = Page { after, entries: Vec::new() };
        for ChangeEvent { event, position } in self.changes(after, limit)? {
            let held = writer.take_in(&event)?;
            let said = concerned(&event, writer.narrator.process(&event))
                .into_iter()
                .map(|concerned| (concerned, None));
            let held = held.into_iter().map(|(concerned, held)| (concerned, Some(held)));
            let stopped = writer.stopped(&event)?.into_iter().map(|concerned| (concerned, None));
            for (concerned, held) in said.chain(held).chain(stopped).collect::<Vec<_>>() {
                let people = writer.people(&event, concerned.whom)?;
                let told =
                    |who: &PersonId| *who != event.head.actor && person.is_none_or(|only| only == *who);
                for who in people.into_iter().filter(told) {
                    page.entries.extend(writer.notifications(&event, position, concerned, held, who)?);
                }
            }
            page.after = position;
        }
        Ok(page)
    }
}

impl Moment<'_> {
    /// All data held about a person (GDPR Art. 15 and 20): the vault's entries, and every event that the person did or
    /// that names them. It is complete: an event contains a pseudonym only as its hexadecimal text, and every event is
    /// searched for that text. Reads the whole store.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, .. } = testkit::example();
    /// let nora = engine.person(&"nora".parse()?)?.unwrap();
    /// let about = engine.subject_access(nora, "en".parse()?)?;
    /// assert!(!about.traces.is_empty());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn subject_access(&self, person: PersonId, language: Language) -> Result<SubjectAccessView, Error> {
        let mut writer = NotificationWriter::new(self, language);
        let (mut traces, mut after, pseudonym) = (Vec::new(), Position(0), person.to_string());
        loop {
            let page = self.reading()?.changes(after, PAGE)?;
            for change in &page {
                let is_named = String::from_utf8_lossy(&change.stored.body).contains(&pseudonym);
                // What cannot be read here and does not name the person is nothing about them.
                if !is_named && EventData::lacks(change.stream) {
                    after = change.position;
                    continue;
                }
                let event = Event::read(change.stored.id, &change.stored.body)?;
                writer.take_in(&event)?;
                if is_named {
                    let sentence = writer.sentence(&event)?;
                    traces.push(Trace { event, position: change.position, sentence });
                }
                after = change.position;
            }
            if page.len() < PAGE {
                break;
            }
        }
        let consents = match traces.last() {
            Some(last) => self.consents_of(person, Asked::Now(last.event.head.at))?.consents,
            None => Vec::new(),
        };
        let at = traces.last().map(|last| last.event.head.at);
        let name = Names::ask(self.reading()?, |names| names.name(Party::Person(person)))?;
        let hers = read_person(self.reading()?, person)?;
        let kept = hers.zip(at).map(|(hers, at)| hers.state.kept_views(&name, at)).unwrap_or_default();
        let held = |entry: Entry| Held { commitment: entry.place, text: entry.text };
        let texts = self.entries_about(person)?.into_iter().map(held).collect();
        Ok(SubjectAccessView::new(name, texts, traces, consents, kept))
    }
}

/// Follows the feed with the states as of each event.
struct NotificationWriter<'m, 'e> {
    moment: &'m Moment<'e>,
    language: Language,
    books: MessageCatalogues,
    narrator: Narrator,
    organisations: Map<OrganisationId, Option<Arc<Organisation>>>,
}

impl<'m, 'e> NotificationWriter<'m, 'e> {
    fn new(moment: &'m Moment<'e>, language: Language) -> Self {
        let books = moment.engine.message_catalogues();
        Self { moment, language, books, narrator: Narrator::default(), organisations: Map::new() }
    }

    /// An organisation as it is now; it knows its members of any past moment.
    fn organisation(&mut self, id: OrganisationId) -> Result<Option<Arc<Organisation>>, Error> {
        if let Some(found) = self.organisations.get(&id) {
            return Ok(found.clone());
        }
        let found = self.moment.organisation_stream(id)?.map(|stream| Arc::new(stream.state.clone()));
        self.organisations.insert(id, found.clone());
        Ok(found)
    }

    /// The people meant, at the time of the event.
    fn people(&mut self, event: &Event, whom: Whom) -> Result<Vec<PersonId>, Error> {
        let at = event.head.at;
        match whom {
            Whom::Party(Holder::Person(person)) => Ok(vec![person]),
            Whom::Party(Holder::Team { organisation_id: organisation, team_id: team }) => {
                let organisation = self.organisation(organisation)?;
                let Some(team) = organisation.as_ref().and_then(|of| of.team(team)) else {
                    return Ok(Vec::new());
                };
                let mut people: Vec<PersonId> =
                    team.members().filter(|(_, span)| span.holds_at(at)).map(|(person, _)| person).collect();
                people.dedup();
                Ok(people)
            }
            Whom::OfClosed(team) => {
                let StreamId::Organisation(id) = event.head.stream else { return Ok(Vec::new()) };
                let organisation = self.organisation(id)?;
                let team = organisation.as_ref().and_then(|of| of.team(team));
                let members = team.into_iter().flat_map(Team::members);
                let mut people: Vec<PersonId> =
                    members.filter(|(_, span)| span.ended == Some(at)).map(|(person, _)| person).collect();
                people.dedup();
                Ok(people)
            }
            #[cfg(feature = "process")]
            Whom::Sides => {
                let Some((principal, holder)) = self.sides(event)? else { return Ok(Vec::new()) };
                let mut people = self.of_side(principal.as_holder(), at)?;
                people.extend(self.of_side(holder, at)?);
                people.sort_unstable();
                people.dedup();
                Ok(people)
            }
            Whom::Administrators => self.narrator.administrators(self.moment, event),
            Whom::Approvers => self.narrator.approvers(self.moment, event),
        }
    }

    /// The parties of a mandate as sentences name them: there is none.
    #[cfg(not(feature = "process"))]
    const fn mandate_parties(&self, _: &Event) -> Result<Option<MandateParties>, Error> {
        Ok(None)
    }

    /// The administrators of the processes in which work must stop because a consent it relies on has ended or was
    /// never given.
    fn stopped(&self, event: &Event) -> Result<Vec<Concerned>, Error> {
        let EventData::Consent(said) = &event.data else { return Ok(Vec::new()) };
        let StreamId::Consent(subject) = event.head.stream else { return Ok(Vec::new()) };
        let Some(purpose) = purpose_of(event).filter(|_| said.ends()) else { return Ok(Vec::new()) };
        let told = |person| Concerned {
            whom: Whom::Party(Holder::Person(person)),
            concern: Concern::MustStop,
            item: None,
        };
        let people = Narrator::of_stopped(self.moment, (subject, event.head.at), purpose)?;
        Ok(people.into_iter().map(told).collect())
    }

    /// Takes in an event; returns which requested work must wait from now on or no longer.
    fn take_in(&mut self, event: &Event) -> Result<Vec<(Concerned, bool)>, Error> {
        if let StreamId::Organisation(id) = event.head.stream {
            self.organisations.remove(&id);
        }
        self.narrator.take_in(self.moment, event)
    }

    fn sentence(&mut self, event: &Event) -> Result<Option<Sentence>, Error> {
        self.tell(event, &|writer, context| {
            let process = writer.narrator.process(event);
            say(event, process, context, &writer.books, writer.language)
        })
    }

    fn held_sentence(&mut self, event: &Event, item: ItemId, held: bool) -> Result<Option<Sentence>, Error> {
        self.tell(event, &|writer, context| say_held(item, held, context, &writer.books, writer.language))
    }

    /// Adds the context of an event to a sentence.
    fn tell(
        &mut self,
        event: &Event,
        say: &dyn Fn(&Self, &SentenceContext<'_>) -> Option<Sentence>,
    ) -> Result<Option<Sentence>, Error> {
        let of = event.head.stream.organisation().or_else(|| purpose_of(event).map(|(id, _)| id));
        let organisation = match of {
            Some(id) => self.organisation(id)?,
            None => None,
        };
        let purpose = purpose_of(event).and_then(|(_, purpose)| {
            let (_, purpose) = organisation.as_ref()?.notices().purpose(purpose)?;
            Some(purpose.name.read(&self.language, &self.language).text.to_owned())
        });
        let of_team = match team_of(event, self.narrator.process(event)) {
            Some(id) => self.organisation(id)?,
            None => None,
        };
        let rated = self.narrator.rated(self.moment, event, self.language)?;
        let mandate = self.mandate_parties(event)?;
        let said = Names::ask(self.moment.reading()?, |names| {
            let context = SentenceContext {
                actor: event.head.actor,
                on_behalf_of: event.head.on_behalf_of,
                mandate,
                process: self.narrator.process(event),
                organisation: organisation.as_deref(),
                of_team: of_team.as_deref(),
                purpose,
                rated,
                names,
            };
            say(self, &context)
        });
        Ok(said?)
    }

    fn notifications(
        &mut self,
        event: &Event,
        position: Position,
        concerned: Concerned,
        held: Option<bool>,
        person: PersonId,
    ) -> Result<Option<Notification>, Error> {
        let sentence = match (held, concerned.item) {
            (Some(held), Some(item)) => self.held_sentence(event, item, held)?,
            _ => self.sentence(event)?,
        };
        let Some(sentence) = sentence else { return Ok(None) };
        let person = Names::ask(self.moment.reading()?, |names| names.name(Party::Person(person)))?;
        Ok(Some(Notification {
            at: event.head.at,
            concern: concerned.concern,
            event: event.id,
            item: concerned.item,
            person,
            position,
            sentence,
            stream: event.head.stream,
        }))
    }
}

#[cfg(feature = "process")]
impl NotificationWriter<'_, '_> {
    /// The parties of the mandate that an event is about.
    fn sides(&self, event: &Event) -> Result<Option<(Principal, MandateHolder)>, Error> {
        let StreamId::Mandate(id) = event.head.stream else { return Ok(None) };
        self.moment.with_mandates(|mandates| {
            mandates.get(id).map(|mandate| (mandate.terms.principal, mandate.terms.mandate_holder))
        })
    }

    /// The people of one side of a mandate: the person, the members of the team, the administrators of the organisation.
    fn of_side(&mut self, side: MandateHolder, at: Timestamp) -> Result<Vec<PersonId>, Error> {
        Ok(match side {
            MandateHolder::Person(id) => vec![id],
            MandateHolder::Team { organisation_id, team_id } => {
                let organisation = self.organisation(organisation_id)?;
                let team = organisation.as_ref().and_then(|of| of.team(team_id));
                let members = team.into_iter().flat_map(Team::members);
                members.filter(|(_, span)| span.holds_at(at)).map(|(person, _)| person).collect()
            }
            MandateHolder::Organisation(id) => {
                let organisation = self.organisation(id)?;
                organisation.iter().flat_map(|of| of.administrators()).collect()
            }
        })
    }

    /// The parties of a mandate as sentences name them.
    fn mandate_parties(&mut self, event: &Event) -> Result<Option<MandateParties>, Error> {
        let Some((principal, holder)) = self.sides(event)? else { return Ok(None) };
        let principal = self.side_named(principal.as_holder())?;
        Ok(Some(MandateParties { holder: self.side_named(holder)?, principal }))
    }

    fn side_named(&mut self, side: MandateHolder) -> Result<(Party, Option<String>), Error> {
        let language = self.language;
        let read = |name: &Localized| name.read(&language, &language).text.to_owned();
        Ok(match side {
            MandateHolder::Person(id) => (Party::Person(id), None),
            MandateHolder::Organisation(id) => {
                (Party::Organisation(id), self.organisation(id)?.map(|of| read(&of.name)))
            }
            MandateHolder::Team { organisation_id, team_id } => {
                let organisation = self.organisation(organisation_id)?;
                let name = organisation.as_ref().and_then(|of| of.team(team_id)).map(|team| read(&team.name));
                (Party::Team(team_id, organisation_id), name)
            }
        })
    }
}

/// The controller and the purpose of an event.
const fn purpose_of(event: &Event) -> Option<(OrganisationId, &crate::types::Key)> {
    match &event.data {
        EventData::Consent(data) => data.purpose(),
        _ => None,
    }
}
