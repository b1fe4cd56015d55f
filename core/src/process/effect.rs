//! The effect on a running process of adopting a higher version of its template.

use crate::types::{Map, Set};
use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::cycle::Cycle;
use super::template::Node;
use super::{Item, Ix, Process, Template, Unmet};
use crate::types::{ItemId, Key};

/// The difference that a new version of the template makes. Once work has begun, it must be declared in full.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TemplateEffect {
    /// Items that are added, by their keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items_added: Vec<Key>,
    /// Items that the new version lacks and that are disabled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items_retired: Vec<ItemId>,
    /// Items whose texts or marks follow the new version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items_reworded: Vec<ItemId>,
    /// Prerequisites that are added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prerequisites_added: Vec<Unmet>,
    /// Prerequisites that are removed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prerequisites_removed: Vec<Unmet>,
    /// Enforced, unmet prerequisites that no longer apply: those that the change waives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prerequisites_waived: Vec<Unmet>,
}

/// Why a template cannot be adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// An item has another place or kind than in the process.
    Moved(Key),
    /// Together with the process's own additions, items would wait in a circle.
    Cycle(Cycle<Ix>),
}

/// Adopts a new version and returns its effect. A misfit may leave the process half changed, so `decide` tries it on a
/// copy.
pub(crate) fn adopt(process: &mut Process, new: &Arc<Template>) -> Result<TemplateEffect, Misfit> {
    let waited = process.held_back();
    let old = process.template.replace(Arc::clone(new));
    let old_nodes: &[Node] = old.as_ref().map_or(&[], |template| template.nodes());
    let mut effect = TemplateEffect::default();

    let before: Map<&Key, &Node> = old_nodes.iter().map(|node| (&node.key, node)).collect();
    let above = |node: &Node| node.parent.and_then(|at| old_nodes.get(at as usize));
    let lay_in: Map<&Key, ItemId> =
        old_nodes.iter().filter_map(|node| Some((&node.key, process.item_id(&above(node)?.key)))).collect();
    let after: Set<&Key> = new.nodes().iter().map(|node| &node.key).collect();
    for (at, node) in new.nodes().iter().enumerate() {
        match process.tree.ix(process.item_id(&node.key)) {
            Some(ix) => {
                let old = before.get(&node.key).map(|old| (*old, lay_in.get(&node.key).copied()));
                follow(process, ix, node, old, new, &mut effect)?;
            }
            None => add(process, at, node, new, &mut effect)?,
        }
    }
    for node in old_nodes.iter().filter(|node| !after.contains(&node.key)) {
        let id = process.item_id(&node.key);
        if let Some(ix) = process.tree.ix(id).filter(|ix| !process.tree.at(*ix).switched_off) {
            process.tree.switch(ix, true);
            effect.items_retired.push(id);
        }
    }
    link(process, old.as_deref(), new, &mut effect);
    process.tree.settle_all();
    effect.prerequisites_waived = process.no_longer(&waited);
    match process.tree.graph().cycle() {
        Some(cycle) => Err(Misfit::Cycle(cycle.map(Ix))),
        None => Ok(effect),
    }
}

/// An existing item: what the process did not change itself follows the new version.
fn follow(
    process: &mut Process,
    ix: Ix,
    new: &Node,
    old: Option<(&Node, Option<ItemId>)>,
    template: &Template,
    effect: &mut TemplateEffect,
) -> Result<(), Misfit> {
    let parent = new.parent.and_then(|at| template.node(at)).map(|node| process.item_id(&node.key));
    let item = process.tree.at(ix);
    let lies_in = item.parent.map(|parent| process.tree.at(parent).id);
    // An item moved by the process stays where it is; the template cannot move items.
    let stays = lies_in == parent || old.is_some_and(|(_, lay_in)| lay_in == parent);
    if item.kind != new.kind || !stays {
        return Err(Misfit::Moved(new.key.clone()));
    }
    let Some((old, _)) = old else { return Ok(()) };
    let (id, mut reworded) = (item.id, false);
    process.tree.edit(ix, |item| {
        let mut take = |changed: bool| {
            reworded |= changed;
            changed
        };
        if take(item.name == old.name && old.name != new.name) {
            item.name = Arc::clone(&new.name);
        }
        if take(item.description == old.description && old.description != new.description) {
            item.description.clone_from(&new.description);
        }
        if take(item.codelivery == old.codelivery && old.codelivery != new.codelivery) {
            item.codelivery = new.codelivery;
        }
        if take(item.problem_profiles == old.problem_profiles && old.problem_profiles != new.problem_profiles)
        {
            item.problem_profiles.clone_from(&new.problem_profiles);
        }
    });
    if reworded {
        effect.items_reworded.push(id);
    }
    Ok(())
}

/// A new item: it comes before the next of its siblings that already exists.
fn add(
    process: &mut Process,
    at: usize,
    node: &Node,
    template: &Template,
    effect: &mut TemplateEffect,
) -> Result<(), Misfit> {
    let parent = match node.parent.and_then(|at| template.node(at)) {
        Some(parent) => {
            let ix = process.tree.ix(process.item_id(&parent.key));
            Some(ix.ok_or_else(|| Misfit::Moved(node.key.clone()))?)
        }
        None => None,
    };
    let later = template.nodes().iter().skip(at + 1).filter(|other| other.parent == node.parent);
    let before = later.into_iter().find_map(|other| process.tree.ix(process.item_id(&other.key)));
    process.tree.add(Item::from_node(process.id, node, parent), before);
    effect.items_added.push(node.key.clone());
    Ok(())
}

/// Prerequisites follow the new version where it differs from the old.
fn link(process: &mut Process, old: Option<&Template>, new: &Template, effect: &mut TemplateEffect) {
    let links = |template: &Template| -> Vec<(Unmet, Ix, Ix)> {
        let id = |at: u32| template.node(at).map(|node| process.item_id(&node.key));
        let all = (0_u32..)
            .zip(template.nodes())
            .flat_map(|(at, node)| node.prerequisites.iter().map(move |(on, needs)| (at, *on, *needs)));
        all.filter_map(|(at, on, needs)| {
            let (item, on) = (id(at)?, id(on)?);
            Some((Unmet { item, needs, on }, process.tree.ix(item)?, process.tree.ix(on)?))
        })
        .collect()
    };
    let (before, after) = (old.map(links).unwrap_or_default(), links(new));
    for (link, item, on) in before.iter().filter(|link| !after.contains(link)) {
        let there = |p: &super::Prerequisite| p.on == *on && p.needs == link.needs;
        if process.tree.at(*item).prerequisites.iter().any(there) {
            process.tree.remove_prerequisite(*item, *on);
            effect.prerequisites_removed.push(*link);
        }
    }
    for (link, item, on) in after.iter().filter(|link| !before.contains(link)) {
        if process.tree.at(*item).prerequisites.iter().all(|p| p.on != *on) {
            process.tree.add_prerequisite(*item, *on, link.needs);
            effect.prerequisites_added.push(*link);
        }
    }
}
