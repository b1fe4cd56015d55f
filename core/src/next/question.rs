//! Who asks, and when.

use crate::types::{PersonId, Timestamp};

/// Who asks what there is to do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asker {
    pub(crate) person: PersonId,
    pub(crate) at: Timestamp,
}
