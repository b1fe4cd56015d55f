//! The requests, by name.

use crate::journal::{Position, Seq, StreamId};
use crate::kernel::AsOf;
use crate::party::StakeholderKind;
use crate::types::json::Readable;
use crate::types::{DocumentId, EventId, HostId, Key, Language, OrganisationId, PersonId, Timestamp};

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
#[cfg(feature = "receipts")]
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
#[cfg(feature = "receipts")]
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
