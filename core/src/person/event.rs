//! What happens to a person. Fields stand in canonical order; see `journal`.

use super::{Attributed, Exception, Outcome};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::notice::Right;
use crate::types::{Commitment, EventId, Localized, OrganisationId, SubjectRequestId, Timestamp};

tagged! {
    /// The events of the person block, all in streams `person/ID`.
    pub enum Event {
        /// The person was erased from the vault: everywhere, or what one organisation held.
        "person.erased" PersonErased {
            /// The texts of these that are kept attributably, each with where the vault has whose it is.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub attributed: Vec<Attributed>,
            /// The texts about her that a law wants kept.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub kept: Vec<Commitment>,
            /// The organisation that did it for her.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub organisation_id: Option<OrganisationId>,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// Whether she is still known by the host's id, since others have to do with her.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub tied: bool,
        }

        /// She asks for something.
        "subject_request.made" SubjectRequestMade {
            /// Whether the controller noted it, as it came to it by another way.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub noted: bool,
            /// Of whom.
            pub organisation_id: OrganisationId,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// Its id.
            pub request: SubjectRequestId,
            /// Whether somebody who speaks for her made it.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub represented: bool,
            /// What.
            pub right: Right,
            /// In her words: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Commitment>,
        }

        /// The controller takes two months more.
        "subject_request.extended" SubjectRequestExtended {
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// The request.
            pub request: SubjectRequestId,
        }

        /// The controller answered.
        "subject_request.answered" SubjectRequestAnswered {
            /// What became of it.
            pub outcome: Outcome,
            /// Why: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Commitment>,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// The request.
            pub request: SubjectRequestId,
        }

        /// The controller ended a restriction.
        "processing_restriction.lifted" ProcessingRestrictionLifted {
            /// Why: a commitment to a text in the vault.
            pub reason: Commitment,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// The request that it was granted on.
            pub request: SubjectRequestId,
        }

        /// A text about her was put right.
        "text.rectified" TextRectified {
            /// A commitment to what stands there now.
            pub now: Commitment,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// The request; none where whoever wrote it put it right.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub request: Option<SubjectRequestId>,
            /// Which text.
            pub text: Commitment,
        }

        /// Stands in a replica in the place of an event that is nobody's business here.
        "person.withheld" PersonWithheld {
            /// The id of that event.
            pub event: EventId,
        }

        /// A text about her is kept when she is erased.
        "text.kept" TextKept {
            /// Whether it stays known whose it is.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub attributed: bool,
            /// Which of the exceptions it is.
            pub exception: Exception,
            /// Which law.
            pub law: Localized,
            /// By whom.
            pub organisation_id: OrganisationId,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// Which text.
            pub text: Commitment,
            /// Until when.
            pub until: Timestamp,
        }

        /// The organisation that keeps a text of somebody who was erased looks whose it is.
        "text.attributed" TextAttributed {
            /// By whom it is kept.
            pub organisation_id: OrganisationId,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// Which text.
            pub text: Commitment,
        }
    }
}

impl Event {
    /// The event that it stands in the place of, if it is withheld here.
    pub(crate) const fn withheld(&self) -> Option<EventId> {
        if let Self::PersonWithheld(e) = self { Some(e.event) } else { None }
    }

    /// The request of hers that it answers.
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
