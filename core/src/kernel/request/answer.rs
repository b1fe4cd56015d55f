//! Answers to requests for which no block has a view of its own.

use crate::types::Json;
use crate::types::json::{Readable, Reader};

use serde::Serialize;

use super::{Answer, Answered};
use crate::journal::{Seq, StreamId};
use crate::kernel::{Kind, Outcome};
use crate::party::PartyName;
use crate::problem::{Code, Problem};
use crate::types::{DocumentId, Language, ValueFault};

/// The outcomes of commands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct OutcomesView {
    /// In the order of the commands.
    #[cfg_attr(feature = "json-schema", schemars(with = "Vec<crate::schema::CommandOutcome>"))]
    pub outcomes: Vec<Outcome>,
}

/// Reads the outcome of one of several commands; `ok` holds the executed command.
impl Readable for Outcome {
    fn read(reader: &mut Reader<'_>) -> Self {
        let at = reader.at();
        let mut fields = reader.object("known_of,ok,position,problem");
        let (known_of, executed): (Vec<_>, Option<ExecutedView>) =
            (fields.or_default(reader), fields.get(reader));
        let (position, problem): (Option<_>, Option<Problem>) = (fields.get(reader), fields.get(reader));
        fields.end(reader);
        match (executed, problem) {
            (Some(executed), None) => {
                Self::Ok(Answered { answer: Answer::Executed(executed), position, known_of })
            }
            (None, Some(problem)) if position.is_none() && known_of.is_empty() => {
                Self::problem(Kind::of(problem.code), problem)
            }
            (_, problem) => {
                let message = "This must contain either “ok” or “problem”, and nothing else.";
                reader.refuse(at, &ValueFault::new(Code::JsonWrongType, message));
                Self::problem(
                    Kind::Malformed,
                    problem.unwrap_or_else(|| Problem::new(Code::JsonWrongType, message)),
                )
            }
        }
    }
}

impl OutcomesView {
    /// The same, with `path` before the paths of faults.
    pub(super) fn within(self, path: &str) -> Self {
        Self { outcomes: self.outcomes.into_iter().map(|outcome| outcome.within(path)).collect() }
    }
}

/// The party behind a host id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PartyView {
    /// The party; absent if nobody is known by that id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyName>,
}

/// Streams of the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct StreamsView {
    /// Ordered by name.
    pub streams: Vec<StreamId>,
}

/// A stored document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AddedView {
    /// The SHA-256 of its canonical JSON.
    pub document: DocumentId,
}

/// An added message catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct LanguageView {
    /// Its language.
    pub language: Language,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct DocumentView {
    /// Its canonical JSON.
    #[cfg_attr(feature = "json-schema", schemars(with = "crate::schema::AnyDocument"))]
    pub content: Json,
}

/// Events of the feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ChangesView {
    /// The events, in order.
    pub changes: Vec<crate::kernel::ChangeEvent>,
}

/// Events of the feed as CloudEvents.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct CloudEventsView {
    /// The events, in order.
    pub cloud_events: Vec<crate::interop::cloudevents::CloudEvent>,
}

/// The result of a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ExecutedView {
    /// The events, in order.
    #[cfg_attr(feature = "json-schema", schemars(with = "Vec<crate::schema::AnyEvent>"))]
    pub events: Vec<crate::journal::Event>,
    /// Whether the command had been executed before.
    pub repeated: bool,
    /// After an erasure or a rectification: whether the old data is physically gone from the store. If not, the store
    /// removes it as soon as nobody reads an older state any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scrubbed: Option<bool>,
    /// The stream's `seq` after them.
    pub seq: Seq,
    /// The stream.
    pub stream: StreamId,
}

/// The gaps of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct NoticeGapsView {
    /// Each with the article that requires it; empty if the notice is complete.
    pub gaps: Vec<crate::notice::Gap>,
}

/// A receipt.
#[cfg(feature = "receipts")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ReceiptView {
    /// The receipt, in the format asked for; absent if the person never consented.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "json-schema", schemars(with = "Option<serde_json::Value>"))]
    pub receipt: Option<Json>,
}
