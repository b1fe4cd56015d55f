//! What can be asked of a person's stream.

use super::Outcome;
use crate::kernel::tagged;
use crate::notice::Right;
use crate::types::{HostId, Remark, RightRequestId};

tagged! {
    /// The commands of the person block, all for a stream `person/ID`.
    pub enum Command from outside {
        /// Erases the person (GDPR Art. 17): her tie to the host's id, and every text about her.
        ///
        /// For herself; or for an organisation that the actor administers, with a reason.
        "person.erase" ErasePerson {
            /// The organisation that does it for her; nothing where she does it herself.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub capacity: Option<HostId>,
            /// Why, where somebody else does it. Kept in the vault, as a text by the actor; it must not name her.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Asks a controller for something under GDPR Art. 15 to 22. By herself; or by somebody who acts for the
        /// controller and received it. Without a stream it is the actor's own.
        "right.request" RequestRight {
            /// The controller, by the host's id.
            pub organisation: HostId,
            /// What.
            pub right: Right,
            /// In her words. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Remark>,
        }

        /// Takes two months more, in the name of the controller, within the first (Art. 12(3)).
        "right.extend" ExtendRight {
            /// Why, as she is told. Kept in the vault.
            pub reason: Remark,
            /// The request.
            pub request: RightRequestId,
        }

        /// Answers a request, in the name of the controller.
        "right.answer" AnswerRight {
            /// What became of it.
            pub outcome: Outcome,
            /// Why, as she is told; a refusal says why. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
            /// The request.
            pub request: RightRequestId,
        }
    }
}

impl Command {
    /// The host ids that the command names, for the kernel to look up.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        match self {
            Self::ErasePerson(c) => c.capacity.iter().for_each(each),
            Self::RequestRight(c) => each(&c.organisation),
            Self::ExtendRight(_) | Self::AnswerRight(_) => {}
        }
    }
}
