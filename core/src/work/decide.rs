//! Decides commands on work and credit.

use super::points::entries;
use super::{
    AcceptContribution, AcceptParticipation, AskParticipation, AssignmentCompleted, AssignmentMade,
    AssignmentWithdrawn, AwardPoints, ClaimContribution, Command, CompleteAssignment, ConfirmContribution,
    Contribution, ContributionAccepted, ContributionClaimed, ContributionConfirmed, ContributionRecorded,
    ContributionReturned, ContributionStatus, ContributionWithdrawn, DeclineParticipation, EstimateTask,
    Event, MakeAssignment, Participation, ParticipationAccepted, ParticipationAsked, ParticipationDeclined,
    ParticipationStatus, PointsAwarded, PointsReversed, RecordContribution, ReturnContribution,
    ReversePoints, TaskEstimated, WithdrawAssignment, WithdrawContribution, Work, WorkRefusal,
};
use crate::check::{Authorization, ProcessView, Question};
use crate::governance::{self, Holder, HolderRef, Permission};
use crate::kernel::Context;
use crate::kernel::Refused;
use crate::party::{Parties, StakeholderKind};
use crate::process::{Item, ItemKind, Process, Status};
use crate::types::{
    AssetId, AssignmentId, AwardId, ContributionId, HostId, ItemId, OrganisationId, ParticipationId,
    PersonId, TeamId,
};

/// The effect of a command: on the work, and on the rules.
pub(crate) type Decided = Result<(Event, Option<governance::Event>), Refused>;

/// Decides a command on the work of a process.
pub(crate) fn decide(
    context: &mut Context<'_>,
    parties: &Parties,
    view: &ProcessView,
    command: &Command,
) -> Decided {
    let mut handler = Handler { context, parties, view };
    let event = match command {
        Command::MakeAssignment(c) => handler.assign(c),
        Command::WithdrawAssignment(c) => handler.withdraw_assignment(c),
        Command::CompleteAssignment(c) => handler.complete_assignment(c),
        Command::ClaimContribution(c) => handler.claim(c),
        Command::RecordContribution(c) => handler.record(c),
        Command::ConfirmContribution(c) => handler.confirm(c),
        Command::WithdrawContribution(c) => handler.withdraw_contribution(c),
        Command::AcceptContribution(c) => handler.accept(c),
        Command::ReturnContribution(c) => handler.give_back(c),
        Command::EstimateTask(c) => handler.weigh(c),
        Command::AwardPoints(c) => handler.award(c),
        Command::ReversePoints(c) => handler.reverse(c),
        Command::AskParticipation(c) => handler.ask(c),
        Command::AcceptParticipation(c) => return handler.admit(c),
        Command::DeclineParticipation(c) => handler.decline(c),
    };
    Ok((event?, None))
}

struct Handler<'a, 'c> {
    context: &'a mut Context<'c>,
    /// The view's organisations, and those that the command names.
    parties: &'a Parties,
    view: &'a ProcessView,
}

/// In whose name a person contributes.
struct Side {
    stakeholder_kind: StakeholderKind,
    team: Option<(TeamId, OrganisationId)>,
}

impl Handler<'_, '_> {
    fn process(&self) -> &Process {
        self.view.process()
    }

    fn work(&self) -> &Work {
        self.process().work()
    }

    fn require(&self, permission: Permission, item: Option<ItemId>) -> Result<Authorization, Refused> {
        let (actor, at) = (self.context.actor(), self.context.at());
        self.view.require(&Question { actor, permission, item, asset: None, at })
    }

    fn task(&self, id: ItemId) -> Result<&Item, Refused> {
        let item = self.process().tree().item(id).ok_or(WorkRefusal::ItemUnknown { item: id })?;
        if item.kind() == ItemKind::Task { Ok(item) } else { Err(WorkRefusal::NoTask.into()) }
    }

    fn asset(&self, asset: Option<AssetId>, item: ItemId) -> Result<(), Refused> {
        let Some(id) = asset else { return Ok(()) };
        let there = self.process().assets().on(item).any(|asset| asset.id == id);
        if there { Ok(()) } else { Err(WorkRefusal::AssetElsewhere.into()) }
    }

    fn is_in(&self, person: PersonId, team: TeamId, organisation: OrganisationId) -> bool {
        let found = self.parties.organisation(organisation).and_then(|stream| stream.state.team(team));
        found.is_some_and(|team| team.has_member(person, self.context.at()))
    }

    fn assign(&mut self, c: &MakeAssignment) -> Result<Event, Refused> {
        self.task(c.item)?;
        let mut pass = self.require(Permission::TaskAssign, Some(c.item))?;
        self.asset(c.asset, c.item)?;
        let holder = match &c.holder {
            HolderRef::Person(host_id) => {
                let person = self.context.person(host_id, "/data/holder/person")?;
                self.can_be_asked(person, c.item)?;
                self.view.relied_on_consents(&[person]).for_each(|reliance| pass.rely_on(reliance));
                Holder::Person(person)
            }
            HolderRef::Team(host_id) => {
                let (team, organisation) = self.context.team(host_id, "/data/holder/team")?;
                self.parties.open_team(organisation, team, "/data/holder/team")?;
                self.parties.reliance(organisation).into_iter().for_each(|reliance| pass.rely_on(reliance));
                Holder::Team { organisation_id: organisation, team_id: team }
            }
        };
        let same = |other: &super::Assignment| {
            other.is_open() && (other.item, other.asset, other.holder) == (c.item, c.asset, holder)
        };
        if self.work().assignments().any(same) {
            return Err(WorkRefusal::AssignmentExists.into());
        }
        let subject = match holder {
            Holder::Person(person) => person,
            Holder::Team { .. } => self.context.actor(),
        };
        Ok(AssignmentMade {
            asset: c.asset,
            assignment: AssignmentId::from_bytes(self.context.new_id("interlink/assignment/1")),
            holder,
            item: c.item,
            relied_on: pass.relied_on,
            text: c.text.as_ref().map(|text| self.context.commit(subject, text.as_str())),
        }
        .into())
    }

    /// Refuses a person whose data may not be processed for the purposes required there. For a team, each member is
    /// checked when they work.
    fn can_be_asked(&self, person: PersonId, item: ItemId) -> Result<(), Refused> {
        let (ix, at) = (self.process().tree().ix(item), self.context.at());
        let lacks: Vec<_> = self.view.lacks_of(person, ix, at).collect();
        if lacks.is_empty() {
            return Ok(());
        }
        let question =
            Question { actor: person, permission: Permission::TaskAssign, item: Some(item), asset: None, at };
        Err(Box::new(crate::check::cannot_be_asked(self.view, &question, lacks)).into())
    }

    fn assignment(&self, id: AssignmentId) -> Result<&super::Assignment, Refused> {
        let found = self.work().assignments().find(|assignment| assignment.id == id);
        let found = found.ok_or(WorkRefusal::AssignmentUnknown)?;
        if found.withdrawn.is_some() { Err(WorkRefusal::AssignmentWithdrawn.into()) } else { Ok(found) }
    }

    fn withdraw_assignment(&self, c: &WithdrawAssignment) -> Result<Event, Refused> {
        let assignment = self.open_assignment(c.assignment)?;
        let pass = if assignment.holder == Holder::Person(self.context.actor()) {
            Authorization::default()
        } else {
            self.require(Permission::TaskAssign, Some(assignment.item))?
        };
        Ok(AssignmentWithdrawn { assignment: c.assignment, relied_on: pass.relied_on }.into())
    }

    fn open_assignment(&self, id: AssignmentId) -> Result<&super::Assignment, Refused> {
        let found = self.assignment(id)?;
        if found.completed.is_some() { Err(WorkRefusal::AssignmentDone.into()) } else { Ok(found) }
    }

    /// An assignee may say whether an assignment is done; otherwise, a person who may make assignments.
    fn complete_assignment(&self, c: &CompleteAssignment) -> Result<Event, Refused> {
        let assignment = self.open_assignment(c.assignment)?;
        let pass = if self.is_asked(assignment) {
            let organisation = match assignment.holder {
                Holder::Person(_) => None,
                Holder::Team { organisation_id: organisation, .. } => self.parties.reliance(organisation),
            };
            let mut pass = Authorization::default();
            organisation.into_iter().for_each(|reliance| pass.rely_on(reliance));
            pass
        } else {
            self.require(Permission::TaskAssign, Some(assignment.item))?
        };
        Ok(AssignmentCompleted { assignment: c.assignment, relied_on: pass.relied_on }.into())
    }

    fn is_asked(&self, assignment: &super::Assignment) -> bool {
        match assignment.holder {
            Holder::Person(person) => person == self.context.actor(),
            Holder::Team { organisation_id: organisation, team_id: team } => {
                self.is_in(self.context.actor(), team, organisation)
            }
        }
    }

    /// Another person's contribution, in the words of the recorder. The contributor must be permitted to contribute
    /// there.
    fn record(&mut self, c: &RecordContribution) -> Result<Event, Refused> {
        self.task(c.item)?;
        let mut pass = self.require(Permission::ContributionReview, Some(c.item))?;
        let (actor, person) = (self.context.actor(), self.context.person(&c.person, "/data/person")?);
        if person == actor {
            return Err(WorkRefusal::RecordedOwn.into());
        }
        let (permission, at) = (Permission::ContributionClaim, self.context.at());
        let hers = Question { actor: person, permission, item: Some(c.item), asset: None, at };
        let hers = self.view.require(&hers)?;
        hers.relied_on.into_iter().for_each(|reliance| pass.rely_on(reliance));
        pass.despite = hers.despite;
        self.asset(c.asset, c.item)?;
        let side = self.side(person, c.team.as_ref(), &mut pass)?;
        let awarded = self.award_of(c.item);
        Ok(ContributionRecorded {
            asset: c.asset,
            awarded,
            contribution: ContributionId::from_bytes(self.context.new_id("interlink/contribution/1")),
            despite: pass.despite,
            item: c.item,
            kind: c.kind,
            organisation_id: side.team.map(|(_, organisation)| organisation),
            person_id: person,
            relied_on: pass.relied_on,
            stakeholder_kind: side.stakeholder_kind,
            team_id: side.team.map(|(team, _)| team),
            text: self.context.commit(person, c.text.as_str()),
        }
        .into())
    }

    fn confirm(&self, c: &ConfirmContribution) -> Result<Event, Refused> {
        let found = self.contribution(c.contribution)?;
        if found.by != self.context.actor() {
            return Err(WorkRefusal::ContributionNotReviewer.into());
        }
        let withdrawn = matches!(found.status, ContributionStatus::Withdrawn { .. });
        if found.recorded_by.is_none() || found.confirmed.is_some() || withdrawn {
            return Err(WorkRefusal::ContributionClosed.into());
        }
        Ok(ContributionConfirmed { contribution: c.contribution }.into())
    }

    fn claim(&mut self, c: &ClaimContribution) -> Result<Event, Refused> {
        self.task(c.item)?;
        let mut pass = self.require(Permission::ContributionClaim, Some(c.item))?;
        self.asset(c.asset, c.item)?;
        if let Some(id) = c.assignment {
            self.answers(id, c.item)?;
        }
        let actor = self.context.actor();
        let side = self.side(actor, c.team.as_ref(), &mut pass)?;
        let awarded = self.award_of(c.item);
        Ok(ContributionClaimed {
            asset: c.asset,
            assignment: c.assignment,
            awarded,
            contribution: ContributionId::from_bytes(self.context.new_id("interlink/contribution/1")),
            despite: pass.despite,
            item: c.item,
            kind: c.kind,
            organisation_id: side.team.map(|(_, organisation)| organisation),
            relied_on: pass.relied_on,
            stakeholder_kind: side.stakeholder_kind,
            team_id: side.team.map(|(team, _)| team),
            text: self.context.commit(actor, c.text.as_str()),
        }
        .into())
    }

    /// The valid award of a task.
    fn award_of(&self, item: ItemId) -> Option<AwardId> {
        let mut standing =
            self.work().awards().filter(|award| award.item == item && award.reversed.is_none());
        standing.next().map(|award| award.id)
    }

    /// An assignment is answered by its assignee, on its task.
    fn answers(&self, id: AssignmentId, item: ItemId) -> Result<(), Refused> {
        let assignment = self.assignment(id)?;
        if assignment.item != item {
            return Err(WorkRefusal::AssignmentUnknown.into());
        }
        if self.is_asked(assignment) { Ok(()) } else { Err(WorkRefusal::AssignmentNotAssignee.into()) }
    }

    /// In whose name a person contributes: the team they name; otherwise the stakeholder kind of their own grant;
    /// otherwise that of a team of theirs; otherwise as a citizen.
    fn side(
        &self,
        actor: PersonId,
        team: Option<&HostId>,
        pass: &mut Authorization,
    ) -> Result<Side, Refused> {
        let at = self.context.at();
        if let Some(host_id) = team {
            let (team, organisation) = self.context.team(host_id, "/data/team")?;
            let found = self.parties.organisation(organisation).and_then(|stream| stream.state.team(team));
            let found = found.filter(|team| team.has_member(actor, at)).ok_or(WorkRefusal::NotInTeam)?;
            self.parties.reliance(organisation).into_iter().for_each(|reliance| pass.rely_on(reliance));
            return Ok(Side { stakeholder_kind: found.kind, team: Some((team, organisation)) });
        }
        let governance = self.process().governance();
        let holding = || governance.grants().filter(|grant| grant.holds_at(at));
        let own = holding().find(|grant| grant.holder == Holder::Person(actor));
        let through = || {
            holding().find(|grant| match grant.holder {
                Holder::Team { organisation_id: organisation, team_id: team } => {
                    self.is_in(actor, team, organisation)
                }
                Holder::Person(_) => false,
            })
        };
        let kind = own.or_else(through).map_or(StakeholderKind::Citizen, |grant| grant.kind);
        Ok(Side { stakeholder_kind: kind, team: None })
    }

    fn contribution(&self, id: ContributionId) -> Result<&Contribution, Refused> {
        let found = self.work().contributions().find(|contribution| contribution.id == id);
        Ok(found.ok_or(WorkRefusal::ContributionUnknown)?)
    }

    /// A contribution that waits for review.
    fn open(&self, id: ContributionId) -> Result<&Contribution, Refused> {
        let found = self.contribution(id)?;
        match found.status {
            ContributionStatus::Claimed => Ok(found),
            ContributionStatus::Withdrawn { .. }
            | ContributionStatus::Accepted { .. }
            | ContributionStatus::Returned { .. } => Err(WorkRefusal::ContributionClosed.into()),
        }
    }

    fn withdraw_contribution(&self, c: &WithdrawContribution) -> Result<Event, Refused> {
        let found = self.contribution(c.contribution)?;
        if found.by != self.context.actor() {
            return Err(WorkRefusal::ContributionNotReviewer.into());
        }
        // The contributor may withdraw what others recorded and accepted without asking them.
        let accepted = matches!(found.status, ContributionStatus::Accepted { .. });
        let unsaid = found.recorded_by.is_some() && found.confirmed.is_none();
        if !(accepted && unsaid && self.award_of(found.item).is_none()) {
            self.open(c.contribution)?;
        }
        Ok(ContributionWithdrawn { contribution: c.contribution }.into())
    }

    /// The checks for both results of a review.
    fn review(&self, id: ContributionId) -> Result<(&Contribution, Authorization), Refused> {
        let contribution = self.open(id)?;
        let pass = self.require(Permission::ContributionReview, Some(contribution.item))?;
        let actor = self.context.actor();
        let own = contribution.by == actor || contribution.recorded_by == Some(actor);
        if own && !self.process().governance().model().document().work.self_review {
            return Err(WorkRefusal::OwnContribution.into());
        }
        Ok((contribution, pass))
    }

    fn accept(&self, c: &AcceptContribution) -> Result<Event, Refused> {
        let (_, pass) = self.review(c.contribution)?;
        let (contribution, level) = (c.contribution, c.level);
        Ok(ContributionAccepted { contribution, level, relied_on: pass.relied_on }.into())
    }

    fn give_back(&mut self, c: &ReturnContribution) -> Result<Event, Refused> {
        let (contribution, pass) = self.review(c.contribution)?;
        let subject = contribution.by;
        let reason = self.context.commit(subject, c.reason.as_str());
        Ok(ContributionReturned { contribution: c.contribution, reason, relied_on: pass.relied_on }.into())
    }

    fn weigh(&self, c: &EstimateTask) -> Result<Event, Refused> {
        self.task(c.item)?;
        let pass = self.require(Permission::ItemEdit, Some(c.item))?;
        if !c.complexity.is_valid() {
            return Err(WorkRefusal::Complexity.into());
        }
        if self.work().complexity(c.item) == c.complexity {
            return Err(WorkRefusal::NothingToChange.into());
        }
        Ok(TaskEstimated { complexity: c.complexity, item: c.item, relied_on: pass.relied_on }.into())
    }

    fn award(&self, c: &AwardPoints) -> Result<Event, Refused> {
        let status = self.task(c.item)?.status();
        let pass = self.require(Permission::ContributionReview, Some(c.item))?;
        if self.award_of(c.item).is_some() {
            return Err(WorkRefusal::AwardExists.into());
        }
        if status != Status::Finished {
            return Err(WorkRefusal::NotFinished { status }.into());
        }
        let on_task: Vec<&Contribution> =
            self.work().contributions().filter(|contribution| contribution.item == c.item).collect();
        let claims = on_task.iter().filter(|found| found.status == ContributionStatus::Claimed).count();
        if claims > 0 {
            return Err(WorkRefusal::ClaimsPending { claims }.into());
        }
        let entries = entries(&on_task, self.work().complexity(c.item));
        if entries.is_empty() {
            return Err(WorkRefusal::NoContribution.into());
        }
        let award = AwardId::from_bytes(self.context.new_id("interlink/award/1"));
        Ok(PointsAwarded { award, entries, item: c.item, relied_on: pass.relied_on }.into())
    }

    fn reverse(&mut self, c: &ReversePoints) -> Result<Event, Refused> {
        let award = self.work().awards().find(|award| award.id == c.award);
        let award = award.ok_or(WorkRefusal::AwardUnknown)?;
        let pass = self.require(Permission::ContributionReview, Some(award.item))?;
        if award.reversed.is_some() {
            return Err(WorkRefusal::AwardReversed.into());
        }
        let reason = self.context.commit(self.context.actor(), c.reason.as_str());
        Ok(PointsReversed { award: c.award, reason, relied_on: pass.relied_on }.into())
    }

    fn ask(&mut self, c: &AskParticipation) -> Result<Event, Refused> {
        let (actor, at) = (self.context.actor(), self.context.at());
        let open = |request: &Participation| request.status == ParticipationStatus::Open;
        if self.work().participations().any(|request| request.by == actor && open(request)) {
            return Err(WorkRefusal::ParticipationExists.into());
        }
        let governance = self.process().governance();
        if governance.grants().any(|grant| grant.holder == Holder::Person(actor) && grant.holds_at(at)) {
            return Err(WorkRefusal::ParticipationHeld.into());
        }
        let request = ParticipationId::from_bytes(self.context.new_id("interlink/participation/1"));
        let text = self.context.commit(actor, c.text.as_str());
        Ok(ParticipationAsked { request, text }.into())
    }

    fn request(&self, id: ParticipationId) -> Result<&Participation, Refused> {
        let open = |request: &&Participation| request.id == id && request.status == ParticipationStatus::Open;
        self.work().participations().find(open).ok_or_else(|| WorkRefusal::ParticipationUnknown.into())
    }

    /// Accepting grants a role: the same rules apply, and both happen or neither.
    fn admit(&mut self, c: &AcceptParticipation) -> Decided {
        let person = self.request(c.request)?.by;
        let wish = governance::Wish {
            holder: Holder::Person(person),
            acting_for: c.acting_for.as_ref(),
            role: &c.role,
            item: c.item,
        };
        let granted = governance::grant_for(self.context, self.parties, self.view, &wish)?;
        let reason = c.reason.as_ref().map(|reason| self.context.commit(person, reason.as_str()));
        let accepted = ParticipationAccepted { reason, relied_on: Vec::new(), request: c.request };
        Ok((accepted.into(), Some(granted)))
    }

    fn decline(&mut self, c: &DeclineParticipation) -> Result<Event, Refused> {
        let person = self.request(c.request)?.by;
        let pass = self.require(Permission::RoleGrant, None)?;
        let reason = self.context.commit(person, c.reason.as_str());
        Ok(ParticipationDeclined { reason, relied_on: pass.relied_on, request: c.request }.into())
    }
}
