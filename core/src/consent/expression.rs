//! Who may say what somebody wants.

use super::edition::PurposeEditions;
use super::representation::{Intent, Representation};
use super::{ConsentRefusal, Expressed, Indication, Register, RepresentativeKind};
use crate::journal::Reliance;
use crate::kernel::Context;
use crate::kernel::Refused;
use crate::notice::{LawfulBasis, Published};
use crate::party::{Organisation, Parties};
use crate::types::{Date, FileDigest, HostId, OrganisationId, PersonId, Timestamp};

/// Where a decision looks.
pub(super) struct ConsentContext<'a, 'c> {
    pub(super) context: &'a mut Context<'c>,
    pub(super) parties: &'a Parties,
    pub(super) register: &'a Register,
    pub(super) subject: PersonId,
}

/// How an act was recorded.
#[derive(Clone, Copy)]
pub(super) struct Recorded<'a> {
    pub(super) acting_for: Option<&'a HostId>,
    pub(super) evidence: Option<FileDigest>,
    pub(super) method: Indication,
}

/// A purpose, as an act is about it.
#[derive(Clone, Copy)]
pub(super) struct Topic<'a> {
    /// Its place in the register.
    pub(super) place: u32,
    pub(super) offer: &'a PurposeEditions,
}

/// Who gains by a purpose.
pub(super) struct Gain {
    /// The controller, and whoever its notice names as a controller beside it or as a recipient.
    pub(super) organisations: Vec<OrganisationId>,
    /// Whether the notice says of each controller which organisation it is, and all that it names are known here.
    pub(super) is_known: bool,
}

impl ConsentContext<'_, '_> {
    pub(super) fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.parties.organisation(id).map(|stream| &stream.state)
    }

    /// Whether the actor belongs to an organisation now.
    pub(super) fn belongs_to(&self, id: OrganisationId) -> bool {
        let (actor, at) = (self.context.actor(), self.context.at());
        self.organisation(id).is_some_and(|organisation| organisation.speaks_through(actor, at))
    }

    /// Whether the actor belongs to an organisation in any way, or did a short time ago.
    pub(super) fn is_close_to(&self, id: OrganisationId) -> bool {
        let (actor, at) = (self.context.actor(), self.context.at());
        self.organisation(id).is_some_and(|organisation| organisation.is_close_to(actor, at))
    }

    /// A controller, and whoever any of its notices ever named as a controller beside it or as a recipient.
    pub(super) fn gain_ever(&self, controller: OrganisationId) -> impl Iterator<Item = OrganisationId> {
        let named = self.organisation(controller).into_iter().flat_map(|of| of.notices().partners());
        std::iter::once(controller).chain(named)
    }

    /// Whether an act in the name of `office` serves one of those who gain: it is one of them, or the actor is close to one.
    pub(super) fn gains(
        &self,
        office: OrganisationId,
        gain: impl IntoIterator<Item = OrganisationId>,
    ) -> bool {
        gain.into_iter().any(|id| id == office || self.is_close_to(id))
    }

    /// Every appointment of the actor to speak for her, whenever it holds.
    fn appointments(&self) -> impl Iterator<Item = &Representation> {
        let actor = self.context.actor();
        self.register.representations(self.subject).iter().filter(move |held| held.by == actor)
    }

    fn represents(&self) -> impl Iterator<Item = &Representation> {
        let at = self.context.at();
        self.appointments().filter(move |held| held.holds_at(at))
    }

    /// Why somebody who does not speak for her now may not.
    fn no_word(&self) -> ConsentRefusal {
        let at = self.context.at();
        let later = self.appointments().filter(|held| at < held.from && held.from < held.until);
        let ended = self.appointments().filter(|held| held.until <= at).map(|held| held.until);
        match (later.map(|held| held.from).min(), ended.max()) {
            (Some(from), _) => ConsentRefusal::RepresentationLater { from },
            (None, Some(ended)) => ConsentRefusal::RepresentationEnded { ended },
            (None, None) => ConsentRefusal::NotHers,
        }
    }

    /// In which capacity somebody speaks for her about a purpose: as a parent while she is a child.
    fn wanted(&self, offer: &PurposeEditions) -> RepresentativeKind {
        match self.too_young(offer) {
            Some(_) => RepresentativeKind::Parental,
            None => RepresentativeKind::Authorised,
        }
    }

    /// Whether a no of somebody who speaks for her, other than `speaker`, stands against a yes.
    pub(super) fn is_opposed(&self, topic: Topic<'_>, speaker: Option<PersonId>) -> bool {
        let now = (self.wanted(topic.offer), self.context.at());
        self.register.is_opposed(self.subject, topic.place, speaker, now)
    }

    /// Whether her own no stands against a yes of whoever speaks for her. Not against that of who holds parental responsibility:
    /// a child is heard, and does not decide yet (Art. 8(1)).
    fn has_declined(&self, topic: Topic<'_>) -> bool {
        self.wanted(topic.offer) == RepresentativeKind::Authorised
            && self.register.has_declined(self.subject, topic.place)
    }

    /// Whether the actor's own no to a purpose, for her, stands already.
    pub(super) fn has_said_no(&self, topic: Topic<'_>) -> bool {
        let now = (self.wanted(topic.offer), self.context.at());
        self.register.has_said_no(self.subject, topic.place, self.context.actor(), now)
    }

    /// Somebody decides between those who speak for her, or who no longer does, in the name of an office: nobody who is one of
    /// them, or has one of them among its own. `ended` is whose appointment it is about.
    pub(super) fn is_impartial(
        &self,
        office: OrganisationId,
        ended: Option<PersonId>,
    ) -> Result<(), Refused> {
        let (actor, at) = (self.context.actor(), self.context.at());
        let near = |person| {
            person == actor || self.organisation(office).is_some_and(|of| of.is_close_to(person, at))
        };
        let all = self.register.representations(self.subject).iter();
        let mut others = all.filter(|held| held.holds_at(at) && Some(held.by) != ended);
        match others.any(|held| near(held.by)) {
            true => Err(ConsentRefusal::OwnInterest.into()),
            false => Ok(()),
        }
    }

    /// How old she must be for this purpose, if she is not yet.
    fn too_young(&self, offer: &PurposeEditions) -> Option<u8> {
        self.too_young_at(offer, self.context.at())
    }

    /// The same at another moment.
    pub(super) fn too_young_at(&self, offer: &PurposeEditions, at: Timestamp) -> Option<u8> {
        offer.too_young(self.register.birth(self.subject)?.day, at)
    }

    /// Who speaks, where somebody agrees to something that these organisations gain by.
    pub(super) fn agrees(
        &self,
        topic: Topic<'_>,
        gain: &Gain,
        recorded: Recorded<'_>,
    ) -> Result<Expressed, Refused> {
        if self.context.actor() == self.subject {
            return match self.too_young(topic.offer) {
                Some(age) => Err(ConsentRefusal::Child { age }.into()),
                None => Ok(Expressed::DataSubject),
            };
        }
        // Who gains does not say that somebody else agreed.
        if gain.organisations.iter().any(|id| self.is_close_to(*id)) {
            return Err(ConsentRefusal::Controller.into());
        }
        if !gain.is_known {
            return Err(ConsentRefusal::JointController.into());
        }
        if self.represents().next().is_some() {
            // Nor does somebody whom it appointed itself to speak for her.
            return self.represented(topic, &gain.organisations, Intent::Opens);
        }
        let host_id = recorded.acting_for.ok_or_else(|| self.no_word())?;
        let office = self.official(host_id)?;
        if gain.organisations.contains(&office) {
            return Err(ConsentRefusal::Controller.into());
        }
        if recorded.evidence.is_none() || recorded.method == Indication::Form {
            return Err(ConsentRefusal::Evidence.into());
        }
        match self.too_young(topic.offer) {
            Some(age) => Err(ConsentRefusal::Child { age }.into()),
            None => Ok(Expressed::Official(office)),
        }
    }

    /// Who speaks, where somebody declines, puts off or ends something: a child may say no herself.
    pub(super) fn declines(&self, topic: Topic<'_>) -> Result<Expressed, Refused> {
        match self.context.actor() == self.subject {
            true => Ok(Expressed::DataSubject),
            false => self.represented(topic, &[], Intent::Declines),
        }
    }

    /// Who speaks, where a no is taken back that is no yes of its own: an objection. Not a child what her parents said.
    pub(super) fn takes_back(&self, topic: Topic<'_>) -> Result<Expressed, Refused> {
        if self.context.actor() != self.subject {
            return self.represented(topic, &[], Intent::Opens);
        }
        match self.too_young(topic.offer).filter(|_| self.is_opposed(topic, None)) {
            Some(age) => Err(ConsentRefusal::Child { age }.into()),
            None => Ok(Expressed::DataSubject),
        }
    }

    /// A child is represented by who holds parental responsibility, until she is old enough; others by whom they chose. Each
    /// within what the appointment is for, and none against her own no or that of another.
    /// Whom one of those who gain by it appointed does not count.
    fn represented(
        &self,
        topic: Topic<'_>,
        gain: &[OrganisationId],
        intent: Intent,
    ) -> Result<Expressed, Refused> {
        if self.represents().next().is_none() {
            return Err(self.no_word().into());
        }
        let by_itself = |held: &&Representation| {
            held.office.is_some_and(|office| self.is_of(office, held.recorded, gain))
        };
        if self.represents().all(|held| by_itself(&held)) {
            return Err(ConsentRefusal::OwnInterest.into());
        }
        let (wanted, at) = (self.wanted(topic.offer), self.context.at());
        let mut fitting = self.represents().filter(|held| held.kind == wanted && !by_itself(held)).peekable();
        if fitting.peek().is_none() {
            let age = self.too_young(topic.offer);
            return Err(age.map_or_else(
                || ConsentRefusal::HandedOver { age: topic.offer.age(at) }.into(),
                |age| ConsentRefusal::Child { age }.into(),
            ));
        }
        if !fitting.any(|held| self.register.covers(&held.scope, topic.place, (intent, at))) {
            return Err(ConsentRefusal::RepresentationScope.into());
        }
        match intent {
            Intent::Opens if self.has_declined(topic) => Err(ConsentRefusal::Declined.into()),
            Intent::Opens if self.is_opposed(topic, Some(self.context.actor())) => {
                Err(ConsentRefusal::Differ.into())
            }
            Intent::Opens | Intent::Declines => Ok(Expressed::Representative),
        }
    }

    /// Whether an official who recorded something for an office belonged to one of those who gain by it, through that office or
    /// through any other door, then or now.
    fn is_of(
        &self,
        office: OrganisationId,
        (official, then): (PersonId, Timestamp),
        gain: &[OrganisationId],
    ) -> bool {
        let at = self.context.at();
        let close = |id: &OrganisationId| {
            let of = self.organisation(*id);
            of.is_some_and(|of| of.is_close_to(official, then) || of.is_close_to(official, at))
        };
        gain.contains(&office) || gain.iter().any(close)
    }

    /// The public administration in whose name the actor records something: one that this host's operators verified.
    pub(super) fn official(&self, host_id: &HostId) -> Result<OrganisationId, Refused> {
        let id = self.context.organisation(host_id, "/data/acting_for")?;
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
    pub(super) fn may_record(
        &self,
        date_of_birth: Date,
        office: Option<OrganisationId>,
    ) -> Result<(), Refused> {
        let Some(before) = self.register.birth(self.subject) else { return Ok(()) };
        // Every organisation is at hand: who asks for consent, and who else gains by it.
        let gains = office.is_none_or(|office| {
            let asks = |published: &Published| {
                let purposes = &published.notice.document().purposes;
                purposes.iter().any(|purpose| purpose.basis == LawfulBasis::Consent)
            };
            let asking = self.parties.iter().filter(|of| of.state.notices().all().any(asks));
            self.gains(office, asking.flat_map(|of| self.gain_ever(of.state.id)))
        });
        let may = match (gains, before.office) {
            (false, _) => true,
            (true, None) => date_of_birth >= before.day,
            (true, Some(recorded)) => office == Some(recorded) && date_of_birth >= before.day,
        };
        if may { Ok(()) } else { Err(ConsentRefusal::Birthday.into()) }
    }
}
