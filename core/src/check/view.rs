//! A process as it stands at one version, together with the parties that its rules speak of.

use std::sync::Arc;

use super::{Access, Consented};
use crate::journal::{Seq, Stream};
use crate::party::Parties;
use crate::process::Process;
use crate::types::ItemId;

/// A process as it stands at one version, joined with the organisations whose teams its rules speak of.
///
/// Immutable, cheap to clone, `Send + Sync`: take one and ask it as often as you like, from any thread. It
/// does not see what happens later; take a new one for that.
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

    /// Whether the process has an item; of the process as a whole there is no question.
    #[must_use]
    pub fn has(&self, item: Option<ItemId>) -> bool {
        item.is_none_or(|item| self.process().tree().item(item).is_some())
    }

    /// The version that this view shows.
    #[must_use]
    pub fn seq(&self) -> Seq {
        self.stream.seq
    }
}
