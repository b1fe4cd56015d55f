//! Parties: people, organisations and teams.
//!
//! A party is known by an opaque id that the host gives. An organisation has its own stream (`organisation/ID`), which
//! holds its administrators, its members and its teams. Roles are usually granted to teams; whoever is in a team at a
//! moment may then do what the team may.
//!
//! Who may do what in an organisation is fixed and cannot be configured:
//!
//! | act | who |
//! |---|---|
//! | register an organisation | anyone; the actor becomes its administrator |
//! | edit it, appoint and dismiss administrators, add members | its administrators |
//! | verify its kind and its entry in a public register, and revoke that | an [operator](crate::operator) who does not
//! belong to it |
//! | appoint a successor if every administrator was erased | an operator, but not themselves |
//! | remove a member | its administrators, and the member |
//! | create a team | according to the organisation's policy: anyone, members, or administrators |
//! | add to a team | its organisation's administrators, and whoever created the team |
//! | remove from a team | the same, and the member |

mod command;
mod decide;
mod event;
mod name;
mod needs;
mod parties;
mod refusal;
mod state;
pub mod view;

use crate::types::Key;
use crate::types::json::Readable;
use serde::Serialize;

pub use command::{
    AddMember, AddTeamMember, AppointAdministrator, CloseTeam, Command, CreateTeam, DismissAdministrator,
    EditOrganisation, EditTeam, MergeTeam, RegisterOrganisation, RemoveMember, RemoveTeamMember,
    UnverifyOrganisation, VerifyOrganisation,
};
pub(crate) use decide::{LookedUp, decide};
pub use event::{
    AdministratorAppointed, AdministratorDismissed, Event, MemberAdded, MemberRemoved, OrganisationEdited,
    OrganisationRegistered, OrganisationUnverified, OrganisationVerified, TeamClosed, TeamCreated,
    TeamEdited, TeamMemberAdded, TeamMemberRemoved, TeamMerged,
};
pub use name::{Holder, PartyName};
pub(crate) use name::{Names, Texts};
pub(crate) use parties::Parties;
pub use refusal::PartyRefusal;
pub use state::{Organisation, Span, Team, Verification};

/// The four kinds of stakeholder that INTERLINK distinguishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StakeholderKind {
    /// People acting for themselves.
    Citizen,
    /// A public administration.
    PublicAdministration,
    /// An association, a foundation, a cooperative: not for profit.
    NonprofitOrganisation,
    /// A company.
    ForprofitOrganisation,
}

impl StakeholderKind {
    /// All kinds, in order.
    pub const ALL: [Self; 4] =
        [Self::Citizen, Self::PublicAdministration, Self::NonprofitOrganisation, Self::ForprofitOrganisation];

    /// The name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::PublicAdministration => "public_administration",
            Self::NonprofitOrganisation => "nonprofit_organisation",
            Self::ForprofitOrganisation => "forprofit_organisation",
        }
    }
}

interlink_values::words!(StakeholderKind);

impl StakeholderKind {
    /// The word for it in a sentence, in English.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::PublicAdministration => "public administration",
            Self::NonprofitOrganisation => "non-profit organisation",
            Self::ForprofitOrganisation => "company",
        }
    }
}

impl std::fmt::Display for StakeholderKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.words())
    }
}

/// An entry in a public register, by which anybody can look up the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegisterEntry {
    /// The organisation's number in the register.
    pub number: Key,
    /// The register: by its code in ISO 6523, or as it is known in its country, such as `LV-UR`.
    pub register: Key,
}

/// Who may create teams in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TeamPolicy {
    /// Anyone the host lets in.
    Anyone,
    /// Members and administrators.
    Members,
    /// Administrators only.
    Administrators,
}
