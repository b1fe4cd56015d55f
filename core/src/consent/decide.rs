//! Decides commands for a person's consent stream.

use super::edition::PurposeEditions;
use super::expression::{ConsentContext, Gain, Recorded, Topic};
use super::*;
use crate::journal::Reliance;
use crate::kernel::Context;
use crate::kernel::Refused;
use crate::notice::{LawfulBasis, Notice, Purpose, Remedy};
use crate::party::Parties;
use crate::types::{Commitment, DocumentId, FileDigest, HostId, PersonId};

/// Giving and renewing differ only in the event.
macro_rules! agreed {
    ($consent:ident, $c:ident, $verb:expr, $event:ident, $said_at:expr $(, $brought:ident)?) => {{
        let said = Said {
            recorded: Recorded { acting_for: $c.acting_for.as_ref(), evidence: $c.evidence, method: $c.method },
            explicit: $c.explicit,
            language: $c.language,
            notice: $c.notice,
            said_at: $said_at,
            valid: &$c.valid,
            verb: $verb,
        };
        let handler = $consent.handler(&$c.organisation, &$c.purpose)?;
        let (organisation, purpose) = handler.names();
        let (by, relied_on) = handler.agree(&said)?;
        let evidence = $consent.evidence($c.evidence);
        Ok($event {
            by,
            evidence,
            explicit: $c.explicit,
            language: $c.language,
            method: $c.method,
            notice: $c.notice,
            organisation_id: organisation,
            purpose,
            relied_on,
            $($brought: $said_at,)?
            valid: $c.valid.clone(),
        }
        .into())
    }};
}

/// A refusal, a withdrawal and an objection differ only in the event.
macro_rules! declined {
    ($consent:ident, $c:ident, $verb:expr, $event:ident $(, $grounds:ident)?) => {{
        let handler = $consent.handler(&$c.organisation, &$c.purpose)?;
        let (organisation, purpose) = handler.names();
        let (by, relied_on) = handler.decline($verb, $c.noted.as_ref())?;
        $(let $grounds = $c.$grounds.as_ref().map(|text| handler.commit(text));)?
        let noted = $c.noted.as_ref().filter(|_| matches!(by, Expressed::Official(_)));
        let noted = noted.map(|noted| $consent.noted(noted));
        Ok($event { by, $($grounds,)? noted, organisation_id: organisation, purpose, relied_on }.into())
    }};
}

/// Decides a consent command. A data subject seen for the first time is given a pseudonym here.
pub(crate) fn decide(
    context: &mut Context<'_>,
    parties: &Parties,
    register: &Register,
    subject: PersonId,
    command: &Command,
) -> Result<Event, Refused> {
    if let Some(host_id) = command.subject() {
        context.person(host_id, "/data/data_subject")?;
    }
    // Recipients of the data are notified of an erasure, too.
    if register.erased(subject).is_some() && !matches!(command, Command::NotifyRecipient(_)) {
        return Err(ConsentRefusal::Erased.into());
    }
    let mut consent = ConsentContext { context, parties, register, subject };
    match command {
        Command::RecordDateOfBirth(c) => consent.birth(c),
        Command::AppointRepresentative(c) => consent.appoint(c),
        Command::DismissRepresentative(c) => consent.dismiss(c),
        Command::SettleDisagreement(c) => consent.settle(c),
        Command::RequestConsent(c) => {
            let handler = consent.handler(&c.organisation, &c.purpose)?.acting()?;
            handler.current(c.notice)?;
            handler.verb(Verb::Request)?;
            let (organisation, purpose) = handler.names();
            let relied_on = handler.relied_on();
            Ok(ConsentRequested { notice: c.notice, organisation_id: organisation, purpose, relied_on }
                .into())
        }
        Command::DeferConsent(c) => {
            let handler = consent.handler(&c.organisation, &c.purpose)?;
            let (by, (organisation, purpose)) = (handler.consent.declines(handler.topic())?, handler.names());
            handler.verb(Verb::Defer)?;
            Ok(ConsentDeferred { by, organisation_id: organisation, purpose }.into())
        }
        Command::GiveConsent(c) => agreed!(consent, c, Verb::Give, ConsentGiven, c.said_at, said_at),
        Command::RenewConsent(c) => agreed!(consent, c, Verb::Renew, ConsentRenewed, None),
        Command::RefuseConsent(c) => declined!(consent, c, Verb::Refuse, ConsentRefused),
        Command::WithdrawConsent(c) => declined!(consent, c, Verb::Withdraw, ConsentWithdrawn),
        Command::RevokeConsent(c) => {
            let handler = consent.handler(&c.organisation, &c.purpose)?.acting()?;
            handler.verb(Verb::Revoke)?;
            let ((organisation, purpose), relied_on) = (handler.names(), handler.relied_on());
            let reason = handler.commit(&c.reason);
            Ok(ConsentRevoked { organisation_id: organisation, purpose, reason, relied_on }.into())
        }
        Command::ExpireConsent(c) => {
            let handler = consent.handler(&c.organisation, &c.purpose)?.acting()?;
            handler.verb(Verb::Expire)?;
            let event = handler.last().and_then(|step| handler.consent.register.until_event_of(step));
            if event != Some(&c.until_event) {
                return Err(ConsentRefusal::OtherEvent(c.until_event.clone()).into());
            }
            let ((organisation, purpose), relied_on) = (handler.names(), handler.relied_on());
            Ok(ConsentExpired {
                organisation_id: organisation,
                purpose,
                relied_on,
                until_event: c.until_event.clone(),
            }
            .into())
        }
        Command::UseConsent(c) => {
            let handler = consent.handler(&c.organisation, &c.purpose)?;
            // Meeting a requirement is often the data subject's own act, and the uses are theirs to spend.
            let hers = c.requirement.is_some() && handler.consent.declines(handler.topic()).is_ok();
            let handler = if hers { handler } else { handler.acting()? };
            handler.verb(Verb::Use)?;
            if handler.last().is_none_or(|step| step.uses().is_none()) {
                return Err(ConsentRefusal::NotCounted.into());
            }
            handler.allowed()?;
            let ((organisation, purpose), relied_on) = (handler.names(), handler.relied_on());
            let requirement = c.requirement;
            Ok(ConsentUsed { organisation_id: organisation, purpose, relied_on, requirement }.into())
        }
        Command::InvalidateConsent(c) => {
            let handler = consent.handler(&c.organisation, &c.purpose)?.acting()?;
            handler.verb(Verb::Invalidate)?;
            if c.from.max(c.until.unwrap_or(c.from)) > handler.consent.context.at() {
                return Err(ConsentRefusal::FromLater.into());
            }
            handler.found(c.from, c.until)?;
            let ((organisation, purpose), relied_on) = (handler.names(), handler.relied_on());
            let evidence = handler.consent.evidence(c.evidence);
            let decision = handler.commit(&c.decision);
            let (from, until) = (c.from, c.until);
            let invalidated = ConsentInvalidated {
                decision,
                evidence,
                from,
                organisation_id: organisation,
                purpose,
                relied_on,
                until,
            };
            Ok(invalidated.into())
        }
        Command::RaiseObjection(c) => declined!(consent, c, Verb::Object, ObjectionRaised, grounds),
        Command::WithdrawObjection(c) => {
            let handler = consent.handler(&c.organisation, &c.purpose)?;
            let (by, (organisation, purpose)) =
                (handler.consent.takes_back(handler.topic())?, handler.names());
            handler.verb(Verb::WithdrawObjection)?;
            Ok(ObjectionWithdrawn { by, organisation_id: organisation, purpose }.into())
        }
        Command::DecideObjection(c) => {
            let handler = consent.handler(&c.organisation, &c.purpose)?.acting()?;
            handler.verb(if c.grounds.is_some() { Verb::Overrule } else { Verb::Uphold })?;
            if c.grounds.is_some() && handler.offer.is_marketing {
                return Err(ConsentRefusal::AbsoluteObjection.into());
            }
            let ((organisation, purpose), relied_on) = (handler.names(), handler.relied_on());
            let grounds = c.grounds.as_ref().map(|grounds| handler.commit(grounds));
            Ok(ObjectionDecided { grounds, organisation_id: organisation, purpose, relied_on }.into())
        }
        Command::NotifyRecipient(c) => {
            let handler = consent.handler(&c.organisation, &c.purpose)?.acting()?;
            handler.tell(&c.recipient)?;
            let ((organisation, purpose), relied_on) = (handler.names(), handler.relied_on());
            Ok(RecipientNotified {
                organisation_id: organisation,
                purpose,
                recipient: c.recipient.clone(),
                relied_on,
            }
            .into())
        }
    }
}

/// The content of a consent, and how it was given.
struct Said<'a> {
    recorded: Recorded<'a>,
    explicit: bool,
    language: crate::types::Language,
    notice: DocumentId,
    said_at: Option<Timestamp>,
    valid: &'a Validity,
    verb: Verb,
}

/// A consent context with a purpose of a controller.
pub(super) struct Handler<'s, 'a, 'c> {
    pub(super) consent: &'s mut ConsentContext<'a, 'c>,
    pub(super) controller: OrganisationId,
    offer: &'a PurposeEditions,
    place: u32,
    purpose: PurposeRef,
}

impl<'a, 'c> ConsentContext<'a, 'c> {
    fn controller(&self, host_id: &HostId) -> Result<OrganisationId, Refused> {
        self.context.organisation(host_id, "/data/organisation")
    }

    pub(super) fn handler<'s>(
        &'s mut self,
        host_id: &HostId,
        purpose: &Key,
    ) -> Result<Handler<'s, 'a, 'c>, Refused> {
        let organisation = self.controller(host_id)?;
        let wanted = PurposeRef { organisation_id: organisation, purpose: purpose.clone() };
        let register: &'a Register = self.register;
        let place = register.place_of(&wanted);
        let offer = place.and_then(|place| Some((place, register.offer_at(place)?.1)));
        let (place, offer) = offer.ok_or_else(|| ConsentRefusal::PurposeUnknown(purpose.clone()))?;
        Ok(Handler { consent: self, controller: organisation, offer, place, purpose: wanted })
    }

    /// The commitment on record to the digest of an act's evidence.
    pub(super) fn evidence(&mut self, digest: Option<FileDigest>) -> Option<Commitment> {
        digest.map(|digest| self.context.commit(self.subject, &digest.to_string()))
    }

    /// How an official learnt of something, for the record.
    fn noted(&mut self, noted: &Noted) -> NotedRef {
        let evidence = self.context.commit(self.subject, &noted.evidence.to_string());
        NotedRef { evidence, method: noted.method, received_at: noted.received_at }
    }

    fn birth(&mut self, c: &RecordDateOfBirth) -> Result<Event, Refused> {
        let (relied_on, organisation) = self.herself_or_official(c.acting_for.as_ref())?;
        if organisation.is_some() && c.evidence.is_none() {
            return Err(ConsentRefusal::Evidence.into());
        }
        if c.date_of_birth > self.context.at().date() {
            return Err(ConsentRefusal::NotBorn.into());
        }
        self.may_record(c.date_of_birth, organisation)?;
        let date_of_birth = self.context.commit(self.subject, &c.date_of_birth.to_string());
        let evidence = self.evidence(c.evidence);
        Ok(DateOfBirthRecorded { date_of_birth, evidence, organisation_id: organisation, relied_on }.into())
    }

    /// The data subject; or an official, with what the act relies on and the organisation they act for.
    pub(super) fn herself_or_official(
        &self,
        acting_for: Option<&HostId>,
    ) -> Result<(Vec<Reliance>, Option<OrganisationId>), Refused> {
        if self.context.actor() == self.subject {
            return Ok((Vec::new(), None));
        }
        let office = self.official(acting_for.ok_or(ConsentRefusal::NotHers)?)?;
        Ok((self.office_relied_on(office), Some(office)))
    }
}

impl<'a> Handler<'_, 'a, '_> {
    pub(super) const fn topic(&self) -> Topic<'a> {
        Topic { place: self.place, offer: self.offer }
    }

    /// Checks that a refusal fits the basis and the state; a further representative can also refuse what is already
    /// refused.
    fn no(&self, by: Expressed, verb: Verb) -> Result<(), Refused> {
        let (consent, at) = (&self.consent, self.consent.context.at());
        let state = self.last().map_or(State::Unknown, |step| step.state_at(at));
        let seconds = by == Expressed::Representative
            && state.seconded(verb).is_some()
            && !consent.has_said_no(self.topic());
        if seconds { Ok(()) } else { self.verb(verb) }
    }

    /// Checks a refusal, a withdrawal or an objection, and returns who expressed it and what the decision relied on.
    fn decline(&self, verb: Verb, noted: Option<&Noted>) -> Result<(Expressed, Vec<Reliance>), Refused> {
        let by = self.consent.declines_at_a_counter((self.topic(), self.controller), noted)?;
        self.no(by, verb)?;
        let Expressed::Official(office) = by else { return Ok((by, Vec::new())) };
        if let Some(received) = noted.and_then(|noted| noted.received_at) {
            self.not_said_since(received)?;
        }
        Ok((by, self.consent.office_relied_on(office)))
    }

    /// Whether the data subject, or somebody for them, has not agreed since an official received their no.
    fn not_said_since(&self, received: Timestamp) -> Result<(), Refused> {
        if received > self.consent.context.made_at() {
            return Err(ConsentRefusal::ReceivedLater.into());
        }
        let steps = self.consent.register.steps(self.consent.subject, self.place);
        let agrees = |step: &&Step| {
            // An objection that was withdrawn leaves nothing.
            (step.state().is_consent() && !step.is_use()) || step.state() == State::Unknown
        };
        match steps.filter(agrees).find(|step| received < step.from) {
            Some(step) => Err(ConsentRefusal::SaidSince { received, since: step.from }.into()),
            None => Ok(()),
        }
    }

    pub(super) fn names(&self) -> (OrganisationId, Key) {
        (self.controller, self.purpose.purpose.clone())
    }

    fn commit(self, text: &crate::types::Remark) -> Commitment {
        self.consent.context.commit(self.consent.subject, text.as_str())
    }

    pub(super) fn relied_on(&self) -> Vec<Reliance> {
        self.consent.parties.reliance(self.controller).into_iter().collect()
    }

    /// Checks that the actor acts for the controller.
    fn acting(self) -> Result<Self, Refused> {
        if self.consent.belongs_to(self.controller) {
            Ok(self)
        } else {
            Err(ConsentRefusal::NotController.into())
        }
    }

    fn last(&self) -> Option<&Step> {
        self.consent.register.last(self.consent.subject, &self.purpose)
    }

    /// Checks that the act fits the basis and the state.
    fn verb(&self, verb: Verb) -> Result<(), Refused> {
        let (basis, remedy) = (self.offer.basis, self.offer.basis.remedy());
        let about_objections = matches!(
            verb,
            Verb::Object | Verb::WithdrawObjection | Verb::Uphold | Verb::Overrule | Verb::Resume
        );
        // Art. 21(2): direct marketing can be objected to on every basis; a consent is withdrawn instead.
        let objects = remedy == Remedy::Object || (self.offer.is_marketing && remedy == Remedy::Neither);
        let goes = if about_objections { objects } else { basis == LawfulBasis::Consent };
        if !goes {
            return Err(ConsentRefusal::WrongVerb { basis, remedy }.into());
        }
        let at = self.consent.context.at();
        let state = self.last().map_or(State::Unknown, |step| step.state_at(at));
        if state.after(verb).is_none() {
            let goes = |verb: &Verb| {
                let objects = matches!(
                    verb,
                    Verb::Object | Verb::WithdrawObjection | Verb::Uphold | Verb::Overrule | Verb::Resume
                );
                objects == about_objections
            };
            let legal = state.verbs().into_iter().filter(goes).collect();
            return Err(ConsentRefusal::Transition { verb, state, legal }.into());
        }
        Ok(())
    }

    /// Who benefits from the purpose, according to the notice in force.
    pub(super) fn gain(&self) -> Gain {
        let organisation = self.consent.organisation(self.controller);
        let found = organisation.and_then(|of| of.notices().purpose(&self.purpose.purpose));
        let partners = found.iter().flat_map(|(published, _)| published.notice.partners());
        let organisations: Vec<_> = std::iter::once(self.controller).chain(partners).collect();
        let is_here = |id: &OrganisationId| self.consent.organisation(*id).is_some();
        let is_named = found.is_some_and(|(published, _)| published.notice.names_controllers());
        let is_known = is_named && organisations.iter().all(is_here);
        Gain { organisations, is_known }
    }

    /// Checks that the consent to be used is valid now.
    fn allowed(&self) -> Result<(), Refused> {
        let asked = Asked::Now(self.consent.context.at());
        let question =
            ConsentQuestion { data_subject_id: self.consent.subject, purpose: &self.purpose, asked };
        match self.consent.register.check(&question) {
            ConsentVerdict { allowed: true, .. } => Ok(()),
            ConsentVerdict { reason, .. } => Err(ConsentRefusal::NotAllowed(reason).into()),
        }
    }

    /// Checks that a finding reaches a consent.
    fn found(&self, from: Timestamp, until: Option<Timestamp>) -> Result<(), Refused> {
        let (register, subject) = (self.consent.register, self.consent.subject);
        let hit = register.hit_by(subject, self.place, from, until);
        hit.map(|_| ()).ok_or_else(|| ConsentRefusal::NoneThen.into())
    }

    /// A consent that was on its way while an end was recorded does not undo the end: it was given without knowing of
    /// it.
    fn not_overtaken(&self) -> Result<(), Refused> {
        let made = self.consent.context.made_at();
        let ended = self.last().filter(|step| step.state().ends() && made < step.from);
        ended.map_or(Ok(()), |step| Err(ConsentRefusal::Overtaken { made, ended: step.from }.into()))
    }

    /// Checks a consent given elsewhere: an official brings it over, before anything later was expressed here, from
    /// somebody who could consent at that time, and for no longer than it would have been valid there.
    fn brought(&self, said: &Said<'_>, by: Expressed, most: Option<u32>) -> Result<(), Refused> {
        let Some(then) = said.said_at else { return Ok(()) };
        let brought = |reason| Err(ConsentRefusal::Brought(reason).into());
        if !matches!(by, Expressed::Official(_)) {
            return brought(
                "Only an official can bring over a consent given elsewhere; the data subject consents now.",
            );
        }
        if then >= self.consent.context.made_at() {
            return brought(
                "A consent that is brought over must have been given before it is recorded here.",
            );
        }
        // A request is nothing that the data subject expressed.
        let later = self.last().filter(|step| step.state() != State::Requested && then <= step.from);
        // A refusal of a containing purpose reaches what was not recorded yet.
        let register = self.consent.register;
        let later = later.or_else(|| register.wider_no(self.consent.subject, self.place, then));
        if let Some(later) = later {
            return Err(ConsentRefusal::Overtaken { made: then, ended: later.from }.into());
        }
        if let Some(age) = self.consent.too_young_at(self.offer, then) {
            return Err(ConsentRefusal::Child { age }.into());
        }
        match said.valid {
            Validity::Days(_) => {
                brought("A consent that is brought over must name the time at which it ends.")
            }
            Validity::Until(_) | Validity::UntilEvent(_) | Validity::Uses(_) => {
                lasts(said.valid, then, most.map(|days| then.plus_days(days)))
            }
        }
    }

    /// Checks that the notice is the one in force with the purpose.
    fn current(&self, notice: DocumentId) -> Result<(&Notice, &Purpose), Refused> {
        let at = self.consent.context.at();
        let organisation = self.consent.organisation(self.controller);
        let found = organisation.and_then(|of| of.notices().purpose(&self.purpose.purpose));
        let found = found.filter(|(published, _)| published.holds_at(at));
        let found = found.map(|(published, purpose)| (&*published.notice, purpose));
        let current = found.map(|(notice, _)| notice.id());
        let found = found.filter(|(current, _)| current.id() == notice);
        Ok(found.ok_or(ConsentRefusal::NoticeNotInForce { notice, current })?)
    }

    /// Nobody can have read a notice before it was published: a consent dated earlier is not valid (Art. 4(11), 7(1)).
    fn was_published(&self, notice: DocumentId) -> Result<(), Refused> {
        let made = self.consent.context.made_at();
        let organisation = self.consent.organisation(self.controller);
        let found = organisation.and_then(|of| of.notices().by_id(notice));
        match found.filter(|published| made < published.from) {
            Some(_) => Err(ConsentRefusal::NoticeNotInForce { notice, current: None }.into()),
            None => Ok(()),
        }
    }

    /// Checks a consent, and returns who expressed it.
    fn agree(self, said: &Said<'_>) -> Result<(Expressed, Vec<Reliance>), Refused> {
        self.not_overtaken()?;
        self.verb(said.verb)?;
        self.was_published(said.notice)?;
        let (notice, purpose) = self.current(said.notice)?;
        if !notice.document().languages.contains(&said.language) {
            return Err(ConsentRefusal::Language(said.language).into());
        }
        if purpose.is_special() && !said.explicit {
            return Err(ConsentRefusal::NotExplicit.into());
        }
        let at = self.consent.context.at();
        let longest = purpose.valid_days;
        let most = longest.map(|days| at.plus_days(days));
        lasts(said.valid, at, most)?;
        if let Validity::UntilEvent(event) = said.valid
            && !purpose.until_events.contains(event)
        {
            return Err(ConsentRefusal::EventUnknown(event.clone()).into());
        }
        let mut relied_on = self.relied_on();
        let by = self.consent.agrees(self.topic(), &self.gain(), said.recorded)?;
        if let Expressed::Official(office) = by {
            relied_on.extend(self.consent.office_relied_on(office));
        }
        self.brought(said, by, longest)?;
        Ok((by, relied_on))
    }

    /// Checks that a recipient can be notified of something that happened to the data.
    fn tell(&self, recipient: &Key) -> Result<(), Refused> {
        let at = self.consent.context.at();
        let mut held = self.consent.register.held_by(self.consent.subject).into_iter();
        let held = held.find(|held| *held.purpose == self.purpose).ok_or(ConsentRefusal::NothingEnded)?;
        let causes = view::causes(self.consent.register, self.consent.subject, &held, at);
        if causes.is_empty() {
            return Err(ConsentRefusal::NothingEnded.into());
        }
        let organisation = self.consent.organisation(self.controller);
        let notices = organisation.map(crate::party::Organisation::notices);
        let named = notices.and_then(|notices| view::recipients(notices, self.consent.register, &held));
        if !named.is_some_and(|named| named.iter().any(|r| r.id == *recipient)) {
            return Err(ConsentRefusal::RecipientUnknown(recipient.clone()).into());
        }
        let (register, subject) = (self.consent.register, self.consent.subject);
        let told = |since| register.told(subject, held.purpose, recipient, since).is_some();
        match causes.iter().all(|(_, since)| told(*since)) {
            true => Err(ConsentRefusal::Told.into()),
            false => Ok(()),
        }
    }
}

/// Checks that a consent has a limited validity, not longer than the notice allows.
fn lasts(valid: &Validity, at: Timestamp, most: Option<Timestamp>) -> Result<(), Refused> {
    let until = match valid {
        Validity::Days(0) | Validity::Uses(0) => {
            return Err(
                ConsentRefusal::Validity("A consent must be valid for at least one use or one day.").into()
            );
        }
        Validity::Days(days) => Some(at.plus_days(*days)),
        Validity::Until(until) => Some(*until),
        Validity::UntilEvent(_) | Validity::Uses(_) => None,
    };
    match until {
        Some(until) if until <= at => {
            Err(ConsentRefusal::Validity("A consent must end after it begins.").into())
        }
        Some(until) if until > at.plus_days(MOST_DAYS) => {
            Err(ConsentRefusal::Validity("A consent can be valid for a hundred years at most.").into())
        }
        Some(until) if most.is_some_and(|most| until > most) => {
            Err(ConsentRefusal::Validity("The notice allows a consent only for a shorter time.").into())
        }
        None if most.is_some() => {
            Err(ConsentRefusal::Validity("The notice limits a consent to a number of days; name a time.")
                .into())
        }
        _ => Ok(()),
    }
}

/// A hundred years.
const MOST_DAYS: u32 = 36_525;
