//! Whom an event concerns, and why.

use super::Concern;
use super::in_process::{self, Process};
use super::slot::{About, about};
use crate::journal::Event;
#[cfg(feature = "process")]
use crate::journal::EventData;
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
    /// Both sides of the mandate: the persons, the members of the team, the administrators of the organisations.
    #[cfg(feature = "process")]
    Sides,
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
    let mut all = by_data(event, process);
    // Whoever is acted for learns everything that is done in their name.
    all.extend(event.head.on_behalf_of.map(|principal| Concerned {
        whom: Whom::Party(Holder::Person(principal)),
        concern: Concern::Represented,
        item: about(event, process).item,
    }));
    #[cfg(feature = "process")]
    if let EventData::Mandate(_) = &event.data {
        all.push(Concerned { whom: Whom::Sides, concern: Concern::Mandate, item: None });
    }
    all
}

fn by_data(event: &Event, process: Option<&Process>) -> Vec<Concerned> {
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
