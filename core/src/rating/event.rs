//! Events of ratings. Fields are in canonical order; see `journal`.

use super::{Rated, Stars};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::{Commitment, DocumentId};

tagged! {
    /// The events of the rating block, all in streams `rating/ID`.
    pub enum Event {
        /// A rating was given; it replaces the actor's earlier one.
        "rating.given" RatingGiven {
            /// What is rated.
            pub rated: Rated,
            /// The document that shows it.
            pub seen_in: DocumentId,
            /// How helpful it was.
            pub stars: Stars,
            /// The reason: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Commitment>,
        }

        /// A rating was withdrawn.
        "rating.withdrawn" RatingWithdrawn {
            /// What was rated.
            pub rated: Rated,
        }
    }
}

impl Event {
    /// What the event is about.
    #[must_use]
    pub const fn rated(&self) -> &Rated {
        match self {
            Self::RatingGiven(e) => &e.rated,
            Self::RatingWithdrawn(e) => &e.rated,
        }
    }
}

impl Event {
    /// Its decision reads no other stream.
    pub(crate) const fn relied_on(&self) -> &[Reliance] {
        &[]
    }
}
