//! Commands about an organisation.

use super::{RegisterEntry, StakeholderKind, TeamPolicy};
use crate::kernel::tagged;
use crate::types::{FileDigest, HostId, Localized, Timestamp};

tagged! {
    /// The commands of the party block.
    pub enum Command {
        /// Registers an organisation; the actor becomes its administrator.
        "organisation.register" RegisterOrganisation {
            /// What kind of stakeholder it is.
            pub kind: StakeholderKind,
            /// Its name. Public: it must not be the name of a private person.
            pub name: Localized,
            /// The host's id for it.
            pub organisation: HostId,
            /// Who may create teams in it.
            pub team_creation: TeamPolicy,
        }

        /// Changes an organisation's name or who may create teams.
        "organisation.edit" EditOrganisation {
            /// The new name.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub name: Option<Localized>,
            /// Who may create teams from now on.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub team_creation: Option<TeamPolicy>,
        }

        /// Records, as an operator of the store, that the organisation is what it claims to be.
        "organisation.verify" VerifyOrganisation {
            /// The SHA-256 of the evidence that the operator saw, such as an extract from the register.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// The kind of stakeholder according to the register; it becomes the organisation's kind.
            pub kind: StakeholderKind,
            /// Its entry in the register.
            pub register: RegisterEntry,
        }

        /// Revokes a verification, as an operator of the store.
        "organisation.unverify" UnverifyOrganisation {}

        /// Makes a person an administrator of the organisation: by an administrator; or by an operator of the store, if
        /// every administrator was erased.
        "administrator.appoint" AppointAdministrator {
            /// The host's id of the person.
            pub person: HostId,
        }

        /// Ends a person's administration. The last administrator cannot be dismissed.
        "administrator.dismiss" DismissAdministrator {
            /// The host's id of the person.
            pub person: HostId,
        }

        /// Makes a person a member of the organisation.
        "member.add" AddMember {
            /// When the membership begins; at the command's time if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Timestamp>,
            /// The host's id of the person.
            pub person: HostId,
            /// When the membership ends; never if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Ends a membership at the command's time.
        "member.remove" RemoveMember {
            /// The host's id of the person.
            pub person: HostId,
        }

        /// Creates a team in the organisation; the actor leads it.
        "team.create" CreateTeam {
            /// What kind of stakeholder the team is; a municipality may host a team of citizens.
            pub kind: StakeholderKind,
            /// Its name. Public: it must not be the name of a private person.
            pub name: Localized,
            /// The host's id for it.
            pub team: HostId,
        }

        /// Adds a person to a team.
        "team_member.add" AddTeamMember {
            /// When the membership begins; at the command's time if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Timestamp>,
            /// The host's id of the person.
            pub person: HostId,
            /// The host's id of the team.
            pub team: HostId,
            /// When the membership ends; never if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Renames a team. The actor must lead it or administer the organisation.
        "team.edit" EditTeam {
            /// Its new name. Public: it must not be the name of a private person.
            pub name: Localized,
            /// The host's id of the team.
            pub team: HostId,
        }

        /// Closes a team: every membership in it ends, and nobody can join it any more. Its roles stay on record and no
        /// longer permit anything. The actor must lead the team or administer the organisation.
        "team.close" CloseTeam {
            /// The host's id of the team.
            pub team: HostId,
        }

        /// Closes a team and moves its members into another team of the same kind, each for the rest of their
        /// membership. Roles are not moved: whoever grants roles in a process grants them to the other team. The actor
        /// must lead both teams, or administer the organisation.
        "team.merge" MergeTeam {
            /// The host's id of the team that continues.
            pub into: HostId,
            /// The host's id of the team that is closed.
            pub team: HostId,
        }

        /// Removes a person from a team at the command's time.
        "team_member.remove" RemoveTeamMember {
            /// The host's id of the person.
            pub person: HostId,
            /// The host's id of the team.
            pub team: HostId,
        }
    }
}

impl Command {
    /// The host ids that the command names, for the kernel to look up.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        match self {
            Self::RegisterOrganisation(c) => each(&c.organisation),
            Self::EditOrganisation(_) | Self::VerifyOrganisation(_) | Self::UnverifyOrganisation(_) => {}
            Self::AppointAdministrator(c) => each(&c.person),
            Self::DismissAdministrator(c) => each(&c.person),
            Self::AddMember(c) => each(&c.person),
            Self::RemoveMember(c) => each(&c.person),
            Self::CreateTeam(c) => each(&c.team),
            Self::EditTeam(c) => each(&c.team),
            Self::CloseTeam(c) => each(&c.team),
            Self::MergeTeam(c) => [&c.into, &c.team].into_iter().for_each(each),
            Self::AddTeamMember(c) => [&c.person, &c.team].into_iter().for_each(each),
            Self::RemoveTeamMember(c) => [&c.person, &c.team].into_iter().for_each(each),
        }
    }
}
