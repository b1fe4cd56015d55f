//! What can be asked of a person's stream.

use crate::kernel::tagged;
use crate::types::{HostId, Remark};

tagged! {
    /// The commands of the person block, all for a stream `person/ID`.
    pub enum Command from outside {
        /// Erases the person (GDPR Art. 17): her tie to the host's id, and every text about her.
        ///
        /// For herself; or for an organisation that the actor administers, with a reason.
        "person.erase" ErasePerson {
            /// The organisation that does it for her; nothing where she does it herself.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub capacity: Option<HostId>,
            /// Why, where somebody else does it. Kept in the vault, as a text by the actor; it must not name her.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }
    }
}

impl Command {
    /// The host ids that the command names, for the kernel to look up.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        match self {
            Self::ErasePerson(c) => c.capacity.iter().for_each(each),
        }
    }
}
