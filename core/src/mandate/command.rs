//! Commands about mandates.

use super::{Evidence, MandateHolderRef, MandateTarget, PrincipalRef, Source};
use crate::kernel::tagged;
use crate::types::{Date, DocumentId, Key, MandateId, Set, Timestamp};

tagged! {
    /// The commands of the mandate block.
    pub enum Command {
        /// Grants a mandate: by the principal, or by whoever the kind says may grant it for them.
        "mandate.grant" GrantMandate {
            /// The code by which the holder will accept it, if the kind asks for one. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acceptance_code: Option<Key>,
            /// Evidence, if the kind asks for it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub act_evidence: Option<Evidence>,
            /// The first day; today if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Date>,
            /// The party that will act, by the host's id.
            pub mandate_holder: MandateHolderRef,
            /// The kind.
            pub mandate_kind: DocumentId,
            /// What it is limited to.
            #[serde(default, skip_serializing_if = "Set::is_empty")]
            pub mandate_targets: Set<MandateTarget>,
            /// Whether the holder may pass it on.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub may_pass_on: bool,
            /// The powers, by their codes; all of the kind's if none is named.
            #[serde(default, skip_serializing_if = "Set::is_empty")]
            pub powers: Set<Key>,
            /// The party that will be acted for, by the host's id.
            pub principal: PrincipalRef,
            /// An earlier mandate between the same parties that this one replaces once it begins.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub supersedes: Option<MandateId>,
            /// The last day.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub through: Option<Date>,
            /// How often it can be used.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub uses: Option<u32>,
        }

        /// Asks for a mandate, as its future holder. It takes effect if the principal accepts it.
        "mandate.request" RequestMandate {
            /// Evidence, if the kind asks for it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub act_evidence: Option<Evidence>,
            /// The first day; today if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Date>,
            /// The party that will act, by the host's id.
            pub mandate_holder: MandateHolderRef,
            /// The kind.
            pub mandate_kind: DocumentId,
            /// What it is limited to.
            #[serde(default, skip_serializing_if = "Set::is_empty")]
            pub mandate_targets: Set<MandateTarget>,
            /// The powers, by their codes; all of the kind's if none is named.
            #[serde(default, skip_serializing_if = "Set::is_empty")]
            pub powers: Set<Key>,
            /// The party that will be acted for, by the host's id.
            pub principal: PrincipalRef,
            /// The last day.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub through: Option<Date>,
            /// How often it can be used.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub uses: Option<u32>,
        }

        /// Registers a mandate that exists outside this record, as an operator who saw the evidence. It begins when it is
        /// registered: the record permits nothing for the time before.
        "mandate.register" RegisterMandate {
            /// The evidence.
            pub act_evidence: Evidence,
            /// The first day; today if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Date>,
            /// The party that acts, by the host's id.
            pub mandate_holder: MandateHolderRef,
            /// The kind.
            pub mandate_kind: DocumentId,
            /// Where it comes from. What is granted is not registered.
            pub mandate_source: Source,
            /// What it is limited to.
            #[serde(default, skip_serializing_if = "Set::is_empty")]
            pub mandate_targets: Set<MandateTarget>,
            /// Whether the holder may pass it on.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub may_pass_on: bool,
            /// The powers, by their codes; all of the kind's if none is named.
            #[serde(default, skip_serializing_if = "Set::is_empty")]
            pub powers: Set<Key>,
            /// The party that is acted for, by the host's id.
            pub principal: PrincipalRef,
            /// The last day.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub through: Option<Date>,
            /// How often it can be used.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub uses: Option<u32>,
        }

        /// Passes a mandate on: in each respect at most as far as it reaches. What is passed on ends with it.
        "mandate.pass_on" PassOnMandate {
            /// Evidence, if the kind asks for it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub act_evidence: Option<Evidence>,
            /// The first day; today if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub from: Option<Date>,
            /// The party that will act, by the host's id.
            pub mandate_holder: MandateHolderRef,
            /// What it is limited to; as the parent if nothing is named.
            #[serde(default, skip_serializing_if = "Set::is_empty")]
            pub mandate_targets: Set<MandateTarget>,
            /// Whether it may be passed on again.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub may_pass_on: bool,
            /// The mandate that is passed on.
            pub parent_id: MandateId,
            /// The powers, by their codes; all that can be passed on if none is named.
            #[serde(default, skip_serializing_if = "Set::is_empty")]
            pub powers: Set<Key>,
            /// The last day; the parent's if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub through: Option<Date>,
            /// How often it can be used.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub uses: Option<u32>,
        }

        /// Accepts a mandate that waits for it: as the holder, or as the principal if the holder requested it.
        "mandate.accept" AcceptMandate {
            /// The code, if the kind asks for one.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acceptance_code: Option<Key>,
        }

        /// Refuses a mandate that waits for acceptance.
        "mandate.refuse" RefuseMandate {}

        /// Gives a mandate back, as its holder.
        "mandate.renounce" RenounceMandate {
            /// Evidence, if the kind asks for it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub act_evidence: Option<Evidence>,
            /// When it ends; now if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub effective_at: Option<Timestamp>,
        }

        /// Revokes a mandate or some of its powers, on the principal's side; of one that was passed on, also on the side
        /// of whoever passed it on.
        "mandate.revoke" RevokeMandate {
            /// Evidence, if the kind asks for it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub act_evidence: Option<Evidence>,
            /// When it ends; now if absent.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub effective_at: Option<Timestamp>,
            /// The powers that end; all of them if none is named.
            #[serde(default, skip_serializing_if = "Set::is_empty")]
            pub powers: Set<Key>,
        }

        /// Suspends a mandate until it is resumed.
        "mandate.suspend" SuspendMandate {}

        /// Lets a suspended mandate continue.
        "mandate.resume" ResumeMandate {}

        /// Notes that a power was used outside a process, as its holder. It counts towards the limit.
        "mandate.use" UseMandate {
            /// What it was used for.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub mandate_target: Option<MandateTarget>,
            /// The power, by its code.
            pub power: Key,
        }
    }
}
