//! Why a command about somebody's will is refused.

use super::{ConsentReason, State, Verb};
use crate::notice::{LawfulBasis, Remedy};
use crate::problem::Code;
use crate::types::{DocumentId, Key, Language, Timestamp, ValueFault, listed};

/// The most matters that one appointment is for.
pub(super) const MOST_MATTERS: usize = 100;

/// A command of the consent block was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConsentRefusal {
    /// She was erased.
    #[error("This person was erased.")]
    Erased,
    /// The notice is not in force.
    #[error("The notice {notice} is not in force; read the one that is.")]
    NoticeNotInForce {
        /// The notice that was named.
        notice: DocumentId,
        /// The one that is in force, if there is one with the purpose.
        current: Option<DocumentId>,
    },
    /// The organisation has no such purpose.
    #[error("The organisation has published no purpose “{0}”.")]
    PurposeUnknown(Key),
    /// The act does not go with the basis.
    #[error("The purpose rests on {basis}: {}", applies(*.remedy))]
    WrongVerb {
        /// The basis.
        basis: LawfulBasis,
        /// What applies instead.
        remedy: Remedy,
    },
    /// The act does not go with the state.
    #[error("It is {state}, so one cannot {verb} now; possible is: {}.", list(legal))]
    Transition {
        /// What was wanted.
        verb: Verb,
        /// What is.
        state: State,
        /// What is possible.
        legal: Vec<Verb>,
    },
    /// The notice is not written in the language.
    #[error("The notice is not written in {0}.")]
    Language(Language),
    /// Special categories of data need explicit consent.
    #[error("The purpose needs special categories of data, so consent must be explicit (GDPR Art. 9(2)(a)).")]
    NotExplicit,
    /// The consent would hold too long, or not at all.
    #[error("{0}")]
    Validity(&'static str),
    /// What is to be used does not hold.
    #[error("This consent cannot be used: {}", .0.sentence())]
    NotAllowed(ConsentReason),
    /// No consent held, or began, in the time that was found invalid.
    #[error("Nobody consented to this in the time that the authority's finding is about.")]
    NoneThen,
    /// Nothing overrides an objection to direct marketing.
    #[error("An objection to direct marketing is not overruled (GDPR Art. 21(3)).")]
    AbsoluteObjection,
    /// The notice does not name what the consent would be tied to.
    #[error("The notice names no “{0}” that a consent to this purpose could be tied to.")]
    EventUnknown(Key),
    /// Somebody who is neither she, nor her representative, nor an official with evidence.
    #[error("Only this person, who represents her, or an official with evidence can say what she wants.")]
    NotHers,
    /// The controller or somebody of it.
    #[error("Nobody of the controller can record what this person wants.")]
    Controller,
    /// Somebody who does not act for the controller.
    #[error("Only somebody who acts for the controller may do this.")]
    NotController,
    /// An official without what shows it.
    #[error("An official records it with evidence, on paper or in person.")]
    Evidence,
    /// A child below the age.
    #[error(
        "This person is below {age} years and cannot consent alone; a holder of parental responsibility can (GDPR Art. 8)."
    )]
    Child {
        /// The age.
        age: u8,
    },
    /// A parent of somebody who is no longer a child.
    #[error("This person is old enough to decide this herself since she is {age}.")]
    HandedOver {
        /// The age.
        age: u8,
    },
    /// What was noted is not what the consent is tied to.
    #[error("The consent is not tied to “{0}”.")]
    OtherEvent(Key),
    /// The consent is not counted.
    #[error("The consent is not given for a number of uses.")]
    NotCounted,
    /// It would be invalid from a moment to come.
    #[error("What an authority found invalid was so by now at the latest.")]
    FromLater,
    /// The notice names no such recipient.
    #[error("The notice names no recipient “{0}” for this purpose.")]
    RecipientUnknown(Key),
    /// Nothing has happened of which a recipient would have to be told.
    #[error("Nothing has happened of which recipients would have to be told.")]
    NothingEnded,
    /// It was noted before.
    #[error("It was noted before.")]
    Told,
    /// There is no such representation.
    #[error("This person does not speak for her.")]
    NotRepresentative,
    /// Her appointment is over.
    #[error("This person spoke for her until {ended} and does not any longer.")]
    RepresentationEnded {
        /// Since when.
        ended: Timestamp,
    },
    /// Her appointment has not begun.
    #[error("This person speaks for her from {from} on and not before.")]
    RepresentationLater {
        /// From when on.
        from: Timestamp,
    },
    /// Her appointment is for something else.
    #[error("This person speaks for her, but not about this purpose under this notice.")]
    RepresentationScope,
    /// An appointment for nothing, or for too many things.
    #[error("An appointment is for one to {MOST_MATTERS} matters, or for everything.")]
    Matters,
    /// An appointment that is over before it begins, or begins in the past.
    #[error(transparent)]
    Term(ValueFault),
    /// Somebody else who speaks for her said no.
    #[error(
        "Somebody else who speaks for this person said no. It stands until she who said it says yes, no longer speaks for this person, or an authority settled it; or until this person says yes herself, where she is old enough."
    )]
    Differ,
    /// There is nothing to settle.
    #[error("Nobody who speaks for this person said a no to this that stands.")]
    NothingToSettle,
    /// Nobody represents herself.
    #[error("Nobody represents herself.")]
    OwnRepresentative,
    /// A consent that was made before an end that is on record by now.
    #[error("This consent was made {made}, and what it is about ended {ended}. Ask again.")]
    Overtaken {
        /// When the command says it was made.
        made: Timestamp,
        /// Since when it is a no.
        ended: Timestamp,
    },
    /// Nobody verified that the organisation is a public administration.
    #[error("No operator of this store verified that the organisation is a public administration.")]
    NotAuthority,
    /// Somebody records what she herself or her organisation gains by.
    #[error(
        "An official records this for others, not for herself, a colleague or an organisation that gains by it."
    )]
    OwnInterest,
    /// A birthday is on record.
    #[error(
        "A birthday is on record; a public administration that does not gain by it puts it right, with evidence."
    )]
    Birthday,
    /// A day to come.
    #[error("Nobody was born on a day to come.")]
    NotBorn,
}

const fn applies(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Withdraw => "consent is given and withdrawn.",
        Remedy::Object => "one objects (GDPR Art. 21).",
        Remedy::Neither => "it is neither withdrawn nor objected to.",
    }
}

fn list(verbs: &[Verb]) -> String {
    listed(verbs, ", ")
}

impl ConsentRefusal {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::Erased => Code::PersonErased,
            Self::NoticeNotInForce { .. } => Code::NoticeNotInForce,
            Self::PurposeUnknown(_) => Code::PurposeUnknown,
            Self::WrongVerb { .. } => Code::BasisVerb,
            Self::Transition { .. } => Code::ConsentTransition,
            Self::Language(_) => Code::ConsentLanguage,
            Self::NotExplicit => Code::ConsentNotExplicit,
            Self::Validity(_) => Code::ConsentValidity,
            Self::NotHers => Code::ConsentNotHers,
            Self::Controller => Code::ConsentByController,
            Self::NotController => Code::ConsentNotController,
            Self::Evidence => Code::ConsentEvidence,
            Self::Child { .. } => Code::ConsentChild,
            Self::HandedOver { .. } => Code::ConsentHandedOver,
            Self::OtherEvent(_) => Code::ConsentOtherEvent,
            Self::NotCounted => Code::ConsentNotCounted,
            Self::FromLater => Code::ConsentFromLater,
            Self::NotAllowed(_) => Code::ConsentNotAllowed,
            Self::NoneThen => Code::ConsentNoneThen,
            Self::EventUnknown(_) => Code::ConsentEventUnknown,
            Self::AbsoluteObjection => Code::ObjectionAbsolute,
            Self::RecipientUnknown(_) => Code::RecipientUnknown,
            Self::NothingEnded => Code::RecipientNothing,
            Self::Told => Code::RecipientTold,
            Self::NotRepresentative => Code::RepresentativeUnknown,
            Self::RepresentationEnded { .. } => Code::RepresentativeEnded,
            Self::RepresentationLater { .. } => Code::RepresentativeLater,
            Self::RepresentationScope => Code::RepresentativeScope,
            Self::Matters => Code::RepresentativeMatters,
            Self::Term(fault) => fault.code(),
            Self::Differ => Code::ConsentDiffer,
            Self::NothingToSettle => Code::DisagreementNone,
            Self::OwnRepresentative => Code::RepresentativeOwn,
            Self::Overtaken { .. } => Code::ConsentOvertaken,
            Self::NotAuthority => Code::AuthorityNotVerified,
            Self::OwnInterest => Code::StandingOwnInterest,
            Self::Birthday => Code::BirthEvidence,
            Self::NotBorn => Code::BirthLater,
        }
    }

    /// Where in the command the fault stands.
    #[must_use]
    pub fn path(&self) -> &'static str {
        match self {
            Self::Erased => "/stream",
            Self::NoticeNotInForce { .. } => "/data/notice",
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
            | Self::Differ
            | Self::HandedOver { .. } => "/actor",
            Self::Matters => "/data/scope",
            Self::Term(fault) if fault.code() == Code::WindowBackdated => "/data/from",
            Self::Term(_) => "/data/until",
            Self::NotAuthority => "/data/capacity",
            Self::Evidence => "/data/evidence",
            Self::OtherEvent(_) => "/data/event",
            Self::FromLater | Self::NoneThen => "/data/from",
            Self::AbsoluteObjection => "/data/grounds",
            Self::RecipientUnknown(_) | Self::Told => "/data/recipient",
            Self::NotRepresentative | Self::OwnRepresentative => "/data/representative",
            Self::Overtaken { .. } => "/at",
            Self::NotBorn | Self::Birthday => "/data/born",
        }
    }
}
