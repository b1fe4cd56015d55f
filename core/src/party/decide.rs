//! Decides commands for an organisation.

use super::{
    AdministratorAppointed, AdministratorDismissed, Command, Event, MemberAdded, MemberRemoved, Organisation,
    OrganisationEdited, OrganisationRegistered, OrganisationUnverified, OrganisationVerified, PartyRefusal,
    StakeholderKind, Team, TeamClosed, TeamCreated, TeamEdited, TeamMemberAdded, TeamMemberRemoved,
    TeamMerged, TeamPolicy,
};
use crate::journal::Reliance;
use crate::kernel::Context;
use crate::kernel::Refused;
use crate::operator::OperatorRefusal;
use crate::party::Parties;
use crate::types::{HostId, OrganisationId, PersonId, TeamId, Timestamp, Window};
use crate::vault::Party;

/// What the engine looked up for a decision about an organisation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LookedUp<'a> {
    /// The organisations, and the operators of the host.
    pub(crate) parties: &'a Parties,
    /// The erased administrators, with the streams that record it.
    pub(crate) erased: &'a [(PersonId, Reliance)],
}

/// Decides a command; `organisation` is `None` only for the command that registers it.
pub(crate) fn decide(
    context: &mut Context<'_>,
    looked: LookedUp<'_>,
    id: OrganisationId,
    organisation: Option<&Organisation>,
    command: &Command,
) -> Result<Event, Refused> {
    let Some(organisation) = organisation else {
        return match command {
            Command::RegisterOrganisation(c) => {
                context.introduce(
                    &c.organisation,
                    Party::Organisation(id),
                    "organisation",
                    "/data/organisation",
                )?;
                Ok(OrganisationRegistered {
                    kind: c.kind,
                    name: c.name.clone(),
                    team_creation: c.team_creation,
                }
                .into())
            }
            Command::EditOrganisation(_)
            | Command::VerifyOrganisation(_)
            | Command::UnverifyOrganisation(_)
            | Command::AppointAdministrator(_)
            | Command::DismissAdministrator(_)
            | Command::AddMember(_)
            | Command::RemoveMember(_)
            | Command::CreateTeam(_)
            | Command::AddTeamMember(_)
            | Command::EditTeam(_)
            | Command::CloseTeam(_)
            | Command::MergeTeam(_)
            | Command::RemoveTeamMember(_) => Err(PartyRefusal::NotAdministrator.into()),
        };
    };
    Handler { context, organisation, looked }.decide(command)
}

struct Handler<'a, 'c> {
    context: &'a mut Context<'c>,
    organisation: &'a Organisation,
    looked: LookedUp<'a>,
}

impl<'a> Handler<'a, '_> {
    fn decide(&mut self, command: &Command) -> Result<Event, Refused> {
        let organisation = self.organisation;
        match command {
            Command::RegisterOrganisation(_) => Err(PartyRefusal::NothingToChange.into()),
            Command::EditOrganisation(c) => {
                self.administrator()?;
                if c.name.is_none() && c.team_creation.is_none() {
                    return Err(PartyRefusal::NothingToChange.into());
                }
                Ok(OrganisationEdited { name: c.name.clone(), team_creation: c.team_creation }.into())
            }
            Command::VerifyOrganisation(c) => {
                let relied_on = self.operator()?;
                let (evidence, kind, register) = (c.evidence, c.kind, c.register.clone());
                Ok(OrganisationVerified { evidence, kind, register, relied_on }.into())
            }
            Command::UnverifyOrganisation(_) => {
                let relied_on = self.operator()?;
                if organisation.verified.is_none() {
                    return Err(PartyRefusal::NotVerified.into());
                }
                Ok(OrganisationUnverified { relied_on }.into())
            }
            Command::AppointAdministrator(c) if !organisation.is_administrator(self.context.actor()) => {
                self.succession(&c.person)
            }
            Command::AppointAdministrator(c) => {
                let person = self.context.person(&c.person, "/data/person")?;
                if organisation.is_administrator(person) {
                    return Err(PartyRefusal::AlreadyAdministrator.into());
                }
                Ok(AdministratorAppointed { person_id: person, relied_on: Vec::new(), successor: false }
                    .into())
            }
            Command::DismissAdministrator(c) => {
                self.administrator()?;
                let person = self.context.person(&c.person, "/data/person")?;
                if !organisation.is_administrator(person) {
                    return Err(PartyRefusal::NoAdministrator.into());
                }
                if self.reachable().count() == 1 {
                    return Err(PartyRefusal::LastAdministrator.into());
                }
                Ok(AdministratorDismissed { person_id: person }.into())
            }
            Command::AddMember(c) => {
                self.administrator()?;
                let person = self.context.person(&c.person, "/data/person")?;
                let window = self.window(c.from, c.until)?;
                if organisation.members.overlap(person, &window) {
                    return Err(PartyRefusal::AlreadyMember.into());
                }
                Ok(MemberAdded { person_id: person, window }.into())
            }
            Command::RemoveMember(c) => {
                let person = self.context.person(&c.person, "/data/person")?;
                if person != self.context.actor() {
                    self.administrator()?;
                }
                if !organisation.has_member(person, self.context.at()) {
                    return Err(PartyRefusal::NoMember.into());
                }
                Ok(MemberRemoved { person_id: person }.into())
            }
            Command::CreateTeam(c) => {
                self.may_create_team()?;
                if c.kind != organisation.kind && c.kind != StakeholderKind::Citizen {
                    return Err(
                        PartyRefusal::TeamKind { organisation: organisation.kind, team: c.kind }.into()
                    );
                }
                let team = TeamId::from_bytes(self.context.new_id("interlink/team/1"));
                let party = Party::Team(team, organisation.id);
                self.context.introduce(&c.team, party, "team", "/data/team")?;
                Ok(TeamCreated { kind: c.kind, name: c.name.clone(), team_id: team }.into())
            }
            Command::EditTeam(c) => {
                let team = self.open_team(&c.team, "/data/team")?;
                self.lead(team)?;
                if team.name == c.name {
                    return Err(PartyRefusal::NothingToChange.into());
                }
                Ok(TeamEdited { name: c.name.clone(), team_id: team.id }.into())
            }
            Command::CloseTeam(c) => {
                let team = self.open_team(&c.team, "/data/team")?;
                self.lead(team)?;
                Ok(TeamClosed { team_id: team.id }.into())
            }
            Command::MergeTeam(c) => {
                let team = self.open_team(&c.team, "/data/team")?;
                self.lead(team)?;
                let into = self.open_team(&c.into, "/data/into")?;
                self.lead(into)?;
                if into.id == team.id || into.kind != team.kind {
                    return Err(PartyRefusal::TeamMerge.into());
                }
                Ok(TeamMerged { into_team_id: into.id, team_id: team.id }.into())
            }
            Command::AddTeamMember(c) => {
                let team = self.open_team(&c.team, "/data/team")?;
                self.lead(team)?;
                let person = self.context.person(&c.person, "/data/person")?;
                let window = self.window(c.from, c.until)?;
                if team.members.overlap(person, &window) {
                    return Err(PartyRefusal::AlreadyMember.into());
                }
                Ok(TeamMemberAdded { person_id: person, team_id: team.id, window }.into())
            }
            Command::RemoveTeamMember(c) => {
                let team = self.team(&c.team)?;
                let person = self.context.person(&c.person, "/data/person")?;
                if person != self.context.actor() {
                    self.lead(team)?;
                }
                if !team.has_member(person, self.context.at()) {
                    return Err(PartyRefusal::NoMember.into());
                }
                Ok(TeamMemberRemoved { person_id: person, team_id: team.id }.into())
            }
        }
    }

    /// The administrators who can still act.
    fn reachable(&self) -> impl Iterator<Item = PersonId> {
        let erased = self.looked.erased;
        self.organisation.administrators().filter(|person| !erased.iter().any(|(gone, _)| gone == person))
    }

    /// Checks that the actor is an operator of the store, and does not belong to the organisation.
    fn operator(&self) -> Result<Vec<Reliance>, Refused> {
        let (actor, at) = (self.context.actor(), self.context.at());
        let host = self.looked.parties.host().filter(|host| host.state.has(actor));
        if host.is_none() {
            return Err(OperatorRefusal::NotOperator.into());
        }
        if self.organisation.is_close_to(actor, at) {
            return Err(PartyRefusal::OwnOrganisation.into());
        }
        Ok(self.looked.parties.host_reliance().into_iter().collect())
    }

    /// An operator appoints an administrator if none is left.
    fn succession(&mut self, host_id: &HostId) -> Result<Event, Refused> {
        let actor = self.context.actor();
        if !self.looked.parties.host().is_some_and(|host| host.state.has(actor)) {
            return Err(PartyRefusal::NotAdministrator.into());
        }
        if self.reachable().next().is_some() {
            return Err(PartyRefusal::Administered.into());
        }
        let person = self.context.person(host_id, "/data/person")?;
        if person == actor {
            return Err(PartyRefusal::OwnOrganisation.into());
        }
        let erased = self.looked.erased.iter().map(|(_, reliance)| *reliance);
        let relied_on = self.looked.parties.host_reliance().into_iter().chain(erased).collect();
        Ok(AdministratorAppointed { person_id: person, relied_on, successor: true }.into())
    }

    fn administrator(&self) -> Result<(), Refused> {
        let is = self.organisation.is_administrator(self.context.actor());
        if is { Ok(()) } else { Err(PartyRefusal::NotAdministrator.into()) }
    }

    fn lead(&self, team: &Team) -> Result<(), Refused> {
        let actor = self.context.actor();
        let is = team.lead == actor || self.organisation.is_administrator(actor);
        if is { Ok(()) } else { Err(PartyRefusal::NotTeamLead.into()) }
    }

    fn may_create_team(&self) -> Result<(), Refused> {
        let (actor, policy) = (self.context.actor(), self.organisation.team_creation);
        let may = match policy {
            TeamPolicy::Anyone => true,
            TeamPolicy::Members => self.organisation.speaks_through(actor, self.context.at()),
            TeamPolicy::Administrators => self.organisation.is_administrator(actor),
        };
        if may { Ok(()) } else { Err(PartyRefusal::TeamPolicy { policy }.into()) }
    }

    fn team(&self, host_id: &HostId) -> Result<&'a Team, Refused> {
        let (team, _) = self.context.team(host_id, "/data/team")?;
        Ok(self.organisation.team(team).ok_or(PartyRefusal::ForeignTeam)?)
    }

    fn open_team(&self, host_id: &HostId, path: &'static str) -> Result<&'a Team, Refused> {
        let (team, _) = self.context.team(host_id, path)?;
        let team = self.organisation.team(team).ok_or(PartyRefusal::ForeignTeam)?;
        if team.closed.is_some() { Err(PartyRefusal::TeamClosed { path }.into()) } else { Ok(team) }
    }

    fn window(&self, from: Option<Timestamp>, until: Option<Timestamp>) -> Result<Window, Refused> {
        let (said, at) = (self.context.made_at(), self.context.at());
        Ok(Window::given(from, until, said, at).map_err(PartyRefusal::Window)?)
    }
}
