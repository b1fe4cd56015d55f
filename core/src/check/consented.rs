//! The step of the check for required purposes.

use super::{ProcessView, Question};
use crate::consent::{Asked, ConsentQuestion, ConsentReason, ConsentVerdict, Gate, Passage, Register};
use crate::governance::{Act, Permission, PermissionSet};
use crate::journal::Reliance;
use crate::process::Ix;
use crate::requirement::{PurposeUsed, Requirement, Target};
use crate::types::Map;
use crate::types::{AssetId, PersonId, Timestamp};

/// The consents of the people of a process for the purposes that it requires.
#[derive(Debug, Clone, Default)]
pub(crate) struct Consented {
    pub(crate) register: Register,
    /// Whether the process is viewed as of a past moment.
    pub(crate) past: bool,
    /// Up to which event the streams of the people in question were read.
    pub(crate) heads: Map<PersonId, Reliance>,
}

/// A required purpose for which a person's data may not be processed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MissingConsent<'a> {
    pub(crate) requirement: &'a Requirement,
    pub(crate) subject: PersonId,
    pub(crate) why: ConsentReason,
}

/// What nobody can do without the purposes required for a process or an item.
pub(crate) const TAKING_PART: PermissionSet = PermissionSet::of(&[
    Permission::TaskStart,
    Permission::TaskComplete,
    Permission::AssetCreate,
    Permission::AssetEdit,
    Permission::ContributionClaim,
]);
/// What nobody can do with an asset without the purposes required for it.
const OPENING: PermissionSet = PermissionSet::of(&[Permission::AssetView, Permission::AssetEdit]);

impl ProcessView {
    /// The required purposes that are missing for a question.
    pub(crate) fn lacks(
        &self,
        question: &Question,
        ix: Option<Ix>,
    ) -> impl Iterator<Item = MissingConsent<'_>> {
        let Question { actor, at, .. } = *question;
        self.asked_of(question, ix).filter_map(move |requirement| self.lack(requirement, actor, at))
    }

    /// The requirements that apply to a question.
    fn asked_of(&self, question: &Question, ix: Option<Ix>) -> impl Iterator<Item = &Requirement> {
        let Question { permission, asset, .. } = *question;
        let taking_part = TAKING_PART.contains(permission);
        let opening = asset.filter(|_| OPENING.contains(permission));
        self.process().requirements().iter().filter(move |requirement| match requirement.target {
            Target::Process | Target::Item(_) => taking_part && self.covers(requirement, ix),
            Target::Asset(id) => opening.is_some_and(|opened| self.process().assets().holds_what(opened, id)),
        })
    }

    /// The required purposes that are missing before somebody can be assigned to an item.
    pub(crate) fn lacks_of(
        &self,
        person: PersonId,
        ix: Option<Ix>,
        at: Timestamp,
    ) -> impl Iterator<Item = MissingConsent<'_>> {
        let asked =
            self.process().requirements().iter().filter(move |requirement| self.covers(requirement, ix));
        // An assignment is not yet the work itself: no use is taken.
        asked.filter_map(move |requirement| {
            lacking(requirement, person, |subject| {
                let asked = Asked::new(at, self.consented.past);
                let question =
                    ConsentQuestion { data_subject_id: subject, purpose: &requirement.purpose, asked };
                self.consented.register.check(&question)
            })
        })
    }

    /// Whether a requirement of the process or an item applies at a place in the tree.
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

    /// The first person for whom a requirement is not met, if any.
    pub(crate) fn lack<'a>(
        &'a self,
        requirement: &'a Requirement,
        actor: PersonId,
        at: Timestamp,
    ) -> Option<MissingConsent<'a>> {
        lacking(requirement, actor, |subject| self.passage(requirement, subject, at).verdict)
    }

    /// Whether a requirement is met for a person, and by which use of a consent.
    fn passage(&self, requirement: &Requirement, subject: PersonId, at: Timestamp) -> Passage {
        let asked = Asked::new(at, self.consented.past);
        let question = ConsentQuestion { data_subject_id: subject, purpose: &requirement.purpose, asked };
        let taken = |used| self.process().requirements().has_taken(subject, used);
        let gate = Gate { requirement: requirement.id, taken: &taken };
        self.consented.register.check_gate(&question, &gate)
    }

    /// The uses of consents that the decided acts take: one for each requirement and each person with a counted
    /// consent.
    pub(crate) fn uses(&self, actor: PersonId, acts: &[Act], at: Timestamp) -> Vec<PurposeUsed> {
        let process = self.process();
        let mut taken: Vec<PurposeUsed> = Vec::new();
        for act in acts {
            let ix = act.item.and_then(|item| process.tree().ix(item));
            let question =
                Question { actor, permission: act.permission, item: act.item, asset: act.matter.asset, at };
            for requirement in self.asked_of(&question, ix) {
                let subjects = match requirement.subjects.as_slice() {
                    [] => std::slice::from_ref(&actor),
                    subjects => subjects,
                };
                for subject in subjects {
                    let before = taken
                        .iter()
                        .any(|used| (used.requirement, used.data_subject_id) == (requirement.id, *subject));
                    let Some(used) = self.passage(requirement, *subject, at).takes.filter(|_| !before) else {
                        continue;
                    };
                    let relied_on = self.consented.heads.get(subject).copied().into_iter().collect();
                    taken.push(PurposeUsed {
                        relied_on,
                        requirement: requirement.id,
                        data_subject_id: *subject,
                        used,
                    });
                }
            }
        }
        taken
    }

    /// The consent streams that a decision about these people relied on.
    pub(crate) fn relied_on_consents(&self, people: &[PersonId]) -> impl Iterator<Item = Reliance> {
        people.iter().filter_map(|person| self.consented.heads.get(person).copied())
    }

    /// The people whose data an asset holds, according to the requirements.
    pub(crate) fn subjects_of(&self, asset: AssetId) -> Vec<PersonId> {
        let assets = self.process().assets();
        let all = self.process().requirements().iter().filter(|requirement| match requirement.target {
            Target::Asset(id) => assets.holds_what(asset, id),
            Target::Process | Target::Item(_) => false,
        });
        all.flat_map(|requirement| requirement.subjects.iter().copied()).collect()
    }
}

/// The first person for whom a requirement is not met, if any: the actor, or one of those whose data an asset holds.
fn lacking<'a>(
    requirement: &'a Requirement,
    actor: PersonId,
    verdict: impl Fn(PersonId) -> ConsentVerdict,
) -> Option<MissingConsent<'a>> {
    let lack = |subject| {
        let verdict = verdict(subject);
        (!verdict.allowed).then_some(MissingConsent { requirement, subject, why: verdict.reason })
    };
    match requirement.subjects.as_slice() {
        [] => lack(actor),
        subjects => subjects.iter().copied().find_map(lack),
    }
}
