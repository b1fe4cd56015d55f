//! Makes a template from a process, so that others can repeat it.
//!
//! It contains what was planned: enabled items, their texts in all languages, their prerequisites and their problem
//! profiles. It cannot contain people, teams, roles, dates, assets, contributions or progress: the template type has no
//! fields for them.

use crate::types::{Map, Set};
use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::{
    Item, Ix, Process, RequirementLeftOut, Template, TemplateDocument, TemplateFault, TemplateMark,
    TemplateObjective, TemplatePhase, TemplatePrerequisite, TemplateTask,
};
use crate::check::ProcessView;
use crate::journal::Seq;
use crate::requirement::{Requirement, Target};
use crate::types::{EventId, ItemId, Key, ProcessId};

/// The source of a copy: a process, as it was after one of its events. It means the same in every system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The id of its last event at that point.
    pub event: EventId,
    /// The process.
    pub process: ProcessId,
    /// Its `seq` at that point.
    pub seq: Seq,
}

impl ProcessView {
    /// The process and `seq` that this view shows, as an origin.
    pub(crate) fn origin(&self) -> Origin {
        Origin { event: self.stream.last, process: self.process().id(), seq: self.stream.seq }
    }

    /// The counterpart in a copy of an item of this process; `None` if it is not copied.
    pub(crate) fn copied_item(&self, item: ItemId, copy: ProcessId) -> Option<ItemId> {
        let process = self.process();
        let ix = process.tree().ix(item)?;
        keys(process).get(&ix).map(|key| Item::id_of_key(copy, key))
    }

    /// The purposes that the process requires and a copy of it does not, except those that are kept.
    pub(crate) fn requirements_left_out(
        &self,
        kept: impl Fn(&Requirement) -> bool,
    ) -> Vec<RequirementLeftOut> {
        let process = self.process();
        let keys = keys(process);
        let left = process.requirements().iter().filter(|required| !kept(required)).map(|required| {
            let (asset, item) = match required.target {
                Target::Process => (None, None),
                Target::Item(item) => (None, Some(item)),
                Target::Asset(id) => (Some(id), process.assets().asset(id).map(|asset| asset.item)),
            };
            let key = item.and_then(|item| keys.get(&process.tree().ix(item)?).cloned());
            RequirementLeftOut { asset, item, key, purpose: required.purpose.clone() }
        });
        left.collect()
    }

    /// A template of the process in its present state, under its own id and version.
    ///
    /// # Errors
    /// `template.invalid` if the process has no enabled item.
    pub fn to_template(&self, id: Key, version: u32) -> Result<Template, TemplateFault> {
        let process = self.process();
        let copy = Copying { process, keys: keys(process) };
        let phases = process.tree().phases().filter(|phase| phase.enabled()).map(|phase| copy.phase(phase));
        let mut document = TemplateDocument {
            author: None,
            description: process.description().cloned().map(Arc::new),
            document: TemplateMark::Template,
            environments: Vec::new(),
            id,
            languages: Vec::new(),
            licence: None,
            name: Arc::new(process.name().clone()),
            origin: Some(self.origin()),
            phases: phases.collect(),
            tags: Map::new(),
            version,
        };
        if let Some(template) = process.template() {
            let made_from = template.document();
            document.author.clone_from(&made_from.author);
            document.languages.clone_from(&made_from.languages);
            document.licence = made_from.licence;
            document.tags.clone_from(&made_from.tags);
        }
        Template::new(document)
    }
}

struct Copying<'a> {
    process: &'a Process,
    keys: Map<Ix, Key>,
}

impl Copying<'_> {
    fn children<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Item> {
        self.process.tree().children(item).filter(|child| child.enabled())
    }

    fn key(&self, item: &Item) -> Key {
        let ix = self.process.tree().ix(item.id());
        let key = ix.and_then(|ix| self.keys.get(&ix)).cloned();
        key.unwrap_or_else(|| Key::of_id(item.id()))
    }

    /// The prerequisites of an item that are copied.
    fn prerequisites(&self, item: &Item) -> Vec<TemplatePrerequisite> {
        let all = item.prerequisites.iter().filter_map(|prerequisite| {
            let item = self.keys.get(&prerequisite.on)?.clone();
            Some(TemplatePrerequisite { item, needs: prerequisite.needs })
        });
        all.collect()
    }

    fn phase(&self, item: &Item) -> TemplatePhase {
        TemplatePhase {
            codelivery: item.codelivery,
            description: item.description.clone(),
            key: self.key(item),
            name: Arc::clone(&item.name),
            objectives: self.children(item).map(|objective| self.objective(objective)).collect(),
            prerequisites: self.prerequisites(item),
        }
    }

    fn objective(&self, item: &Item) -> TemplateObjective {
        TemplateObjective {
            description: item.description.clone(),
            key: self.key(item),
            name: Arc::clone(&item.name),
            prerequisites: self.prerequisites(item),
            problem_profiles: item.problem_profiles.clone(),
            tasks: self.children(item).map(|task| self.task(task)).collect(),
        }
    }

    fn task(&self, item: &Item) -> TemplateTask {
        TemplateTask {
            description: item.description.clone(),
            key: self.key(item),
            name: Arc::clone(&item.name),
            prerequisites: self.prerequisites(item),
            problem_profiles: item.problem_profiles.clone(),
        }
    }
}

/// The key of each enabled item: its own, or one derived from its id if it was added by hand.
fn keys(process: &Process) -> Map<Ix, Key> {
    let mut taken: Set<Key> = Set::new();
    let enabled = || (0_u32..).map(Ix).zip(process.tree().items()).filter(|(_, item)| item.enabled());
    let mut keys = Map::new();
    for (ix, item) in enabled() {
        if let Some(key) = item.key().filter(|key| taken.insert(Key::clone(key))) {
            keys.insert(ix, key.clone());
        }
    }
    for (ix, item) in enabled() {
        keys.or_insert_with(ix, || Key::of_id(item.id()));
    }
    keys
}
