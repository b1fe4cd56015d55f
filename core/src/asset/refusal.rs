//! Why an asset is refused.

use crate::types::{AssetId, ItemId, Key};
use interlink_derive::Refusal;

/// A command of the asset block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum AssetRefusal {
    /// The item is none of this process.
    #[error(ItemUnknown, "There is no item {item} in this process.")]
    ItemUnknown {
        /// The item that was named.
        item: ItemId,
    },
    /// Assets lie on tasks.
    #[error(ItemKind, asset: "Assets are put on tasks, not on phases or objectives.")]
    NoTask,
    /// The asset is none of this process.
    #[error(AssetUnknown, "There is no asset {asset} in this process.")]
    Unknown {
        /// The asset that was named.
        asset: AssetId,
        /// Where in the command.
        path: &'static str,
    },
    /// There is no such version of the asset.
    #[error(AssetVersionUnknown, "The asset {asset} has no version {version}.")]
    VersionUnknown {
        /// The asset that was named.
        asset: AssetId,
        /// The version that was named.
        version: u32,
    },
    /// It was deleted.
    #[error(AssetDeleted, "The asset was deleted.")]
    Deleted,
    /// The catalogue has no such interlinker, or it holds no assets.
    #[error(AssetNoHost, "The process's catalogue has no software “{interlinker}” that holds assets.")]
    NoHost {
        /// The interlinker that was named.
        interlinker: Key,
    },
    /// The catalogue has no such knowledge resource.
    #[error(AssetNoResource, "The process's catalogue has no knowledge resource “{interlinker}”.")]
    NoResource {
        /// The interlinker that was named.
        interlinker: Key,
    },
    /// The command changes nothing.
    #[error(NothingToChange, "The command names nothing to change.")]
    NothingToChange,
    /// The process is full.
    #[error(AssetLimit, "A process has at most {most} assets.")]
    Limit {
        /// How many.
        most: usize,
    },
}

impl AssetRefusal {
    /// Where in the command the fault stands.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::ItemUnknown { .. } | Self::NoTask | Self::Limit { .. } => "/data/item",
            Self::Unknown { path, .. } => path,
            Self::VersionUnknown { .. } => "/data/derived_from",
            Self::Deleted => "/data/asset",
            Self::NoHost { .. } => "/data/content/held/interlinker",
            Self::NoResource { .. } => "/data/interlinker",
            Self::NothingToChange => "/data",
        }
    }
}
