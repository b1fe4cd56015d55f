//! The commands on the assets of a process.

use super::{Content, Derivation};
use crate::kernel::tagged;
use crate::types::HostId;
use crate::types::{AssetId, ItemId, Key, Licence, Localized, Remark};

tagged! {
    /// The commands of the asset block, all for a stream `process/ID`.
    pub enum Command {
        /// Adds an asset to a task. Needs `asset.create` there.
        ///
        /// If the governance model says so, the first asset of an awaiting task starts the task.
        "asset.add" AddAsset {
            /// Its content.
            pub content: Content,
            /// What it was made from.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub derived_from: Vec<Derivation>,
            /// A description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The knowledge resource of the process's catalogue it was made from.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub interlinker: Option<Key>,
            /// The task.
            pub item: ItemId,
            /// The licence for using it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub licence: Option<Licence>,
            /// Its title. Public: it must not be about a private person.
            pub title: Localized,
        }

        /// Changes the title, description or licence of an asset. Absent fields stay unchanged. Needs `asset.edit` on
        /// its task.
        "asset.edit" EditAsset {
            /// The asset.
            pub asset: AssetId,
            /// The new description.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The new licence.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub licence: Option<Licence>,
            /// The new title.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub title: Option<Localized>,
        }

        /// Adds a version of an asset; earlier ones are kept. Needs `asset.edit` on its task.
        "asset.revise" ReviseAsset {
            /// The asset.
            pub asset: AssetId,
            /// Its new content.
            pub content: Content,
        }

        /// Opens an asset and records the access: who, what, and when. Needs `asset.view` on its task, and the purposes
        /// required for it.
        "asset.open" OpenAsset {
            /// The asset.
            pub asset: AssetId,
        }

        /// Deletes an asset. The record keeps that it existed. Needs `asset.delete` on its task.
        "asset.delete" DeleteAsset {
            /// The asset.
            pub asset: AssetId,
            /// Why. Kept in the vault, as a text by the actor.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }
    }
}

impl Command {
    /// Names no host ids.
    pub(crate) const fn host_ids(&self, _: &mut dyn FnMut(&HostId)) {}
}
