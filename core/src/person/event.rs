//! Events of a person. Fields are in canonical order; see `journal`.

use super::{Attributed, Exception, Outcome};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::notice::Right;
use crate::types::{Commitment, EventId, Localized, OrganisationId, SubjectRequestId, Timestamp};

tagged! {
    /// The events of the person block, all in streams `person/ID`.
    pub enum Event {
        /// A person was erased from the vault: everywhere, or only what one organisation held.
        "person.erased" PersonErased {
            /// The kept texts with attribution, each with the place of its sealed link in the vault.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub attributed: Vec<Attributed>,
            /// The texts about the person that a law requires to be kept.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub kept: Vec<Commitment>,
            /// Whether the pseudonym link remains, because other organisations have dealings with the person.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub link_kept: bool,
            /// The organisation on whose behalf the person was erased.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// The reason: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read in other streams.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A data subject request was made.
        "subject_request.made" SubjectRequestMade {
            /// Whether the controller recorded it, having received it in another way.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub noted: bool,
            /// The controller.
            pub organisation_id: OrganisationId,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// The id of the request.
            pub request: SubjectRequestId,
            /// Whether a representative made it.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub represented: bool,
            /// The right that is exercised.
            pub right: Right,
            /// The request in the person's words: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Commitment>,
        }

        /// The controller extended the time by two months.
        "subject_request.extended" SubjectRequestExtended {
            /// The reason: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// The request.
            pub request: SubjectRequestId,
        }

        /// The controller answered.
        "subject_request.answered" SubjectRequestAnswered {
            /// The outcome.
            pub outcome: Outcome,
            /// The reason: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// The request.
            pub request: SubjectRequestId,
        }

        /// The controller lifted a restriction of processing.
        "processing_restriction.lifted" ProcessingRestrictionLifted {
            /// The reason: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// The request on which it was granted.
            pub request: SubjectRequestId,
        }

        /// A text about the person was rectified.
        "text.rectified" TextRectified {
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// A commitment to the new text.
            pub replaced_by: Commitment,
            /// The request; none if the author rectified the text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub request: Option<SubjectRequestId>,
            /// The text.
            pub text: Commitment,
        }

        /// Replaces, in a replica, an event that must not be disclosed there.
        "person.withheld" PersonWithheld {
            /// The id of the replaced event.
            pub event: EventId,
        }

        /// A text about the person will be kept despite an erasure.
        "text.kept" TextKept {
            /// Whether it is kept with attribution.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub attributed: bool,
            /// The exception that applies.
            pub exception: Exception,
            /// The law that requires it.
            pub law: Localized,
            /// The organisation that keeps it.
            pub organisation_id: OrganisationId,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// The text.
            pub text: Commitment,
            /// When it is no longer kept.
            pub until: Timestamp,
        }

        /// The organisation that keeps a text after an erasure looked up whom it concerns.
        "text.attributed" TextAttributed {
            /// The organisation that keeps it.
            pub organisation_id: OrganisationId,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// The text.
            pub text: Commitment,
        }
    }
}

impl Event {
    /// The id of the event that this one replaces, if it is withheld here.
    pub(crate) const fn withheld(&self) -> Option<EventId> {
        if let Self::PersonWithheld(e) = self { Some(e.event) } else { None }
    }

    /// The data subject request that the event concerns.
    pub(crate) const fn request(&self) -> Option<SubjectRequestId> {
        match self {
            Self::SubjectRequestMade(e) => Some(e.request),
            Self::SubjectRequestExtended(e) => Some(e.request),
            Self::SubjectRequestAnswered(e) => Some(e.request),
            Self::ProcessingRestrictionLifted(e) => Some(e.request),
            Self::TextRectified(e) => e.request,
            Self::PersonErased(_) | Self::TextKept(_) | Self::TextAttributed(_) | Self::PersonWithheld(_) => {
                None
            }
        }
    }

    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::PersonErased(e) => &e.relied_on,
            Self::SubjectRequestMade(e) => &e.relied_on,
            Self::SubjectRequestExtended(e) => &e.relied_on,
            Self::SubjectRequestAnswered(e) => &e.relied_on,
            Self::ProcessingRestrictionLifted(e) => &e.relied_on,
            Self::TextRectified(e) => &e.relied_on,
            Self::TextKept(e) => &e.relied_on,
            Self::TextAttributed(e) => &e.relied_on,
            Self::PersonWithheld(_) => &[],
        }
    }
}
