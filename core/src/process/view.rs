//! A process as a view: the tree in one language, with status, progress and what holds each item back.

use serde::Serialize;

use super::{Item, ItemKind, Needs, Status};
use crate::check::ProcessView;
use crate::governance::Enforcement;
use crate::journal::Seq;
use crate::party::{Names, PartyName};
use crate::types::json::Readable;
use crate::types::{
    Date, DocumentId, ItemId, Key, Language, Localized, Map, OrganisationId, ProcessId, ReadText, Timestamp,
};
use crate::vault::Party;

/// A prerequisite of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Wait {
    /// The item waited for.
    pub on: ItemId,
    /// The status waited for.
    pub needs: Needs,
    /// Whether it holds work back or only gives a warning.
    pub enforcement: Enforcement,
    /// Whether it applies now: it is neither met nor waived, and the other item is enabled.
    pub unmet: bool,
    /// Its waiver, if it was waived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passed: Option<PrerequisiteWaive>,
}

/// A waived prerequisite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PrerequisiteWaive {
    /// The time.
    pub at: Timestamp,
    /// The actor.
    pub by: PartyName,
    /// The reason; absent if the text was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An item and everything below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ItemView {
    /// Its id.
    pub item: ItemId,
    /// Its kind.
    pub kind: ItemKind,
    /// Its key in the template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<Key>,
    /// Its name.
    pub name: ReadText,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<ReadText>,
    /// Its status.
    pub status: Status,
    /// Its progress, in whole percent.
    pub progress: u8,
    /// Its planned first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// Its planned last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// When work on it began, by the account of the system it was imported from; not a time of this record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_started: Option<Timestamp>,
    /// When it was finished, by that system's account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_finished: Option<Timestamp>,
    /// Whether neither it nor anything above it is disabled.
    pub enabled: bool,
    /// Whether an enforced prerequisite holds work back here.
    pub blocked: bool,
    /// Whether the service is delivered in it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub codelivery: bool,
    /// Its problem profiles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problem_profiles: Vec<Key>,
    /// Its own prerequisites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<Wait>,
    /// Its parts, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Self>,
}

/// A process as a tree, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct TreeView {
    /// The process.
    pub process: ProcessId,
    /// The `seq` that is shown.
    pub seq: Seq,
    /// Its name.
    pub name: ReadText,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<ReadText>,
    /// The languages in which it has texts.
    pub languages: Vec<Language>,
    /// The organisation in whose name it was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
    /// The governance model.
    pub governance: DocumentId,
    /// The template it uses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<DocumentId>,
    /// The catalogue it takes interlinkers from, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<DocumentId>,
    /// Its publications as a good practice, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub publications: Vec<DocumentId>,
    /// When it was closed; it cannot change since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Timestamp>,
    /// Its status.
    pub status: Status,
    /// Its progress, in whole percent.
    pub progress: u8,
    /// Its planned first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// Its planned last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// The phases, in order.
    pub phases: Vec<ItemView>,
}

impl ProcessView {
    /// The process as a tree, its texts in a language or the nearest available.
    pub(crate) fn tree(&self, language: Language, names: &Names<'_>) -> TreeView {
        let process = self.process();
        let tree = process.tree();
        let painter = Painter { view: self, language, names, claimed: process.claimed_times() };
        let standing = tree.standing();
        TreeView {
            process: process.id(),
            seq: self.seq(),
            name: painter.read(process.name()),
            description: process.description().map(|text| painter.read(text)),
            languages: painter.languages(),
            organisation_id: process.organisation(),
            governance: process.governance().model().id(),
            template: process.template().map(|template| template.id()),
            catalogue: process.catalogue().map(|catalogue| catalogue.id()),
            publications: process.publications().to_vec(),
            closed: process.closed(),
            status: standing.status,
            progress: standing.progress,
            start: tree.plan().start,
            end: tree.plan().end,
            phases: tree.phases().map(|item| painter.item(item, false)).collect(),
        }
    }
}

struct Painter<'a> {
    view: &'a ProcessView,
    language: Language,
    names: &'a Names<'a>,
    /// When tasks were begun and finished in the system they were imported from.
    claimed: Map<ItemId, (Option<Timestamp>, Option<Timestamp>)>,
}

impl Painter<'_> {
    fn read(&self, text: &Localized) -> ReadText {
        text.read(&self.language, &self.view.process().language()).into()
    }

    fn languages(&self) -> Vec<Language> {
        let process = self.view.process();
        let items = process.tree().items().flat_map(|item| item.name().languages());
        let mut languages: Vec<Language> = process.name().languages().chain(items).copied().collect();
        languages.sort_unstable();
        languages.dedup();
        languages
    }

    /// At most three levels, so the recursion is shallow.
    fn item(&self, item: &Item, blocked_above: bool) -> ItemView {
        let tree = self.view.process().tree();
        let waits_for = self.waits(item);
        let enforced = |wait: &Wait| wait.unmet && wait.enforcement == Enforcement::Enforced;
        let blocked = blocked_above || waits_for.iter().any(enforced);
        let (claimed_started, claimed_finished) = self.claimed.get(&item.id()).copied().unwrap_or_default();
        ItemView {
            item: item.id(),
            kind: item.kind(),
            key: item.key().cloned(),
            name: self.read(item.name()),
            description: item.description().map(|text| self.read(text)),
            status: item.status(),
            progress: item.progress(),
            start: item.plan().start,
            end: item.plan().end,
            claimed_started,
            claimed_finished,
            enabled: item.enabled(),
            blocked,
            codelivery: item.codelivery(),
            problem_profiles: item.problem_profiles().to_vec(),
            waits_for,
            children: tree.children(item).map(|child| self.item(child, blocked)).collect(),
        }
    }

    fn waits(&self, item: &Item) -> Vec<Wait> {
        let process = self.view.process();
        let policy = process.governance().model().document().prerequisites;
        let wait = |prerequisite: &super::Prerequisite| {
            let passed = prerequisite.passed.map(|passed| PrerequisiteWaive {
                at: passed.at,
                by: self.names.name(Party::Person(passed.by)),
                reason: self.names.text(passed.reason),
            });
            Wait {
                on: process.tree().at(prerequisite.on).id(),
                needs: prerequisite.needs,
                enforcement: prerequisite.needs.enforcement(&policy),
                unmet: process.tree().is_unmet(prerequisite),
                passed,
            }
        };
        item.prerequisites.iter().map(wait).collect()
    }
}
