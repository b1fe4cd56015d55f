//! What decisions about mandates need.

use super::decide::Deciding;
use super::{Command, Event, Mandate, MandateRefusal, Principal, Sides, Unrepresented, decide};
use crate::journal::{EventData, StreamId};
use crate::kernel::{
    Addressed, Asked, Context, Given, MandatesNeeded, Met, Needs, Place, Refused, Refuses, Said,
};
use crate::problem::Problem;
use crate::types::{Commitment, DocumentId, HostId, MandateId};

impl Asked for Command {
    fn creates(&self) -> bool {
        match self {
            Self::GrantMandate(_)
            | Self::RequestMandate(_)
            | Self::RegisterMandate(_)
            | Self::PassOnMandate(_) => true,
            Self::AcceptMandate(_)
            | Self::RefuseMandate(_)
            | Self::RenounceMandate(_)
            | Self::RevokeMandate(_)
            | Self::SuspendMandate(_)
            | Self::ResumeMandate(_)
            | Self::UseMandate(_) => false,
        }
    }

    fn own_stream(&self, to: &Addressed<'_>) -> Result<Option<StreamId>, Refused> {
        Ok(self.creates().then(|| MandateId::from_bytes(to.created()).into()))
    }

    fn needs<'a>(&'a self, met: &Met<'a>) -> Needs<'a> {
        let mut named: Vec<&HostId> = Vec::new();
        self.host_ids_named(&mut named);
        let parties = named.iter().filter_map(|host_id| Principal::of(met.party(host_id)?)).collect();
        let mut ids: Vec<MandateId> = Vec::new();
        match self {
            Self::GrantMandate(c) => ids.extend(c.supersedes),
            Self::PassOnMandate(c) => ids.push(c.parent_id),
            Self::RequestMandate(_) | Self::RegisterMandate(_) => {}
            Self::AcceptMandate(_)
            | Self::RefuseMandate(_)
            | Self::RenounceMandate(_)
            | Self::RevokeMandate(_)
            | Self::SuspendMandate(_)
            | Self::ResumeMandate(_)
            | Self::UseMandate(_) => ids.extend(met.current.mandate().map(|stream| stream.state.id)),
        }
        // An operator registers, and ends what was registered.
        let host = match self {
            Self::RegisterMandate(_)
            | Self::RevokeMandate(_)
            | Self::SuspendMandate(_)
            | Self::ResumeMandate(_) => true,
            Self::GrantMandate(_)
            | Self::RequestMandate(_)
            | Self::PassOnMandate(_)
            | Self::AcceptMandate(_)
            | Self::RefuseMandate(_)
            | Self::RenounceMandate(_)
            | Self::UseMandate(_) => false,
        };
        let actors = met.person(met.actor).into_iter().collect();
        let mandates = Some(MandatesNeeded { actors, parties, ids });
        Needs { named, host, mandates, ..Needs::default() }
    }

    fn events(&self, context: &mut Context<'_>, given: &Given<'_>) -> Result<Vec<EventData>, Refused> {
        let current = given.own(given.current.mandate())?.map(|mandate| &**mandate);
        let current: Option<&Mandate> = match (current, self.creates()) {
            (None, false) => return Err(given.unsuited()),
            (found, _) => found,
        };
        let sides = Sides {
            mandates: &given.facts.mandates,
            parties: &given.facts.parties,
            actor: context.actor(),
            at: context.at(),
        };
        let of = Deciding { sides, documents: given.documents, texts: given.texts, current };
        Ok(vec![decide(context, of, self)?.into()])
    }

    fn is_approvable(&self) -> bool {
        false
    }

    /// These acts are not approved, so no party is renamed.
    fn rename(&mut self, _: &mut dyn FnMut(&mut HostId, bool)) {}
}

impl Command {
    fn host_ids_named<'a>(&'a self, named: &mut Vec<&'a HostId>) {
        match self {
            Self::GrantMandate(c) => named.extend([c.mandate_holder.host_id(), c.principal.host_id()]),
            Self::RequestMandate(c) => named.extend([c.mandate_holder.host_id(), c.principal.host_id()]),
            Self::RegisterMandate(c) => named.extend([c.mandate_holder.host_id(), c.principal.host_id()]),
            Self::PassOnMandate(c) => named.push(c.mandate_holder.host_id()),
            Self::AcceptMandate(_)
            | Self::RefuseMandate(_)
            | Self::RenounceMandate(_)
            | Self::RevokeMandate(_)
            | Self::SuspendMandate(_)
            | Self::ResumeMandate(_)
            | Self::UseMandate(_) => {}
        }
    }

    /// Passes on the host ids it names.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        let mut named = Vec::new();
        self.host_ids_named(&mut named);
        named.into_iter().for_each(each);
    }
}

impl Said for Event {
    fn place(&self) -> Place<'_> {
        // Both sides are told: `messages/concern.rs`.
        Place::Own { told: None }
    }

    fn documents(&self) -> Vec<DocumentId> {
        match self {
            Self::MandateGranted(e) => vec![e.terms.mandate_kind],
            Self::MandateRequested(e) => vec![e.terms.mandate_kind],
            Self::MandateRegistered(e) => vec![e.terms.mandate_kind],
            Self::MandatePassedOn(e) => vec![e.terms.mandate_kind],
            Self::MandateAccepted(_)
            | Self::MandateRefused(_)
            | Self::MandateRenounced(_)
            | Self::MandateRevoked(_)
            | Self::MandateSuspended(_)
            | Self::MandateResumed(_)
            | Self::MandateUsed(_) => Vec::new(),
        }
    }

    fn brings(&self, _: Commitment) -> bool {
        true
    }

    fn takes_away(&self) -> bool {
        false
    }
}

impl Refuses for MandateRefusal {
    fn detailed(&self, problem: Problem) -> Problem {
        match self {
            Self::Unrepresented(Unrepresented::NotReaching { faults, .. }) => {
                problem.with("mandates", faults)
            }
            Self::KindUnknown { .. }
            | Self::Unknown { .. }
            | Self::NotPermitted
            | Self::OwnCase
            | Self::Source
            | Self::NotRequestable
            | Self::Principal
            | Self::Holder
            | Self::ToItself
            | Self::PowerUnknown { .. }
            | Self::NeverPassedOn
            | Self::MustBePassedOn
            | Self::Wider { .. }
            | Self::Backdated { .. }
            | Self::EndBackdated
            | Self::EndForbidden
            | Self::EndMissing
            | Self::EndsBeforeItBegins
            | Self::TooLong { .. }
            | Self::Overlaps { .. }
            | Self::EvidenceMissing
            | Self::CodeMissing
            | Self::CodeUnneeded
            | Self::WrongCode
            | Self::Status { .. }
            | Self::Unrepresented(
                Unrepresented::None
                | Unrepresented::NotRepresentable
                | Unrepresented::NotForOrganisation
                | Unrepresented::ToItself
                | Unrepresented::ActorRestricted,
            ) => problem,
        }
    }
}
