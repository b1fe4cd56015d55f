//! What is said of events of processes. A build without the feature `process` has `no_process.rs` in this place, with
//! the same interface.

use super::Concern;
use super::concern::{Concerned, Whom};
use super::slot::{About, person};
use crate::asset::Event as Asset;
use crate::governance::{Enforcement, Event as Governance};
use crate::journal::EventData;
use crate::kernel::OfProcess;
use crate::party::Holder;
use crate::process::Event as Plan;
pub(crate) use crate::process::Process;
use crate::rating::Event as Rating;
use crate::requirement::Event as Requirement;
use crate::types::{AssetId, ItemId, Key, Localized, PersonId};
use crate::work::Event as Work;

pub(super) fn of_governance(event: &Governance, process: Option<&Process>) -> About {
    let governance = process.map(Process::governance);
    let none = About::default();
    match event {
        Governance::RoleGranted(e) => {
            About { party: Some(e.holder), item: e.item, role: Some(e.role.clone()), ..none }
        }
        Governance::RoleRevoked(e) => {
            let grant = governance.and_then(|rules| rules.grants().find(|grant| grant.id == e.grant));
            grant.map_or(none, |grant| About {
                party: Some(grant.holder),
                item: grant.item,
                role: Some(grant.role.clone()),
                ..About::default()
            })
        }
        Governance::RestrictionPlaced(e) => About { party: Some(e.holder), item: e.item, ..none },
        Governance::RestrictionLifted(e) => {
            let found = governance.and_then(|rules| rules.restrictions().find(|r| r.id == e.restriction));
            found.map_or(none, |found| About {
                party: Some(found.holder),
                item: found.item,
                ..About::default()
            })
        }
        Governance::ApprovalAsked(e) => About { item: e.item, ..none },
        Governance::ApprovalGiven(e) => About { item: e.item, ..none },
        Governance::ApprovalWithdrawn(_) | Governance::ApprovalUsed(_) | Governance::GovernanceAdopted(_) => {
            none
        }
    }
}

pub(super) fn of_process(event: &Plan) -> About {
    let item = |item: ItemId| About { item: Some(item), ..About::default() };
    match event {
        Plan::ProcessCreated(_)
        | Plan::ProcessEdited(_)
        | Plan::ProcessPublished(_)
        | Plan::ProcessClosed(_)
        | Plan::ProcessImported(_)
        | Plan::CatalogueAdopted(_)
        | Plan::TemplateAdopted(_)
        | Plan::TreeReplaced(_) => About::default(),
        Plan::ItemAdded(e) => item(e.item),
        Plan::ItemEdited(e) => item(e.item),
        Plan::ItemMoved(e) => item(e.item),
        Plan::ItemDisabled(e) => item(e.item),
        Plan::ItemEnabled(e) => item(e.item),
        Plan::ItemScheduled(e) => item(e.item),
        Plan::PrerequisiteAdded(e) => About { on: Some(e.on), ..item(e.item) },
        Plan::PrerequisiteRemoved(e) => About { on: Some(e.on), ..item(e.item) },
        Plan::TaskStarted(e) => item(e.item),
        Plan::TaskCompleted(e) => item(e.item),
        Plan::TaskReopened(e) => item(e.item),
        Plan::PrerequisiteWaived(e) => About { on: Some(e.on), ..item(e.item) },
    }
}

pub(super) fn of_asset(event: &Asset, process: Option<&Process>) -> About {
    let asset = match event {
        Asset::AssetAdded(e) => e.asset,
        Asset::AssetEdited(e) => e.asset,
        Asset::AssetRevised(e) => e.asset,
        Asset::AssetOpened(e) => e.asset,
        Asset::AssetDeleted(e) => e.asset,
    };
    let item = process.and_then(|process| process.assets().asset(asset)).map(|asset| asset.item);
    About { asset: Some(asset), item, ..About::default() }
}

pub(super) fn of_work(event: &Work, process: Option<&Process>) -> About {
    let work = process.map(Process::work);
    let item = |item: ItemId| About { item: Some(item), ..About::default() };
    let contributed = |id| {
        let found = work.and_then(|work| work.contributions().find(|found| found.id == id));
        found.map_or_else(About::default, |found| About { item: Some(found.item), ..person(found.by) })
    };
    let assigned = |id| {
        let found = work.and_then(|work| work.assignments().find(|found| found.id == id));
        found.map_or_else(About::default, |found| About { party: Some(found.holder), ..item(found.item) })
    };
    let asked = |id| {
        let found = work.and_then(|work| work.participations().find(|found| found.id == id));
        found.map_or_else(About::default, |found| person(found.by))
    };
    match event {
        Work::AssignmentMade(e) => About { party: Some(e.holder), ..item(e.item) },
        Work::AssignmentWithdrawn(e) => assigned(e.assignment),
        Work::AssignmentCompleted(e) => assigned(e.assignment),
        Work::ContributionClaimed(e) => item(e.item),
        Work::ContributionRecorded(e) => About { item: Some(e.item), ..person(e.person_id) },
        Work::ContributionConfirmed(e) => contributed(e.contribution),
        Work::ContributionWithdrawn(e) => contributed(e.contribution),
        Work::ContributionAccepted(e) => contributed(e.contribution),
        Work::ContributionReturned(e) => contributed(e.contribution),
        Work::TaskEstimated(e) => item(e.item),
        Work::PointsAwarded(e) => item(e.item),
        Work::PointsReversed(e) => {
            let found = work.and_then(|work| work.awards().find(|found| found.id == e.award));
            found.map_or_else(About::default, |found| item(found.item))
        }
        Work::ParticipationAsked(_) => About::default(),
        Work::ParticipationAccepted(e) => asked(e.request),
        Work::ParticipationDeclined(e) => asked(e.request),
    }
}

pub(super) fn of_rating(event: &Rating) -> About {
    match event {
        Rating::RatingGiven(e) => {
            About { rated: Some(e.rated.to_string()), stars: Some(e.stars.get()), ..About::default() }
        }
        Rating::RatingWithdrawn(e) => About { rated: Some(e.rated.to_string()), ..About::default() },
    }
}

pub(super) fn of_requirement(event: &Requirement) -> About {
    match event {
        Requirement::PurposeRequired(e) => About { item: e.item, ..About::default() },
        Requirement::PurposeUsed(e) => person(e.data_subject_id),
        Requirement::PurposeReleased(_) => About::default(),
    }
}

/// Whom an event of a process concerns.
pub(super) fn concerned(
    event: OfProcess<'_>,
    process: Option<&Process>,
    item: Option<ItemId>,
    of: impl Fn(Concern) -> Vec<Concerned>,
) -> Vec<Concerned> {
    match event {
        OfProcess::Governance(data) => match data {
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
        OfProcess::Work(data) => in_work(data, process, item, of),
        OfProcess::Process(_) | OfProcess::Asset(_) | OfProcess::Requirement(_) | OfProcess::Redaction => {
            Vec::new()
        }
    }
}

fn in_work(
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

/// The names in a process that a sentence can need.
impl Process {
    pub(super) fn asset_title(&self, id: AssetId) -> Option<&Localized> {
        self.assets().asset(id).map(|asset| &asset.title)
    }

    pub(super) fn item_name(&self, id: ItemId) -> Option<&Localized> {
        self.tree().item(id).map(crate::process::Item::name)
    }

    pub(super) fn role_name(&self, key: &Key) -> Option<&Localized> {
        self.governance().model().role(key).map(|role| &role.name)
    }
}
