//! Refusals of redactions.

use interlink_derive::Refusal;

use crate::types::DocumentId;

/// A command of the redaction block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum RedactionRefusal {
    /// The actor is not permitted.
    #[error(
        RedactionDenied,
        "Only an administrator of this, or an operator of the store, may remove words from its texts."
    )]
    NotHers,
    /// An organisation cannot redact what an operator recorded about it.
    #[error(RedactionDenied, operator: "Only an operator may remove words from what an operator of the store wrote.")]
    OfOperators,
    /// The words would match large parts of the record.
    #[error(
        RedactionTooShort,
        "The words to remove are too short: they need at least two letters or digits."
    )]
    TooShort,
    /// The words do not occur.
    #[error(RedactionAbsent, "These words do not occur in any of its public texts.")]
    Absent,
    /// The redacted text would no longer be valid.
    #[error(
        RedactionUnfit,
        "The words are part of a value that must keep its format: {path} of event {seq}."
    )]
    Unfit {
        /// The number of the event.
        seq: u64,
        /// The path in its data.
        path: String,
    },
    /// The redacted document would no longer be valid.
    #[error(RedactionUnfit, document: "The words are part of a value that must keep its format: {path} of the document {document}.")]
    UnfitDocument {
        /// The document.
        document: DocumentId,
        /// The path in the document.
        path: String,
    },
    /// Others rely on the document.
    #[error(RedactionShared, "The words also occur in the document {document}, which others rely on.")]
    Shared {
        /// The document.
        document: DocumentId,
    },
}

impl RedactionRefusal {
    /// The path of the fault within the command.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::NotHers | Self::OfOperators => "/actor",
            Self::TooShort
            | Self::Absent
            | Self::Unfit { .. }
            | Self::UnfitDocument { .. }
            | Self::Shared { .. } => "/data/words",
        }
    }
}
