//! A process as another system handed it over.
//!
//! What is known of it is one document, without anything about people: where the other system named somebody
//! stands a number, and who is meant is said by the command that imports it. The vault learns it from there.

use crate::types::{Map, Set};
use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::{ItemKind, Process, ProcessImported, Status, Template, TemplateDocument, TemplateFault};
use crate::asset::{self, AssetAdded, Content};
use crate::journal::Head;
use crate::problem::Code;
use crate::types::json::Node;
use crate::types::{
    AssetId, Carried, Commitment, DocumentId, FileDigest, HostId, InputFault, ItemId, Key, Language, Licence,
    Localized, PersonId, ProcessId, Timestamp, Written, derive, json,
};

/// The most entries that a list may have.
const MOST: usize = 100_000;

/// The word `import`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImportMark {
    /// This document is an import.
    Import,
}

/// Who is meant by one of the people that an import speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportPerson {
    /// The organisation for which she administers the process; without one she does as a citizen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acting_for: Option<HostId>,
    /// By which id the host knows her.
    pub host_id: HostId,
    /// How the other system names her, if that is not the host's id. Kept in the vault, as a text about her.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<HostId>,
}

/// One of the people that an import speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportedPerson {
    /// How the other system names her: a commitment to a text in the vault.
    pub named: Commitment,
    /// Who.
    pub person_id: PersonId,
}

/// An asset as the other system had it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportAsset {
    /// When it was made, as the other system says. That is its word, and no time of this record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_created: Option<Timestamp>,
    /// What it is; absent if the model has no place for it, and it is only carried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// Its id there.
    pub id: Key,
    /// The knowledge resource that it was made from, as the other system knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interlinker: Option<Key>,
    /// The key of the task it lies on.
    pub item: Key,
    /// Under what licence it may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// What it is called.
    pub title: Localized,
}

/// A file that came along. Its bytes stay with the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportFile {
    /// The asset that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<Key>,
    /// Its path, with `/` between the parts.
    pub path: String,
    /// SHA-256 of the bytes.
    pub sha256: FileDigest,
    /// How many bytes.
    #[cfg_attr(feature = "json-schema", schemars(range(max = 9_007_199_254_740_991_u64)))]
    pub size: u64,
}

/// Where the other system named somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportPlace {
    /// Which of the people, counted from 0.
    pub person: u32,
    /// Where, as a JSON Pointer (RFC 6901).
    pub pointer: String,
}

/// How far an item had come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportStatus {
    /// When the task was finished, as the other system says. That is its word, and no time of this record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_finished: Option<Timestamp>,
    /// When work on the task began, as the other system says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_started: Option<Timestamp>,
    /// Whether it was disabled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
    /// The item's key.
    pub item: Key,
    /// The task's status. A parent's follows from its children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

impl ImportStatus {
    const fn is_dated(&self) -> bool {
        self.claimed_started.is_some() || self.claimed_finished.is_some()
    }

    /// Whether the dates go with the status, and with each other.
    fn agrees(&self) -> bool {
        let reached = |least| self.status.is_some_and(|status| status >= least);
        let begun = self.claimed_started.is_none() || reached(Status::InProgress);
        let finished = self.claimed_finished.is_none() || reached(Status::Finished);
        let reversed = self.claimed_started.zip(self.claimed_finished).is_some_and(|(from, to)| to < from);
        begun && finished && !reversed
    }
}

/// An import as it is written. Fields stand in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportDocument {
    /// Which of the people administered it, counted from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub administrators: Vec<u32>,
    /// Its assets, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assets: Vec<ImportAsset>,
    /// What the other system's format has and the model has not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<Carried>,
    /// What the process is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// Says what kind of document this is.
    pub document: ImportMark,
    /// The files that came along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<ImportFile>,
    /// The process's id there.
    pub id: Key,
    /// The language it is read in where no other is asked for.
    pub language: Language,
    /// Its name.
    pub name: Localized,
    /// How many people it speaks of.
    pub people: u32,
    /// Where it speaks of whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<ImportPlace>,
    /// How far its items had come, where they had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<ImportStatus>,
    /// Its plan, if it had any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<TemplateDocument>,
}

/// A valid import, known by its content.
#[derive(Debug, Clone)]
pub struct Import {
    document: ImportDocument,
    template: Option<Arc<Template>>,
    written: Written,
}

impl PartialEq for Import {
    fn eq(&self, other: &Self) -> bool {
        self.written.id == other.written.id
    }
}

impl Eq for Import {}

impl Import {
    /// Reads and checks an import.
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn parse(bytes: &[u8]) -> Result<Self, TemplateFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, TemplateFault> {
        Self::new(node.read()?)
    }

    /// Checks an import that was put together by a program.
    ///
    /// # Errors
    /// `import.invalid`, or the fault of its plan, with the path; or the cycle, where items wait for each other.
    pub fn new(document: ImportDocument) -> Result<Self, TemplateFault> {
        Self::written(document, Written::of)
    }

    /// Checks an import of which it is known how it is written.
    pub(crate) fn written(
        document: ImportDocument,
        written: impl FnOnce(&ImportDocument) -> Written,
    ) -> Result<Self, TemplateFault> {
        let template =
            document.template.clone().map(Template::new).transpose().map_err(|fault| match fault {
                TemplateFault::Input(fault) => TemplateFault::Input(fault.within("/template")),
                TemplateFault::Cycle(cycle) => TemplateFault::Cycle(cycle),
            })?;
        check(&document, template.as_ref())?;
        Ok(Self { written: written(&document), template: template.map(Arc::new), document })
    }

    /// The import as it is written.
    #[must_use]
    pub const fn document(&self) -> &ImportDocument {
        &self.document
    }

    /// Its plan, if it had any.
    #[must_use]
    pub const fn template(&self) -> Option<&Arc<Template>> {
        self.template.as_ref()
    }

    /// The SHA-256 of its canonical JSON.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.written.id
    }

    /// Its canonical JSON.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.written.bytes
    }
}

/// Whether everything that the document refers to is in it.
fn check(document: &ImportDocument, template: Option<&Template>) -> Result<(), InputFault> {
    let invalid = |path: String, message: &str| InputFault::new(Code::ImportInvalid, path, message);
    let kind = |key: &Key| template.and_then(|template| template.node_of(key)).map(|node| node.kind);
    let lists = [document.assets.len(), document.files.len(), document.places.len(), document.statuses.len()];
    if lists.into_iter().any(|length| length > MOST) {
        return Err(invalid(String::new(), "A list of an import has at most 100000 entries."));
    }
    for (nth, person) in document.administrators.iter().enumerate() {
        if *person >= document.people {
            return Err(invalid(format!("/administrators/{nth}"), "It does not speak of so many people."));
        }
    }
    for (nth, place) in document.places.iter().enumerate() {
        if place.person >= document.people {
            return Err(invalid(format!("/places/{nth}/person"), "It does not speak of so many people."));
        }
    }
    let mut seen: Set<&Key> = Set::new();
    for (nth, standing) in document.statuses.iter().enumerate() {
        let fits = match kind(&standing.item) {
            Some(ItemKind::Task) => true,
            Some(ItemKind::Phase | ItemKind::Objective) => standing.status.is_none() && !standing.is_dated(),
            None => false,
        };
        if !fits || !seen.insert(&standing.item) {
            let message = "It has no such item, or says it twice, or gives a parent a status of its own.";
            return Err(invalid(format!("/statuses/{nth}"), message));
        }
        if !standing.agrees() {
            let message =
                "A task that has begun or is finished has such a status, and it is finished after it began.";
            return Err(invalid(format!("/statuses/{nth}"), message));
        }
    }
    let mut ids: Set<&Key> = Set::new();
    for (nth, asset) in document.assets.iter().enumerate() {
        if kind(&asset.item) != Some(ItemKind::Task) || !ids.insert(&asset.id) {
            let message = "It has no such task, or the id stands twice.";
            return Err(invalid(format!("/assets/{nth}"), message));
        }
    }
    Ok(())
}

/// A process knows what it was imported from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub(super) import: Arc<Import>,
    pub(super) people: Vec<ImportedPerson>,
    /// When assets were made there, as it says.
    made: Map<AssetId, Timestamp>,
}

impl Imported {
    pub(super) fn new(process: ProcessId, import: Arc<Import>, people: Vec<ImportedPerson>) -> Self {
        let dated = import.document.assets.iter();
        let made =
            dated.filter_map(|asset| Some((Self::asset_id(process, &asset.id), asset.claimed_created?)));
        let made = made.collect();
        Self { import, people, made }
    }

    /// What the other system handed over.
    #[must_use]
    pub fn import(&self) -> &Import {
        &self.import
    }

    /// The people that it speaks of, in their order.
    #[must_use]
    pub fn people(&self) -> &[ImportedPerson] {
        &self.people
    }

    /// The id that an asset of it has in a process.
    #[must_use]
    pub fn asset_id(process: ProcessId, id: &Key) -> AssetId {
        AssetId::from_bytes(derive("interlink/asset/import/1", &[process.as_bytes(), id.as_str().as_bytes()]))
    }
}

impl Process {
    /// Takes over how far everything had come. The plan came with the creation.
    pub(super) fn take_over(
        &mut self,
        head: &Head,
        event: &ProcessImported,
        import: Arc<Import>,
    ) -> Option<()> {
        for standing in &import.document.statuses {
            let ix = self.tree.ix(self.item_id(&standing.item))?;
            if let Some(status) = standing.status {
                self.begun |= status != Status::Awaiting;
                self.tree.set_task(ix, |own, _| *own = super::status::Standing::of_task(status));
            }
            if standing.disabled {
                self.tree.switch(ix, true);
            }
        }
        self.tree.settle_all();
        for asset in &import.document.assets {
            let Some(content) = asset.content.clone() else { continue };
            let added = AssetAdded {
                asset: Imported::asset_id(self.id, &asset.id),
                content,
                derived_from: Vec::new(),
                description: None,
                despite: Vec::new(),
                interlinker: asset.interlinker.clone(),
                item: self.item_id(&asset.item),
                licence: asset.licence.clone(),
                relied_on: Vec::new(),
                title: asset.title.clone(),
            };
            self.assets.apply(head.at, head.actor, &asset::Event::AssetAdded(added))?;
        }
        self.imported = Some(Imported::new(self.id, import, event.people.clone()));
        Some(())
    }

    /// What it was imported from, if it was.
    #[must_use]
    pub const fn imported(&self) -> Option<&Imported> {
        self.imported.as_ref()
    }

    /// When each task was begun and finished in the other system, as that says.
    pub fn claimed_times(&self) -> Map<ItemId, (Option<Timestamp>, Option<Timestamp>)> {
        let statuses = self.imported.iter().flat_map(|imported| &imported.import.document.statuses);
        let dated = statuses.filter(|standing| standing.is_dated());
        dated.map(|said| (self.item_id(&said.item), (said.claimed_started, said.claimed_finished))).collect()
    }

    /// When an asset was made in the other system, as that says.
    pub fn claimed_created(&self, asset: AssetId) -> Option<Timestamp> {
        self.imported.as_ref()?.made.get(&asset).copied()
    }

    /// The id that an item had in the other system, if it came from there.
    #[must_use]
    pub fn imported_key(&self, item: ItemId) -> Option<&Key> {
        let template = self.imported.as_ref()?.import.template()?;
        let key = self.tree.item(item)?.key()?;
        template.node_of(key).map(|node| &node.key)
    }
}
