//! A second, plain implementation of the rules, with which the library is compared.

use interlink::check::{ProcessView, Question};
use interlink::governance::{Enforcement, Grant, Holder, Permission, Restriction};
use interlink::party::Organisation;
use interlink::process::{Item, Needs, Process, Status};
use interlink::types::{ItemId, Key, PersonId, TeamId, Timestamp};

/// A process with the teams of its organisations.
#[derive(Debug)]
pub struct Naive<'a> {
    /// The process.
    pub process: &'a Process,
    /// The organisations.
    pub organisations: &'a [Organisation],
}

impl<'a> Naive<'a> {
    /// The rules for a process as in a view.
    pub fn new(view: &'a ProcessView, organisations: &'a [Organisation]) -> Self {
        Self { process: view.process(), organisations }
    }

    /// The whole check.
    pub fn allowed(&self, q: &Question) -> bool {
        let item = match q.item {
            None => None,
            Some(id) => match self.process.tree().item(id) {
                None => return false,
                Some(item) => Some(item),
            },
        };
        (self.by_rule(q.actor, q.permission, item, q.at)
            || self.by_rule(q.actor, Permission::ProcessAdminister, None, q.at))
            && (self.process.closed().is_none_or(|closed| q.at < closed)
                || ["process.view", "asset.view"].contains(&q.permission.as_str()))
            && item.is_none_or(|item| self.is_enabled(item) || is_readable_or_governable(q.permission))
            && item.is_none_or(|item| !is_work(q.permission) || !self.is_held_back(item))
            && self.is_approved(q, item)
    }

    fn by_rule(&self, person: PersonId, permission: Permission, item: Option<&Item>, at: Timestamp) -> bool {
        match self.standing(&|holder| holder == Holder::Person(person), permission, item, at) {
            Some(allowed) => allowed,
            None => self.teams_of(person, at).into_iter().any(|team| {
                let is = |holder| matches!(holder, Holder::Team { team_id: held, .. } if held == team);
                self.standing(&is, permission, item, at) == Some(true)
            }),
        }
    }

    /// Goes from the item up to the process; the nearest scope with a rule decides, a restriction first.
    fn standing(
        &self,
        is: &dyn Fn(Holder) -> bool,
        permission: Permission,
        item: Option<&Item>,
        at: Timestamp,
    ) -> Option<bool> {
        for scope in self.scopes(item) {
            let holds_restriction = |r: &Restriction| {
                is(r.holder)
                    && r.item == scope
                    && r.permissions.contains(permission)
                    && r.placed_at <= at
                    && holds(r.window, r.ended, at)
            };
            let holds_grant = |g: &Grant| {
                let roles = &self.process.governance().model().document().roles;
                is(g.holder)
                    && g.item == scope
                    && roles.get(&g.role).is_some_and(|role| role.permissions.contains(permission))
                    && self.gives(g, at)
            };
            if self.process.governance().restrictions().any(holds_restriction) {
                return Some(false);
            }
            if self.process.governance().grants().any(holds_grant) {
                return Some(true);
            }
        }
        None
    }

    /// The item, its parents, and the process.
    fn scopes(&self, item: Option<&Item>) -> Vec<Option<ItemId>> {
        let mut scopes = Vec::new();
        let mut here = item;
        while let Some(item) = here {
            scopes.push(Some(item.id()));
            here = self.process.tree().parent(item);
        }
        scopes.push(None);
        scopes
    }

    /// A grant has no effect before it was given, nor while its holder does not belong to the organisation in whose
    /// name it is held.
    fn gives(&self, grant: &Grant, at: Timestamp) -> bool {
        let belongs = match (grant.organisation_id, grant.holder) {
            (Some(organisation), Holder::Person(person)) => {
                let mut all = self.organisations.iter();
                all.find(|found| found.id == organisation)
                    .is_some_and(|found| found.speaks_through(person, at))
            }
            (None, _) | (_, Holder::Team { .. }) => true,
        };
        belongs && grant.granted_at <= at && holds(grant.window, grant.ended, at)
    }

    fn teams_of(&self, person: PersonId, at: Timestamp) -> Vec<TeamId> {
        let teams = self.organisations.iter().flat_map(Organisation::teams);
        teams.filter(|team| team.has_member(person, at)).map(|team| team.id).collect()
    }

    fn is_enabled(&self, item: &Item) -> bool {
        item.enabled()
    }

    fn is_held_back(&self, item: &Item) -> bool {
        let policy = self.process.governance().model().document().prerequisites;
        let mut here = Some(item);
        while let Some(item) = here {
            for (on, needs, passed) in self.process.tree().prerequisites(item) {
                let met = match needs {
                    Needs::InProgress => on.status() != Status::Awaiting,
                    Needs::Previous | Needs::Finished => on.status() == Status::Finished,
                };
                let enforced = match needs {
                    Needs::Previous => policy.previous,
                    Needs::InProgress | Needs::Finished => policy.status,
                };
                if !met && on.enabled() && self.has_work(on) && !passed && enforced == Enforcement::Enforced {
                    return true;
                }
            }
            here = self.process.tree().parent(item);
        }
        false
    }

    /// By the marriage theorem: for any subset of the rules, enough different people must have approved.
    fn is_approved(&self, q: &Question, item: Option<&Item>) -> bool {
        let governance = self.process.governance();
        let all = &governance.model().document().approvals;
        let rules: Vec<_> = all.iter().filter(|rule| rule.permission == q.permission).collect();
        // In a role that another person granted, at both times and throughout.
        let holds_role = |person: PersonId, role: &Key, since: Timestamp| {
            governance.grants().enumerate().any(|(nth, grant)| {
                let hers = match grant.holder {
                    Holder::Person(holder) => holder == person,
                    Holder::Team { team_id: team, .. } => self.was_put_in(person, team, since, q.at),
                };
                hers && grant.role == *role
                    && (nth == 0 || grant.granted_by != person)
                    && self.scopes(item).contains(&grant.item)
                    && self.gives(grant, since)
                    && self.gives(grant, q.at)
            })
        };
        // An approval is for one act. Asked without one, any approved act will do.
        let of_kind = || {
            governance
                .approvals()
                .filter(|a| a.act.permission == q.permission && a.act.item == q.item && a.by != q.actor)
        };
        let approved = |matter: Option<&interlink::governance::Matter>| {
            self.are_enough(&rules, &|rule| {
                let approvals = of_kind().filter(|a| {
                    Some(&a.act.matter) == matter
                        && a.roles.contains(&rule.by)
                        && holds_role(a.by, &rule.by, a.at)
                });
                let herself = holds_role(q.actor, &rule.by, q.at).then_some(q.actor);
                approvals.map(|a| a.by).chain(herself).collect()
            })
        };
        approved(None) || of_kind().any(|approval| approved(Some(&approval.act.matter)))
    }

    fn was_put_in(&self, person: PersonId, team: TeamId, since: Timestamp, at: Timestamp) -> bool {
        let teams = self.organisations.iter().flat_map(Organisation::teams);
        teams.filter(|found| found.id == team).flat_map(interlink::party::Team::members).any(|(who, span)| {
            who == person && span.by != person && span.holds_at(since) && span.holds_at(at)
        })
    }

    /// For any subset of the rules, enough different people must have approved.
    fn are_enough(
        &self,
        rules: &[&interlink::governance::ApprovalRule],
        behind_one: &dyn Fn(&interlink::governance::ApprovalRule) -> Vec<PersonId>,
    ) -> bool {
        (0_u32..1 << rules.len()).all(|chosen| {
            let rules =
                rules.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0).map(|(_, rule)| rule);
            let needed: usize = rules.clone().map(|rule| usize::from(rule.count)).sum();
            let mut behind: Vec<PersonId> = Vec::new();
            for rule in rules {
                behind.extend(behind_one(rule));
            }
            behind.sort();
            behind.dedup();
            behind.len() >= needed
        })
    }

    /// Whether it contains a task that was not disabled, itself or through a parent below this item.
    fn has_work(&self, item: &Item) -> bool {
        item.kind() == interlink::process::ItemKind::Task
            || self.process.tree().children(item).any(|part| !part.switched_off() && self.has_work(part))
    }

    /// Status and progress of an item or of the whole, from the tasks up.
    pub fn standing_of(&self, item: Option<&Item>) -> (Status, u64) {
        let tree = self.process.tree();
        let children: Vec<&Item> = match item {
            None => tree.phases().collect(),
            Some(item) if item.kind() == interlink::process::ItemKind::Task => {
                let progress = match item.status() {
                    Status::Awaiting => 0,
                    Status::InProgress => 50,
                    Status::Finished => 100,
                };
                return (item.status(), progress);
            }
            Some(item) => tree.children(item).collect(),
        };
        let statuses: Vec<Status> = children
            .into_iter()
            .filter(|child| !child.switched_off() && self.has_work(child))
            .map(|child| self.standing_of(Some(child)).0)
            .collect();
        let count = |status: Status| statuses.iter().filter(|s| **s == status).count() as u64;
        let (finished, begun, all) =
            (count(Status::Finished), count(Status::InProgress), statuses.len() as u64);
        if all == 0 {
            (Status::Awaiting, 0)
        } else if finished == all {
            (Status::Finished, 100)
        } else if finished + begun == 0 {
            (Status::Awaiting, 0)
        } else {
            (Status::InProgress, (finished * 100 + begun * 50) / all)
        }
    }
}

fn holds(window: interlink::types::Window, ended: Option<Timestamp>, at: Timestamp) -> bool {
    let until = window.until().unwrap_or(Timestamp::MAX);
    window.from() <= at && at < until && ended.is_none_or(|ended| at < ended)
}

fn is_work(permission: Permission) -> bool {
    use Permission::{AssetCreate, ContributionClaim, TaskComplete, TaskStart};
    matches!(permission, TaskStart | TaskComplete | AssetCreate | ContributionClaim)
}

fn is_readable_or_governable(permission: Permission) -> bool {
    let name = permission.as_str();
    name.starts_with("process.")
        || ["asset.view", "item.disable", "role.grant", "restriction.place", "consent.manage"].contains(&name)
}
