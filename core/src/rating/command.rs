//! What can be asked of ratings.

use super::{Rated, Stars};
use crate::kernel::tagged;
use crate::types::HostId;
use crate::types::{DocumentId, Remark};

tagged! {
    /// The commands of the rating block; what is rated participations which stream they are for.
    pub enum Command {
        /// Rates something, or changes what the actor said of it before.
        "rating.give" GiveRating {
            /// What.
            pub rated: Rated,
            /// Where she found it: the catalogue, or the publication, by the SHA-256 of its canonical JSON.
            pub seen_in: DocumentId,
            /// How helpful it was, from 0 to 5.
            pub stars: Stars,
            /// Why, in her own words. Kept in the vault, as a text about her; whoever reads the ratings reads it, without her name.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Remark>,
        }

        /// Takes the actor's rating back.
        "rating.withdraw" WithdrawRating {
            /// Of what.
            pub rated: Rated,
        }
    }
}

impl Command {
    /// What it is about.
    #[must_use]
    pub const fn rated(&self) -> &Rated {
        match self {
            Self::GiveRating(c) => &c.rated,
            Self::WithdrawRating(c) => &c.rated,
        }
    }
}

impl Command {
    /// It names nobody by the host's id.
    pub(crate) const fn host_ids(&self, _: &mut dyn FnMut(&HostId)) {}
}
