//! Who asks, and when.

use crate::types::{PersonId, Timestamp};

/// The person who asks, and the time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asker {
    pub(crate) person: PersonId,
    pub(crate) at: Timestamp,
}
