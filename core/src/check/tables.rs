//! The check in bulk: everything that a party may do in a process, and everyone who may do something.

use serde::Serialize;

use super::access::{AccessRules, TeamAccess};
use super::{ProcessView, Question, TAKING_PART};
use crate::governance::rule::{AccessRule, Scope, ScopePath, Standings};
use crate::governance::{Enforcement, Holder, Permission, PermissionSet};
use crate::process::{Item, Ix};
use crate::types::json::Readable;
use crate::types::{ItemId, PersonId, Timestamp};

/// What a party may do on one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ItemPermissions {
    /// The item.
    pub item: ItemId,
    /// The permissions on the item.
    pub permissions: PermissionSet,
}

/// Everything that a party may do in a process at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PermissionTable {
    /// The moment of the table.
    pub at: Timestamp,
    /// The permissions on the process as a whole.
    pub process: PermissionSet,
    /// The permissions on each item, parents before children.
    pub items: Vec<ItemPermissions>,
}

/// What the permission rule alone allows a person, without the item's state, prerequisites, approvals and consents.
pub(crate) enum RulesAlone {
    /// The same permissions everywhere.
    Same(PermissionSet),
    /// Permissions by scope.
    Each(PermissionTable),
}

impl RulesAlone {
    /// The permissions on an item, or on the process as a whole.
    pub(crate) fn on(&self, ix: Option<Ix>) -> PermissionSet {
        match (self, ix) {
            (Self::Same(set), _) => *set,
            (Self::Each(table), None) => table.process,
            (Self::Each(table), Some(ix)) => {
                table.items.get(ix.0 as usize).map(|row| row.permissions).unwrap_or_default()
            }
        }
    }
}

/// The access rules of one party that are in force at a moment, evaluated by scope.
struct PartyRules {
    /// Ordered by scope.
    lines: Vec<AccessRule>,
    /// By scope.
    standings: Vec<Standings>,
}

impl PartyRules {
    fn new<'a>(lines: impl IntoIterator<Item = &'a AccessRule>, at: Timestamp, scopes: usize) -> Self {
        let mut lines: Vec<AccessRule> =
            lines.into_iter().filter(|line| line.holds_at(at)).copied().collect();
        lines.sort_unstable_by_key(|line| line.scope);
        Self { lines, standings: vec![Standings::default(); scopes] }
    }

    /// Evaluates a scope; its parent must come first.
    fn take_in(&mut self, scope: Scope, above: Option<Scope>) {
        let inherited = above.map_or_else(Standings::default, |above| self.at(above));
        let from = self.lines.partition_point(|line| line.scope < scope);
        let here = self.lines.iter().skip(from).take_while(|line| line.scope == scope);
        let standing = if here.clone().next().is_none() { inherited } else { inherited.below(here) };
        if let Some(place) = self.standings.get_mut(scope.0 as usize) {
            *place = standing;
        }
    }

    fn at(&self, scope: Scope) -> Standings {
        self.standings.get(scope.0 as usize).copied().unwrap_or_default()
    }
}

impl ProcessView {
    /// Everything that a person may do in the process at a moment; exactly what [`check`](Self::check) would answer to
    /// each question, in one walk over the tree.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, now, .. } = testkit::example();
    /// use interlink::governance::Permission;
    /// let (view, nora) = (engine.process(garden)?, engine.person(&"nora".parse()?)?.unwrap());
    /// let table = view.permissions_of(nora, now);
    /// assert!(table.process.contains(Permission::ContributionClaim));
    /// assert!(!table.process.contains(Permission::TaskStart));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn permissions_of(&self, person: PersonId, at: Timestamp) -> PermissionTable {
        let access = &self.access;
        let Some(entry) = access.person(person) else { return self.table(at, &[]) };
        let teams: Vec<&TeamAccess> = access.teams_of(entry, at).collect();
        let order = self.process().tree().top_down();
        let mut table = self.table(at, &self.parties(&entry.own, &teams, &order, at));
        if access.administers(entry, at).is_some() {
            table.process = PermissionSet::ALL;
            table.items.iter_mut().for_each(|item| item.permissions = PermissionSet::ALL);
        }
        self.take_away(&mut table, &order, person, at);
        table
    }

    /// What the permission rule alone allows a person at a moment. Most people's roles are on the whole process, and
    /// then no item is visited.
    pub(crate) fn words_of(&self, person: PersonId, at: Timestamp) -> RulesAlone {
        let access = &self.access;
        let Some(entry) = access.person(person) else { return RulesAlone::Same(PermissionSet::EMPTY) };
        if access.administers(entry, at).is_some() {
            return RulesAlone::Same(PermissionSet::ALL);
        }
        let teams: Vec<&TeamAccess> = access.teams_of(entry, at).collect();
        let mut all = std::iter::once(&entry.own).chain(teams.iter().map(|team| &team.lines));
        let narrow = |line: &AccessRule| line.scope != Scope::PROCESS && line.holds_at(at);
        if all.any(|lines| access.lines(lines).iter().any(narrow)) {
            let order = self.process().tree().top_down();
            return RulesAlone::Each(self.table(at, &self.parties(&entry.own, &teams, &order, at)));
        }
        let heard =
            |lines| Standings::default().below(access.lines(lines).iter().filter(|line| line.holds_at(at)));
        let own = heard(&entry.own);
        let through =
            teams.iter().fold(PermissionSet::EMPTY, |set, team| set.union(heard(&team.lines).allowed));
        RulesAlone::Same(own.allowed.union(through.minus(own.restricted)))
    }

    /// Everything that a party's own grants and restrictions allow it in the process at a moment. For a team, this is
    /// what its members may do through it.
    #[must_use]
    pub fn standing_of(&self, holder: Holder, at: Timestamp) -> PermissionTable {
        let lines = match holder {
            Holder::Person(person) => self.access.person(person).map(|entry| &entry.own),
            Holder::Team { team_id: team, .. } => {
                self.access.teams().iter().find(|t| t.id == team).map(|t| &t.lines)
            }
        };
        let parties = lines.map(|lines| self.parties(lines, &[], &self.process().tree().top_down(), at));
        self.table(at, parties.as_deref().unwrap_or_default())
    }

    /// Everyone who was ever granted or denied anything in the process, or belonged to a team that was.
    #[must_use]
    pub fn people(&self) -> Vec<PersonId> {
        self.access.people()
    }

    /// Whether a person administers the process at a moment, even if it is closed.
    #[must_use]
    pub fn is_administered_by(&self, person: PersonId, at: Timestamp) -> bool {
        self.access.person(person).is_some_and(|entry| self.access.administers(entry, at).is_some())
    }

    /// Everyone who administers the process at a moment, ordered by pseudonym.
    pub(crate) fn administrators(&self, at: Timestamp) -> Vec<PersonId> {
        self.access.people().into_iter().filter(|person| self.is_administered_by(*person, at)).collect()
    }

    /// Everyone who may do something here at a moment, ordered by pseudonym.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, now, .. } = testkit::example();
    /// use interlink::governance::Permission;
    /// let anna = engine.person(&"anna".parse()?)?.unwrap();
    /// assert_eq!(engine.process(garden)?.who_may(Permission::RoleGrant, None, now), [anna]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn who_may(&self, permission: Permission, item: Option<ItemId>, at: Timestamp) -> Vec<PersonId> {
        let asked = |actor| Question { actor, permission, item, asset: None, at };
        self.access.people().into_iter().filter(|person| self.check(&asked(*person)).allowed()).collect()
    }

    /// The party's own rules first, then those of its teams, each evaluated for all items from the top down.
    fn parties(
        &self,
        own: &AccessRules,
        teams: &[&TeamAccess],
        order: &[Ix],
        at: Timestamp,
    ) -> Vec<PartyRules> {
        let tree = self.process().tree();
        let all = std::iter::once(own).chain(teams.iter().map(|team| &team.lines));
        let mut parties: Vec<PartyRules> =
            all.map(|lines| PartyRules::new(self.access.lines(lines), at, tree.len() + 1)).collect();
        parties.retain({
            let mut first = true;
            move |party| std::mem::take(&mut first) || !party.lines.is_empty()
        });
        for party in &mut parties {
            party.take_in(Scope::PROCESS, None);
            for ix in order {
                let (ix, above) = (*ix, tree.at(*ix).parent);
                let above = above.map_or(Scope::PROCESS, Ix::scope);
                party.take_in(ix.scope(), Some(above));
            }
        }
        parties
    }

    /// The permission rule for all scopes: the first party is the person's own.
    fn table(&self, at: Timestamp, parties: &[PartyRules]) -> PermissionTable {
        let allowed = |scope: Scope| {
            let Some((own, teams)) = parties.split_first() else { return PermissionSet::EMPTY };
            let own = own.at(scope);
            let through =
                teams.iter().fold(PermissionSet::EMPTY, |set, team| set.union(team.at(scope).allowed));
            own.allowed.union(through.minus(own.restricted))
        };
        let tree = self.process().tree();
        let of_item = |ix: Ix| ItemPermissions { item: tree.at(ix).id, permissions: allowed(ix.scope()) };
        PermissionTable { at, process: allowed(Scope::PROCESS), items: tree.indices().map(of_item).collect() }
    }

    /// Removes the permissions that closing, disabling, prerequisites, purposes and approvals block.
    fn take_away(&self, table: &mut PermissionTable, order: &[Ix], person: PersonId, at: Timestamp) {
        let (process, tree) = (self.process(), self.process().tree());
        if self.closed_at(at).is_some() {
            let rows = table.items.iter_mut().map(|row| &mut row.permissions);
            for permissions in rows.chain([&mut table.process]) {
                *permissions = permissions.intersection(PermissionSet::SURVIVES_CLOSING);
            }
        }
        let policy = process.governance().model().document().prerequisites;
        let holds_back = |item: &Item| {
            let enforced =
                |p: &&crate::process::Prerequisite| p.needs.enforcement(&policy) == Enforcement::Enforced;
            item.prerequisites.iter().filter(enforced).any(|p| tree.is_unmet(p))
        };
        let mut blocked = vec![false; tree.len()];
        for ix in order.iter().copied() {
            let item = tree.at(ix);
            let above = item.parent.and_then(|ix| blocked.get(ix.0 as usize)).copied().unwrap_or(false);
            let here = above || holds_back(item);
            if let Some(blocked) = blocked.get_mut(ix.0 as usize) {
                *blocked = here;
            }
            let Some(row) = table.items.get_mut(ix.0 as usize) else { continue };
            if here {
                row.permissions = row.permissions.minus(PermissionSet::WORK);
            }
            if !item.enabled() {
                row.permissions = row.permissions.intersection(PermissionSet::SURVIVES_DISABLING);
            }
        }
        let lacking: Vec<&crate::requirement::Requirement> = process
            .requirements()
            .iter()
            .filter(|requirement| self.lack(requirement, person, at).is_some())
            .collect();
        if !lacking.is_empty() {
            let holds_back = |ix| lacking.iter().any(|requirement| self.covers(requirement, ix));
            if holds_back(None) {
                table.process = table.process.minus(TAKING_PART);
            }
            for (ix, row) in tree.indices().zip(&mut table.items) {
                if holds_back(Some(ix)) {
                    row.permissions = row.permissions.minus(TAKING_PART);
                }
            }
        }
        let asked = process.governance().model().asks_approval_of();
        if !asked.is_empty() {
            table.process = self.approved(asked, table.process, None, &ScopePath::PROCESS, person, at);
            for (item, row) in tree.items().zip(&mut table.items) {
                row.permissions =
                    self.approved(asked, row.permissions, Some(item.id), &item.path, person, at);
            }
        }
    }

    fn approved(
        &self,
        asked: PermissionSet,
        permissions: PermissionSet,
        item: Option<ItemId>,
        path: &ScopePath,
        actor: PersonId,
        at: Timestamp,
    ) -> PermissionSet {
        let unapproved = permissions.intersection(asked).iter().filter(|permission| {
            let question = Question { actor, permission: *permission, item, asset: None, at };
            !self.is_approved(&question, path, None)
        });
        permissions.minus(unapproved.collect())
    }
}
