//! What can be asked, by name.

use crate::types::json::Readable;

use crate::catalogue::Search;
use crate::governance::{HolderRef, Permission};
use crate::journal::{Position, Seq, StreamId};
use crate::kernel::AsOf;
#[cfg(feature = "interop")]
use crate::kernel::TextFile;
use crate::party::StakeholderKind;
use crate::process::PublicationSearch;
use crate::rating::Rated;
#[cfg(feature = "archive")]
use crate::types::Base64;
use crate::types::{
    DocumentId, EventId, HostId, ItemId, Key, Language, Map, OrganisationId, PersonId, ProcessId, Timestamp,
};
use crate::work::view::RankBy;

/// May this party do this here, and why?
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CheckRequest {
    /// Who, by the host's id.
    pub actor: HostId,
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// For which moment.
    pub at: Timestamp,
    /// On which item; on the process as a whole if absent.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// What.
    pub permission: Permission,
    /// In which process.
    pub process: ProcessId,
}

/// Everything that a party may do in a process.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PermissionsRequest {
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// For which moment.
    pub at: Timestamp,
    /// Who: a person, with all that her teams bring; or a team, with what it passes on.
    pub party: HolderRef,
    /// In which process.
    pub process: ProcessId,
}

/// Everyone who may do a thing here.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WhoMayRequest {
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// For which moment.
    pub at: Timestamp,
    /// On which item; on the process as a whole if absent.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// What.
    pub permission: Permission,
    /// In which process.
    pub process: ProcessId,
}

/// A process as a tree.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TreeRequest {
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// In which language; in the process's own if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// Which process.
    pub process: ProcessId,
}

/// The rules of a process.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RulesRequest {
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// For which moment.
    pub at: Timestamp,
    /// In which language; in the process's own if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// Which process.
    pub process: ProcessId,
}

/// An organisation.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OrganisationRequest {
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// Which organisation.
    pub organisation_id: OrganisationId,
}

/// The interlinkers of a catalogue that are as asked for.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SearchRequest {
    /// Which catalogue.
    pub catalogue: DocumentId,
    /// The language that names are read in; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// What is looked for; everything if absent.
    #[serde(default)]
    pub search: Search,
}

/// For tasks of a process, the interlinkers that answer their problem profiles.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecommendRequest {
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// Which task; every enabled one with a problem profile if absent.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// In which language; in the process's own if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// Which process.
    pub process: ProcessId,
}

/// The tasks of a process that an interlinker serves.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TasksServedRequest {
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// Which interlinker of the process's catalogue.
    pub interlinker: Key,
    /// In which language; in the process's own if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// Which process.
    pub process: ProcessId,
}

/// The assets of a process or a task.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssetsRequest {
    /// Who asks, by the host's id.
    pub actor: HostId,
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// For which moment.
    pub at: Timestamp,
    /// Of which task; of all if absent.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// In which language; in the process's own if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// Of which process.
    pub process: ProcessId,
}

/// How much interlinkers are used, process by process.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UsageRequest {
    /// Which interlinker; all if absent.
    #[serde(default)]
    pub interlinker: Option<Key>,
    /// In which process; in all of the store if absent.
    #[serde(default)]
    pub process: Option<ProcessId>,
}

/// The work of a process and the credit for it.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkRequest {
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The moment for which to say what must stop, since a basis is missing.
    #[serde(default)]
    pub at: Option<Timestamp>,
    /// Of which process.
    pub process: ProcessId,
}

/// Who has how many points.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeaderboardRequest {
    /// The state that is asked about: awards taken back later still count.
    #[serde(default)]
    pub as_of: AsOf,
    /// By what it ranks; by person if absent.
    #[serde(default)]
    pub by: RankBy,
    /// From when on awards count; from the beginning if absent.
    #[serde(default)]
    pub from: Option<Timestamp>,
    /// In which process.
    pub process: ProcessId,
    /// Until when awards count, that moment not included; without end if absent.
    #[serde(default)]
    pub until: Option<Timestamp>,
}

/// What people say of something.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RatingsRequest {
    /// Who asks, by the host's id, to see what she said herself.
    #[serde(default)]
    pub actor: Option<HostId>,
    /// The state that is asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// Of what.
    pub rated: Rated,
}

/// The party behind a host id.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartyRequest {
    /// The host's id.
    pub host_id: HostId,
}

/// Who speaks for the host.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OperatorsRequest {}

/// The streams of the store.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StreamsRequest {
    /// The stream after which to begin; at the first if absent.
    #[serde(default)]
    pub after: Option<StreamId>,
    /// How many at most; 10 000 is the most there is.
    pub limit: u32,
}

/// A document.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DocumentRequest {
    /// The SHA-256 of its canonical JSON.
    pub document: DocumentId,
}

/// The governance models that come with the library.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModelsRequest {
    /// The language that names are read in; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// The feed.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangesRequest {
    /// The position after which to begin; 0 for the beginning.
    #[serde(default)]
    pub after: Position,
    /// How many events at most; 10 000 is the most there is.
    pub limit: u32,
}

/// In which language the engine participations refusals, reasons and what it shows, where a request names none.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetLanguageRequest {
    /// The language; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// The feed as sentences.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AuditTrailRequest {
    /// After which position; from the beginning if absent.
    #[serde(default)]
    pub after: Position,
    /// In which language; in English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// How many events are read at most; 10 000 is the most there is.
    pub limit: u32,
}

/// Everything that is held about a person.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubjectAccessRequest {
    /// In which language events are told; in English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// Who, by the host's id. About somebody whom nobody knows, nothing is held.
    pub person: HostId,
}

/// What concerns whom.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NotificationsRequest {
    /// After which position; from the beginning if absent.
    #[serde(default)]
    pub after: Position,
    /// In which language; in English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// How many events are read at most; 10 000 is the most there is.
    pub limit: u32,
    /// Only what concerns this person, by the host's id.
    #[serde(default)]
    pub person: Option<HostId>,
}

/// The feed as CloudEvents 1.0.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CloudEventsRequest {
    /// The position after which to begin; 0 for the beginning.
    #[serde(default)]
    pub after: Position,
    /// How many events at most; 10 000 is the most there is.
    pub limit: u32,
    /// Who speaks: the `source` of the events.
    pub source: crate::types::Uri,
}

/// Reads an export of the INTERLINK platform, and keeps it as the document that `process.import` takes.
#[cfg(feature = "archive")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AddArchiveRequest {
    /// The zip archive.
    pub archive: Base64,
}

/// Writes a process as an export of the INTERLINK platform.
#[cfg(feature = "archive")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WriteArchiveRequest {
    /// What assets hold, as far as the host has it, in any order: each is known by its SHA-256. What is missing is reported.
    #[serde(default)]
    pub files: Vec<Base64>,
    /// Which process.
    pub process: ProcessId,
}

/// Reads a catalogue in INTERLINK's folders, and keeps it with its templates.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AddCatalogueRequest {
    /// Its files; the small catalogue that comes with the library if absent. Of pictures and documents the path is enough.
    #[serde(default)]
    pub files: Option<Vec<TextFile>>,
}

/// A catalogue in INTERLINK's folders.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WriteCatalogueRequest {
    /// Which catalogue.
    pub catalogue: DocumentId,
}

/// Reads the platform's `data_story`.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadStoryRequest {
    /// What stands in the file.
    pub file: String,
}

/// The publications of the store that are as asked for: of each process the latest.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PublicationsRequest {
    /// The language that titles are read in; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// What is looked for; everything if absent.
    #[serde(default)]
    pub search: PublicationSearch,
}

/// Takes a bundle in, on the word of the host.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportBundleRequest {
    /// When it is taken in. Without it, the store's clock participations so, or else the bundle.
    #[serde(default)]
    pub at: Option<Timestamp>,
    /// The bundle, as it was exported.
    pub bundle: String,
    /// Streams that are at home where the bundle comes from, although they are of people who are known here, are at home
    /// here so far, or came from another source.
    #[serde(default)]
    pub homes: Vec<StreamId>,
    /// What the host calls the place that the bundle comes from: a system, nobody's name.
    #[serde(default)]
    pub source: Option<Key>,
    /// Streams of the bundle that are at home here from now on.
    #[serde(default)]
    pub take_over: Vec<StreamId>,
}

/// Checks one stream, or the whole store.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VerifyRequest {
    /// An event that is known to belong to the stream.
    #[serde(default)]
    pub expected: Option<ExpectedHead>,
    /// Which stream; all if absent.
    #[serde(default)]
    pub stream: Option<StreamId>,
}

/// An event that is known to belong to a stream.
#[derive(Debug, Clone, Copy, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExpectedHead {
    /// Its id.
    pub id: EventId,
    /// Its number.
    pub seq: Seq,
}

/// What a person can do next.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NextRequest {
    /// What the clock participations now.
    pub at: Timestamp,
    /// In which language; in English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// How many steps are told at most; 10 000 is the most there is.
    pub limit: u32,
    /// Who, by the host's id. Somebody whom nobody knows has nothing to do.
    pub person: HostId,
    /// In which process; in all of theirs, and for the organisations that they administer, if absent.
    #[serde(default)]
    pub process: Option<ProcessId>,
}

/// What is a person's.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MyRequest {
    /// What the clock participations now.
    pub at: Timestamp,
    /// In which language; in English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// Who, by the host's id.
    pub person: HostId,
}

/// Which governance model and template fit.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GuideRequest {
    /// The answers so far, by question; the answer to an empty request has the questions.
    #[serde(default)]
    pub answers: Map<Key, Key>,
    /// In which language; in English if absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// What an organisation tells people about their data.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticesRequest {
    /// In which language; in English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// Which organisation.
    pub organisation_id: OrganisationId,
}

/// What a notice still misses before an organisation of a kind may publish it.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticeGapsRequest {
    /// What kind of stakeholder the organisation is.
    pub kind: StakeholderKind,
    /// The notice, which was added.
    pub notice: DocumentId,
}

/// May a person's data be processed for a purpose, and why?
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsentRequest {
    /// As it was known when her stream had this version; as it is known now if absent.
    #[serde(default)]
    pub as_known: Option<Seq>,
    /// For which moment.
    pub at: Timestamp,
    /// The controller.
    pub organisation_id: OrganisationId,
    /// Whether `at` is a past moment: then the times of what is on record decide. Without it `at` is what the clock participations now,
    /// and whatever has ended something counts, however it is dated.
    #[serde(default)]
    pub past: bool,
    /// Whose data, by the host's id.
    pub person: HostId,
    /// The purpose.
    pub purpose: Key,
}

/// Everything that a person said about her data.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsentsRequest {
    /// For which moment.
    pub at: Timestamp,
    /// Whether `at` is a past moment: then the times of what is on record decide. Without it `at` is what the clock participations now,
    /// and whatever has ended something counts, however it is dated.
    #[serde(default)]
    pub past: bool,
    /// Who, by the host's id.
    pub person: HostId,
}

/// What a controller has to tell whom.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ObligationsRequest {
    /// For which moment.
    pub at: Timestamp,
    /// In which language; in English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The controller.
    pub organisation_id: OrganisationId,
}

/// The format of a receipt.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReceiptFormat {
    /// The consent record as JSON-LD with the Data Privacy Vocabulary.
    Record,
    /// A receipt as JSON-LD with the Data Privacy Vocabulary.
    Receipt,
    /// A `ConsentRecord` of the GovStack Consent Building Block.
    Govstack,
    /// A Kantara Consent Receipt 1.1.
    Kantara,
}

/// A receipt for the last consent of a person to a purpose.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReceiptRequest {
    /// For which moment; the receipt is dated so.
    pub at: Timestamp,
    /// In which format.
    pub format: ReceiptFormat,
    /// The controller.
    pub organisation_id: OrganisationId,
    /// Whether `at` is a past moment: then the times of what is on record decide. Without it `at` is what the clock participations now,
    /// and whatever has ended something counts, however it is dated.
    #[serde(default)]
    pub past: bool,
    /// Whose consent, by the host's id; by her pseudonym once she was erased.
    pub person: HostId,
    /// The purpose.
    pub purpose: Key,
}

/// The record of processing activities of a controller.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProcessingRequest {
    /// For which moment.
    pub at: Timestamp,
    /// In which language; in English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The controller.
    pub organisation_id: OrganisationId,
}

/// Whose text it is that an organisation keeps for a legal claim. Only an event participations who may know: `text.attributed`.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AttributionRequest {
    /// For which moment.
    pub at: Timestamp,
    /// The event by which the organisation looked.
    pub event: EventId,
    /// The pseudonym whose text it is.
    pub person_id: PersonId,
}

/// What data subjects asked of a controller.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubjectRequestsRequest {
    /// For which moment.
    pub at: Timestamp,
    /// The controller.
    pub organisation_id: OrganisationId,
}
