//! The rules of a process as people read them: who holds what, what was taken, who stands behind what.

use crate::types::Map;

use serde::Serialize;

use super::{Holder, Permission, PermissionSet, PrerequisitePolicy};
use crate::check::ProcessView;
use crate::journal::Version;
use crate::party::StakeholderKind;
use crate::process::view::ReadText;
use crate::types::{
    ApprovalId, DocumentId, GrantId, ItemId, Key, Language, ProcessId, RestrictionId, Timestamp, Window,
};
use crate::vault::{Names, Party, PartyName};

/// A role of the governance model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RoleView {
    /// Its name.
    pub name: ReadText,
    /// The stakeholder kinds that may hold it.
    pub holders: Vec<StakeholderKind>,
    /// What it permits.
    pub permissions: PermissionSet,
}

/// A grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct GrantView {
    /// Its id.
    pub grant: GrantId,
    /// Who holds it.
    pub holder: PartyName,
    /// The stakeholder kind in which it is held.
    pub kind: StakeholderKind,
    /// The role.
    pub role: Key,
    /// The item it holds on and below; the whole process if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// From when until when it was meant.
    pub window: Window,
    /// When it was ended before that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
    /// Whether it holds at the moment asked about.
    pub holds: bool,
    /// Who gave it.
    pub granted_by: PartyName,
}

/// A restriction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RestrictionView {
    /// Its id.
    pub restriction: RestrictionId,
    /// From whom something is taken.
    pub holder: PartyName,
    /// What is taken.
    pub permissions: PermissionSet,
    /// The item it holds on and below; the whole process if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// From when until when it was meant.
    pub window: Window,
    /// When it was ended before that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
    /// Whether it holds at the moment asked about.
    pub holds: bool,
    /// Who placed it.
    pub placed_by: PartyName,
    /// Why; absent if the text was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An approval that was given and not yet used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ApprovalView {
    /// Its id.
    pub approval: ApprovalId,
    /// Who gave it.
    pub by: PartyName,
    /// The roles in which it was given.
    pub roles: Vec<Key>,
    /// The act.
    pub permission: Permission,
    /// On which item; the process as a whole if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// When.
    pub at: Timestamp,
}

/// The rules of a process at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RulesView {
    /// The process.
    pub process: ProcessId,
    /// The version that is shown.
    pub version: Version,
    /// The moment that is asked about.
    pub at: Timestamp,
    /// The governance model's name.
    pub name: ReadText,
    /// The governance model.
    pub governance: DocumentId,
    /// How prerequisites are treated.
    pub prerequisites: PrerequisitePolicy,
    /// The roles, by key.
    pub roles: Map<Key, RoleView>,
    /// Every grant there ever was, in the order in which they were given.
    pub grants: Vec<GrantView>,
    /// Every restriction there ever was, in the order in which they were placed.
    pub restrictions: Vec<RestrictionView>,
    /// The approvals that are open.
    pub approvals: Vec<ApprovalView>,
}

impl ProcessView {
    /// The rules as they stand at a moment.
    pub(crate) fn rules(&self, language: Language, at: Timestamp, names: &Names<'_>) -> RulesView {
        let process = self.process();
        let governance = process.governance();
        let model = governance.model().document();
        let read = |text: &crate::types::Localized| text.read(&language, &process.language()).into();
        let person = |id| names.name(Party::Person(id));
        let grant = |grant: &super::Grant| GrantView {
            grant: grant.id,
            holder: names.name(grant.holder.into()),
            kind: grant.kind,
            role: grant.role.clone(),
            item: grant.item,
            window: grant.window,
            ended: grant.ended,
            holds: grant.holds_at(at),
            granted_by: person(grant.granted_by),
        };
        let restriction = |restriction: &super::Restriction| RestrictionView {
            restriction: restriction.id,
            holder: names.name(restriction.holder.into()),
            permissions: restriction.permissions,
            item: restriction.item,
            window: restriction.window,
            ended: restriction.ended,
            holds: restriction.window.holds_at(at) && restriction.ended.is_none_or(|ended| at < ended),
            placed_by: person(restriction.placed_by),
            reason: names.text(restriction.reason),
        };
        let approval = |approval: &super::Approval| {
            let (id, roles) = (approval.id, approval.roles.clone());
            let by = person(approval.by);
            let (permission, item, at) = (approval.permission, approval.item, approval.at);
            ApprovalView { approval: id, by, roles, permission, item, at }
        };
        let role = |role: &super::RoleDefinition| RoleView {
            name: read(&role.name),
            holders: role.holders.iter().copied().collect(),
            permissions: role.permissions,
        };
        RulesView {
            process: process.id(),
            version: self.version(),
            at,
            name: read(&model.name),
            governance: governance.model().id(),
            prerequisites: model.prerequisites,
            roles: model.roles.iter().map(|(key, definition)| (key.clone(), role(definition))).collect(),
            grants: governance.grants().map(grant).collect(),
            restrictions: governance.restrictions().map(restriction).collect(),
            approvals: governance.approvals().map(approval).collect(),
        }
    }
}

impl From<Holder> for Party {
    fn from(holder: Holder) -> Self {
        match holder {
            Holder::Person(person) => Self::Person(person),
            Holder::Team { organisation, team } => Self::Team(team, organisation),
        }
    }
}
