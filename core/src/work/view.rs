//! Views of work and credit.

use crate::types::Map;

use crate::types::json::Readable;
use serde::Serialize;

use super::stop::MustStopView;
use super::{
    Award, Complexity, Contribution, ContributionKind, ContributionStatus, Level, ParticipationStatus,
    PointsEntry,
};
use crate::check::ProcessView;
use crate::party::{Names, PartyName, StakeholderKind};
use crate::process::Status;
use crate::types::{
    AssetId, AssignmentId, AwardId, Commitment, ContributionId, ItemId, ParticipationId, ProcessId, Timestamp,
};
use crate::vault::Party;

/// An assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AssignmentView {
    /// Its id.
    pub assignment: AssignmentId,
    /// The task.
    pub item: ItemId,
    /// The asset, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The assignee.
    pub holder: PartyName,
    /// The work; absent if no text was given or it was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PartyName,
    /// When it was withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Timestamp>,
    /// When it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed: Option<Timestamp>,
    /// Who said that it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed_by: Option<PartyName>,
}

/// The status of a contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContributionStage {
    /// It waits for review.
    Claimed,
    /// It was withdrawn.
    Withdrawn,
    /// It was accepted.
    Accepted,
    /// It was returned.
    Returned,
}

/// A contribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ContributionView {
    /// Its id.
    pub contribution: ContributionId,
    /// The task.
    pub item: ItemId,
    /// The asset, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The assignment it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment: Option<AssignmentId>,
    /// The award that its task had when it was claimed, while that award is valid. Points go to all at once: this claim
    /// gets points only if that award is reversed and made again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_award: Option<AwardId>,
    /// Its kind.
    pub kind: ContributionKind,
    /// The contributor.
    pub by: PartyName,
    /// Who recorded it, if another person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_by: Option<PartyName>,
    /// When the contributor confirmed what another person recorded; absent if not confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Timestamp>,
    /// The stakeholder kind in which the person contributed.
    pub stakeholder_kind: StakeholderKind,
    /// The team for which the person contributed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<PartyName>,
    /// The work done; absent if the text was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// When it was claimed.
    pub at: Timestamp,
    /// Its status.
    pub stage: ContributionStage,
    /// The reviewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<PartyName>,
    /// Its level, if the reviewer gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Why it was returned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One line of an award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct EntryView {
    /// The person.
    pub person: PartyName,
    /// The kind of contribution.
    pub kind: ContributionKind,
    /// The level of the contribution.
    pub level: Level,
    /// The points.
    pub points: u32,
}

/// The points of one task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AwardView {
    /// Its id.
    pub award: AwardId,
    /// The task.
    pub item: ItemId,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PartyName,
    /// The points of each contributor.
    pub entries: Vec<EntryView>,
    /// When it was reversed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reversed: Option<Timestamp>,
    /// Why its points do not rely on finished work any more; they count until they are reversed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsettled: Option<Unsettled>,
}

/// Why points do not rely on finished work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unsettled {
    /// The task was reopened and is not finished again.
    Reopened,
    /// The task or something above it was disabled.
    Disabled,
}

/// A request to take part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ParticipationView {
    /// Its id.
    pub request: ParticipationId,
    /// The person asking.
    pub by: PartyName,
    /// When.
    pub at: Timestamp,
    /// The reason; absent if the text was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether it was accepted; absent while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<bool>,
    /// Who answered it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<PartyName>,
    /// The reason for the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The work of a process and the credit for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct WorkView {
    /// The process.
    pub process: ProcessId,
    /// Every assignment, in order.
    pub assignments: Vec<AssignmentView>,
    /// Every contribution, in order.
    pub contributions: Vec<ContributionView>,
    /// The complexity of tasks that were estimated.
    pub complexities: Map<ItemId, Complexity>,
    /// Every award, in order.
    pub awards: Vec<AwardView>,
    /// Every request to take part, in order.
    pub participations: Vec<ParticipationView>,
    /// Assignments and claims that must stop at the moment asked about because a required purpose has no legal basis;
    /// empty if no moment was given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub must_stop: Vec<MustStopView>,
}

/// What a leaderboard ranks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RankBy {
    /// People.
    #[default]
    Person,
    /// Teams that were contributed for.
    Team,
    /// Stakeholder kinds.
    StakeholderKind,
}

/// One place on a leaderboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The rank, from 1; equal points share one.
    pub rank: u32,
    /// The points.
    pub points: u64,
    /// How many of the points are for tasks that were reopened or disabled since; absent if none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsettled: Option<u64>,
    /// The person or team, if it ranks by those.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyName>,
    /// The stakeholder kind, if it ranks by that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stakeholder_kind: Option<StakeholderKind>,
}

/// The leaderboard of points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Leaderboard {
    /// The process.
    pub process: ProcessId,
    /// The places, in order.
    pub places: Vec<Place>,
}

/// Whose points are added up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ranked {
    Party(Party),
    Stakeholder(StakeholderKind),
}

impl ProcessView {
    /// The points from the awards of a period (from its first moment to its last, exclusive) that were not reversed.
    /// When ranking teams, points without a team are left out, and so is whoever has no points.
    pub(crate) fn leaderboard(
        &self,
        by: RankBy,
        from: Option<Timestamp>,
        until: Option<Timestamp>,
        names: &Names<'_>,
    ) -> Leaderboard {
        let within =
            |at: Timestamp| from.is_none_or(|from| from <= at) && until.is_none_or(|until| at < until);
        let ranked = |entry: &PointsEntry| match by {
            RankBy::Person => Some(Ranked::Party(Party::Person(entry.person_id))),
            RankBy::Team => {
                let (team, organisation) = entry.team_id.zip(entry.organisation_id)?;
                Some(Ranked::Party(Party::Team(team, organisation)))
            }
            RankBy::StakeholderKind => Some(Ranked::Stakeholder(entry.stakeholder_kind)),
        };
        let (mut sums, mut open): (Map<Ranked, u64>, Map<Ranked, u64>) = (Map::new(), Map::new());
        let awards = self.process().work().awards();
        for award in awards.filter(|award| award.reversed.is_none() && within(award.at)) {
            for entry in &award.entries {
                if let Some(ranked) = ranked(entry) {
                    *sums.or_default(ranked) += u64::from(entry.points);
                    if self.unsettled(award).is_some() {
                        *open.or_default(ranked) += u64::from(entry.points);
                    }
                }
            }
        }
        // Whoever has no points has no place.
        let mut sums: Vec<(Ranked, u64)> = sums.into_iter().filter(|(_, points)| *points > 0).collect();
        sums.sort_by_key(|(ranked, points)| (std::cmp::Reverse(*points), *ranked));
        let rank = |points: u64| {
            let ahead = sums.iter().filter(|(_, other)| *other > points).count();
            u32::try_from(ahead).unwrap_or(u32::MAX).saturating_add(1)
        };
        let place = |(ranked, points): &(Ranked, u64)| {
            let (party, stakeholder_kind) = match ranked {
                Ranked::Party(party) => (Some(names.name(*party)), None),
                Ranked::Stakeholder(kind) => (None, Some(*kind)),
            };
            let unsettled = open.get(ranked).copied().filter(|points| *points > 0);
            Place { rank: rank(*points), points: *points, unsettled, party, stakeholder_kind }
        };
        let places = sums.iter().map(place).collect();
        Leaderboard { process: self.process().id(), places }
    }

    /// Why an award does not rely on finished work any more.
    fn unsettled(&self, award: &Award) -> Option<Unsettled> {
        let item = self.process().tree().item(award.item)?;
        match (award.reversed, item.enabled(), item.status()) {
            (Some(_), _, _) | (None, true, Status::Finished) => None,
            (None, false, _) => Some(Unsettled::Disabled),
            (None, true, Status::Awaiting | Status::InProgress) => Some(Unsettled::Reopened),
        }
    }

    /// The work of the process and the credit for it.
    pub(crate) fn work(&self, at: Option<Timestamp>, names: &Names<'_>) -> WorkView {
        let work = self.process().work();
        let person = |id| names.name(Party::Person(id));
        let text = |place: Option<Commitment>| place.and_then(|place| names.text(place));
        let assignments = work.assignments().map(|a| AssignmentView {
            assignment: a.id,
            item: a.item,
            asset: a.asset,
            holder: names.name(a.holder.into()),
            text: text(a.text),
            at: a.at,
            by: person(a.by),
            withdrawn: a.withdrawn,
            completed: a.completed,
            completed_by: a.completed_by.map(person),
        });
        let awards = work.awards().map(|award| {
            let entry = |entry: &PointsEntry| {
                let person = person(entry.person_id);
                EntryView { person, kind: entry.kind, level: entry.level, points: entry.points }
            };
            AwardView {
                award: award.id,
                item: award.item,
                at: award.at,
                by: person(award.by),
                entries: award.entries.iter().map(entry).collect(),
                reversed: award.reversed,
                unsettled: self.unsettled(award),
            }
        });
        let participations = work.participations().map(|request| {
            let (accepted, answered_by, reason) = match request.status {
                ParticipationStatus::Open => (None, None, None),
                ParticipationStatus::Accepted { by, reason, .. } => (Some(true), Some(by), reason),
                ParticipationStatus::Declined { by, reason, .. } => (Some(false), Some(by), Some(reason)),
            };
            ParticipationView {
                request: request.id,
                by: person(request.by),
                at: request.at,
                text: names.text(request.text),
                accepted,
                answered_by: answered_by.map(person),
                reason: text(reason),
            }
        });
        let stands = |id| work.awards().any(|award| award.id == id && award.reversed.is_none());
        let tasks = self.process().tree().items().map(crate::process::Item::id);
        let weighed = tasks.map(|item| (item, work.complexity(item)));
        WorkView {
            process: self.process().id(),
            assignments: assignments.collect(),
            contributions: work
                .contributions()
                .map(|contribution| view_of(contribution, names, &stands))
                .collect(),
            complexities: weighed.filter(|(_, complexity)| *complexity != Complexity::default()).collect(),
            awards: awards.collect(),
            participations: participations.collect(),
            must_stop: at.map(|at| self.must_stop(at, names)).unwrap_or_default(),
        }
    }
}

fn view_of(
    contribution: &Contribution,
    names: &Names<'_>,
    stands: &dyn Fn(AwardId) -> bool,
) -> ContributionView {
    let c = contribution;
    let (stage, reviewer, level, reason) = match c.status {
        ContributionStatus::Claimed => (ContributionStage::Claimed, None, None, None),
        ContributionStatus::Withdrawn { .. } => (ContributionStage::Withdrawn, None, None, None),
        ContributionStatus::Accepted { by, level, .. } => {
            (ContributionStage::Accepted, Some(by), level, None)
        }
        ContributionStatus::Returned { by, reason, .. } => {
            (ContributionStage::Returned, Some(by), None, names.text(reason))
        }
    };
    let team = c.team_id.zip(c.organisation_id).map(|(team, organisation)| Party::Team(team, organisation));
    ContributionView {
        contribution: c.id,
        item: c.item,
        asset: c.asset,
        assignment: c.assignment,
        after_award: c.awarded.filter(|id| stands(*id)),
        kind: c.kind,
        by: names.name(Party::Person(c.by)),
        recorded_by: contribution.recorded_by.map(|person| names.name(Party::Person(person))),
        confirmed: contribution.confirmed,
        stakeholder_kind: c.stakeholder_kind,
        team: team.map(|team| names.name(team)),
        text: names.text(c.text),
        at: c.at,
        stage,
        reviewer: reviewer.map(|person| names.name(Party::Person(person))),
        level,
        reason,
    }
}
