//! Finds the prerequisites that a change waives.
//!
//! Work waits for enforced, unmet prerequisites. Whatever ends the waiting without the work being done waives them:
//! removing the prerequisite, disabling what is waited for or its unfinished part, or a template that does either. So
//! the change is tried, and a wait that existed before and not after was waived.

use super::{Ix, Process, Unmet};
use crate::governance::Enforcement;

impl Process {
    /// The unmet prerequisites with this enforcement that an item has, itself or through its parents.
    #[doc(hidden)]
    pub fn unmet(&self, ix: Ix, enforcement: Enforcement) -> impl Iterator<Item = Unmet> {
        let (tree, policy) = (self.tree(), self.governance().model().document().prerequisites);
        let of_kind = tree.unmet(ix).filter(move |(_, p)| p.needs.enforcement(&policy) == enforcement);
        of_kind.map(|(holder, p)| Unmet { item: tree.at(holder).id, needs: p.needs, on: tree.at(p.on).id })
    }

    /// Every enforced, unmet prerequisite in the tree.
    pub(crate) fn held_back(&self) -> Vec<Unmet> {
        let tree = self.tree();
        let policy = self.governance().model().document().prerequisites;
        let mut all: Vec<Unmet> = tree
            .items()
            .flat_map(|item| item.prerequisites.iter().map(move |prerequisite| (item, prerequisite)))
            .filter(|(_, p)| tree.is_unmet(p) && p.needs.enforcement(&policy) == Enforcement::Enforced)
            .map(|(item, p)| Unmet { item: item.id(), needs: p.needs, on: tree.at(p.on).id() })
            .collect();
        all.sort_unstable();
        all
    }

    /// Which of these no longer apply.
    pub(crate) fn no_longer(&self, before: &[Unmet]) -> Vec<Unmet> {
        let after = self.held_back();
        before.iter().filter(|waited| !after.contains(waited)).copied().collect()
    }
}
