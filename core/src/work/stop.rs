//! Assignments and claims that must stop because a legal basis has ended.

use serde::Serialize;

use super::{ContributionStatus, Work};
use crate::check::{ProcessView, Question};
use crate::consent::{ConsentReason, PurposeRef};
use crate::governance::{Holder, Permission};
use crate::party::{Names, PartyName};
use crate::types::json::Readable;
use crate::types::{AssetId, AssignmentId, ContributionId, ItemId, PersonId, RequirementId, Timestamp};
use crate::vault::Party;
use interlink_values::wording::Aside;

/// Work that must stop because a purpose required there has no legal basis for a person's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MustStopView {
    /// The assignment, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment: Option<AssignmentId>,
    /// The claim waiting for review, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contribution: Option<ContributionId>,
    /// The task.
    pub item: ItemId,
    /// The person whose work it is.
    pub person: PartyName,
    /// The required purpose.
    pub purpose: PurposeRef,
    /// The requirement.
    pub requirement: RequirementId,
    /// The person whose data may not be processed for it.
    pub data_subject: PartyName,
    /// Why not, as a sentence.
    pub reason: String,
    /// The same, to be written in another language.
    #[serde(skip)]
    pub(crate) aside: Aside<ConsentReason>,
}

/// Work in progress.
struct Doing {
    asset: Option<AssetId>,
    assignment: Option<AssignmentId>,
    contribution: Option<ContributionId>,
    item: ItemId,
    person: PersonId,
    /// The assignee, or the contributor.
    holder: Holder,
}

/// An assignment or a claim that must stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stop {
    pub(crate) assignment: Option<AssignmentId>,
    pub(crate) contribution: Option<ContributionId>,
    pub(crate) item: ItemId,
    pub(crate) holder: Holder,
}

impl Work {
    /// Everyone named in an open assignment or claim.
    pub(crate) fn people(&self) -> impl Iterator<Item = PersonId> {
        let asked = self.assignments().filter_map(|assignment| match assignment.holder {
            Holder::Person(person) => Some(person),
            Holder::Team { .. } => None,
        });
        asked.chain(self.contributions().map(|contribution| contribution.by))
    }
}

impl ProcessView {
    /// The work that must stop at a moment, in order. For a team's assignment, one entry for each of its members.
    pub(crate) fn must_stop(&self, at: Timestamp, names: &Names<'_>) -> Vec<MustStopView> {
        let person = |id| names.name(Party::Person(id));
        let mut all = Vec::new();
        for doing in self.doing(at) {
            for lack in self.lacks_for(&doing, at) {
                all.push(MustStopView {
                    assignment: doing.assignment,
                    contribution: doing.contribution,
                    item: doing.item,
                    person: person(doing.person),
                    purpose: lack.requirement.purpose.clone(),
                    requirement: lack.requirement.id,
                    data_subject: person(lack.subject),
                    reason: lack.why.sentence(),
                    aside: lack.why.into(),
                });
            }
        }
        all
    }

    /// The same for administrators: each assignment and claim once.
    pub(crate) fn stops(&self, at: Timestamp) -> Vec<Stop> {
        let must = |doing: &Doing| !self.lacks_for(doing, at).is_empty();
        let stop = |doing: Doing| Stop {
            assignment: doing.assignment,
            contribution: doing.contribution,
            item: doing.item,
            holder: doing.holder,
        };
        let mut all: Vec<Stop> = self.doing(at).into_iter().filter(must).map(stop).collect();
        all.dedup();
        all
    }

    /// Whether some work must stop at a moment because there is no legal basis for this person's data.
    pub(crate) fn must_stop_for(&self, subject: PersonId, at: Timestamp) -> bool {
        let doing = self.doing(at);
        doing.iter().any(|doing| self.lacks_for(doing, at).iter().any(|lack| lack.subject == subject))
    }

    fn lacks_for(&self, doing: &Doing, at: Timestamp) -> Vec<crate::check::MissingConsent<'_>> {
        let Doing { asset, item, person: actor, .. } = *doing;
        let question = Question { actor, permission: Permission::AssetEdit, item: Some(item), asset, at };
        self.lacks(&question, self.process().tree().ix(item)).collect()
    }

    fn doing(&self, at: Timestamp) -> Vec<Doing> {
        let work = self.process().work();
        let mut all = Vec::new();
        for assignment in work.assignments().filter(|assignment| assignment.is_open()) {
            let people = match assignment.holder {
                Holder::Person(person) => vec![person],
                Holder::Team { organisation_id: organisation, team_id: team } => {
                    let found = self.parties.organisation(organisation);
                    let team = found.and_then(|stream| stream.state.team(team));
                    let members = team.into_iter().flat_map(crate::party::Team::members);
                    members.filter(|(_, span)| span.holds_at(at)).map(|(person, _)| person).collect()
                }
            };
            all.extend(people.into_iter().map(|person| Doing {
                asset: assignment.asset,
                assignment: Some(assignment.id),
                contribution: None,
                item: assignment.item,
                person,
                holder: assignment.holder,
            }));
        }
        let claims = work.contributions().filter(|claim| claim.status == ContributionStatus::Claimed);
        all.extend(claims.map(|claim| Doing {
            asset: claim.asset,
            assignment: None,
            contribution: Some(claim.id),
            item: claim.item,
            person: claim.by,
            holder: Holder::Person(claim.by),
        }));
        all
    }
}
