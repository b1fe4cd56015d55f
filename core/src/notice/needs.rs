//! What a decision about a notice needs: nothing but its organisation.

use super::{Command, Event, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, Refused, Said};
use crate::types::{Commitment, DocumentId};

impl Asked for Command {
    fn creates(&self) -> bool {
        false
    }

    fn own_stream(&self, _: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(None)
    }

    fn needs<'a>(&'a self, _: &Met<'a>) -> Needs<'a> {
        match self {
            Self::PublishNotice(_) | Self::WithdrawNotice(_) => Needs::default(),
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let organisation = given.ground.organisation().ok_or_else(|| given.unsuited())?;
        Ok(vec![decide(context, given.documents, &organisation.state, self)?.into()])
    }
}

impl Said for Event {
    fn documents(&self) -> Vec<DocumentId> {
        match self {
            Self::NoticePublished(e) => vec![e.notice],
            Self::NoticeWithdrawn(_) => Vec::new(),
        }
    }

    fn brings(&self, _: Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}
