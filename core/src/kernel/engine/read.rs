//! Questions to the engine: views as of now or any past moment, the check, the feed, and the vault.

use crate::types::Json;
use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::asked::known;
use super::load::join;
use super::replay::{read_host, read_organisation, read_process, read_ratings, replay};
use super::{Error, Moment};
use crate::catalogue::Catalogue;
use crate::check::{Explanation, ProcessView, Question};
use crate::consent::Register;
use crate::governance::Permission;
use crate::journal::{Event, Position, Seq, Stream, StreamId};
use crate::kernel::Documents;
use crate::notice::Notice;
use crate::operator::Operators;
use crate::party::{Names, Organisation};
use crate::process::{Process, Publication};
use crate::rating::view::RatingView;
use crate::rating::{Rated, Ratings};
use crate::types::{
    Commitment, DocumentId, HostId, ItemId, Map, OrganisationId, PersonId, ProcessId, Timestamp,
};
use crate::vault::{Party, is_sealed};
use crate::{governance, journal::EventData};

/// How many streams are listed at once.
const PAGE: usize = 1024;

/// A point in the history of a stream.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AsOf {
    /// The present state.
    #[default]
    Now,
    /// The state when the stream had this `seq`.
    Seq(Seq),
    /// The state at this time: after the last event at or before it.
    Time(Timestamp),
}

/// An event of the feed, with its position in the whole store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ChangeEvent {
    /// The event.
    #[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyEvent"))]
    pub event: Event,
    /// Its position; ask for what comes after it next time.
    pub position: Position,
}

/// How far to read the other streams that a process is read with.
enum Others {
    /// As far as they had come at a time.
    At(Timestamp),
    /// For a `seq` that an import brought: as far as they had come at a time, and at least as far as was relied on.
    Brought { at: Timestamp, relied_on: Map<StreamId, Seq> },
    /// As far as they had come at a position; or later, at a time before another position, or before the store's own if
    /// there is none.
    Between { from: Position, asked: Option<(Timestamp, Option<Position>)> },
}

impl Moment<'_> {
    /// A process as it is now.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, invite, .. } = testkit::example();
    /// let view = engine.process(garden)?;
    /// let task = view.process().tree().item(invite).unwrap();
    /// assert_eq!(task.status().as_str(), "awaiting");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `stream.unknown` if there is no such process, or what the store reports.
    pub fn process(&self, id: ProcessId) -> Result<ProcessView, Error> {
        self.view(id)?.ok_or(Error::StreamUnknown(Box::new(id.into())))
    }

    /// A process as it was, with its organisations as they were.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, .. } = testkit::example();
    /// use interlink::{journal::Seq, kernel::AsOf};
    /// let first = engine.process_as_of(garden, AsOf::Seq(Seq(1)))?;
    /// assert!(first.seq() < engine.process(garden)?.seq());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `stream.unknown` if there is no such process; `stream.seq_unknown` if it had not begun or has not come that far.
    pub fn process_as_of(&self, id: ProcessId, as_of: AsOf) -> Result<ProcessView, Error> {
        self.process_as_asked(id, as_of, None)
    }

    /// A process as it was, to be asked about a moment. At a `seq`, everything else is as of the point in the record
    /// when the process reached it; or as of the moment, if the process had that `seq` then.
    pub(crate) fn process_as_asked(
        &self,
        id: ProcessId,
        as_of: AsOf,
        at: Option<Timestamp>,
    ) -> Result<ProcessView, Error> {
        let Some(version) = self.seq_as_of(id.into(), as_of)? else { return self.process(id) };
        self.note(id.into());
        let (documents, reading) = (self.documents(), self.reading()?);
        let found = read_process(reading, id, Some(version), &documents)?;
        let (stream, _) =
            found.filter(|(s, _)| s.seq == version).ok_or(Error::StreamSeqUnknown(Box::new(id.into())))?;
        let others = match as_of {
            AsOf::Time(at) => Others::At(at),
            AsOf::Now | AsOf::Seq(_) => self.others_at(&stream, at)?,
        };
        let version_of = |other: StreamId| self.seq_beside(other, &others);
        let then = |organisation: OrganisationId| {
            let until = version_of(organisation.into())?;
            read_organisation(reading, organisation, Some(until), &documents)
        };
        join(stream, then, |process, people| {
            let mut register = Register::default();
            let requirements = process.requirements();
            let mut controllers: Vec<_> = requirements.iter().map(|r| r.purpose.organisation_id).collect();
            controllers.sort_unstable();
            controllers.dedup();
            for id in controllers {
                if let Some(organisation) = then(id)? {
                    register.learn(id, organisation.state.notices().all());
                }
            }
            for person in people.into_iter().chain(requirements.subjects()).chain(process.work().people()) {
                let until = version_of(StreamId::Consent(person))?;
                self.read_consents(&mut register, person, Some(until))?;
                let until = version_of(StreamId::Person(person))?;
                self.read_own(&mut register, person, until)?;
            }
            Ok(register)
        })
    }

    /// Passes on a process, up to a `seq`, as of each moment at which its tree or its rules may have changed.
    pub fn each_state(
        &self,
        id: ProcessId,
        until: Seq,
        each: &mut dyn FnMut(Timestamp, &Process),
    ) -> Result<(), Error> {
        let (documents, reading) = (self.documents(), self.reading()?);
        let (mut state, mut moved): (Option<Stream<Process>>, bool) = (None, true);
        replay(reading, id.into(), Seq(0), Some(until), &mut |event| {
            if let Some(stream) = &state {
                // One command's changes happen at once.
                if stream.at != event.head.at && std::mem::take(&mut moved) {
                    each(stream.at, &stream.state);
                }
                moved |= matches!(
                    event.data,
                    EventData::Process(_) | EventData::Governance(governance::Event::GovernanceAdopted(_))
                );
            }
            Ok(Stream::take_in(&mut state, id, event, &documents)?)
        })?;
        if let Some(stream) = state.filter(|_| moved) {
            each(stream.at, &stream.state);
        }
        Ok(())
    }

    /// How far the other streams had come when a process had a `seq` and is asked about a moment.
    fn others_at(&self, stream: &Stream<Process>, at: Option<Timestamp>) -> Result<Others, Error> {
        let (id, version, reading) = (StreamId::from(stream.state.id()), stream.seq, self.reading()?);
        let next = reading.events(id, version, 1)?.first().map(|next| next.at);
        let asked = at.filter(|at| stream.at < *at && next.is_none_or(|next| *at < next));
        let brought = self.homes()?.map(|homes| homes.state.brought(id)).unwrap_or_default();
        if version <= brought {
            // The order of imports differs from the order in which things happened at home. Whatever an event says it
            // relied on was there.
            let mut relied_on: Map<StreamId, Seq> = Map::new();
            replay(reading, id, Seq(0), Some(version), &mut |event| {
                for reliance in event.data.relied_on() {
                    let most = relied_on.or_insert_with(reliance.stream, Seq::default);
                    *most = reliance.seq.max(*most);
                }
                Ok(())
            })?;
            return Ok(Others::Brought { at: asked.unwrap_or(stream.at), relied_on });
        }
        let position = |version| reading.position_of(id, version);
        let from = position(version)?.ok_or(Error::StreamSeqUnknown(Box::new(id)))?;
        let until = position(version.next())?.map(|next| Position(next.0.saturating_sub(1)));
        Ok(Others::Between { from, asked: asked.map(|at| (at, until)) })
    }

    fn seq_beside(&self, other: StreamId, others: &Others) -> Result<Seq, Error> {
        let reading = self.reading()?;
        Ok(match others {
            Others::At(at) => reading.seq_at(other, *at)?,
            Others::Brought { at, relied_on } => {
                reading.seq_at(other, *at)?.max(relied_on.get(&other).copied().unwrap_or_default())
            }
            Others::Between { from, asked: None } => reading.seq_by(other, *from)?,
            Others::Between { from, asked: Some((at, until)) } => {
                let least = reading.seq_by(other, *from)?;
                let most = reading.seq_by(other, until.unwrap_or(self.position()))?;
                reading.seq_at(other, *at)?.clamp(least, most)
            }
        })
    }

    /// An organisation as it is now.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, city, .. } = testkit::example();
    /// let organisation = engine.organisation(city)?;
    /// let anna = engine.person(&"anna".parse()?)?.unwrap();
    /// assert!(organisation.is_administrator(anna));
    /// assert_eq!(organisation.teams().count(), 1);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `stream.unknown` if there is no such organisation, or what the store reports.
    pub fn organisation(&self, id: OrganisationId) -> Result<Arc<Organisation>, Error> {
        self.organisation_as_of(id, AsOf::Now).map(|stream| Arc::new(stream.state))
    }

    /// An organisation as it was.
    ///
    /// # Errors
    /// `stream.unknown` if there is no such organisation, `stream.seq_unknown` if it has not come that far, or what the
    /// store reports.
    pub fn organisation_at(&self, id: OrganisationId, as_of: AsOf) -> Result<Organisation, Error> {
        self.organisation_as_of(id, as_of).map(|stream| stream.state)
    }

    pub(crate) fn organisation_as_of(
        &self,
        id: OrganisationId,
        as_of: AsOf,
    ) -> Result<Stream<Organisation>, Error> {
        self.note(id.into());
        match self.seq_as_of(id.into(), as_of)? {
            None => {
                let stream =
                    self.organisation_stream(id)?.ok_or(Error::StreamUnknown(Box::new(id.into())))?;
                Ok(Stream::clone(&stream))
            }
            Some(version) => {
                let (documents, reading) = (self.documents(), self.reading()?);
                let stream = read_organisation(reading, id, Some(version), &documents)?;
                stream.filter(|s| s.seq == version).ok_or(Error::StreamSeqUnknown(Box::new(id.into())))
            }
        }
    }

    /// The ratings of something, and one person's own, as they were.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, .. } = testkit::example();
    /// use interlink::{kernel::AsOf, rating::Rated};
    /// let view = engine.ratings(&Rated::Process { process: garden }, None, AsOf::Now)?;
    /// assert_eq!((view.count, view.average), (0, None));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `stream.seq_unknown` if the stream has not come that far, or what the store reports. Having no ratings yet is not
    /// an error.
    pub fn ratings(&self, rated: &Rated, person: Option<PersonId>, as_of: AsOf) -> Result<RatingView, Error> {
        let id = rated.id();
        let stream = match self.seq_as_of(id.into(), as_of) {
            Err(Error::StreamUnknown(_)) => None,
            Err(error) => return Err(error),
            Ok(None) => self.ratings_stream(id)?,
            Ok(Some(version)) => read_ratings(self.reading()?, id, Some(version))?.map(Arc::new),
        };
        Ok(match stream {
            Some(stream) => self.naming(|names| stream.state.view(stream.seq, person, names))?,
            None => self.naming(|names| Ratings::new(rated.clone()).view(Seq(0), None, names))?,
        })
    }

    /// The `seq` meant; `None` for the present one.
    fn seq_as_of(&self, stream: StreamId, as_of: AsOf) -> Result<Option<Seq>, Error> {
        if as_of == AsOf::Now {
            return Ok(None);
        }
        let reading = self.reading()?;
        let version = match as_of {
            AsOf::Now => return Ok(None),
            AsOf::Seq(version) => version,
            AsOf::Time(at) => reading.seq_at(stream, at)?,
        };
        match reading.head(stream)? {
            None => Err(Error::StreamUnknown(Box::new(stream))),
            Some(head) if version == Seq(0) || version > head.seq => {
                Err(Error::StreamSeqUnknown(Box::new(stream)))
            }
            Some(_) => Ok(Some(version)),
        }
    }

    /// May this party do this here, by the host's id? An unknown party is denied.
    ///
    /// For many questions, take a view with [`process`](Self::process) and ask that, or use
    /// [`Engine::checks`](super::Engine::checks).
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, invite, now, .. } = testkit::example();
    /// use interlink::governance::Permission;
    /// let answer = engine.check(&"anna".parse()?, Permission::TaskStart, garden, Some(invite), now)?;
    /// assert!(answer.allowed);
    /// let answer = engine.check(&"nora".parse()?, Permission::TaskStart, garden, Some(invite), now)?;
    /// assert!(!answer.allowed);
    /// println!("{}", answer.reasons[0].message); // why not, in a sentence
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `stream.unknown` or `item.unknown` if there is no such process or item, or what the store reports. A denial is
    /// an answer, not an error.
    pub fn check(
        &self,
        actor: &HostId,
        permission: Permission,
        process: ProcessId,
        item: Option<ItemId>,
        at: Timestamp,
    ) -> Result<Explanation, Error> {
        let view = self.process(process)?;
        known(&view, item)?;
        let actor = self.known_person(actor)?.unwrap_or(NOBODY);
        Ok(view.check(&Question { actor, permission, item, asset: None, at }).explain())
    }

    /// The pseudonym of a person, by the host's id; `None` if nobody is known by it.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, .. } = testkit::example();
    /// assert!(engine.person(&"nora".parse()?)?.is_some());
    /// assert!(engine.person(&"nobody".parse()?)?.is_none());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn person(&self, host_id: &HostId) -> Result<Option<PersonId>, Error> {
        self.known_person(host_id)
    }

    pub(super) fn known_person(&self, host_id: &HostId) -> Result<Option<PersonId>, Error> {
        Ok(self.party(host_id)?.and_then(|party| match party {
            Party::Person(person) => Some(person),
            Party::Organisation(_) | Party::Team(..) => None,
        }))
    }

    /// The party behind a host id.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, city, .. } = testkit::example();
    /// use interlink::vault::Party;
    /// assert_eq!(engine.party_of(&"city".parse()?)?, Some(Party::Organisation(city)));
    /// assert!(matches!(engine.party_of(&"neighbours".parse()?)?, Some(Party::Team(_, of)) if of == city));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn party_of(&self, host_id: &HostId) -> Result<Option<Party>, Error> {
        self.party(host_id)
    }

    /// The host's id of a person; `None` if the person was erased.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, .. } = testkit::example();
    /// let nora = engine.person(&"nora".parse()?)?.unwrap();
    /// assert_eq!(engine.host_id(nora)?, Some("nora".parse()?));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn host_id(&self, person: PersonId) -> Result<Option<HostId>, Error> {
        Ok(self.reading()?.host_id(Party::Person(person))?)
    }

    /// A text to which the journal holds only a commitment; `None` if it was erased.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn text(&self, commitment: Commitment) -> Result<Option<String>, Error> {
        if is_sealed(commitment) {
            return Ok(None);
        }
        Ok(self.reading()?.entry(commitment)?.map(|entry| entry.text))
    }

    /// The events of all streams after a position, in order, at most `limit`: the feed that hosts follow.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, .. } = testkit::example();
    /// use interlink::journal::Position;
    /// let first = engine.changes(Position(0), 1)?;
    /// assert_eq!(first[0].event.data.type_name(), "organisation.registered");
    /// // The next page begins after the position of the last event.
    /// assert!(engine.changes(first[0].position, 1)?[0].position > first[0].position);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn changes(&self, after: Position, limit: usize) -> Result<Vec<ChangeEvent>, Error> {
        let changes = self.reading()?.changes(after, limit)?;
        let read = |change: crate::journal::Change| {
            let event = Event::read(change.stored.id, &change.stored.body)?;
            Ok(ChangeEvent { event, position: change.position })
        };
        changes.into_iter().map(read).collect()
    }

    /// The canonical JSON of a document that was added, or of a shipped governance model.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, notice, .. } = testkit::example();
    /// assert!(engine.document(notice)?.as_str().contains(r#""document":"notice""#));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::DocumentUnknown`] if there is no such document.
    pub fn document(&self, id: DocumentId) -> Result<Json, Error> {
        let found = self.documents().document(id).ok_or(Error::DocumentUnknown(id.into()))?;
        Ok(Json::written(crate::types::Written::content(found.bytes())?))
    }

    /// A catalogue that was added or is in the store.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::interop::interlink::shipped;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// let kept = engine.add_catalogue(&shipped())?;
    /// let catalogue = engine.catalogue(kept.catalogue)?;
    /// assert!(!catalogue.document().interlinkers.is_empty());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::DocumentUnknown`] if there is no catalogue with that id.
    pub fn catalogue(&self, id: DocumentId) -> Result<Arc<Catalogue>, Error> {
        self.documents().catalogue(id).ok_or(Error::DocumentUnknown(id.into()))
    }

    /// A publication that was made or is in the store.
    ///
    /// # Errors
    /// [`Error::DocumentUnknown`] if there is no publication with that id.
    pub fn publication(&self, id: DocumentId) -> Result<Arc<Publication>, Error> {
        match self.documents().document(id) {
            Some(crate::kernel::Document::Publication(publication)) => Ok(publication),
            _ => Err(Error::DocumentUnknown(id.into())),
        }
    }

    /// A notice that was added or is in the store.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, notice, .. } = testkit::example();
    /// let notice = engine.notice(notice)?;
    /// assert!(notice.purpose(&"news".parse()?).is_some());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::DocumentUnknown`] if there is no notice with that id.
    pub fn notice(&self, id: DocumentId) -> Result<Arc<Notice>, Error> {
        match self.documents().document(id) {
            Some(crate::kernel::Document::Notice(notice)) => Ok(notice),
            _ => Err(Error::DocumentUnknown(id.into())),
        }
    }

    /// The host's operators, and the `seq` of the host's stream; `None` if nobody was appointed yet.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, .. } = testkit::example();
    /// // No operator was appointed yet: see `Engine::execute_as_host`.
    /// assert!(engine.operators()?.is_none());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What the store reports.
    pub fn operators(&self) -> Result<Option<(Operators, Seq)>, Error> {
        Ok(read_host(self.reading()?)?.map(|host| (host.state, host.seq)))
    }

    /// A view that reads names and texts from the vault.
    pub(crate) fn naming<T>(&self, view: impl FnOnce(&Names<'_>) -> T) -> Result<T, Error> {
        Ok(Names::ask(self.reading()?, view)?)
    }

    /// The streams after one, ordered by name, at most `limit`.
    pub(crate) fn streams_after(
        &self,
        after: Option<StreamId>,
        limit: usize,
    ) -> Result<Vec<StreamId>, Error> {
        Ok(self.reading()?.streams(after, limit)?)
    }

    /// Every stream of the store, ordered by name.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, .. } = testkit::example();
    /// use interlink::journal::StreamId;
    /// let processes: Vec<_> = engine.streams()?.into_iter().filter_map(StreamId::process).collect();
    /// assert_eq!(processes, [garden]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn streams(&self) -> Result<Vec<StreamId>, Error> {
        let mut streams: Vec<StreamId> = Vec::new();
        loop {
            let page = self.reading()?.streams(streams.last().copied(), PAGE)?;
            let full = page.len() == PAGE;
            streams.extend(page);
            if !full {
                return Ok(streams);
            }
        }
    }
}

/// Stands for an unknown person. No pseudonym ever has this value.
pub(crate) const NOBODY: PersonId = PersonId::from_bytes([0; 16]);
