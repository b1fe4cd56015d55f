//! Commands about the host's own stream.

use crate::kernel::tagged;
use crate::types::HostId;

tagged! {
    /// The commands of the operator block, all for the store's one stream `host/…`, which need not be named.
    pub enum Command {
        /// Makes a person an operator of the store: by an operator, or by the host itself.
        "operator.appoint" AppointOperator {
            /// The host's id of the person.
            pub person: HostId,
        }

        /// Dismisses an operator: by an operator, or by the host itself. The last operator cannot be dismissed.
        "operator.dismiss" DismissOperator {
            /// The host's id of the person.
            pub person: HostId,
        }
    }
}

impl Command {
    /// The host ids that the command names, for the kernel to look up.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        match self {
            Self::AppointOperator(c) => each(&c.person),
            Self::DismissOperator(c) => each(&c.person),
        }
    }
}
