//! What decisions about a rating need.

use super::{Command, Event, Rated, RatingRefusal, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, Place, Refused, Refuses, Said};
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId};
use crate::vault::CountedAct;

impl Asked for Command {
    /// The first rating of something begins its stream.
    fn creates(&self) -> bool {
        false
    }

    fn own_stream(&self, _: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(Some(self.rated().id().into()))
    }

    fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a> {
        let Rated::Process { process } = self.rated() else { return Needs::default() };
        let participation = match self {
            Self::GiveRating(_) => Some((*process, CountedAct::Rating, met.actor)),
            Self::WithdrawRating(_) => None,
        };
        Needs { participation, closed: Some(*process), ..Needs::default() }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        // Each person counts once, even if erased in between.
        if given.facts.has_participated {
            return Err(RatingRefusal::AlreadyRated.into());
        }
        if given.facts.closed {
            return Err(RatingRefusal::Closed.into());
        }
        let ratings = given.own(given.current.rating())?;
        Ok(vec![decide(context, given.documents, ratings, self)?.into()])
    }

    fn is_approvable(&self) -> bool {
        false
    }

    /// These acts name no party that could be renamed.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Own { told: None }
    }

    fn documents(&self) -> Vec<DocumentId> {
        match self {
            Self::RatingGiven(e) => vec![e.seen_in],
            Self::RatingWithdrawn(_) => Vec::new(),
        }
    }

    fn brings(&self, _: Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}

impl Refuses for RatingRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        problem
    }
}
