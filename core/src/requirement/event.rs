//! What happens to the purposes that a process requires. Fields stand in canonical order; see `journal`.

use crate::consent::PurposeRef;
use crate::journal::{Reliance, Seq};
use crate::kernel::tagged;
use crate::types::{AssetId, ItemId, PersonId, RequirementId};

tagged! {
    /// The events of the requirement block, all in streams `process/ID`.
    pub enum Event {
        /// A purpose is required.
        "purpose.required" PurposeRequired {
            /// The asset that it is about.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The item that it is about.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// The purpose.
            pub purpose: PurposeRef,
            /// What the decision read elsewhere.
            pub relied_on: Vec<Reliance>,
            /// Its id.
            pub requirement: RequirementId,
            /// The people whose data the asset holds.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub subjects: Vec<PersonId>,
        }

        /// An act passed a gate with a use of a consent whose uses are counted. It stands with the act, and no other takes that
        /// use.
        "purpose.used" PurposeUsed {
            /// Whose consent.
            pub data_subject_id: PersonId,
            /// What the decision read elsewhere: the stream of the person whose consent it is, where the use was set aside.
            pub relied_on: Vec<Reliance>,
            /// The requirement.
            pub requirement: RequirementId,
            /// The use: the number of its event in that stream.
            pub used: Seq,
        }

        /// A purpose is required no longer.
        "purpose.released" PurposeReleased {
            /// What the decision read elsewhere.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub relied_on: Vec<Reliance>,
            /// The requirement.
            pub requirement: RequirementId,
        }
    }
}

impl Event {
    /// What the decision read in other streams.
    pub(crate) fn relied_on(&self) -> &[Reliance] {
        match self {
            Self::PurposeRequired(e) => &e.relied_on,
            Self::PurposeReleased(e) => &e.relied_on,
            Self::PurposeUsed(e) => &e.relied_on,
        }
    }
}
