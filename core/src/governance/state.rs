//! The state of one process's rules.

use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::{Act, Event, GovernanceModel, Holder, PermissionSet};
use crate::party::StakeholderKind;
use crate::types::{
    ApprovalId, Commitment, GrantId, ItemId, Key, OrganisationId, PersonId, RestrictionId, Seen, Timestamp,
    Window,
};

/// A role granted to a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// The party that holds it.
    pub holder: Holder,
    /// The role.
    pub role: Key,
    /// The item on and below which it applies; the whole process if `None`.
    pub item: Option<ItemId>,
    /// The stakeholder kind in which the holder received it.
    pub kind: StakeholderKind,
    /// The intended time of the grant.
    pub window: Window,
    /// When it was ended early.
    pub ended: Option<Timestamp>,
    /// The person who granted it.
    pub granted_by: PersonId,
    /// When it was granted. It permits nothing before that time, whatever its window.
    pub granted_at: Timestamp,
    /// The organisation for which a person holds it: the grant is suspended while the person does not belong to it.
    pub organisation_id: Option<OrganisationId>,
}

impl Grant {
    /// Whether it is in force at a moment. A grant held for an organisation also needs the membership at that moment.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.granted_at <= at && self.window.holds_at(at) && self.ended.is_none_or(|ended| at < ended)
    }
}

/// Permissions denied to a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Restriction {
    /// Its id.
    pub id: RestrictionId,
    /// The party that is restricted.
    pub holder: Holder,
    /// The permissions that are denied.
    pub permissions: PermissionSet,
    /// The item on and below which it applies; the whole process if `None`.
    pub item: Option<ItemId>,
    /// The intended time of the restriction.
    pub window: Window,
    /// When it was ended early.
    pub ended: Option<Timestamp>,
    /// The person who placed it.
    pub placed_by: PersonId,
    /// When it was placed. It denies nothing before that time, whatever its window.
    pub placed_at: Timestamp,
    /// The reason: a commitment to a text in the vault.
    pub reason: Commitment,
}

impl Restriction {
    /// Whether it is in force at a moment.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.placed_at <= at && self.window.holds_at(at) && self.ended.is_none_or(|ended| at < ended)
    }
}

/// An approval of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Its id.
    pub id: ApprovalId,
    /// The approver.
    pub by: PersonId,
    /// The request.
    pub request: ApprovalId,
    /// The roles in which it was given.
    pub roles: Vec<Key>,
    /// The act.
    pub act: Act,
    /// When it was given.
    pub at: Timestamp,
}

/// A request for the approval of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct ApprovalRequest {
    /// Its id.
    pub id: ApprovalId,
    /// The person who requests it.
    pub by: PersonId,
    /// The act.
    pub act: Act,
    /// The exact command: a commitment to a text in the vault.
    pub content: Commitment,
    /// A hash of the state of what it concerned when it was requested.
    pub seen: Seen,
    /// When it was requested.
    pub at: Timestamp,
}

/// The rules of one process: the model, and all grants, restrictions and open approvals.
#[derive(Debug, Clone)]
pub struct Governance {
    model: Arc<GovernanceModel>,
    lists: Lists,
    /// Changes whenever a result of the permission rule may change.
    revision: u64,
}

/// The part of the rules that a snapshot keeps; the model is a separate document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lists {
    grants: Vec<Grant>,
    restrictions: Vec<Restriction>,
    approvals: Vec<Approval>,
    requests: Vec<ApprovalRequest>,
}

/// Rules are equal regardless of how often they changed.
impl PartialEq for Governance {
    fn eq(&self, other: &Self) -> bool {
        self.model == other.model && self.lists == other.lists
    }
}

impl Eq for Governance {}

impl Governance {
    pub(crate) fn new(model: Arc<GovernanceModel>) -> Self {
        Self::restore(model, Lists::default())
    }

    pub(crate) fn restore(model: Arc<GovernanceModel>, lists: Lists) -> Self {
        Self { model, lists, revision: 0 }
    }

    pub(crate) const fn lists(&self) -> &Lists {
        &self.lists
    }

    pub(crate) const fn revision(&self) -> u64 {
        self.revision
    }

    /// The governance model that the process runs under.
    #[must_use]
    pub fn model(&self) -> &Arc<GovernanceModel> {
        &self.model
    }

    /// All grants, in the order in which they were given.
    pub fn grants(&self) -> impl ExactSizeIterator<Item = &Grant> {
        self.lists.grants.iter()
    }

    /// All restrictions, in the order in which they were placed.
    pub fn restrictions(&self) -> impl ExactSizeIterator<Item = &Restriction> {
        self.lists.restrictions.iter()
    }

    /// The approvals that have not been used or withdrawn.
    pub fn approvals(&self) -> impl Iterator<Item = &Approval> {
        self.lists.approvals.iter()
    }

    /// The open requests for approval.
    pub fn approval_requests(&self) -> impl Iterator<Item = &ApprovalRequest> {
        self.lists.requests.iter()
    }

    pub(crate) fn grant_at(&self, nth: u32) -> Option<&Grant> {
        self.lists.grants.get(usize::try_from(nth).ok()?)
    }

    pub(crate) fn restriction_at(&self, nth: u32) -> Option<&Restriction> {
        self.lists.restrictions.get(usize::try_from(nth).ok()?)
    }

    /// Applies the next event. `model` is the document that a `governance.adopted` names.
    pub(crate) fn apply(
        &mut self,
        at: Timestamp,
        actor: PersonId,
        event: &Event,
        model: Option<Arc<GovernanceModel>>,
    ) {
        match event {
            Event::RoleGranted(e) => self.lists.grants.push(Grant {
                id: e.grant,
                holder: e.holder,
                role: e.role.clone(),
                item: e.item,
                kind: e.kind,
                window: e.window,
                ended: None,
                granted_by: actor,
                granted_at: at,
                organisation_id: e.organisation_id,
            }),
            Event::RoleRevoked(e) => self.end_grants(&[e.grant], at),
            Event::RestrictionPlaced(e) => self.lists.restrictions.push(Restriction {
                id: e.restriction,
                holder: e.holder,
                permissions: e.permissions,
                item: e.item,
                window: e.window,
                ended: None,
                placed_by: actor,
                placed_at: at,
                reason: e.reason,
            }),
            Event::RestrictionLifted(e) => {
                let lifted =
                    self.lists.restrictions.iter_mut().find(|restriction| restriction.id == e.restriction);
                if let Some(restriction) = lifted {
                    restriction.ended = Some(at);
                }
            }
            Event::ApprovalGiven(e) => {
                let asked = self.lists.requests.iter().find(|request| request.id == e.request);
                if let Some(act) = asked.map(|request| request.act.clone()) {
                    let (id, request, roles) = (e.approval, e.request, e.roles.clone());
                    self.lists.approvals.push(Approval { id, by: actor, request, roles, act, at });
                }
                return;
            }
            Event::ApprovalAsked(e) => {
                let act = Act { permission: e.permission, item: e.item, matter: e.matter.clone() };
                let (id, content, seen) = (e.request, e.content, e.seen);
                self.lists.requests.push(ApprovalRequest { id, by: actor, act, content, seen, at });
                return;
            }
            // Approvals are used once, and are removed with their request.
            Event::ApprovalUsed(e) => {
                self.lists.approvals.retain(|approval| approval.request != e.request);
                self.lists.requests.retain(|request| request.id != e.request);
                return;
            }
            Event::ApprovalWithdrawn(e) => {
                self.lists.approvals.retain(|approval| approval.id != e.approval);
                return;
            }
            Event::GovernanceAdopted(e) => {
                if let Some(model) = model {
                    self.model = model;
                }
                self.end_grants(&e.effect.grants_ended, at);
            }
        }
        self.revision += 1;
    }

    fn end_grants(&mut self, ids: &[GrantId], at: Timestamp) {
        for grant in self.lists.grants.iter_mut().filter(|grant| ids.contains(&grant.id)) {
            grant.ended = Some(at);
        }
    }
}
