//! What a decision about an asset needs: only its process.

use super::{AssetRefusal, Command, Event, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, OfProcess, Place, Refused, Refuses, Said};
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId};

impl Asked for Command {
    fn creates(&self) -> bool {
        false
    }

    fn own_stream(&self, _: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(None)
    }

    fn needs<'a>(&'a self, _: &Met<'a>) -> Needs<'a> {
        match self {
            // Assets can be opened after the process was closed.
            Self::OpenAsset(_) => Needs { even_closed: true, ..Needs::default() },
            Self::AddAsset(_) | Self::EditAsset(_) | Self::ReviseAsset(_) | Self::DeleteAsset(_) => {
                Needs::default()
            }
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let (event, task) = decide(context, given.process()?, self)?;
        Ok(std::iter::once(event.into()).chain(task.map(EventData::from)).collect())
    }

    fn is_approvable(&self) -> bool {
        true
    }

    /// Names no party.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Process(OfProcess::Asset(self))
    }

    fn documents(&self) -> Vec<DocumentId> {
        Vec::new()
    }

    fn brings(&self, _: Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}

impl Refuses for AssetRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        problem
    }
}
