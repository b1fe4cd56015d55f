//! The events of assets. Fields are in canonical order; see `journal`.

use super::{Content, Derivation};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::process::Unmet;
use crate::types::{AssetId, Commitment, ItemId, Key, Licence, Localized};

tagged! {
    /// The events of the asset block, all in streams `process/ID`.
    pub enum Event {
        /// An asset was added to a task.
        "asset.added" AssetAdded {
            /// Its id.
            pub asset: AssetId,
            /// Its content.
            pub content: Content,
            /// What it was made from.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub derived_from: Vec<Derivation>,
            /// A description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// Unmet prerequisites of which the model only warns.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub despite: Vec<Unmet>,
            /// The knowledge resource of the process's catalogue it was made from.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub interlinker: Option<Key>,
            /// The task.
            pub item: ItemId,
            /// The licence for using it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub licence: Option<Licence>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// Its title.
            pub title: Localized,
        }

        /// The title, description or licence of an asset changed; absent fields stayed unchanged.
        "asset.edited" AssetEdited {
            /// The asset.
            pub asset: AssetId,
            /// The new description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The new licence.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub licence: Option<Licence>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The new title.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub title: Option<Localized>,
        }

        /// An asset got a new version.
        "asset.revised" AssetRevised {
            /// The asset.
            pub asset: AssetId,
            /// Its new content.
            pub content: Content,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A person opened an asset.
        "asset.opened" AssetOpened {
            /// The asset.
            pub asset: AssetId,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An asset was deleted.
        "asset.deleted" AssetDeleted {
            /// The asset.
            pub asset: AssetId,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }
    }
}

impl Event {
    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::AssetAdded(e) => &e.relied_on,
            Self::AssetEdited(e) => &e.relied_on,
            Self::AssetRevised(e) => &e.relied_on,
            Self::AssetOpened(e) => &e.relied_on,
            Self::AssetDeleted(e) => &e.relied_on,
        }
    }
}
