//! Who may say what somebody wants.

use super::offer::Offer;
use super::register::Representation;
use super::{ConsentRefusal, Expressed, Indication, Register, RepresentativeKind};
use crate::check::Parties;
use crate::kernel::Context;
use crate::kernel::Refused;
use crate::party::{Organisation, StakeholderKind};
use crate::types::{FileDigest, HostId, OrganisationId, PersonId};

/// Where a decision looks.
pub(super) struct Scene<'a, 'c> {
    pub(super) context: &'a mut Context<'c>,
    pub(super) parties: &'a Parties,
    pub(super) register: &'a Register,
    pub(super) subject: PersonId,
}

/// How an act was recorded.
#[derive(Clone, Copy)]
pub(super) struct Recorded<'a> {
    pub(super) capacity: Option<&'a HostId>,
    pub(super) evidence: Option<FileDigest>,
    pub(super) method: Indication,
}

impl Scene<'_, '_> {
    pub(super) fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.parties.organisation(id).map(|stream| &stream.state)
    }

    /// Whether the actor belongs to an organisation now.
    pub(super) fn belongs_to(&self, id: OrganisationId) -> bool {
        let (actor, at) = (self.context.actor(), self.context.at());
        self.organisation(id).is_some_and(|organisation| organisation.speaks_through(actor, at))
    }

    fn represents(&self) -> impl Iterator<Item = &Representation> {
        let (actor, at) = (self.context.actor(), self.context.at());
        let all = self.register.representations(self.subject).iter();
        all.filter(move |r| r.by == actor && r.from <= at && at < r.until)
    }

    /// How old she must be for this purpose, if she is not yet.
    fn too_young(&self, offer: &Offer) -> Option<u8> {
        offer.too_young(self.register.born(self.subject)?, self.context.at())
    }

    /// Who speaks, where somebody agrees to something.
    pub(super) fn agrees(
        &mut self,
        offer: &Offer,
        controller: OrganisationId,
        recorded: Recorded<'_>,
    ) -> Result<Expressed, Refused> {
        if self.context.actor() == self.subject {
            return match self.too_young(offer) {
                Some(age) => Err(ConsentRefusal::Child { age }.into()),
                None => Ok(Expressed::Herself),
            };
        }
        // Who benefits does not say that somebody else agreed.
        if self.belongs_to(controller) {
            return Err(ConsentRefusal::Controller.into());
        }
        if self.represents().next().is_some() {
            return self.represented(offer);
        }
        let host_id = recorded.capacity.ok_or(ConsentRefusal::NotHers)?;
        let office = self.official(host_id)?;
        if office == controller {
            return Err(ConsentRefusal::Controller.into());
        }
        if recorded.evidence.is_none() || recorded.method == Indication::Form {
            return Err(ConsentRefusal::Evidence.into());
        }
        match self.too_young(offer) {
            Some(age) => Err(ConsentRefusal::Child { age }.into()),
            None => Ok(Expressed::Official(office)),
        }
    }

    /// Who speaks, where somebody declines, puts off or ends something: a child may say no herself.
    pub(super) fn declines(&self, offer: &Offer) -> Result<Expressed, Refused> {
        if self.context.actor() == self.subject {
            return Ok(Expressed::Herself);
        }
        if self.represents().next().is_none() {
            return Err(ConsentRefusal::NotHers.into());
        }
        self.represented(offer)
    }

    /// A child is represented by who holds parental responsibility, until she is old enough; others by whom they chose.
    fn represented(&self, offer: &Offer) -> Result<Expressed, Refused> {
        let child = self.too_young(offer);
        let wanted = match child {
            Some(_) => RepresentativeKind::Parental,
            None => RepresentativeKind::Authorised,
        };
        match (self.represents().any(|r| r.kind == wanted), child) {
            (true, _) => Ok(Expressed::Representative),
            (false, Some(age)) => Err(ConsentRefusal::Child { age }.into()),
            (false, None) => Err(ConsentRefusal::HandedOver { age: offer.age(self.context.at()) }.into()),
        }
    }

    /// The public administration in whose name the actor records something.
    pub(super) fn official(&self, host_id: &HostId) -> Result<OrganisationId, Refused> {
        let id = self.context.organisation(host_id, "/data/capacity")?;
        let office = self.organisation(id).filter(|o| o.kind == StakeholderKind::PublicAdministration);
        match office.is_some() && self.belongs_to(id) {
            true => Ok(id),
            false => Err(ConsentRefusal::NotHers.into()),
        }
    }
}
