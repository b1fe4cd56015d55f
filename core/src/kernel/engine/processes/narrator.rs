//! Follows the processes of the feed for those who tell what happened in them.

use super::replay::read_organisation;
use super::views::{join, read_process};
use super::{Error, Moment};
use crate::check::ProcessView;
use crate::consent::Register;
use crate::governance;
use crate::journal::{Event, EventData, Seq, Stream, StreamId};
use crate::kernel::Documents;
use crate::messages::{Concerned, HeldBack};
use crate::process::Process;
use crate::rating::{Event as Rating, Rated};
use crate::types::{Key, Language, Map, OrganisationId, PersonId, ProcessId, Timestamp};

/// The processes as of the last event taken in.
#[derive(Default)]
pub(in super::super) struct Narrator {
    processes: Map<ProcessId, Stream<Process>>,
}

impl Narrator {
    /// Takes in an event; returns which requested work must wait from now on or no longer.
    pub(in super::super) fn take_in(
        &mut self,
        moment: &Moment<'_>,
        event: &Event,
    ) -> Result<Vec<(Concerned, bool)>, Error> {
        let StreamId::Process(id) = event.head.stream else { return Ok(Vec::new()) };
        let documents = moment.documents();
        if event.head.seq == Seq(1) {
            self.processes.insert(id, Stream::begin(id, event, &documents)?);
            return Ok(Vec::new());
        }
        if !self.processes.contains_key(&id) {
            let before = Seq(event.head.seq.0.saturating_sub(1));
            let read = read_process(moment.reading()?, id, Some(before), &documents)?;
            let (stream, _) = read.ok_or(Error::StreamSeqUnknown(Box::new(id.into())))?;
            self.processes.insert(id, stream);
        }
        let Some(stream) = self.processes.get_mut(&id) else { return Ok(Vec::new()) };
        let held = HeldBack::may_change_by(&event.data).then(|| HeldBack::of(&stream.state));
        stream.follow(event, &documents)?;
        Ok(held.map(|held| held.changes(&stream.state)).unwrap_or_default())
    }

    /// The process of an event, as of that event.
    pub(in super::super) fn process(&self, event: &Event) -> Option<&Process> {
        self.processes.get(&event.head.stream.process()?).map(|stream| &stream.state)
    }

    /// The administrators of the process of an event, at its time.
    pub(in super::super) fn administrators(
        &self,
        moment: &Moment<'_>,
        event: &Event,
    ) -> Result<Vec<PersonId>, Error> {
        Ok(self.joined(moment, event)?.map(|view| view.administrators(event.head.at)).unwrap_or_default())
    }

    /// Who may approve the act for which an event asks approval.
    pub(in super::super) fn approvers(
        &self,
        moment: &Moment<'_>,
        event: &Event,
    ) -> Result<Vec<PersonId>, Error> {
        let EventData::Governance(governance::Event::ApprovalAsked(asked)) = &event.data else {
            return Ok(Vec::new());
        };
        let Some(view) = self.joined(moment, event)? else { return Ok(Vec::new()) };
        let mut requests = view.process().governance().approval_requests();
        let request = requests.find(|request| request.id == asked.request);
        let people = request.map(|request| view.who_may_approve(&request.act, request.by, event.head.at));
        Ok(people.unwrap_or_default())
    }

    /// The administrators of the processes in which work must stop for a person and a purpose.
    pub(in super::super) fn of_stopped(
        moment: &Moment<'_>,
        (subject, at): (PersonId, Timestamp),
        (organisation, purpose): (OrganisationId, &Key),
    ) -> Result<Vec<PersonId>, Error> {
        let mut all = Vec::new();
        for stream in moment.streams()? {
            let StreamId::Process(id) = stream else { continue };
            let Some(view) = moment.view(id)? else { continue };
            let asks = view.process().requirements().iter().any(|required| {
                required.purpose.organisation_id == organisation && required.purpose.purpose == *purpose
            });
            if asks && view.must_stop_for(subject, at) {
                all.extend(view.administrators(at));
            }
        }
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    /// The process of an event as it was, with its organisations as they are now: these know their members of any past
    /// moment.
    fn joined(&self, moment: &Moment<'_>, event: &Event) -> Result<Option<ProcessView>, Error> {
        let StreamId::Process(id) = event.head.stream else { return Ok(None) };
        let Some(stream) = self.processes.get(&id) else { return Ok(None) };
        let store = moment.reading()?;
        let documents = moment.documents();
        let view = join(
            stream.clone(),
            |organisation| read_organisation(store, organisation, None, &documents),
            |_, _| Ok(Register::default()),
        )?;
        Ok(Some(view))
    }

    /// The name of what is rated, if it is here.
    pub(in super::super) fn rated(
        &self,
        moment: &Moment<'_>,
        event: &Event,
        language: Language,
    ) -> Result<Option<String>, Error> {
        let EventData::Rating(rating) = &event.data else { return Ok(None) };
        match rating.rated() {
            Rated::Process { process } => {
                let view = moment.view(*process)?;
                let named = |view: ProcessView| {
                    let process = view.process();
                    process.name().read(&language, &process.language()).text.to_owned()
                };
                Ok(view.map(named).or_else(|| Some(process.to_string())))
            }
            Rated::Interlinker { interlinker, .. } => {
                let catalogue = match rating {
                    Rating::RatingGiven(e) => (&moment.documents() as &dyn Documents).catalogue(e.seen_in),
                    Rating::RatingWithdrawn(_) => None,
                };
                let found = catalogue.as_ref().and_then(|catalogue| catalogue.interlinker(interlinker));
                let named = found.map(|found| found.name.read(&language, &language).text.to_owned());
                Ok(named.or_else(|| Some(interlinker.to_string())))
            }
        }
    }
}
