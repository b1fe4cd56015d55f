//! The assets of a process, built from its stream.

use crate::types::Map;
use crate::types::json::Readable;
use serde::Serialize;

use super::{Content, Derivation, Event};
use crate::types::{AssetId, Commitment, ItemId, Key, Licence, Localized, PersonId, Timestamp};

/// One version of an asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct AssetVersion {
    /// Its content.
    pub content: Content,
    /// Since when.
    pub at: Timestamp,
    /// Who made it.
    pub by: PersonId,
}

/// The deletion of an asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Deletion {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// Why: a commitment to a text in the vault.
    pub reason: Option<Commitment>,
}

/// An asset, with all its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[serde(deny_unknown_fields)]
pub struct Asset {
    /// Its id.
    pub id: AssetId,
    /// Its task.
    pub item: ItemId,
    /// Its title.
    pub title: Localized,
    /// Its description.
    pub description: Option<Localized>,
    /// The licence for using it.
    pub licence: Option<Licence>,
    /// What it was made from.
    pub derived_from: Vec<Derivation>,
    /// The knowledge resource it was made from.
    pub interlinker: Option<Key>,
    /// Its versions, in order; never empty.
    pub versions: Vec<AssetVersion>,
    /// Its deletion, if it was deleted.
    pub deleted: Option<Deletion>,
}

/// The assets of a process, in the order in which they were added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[serde(from = "Vec<Asset>", into = "Vec<Asset>")]
pub struct Assets {
    list: Vec<Asset>,
    by_id: Map<AssetId, usize>,
}

impl From<Vec<Asset>> for Assets {
    fn from(list: Vec<Asset>) -> Self {
        let by_id = list.iter().enumerate().map(|(at, asset)| (asset.id, at)).collect();
        Self { list, by_id }
    }
}

impl From<Assets> for Vec<Asset> {
    fn from(assets: Assets) -> Self {
        assets.list
    }
}

impl Assets {
    /// All of them, including deleted ones.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Asset> {
        self.list.iter()
    }

    /// The number of assets, including deleted ones.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there never were any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// An asset by its id.
    #[must_use]
    pub fn asset(&self, id: AssetId) -> Option<&Asset> {
        self.by_id.get(&id).and_then(|at| self.list.get(*at))
    }

    /// The assets of a task that were not deleted.
    pub fn on(&self, item: ItemId) -> impl Iterator<Item = &Asset> {
        self.list.iter().filter(move |asset| asset.item == item && asset.deleted.is_none())
    }

    /// Whether one asset contains what another does, so that the purposes required for the other apply to it too: it is
    /// the same asset, has or had the same content, or was made from such an asset.
    #[must_use]
    pub fn holds_what(&self, asset: AssetId, other: AssetId) -> bool {
        let Some(other) = self.asset(other) else { return asset == other };
        let (mut seen, mut left) = (Vec::new(), vec![asset]);
        while let Some(next) = left.pop() {
            if seen.contains(&next) {
                continue;
            }
            seen.push(next);
            let Some(found) = self.asset(next) else { continue };
            if found.id == other.id || found.shares_content(other) {
                return true;
            }
            left.extend(found.derived_from.iter().map(|derivation| derivation.asset));
        }
        false
    }

    /// Applies an event; `None` if it names an asset that does not exist.
    pub(crate) fn apply(&mut self, at: Timestamp, actor: PersonId, event: &Event) -> Option<()> {
        match event {
            Event::AssetAdded(e) => {
                self.by_id.insert(e.asset, self.list.len());
                self.list.push(Asset {
                    id: e.asset,
                    item: e.item,
                    title: e.title.clone(),
                    description: e.description.clone(),
                    licence: e.licence.clone(),
                    derived_from: e.derived_from.clone(),
                    interlinker: e.interlinker.clone(),
                    versions: vec![AssetVersion { content: e.content.clone(), at, by: actor }],
                    deleted: None,
                });
            }
            Event::AssetEdited(e) => {
                let asset = self.asset_mut(e.asset)?;
                asset.title = e.title.clone().unwrap_or_else(|| asset.title.clone());
                asset.description = e.description.clone().or_else(|| asset.description.take());
                asset.licence = e.licence.clone().or_else(|| asset.licence.take());
            }
            Event::AssetRevised(e) => {
                let version = AssetVersion { content: e.content.clone(), at, by: actor };
                self.asset_mut(e.asset)?.versions.push(version);
            }
            Event::AssetOpened(e) => drop(self.by_id.get(&e.asset)?),
            Event::AssetDeleted(e) => {
                self.asset_mut(e.asset)?.deleted = Some(Deletion { at, by: actor, reason: e.reason });
            }
        }
        Some(())
    }

    fn asset_mut(&mut self, id: AssetId) -> Option<&mut Asset> {
        self.by_id.get(&id).and_then(|at| self.list.get_mut(*at))
    }
}

impl Asset {
    /// Its current version, counted from 1.
    #[must_use]
    pub fn version(&self) -> u32 {
        u32::try_from(self.versions.len()).unwrap_or(u32::MAX)
    }

    fn shares_content(&self, other: &Self) -> bool {
        let mut all = self.versions.iter();
        all.any(|version| other.versions.iter().any(|theirs| version.content.is_same_thing(&theirs.content)))
    }

    /// Its current content.
    #[must_use]
    pub fn content(&self) -> Option<&Content> {
        self.versions.last().map(|version| &version.content)
    }
}
