//! Views of the rules of a process: grants, restrictions and approvals.

use crate::types::Map;
use crate::types::json::Readable;

use serde::Serialize;

use super::{Act, ActName, Holder, Permission, PermissionSet, PrerequisitePolicy};
use crate::check::ProcessView;
use crate::journal::Seq;
use crate::kernel::Deed;
use crate::party::{Names, PartyName, StakeholderKind};
use crate::types::ReadText;
use crate::types::{
    ApprovalId, AssetId, DocumentId, GrantId, ItemId, Key, Language, OrganisationId, ProcessId,
    RestrictionId, Timestamp, Window, json,
};
use crate::vault::Party;

/// A role of the governance model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RoleView {
    /// The name of the role.
    pub name: ReadText,
    /// The stakeholder kinds that may hold it.
    pub holders: Vec<StakeholderKind>,
    /// What it permits.
    pub permissions: PermissionSet,
}

/// A grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct GrantView {
    /// Its id.
    pub grant: GrantId,
    /// The party that holds it.
    pub holder: PartyName,
    /// The stakeholder kind in which it is held.
    pub kind: StakeholderKind,
    /// The role.
    pub role: Key,
    /// The item on and below which it applies; the whole process if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The intended time of the grant.
    pub window: Window,
    /// When it was ended early.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
    /// Whether it is in force at the moment of the view.
    pub holds: bool,
    /// The person who granted it.
    pub granted_by: PartyName,
    /// The organisation for which it is held: the grant is suspended while the holder does not belong to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
}

/// What an act concerns besides its item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MatterView {
    /// The asset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The type of the command.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command: Option<ActName>,
    /// The governance model, template or catalogue that is adopted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// The grant that is revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant: Option<GrantId>,
    /// The party that receives the role or the assignment, or is restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<PartyName>,
    /// The item that must be finished first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<ItemId>,
    /// The purpose that is required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Key>,
    /// The restriction that is lifted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restriction: Option<RestrictionId>,
    /// The role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Key>,
}

impl MatterView {
    fn of(act: &Act, names: &Names<'_>) -> Self {
        let matter = &act.matter;
        Self {
            asset: matter.asset,
            command: matter.command,
            document: matter.document,
            grant: matter.grant,
            holder: matter.holder.map(|holder| names.name(holder.into())),
            on: matter.on,
            purpose: matter.purpose.clone(),
            restriction: matter.restriction,
            role: matter.role.clone(),
        }
    }
}

/// An open request for the approval of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ApprovalRequestView {
    /// Its id.
    pub request: ApprovalId,
    /// The person who requests it.
    pub by: PartyName,
    /// The permission that the act needs.
    pub permission: Permission,
    /// The item; the process as a whole if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// What the act concerns.
    pub matter: MatterView,
    /// The exact command, with parties by the library's ids; absent if the text was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<Deed>,
    /// Whether what it concerns has changed since, so that it must be requested again.
    pub changed: bool,
    /// The people who can approve it at the moment of the view.
    pub of: Vec<PartyName>,
    /// When it was requested.
    pub at: Timestamp,
}

/// A restriction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RestrictionView {
    /// Its id.
    pub restriction: RestrictionId,
    /// The party that is restricted.
    pub holder: PartyName,
    /// The permissions that are denied.
    pub permissions: PermissionSet,
    /// The item on and below which it applies; the whole process if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The intended time of the restriction.
    pub window: Window,
    /// When it was ended early.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
    /// Whether it is in force at the moment of the view.
    pub holds: bool,
    /// The person who placed it.
    pub placed_by: PartyName,
    /// The reason; absent if the text was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An approval that has not been used yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ApprovalView {
    /// Its id.
    pub approval: ApprovalId,
    /// The request, which contains what is approved.
    pub request: ApprovalId,
    /// The person who gave it.
    pub by: PartyName,
    /// The roles in which it was given.
    pub roles: Vec<Key>,
    /// The permission that the act needs.
    pub permission: Permission,
    /// The item; the process as a whole if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// What the act concerns.
    pub matter: MatterView,
    /// When it was given.
    pub at: Timestamp,
}

/// The rules of a process at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RulesView {
    /// The process.
    pub process: ProcessId,
    /// The number of the last event that the view includes.
    pub seq: Seq,
    /// The moment of the view.
    pub at: Timestamp,
    /// The governance model's name.
    pub name: ReadText,
    /// The governance model.
    pub governance: DocumentId,
    /// Whether prerequisites are enforced.
    pub prerequisites: PrerequisitePolicy,
    /// The roles, by key.
    pub roles: Map<Key, RoleView>,
    /// All grants, in the order in which they were given.
    pub grants: Vec<GrantView>,
    /// All restrictions, in the order in which they were placed.
    pub restrictions: Vec<RestrictionView>,
    /// The approvals that are open.
    pub approvals: Vec<ApprovalView>,
    /// The open requests for approval.
    pub approvals_asked: Vec<ApprovalRequestView>,
}

impl ProcessView {
    /// The rules as of a moment.
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
            holds: self.grant_holds(grant, at),
            granted_by: person(grant.granted_by),
            organisation_id: grant.organisation_id,
        };
        let restriction = |restriction: &super::Restriction| RestrictionView {
            restriction: restriction.id,
            holder: names.name(restriction.holder.into()),
            permissions: restriction.permissions,
            item: restriction.item,
            window: restriction.window,
            ended: restriction.ended,
            holds: restriction.holds_at(at),
            placed_by: person(restriction.placed_by),
            reason: names.text(restriction.reason),
        };
        let approval = |approval: &super::Approval| {
            let (id, roles) = (approval.id, approval.roles.clone());
            let by = person(approval.by);
            let Act { permission, item, .. } = approval.act;
            let matter = MatterView::of(&approval.act, names);
            let (request, at) = (approval.request, approval.at);
            ApprovalView { approval: id, request, by, roles, permission, item, matter, at }
        };
        let request = |request: &super::ApprovalRequest| {
            let Act { permission, item, .. } = request.act;
            let of = self.who_may_approve(&request.act, request.by, at).into_iter().map(person).collect();
            let (by, matter) = (person(request.by), MatterView::of(&request.act, names));
            let act = names.text(request.content).and_then(|said| json::own(&said).ok());
            let (changed, at, request) = (!self.is_as_asked(request), request.at, request.id);
            ApprovalRequestView { request, by, permission, item, matter, act, changed, of, at }
        };
        let role = |role: &super::RoleDefinition| RoleView {
            name: read(&role.name),
            holders: role.holders.iter().copied().collect(),
            permissions: role.permissions,
        };
        RulesView {
            process: process.id(),
            seq: self.seq(),
            at,
            name: read(&model.name),
            governance: governance.model().id(),
            prerequisites: model.prerequisites,
            roles: model.roles.iter().map(|(key, definition)| (key.clone(), role(definition))).collect(),
            grants: governance.grants().map(grant).collect(),
            restrictions: governance.restrictions().map(restriction).collect(),
            approvals: governance.approvals().map(approval).collect(),
            approvals_asked: governance.approval_requests().map(request).collect(),
        }
    }
}

impl From<Holder> for Party {
    fn from(holder: Holder) -> Self {
        match holder {
            Holder::Person(person) => Self::Person(person),
            Holder::Team { organisation_id: organisation, team_id: team } => Self::Team(team, organisation),
        }
    }
}
