//! What happens to somebody's will. Fields stand in canonical order; see `journal`.

use super::{Expressed, Extent, Indication, RepresentativeKind, Validity};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::{
    Commitment, DocumentId, EventId, Key, Language, OrganisationId, PersonId, RequirementId, Timestamp,
};

tagged! {
    /// The events of the consent block, all in streams `consent/ID`.
    pub enum Event {
        /// She was asked.
        "consent.requested" ConsentRequested {
            /// The notice that went with it.
            pub notice: DocumentId,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
        }

        /// She will decide later.
        "consent.deferred" ConsentDeferred {
            /// Who said so.
            pub by: Expressed,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
        }

        /// She consented.
        "consent.given" ConsentGiven {
            /// Who said so.
            pub by: Expressed,
            /// What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// Whether she said so in words or by a signature.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub explicit: bool,
            /// The language in which the notice was read.
            pub language: Language,
            /// How it was said.
            pub method: Indication,
            /// The notice that was read.
            pub notice: DocumentId,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// When she gave it elsewhere, as the official says who brought it over from there.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub said_at: Option<Timestamp>,
            /// For how long.
            pub valid: Validity,
        }

        /// She consented again.
        "consent.renewed" ConsentRenewed {
            /// Who said so.
            pub by: Expressed,
            /// What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// Whether she said so in words or by a signature.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub explicit: bool,
            /// The language in which the notice was read.
            pub language: Language,
            /// How it was said.
            pub method: Indication,
            /// The notice that was read.
            pub notice: DocumentId,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// For how long.
            pub valid: Validity,
        }

        /// She said no.
        "consent.refused" ConsentRefused {
            /// Who said so.
            pub by: Expressed,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
        }

        /// She took her consent back.
        "consent.withdrawn" ConsentWithdrawn {
            /// Who said so.
            pub by: Expressed,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
        }

        /// The controller ended her consent.
        "consent.revoked" ConsentRevoked {
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
        }

        /// What her consent was tied to has come.
        "consent.expired" ConsentExpired {
            /// What has come.
            pub event: Key,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
        }

        /// Her consent was used up once.
        "consent.used" ConsentUsed {
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// The gate that the use was set aside for.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub requirement: Option<RequirementId>,
        }

        /// An authority found her consent invalid.
        "consent.invalidated" ConsentInvalidated {
            /// What it decided: a commitment to a text in the vault.
            pub decision: Commitment,
            /// The decision: a commitment to its SHA-256 in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// From when on.
            pub from: Timestamp,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// The consents that began before this were invalid; only the one that held at `from`, or began first after it,
            /// if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// She objects.
        "objection.raised" ObjectionRaised {
            /// Who said so.
            pub by: Expressed,
            /// Her grounds: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub grounds: Option<Commitment>,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
        }

        /// She took her objection back.
        "objection.withdrawn" ObjectionWithdrawn {
            /// Who said so.
            pub by: Expressed,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
        }

        /// Her objection was decided.
        "objection.decided" ObjectionDecided {
            /// The grounds that override hers, if there are any: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub grounds: Option<Commitment>,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
        }

        /// Somebody who was erased had objected, and has come back: the objection stands as it stood. Nobody says it, the
        /// library does, when it meets her host's id again.
        "objection.resumed" ObjectionResumed {
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// Whether the controller had accepted it; it was not decided otherwise.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub upheld: bool,
        }

        /// A recipient knows that processing has to end.
        "recipient.notified" RecipientNotified {
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// The recipient, by its name in the notice.
            pub recipient: Key,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
        }

        /// Stands in a replica in the place of an event that is nobody's business here.
        "consent.withheld" ConsentWithheld {
            /// The id of that event.
            pub event: EventId,
        }

        /// Her birthday was recorded.
        "date_of_birth.recorded" DateOfBirthRecorded {
            /// The day: a commitment to a text in the vault.
            pub date_of_birth: Commitment,
            /// What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// The public administration in whose name an official recorded it; none where she said it herself.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// Somebody speaks for her.
        "representative.appointed" RepresentativeAppointed {
            /// What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// From when on; from now on if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Timestamp>,
            /// In which capacity.
            pub kind: RepresentativeKind,
            /// The public administration in whose name an official recorded it; none where she chose it herself.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// Who.
            pub representative_id: PersonId,
            /// About what.
            pub scope: Extent,
            /// Until when.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub until: Option<Timestamp>,
        }

        /// Somebody speaks for her no longer.
        "representative.dismissed" RepresentativeDismissed {
            /// What shows it: a commitment to its SHA-256 in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<Commitment>,
            /// The public administration in whose name an official recorded it; none where she, or who spoke for her, said so.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// Who.
            pub representative_id: PersonId,
        }

        /// Those who speak for her differed about a purpose, and a public administration decided: what they said no longer
        /// stands in each other's way.
        "disagreement.settled" DisagreementSettled {
            /// The decision: a commitment to its SHA-256 in the vault.
            pub evidence: Commitment,
            /// The public administration in whose name an official recorded it.
            pub office: OrganisationId,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// The purpose.
            pub purpose: Key,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
        }
    }
}

impl Event {
    /// The event that it stands in the place of, if it is withheld here.
    pub(crate) const fn withheld(&self) -> Option<EventId> {
        if let Self::ConsentWithheld(e) = self { Some(e.event) } else { None }
    }

    /// Whether it can end what rests on her word.
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

    /// The controller to whom the person, or who speaks for her, said what she wants; `None` for what a controller does or
    /// notes by itself, which shows no dealing of hers.
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

    /// In which capacity it was said, where it is somebody's word about a purpose.
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

    /// The notice that it names.
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

    /// The controller and the purpose that it is about.
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
