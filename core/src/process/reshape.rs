//! Changes to the plan: an item moved to another parent, or the whole tree replaced.

use super::create::template;
use super::decide::{Decided, Handler};
use super::{
    Item, ItemKind, ItemMoved, Ix, MoveItem, Process, ProcessRefusal, ReplaceTree, TreeReplaced, Unmet,
};
use crate::check::Authorization;
use crate::governance::{Enforcement, Permission};
use crate::kernel::Refused;
use crate::requirement::Target;
use crate::types::ItemId;

impl Handler<'_, '_> {
    pub(super) fn move_item(&mut self, c: &MoveItem) -> Decided {
        let (ix, item) = self.find(c.item, "/data/item")?;
        let (kind, lies_in) = (item.kind(), item.parent);
        let parent = match c.parent {
            Some(parent) => Some(self.find(parent, "/data/parent")?.0),
            None => lies_in,
        };
        let mut pass = self.require(Permission::ItemEdit, Some(c.item))?;
        if parent.map(|parent| self.process().tree().at(parent).kind()) != kind.parent() {
            return Err(misplaced(kind).into());
        }
        if let Some(before) = c.before {
            let (_, sibling) = self.find(before, "/data/before")?;
            if sibling.parent != parent || before == c.item {
                return Err(ProcessRefusal::NotSibling.into());
            }
        }
        let moves = parent != lies_in;
        let mut prerequisites_waived = Vec::new();
        if moves {
            self.may_enter(&mut pass, c.parent, lies_in, parent)?;
            prerequisites_waived = self.gates_left(&mut pass, ix, parent)?;
        }
        let reason = self.gate_reason(&prerequisites_waived, c.reason.as_ref())?;
        let parent = c.parent.filter(|_| moves);
        let (before, item, relied_on) = (c.before, c.item, pass.relied_on);
        Ok(ItemMoved { before, prerequisites_waived, item, parent, reason, relied_on }.into())
    }

    /// Checks who may move something to another parent. Moving adds it there. Others' permissions follow from its
    /// place, so if any apply to its old or new place, the actor must be an administrator.
    fn may_enter(
        &self,
        pass: &mut Authorization,
        into: Option<ItemId>,
        from: Option<Ix>,
        to: Option<Ix>,
    ) -> Result<(), Refused> {
        let added = self.require(Permission::ItemAdd, into)?;
        let mut passes = vec![added];
        let process = self.process();
        let above = |ix: Option<Ix>| -> Vec<ItemId> {
            let tree = process.tree();
            ix.into_iter().flat_map(|ix| tree.upwards(ix)).map(|ix| tree.at(ix).id()).collect()
        };
        let (left, entered) = (above(from), above(to));
        let changes = |item: ItemId| left.contains(&item) != entered.contains(&item);
        if speaks_of(process, changes) {
            passes.push(self.require(Permission::ProcessAdminister, None)?);
        }
        passes.into_iter().flat_map(|one| one.relied_on).for_each(|reliance| pass.rely_on(reliance));
        Ok(())
    }

    /// The prerequisites that a move waives: what the item waited for through its parents, and what waited for it.
    fn gates_left(&self, pass: &mut Authorization, ix: Ix, to: Option<Ix>) -> Result<Vec<Unmet>, Refused> {
        let process = self.process();
        let mut tried = process.clone();
        tried.tree.move_to(ix, to, None);
        if let Some(cycle) = tried.tree().graph().cycle() {
            return Err(self.cycle(cycle.map(Ix)).into());
        }
        let mut passed = tried.no_longer(&process.held_back());
        let after = inherited(&tried, ix);
        passed.extend(inherited(process, ix).into_iter().filter(|waited| !after.contains(waited)));
        passed.sort_unstable();
        passed.dedup();
        self.may_pass(pass, &passed)?;
        Ok(passed)
    }

    pub(super) fn replace_tree(&self, c: &ReplaceTree) -> Decided {
        let pass = self.require(Permission::ProcessAdminister, None)?;
        if let Some(id) = c.template {
            template(self.documents, id, "/data/template")?;
        }
        let process = self.process();
        if process.has_begun() || is_used(process) {
            return Err(ProcessRefusal::TreeInUse.into());
        }
        if process.tree().is_empty() && c.template.is_none() {
            return Err(ProcessRefusal::NothingToChange.into());
        }
        Ok(TreeReplaced { relied_on: pass.relied_on, template: c.template }.into())
    }
}

pub(super) const fn misplaced(kind: ItemKind) -> ProcessRefusal {
    let expected = match kind {
        ItemKind::Phase => "a phase lies in the process itself",
        ItemKind::Objective => "an objective lies in a phase",
        ItemKind::Task => "a task lies in an objective",
    };
    ProcessRefusal::ItemKind { kind, expected, path: "/data/parent" }
}

/// The enforced, unmet prerequisites that an item has only through its parents.
fn inherited(process: &Process, ix: Ix) -> Vec<Unmet> {
    let moved = process.tree().at(ix);
    if moved.idle || !moved.enabled {
        return Vec::new();
    }
    let above = process.unmet(ix, Enforcement::Enforced).filter(|unmet| unmet.item != moved.id);
    above.map(|unmet| Unmet { item: moved.id, ..unmet }).collect()
}

/// Whether a role, a restriction or a required purpose applies to one of these items.
fn speaks_of(process: &Process, is_asked: impl Fn(ItemId) -> bool) -> bool {
    let rules = process.governance();
    let grants = rules.grants().filter(|grant| grant.ended.is_none()).filter_map(|grant| grant.item);
    let restrictions = rules.restrictions().filter(|one| one.ended.is_none()).filter_map(|one| one.item);
    let required = process.requirements().iter().filter_map(|requirement| match requirement.target {
        Target::Item(item) => Some(item),
        Target::Process | Target::Asset(_) => None,
    });
    grants.chain(restrictions).chain(required).any(is_asked)
}

/// Whether anything in the process, past or present, refers to an item. The record keeps referring to it.
fn is_used(process: &Process) -> bool {
    let (rules, work) = (process.governance(), process.work());
    let named = rules.grants().any(|grant| grant.item.is_some())
        || rules.restrictions().any(|restriction| restriction.item.is_some())
        || rules.approvals().any(|approval| approval.act.item.is_some())
        || rules.approval_requests().any(|request| request.act.item.is_some());
    let required = process.requirements().iter().any(|one| matches!(one.target, Target::Item(_)));
    let worked = process.assets().iter().next().is_some()
        || work.assignments().next().is_some()
        || work.contributions().next().is_some()
        || process.tree().items().map(Item::id).any(|item| work.complexity(item) != Default::default());
    named || required || worked
}
