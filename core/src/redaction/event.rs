//! What happened. Fields stand in canonical order; see `journal`.

use serde::Serialize;

use crate::journal::{Reliance, Seq};
use crate::kernel::tagged;
use crate::types::json::Readable;
use crate::types::{Commitment, DocumentId, EventId};

tagged! {
    /// The events of the redaction block.
    pub enum Event {
        /// Words were taken out of public texts.
        "text.redacted" TextRedacted {
            /// The documents that were written anew.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub documents: Vec<RedactedDocument>,
            /// The events of this stream that were written anew.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub events: Vec<RedactedEvent>,
            /// The documents in which the words still stand, since others rely on them.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub left: Vec<DocumentId>,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// What others were asked to stand behind in these words: commitments to texts that the vault forgot.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub texts: Vec<Commitment>,
        }
    }
}

/// An event that words were taken out of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RedactedEvent {
    /// The SHA-256 of the envelope that stands there now. The event's id stays what it was.
    pub now: EventId,
    /// Its number.
    pub seq: Seq,
}

/// A document that words were taken out of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RedactedDocument {
    /// Which: its id stays what it was.
    pub document: DocumentId,
    /// The SHA-256 of what stands there now.
    pub now: DocumentId,
}

impl Event {
    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::TextRedacted(e) => &e.relied_on,
        }
    }
}
