//! The state of an organisation's stream.

use crate::journal::{Event as Recorded, EventData, Reliance};
use crate::kernel::ApplyFault;
use crate::kernel::{Documents, OfOrganisation, State};
use hashbrown::HashMap;

use super::{Event, RegisterEntry, StakeholderKind, TeamPolicy};
use crate::notice::{self, Notices};
use crate::types::{FileDigest, Localized, Map, OrganisationId, PersonId, TeamId, Timestamp, Window};

/// A membership: its intended time, and when it was ended early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The intended time.
    pub window: Window,
    /// When it was ended.
    pub ended: Option<Timestamp>,
    /// When it was recorded. It permits nothing before that time, whatever it states.
    pub recorded: Timestamp,
    /// Who recorded it.
    pub by: PersonId,
}

impl Span {
    /// Whether it is in force at a moment.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        let (from, until) = self.bounds();
        from <= at && at < until
    }

    /// The time for which it is actually in force.
    pub(crate) fn bounds(&self) -> (Timestamp, Timestamp) {
        let until = self.window.until().unwrap_or(Timestamp::MAX);
        let until = self.ended.map_or(until, |ended| ended.min(until));
        (self.window.from().max(self.recorded), until)
    }

    /// When it ends, or ended.
    fn end(&self) -> Timestamp {
        self.ended.unwrap_or(Timestamp::MAX).min(self.window.until().unwrap_or(Timestamp::MAX))
    }

    fn overlaps(&self, other: &Window) -> bool {
        let first_after = |window: &Window, ended: Option<Timestamp>| {
            ended.unwrap_or(Timestamp::MAX).min(window.until().unwrap_or(Timestamp::MAX))
        };
        self.window.from() < first_after(other, None) && other.from() < first_after(&self.window, self.ended)
    }
}

/// Who is a member, and when; nobody is ever removed, so any past moment can be queried.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Members(HashMap<PersonId, Vec<Span>>);

impl Members {
    pub(crate) fn has(&self, person: PersonId, at: Timestamp) -> bool {
        self.0.get(&person).is_some_and(|spans| spans.iter().any(|span| span.holds_at(at)))
    }

    /// The number of members at a moment.
    fn count(&self, at: Timestamp) -> usize {
        self.0.values().filter(|spans| spans.iter().any(|span| span.holds_at(at))).count()
    }

    pub(super) fn overlap(&self, person: PersonId, window: &Window) -> bool {
        self.0.get(&person).is_some_and(|spans| spans.iter().any(|span| span.overlaps(window)))
    }

    /// Whether somebody is a member, will be, or was until a short time before.
    fn had(&self, person: PersonId, at: Timestamp) -> bool {
        self.0.get(&person).is_some_and(|spans| spans.iter().any(|span| is_recent(span.end(), at)))
    }

    fn add(&mut self, person: PersonId, window: Window, recorded: Timestamp, by: PersonId) {
        self.0.entry(person).or_default().push(Span { window, ended: None, recorded, by });
    }

    /// All memberships of one person.
    fn of(&self, person: PersonId) -> impl Iterator<Item = &Span> {
        self.0.get(&person).into_iter().flatten()
    }

    /// Whether a person is a member and nobody has ended it, by the order of the events.
    fn stands(&self, person: PersonId) -> bool {
        self.of(person).any(|span| span.ended.is_none())
    }

    fn end(&mut self, person: PersonId, at: Timestamp) {
        for span in self.0.get_mut(&person).into_iter().flatten().filter(|span| span.holds_at(at)) {
            span.ended = Some(at);
        }
    }

    /// Ends current and future memberships.
    fn end_all(&mut self, person: PersonId, at: Timestamp) {
        let to_come =
            |span: &&mut Span| span.ended.is_none() && span.window.until().is_none_or(|until| at < until);
        for span in self.0.get_mut(&person).into_iter().flatten().filter(to_come) {
            span.ended = Some(at);
        }
    }

    /// Ends everybody's current and future memberships.
    fn end_everyone(&mut self, at: Timestamp) {
        let people: Vec<PersonId> = self.0.keys().copied().collect();
        people.into_iter().for_each(|person| self.end_all(person, at));
    }

    /// Ordered by person.
    pub(crate) fn spans(&self) -> impl Iterator<Item = (PersonId, Span)> {
        let all = self.0.iter().flat_map(|(person, spans)| spans.iter().map(|span| (*person, *span)));
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|(person, _)| *person);
        all.into_iter()
    }
}

/// For how many days somebody who left still counts as belonging, where a conflict of interest matters: leaving for one
/// act and coming back does not count as leaving. It is the month that a data subject waits for an answer at most (GDPR
/// Art. 12(3)), so that nobody performs an act for one side and answers it for the other.
const LEFT_DAYS: u32 = 30;

fn is_recent(end: Timestamp, at: Timestamp) -> bool {
    end.plus_days(LEFT_DAYS) > at
}

/// An operator's verification of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Its entry in a public register.
    pub register: RegisterEntry,
    /// The SHA-256 of the evidence that the operator saw.
    pub evidence: Option<FileDigest>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// The event of the host's stream that made the actor an operator.
    pub(crate) host: Option<Reliance>,
}

/// A team of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// What kind of stakeholder it is.
    pub kind: StakeholderKind,
    /// Its name.
    pub name: Localized,
    /// Who created it and leads it.
    pub lead: PersonId,
    /// When it was closed.
    pub closed: Option<Timestamp>,
    pub(crate) members: Members,
}

impl Team {
    /// Whether a person is in the team at a moment.
    #[must_use]
    pub fn has_member(&self, person: PersonId, at: Timestamp) -> bool {
        self.members.has(person, at)
    }

    /// How many people are in the team at a moment.
    #[must_use]
    pub fn member_count(&self, at: Timestamp) -> usize {
        self.members.count(at)
    }

    /// Everyone who ever was or will be in the team, with each membership.
    pub fn members(&self) -> impl Iterator<Item = (PersonId, Span)> {
        self.members.spans()
    }
}

/// An organisation: its administrators, members, teams and notices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What kind of stakeholder it is.
    pub kind: StakeholderKind,
    /// Its name.
    pub name: Localized,
    /// Who may create teams in it.
    pub team_creation: TeamPolicy,
    /// The verification, if there is one.
    pub verified: Option<Box<Verification>>,
    pub(super) administrators: Members,
    pub(super) members: Members,
    pub(super) teams: Map<TeamId, Team>,
    notices: Notices,
}

impl Organisation {
    /// The state after a stream's first event, if that event registers an organisation.
    pub(crate) fn begin(id: OrganisationId, at: Timestamp, founder: PersonId, event: &Event) -> Option<Self> {
        let Event::OrganisationRegistered(founded) = event else { return None };
        let mut administrators = Members::default();
        administrators.add(founder, Window::since(at), at, founder);
        Some(Self {
            id,
            kind: founded.kind,
            name: founded.name.clone(),
            team_creation: founded.team_creation,
            verified: None,
            administrators,
            members: Members::default(),
            teams: Map::new(),
            notices: Notices::default(),
        })
    }

    /// Applies the next event.
    pub(crate) fn apply(&mut self, at: Timestamp, actor: PersonId, event: &Event) {
        match event {
            // A stream is registered once; `decide` ensures it.
            Event::OrganisationRegistered(_) => {}
            Event::OrganisationEdited(e) => {
                if let Some(name) = &e.name {
                    self.name = name.clone();
                    // The verification was for the previous name.
                    self.verified = None;
                }
                self.team_creation = e.team_creation.unwrap_or(self.team_creation);
            }
            Event::OrganisationVerified(e) => {
                self.kind = e.kind;
                self.verified = Some(Box::new(Verification {
                    register: e.register.clone(),
                    evidence: e.evidence,
                    at,
                    by: actor,
                    host: e.relied_on.first().copied(),
                }));
            }
            Event::OrganisationUnverified(_) => self.verified = None,
            Event::AdministratorAppointed(e) => {
                if e.successor {
                    self.administrators.end_everyone(at);
                }
                self.administrators.add(e.person_id, Window::since(at), at, actor);
            }
            Event::AdministratorDismissed(e) => {
                self.administrators.end_all(e.person_id, at);
                self.leave_teams(e.person_id, at);
            }
            Event::MemberAdded(e) => self.members.add(e.person_id, e.window, at, actor),
            Event::MemberRemoved(e) => {
                self.members.end(e.person_id, at);
                self.leave_teams(e.person_id, at);
            }
            Event::TeamCreated(e) => {
                let (id, kind, name) = (e.team_id, e.kind, e.name.clone());
                self.teams.insert(
                    id,
                    Team { id, kind, name, lead: actor, closed: None, members: Members::default() },
                );
            }
            Event::TeamEdited(e) => {
                if let Some(team) = self.teams.get_mut(&e.team_id) {
                    team.name = e.name.clone();
                }
            }
            Event::TeamClosed(e) => drop(self.close(e.team_id, at)),
            Event::TeamMerged(e) => {
                let went = self.close(e.team_id, at);
                if let Some(into) = self.teams.get_mut(&e.into_team_id) {
                    for (person, window) in went.into_iter() {
                        if !into.members.overlap(person, &window) {
                            into.members.add(person, window, at, actor);
                        }
                    }
                }
            }
            Event::TeamMemberAdded(e) => {
                if let Some(team) = self.teams.get_mut(&e.team_id) {
                    team.members.add(e.person_id, e.window, at, actor);
                }
            }
            Event::TeamMemberRemoved(e) => {
                if let Some(team) = self.teams.get_mut(&e.team_id) {
                    team.members.end(e.person_id, at);
                }
            }
        }
    }

    /// Closes a team; returns current and future members with the rest of their memberships.
    fn close(&mut self, team: TeamId, at: Timestamp) -> Vec<(PersonId, Window)> {
        let Some(team) = self.teams.get_mut(&team) else { return Vec::new() };
        let standing = team.members.spans().filter(|(_, span)| span.end() > at);
        let went = standing.filter_map(|(person, span)| {
            let from = span.window.from().max(at);
            Some((person, Window::new(from, span.window.until()).ok()?))
        });
        let went = went.collect();
        team.members.end_everyone(at);
        team.closed = Some(at);
        went
    }

    /// Whoever leaves the organisation also leaves its teams.
    fn leave_teams(&mut self, person: PersonId, at: Timestamp) {
        if self.speaks_through(person, at) {
            return;
        }
        for team in self.teams.values_mut() {
            team.members.end_all(person, at);
        }
    }

    /// Applies an event of its notices; `None` if the notice is not known.
    pub(crate) fn apply_notice(
        &mut self,
        at: Timestamp,
        event: &notice::Event,
        documents: &dyn Documents,
    ) -> Option<()> {
        self.notices.apply(at, event, documents)
    }

    /// The privacy notices of the organisation.
    #[must_use]
    pub const fn notices(&self) -> &Notices {
        &self.notices
    }

    /// Whether a person administers the organisation now.
    #[must_use]
    pub fn is_administrator(&self, person: PersonId) -> bool {
        self.administrators.stands(person)
    }

    /// Whether a person administered the organisation at a moment.
    #[must_use]
    pub fn was_administrator(&self, person: PersonId, at: Timestamp) -> bool {
        self.administrators.has(person, at)
    }

    /// When a person belonged to the organisation, as a member or an administrator: in order, with adjacent times
    /// merged.
    pub(crate) fn belonging(&self, person: PersonId) -> Vec<(Timestamp, Timestamp)> {
        let spans = self.members.of(person).chain(self.administrators.of(person));
        let mut all: Vec<_> = spans.map(Span::bounds).filter(|(from, until)| from < until).collect();
        all.sort_unstable();
        let mut merged: Vec<(Timestamp, Timestamp)> = Vec::with_capacity(all.len());
        for (from, until) in all {
            match merged.last_mut() {
                Some((_, last)) if from <= *last => *last = until.max(*last),
                _ => merged.push((from, until)),
            }
        }
        merged
    }

    /// Whether a person is a member at a moment. An administrator need not be a member.
    #[must_use]
    pub fn has_member(&self, person: PersonId, at: Timestamp) -> bool {
        self.members.has(person, at)
    }

    /// Whether a person may act on behalf of the organisation: its members and administrators.
    #[must_use]
    pub fn speaks_through(&self, person: PersonId, at: Timestamp) -> bool {
        self.was_administrator(person, at) || self.has_member(person, at)
    }

    /// Whether a person belongs to the organisation in any way: as an administrator, a member, or the lead or a member
    /// of a team; now, in the future, or until a short time before.
    #[must_use]
    pub fn is_close_to(&self, person: PersonId, at: Timestamp) -> bool {
        let team = |team: &Team| team.lead == person || team.members.had(person, at);
        self.is_administrator(person)
            || self.administrators.had(person, at)
            || self.members.had(person, at)
            || self.teams.values().any(team)
    }

    /// A team by its id.
    #[must_use]
    pub fn team(&self, id: TeamId) -> Option<&Team> {
        self.teams.get(&id)
    }

    /// The current administrators, ordered by id.
    pub fn administrators(&self) -> impl Iterator<Item = PersonId> {
        self.administrators.spans().filter(|(_, span)| span.ended.is_none()).map(|(person, _)| person)
    }

    /// Everyone who ever was an administrator, with each time.
    pub fn administration(&self) -> impl Iterator<Item = (PersonId, Span)> {
        self.administrators.spans()
    }

    /// How many people are members at a moment.
    #[must_use]
    pub fn member_count(&self, at: Timestamp) -> usize {
        self.members.count(at)
    }

    /// Everyone who ever was or will be a member, with each membership.
    pub fn members(&self) -> impl Iterator<Item = (PersonId, Span)> {
        self.members.spans()
    }

    /// The teams, ordered by id.
    pub fn teams(&self) -> impl Iterator<Item = &Team> {
        self.teams.values()
    }
}

impl State for Organisation {
    type Id = OrganisationId;

    fn begin(id: OrganisationId, event: &Recorded, _: &dyn Documents) -> Result<Self, ApplyFault> {
        let EventData::Party(data) = &event.data else { return Err(ApplyFault::Creation) };
        Self::begin(id, event.head.at, event.head.actor, data).ok_or(ApplyFault::Creation)
    }

    fn follow(&mut self, event: &Recorded, documents: &dyn Documents) -> Result<(), ApplyFault> {
        match event.data.of_organisation().ok_or(ApplyFault::Stream)? {
            OfOrganisation::Party(Event::OrganisationRegistered(_)) => return Err(ApplyFault::Creation),
            OfOrganisation::Party(data) => self.apply(event.head.at, event.head.actor, data),
            OfOrganisation::Notice(data) => {
                self.apply_notice(event.head.at, data, documents).ok_or(ApplyFault::Stream)?;
            }
            OfOrganisation::Redaction => {}
        }
        Ok(())
    }
}
