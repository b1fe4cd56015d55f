//! Who takes part: organisations of three kinds with teams and members, and citizens.

use super::handler::{Handler, english, word};
use super::notice::notice;
use interlink::kernel::Error;
use interlink::notice::PublishNotice;
use interlink::party::{
    self, AddMember, AddTeamMember, CreateTeam, RegisterOrganisation, StakeholderKind, TeamPolicy,
};
use interlink::types::{DocumentId, HostId, OrganisationId};

/// The number of people in an organisation. The first is its administrator.
const STAFF: usize = 6;
/// The number of them in each of its teams.
const TEAM: usize = 3;
/// The number of citizens on the panel that a public administration hosts.
const PANEL: usize = 4;

/// A person, by index in the cast.
pub(super) type Who = usize;

/// A person who takes part in processes.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) host_id: HostId,
    /// Whether a command that named the person was accepted.
    pub(super) met: bool,
    /// Whether the person was erased; they never come back.
    pub(super) gone: bool,
}

#[derive(Debug)]
pub(super) struct Team {
    pub(super) host_id: HostId,
    pub(super) kind: StakeholderKind,
    pub(super) members: Vec<Who>,
}

#[derive(Debug)]
pub(super) struct Organisation {
    pub(super) id: OrganisationId,
    pub(super) host_id: HostId,
    pub(super) kind: StakeholderKind,
    pub(super) notice: DocumentId,
    pub(super) staff: Vec<Who>,
    pub(super) teams: Vec<Team>,
}

/// Everybody. People are found by index, so nothing depends on the order of a hash table.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) people: Vec<Person>,
    pub(super) organisations: Vec<Organisation>,
    /// The citizens: a range of the people.
    citizens: Vec<Who>,
}

/// The name of a kind of organisation, and how slowly its number grows with the square root of that of processes.
const KINDS: [(StakeholderKind, &str, u32); 3] = [
    (StakeholderKind::PublicAdministration, "city", 10),
    (StakeholderKind::NonprofitOrganisation, "association", 8),
    (StakeholderKind::ForprofitOrganisation, "company", 12),
];

/// The prefix of the name of every simulated organisation.
pub(super) const SIMULATED: &str = "Simulated";

impl Cast {
    /// Registers the organisations needed for this many processes, and prepares the citizens.
    pub(super) fn new(handler: &mut Handler<'_>, processes: u32) -> Result<Self, Error> {
        let mut cast = Self::default();
        let citizens = u64::from(processes) * 3 / 2 + 12;
        for nth in 0..citizens {
            let who = cast.add(&format!("citizen-{nth:04}"))?;
            cast.citizens.push(who);
        }
        for (kind, name, slowness) in KINDS {
            let mut nth = 0_u32;
            for _ in 0..2 + processes.isqrt() / slowness {
                // Another run on the same engine registers others.
                while handler.engine.party_of(&word(&format!("{name}-{nth:02}"))?)?.is_some() {
                    nth += 1;
                }
                cast.found(handler, kind, &format!("{name}-{nth:02}"))?;
            }
        }
        Ok(cast)
    }

    fn add(&mut self, name: &str) -> Result<Who, Error> {
        self.people.push(Person { host_id: word(name)?, met: false, gone: false });
        Ok(self.people.len() - 1)
    }

    fn found(&mut self, handler: &mut Handler<'_>, kind: StakeholderKind, name: &str) -> Result<(), Error> {
        let mut staff = Vec::with_capacity(STAFF);
        for nth in 0..STAFF {
            staff.push(self.add(&format!("{name}-staff-{nth}"))?);
        }
        let administrator = self.name(staff.first().copied().unwrap_or_default());
        let host_id: HostId = word(name)?;
        let found = RegisterOrganisation {
            kind,
            name: english(format!("{SIMULATED} {name}"))?,
            organisation: host_id.clone(),
            team_creation: TeamPolicy::Members,
        };
        let executed = handler.must(&administrator, None, party::Command::from(found))?;
        let Some(id) = executed.organisation() else { return Ok(()) };
        for who in &staff {
            let add = AddMember { from: None, person: self.name(*who), until: None };
            handler.must(&administrator, Some(id.into()), party::Command::from(add))?;
            self.meet(*who);
        }
        let notice = handler.engine.add_document(notice(name, kind)?)?;
        let publish = interlink::notice::Command::from(PublishNotice { notice });
        handler.must(&administrator, Some(id.into()), publish)?;
        let mut organisation = Organisation { id, host_id, kind, notice, staff, teams: Vec::new() };
        for (team, from) in [("handler", 0), ("field", STAFF - TEAM)] {
            let members = organisation.staff.iter().skip(from).take(TEAM).copied().collect();
            self.team(handler, &mut organisation, &format!("{name}-{team}"), kind, members)?;
        }
        if kind == StakeholderKind::PublicAdministration {
            let members = (0..PANEL).filter_map(|_| self.citizen(handler)).collect();
            self.team(
                handler,
                &mut organisation,
                &format!("{name}-panel"),
                StakeholderKind::Citizen,
                members,
            )?;
        }
        self.organisations.push(organisation);
        Ok(())
    }

    fn team(
        &mut self,
        handler: &mut Handler<'_>,
        organisation: &mut Organisation,
        name: &str,
        kind: StakeholderKind,
        mut members: Vec<Who>,
    ) -> Result<(), Error> {
        members.sort_unstable();
        members.dedup();
        let administrator = self.name(organisation.staff.first().copied().unwrap_or_default());
        let stream = Some(organisation.id.into());
        let team: HostId = word(name)?;
        let create = CreateTeam { kind, name: english(format!("Simulated {name}"))?, team: team.clone() };
        handler.must(&administrator, stream, party::Command::from(create))?;
        for who in &members {
            let add = AddTeamMember { from: None, person: self.name(*who), team: team.clone(), until: None };
            handler.must(&administrator, stream, party::Command::from(add))?;
            self.meet(*who);
        }
        organisation.teams.push(Team { host_id: team, kind, members });
        Ok(())
    }

    /// The host's id of a person.
    pub(super) fn name(&self, who: Who) -> HostId {
        #[expect(clippy::indexing_slicing, reason = "an index is only made by `add`, and nobody is removed")]
        self.people[who].host_id.clone()
    }

    /// Whether a person was erased.
    pub(super) fn is_gone(&self, who: Who) -> bool {
        self.people.get(who).is_none_or(|person| person.gone)
    }

    pub(super) fn meet(&mut self, who: Who) {
        if let Some(person) = self.people.get_mut(who) {
            person.met = true;
        }
    }

    /// Notes that a person was erased.
    pub(super) fn leave(&mut self, who: Who) {
        if let Some(person) = self.people.get_mut(who) {
            person.gone = true;
        }
    }

    /// A citizen who was not erased. Few take part often, most seldom.
    pub(super) fn citizen(&self, handler: &mut Handler<'_>) -> Option<Who> {
        let (one, other) =
            (handler.random.place(self.citizens.len()), handler.random.place(self.citizens.len()));
        self.citizens.get(one.min(other)).copied().filter(|who| !self.is_gone(*who))
    }
}
