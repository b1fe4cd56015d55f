//! Questions to the engine: organisations as of now or any past moment, people, the feed, and the vault.

use crate::types::Json;
use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::replay::{read_host, read_organisation};
use super::{Error, Moment};
use crate::journal::{Event, Position, Seq, Stream, StreamId};
use crate::kernel::Documents;
use crate::notice::Notice;
use crate::operator::Operators;
use crate::party::{Names, Organisation};
use crate::types::{Commitment, DocumentId, HostId, OrganisationId, PersonId, Timestamp};
use crate::vault::{Party, is_sealed};

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

impl Moment<'_> {
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

    /// The `seq` meant; `None` for the present one.
    pub(super) fn seq_as_of(&self, stream: StreamId, as_of: AsOf) -> Result<Option<Seq>, Error> {
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
