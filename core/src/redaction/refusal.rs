//! Why a redaction is refused.

use interlink_derive::Refusal;

use crate::types::DocumentId;

/// A command of the redaction block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum RedactionRefusal {
    /// Somebody else may not.
    #[error(
        RedactionDenied,
        "Only whoever administers this, or an operator of the store, may take words out of its texts."
    )]
    NotHers,
    /// An organisation does not take back what somebody else found out about it.
    #[error(RedactionDenied, operator: "What an operator of the store wrote is for an operator to take words out of.")]
    OfOperators,
    /// What is asked for would take half of the record along.
    #[error(RedactionTooShort, "The words to be taken out are too few: two letters or digits at least.")]
    TooShort,
    /// There is nothing to do.
    #[error(RedactionAbsent, "These words stand in none of its public texts.")]
    Absent,
    /// The text has a form that it would lose.
    #[error(
        RedactionUnfit,
        "The words are part of something that has a form of its own: {path} of event {seq}."
    )]
    Unfit {
        /// The number of the event.
        seq: u64,
        /// Where in its data.
        path: String,
    },
    /// The document has a form that it would lose.
    #[error(RedactionUnfit, document: "The words are part of something that has a form of its own: {path} of the document {document}.")]
    UnfitDocument {
        /// The document.
        document: DocumentId,
        /// Where in it.
        path: String,
    },
    /// Others rely on the document.
    #[error(RedactionShared, "The words also stand in the document {document}, which others rely on.")]
    Shared {
        /// The document.
        document: DocumentId,
    },
}

impl RedactionRefusal {
    /// Where in the command the fault stands.
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
