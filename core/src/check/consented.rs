//! The leg of the check that asks what people want done with their data.

use super::{ProcessView, Question};
use crate::consent::{Asked, ConsentQuestion, ConsentReason, Register};
use crate::governance::{Permission, PermissionSet};
use crate::journal::Reliance;
use crate::process::Ix;
use crate::requirement::{Requirement, Target};
use crate::types::Map;
use crate::types::{AssetId, PersonId, Timestamp};

/// What the people of a process said about the purposes that it requires.
#[derive(Debug, Clone, Default)]
pub(crate) struct Consented {
    pub(crate) register: Register,
    /// Whether the process is seen as it was at a past moment.
    pub(crate) past: bool,
    /// How far the streams were read of those whom a decision asks about.
    pub(crate) heads: Map<PersonId, Reliance>,
}

/// A required purpose for which somebody's data may not be processed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lack<'a> {
    pub(crate) requirement: &'a Requirement,
    pub(crate) subject: PersonId,
    pub(crate) why: ConsentReason,
}

/// What nobody does without the purposes that are required of a process or an item.
pub(crate) const TAKING_PART: PermissionSet = PermissionSet::of(&[
    Permission::TaskStart,
    Permission::TaskComplete,
    Permission::AssetCreate,
    Permission::AssetEdit,
    Permission::ContributionClaim,
]);
/// What is done with an asset only with the purposes that are required of it.
const OPENING: PermissionSet = PermissionSet::of(&[Permission::AssetView, Permission::AssetEdit]);

impl ProcessView {
    /// Whether all purposes that are required are there.
    pub(crate) fn purposes_permit(&self, question: &Question, ix: Option<Ix>) -> bool {
        self.process().requirements().is_empty() || self.lacks(question, ix).next().is_none()
    }

    /// The purposes that are missing for what is asked.
    pub(crate) fn lacks(&self, question: &Question, ix: Option<Ix>) -> impl Iterator<Item = Lack<'_>> {
        let Question { actor, permission, asset, at, .. } = *question;
        let taking_part = TAKING_PART.contains(permission);
        let opening = asset.filter(|_| OPENING.contains(permission));
        let asked =
            self.process().requirements().iter().filter(move |requirement| match requirement.target {
                Target::Process | Target::Item(_) => taking_part && self.covers(requirement, ix),
                Target::Asset(id) => {
                    opening.is_some_and(|opened| self.process().assets().holds_what(opened, id))
                }
            });
        asked.filter_map(move |requirement| self.lack(requirement, actor, at))
    }

    /// The purposes that are missing before somebody is assigned to an item.
    pub(crate) fn lacks_of(
        &self,
        person: PersonId,
        ix: Option<Ix>,
        at: Timestamp,
    ) -> impl Iterator<Item = Lack<'_>> {
        let asked =
            self.process().requirements().iter().filter(move |requirement| self.covers(requirement, ix));
        asked.filter_map(move |requirement| self.lack(requirement, person, at))
    }

    /// Whether a requirement of the process or an item holds at a place in the tree.
    pub(crate) fn covers(&self, requirement: &Requirement, ix: Option<Ix>) -> bool {
        let tree = self.process().tree();
        match requirement.target {
            Target::Process => true,
            Target::Item(item) => {
                ix.is_some_and(|ix| tree.upwards(ix).any(|above| tree.at(above).id == item))
            }
            Target::Asset(_) => false,
        }
    }

    /// Whose basis is missing, if anybody's is.
    pub(crate) fn lack<'a>(
        &'a self,
        requirement: &'a Requirement,
        actor: PersonId,
        at: Timestamp,
    ) -> Option<Lack<'a>> {
        let lack = |subject| {
            let asked = Asked::new(at, self.consented.past);
            let question = ConsentQuestion { subject, purpose: &requirement.purpose, asked };
            let verdict = self.consented.register.check(&question);
            (!verdict.allowed).then_some(Lack { requirement, subject, why: verdict.reason })
        };
        match requirement.subjects.as_slice() {
            [] => lack(actor),
            subjects => subjects.iter().copied().find_map(lack),
        }
    }

    /// What a decision relied on that asked about these people.
    pub(crate) fn relied_on_consents(&self, people: &[PersonId]) -> impl Iterator<Item = Reliance> {
        people.iter().filter_map(|person| self.consented.heads.get(person).copied())
    }

    /// The people whose data an asset holds, as far as requirements say.
    pub(crate) fn subjects_of(&self, asset: AssetId) -> Vec<PersonId> {
        let assets = self.process().assets();
        let all = self.process().requirements().iter().filter(|requirement| match requirement.target {
            Target::Asset(id) => assets.holds_what(asset, id),
            Target::Process | Target::Item(_) => false,
        });
        all.flat_map(|requirement| requirement.subjects.iter().copied()).collect()
    }
}
