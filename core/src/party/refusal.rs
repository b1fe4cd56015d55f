//! Why an organisation participations no.

use super::{StakeholderKind, TeamPolicy};
use crate::problem::Code;
use crate::types::ValueFault;
use interlink_derive::Refusal;

/// A command of the party block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum PartyRefusal {
    /// Only administrators may do that.
    #[error(OrganisationDenied, "Only an administrator of the organisation may do this.")]
    NotAdministrator,
    /// Only administrators and whoever leads the team may do that.
    #[error(OrganisationDenied, lead: "Only an administrator of the organisation or the person who leads the team may do this.")]
    NotTeamLead,
    /// The organisation does not let this person create a team.
    #[error(OrganisationDenied, policy: "In this organisation, teams are created by {who}.", who = who(*policy))]
    TeamPolicy {
        /// Who may.
        policy: TeamPolicy,
    },
    /// An organisation has teams of its own kind, and hosts teams of citizens.
    #[error(
        TeamKind,
        "A {organisation} has teams of its own kind and of citizens, not of another kind ({team})."
    )]
    TeamKind {
        /// What the organisation is.
        organisation: StakeholderKind,
        /// What the team would be.
        team: StakeholderKind,
    },
    /// Nobody would be left to administer the organisation.
    #[error(OrganisationLastAdministrator, "This person is the organisation's last administrator.")]
    LastAdministrator,
    /// She already is.
    #[error(AdministratorExists, "This person already administers the organisation.")]
    AlreadyAdministrator,
    /// She is not.
    #[error(AdministratorUnknown, "This person does not administer the organisation.")]
    NoAdministrator,
    /// She is a member for some of that time.
    #[error(MemberExists, "This person is already a member for some of that time.")]
    AlreadyMember,
    /// She is not.
    #[error(MemberUnknown, "This person is not a member at that time.")]
    NoMember,
    /// The team belongs to another organisation.
    #[error(TeamUnknown, "The team does not belong to this organisation.")]
    ForeignTeam,
    /// The team was closed.
    #[error(TeamClosed, "The team was closed.")]
    TeamClosed {
        /// Where in the command.
        path: &'static str,
    },
    /// A team goes on in another, of the same kind.
    #[error(TeamMerge, "A team is merged into another team of the same organisation and kind.")]
    TeamMerge,
    /// The membership would have no length.
    #[error(transparent)]
    Window(ValueFault),
    /// An operator has nothing to say where somebody administers the organisation.
    #[error(
        OrganisationAdministered,
        "The organisation has an administrator; an operator appoints one where nobody is left."
    )]
    Administered,
    /// Nobody verifies herself, her own organisation, or appoints herself.
    #[error(PartyConflictOfInterest, organisation: "An operator does this for others, not for herself or for an organisation that she belongs to.")]
    OwnOrganisation,
    /// It is not verified.
    #[error(OrganisationNotVerified, "The organisation is not verified.")]
    NotVerified,
    /// The command changes nothing.
    #[error(NothingToChange, "The command names nothing to change.")]
    NothingToChange,
}

const fn who(policy: TeamPolicy) -> &'static str {
    match policy {
        TeamPolicy::Anyone => "anyone",
        TeamPolicy::Members => "members and administrators",
        TeamPolicy::Administrators => "administrators",
    }
}

impl PartyRefusal {
    /// Where in the command the fault stands.
    #[must_use]
    pub fn path(&self) -> &'static str {
        match self {
            Self::NotAdministrator
            | Self::NotTeamLead
            | Self::TeamPolicy { .. }
            | Self::Administered
            | Self::OwnOrganisation => "/actor",
            Self::NotVerified => "/stream",
            Self::LastAdministrator
            | Self::AlreadyAdministrator
            | Self::NoAdministrator
            | Self::AlreadyMember
            | Self::NoMember => "/data/person",
            Self::TeamKind { .. } => "/data/kind",
            Self::ForeignTeam => "/data/team",
            Self::TeamClosed { path } => path,
            Self::TeamMerge => "/data/into",
            Self::Window(fault) if fault.code() == Code::WindowBackdated => "/data/from",
            Self::Window(_) => "/data/until",
            Self::NothingToChange => "/data",
        }
    }
}
