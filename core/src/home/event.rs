//! Events of imports into a store. Fields are in canonical order; see `journal`.

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
    /// The store that the bundle comes from: here the stream is a replica.
    Elsewhere,
    /// This store, as the host decided.
    Here,
}

/// How much of a stream an import brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Brought {
    /// The time of the home's last report, if the source itself imported the stream; otherwise the time when the bundle
    /// was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Timestamp>,
    /// Where the stream is at home from now on.
    pub home: Home,
    /// The id of the stream's last event in the bundle.
    pub id: EventId,
    /// The places behind the source, as each called the next; the last is the home. Empty if the source is the home.
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
        /// A bundle was imported, by the host's decision.
        "bundle.imported" BundleImported {
            /// The streams with events that were withheld here before and that this bundle contains. Whoever follows
            /// the feed must read them again.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub disclosed: Vec<StreamId>,
            /// The time up to which the bundle is current.
            pub exported_at: Timestamp,
            /// The people that the vault learned of from the bundle.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub person_ids: Vec<PersonId>,
            /// The process of the bundle.
            pub process: ProcessId,
            /// The host's name for the place that the bundle comes from.
            pub source: Key,
            /// The streams that it brought, made replicas of, or moved here.
            pub streams: Vec<Brought>,
        }
    }
}

impl Event {
    /// Its decision reads no other stream.
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
