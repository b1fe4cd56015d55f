//! Which streams are replicas here, of what, and how old they are.

use crate::journal::{Event as Recorded, EventData, Seq, StreamId};
use crate::kernel::ApplyFault;
use crate::kernel::{Documents, State};
use serde::Serialize;

use super::{Event, Home};
use crate::types::json::Readable;
use crate::types::{EventId, Key, Map, PersonId, Timestamp};

/// A stream that is at home elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replica {
    /// The time up to which it is current: the last report of its home, through whichever source.
    pub as_of: Timestamp,
    /// The id of the last event that an import brought.
    pub id: EventId,
    /// The places behind the source, as each called the next; the last is the home. Empty if the source is the home.
    pub path: Vec<Key>,
    /// The number of that event.
    pub seq: Seq,
    /// The host's name for the place that it comes from.
    pub source: Key,
}

/// The time up to which an answer is current, if it rests on a stream that is at home elsewhere: later events there are
/// missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct KnownOf {
    /// The earliest such time: everything that its home had reported by then is included, whoever passed it on.
    pub as_of: Timestamp,
    /// The host's name for the place that it comes from.
    pub source: Key,
    /// The places behind that one, as each called the next; the last is the home. Empty if the source is the home.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<Key>,
}

/// Where the streams of a store are at home: here, except for imported ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Homes {
    /// How much of each stream was ever imported, wherever it is at home now.
    brought: Map<StreamId, Seq>,
    people: Map<PersonId, Key>,
    replicas: Map<StreamId, Replica>,
}

impl Homes {
    /// Applies the next import.
    pub(crate) fn apply(&mut self, event: &Event) {
        let Event::BundleImported(e) = event;
        for person in &e.person_ids {
            self.people.insert(*person, e.source.clone());
        }
        for brought in &e.streams {
            let stream = brought.stream;
            let most = self.brought.get(&stream).copied().unwrap_or_default();
            self.brought.insert(stream, most.max(brought.seq));
            match brought.home {
                Home::Here => drop(self.replicas.remove(&stream)),
                Home::Elsewhere => {
                    let as_of = brought.as_of.map_or(e.exported_at, |as_of| as_of.min(e.exported_at));
                    let (source, path) = (e.source.clone(), brought.path.clone());
                    let replica = Replica { as_of, id: brought.id, path, source, seq: brought.seq };
                    self.replicas.insert(stream, replica);
                }
            }
        }
    }

    /// The replica of a stream; `None` if the stream is at home here.
    #[must_use]
    pub fn replica(&self, stream: StreamId) -> Option<&Replica> {
        self.replicas.get(&stream)
    }

    /// The source of the bundle that first named a person; `None` if the person was known here before.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Key> {
        self.people.get(&id)
    }

    /// The sources of the streams that are replicas, by path, each with the oldest time among them.
    pub(crate) fn known_of(&self, streams: impl IntoIterator<Item = StreamId>) -> Vec<KnownOf> {
        let mut oldest: Map<(&Key, &[Key]), Timestamp> = Map::new();
        for replica in streams.into_iter().filter_map(|stream| self.replica(stream)) {
            let known = oldest.or_insert_with((&replica.source, &replica.path), || replica.as_of);
            *known = replica.as_of.min(*known);
        }
        let known = |(of, as_of): (&(&Key, &[Key]), &Timestamp)| {
            let (source, path) = *of;
            KnownOf { as_of: *as_of, source: source.clone(), path: path.to_vec() }
        };
        oldest.iter().map(known).collect()
    }

    /// How much of a stream was imported.
    #[must_use]
    pub fn brought(&self, stream: StreamId) -> Seq {
        self.brought.get(&stream).copied().unwrap_or_default()
    }
}

impl State for Homes {
    type Id = ();

    fn begin((): (), event: &Recorded, documents: &dyn Documents) -> Result<Self, ApplyFault> {
        let mut homes = Self::default();
        homes.follow(event, documents).map(|()| homes)
    }

    fn follow(&mut self, event: &Recorded, _: &dyn Documents) -> Result<(), ApplyFault> {
        let EventData::Home(data) = &event.data else { return Err(ApplyFault::Stream) };
        self.apply(data);
        Ok(())
    }
}
