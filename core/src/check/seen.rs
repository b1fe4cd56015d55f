//! The state of what an act concerns, where the command does not contain it: whoever approves deleting an asset or
//! publishing a process has looked at that asset, at those items. If they have changed by the time of the act, it is
//! not approved. The hash is salted with the salts of the texts, so that it does not outlive them.

use serde::Serialize;

use crate::asset::{Asset, Content};
use crate::governance::{Act, ActName};
use crate::process::{Item, Needs, Process};
use crate::types::{AssetId, DocumentId, ItemId, Key, Language, Licence, Localized, Seen, derive, json};
use crate::work::Complexity;

/// The hashed content, without what the act does not concern.
#[derive(Default, Serialize)]
struct Sight<'a> {
    assets: Vec<AssetSight<'a>>,
    complexity: Option<Complexity>,
    /// The document in force that the act concerns or changes.
    document: Option<DocumentId>,
    items: Vec<ItemSight<'a>>,
    process: Option<ProcessSight<'a>>,
    /// The accepted contributions, and their amounts.
    work: Vec<String>,
}

#[derive(Serialize)]
struct ProcessSight<'a> {
    description: Option<&'a Localized>,
    language: Language,
    name: &'a Localized,
    salts: Option<Seen>,
}

#[derive(Serialize)]
struct ItemSight<'a> {
    codelivery: bool,
    description: Option<&'a Localized>,
    enabled: bool,
    item: ItemId,
    name: &'a Localized,
    needs: Vec<(ItemId, Needs)>,
    parent: Option<ItemId>,
    problem_profiles: &'a [Key],
    salts: Option<Seen>,
}

#[derive(Serialize)]
struct AssetSight<'a> {
    asset: AssetId,
    content: Option<&'a Content>,
    deleted: bool,
    description: Option<&'a Localized>,
    licence: Option<&'a Licence>,
    salts: Option<Seen>,
    title: &'a Localized,
    versions: usize,
}

/// A hash of the state of what an act concerns in a process.
pub(crate) fn seen(act: &Act, process: &Process) -> Seen {
    let sight = sight(act, process);
    Seen::from_bytes(derive("interlink/seen/1", &[json::text(&sight).as_bytes()]))
}

fn sight<'a>(act: &Act, process: &'a Process) -> Sight<'a> {
    let named = || Sight {
        items: [act.item, act.matter.on]
            .into_iter()
            .flatten()
            .filter_map(|id| of_item(id, process))
            .collect(),
        assets: act.matter.asset.into_iter().filter_map(|id| of_asset(id, process)).collect(),
        ..Sight::default()
    };
    let Some(name) = act.matter.command else { return named() };
    match name {
        ActName::ProcessEdit => Sight { process: Some(of_process(process)), ..named() },
        // All of it is published, so all of it was looked at.
        ActName::ProcessPublish => Sight {
            assets: process.assets().iter().map(|asset| asset_sight(asset, process)).collect(),
            items: process.tree().items().map(|item| item_sight(item, process)).collect(),
            process: Some(of_process(process)),
            ..Sight::default()
        },
        ActName::TemplateAdopt => {
            Sight { document: process.template().map(|template| template.id()), ..named() }
        }
        ActName::CatalogueAdopt => {
            Sight { document: process.catalogue().map(|catalogue| catalogue.id()), ..named() }
        }
        // The model defines what a role permits.
        ActName::GovernanceAdopt | ActName::RoleGrant => {
            Sight { document: Some(process.governance().model().id()), ..named() }
        }
        // A task is completed by its assets.
        ActName::TaskComplete => {
            let on = act.item.into_iter().flat_map(|item| process.assets().on(item));
            Sight { assets: on.map(|asset| asset_sight(asset, process)).collect(), ..named() }
        }
        ActName::TaskEstimate => Sight { complexity: complexity(act, process), ..named() },
        ActName::PointsAward => {
            let all = process.work().contributions().filter(|claim| Some(claim.item) == act.item);
            let work = all.map(|claim| json::text(&(claim.id, &claim.status, claim.kind))).collect();
            Sight { complexity: complexity(act, process), work, ..named() }
        }
        ActName::ProcessClose
        | ActName::ItemAdd
        | ActName::ItemEdit
        | ActName::ItemMove
        | ActName::TreeReplace
        | ActName::PrerequisiteAdd
        | ActName::PrerequisiteRemove
        | ActName::ItemDisable
        | ActName::ItemEnable
        | ActName::ItemSchedule
        | ActName::TaskStart
        | ActName::TaskReopen
        | ActName::AssignmentMake
        | ActName::PrerequisiteWaive
        | ActName::AssetAdd
        | ActName::AssetEdit
        | ActName::AssetRevise
        | ActName::AssetDelete
        | ActName::AssetOpen
        | ActName::ContributionClaim
        | ActName::ContributionRecord
        | ActName::PurposeRequire => named(),
        // These are named by an id whose content never changes.
        ActName::AssignmentWithdraw
        | ActName::AssignmentComplete
        | ActName::RoleRevoke
        | ActName::ParticipationDecline
        | ActName::RestrictionPlace
        | ActName::RestrictionLift
        | ActName::ContributionAccept
        | ActName::ContributionReturn
        | ActName::PointsReverse
        | ActName::PurposeRelease => Sight::default(),
    }
}

fn complexity(act: &Act, process: &Process) -> Option<Complexity> {
    act.item.map(|item| process.work().complexity(item))
}

fn of_process(process: &Process) -> ProcessSight<'_> {
    ProcessSight {
        description: process.description(),
        language: process.language(),
        name: process.name(),
        salts: process.salts().of_process(),
    }
}

fn of_item(id: ItemId, process: &Process) -> Option<ItemSight<'_>> {
    process.tree().item(id).map(|item| item_sight(item, process))
}

fn item_sight<'a>(item: &'a Item, process: &'a Process) -> ItemSight<'a> {
    let tree = process.tree();
    ItemSight {
        codelivery: item.codelivery(),
        description: item.description(),
        enabled: item.enabled(),
        item: item.id(),
        name: item.name(),
        needs: tree.prerequisites(item).map(|(on, needs, _)| (on.id(), needs)).collect(),
        parent: tree.parent(item).map(Item::id),
        problem_profiles: item.problem_profiles(),
        salts: process.salts().of_item(item.id()),
    }
}

fn of_asset(id: AssetId, process: &Process) -> Option<AssetSight<'_>> {
    process.assets().asset(id).map(|asset| asset_sight(asset, process))
}

fn asset_sight<'a>(asset: &'a Asset, process: &Process) -> AssetSight<'a> {
    AssetSight {
        asset: asset.id,
        content: asset.versions.last().map(|version| &version.content),
        deleted: asset.deleted.is_some(),
        description: asset.description.as_ref(),
        licence: asset.licence.as_ref(),
        salts: process.salts().of_asset(asset.id),
        title: &asset.title,
        versions: asset.versions.len(),
    }
}
