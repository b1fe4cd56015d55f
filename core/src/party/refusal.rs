//! Refusals of commands about an organisation.

use super::{StakeholderKind, TeamPolicy};
use crate::problem::Code;
use crate::types::ValueFault;
use interlink_derive::Refusal;

/// A command of the party block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum PartyRefusal {
    /// Only administrators may do this.
    #[error(OrganisationDenied, "Only an administrator of the organisation may do this.")]
    NotAdministrator,
    /// Only administrators and the team's lead may do this.
    #[error(OrganisationDenied, lead: "Only an administrator of the organisation or the person who leads the team may do this.")]
    NotTeamLead,
    /// The organisation does not let this person create a team.
    #[error(OrganisationDenied, policy: "In this organisation, teams are created by {who}.", who = who(*policy))]
    TeamPolicy {
        /// Who may create teams.
        policy: TeamPolicy,
    },
    /// An organisation can have teams of its own kind and of citizens.
    #[error(
        TeamKind,
        "A {organisation} can have teams of its own kind and of citizens, but not of another kind ({team})."
    )]
    TeamKind {
        /// The organisation's kind.
        organisation: StakeholderKind,
        /// The team's kind.
        team: StakeholderKind,
    },
    /// Nobody would be left to administer the organisation.
    #[error(OrganisationLastAdministrator, "This person is the organisation's last administrator.")]
    LastAdministrator,
    /// The person is already an administrator.
    #[error(AdministratorExists, "This person already administers the organisation.")]
    AlreadyAdministrator,
    /// The person is not an administrator.
    #[error(AdministratorUnknown, "This person does not administer the organisation.")]
    NoAdministrator,
    /// The person is already a member for some of that time.
    #[error(MemberExists, "This person is already a member for some of that time.")]
    AlreadyMember,
    /// The person is not a member.
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
    /// A team can only be merged into another one of the same kind.
    #[error(TeamMerge, "A team can only be merged into another team of the same organisation and kind.")]
    TeamMerge,
    /// The membership would have no duration.
    #[error(transparent)]
    Window(ValueFault),
    /// An operator cannot appoint an administrator while the organisation has one.
    #[error(
        OrganisationAdministered,
        "The organisation has an administrator; an operator can appoint one only if none is left."
    )]
    Administered,
    /// An operator cannot verify their own organisation or appoint themselves.
    #[error(PartyConflictOfInterest, organisation: "An operator does this for others, but not for themselves or for an organisation that they belong to.")]
    OwnOrganisation,
    /// The organisation is not verified.
    #[error(OrganisationNotVerified, "The organisation is not verified.")]
    NotVerified,
    /// The command changes nothing.
    #[error(NothingToChange, "The command does not name anything to change.")]
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
    /// The path of the fault within the command.
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
