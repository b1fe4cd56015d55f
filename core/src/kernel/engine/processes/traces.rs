//! What people leave in processes: where they took part, and for whom the process was run.

use super::{Error, Moment};
use crate::check::ProcessView;
use crate::governance;
use crate::journal::{EventData, StreamId};
use crate::kernel::Participated;
use crate::rating::Rated;
use crate::types::{Commitment, OrganisationId, PersonId, ProcessId, RatingId};
use crate::vault::{CountedAct, Party};

/// The words of an act for which an event asks approval.
pub(in super::super) const fn asked_in(event: &EventData) -> Option<Commitment> {
    match event {
        EventData::Governance(governance::Event::ApprovalAsked(e)) => Some(e.content),
        _ => None,
    }
}

impl Moment<'_> {
    /// Where a person took part, among the streams that name them, in processes that are not closed.
    pub(in super::super) fn participated(
        &self,
        person: PersonId,
        naming: &[StreamId],
    ) -> Result<Vec<Participated>, Error> {
        let Some(host_id) = self.reading()?.host_id(Party::Person(person))? else { return Ok(Vec::new()) };
        let mut participations: Vec<(ProcessId, CountedAct)> = Vec::new();
        for id in naming.iter().filter_map(|stream| stream.process()) {
            let view = self.view(id)?;
            let claimed = |view: &ProcessView| {
                view.process().work().contributions().any(|contribution| contribution.by == person)
            };
            if view.as_ref().is_some_and(claimed) {
                participations.push((id, CountedAct::Contribution));
            }
        }
        for stream in naming {
            let StreamId::Rating(id) = *stream else { continue };
            let Some(ratings) = self.ratings_stream(id)? else { continue };
            if let (Rated::Process { process }, Some(_)) = (ratings.state.rated(), ratings.state.of(person)) {
                participations.push((*process, CountedAct::Rating));
            }
        }
        participations.sort_unstable_by_key(|(process, _)| *process);
        let mut participated: Vec<Participated> = Vec::new();
        for (process, act) in participations {
            match participated.last_mut().filter(|last| last.process == process) {
                Some(last) => last.participations.push(act),
                None if self.view(process)?.is_some_and(|view| view.process().closed().is_some()) => {}
                None => {
                    let key = self.reading()?.process_key(process)?;
                    participated.push(Participated {
                        process,
                        key,
                        host_id: host_id.clone(),
                        participations: vec![act],
                    });
                }
            }
        }
        Ok(participated)
    }

    /// The organisation for which a process is run.
    pub(in super::super) fn run_for(&self, process: ProcessId) -> Result<Option<OrganisationId>, Error> {
        Ok(self.view(process)?.and_then(|view| view.process().organisation()))
    }

    /// The process that is rated; `None` if something else is.
    pub(in super::super) fn rated_process(&self, id: RatingId) -> Result<Option<ProcessId>, Error> {
        Ok(match self.ratings_stream(id)?.map(|ratings| ratings.state.rated().clone()) {
            Some(Rated::Process { process }) => Some(process),
            // What everybody may use belongs to nobody.
            Some(Rated::Interlinker { .. }) | None => None,
        })
    }
    /// Adds what the answers about these streams rely on besides.
    pub(in super::super) fn note_relied_on(&self, streams: &mut Vec<StreamId>) -> Result<(), Error> {
        for stream in streams.clone() {
            let StreamId::Process(id) = stream else { continue };
            let Some(view) = self.view(id)? else { continue };
            streams.extend(
                view.parties.iter().map(|organisation| StreamId::Organisation(organisation.state.id)),
            );
            let requirements = view.process().requirements();
            if requirements.is_empty() {
                continue;
            }
            streams
                .extend(requirements.iter().map(|one| StreamId::Organisation(one.purpose.organisation_id)));
            let people = view.access.people().into_iter().chain(requirements.subjects());
            streams.extend(people.flat_map(|one| [StreamId::Consent(one), StreamId::Person(one)]));
        }
        Ok(())
    }
}
