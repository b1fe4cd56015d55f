//! The approvals of an act for which the governance model requires them.
//!
//! An approval is for one act ([`Act`]) exactly as it was requested, with what it concerns unchanged, and counts while
//! the approver holds, without interruption since then, a role that the model names. Nobody counts in a role that they
//! granted themselves, whether directly, through a team, or by joining a team on their own: that would be one pair of
//! eyes only. Nobody grants the founder's role; it comes with the process.

use super::explain::not_approved;
use super::seen;
use super::{Access, ProcessView, Question};
use crate::governance::rule::{AccessRule, ScopePath, Source};
use crate::governance::{Act, Approval, ApprovalRequest, ApprovalRule, Grant, Holder, Matter, Permission};
use crate::journal::Reliance;
use crate::kernel::Refused;
use crate::types::{ApprovalId, Key, OrganisationId, PersonId, Timestamp};

/// An approver of an act: the rules that they can count for, and the one for which they are counted.
struct Approver {
    counts_for: Vec<usize>,
    counted_for: Option<usize>,
}

impl ProcessView {
    /// Whether the model requires approvals for acts with this permission.
    pub(super) fn asks_approval_of(&self, permission: Permission) -> bool {
        self.process().governance().model().asks_approval_of().contains(permission)
    }

    /// Whether an act has enough approvals.
    pub(crate) fn is_approved(&self, question: &Question, path: &ScopePath, matter: Option<&Matter>) -> bool {
        is_enough(&self.behind(question, path, matter))
    }

    /// Refuses an act that is not approved; returns what the approvals rely on.
    pub(crate) fn require_approvals(
        &self,
        question: &Question,
        path: &ScopePath,
    ) -> Result<Vec<Reliance>, Refused> {
        if !self.asks_approval_of(question.permission) {
            return Ok(Vec::new());
        }
        let behind = self.behind(question, path, None);
        if !is_enough(&behind) {
            return Err(Box::new(not_approved(self, question, behind)).into());
        }
        let through = self.approving_through(question, path);
        Ok(through.filter_map(|organisation| self.parties.reliance(organisation)).collect())
    }

    /// Refuses acts that are not approved as what they are. `asked` contains the requests for exactly these acts, with
    /// what they concern unchanged.
    pub(crate) fn require_approved(
        &self,
        actor: PersonId,
        at: Timestamp,
        acts: &[Act],
        asked: &[&ApprovalRequest],
    ) -> Result<(), Refused> {
        let asks = self.process().governance().model().asks_approval_of();
        for act in acts.iter().filter(|act| asks.contains(act.permission)) {
            let question = Question { actor, permission: act.permission, item: act.item, asset: None, at };
            let path = self.target(&question).map_or(ScopePath::PROCESS, |(_, path)| path);
            let these: Vec<ApprovalId> =
                asked.iter().filter(|request| request.act == *act).map(|request| request.id).collect();
            let behind = self.behind_this(&question, &path, &these);
            if !is_enough(&behind) {
                return Err(Box::new(not_approved(self, &question, behind)).into());
            }
        }
        Ok(())
    }

    /// Whether what an act concerns is unchanged since its approvals were requested.
    pub(crate) fn is_as_asked(&self, request: &ApprovalRequest) -> bool {
        request.seen == seen(&request.act, self.process())
    }

    /// Whether exactly what was requested has enough approvals, as long as it is unchanged.
    pub(crate) fn is_approved_in_these_words(
        &self,
        question: &Question,
        path: &ScopePath,
        request: &ApprovalRequest,
    ) -> bool {
        is_enough(&self.behind_this(question, path, &[request.id]))
    }

    /// The number of approvals of an act, for each rule that requires some: those by holders of a role without
    /// interruption since, and the actor if they hold one. Nobody is counted twice, whatever roles they hold, and
    /// everybody is counted where they are needed. The exact command, and perhaps even the act, is not given, so the
    /// request with the most approvals is taken; the command is then compared with what was requested.
    pub(crate) fn behind(
        &self,
        question: &Question,
        path: &ScopePath,
        matter: Option<&Matter>,
    ) -> Vec<(&ApprovalRule, u8)> {
        let mut best = self.behind_this(question, path, &[]);
        let sum = |all: &[(&ApprovalRule, u8)]| {
            all.iter().map(|(rule, given)| u32::from(*given.min(&rule.count))).sum::<u32>()
        };
        let this = |approval: &&Approval| matter.is_none_or(|matter| approval.act.matter == *matter);
        for approval in self.approvers(question).filter(this) {
            let other = self.behind_this(question, path, &[approval.request]);
            if sum(&other) > sum(&best) {
                best = other;
            }
        }
        best
    }

    /// The number of approvals of the requests; without requests, the actor alone.
    fn behind_this(
        &self,
        question: &Question,
        path: &ScopePath,
        asked: &[ApprovalId],
    ) -> Vec<(&ApprovalRule, u8)> {
        let rules: Vec<&ApprovalRule> =
            self.process().governance().model().approvals_for(question.permission).collect();
        let stands = |person, rule: &ApprovalRule, since| {
            self.stands_in(person, &rule.by, path, (since, question.at)).is_some()
        };
        let those_where = |counts: &dyn Fn(&ApprovalRule) -> bool| {
            let counts_for = (0..).zip(&rules).filter(|(_, rule)| counts(rule)).map(|(at, _)| at).collect();
            Approver { counts_for, counted_for: None }
        };
        let approvers = self.approvers(question).filter(|approval| asked.contains(&approval.request));
        let mut backers: Vec<Approver> = approvers
            .map(|a| those_where(&|rule| a.roles.contains(&rule.by) && stands(a.by, rule, a.at)))
            .collect();
        backers.push(those_where(&|rule| stands(question.actor, rule, question.at)));
        for backer in 0..backers.len() {
            count(backer, &mut backers, &rules, &mut Vec::new());
        }
        let given = |at: usize| backers.iter().filter(|backer| backer.counted_for == Some(at)).count();
        let given = |at| u8::try_from(given(at)).unwrap_or(u8::MAX);
        rules.iter().enumerate().map(|(at, rule)| (*rule, given(at))).collect()
    }

    /// The organisations through whose teams the actor or an approver counts.
    pub(super) fn approving_through(
        &self,
        question: &Question,
        path: &ScopePath,
    ) -> impl Iterator<Item = OrganisationId> {
        let approvers = self.approvers(question).map(|approval| (approval.by, approval.at));
        let people: Vec<_> = approvers.chain([(question.actor, question.at)]).collect();
        let rules = self.process().governance().model().approvals_for(question.permission);
        rules.flat_map(move |rule| {
            let through =
                |(person, since)| self.stands_in(person, &rule.by, path, (since, question.at)).flatten();
            people.clone().into_iter().filter_map(through).collect::<Vec<_>>()
        })
    }

    /// The open approvals by others for this kind of act.
    fn approvers(&self, question: &Question) -> impl Iterator<Item = &Approval> {
        let (actor, permission, item) = (question.actor, question.permission, question.item);
        let open = self.process().governance().approvals();
        open.filter(move |approval| {
            approval.by != actor && (approval.act.permission, approval.act.item) == (permission, item)
        })
    }

    /// Everyone except the requester who could approve an act at a moment, ordered by pseudonym.
    pub(crate) fn who_may_approve(&self, act: &Act, asks: PersonId, at: Timestamp) -> Vec<PersonId> {
        let question = Question { actor: asks, permission: act.permission, item: act.item, asset: None, at };
        let Some((_, path)) = self.target(&question) else { return Vec::new() };
        let model = self.process().governance().model();
        let stands = |person: PersonId, role: &Key| self.stands_in(person, role, &path, (at, at)).is_some();
        let may = |person: &PersonId| {
            *person != asks && model.approvals_for(act.permission).any(|rule| stands(*person, &rule.by))
        };
        self.access.people().into_iter().filter(may).collect()
    }

    /// Whether a person holds a role that somebody else granted, on a scope, from one moment to another without
    /// interruption: directly (`Some(None)`), or through a team to which somebody else added the person.
    pub(crate) fn stands_in(
        &self,
        person: PersonId,
        role: &Key,
        path: &ScopePath,
        (since, at): (Timestamp, Timestamp),
    ) -> Option<Option<OrganisationId>> {
        let access: &Access = &self.access;
        let entry = access.person(person)?;
        let given = |line: &AccessRule| match line.source {
            Source::Grant(nth) => {
                let grant = self.process().governance().grant_at(nth);
                grant.is_some_and(|grant| grant.role == *role && (nth == 0 || grant.granted_by != person))
            }
            Source::Restriction(_) => false,
        };
        let stands = |lines: &[AccessRule]| {
            lines.iter().any(|line| {
                line.holds_at(since) && line.holds_at(at) && path.leads_through(line) && given(line)
            })
        };
        if stands(access.lines(&entry.own)) {
            return Some(None);
        }
        let mut memberships = access.memberships(entry).iter().filter(|membership| {
            membership.holds_at(since) && membership.holds_at(at) && membership.by != person
        });
        memberships.find_map(|membership| {
            let team = access.teams().get(membership.team)?;
            stands(access.lines(&team.lines)).then_some(Some(team.organisation))
        })
    }

    /// Whether a grant is in force at a moment, including the membership that it requires.
    pub(crate) fn grant_holds(&self, grant: &Grant, at: Timestamp) -> bool {
        let belongs = match (grant.organisation_id, grant.holder) {
            (Some(organisation), Holder::Person(person)) => {
                let found = self.parties.organisation(organisation);
                found.is_some_and(|stream| stream.state.speaks_through(person, at))
            }
            (None, _) | (_, Holder::Team { .. }) => true,
        };
        belongs && grant.holds_at(at)
    }
}

/// Whether every rule has the approvals that it requires.
fn is_enough(behind: &[(&ApprovalRule, u8)]) -> bool {
    behind.iter().all(|(rule, given)| *given >= rule.count)
}

/// Counts an approver for one of their rules, moving others to another of their rules where that makes room. Each rule
/// is tried once, and a model has few rules for one act, so this ends soon.
fn count(at: usize, backers: &mut [Approver], rules: &[&ApprovalRule], tried: &mut Vec<usize>) -> bool {
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
