//! Views of assets, with the actions available to the person who asks.

use serde::Serialize;

use super::{Asset, Content, Derivation};
use crate::catalogue::Capability;
use crate::check::{ProcessView, Question};
use crate::governance::Permission;
use crate::party::{Names, PartyName};
use crate::types::json::Readable;
use crate::types::{
    AssetId, ItemId, Key, Language, Licence, LicenceClass, Localized, PersonId, ReadText, Timestamp,
};
use crate::vault::Party;

/// One version of an asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct VersionView {
    /// The time since when it is current.
    pub at: Timestamp,
    /// Who made it.
    pub by: PartyName,
    /// Its content.
    pub content: Content,
}

/// The deletion of an asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct DeletionView {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PartyName,
    /// The reason; absent if none was given or the text was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An action available for an asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// The action.
    pub what: Capability,
    /// Its name at the interlinker that holds the asset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<ReadText>,
}

/// An asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct AssetView {
    /// Its id.
    pub asset: AssetId,
    /// Its task.
    pub item: ItemId,
    /// Its title.
    pub title: ReadText,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<ReadText>,
    /// The licence for using it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// The licence's INTERLINK class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence_class: Option<LicenceClass>,
    /// What it was made from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub derived_from: Vec<Derivation>,
    /// The knowledge resource it was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interlinker: Option<Key>,
    /// When it was made, by the account of the system it was imported from; not a time of this record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_created: Option<Timestamp>,
    /// Its versions, in order.
    pub versions: Vec<VersionView>,
    /// Its deletion, if it was deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<DeletionView>,
    /// Whether a required purpose has no consent, so that its versions are not shown.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
    /// The actions available to the person who asks.
    pub offers: Vec<Offer>,
}

/// The actions on assets, and the permission each needs.
const OFFERS: [(Capability, Permission); 5] = [
    (Capability::View, Permission::AssetView),
    (Capability::Edit, Permission::AssetEdit),
    (Capability::Clone, Permission::AssetCreate),
    (Capability::Delete, Permission::AssetDelete),
    (Capability::Download, Permission::AssetView),
];

impl ProcessView {
    /// The actions available to a person for an asset: those that the person may take and the asset's kind allows. A
    /// link cannot be downloaded, a file cannot be edited in place, and for an asset held by an interlinker, the
    /// interlinker's capabilities decide.
    #[must_use]
    pub fn offers(&self, asset: &Asset, person: PersonId, language: Language, at: Timestamp) -> Vec<Offer> {
        if asset.deleted.is_some() {
            return Vec::new();
        }
        let may = |permission| {
            let about = Some(asset.id);
            let question = Question { actor: person, permission, item: Some(asset.item), asset: about, at };
            self.check(&question).allowed()
        };
        let offer = |(what, permission): (Capability, Permission)| {
            let text = self.admits(asset, what)?;
            let text = text.map(|text| text.read(&language, &self.process().language()).into());
            may(permission).then_some(Offer { what, text })
        };
        OFFERS.into_iter().filter_map(offer).collect()
    }

    /// Whether an asset's kind allows an action, and the action's name there.
    fn admits(&self, asset: &Asset, what: Capability) -> Option<Option<&Localized>> {
        match asset.content()? {
            Content::Link { .. } => (what != Capability::Download).then_some(None),
            Content::File { .. } => (what != Capability::Edit).then_some(None),
            Content::Held { interlinker, .. } => {
                let found = self.process().catalogue()?.interlinker(interlinker)?;
                found.integration()?.capabilities.get(&what).map(Option::as_ref)
            }
        }
    }

    /// The assets of a process or a task for one person: those on tasks where the person may see assets.
    pub(crate) fn assets(
        &self,
        item: Option<ItemId>,
        person: PersonId,
        language: Language,
        at: Timestamp,
        names: &Names<'_>,
    ) -> Vec<AssetView> {
        let sees = |asset: &&Asset| {
            let question = Question {
                actor: person,
                permission: Permission::AssetView,
                item: Some(asset.item),
                asset: None,
                at,
            };
            item.is_none_or(|item| asset.item == item) && self.check(&question).allowed()
        };
        let visible = self.process().assets().iter().filter(sees);
        visible.map(|asset| self.asset_view(asset, person, language, at, names)).collect()
    }

    fn asset_view(
        &self,
        asset: &Asset,
        person: PersonId,
        language: Language,
        at: Timestamp,
        names: &Names<'_>,
    ) -> AssetView {
        let own = self.process().language();
        let read = |text: &Localized| text.read(&language, &own).into();
        let view = Permission::AssetView;
        let question =
            Question { actor: person, permission: view, item: Some(asset.item), asset: Some(asset.id), at };
        let closed = !self.check(&question).allowed();
        let versions = asset.versions.iter().filter(|_| !closed).map(|version| {
            let by = names.name(Party::Person(version.by));
            VersionView { at: version.at, by, content: version.content.clone() }
        });
        let deleted = asset.deleted.map(|deletion| {
            let by = names.name(Party::Person(deletion.by));
            let reason = deletion.reason.and_then(|reason| names.text(reason));
            DeletionView { at: deletion.at, by, reason }
        });
        AssetView {
            asset: asset.id,
            item: asset.item,
            title: read(&asset.title),
            description: asset.description.as_ref().map(read),
            licence: asset.licence.clone(),
            licence_class: asset.licence.as_ref().map(Licence::class),
            derived_from: asset.derived_from.clone(),
            interlinker: asset.interlinker.clone(),
            claimed_created: self.process().claimed_created(asset.id),
            versions: versions.collect(),
            deleted,
            closed,
            offers: self.offers(asset, person, language, at),
        }
    }
}
