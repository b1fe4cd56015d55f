//! What happens to the operators of a store. Fields stand in canonical order; see `journal`.

use super::AppointedBy;
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::PersonId;

tagged! {
    /// The events of the operator block, all in the stream `host/…`.
    pub enum Event {
        /// A person became an operator.
        "operator.appointed" OperatorAppointed {
            /// By the host in its own name, or by an operator.
            pub by: AppointedBy,
            /// Who.
            pub person_id: PersonId,
        }

        /// A person is no longer an operator.
        "operator.dismissed" OperatorDismissed {
            /// By the host in its own name, or by an operator.
            pub by: AppointedBy,
            /// Who.
            pub person_id: PersonId,
        }
    }
}

impl Event {
    /// It looks at no other stream.
    pub(crate) const fn relied_on(&self) -> &[Reliance] {
        &[]
    }
}
