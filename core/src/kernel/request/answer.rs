//! Answers to requests for which no block has a view of its own.

use crate::types::Json;
use crate::types::json::{Readable, Reader};

use serde::Serialize;

use super::{Answer, Answered};
use crate::asset::view::AssetView;
use crate::catalogue::{Found, ServedTask, TaskRecommendations};
use crate::journal::{Seq, StreamId};
use crate::kernel::{Kind, Outcome};
use crate::party::PartyName;
use crate::problem::{Code, Problem};
use crate::types::ReadText;
use crate::types::{DocumentId, Key, Language, ValueFault};

/// Everyone who may do a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PeopleView {
    /// The people, ordered by pseudonym.
    pub people: Vec<PartyName>,
}

/// Interlinkers that were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct FoundView {
    /// The best first.
    pub interlinkers: Vec<Found>,
}

/// Recommendations for tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RecommendedView {
    /// The tasks, in the tree's order.
    pub tasks: Vec<TaskRecommendations>,
}

/// Tasks that an interlinker serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct TasksServedView {
    /// The tasks, in the tree's order.
    pub serves: Vec<ServedTask>,
}

/// Publications that were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PublicationsView {
    /// Ordered by process.
    pub publications: Vec<crate::process::PublicationFound>,
}

/// How much interlinkers are used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct UsageView {
    /// One entry for each process and interlinker, ordered by id.
    pub usage: Vec<crate::asset::InterlinkerUse>,
}

/// Assets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AssetsView {
    /// In the order in which they were added.
    pub assets: Vec<AssetView>,
}

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

/// A governance model that comes with the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ModelView {
    /// The SHA-256 of its canonical JSON.
    pub document: DocumentId,
    /// Its name for programs.
    pub id: Key,
    /// Its name for people.
    pub name: ReadText,
    /// Its version.
    pub version: u32,
}

/// A kind of mandates that comes with the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MandateKindView {
    /// Its code.
    pub kind_code: Key,
    /// The SHA-256 of its canonical JSON.
    pub document: DocumentId,
    /// Its name for people.
    pub name: ReadText,
    /// Its version.
    pub version: u32,
}

/// The kinds of mandates that come with the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MandateKindsView {
    /// All of them.
    pub mandate_kinds: Vec<MandateKindView>,
}

/// The governance models that come with the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ModelsView {
    /// All of them.
    pub models: Vec<ModelView>,
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
#[cfg(feature = "interop")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ReceiptView {
    /// The receipt, in the format asked for; absent if the person never consented.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "json-schema", schemars(with = "Option<serde_json::Value>"))]
    pub receipt: Option<Json>,
}
