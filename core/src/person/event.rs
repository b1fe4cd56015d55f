//! What happens to a person. Fields stand in canonical order; see `journal`.

use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::{Commitment, OrganisationId};

tagged! {
    /// The events of the person block, all in streams `person/ID`.
    pub enum Event from ourselves {
        /// The person was erased from the vault.
        "person.erased" PersonErased {
            /// The organisation that did it for her.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation: Option<OrganisationId>,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }
    }
}

impl Event {
    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::PersonErased(e) => &e.relied_on,
        }
    }
}
