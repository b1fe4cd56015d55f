//! What a decision about the tree of a process needs.

use super::{Command, Event, ProcessRefusal, create, decide, duplicate, import};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, OfProcess, Place, Refused, Refuses, Said};
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId, ProcessId};

impl Asked for Command {
    fn creates(&self) -> bool {
        matches!(self, Self::CreateProcess(_) | Self::CloneProcess(_) | Self::ImportProcess(_))
    }

    fn own_stream(&self, to: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(self.creates().then(|| ProcessId::from_bytes(to.created()).into()))
    }

    fn needs<'a>(&'a self, _: &Met<'a>) -> Needs<'a> {
        match self {
            Self::CreateProcess(c) => Needs { named: c.acting_for.iter().collect(), ..Needs::default() },
            Self::CloneProcess(c) => {
                Needs { named: c.acting_for.iter().collect(), source: Some(c.source), ..Needs::default() }
            }
            Self::ImportProcess(c) => {
                let people = c.people.iter().filter_map(|person| person.acting_for.as_ref());
                Needs { named: c.acting_for.iter().chain(people).collect(), ..Needs::default() }
            }
            Self::EditProcess(_)
            | Self::PublishProcess(_)
            | Self::CloseProcess(_)
            | Self::AddItem(_)
            | Self::EditItem(_)
            | Self::MoveItem(_)
            | Self::DisableItem(_)
            | Self::EnableItem(_)
            | Self::ScheduleItem(_)
            | Self::AddPrerequisite(_)
            | Self::RemovePrerequisite(_)
            | Self::ReplaceTree(_)
            | Self::StartTask(_)
            | Self::CompleteTask(_)
            | Self::ReopenTask(_)
            | Self::WaivePrerequisite(_)
            | Self::AdoptCatalogue(_)
            | Self::AdoptTemplate(_) => Needs::default(),
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let (documents, parties) = (given.documents, &given.facts.parties);
        match self {
            Self::CreateProcess(c) => {
                let (created, founder) = create(context, documents, parties, c)?;
                Ok(vec![created.into(), founder.into()])
            }
            Self::CloneProcess(c) => {
                let source = given.facts.source.as_ref();
                let (created, founder, kept) = duplicate(context, documents, parties, source, c)?;
                let first: [EventData; 2] = [created.into(), founder.into()];
                Ok(first.into_iter().chain(kept.into_iter().map(EventData::from)).collect())
            }
            Self::ImportProcess(c) => {
                let (events, grants) = import(context, documents, parties, c)?;
                let events = events.into_iter().map(EventData::from);
                Ok(events.chain(grants.into_iter().map(EventData::from)).collect())
            }
            Self::EditProcess(_)
            | Self::PublishProcess(_)
            | Self::CloseProcess(_)
            | Self::AddItem(_)
            | Self::EditItem(_)
            | Self::MoveItem(_)
            | Self::DisableItem(_)
            | Self::EnableItem(_)
            | Self::ScheduleItem(_)
            | Self::AddPrerequisite(_)
            | Self::RemovePrerequisite(_)
            | Self::ReplaceTree(_)
            | Self::StartTask(_)
            | Self::CompleteTask(_)
            | Self::ReopenTask(_)
            | Self::WaivePrerequisite(_)
            | Self::AdoptCatalogue(_)
            | Self::AdoptTemplate(_) => Ok(vec![decide(context, documents, given.process()?, self)?.into()]),
        }
    }

    fn is_approvable(&self) -> bool {
        !self.creates()
    }

    /// Names no party.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Process(OfProcess::Process(self))
    }

    fn documents(&self) -> Vec<DocumentId> {
        match self {
            Self::ProcessCreated(e) => {
                std::iter::once(e.governance).chain(e.template).chain(e.catalogue).collect()
            }
            Self::ProcessImported(e) => vec![e.import],
            Self::ProcessPublished(e) => vec![e.publication],
            Self::CatalogueAdopted(e) => vec![e.catalogue],
            Self::TemplateAdopted(e) => vec![e.template],
            Self::TreeReplaced(e) => e.template.into_iter().collect(),
            Self::ProcessEdited(_)
            | Self::ProcessClosed(_)
            | Self::ItemAdded(_)
            | Self::ItemEdited(_)
            | Self::ItemMoved(_)
            | Self::ItemDisabled(_)
            | Self::ItemEnabled(_)
            | Self::ItemScheduled(_)
            | Self::PrerequisiteAdded(_)
            | Self::PrerequisiteRemoved(_)
            | Self::TaskStarted(_)
            | Self::TaskCompleted(_)
            | Self::TaskReopened(_)
            | Self::PrerequisiteWaived(_) => Vec::new(),
        }
    }

    fn brings(&self, _: Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}

impl Refuses for ProcessRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        match self {
            Self::Cycle { items, .. } => problem.with("cycle", items),
            Self::EffectUndeclared { effect } => problem.with("effect", effect),
            _ => problem,
        }
    }
}
