//! Decides commands about the purposes that a process requires.

use super::{Command, Event, PurposeReleased, PurposeRequired, ReleasePurpose, RequirePurpose, Target};
use crate::check::{Denied, ProcessView, Question};
use crate::consent::PurposeRef;
use crate::governance::Permission;
use crate::kernel::Refused;
use crate::kernel::{Context, LinkRefusal};
use crate::party::Parties;
use crate::types::{AssetId, ItemId, Key, RequirementId};
use interlink_derive::Refusal;

/// The largest number of requirements of one process.
const MOST: usize = 1000;

/// A command of the requirement block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum RequirementRefusal {
    /// The actor does not have the permission.
    #[error(transparent)]
    Denied(#[from] Box<Denied>),
    /// A party that the command names is not of the required kind.
    #[error(transparent)]
    PseudonymLink(#[from] LinkRefusal),
    /// The item does not exist.
    #[error(ItemUnknown, "There is no item {item} in this process.")]
    ItemUnknown {
        /// The item.
        item: ItemId,
    },
    /// The asset does not exist.
    #[error(AssetUnknown, "There is no asset {asset} in this process.")]
    AssetUnknown {
        /// The asset.
        asset: AssetId,
    },
    /// The command names an item and an asset.
    #[error(RequirementTarget, "A purpose can be required for an item or for an asset, but not for both.")]
    Both,
    /// The command names people without an asset.
    #[error(RequirementTarget, people: "People can be named only for an asset, whose data they are.")]
    Subjects,
    /// The organisation has no such purpose in force.
    #[error(PurposeUnknown, required: "The organisation does not have a notice in force with the purpose “{purpose}”.")]
    PurposeUnknown(Key),
    /// The purpose needs only optional data.
    #[error(
        PurposeOptional,
        "The purpose “{purpose}” needs only optional data, so nothing may depend on it (GDPR Art. 7(4))."
    )]
    Optional(Key),
    /// The purpose is already required there.
    #[error(RequirementExists, "The purpose is already required there.")]
    Exists,
    /// The requirement does not exist.
    #[error(RequirementUnknown, "This process has no such requirement.")]
    Unknown,
    /// There are too many requirements.
    #[error(RequirementLimit, "A process can require at most {most} purposes.", most = MOST)]
    Limit,
}

impl RequirementRefusal {
    /// The path of the fault within the command.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Denied(_) => "/actor",
            Self::PseudonymLink(refusal) => refusal.path(),
            Self::ItemUnknown { .. } => "/data/item",
            Self::AssetUnknown { .. } | Self::Both => "/data/asset",
            Self::Subjects => "/data/data_subjects",
            Self::PurposeUnknown(_) | Self::Optional(_) | Self::Exists | Self::Limit => "/data/purpose",
            Self::Unknown => "/data/requirement",
        }
    }
}

/// Decides a command about the purposes that a process requires.
pub(crate) fn decide(
    context: &mut Context<'_>,
    parties: &Parties,
    view: &ProcessView,
    command: &Command,
) -> Result<Event, Refused> {
    match command {
        Command::RequirePurpose(c) => require(context, parties, view, c),
        Command::ReleasePurpose(c) => release(context, view, c),
    }
}

fn require(
    context: &mut Context<'_>,
    parties: &Parties,
    view: &ProcessView,
    c: &RequirePurpose,
) -> Result<Event, Refused> {
    let process = view.process();
    let (target, item) = match (c.asset, c.item) {
        (Some(_), Some(_)) => return Err(RequirementRefusal::Both.into()),
        (Some(id), None) => {
            let asset = process.assets().asset(id).filter(|asset| asset.deleted.is_none());
            (Target::Asset(id), Some(asset.ok_or(RequirementRefusal::AssetUnknown { asset: id })?.item))
        }
        (None, Some(item)) => {
            process.tree().item(item).ok_or(RequirementRefusal::ItemUnknown { item })?;
            (Target::Item(item), Some(item))
        }
        (None, None) => (Target::Process, None),
    };
    if c.asset.is_none() && !c.data_subjects.is_empty() {
        return Err(RequirementRefusal::Subjects.into());
    }
    let mut question = Question::new(context.actor(), Permission::ConsentManage, context.at());
    question.item = item;
    let mut pass = view.require(&question)?;
    let organisation = context.organisation(&c.organisation, "/data/organisation")?;
    let notices = parties.organisation(organisation).map(|stream| stream.state.notices());
    let found = notices.and_then(|notices| notices.purpose(&c.purpose));
    let found = found.filter(|(published, _)| published.holds_at(context.at()));
    let (_, purpose) = found.ok_or_else(|| RequirementRefusal::PurposeUnknown(c.purpose.clone()))?;
    if purpose.is_optional() {
        return Err(RequirementRefusal::Optional(c.purpose.clone()).into());
    }
    let purpose = PurposeRef { organisation_id: organisation, purpose: c.purpose.clone() };
    let requirements = process.requirements();
    if requirements.iter().any(|other| other.target == target && other.purpose == purpose) {
        return Err(RequirementRefusal::Exists.into());
    }
    if requirements.iter().len() >= MOST {
        return Err(RequirementRefusal::Limit.into());
    }
    let mut subjects = Vec::with_capacity(c.data_subjects.len());
    for host_id in &c.data_subjects {
        subjects.push(context.person(host_id, "/data/data_subjects")?);
    }
    subjects.sort_unstable();
    subjects.dedup();
    parties.reliance(organisation).into_iter().for_each(|reliance| pass.rely_on(reliance));
    let requirement = RequirementId::from_bytes(context.new_id("interlink/requirement/1"));
    let relied_on = pass.relied_on;
    Ok(PurposeRequired {
        asset: c.asset,
        item: c.item,
        purpose,
        relied_on,
        requirement,
        data_subject_ids: subjects,
    }
    .into())
}

fn release(context: &Context<'_>, view: &ProcessView, c: &ReleasePurpose) -> Result<Event, Refused> {
    let process = view.process();
    let mut all = process.requirements().iter();
    let found = all.find(|requirement| requirement.id == c.requirement).ok_or(RequirementRefusal::Unknown)?;
    let mut question = Question::new(context.actor(), Permission::ConsentManage, context.at());
    question.item = match found.target {
        Target::Process => None,
        Target::Item(item) => Some(item),
        Target::Asset(asset) => process.assets().asset(asset).map(|asset| asset.item),
    };
    let pass = view.require(&question)?;
    Ok(PurposeReleased { relied_on: pass.relied_on, requirement: c.requirement }.into())
}
