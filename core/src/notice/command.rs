//! What can be asked of the notices of an organisation.

use crate::kernel::tagged;
use crate::types::HostId;
use crate::types::{DocumentId, Key};

tagged! {
    /// The commands of the notice block, all for a stream `organisation/ID`, by one of its administrators.
    pub enum Command {
        /// Publishes a notice, or the next version of one. It must be complete: see
        /// [`Notice::missing`](super::Notice::missing).
        "notice.publish" PublishNotice {
            /// The SHA-256 of its canonical JSON.
            pub notice: DocumentId,
        }

        /// Ends a notice: from now on nothing is processed on what it says.
        "notice.withdraw" WithdrawNotice {
            /// Its name, the same in all versions.
            pub notice: Key,
        }
    }
}

impl Command {
    /// It names nobody by the host's id.
    pub(crate) const fn host_ids(&self, _: &mut dyn FnMut(&HostId)) {}
}
