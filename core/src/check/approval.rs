//! Who stands behind an act that the governance model wants approved.

use super::{ProcessView, Question};
use crate::governance::ApprovalRule;
use crate::governance::rule::ScopePath;
use crate::types::OrganisationId;

/// One of those who stand behind an act: which of the rules she counts for, and for which she is counted.
struct Backer {
    counts_for: Vec<usize>,
    counted_for: Option<usize>,
}

impl ProcessView {
    pub(crate) fn approvals_permit(&self, question: &Question, path: &ScopePath) -> bool {
        let model = self.process().governance().model();
        !model.asks_approval_of().contains(question.permission)
            || self.behind(question, path).iter().all(|(rule, given)| *given >= rule.count)
    }

    /// How many stand behind an act, for each rule that asks for some: those who approved it in a role that
    /// they still hold, and the actor herself if she holds one. Nobody is counted twice, whatever roles she
    /// has, and everybody where she is needed.
    pub(crate) fn behind(&self, question: &Question, path: &ScopePath) -> Vec<(&ApprovalRule, u8)> {
        let rules: Vec<&ApprovalRule> =
            self.process().governance().model().approvals_for(question.permission).collect();
        let holds =
            |person, rule: &ApprovalRule| self.holds_role(person, &rule.by, path, question.at).is_some();
        let those_where = |counts: &dyn Fn(&ApprovalRule) -> bool| {
            let counts_for = (0..).zip(&rules).filter(|(_, rule)| counts(rule)).map(|(at, _)| at).collect();
            Backer { counts_for, counted_for: None }
        };
        let mut backers: Vec<Backer> = self
            .approvers(question)
            .map(|a| those_where(&|rule| a.roles.contains(&rule.by) && holds(a.by, rule)))
            .collect();
        backers.push(those_where(&|rule| holds(question.actor, rule)));
        for backer in 0..backers.len() {
            count(backer, &mut backers, &rules, &mut Vec::new());
        }
        let given = |at: usize| backers.iter().filter(|backer| backer.counted_for == Some(at)).count();
        let given = |at| u8::try_from(given(at)).unwrap_or(u8::MAX);
        rules.iter().enumerate().map(|(at, rule)| (*rule, given(at))).collect()
    }

    /// The organisations whose teams make the actor or an approver one of those who stand behind the act.
    pub(super) fn approving_through(
        &self,
        question: &Question,
        path: &ScopePath,
    ) -> impl Iterator<Item = OrganisationId> {
        let people: Vec<_> =
            self.approvers(question).map(|approval| approval.by).chain([question.actor]).collect();
        let rules = self.process().governance().model().approvals_for(question.permission);
        rules.flat_map(move |rule| {
            let through = |person| self.holds_role(person, &rule.by, path, question.at).flatten();
            people.clone().into_iter().filter_map(through).collect::<Vec<_>>()
        })
    }
}

/// Counts somebody for one of her rules, moving others to another rule of theirs where that makes room. A rule
/// is tried once on the way, and a model has few for one act, so this ends soon.
fn count(at: usize, backers: &mut [Backer], rules: &[&ApprovalRule], tried: &mut Vec<usize>) -> bool {
    let counts_for = backers.get(at).map(|backer| backer.counts_for.clone()).unwrap_or_default();
    for rule in counts_for {
        if tried.contains(&rule) {
            continue;
        }
        tried.push(rule);
        let counted: Vec<usize> = (0..)
            .zip(backers.iter())
            .filter(|(_, backer)| backer.counted_for == Some(rule))
            .map(|(other, _)| other)
            .collect();
        let full = rules.get(rule).is_none_or(|rule| counted.len() >= usize::from(rule.count));
        if !full || counted.into_iter().any(|other| count(other, backers, rules, tried)) {
            if let Some(backer) = backers.get_mut(at) {
                backer.counted_for = Some(rule);
            }
            return true;
        }
    }
    false
}
