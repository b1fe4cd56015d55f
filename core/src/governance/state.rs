//! The rules of one process as its stream has made them.

use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::{Act, Event, GovernanceModel, Holder, PermissionSet};
use crate::party::StakeholderKind;
use crate::types::{
    ApprovalId, Commitment, GrantId, ItemId, Key, OrganisationId, PersonId, RestrictionId, Seen, Timestamp,
    Window,
};

/// A role given to a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// Who holds it.
    pub holder: Holder,
    /// The role.
    pub role: Key,
    /// The item it holds on and below; the whole process if `None`.
    pub item: Option<ItemId>,
    /// The stakeholder kind in which the holder received it.
    pub kind: StakeholderKind,
    /// From when until when it was meant.
    pub window: Window,
    /// When it was ended before that.
    pub ended: Option<Timestamp>,
    /// Who gave it.
    pub granted_by: PersonId,
    /// When. Whatever its window says, it gives nothing for the time before.
    pub granted_at: Timestamp,
    /// The organisation in whose name a person holds it: it rests while she does not belong there.
    pub organisation_id: Option<OrganisationId>,
}

impl Grant {
    /// Whether it holds at a moment. One that is held in an organisation's name also needs the membership then.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.granted_at <= at && self.window.holds_at(at) && self.ended.is_none_or(|ended| at < ended)
    }
}

/// Permissions taken from a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Restriction {
    /// Its id.
    pub id: RestrictionId,
    /// From whom.
    pub holder: Holder,
    /// What is taken.
    pub permissions: PermissionSet,
    /// The item it holds on and below; the whole process if `None`.
    pub item: Option<ItemId>,
    /// From when until when it was meant.
    pub window: Window,
    /// When it was ended before that.
    pub ended: Option<Timestamp>,
    /// Who placed it.
    pub placed_by: PersonId,
    /// When. Whatever its window says, it takes nothing for the time before.
    pub placed_at: Timestamp,
    /// Why: a commitment to a text in the vault.
    pub reason: Commitment,
}

impl Restriction {
    /// Whether it holds at a moment.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.placed_at <= at && self.window.holds_at(at) && self.ended.is_none_or(|ended| at < ended)
    }
}

/// Somebody who stands behind an act to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Its id.
    pub id: ApprovalId,
    /// Who.
    pub by: PersonId,
    /// What was asked.
    pub request: ApprovalId,
    /// The roles in which she gave it.
    pub roles: Vec<Key>,
    /// The act.
    pub act: Act,
    /// When.
    pub at: Timestamp,
}

/// An act that somebody asks others to stand behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct ApprovalRequest {
    /// Its id.
    pub id: ApprovalId,
    /// Who asks.
    pub by: PersonId,
    /// The act.
    pub act: Act,
    /// The command that does it, word for word: a commitment to a text in the vault.
    pub content: Commitment,
    /// What it is about as it stood when it was asked.
    pub seen: Seen,
    /// When.
    pub at: Timestamp,
}

/// The rules of one process: its model, and every grant, restriction and open approval.
#[derive(Debug, Clone)]
pub struct Governance {
    model: Arc<GovernanceModel>,
    lists: Lists,
    /// Changes whenever an answer of the permission rule may.
    revision: u64,
}

/// What of the rules is kept in a snapshot; the model is a document of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lists {
    grants: Vec<Grant>,
    restrictions: Vec<Restriction>,
    approvals: Vec<Approval>,
    requests: Vec<ApprovalRequest>,
}

/// Equal rules are equal, however often they changed on the way.
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

    /// Every grant there ever was, in the order in which they were given.
    pub fn grants(&self) -> impl ExactSizeIterator<Item = &Grant> {
        self.lists.grants.iter()
    }

    /// Every restriction there ever was, in the order in which they were placed.
    pub fn restrictions(&self) -> impl ExactSizeIterator<Item = &Restriction> {
        self.lists.restrictions.iter()
    }

    /// The approvals that were given and not yet used or withdrawn.
    pub fn approvals(&self) -> impl Iterator<Item = &Approval> {
        self.lists.approvals.iter()
    }

    /// The acts for which approvals are asked and that have not been done.
    pub fn approval_requests(&self) -> impl Iterator<Item = &ApprovalRequest> {
        self.lists.requests.iter()
    }

    pub(crate) fn grant_at(&self, nth: u32) -> Option<&Grant> {
        self.lists.grants.get(usize::try_from(nth).ok()?)
    }

    pub(crate) fn restriction_at(&self, nth: u32) -> Option<&Restriction> {
        self.lists.restrictions.get(usize::try_from(nth).ok()?)
    }

    /// Takes in one more event. `model` is the document that a `governance.adopted` names.
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
            // They serve once, and go with what was asked.
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
