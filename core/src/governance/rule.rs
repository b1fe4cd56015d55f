//! The permission rule.
//!
//! A grant gives a party (a person or a team) a role on a *scope*: the process, a phase, an objective or a task. A
//! restriction denies a party named permissions on a scope. Both have a beginning and may have an end.
//!
//! 1. The **standing** of one party for one permission on one item: walk from the item up to the process. The
//!    nearest scope where a grant or a restriction of that party contains this permission decides; at the same
//!    scope a restriction prevails. If there is none, the standing is silent.
//! 2. A **person** may if their own standing is allowed, and may not if it is restricted; otherwise they may if
//!    the standing of any team they belong to at that moment is allowed. Otherwise they may not.
//!
//! So joining a team or receiving a grant never removes a permission; only a restriction does, and it is visible.
//!
//! Whoever may administer the process by this rule (on the process as a whole) may do everything in it.

use super::{Permission, PermissionSet};
use crate::types::Timestamp;

/// How deep scopes nest: process, phase, objective, task.
pub(crate) const LEVELS: usize = 4;

/// A scope of one process by number: 0 is the process, the others its items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Scope(pub(crate) u32);

impl Scope {
    /// The process as a whole.
    pub(crate) const PROCESS: Self = Self(0);
}

/// The scopes that an item lies in, from the process down to the item itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ScopePath {
    scopes: [Scope; LEVELS],
    depth: u8,
}

impl ScopePath {
    /// The path of the process as a whole.
    pub(crate) const PROCESS: Self = Self { scopes: [Scope::PROCESS; LEVELS], depth: 0 };

    /// The path one level further down; a path at the last level stays as it is.
    pub(crate) fn below(mut self, scope: Scope) -> Self {
        if let Some(slot) = self.scopes.get_mut(usize::from(self.depth) + 1) {
            *slot = scope;
            self.depth += 1;
        }
        self
    }

    /// The depth of the path's end: 0 for the process.
    pub(crate) const fn depth(&self) -> u8 {
        self.depth
    }

    /// The scope at the path's end.
    pub(crate) fn scope(&self) -> Scope {
        self.scopes.get(usize::from(self.depth)).copied().unwrap_or(Scope::PROCESS)
    }

    pub(crate) fn leads_through(&self, line: &AccessRule) -> bool {
        line.depth <= self.depth && self.scopes.get(usize::from(line.depth)) == Some(&line.scope)
    }
}

/// The origin of an access rule: the n-th grant or restriction of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    Grant(u32),
    Restriction(u32),
}

/// A grant or a restriction, prepared for evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AccessRule {
    pub(crate) permissions: PermissionSet,
    pub(crate) scope: Scope,
    pub(crate) depth: u8,
    pub(crate) from: Timestamp,
    pub(crate) until: Timestamp,
    pub(crate) source: Source,
}

impl AccessRule {
    pub(crate) fn holds_at(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }

    const fn restricts(&self) -> bool {
        matches!(self.source, Source::Restriction(_))
    }
}

/// What a party's own grants and restrictions decide about one permission on one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A grant allows it.
    Allowed(AccessRule),
    /// A restriction denies it.
    Restricted(AccessRule),
    /// Neither a grant nor a restriction concerns it.
    Silent,
}

/// The first half of the rule: the standing of one party, given its access rules.
pub(crate) fn standing(
    lines: &[AccessRule],
    path: &ScopePath,
    permission: Permission,
    at: Timestamp,
) -> Standing {
    let mut nearest: Option<&AccessRule> = None;
    for line in lines {
        let speaks = line.permissions.contains(permission) && path.leads_through(line) && line.holds_at(at);
        let nearer = nearest.is_none_or(|best| {
            line.depth > best.depth || (line.depth == best.depth && line.restricts() && !best.restricts())
        });
        if speaks && nearer {
            nearest = Some(line);
        }
    }
    match nearest {
        Some(line) if line.restricts() => Standing::Restricted(*line),
        Some(line) => Standing::Allowed(*line),
        None => Standing::Silent,
    }
}

/// What a decision rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruling<T> {
    /// The person's own standing is allowed.
    Herself(AccessRule),
    /// The standing of one of the person's teams is allowed.
    Through(T, AccessRule),
    /// The person's own standing is restricted.
    Restricted(AccessRule),
    /// Nothing allows it.
    Nothing,
}

/// The second half of the rule: a person's own standing, and those of the teams they belong to at that moment.
pub(crate) fn ruling<T>(own: Standing, teams: impl IntoIterator<Item = (T, Standing)>) -> Ruling<T> {
    match own {
        Standing::Allowed(line) => Ruling::Herself(line),
        Standing::Restricted(line) => Ruling::Restricted(line),
        Standing::Silent => teams
            .into_iter()
            .find_map(|(team, standing)| match standing {
                Standing::Allowed(line) => Some(Ruling::Through(team, line)),
                Standing::Restricted(_) | Standing::Silent => None,
            })
            .unwrap_or(Ruling::Nothing),
    }
}

/// The standing of one party for all permissions at once on one scope.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Standings {
    pub(crate) allowed: PermissionSet,
    pub(crate) restricted: PermissionSet,
}

impl Standings {
    /// The standings one scope further down, where these access rules apply.
    pub(crate) fn below<'a>(self, lines: impl IntoIterator<Item = &'a AccessRule>) -> Self {
        let (mut granted, mut taken) = (PermissionSet::EMPTY, PermissionSet::EMPTY);
        for line in lines {
            let into = if line.restricts() { &mut taken } else { &mut granted };
            *into = into.union(line.permissions);
        }
        let spoken = granted.union(taken);
        Self {
            allowed: self.allowed.minus(spoken).union(granted.minus(taken)),
            restricted: self.restricted.minus(spoken).union(taken),
        }
    }
}
