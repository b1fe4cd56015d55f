//! Why a command on an asset is refused.

use crate::types::{AssetId, ItemId, Key};
use interlink_derive::Refusal;

/// A command of the asset block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum AssetRefusal {
    /// The process has no such item.
    #[error(ItemUnknown, "There is no item {item} in this process.")]
    ItemUnknown {
        /// The item named.
        item: ItemId,
    },
    /// The item is not a task.
    #[error(ItemKind, asset: "Assets can only be added to tasks, not to phases or objectives.")]
    NoTask,
    /// The process has no such asset.
    #[error(AssetUnknown, "There is no asset {asset} in this process.")]
    Unknown {
        /// The asset named.
        asset: AssetId,
        /// The path in the command.
        path: &'static str,
    },
    /// There is no such version of the asset.
    #[error(AssetVersionUnknown, "The asset {asset} has no version {version}.")]
    StreamSeqUnknown {
        /// The asset named.
        asset: AssetId,
        /// The version named.
        version: u32,
    },
    /// It was deleted.
    #[error(AssetDeleted, "The asset was deleted.")]
    Deleted,
    /// The catalogue has no such interlinker, or it holds no assets.
    #[error(AssetNoHost, "The process's catalogue has no software “{interlinker}” that holds assets.")]
    NoHost {
        /// The interlinker named.
        interlinker: Key,
    },
    /// The catalogue has no such knowledge resource.
    #[error(AssetNoResource, "The process's catalogue has no knowledge resource “{interlinker}”.")]
    NoResource {
        /// The interlinker named.
        interlinker: Key,
    },
    /// The command changes nothing.
    #[error(NothingToChange, "The command does not name anything to change.")]
    NothingToChange,
    /// The process is full.
    #[error(AssetLimit, "A process can have at most {most} assets.")]
    Limit {
        /// How many.
        most: usize,
    },
}

impl AssetRefusal {
    /// The path of the fault in the command.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::ItemUnknown { .. } | Self::NoTask | Self::Limit { .. } => "/data/item",
            Self::Unknown { path, .. } => path,
            Self::StreamSeqUnknown { .. } => "/data/derived_from",
            Self::Deleted => "/data/asset",
            Self::NoHost { .. } => "/data/content/held/interlinker",
            Self::NoResource { .. } => "/data/interlinker",
            Self::NothingToChange => "/data",
        }
    }
}
