//! What passes a gate, whatever it is called.
//!
//! Work waits for what is enforced and unmet. Whatever ends the waiting without the work being done passes the gate:
//! taking the prerequisite away, disabling what is waited for or the part of it that was not done, or a template that
//! does either. So the change is tried, and what was waited for before and is not after is what it passed.

use super::{Ix, Process, Unmet};
use crate::governance::Enforcement;

impl Process {
    /// What an item waits for that the model treats in this way, itself or because of what it lies in.
    #[doc(hidden)]
    pub fn unmet(&self, ix: Ix, enforcement: Enforcement) -> impl Iterator<Item = Unmet> {
        let (tree, policy) = (self.tree(), self.governance().model().document().prerequisites);
        let of_kind = tree.unmet(ix).filter(move |(_, p)| p.needs.enforcement(&policy) == enforcement);
        of_kind.map(|(holder, p)| Unmet { item: tree.at(holder).id, needs: p.needs, on: tree.at(p.on).id })
    }

    /// Everything that is waited for, enforced and unmet, wherever it stands in the tree.
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

    /// What of this is not waited for any more.
    pub(crate) fn no_longer(&self, before: &[Unmet]) -> Vec<Unmet> {
        let after = self.held_back();
        before.iter().filter(|waited| !after.contains(waited)).copied().collect()
    }
}
