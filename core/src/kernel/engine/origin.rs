//! Who wrote the texts of the vault, and which organisations deal with a person: read from the record, which holds the
//! origin of every text and cannot be altered. This is asked seldom, and reads every event.

use super::replay::{lacking, read_host, read_person};
use super::{Error, Moment};
use crate::consent::{Event as Consent, Expressed};
use crate::journal::{Event, EventData, Held, OfStream, Position, Scanned, StreamId, StreamKind};
use crate::kernel::Said;
use crate::person::{Dealings, Event as Own, Origin};
use crate::types::{Commitment, Map, OrganisationId, PersonId, Set};
use crate::vault::Entry;
use interlink_record::Meaning;

/// How many texts are read from the vault at once.
const PAGE: usize = 1024;

/// What the record holds about a person outside their own streams, read in one pass.
pub(super) struct Traces {
    /// The processes, ratings and organisations that name the person.
    pub(super) naming: Vec<StreamId>,
    /// Of these, the ones in which the person acted.
    acted: Set<StreamId>,
    /// The controllers to whom the person, or a representative, made a decision.
    said_to: Set<OrganisationId>,
    /// The event by which each text about the person came into the record.
    brought: Map<Commitment, Event>,
}

impl Moment<'_> {
    /// Who wrote a text about a person, and to whom; `None` if there is no such text about them.
    pub(super) fn origin_of(&self, text: Commitment, about: PersonId) -> Result<Option<Origin>, Error> {
        let entry = self.reading()?.entry(text)?;
        let Some(entry) = entry.filter(|entry| entry.data_subject_id == about && !entry.is_gone()) else {
            return Ok(None);
        };
        let traces = self.traces(about, std::slice::from_ref(&entry))?;
        traces.brought.get(&text).map(|event| self.origin(event)).transpose()
    }

    /// The stream by which a text came into the record.
    pub(super) fn brought_by(&self, entry: &Entry) -> Result<Option<StreamId>, Error> {
        let traces = self.traces(entry.data_subject_id, std::slice::from_ref(entry))?;
        Ok(traces.brought.get(&entry.place).map(|event| event.head.stream))
    }

    /// Finds what names a person, and the events by which these texts about them came into the record.
    pub(super) fn traces(&self, person: PersonId, texts: &[Entry]) -> Result<Traces, Error> {
        let wanted: Set<Commitment> = texts.iter().map(|entry| entry.place).collect();
        let (pseudonym, reading) = (person.to_string(), self.reading()?);
        let (mut named, mut naming) = (Map::<Commitment, Vec<Event>>::new(), Vec::new());
        let (mut acted, mut said_to) = (Set::new(), Set::new());
        let mut unseen = None;
        // The actor comes first in the canonical envelope.
        let actor = format!("{{\"actor\":\"{pseudonym}\"");
        let mut look = |id, body: &[u8]| {
            for text in commitments_in(body).filter(|text| wanted.contains(text)) {
                if let Ok(event) = Event::read(id, body)
                    && event.data.brings(text)
                {
                    named.or_default(text).push(event);
                }
            }
        };
        for kind in [
            StreamKind::Process,
            StreamKind::Rating,
            StreamKind::Organisation,
            // Only to learn whether one that cannot be read here is about the person.
            #[cfg(not(feature = "process"))]
            StreamKind::Mandate,
        ] {
            reading.scan(kind, &mut |stream, Scanned { id, body, .. }| {
                let named = || std::str::from_utf8(body).is_ok_and(|body| body.contains(&pseudonym));
                if body.starts_with(actor.as_bytes()) {
                    acted.insert(stream);
                }
                if naming.last() != Some(&stream) && named() {
                    naming.push(stream);
                }
                if EventData::lacks(stream)
                    && (named() || commitments_in(body).any(|text| wanted.contains(&text)))
                {
                    unseen.get_or_insert(stream);
                }
                look(id, body);
                Ok(())
            })?;
        }
        // What cannot be read here may hold more about the person: nobody may be told that this is all.
        if let Some(stream) = unseen {
            return Err(lacking(stream));
        }
        // A text about this person in another's stream is the reason for an act of theirs there.
        reading.scan(StreamKind::Person, &mut |_, Scanned { id, body, .. }| {
            look(id, body);
            Ok(())
        })?;
        self.each_event(StreamId::Consent(person), &mut |stored, _| {
            look(stored.id, &stored.body);
            if let EventData::Consent(data) = Event::read(stored.id, &stored.body)?.data
                && let Some(controller) = data.said_to()
            {
                said_to.insert(controller);
            }
            Ok(())
        })?;
        let brought = self.first_of(named)?;
        Ok(Traces { naming, acted, said_to, brought })
    }

    /// The first event in the record that names each text. A text comes into the store with its event. Anybody can read
    /// its commitment there and write it elsewhere, for example as the digest of a file.
    fn first_of(&self, named: Map<Commitment, Vec<Event>>) -> Result<Map<Commitment, Event>, Error> {
        let (mut brought, mut unsure) = (Map::new(), Vec::new());
        for (text, mut events) in named {
            match (events.pop(), events.is_empty()) {
                (Some(event), true) => drop(brought.insert(text, event)),
                (Some(event), false) => {
                    events.push(event);
                    unsure.push((text, events));
                }
                (None, _) => {}
            }
        }
        let mut after = Position(0);
        while !unsure.is_empty() {
            let page = self.reading()?.changes(after, PAGE)?;
            let Some(last) = page.last() else { break };
            after = last.position;
            for change in &page {
                unsure.retain(|(text, events)| {
                    let first = events.iter().find(|event| event.id == change.stored.id);
                    first.is_none_or(|event| {
                        brought.insert(*text, event.clone());
                        false
                    })
                });
            }
        }
        Ok(brought)
    }

    fn origin(&self, event: &Event) -> Result<Origin, Error> {
        let wrote = Some(event.head.actor);
        let mut noted = false;
        let (person, organisation) = match (&event.data, event.head.stream) {
            (EventData::Consent(Consent::ObjectionRaised(e)), _) => {
                // An official wrote down what the data subject said.
                (wrote.filter(|_| !matches!(e.by, Expressed::Official(_))), Some(e.organisation_id))
            }
            (EventData::Consent(Consent::DateOfBirthRecorded(e)), _) => {
                (wrote.filter(|_| e.organisation_id.is_none()), e.organisation_id)
            }
            // A decision about representatives is for every controller, as their appointment is.
            (EventData::Consent(Consent::DisagreementSettled(_)), _) => (None, None),
            (EventData::Consent(data), _) => (None, data.purpose().map(|(organisation, _)| organisation)),
            (EventData::Person(Own::SubjectRequestMade(e)), _) => {
                noted = e.noted;
                (wrote.filter(|_| !e.noted), Some(e.organisation_id))
            }
            (EventData::Person(Own::PersonErased(e)), _) => (None, e.organisation_id),
            (EventData::Person(data), StreamId::Person(id)) => {
                let asked = read_person(self.reading()?, id)?.zip(data.request());
                let asked = asked.and_then(|(person, request)| person.state.asked(request).copied());
                noted = asked.as_ref().is_some_and(|request| request.noted);
                (None, asked.map(|request| request.organisation_id))
            }
            (_, stream) => match stream.held() {
                Held::Process(id) => (wrote, self.run_for(id)?),
                Held::Organisation(id) => (wrote, Some(id)),
                // In a stream of no organisation.
                Held::Homes
                | Held::Mandate(_)
                | Held::Person(_)
                | Held::Rating(_)
                | Held::Will(_)
                | Held::Nothing => (wrote, None),
            },
        };
        let birthday = matches!(&event.data, EventData::Consent(Consent::DateOfBirthRecorded(_)));
        Ok(Origin { person, organisation, birthday, noted })
    }

    /// The dealings of an organisation, and of others, with a person about whom the vault has these texts.
    pub(super) fn dealings(
        &self,
        subject: PersonId,
        (mut texts, traces): (Vec<Entry>, &Traces),
        organisation: OrganisationId,
    ) -> Result<Dealings, Error> {
        let mut origins: Map<Commitment, Origin> = Map::new();
        for (text, event) in &traces.brought {
            origins.insert(*text, self.origin(event)?);
        }
        let holds = |entry: &Entry| origins.get(&entry.place).and_then(|origin| origin.organisation);
        let person = read_person(self.reading()?, subject)?.map(|stream| stream.state);
        // A request that the organisation itself noted does not prove a dealing.
        let asked = person.iter().flat_map(|person| person.requests.iter().filter(|request| !request.noted));
        let asked: Vec<OrganisationId> = asked.map(|request| request.organisation_id).collect();
        let mut ever: Vec<OrganisationId> =
            texts.iter().filter_map(holds).chain(asked.iter().copied()).collect();
        ever.extend(self.with_register(|register| {
            let held = register.held_by(subject);
            held.iter().map(|held| held.purpose.organisation_id).collect::<Vec<_>>()
        })?);
        // Dealings of a process without an owner, or of the host, are not for an organisation to decide.
        // Nor are a person's own statements to nobody in particular.
        let mut others =
            self.is_operator(subject)? || texts.iter().any(|entry| holds(entry) != Some(organisation));
        // What the person did toward the organisation; being named is the organisation's own act.
        let mut met = asked.contains(&organisation)
            || traces.said_to.contains(&organisation)
            || traces.acted.contains(&organisation.into());
        for stream in traces.naming.iter().copied() {
            let process = match stream.held() {
                Held::Process(id) => Some(id),
                Held::Rating(id) => self.rated_process(id)?,
                Held::Homes
                | Held::Mandate(_)
                | Held::Organisation(_)
                | Held::Person(_)
                | Held::Will(_)
                | Held::Nothing => continue,
            };
            let run_for = process.map(|id| self.run_for(id)).transpose()?.flatten();
            match run_for {
                Some(run_for) => {
                    met |= run_for == organisation && traces.acted.contains(&stream);
                    ever.push(run_for);
                }
                None => others = true,
            }
        }
        // Another organisation knows its former members, however long ago, until it erased them too.
        ever.extend(traces.naming.iter().filter_map(|stream| stream.organisation()));
        let erased_by = |id: OrganisationId| {
            person.as_ref().is_some_and(|person| person.erasures_by(id).next().is_some())
        };
        others |= ever.iter().any(|id| *id != organisation && !erased_by(*id));
        // A date of birth protects a child from every controller, so it is only erased with the person.
        let birthday = |entry: &Entry| origins.get(&entry.place).is_some_and(|origin| origin.birthday);
        texts.retain(|entry| holds(entry) == Some(organisation) && !birthday(entry));
        // It erases what it holds, and a person known here through it alone.
        let own = met || !texts.is_empty() || (ever.contains(&organisation) && !others);
        Ok(Dealings { own, others, texts: texts.into_iter().map(|entry| entry.place).collect() })
    }

    fn is_operator(&self, person: PersonId) -> Result<bool, Error> {
        Ok(read_host(self.reading()?)?.is_some_and(|host| host.state.has(person)))
    }

    /// Every text that the vault has about a person. Reads the whole vault; this is asked seldom.
    pub(super) fn entries_about(&self, person: PersonId) -> Result<Vec<Entry>, Error> {
        let (mut hers, mut after) = (Vec::new(), None);
        loop {
            let page = self.reading()?.entries(after, PAGE)?;
            let (count, last) = (page.len(), page.last().map(|entry| entry.place));
            hers.extend(page.into_iter().filter(|entry| entry.data_subject_id == person && !entry.is_gone()));
            match last.filter(|_| count == PAGE) {
                Some(last) => after = Some(last),
                None => return Ok(hers),
            }
        }
    }
}

/// Every text in an event that could be a commitment: hexadecimal text in quotes.
fn commitments_in(body: &[u8]) -> impl Iterator<Item = Commitment> {
    let texts = body.split(|byte| *byte == b'"').filter(|text| text.len() == 64);
    texts.filter_map(|text| std::str::from_utf8(text).ok()?.parse().ok())
}
