//! Commands about the purposes that a process requires.

use crate::kernel::tagged;
use crate::types::{AssetId, HostId, ItemId, Key, RequirementId};

tagged! {
    /// The commands of the requirement block, all for a stream `process/ID`. They need `consent.manage`.
    pub enum Command {
        /// Requires a purpose: for a process, for an item and everything below it, or for an asset.
        "purpose.require" RequirePurpose {
            /// The asset, if the requirement is for one.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The people whose data an asset holds, by the host's ids; if absent, whoever opens it.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub data_subjects: Vec<HostId>,
            /// The item, if the requirement is for one and everything below it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// The organisation that has published the purpose, by the host's id.
            pub organisation: HostId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Removes a requirement.
        "purpose.release" ReleasePurpose {
            /// The requirement.
            pub requirement: RequirementId,
        }
    }
}

impl Command {
    /// Replaces the host's ids. The second argument of `each` says whether the id may mean somebody new.
    pub(crate) fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool)) {
        match self {
            Self::RequirePurpose(c) => {
                each(&mut c.organisation, false);
                c.data_subjects.iter_mut().for_each(|id| each(id, true));
            }
            Self::ReleasePurpose(_) => {}
        }
    }

    /// The host ids that the command names, for the kernel to look up.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        if let Self::RequirePurpose(c) = self {
            each(&c.organisation);
            c.data_subjects.iter().for_each(each);
        }
    }
}
