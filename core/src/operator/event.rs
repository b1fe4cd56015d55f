//! Events of the operators of a store. Fields are in canonical order; see `journal`.

use super::AppointedBy;
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::PersonId;

tagged! {
    /// The events of the operator block, all in the stream `host/…`.
    pub enum Event {
        /// A person became an operator.
        "operator.appointed" OperatorAppointed {
            /// Whether the host itself or an operator appointed the person.
            pub by: AppointedBy,
            /// The person.
            pub person_id: PersonId,
        }

        /// A person is no longer an operator.
        "operator.dismissed" OperatorDismissed {
            /// Whether the host itself or an operator dismissed the person.
            pub by: AppointedBy,
            /// The person.
            pub person_id: PersonId,
        }
    }
}

impl Event {
    /// Its decision reads no other stream.
    pub(crate) const fn relied_on(&self) -> &[Reliance] {
        &[]
    }
}
