//! What people said, as people and programs read it.

use serde::Serialize;

use super::check::{ConsentQuestion, ConsentReason};
use super::register::Held;
use super::storage;
pub use super::storage::StorageView;
use super::{Asked, PurposeRef, Register, State, Step, Verb};
use crate::journal::Seq;
use crate::notice::{LawfulBasis, Notices, Recipient, Right};
use crate::party::{Names, PartyName};
use crate::person::Outcome;
use crate::types::json::Readable;
use crate::types::{Country, DocumentId, Key, Language, OrganisationId, PersonId, ReadText, Timestamp, json};
use crate::vault::Party;

/// Within how many days recipients are told where the notice does not say: the month of Art. 12(3).
const TELL_WITHIN_DAYS: u32 = 30;

/// The answer to a question about one purpose, with all that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ConsentView {
    /// Whether her data may be processed for it.
    pub allowed: bool,
    /// For which moment.
    pub at: Timestamp,
    /// Why it is lawful; absent if nobody has published the purpose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<LawfulBasis>,
    /// Whether she said so in words or by a signature.
    pub explicit: bool,
    /// Why, in a sentence.
    pub message: String,
    /// The notice that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<DocumentId>,
    /// The purpose.
    pub purpose: PurposeRef,
    /// Why, for programs.
    pub reason: ConsentReason,
    /// When it was said in another system, where it was brought over from there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_at: Option<Timestamp>,
    /// The number of the event behind the state, in her stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<Seq>,
    /// Since when it is so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// What became of her will.
    pub state: State,
    /// Until when her consent holds, if it is bound to a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// How many uses are left, if they are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<u32>,
    /// What can be done about it now.
    pub verbs: Vec<Verb>,
}

/// Everything that a person said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ConsentsView {
    /// By purpose.
    pub consents: Vec<ConsentView>,
    /// Who.
    pub person: PartyName,
    /// The version of her stream.
    pub seq: Seq,
}

/// Of what a recipient has to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Processing for the purpose has ended.
    Ended,
    /// Her data were put right (Art. 16).
    Rectified,
    /// Her data were erased (Art. 17).
    Erased,
    /// Her data are only to be stored (Art. 18).
    Restricted,
}

/// A recipient that has to be told of something (Art. 19), or was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ObligationView {
    /// Of what.
    pub cause: Cause,
    /// Whether it was not told in time.
    pub overdue: bool,
    /// The purpose.
    pub purpose: PurposeRef,
    /// The recipient, by its name in the notice.
    pub recipient: Key,
    /// What it is called.
    pub recipient_name: ReadText,
    /// Where it is.
    pub recipient_country: Country,
    /// Since when it is so.
    pub since: Timestamp,
    /// What became of her will.
    pub state: State,
    /// Whose data.
    pub data_subject: PartyName,
    /// Until when it has to be told.
    pub tell_until: Timestamp,
    /// When it was notified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notified: Option<Timestamp>,
}

/// Everything that a controller has to tell, or told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ObligationsView {
    /// By person, purpose and recipient.
    pub obligations: Vec<ObligationView>,
    /// Consents that a newer notice asks for again, by person.
    pub renewals: Vec<RenewalView>,
    /// Data that are past the time for which the notice lets them be stored, by person.
    pub storage: Vec<StorageView>,
}

/// A consent that has to be asked for again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RenewalView {
    /// Whose.
    pub data_subject: PartyName,
    /// The purpose.
    pub purpose: PurposeRef,
}

/// Whether a step ended something, so that recipients have to be told.
pub(super) const fn has_ended(state: State) -> bool {
    matches!(
        state,
        State::Withdrawn
            | State::Revoked
            | State::Invalidated
            | State::Expired
            | State::Refused
            | State::ObjectionUpheld
    )
}

/// Of what recipients have to be told at a moment, and since when.
pub(super) fn causes(
    register: &Register,
    person: PersonId,
    held: &Held<'_>,
    at: Timestamp,
) -> Vec<(Cause, Timestamp)> {
    let state = held.step.state_at(at);
    // Where she never agreed to it, nobody has received anything.
    if matches!(state, State::Unknown | State::Requested | State::Deferred | State::Refused)
        && !register.ever_consented(person, held.purpose)
    {
        return Vec::new();
    }
    let mut causes = Vec::new();
    if has_ended(state) {
        let ended = if state == held.step.state() { held.step.from } else { held.step.until.min(at) };
        causes.push((Cause::Ended, ended));
    }
    let Some(extra) = register.extra(person) else { return causes };
    for request in extra.requests() {
        let Some((answered, Outcome::Fulfilled)) = request.answered else { continue };
        let cause = match request.right {
            Right::Rectification => Cause::Rectified,
            Right::Erasure => Cause::Erased,
            Right::Restriction => Cause::Restricted,
            _ => continue,
        };
        if request.organisation_id == held.purpose.organisation_id && answered <= at {
            causes.push((cause, answered));
        }
    }
    if let Some(erased) = extra.erased_by(held.purpose.organisation_id, |erased| erased <= at) {
        causes.push((Cause::Erased, erased));
    }
    causes
}

/// Who received the data that a step was about.
pub(super) fn recipients<'n>(
    notices: &'n Notices,
    register: &Register,
    held: &Held<'_>,
) -> Option<Vec<&'n Recipient>> {
    let read = register.notice_of(held.step).and_then(|id| notices.by_id(id));
    let published = match read {
        Some(published) => published,
        None => notices.purpose(&held.purpose.purpose)?.0,
    };
    let purpose = published.notice.purpose(&held.purpose.purpose)?;
    Some(published.notice.recipients(purpose).collect())
}

impl ConsentView {
    /// In JSON: the same bytes in every language.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::text(self)
    }
}

impl Register {
    /// The answer for one purpose.
    pub fn view(&self, person: PersonId, purpose: &PurposeRef, asked: Asked) -> ConsentView {
        let verdict = self.check(&ConsentQuestion { data_subject_id: person, purpose, asked });
        let extra = self.extra(person);
        let (step, state) = match self.place_of(purpose) {
            Some(place) => self.stands((person, extra), place, asked),
            None => (None, State::Unknown),
        };
        let since = step.map(|step| self.since(extra, step, state));
        let basis = self.offer(purpose).map(|offer| offer.basis);
        let marketing = self.offer(purpose).is_some_and(|offer| offer.is_marketing);
        let consent = step.filter(|step| step.state().is_consent());
        let goes = |verb: &Verb| {
            let objects =
                matches!(verb, Verb::Object | Verb::WithdrawsObjection | Verb::Uphold | Verb::Overrule);
            match basis {
                Some(LawfulBasis::Consent) => !objects,
                Some(LawfulBasis::PublicTask | LawfulBasis::LegitimateInterest) => objects,
                Some(LawfulBasis::Contract | LawfulBasis::LegalObligation | LawfulBasis::VitalInterest) => {
                    objects && marketing
                }
                None => false,
            }
        };
        ConsentView {
            allowed: verdict.allowed,
            at: asked.at(),
            basis,
            explicit: consent.is_some_and(Step::explicit),
            message: verdict.reason.sentence(),
            notice: step.and_then(|step| self.notice_of(step)),
            purpose: purpose.clone(),
            reason: verdict.reason,
            said_at: consent.and_then(|step| self.brought(extra, step)),
            seq: since.map(|(_, seq)| Seq(u64::from(seq))),
            since: since.map(|(from, _)| from),
            state,
            until: consent.map(|step| step.until).filter(|until| *until < Timestamp::MAX),
            uses: consent.and_then(Step::uses),
            verbs: state.verbs().into_iter().filter(goes).collect(),
        }
    }

    /// Everything that a person said, as it stands at a moment.
    pub(crate) fn views(
        &self,
        person: PersonId,
        asked: Asked,
        version: Seq,
        names: &Names<'_>,
    ) -> ConsentsView {
        let consents =
            self.held_by(person).iter().map(|held| self.view(person, held.purpose, asked)).collect();
        ConsentsView { consents, person: names.name(Party::Person(person)), seq: version }
    }

    /// What a controller has to tell whom, at a moment.
    pub(crate) fn obligations(
        &self,
        organisation: OrganisationId,
        notices: &Notices,
        at: Timestamp,
        language: Language,
        names: &Names<'_>,
    ) -> ObligationsView {
        let mut view = ObligationsView { obligations: Vec::new(), renewals: Vec::new(), storage: Vec::new() };
        for (person, held) in self.of_controller(organisation) {
            let asked = Asked::Now(at);
            let question = ConsentQuestion { data_subject_id: person, purpose: held.purpose, asked };
            // What has become special since has to be asked about again as well, and explicitly.
            let reason = self.check(&question).reason;
            if matches!(reason, ConsentReason::RenewalDue {} | ConsentReason::NotExplicit {}) {
                let (purpose, subject) = (held.purpose.clone(), names.name(Party::Person(person)));
                view.renewals.push(RenewalView { purpose, data_subject: subject });
            }
            if let Some((since, until)) = storage::past(self, person, &held, notices, at) {
                let (purpose, subject) = (held.purpose.clone(), names.name(Party::Person(person)));
                let state = held.step.state_at(at);
                view.storage.push(StorageView { purpose, state, data_subject: subject, since, until });
            }
            let causes = causes(self, person, &held, at);
            if causes.is_empty() {
                continue;
            }
            let days = notices.purpose(&held.purpose.purpose);
            let days = days.and_then(|(published, _)| published.notice.document().tell_within_days);
            let to_tell = recipients(notices, self, &held).unwrap_or_default();
            for (recipient, (cause, since)) in
                to_tell.into_iter().flat_map(|recipient| causes.iter().map(move |cause| (recipient, *cause)))
            {
                let tell_until = since.plus_days(days.unwrap_or(TELL_WITHIN_DAYS));
                let told = self.told(person, held.purpose, &recipient.id, since);
                view.obligations.push(ObligationView {
                    cause,
                    since,
                    overdue: told.map_or(at > tell_until, |told| told > tell_until),
                    purpose: held.purpose.clone(),
                    recipient: recipient.id.clone(),
                    recipient_name: recipient.name.read(&language, &language).into(),
                    recipient_country: recipient.country,
                    state: held.step.state_at(at),
                    data_subject: names.name(Party::Person(person)),
                    tell_until,
                    notified: told,
                });
            }
        }
        view
    }
}
