//! Whom an event concerns, and why.

use super::Concern;
use super::in_process::{self, Process};
use super::slot::{About, about};
use crate::journal::Event;
use crate::kernel::{OfOrganisation, Place, Said};
use crate::party::{Event as Party, Holder};
use crate::types::{ItemId, TeamId};

/// Who is notified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whom {
    Party(Holder),
    /// The members of a team of the event's organisation when it was closed.
    OfClosed(TeamId),
    /// The administrators of the process.
    Administrators,
    /// Everybody who can approve the act for which approval is asked.
    Approvers,
}

/// One reason why an event concerns somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Concerned {
    pub(crate) whom: Whom,
    pub(crate) concern: Concern,
    pub(crate) item: Option<ItemId>,
}

/// Whom an event concerns. `process` is the state after it.
pub(crate) fn concerned(event: &Event, process: Option<&Process>) -> Vec<Concerned> {
    let About { party, item, .. } = about(event, process);
    let of = |concern| {
        let one = party.map(|holder| Concerned { whom: Whom::Party(holder), concern, item });
        one.into_iter().collect::<Vec<_>>()
    };
    match event.data.place() {
        Place::Organisation(OfOrganisation::Party(data)) => match data {
            Party::OrganisationRegistered(_)
            | Party::OrganisationEdited(_)
            | Party::OrganisationVerified(_)
            | Party::OrganisationUnverified(_)
            | Party::TeamCreated(_)
            | Party::TeamEdited(_) => Vec::new(),
            Party::TeamClosed(e) => vec![left(e.team_id)],
            Party::TeamMerged(e) => vec![left(e.team_id)],
            Party::AdministratorAppointed(_)
            | Party::AdministratorDismissed(_)
            | Party::MemberAdded(_)
            | Party::MemberRemoved(_)
            | Party::TeamMemberAdded(_)
            | Party::TeamMemberRemoved(_) => of(Concern::Membership),
        },
        Place::Process(data) => in_process::concerned(data, process, item, of),
        Place::Own { told } => told.map(of).unwrap_or_default(),
        Place::Organisation(OfOrganisation::Notice(_) | OfOrganisation::Redaction) | Place::Redacted => {
            Vec::new()
        }
    }
}

fn left(team: TeamId) -> Concerned {
    Concerned { whom: Whom::OfClosed(team), concern: Concern::Membership, item: None }
}
