//! Who may express a data subject's will.

use super::edition::PurposeEditions;
use super::representation::{Intent, Representation};
use super::{ConsentRefusal, Expressed, Indication, Noted, Register, RepresentativeKind};
use crate::journal::Reliance;
use crate::kernel::Context;
use crate::kernel::Refused;
use crate::notice::{LawfulBasis, Published};
use crate::party::{Organisation, Parties};
use crate::types::{Date, FileDigest, HostId, OrganisationId, PersonId, Timestamp};

/// The context of a consent decision.
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

/// The purpose that an act concerns.
#[derive(Clone, Copy)]
pub(super) struct Topic<'a> {
    /// Its place in the register.
    pub(super) place: u32,
    pub(super) offer: &'a PurposeEditions,
}

/// Who benefits from a purpose.
pub(super) struct Gain {
    /// The controller, and every joint controller and recipient that its notice names.
    pub(super) organisations: Vec<OrganisationId>,
    /// Whether the notice says which organisation each controller is, and all that it names are known here.
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

    /// A controller, and every joint controller and recipient that any of its notices ever named.
    pub(super) fn gain_ever(&self, controller: OrganisationId) -> impl Iterator<Item = OrganisationId> {
        let named = self.organisation(controller).into_iter().flat_map(|of| of.notices().partners());
        std::iter::once(controller).chain(named)
    }

    /// Whether an act on behalf of `office` serves a beneficiary: it is one of them, or the actor is close to one.
    pub(super) fn gains(
        &self,
        office: OrganisationId,
        gain: impl IntoIterator<Item = OrganisationId>,
    ) -> bool {
        gain.into_iter().any(|id| id == office || self.is_close_to(id))
    }

    /// All appointments of the actor as a representative, whenever they apply.
    fn appointments(&self) -> impl Iterator<Item = &Representation> {
        let actor = self.context.actor();
        self.register.representations(self.subject).iter().filter(move |held| held.by == actor)
    }

    fn represents(&self) -> impl Iterator<Item = &Representation> {
        let at = self.context.at();
        self.appointments().filter(move |held| held.holds_at(at))
    }

    /// Why the actor is not a representative now.
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

    /// The kind of representative that a purpose needs: a parent while the data subject is a child.
    fn wanted(&self, offer: &PurposeEditions) -> RepresentativeKind {
        match self.too_young(offer) {
            Some(_) => RepresentativeKind::Parental,
            None => RepresentativeKind::Authorised,
        }
    }

    /// Whether the refusal of a representative other than `speaker` prevents a consent.
    pub(super) fn is_opposed(&self, topic: Topic<'_>, speaker: Option<PersonId>) -> bool {
        let now = (self.wanted(topic.offer), self.context.at());
        self.register.is_opposed(self.subject, topic.place, speaker, now)
    }

    /// Whether the data subject's own refusal prevents a representative's consent. It does not prevent that of a holder
    /// of parental responsibility: a child is heard, but does not decide yet (Art. 8(1)).
    fn has_declined(&self, topic: Topic<'_>) -> bool {
        self.wanted(topic.offer) == RepresentativeKind::Authorised
            && self.register.has_declined(self.subject, topic.place)
    }

    /// Whether the actor's own refusal of a purpose, as a representative, already applies.
    pub(super) fn has_said_no(&self, topic: Topic<'_>) -> bool {
        let now = (self.wanted(topic.offer), self.context.at());
        self.register.has_said_no(self.subject, topic.place, self.context.actor(), now)
    }

    /// Checks that whoever settles a disagreement or ends an appointment on behalf of an office is not a representative
    /// and has none among its members. `ended` is the representative whose appointment is to end.
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

    /// The age that the data subject has not reached yet for this purpose.
    fn too_young(&self, offer: &PurposeEditions) -> Option<u8> {
        self.too_young_at(offer, self.context.at())
    }

    /// The same, at another moment.
    pub(super) fn too_young_at(&self, offer: &PurposeEditions, at: Timestamp) -> Option<u8> {
        offer.too_young(self.register.birth(self.subject)?.day, at)
    }

    /// Who expresses a consent from which these organisations benefit.
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
        // Whoever benefits must not record the consent of somebody else.
        if gain.organisations.iter().any(|id| self.is_close_to(*id)) {
            return Err(ConsentRefusal::Controller.into());
        }
        if !gain.is_known {
            return Err(ConsentRefusal::JointController.into());
        }
        if self.represents().next().is_some() {
            // Nor must a representative whom a beneficiary appointed.
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

    /// Who expresses a refusal, a deferral or an end: a child may refuse alone.
    pub(super) fn declines(&self, topic: Topic<'_>) -> Result<Expressed, Refused> {
        match self.context.actor() == self.subject {
            true => Ok(Expressed::DataSubject),
            false => self.represented(topic, &[], Intent::Declines),
        }
    }

    /// The same, if an official may have recorded it. A refusal does not serve whoever benefits from the data, so the
    /// controller's own staff may record it, too: the data subject says no wherever they said yes (Art. 7(3)).
    pub(super) fn declines_at_a_counter(
        &self,
        (topic, controller): (Topic<'_>, OrganisationId),
        noted: Option<&Noted>,
    ) -> Result<Expressed, Refused> {
        let Some(noted) = noted.filter(|_| self.context.actor() != self.subject) else {
            return self.declines(topic);
        };
        let office = self.context.organisation(&noted.acting_for, "/data/noted/acting_for")?;
        if !self.belongs_to(office) {
            return Err(ConsentRefusal::NotHers.into());
        }
        if office != controller && !self.parties.is_authority(office) {
            return Err(ConsentRefusal::NotAuthority { path: "/data/noted/acting_for" }.into());
        }
        match noted.method {
            Indication::InPerson | Indication::Paper | Indication::Telephone => {
                Ok(Expressed::Official(office))
            }
            Indication::Form => Err(ConsentRefusal::NotedOnScreen.into()),
        }
    }

    /// Who withdraws an objection, which is not a consent. A child cannot withdraw the objection of a parent.
    pub(super) fn takes_back(&self, topic: Topic<'_>) -> Result<Expressed, Refused> {
        if self.context.actor() != self.subject {
            return self.represented(topic, &[], Intent::Opens);
        }
        match self.too_young(topic.offer).filter(|_| self.is_opposed(topic, None)) {
            Some(age) => Err(ConsentRefusal::Child { age }.into()),
            None => Ok(Expressed::DataSubject),
        }
    }

    /// A child is represented by a holder of parental responsibility until old enough; others by whom they chose. Each
    /// acts within their appointment, and not against a refusal of the data subject or of another representative. An
    /// appointment recorded by a beneficiary does not count.
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

    /// Whether an official who recorded something for an office belonged to a beneficiary, through that office or
    /// otherwise, then or now.
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

    /// The public administration on whose behalf the actor records something: one that an operator of this host
    /// verified.
    pub(super) fn official(&self, host_id: &HostId) -> Result<OrganisationId, Refused> {
        let id = self.context.organisation(host_id, "/data/acting_for")?;
        if !self.belongs_to(id) {
            return Err(ConsentRefusal::NotHers.into());
        }
        match self.parties.is_authority(id) {
            true => Ok(id),
            false => Err(ConsentRefusal::NotAuthority { path: "/data/acting_for" }.into()),
        }
    }

    /// What an act on behalf of a public administration relies on: its stream, and the host's.
    pub(super) fn office_relied_on(&self, office: OrganisationId) -> Vec<Reliance> {
        self.parties.reliance(office).into_iter().chain(self.parties.host_reliance()).collect()
    }

    /// Whether a date of birth may be recorded where one may already be on record: by the data subject, or on behalf of
    /// `office`.
    ///
    /// An older person may consent to more, so nobody who benefits can record an earlier date: neither the data subject
    /// nor an organisation that requests consent itself. Only an authority corrects what an authority recorded.
    pub(super) fn may_record(
        &self,
        date_of_birth: Date,
        office: Option<OrganisationId>,
    ) -> Result<(), Refused> {
        let Some(before) = self.register.birth(self.subject) else { return Ok(()) };
        // Every organisation is loaded: those that request consent, and those that benefit otherwise.
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
