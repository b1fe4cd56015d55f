//! Events of mandates. Fields are in canonical order; see `journal`.

use super::{EvidenceRef, MandateTarget, Source, Terms};
use crate::journal::Reliance;
use crate::kernel::tagged;
use crate::types::{Commitment, Key, MandateId, Set, Timestamp};

tagged! {
    /// The events of the mandate block, all in streams `mandate/ID`.
    pub enum Event {
        /// A mandate was granted.
        "mandate.granted" MandateGranted {
            /// The code that the holder must give: a commitment to a text in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acceptance_code: Option<Commitment>,
            /// Whether it waits for the holder's acceptance.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub awaits_holder: bool,
            /// The mandate by which the actor granted it; the principal's own act if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub by_mandate_id: Option<MandateId>,
            /// The evidence.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<EvidenceRef>,
            /// When it expires if nobody accepts it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub expires_at: Option<Timestamp>,
            /// The other streams that the decision read.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The mandate that it replaces once it begins.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub supersedes: Option<MandateId>,
            /// What it says.
            pub terms: Terms,
        }

        /// A mandate was requested by its future holder.
        "mandate.requested" MandateRequested {
            /// The evidence.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<EvidenceRef>,
            /// When the request expires.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub expires_at: Option<Timestamp>,
            /// The other streams that the decision read.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// What it says.
            pub terms: Terms,
        }

        /// A mandate that exists outside the record was registered.
        "mandate.registered" MandateRegistered {
            /// Whether it waits for the holder's acceptance.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub awaits_holder: bool,
            /// The evidence.
            pub evidence: EvidenceRef,
            /// When it expires if nobody accepts it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub expires_at: Option<Timestamp>,
            /// The other streams that the decision read: the event that made the actor an operator.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// Where it comes from.
            pub source: Source,
            /// What it says.
            pub terms: Terms,
        }

        /// A mandate was passed on.
        "mandate.passed_on" MandatePassedOn {
            /// Whether it waits for the holder's acceptance.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub awaits_holder: bool,
            /// The mandate by which the actor passed it on; the parent holder's own act if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub by_mandate_id: Option<MandateId>,
            /// The evidence.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<EvidenceRef>,
            /// When it expires if nobody accepts it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub expires_at: Option<Timestamp>,
            /// The mandate that was passed on.
            pub parent_id: MandateId,
            /// The other streams that the decision read.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// What it says.
            pub terms: Terms,
        }

        /// A mandate was accepted.
        "mandate.accepted" MandateAccepted {
            /// The mandate by which the actor accepted it; the party's own act if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub by_mandate_id: Option<MandateId>,
            /// The other streams that the decision read.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A mandate was refused.
        "mandate.refused" MandateRefused {
            /// The mandate by which the actor refused it; the party's own act if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub by_mandate_id: Option<MandateId>,
            /// The other streams that the decision read.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A mandate was given back.
        "mandate.renounced" MandateRenounced {
            /// The mandate by which the actor renounced it; the holder's own act if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub by_mandate_id: Option<MandateId>,
            /// When it ends.
            pub effective_at: Timestamp,
            /// The evidence.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<EvidenceRef>,
            /// The other streams that the decision read.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A mandate or some of its powers were revoked.
        "mandate.revoked" MandateRevoked {
            /// The mandate by which the actor revoked it; the party's own act if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub by_mandate_id: Option<MandateId>,
            /// When it ends.
            pub effective_at: Timestamp,
            /// The evidence.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub evidence: Option<EvidenceRef>,
            /// The powers that end; all of them if none is named.
            #[serde(default, skip_serializing_if = "Set::is_empty")]
            pub powers: Set<Key>,
            /// The other streams that the decision read.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// Whether it ended because somebody gave a wrong code.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub wrong_code: bool,
        }

        /// A mandate was suspended.
        "mandate.suspended" MandateSuspended {
            /// The mandate by which the actor suspended it; the principal's own act if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub by_mandate_id: Option<MandateId>,
            /// The other streams that the decision read.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A suspended mandate continues.
        "mandate.resumed" MandateResumed {
            /// The mandate by which the actor resumed it; the principal's own act if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub by_mandate_id: Option<MandateId>,
            /// The other streams that the decision read.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
        }

        /// A power was used outside a process.
        "mandate.used" MandateUsed {
            /// The mandate by which the actor acts for the holder; the holder's own act if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub by_mandate_id: Option<MandateId>,
            /// The power.
            pub power: Key,
            /// The other streams that the decision read.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// What it was used for.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub target: Option<MandateTarget>,
        }
    }
}

impl Event {
    /// What its decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::MandateGranted(e) => &e.relied_on,
            Self::MandateRequested(e) => &e.relied_on,
            Self::MandateRegistered(e) => &e.relied_on,
            Self::MandatePassedOn(e) => &e.relied_on,
            Self::MandateAccepted(e) => &e.relied_on,
            Self::MandateRefused(e) => &e.relied_on,
            Self::MandateRenounced(e) => &e.relied_on,
            Self::MandateRevoked(e) => &e.relied_on,
            Self::MandateSuspended(e) => &e.relied_on,
            Self::MandateResumed(e) => &e.relied_on,
            Self::MandateUsed(e) => &e.relied_on,
        }
    }
}
