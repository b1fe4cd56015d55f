//! Refusals of commands about mandates.

use interlink_derive::Refusal;

use super::{Dimension, LinkFault, MandateStatus};
use crate::types::{Date, DocumentId, Key, MandateId};

/// A command about a mandate, or one given in the name of somebody else, was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum MandateRefusal {
    /// The store does not have the document, or it is not a kind of mandates.
    #[error(MandateKindUnknown, "There is no kind of mandates {document} here.")]
    KindUnknown {
        /// The document that the command names.
        document: DocumentId,
    },
    /// There is no such mandate between these parties.
    #[error(MandateUnknown, "There is no mandate {mandate} here that this could be about.")]
    Unknown {
        /// The mandate that the command names.
        mandate: MandateId,
        /// The path of its id.
        path: &'static str,
    },
    /// The kind does not let the actor do this.
    #[error(MandateNotPermitted, "The kind of mandate does not permit this person to do this.")]
    NotPermitted,
    /// The actor would gain from it.
    #[error(
        MandateOwnCase,
        "Nobody can grant, accept or register on another's side what they gain from themselves."
    )]
    OwnCase,
    /// Mandates of this kind do not come from there.
    #[error(MandateSource, "A mandate of this kind does not come about in this way.")]
    Source,
    /// The kind does not let the future holder ask.
    #[error(MandateNotRequestable, "A mandate of this kind cannot be requested by its holder.")]
    NotRequestable,
    /// The principal is of another form.
    #[error(MandatePrincipal, "A mandate of this kind cannot be for this form of party.")]
    Principal,
    /// The holder is of another form.
    #[error(MandateHolder, "A mandate of this kind cannot be held by this form of party.")]
    Holder,
    /// The principal would hold it.
    #[error(MandateToItself, "A party cannot give this mandate to itself.")]
    ToItself,
    /// The kind or the parent has no such power.
    #[error(MandatePowerUnknown, "There is no power “{power}” here that could be given.")]
    PowerUnknown {
        /// The power.
        power: Key,
    },
    /// It cannot be passed on.
    #[error(MandateNeverPassedOn, "This mandate cannot be passed on.")]
    NeverPassedOn,
    /// It has to be one that can be passed on.
    #[error(MandateMustBePassedOn, "A mandate of this kind must be one that its holder may pass on.")]
    MustBePassedOn,
    /// It would reach further than the mandate that is passed on.
    #[error(MandateWider, "What is passed on cannot reach further than the mandate itself: {dimension}.")]
    Wider {
        /// In which respect.
        dimension: Dimension,
    },
    /// The first day is over.
    #[error(MandateBackdated, "A mandate begins today ({today}) at the earliest.")]
    Backdated {
        /// Today, in the time zone of the kind.
        today: Date,
    },
    /// An end lies in the past.
    #[error(MandateEndBackdated, "A mandate ends now at the earliest.")]
    EndBackdated,
    /// The kind has no last day.
    #[error(MandateEndForbidden, "A mandate of this kind has no last day.")]
    EndForbidden,
    /// The kind needs a last day.
    #[error(MandateEndMissing, "A mandate of this kind needs a last day.")]
    EndMissing,
    /// The last day is before the first.
    #[error(MandateEndsBeforeItBegins, "The last day is before the first.")]
    EndsBeforeItBegins,
    /// It would last too long.
    #[error(MandateTooLong, "A mandate of this kind that begins then ends on {last} at the latest.")]
    TooLong {
        /// The last possible day.
        last: Date,
    },
    /// There is one already.
    #[error(MandateOverlaps, "The mandate {mandate} gives this holder the same for the same time.")]
    Overlaps {
        /// The other mandate.
        mandate: MandateId,
    },
    /// The kind asks for evidence.
    #[error(MandateEvidenceMissing, "This act needs evidence.")]
    EvidenceMissing,
    /// The kind asks for a code.
    #[error(MandateCodeMissing, "A mandate of this kind needs a code by which its holder accepts it.")]
    CodeMissing,
    /// The kind asks for no code.
    #[error(MandateCodeUnneeded, "A mandate of this kind is not accepted by a code.")]
    CodeUnneeded,
    /// The code is not the one.
    #[error(MandateWrongCode, "This is not the code of the mandate.")]
    WrongCode,
    /// The mandate is in a status in which this cannot be done.
    #[error(MandateStatus, "The mandate is {status}, so this cannot be done.")]
    Status {
        /// Its status.
        status: MandateStatus,
    },
    /// The actor cannot act for the principal.
    #[error(transparent)]
    Unrepresented(#[from] Unrepresented),
}

impl MandateRefusal {
    /// The path of the fault within the command.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::KindUnknown { .. } => "/data/mandate_kind",
            Self::Unknown { path, .. } => path,
            Self::NotPermitted | Self::OwnCase => "/actor",
            Self::Source => "/data/mandate_source",
            Self::NotRequestable => "/type",
            Self::Principal => "/data/principal",
            Self::Holder | Self::ToItself | Self::Overlaps { .. } => "/data/mandate_holder",
            Self::PowerUnknown { .. } => "/data/powers",
            Self::NeverPassedOn | Self::MustBePassedOn => "/data/may_pass_on",
            Self::Wider { dimension } => match dimension {
                Dimension::Powers => "/data/powers",
                Dimension::Targets => "/data/mandate_targets",
                Dimension::Uses => "/data/uses",
                Dimension::Parties | Dimension::Rights | Dimension::Status | Dimension::Together => "/data",
                Dimension::Time => "/data/through",
            },
            Self::Backdated { .. } => "/data/from",
            Self::EndBackdated => "/data/effective_at",
            Self::EndForbidden | Self::EndMissing | Self::EndsBeforeItBegins | Self::TooLong { .. } => {
                "/data/through"
            }
            Self::EvidenceMissing => "/data/act_evidence",
            Self::CodeMissing | Self::CodeUnneeded | Self::WrongCode => "/data/acceptance_code",
            Self::Status { .. } => "/stream",
            Self::Unrepresented(why) => why.path(),
        }
    }
}

/// Why a person cannot act for another party.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum Unrepresented {
    /// Nobody gave the actor a mandate to act for the principal.
    #[error(MandateNone, "This person has no mandate to act for that party.")]
    None,
    /// No mandate reaches so far.
    #[error(MandateNotReaching, "The mandate {mandate} does not reach so far: {dimension}.")]
    NotReaching {
        /// The first respect in which a mandate does not reach.
        dimension: Dimension,
        /// The mandate.
        mandate: MandateId,
        /// All mandates between the two parties, each with what it lacks.
        faults: Vec<LinkFault>,
    },
    /// The act belongs to the party alone.
    #[error(MandateNotRepresentable, "Nobody can do this in the name of somebody else.")]
    NotRepresentable,
    /// Only a person can be acted for in a process.
    #[error(
        MandateNotForOrganisation,
        "In a process, only a person can be acted for; an organisation acts through its teams."
    )]
    NotForOrganisation,
    /// The principal is the actor.
    #[error(MandateToItself, own_name: "Nobody needs a mandate to act in their own name.")]
    ToItself,
    /// The actor is restricted there.
    #[error(
        MandateActorRestricted,
        "This person is restricted here, and cannot act in another's name either."
    )]
    ActorRestricted,
}

impl Unrepresented {
    /// That no mandate reaches.
    pub(crate) fn of_faults(faults: Vec<LinkFault>) -> Self {
        match faults.first() {
            None => Self::None,
            Some(first) => {
                Self::NotReaching { dimension: first.dimension, mandate: first.mandate_id, faults }
            }
        }
    }

    /// The path of the fault within the command.
    const fn path(&self) -> &'static str {
        match self {
            Self::NotRepresentable => "/type",
            Self::None
            | Self::NotReaching { .. }
            | Self::NotForOrganisation
            | Self::ToItself
            | Self::ActorRestricted => "/on_behalf_of",
        }
    }
}
