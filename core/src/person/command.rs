//! Commands about a person's stream.

use super::{Exception, Outcome};
use crate::kernel::tagged;
use crate::notice::Right;
use crate::types::{Commitment, HostId, Localized, Remark, SubjectRequestId, Timestamp};

tagged! {
    /// The commands of the person block, all for a stream `person/ID`.
    pub enum Command {
        /// Erases the person (GDPR Art. 17): the pseudonym link to the host's id, and every text about them.
        ///
        /// By the person, everywhere. Or by an administrator for an organisation that has dealings with the person,
        /// with a reason: this erases what that organisation holds, and the pseudonym link if no other organisation has
        /// dealings with the person.
        "person.erase" ErasePerson {
            /// The organisation on whose behalf the person is erased; none if the person does it.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub acting_for: Option<HostId>,
            /// The reason, if somebody else does it. Kept in the vault, as a text by the actor; it must not name the
            /// person.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
        }

        /// Makes a request to a controller under GDPR Art. 15 to 22. By the person; by a representative for everything
        /// that this controller does; or by somebody who acts for the controller and received it. Without a stream, it
        /// concerns the actor.
        "subject_request.make" MakeSubjectRequest {
            /// The controller, by the host's id.
            pub organisation: HostId,
            /// The right that is exercised.
            pub right: Right,
            /// The request in the person's words. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub text: Option<Remark>,
        }

        /// Extends the time by two months, on behalf of the controller, within the first month (Art. 12(3)).
        "subject_request.extend" ExtendSubjectRequest {
            /// The reason that the person is told. Kept in the vault.
            pub reason: Remark,
            /// The request.
            pub request: SubjectRequestId,
        }

        /// Answers a request, on behalf of the controller.
        "subject_request.answer" AnswerSubjectRequest {
            /// The outcome.
            pub outcome: Outcome,
            /// The reason that the person is told; required for a refusal. Kept in the vault.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reason: Option<Remark>,
            /// The request.
            pub request: SubjectRequestId,
        }

        /// Lifts a restriction of processing, on behalf of the controller. The person is told first (Art. 18(3)).
        "processing_restriction.lift" LiftProcessingRestriction {
            /// The reason that the person is told. Kept in the vault.
            pub reason: Remark,
            /// The request on which the restriction was granted.
            pub request: SubjectRequestId,
        }

        /// Rectifies a text about the person: on behalf of the controller that holds it, while a request for it is open
        /// (Art. 16); or by whoever wrote it in their own name. The vault forgets the previous text.
        "text.rectify" RectifyText {
            /// The request; none if the author rectifies the text.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub request: Option<SubjectRequestId>,
            /// The text, by its commitment on record.
            pub text: Commitment,
            /// The new text. Kept in the vault.
            pub words: Remark,
        }

        /// Keeps a text about the person despite an erasure, on behalf of the controller that holds it and is required
        /// by law to keep it (Art. 17(3)), for thirty years at most. The pseudonym link is erased nevertheless. A later
        /// command replaces the time of an earlier one, and whether the text is kept with attribution.
        "text.keep" KeepText {
            /// Whether this controller can still find out whom the text concerns: for legal claims only, and not while
            /// an erasure request is open. The link is sealed when the person is erased, and used for nothing else.
            #[serde(default, skip_serializing_if = "std::ops::Not::not")]
            pub attributed: bool,
            /// The exception that applies.
            pub exception: Exception,
            /// The law that requires it. Public.
            pub law: Localized,
            /// The controller, by the host's id.
            pub organisation: HostId,
            /// The text, by its commitment on record.
            pub text: Commitment,
            /// When the text is no longer kept.
            pub until: Timestamp,
        }

        /// Looks up whom a text concerns that is kept with attribution after an erasure, on behalf of the controller
        /// that keeps it. This leaves an event; the request `attribution` names that event and returns the answer.
        "text.attribute" AttributeText {
            /// The text, by its commitment on record.
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
