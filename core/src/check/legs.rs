//! The legs of the check, written once: yes and no, and every reason, come from the same walk.
//!
//! `tables.rs` asks the same of whole sets of permissions at once; property tests hold it to this, and both to the rule that
//! `core/testkit` writes a second time.

use std::ops::ControlFlow;

use super::consented::MissingConsent;
use super::question::RuleBasis;
use super::{ProcessView, Question};
use crate::governance::rule::ScopePath;
use crate::governance::{ApprovalRule, Enforcement};
use crate::process::{Ix, Unmet};
use crate::types::Timestamp;

/// Something that stands against what is asked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Obstacle<'a> {
    /// The item is none of the process.
    NoItem,
    /// Neither the permission rule lets her at this place, nor the administration of the process.
    NoWord(ScopePath),
    /// The process is closed since then.
    Closed(Timestamp),
    /// The item is disabled, or something that it lies in.
    Disabled(Ix),
    /// It waits.
    Waits(Unmet),
    /// Fewer stand behind the act than a rule asks for.
    Unapproved(&'a ApprovalRule, u8),
    /// There is no basis for data that it takes.
    NoBasis(MissingConsent<'a>),
}

impl ProcessView {
    /// Goes through the legs in their order and hands on what stands against it, for as long as more is wanted. Gives the word
    /// that lets her in, if there is one; `Break` where it was broken off. Where nothing stands against it there is a word.
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

    /// The word that lets her in, where nothing stands against it.
    pub(super) fn lets_in(&self, question: &Question) -> Option<RuleBasis<'_>> {
        self.legs(question, |_| ControlFlow::Break(())).continue_value().flatten()
    }
}
