//! The tree of items, and all that follows from its leaves.

use hashbrown::HashMap;

use super::cycle::Graph;
use super::outlook::{Kept, Outlook};
use super::status::Standing;
use super::{Item, ItemKind, Ix, Needs, Passed, Plan, Prerequisite};
use crate::governance::rule::{Scope, ScopePath};
use crate::types::ItemId;

/// The items of a process.
///
/// Items are kept in one list in the order in which they came, and are never taken out; a place in the list is valid for
/// good. One that was moved can stand before what it lies in.
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
    /// Puts a tree together again from its items, each with its place, and works out all that follows.
    pub(crate) fn restore(items: Vec<Item>, phases: Vec<Ix>) -> Self {
        let by_id = (0_u32..).zip(&items).map(|(at, item)| (item.id, Ix(at))).collect();
        let mut tree = Self { items, phases, by_id, ..Self::default() };
        for ix in tree.top_down() {
            tree.locate(ix);
        }
        tree.settle_all();
        tree
    }

    /// How many items there are, disabled ones included.
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

    /// All items, in the order in which they came.
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

    /// The item that an item lies in; none for a phase.
    #[must_use]
    pub fn parent(&self, item: &Item) -> Option<&Item> {
        item.parent.map(|ix| self.at(ix))
    }

    /// What an item waits for itself: the other item, what of it, and whether the gate was passed.
    pub fn prerequisites<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = (&'a Item, Needs, bool)> {
        item.prerequisites.iter().map(|p| (self.at(p.on), p.needs, p.passed.is_some()))
    }

    /// How far the process as a whole is.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        self.standing
    }

    /// When the process as a whole is planned.
    #[must_use]
    pub const fn plan(&self) -> Plan {
        self.plan
    }

    /// What is still to be done.
    pub(crate) fn outlook(&self) -> &Outlook {
        self.outlook.get(self)
    }

    /// Where an item is kept. An [`Ix`] is of use in the tree that gave it, and in no other.
    #[doc(hidden)]
    #[must_use]
    pub fn ix(&self, id: ItemId) -> Option<Ix> {
        self.by_id.get(&id).copied()
    }

    /// The item that is kept there.
    #[doc(hidden)]
    #[must_use]
    pub fn at(&self, ix: Ix) -> &Item {
        #[expect(
            clippy::indexing_slicing,
            reason = "an Ix is only made by this tree, which never takes items out"
        )]
        &self.items[ix.0 as usize]
    }

    fn at_mut(&mut self, ix: Ix) -> &mut Item {
        self.outlook.forget();
        #[expect(
            clippy::indexing_slicing,
            reason = "an Ix is only made by this tree, which never takes items out"
        )]
        &mut self.items[ix.0 as usize]
    }

    /// Where the items are kept, in the order in which they were added.
    #[doc(hidden)]
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = Ix> + use<> {
        (0..u32::try_from(self.items.len()).unwrap_or(u32::MAX)).map(Ix)
    }

    /// All items as they are read: each before what lies in it, and this before what comes next.
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

    /// The item and everything it lies in, from the item up.
    pub(crate) fn upwards(&self, ix: Ix) -> impl Iterator<Item = Ix> {
        std::iter::successors(Some(ix), |ix| self.at(*ix).parent)
    }

    /// Adds an item among the parts of its parent, before a sibling or at the end.
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

    /// There is something to do in an item, so there is in what it lies in, unless what is between was disabled.
    fn wake(&mut self, mut ix: Ix) {
        while let Some(parent) = self.at(ix).parent.filter(|_| !self.at(ix).switched_off) {
            self.at_mut(parent).idle = false;
            ix = parent;
        }
    }

    /// Works out what an item has from the one it lies in.
    fn locate(&mut self, ix: Ix) {
        let above = self.at(ix).parent.map(|parent| (self.at(parent).path, self.at(parent).enabled));
        let (path, enabled) = above.unwrap_or((ScopePath::PROCESS, true));
        let item = self.at_mut(ix);
        item.path = path.below(ix.scope());
        item.enabled = enabled && !item.switched_off;
    }

    /// Moves an item with all that is in it among the parts of a parent, before one of them or to the end.
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

    /// Changes an item's own words and marks.
    pub(crate) fn edit(&mut self, ix: Ix, change: impl FnOnce(&mut Item)) {
        change(self.at_mut(ix));
    }

    /// Disables an item with everything below it, or enables it again.
    pub(crate) fn switch(&mut self, ix: Ix, off: bool) {
        self.at_mut(ix).switched_off = off;
        self.locate_all(ix);
    }

    /// Works out for an item and all that is in it what they have from what they lie in.
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

    /// Sets a task's own status or plan, and what follows from it above.
    pub(crate) fn set_task(&mut self, ix: Ix, change: impl FnOnce(&mut Standing, &mut Plan)) {
        let item = self.at_mut(ix);
        change(&mut item.standing, &mut item.plan);
        let parent = item.parent;
        self.settle(parent);
    }

    /// Works out a parent's standing and plan from its parts, then its parent's, up to the process.
    pub(crate) fn settle(&mut self, mut from: Option<Ix>) {
        while let Some(ix) = from {
            self.settle_one(ix);
            from = self.at(ix).parent;
        }
        (self.standing, self.plan) = self.follow(&self.phases);
    }

    /// Works out every parent anew, each after its parts.
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

    /// What follows for a parent from these parts: from those in which there is something to do. What lies in
    /// a disabled whole keeps its standing, so that enabling it again brings back what was there.
    fn follow(&self, parts: &[Ix]) -> (Standing, Plan) {
        let parts = || self.left_to_do(parts);
        (Standing::of_parent(parts().map(Item::status)), Plan::spanning(parts().map(Item::plan)))
    }

    /// Of these parts, those that were not disabled themselves and are not empty of all that could be done.
    fn left_to_do<'a>(&'a self, parts: &'a [Ix]) -> impl Iterator<Item = &'a Item> {
        parts.iter().map(|ix| self.at(*ix)).filter(|item| !item.switched_off && !item.idle)
    }

    /// What an item waits for that is not met and whose gate nobody passed: its own prerequisites and those
    /// of everything it lies in. What is disabled, or has nothing in it to do, is not waited for: it can never finish.
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

    /// Everything that waits, for the search for cycles. Disabled items count: they may be enabled again.
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
