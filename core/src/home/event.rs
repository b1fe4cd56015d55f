//! What comes into a store from elsewhere. Fields stand in canonical order; see `journal`.

use crate::journal::Reliance;
use serde::Serialize;

use crate::journal::{Seq, StreamId};
use crate::kernel::tagged;
use crate::types::json::Readable;
use crate::types::{EventId, Key, PersonId, ProcessId, Timestamp};

/// Where a stream is at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Home {
    /// Where the bundle comes from: here it is a replica.
    Elsewhere,
    /// In this store, by the host's word.
    Here,
}

/// How far an import brought a stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Brought {
    /// As of when its home disclosed of it, where the source has it from elsewhere itself; otherwise as of when the bundle was
    /// written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Timestamp>,
    /// Where it is at home from now on.
    pub home: Home,
    /// The id of its last event in the bundle.
    pub id: EventId,
    /// The places behind the source, as each called the next; the last is its home. None where the source is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<Key>,
    /// The number of that event.
    pub seq: Seq,
    /// The stream.
    pub stream: StreamId,
}

tagged! {
    /// The events of the store's own stream of imports.
    pub enum Event {
        /// A bundle was taken in, on the word of the host.
        "bundle.imported" BundleImported {
            /// The streams of which it disclosed events that were withheld here so far. Whoever follows the feed reads them again.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub disclosed: Vec<StreamId>,
            /// As of when the bundle knows what is in it.
            pub exported_at: Timestamp,
            /// Whom the vault got to know by it.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub people: Vec<PersonId>,
            /// The process that it was about.
            pub process: ProcessId,
            /// What the host calls the place that it comes from.
            pub source: Key,
            /// The streams that it brought, began to be a replica of, or moved here.
            pub streams: Vec<Brought>,
        }
    }
}

impl Event {
    /// It looks at no other stream.
    pub(crate) const fn relied_on(&self) -> &[Reliance] {
        &[]
    }
}

impl crate::kernel::Said for Event {
    fn place(&self) -> crate::kernel::Place<'_> {
        crate::kernel::Place::Own { told: None }
    }

    fn documents(&self) -> Vec<crate::types::DocumentId> {
        Vec::new()
    }

    fn brings(&self, _: crate::types::Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}
