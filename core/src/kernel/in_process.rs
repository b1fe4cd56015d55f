//! Events and commands in the stream of a process. A build without the feature `process` has `no_process.rs` in this
//! place.

use super::Refused;
use super::block::{Given, Place, Said};
use crate::check::ProcessView;
use crate::journal::EventData;
use crate::{asset, governance, process, requirement, work};

/// An event in the stream of a process, by its block.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OfProcess<'a> {
    Process(&'a process::Event),
    Governance(&'a governance::Event),
    Asset(&'a asset::Event),
    Work(&'a work::Event),
    Requirement(&'a requirement::Event),
    /// Changes nothing in a state.
    Redaction,
}

impl EventData {
    /// The same as an event of a process; `None` if it belongs to no process.
    pub(crate) fn of_process(&self) -> Option<OfProcess<'_>> {
        match self.place() {
            Place::Process(event) => Some(event),
            Place::Redacted => Some(OfProcess::Redaction),
            Place::Organisation(_) | Place::Own { .. } => None,
        }
    }
}

impl<'a> Given<'a> {
    /// The process that the command applies to.
    pub(crate) fn process(&self) -> Result<&'a ProcessView, Refused> {
        self.current.process().ok_or_else(|| self.unsuited())
    }
}
