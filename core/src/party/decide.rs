//! What an organisation answers to a command.

use super::{
    AdministratorAppointed, AdministratorDismissed, Command, Event, MemberAdded, MemberRemoved, Organisation,
    OrganisationEdited, OrganisationFounded, PartyRefusal, StakeholderKind, Team, TeamCreated,
    TeamMemberAdded, TeamMemberRemoved, TeamPolicy,
};
use crate::kernel::Context;
use crate::kernel::Refused;
use crate::types::{HostId, OrganisationId, TeamId, Timestamp, Window};
use crate::vault::Party;

/// Decides a command; `organisation` is `None` only for the command that founds it.
pub(crate) fn decide(
    context: &mut Context<'_>,
    id: OrganisationId,
    organisation: Option<&Organisation>,
    command: &Command,
) -> Result<Event, Refused> {
    let Some(organisation) = organisation else {
        return match command {
            Command::FoundOrganisation(c) => {
                context.introduce(
                    &c.organisation,
                    Party::Organisation(id),
                    "organisation",
                    "/data/organisation",
                )?;
                Ok(OrganisationFounded { kind: c.kind, name: c.name.clone(), teams_by: c.teams_by }.into())
            }
            _ => Err(PartyRefusal::NotAdministrator.into()),
        };
    };
    Desk { context, organisation }.decide(command)
}

struct Desk<'a, 'c> {
    context: &'a mut Context<'c>,
    organisation: &'a Organisation,
}

impl<'a> Desk<'a, '_> {
    fn decide(&mut self, command: &Command) -> Result<Event, Refused> {
        let organisation = self.organisation;
        match command {
            Command::FoundOrganisation(_) => Err(PartyRefusal::NothingToChange.into()),
            Command::EditOrganisation(c) => {
                self.administrator()?;
                if c.name.is_none() && c.teams_by.is_none() {
                    return Err(PartyRefusal::NothingToChange.into());
                }
                Ok(OrganisationEdited { name: c.name.clone(), teams_by: c.teams_by }.into())
            }
            Command::AppointAdministrator(c) => {
                self.administrator()?;
                let person = self.context.person(&c.person, "/data/person")?;
                if organisation.is_administrator(person) {
                    return Err(PartyRefusal::AlreadyAdministrator.into());
                }
                Ok(AdministratorAppointed { person }.into())
            }
            Command::DismissAdministrator(c) => {
                self.administrator()?;
                let person = self.context.person(&c.person, "/data/person")?;
                if !organisation.is_administrator(person) {
                    return Err(PartyRefusal::NoAdministrator.into());
                }
                if organisation.administrators().count() == 1 {
                    return Err(PartyRefusal::LastAdministrator.into());
                }
                Ok(AdministratorDismissed { person }.into())
            }
            Command::AddMember(c) => {
                self.administrator()?;
                let person = self.context.person(&c.person, "/data/person")?;
                let window = self.window(c.from, c.until)?;
                if organisation.members.overlap(person, &window) {
                    return Err(PartyRefusal::AlreadyMember.into());
                }
                Ok(MemberAdded { person, window }.into())
            }
            Command::RemoveMember(c) => {
                let person = self.context.person(&c.person, "/data/person")?;
                if person != self.context.actor() {
                    self.administrator()?;
                }
                if !organisation.has_member(person, self.context.at()) {
                    return Err(PartyRefusal::NoMember.into());
                }
                Ok(MemberRemoved { person }.into())
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
                Ok(TeamCreated { kind: c.kind, name: c.name.clone(), team }.into())
            }
            Command::AddTeamMember(c) => {
                let team = self.team(&c.team)?;
                self.lead(team)?;
                let person = self.context.person(&c.person, "/data/person")?;
                let window = self.window(c.from, c.until)?;
                if team.members.overlap(person, &window) {
                    return Err(PartyRefusal::AlreadyMember.into());
                }
                Ok(TeamMemberAdded { person, team: team.id, window }.into())
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
                Ok(TeamMemberRemoved { person, team: team.id }.into())
            }
        }
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
        let (actor, policy) = (self.context.actor(), self.organisation.teams_by);
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

    fn window(&self, from: Option<Timestamp>, until: Option<Timestamp>) -> Result<Window, Refused> {
        Ok(Window::new(from.unwrap_or(self.context.at()), until).map_err(PartyRefusal::Window)?)
    }
}
