//! Events of an organisation. Fields are in canonical order; see `journal`.

use super::{RegisterEntry, StakeholderKind, TeamPolicy};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::{FileDigest, Localized, PersonId, TeamId, Window};

tagged! {
    /// The events of the party block, all in streams `organisation/ID`.
    pub enum Event {
        /// An organisation was registered; the actor is its first administrator.
        "organisation.registered" OrganisationRegistered {
            /// What kind of stakeholder it is.
            pub kind: StakeholderKind,
            /// Its name.
            pub name: Localized,
            /// Who may create teams in it.
            pub team_creation: TeamPolicy,
        }

        /// The organisation's name or team policy changed.
        "organisation.edited" OrganisationEdited {
            /// The new name, if it changed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub name: Option<Localized>,
            /// The new policy, if it changed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub team_creation: Option<TeamPolicy>,
        }

        /// An operator of the store verified what the organisation is.
        "organisation.verified" OrganisationVerified {
            /// The SHA-256 of the evidence that the operator saw.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<FileDigest>,
            /// The kind of stakeholder according to the register.
            pub kind: StakeholderKind,
            /// Its entry in the register.
            pub register: RegisterEntry,
            /// The host's stream, which records that the actor is an operator.
            pub relied_on: Vec<Reliance>,
        }

        /// An operator of the store revoked the verification.
        "organisation.unverified" OrganisationUnverified {
            /// The host's stream, which records that the actor is an operator.
            pub relied_on: Vec<Reliance>,
        }

        /// A person became an administrator.
        "administrator.appointed" AdministratorAppointed {
            /// The person.
            pub person_id: PersonId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// Whether an operator appointed the person, because every administrator was erased.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub successor: bool,
        }

        /// A person is no longer an administrator.
        "administrator.dismissed" AdministratorDismissed {
            /// The person.
            pub person_id: PersonId,
        }

        /// A person became a member.
        "member.added" MemberAdded {
            /// The person.
            pub person_id: PersonId,
            /// The time of the membership.
            pub window: Window,
        }

        /// A membership ended, at the event's time.
        "member.removed" MemberRemoved {
            /// The person.
            pub person_id: PersonId,
        }

        /// A team was created; the actor leads it.
        "team.created" TeamCreated {
            /// What kind of stakeholder it is.
            pub kind: StakeholderKind,
            /// Its name.
            pub name: Localized,
            /// The id of the team.
            pub team_id: TeamId,
        }

        /// A team was renamed.
        "team.edited" TeamEdited {
            /// The new name.
            pub name: Localized,
            /// The team.
            pub team_id: TeamId,
        }

        /// A team was closed, and every membership in it ended at the event's time.
        "team.closed" TeamClosed {
            /// The team.
            pub team_id: TeamId,
        }

        /// A team was closed, and its members are in another team from the event's time on.
        "team.merged" TeamMerged {
            /// The team that continues.
            pub into_team_id: TeamId,
            /// The team that was closed.
            pub team_id: TeamId,
        }

        /// A person joined a team.
        "team_member.added" TeamMemberAdded {
            /// The person.
            pub person_id: PersonId,
            /// The team.
            pub team_id: TeamId,
            /// The time of the membership.
            pub window: Window,
        }

        /// A person left a team, at the event's time.
        "team_member.removed" TeamMemberRemoved {
            /// The person.
            pub person_id: PersonId,
            /// The team.
            pub team_id: TeamId,
        }
    }
}

impl Event {
    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::OrganisationVerified(e) => &e.relied_on,
            Self::OrganisationUnverified(e) => &e.relied_on,
            Self::AdministratorAppointed(e) => &e.relied_on,
            Self::OrganisationRegistered(_)
            | Self::OrganisationEdited(_)
            | Self::AdministratorDismissed(_)
            | Self::MemberAdded(_)
            | Self::MemberRemoved(_)
            | Self::TeamCreated(_)
            | Self::TeamEdited(_)
            | Self::TeamClosed(_)
            | Self::TeamMerged(_)
            | Self::TeamMemberAdded(_)
            | Self::TeamMemberRemoved(_) => &[],
        }
    }
}
