//! Events of redaction. Fields are in canonical order; see `journal`.

use serde::Serialize;

use crate::journal::{Reliance, Seq};
use crate::kernel::tagged;
use crate::types::json::Readable;
use crate::types::{Commitment, DocumentId, EventId};

tagged! {
    /// The events of the redaction block.
    pub enum Event {
        /// Words were removed from public texts.
        "text.redacted" TextRedacted {
            /// The documents that were rewritten.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub documents: Vec<RedactedDocument>,
            /// The events of this stream that were rewritten.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub events: Vec<RedactedEvent>,
            /// The documents that still contain the words, because others rely on them.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub left: Vec<DocumentId>,
            /// The reason: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// Requests for approval that contained these words: commitments to texts that the vault forgot.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub texts: Vec<Commitment>,
        }
    }
}

/// An event from which words were removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RedactedEvent {
    /// The SHA-256 of the rewritten envelope. The event's id does not change.
    pub replaced_by: EventId,
    /// The number of the event.
    pub seq: Seq,
}

/// A document from which words were removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RedactedDocument {
    /// The document: its id does not change.
    pub document: DocumentId,
    /// The SHA-256 of the rewritten document.
    pub replaced_by: DocumentId,
}

impl Event {
    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::TextRedacted(e) => &e.relied_on,
        }
    }
}
