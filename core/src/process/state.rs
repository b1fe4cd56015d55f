//! The state of a process, built from its stream.

use crate::journal::{Event as Recorded, EventData, Head};
use crate::kernel::{ApplyFault, Documents, OfProcess, State};
use std::sync::Arc;

use super::salts::Salts;
use super::status::Standing;
use super::{
    Event, Imported, Item, ItemAdded, ItemEdited, Ix, Passed, Plan, ProcessCreated, Status, Template, Tree,
    effect,
};
use crate::asset::{self, Assets};
use crate::catalogue::Catalogue;
use crate::governance::rule::ScopePath;
use crate::governance::{self, Governance, GovernanceModel};
use crate::requirement::{self, Requirements};
use crate::types::{
    DocumentId, ItemId, Key, Language, Localized, Map, OrganisationId, PersonId, ProcessId, Timestamp,
};
use crate::work::{self, Work};

/// One co-production: its tree of work, its rules, and its description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    pub(super) id: ProcessId,
    pub(super) name: Localized,
    pub(super) description: Option<Localized>,
    pub(super) language: Language,
    pub(super) organisation: Option<OrganisationId>,
    pub(super) created_at: Timestamp,
    pub(super) created_by: PersonId,
    pub(super) template: Option<Arc<Template>>,
    /// The document that holds the template: the template itself, or a publication.
    pub(super) made_from: Option<DocumentId>,
    pub(super) catalogue: Option<Arc<Catalogue>>,
    pub(super) governance: Governance,
    pub(super) tree: Tree,
    pub(super) begun: bool,
    pub(super) assets: Assets,
    pub(super) work: Work,
    pub(super) publications: Vec<DocumentId>,
    pub(super) imported: Option<Imported>,
    pub(super) requirements: Requirements,
    pub(super) closed: Option<Timestamp>,
    /// The time at which each task got its present status; tasks that were never begun are not included.
    pub(super) changed: Map<ItemId, Timestamp>,
    pub(super) salts: Salts,
}

impl Process {
    /// The state after a stream's first event.
    pub(crate) fn begin(
        id: ProcessId,
        head: &Head,
        event: &ProcessCreated,
        documents: &dyn Documents,
    ) -> Result<Self, ApplyFault> {
        let model = documents.model(event.governance).ok_or(ApplyFault::Document(event.governance))?;
        let template = match event.template {
            Some(id) => Some(documents.template(id).ok_or(ApplyFault::Document(id))?),
            None => None,
        };
        let catalogue = match event.catalogue {
            Some(id) => Some(documents.catalogue(id).ok_or(ApplyFault::Document(id))?),
            None => None,
        };
        let mut process = Self {
            id,
            name: event.name.clone(),
            description: event.description.clone(),
            language: event.language,
            organisation: event.organisation_id,
            created_at: head.at,
            created_by: head.in_whose_name(),
            template: None,
            made_from: event.template,
            catalogue,
            governance: Governance::new(model),
            tree: Tree::default(),
            begun: false,
            assets: Assets::default(),
            work: Work::default(),
            publications: Vec::new(),
            imported: None,
            requirements: Requirements::default(),
            closed: None,
            changed: Map::new(),
            salts: Salts::default(),
        };
        process.salts.note_process(head.salt);
        if let Some(template) = template {
            process.instantiate(&template);
            process.template = Some(template);
        }
        Ok(process)
    }

    fn instantiate(&mut self, template: &Template) {
        for node in template.nodes() {
            let parent = node.parent.map(Ix);
            self.tree.add(Item::from_node(self.id, node, parent), None);
        }
        // Nodes and items have the same indices, so links carry over by number.
        for (at, node) in (0_u32..).zip(template.nodes()) {
            node.prerequisites
                .iter()
                .for_each(|(on, needs)| self.tree.add_prerequisite(Ix(at), Ix(*on), *needs));
        }
    }

    /// Applies an event of this block.
    pub(crate) fn apply(
        &mut self,
        head: &Head,
        event: &Event,
        documents: &dyn Documents,
    ) -> Result<(), ApplyFault> {
        match event {
            Event::ProcessCreated(_) => return Err(ApplyFault::Creation),
            Event::ProcessEdited(e) => {
                set(&mut self.name, e.name.as_ref());
                set(&mut self.language, e.language.as_ref());
                self.description = e.description.clone().or(self.description.take());
                self.salts.note_process(head.salt);
            }
            Event::ProcessImported(e) => {
                let import = documents.import(e.import).ok_or(ApplyFault::Document(e.import))?;
                self.take_over(head, e, import).ok_or(ApplyFault::Import)?;
            }
            Event::ProcessPublished(e) => self.publications.push(e.publication),
            Event::ProcessClosed(_) => self.closed = Some(head.at),
            Event::ItemAdded(e) => {
                self.add(e)?;
                self.salts.note_item(e.item, head.salt);
            }
            Event::ItemEdited(e) => {
                self.edit(e)?;
                self.salts.note_item(e.item, head.salt);
            }
            Event::ItemMoved(e) => {
                let before = e.before.map(|id| self.place(id)).transpose()?;
                let ix = self.place(e.item)?;
                let parent = match e.parent {
                    Some(parent) => Some(self.place(parent)?),
                    None => self.tree.at(ix).parent,
                };
                self.tree.move_to(ix, parent, before);
            }
            Event::TreeReplaced(e) => {
                let template = match e.template {
                    Some(id) => Some(documents.template(id).ok_or(ApplyFault::Document(id))?),
                    None => None,
                };
                self.tree = Tree::default();
                self.made_from = e.template;
                if let Some(template) = &template {
                    self.instantiate(template);
                }
                self.template = template;
            }
            Event::ItemDisabled(e) => self.switch(e.item, true)?,
            Event::ItemEnabled(e) => self.switch(e.item, false)?,
            Event::ItemScheduled(e) => {
                let ix = self.place(e.item)?;
                self.tree.set_task(ix, |_, plan| *plan = Plan { start: e.start, end: e.end });
            }
            Event::PrerequisiteAdded(e) => {
                let (item, on): (Ix, Ix) = (self.place(e.item)?, self.place(e.on)?);
                self.tree.add_prerequisite(item, on, e.needs);
            }
            Event::PrerequisiteRemoved(e) => {
                let (item, on) = (self.place(e.item)?, self.place(e.on)?);
                self.tree.remove_prerequisite(item, on);
            }
            Event::TaskStarted(e) => self.set_status(e.item, Status::InProgress, head.at)?,
            Event::TaskCompleted(e) => self.set_status(e.item, Status::Finished, head.at)?,
            Event::TaskReopened(e) => self.set_status(e.item, Status::InProgress, head.at)?,
            Event::PrerequisiteWaived(e) => {
                let passed = Passed { at: head.at, by: head.in_whose_name(), reason: e.reason };
                let (item, on) = (self.place(e.item)?, self.place(e.on)?);
                self.tree.pass(item, on, passed);
            }
            Event::CatalogueAdopted(e) => {
                let catalogue = documents.catalogue(e.catalogue);
                self.catalogue = Some(catalogue.ok_or(ApplyFault::Document(e.catalogue))?);
            }
            Event::TemplateAdopted(e) => {
                let template = documents.template(e.template).ok_or(ApplyFault::Document(e.template))?;
                effect::adopt(self, &template).map_err(|_| ApplyFault::Template)?;
                self.made_from = Some(e.template);
            }
        }
        Ok(())
    }

    /// Applies an event of the governance block.
    pub(crate) fn apply_governance(
        &mut self,
        head: &Head,
        event: &governance::Event,
        documents: &dyn Documents,
    ) -> Result<(), ApplyFault> {
        let model: Option<Arc<GovernanceModel>> = match event {
            governance::Event::GovernanceAdopted(e) => {
                Some(documents.model(e.model).ok_or(ApplyFault::Document(e.model))?)
            }
            governance::Event::RoleGranted(_)
            | governance::Event::RoleRevoked(_)
            | governance::Event::RestrictionPlaced(_)
            | governance::Event::RestrictionLifted(_)
            | governance::Event::ApprovalAsked(_)
            | governance::Event::ApprovalGiven(_)
            | governance::Event::ApprovalWithdrawn(_)
            | governance::Event::ApprovalUsed(_) => None,
        };
        self.governance.apply(head.at, head.in_whose_name(), event, model);
        Ok(())
    }

    /// Applies an event of the asset block.
    pub(crate) fn apply_asset(&mut self, head: &Head, event: &asset::Event) -> Result<(), ApplyFault> {
        self.assets.apply(head.at, head.in_whose_name(), event).ok_or(ApplyFault::Unknown("an asset"))?;
        let written = match event {
            asset::Event::AssetAdded(e) => Some(e.asset),
            asset::Event::AssetEdited(e) => Some(e.asset),
            asset::Event::AssetRevised(e) => Some(e.asset),
            asset::Event::AssetOpened(_) | asset::Event::AssetDeleted(_) => None,
        };
        written.into_iter().for_each(|asset| self.salts.note_asset(asset, head.salt));
        Ok(())
    }

    /// The salts of the events that wrote its texts.
    pub(crate) const fn salts(&self) -> &Salts {
        &self.salts
    }

    /// Applies an event of the requirement block.
    pub(crate) fn apply_requirement(&mut self, event: &requirement::Event) -> Result<(), ApplyFault> {
        self.requirements.apply(event).ok_or(ApplyFault::Unknown("a requirement"))
    }

    /// The purposes it requires.
    #[must_use]
    pub const fn requirements(&self) -> &Requirements {
        &self.requirements
    }

    /// Applies an event of the work block.
    pub(crate) fn apply_work(&mut self, head: &Head, event: &work::Event) -> Result<(), ApplyFault> {
        self.work.apply(head.at, head.in_whose_name(), event).ok_or(ApplyFault::Unknown("some work"))
    }

    fn add(&mut self, e: &ItemAdded) -> Result<(), ApplyFault> {
        let parent = e.parent.map(|id| self.place(id)).transpose()?;
        let before = e.before.map(|id| self.place(id)).transpose()?;
        let item = Item {
            id: e.item,
            kind: e.kind,
            parent,
            children: Vec::new(),
            path: ScopePath::PROCESS,
            key: None,
            name: Arc::new(e.name.clone()),
            description: e.description.clone().map(Arc::new),
            codelivery: e.codelivery,
            problem_profiles: e.problem_profiles.clone(),
            prerequisites: Vec::new(),
            switched_off: false,
            enabled: true,
            idle: e.kind != super::ItemKind::Task,
            standing: Standing::default(),
            plan: Plan::default(),
        };
        self.tree.add(item, before);
        self.tree.settle(parent);
        Ok(())
    }

    fn edit(&mut self, e: &ItemEdited) -> Result<(), ApplyFault> {
        let ix = self.place(e.item)?;
        self.tree.edit(ix, |item| {
            set(&mut item.name, e.name.clone().map(Arc::new).as_ref());
            set(&mut item.codelivery, e.codelivery.as_ref());
            set(&mut item.problem_profiles, e.problem_profiles.as_ref());
            item.description = e.description.clone().map(Arc::new).or(item.description.take());
        });
        Ok(())
    }

    fn switch(&mut self, id: ItemId, off: bool) -> Result<(), ApplyFault> {
        let ix = self.place(id)?;
        self.tree.switch(ix, off);
        let parent = self.tree.at(ix).parent;
        self.tree.settle(parent);
        Ok(())
    }

    fn set_status(&mut self, id: ItemId, status: Status, at: Timestamp) -> Result<(), ApplyFault> {
        let ix = self.place(id)?;
        self.begun = true;
        self.changed.insert(id, at);
        self.tree.set_task(ix, |standing, _| *standing = Standing::of_task(status));
        Ok(())
    }

    pub(super) fn place(&self, id: ItemId) -> Result<Ix, ApplyFault> {
        self.tree.ix(id).ok_or(ApplyFault::Item(id))
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> ProcessId {
        self.id
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &Localized {
        &self.name
    }

    /// Its description.
    #[must_use]
    pub const fn description(&self) -> Option<&Localized> {
        self.description.as_ref()
    }

    /// Its language by default.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The organisation in whose name it was created.
    #[must_use]
    pub const fn organisation(&self) -> Option<OrganisationId> {
        self.organisation
    }

    /// When it was created.
    #[must_use]
    pub const fn created_at(&self) -> Timestamp {
        self.created_at
    }

    /// Who created it.
    #[must_use]
    pub const fn created_by(&self) -> PersonId {
        self.created_by
    }

    /// The template it uses, in the version it uses.
    #[must_use]
    pub const fn template(&self) -> Option<&Arc<Template>> {
        self.template.as_ref()
    }

    /// The catalogue it takes interlinkers from, in the version it uses.
    #[must_use]
    pub const fn catalogue(&self) -> Option<&Arc<Catalogue>> {
        self.catalogue.as_ref()
    }

    /// When it was closed.
    #[must_use]
    pub const fn closed(&self) -> Option<Timestamp> {
        self.closed
    }

    /// Its publications, in order.
    #[must_use]
    pub fn publications(&self) -> &[DocumentId] {
        &self.publications
    }

    /// Its rules.
    #[must_use]
    pub const fn governance(&self) -> &Governance {
        &self.governance
    }

    /// Its assets.
    #[must_use]
    pub const fn assets(&self) -> &Assets {
        &self.assets
    }

    /// Its work, and the credit for it.
    #[must_use]
    pub const fn work(&self) -> &Work {
        &self.work
    }

    /// Its items.
    #[must_use]
    pub const fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Whether any task was ever started. From then on the rules change only with a declared effect.
    #[must_use]
    pub const fn has_begun(&self) -> bool {
        self.begun
    }

    /// The time since when a task has its status; `None` if it was never begun.
    #[must_use]
    pub fn changed(&self, item: ItemId) -> Option<Timestamp> {
        self.changed.get(&item).copied()
    }

    /// The id that an item from a template has in this process.
    #[must_use]
    pub fn item_id(&self, key: &Key) -> ItemId {
        Item::id_of_key(self.id, key)
    }
}

fn set<T: Clone>(slot: &mut T, value: Option<&T>) {
    if let Some(value) = value {
        slot.clone_from(value);
    }
}

impl Item {
    /// The id of an item that comes from a template. It is derived from the key, so that the same item of a later
    /// version has the same id here.
    pub(crate) fn id_of_key(process: ProcessId, key: &Key) -> ItemId {
        let parts: [&[u8]; 2] = [process.as_bytes(), key.as_str().as_bytes()];
        ItemId::from_bytes(crate::types::derive("interlink/item/template/1", &parts))
    }

    pub(crate) fn from_node(process: ProcessId, node: &super::template::Node, parent: Option<Ix>) -> Self {
        Self {
            id: Self::id_of_key(process, &node.key),
            kind: node.kind,
            parent,
            children: Vec::new(),
            path: ScopePath::PROCESS,
            key: Some(node.key.clone()),
            name: Arc::clone(&node.name),
            description: node.description.clone(),
            codelivery: node.codelivery,
            problem_profiles: node.problem_profiles.clone(),
            prerequisites: Vec::new(),
            switched_off: false,
            enabled: true,
            idle: node.kind != super::ItemKind::Task,
            standing: Standing::default(),
            plan: Plan::default(),
        }
    }
}

impl State for Process {
    type Id = ProcessId;

    fn begin(id: ProcessId, event: &Recorded, documents: &dyn Documents) -> Result<Self, ApplyFault> {
        let EventData::Process(Event::ProcessCreated(created)) = &event.data else {
            return Err(ApplyFault::Creation);
        };
        Self::begin(id, &event.head, created, documents)
    }

    fn follow(&mut self, event: &Recorded, documents: &dyn Documents) -> Result<(), ApplyFault> {
        match event.data.of_process().ok_or(ApplyFault::Stream)? {
            OfProcess::Process(data) => self.apply(&event.head, data, documents),
            OfProcess::Governance(data) => self.apply_governance(&event.head, data, documents),
            OfProcess::Asset(data) => self.apply_asset(&event.head, data),
            OfProcess::Work(data) => self.apply_work(&event.head, data),
            OfProcess::Requirement(data) => self.apply_requirement(data),
            OfProcess::Redaction => Ok(()),
        }
    }
}
