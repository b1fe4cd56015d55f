//! JSON Schema 2020-12 for everything that enters or leaves the library, generated from the types themselves.
//!
//! The schemas describe; the typed parsers decide. `docs/schema/` holds one file for each of [`Described`].

#[cfg(feature = "schema-validation")]
pub mod validation;

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use crate::catalogue::CatalogueDocument;
use crate::check::{Explanation, PermissionTable};
use crate::consent::view::{ConsentView, ConsentsView, ObligationsView};
use crate::governance::ModelDocument;
use crate::governance::view::RulesView;
use crate::interop::interlink;
use crate::journal::{Position, Seq, StreamId, StreamKind, Verified};
use crate::kernel::{
    AddedView, ArchiveView, ArchiveWrittenView, AssetsView, CatalogueFilesView, CatalogueView, ChangesView,
    CloudEventsView, DocumentView, ExecutedView, FoundView, Imported, LanguageView, MandateKindsView,
    ModelsView, NoticeGapsView, OutcomesView, PartyView, PeopleView, PublicationsView, ReceiptView,
    RecommendedView, Request, StreamsView, TasksServedView, UsageView, VerifiedStore,
};
use crate::mandate::KindDocument;
use crate::mandate::view::{MandateAnswer, MandateView, MandatesView, PrincipalsView};
use crate::messages::{AuditEntry, MessageCatalogueDocument, Notification, Page};
use crate::next::{GuideView, MyView, NextView};
use crate::notice::view::NoticesView;
use crate::notice::{NoticeDocument, ProcessingView};
use crate::operator::view::OperatorsView;
use crate::party::view::OrganisationView;
use crate::person::view::{AttributionView, SubjectAccessView, SubjectRequestsView};
use crate::problem::Problem;
use crate::process::view::TreeView;
use crate::process::{ImportDocument, PublicationDocument, TemplateDocument};
use crate::rating::view::RatingView;
use crate::types::{CommandId, Entropy, EventId, HostId, MandateId, PersonId, Salt, Timestamp};
use crate::work::view::{Leaderboard, WorkView};

/// A command of any type.
#[derive(Debug)]
pub struct AnyCommand;

/// An event of any type.
#[derive(Debug)]
pub struct AnyEvent;

/// A document of any kind.
#[derive(Debug)]
pub struct AnyDocument;

/// The outcome of one of several commands.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum CommandOutcome {
    /// It was executed.
    Taken(CommandTaken),
    /// It was refused.
    Refused(CommandRefused),
}

/// A command that was executed.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CommandTaken {
    /// Its result.
    pub ok: ExecutedView,
    /// The position of the store after it.
    pub position: Position,
}

/// A command that was refused.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CommandRefused {
    /// The reason.
    pub problem: Problem,
}

impl JsonSchema for AnyCommand {
    fn schema_name() -> Cow<'static, str> {
        "Command".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let stream = generator.subschema_for::<StreamId>().to_value();
        macro_rules! commands {
            (
                asked {
                    $($block:ident $module:ident $refusal:ident $goes:ident [$($kind:ident)+]
                        $asks:literal $events:literal $refuses:literal;)+
                }
                not_asked { $($other:tt)* }
            ) => {
                [$((crate::$module::Command::data_schemas as DataSchemas, Goes::$goes(&[$(StreamKind::$kind),+])),)+]
            };
        }
        let types = blocks!(commands);
        let variants: Vec<Value> = types
            .iter()
            .flat_map(|(types, goes)| {
                types(generator).into_iter().map(move |(name, data)| (name, data, *goes))
            })
            .map(|(name, data, goes)| goes.of(name).variant(name, &data, &stream))
            .collect();
        json_schema!({
            "description": "A request to change the record.",
            "type": "object",
            "properties": {
                "actor": generator.subschema_for::<HostId>(),
                "at": generator.subschema_for::<Timestamp>(),
                "data": { "type": "object" },
                "entropy": generator.subschema_for::<Entropy>(),
                "expect": generator.subschema_for::<Seq>(),
                "id": generator.subschema_for::<CommandId>(),
                "on_behalf_of": generator.subschema_for::<HostId>(),
                "stream": stream,
                "type": { "type": "string" },
            },
            "required": ["actor", "at", "data", "entropy", "id", "type"],
            "additionalProperties": false,
            "oneOf": variants,
        })
    }
}

impl JsonSchema for AnyEvent {
    fn schema_name() -> Cow<'static, str> {
        "Event".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        macro_rules! events {
            (
                asked {
                    $($block:ident $module:ident $refusal:ident $goes:ident [$($kind:ident)+]
                        $asks:literal $events:literal $refuses:literal;)+
                }
                not_asked { $($other:ident $folder:ident $says_so:literal;)* }
            ) => {
                [$(crate::$module::Event::data_schemas,)+ $(crate::$folder::Event::data_schemas,)*]
            };
        }
        let types = blocks!(events);
        let variants = variants(generator, &types);
        json_schema!({
            "description": "One fact in the journal, in its envelope of version 1.",
            "type": "object",
            "properties": {
                "actor": generator.subschema_for::<PersonId>(),
                "at": generator.subschema_for::<Timestamp>(),
                "by_mandate_id": generator.subschema_for::<MandateId>(),
                "command": generator.subschema_for::<CommandId>(),
                "corrected_from": generator.subschema_for::<Timestamp>(),
                "data": { "type": "object" },
                "id": generator.subschema_for::<EventId>(),
                "made_at": generator.subschema_for::<Timestamp>(),
                "mandate_id": generator.subschema_for::<MandateId>(),
                "on_behalf_of": generator.subschema_for::<PersonId>(),
                "prev": generator.subschema_for::<EventId>(),
                "redacted": generator.subschema_for::<EventId>(),
                "salt": generator.subschema_for::<Salt>(),
                "seq": generator.subschema_for::<Seq>(),
                "stream": generator.subschema_for::<StreamId>(),
                "type": { "type": "string" },
                "v": { "const": 1 },
            },
            "required": ["actor", "at", "command", "data", "id", "seq", "stream", "type", "v"],
            "additionalProperties": false,
            "oneOf": variants,
        })
    }
}

impl JsonSchema for AnyDocument {
    fn schema_name() -> Cow<'static, str> {
        "Document".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let kinds = [
            generator.subschema_for::<ModelDocument>(),
            generator.subschema_for::<TemplateDocument>(),
            generator.subschema_for::<CatalogueDocument>(),
            generator.subschema_for::<PublicationDocument>(),
            generator.subschema_for::<ImportDocument>(),
            generator.subschema_for::<NoticeDocument>(),
            generator.subschema_for::<KindDocument>(),
        ];
        json_schema!({ "description": "A document, identified by the SHA-256 of its canonical JSON.", "oneOf": kinds })
    }
}

/// The stream that a command names. `core/tests/schemas.rs` compares this with `decide`.
#[derive(Debug, Clone, Copy)]
enum Goes {
    /// None: it creates one.
    Makes,
    /// One of this kind, or none: then its data determine which.
    May(&'static [StreamKind]),
    /// One of these kinds.
    Must(&'static [StreamKind]),
}

impl Goes {
    /// Exceptions to the rule of a block.
    fn of(self, name: &str) -> Self {
        match (name, self) {
            (
                "mandate.grant"
                | "mandate.pass_on"
                | "mandate.register"
                | "mandate.request"
                | "organisation.register"
                | "process.create"
                | "process.clone"
                | "process.import",
                _,
            ) => Self::Makes,
            ("subject_request.make", Self::Must(kinds)) => Self::May(kinds),
            _ => self,
        }
    }

    fn variant(self, name: &str, data: &Schema, stream: &Value) -> Value {
        let named = |kinds: &[StreamKind]| {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
            let mut named = stream.clone();
            if let Some(members) = named.as_object_mut() {
                members.insert("pattern".into(), format!("^({})/", kinds.join("|")).into());
            }
            named
        };
        let (stream, required): (Value, &[&str]) = match self {
            Self::Makes => (false.into(), &["data", "type"]),
            Self::May(kinds) => (named(kinds), &["data", "type"]),
            Self::Must(kinds) => (named(kinds), &["data", "stream", "type"]),
        };
        serde_json::json!({
            "properties": { "type": { "const": name }, "data": data, "stream": stream },
            "required": required,
        })
    }
}

type DataSchemas = fn(&mut SchemaGenerator) -> Vec<(&'static str, Schema)>;

fn variants(generator: &mut SchemaGenerator, types: &[DataSchemas]) -> Vec<Value> {
    let all = types.iter().flat_map(|types| types(generator));
    all.map(|(name, data)| serde_json::json!({ "properties": { "type": { "const": name }, "data": data } }))
        .collect()
}

/// The schema of input: what may be left out is optional.
fn incoming<T: JsonSchema>() -> Value {
    plain(
        SchemaSettings::draft2020_12()
            .for_deserialize()
            .into_generator()
            .into_root_schema_for::<T>()
            .to_value(),
    )
}

/// The schema of output: what is sometimes left out is optional.
fn outgoing<T: JsonSchema>() -> Value {
    plain(
        SchemaSettings::draft2020_12()
            .for_serialize()
            .into_generator()
            .into_root_schema_for::<T>()
            .to_value(),
    )
}

/// Without what only readers of Rust can use: examples, and links into its documentation.
fn plain(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                match member {
                    Value::String(text) if name == "description" => {
                        let said = text.split("\n\n```").next().unwrap_or_default();
                        let said = said.split("\n\n# Examples").next().unwrap_or_default();
                        *text = said.replace("[`", "`").replace("`]", "`");
                        if let (Some(from), Some(to)) = (text.find("`(super::"), text.find(')')) {
                            text.replace_range(from.saturating_add(1)..=to, "");
                        }
                    }
                    other => *other = plain(other.take()),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = plain(item.take())),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    schema
}

macro_rules! described {
    ($($(#[$doc:meta])* $variant:ident $file:literal $direction:ident $type:ty;)+) => {
        /// Everything that has a schema.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Described {
            $($(#[$doc])* $variant,)+
        }

        impl Described {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name of its file in `docs/schema/`, without `.json`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $file),+ }
            }

            /// Whether it is input; otherwise it is output.
            #[must_use]
            pub fn comes_in(self) -> bool {
                match self { $(Self::$variant => stringify!($direction) == "incoming"),+ }
            }

            /// Its schema.
            #[must_use]
            pub fn schema(self) -> Value {
                match self { $(Self::$variant => $direction::<$type>()),+ }
            }
        }
    };
}

described! {
    /// A command of any type.
    Command "command" incoming AnyCommand;
    /// An event of any type, with its id.
    Event "event" outgoing AnyEvent;
    /// A governance model.
    GovernanceModel "governance_model" incoming ModelDocument;
    /// A template.
    Template "template" incoming TemplateDocument;
    /// A catalogue.
    Catalogue "catalogue" incoming CatalogueDocument;
    /// A publication of a process.
    Publication "publication" incoming PublicationDocument;
    /// A process exported by another system.
    Import "import" incoming ImportDocument;
    /// A notice: what an organisation tells people about their data.
    Notice "notice" incoming NoticeDocument;
    /// A request to the engine.
    Request "request" incoming Request;
    /// A refusal or failure.
    Problem "problem" outgoing Problem;
    /// The result of a command.
    Executed "executed" outgoing ExecutedView;
    /// The outcomes of several commands.
    Outcomes "outcomes" outgoing OutcomesView;
    /// The answer to a check.
    Explanation "explanation" outgoing Explanation;
    /// Everything that a party may do.
    Permissions "permissions" outgoing PermissionTable;
    /// Everyone who may do a thing.
    People "people" outgoing PeopleView;
    /// A process as a tree.
    Tree "tree" outgoing TreeView;
    /// The rules of a process.
    Rules "rules" outgoing RulesView;
    /// An organisation.
    Organisation "organisation" outgoing OrganisationView;
    /// The host's operators.
    Operators "operators" outgoing OperatorsView;
    /// Interlinkers that were found.
    Found "found" outgoing FoundView;
    /// Recommendations for tasks.
    Recommended "recommended" outgoing RecommendedView;
    /// Tasks that an interlinker serves.
    TasksServed "tasks_served" outgoing TasksServedView;
    /// Assets.
    Assets "assets" outgoing AssetsView;
    /// How much interlinkers are used.
    Usage "usage" outgoing UsageView;
    /// Work and credit.
    Work "work" outgoing WorkView;
    /// The leaderboard of points.
    Leaderboard "leaderboard" outgoing Leaderboard;
    /// A kind of mandates.
    MandateKind "mandate_kind" incoming KindDocument;
    /// A mandate.
    Mandate "mandate" outgoing MandateView;
    /// The mandates of a party.
    Mandates "mandates" outgoing MandatesView;
    /// Whether a person may act for a party.
    MandateCheck "mandate_check" outgoing MandateAnswer;
    /// The kinds of mandates that come with the library.
    MandateKinds "mandate_kinds" outgoing MandateKindsView;
    /// Everybody for whom a person may act.
    Principals "principals" outgoing PrincipalsView;
    /// The ratings of something.
    Ratings "ratings" outgoing RatingView;
    /// Publications that were found.
    Publications "publications" outgoing PublicationsView;
    /// A story of the INTERLINK platform.
    Story "story" outgoing interlink::StoryView;
    /// The party behind a host id.
    Party "party" outgoing PartyView;
    /// Streams of the store.
    Streams "streams" outgoing StreamsView;
    /// The id of a stored document.
    Added "added" outgoing AddedView;
    /// The language of a message catalogue, or the language set.
    Language "language" outgoing LanguageView;
    /// A stored document.
    Kept "document" outgoing DocumentView;
    /// The governance models that come with the library.
    Models "models" outgoing ModelsView;
    /// Events of the feed.
    Changes "changes" outgoing ChangesView;
    /// A message catalogue.
    MessageCatalogue "message_catalogue" incoming MessageCatalogueDocument;
    /// The audit trail.
    AuditTrail "audit_trail" outgoing Page<AuditEntry>;
    /// Notifications.
    Notifications "notifications" outgoing Page<Notification>;
    /// What a person can do next.
    Next "next" outgoing NextView;
    /// A person's processes, teams, assignments and approvals.
    My "my" outgoing MyView;
    /// Which governance model and template fit.
    Guide "guide" outgoing GuideView;
    /// The notices of an organisation.
    Notices "notices" outgoing NoticesView;
    /// The gaps of a notice.
    NoticeGaps "notice_gaps" outgoing NoticeGapsView;
    /// Whether a person's data may be processed for a purpose.
    Consent "consent" outgoing ConsentView;
    /// All consents of a person.
    Consents "consents" outgoing ConsentsView;
    /// The obligations of a controller.
    Obligations "obligations" outgoing ObligationsView;
    /// The record of processing activities of a controller.
    Processing "processing" outgoing ProcessingView;
    /// The subject requests made to a controller.
    SubjectRequests "subject_requests" outgoing SubjectRequestsView;
    /// The owner of a text kept for a legal claim.
    Attribution "attribution" outgoing AttributionView;
    /// A receipt for a consent.
    Receipt "receipt" outgoing ReceiptView;
    /// All data held about a person.
    SubjectAccess "subject_access" outgoing SubjectAccessView;
    /// Events of the feed as CloudEvents.
    CloudEvents "cloud_events" outgoing CloudEventsView;
    /// An intact stream.
    Verified "verified" outgoing Verified;
    /// The result of an import.
    Imported "imported" outgoing Imported;
    /// The contents of an export of the INTERLINK platform.
    Archive "archive" outgoing ArchiveView;
    /// A process as an export of the INTERLINK platform.
    ArchiveWritten "archive_written" outgoing ArchiveWrittenView;
    /// A catalogue that was read and stored.
    CatalogueKept "catalogue_kept" outgoing CatalogueView;
    /// The files of a catalogue.
    CatalogueFiles "catalogue_files" outgoing CatalogueFilesView;
    /// An intact store.
    VerifiedStore "verified_store" outgoing VerifiedStore;
    /// Remarks made while reading an INTERLINK catalogue.
    CatalogueReport "catalogue_report" outgoing interlink::Report;
    /// `schemas/NAME/metadata.json` of an INTERLINK catalogue.
    InterlinkMetadata "interlink_metadata" incoming interlink::official::Metadata;
    /// `schemas/NAME/phases/*.json` of an INTERLINK catalogue.
    InterlinkPhase "interlink_phase" incoming interlink::official::Phase;
    /// `problemprofiles.json` of an INTERLINK catalogue.
    InterlinkProblemProfiles "interlink_problem_profiles" incoming Vec<interlink::official::Profile>;
}

impl Described {
    /// The answer to a request, by its name in [`Request`]; if there are two, the content of the request decides. Empty
    /// for an unknown name.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::schema::Described;
    /// assert_eq!(Described::answers("tree"), [Described::Tree]);
    /// assert_eq!(Described::answers("verify"), [Described::Verified, Described::VerifiedStore]);
    /// ```
    #[must_use]
    pub fn answers(request: &str) -> &'static [Self] {
        match request {
            "execute" | "execute_as_host" | "dry_run" => &[Self::Executed],
            "execute_many" => &[Self::Outcomes],
            "add_document" => &[Self::Added],
            "check" => &[Self::Explanation],
            "permissions" => &[Self::Permissions],
            "who_may" => &[Self::People],
            "tree" => &[Self::Tree],
            "rules" => &[Self::Rules],
            "organisation" => &[Self::Organisation],
            "operators" => &[Self::Operators],
            "search" => &[Self::Found],
            "recommend" => &[Self::Recommended],
            "tasks_served" => &[Self::TasksServed],
            "assets" => &[Self::Assets],
            "usage" => &[Self::Usage],
            "work" => &[Self::Work],
            "leaderboard" => &[Self::Leaderboard],
            "mandate" => &[Self::Mandate],
            "mandates" => &[Self::Mandates],
            "mandate_check" => &[Self::MandateCheck],
            "mandate_kinds" => &[Self::MandateKinds],
            "principals" => &[Self::Principals],
            "ratings" => &[Self::Ratings],
            "publications" => &[Self::Publications],
            "read_story" => &[Self::Story],
            "party" => &[Self::Party],
            "streams" => &[Self::Streams],
            "document" => &[Self::Kept],
            "models" => &[Self::Models],
            "changes" => &[Self::Changes],
            "add_message_catalogue" | "set_language" => &[Self::Language],
            "audit_trail" => &[Self::AuditTrail],
            "notifications" => &[Self::Notifications],
            "next" => &[Self::Next],
            "my" => &[Self::My],
            "guide" => &[Self::Guide],
            "subject_access" => &[Self::SubjectAccess],
            "notices" => &[Self::Notices],
            "notice_gaps" => &[Self::NoticeGaps],
            "consent" => &[Self::Consent],
            "consents" => &[Self::Consents],
            "obligations" => &[Self::Obligations],
            "processing" => &[Self::Processing],
            "subject_requests" => &[Self::SubjectRequests],
            "attribution" => &[Self::Attribution],
            "receipt" => &[Self::Receipt],
            "cloud_events" => &[Self::CloudEvents],
            "add_archive" => &[Self::Archive],
            "write_archive" => &[Self::ArchiveWritten],
            "add_catalogue" => &[Self::CatalogueKept],
            "write_catalogue" => &[Self::CatalogueFiles],
            "import_bundle" => &[Self::Imported],
            "verify" => &[Self::Verified, Self::VerifiedStore],
            _ => &[],
        }
    }
}
