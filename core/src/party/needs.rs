//! What decisions about an organisation need.

use super::{Command, Event, LookedUp, PartyRefusal, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{
    Addressed, Asked, Context, Given, Met, Needs, OfOrganisation, Place, Refused, Refuses, Said,
};
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId, OrganisationId, PersonId};

impl Asked for Command {
    fn creates(&self) -> bool {
        matches!(self, Self::RegisterOrganisation(_))
    }

    fn own_stream(&self, to: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(self.creates().then(|| OrganisationId::from_bytes(to.created()).into()))
    }

    fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a> {
        match self {
            Self::VerifyOrganisation(_) | Self::UnverifyOrganisation(_) => {
                Needs { host: true, ..Needs::default() }
            }
            // An operator appoints an administrator if none is left.
            Self::AppointAdministrator(_) => {
                Needs { host: true, erased: administrators(met), ..Needs::default() }
            }
            // The last administrator cannot be dismissed, and erased people do not count.
            Self::DismissAdministrator(_) => Needs { erased: administrators(met), ..Needs::default() },
            Self::RegisterOrganisation(_)
            | Self::EditOrganisation(_)
            | Self::AddMember(_)
            | Self::RemoveMember(_)
            | Self::CreateTeam(_)
            | Self::AddTeamMember(_)
            | Self::EditTeam(_)
            | Self::CloseTeam(_)
            | Self::MergeTeam(_)
            | Self::RemoveTeamMember(_) => Needs::default(),
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let StreamId::Organisation(id) = given.stream else { return Err(given.unsuited()) };
        let organisation = match self.creates() {
            true => None,
            false => Some(&given.current.organisation().ok_or_else(|| given.unsuited())?.state),
        };
        let looked = LookedUp { parties: &given.facts.parties, erased: &given.facts.erased };
        Ok(vec![decide(context, looked, id, organisation, self)?.into()])
    }

    fn is_approvable(&self) -> bool {
        false
    }

    /// These acts name no party that could be renamed.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

fn administrators(met: &Met<'_>) -> Vec<PersonId> {
    met.current.organisation().into_iter().flat_map(|of| of.state.administrators()).collect()
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Organisation(OfOrganisation::Party(self))
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

impl Refuses for PartyRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        problem
    }
}
