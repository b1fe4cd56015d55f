//! The outstanding work of a tree: which tasks are open, what holds them back, and how long a chain of work begins with
//! each. Computed when first asked for, once for each state of the tree.

use std::sync::OnceLock;

use super::{Item, ItemKind, Ix, Needs, Status, Tree};
use crate::types::Date;

/// A task that is enabled and not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Open {
    pub(crate) ix: Ix,
    /// Awaiting or in progress.
    pub(crate) status: Status,
    /// Its planned last day.
    pub(crate) end: Option<Date>,
    /// The length of the longest chain of open tasks that must be done one after another, beginning with this one.
    pub(crate) chain: u32,
    /// Whether a prerequisite that only gives an order is unmet, its own or its parents'.
    pub(crate) order_unmet: bool,
    /// Whether a prerequisite on a status is unmet.
    pub(crate) status_unmet: bool,
}

/// The open tasks of a tree, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Outlook {
    pub(crate) open: Vec<Open>,
    /// The first task without a last day, and how many there are.
    pub(crate) undated: Option<(Ix, u32)>,
}

/// An outlook kept until its tree changes. It is derived from the tree, so it takes no part in comparing trees.
#[derive(Debug, Default)]
pub(super) struct Kept(OnceLock<Box<Outlook>>);

impl Kept {
    pub(super) fn get(&self, tree: &Tree) -> &Outlook {
        self.0.get_or_init(|| Box::new(Outlook::of(tree)))
    }

    pub(super) fn forget(&mut self) {
        self.0.take();
    }
}

impl Clone for Kept {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Kept {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Kept {}

impl Outlook {
    fn of(tree: &Tree) -> Self {
        let mut chains = Chains::new(tree);
        let mut outlook = Self::default();
        for ix in tree.top_down() {
            let item = tree.at(ix);
            if !is_open(item) {
                continue;
            }
            let (mut order_unmet, mut status_unmet) = (false, false);
            for (_, prerequisite) in tree.unmet(ix) {
                match prerequisite.needs {
                    Needs::Previous => order_unmet = true,
                    Needs::InProgress | Needs::Finished => status_unmet = true,
                }
            }
            let end = item.plan.end;
            if end.is_none() {
                let (_, many) = outlook.undated.get_or_insert((ix, 0));
                *many = many.saturating_add(1);
            }
            let chain = chains.of(ix);
            outlook.open.push(Open { ix, status: item.status(), end, chain, order_unmet, status_unmet });
        }
        outlook
    }
}

fn is_open(item: &Item) -> bool {
    item.kind == ItemKind::Task && item.enabled && item.status() != Status::Finished
}

/// A question about an item while measuring chains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    /// The longest chain that begins once the item is done.
    After(Ix),
    /// The longest chain that begins in it.
    Inside(Ix),
}

/// The longest chains, each computed once and without recursion.
struct Chains<'a> {
    tree: &'a Tree,
    /// Which item waits for which, ordered by the one waited for.
    waits: Vec<(Ix, Ix)>,
    known: Vec<Option<u32>>,
    begun: Vec<bool>,
}

impl<'a> Chains<'a> {
    fn new(tree: &'a Tree) -> Self {
        let mut waits: Vec<(Ix, Ix)> = Vec::new();
        for ix in tree.indices() {
            let item = tree.at(ix);
            if item.enabled {
                let unmet = item.prerequisites.iter().filter(|prerequisite| tree.is_unmet(prerequisite));
                waits.extend(unmet.map(|prerequisite| (prerequisite.on, ix)));
            }
        }
        waits.sort_unstable();
        let nodes = if waits.is_empty() { 0 } else { tree.len().saturating_mul(2) };
        Self { tree, waits, known: vec![None; nodes], begun: vec![false; nodes] }
    }

    /// The number of open tasks in the longest chain that begins with this one.
    fn of(&mut self, ix: Ix) -> u32 {
        if self.waits.is_empty() { 1 } else { self.find(Ask::Inside(ix)) }
    }

    fn find(&mut self, ask: Ask) -> u32 {
        let mut stack = vec![ask];
        while let Some(ask) = stack.last().copied() {
            let place = place(ask);
            if self.known(ask).is_some() {
                stack.pop();
                continue;
            }
            let first = self.begun.get_mut(place).is_some_and(|begun| !std::mem::replace(begun, true));
            let parts = self.parts(ask);
            if first {
                // A question begun but not answered would mean a cycle; a tree has none.
                let missing = parts.iter().filter(|part| {
                    self.known(**part).is_none() && self.begun.get(self::place(**part)) == Some(&false)
                });
                let before = stack.len();
                stack.extend(missing);
                if stack.len() > before {
                    continue;
                }
            }
            let longest = parts.iter().filter_map(|part| self.known(*part)).max().unwrap_or_default();
            let own = matches!(ask, Ask::Inside(ix) if is_open(self.tree.at(ix)));
            if let Some(slot) = self.known.get_mut(place) {
                *slot = Some(longest.saturating_add(u32::from(own)));
            }
            stack.pop();
        }
        self.known(ask).unwrap_or_default()
    }

    fn known(&self, ask: Ask) -> Option<u32> {
        self.known.get(place(ask)).copied().flatten()
    }

    /// The questions of whose answers an answer is the longest.
    fn parts(&self, ask: Ask) -> Vec<Ask> {
        match ask {
            Ask::After(ix) => {
                let from = self.waits.partition_point(|(on, _)| *on < ix);
                let waiting = self.waits.iter().skip(from).take_while(|(on, _)| *on == ix);
                let above = self.tree.at(ix).parent.map(Ask::After);
                waiting.map(|(_, who)| Ask::Inside(*who)).chain(above).collect()
            }
            Ask::Inside(ix) => match self.tree.at(ix) {
                item if is_open(item) => vec![Ask::After(ix)],
                item if item.enabled => item.children.iter().copied().map(Ask::Inside).collect(),
                _ => Vec::new(),
            },
        }
    }
}

const fn place(ask: Ask) -> usize {
    match ask {
        Ask::After(ix) => ix.0 as usize * 2,
        Ask::Inside(ix) => ix.0 as usize * 2 + 1,
    }
}
