//! The effect of adopting another governance model in a running process.

use crate::types::{Map, Set};

use crate::types::json::Readable;
use serde::Serialize;

use super::{
    ApprovalRule, Enforcement, Governance, GovernanceModel, ModelDocument, Permission, PermissionSet,
    PrerequisitePolicy,
};
use crate::party::StakeholderKind;
use crate::types::{GrantId, Key};

/// The difference that a new model makes. Whoever changes the rules of a process in which work has begun must declare
/// it in full, so that no rule changes unnoticed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// Approvals that are newly required.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals_added: Vec<ApprovalRule>,
    /// Approvals that are no longer required.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals_removed: Vec<ApprovalRule>,
    /// Acts that become less restricted: fewer approvals are needed, or for `prerequisite.waive` fewer prerequisites
    /// are enforced. Adopting the model needs, for each of them, the approvals that the old model requires.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub eased: PermissionSet,
    /// Grants that end, because their role was removed or no longer admits the holder's kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grants_ended: Vec<GrantId>,
    /// Stakeholder kinds that are newly admitted to a role.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub holders_added: Map<Key, Set<StakeholderKind>>,
    /// Stakeholder kinds that are no longer admitted to a role.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub holders_removed: Map<Key, Set<StakeholderKind>>,
    /// Permissions that a role gains.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub permissions_added: Map<Key, PermissionSet>,
    /// Permissions that a role loses.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub permissions_removed: Map<Key, PermissionSet>,
    /// Whether prerequisites are enforced from now on, if that changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prerequisites: Option<PrerequisitePolicy>,
    /// New roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles_added: Vec<Key>,
    /// Removed roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles_removed: Vec<Key>,
}

impl Effect {
    /// The effect of adopting a model in a process.
    pub(super) fn of(governance: &Governance, model: &GovernanceModel) -> Self {
        let (old, new) = (governance.model().document(), model.document());
        let mut effect = Self::between(old, new);
        effect.grants_ended = governance
            .grants()
            .filter(|grant| grant.ended.is_none())
            .filter(|grant| new.roles.get(&grant.role).is_none_or(|role| !role.holders.contains(&grant.kind)))
            .map(|grant| grant.id)
            .collect();
        effect
    }

    fn between(old: &ModelDocument, new: &ModelDocument) -> Self {
        let mut effect = Self {
            approvals_added: missing(&new.approvals, &old.approvals),
            approvals_removed: missing(&old.approvals, &new.approvals),
            eased: eased(old, new),
            prerequisites: (old.prerequisites != new.prerequisites).then_some(new.prerequisites),
            roles_added: new.roles.keys().filter(|role| !old.roles.contains_key(*role)).cloned().collect(),
            ..Self::default()
        };
        for (key, before) in &old.roles {
            let Some(after) = new.roles.get(key) else {
                effect.roles_removed.push(key.clone());
                continue;
            };
            let gained = after.permissions.minus(before.permissions);
            let lost = before.permissions.minus(after.permissions);
            let opened = after.holders.without(&before.holders);
            let closed = before.holders.without(&after.holders);
            note(&mut effect.permissions_added, key, gained, gained.is_empty());
            note(&mut effect.permissions_removed, key, lost, lost.is_empty());
            note(&mut effect.holders_added, key, opened.clone(), opened.is_empty());
            note(&mut effect.holders_removed, key, closed.clone(), closed.is_empty());
        }
        effect
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_empty(set: &PermissionSet) -> bool {
    set.is_empty()
}

/// The acts that the new model restricts less than the old one.
fn eased(old: &ModelDocument, new: &ModelDocument) -> PermissionSet {
    let stays = |rule: &&ApprovalRule| {
        let as_much = |other: &ApprovalRule| {
            (&other.by, other.permission) == (&rule.by, rule.permission) && other.count >= rule.count
        };
        new.approvals.iter().any(as_much)
    };
    let approvals = old.approvals.iter().filter(|rule| !stays(rule)).map(|rule| rule.permission);
    let enforced =
        |policy: &PrerequisitePolicy| [policy.previous, policy.status].map(|e| e == Enforcement::Enforced);
    let waits = enforced(&old.prerequisites).into_iter().zip(enforced(&new.prerequisites));
    let passes = waits.into_iter().any(|(before, after)| before && !after);
    approvals.chain(passes.then_some(Permission::PrerequisiteWaive)).collect()
}

fn note<T>(map: &mut Map<Key, T>, key: &Key, value: T, empty: bool) {
    if !empty {
        map.insert(key.clone(), value);
    }
}

fn missing(from: &[ApprovalRule], other: &[ApprovalRule]) -> Vec<ApprovalRule> {
    let mut rules: Vec<ApprovalRule> = from.iter().filter(|rule| !other.contains(rule)).cloned().collect();
    rules.sort();
    rules
}
