//! A process as stored in a snapshot: the result of its events, without what can be derived.

use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::salts::Salts;
use super::status::Standing;
use super::{
    Imported, ImportedPerson, Item, ItemKind, Ix, Plan, Prerequisite, Process, Status, Template, Tree,
};
use crate::asset::Assets;
use crate::governance::rule::ScopePath;
use crate::governance::{Governance, Lists};
use crate::kernel::Documents;
use crate::requirement::Requirements;
use crate::types::{
    DocumentId, ItemId, Key, Language, Localized, Map, OrganisationId, PersonId, ProcessId, Timestamp,
};
use crate::work::Work;

#[derive(Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub(crate) struct Saved {
    id: ProcessId,
    name: Localized,
    description: Option<Localized>,
    language: Language,
    organisation: Option<OrganisationId>,
    created_at: Timestamp,
    created_by: PersonId,
    template: Option<DocumentId>,
    catalogue: Option<DocumentId>,
    model: DocumentId,
    lists: Lists,
    items: Vec<SavedItem>,
    phases: Vec<Ix>,
    begun: bool,
    assets: Assets,
    work: Work,
    publications: Vec<DocumentId>,
    imported: Option<(DocumentId, Vec<ImportedPerson>)>,
    requirements: Requirements,
    closed: Option<Timestamp>,
    changed: Map<ItemId, Timestamp>,
    salts: Salts,
}

#[derive(Serialize, Readable)]
#[serde(deny_unknown_fields)]
struct SavedItem {
    id: ItemId,
    kind: ItemKind,
    parent: Option<Ix>,
    children: Vec<Ix>,
    key: Option<Key>,
    name: Text,
    description: Text,
    codelivery: bool,
    problem_profiles: Vec<Key>,
    prerequisites: Vec<Prerequisite>,
    switched_off: bool,
    status: Status,
    plan: Plan,
}

/// A text; the template's own texts are not stored again.
#[derive(Serialize, Readable)]
enum Text {
    Absent,
    Template,
    Own(Localized),
}

impl Process {
    /// The content of a snapshot.
    pub(crate) fn save(&self) -> Saved {
        Saved {
            id: self.id,
            name: self.name.clone(),
            description: self.description.clone(),
            language: self.language,
            organisation: self.organisation,
            created_at: self.created_at,
            created_by: self.created_by,
            template: self.made_from,
            catalogue: self.catalogue.as_ref().map(|catalogue| catalogue.id()),
            model: self.governance.model().id(),
            lists: self.governance.lists().clone(),
            items: self.tree.items().map(|item| self.save_item(item)).collect(),
            phases: self.tree.parts(None).to_vec(),
            begun: self.begun,
            assets: self.assets.clone(),
            work: self.work.clone(),
            publications: self.publications.clone(),
            requirements: self.requirements.clone(),
            closed: self.closed,
            changed: self.changed.clone(),
            salts: self.salts.clone(),
            imported: self.imported.as_ref().map(|from| (from.import.id(), from.people.clone())),
        }
    }

    fn save_item(&self, item: &Item) -> SavedItem {
        let node = item.key.as_ref().and_then(|key| self.template.as_ref()?.node_of(key));
        let text = |own: Option<&Arc<Localized>>, template: Option<&Arc<Localized>>| match own {
            None => Text::Absent,
            Some(_) if own == template => Text::Template,
            Some(own) => Text::Own(Localized::clone(own)),
        };
        SavedItem {
            id: item.id,
            kind: item.kind,
            parent: item.parent,
            children: item.children.clone(),
            key: item.key.clone(),
            name: text(Some(&item.name), node.map(|node| &node.name)),
            description: text(item.description.as_ref(), node.and_then(|node| node.description.as_ref())),
            codelivery: item.codelivery,
            problem_profiles: item.problem_profiles.clone(),
            prerequisites: item.prerequisites.clone(),
            switched_off: item.switched_off,
            status: item.standing.status,
            plan: item.plan,
        }
    }

    /// The process of a snapshot; `None` if it is inconsistent.
    pub(crate) fn restore(saved: Saved, documents: &dyn Documents) -> Option<Self> {
        let template = match saved.template {
            Some(id) => Some(documents.template(id)?),
            None => None,
        };
        let catalogue = match saved.catalogue {
            Some(id) => Some(documents.catalogue(id)?),
            None => None,
        };
        let imported = match saved.imported {
            Some((import, people)) => Some(Imported::new(saved.id, documents.import(import)?, people)),
            None => None,
        };
        let count = saved.items.len();
        let known = |ix: &Ix| (ix.0 as usize) < count;
        // Every part must name the parent that names it; otherwise a walk down the tree might never end.
        let lies_in = |ix: &Ix, parent: Option<Ix>| {
            saved.items.get(ix.0 as usize).is_some_and(|item| item.parent == parent)
        };
        let whole = (0_u32..)
            .zip(&saved.items)
            .all(|(at, item)| item.children.iter().all(|ix| lies_in(ix, Some(Ix(at)))));
        if !whole || !saved.phases.iter().all(|ix| lies_in(ix, None)) {
            return None;
        }
        let mut items = Vec::with_capacity(count);
        for (at, item) in saved.items.into_iter().enumerate() {
            let parent_first = item.parent.is_none_or(|parent| (parent.0 as usize) < at);
            if !item.prerequisites.iter().all(|p| known(&p.on)) || !parent_first {
                return None;
            }
            items.push(restore_item(item, template.as_deref())?);
        }
        Some(Self {
            id: saved.id,
            name: saved.name,
            description: saved.description,
            language: saved.language,
            organisation: saved.organisation,
            created_at: saved.created_at,
            created_by: saved.created_by,
            governance: Governance::restore(documents.model(saved.model)?, saved.lists),
            tree: Tree::restore(items, saved.phases),
            template,
            made_from: saved.template,
            catalogue,
            begun: saved.begun,
            assets: saved.assets,
            work: saved.work,
            publications: saved.publications,
            imported,
            requirements: saved.requirements,
            closed: saved.closed,
            changed: saved.changed,
            salts: saved.salts,
        })
    }
}

fn restore_item(saved: SavedItem, template: Option<&Template>) -> Option<Item> {
    let node = saved.key.as_ref().and_then(|key| template?.node_of(key));
    let name = match saved.name {
        Text::Absent => return None,
        Text::Template => Arc::clone(&node?.name),
        Text::Own(text) => Arc::new(text),
    };
    let description = match saved.description {
        Text::Absent => None,
        Text::Template => node?.description.clone(),
        Text::Own(text) => Some(Arc::new(text)),
    };
    Some(Item {
        id: saved.id,
        kind: saved.kind,
        parent: saved.parent,
        children: saved.children,
        path: ScopePath::PROCESS,
        key: saved.key,
        name,
        description,
        codelivery: saved.codelivery,
        problem_profiles: saved.problem_profiles,
        prerequisites: saved.prerequisites,
        switched_off: saved.switched_off,
        enabled: true,
        idle: saved.kind != ItemKind::Task,
        standing: Standing::of_task(saved.status),
        plan: saved.plan,
    })
}
