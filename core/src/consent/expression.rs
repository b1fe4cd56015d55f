//! Who may say what somebody wants.

use super::extra::Representation;
use super::offer::Offer;
use super::{ConsentRefusal, Expressed, Indication, Register, RepresentativeKind};
use crate::check::Parties;
use crate::journal::Reliance;
use crate::kernel::Context;
use crate::kernel::Refused;
use crate::notice::{LawfulBasis, Published};
use crate::party::Organisation;
use crate::types::{Date, FileDigest, HostId, OrganisationId, PersonId};

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

    /// Whether the actor belongs to an organisation in any way, or did a short time ago.
    fn is_close_to(&self, id: OrganisationId) -> bool {
        let (actor, at) = (self.context.actor(), self.context.at());
        self.organisation(id).is_some_and(|organisation| organisation.is_close_to(actor, at))
    }

    fn represents(&self) -> impl Iterator<Item = &Representation> {
        let (actor, at) = (self.context.actor(), self.context.at());
        let all = self.register.representations(self.subject).iter();
        all.filter(move |r| r.by == actor && r.from <= at && at < r.until)
    }

    /// How old she must be for this purpose, if she is not yet.
    fn too_young(&self, offer: &Offer) -> Option<u8> {
        offer.too_young(self.register.birth(self.subject)?.day, self.context.at())
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
        if self.is_close_to(controller) {
            return Err(ConsentRefusal::Controller.into());
        }
        if self.represents().next().is_some() {
            // Nor does somebody whom it appointed itself to speak for her.
            return self.represented(offer, Some(controller));
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
        self.represented(offer, None)
    }

    /// A child is represented by who holds parental responsibility, until she is old enough; others by whom they chose.
    /// Whom the controller appointed does not count where the controller gains by it.
    fn represented(&self, offer: &Offer, gains: Option<OrganisationId>) -> Result<Expressed, Refused> {
        let child = self.too_young(offer);
        let wanted = match child {
            Some(_) => RepresentativeKind::Parental,
            None => RepresentativeKind::Authorised,
        };
        let by_itself = |r: &Representation| r.office.is_some() && r.office == gains;
        if self.represents().all(by_itself) {
            return Err(ConsentRefusal::OwnInterest.into());
        }
        match (self.represents().any(|r| r.kind == wanted && !by_itself(r)), child) {
            (true, _) => Ok(Expressed::Representative),
            (false, Some(age)) => Err(ConsentRefusal::Child { age }.into()),
            (false, None) => Err(ConsentRefusal::HandedOver { age: offer.age(self.context.at()) }.into()),
        }
    }

    /// The public administration in whose name the actor records something: one that this host's operators verified.
    pub(super) fn official(&self, host_id: &HostId) -> Result<OrganisationId, Refused> {
        let id = self.context.organisation(host_id, "/data/capacity")?;
        if !self.belongs_to(id) {
            return Err(ConsentRefusal::NotHers.into());
        }
        match self.parties.is_authority(id) {
            true => Ok(id),
            false => Err(ConsentRefusal::NotAuthority.into()),
        }
    }

    /// What an act in the name of a public administration rests on: its stream, and the host's.
    pub(super) fn office_relied_on(&self, office: OrganisationId) -> Vec<Reliance> {
        self.parties.reliance(office).into_iter().chain(self.parties.host_reliance()).collect()
    }

    /// Whether a birthday may be recorded where another may be on record: by herself, or in the name of `office`.
    ///
    /// Whoever is older may consent to more, so an earlier day is never taken from whoever gains by it: not from herself, and
    /// not from an organisation that asks for consent itself. What an authority recorded, an authority puts right.
    pub(super) fn may_record(&self, born: Date, office: Option<OrganisationId>) -> Result<(), Refused> {
        let Some(before) = self.register.birth(self.subject) else { return Ok(()) };
        let gains = office.is_none_or(|office| {
            let asks = |published: &Published| {
                let purposes = &published.notice.document().purposes;
                purposes.iter().any(|purpose| purpose.basis == LawfulBasis::Consent)
            };
            self.organisation(office).is_some_and(|of| of.notices().all().any(asks))
        });
        let may = match (gains, before.office) {
            (false, _) => true,
            (true, None) => born >= before.day,
            (true, Some(recorded)) => office == Some(recorded) && born >= before.day,
        };
        if may { Ok(()) } else { Err(ConsentRefusal::Birthday.into()) }
    }
}
