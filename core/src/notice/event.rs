//! What happens to notices. Fields stand in canonical order; see `journal`.

use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::{DocumentId, Key};

tagged! {
    /// The events of the notice block, all in streams `organisation/ID`.
    pub enum Event {
        /// A notice was published; it takes the place of the version before.
        "notice.published" NoticePublished {
            /// The notice.
            pub notice: DocumentId,
        }

        /// A notice was ended.
        "notice.withdrawn" NoticeWithdrawn {
            /// Its name.
            pub notice: Key,
        }
    }
}

impl Event {
    /// It looks at no other stream.
    pub(crate) const fn relied_on(&self) -> &[Reliance] {
        &[]
    }
}
