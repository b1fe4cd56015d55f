//! The life of one process, step by step: how it begins, who joins, what is required.

use super::cast::Who;
use super::handler::{english, word};
use super::notice::{NEWS, TAKING_PART};
use super::town::{Act, SimulatedTown};
use super::work::Task;
use interlink::governance::{self, GrantRole, HolderRef, PermissionSet};
use interlink::kernel::{Action, Error};
use interlink::party::StakeholderKind;
use interlink::process::{self, CloseProcess, CreateProcess};
use interlink::requirement::{self, RequirePurpose};
use interlink::types::{HostId, ProcessId, Timestamp};

/// A participant of a process.
#[derive(Debug)]
pub(super) struct Party {
    pub(super) who: Who,
    pub(super) permissions: PermissionSet,
    /// The team through which they take part, if any.
    pub(super) team: Option<HostId>,
}

/// The next stage of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Begin,
    Invite,
    Require,
    Work,
    Close,
}

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// It could not be created.
    Refused,
    /// It stalled at a task.
    Stalled,
    /// All is done, but it was not closed.
    Open,
    Closed,
}

/// The result of a step.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Until(Timestamp),
    End(End),
}

/// One process, and how it proceeds.
#[derive(Debug)]
pub(super) struct Life {
    nth: usize,
    pub(super) process: Option<ProcessId>,
    /// The organisation whose notice applies here, by index; the founder's own, if any.
    pub(super) organisation: usize,
    pub(super) founder: Who,
    acting_for: Option<HostId>,
    pub(super) parties: Vec<Party>,
    /// The approximate number of hours between two acts.
    pace: u64,
    /// The chance at each task that nobody continues, in a thousand.
    pub(super) stall: u64,
    requires: bool,
    pub(super) task: Option<Task>,
    /// How often in a row an act was refused.
    pub(super) failures: u8,
    stage: Stage,
}

impl Life {
    /// Draws the founder of a process, and how it will proceed.
    pub(super) fn new(town: &mut SimulatedTown<'_>, nth: usize) -> Self {
        let random = &mut town.handler.random;
        let founders = &town.rules.founders;
        let places: Vec<usize> = (0..town.cast.organisations.len())
            .filter(|at| town.cast.organisations.get(*at).is_some_and(|o| founders.contains(&o.kind)))
            .collect();
        // If no organisation may be the founder, a citizen is, and the first organisation that joins provides the notice.
        let organisation = random.pick(&places).copied();
        let at_home = organisation.and_then(|at| town.cast.organisations.get(at));
        let founder = at_home.and_then(|organisation| random.pick(&organisation.staff).copied());
        let acting_for = at_home.map(|organisation| organisation.host_id.clone());
        let stall = if random.permille(550) { 0 } else { random.between(5, 60) };
        let (pace, requires) = (random.between(4, 96), random.permille(300));
        Self {
            nth,
            process: None,
            organisation: organisation.unwrap_or_default(),
            founder: founder.or_else(|| town.cast.citizen(&mut town.handler)).unwrap_or_default(),
            acting_for,
            parties: Vec::new(),
            pace,
            stall,
            requires,
            task: None,
            failures: 0,
            stage: Stage::Begin,
        }
    }

    /// Does the next step.
    pub(super) fn step(&mut self, town: &mut SimulatedTown<'_>) -> Result<Step, Error> {
        match self.stage {
            Stage::Begin => {
                self.create(town)?;
                if self.process.is_none() {
                    return Ok(Step::End(End::Refused));
                }
                self.stage = Stage::Invite;
            }
            Stage::Invite => {
                self.invite(town)?;
                self.stage = if self.requires { Stage::Require } else { Stage::Work };
            }
            Stage::Require => {
                self.require(town)?;
                self.stage = Stage::Work;
            }
            Stage::Work => {
                if let Some(end) = self.work(town)? {
                    if end == End::Stalled || town.handler.random.permille(150) {
                        return Ok(Step::End(end));
                    }
                    self.stage = Stage::Close;
                }
            }
            Stage::Close => {
                let closed = self.act(town, self.founder, process::Command::from(CloseProcess {}))?;
                return Ok(Step::End(if closed { End::Closed } else { End::Open }));
            }
        }
        Ok(Step::Until(self.pause(town)))
    }

    /// The time of the next step: after an interval by the pace, and now and then after weeks.
    fn pause(&self, town: &mut SimulatedTown<'_>) -> Timestamp {
        let quarters = town.handler.random.between(1, 8);
        let weeks = if town.handler.random.permille(15) { town.handler.random.between(2, 12) } else { 0 };
        town.handler.in_hours(self.pace * quarters / 4 + weeks * 7 * 24)
    }

    /// Gives a command for the process; returns whether it was accepted.
    pub(super) fn act(
        &self,
        town: &mut SimulatedTown<'_>,
        who: Who,
        action: impl Into<Action>,
    ) -> Result<bool, Error> {
        Ok(self.execute(town, who, action)?.is_some())
    }

    pub(super) fn execute(
        &self,
        town: &mut SimulatedTown<'_>,
        who: Who,
        action: impl Into<Action>,
    ) -> Result<Option<interlink::kernel::Executed>, Error> {
        let stream = self.process.map(Into::into);
        let executed = town.handler.act(&town.cast.name(who), stream, action)?;
        if executed.is_some() {
            town.cast.meet(who);
        }
        Ok(executed)
    }

    fn create(&mut self, town: &mut SimulatedTown<'_>) -> Result<(), Error> {
        let mut create = CreateProcess::new(
            town.rules.governance,
            town.language,
            english(format!("Simulated process {}", self.nth + 1))?,
        );
        create.template = Some(town.template);
        create.acting_for.clone_from(&self.acting_for);
        let executed = self.execute(town, self.founder, process::Command::from(create))?;
        self.process = executed.and_then(|executed| executed.process());
        let permissions = PermissionSet::ALL;
        self.parties.push(Party { who: self.founder, permissions, team: None });
        Ok(())
    }

    /// Roles for a team of the founder's organisation, for one or two of others, and for some citizens.
    fn invite(&mut self, town: &mut SimulatedTown<'_>) -> Result<(), Error> {
        let mut homes = vec![self.organisation];
        for _ in 0..town.handler.random.between(1, 2) {
            homes.push(town.handler.random.place(town.cast.organisations.len()));
        }
        homes.dedup();
        for home in homes {
            let Some(organisation) = town.cast.organisations.get(home) else { continue };
            let Some(team) = town.handler.random.pick(&organisation.teams) else { continue };
            let (team, kind, members) = (team.host_id.clone(), team.kind, team.members.clone());
            if self.acting_for.is_none() {
                self.organisation = home;
            }
            let holder = HolderRef::Team(team.clone());
            self.grant(town, holder, kind, &members, Some(&team))?;
        }
        for _ in 0..town.handler.random.between(1, 5) {
            let Some(who) = town.cast.citizen(&mut town.handler) else { continue };
            if self.parties.iter().any(|party| party.who == who) {
                continue;
            }
            let holder = HolderRef::Person(town.cast.name(who));
            self.grant(town, holder, StakeholderKind::Citizen, &[who], None)?;
            let soon = town.handler.in_days(0, 20);
            match town.handler.random.below(10) {
                0..=3 => town.wish(soon, who, self.organisation, Act::Answer(NEWS)),
                4 => town.wish(soon, who, self.organisation, Act::Object),
                _ => {}
            }
        }
        Ok(())
    }

    fn grant(
        &mut self,
        town: &mut SimulatedTown<'_>,
        holder: HolderRef,
        kind: StakeholderKind,
        people: &[Who],
        team: Option<&HostId>,
    ) -> Result<(), Error> {
        let Some(role) = town.rules.role_for(&mut town.handler, kind) else { return Ok(()) };
        let grant = GrantRole {
            acting_for: None,
            from: None,
            holder,
            item: None,
            role: role.key.clone(),
            until: None,
        };
        if self.act(town, self.founder, governance::Command::from(grant))? {
            for who in people {
                town.cast.meet(*who);
                self.parties.push(Party { who: *who, permissions: role.permissions, team: team.cloned() });
            }
        }
        Ok(())
    }

    /// Makes the process require consent, and asks the participants. The founder consents first.
    fn require(&mut self, town: &mut SimulatedTown<'_>) -> Result<(), Error> {
        town.answer_now(self.founder, self.organisation, TAKING_PART)?;
        let item = if town.handler.random.permille(500) { self.last_phase(town)? } else { None };
        let Some(home) = town.cast.organisations.get(self.organisation) else { return Ok(()) };
        let (organisation, purpose) = (home.host_id.clone(), word(TAKING_PART)?);
        let require = RequirePurpose { asset: None, item, organisation, purpose, data_subjects: Vec::new() };
        if !self.act(town, self.founder, requirement::Command::from(require))? {
            return Ok(());
        }
        for nth in 0..self.parties.len() {
            let Some(who) = self.parties.get(nth).map(|party| party.who) else { continue };
            if who == self.founder {
                continue;
            }
            if self.acting_for.is_some() && town.handler.random.permille(700) {
                town.ask(self.founder, who, self.organisation, TAKING_PART)?;
            }
            let soon = town.handler.in_days(0, 10);
            town.wish(soon, who, self.organisation, Act::Answer(TAKING_PART));
        }
        Ok(())
    }
}
