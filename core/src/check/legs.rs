//! The steps of the check, written once: the verdict and every reason come from the same walk.
//!
//! `tables.rs` answers for whole sets of permissions at once; property tests compare it with this, and both with the
//! rule that `core/testkit` implements a second time.

use std::ops::ControlFlow;

use super::consented::MissingConsent;
use super::question::RuleBasis;
use super::{ProcessView, Question};
use crate::governance::rule::ScopePath;
use crate::governance::{ApprovalRule, Enforcement};
use crate::process::{Ix, Unmet};
use crate::types::Timestamp;

/// Something that prevents an act.
#[derive(Debug, Clone, Copy)]
pub(super) enum Obstacle<'a> {
    /// The item is not in the process.
    NoItem,
    /// Neither the permission rule nor administering the process allows it in this scope.
    NoWord(ScopePath),
    /// The process has been closed since then.
    Closed(Timestamp),
    /// The item, or something above it, is disabled.
    Disabled(Ix),
    /// A prerequisite is unmet.
    Waits(Unmet),
    /// Fewer approvals than a rule requires.
    Unapproved(&'a ApprovalRule, u8),
    /// A required purpose lacks a lawful basis.
    NoBasis(MissingConsent<'a>),
}

impl ProcessView {
    /// Walks the steps in order and reports each obstacle, until `meet` breaks off. Returns the access rule that allows
    /// the act, if there is one; `Break` if the walk was broken off. Without obstacles there is an access rule.
    pub(super) fn legs<'a>(
        &'a self,
        question: &Question,
        mut meet: impl FnMut(Obstacle<'a>) -> ControlFlow<()>,
    ) -> ControlFlow<(), Option<RuleBasis<'a>>> {
        let Question { permission, at, .. } = *question;
        let Some((ix, path)) = self.target(question) else {
            meet(Obstacle::NoItem)?;
            return ControlFlow::Continue(None);
        };
        let word = self.word(question, &path);
        if word.is_none() {
            meet(Obstacle::NoWord(path))?;
        }
        if let Some(closed) = self.closed_at(at).filter(|_| !permission.survives_closing()) {
            meet(Obstacle::Closed(closed))?;
        }
        if let Some(ix) = ix {
            if !self.process().tree().at(ix).enabled() && !permission.survives_disabling() {
                meet(Obstacle::Disabled(ix))?;
            }
            if permission.is_work() {
                self.unmet(ix, Enforcement::Enforced).try_for_each(|unmet| meet(Obstacle::Waits(unmet)))?;
            }
        }
        if self.asks_approval_of(permission) {
            for (rule, given) in self.behind(question, &path, None) {
                if given < rule.count {
                    meet(Obstacle::Unapproved(rule, given))?;
                }
            }
        }
        self.lacks(question, ix).try_for_each(|lack| meet(Obstacle::NoBasis(lack)))?;
        ControlFlow::Continue(word)
    }

    /// The access rule that allows the act, if there are no obstacles.
    pub(super) fn lets_in(&self, question: &Question) -> Option<RuleBasis<'_>> {
        self.legs(question, |_| ControlFlow::Break(())).continue_value().flatten()
    }
}
