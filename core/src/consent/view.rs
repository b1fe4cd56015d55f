//! Views of consents and notification obligations.

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

/// The number of days within which recipients are notified if the notice sets none: the month of Art. 12(3).
const NOTIFY_WITHIN_DAYS: u32 = 30;

/// The answer to a question about one purpose, with everything that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ConsentView {
    /// Whether the data may be processed for the purpose.
    pub allowed: bool,
    /// The moment that the answer is for.
    pub at: Timestamp,
    /// The lawful basis; absent if nobody has published the purpose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<LawfulBasis>,
    /// Whether consent was given in words or by a signature.
    pub explicit: bool,
    /// The reason, as a sentence.
    pub message: String,
    /// The notice that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<DocumentId>,
    /// The purpose.
    pub purpose: PurposeRef,
    /// The reason, as data.
    pub reason: ConsentReason,
    /// When consent was given in another system, if it was brought over from there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_at: Option<Timestamp>,
    /// The number of the event behind the state, in the data subject's stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<Seq>,
    /// Since when the state applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// The state of the consent or objection.
    pub state: State,
    /// Until when the consent is valid, if it is limited in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// How many uses are left, if uses are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<u32>,
    /// The acts that are possible now.
    pub verbs: Vec<Verb>,
}

/// All consents and objections of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ConsentsView {
    /// By purpose.
    pub consents: Vec<ConsentView>,
    /// The person.
    pub person: PartyName,
    /// The number of the last event of the person's stream.
    pub seq: Seq,
}

/// What a recipient must be notified of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Processing for the purpose has ended.
    Ended,
    /// The data were rectified (Art. 16).
    Rectified,
    /// The data were erased (Art. 17).
    Erased,
    /// Processing was restricted (Art. 18).
    ProcessingRestricted,
}

/// A recipient that must be or was notified (Art. 19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ObligationView {
    /// What the recipient must be notified of.
    pub cause: Cause,
    /// Whether the recipient was not notified in time.
    pub overdue: bool,
    /// The purpose.
    pub purpose: PurposeRef,
    /// The recipient, by its name in the notice.
    pub recipient: Key,
    /// The recipient's name.
    pub recipient_name: ReadText,
    /// The recipient's country.
    pub recipient_country: Country,
    /// Since when the cause exists.
    pub since: Timestamp,
    /// The state of the consent or objection.
    pub state: State,
    /// The data subject.
    pub data_subject: PartyName,
    /// The deadline for the notification.
    pub notify_until: Timestamp,
    /// When the recipient was notified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notified: Option<Timestamp>,
}

/// All notification obligations of a controller, open and met, with renewals and storage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ObligationsView {
    /// By person, purpose and recipient.
    pub obligations: Vec<ObligationView>,
    /// Consents to be renewed because of a newer notice, by person.
    pub renewals: Vec<RenewalView>,
    /// Data kept beyond the storage period of the notice, by person.
    pub storage: Vec<StorageView>,
}

/// A consent that must be requested again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RenewalView {
    /// The data subject.
    pub data_subject: PartyName,
    /// The purpose.
    pub purpose: PurposeRef,
}

/// Whether a state ends processing, so that recipients must be notified.
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

/// What recipients must be notified of at a moment, and since when.
pub(super) fn causes(
    register: &Register,
    person: PersonId,
    held: &Held<'_>,
    at: Timestamp,
) -> Vec<(Cause, Timestamp)> {
    let state = held.step.state_at(at);
    // Without any consent, no recipient has received anything.
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
            Right::ProcessingRestriction => Cause::ProcessingRestricted,
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

/// The recipients of the data that a step concerns.
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
    /// As JSON, with the same bytes in every programming language.
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
                matches!(verb, Verb::Object | Verb::WithdrawObjection | Verb::Uphold | Verb::Overrule);
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

    /// All consents and objections of a person, as of a moment.
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

    /// The notification obligations of a controller, as of a moment.
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
            // Consent to data that have since become special must be requested again too, explicitly.
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
            let days = days.and_then(|(published, _)| published.notice.document().notify_within_days);
            let to_notify = recipients(notices, self, &held).unwrap_or_default();
            for (recipient, (cause, since)) in to_notify
                .into_iter()
                .flat_map(|recipient| causes.iter().map(move |cause| (recipient, *cause)))
            {
                let notify_until = since.plus_days(days.unwrap_or(NOTIFY_WITHIN_DAYS));
                let told = self.told(person, held.purpose, &recipient.id, since);
                view.obligations.push(ObligationView {
                    cause,
                    since,
                    overdue: told.map_or(at > notify_until, |told| told > notify_until),
                    purpose: held.purpose.clone(),
                    recipient: recipient.id.clone(),
                    recipient_name: recipient.name.read(&language, &language).into(),
                    recipient_country: recipient.country,
                    state: held.step.state_at(at),
                    data_subject: names.name(Party::Person(person)),
                    notify_until,
                    notified: told,
                });
            }
        }
        view
    }
}
