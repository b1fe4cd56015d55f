//! Why an asset is refused.

use crate::problem::Code;
use crate::types::{AssetId, ItemId, Key};

/// A command of the asset block was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AssetRefusal {
    /// The item is none of this process.
    #[error("There is no item {item} in this process.")]
    ItemUnknown {
        /// The item that was named.
        item: ItemId,
    },
    /// Assets lie on tasks.
    #[error("Assets are put on tasks, not on phases or objectives.")]
    NoTask,
    /// The asset is none of this process.
    #[error("There is no asset {asset} in this process.")]
    Unknown {
        /// The asset that was named.
        asset: AssetId,
        /// Where in the command.
        path: &'static str,
    },
    /// There is no such version of the asset.
    #[error("The asset {asset} has no version {version}.")]
    VersionUnknown {
        /// The asset that was named.
        asset: AssetId,
        /// The version that was named.
        version: u32,
    },
    /// It was deleted.
    #[error("The asset was deleted.")]
    Deleted,
    /// The catalogue has no such interlinker, or it holds no assets.
    #[error("The process's catalogue has no software “{interlinker}” that holds assets.")]
    NoHost {
        /// The interlinker that was named.
        interlinker: Key,
    },
    /// The catalogue has no such knowledge resource.
    #[error("The process's catalogue has no knowledge resource “{interlinker}”.")]
    NoResource {
        /// The interlinker that was named.
        interlinker: Key,
    },
    /// The command changes nothing.
    #[error("The command names nothing to change.")]
    NothingToChange,
    /// The process is full.
    #[error("A process has at most {most} assets.")]
    Limit {
        /// How many.
        most: usize,
    },
}

impl AssetRefusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::ItemUnknown { .. } => Code::ItemUnknown,
            Self::NoTask => Code::ItemKind,
            Self::Unknown { .. } => Code::AssetUnknown,
            Self::VersionUnknown { .. } => Code::AssetVersionUnknown,
            Self::Deleted => Code::AssetDeleted,
            Self::NoHost { .. } => Code::AssetNoHost,
            Self::NoResource { .. } => Code::AssetNoResource,
            Self::NothingToChange => Code::NothingToChange,
            Self::Limit { .. } => Code::AssetLimit,
        }
    }

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
