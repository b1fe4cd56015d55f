//! The requests about processes, by name.

use crate::catalogue::Search;
use crate::governance::{HolderRef, Permission};
#[cfg(feature = "interop")]
use crate::kernel::TextFile;
use crate::kernel::{AsOf, MandateQuestion};
use crate::mandate::MandateTarget;
use crate::process::PublicationSearch;
use crate::rating::Rated;
#[cfg(feature = "archive")]
use crate::types::Base64;
use crate::types::json::Readable;
use crate::types::{
    Date, DocumentId, HostId, ItemId, Key, Language, MandateId, Map, ProcessId, Set, Timestamp,
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
    /// The people with whom the actor would act, by the host's ids, where several must act together.
    #[serde(default)]
    pub together_with: Set<HostId>,
}

impl MandateCheckRequest {
    pub(in super::super) const fn question(&self) -> MandateQuestion<'_> {
        MandateQuestion {
            actor: &self.actor,
            on_behalf_of: &self.on_behalf_of,
            power: &self.power,
            target: self.mandate_target.as_ref(),
            effective_on: self.effective_on,
            looks: self.looks,
            together_with: &self.together_with,
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

/// Reads the platform's `data_story`.
#[cfg(feature = "interop")]
#[derive(Debug, Clone, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadStoryRequest {
    /// The content of the file.
    pub file: String,
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
