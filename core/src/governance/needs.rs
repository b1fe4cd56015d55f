//! What decisions about the rules of a process need.

use super::{Command, Event, GovernanceRefusal, decide};
use crate::check::ProcessView;
use crate::journal::{EventData, StreamId};
use crate::kernel::{Addressed, Asked, Context, Given, Met, Needs, OfProcess, Place, Refused, Refuses, Said};
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId, PersonId};
use crate::vault::Party;

impl Asked for Command {
    fn creates(&self) -> bool {
        false
    }

    fn own_stream(&self, _: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(None)
    }

    fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a> {
        match self {
            Self::GrantRole(c) => {
                let named = c.acting_for.iter().chain([c.holder.host_id()]).collect();
                let Some(view) = met.current.process() else { return Needs { named, ..Needs::default() } };
                // An operator appoints the successor for a process that belongs to no organisation.
                let host = view.process().organisation().is_none();
                Needs { named, host, erased: governing(view, met), ..Needs::default() }
            }
            Self::PlaceRestriction(c) => Needs { named: vec![c.holder.host_id()], ..Needs::default() },
            Self::RevokeRole(_)
            | Self::LiftRestriction(_)
            | Self::AskApproval(_)
            | Self::GiveApproval(_)
            | Self::WithdrawApproval(_)
            | Self::AdoptGovernance(_) => Needs::default(),
        }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let (view, facts) = (given.process()?, given.facts);
        let (parties, erased) = (&facts.parties, &facts.erased);
        Ok(vec![decide(context, given.documents, parties, view, erased, given.texts, self)?.into()])
    }

    fn is_approvable(&self) -> bool {
        match self {
            Self::AskApproval(_) | Self::GiveApproval(_) | Self::WithdrawApproval(_) => false,
            Self::GrantRole(_)
            | Self::RevokeRole(_)
            | Self::PlaceRestriction(_)
            | Self::LiftRestriction(_)
            | Self::AdoptGovernance(_) => true,
        }
    }

    fn rename(&mut self, each: &mut dyn FnMut(&mut HostId, bool)) {
        Self::rename(self, each);
    }
}

/// The people who might administer a process, where an outsider grants a role in it: perhaps none of them still can.
fn governing(view: &ProcessView, met: &Met<'_>) -> Vec<PersonId> {
    let actor = met.party(met.actor);
    let governs = view.administrators(met.at).iter().any(|person| actor == Some(Party::Person(*person)));
    if governs { Vec::new() } else { view.may_administer() }
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        Place::Process(OfProcess::Governance(self))
    }

    fn documents(&self) -> Vec<DocumentId> {
        match self {
            Self::GovernanceAdopted(e) => vec![e.model],
            Self::RoleGranted(_)
            | Self::RoleRevoked(_)
            | Self::RestrictionPlaced(_)
            | Self::RestrictionLifted(_)
            | Self::ApprovalAsked(_)
            | Self::ApprovalGiven(_)
            | Self::ApprovalWithdrawn(_)
            | Self::ApprovalUsed(_) => Vec::new(),
        }
    }

    fn brings(&self, _: Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}

impl Refuses for GovernanceRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        match self {
            Self::EffectUndeclared { effect } => problem.with("effect", effect),
            _ => problem,
        }
    }
}
