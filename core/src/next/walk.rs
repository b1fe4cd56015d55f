//! A walk over a process for one person: every act that is possible now, and every one that waits for something.
//!
//! Permissions come from the same structures as in [`check`](crate::check), and possibilities from the item's status;
//! so a step that is ready is one whose command would be accepted at that moment.

use super::question::Asker;
use super::rank::{Group, Place, Ranking};
use crate::check::{ProcessView, Question, RulesAlone};
use crate::governance::rule::ScopePath;
use crate::governance::{
    Act, ActName, ApprovalRequest, Enforcement, Holder, Matter, Permission, PermissionSet,
};
use crate::party::StakeholderKind;
use crate::process::{Ix, Open, Process, Status};
use crate::requirement::Requirement;
use crate::types::{
    ApprovalId, AssignmentId, ContributionId, Date, ItemId, Key, OrganisationId, ParticipationId, TeamId,
    Timestamp,
};
use crate::work::{Contribution, ContributionStatus, ParticipationStatus};

/// What a step is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A task that is awaiting.
    Start,
    /// A task that is in progress.
    Complete,
    /// Assigned work on a task for which the person has not claimed a contribution.
    Claim,
    /// Another person's act for which approval is asked.
    Approve(ApprovalId),
    /// The person's own act for which approval is asked.
    Asked(ApprovalId),
    /// A contribution that waits for review.
    Review(ContributionId),
    /// A request to take part that the person can accept.
    Admit(ParticipationId),
    /// A request to take part that the person can only decline.
    Decline(ParticipationId),
    /// A finished task whose contributors have no points yet.
    Award,
    /// An assignment that must stop because a required purpose has no legal basis.
    StopAssignment(AssignmentId),
    /// A claim that must stop for the same reason.
    StopClaim(ContributionId),
    /// The process has no items.
    NoItems,
    /// Only one party has a role.
    NoRole,
    /// No team has a role.
    NoTeam,
    /// Open tasks without a last day: their number.
    NoDates(u32),
    /// It has no catalogue.
    NoCatalogue,
    /// An obligation of a controller: the n-th of its list.
    Owed(u32),
}

/// Why a step is assigned to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mine {
    pub(crate) assignment: AssignmentId,
    /// The assigned team, if it is one.
    pub(crate) team: Option<(TeamId, OrganisationId)>,
    pub(crate) at: Timestamp,
}

/// A step that was found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// The index of its process.
    pub(crate) nth: u32,
    pub(crate) step: Step,
    pub(crate) ix: Option<Ix>,
    pub(crate) group: Group,
    pub(crate) ready: bool,
    pub(crate) since: Option<Timestamp>,
    pub(crate) due: Option<Date>,
    pub(crate) overdue: bool,
    pub(crate) mine: Option<Mine>,
    pub(crate) frees: u32,
    pub(crate) chain: u32,
}

/// Keeps the best steps, as many as are asked for.
pub(crate) struct Best {
    ranking: Ranking,
    limit: usize,
    kept: Vec<((Place, u32), Found)>,
    worst: Option<(Place, u32)>,
    total: u32,
}

impl Best {
    pub(crate) fn new(limit: usize) -> Self {
        Self { ranking: Ranking::shipped(), limit, kept: Vec::new(), worst: None, total: 0 }
    }

    pub(crate) fn offer(&mut self, found: Found) {
        let key = (self.ranking.place(&found), self.total);
        self.total = self.total.saturating_add(1);
        if self.worst.is_some_and(|worst| key > worst) {
            return;
        }
        self.kept.push((key, found));
        if self.kept.len() >= self.limit.saturating_mul(2).saturating_add(32) {
            self.tidy();
        }
    }

    fn tidy(&mut self) {
        self.kept.sort_unstable_by_key(|(key, _)| *key);
        self.kept.truncate(self.limit);
        if self.kept.len() == self.limit {
            self.worst = self.kept.last().map(|(key, _)| *key);
        }
    }

    /// The best in their order, and the total number.
    pub(crate) fn done(mut self) -> (Vec<Found>, u32) {
        self.tidy();
        (self.kept.into_iter().map(|(_, found)| found).collect(), self.total)
    }
}

/// One person in one process.
pub(crate) struct Walk<'a> {
    pub(crate) view: &'a ProcessView,
    pub(crate) asker: Asker,
    pub(crate) words: RulesAlone,
    nth: u32,
    /// The permissions that the model asks approvals for.
    asks: PermissionSet,
    /// The missing requirements for the person.
    lacking: Vec<&'a Requirement>,
    /// The person's assignments, by item.
    mine: Vec<(Ix, Mine)>,
}

impl<'a> Walk<'a> {
    /// Prepares a walk; `None` if the person has nothing to do: the process is closed, or they have no permissions.
    pub(crate) fn new(
        view: &'a ProcessView,
        nth: u32,
        asker: Asker,
        belongs: &mut dyn FnMut(OrganisationId, TeamId) -> bool,
    ) -> Option<Self> {
        // A command that is dated before the process's last event is recorded at that event's time.
        let asker = Asker { at: asker.at.max(view.stream.at), ..asker };
        if view.closed_at(asker.at).is_some() {
            return None;
        }
        let words = view.words_of(asker.person, asker.at);
        if matches!(words, RulesAlone::Same(PermissionSet::EMPTY)) {
            return None;
        }
        let process = view.process();
        let requirements = process.requirements().iter();
        let lacking =
            requirements.filter(|required| view.lack(required, asker.person, asker.at).is_some()).collect();
        let asks = process.governance().model().asks_approval_of();
        let mine = mine(process, asker, belongs);
        Some(Self { view, asker, words, nth, asks, lacking, mine })
    }

    pub(crate) fn run(&self, best: &mut Best) {
        self.approvals(best);
        self.reviews(best);
        self.participations(best);
        self.awards(best);
        self.stops(best);
        self.tasks(best);
        self.claims(best);
        self.set_up(best);
    }

    pub(crate) fn process(&self) -> &'a Process {
        self.view.process()
    }

    pub(crate) fn question(&self, permission: Permission, item: Option<ItemId>) -> Question {
        Question { actor: self.asker.person, permission, item, asset: None, at: self.asker.at }
    }

    fn id(&self, ix: Option<Ix>) -> Option<ItemId> {
        ix.map(|ix| self.process().tree().at(ix).id)
    }

    pub(crate) fn path(&self, ix: Option<Ix>) -> ScopePath {
        ix.map_or(ScopePath::PROCESS, |ix| self.process().tree().at(ix).path)
    }

    /// Whether the person may see an item, or the process as a whole.
    pub(crate) fn sees(&self, ix: Option<Ix>) -> bool {
        self.words.on(ix).contains(Permission::ProcessView)
            && (!self.asks.contains(Permission::ProcessView)
                || self.view.check(&self.question(Permission::ProcessView, self.id(ix))).allowed())
    }

    /// Whether the person may do exactly this now.
    fn can(&self, ix: Option<Ix>, matter: &Matter) -> bool {
        let Some(permission) = matter.command.map(ActName::permission) else { return false };
        let question = self.question(permission, self.id(ix));
        self.words.on(ix).contains(permission)
            && self.view.check(&question).allowed()
            && (!self.asks.contains(permission)
                || self.view.is_approved(&question, &self.path(ix), Some(matter)))
    }

    /// A ready step of this walk, without ranking data.
    const fn found(&self, step: Step, group: Group, ix: Option<Ix>, since: Option<Timestamp>) -> Found {
        Found {
            nth: self.nth,
            step,
            ix,
            group,
            ready: true,
            since,
            due: None,
            overdue: false,
            mine: None,
            frees: 0,
            chain: 0,
        }
    }

    /// Acts for which approval is asked: those of others that the person can approve, and their own.
    fn approvals(&self, best: &mut Best) {
        for request in self.process().governance().approval_requests() {
            let act = &request.act;
            let question = Question { actor: request.by, ..self.question(act.permission, act.item) };
            let Some((ix, path)) = self.view.target(&question) else { continue };
            if self.is_moot(act) || !self.sees(ix) || self.view.word(&question, &path).is_none() {
                continue;
            }
            // The request may be about the whole process, so its state is compared last.
            let is_approved = || self.view.is_approved_in_these_words(&question, &path, request);
            if request.by == self.asker.person {
                let approved = is_approved() && self.view.is_as_asked(request);
                let ready = approved && self.can(ix, &act.matter);
                if approved && !ready {
                    continue;
                }
                let group = if ready { Group::Decision } else { Group::Blocked };
                let found = self.found(Step::Asked(request.id), group, ix, Some(request.at));
                best.offer(Found { ready, frees: self.frees(act), ..found });
            } else if self.can_approve(request, &path) && !is_approved() && self.view.is_as_asked(request) {
                let found = self.found(Step::Approve(request.id), Group::Decision, ix, Some(request.at));
                best.offer(Found { frees: self.frees(act), ..found });
            }
        }
    }

    /// Whether the person can approve it in a role in which they have not approved it yet.
    fn can_approve(&self, request: &ApprovalRequest, path: &ScopePath) -> bool {
        let Asker { person, at, .. } = self.asker;
        let governance = self.process().governance();
        let stands = |role: &Key, since| self.view.stands_in(person, role, path, (since, at)).is_some();
        let same = |given: &&crate::governance::Approval| given.by == person && given.request == request.id;
        governance.model().approvals_for(request.act.permission).any(|rule| stands(&rule.by, at))
            && !governance
                .approvals()
                .filter(same)
                .any(|given| given.roles.iter().any(|role| stands(role, given.at)))
    }

    /// Whether an act has become pointless since approval was asked for.
    fn is_moot(&self, act: &Act) -> bool {
        let tree = self.process().tree();
        let item = act.item.and_then(|id| tree.item(id));
        let is = |status| item.is_some_and(|item| item.status() == status);
        match act.matter.command {
            Some(ActName::PrerequisiteWaive) => !item.is_some_and(|item| {
                let on = act.matter.on.and_then(|on| tree.ix(on));
                item.prerequisites.iter().any(|wait| Some(wait.on) == on && tree.is_unmet(wait))
            }),
            Some(ActName::TaskStart) => !is(Status::Awaiting),
            Some(ActName::TaskComplete) => !is(Status::InProgress),
            Some(ActName::TaskReopen) => !is(Status::Finished),
            Some(ActName::ProcessPublish) => {
                self.view.to_template(Key::of_copy(self.process().id()), 1).is_err()
            }
            // Any other act keeps its point.
            None
            | Some(
                ActName::ProcessEdit
                | ActName::ProcessClose
                | ActName::TemplateAdopt
                | ActName::CatalogueAdopt
                | ActName::GovernanceAdopt
                | ActName::ItemAdd
                | ActName::ItemEdit
                | ActName::ItemMove
                | ActName::TreeReplace
                | ActName::TaskEstimate
                | ActName::PrerequisiteAdd
                | ActName::PrerequisiteRemove
                | ActName::ItemDisable
                | ActName::ItemEnable
                | ActName::ItemSchedule
                | ActName::AssignmentMake
                | ActName::AssignmentWithdraw
                | ActName::AssignmentComplete
                | ActName::RoleGrant
                | ActName::RoleRevoke
                | ActName::ParticipationDecline
                | ActName::RestrictionPlace
                | ActName::RestrictionLift
                | ActName::AssetAdd
                | ActName::AssetEdit
                | ActName::AssetRevise
                | ActName::AssetDelete
                | ActName::AssetOpen
                | ActName::ContributionClaim
                | ActName::ContributionRecord
                | ActName::ContributionAccept
                | ActName::ContributionReturn
                | ActName::PointsAward
                | ActName::PointsReverse
                | ActName::PurposeRequire
                | ActName::PurposeRelease,
            ) => false,
        }
    }

    /// How many tasks can continue once the act is done.
    fn frees(&self, act: &Act) -> u32 {
        let tree = self.process().tree();
        let (Some(ActName::PrerequisiteWaive), Some(item)) = (act.matter.command, act.item) else {
            return u32::from(act.permission.is_work());
        };
        let waits_for_it_alone = |open: &&Open| {
            let mut unmet = self.view.unmet(open.ix, Enforcement::Enforced).peekable();
            unmet.peek().is_some() && unmet.all(|unmet| unmet.item == item && Some(unmet.on) == act.matter.on)
        };
        let count = tree.outlook().open.iter().filter(waits_for_it_alone).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    fn reviews(&self, best: &mut Best) {
        let own = self.process().governance().model().document().work.self_review;
        for claim in self.process().work().contributions() {
            let Some(ix) = self.process().tree().ix(claim.item) else { continue };
            let waits = claim.status == ContributionStatus::Claimed;
            if !waits || (claim.by == self.asker.person && !own) || !self.sees(Some(ix)) {
                continue;
            }
            let holder = Some(Holder::Person(claim.by));
            if self.can(Some(ix), &Matter { holder, ..Matter::of(ActName::ContributionAccept) }) {
                best.offer(self.found(Step::Review(claim.id), Group::Decision, Some(ix), Some(claim.at)));
            }
        }
    }

    fn participations(&self, best: &mut Best) {
        if !self.words.on(None).contains(Permission::RoleGrant) || !self.sees(None) {
            return;
        }
        for request in self.process().work().participations() {
            if request.status != ParticipationStatus::Open {
                continue;
            }
            let holder = Holder::Person(request.by);
            let declined = Matter { holder: Some(holder), ..Matter::of(ActName::ParticipationDecline) };
            let step = if self.roles_for(holder).next().is_some() {
                Step::Admit(request.id)
            } else if self.can(None, &declined) {
                Step::Decline(request.id)
            } else {
                continue;
            };
            best.offer(self.found(step, Group::Decision, None, Some(request.at)));
        }
    }

    /// The roles that the person can grant, on the whole process, to a person who acts for themselves.
    pub(crate) fn roles_for(&self, holder: Holder) -> impl Iterator<Item = &'a Key> {
        let held = self.words.on(None);
        let roles = self.process().governance().model().document().roles.iter();
        roles.filter_map(move |(key, role)| {
            let matter =
                Matter { holder: Some(holder), role: Some(key.clone()), ..Matter::of(ActName::RoleGrant) };
            let gives = role.holders.contains(&StakeholderKind::Citizen)
                && role.permissions.minus(held).is_empty()
                && self.can(None, &matter);
            gives.then_some(key)
        })
    }

    fn awards(&self, best: &mut Best) {
        let (tree, work) = (self.process().tree(), self.process().work());
        let mut all: Vec<&Contribution> = work.contributions().collect();
        all.sort_by_key(|contribution| contribution.item);
        for of_task in all.chunk_by(|a, b| a.item == b.item) {
            let Some(ix) = of_task.first().and_then(|first| tree.ix(first.item)) else { continue };
            let item = tree.at(ix);
            let awarded = || work.awards().any(|award| award.item == item.id && award.reversed.is_none());
            let pending = || of_task.iter().any(|found| found.status == ContributionStatus::Claimed);
            if item.status() != Status::Finished
                || !self.sees(Some(ix))
                || pending()
                || awarded()
                || crate::work::entries(of_task, work.complexity(item.id)).is_empty()
                || !self.can(Some(ix), &Matter::of(ActName::PointsAward))
            {
                continue;
            }
            let since = self.process().changed(item.id);
            best.offer(self.found(Step::Award, Group::Decision, Some(ix), since));
        }
    }

    /// Work that must stop; for administrators.
    fn stops(&self, best: &mut Best) {
        if self.process().requirements().is_empty()
            || !self.words.on(None).contains(Permission::ProcessAdminister)
        {
            return;
        }
        for stop in self.view.stops(self.asker.at) {
            let Some(ix) = self.process().tree().ix(stop.item) else { continue };
            let holder = Some(stop.holder);
            let (step, name) = match (stop.assignment, stop.contribution) {
                (Some(id), _) => (Step::StopAssignment(id), ActName::AssignmentWithdraw),
                (None, Some(id)) => (Step::StopClaim(id), ActName::ContributionReturn),
                (None, None) => continue,
            };
            if self.sees(Some(ix)) && self.can(Some(ix), &Matter { holder, ..Matter::of(name) }) {
                best.offer(self.found(step, Group::Duty, Some(ix), None));
            }
        }
    }

    /// The assignment for an item: the person's own before their teams'.
    fn mine(&self, ix: Ix) -> Option<Mine> {
        let from = self.mine.partition_point(|(at, _)| *at < ix);
        self.mine.get(from).filter(|(at, _)| *at == ix).map(|(_, mine)| *mine)
    }

    fn tasks(&self, best: &mut Best) {
        let policy = self.process().governance().model().document().prerequisites;
        let (by_order, by_status) =
            (policy.previous == Enforcement::Enforced, policy.status == Enforcement::Enforced);
        let today = self.asker.at.date();
        for open in &self.process().tree().outlook().open {
            let words = self.words.on(Some(open.ix));
            let mine = self.mine(open.ix);
            let (step, name) = match open.status {
                Status::Awaiting => (Step::Start, ActName::TaskStart),
                Status::InProgress | Status::Finished => (Step::Complete, ActName::TaskComplete),
            };
            let may = words.contains(name.permission());
            // An assignee need not be permitted to complete the task.
            if !may && (mine.is_none() || open.status != Status::Awaiting) || !self.sees(Some(open.ix)) {
                continue;
            }
            let held = (open.order_unmet && by_order) || (open.status_unmet && by_status);
            let ready = may && !held && !self.lacks(open.ix) && self.approved(open.ix, name);
            let overdue = open.end.is_some_and(|end| end < today);
            let group = match (ready, overdue && mine.is_some()) {
                (true, true) => Group::Overdue,
                (true, false) => Group::Possible,
                (false, _) => Group::Blocked,
            };
            let found = self.found(step, group, Some(open.ix), None);
            best.offer(Found { ready, due: open.end, overdue, mine, chain: open.chain, ..found });
        }
    }

    pub(crate) fn lacks(&self, ix: Ix) -> bool {
        self.lacking.iter().any(|required| self.view.covers(required, Some(ix)))
    }

    fn approved(&self, ix: Ix, name: ActName) -> bool {
        let permission = name.permission();
        !self.asks.contains(permission) || {
            let question = self.question(permission, self.id(Some(ix)));
            self.view.is_approved(&question, &self.path(Some(ix)), Some(&Matter::of(name)))
        }
    }

    /// Assigned work that the person has not claimed, on tasks that were begun.
    fn claims(&self, best: &mut Best) {
        let (tree, work) = (self.process().tree(), self.process().work());
        for (ix, mine) in &self.mine {
            let item = tree.at(*ix);
            let said = |claim: &Contribution| {
                claim.by == self.asker.person
                    && claim.item == item.id
                    && match claim.status {
                        ContributionStatus::Claimed | ContributionStatus::Accepted { .. } => true,
                        ContributionStatus::Withdrawn { .. } | ContributionStatus::Returned { .. } => false,
                    }
            };
            if item.status() == Status::Awaiting || work.contributions().any(said) || !self.sees(Some(*ix)) {
                continue;
            }
            if self.can(Some(*ix), &Matter::of(ActName::ContributionClaim)) {
                let found = self.found(Step::Claim, Group::Possible, Some(*ix), Some(mine.at));
                best.offer(Found { mine: Some(*mine), due: item.plan().end, ..found });
            }
        }
    }

    /// What the process lacks; for administrators.
    fn set_up(&self, best: &mut Best) {
        if !self.words.on(None).contains(Permission::ProcessAdminister) || !self.sees(None) {
            return;
        }
        let process = self.process();
        let mut lacks = |step, ix: Option<Ix>, permission| {
            if self.view.check(&self.question(permission, self.id(ix))).allowed() {
                best.offer(self.found(step, Group::SetUp, ix, None));
            }
        };
        let at = self.asker.at;
        let held = || process.governance().grants().filter(|grant| self.view.grant_holds(grant, at));
        let mut holders = held().map(|grant| grant.holder);
        let first = holders.next();
        if holders.all(|other| Some(other) == first) {
            lacks(Step::NoRole, None, Permission::RoleGrant);
        }
        if !held().any(|grant| matches!(grant.holder, Holder::Team { .. })) {
            lacks(Step::NoTeam, None, Permission::RoleGrant);
        }
        if process.tree().is_empty() {
            lacks(Step::NoItems, None, Permission::ItemAdd);
        }
        if let Some((ix, many)) = process.tree().outlook().undated {
            lacks(Step::NoDates(many), Some(ix), Permission::ItemSchedule);
        }
        if process.catalogue().is_none() {
            lacks(Step::NoCatalogue, None, Permission::ProcessAdminister);
        }
    }
}

/// The person's assignments, by item: for one task their own, otherwise that of a team of theirs.
fn mine(
    process: &Process,
    asker: Asker,
    belongs: &mut dyn FnMut(OrganisationId, TeamId) -> bool,
) -> Vec<(Ix, Mine)> {
    let mut all: Vec<(Ix, Mine)> = Vec::new();
    for assignment in process.work().assignments().filter(|assignment| assignment.is_open()) {
        let team = match assignment.holder {
            Holder::Person(person) if person == asker.person => None,
            Holder::Team { organisation_id: organisation, team_id: team } if belongs(organisation, team) => {
                Some((team, organisation))
            }
            Holder::Person(_) | Holder::Team { .. } => continue,
        };
        let Some(ix) = process.tree().ix(assignment.item) else { continue };
        all.push((ix, Mine { assignment: assignment.id, team, at: assignment.at }));
    }
    all.sort_by_key(|(ix, mine)| (*ix, mine.team.is_some(), mine.at));
    all.dedup_by_key(|(ix, _)| *ix);
    all
}
