//! Whom an event concerns, and why.

use super::Concern;
use super::slot::{About, about};
use crate::asset::Event as Asset;
use crate::governance::{Enforcement, Event as Governance, Holder};
use crate::journal::{Event, EventData};
use crate::kernel::{OfOrganisation, OfProcess, Place, Said};
use crate::party::Event as Party;
use crate::process::{Event as Plan, Process};
use crate::types::{ItemId, PersonId, TeamId};
use crate::work::Event as Work;

/// Who is notified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whom {
    Party(Holder),
    /// The members of a team of the event's organisation when it was closed.
    OfClosed(TeamId),
    /// The administrators of the process.
    Administrators,
    /// Both sides of the mandate: the persons, the members of the team, the administrators of the organisations.
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
        Place::Process(OfProcess::Governance(data)) => match data {
            Governance::RoleGranted(_)
            | Governance::RoleRevoked(_)
            | Governance::RestrictionPlaced(_)
            | Governance::RestrictionLifted(_) => of(Concern::Role),
            Governance::ApprovalAsked(e) => {
                vec![Concerned { whom: Whom::Approvers, concern: Concern::Approval, item: e.item }]
            }
            Governance::ApprovalGiven(_)
            | Governance::ApprovalWithdrawn(_)
            | Governance::ApprovalUsed(_)
            | Governance::GovernanceAdopted(_) => Vec::new(),
        },
        Place::Process(OfProcess::Work(data)) => of_work(data, process, item, of),
        Place::Own { told } => told.map(of).unwrap_or_default(),
        Place::Process(
            OfProcess::Process(_) | OfProcess::Asset(_) | OfProcess::Requirement(_) | OfProcess::Redaction,
        )
        | Place::Organisation(OfOrganisation::Notice(_) | OfOrganisation::Redaction)
        | Place::Redacted => Vec::new(),
    }
}

fn left(team: TeamId) -> Concerned {
    Concerned { whom: Whom::OfClosed(team), concern: Concern::Membership, item: None }
}

fn of_work(
    event: &Work,
    process: Option<&Process>,
    item: Option<ItemId>,
    of: impl Fn(Concern) -> Vec<Concerned>,
) -> Vec<Concerned> {
    let credited = |people: &mut dyn Iterator<Item = PersonId>| {
        let mut all: Vec<PersonId> = people.collect();
        all.sort_unstable();
        all.dedup();
        let each = |person| Concerned {
            whom: Whom::Party(Holder::Person(person)),
            concern: Concern::Credited,
            item,
        };
        all.into_iter().map(each).collect()
    };
    match event {
        Work::AssignmentMade(_) => of(Concern::Assigned),
        Work::AssignmentWithdrawn(_) => of(Concern::Unassigned),
        Work::AssignmentCompleted(e) => {
            let asked = process
                .and_then(|process| process.work().assignments().find(|found| found.id == e.assignment));
            let by = |found: &crate::work::Assignment| Concerned {
                whom: Whom::Party(Holder::Person(found.by)),
                concern: Concern::Done,
                item: Some(found.item),
            };
            asked.map(by).into_iter().collect()
        }
        Work::ContributionAccepted(_) | Work::ContributionReturned(_) => of(Concern::Reviewed),
        Work::PointsAwarded(e) => credited(&mut e.entries.iter().map(|entry| entry.person_id)),
        Work::PointsReversed(e) => {
            let award = process.and_then(|process| process.work().awards().find(|award| award.id == e.award));
            let entries = award.map(|award| award.entries.as_slice()).unwrap_or_default();
            credited(&mut entries.iter().map(|entry| entry.person_id))
        }
        Work::ParticipationAsked(_) => {
            vec![Concerned { whom: Whom::Administrators, concern: Concern::Asked, item: None }]
        }
        Work::ParticipationAccepted(_) | Work::ParticipationDeclined(_) => of(Concern::Answered),
        Work::ContributionRecorded(_) => of(Concern::Recorded),
        Work::ContributionClaimed(_)
        | Work::ContributionConfirmed(_)
        | Work::ContributionWithdrawn(_)
        | Work::TaskEstimated(_) => Vec::new(),
    }
}

/// Which assigned tasks have to wait, before and after an event.
#[derive(Debug, Default)]
pub(crate) struct HeldBack(Vec<(ItemId, bool)>);

impl HeldBack {
    /// Which assigned tasks have to wait in the present state of a process.
    pub(crate) fn of(process: &Process) -> Self {
        let mut items: Vec<ItemId> = process
            .work()
            .assignments()
            .filter(|assignment| assignment.is_open())
            .map(|assignment| assignment.item)
            .collect();
        items.sort_unstable();
        items.dedup();
        Self(items.into_iter().map(|item| (item, is_held_back(process, item))).collect())
    }

    /// Whether an event can change this.
    pub(crate) fn may_change_by(event: &EventData) -> bool {
        match event.of_process() {
            Some(OfProcess::Work(_) | OfProcess::Redaction | OfProcess::Requirement(_)) | None => false,
            Some(OfProcess::Governance(event)) => matches!(event, Governance::GovernanceAdopted(_)),
            // The first asset of a task may start it; that is an event of its own.
            Some(OfProcess::Asset(
                Asset::AssetAdded(_)
                | Asset::AssetEdited(_)
                | Asset::AssetRevised(_)
                | Asset::AssetOpened(_)
                | Asset::AssetDeleted(_),
            )) => false,
            Some(OfProcess::Process(event)) => !matches!(
                event,
                Plan::ProcessCreated(_)
                    | Plan::ProcessEdited(_)
                    | Plan::ProcessPublished(_)
                    | Plan::ProcessClosed(_)
                    | Plan::ItemScheduled(_)
                    | Plan::CatalogueAdopted(_)
            ),
        }
    }

    /// What an event changed: whom it concerns, and whether the item has to wait now.
    pub(crate) fn changes(&self, process: &Process) -> Vec<(Concerned, bool)> {
        let mut changes = Vec::new();
        for (item, before) in &self.0 {
            let now = is_held_back(process, *item);
            if now == *before {
                continue;
            }
            let concern = if now { Concern::Blocked } else { Concern::Unblocked };
            let open = process.work().assignments().filter(|assignment| assignment.is_open());
            for assignment in open.filter(|assignment| assignment.item == *item) {
                let whom = Whom::Party(assignment.holder);
                changes.push((Concerned { whom, concern, item: Some(*item) }, now));
            }
        }
        changes
    }
}

/// Whether an enforced prerequisite holds back an unfinished task. Disabled tasks are not worked on anyway.
fn is_held_back(process: &Process, item: ItemId) -> bool {
    let tree = process.tree();
    let policy = process.governance().model().document().prerequisites;
    let Some(ix) = tree.ix(item).filter(|ix| tree.at(*ix).enabled()) else { return false };
    tree.unmet(ix).any(|(_, wait)| wait.needs.enforcement(&policy) == Enforcement::Enforced)
}
