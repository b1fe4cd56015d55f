//! Processes and ratings as of now or any past moment, the check, and the documents of processes.

use std::sync::Arc;

use super::asked::known;
use super::read::NOBODY;
use super::replay::{read_organisation, replay};
use super::views::{join, read_process, read_ratings};
use super::{Error, Moment};
use crate::catalogue::Catalogue;
use crate::check::{Explanation, ProcessView, Question};
use crate::consent::Register;
use crate::governance::{self, Permission};
use crate::journal::{EventData, Position, Seq, Stream, StreamId};
use crate::kernel::{AsOf, Documents};
use crate::process::{Process, Publication};
use crate::rating::view::RatingView;
use crate::rating::{Rated, Ratings};
use crate::types::{DocumentId, HostId, ItemId, Map, OrganisationId, PersonId, ProcessId, Timestamp};

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
        (&self.documents() as &dyn Documents).catalogue(id).ok_or(Error::DocumentUnknown(id.into()))
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
}
