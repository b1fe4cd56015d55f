//! What happens to ratings. Fields stand in canonical order; see `journal`.

use super::{Rated, Stars};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::{Commitment, DocumentId};

tagged! {
    /// The events of the rating block, all in streams `rating/ID`.
    pub enum Event {
        /// Somebody rated it; what she said before no longer counts.
        "rating.given" RatingGiven {
            /// What.
            pub rated: Rated,
            /// Where she found it.
            pub seen_in: DocumentId,
            /// How helpful it was.
            pub stars: Stars,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Commitment>,
        }

        /// Somebody took her rating back.
        "rating.withdrawn" RatingWithdrawn {
            /// Of what.
            pub rated: Rated,
        }
    }
}

impl Event {
    /// What it is about.
    #[must_use]
    pub const fn rated(&self) -> &Rated {
        match self {
            Self::RatingGiven(e) => &e.rated,
            Self::RatingWithdrawn(e) => &e.rated,
        }
    }
}

impl Event {
    /// It looks at no other stream.
    pub(crate) const fn relied_on(&self) -> &[Reliance] {
        &[]
    }
}
