//! What can be asked of a person's stream.

use super::{Exception, Outcome};
use crate::kernel::tagged;
use crate::notice::Right;
use crate::types::{Commitment, HostId, Localized, Remark, SubjectRequestId, Timestamp};

tagged! {
    /// The commands of the person block, all for a stream `person/ID`.
    pub enum Command {
        /// Erases the person (GDPR Art. 17): her tie to the host's id, and every text about her.
        ///
        /// For herself, everywhere. Or for an organisation that the actor administers and that has to do with her, with a
        /// reason: then what that organisation holds, and her tie once nobody else has to do with her.
        "person.erase" ErasePerson {
            /// The organisation that does it for her; nothing where she does it herself.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// Why, where somebody else does it. Kept in the vault, as a text by the actor; it must not name her.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Asks a controller for something under GDPR Art. 15 to 22. By herself; by who speaks for her in
        /// everything that this controller does; or by somebody who acts for the controller and received it. Without a stream it is the actor's own.
        "subject_request.make" MakeSubjectRequest {
            /// The controller, by the host's id.
            pub organisation: HostId,
            /// What.
            pub right: Right,
            /// In her words. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Remark>,
        }

        /// Takes two months more, in the name of the controller, within the first (Art. 12(3)).
        "subject_request.extend" ExtendSubjectRequest {
            /// Why, as she is told. Kept in the vault.
            pub reason: Remark,
            /// The request.
            pub request: SubjectRequestId,
        }

        /// Answers a request, in the name of the controller.
        "subject_request.answer" AnswerSubjectRequest {
            /// What became of it.
            pub outcome: Outcome,
            /// Why, as she is told; a refusal participations why. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
            /// The request.
            pub request: SubjectRequestId,
        }

        /// Ends a restriction that was granted, in the name of the controller. She is told before (Art. 18(3)).
        "processing_restriction.lift" LiftProcessingRestriction {
            /// Why, as she is told. Kept in the vault.
            pub reason: Remark,
            /// The request that the restriction was granted on.
            pub request: SubjectRequestId,
        }

        /// Puts a text about her right, in the name of the controller that holds it, while she asks for it (Art. 16); or by
        /// whoever wrote it in her own name. The vault forgets the text that stood there.
        "text.rectify" RectifyText {
            /// The request; none where whoever wrote it puts it right.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub request: Option<SubjectRequestId>,
            /// Which text, by what the record holds in its place.
            pub text: Commitment,
            /// What it participations from now on. Kept in the vault.
            pub words: Remark,
        }

        /// Keeps a text about her when she is erased, in the name of the controller that holds it and whom a law asks for it
        /// (Art. 17(3)), for thirty years at most.
        /// Her tie to the host's id goes nevertheless. Later times take the place of earlier ones, and what is said later of
        /// whether it is kept attributably.
        "text.keep" KeepText {
            /// Whether it stays known to this controller whose text it is: for legal claims alone, and not while her request to be
            /// erased is open. The tie is sealed when she is erased, and used for nothing else.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub attributed: bool,
            /// Which of the exceptions it is.
            pub exception: Exception,
            /// Which law. It is public.
            pub law: Localized,
            /// The controller, by the host's id.
            pub organisation: HostId,
            /// Which text, by what the record holds in its place.
            pub text: Commitment,
            /// Until when.
            pub until: Timestamp,
        }

        /// Looks whose text it is that is kept attributably of somebody who was erased, in the name of the controller that keeps
        /// it. It leaves an event; the request `attribution` names that and gives the answer.
        "text.attribute" AttributeText {
            /// Which text, by what the record holds in its place.
            pub text: Commitment,
        }
    }
}

impl Command {
    /// The host ids that the command names, for the kernel to look up.
    pub(crate) fn host_ids(&self, each: &mut dyn FnMut(&HostId)) {
        match self {
            Self::ErasePerson(c) => c.acting_for.iter().for_each(each),
            Self::MakeSubjectRequest(c) => each(&c.organisation),
            Self::KeepText(c) => each(&c.organisation),
            Self::ExtendSubjectRequest(_)
            | Self::AnswerSubjectRequest(_)
            | Self::LiftProcessingRestriction(_)
            | Self::RectifyText(_)
            | Self::AttributeText(_) => {}
        }
    }
}
