//! In place of `processes` in a build without them: the same interface, for a store that may hold processes all the
//! same, written by the whole library.
//!
//! Nothing of them is kept, and whatever would need them is refused with `record.block_unknown`: an answer that left
//! them out would pass for the whole.

use serde::Serialize;

use super::cache::{Fed, Organisations};
use super::replay::lacking;
use super::{Engine, Error, Moment};
use crate::check::ProcessView;
use crate::consent::{Register, Resumed};
use crate::home::Terms;
use crate::journal::bundle::{Part, read};
use crate::journal::{BundleFault, Event, EventData, Fault, FaultKind, Position, Snapshot, StreamId};
use crate::kernel::{Documents, MandatesNeeded, Participated};
use crate::mandate::Mandates;
use crate::messages::{Concerned, Process};
use crate::types::{
    Commitment, HostId, Key, Language, MandateId, OrganisationId, PersonId, ProcessId, RatingId, Timestamp,
};
use crate::vault::Party;

/// The processes in memory: none.
#[derive(Debug, Default)]
pub(super) struct Processes;

/// What is loaded of them: nothing.
pub(super) enum Read {}

/// The result of an import. There is none: a bundle is of a process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Imported {}

/// No event asks for an approval.
pub(super) const fn asked_in(_: &EventData) -> Option<Commitment> {
    None
}

impl Processes {
    pub(super) const fn is_empty(&self) -> bool {
        true
    }

    pub(super) const fn has_process(&self, _: ProcessId) -> bool {
        false
    }

    pub(super) const fn has_rating(&self, _: RatingId) -> bool {
        false
    }

    pub(super) const fn has_mandates(&self) -> bool {
        false
    }

    pub(super) const fn view(
        &self,
        _: ProcessId,
        _: Position,
        _: &Organisations,
        _: Option<&Register>,
    ) -> Option<ProcessView> {
        None
    }

    #[expect(clippy::needless_pass_by_value, reason = "there is no value")]
    pub(super) const fn put(&mut self, read: Read, _: Position, _: &[Fed]) {
        match read {}
    }

    pub(super) const fn list(&mut self, _: StreamId, _: Position) {}

    pub(super) const fn forget_process(&mut self, _: ProcessId) {}

    pub(super) const fn forget_rating(&mut self, _: RatingId) {}

    pub(super) const fn forget_mandates(&mut self) {}

    pub(super) const fn erase_in_mandates(&mut self, _: PersonId, _: Position) {}

    /// No such event can be read, so none comes here.
    pub(super) fn apply_process(&mut self, _: ProcessId, fed: &Fed, _: &dyn Documents) -> Result<(), Fault> {
        Err(unread(&fed.event))
    }

    /// The same for ratings.
    pub(super) fn apply_rating(&mut self, _: RatingId, fed: &Fed, _: &dyn Documents) -> Result<(), Fault> {
        Err(unread(&fed.event))
    }

    /// The same for mandates.
    pub(super) fn apply_mandate(&mut self, _: MandateId, fed: &Fed, _: &dyn Documents) -> Result<(), Fault> {
        Err(unread(&fed.event))
    }

    pub(super) const fn snapshot_due(&mut self, _: &[Fed], _: u64) -> Option<(StreamId, Snapshot)> {
        None
    }
}

/// An event of a block that is not here.
fn unread(event: &Event) -> Fault {
    Fault::new(event.head.stream, event.head.seq, FaultKind::Block)
}

/// Tells nothing of processes: the feed is refused at their first event.
#[derive(Default)]
pub(super) struct Narrator(());

impl Narrator {
    pub(super) const fn take_in(
        &mut self,
        _: &Moment<'_>,
        _: &Event,
    ) -> Result<Vec<(Concerned, bool)>, Error> {
        Ok(Vec::new())
    }

    pub(super) const fn process(&self, _: &Event) -> Option<&Process> {
        None
    }

    pub(super) const fn administrators(&self, _: &Moment<'_>, _: &Event) -> Result<Vec<PersonId>, Error> {
        Ok(Vec::new())
    }

    pub(super) const fn approvers(&self, _: &Moment<'_>, _: &Event) -> Result<Vec<PersonId>, Error> {
        Ok(Vec::new())
    }

    /// Work that relies on a consent may be in a process that cannot be read: then nobody learns here whom to tell.
    pub(super) fn of_stopped(
        moment: &Moment<'_>,
        _: (PersonId, Timestamp),
        _: (OrganisationId, &Key),
    ) -> Result<Vec<PersonId>, Error> {
        let nothing = ProcessId::from_bytes([0; 16]);
        match moment.all_of(nothing.into(), StreamId::process)?.first() {
            Some(process) => Err(lacking((*process).into())),
            None => Ok(Vec::new()),
        }
    }

    pub(super) const fn rated(
        &self,
        _: &Moment<'_>,
        _: &Event,
        _: Language,
    ) -> Result<Option<String>, Error> {
        Ok(None)
    }
}

/// A process while its stream is verified, which it cannot be.
pub(super) enum Replayed {}

impl Replayed {
    pub(super) fn begin(_: ProcessId, event: &Event, _: &dyn Documents) -> Result<Self, Fault> {
        Err(unread(event))
    }

    pub(super) fn follow(&mut self, _: &Event, _: &dyn Documents) -> Result<(), Fault> {
        match *self {}
    }

    pub(super) fn is_in(&self, _: &Snapshot) -> bool {
        match *self {}
    }

    pub(super) fn is_closed(&self) -> bool {
        match *self {}
    }
}

impl Moment<'_> {
    /// A view of a process, which this build cannot give.
    pub(crate) fn view(&self, id: ProcessId) -> Result<Option<ProcessView>, Error> {
        Err(lacking(id.into()))
    }

    /// No mandate is needed: nobody can act for another here, whatever mandates there are.
    pub(super) const fn mandates_needed(&self, _: &MandatesNeeded) -> Result<Mandates, Error> {
        Ok(Mandates)
    }

    pub(super) fn name_consents(
        &self,
        view: &ProcessView,
        _: &[(HostId, Party)],
        _: (&[Resumed], Timestamp),
    ) -> Result<Vec<PersonId>, Error> {
        match *view {}
    }

    /// Where a person took part. What names them in a process was refused before.
    pub(super) const fn participated(&self, _: PersonId, _: &[StreamId]) -> Result<Vec<Participated>, Error> {
        Ok(Vec::new())
    }

    pub(super) fn run_for(&self, process: ProcessId) -> Result<Option<OrganisationId>, Error> {
        Err(lacking(process.into()))
    }

    pub(super) fn rated_process(&self, id: RatingId) -> Result<Option<ProcessId>, Error> {
        Err(lacking(id.into()))
    }

    /// No answer relies on a process.
    pub(super) const fn note_relied_on(&self, _: &mut Vec<StreamId>) -> Result<(), Error> {
        Ok(())
    }
}

impl Engine {
    /// Refuses to answer about a process.
    ///
    /// # Errors
    /// Always `record.block_unknown`.
    pub fn process(&self, id: ProcessId) -> Result<ProcessView, Error> {
        Err(lacking(id.into()))
    }

    /// Refuses to write one as a bundle.
    ///
    /// # Errors
    /// Always `record.block_unknown`.
    pub fn export_bundle(&self, process: ProcessId, _: bool) -> Result<String, Error> {
        Err(lacking(process.into()))
    }

    /// The same, for one person.
    ///
    /// # Errors
    /// Always `record.block_unknown`.
    pub fn export_bundle_for(&self, process: ProcessId, _: &HostId) -> Result<String, Error> {
        Err(lacking(process.into()))
    }

    /// Refuses a bundle, because it is of a process.
    ///
    /// # Errors
    /// `record.block_unknown`, or what is wrong with the bundle's first lines.
    pub fn import_bundle(&self, bytes: &[u8]) -> Result<Imported, Error> {
        self.import_bundle_on(bytes, &Terms::default())
    }

    /// The same, whatever the terms.
    ///
    /// # Errors
    /// As [`import_bundle`](Self::import_bundle).
    pub fn import_bundle_on(&self, bytes: &[u8], _: &Terms) -> Result<Imported, Error> {
        read::<Error>(bytes, |_, part| match part {
            Part::Begin(process, _) => Err(lacking(process.into())),
            Part::Known(_)
            | Part::Document(_)
            | Part::PseudonymLink(_)
            | Part::Entry(_)
            | Part::Command(..)
            | Part::End(_) => Ok(()),
        })?;
        Err(BundleFault::Truncated { line: 0 }.into())
    }
}
