//! The requests, by name.

use crate::types::json::Readable;

use crate::catalogue::Search;
use crate::governance::{HolderRef, Permission};
use crate::journal::{Position, Seq, StreamId};
#[cfg(feature = "interop")]
use crate::kernel::TextFile;
use crate::kernel::{AsOf, MandateQuestion};
use crate::mandate::MandateTarget;
use crate::party::StakeholderKind;
use crate::process::PublicationSearch;
use crate::rating::Rated;
#[cfg(feature = "archive")]
use crate::types::Base64;
use crate::types::{
    Date, DocumentId, EventId, HostId, ItemId, Key, Language, MandateId, Map, OrganisationId, PersonId,
    ProcessId, Timestamp,
};
use crate::work::view::RankBy;

/// May this party do this here, and why?
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CheckRequest {
    /// The actor, by the host's id.
    pub actor: HostId,
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The moment of the check.
    pub at: Timestamp,
    /// The item; the process as a whole if absent.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// The person in whose name the actor would act, by the host's id; absent for an act of their own. It is answered for
    /// the present state.
    #[serde(default)]
    pub on_behalf_of: Option<HostId>,
    /// The permission asked for.
    pub permission: Permission,
    /// The process.
    pub process: ProcessId,
}

/// A mandate.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MandateRequest {
    /// The moment that its status is for.
    pub at: Timestamp,
    /// The mandate.
    pub mandate_id: MandateId,
}

/// The mandates of a party.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MandatesRequest {
    /// The moment that their status is for.
    pub at: Timestamp,
    /// The party, by the host's id.
    pub host_id: HostId,
}

/// May this person exercise this power for that party?
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MandateCheckRequest {
    /// The person who would act, by the host's id.
    pub actor: HostId,
    /// The moment of the check.
    pub at: Timestamp,
    /// The day on which the act would take effect, or that what is looked at is of.
    #[serde(default)]
    pub effective_on: Option<Date>,
    /// Whether the actor would only look.
    #[serde(default)]
    pub looks: bool,
    /// What it would be exercised for.
    #[serde(default)]
    pub mandate_target: Option<MandateTarget>,
    /// The party that they would act for, by the host's id.
    pub on_behalf_of: HostId,
    /// The power, by its code.
    pub power: Key,
}

impl MandateCheckRequest {
    pub(super) const fn question(&self) -> MandateQuestion<'_> {
        MandateQuestion {
            actor: &self.actor,
            on_behalf_of: &self.on_behalf_of,
            power: &self.power,
            target: self.mandate_target.as_ref(),
            effective_on: self.effective_on,
            looks: self.looks,
            at: self.at,
        }
    }
}

/// The kinds of mandates that come with the library.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MandateKindsRequest {
    /// The language; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// Everybody for whom a person may act.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PrincipalsRequest {
    /// The person, by the host's id.
    pub actor: HostId,
    /// The moment of the check.
    pub at: Timestamp,
}

/// Everything that a party may do in a process.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PermissionsRequest {
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The moment of the check.
    pub at: Timestamp,
    /// The party: a person, with everything their teams bring; or a team, with what it passes on.
    pub party: HolderRef,
    /// The process.
    pub process: ProcessId,
}

/// Everyone who may do a thing here.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WhoMayRequest {
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The moment of the check.
    pub at: Timestamp,
    /// The item; the process as a whole if absent.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// The permission asked for.
    pub permission: Permission,
    /// The process.
    pub process: ProcessId,
}

/// A process as a tree.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TreeRequest {
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The language; the process's own if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The process.
    pub process: ProcessId,
}

/// The rules of a process.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RulesRequest {
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The moment of the check.
    pub at: Timestamp,
    /// The language; the process's own if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The process.
    pub process: ProcessId,
}

/// An organisation.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OrganisationRequest {
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The organisation.
    pub organisation_id: OrganisationId,
}

/// The interlinkers of a catalogue that match a search.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SearchRequest {
    /// The catalogue.
    pub catalogue: DocumentId,
    /// The language of names; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The search; everything if absent.
    #[serde(default)]
    pub search: Search,
}

/// For tasks of a process, the interlinkers that answer their problem profiles.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecommendRequest {
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The task; every enabled one with a problem profile if absent.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// The language; the process's own if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The process.
    pub process: ProcessId,
}

/// The tasks of a process that an interlinker serves.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TasksServedRequest {
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The interlinker, from the process's catalogue.
    pub interlinker: Key,
    /// The language; the process's own if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The process.
    pub process: ProcessId,
}

/// The assets of a process or a task.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssetsRequest {
    /// The person who asks, by the host's id.
    pub actor: HostId,
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The moment of the check.
    pub at: Timestamp,
    /// The task; all if absent.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// The language; the process's own if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The process.
    pub process: ProcessId,
}

/// How much interlinkers are used, per process.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UsageRequest {
    /// The interlinker; all if absent.
    #[serde(default)]
    pub interlinker: Option<Key>,
    /// The process; all of the store if absent.
    #[serde(default)]
    pub process: Option<ProcessId>,
}

/// The work of a process and the credit for it.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkRequest {
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// The moment for which to list the work that must stop because a legal basis is missing.
    #[serde(default)]
    pub at: Option<Timestamp>,
    /// The process.
    pub process: ProcessId,
}

/// The points of each person or team.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeaderboardRequest {
    /// The state asked about: awards taken back later still count.
    #[serde(default)]
    pub as_of: AsOf,
    /// What to rank by; people if absent.
    #[serde(default)]
    pub by: RankBy,
    /// Awards count from this time; from the beginning if absent.
    #[serde(default)]
    pub from: Option<Timestamp>,
    /// The process.
    pub process: ProcessId,
    /// Awards count until this time, exclusive; without end if absent.
    #[serde(default)]
    pub until: Option<Timestamp>,
}

/// The ratings of something.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RatingsRequest {
    /// The person who asks, by the host's id, to see their own rating.
    #[serde(default)]
    pub actor: Option<HostId>,
    /// The state asked about.
    #[serde(default)]
    pub as_of: AsOf,
    /// What is rated.
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

/// The host's operators.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OperatorsRequest {}

/// The streams of the store.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StreamsRequest {
    /// The stream after which to begin; from the first if absent.
    #[serde(default)]
    pub after: Option<StreamId>,
    /// How many at most, up to 10 000.
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
    /// The language of names; English if absent.
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
    /// How many events at most, up to 10 000.
    pub limit: u32,
}

/// Sets the language of refusals, reasons and views for requests that name none.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetLanguageRequest {
    /// The language; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// The audit trail: the feed as sentences.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AuditTrailRequest {
    /// The position after which to begin; 0 for the beginning.
    #[serde(default)]
    pub after: Position,
    /// The language; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// How many events are read at most, up to 10 000.
    pub limit: u32,
}

/// All data held about a person (GDPR Art. 15 and 20).
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubjectAccessRequest {
    /// The language of the sentences about events; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The person, by the host's id. Nothing is held about an unknown person.
    pub person: HostId,
}

/// Notifications: each tells whom an event concerns.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NotificationsRequest {
    /// The position after which to begin; 0 for the beginning.
    #[serde(default)]
    pub after: Position,
    /// The language; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// How many events are read at most, up to 10 000.
    pub limit: u32,
    /// Only notifications for this person, by the host's id.
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
    /// How many events at most, up to 10 000.
    pub limit: u32,
    /// The `source` of the events.
    pub source: crate::types::Uri,
}

/// Reads an export of the INTERLINK platform and stores it as the document that `process.import` takes.
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
    /// The files of assets that the host has, in any order: each is recognised by its SHA-256. Missing ones are
    /// reported.
    #[serde(default)]
    pub files: Vec<Base64>,
    /// The process.
    pub process: ProcessId,
}

/// Reads a catalogue in INTERLINK's folder layout and stores it with its templates.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AddCatalogueRequest {
    /// Its files; the small catalogue that comes with the library if absent. For pictures and documents the path is
    /// enough.
    #[serde(default)]
    pub files: Option<Vec<TextFile>>,
}

/// A catalogue in INTERLINK's folder layout.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WriteCatalogueRequest {
    /// The catalogue.
    pub catalogue: DocumentId,
}

/// Reads the platform's `data_story`.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadStoryRequest {
    /// The content of the file.
    pub file: String,
}

/// The publications of the store that match a search: for each process the latest.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PublicationsRequest {
    /// The language of titles; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The search; everything if absent.
    #[serde(default)]
    pub search: PublicationSearch,
}

/// Imports a bundle on the host's terms.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportBundleRequest {
    /// The time of the import; by default the store's clock, or else the time of the bundle.
    #[serde(default)]
    pub at: Option<Timestamp>,
    /// The bundle, as exported.
    pub bundle: String,
    /// Streams that are at home at the bundle's source, although they are of people known here, are at home here so
    /// far, or came from another source.
    #[serde(default)]
    pub homes: Vec<StreamId>,
    /// The host's name for the source of the bundle: a system, never a person's name.
    #[serde(default)]
    pub source: Option<Key>,
    /// Streams of the bundle that are at home here from now on.
    #[serde(default)]
    pub take_over: Vec<StreamId>,
}

/// Verifies one stream or the whole store.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VerifyRequest {
    /// An event known to belong to the stream.
    #[serde(default)]
    pub expected: Option<ExpectedHead>,
    /// The stream; all if absent.
    #[serde(default)]
    pub stream: Option<StreamId>,
}

/// An event known to belong to a stream.
#[derive(Debug, Clone, Copy, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExpectedHead {
    /// Its id.
    pub id: EventId,
    /// Its `seq`.
    pub seq: Seq,
}

/// What a person can do next.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NextRequest {
    /// The current time.
    pub at: Timestamp,
    /// The language; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// How many steps are returned at most, up to 10 000.
    pub limit: u32,
    /// The person, by the host's id. An unknown person has nothing to do.
    pub person: HostId,
    /// The process; if absent, all of theirs, and the organisations they administer.
    #[serde(default)]
    pub process: Option<ProcessId>,
}

/// A person's processes, teams, assignments and approvals.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MyRequest {
    /// The current time.
    pub at: Timestamp,
    /// The language; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The person, by the host's id.
    pub person: HostId,
}

/// Which governance model and template fit.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GuideRequest {
    /// The answers so far, by question; the answer to an empty request lists the questions.
    #[serde(default)]
    pub answers: Map<Key, Key>,
    /// The language; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// The notices of an organisation.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticesRequest {
    /// The language; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The organisation.
    pub organisation_id: OrganisationId,
}

/// What a notice still lacks before an organisation of a kind may publish it.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticeGapsRequest {
    /// The organisation's stakeholder kind.
    pub kind: StakeholderKind,
    /// The notice; it must have been added.
    pub notice: DocumentId,
}

/// May a person's data be processed for a purpose, and why?
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsentRequest {
    /// The `seq` of the person's stream as of which the record is read; as known now if absent.
    #[serde(default)]
    pub as_known: Option<Seq>,
    /// The moment of the check.
    pub at: Timestamp,
    /// The controller.
    pub organisation_id: OrganisationId,
    /// Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the current time, and whatever
    /// has ended something counts, however it is dated.
    #[serde(default)]
    pub past: bool,
    /// The data subject, by the host's id.
    pub person: HostId,
    /// The purpose.
    pub purpose: Key,
}

/// All consents of a person.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsentsRequest {
    /// The moment of the check.
    pub at: Timestamp,
    /// Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the current time, and whatever
    /// has ended something counts, however it is dated.
    #[serde(default)]
    pub past: bool,
    /// The person, by the host's id.
    pub person: HostId,
}

/// The notification obligations of a controller.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ObligationsRequest {
    /// The moment of the check.
    pub at: Timestamp,
    /// The language; English if absent.
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
    /// The moment; also the date of the receipt.
    pub at: Timestamp,
    /// The format.
    pub format: ReceiptFormat,
    /// The controller.
    pub organisation_id: OrganisationId,
    /// Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the current time, and whatever
    /// has ended something counts, however it is dated.
    #[serde(default)]
    pub past: bool,
    /// The data subject, by the host's id; by the pseudonym after an erasure.
    pub person: HostId,
    /// The purpose.
    pub purpose: Key,
}

/// The record of processing activities of a controller.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProcessingRequest {
    /// The moment of the check.
    pub at: Timestamp,
    /// The language; English if absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// The controller.
    pub organisation_id: OrganisationId,
}

/// The owner of a text that an organisation keeps for a legal claim. Requires an event that records the access:
/// `text.attributed`.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AttributionRequest {
    /// The moment of the check.
    pub at: Timestamp,
    /// The event by which the organisation recorded the access.
    pub event: EventId,
    /// The pseudonym of the text's owner.
    pub person_id: PersonId,
}

/// The subject requests made to a controller.
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubjectRequestsRequest {
    /// The moment of the check.
    pub at: Timestamp,
    /// The controller.
    pub organisation_id: OrganisationId,
}
