//! The acts that an event of a process performs, where they may need an approval.
//!
//! A decision requires the approvals of the acts that its events perform, and the events that use those approvals up
//! accompany them (`approval.used`). So no act can use an approval and leave it open.

use crate::asset::Event as Asset;
use crate::governance::{Act, ActName, Event as Governance, Holder, Matter, Permission};
use crate::journal::EventData;
use crate::kernel::OfProcess;
use crate::process::{Event as Plan, Process, Unmet};
use crate::requirement::{Event as Requirement, Requirement as Required, Target};
use crate::types::{AssetId, ItemId, Key, RequirementId};
use crate::work::Event as Work;

/// The acts that an event performs. `process` is the state before the event.
pub(crate) fn acts(event: &EventData, process: &Process) -> Vec<Act> {
    match event.of_process() {
        Some(OfProcess::Process(event)) => of_plan(event),
        Some(OfProcess::Governance(event)) => of_governance(event, process),
        Some(OfProcess::Asset(event)) => of_asset(event, process),
        Some(OfProcess::Work(event)) => of_work(event, process),
        Some(OfProcess::Requirement(event)) => of_requirement(event, process),
        Some(OfProcess::Redaction) | None => Vec::new(),
    }
}

fn act(name: ActName, item: Option<ItemId>, matter: Matter) -> Act {
    Act { permission: name.permission(), item, matter: Matter { command: Some(name), ..matter } }
}

fn plain(name: ActName, item: Option<ItemId>) -> Vec<Act> {
    vec![act(name, item, Matter::default())]
}

/// The act of waiving a prerequisite, by whatever command.
fn passing(gate: &Unmet) -> Act {
    act(ActName::PrerequisiteWaive, Some(gate.item), Matter { on: Some(gate.on), ..Matter::default() })
}

fn of_plan(event: &Plan) -> Vec<Act> {
    let on = |on| Matter { on: Some(on), ..Matter::default() };
    let document = |document| Matter { document: Some(document), ..Matter::default() };
    match event {
        Plan::ProcessCreated(_) | Plan::ProcessImported(_) => Vec::new(),
        Plan::ProcessEdited(_) => plain(ActName::ProcessEdit, None),
        Plan::ProcessPublished(_) => plain(ActName::ProcessPublish, None),
        Plan::ProcessClosed(_) => plain(ActName::ProcessClose, None),
        Plan::ItemAdded(e) => plain(ActName::ItemAdd, e.parent),
        Plan::ItemEdited(e) => plain(ActName::ItemEdit, Some(e.item)),
        Plan::ItemMoved(e) => {
            let moved = act(ActName::ItemMove, Some(e.item), Matter::default());
            // It is new in the other parent.
            let added = e.parent.map(|into| act(ActName::ItemAdd, Some(into), Matter::default()));
            std::iter::once(moved).chain(added).chain(e.prerequisites_waived.iter().map(passing)).collect()
        }
        Plan::TreeReplaced(_) => plain(ActName::TreeReplace, None),
        Plan::ItemDisabled(e) => {
            let gates = e.prerequisites_waived.iter().map(passing);
            plain(ActName::ItemDisable, Some(e.item)).into_iter().chain(gates).collect()
        }
        Plan::ItemEnabled(e) => plain(ActName::ItemEnable, Some(e.item)),
        Plan::ItemScheduled(e) => plain(ActName::ItemSchedule, Some(e.item)),
        Plan::PrerequisiteAdded(e) => vec![act(ActName::PrerequisiteAdd, Some(e.item), on(e.on))],
        Plan::PrerequisiteRemoved(e) => {
            let removed = act(ActName::PrerequisiteRemove, Some(e.item), on(e.on));
            std::iter::once(removed).chain(e.prerequisites_waived.iter().map(passing)).collect()
        }
        Plan::TaskStarted(e) => plain(ActName::TaskStart, Some(e.item)),
        Plan::TaskCompleted(e) => plain(ActName::TaskComplete, Some(e.item)),
        Plan::TaskReopened(e) => plain(ActName::TaskReopen, Some(e.item)),
        Plan::PrerequisiteWaived(e) => vec![act(ActName::PrerequisiteWaive, Some(e.item), on(e.on))],
        Plan::CatalogueAdopted(e) => vec![act(ActName::CatalogueAdopt, None, document(e.catalogue))],
        Plan::TemplateAdopted(e) => {
            let adopted = act(ActName::TemplateAdopt, None, document(e.template));
            std::iter::once(adopted).chain(e.effect.prerequisites_waived.iter().map(passing)).collect()
        }
    }
}

fn of_governance(event: &Governance, process: &Process) -> Vec<Act> {
    let governance = process.governance();
    match event {
        // If nobody can administer the process, nobody can approve either.
        Governance::RoleGranted(e) if e.successor => Vec::new(),
        Governance::RoleGranted(e) => {
            let (holder, role) = (Some(e.holder), Some(e.role.clone()));
            vec![act(ActName::RoleGrant, e.item, Matter { holder, role, ..Matter::default() })]
        }
        Governance::RoleRevoked(e) => {
            let item = governance.grants().find(|grant| grant.id == e.grant).and_then(|grant| grant.item);
            let matter = Matter { grant: Some(e.grant), ..Matter::default() };
            vec![act(ActName::RoleRevoke, item, matter)]
        }
        Governance::RestrictionPlaced(e) => {
            let matter = Matter { holder: Some(e.holder), ..Matter::default() };
            vec![act(ActName::RestrictionPlace, e.item, matter)]
        }
        Governance::RestrictionLifted(e) => {
            let mut all = governance.restrictions();
            let item = all.find(|other| other.id == e.restriction).and_then(|restriction| restriction.item);
            let matter = Matter { restriction: Some(e.restriction), ..Matter::default() };
            vec![act(ActName::RestrictionLift, item, matter)]
        }
        Governance::GovernanceAdopted(e) => {
            let matter = Matter { document: Some(e.model), ..Matter::of(ActName::GovernanceAdopt) };
            let of = |permission| Act { permission, item: None, matter: matter.clone() };
            let mut permissions: Vec<Permission> = e.effect.eased.iter().collect();
            permissions.push(Permission::ProcessAdminister);
            permissions.sort_unstable();
            permissions.dedup();
            permissions.into_iter().map(of).collect()
        }
        Governance::ApprovalGiven(_)
        | Governance::ApprovalAsked(_)
        | Governance::ApprovalUsed(_)
        | Governance::ApprovalWithdrawn(_) => Vec::new(),
    }
}

fn of_asset(event: &Asset, process: &Process) -> Vec<Act> {
    let of = |name, asset: AssetId| {
        let item = process.assets().asset(asset).map(|asset| asset.item);
        vec![act(name, item, Matter { asset: Some(asset), ..Matter::default() })]
    };
    match event {
        Asset::AssetAdded(e) => plain(ActName::AssetAdd, Some(e.item)),
        Asset::AssetEdited(e) => of(ActName::AssetEdit, e.asset),
        Asset::AssetRevised(e) => of(ActName::AssetRevise, e.asset),
        Asset::AssetOpened(e) => of(ActName::AssetOpen, e.asset),
        Asset::AssetDeleted(e) => of(ActName::AssetDelete, e.asset),
    }
}

fn of_work(event: &Work, process: &Process) -> Vec<Act> {
    let work = process.work();
    let with = |name, item, holder| vec![act(name, item, Matter { holder, ..Matter::default() })];
    let reviewed = |name, id| {
        let found = work.contributions().find(|contribution| contribution.id == id);
        let holder = found.map(|contribution| Holder::Person(contribution.by));
        with(name, found.map(|contribution| contribution.item), holder)
    };
    let assigned = |name, id| {
        let found = work.assignments().find(|assignment| assignment.id == id);
        with(name, found.map(|found| found.item), found.map(|found| found.holder))
    };
    match event {
        Work::AssignmentMade(e) => with(ActName::AssignmentMake, Some(e.item), Some(e.holder)),
        Work::AssignmentWithdrawn(e) => assigned(ActName::AssignmentWithdraw, e.assignment),
        Work::AssignmentCompleted(e) => assigned(ActName::AssignmentComplete, e.assignment),
        Work::ContributionClaimed(e) => plain(ActName::ContributionClaim, Some(e.item)),
        Work::ContributionRecorded(e) => plain(ActName::ContributionRecord, Some(e.item)),
        Work::ContributionAccepted(e) => reviewed(ActName::ContributionAccept, e.contribution),
        Work::ContributionReturned(e) => reviewed(ActName::ContributionReturn, e.contribution),
        Work::TaskEstimated(e) => plain(ActName::TaskEstimate, Some(e.item)),
        Work::PointsAwarded(e) => plain(ActName::PointsAward, Some(e.item)),
        Work::PointsReversed(e) => {
            let found = work.awards().find(|award| award.id == e.award);
            plain(ActName::PointsReverse, found.map(|award| award.item))
        }
        Work::ParticipationDeclined(e) => {
            let mut all = work.participations();
            let by = all.find(|request| request.id == e.request).map(|request| Holder::Person(request.by));
            with(ActName::ParticipationDecline, None, by)
        }
        // One's own statements need no approval; accepting a request is granting, which is a separate event.
        Work::ContributionConfirmed(_)
        | Work::ContributionWithdrawn(_)
        | Work::ParticipationAsked(_)
        | Work::ParticipationAccepted(_) => Vec::new(),
    }
}

fn of_requirement(event: &Requirement, process: &Process) -> Vec<Act> {
    let with = |name, asset: Option<AssetId>, item: Option<ItemId>, purpose: Option<Key>| {
        let lies_on = asset.and_then(|asset| process.assets().asset(asset)).map(|asset| asset.item);
        vec![act(name, item.or(lies_on), Matter { asset, purpose, ..Matter::default() })]
    };
    match event {
        Requirement::PurposeRequired(e) => {
            with(ActName::PurposeRequire, e.asset, e.item, Some(e.purpose.purpose.clone()))
        }
        // It accompanies the act that it belongs to.
        Requirement::PurposeUsed(_) => Vec::new(),
        Requirement::PurposeReleased(e) => {
            let found = required(process, e.requirement);
            let (asset, item) = match found.map(|found| found.target) {
                Some(Target::Asset(asset)) => (Some(asset), None),
                Some(Target::Item(item)) => (None, Some(item)),
                Some(Target::Process) | None => (None, None),
            };
            let purpose = found.map(|found| found.purpose.purpose.clone());
            with(ActName::PurposeRelease, asset, item, purpose)
        }
    }
}

fn required(process: &Process, id: RequirementId) -> Option<&Required> {
    process.requirements().iter().find(|requirement| requirement.id == id)
}
