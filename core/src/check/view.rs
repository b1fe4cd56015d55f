//! A process as of one event, together with the parties in its rules.

use std::sync::Arc;

use super::{Access, Consented, Question};
use crate::governance::Permission;
use crate::journal::{Reliance, Seq, Stream, StreamId};
use crate::kernel::{Refused, Tip};
use crate::party::Parties;
use crate::process::{Process, ProcessRefusal};
use crate::types::{ItemId, PersonId, Timestamp};

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

/// What the kernel asks of it. A build without processes has the same methods on a type of which there is no value.
impl ProcessView {
    /// How far its stream has come.
    pub(crate) fn tip(&self) -> Tip {
        self.stream.tip()
    }

    /// Its stream, and how far that was read.
    pub(crate) fn read(&self) -> (StreamId, Seq) {
        (self.stream.state.id().into(), self.stream.seq)
    }

    /// The organisations it is joined with.
    pub(crate) fn joined_parties(&self) -> Arc<Parties> {
        Arc::clone(&self.parties)
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.process().closed().is_some()
    }

    /// Refuses a command that a closed process does not take.
    pub(crate) fn must_be_open(&self) -> Result<(), Refused> {
        if self.is_closed() { Err(ProcessRefusal::Closed.into()) } else { Ok(()) }
    }

    /// What it rests on that somebody administers the process; `None` if they do not.
    pub(crate) fn administered(&self, actor: PersonId, at: Timestamp) -> Option<Vec<Reliance>> {
        let permission = Permission::ProcessAdminister;
        let question = Question { actor, permission, item: None, asset: None, at };
        // Once the process is closed, this is the only act still permitted.
        let pass = || self.require(&question).map(|pass| pass.relied_on).unwrap_or_default();
        self.is_administered_by(actor, at).then(pass)
    }
}
