//! Events of consent and objection. Fields are in canonical order; see `journal`.

use serde::Serialize;

use super::{Expressed, Extent, Indication, RepresentativeKind, Validity};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::json::Readable;
use crate::types::{
    Commitment, DocumentId, EventId, Key, Language, OrganisationId, PersonId, RequirementId, Timestamp,
};

/// How an official learnt of a refusal, a withdrawal or an objection, on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NotedRef {
    /// What the official saw: a commitment to its SHA-256 in the vault.
    pub evidence: Commitment,
    /// How it was expressed.
    pub method: Indication,
    /// When it was received, if that was earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Timestamp>,
}

tagged! {
    /// The events of the consent block, all in streams `consent/ID`.
    pub enum Event {
        /// Consent was requested.
        "consent.requested" ConsentRequested {
            /// The notice that accompanied the request.
            pub notice: DocumentId,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
        }

        /// The data subject will decide later.
        "consent.deferred" ConsentDeferred {
            /// Who expressed it.
            pub by: Expressed,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Consent was given.
        "consent.given" ConsentGiven {
            /// Who expressed it.
            pub by: Expressed,
            /// The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
            /// guessed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// Whether consent was given in words or by a signature.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub explicit: bool,
            /// The language in which the notice was read.
            pub language: Language,
            /// How it was expressed.
            pub method: Indication,
            /// The notice that was read.
            pub notice: DocumentId,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// When consent was given elsewhere, according to the official who brought it over.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub said_at: Option<Timestamp>,
            /// How long the consent is valid.
            pub valid: Validity,
        }

        /// Consent was renewed.
        "consent.renewed" ConsentRenewed {
            /// Who expressed it.
            pub by: Expressed,
            /// The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
            /// guessed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// Whether consent was given in words or by a signature.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub explicit: bool,
            /// The language in which the notice was read.
            pub language: Language,
            /// How it was expressed.
            pub method: Indication,
            /// The notice that was read.
            pub notice: DocumentId,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// How long the consent is valid.
            pub valid: Validity,
        }

        /// Consent was refused.
        "consent.refused" ConsentRefused {
            /// Who expressed it.
            pub by: Expressed,
            /// How an official learnt of it, if one recorded it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub noted: Option<NotedRef>,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// Consent was withdrawn.
        "consent.withdrawn" ConsentWithdrawn {
            /// Who expressed it.
            pub by: Expressed,
            /// How an official learnt of it, if one recorded it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub noted: Option<NotedRef>,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// The controller ended a consent.
        "consent.revoked" ConsentRevoked {
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// The reason: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
        }

        /// The event that ends a consent has occurred.
        "consent.expired" ConsentExpired {
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// The event.
            pub until_event: Key,
        }

        /// One use of a consent was recorded.
        "consent.used" ConsentUsed {
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// The requirement for which the use was set aside.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub requirement: Option<RequirementId>,
        }

        /// An authority found a consent invalid.
        "consent.invalidated" ConsentInvalidated {
            /// What the authority decided: a commitment to a text in the vault.
            pub decision: Commitment,
            /// The decision: a commitment to its SHA-256 in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// From when on the consent was invalid.
            pub from: Timestamp,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// The consents that began before this were invalid; if absent, only the one that was valid at `from`, or
            /// the first that began after it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// An objection was raised.
        "objection.raised" ObjectionRaised {
            /// Who expressed it.
            pub by: Expressed,
            /// The data subject's grounds: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub grounds: Option<Commitment>,
            /// How an official learnt of it, if one recorded it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub noted: Option<NotedRef>,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// An objection was withdrawn.
        "objection.withdrawn" ObjectionWithdrawn {
            /// Who expressed it.
            pub by: Expressed,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
        }

        /// An objection was decided.
        "objection.decided" ObjectionDecided {
            /// The grounds that override the objection, if any: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub grounds: Option<Commitment>,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
        }

        /// An erased person who had objected has come back: the objection resumes as it was. No command makes this
        /// event; the library does, when it meets the person's host id again.
        "objection.resumed" ObjectionResumed {
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// Whether the controller had upheld it; otherwise it was undecided.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub upheld: bool,
        }

        /// A recipient was notified that processing must end.
        "recipient.notified" RecipientNotified {
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// The recipient, by its name in the notice.
            pub recipient: Key,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
        }

        /// Replaces, in a replica, an event that must not be disclosed there.
        "consent.withheld" ConsentWithheld {
            /// The id of the replaced event.
            pub event: EventId,
        }

        /// A date of birth was recorded.
        "date_of_birth.recorded" DateOfBirthRecorded {
            /// The date: a commitment to a text in the vault.
            pub date_of_birth: Commitment,
            /// The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
            /// guessed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// The public administration on whose behalf an official recorded it; none if the data subject gave it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A representative was appointed.
        "representative.appointed" RepresentativeAppointed {
            /// The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
            /// guessed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// When the appointment begins; now, if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Timestamp>,
            /// The capacity of the representative.
            pub kind: RepresentativeKind,
            /// The public administration on whose behalf an official recorded it; none if the data subject chose the
            /// representative.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The representative.
            pub representative_id: PersonId,
            /// What the appointment is for.
            pub scope: Extent,
            /// When the appointment ends.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// A representative was dismissed.
        "representative.dismissed" RepresentativeDismissed {
            /// The evidence: a commitment to its SHA-256 in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// The public administration on whose behalf an official recorded it; none if the data subject or the
            /// representative ended it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The representative.
            pub representative_id: PersonId,
        }

        /// Representatives disagreed about a purpose, and a public administration settled it: their earlier refusals no
        /// longer prevent consent.
        "disagreement.settled" DisagreementSettled {
            /// The decision: a commitment to its SHA-256 in the vault.
            pub evidence: Commitment,
            /// The public administration on whose behalf an official recorded it.
            pub official_organisation_id: OrganisationId,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
        }
    }
}

impl Event {
    /// The id of the event that this one replaces, if it is withheld here.
    pub(crate) const fn withheld(&self) -> Option<EventId> {
        if let Self::ConsentWithheld(e) = self { Some(e.event) } else { None }
    }

    /// Whether it can end what rests on the data subject's will.
    pub(crate) const fn ends(&self) -> bool {
        match self {
            Self::ConsentRefused(_)
            | Self::ConsentWithdrawn(_)
            | Self::ConsentRevoked(_)
            | Self::ConsentExpired(_)
            | Self::ConsentUsed(_)
            | Self::ConsentInvalidated(_)
            | Self::ObjectionRaised(_)
            | Self::ObjectionResumed(_)
            | Self::ObjectionDecided(_) => true,
            Self::ConsentRequested(_)
            | Self::ConsentDeferred(_)
            | Self::ConsentGiven(_)
            | Self::ConsentRenewed(_)
            | Self::ObjectionWithdrawn(_)
            | Self::RecipientNotified(_)
            | Self::DateOfBirthRecorded(_)
            | Self::RepresentativeAppointed(_)
            | Self::RepresentativeDismissed(_)
            | Self::DisagreementSettled(_)
            | Self::ConsentWithheld(_) => false,
        }
    }

    /// The controller to which the data subject or a representative expressed something; `None` for what a controller
    /// does or records on its own, which shows no dealing of the data subject with it.
    pub(crate) fn said_to(&self) -> Option<OrganisationId> {
        match self {
            Self::ConsentDeferred(_)
            | Self::ConsentGiven(_)
            | Self::ConsentRenewed(_)
            | Self::ConsentRefused(_)
            | Self::ConsentWithdrawn(_)
            | Self::ObjectionRaised(_)
            | Self::ObjectionWithdrawn(_) => self.purpose().map(|(controller, _)| controller),
            Self::ConsentRequested(_)
            | Self::ConsentRevoked(_)
            | Self::ConsentExpired(_)
            | Self::ConsentUsed(_)
            | Self::ConsentInvalidated(_)
            | Self::ObjectionResumed(_)
            | Self::ObjectionDecided(_)
            | Self::RecipientNotified(_)
            | Self::ConsentWithheld(_)
            | Self::DateOfBirthRecorded(_)
            | Self::RepresentativeAppointed(_)
            | Self::RepresentativeDismissed(_)
            | Self::DisagreementSettled(_) => None,
        }
    }

    /// Who expressed it, if it expresses somebody's will about a purpose.
    pub(crate) const fn by(&self) -> Option<Expressed> {
        match self {
            Self::ConsentDeferred(e) => Some(e.by),
            Self::ConsentGiven(e) => Some(e.by),
            Self::ConsentRenewed(e) => Some(e.by),
            Self::ConsentRefused(e) => Some(e.by),
            Self::ConsentWithdrawn(e) => Some(e.by),
            Self::ObjectionRaised(e) => Some(e.by),
            Self::ObjectionWithdrawn(e) => Some(e.by),
            Self::ConsentRequested(_)
            | Self::ConsentRevoked(_)
            | Self::ConsentExpired(_)
            | Self::ConsentUsed(_)
            | Self::ConsentInvalidated(_)
            | Self::ObjectionResumed(_)
            | Self::ObjectionDecided(_)
            | Self::RecipientNotified(_)
            | Self::ConsentWithheld(_)
            | Self::DateOfBirthRecorded(_)
            | Self::RepresentativeAppointed(_)
            | Self::RepresentativeDismissed(_)
            | Self::DisagreementSettled(_) => None,
        }
    }

    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::ConsentRequested(e) => &e.relied_on,
            Self::ConsentGiven(e) => &e.relied_on,
            Self::ConsentRenewed(e) => &e.relied_on,
            Self::ConsentRevoked(e) => &e.relied_on,
            Self::ConsentExpired(e) => &e.relied_on,
            Self::ConsentUsed(e) => &e.relied_on,
            Self::ConsentInvalidated(e) => &e.relied_on,
            Self::ObjectionDecided(e) => &e.relied_on,
            Self::RecipientNotified(e) => &e.relied_on,
            Self::DateOfBirthRecorded(e) => &e.relied_on,
            Self::RepresentativeAppointed(e) => &e.relied_on,
            Self::RepresentativeDismissed(e) => &e.relied_on,
            Self::DisagreementSettled(e) => &e.relied_on,
            Self::ConsentDeferred(_)
            | Self::ConsentRefused(_)
            | Self::ConsentWithdrawn(_)
            | Self::ObjectionRaised(_)
            | Self::ObjectionResumed(_)
            | Self::ObjectionWithdrawn(_)
            | Self::ConsentWithheld(_) => &[],
        }
    }

    /// The notice that the event names.
    pub(crate) const fn notice(&self) -> Option<DocumentId> {
        match self {
            Self::ConsentRequested(e) => Some(e.notice),
            Self::ConsentGiven(e) => Some(e.notice),
            Self::ConsentRenewed(e) => Some(e.notice),
            Self::ConsentDeferred(_)
            | Self::ConsentRefused(_)
            | Self::ConsentWithdrawn(_)
            | Self::ConsentRevoked(_)
            | Self::ConsentExpired(_)
            | Self::ConsentUsed(_)
            | Self::ConsentInvalidated(_)
            | Self::ConsentWithheld(_)
            | Self::ObjectionRaised(_)
            | Self::ObjectionResumed(_)
            | Self::ObjectionWithdrawn(_)
            | Self::ObjectionDecided(_)
            | Self::RecipientNotified(_)
            | Self::DateOfBirthRecorded(_)
            | Self::RepresentativeAppointed(_)
            | Self::RepresentativeDismissed(_)
            | Self::DisagreementSettled(_) => None,
        }
    }

    /// The controller and the purpose that the event concerns.
    #[must_use]
    pub const fn purpose(&self) -> Option<(OrganisationId, &Key)> {
        match self {
            Self::ConsentRequested(e) => Some((e.organisation_id, &e.purpose)),
            Self::ConsentDeferred(e) => Some((e.organisation_id, &e.purpose)),
            Self::ConsentGiven(e) => Some((e.organisation_id, &e.purpose)),
            Self::ConsentRenewed(e) => Some((e.organisation_id, &e.purpose)),
            Self::ConsentRefused(e) => Some((e.organisation_id, &e.purpose)),
            Self::ConsentWithdrawn(e) => Some((e.organisation_id, &e.purpose)),
            Self::ConsentRevoked(e) => Some((e.organisation_id, &e.purpose)),
            Self::ConsentExpired(e) => Some((e.organisation_id, &e.purpose)),
            Self::ConsentUsed(e) => Some((e.organisation_id, &e.purpose)),
            Self::ConsentInvalidated(e) => Some((e.organisation_id, &e.purpose)),
            Self::ObjectionRaised(e) => Some((e.organisation_id, &e.purpose)),
            Self::ObjectionResumed(e) => Some((e.organisation_id, &e.purpose)),
            Self::ObjectionWithdrawn(e) => Some((e.organisation_id, &e.purpose)),
            Self::ObjectionDecided(e) => Some((e.organisation_id, &e.purpose)),
            Self::RecipientNotified(e) => Some((e.organisation_id, &e.purpose)),
            Self::DisagreementSettled(e) => Some((e.organisation_id, &e.purpose)),
            Self::DateOfBirthRecorded(_)
            | Self::ConsentWithheld(_)
            | Self::RepresentativeAppointed(_)
            | Self::RepresentativeDismissed(_) => None,
        }
    }
}
