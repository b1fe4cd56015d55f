//! Commands about ratings.

use super::{Rated, Stars};
use crate::kernel::tagged;
use crate::types::HostId;
use crate::types::{DocumentId, Remark};

tagged! {
    /// The commands of the rating block; their stream follows from what is rated.
    pub enum Command {
        /// Rates something, or changes the actor's earlier rating.
        "rating.give" GiveRating {
            /// What is rated.
            pub rated: Rated,
            /// The document that shows it: the catalogue or the publication, by the SHA-256 of its canonical JSON.
            pub seen_in: DocumentId,
            /// How helpful it was, from 0 to 5.
            pub stars: Stars,
            /// The reason in the actor's words. Kept in the vault, as a text about the actor; readers of the ratings
            /// see it without the actor's name.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Remark>,
        }

        /// Withdraws the actor's rating.
        "rating.withdraw" WithdrawRating {
            /// What was rated.
            pub rated: Rated,
        }
    }
}

impl Command {
    /// What the command is about.
    #[must_use]
    pub const fn rated(&self) -> &Rated {
        match self {
            Self::GiveRating(c) => &c.rated,
            Self::WithdrawRating(c) => &c.rated,
        }
    }
}

impl Command {
    /// The command names no host ids.
    pub(crate) const fn host_ids(&self, _: &mut dyn FnMut(&HostId)) {}
}
