//! Events of the purposes that a process requires. Fields are in canonical order; see `journal`.

use crate::consent::PurposeRef;
use crate::journal::{Reliance, Seq};
use crate::kernel::tagged;
use crate::types::{AssetId, ItemId, PersonId, RequirementId};

tagged! {
    /// The events of the requirement block, all in streams `process/ID`.
    pub enum Event {
        /// A purpose is required.
        "purpose.required" PurposeRequired {
            /// The asset for which the purpose is required.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub asset: Option<AssetId>,
            /// The people whose data the asset holds.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub data_subject_ids: Vec<PersonId>,
            /// The item for which the purpose is required.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub item: Option<ItemId>,
            /// The purpose.
            pub purpose: PurposeRef,
            /// What the decision read in other streams.
            pub relied_on: Vec<Reliance>,
            /// The id of the requirement.
            pub requirement: RequirementId,
        }

        /// An act met a requirement with a use of a consent whose uses are counted. This event accompanies the act, and
        /// no other act can take that use.
        "purpose.used" PurposeUsed {
            /// The data subject.
            pub data_subject_id: PersonId,
            /// What the decision read in other streams: the data subject's stream, where the use was set aside.
            pub relied_on: Vec<Reliance>,
            /// The requirement.
            pub requirement: RequirementId,
            /// The use: the number of its event in that stream.
            pub used: Seq,
        }

        /// A requirement was removed.
        "purpose.released" PurposeReleased {
            /// What the decision read in other streams.
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
