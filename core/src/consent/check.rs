//! The question: may somebody's data be processed for a purpose at a moment, and why?

use serde::Serialize;

use super::register::{Extra, Offer};
use super::{PurposeRef, Register, State};
use crate::journal::Version;
use crate::notice::LawfulBasis;
use crate::person::RightRequest;
use crate::problem::Code;
use crate::types::{OrganisationId, PersonId, Timestamp};

/// May this person's data be processed for this purpose at this moment?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsentQuestion<'a> {
    /// Whose data.
    pub subject: PersonId,
    /// For what.
    pub purpose: &'a PurposeRef,
    /// When.
    pub at: Timestamp,
}

/// Why, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConsentReason {
    /// A consent holds.
    Consent {
        /// The number of its event in her stream.
        seq: Version,
        /// Whether it was given for a purpose that contains this one.
        within: bool,
    },
    /// Another basis holds, and she has no objection that stands.
    Basis(LawfulBasis),
    /// Nobody has published such a purpose.
    PurposeUnknown {},
    /// No notice with it is in force at that moment.
    NotInForce {},
    /// What she said, or did not say, is no consent.
    NoConsent(State),
    /// Her consent came to an end.
    Ended {
        /// When; absent where its uses were used up.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<Timestamp>,
    },
    /// A newer notice asks for her consent again.
    RenewalDue {},
    /// She was a child then and consented alone.
    Child {
        /// The age from which on she could.
        age: u8,
    },
    /// She objects.
    Objected(State),
    /// The controller granted her that her data are only stored (Art. 18).
    Restricted {},
    /// She was erased.
    Erased {},
    /// The record cannot be read.
    Unreadable {},
}

impl ConsentReason {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Consent { .. } => Code::ReasonConsent,
            Self::Basis(_) => Code::ReasonBasis,
            Self::PurposeUnknown {} => Code::ReasonPurposeUnknown,
            Self::NotInForce {} => Code::ReasonNotInForce,
            Self::NoConsent(_) => Code::ReasonNoConsent,
            Self::Ended { .. } => Code::ReasonConsentEnded,
            Self::RenewalDue {} => Code::ReasonRenewalDue,
            Self::Child { .. } => Code::ReasonChild,
            Self::Objected(_) => Code::ReasonObjected,
            Self::Restricted {} => Code::ReasonProcessingRestricted,
            Self::Erased {} => Code::ReasonErased,
            Self::Unreadable {} => Code::ReasonUnreadable,
        }
    }

    /// What it says, for people.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Consent { within: false, .. } => "This person consented.".into(),
            Self::Consent { within: true, .. } => {
                "This person consented to a purpose that contains this one.".into()
            }
            Self::Basis(basis) => format!("It rests on {basis}, and this person has not objected."),
            Self::PurposeUnknown {} => "Nobody has published this purpose.".into(),
            Self::NotInForce {} => "No notice with this purpose is in force then.".into(),
            Self::NoConsent(State::Unknown) => "This person has not consented.".into(),
            Self::NoConsent(state) => format!("The consent of this person is {state}."),
            Self::Ended { at: Some(at) } => format!("The consent of this person ended on {at}."),
            Self::Ended { at: None } => "The consent of this person was used up.".into(),
            Self::RenewalDue {} => "A newer notice asks this person to consent again.".into(),
            Self::Child { age } => format!("This person consented alone before the age of {age}."),
            Self::Objected(state) => format!("Processing for this purpose is {state}."),
            Self::Restricted {} => "The use of this person's data is restricted.".into(),
            Self::Erased {} => "This person was erased.".into(),
            Self::Unreadable {} => "What this person said cannot be read.".into(),
        }
    }
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[must_use = "a verdict that nobody reads protects nobody"]
pub struct ConsentVerdict {
    /// Yes or no.
    pub allowed: bool,
    /// Why.
    pub reason: ConsentReason,
}

impl ConsentVerdict {
    const fn no(reason: ConsentReason) -> Self {
        Self { allowed: false, reason }
    }

    /// The record cannot be read, and what cannot be read is no consent.
    pub(crate) const UNREADABLE: Self = Self::no(ConsentReason::Unreadable {});
}

impl Register {
    /// Answers a question; a few look-ups and no allocation.
    pub(crate) fn check(&self, question: &ConsentQuestion<'_>) -> ConsentVerdict {
        let ConsentQuestion { subject, purpose, at } = *question;
        let Some(mut place) = self.place_of(purpose) else {
            return ConsentVerdict::no(ConsentReason::PurposeUnknown {});
        };
        let mut own: Option<ConsentReason> = None;
        // Notices see to it that no purpose lies within itself; what is read from a store may not keep to that.
        for _ in 0..=self.purposes() {
            let Some((named, offer)) = self.offer_at(place) else { break };
            match self.check_one(subject, place, (named.organisation, offer), at, own.is_some()) {
                Ok(reason) => return ConsentVerdict { allowed: true, reason },
                Err(reason) => {
                    let own = *own.get_or_insert(reason);
                    match offer.within {
                        Some(above) => place = above,
                        None => return ConsentVerdict::no(own),
                    }
                }
            }
        }
        ConsentVerdict::no(own.unwrap_or(ConsentReason::PurposeUnknown {}))
    }

    fn check_one(
        &self,
        subject: PersonId,
        place: u32,
        (controller, offer): (OrganisationId, &Offer),
        at: Timestamp,
        within: bool,
    ) -> Result<ConsentReason, ConsentReason> {
        if !offer.is_in_force(at) {
            return Err(ConsentReason::NotInForce {});
        }
        let extra = self.extra(subject);
        if extra.and_then(Extra::erased).is_some_and(|erased| erased <= at) {
            return Err(ConsentReason::Erased {});
        }
        let restricts =
            |request: &RightRequest| request.organisation == controller && request.restricted_at(at);
        if extra.is_some_and(|extra| extra.requests().iter().any(restricts)) {
            return Err(ConsentReason::Restricted {});
        }
        let step = self.step_at(subject, place, at);
        let state = step.map_or(State::Unknown, |step| step.state_at(at));
        if offer.basis != LawfulBasis::Consent {
            return match state.is_objection() {
                true => Err(ConsentReason::Objected(state)),
                false => Ok(ConsentReason::Basis(offer.basis)),
            };
        }
        let Some(step) = step else { return Err(ConsentReason::NoConsent(State::Unknown)) };
        // What this controller erased, whatever others hold; she may consent to it anew.
        let gone = extra.and_then(|extra| extra.erased_by(controller)).filter(|erased| *erased <= at);
        if gone.is_some_and(|erased| step.from <= erased) {
            return Err(ConsentReason::Erased {});
        }
        if !state.is_consent() {
            let ended = state == State::Expired && step.state().is_consent();
            let until = Some(step.until).filter(|until| *until <= at);
            return Err(if ended {
                ConsentReason::Ended { at: until }
            } else {
                ConsentReason::NoConsent(state)
            });
        }
        if offer.asks_renewal(step.from, at) {
            return Err(ConsentReason::RenewalDue {});
        }
        if let Some(born) = extra.and_then(|extra| extra.born).filter(|_| step.alone()) {
            let age = offer.age(at);
            if born.years_until(at.date()) < age {
                return Err(ConsentReason::Child { age });
            }
        }
        Ok(ConsentReason::Consent { seq: Version(u64::from(step.seq)), within })
    }
}
