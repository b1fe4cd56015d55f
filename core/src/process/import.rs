//! A process as exported by another system.
//!
//! Its content is one document without personal data: each person is a number, and the importing command says who that
//! is. The vault stores it from there.

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

/// The text `import`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImportMark {
    /// This document is an import.
    Import,
}

/// A person named in an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportPerson {
    /// The organisation for which the person administers the process; without one they do as a citizen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acting_for: Option<HostId>,
    /// The host's id of the person.
    pub host_id: HostId,
    /// How the other system names the person, if not by the host's id. Kept in the vault, as a text about them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<HostId>,
}

/// A person named in an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportedPerson {
    /// How the other system names the person: a commitment to a text in the vault.
    pub named: Commitment,
    /// The person.
    pub person_id: PersonId,
}

/// An asset as the other system had it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportAsset {
    /// When it was made, by the other system's account. This is not a time of this record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_created: Option<Timestamp>,
    /// Its content; absent if the model cannot represent it and it is only carried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// Its id there.
    pub id: Key,
    /// The knowledge resource it was made from, as known to the other system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interlinker: Option<Key>,
    /// The key of its task.
    pub item: Key,
    /// The licence for using it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// Its title.
    pub title: Localized,
}

/// A file of the export. The host stores its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportFile {
    /// The asset it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<Key>,
    /// Its path, with `/` between the parts.
    pub path: String,
    /// SHA-256 of the bytes.
    pub sha256: FileDigest,
    /// Its length in bytes.
    #[cfg_attr(feature = "json-schema", schemars(range(max = 9_007_199_254_740_991_u64)))]
    pub size: u64,
}

/// A place where the other system named a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportPlace {
    /// The person's number, counted from 0.
    pub person: u32,
    /// The place, as a JSON Pointer (RFC 6901).
    pub pointer: String,
}

/// The progress of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportStatus {
    /// When the task was finished, by the other system's account. This is not a time of this record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_finished: Option<Timestamp>,
    /// When work on the task began, by the other system's account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_started: Option<Timestamp>,
    /// Whether it was disabled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
    /// The item's key.
    pub item: Key,
    /// The task's status. A parent's is derived from its children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

impl ImportStatus {
    const fn is_dated(&self) -> bool {
        self.claimed_started.is_some() || self.claimed_finished.is_some()
    }

    /// Whether the dates fit the status and each other.
    fn agrees(&self) -> bool {
        let reached = |least| self.status.is_some_and(|status| status >= least);
        let begun = self.claimed_started.is_none() || reached(Status::InProgress);
        let finished = self.claimed_finished.is_none() || reached(Status::Finished);
        let reversed = self.claimed_started.zip(self.claimed_finished).is_some_and(|(from, to)| to < from);
        begun && finished && !reversed
    }
}

/// An import in its written form. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportDocument {
    /// The numbers of its administrators, counted from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub administrators: Vec<u32>,
    /// Its assets, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assets: Vec<ImportAsset>,
    /// Data of the other system's format that the model cannot represent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<Carried>,
    /// A description of the process.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// The kind of this document.
    pub document: ImportMark,
    /// The files of the export.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<ImportFile>,
    /// The process's id there.
    pub id: Key,
    /// Its language by default.
    pub language: Language,
    /// Its name.
    pub name: Localized,
    /// The number of people it names.
    pub people: u32,
    /// The places where it names people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<ImportPlace>,
    /// The statuses of its items, if not the initial ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<ImportStatus>,
    /// Its plan, if it had any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<TemplateDocument>,
}

/// A valid import, identified by its content.
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
    /// Reads and validates an import.
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn parse(bytes: &[u8]) -> Result<Self, TemplateFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, TemplateFault> {
        Self::new(node.read()?)
    }

    /// Validates an import made by a program.
    ///
    /// # Errors
    /// `import.invalid`, or the fault of its plan, with the path; or the cycle, if items wait for each other.
    pub fn new(document: ImportDocument) -> Result<Self, TemplateFault> {
        Self::written(document, Written::of)
    }

    /// Validates an import whose written form is known.
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

    /// The import in its written form.
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
        return Err(invalid(String::new(), "A list of an import may have at most 100000 entries."));
    }
    for (nth, person) in document.administrators.iter().enumerate() {
        if *person >= document.people {
            return Err(invalid(
                format!("/administrators/{nth}"),
                "The import does not name so many people.",
            ));
        }
    }
    for (nth, place) in document.places.iter().enumerate() {
        if place.person >= document.people {
            return Err(invalid(format!("/places/{nth}/person"), "The import does not name so many people."));
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
            let message = "There is no such item, it is listed twice, or a parent has a status of its own.";
            return Err(invalid(format!("/statuses/{nth}"), message));
        }
        if !standing.agrees() {
            let message = "The dates must fit the status, and the end must come after the beginning.";
            return Err(invalid(format!("/statuses/{nth}"), message));
        }
    }
    let mut ids: Set<&Key> = Set::new();
    for (nth, asset) in document.assets.iter().enumerate() {
        if kind(&asset.item) != Some(ItemKind::Task) || !ids.insert(&asset.id) {
            let message = "There is no such task, or the id is used twice.";
            return Err(invalid(format!("/assets/{nth}"), message));
        }
    }
    Ok(())
}

/// The import from which a process was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub(super) import: Arc<Import>,
    pub(super) people: Vec<ImportedPerson>,
    /// When assets were made there, by its own account.
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

    /// The export of the other system.
    #[must_use]
    pub fn import(&self) -> &Import {
        &self.import
    }

    /// The people it names, in their order.
    #[must_use]
    pub fn people(&self) -> &[ImportedPerson] {
        &self.people
    }

    /// The id in a process of an asset of the import.
    #[must_use]
    pub fn asset_id(process: ProcessId, id: &Key) -> AssetId {
        AssetId::from_bytes(derive("interlink/asset/import/1", &[process.as_bytes(), id.as_str().as_bytes()]))
    }
}

impl Process {
    /// Adopts the progress of all items. The plan came with the creation.
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
            self.assets.apply(head.at, head.in_whose_name(), &asset::Event::AssetAdded(added))?;
        }
        self.imported = Some(Imported::new(self.id, import, event.people.clone()));
        Some(())
    }

    /// The import it was made from, if any.
    #[must_use]
    pub const fn imported(&self) -> Option<&Imported> {
        self.imported.as_ref()
    }

    /// When each task began and was finished in the other system, by its own account.
    pub fn claimed_times(&self) -> Map<ItemId, (Option<Timestamp>, Option<Timestamp>)> {
        let statuses = self.imported.iter().flat_map(|imported| &imported.import.document.statuses);
        let dated = statuses.filter(|standing| standing.is_dated());
        dated.map(|said| (self.item_id(&said.item), (said.claimed_started, said.claimed_finished))).collect()
    }

    /// When an asset was made in the other system, by its own account.
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
