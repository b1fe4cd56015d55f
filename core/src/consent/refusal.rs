//! Refusals of commands about consent and objection.

use super::{ConsentReason, State, Verb};
use crate::notice::{LawfulBasis, Remedy};
use crate::problem::Code;
use crate::types::{DocumentId, Key, Language, Timestamp, ValueFault};
use interlink_derive::Refusal;

/// The largest number of matters that one appointment can list.
pub(super) const MOST_MATTERS: usize = 100;

/// A command of the consent block was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum ConsentRefusal {
    /// The person was erased.
    #[error(PersonErased, "This person was erased.")]
    Erased,
    /// The notice is not in force.
    #[error(NoticeNotInForce, "The notice {notice} is not in force; read the one in force.")]
    NoticeNotInForce {
        /// The notice that the command names.
        notice: DocumentId,
        /// The notice in force, if there is one with the purpose.
        current: Option<DocumentId>,
    },
    /// The organisation has not published the purpose.
    #[error(PurposeUnknown, "The organisation has not published a purpose “{purpose}”.")]
    PurposeUnknown(Key),
    /// The act does not fit the basis.
    #[error(LegalBasisCommand, "The purpose rests on {basis}: {applies}", applies = applies(*remedy))]
    WrongVerb {
        /// The basis.
        basis: LawfulBasis,
        /// What is possible instead.
        remedy: Remedy,
    },
    /// The act is not possible in this state.
    #[error(ConsentTransition, "The state is “{state}”, so “{verb}” is not possible now; possible: {legal}.")]
    Transition {
        /// The act.
        verb: Verb,
        /// The state.
        state: State,
        /// The acts that are possible.
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
    /// The validity is too long, or empty.
    #[error(ConsentValidity, "{reason}")]
    Validity(&'static str),
    /// The consent to be used is not valid.
    #[error(ConsentNotAllowed, "This consent cannot be used: {reason}")]
    NotAllowed(ConsentReason),
    /// No consent was valid, or began, in the period that was found invalid.
    #[error(
        ConsentNoneThen,
        "There was no consent to this in the period that the authority's finding concerns."
    )]
    NoneThen,
    /// An objection to direct marketing cannot be overruled.
    #[error(ObjectionAbsolute, "An objection to direct marketing cannot be overruled (GDPR Art. 21(3)).")]
    AbsoluteObjection,
    /// The notice does not name the event that would end the consent.
    #[error(
        ConsentEventUnknown,
        "The notice does not name an event “{event}” that could end a consent to this purpose."
    )]
    EventUnknown(Key),
    /// The actor is neither the data subject, nor a representative, nor an official with evidence.
    #[error(
        ConsentNotDataSubject,
        "Only this person, a representative of this person, or an official with evidence can express what this person wants."
    )]
    NotHers,
    /// The actor belongs to the controller.
    #[error(ConsentByController, "Nobody who belongs to the controller can record what this person wants.")]
    Controller,
    /// It is unknown whether the organisation that consents for somebody benefits from it.
    #[error(
        ConsentJointController,
        "The notice does not say which organisation a joint controller is, so it is unknown whether that controller itself consents for this person."
    )]
    JointController,
    /// The actor does not act for the controller.
    #[error(ConsentNotController, "Only somebody who acts for the controller may do this.")]
    NotController,
    /// An official gave no evidence.
    #[error(
        ConsentEvidence,
        "An official must give evidence, and record it as expressed on paper, in person or by telephone."
    )]
    Evidence,
    /// An official says that they learnt of it by a form on a screen.
    #[error(
        ConsentEvidence,
        on_screen: "A person fills in a form on a screen themselves; an official records what was said on paper, in person or by telephone."
    )]
    NotedOnScreen,
    /// A child below the age of consent.
    #[error(
        ConsentChild,
        "This person is below {age} years and cannot consent alone; a holder of parental responsibility can (GDPR Art. 8)."
    )]
    Child {
        /// The age.
        age: u8,
    },
    /// A parent of somebody who is old enough to consent alone.
    #[error(ConsentHandedOver, "This person is {age} or older and decides this without a representative.")]
    HandedOver {
        /// The age.
        age: u8,
    },
    /// The recorded event is not the one that ends the consent.
    #[error(ConsentOtherEvent, "The consent does not end with “{event}”.")]
    OtherEvent(Key),
    /// The consent is not limited to a number of uses.
    #[error(ConsentNotCounted, "The consent is not limited to a number of uses.")]
    NotCounted,
    /// The invalidity would begin in the future.
    #[error(
        ConsentFromLater,
        "A consent that an authority found invalid cannot become invalid only in the future."
    )]
    FromLater,
    /// The notice does not name the recipient.
    #[error(RecipientUnknown, "The notice does not name a recipient “{recipient}” for this purpose.")]
    RecipientUnknown(Key),
    /// Nothing has happened of which a recipient must be notified.
    #[error(RecipientNothing, "Nothing has happened of which recipients must be notified.")]
    NothingEnded,
    /// The notification is already recorded.
    #[error(RecipientNotified, "The notification is already recorded.")]
    Told,
    /// The person is not a representative.
    #[error(RepresentativeUnknown, "This person is not a representative of the data subject.")]
    NotRepresentative,
    /// The appointment has ended.
    #[error(
        RepresentativeEnded,
        "This person was a representative of the data subject until {ended} and no longer is."
    )]
    RepresentationEnded {
        /// When it ended.
        ended: Timestamp,
    },
    /// The appointment has not begun.
    #[error(RepresentativeLater, "This person is a representative of the data subject only from {from} on.")]
    RepresentationLater {
        /// When it begins.
        from: Timestamp,
    },
    /// The appointment is for something else.
    #[error(
        RepresentativeScope,
        "This person represents the data subject, but not for this purpose under this notice."
    )]
    RepresentationScope,
    /// An appointment for nothing, or for too many matters.
    #[error(RepresentativeMatters, "An appointment is for one to {most} matters, or for everything.", most = MOST_MATTERS)]
    Matters,
    /// An appointment that ends before it begins, or begins in the past.
    #[error(transparent)]
    Term(ValueFault),
    /// The data subject refused.
    #[error(
        ConsentDeclined,
        "This person refused this personally. The refusal applies until this person consents or, asked again, defers the decision."
    )]
    Declined,
    /// Another representative refused.
    #[error(
        ConsentDiffer,
        "Another representative of this person refused. The refusal applies until that representative consents or is no longer appointed, an authority settles it, or this person, if old enough, consents."
    )]
    Differ,
    /// There is no disagreement to settle.
    #[error(DisagreementNone, "No representative of this person has refused this.")]
    NothingToSettle,
    /// A person cannot be their own representative.
    #[error(RepresentativeOwn, "A person cannot be their own representative.")]
    OwnRepresentative,
    /// A consent that was prepared before an end that is now on record.
    #[error(ConsentOvertaken, "This consent was made {made}, but what it concerns ended {ended}. Ask again.")]
    Overtaken {
        /// When it was made, according to the command.
        made: Timestamp,
        /// When it ended.
        ended: Timestamp,
    },
    /// An official records what the data subject has since decided otherwise.
    #[error(
        ConsentOvertaken,
        declined: "This was received {received}, but the person decided otherwise {since}. Ask again."
    )]
    SaidSince {
        /// When it was received, according to the command.
        received: Timestamp,
        /// When they decided otherwise.
        since: Timestamp,
    },
    /// An official says that they will receive it.
    #[error(ConsentReceivedLater, "An official cannot record what they have not received yet.")]
    ReceivedLater,
    /// A consent given elsewhere that cannot be brought over like this.
    #[error(ConsentBrought, "{reason}")]
    Brought(&'static str),
    /// No operator verified that the organisation is a public administration.
    #[error(
        AuthorityNotVerified,
        "No operator of this store verified that the organisation is a public administration."
    )]
    NotAuthority {
        /// The path of the organisation's id.
        path: &'static str,
    },
    /// The official, a colleague or their organisation benefits.
    #[error(PartyConflictOfInterest, official: "An official records this for others, but not for themselves, for a colleague or for an organisation that benefits.")]
    OwnInterest,
    /// A date of birth is already on record.
    #[error(
        DateOfBirthEvidence,
        "A date of birth is already on record; only a public administration that does not benefit can correct it, with evidence."
    )]
    Birthday,
    /// A date in the future.
    #[error(DateOfBirthLater, "A date of birth cannot be in the future.")]
    NotBorn,
}

const fn applies(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Withdraw => "consent can be given and withdrawn.",
        Remedy::Object => "the person can object (GDPR Art. 21).",
        Remedy::Neither => "it can be neither withdrawn nor objected to.",
    }
}

impl ConsentRefusal {
    /// The path of the fault within the command.
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
            Self::NotAuthority { path } => path,
            Self::Evidence => "/data/evidence",
            Self::NotedOnScreen => "/data/noted/method",
            Self::OtherEvent(_) => "/data/event",
            Self::FromLater | Self::NoneThen => "/data/from",
            Self::AbsoluteObjection => "/data/grounds",
            Self::RecipientUnknown(_) | Self::Told => "/data/recipient",
            Self::NotRepresentative | Self::OwnRepresentative => "/data/representative",
            Self::Overtaken { .. } => "/at",
            Self::SaidSince { .. } | Self::ReceivedLater => "/data/noted/received_at",
            Self::Brought(_) => "/data/said_at",
            Self::NotBorn | Self::Birthday => "/data/date_of_birth",
        }
    }
}
