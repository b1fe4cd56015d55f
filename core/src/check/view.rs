//! A process as of one event, together with the parties in its rules.

use std::sync::Arc;

use super::{Access, Consented};
use crate::journal::{Seq, Stream};
use crate::party::Parties;
use crate::process::Process;
use crate::types::ItemId;

/// A process as of one event, joined with the organisations whose teams are in its rules.
///
/// Immutable, cheap to clone, `Send + Sync`: take one and query it as often as needed, from any thread. It does not see
/// later events; take a new one for those.
#[derive(Debug, Clone)]
pub struct ProcessView {
    pub(crate) stream: Arc<Stream<Process>>,
    pub(crate) parties: Arc<Parties>,
    pub(crate) access: Arc<Access>,
    pub(crate) consented: Arc<Consented>,
}

impl ProcessView {
    /// The process itself.
    #[must_use]
    pub fn process(&self) -> &Process {
        &self.stream.state
    }

    /// Whether the process has an item; always true for the process as a whole.
    #[must_use]
    pub fn has(&self, item: Option<ItemId>) -> bool {
        item.is_none_or(|item| self.process().tree().item(item).is_some())
    }

    /// The number of the last event that this view includes.
    #[must_use]
    pub fn seq(&self) -> Seq {
        self.stream.seq
    }
}
