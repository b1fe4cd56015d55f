//! A process while its stream is verified.

use super::snapshot;
use crate::journal::{Event, Fault, Snapshot, Stream};
use crate::kernel::Documents;
use crate::process::Process;
use crate::types::ProcessId;

/// A process as of the last event read.
pub(in super::super) struct Replayed(Box<Stream<Process>>);

impl Replayed {
    pub(in super::super) fn begin(
        id: ProcessId,
        event: &Event,
        documents: &dyn Documents,
    ) -> Result<Self, Fault> {
        Ok(Self(Box::new(Stream::begin(id, event, documents)?)))
    }

    pub(in super::super) fn follow(&mut self, event: &Event, documents: &dyn Documents) -> Result<(), Fault> {
        self.0.follow(event, documents)
    }

    /// Whether a snapshot has this state.
    pub(in super::super) fn is_in(&self, snapshot: &Snapshot) -> bool {
        snapshot::is_of(snapshot, &self.0)
    }

    pub(in super::super) fn is_closed(&self) -> bool {
        self.0.state.closed().is_some()
    }
}
