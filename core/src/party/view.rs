//! An organisation as people read it.

use serde::Serialize;

use super::{Organisation, RegisterEntry, Span, StakeholderKind, TeamPolicy, Verification};
use crate::journal::Seq;
use crate::operator::Operators;
use crate::party::{Names, PartyName};
use crate::types::json::Readable;
use crate::types::{FileDigest, HostId, Localized, OrganisationId, PersonId, TeamId, Timestamp, Window};
use crate::vault::Party;

/// A time for which a person belongs to something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MembershipView {
    /// Who.
    pub person: PartyName,
    /// From when until when it was meant.
    pub window: Window,
    /// When it was ended before that.
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
    pub lead: PartyName,
    /// When it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Timestamp>,
    /// Who was, is or will be in it.
    pub members: Vec<MembershipView>,
}

/// What an operator of the store verified an organisation to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct VerificationView {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PartyName,
    /// The SHA-256 of what the operator saw.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<FileDigest>,
    /// Whether an operator of this store did it. What others' operators verified gives no right here.
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
    /// The version that is shown.
    pub seq: Seq,
    /// What kind of stakeholder it is.
    pub kind: StakeholderKind,
    /// Its name, in all its languages.
    pub name: Localized,
    /// Who may create teams in it.
    pub team_creation: TeamPolicy,
    /// Its administrators.
    pub administrators: Vec<PartyName>,
    /// Who was, is or will be a member.
    pub members: Vec<MembershipView>,
    /// Its teams.
    pub teams: Vec<TeamView>,
    /// What it was verified to be; absent where it only participations so itself.
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
            lead: person(team.lead),
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
