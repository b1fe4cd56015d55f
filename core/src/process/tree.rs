//! The tree of items, and everything derived from its leaves.

use hashbrown::HashMap;

use super::cycle::Graph;
use super::outlook::{Kept, Outlook};
use super::status::Standing;
use super::{Item, ItemKind, Ix, Needs, Passed, Plan, Prerequisite};
use crate::governance::rule::{Scope, ScopePath};
use crate::types::ItemId;

/// The items of a process.
///
/// Items are kept in one list in the order in which they were added, and are never removed, so an index stays valid. A
/// moved item can come before its parent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    items: Vec<Item>,
    phases: Vec<Ix>,
    by_id: HashMap<ItemId, Ix>,
    standing: Standing,
    plan: Plan,
    outlook: Kept,
}

impl Tree {
    /// Restores a tree from its items, each with its place, and derives the rest.
    pub(crate) fn restore(items: Vec<Item>, phases: Vec<Ix>) -> Self {
        let by_id = (0_u32..).zip(&items).map(|(at, item)| (item.id, Ix(at))).collect();
        let mut tree = Self { items, phases, by_id, ..Self::default() };
        for ix in tree.top_down() {
            tree.locate(ix);
        }
        tree.settle_all();
        tree
    }

    /// The number of items, including disabled ones.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// An item by its id.
    #[must_use]
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.ix(id).map(|ix| self.at(ix))
    }

    /// All items, in the order in which they were added.
    pub fn items(&self) -> impl ExactSizeIterator<Item = &Item> {
        self.items.iter()
    }

    /// The phases, in order.
    pub fn phases(&self) -> impl Iterator<Item = &Item> {
        self.phases.iter().map(|ix| self.at(*ix))
    }

    /// The parts of an item, in order.
    pub fn children<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Item> {
        item.children.iter().map(|ix| self.at(*ix))
    }

    /// The parent of an item; none for a phase.
    #[must_use]
    pub fn parent(&self, item: &Item) -> Option<&Item> {
        item.parent.map(|ix| self.at(ix))
    }

    /// The prerequisites of an item itself: the other item, the status waited for, and whether it was waived.
    pub fn prerequisites<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = (&'a Item, Needs, bool)> {
        item.prerequisites.iter().map(|p| (self.at(p.on), p.needs, p.passed.is_some()))
    }

    /// The status and progress of the whole process.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        self.standing
    }

    /// The planned dates of the whole process.
    #[must_use]
    pub const fn plan(&self) -> Plan {
        self.plan
    }

    /// The outstanding work.
    pub(crate) fn outlook(&self) -> &Outlook {
        self.outlook.get(self)
    }

    /// The index of an item. An [`Ix`] is valid only in the tree that gave it.
    #[doc(hidden)]
    #[must_use]
    pub fn ix(&self, id: ItemId) -> Option<Ix> {
        self.by_id.get(&id).copied()
    }

    /// The item at an index.
    #[doc(hidden)]
    #[must_use]
    pub fn at(&self, ix: Ix) -> &Item {
        #[expect(
            clippy::indexing_slicing,
            reason = "an Ix is only made by this tree, which never removes items"
        )]
        &self.items[ix.0 as usize]
    }

    fn at_mut(&mut self, ix: Ix) -> &mut Item {
        self.outlook.forget();
        #[expect(
            clippy::indexing_slicing,
            reason = "an Ix is only made by this tree, which never removes items"
        )]
        &mut self.items[ix.0 as usize]
    }

    /// The indices of all items, in the order in which they were added.
    #[doc(hidden)]
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = Ix> + use<> {
        (0..u32::try_from(self.items.len()).unwrap_or(u32::MAX)).map(Ix)
    }

    /// All items in reading order: each before its parts, and these before the next item.
    #[doc(hidden)]
    #[must_use]
    pub fn top_down(&self) -> Vec<Ix> {
        let mut all = Vec::with_capacity(self.items.len());
        let mut rest: Vec<Ix> = self.phases.iter().rev().copied().collect();
        while let Some(ix) = rest.pop() {
            all.push(ix);
            rest.extend(self.at(ix).children.iter().rev());
        }
        all
    }

    /// The parts of an item, or the phases.
    pub(crate) fn parts(&self, of: Option<Ix>) -> &[Ix] {
        of.map_or(&self.phases, |ix| &self.at(ix).children)
    }

    /// The item and its parents, from the item up.
    pub(crate) fn upwards(&self, ix: Ix) -> impl Iterator<Item = Ix> {
        std::iter::successors(Some(ix), |ix| self.at(*ix).parent)
    }

    /// Adds an item to its parent, before a sibling or at the end.
    pub(crate) fn add(&mut self, item: Item, before: Option<Ix>) {
        let ix = Ix(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
        let parent = item.parent;
        self.outlook.forget();
        self.by_id.insert(item.id, ix);
        self.items.push(item);
        self.locate(ix);
        self.place(ix, parent, before);
        if !self.at(ix).idle {
            self.wake(ix);
        }
    }

    /// Marks an item's parents as having something to do, up to the first that was disabled.
    fn wake(&mut self, mut ix: Ix) {
        while let Some(parent) = self.at(ix).parent.filter(|_| !self.at(ix).switched_off) {
            self.at_mut(parent).idle = false;
            ix = parent;
        }
    }

    /// Derives what an item gets from its parent.
    fn locate(&mut self, ix: Ix) {
        let above = self.at(ix).parent.map(|parent| (self.at(parent).path, self.at(parent).enabled));
        let (path, enabled) = above.unwrap_or((ScopePath::PROCESS, true));
        let item = self.at_mut(ix);
        item.path = path.below(ix.scope());
        item.enabled = enabled && !item.switched_off;
    }

    /// Moves an item with everything in it to a parent, before a sibling or to the end.
    pub(crate) fn move_to(&mut self, ix: Ix, parent: Option<Ix>, before: Option<Ix>) {
        let left = self.at(ix).parent;
        self.siblings_mut(left).retain(|sibling| *sibling != ix);
        self.at_mut(ix).parent = parent;
        self.place(ix, parent, before);
        if left != parent {
            self.locate_all(ix);
            self.settle(left);
            self.settle(parent);
        }
    }

    fn place(&mut self, ix: Ix, parent: Option<Ix>, before: Option<Ix>) {
        let siblings = self.siblings_mut(parent);
        let at = siblings.iter().position(|sibling| Some(*sibling) == before).unwrap_or(siblings.len());
        siblings.insert(at, ix);
    }

    fn siblings_mut(&mut self, parent: Option<Ix>) -> &mut Vec<Ix> {
        match parent {
            Some(parent) => &mut self.at_mut(parent).children,
            None => {
                self.outlook.forget();
                &mut self.phases
            }
        }
    }

    /// Changes an item's own texts and marks.
    pub(crate) fn edit(&mut self, ix: Ix, change: impl FnOnce(&mut Item)) {
        change(self.at_mut(ix));
    }

    /// Disables an item with everything below it, or enables it again.
    pub(crate) fn switch(&mut self, ix: Ix, off: bool) {
        self.at_mut(ix).switched_off = off;
        self.locate_all(ix);
    }

    /// Derives what an item and everything in it get from their parents.
    fn locate_all(&mut self, ix: Ix) {
        let mut below = vec![ix];
        while let Some(ix) = below.pop() {
            self.locate(ix);
            below.extend_from_slice(&self.at(ix).children);
        }
    }

    pub(crate) fn add_prerequisite(&mut self, ix: Ix, on: Ix, needs: Needs) {
        self.at_mut(ix).prerequisites.push(Prerequisite { on, needs, passed: None });
    }

    pub(crate) fn remove_prerequisite(&mut self, ix: Ix, on: Ix) {
        self.at_mut(ix).prerequisites.retain(|prerequisite| prerequisite.on != on);
    }

    pub(crate) fn pass(&mut self, ix: Ix, on: Ix, passed: Passed) {
        for prerequisite in
            self.at_mut(ix).prerequisites.iter_mut().filter(|prerequisite| prerequisite.on == on)
        {
            prerequisite.passed = Some(passed);
        }
    }

    /// Sets a task's status or plan, and updates its parents.
    pub(crate) fn set_task(&mut self, ix: Ix, change: impl FnOnce(&mut Standing, &mut Plan)) {
        let item = self.at_mut(ix);
        change(&mut item.standing, &mut item.plan);
        let parent = item.parent;
        self.settle(parent);
    }

    /// Derives a parent's standing and plan from its parts, then its parent's, up to the process.
    pub(crate) fn settle(&mut self, mut from: Option<Ix>) {
        while let Some(ix) = from {
            self.settle_one(ix);
            from = self.at(ix).parent;
        }
        (self.standing, self.plan) = self.follow(&self.phases);
    }

    /// Derives every parent again, each after its parts.
    pub(crate) fn settle_all(&mut self) {
        for ix in self.top_down().into_iter().rev() {
            self.settle_one(ix);
        }
        self.settle(None);
    }

    fn settle_one(&mut self, ix: Ix) {
        let item = self.at(ix);
        if item.kind != ItemKind::Task {
            let (standing, plan) = self.follow(&item.children);
            let idle = self.left_to_do(&item.children).next().is_none();
            let item = self.at_mut(ix);
            (item.standing, item.plan, item.idle) = (standing, plan, idle);
        }
    }

    /// What is derived for a parent from those of its parts in which there is something to do. Items in a disabled
    /// parent keep their standing, so that enabling it again restores them.
    fn follow(&self, parts: &[Ix]) -> (Standing, Plan) {
        let parts = || self.left_to_do(parts);
        (Standing::of_parent(parts().map(Item::status)), Plan::spanning(parts().map(Item::plan)))
    }

    /// Those parts that were not disabled themselves and in which something can be done.
    fn left_to_do<'a>(&'a self, parts: &'a [Ix]) -> impl Iterator<Item = &'a Item> {
        parts.iter().map(|ix| self.at(*ix)).filter(|item| !item.switched_off && !item.idle)
    }

    /// The unmet, unwaived prerequisites of an item and its parents. Items that are disabled or have nothing to do are
    /// not waited for: they can never finish.
    #[doc(hidden)]
    pub fn unmet(&self, ix: Ix) -> impl Iterator<Item = (Ix, &Prerequisite)> {
        self.upwards(ix).flat_map(|holder| {
            let prerequisites = self.at(holder).prerequisites.iter();
            prerequisites
                .filter(|prerequisite| self.is_unmet(prerequisite))
                .map(move |prerequisite| (holder, prerequisite))
        })
    }

    pub(crate) fn is_unmet(&self, prerequisite: &Prerequisite) -> bool {
        let on = self.at(prerequisite.on);
        prerequisite.passed.is_none() && on.enabled && !on.idle && !prerequisite.needs.met_by(on.status())
    }

    /// All links of waiting, for the search for cycles. Disabled items count: they may be enabled again.
    pub(crate) fn graph(&self) -> Graph {
        let mut graph = Graph::default();
        for (at, item) in (0_u32..).zip(&self.items) {
            graph.add_item(item.parent.map(|ix| ix.0));
            for prerequisite in &item.prerequisites {
                graph.add_wait(at, prerequisite.on.0, prerequisite.needs);
            }
        }
        graph
    }
}

impl Ix {
    /// The item as a scope of grants and restrictions.
    pub(crate) const fn scope(self) -> Scope {
        Scope(self.0.saturating_add(1))
    }
}
