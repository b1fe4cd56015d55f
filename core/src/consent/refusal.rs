//! Why a command about somebody's will is refused.

use super::{ConsentReason, State, Verb};
use crate::notice::{LawfulBasis, Remedy};
use crate::problem::Code;
use crate::types::{DocumentId, Key, Language, Timestamp, ValueFault};
use interlink_derive::Refusal;

/// The most matters that one appointment is for.
pub(super) const MOST_MATTERS: usize = 100;

/// A command of the consent block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum ConsentRefusal {
    /// She was erased.
    #[error(PersonErased, "This person was erased.")]
    Erased,
    /// The notice is not in force.
    #[error(NoticeNotInForce, "The notice {notice} is not in force; read the one that is.")]
    NoticeNotInForce {
        /// The notice that was named.
        notice: DocumentId,
        /// The one that is in force, if there is one with the purpose.
        current: Option<DocumentId>,
    },
    /// The organisation has no such purpose.
    #[error(PurposeUnknown, "The organisation has published no purpose “{purpose}”.")]
    PurposeUnknown(Key),
    /// The act does not go with the basis.
    #[error(LegalBasisCommand, "The purpose rests on {basis}: {applies}", applies = applies(*remedy))]
    WrongVerb {
        /// The basis.
        basis: LawfulBasis,
        /// What applies instead.
        remedy: Remedy,
    },
    /// The act does not go with the state.
    #[error(ConsentTransition, "It is {state}, so one cannot {verb} now; possible is: {legal}.")]
    Transition {
        /// What was wanted.
        verb: Verb,
        /// What is.
        state: State,
        /// What is possible.
        legal: Vec<Verb>,
    },
    /// The notice is not written in the language.
    #[error(ConsentLanguage, "The notice is not written in {language}.")]
    Language(Language),
    /// Special categories of data need explicit consent.
    #[error(
        ConsentNotExplicit,
        "The purpose needs special categories of data, so consent must be explicit (GDPR Art. 9(2)(a))."
    )]
    NotExplicit,
    /// The consent would hold too long, or not at all.
    #[error(ConsentValidity, "{reason}")]
    Validity(&'static str),
    /// What is to be used does not hold.
    #[error(ConsentNotAllowed, "This consent cannot be used: {reason}")]
    NotAllowed(ConsentReason),
    /// No consent held, or began, in the time that was found invalid.
    #[error(ConsentNoneThen, "Nobody consented to this in the time that the authority's finding is about.")]
    NoneThen,
    /// Nothing overrides an objection to direct marketing.
    #[error(ObjectionAbsolute, "An objection to direct marketing is not overruled (GDPR Art. 21(3)).")]
    AbsoluteObjection,
    /// The notice does not name what the consent would be tied to.
    #[error(
        ConsentEventUnknown,
        "The notice names no “{event}” that a consent to this purpose could be tied to."
    )]
    EventUnknown(Key),
    /// Somebody who is neither she, nor her representative, nor an official with evidence.
    #[error(
        ConsentNotDataSubject,
        "Only this person, who represents her, or an official with evidence can say what she wants."
    )]
    NotHers,
    /// The controller or somebody of it.
    #[error(ConsentByController, "Nobody of the controller can record what this person wants.")]
    Controller,
    /// Nobody can tell whether whoever agrees for another gains by it.
    #[error(
        ConsentJointController,
        "The notice does not say which organisation a joint controller is, so nobody can tell whether it agrees for this person itself."
    )]
    JointController,
    /// Somebody who does not act for the controller.
    #[error(ConsentNotController, "Only somebody who acts for the controller may do this.")]
    NotController,
    /// An official without what shows it.
    #[error(ConsentEvidence, "An official records it with evidence, on paper or in person.")]
    Evidence,
    /// A child below the age.
    #[error(
        ConsentChild,
        "This person is below {age} years and cannot consent alone; a holder of parental responsibility can (GDPR Art. 8)."
    )]
    Child {
        /// The age.
        age: u8,
    },
    /// A parent of somebody who is no longer a child.
    #[error(ConsentHandedOver, "This person is old enough to decide this herself since she is {age}.")]
    HandedOver {
        /// The age.
        age: u8,
    },
    /// What was noted is not what the consent is tied to.
    #[error(ConsentOtherEvent, "The consent is not tied to “{event}”.")]
    OtherEvent(Key),
    /// The consent is not counted.
    #[error(ConsentNotCounted, "The consent is not given for a number of uses.")]
    NotCounted,
    /// It would be invalid from a moment to come.
    #[error(ConsentFromLater, "What an authority found invalid was so by now at the latest.")]
    FromLater,
    /// The notice names no such recipient.
    #[error(RecipientUnknown, "The notice names no recipient “{recipient}” for this purpose.")]
    RecipientUnknown(Key),
    /// Nothing has happened of which a recipient would have to be told.
    #[error(RecipientNothing, "Nothing has happened of which recipients would have to be told.")]
    NothingEnded,
    /// It was noted before.
    #[error(RecipientNotified, "It was noted before.")]
    Told,
    /// There is no such representation.
    #[error(RepresentativeUnknown, "This person does not speak for her.")]
    NotRepresentative,
    /// Her appointment is over.
    #[error(RepresentativeEnded, "This person spoke for her until {ended} and does not any longer.")]
    RepresentationEnded {
        /// Since when.
        ended: Timestamp,
    },
    /// Her appointment has not begun.
    #[error(RepresentativeLater, "This person speaks for her from {from} on and not before.")]
    RepresentationLater {
        /// From when on.
        from: Timestamp,
    },
    /// Her appointment is for something else.
    #[error(RepresentativeScope, "This person speaks for her, but not about this purpose under this notice.")]
    RepresentationScope,
    /// An appointment for nothing, or for too many things.
    #[error(RepresentativeMatters, "An appointment is for one to {most} matters, or for everything.", most = MOST_MATTERS)]
    Matters,
    /// An appointment that is over before it begins, or begins in the past.
    #[error(transparent)]
    Term(ValueFault),
    /// The person herself said no.
    #[error(
        ConsentDeclined,
        "This person said no to this herself. That stands until she says yes or, asked again, leaves it open."
    )]
    Declined,
    /// Somebody else who speaks for her said no.
    #[error(
        ConsentDiffer,
        "Somebody else who speaks for this person said no. It stands until she who said it says yes, no longer speaks for this person, or an authority settled it; or until this person says yes herself, where she is old enough."
    )]
    Differ,
    /// There is nothing to settle.
    #[error(DisagreementNone, "Nobody who speaks for this person said a no to this that stands.")]
    NothingToSettle,
    /// Nobody represents herself.
    #[error(RepresentativeOwn, "Nobody represents herself.")]
    OwnRepresentative,
    /// A consent that was made before an end that is on record by now.
    #[error(ConsentOvertaken, "This consent was made {made}, and what it is about ended {ended}. Ask again.")]
    Overtaken {
        /// When the command says it was made.
        made: Timestamp,
        /// Since when it is a no.
        ended: Timestamp,
    },
    /// What was said elsewhere cannot be brought over so.
    #[error(ConsentBrought, "{reason}")]
    Brought(&'static str),
    /// Nobody verified that the organisation is a public administration.
    #[error(
        AuthorityNotVerified,
        "No operator of this store verified that the organisation is a public administration."
    )]
    NotAuthority,
    /// Somebody records what she herself or her organisation gains by.
    #[error(PartyConflictOfInterest, official: "An official records this for others, not for herself, a colleague or an organisation that gains by it.")]
    OwnInterest,
    /// A birthday is on record.
    #[error(
        DateOfBirthEvidence,
        "A birthday is on record; a public administration that does not gain by it puts it right, with evidence."
    )]
    Birthday,
    /// A day to come.
    #[error(DateOfBirthLater, "Nobody was born on a day to come.")]
    NotBorn,
}

const fn applies(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Withdraw => "consent is given and withdrawn.",
        Remedy::Object => "one objects (GDPR Art. 21).",
        Remedy::Neither => "it is neither withdrawn nor objected to.",
    }
}

impl ConsentRefusal {
    /// Where in the command the fault stands.
    #[must_use]
    pub fn path(&self) -> &'static str {
        match self {
            Self::Erased => "/stream",
            Self::NoticeNotInForce { .. } | Self::JointController => "/data/notice",
            Self::PurposeUnknown(_) | Self::NothingEnded | Self::NothingToSettle | Self::NotAllowed(_) => {
                "/data/purpose"
            }
            Self::WrongVerb { .. } | Self::Transition { .. } | Self::NotCounted => "/type",
            Self::Language(_) => "/data/language",
            Self::NotExplicit => "/data/explicit",
            Self::Validity(_) => "/data/valid",
            Self::EventUnknown(_) => "/data/valid/until_event",
            Self::NotHers
            | Self::Controller
            | Self::NotController
            | Self::Child { .. }
            | Self::OwnInterest
            | Self::RepresentationEnded { .. }
            | Self::RepresentationLater { .. }
            | Self::RepresentationScope
            | Self::Declined
            | Self::Differ
            | Self::HandedOver { .. } => "/actor",
            Self::Matters => "/data/scope",
            Self::Term(fault) if fault.code() == Code::WindowBackdated => "/data/from",
            Self::Term(_) => "/data/until",
            Self::NotAuthority => "/data/acting_for",
            Self::Evidence => "/data/evidence",
            Self::OtherEvent(_) => "/data/event",
            Self::FromLater | Self::NoneThen => "/data/from",
            Self::AbsoluteObjection => "/data/grounds",
            Self::RecipientUnknown(_) | Self::Told => "/data/recipient",
            Self::NotRepresentative | Self::OwnRepresentative => "/data/representative",
            Self::Overtaken { .. } => "/at",
            Self::Brought(_) => "/data/said_at",
            Self::NotBorn | Self::Birthday => "/data/date_of_birth",
        }
    }
}
