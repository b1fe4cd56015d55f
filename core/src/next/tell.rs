//! Turns the steps that were found into views.

use super::view::{
    ApprovalsView, ConsentLackView, FactsView, MineBy, MineView, NextAct, NextReasonView, NextWaitView,
    RefersView, StepView,
};
use super::walk::{Found, Mine, Step, Walk};
use crate::check::ProcessView;
use crate::governance::rule::Source;
use crate::governance::{Act, ActName, Enforcement, Holder, Matter, Permission};
use crate::messages::{ReadIn, Slot, fill};
use crate::party::PartyName;
use crate::problem::Code;
use crate::process::{Ix, Needs, Open, Status, Unmet};
use crate::types::{ItemId, Key, Language, OrganisationId, PersonId, ReadText, TeamId, Timestamp};

/// How many people are named for each step or wait.
const MOST_PEOPLE: usize = 5;
/// How many interlinkers are shown for one task.
const MOST_INTERLINKERS: usize = 3;
/// How many waits are shown for one step, and how far they are followed to a task that can begin.
const MOST_WAITS: usize = 3;
const MOST_STEPS: usize = 64;

/// Writes texts in one language.
pub(crate) struct Explainer<'a> {
    pub(crate) books: ReadIn<'a>,
    pub(crate) language: Language,
    /// The names of purposes and teams.
    pub(crate) purpose: &'a dyn Fn(OrganisationId, &Key) -> Option<String>,
    pub(crate) team: &'a dyn Fn(OrganisationId, TeamId) -> Option<String>,
}

/// What a sentence can name.
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) facts: FactsView,
    pub(crate) item: Option<String>,
    pub(crate) on: Option<String>,
    pub(crate) process: Option<String>,
    pub(crate) organisation: Option<String>,
    pub(crate) purpose: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) team: Option<String>,
}

impl Explainer<'_> {
    pub(crate) fn why(&self, code: Code, said: Said) -> NextReasonView {
        let slot = |slot| match slot {
            Slot::Item => said.item.clone(),
            Slot::On => said.on.clone(),
            Slot::Process => said.process.clone(),
            Slot::Organisation => said.organisation.clone(),
            Slot::Purpose => said.purpose.clone(),
            Slot::Role => said.role.clone(),
            Slot::Team => said.team.clone(),
            Slot::Count => said.facts.count.map(|count| count.to_string()),
            Slot::Date => said.facts.date.map(|date| date.to_string()),
            Slot::Actor
            | Slot::Asset
            | Slot::Holder
            | Slot::Party
            | Slot::Principal
            | Slot::Rated
            | Slot::Stars => None,
        };
        let told = fill(code.as_str(), &self.books, slot);
        let (language, message) = told.unwrap_or_else(|| (Language::english(), code.help().to_owned()));
        NextReasonView { code, facts: said.facts, language, message }
    }
}

/// Which task, by which command, would end a wait, and who could do it.
#[derive(Clone)]
struct Unblock {
    first: Option<(Ix, ActName)>,
    roles: Vec<Key>,
    who: Vec<PersonId>,
    more: bool,
}

/// The steps of one person in one process, to be written.
pub(crate) struct Telling<'a> {
    walk: Walk<'a>,
    /// Results for one item, shared by everything that waits for it.
    unblock: Vec<(Ix, Unblock)>,
}

impl<'a> Telling<'a> {
    pub(crate) const fn new(walk: Walk<'a>) -> Self {
        Self { walk, unblock: Vec::new() }
    }

    const fn view(&self) -> &'a ProcessView {
        self.walk.view
    }

    fn name_of(&self, ix: Ix, explainer: &Explainer<'_>) -> ReadText {
        let process = self.walk.process();
        process.tree().at(ix).name().read(&explainer.language, &process.language()).into()
    }

    /// The view of a step.
    pub(crate) fn step(&mut self, found: &Found, explainer: &Explainer<'_>) -> StepView {
        let process = self.walk.process();
        let item = found.ix.map(|ix| process.tree().at(ix).id);
        let called: ReadText = process.name().read(&explainer.language, &process.language()).into();
        let name = found.ix.map_or_else(|| called.clone(), |ix| self.name_of(ix, explainer));
        let mut step = StepView {
            act: None,
            approvals: Vec::new(),
            chain: found.chain,
            consents: Vec::new(),
            due: found.due,
            frees: found.frees,
            group: found.group,
            interlinkers: Vec::new(),
            item,
            mine: None,
            name: None,
            organisation_id: None,
            overdue: found.overdue,
            process: Some(process.id()),
            ready: found.ready,
            refers: RefersView::default(),
            since: found.since,
            waits_for: Vec::new(),
            reasons: Vec::new(),
        };
        let say = |code, facts: FactsView| {
            let facts = FactsView { item, ..facts };
            let (item, process) = (Some(name.text.clone()), Some(called.text.clone()));
            explainer.why(code, Said { facts, item, process, ..Said::default() })
        };
        let act = self.act(found, &mut step);
        if let Some((code, count)) = main(found) {
            step.reasons.push(say(code, FactsView { count, ..FactsView::default() }));
        }
        self.mine(found, act.as_ref(), &mut step, explainer);
        let counted = |count| FactsView { count: Some(count), ..FactsView::default() };
        if let (true, date @ Some(_)) = (found.overdue, found.due) {
            step.reasons.push(say(Code::NextLate, FactsView { date, ..FactsView::default() }));
        }
        if found.frees > 0 {
            step.reasons.push(say(Code::NextFrees, counted(found.frees)));
        }
        if found.chain > 1 {
            step.reasons.push(say(Code::NextChain, counted(found.chain)));
        }
        if let (Some(ix), Step::Start | Step::Complete | Step::Claim) = (found.ix, found.step) {
            step.since = step.since.or_else(|| self.since(ix));
            if found.step == Step::Start && !self.walk.words.on(Some(ix)).contains(Permission::TaskStart) {
                step.reasons.push(say(Code::NextNotPermitted, FactsView::default()));
                self.others(ix, &mut step, explainer);
            }
            if !found.ready {
                self.waits(ix, &mut step, explainer);
                self.consents(ix, act.as_ref(), &mut step, explainer);
            } else if let Some(first) =
                self.view().recommendations(item, Some(explainer.language)).into_iter().next()
            {
                step.interlinkers = first.recommendations;
                step.interlinkers.truncate(MOST_INTERLINKERS);
            }
        }
        self.approvals(found, act, &mut step, explainer);
        step.name = Some(name);
        step
    }

    /// The act of a step, by its command and for the rules of approval.
    fn act(&self, found: &Found, step: &mut StepView) -> Option<Act> {
        let governance = self.walk.process().governance();
        let request = |id| governance.approval_requests().find(|request| request.id == id);
        let refers = &mut step.refers;
        let act = |name: ActName| {
            Some(Act { permission: name.permission(), item: step.item, matter: Matter::of(name) })
        };
        let act = match found.step {
            Step::Start => act(ActName::TaskStart),
            Step::Complete => act(ActName::TaskComplete),
            Step::Claim => act(ActName::ContributionClaim),
            Step::Award => act(ActName::PointsAward),
            Step::NoItems => act(ActName::ItemAdd),
            Step::NoRole | Step::NoTeam => act(ActName::RoleGrant),
            Step::NoDates(_) => act(ActName::ItemSchedule),
            Step::NoCatalogue => act(ActName::CatalogueAdopt),
            Step::Review(id) => {
                refers.contribution = Some(id);
                act(ActName::ContributionAccept)
            }
            Step::StopAssignment(id) => {
                refers.assignment = Some(id);
                act(ActName::AssignmentWithdraw)
            }
            Step::StopClaim(id) => {
                refers.contribution = Some(id);
                act(ActName::ContributionReturn)
            }
            Step::Decline(id) => {
                refers.participation = Some(id);
                act(ActName::ParticipationDecline)
            }
            Step::Admit(id) => {
                refers.participation = Some(id);
                let mut all = self.walk.process().work().participations();
                if let Some(asked) = all.find(|asked| asked.id == id) {
                    refers.roles = self.walk.roles_for(Holder::Person(asked.by)).cloned().collect();
                }
                step.act = Some(NextAct::PARTICIPATION_ACCEPT);
                None
            }
            Step::Approve(id) => {
                refers.approval = Some(id);
                refers.on = request(id).and_then(|request| request.act.matter.on);
                step.act = Some(NextAct::APPROVAL_GIVE);
                request(id).map(|request| request.act.clone())
            }
            Step::Asked(id) => {
                refers.approval = Some(id);
                refers.on = request(id).and_then(|request| request.act.matter.on);
                request(id).map(|request| request.act.clone())
            }
            Step::Owed(_) => None,
        };
        let name = act.as_ref().and_then(|act| act.matter.command);
        step.act = step.act.or(name.map(NextAct::from));
        act
    }

    /// Why a step is the person's.
    fn mine(&self, found: &Found, act: Option<&Act>, step: &mut StepView, explainer: &Explainer<'_>) {
        if let Some(Mine { assignment, team, .. }) = found.mine {
            let (by, code) = match team {
                None => (MineBy::Assignment, Code::NextAsked),
                Some(_) => (MineBy::Team, Code::NextTeamAsked),
            };
            let facts = FactsView { item: step.item, ..FactsView::default() };
            let called = team.and_then(|(team, organisation)| (explainer.team)(organisation, team));
            step.reasons.push(explainer.why(code, Said { facts, team: called, ..Said::default() }));
            let team = team.map(|(team, organisation)| team_name(team, organisation));
            step.mine = Some(MineView { assignment: Some(assignment), by, role: None, team });
            step.refers.assignment = step.refers.assignment.or(Some(assignment));
            return;
        }
        // An approver acts in the role that the approval rule names, not in the one that the act needs.
        let (Some(act), false) = (act, matches!(found.step, Step::Approve(_))) else { return };
        let question = self.walk.question(act.permission, act.item);
        let Some(word) = self.view().word(&question, &self.walk.path(found.ix)) else { return };
        let Source::Grant(nth) = word.line.source else { return };
        let role = self.walk.process().governance().grant_at(nth).map(|grant| grant.role.clone());
        let team = word.team.map(|team| team_name(team.id, team.organisation));
        step.mine = Some(MineView { assignment: None, by: MineBy::Role, role, team });
    }

    /// Since when a task is as it is: since it began, or since the last of its prerequisites was met.
    fn since(&self, ix: Ix) -> Option<Timestamp> {
        let process = self.walk.process();
        let tree = process.tree();
        let own = process.changed(tree.at(ix).id);
        let waited = tree.upwards(ix).flat_map(|holder| &tree.at(holder).prerequisites);
        let done = waited.filter_map(|wait| {
            let mut tasks = vec![wait.on];
            let mut last = None;
            while let Some(ix) = tasks.pop() {
                last = last.max(process.changed(tree.at(ix).id));
                tasks.extend(tree.parts(Some(ix)).iter().filter(|part| tree.at(**part).enabled));
            }
            last
        });
        own.or_else(|| done.max())
    }

    /// What it waits for, and who could end that.
    fn waits(&mut self, ix: Ix, step: &mut StepView, explainer: &Explainer<'_>) {
        let all: Vec<Unmet> = self.view().unmet(ix, Enforcement::Enforced).collect();
        let tree = self.walk.process().tree();
        for unmet in all.into_iter().take(MOST_WAITS) {
            let (Some(item), Some(on)) = (tree.ix(unmet.item), tree.ix(unmet.on)) else { continue };
            let waits = Some(self.name_of(item, explainer).text).filter(|_| self.walk.sees(Some(item)));
            if !self.walk.sees(Some(on)) || waits.is_none() {
                let facts = FactsView { item: step.item, ..FactsView::default() };
                let item = Some(self.name_of(ix, explainer).text);
                step.reasons
                    .push(explainer.why(Code::NextWaitsHidden, Said { facts, item, ..Said::default() }));
                continue;
            }
            let name = self.name_of(on, explainer);
            let facts = FactsView { item: Some(unmet.item), on: Some(unmet.on), ..FactsView::default() };
            let said = Said { facts, item: waits, on: Some(name.text.clone()), ..Said::default() };
            step.reasons.push(explainer.why(Code::NextWaits, said));
            let Unblock { first, roles, who, more } = self.unblock(on);
            step.waits_for.push(NextWaitView {
                act: first.map(|(_, name)| name.into()),
                first: first.map(|(ix, _)| tree.at(ix).id),
                item: unmet.item,
                more,
                name,
                needs: unmet.needs,
                on: unmet.on,
                roles,
                who: who.into_iter().map(person_name).collect(),
            });
        }
    }

    /// Who could start a task instead of the asker.
    fn others(&self, ix: Ix, step: &mut StepView, explainer: &Explainer<'_>) {
        let item = self.walk.process().tree().at(ix).id;
        let (who, more) = self.who(Permission::TaskStart, item);
        step.waits_for.push(NextWaitView {
            act: Some(ActName::TaskStart.into()),
            first: Some(item),
            item,
            more,
            name: self.name_of(ix, explainer),
            needs: Needs::InProgress,
            on: item,
            roles: self.roles(Permission::TaskStart),
            who: who.into_iter().map(person_name).collect(),
        });
    }

    fn unblock(&mut self, on: Ix) -> Unblock {
        if let Some((_, known)) = self.unblock.iter().find(|(known, _)| *known == on) {
            return known.clone();
        }
        let first = self.root(on).filter(|open| self.walk.sees(Some(open.ix)));
        let found = first.map_or_else(
            || Unblock { first: None, roles: Vec::new(), who: Vec::new(), more: false },
            |open| {
                let name = match open.status {
                    Status::Awaiting => ActName::TaskStart,
                    Status::InProgress | Status::Finished => ActName::TaskComplete,
                };
                let (who, more) = self.who(name.permission(), self.walk.process().tree().at(open.ix).id);
                Unblock { first: Some((open.ix, name)), roles: self.roles(name.permission()), who, more }
            },
        );
        self.unblock.push((on, found.clone()));
        found
    }

    /// The open task by which a wait could end: the first in the item that waits for nothing itself.
    fn root(&self, mut on: Ix) -> Option<Open> {
        let tree = self.walk.process().tree();
        for _ in 0..MOST_STEPS {
            let inside = |open: &&Open| tree.upwards(open.ix).any(|above| above == on);
            let mut inside = tree.outlook().open.iter().filter(inside).peekable();
            let first = **inside.peek()?;
            let free = |open: &&Open| self.view().unmet(open.ix, Enforcement::Enforced).next().is_none();
            if let Some(open) = inside.find(free) {
                return Some(*open);
            }
            let unmet = self.view().unmet(first.ix, Enforcement::Enforced).next()?;
            on = tree.ix(unmet.on)?;
        }
        None
    }

    fn roles(&self, permission: Permission) -> Vec<Key> {
        let roles = &self.walk.process().governance().model().document().roles;
        let with = roles.iter().filter(|(_, role)| role.permissions.contains(permission));
        with.map(|(key, _)| key.clone()).collect()
    }

    /// Some of the people who may do something now, and whether there are more. Only askers who may see the whole
    /// process may see who takes part.
    fn who(&self, permission: Permission, item: ItemId) -> (Vec<PersonId>, bool) {
        if !self.walk.sees(None) {
            return (Vec::new(), false);
        }
        let question = self.walk.question(permission, Some(item));
        let may = |actor: &PersonId| {
            self.view().check(&crate::check::Question { actor: *actor, ..question }).allowed()
        };
        let mut who: Vec<PersonId> =
            self.view().access.in_order().iter().copied().filter(may).take(MOST_PEOPLE + 1).collect();
        let more = who.len() > MOST_PEOPLE;
        who.truncate(MOST_PEOPLE);
        (who, more)
    }

    /// The missing consents. Another person's decisions are not shown here.
    fn consents(&self, ix: Ix, act: Option<&Act>, step: &mut StepView, explainer: &Explainer<'_>) {
        let Some(act) = act else { return };
        let question = self.walk.question(act.permission, act.item);
        for lack in self.view().lacks(&question, Some(ix)) {
            let purpose = lack.requirement.purpose.clone();
            let facts = FactsView { item: step.item, purpose: Some(purpose.clone()), ..FactsView::default() };
            let called = (explainer.purpose)(purpose.organisation_id, &purpose.purpose);
            let called = Some(called.unwrap_or_else(|| purpose.purpose.to_string()));
            step.reasons.push(
                explainer.why(Code::NextConsentMissing, Said { facts, purpose: called, ..Said::default() }),
            );
            let own = lack.subject == self.walk.asker.person;
            step.consents.push(ConsentLackView { own, purpose, requirement: lack.requirement.id });
        }
    }

    /// Who has approved it, and who could.
    fn approvals(&self, found: &Found, act: Option<Act>, step: &mut StepView, explainer: &Explainer<'_>) {
        let Some(act) = act else { return };
        let process = self.walk.process();
        let governance = process.governance();
        let by = if let Step::Approve(id) = found.step {
            governance.approval_requests().find(|request| request.id == id).map(|request| request.by)
        } else {
            None
        };
        let asked = found.step == Step::Claim || matches!(found.step, Step::Review(_));
        if asked || !governance.model().asks_approval_of().contains(act.permission) {
            return;
        }
        let actor = by.unwrap_or(self.walk.asker.person);
        let question = crate::check::Question { actor, ..self.walk.question(act.permission, act.item) };
        let Some((_, path)) = self.view().target(&question) else { return };
        let people = if self.walk.sees(None) {
            self.view().who_may_approve(&act, actor, self.walk.asker.at)
        } else {
            Vec::new()
        };
        for (rule, given) in self.view().behind(&question, &path, Some(&act.matter)) {
            let missing = rule.count.saturating_sub(given);
            let at = self.walk.asker.at;
            let stands = |who: &&PersonId| self.view().stands_in(**who, &rule.by, &path, (at, at)).is_some();
            let who = people.iter().filter(stands).take(MOST_PEOPLE).copied().map(person_name);
            let who = if missing > 0 { who.collect() } else { Vec::new() };
            step.approvals.push(ApprovalsView { given, role: rule.by.clone(), wanted: rule.count, who });
            if missing > 0 && !found.ready {
                let read = |role: &crate::governance::RoleDefinition| {
                    role.name.read(&explainer.language, &process.language()).text.to_owned()
                };
                let role = governance.model().role(&rule.by).map(read);
                let facts = FactsView {
                    count: Some(missing.into()),
                    item: step.item,
                    role: Some(rule.by.clone()),
                    ..FactsView::default()
                };
                step.reasons
                    .push(explainer.why(Code::NextApprovalMissing, Said { facts, role, ..Said::default() }));
            }
        }
    }
}

/// The first reason, with its count; none if the reasons against it suffice.
const fn main(found: &Found) -> Option<(Code, Option<u32>)> {
    let code = match found.step {
        Step::Start if found.ready => Code::NextStart,
        Step::Complete if found.ready => Code::NextComplete,
        Step::Asked(_) if found.ready => Code::NextApproved,
        Step::Start | Step::Complete | Step::Asked(_) | Step::Owed(_) => return None,
        Step::Claim => Code::NextClaim,
        Step::Approve(_) => Code::NextApprove,
        Step::Review(_) => Code::NextReview,
        Step::Admit(_) | Step::Decline(_) => Code::NextParticipation,
        Step::Award => Code::NextAward,
        Step::StopAssignment(_) | Step::StopClaim(_) => Code::NextMustStop,
        Step::NoItems => Code::NextNoItems,
        Step::NoRole => Code::NextNoRole,
        Step::NoTeam => Code::NextNoTeam,
        Step::NoDates(many) => return Some((Code::NextNoDates, Some(many))),
        Step::NoCatalogue => Code::NextNoCatalogue,
    };
    Some((code, None))
}

/// A person, to be named where the vault can be read.
pub(crate) const fn person_name(person: PersonId) -> PartyName {
    PartyName { person_id: Some(person), team_id: None, organisation_id: None, host_id: None }
}

/// A team, to be named the same way.
pub(crate) const fn team_name(team: TeamId, organisation: OrganisationId) -> PartyName {
    PartyName { person_id: None, team_id: Some(team), organisation_id: Some(organisation), host_id: None }
}
