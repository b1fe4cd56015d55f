//! How contributions become points.

use crate::types::json::Readable;
use serde::Serialize;

use super::{Contribution, ContributionStatus};
use crate::party::StakeholderKind;
use crate::types::{OrganisationId, PersonId, TeamId};

/// INTERLINK's three kinds of contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContributionKind {
    /// Making the service.
    Development,
    /// Running and spreading it.
    Exploitation,
    /// Coordinating the work.
    Management,
}

impl ContributionKind {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Development, Self::Exploitation, Self::Management];
}

/// The level of a contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A little; counts once.
    Low,
    /// Counts twice.
    Medium,
    /// Much; counts three times.
    High,
}

impl Level {
    /// The factor by which the complexity is multiplied.
    #[must_use]
    pub const fn factor(self) -> u32 {
        match self {
            Self::Low => 1,
            Self::Medium => 2,
            Self::High => 3,
        }
    }

    /// The level that a share of the task's claims suggests: below 0.15 low, below 0.6 average, else high.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::work::Level;
    /// assert_eq!(Level::suggested(1, 7), Level::Low);
    /// assert_eq!(Level::suggested(3, 20), Level::Medium, "0.15 is not below 0.15");
    /// assert_eq!(Level::suggested(3, 5), Level::High);
    /// ```
    #[must_use]
    pub const fn suggested(claims: u32, of: u32) -> Self {
        let hundredths = claims as u64 * 100;
        if hundredths < 15 * of as u64 {
            Self::Low
        } else if hundredths < 60 * of as u64 {
            Self::Medium
        } else {
            Self::High
        }
    }
}

/// How complex a task is for each kind of contribution, from 0 to 100.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Complexity {
    /// For making the service.
    #[cfg_attr(feature = "json-schema", schemars(range(max = 100)))]
    pub development: u8,
    /// For running and spreading it.
    #[cfg_attr(feature = "json-schema", schemars(range(max = 100)))]
    pub exploitation: u8,
    /// For coordinating the work.
    #[cfg_attr(feature = "json-schema", schemars(range(max = 100)))]
    pub management: u8,
}

impl Complexity {
    /// The highest value.
    pub const MOST: u8 = 100;

    /// The value for one kind.
    #[must_use]
    pub const fn of(self, kind: ContributionKind) -> u8 {
        match kind {
            ContributionKind::Development => self.development,
            ContributionKind::Exploitation => self.exploitation,
            ContributionKind::Management => self.management,
        }
    }

    /// Whether every kind is within bounds.
    #[must_use]
    pub fn is_valid(self) -> bool {
        ContributionKind::ALL.iter().all(|kind| self.of(*kind) <= Self::MOST)
    }
}

/// One line of the ledger: the points of one person from one award for one kind of contribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PointsEntry {
    /// The kind of contribution.
    pub kind: ContributionKind,
    /// The level of the contribution.
    pub level: Level,
    /// The organisation of the team for which the person contributed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
    /// The person.
    pub person_id: PersonId,
    /// The points.
    pub points: u32,
    /// The stakeholder kind in which the person contributed.
    pub stakeholder_kind: StakeholderKind,
    /// The team for which the person contributed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team_id: Option<TeamId>,
}

/// The points for the accepted contributions of one task: one line for each person, kind, team and stakeholder kind, in
/// the order of their first claims.
pub(crate) fn entries(contributions: &[&Contribution], complexity: Complexity) -> Vec<PointsEntry> {
    let accepted: Vec<(&Contribution, Option<Level>)> = contributions
        .iter()
        .filter_map(|contribution| match contribution.status {
            ContributionStatus::Accepted { level, .. } => Some((*contribution, level)),
            ContributionStatus::Claimed
            | ContributionStatus::Withdrawn { .. }
            | ContributionStatus::Returned { .. } => None,
        })
        .collect();
    let count = |wanted: &dyn Fn(&Contribution) -> bool| {
        u32::try_from(accepted.iter().filter(|(found, _)| wanted(found)).count()).unwrap_or(u32::MAX)
    };
    let all = count(&|_| true);
    let mut entries: Vec<PointsEntry> = Vec::new();
    for (contribution, _) in &accepted {
        let same = |entry: &PointsEntry| {
            (entry.person_id, entry.kind, entry.team_id, entry.stakeholder_kind)
                == (contribution.by, contribution.kind, contribution.team_id, contribution.stakeholder_kind)
        };
        if entries.iter().any(same) {
            continue;
        }
        let of_same = |other: &Contribution| {
            (other.by, other.kind, other.team_id, other.stakeholder_kind)
                == (contribution.by, contribution.kind, contribution.team_id, contribution.stakeholder_kind)
        };
        let stated =
            accepted.iter().filter(|(other, _)| of_same(other)).filter_map(|(_, level)| *level).max();
        let hers = count(&|other| other.by == contribution.by);
        let level = stated.unwrap_or_else(|| Level::suggested(hers, all));
        entries.push(PointsEntry {
            kind: contribution.kind,
            level,
            organisation_id: contribution.organisation_id,
            person_id: contribution.by,
            points: u32::from(complexity.of(contribution.kind)) * level.factor(),
            stakeholder_kind: contribution.stakeholder_kind,
            team_id: contribution.team_id,
        });
    }
    entries
}
