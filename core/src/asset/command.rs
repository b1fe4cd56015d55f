//! What can be asked of the assets of a process.

use super::{Content, Derivation};
use crate::kernel::tagged;
use crate::types::HostId;
use crate::types::{AssetId, ItemId, Key, Licence, Localized, Remark};

tagged! {
    /// The commands of the asset block, all for a stream `process/ID`.
    pub enum Command {
        /// Puts an asset on a task. Needs `asset.create` there.
        ///
        /// Where the governance model says so, the first asset of a task that is awaiting starts the task.
        "asset.add" AddAsset {
            /// What it is.
            pub content: Content,
            /// What it was made from.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub derived_from: Vec<Derivation>,
            /// What it is about.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub description: Option<Localized>,
            /// The knowledge resource of the process's catalogue that it was made from.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub interlinker: Option<Key>,
            /// The task.
            pub item: ItemId,
            /// Under what licence it may be used.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub licence: Option<Licence>,
            /// What it is called. Public: it must not be about a private person.
            pub title: Localized,
        }

        /// Changes what is said of an asset. What is absent stays as it is. Needs `asset.edit` on its task.
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

        /// Adds a version of an asset; those before stay. Needs `asset.edit` on its task.
        "asset.revise" ReviseAsset {
            /// The asset.
            pub asset: AssetId,
            /// What it is now.
            pub content: Content,
        }

        /// Opens an asset, on record: who looked at what, and when. Needs `asset.view` on its task, and the purposes
        /// that are required of it.
        "asset.open" OpenAsset {
            /// The asset.
            pub asset: AssetId,
        }

        /// Deletes an asset. That it was there stays on record. Needs `asset.delete` on its task.
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
    /// It names nobody by the host's id.
    pub(crate) const fn host_ids(&self, _: &mut dyn FnMut(&HostId)) {}
}
