//! An organisation as its stream has made it.

use hashbrown::HashMap;

use super::{Event, RegisterEntry, StakeholderKind, TeamPolicy};
use crate::journal::Reliance;
use crate::kernel::Documents;
use crate::notice::{self, Notices};
use crate::types::{FileDigest, Localized, Map, OrganisationId, PersonId, TeamId, Timestamp, Window};

/// One time of belonging: as it was meant, and when it was ended before that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From when until when it was meant.
    pub window: Window,
    /// When it was ended.
    pub ended: Option<Timestamp>,
}

impl Span {
    pub(crate) const fn new(window: Window) -> Self {
        Self { window, ended: None }
    }

    /// Whether it holds at a moment.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.window.holds_at(at) && self.ended.is_none_or(|ended| at < ended)
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

/// Who belongs, and when; nobody is ever taken out, so any past moment can be asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Members(HashMap<PersonId, Vec<Span>>);

impl Members {
    pub(crate) fn has(&self, person: PersonId, at: Timestamp) -> bool {
        self.0.get(&person).is_some_and(|spans| spans.iter().any(|span| span.holds_at(at)))
    }

    pub(super) fn overlap(&self, person: PersonId, window: &Window) -> bool {
        self.0.get(&person).is_some_and(|spans| spans.iter().any(|span| span.overlaps(window)))
    }

    /// Whether somebody belongs, will belong, or did until a short time before.
    fn had(&self, person: PersonId, at: Timestamp) -> bool {
        self.0.get(&person).is_some_and(|spans| spans.iter().any(|span| is_recent(span.end(), at)))
    }

    fn add(&mut self, person: PersonId, window: Window) {
        self.0.entry(person).or_default().push(Span::new(window));
    }

    fn end(&mut self, person: PersonId, at: Timestamp) {
        for span in self.0.get_mut(&person).into_iter().flatten().filter(|span| span.holds_at(at)) {
            span.ended = Some(at);
        }
    }

    /// In the order of the people.
    pub(crate) fn spans(&self) -> impl Iterator<Item = (PersonId, Span)> {
        let all = self.0.iter().flat_map(|(person, spans)| spans.iter().map(|span| (*person, *span)));
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|(person, _)| *person);
        all.into_iter()
    }
}

/// For how many days after she left somebody still counts as belonging, where it matters that she does not: whoever leaves
/// for one act and comes back has not left. It is the month that a data subject has to wait for an answer at most (GDPR
/// Art. 12(3)), so that an act and the answer to it are not given from two sides of the same table.
const LEFT_DAYS: u32 = 30;

fn is_recent(end: Timestamp, at: Timestamp) -> bool {
    end.plus_days(LEFT_DAYS) > at
}

/// What an operator of the store verified an organisation to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Its entry in a public register.
    pub register: RegisterEntry,
    /// The SHA-256 of what the operator saw.
    pub evidence: Option<FileDigest>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// The event of the host's stream by which she was an operator.
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
    pub(crate) members: Members,
}

impl Team {
    /// Whether a person is in the team at a moment.
    #[must_use]
    pub fn has_member(&self, person: PersonId, at: Timestamp) -> bool {
        self.members.has(person, at)
    }

    /// Everyone who ever was or will be in the team, with each time of belonging.
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
    pub teams_by: TeamPolicy,
    /// What it was verified to be, if it was.
    pub verified: Option<Box<Verification>>,
    pub(super) administrators: Vec<PersonId>,
    /// Who administered it, and until when.
    dismissed: Vec<(PersonId, Timestamp)>,
    pub(super) members: Members,
    pub(super) teams: Map<TeamId, Team>,
    notices: Notices,
}

impl Organisation {
    /// The state after a stream's first event, if that event founds an organisation.
    pub(crate) fn begin(id: OrganisationId, founder: PersonId, event: &Event) -> Option<Self> {
        let Event::OrganisationFounded(founded) = event else { return None };
        Some(Self {
            id,
            kind: founded.kind,
            name: founded.name.clone(),
            teams_by: founded.teams_by,
            verified: None,
            administrators: vec![founder],
            dismissed: Vec::new(),
            members: Members::default(),
            teams: Map::new(),
            notices: Notices::default(),
        })
    }

    /// Takes in one more event.
    pub(crate) fn apply(&mut self, at: Timestamp, actor: PersonId, event: &Event) {
        match event {
            // A stream is founded once; `decide` sees to it.
            Event::OrganisationFounded(_) => {}
            Event::OrganisationEdited(e) => {
                if let Some(name) = &e.name {
                    self.name = name.clone();
                    // What was verified had the other name.
                    self.verified = None;
                }
                self.teams_by = e.teams_by.unwrap_or(self.teams_by);
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
                    self.administrators.clear();
                }
                self.administrators.push(e.person);
            }
            Event::AdministratorDismissed(e) => {
                self.administrators.retain(|person| *person != e.person);
                self.dismissed.push((e.person, at));
            }
            Event::MemberAdded(e) => self.members.add(e.person, e.window),
            Event::MemberRemoved(e) => self.members.end(e.person, at),
            Event::TeamCreated(e) => {
                let (id, kind, name) = (e.team, e.kind, e.name.clone());
                self.teams.insert(id, Team { id, kind, name, lead: actor, members: Members::default() });
            }
            Event::TeamMemberAdded(e) => {
                if let Some(team) = self.teams.get_mut(&e.team) {
                    team.members.add(e.person, e.window);
                }
            }
            Event::TeamMemberRemoved(e) => {
                if let Some(team) = self.teams.get_mut(&e.team) {
                    team.members.end(e.person, at);
                }
            }
        }
    }

    /// Takes in an event of its notices; `None` if the notice is not known.
    pub(crate) fn apply_notice(
        &mut self,
        at: Timestamp,
        event: &notice::Event,
        documents: &dyn Documents,
    ) -> Option<()> {
        self.notices.apply(at, event, documents)
    }

    /// What it tells people about their data.
    #[must_use]
    pub const fn notices(&self) -> &Notices {
        &self.notices
    }

    /// Whether a person administers the organisation.
    #[must_use]
    pub fn is_administrator(&self, person: PersonId) -> bool {
        self.administrators.contains(&person)
    }

    /// Whether a person is a member at a moment. An administrator need not be one.
    #[must_use]
    pub fn has_member(&self, person: PersonId, at: Timestamp) -> bool {
        self.members.has(person, at)
    }

    /// Whether a person may act in the organisation's name: its members and administrators.
    #[must_use]
    pub fn speaks_through(&self, person: PersonId, at: Timestamp) -> bool {
        self.is_administrator(person) || self.has_member(person, at)
    }

    /// Whether a person belongs to the organisation in any way: she administers it, is a member, or leads a team or is in
    /// one; or was to a short time before, or will be.
    #[must_use]
    pub fn is_close_to(&self, person: PersonId, at: Timestamp) -> bool {
        let team = |team: &Team| team.lead == person || team.members.had(person, at);
        self.is_administrator(person)
            || self.dismissed.iter().any(|(left, end)| *left == person && is_recent(*end, at))
            || self.members.had(person, at)
            || self.teams.values().any(team)
    }

    /// A team by its id.
    #[must_use]
    pub fn team(&self, id: TeamId) -> Option<&Team> {
        self.teams.get(&id)
    }

    /// The administrators.
    pub fn administrators(&self) -> impl Iterator<Item = PersonId> {
        self.administrators.iter().copied()
    }

    /// Everyone who ever was or will be a member, with each time of belonging.
    pub fn members(&self) -> impl Iterator<Item = (PersonId, Span)> {
        self.members.spans()
    }

    /// The teams, in the order of their ids.
    pub fn teams(&self) -> impl Iterator<Item = &Team> {
        self.teams.values()
    }
}
