//! Grants, restrictions and memberships of one process, compiled so that a question costs a few comparisons.

use std::ops::Range;

use hashbrown::HashMap;

use crate::governance::rule::{AccessRule, Ruling, Scope, ScopePath, Source, Standing, ruling, standing};
use crate::governance::{Grant, Holder, Permission, PermissionSet};
use crate::party::{Parties, Team};
use crate::process::Process;
use crate::types::{ItemId, OrganisationId, PersonId, TeamId, Timestamp, Window};

/// A team that has a grant or a restriction in the process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TeamAccess {
    pub(crate) id: TeamId,
    pub(crate) organisation: OrganisationId,
    pub(crate) lines: AccessRules,
}

/// The access rules of one party, and the permissions in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AccessRules {
    range: Range<usize>,
    speaks_of: PermissionSet,
}

/// A person with access rules of their own, or in a team that has some.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct PersonAccess {
    pub(crate) own: AccessRules,
    memberships: Range<usize>,
    /// Whether any access rule of the person or their teams concerns administering the process.
    pub(crate) may_administer: bool,
}

/// A team membership of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Membership {
    pub(crate) team: usize,
    /// Who added the person.
    pub(crate) by: PersonId,
    from: Timestamp,
    until: Timestamp,
}

impl Membership {
    pub(crate) fn holds_at(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }
}

/// The compiled whole. It depends only on the process's grants and restrictions and on the organisations of the teams
/// in them; work on tasks leaves it valid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Access {
    lines: Vec<AccessRule>,
    teams: Vec<TeamAccess>,
    people: HashMap<PersonId, PersonAccess>,
    /// The same people, ordered by id.
    in_order: Vec<PersonId>,
    memberships: Vec<Membership>,
}

impl Access {
    /// Compiles the grants and restrictions of a process with the memberships they reach.
    pub(crate) fn compile(process: &Process, parties: &Parties) -> Self {
        let mut lines = all_lines(process, parties);
        // The rules of each party are adjacent; the sort is stable, so equal rules keep their order.
        lines.sort_by_key(|(holder, _)| *holder);
        let mut access = Self::default();
        for group in lines.chunk_by(|(a, _), (b, _)| a == b) {
            let start = access.lines.len();
            access.lines.extend(group.iter().map(|(_, line)| *line));
            let speaks_of =
                group.iter().fold(PermissionSet::EMPTY, |set, (_, line)| set.union(line.permissions));
            let of_party = AccessRules { range: start..access.lines.len(), speaks_of };
            match group.first() {
                Some((Holder::Person(person), _)) => access.people.entry(*person).or_default().own = of_party,
                Some((Holder::Team { organisation_id: organisation, team_id: team }, _)) => {
                    access.teams.push(TeamAccess { id: *team, organisation: *organisation, lines: of_party });
                }
                None => {}
            }
        }
        access.join(parties);
        access
    }

    /// Adds the members of the teams.
    fn join(&mut self, parties: &Parties) {
        let mut members: Vec<(PersonId, Membership)> = Vec::new();
        for (nth, team) in self.teams.iter().enumerate() {
            let organisation = parties.organisation(team.organisation);
            let spans = organisation
                .and_then(|stream| stream.state.team(team.id))
                .into_iter()
                .flat_map(Team::members);
            members.extend(spans.map(|(person, span)| {
                let (from, until) = span.bounds();
                (person, Membership { team: nth, by: span.by, from, until })
            }));
        }
        members.sort_by_key(|(person, membership)| (*person, membership.team, membership.from));
        for group in members.chunk_by(|(a, _), (b, _)| a == b) {
            let Some((person, _)) = group.first() else { continue };
            let start = self.memberships.len();
            self.memberships.extend(group.iter().map(|(_, membership)| *membership));
            self.people.entry(*person).or_default().memberships = start..self.memberships.len();
        }
        self.in_order = self.people.keys().copied().collect();
        self.in_order.sort_unstable();
        let administer = |lines: &AccessRules| lines.speaks_of.contains(Permission::ProcessAdminister);
        for person in self.people.values_mut() {
            let memberships = self.memberships.get(person.memberships.clone()).unwrap_or_default();
            let mut teams = memberships.iter().filter_map(|membership| self.teams.get(membership.team));
            person.may_administer = administer(&person.own) || teams.any(|team| administer(&team.lines));
        }
    }

    /// Everyone who has access rules of their own or is, was or will be in a team that has some, ordered by id.
    pub(crate) fn people(&self) -> Vec<PersonId> {
        self.in_order.clone()
    }

    /// The same, as a slice.
    pub(crate) fn in_order(&self) -> &[PersonId] {
        &self.in_order
    }

    pub(crate) fn person(&self, person: PersonId) -> Option<&PersonAccess> {
        self.people.get(&person)
    }

    pub(crate) fn teams(&self) -> &[TeamAccess] {
        &self.teams
    }

    pub(crate) fn memberships(&self, person: &PersonAccess) -> &[Membership] {
        self.memberships.get(person.memberships.clone()).unwrap_or_default()
    }

    /// The teams that a person is in at a moment.
    pub(crate) fn teams_of(&self, person: &PersonAccess, at: Timestamp) -> impl Iterator<Item = &TeamAccess> {
        let held = self.memberships(person).iter().filter(move |membership| membership.holds_at(at));
        held.filter_map(|membership| self.teams.get(membership.team))
    }

    pub(crate) fn lines(&self, lines: &AccessRules) -> &[AccessRule] {
        self.lines.get(lines.range.clone()).unwrap_or_default()
    }

    fn standing(
        &self,
        lines: &AccessRules,
        path: &ScopePath,
        permission: Permission,
        at: Timestamp,
    ) -> Standing {
        if lines.speaks_of.contains(permission) {
            standing(self.lines(lines), path, permission, at)
        } else {
            Standing::Silent
        }
    }

    /// The permission rule for one person.
    pub(crate) fn ruling(
        &self,
        person: &PersonAccess,
        path: &ScopePath,
        permission: Permission,
        at: Timestamp,
    ) -> Ruling<&TeamAccess> {
        let own = self.standing(&person.own, path, permission, at);
        let teams = self.teams_of(person, at);
        ruling(own, teams.map(|team| (team, self.standing(&team.lines, path, permission, at))))
    }

    /// The rule by which this person administers the process, if there is one.
    pub(crate) fn administers(&self, person: &PersonAccess, at: Timestamp) -> Option<Ruling<&TeamAccess>> {
        if !person.may_administer {
            return None;
        }
        match self.ruling(person, &ScopePath::PROCESS, Permission::ProcessAdminister, at) {
            found @ (Ruling::Herself(_) | Ruling::Through(..)) => Some(found),
            Ruling::Restricted(_) | Ruling::Nothing => None,
        }
    }
}

fn all_lines(process: &Process, parties: &Parties) -> Vec<(Holder, AccessRule)> {
    let (governance, tree) = (process.governance(), process.tree());
    let place = |item: Option<ItemId>| match item {
        None => Some((Scope::PROCESS, 0)),
        Some(id) => tree.item(id).map(|item| (item.path.scope(), item.path.depth())),
    };
    let mut lines = Vec::new();
    for (nth, grant) in (0_u32..).zip(governance.grants()) {
        let permissions =
            governance.model().role(&grant.role).map_or(PermissionSet::EMPTY, |role| role.permissions);
        let Some((scope, depth)) = place(grant.item) else { continue };
        let (from, until) = bounds(&grant.window, grant.ended, grant.granted_at);
        let source = Source::Grant(nth);
        for (since, to) in rests_on(grant, parties) {
            let (from, until) = (from.max(since), until.min(to));
            lines.push((grant.holder, AccessRule { permissions, scope, depth, from, until, source }));
        }
    }
    for (nth, r) in (0_u32..).zip(governance.restrictions()) {
        let Some((scope, depth)) = place(r.item) else { continue };
        let (from, until) = bounds(&r.window, r.ended, r.placed_at);
        let (permissions, source) = (r.permissions, Source::Restriction(nth));
        lines.push((r.holder, AccessRule { permissions, scope, depth, from, until, source }));
    }
    lines
}

/// The times at which the basis of a grant exists. A grant held for an organisation requires belonging to it: if
/// nothing is known of that, it permits nothing.
fn rests_on(grant: &Grant, parties: &Parties) -> Vec<(Timestamp, Timestamp)> {
    match (grant.organisation_id, grant.holder) {
        (Some(organisation), Holder::Person(person)) => {
            let found = parties.organisation(organisation);
            found.map(|stream| stream.state.belonging(person)).unwrap_or_default()
        }
        (None, _) | (_, Holder::Team { .. }) => vec![(grant.granted_at, Timestamp::MAX)],
    }
}

/// The time for which something is in force. It has no effect before the time when it was recorded.
fn bounds(window: &Window, ended: Option<Timestamp>, said: Timestamp) -> (Timestamp, Timestamp) {
    let until = window.until().unwrap_or(Timestamp::MAX);
    (window.from().max(said), ended.map_or(until, |ended| ended.min(until)))
}
