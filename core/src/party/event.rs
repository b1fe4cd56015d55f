//! What happens to an organisation. Fields stand in canonical order; see `journal`.

use super::{StakeholderKind, TeamPolicy};
use crate::kernel::tagged;
use crate::types::{Localized, PersonId, TeamId, Window};

tagged! {
    /// The events of the party block, all in streams `organisation/ID`.
    pub enum Event {
        /// An organisation was founded; the actor is its first administrator.
        "organisation.founded" OrganisationFounded {
            /// What kind of stakeholder it is.
            pub kind: StakeholderKind,
            /// Its name.
            pub name: Localized,
            /// Who may create teams in it.
            pub teams_by: TeamPolicy,
        }

        /// The organisation's name or team policy changed.
        "organisation.edited" OrganisationEdited {
            /// The new name, if it changed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub name: Option<Localized>,
            /// The new policy, if it changed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub teams_by: Option<TeamPolicy>,
        }

        /// A person became an administrator.
        "administrator.appointed" AdministratorAppointed {
            /// Who.
            pub person: PersonId,
        }

        /// A person is no longer an administrator.
        "administrator.dismissed" AdministratorDismissed {
            /// Who.
            pub person: PersonId,
        }

        /// A person became a member.
        "member.added" MemberAdded {
            /// Who.
            pub person: PersonId,
            /// From when until when.
            pub window: Window,
        }

        /// A membership ended, at the event's time.
        "member.removed" MemberRemoved {
            /// Whose.
            pub person: PersonId,
        }

        /// A team was created; the actor leads it.
        "team.created" TeamCreated {
            /// What kind of stakeholder it is.
            pub kind: StakeholderKind,
            /// Its name.
            pub name: Localized,
            /// Its id.
            pub team: TeamId,
        }

        /// A person joined a team.
        "team_member.added" TeamMemberAdded {
            /// Who.
            pub person: PersonId,
            /// Which team.
            pub team: TeamId,
            /// From when until when.
            pub window: Window,
        }

        /// A person left a team, at the event's time.
        "team_member.removed" TeamMemberRemoved {
            /// Who.
            pub person: PersonId,
            /// Which team.
            pub team: TeamId,
        }
    }
}
