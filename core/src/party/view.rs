//! Views of an organisation.

use serde::Serialize;

use super::{Organisation, RegisterEntry, Span, StakeholderKind, TeamPolicy, Verification};
use crate::journal::Seq;
use crate::operator::Operators;
use crate::party::{Names, PartyName};
use crate::types::json::Readable;
use crate::types::{FileDigest, HostId, Localized, OrganisationId, PersonId, TeamId, Timestamp, Window};
use crate::vault::Party;

/// A membership of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MembershipView {
    /// The person.
    pub person: PartyName,
    /// The intended time of the membership.
    pub window: Window,
    /// When it was ended early.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
}

/// A team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct TeamView {
    /// Its id.
    pub team_id: TeamId,
    /// The host's id for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_id: Option<HostId>,
    /// What kind of stakeholder it is.
    pub kind: StakeholderKind,
    /// Its name, in all its languages.
    pub name: Localized,
    /// Who leads it.
    pub led_by: PartyName,
    /// When it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Timestamp>,
    /// Past, present and future members.
    pub members: Vec<MembershipView>,
}

/// An operator's verification of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct VerificationView {
    /// When the organisation was verified.
    pub at: Timestamp,
    /// The operator.
    pub by: PartyName,
    /// The SHA-256 of the evidence that the operator saw.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<FileDigest>,
    /// Whether an operator of this store verified it. Verifications by operators of other stores give no rights here.
    pub here: bool,
    /// Its entry in a public register.
    pub register: RegisterEntry,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct OrganisationView {
    /// Its id.
    pub organisation_id: OrganisationId,
    /// The host's id for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_id: Option<HostId>,
    /// The number of the last event that the view includes.
    pub seq: Seq,
    /// What kind of stakeholder it is.
    pub kind: StakeholderKind,
    /// Its name, in all its languages.
    pub name: Localized,
    /// Who may create teams in it.
    pub team_creation: TeamPolicy,
    /// Its administrators.
    pub administrators: Vec<PartyName>,
    /// Past, present and future members.
    pub members: Vec<MembershipView>,
    /// Its teams.
    pub teams: Vec<TeamView>,
    /// The verification; absent if there is only the organisation's own claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified: Option<VerificationView>,
}

impl Organisation {
    pub(crate) fn view(&self, version: Seq, host: Option<&Operators>, names: &Names<'_>) -> OrganisationView {
        let person = |id: PersonId| names.name(Party::Person(id));
        let membership = |(id, span): (PersonId, Span)| MembershipView {
            person: person(id),
            window: span.window,
            ended: span.ended,
        };
        let team = |team: &super::Team| TeamView {
            team_id: team.id,
            host_id: names.host_id(Party::Team(team.id, self.id)),
            kind: team.kind,
            name: team.name.clone(),
            led_by: person(team.lead),
            closed: team.closed,
            members: team.members().map(membership).collect(),
        };
        let verified = |verified: &Verification| VerificationView {
            at: verified.at,
            by: person(verified.by),
            evidence: verified.evidence,
            here: host.zip(verified.host).is_some_and(|(host, by)| host.is_own(&by)),
            register: verified.register.clone(),
        };
        OrganisationView {
            organisation_id: self.id,
            host_id: names.host_id(Party::Organisation(self.id)),
            seq: version,
            kind: self.kind,
            name: self.name.clone(),
            team_creation: self.team_creation,
            administrators: self.administrators().map(person).collect(),
            members: self.members().map(membership).collect(),
            teams: self.teams().map(team).collect(),
            verified: self.verified.as_deref().map(verified),
        }
    }
}
