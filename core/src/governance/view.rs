//! The rules of a process as people read them: who holds what, what was taken, who stands behind what.

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
    /// Its name.
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
    /// The organisation in whose name it is held: it rests while the holder does not belong there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
}

/// What an act is about besides its item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MatterView {
    /// The asset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The type of the command that does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command: Option<ActName>,
    /// The governance model, template or catalogue that is adopted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// The grant that is revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant: Option<GrantId>,
    /// Who receives the role or the assignment, or is restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<PartyName>,
    /// The item that is waited for.
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

/// An act that somebody asks others to stand behind, and that has not been done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ApprovalRequestView {
    /// Its id.
    pub request: ApprovalId,
    /// Who asks.
    pub by: PartyName,
    /// The permission that the act needs.
    pub permission: Permission,
    /// On which item; the process as a whole if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// What it is about.
    pub matter: MatterView,
    /// The command that is to be given, word for word, with parties by the library's ids; absent if the text was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<Deed>,
    /// Whether what it is about has changed since, so that it has to be asked anew.
    pub changed: bool,
    /// Who can stand behind it at the moment asked about.
    pub of: Vec<PartyName>,
    /// When.
    pub at: Timestamp,
}

/// A restriction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ApprovalView {
    /// Its id.
    pub approval: ApprovalId,
    /// What was asked, which says what is approved.
    pub request: ApprovalId,
    /// Who gave it.
    pub by: PartyName,
    /// The roles in which it was given.
    pub roles: Vec<Key>,
    /// The permission that the act needs.
    pub permission: Permission,
    /// On which item; the process as a whole if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// What it is about.
    pub matter: MatterView,
    /// When.
    pub at: Timestamp,
}

/// The rules of a process at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RulesView {
    /// The process.
    pub process: ProcessId,
    /// The version that is shown.
    pub seq: Seq,
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
    /// The acts that others are asked to stand behind.
    pub approvals_asked: Vec<ApprovalRequestView>,
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
