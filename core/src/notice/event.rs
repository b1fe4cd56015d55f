//! Events of notices. Fields are in canonical order; see `journal`.

use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::{DocumentId, Key};

tagged! {
    /// The events of the notice block, all in streams `organisation/ID`.
    pub enum Event {
        /// A notice was published; it replaces the previous version.
        "notice.published" NoticePublished {
            /// The notice.
            pub notice: DocumentId,
        }

        /// A notice was withdrawn.
        "notice.withdrawn" NoticeWithdrawn {
            /// The name of the notice.
            pub notice: Key,
        }
    }
}

impl Event {
    /// Its decision reads no other stream.
    pub(crate) const fn relied_on(&self) -> &[Reliance] {
        &[]
    }
}
