//! Commands about the notices of an organisation.

use crate::kernel::tagged;
use crate::types::HostId;
use crate::types::{DocumentId, Key};

tagged! {
    /// The commands of the notice block, all for a stream `organisation/ID`, by one of its administrators.
    pub enum Command {
        /// Publishes a notice, or its next version. It must be complete: see [`Notice::gaps`](super::Notice::gaps).
        "notice.publish" PublishNotice {
            /// The SHA-256 of its canonical JSON.
            pub notice: DocumentId,
        }

        /// Withdraws a notice: from now on, no processing can rest on it.
        "notice.withdraw" WithdrawNotice {
            /// The name of the notice, the same in all versions.
            pub notice: Key,
        }
    }
}

impl Command {
    /// The command names no host ids.
    pub(crate) const fn host_ids(&self, _: &mut dyn FnMut(&HostId)) {}
}
