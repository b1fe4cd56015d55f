//! What a notice lacks, or must not say, in words.

use interlink_derive::Refusal;

use crate::types::Language;

/// One thing that keeps a notice from being published.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub(crate) enum GapKind {
    #[error(NoticeIncomplete, collection: "Where the data come from is missing.")]
    Collection,
    #[error(
        NoticeIncomplete,
        recipients: "Who receives the data is missing; an empty list says that nobody does."
    )]
    Recipients,
    #[error(NoticeIncomplete, rights_at: "Where the rights are exercised is missing.")]
    RightsAt,
    #[error(NoticeIncomplete, withdrawal: "How consent is withdrawn is missing.")]
    Withdrawal,
    #[error(
        NoticeIncomplete,
        child_age: "The law that lets children of this age consent is missing; without one they are 16."
    )]
    ChildAge,
    #[error(NoticeIncomplete, controller_contact: "How to reach the controller is missing.")]
    ControllerContact,
    #[error(NoticeIncomplete, controller_address: "The controller's address is missing.")]
    ControllerAddress,
    #[error(
        NoticeIncomplete,
        officer: "How to reach the data protection officer is missing; a public authority has one."
    )]
    Officer,
    #[error(NoticeIncomplete, authority: "The authority to complain to, and how to reach it, is missing.")]
    Authority,
    #[error(NoticeIncomplete, authority_address: "The authority's address is missing.")]
    AuthorityAddress,
    #[error(
        NoticeIncomplete,
        arrangement: "The essence of the arrangement between the controllers is missing."
    )]
    Arrangement,
    #[error(
        NoticeIncomplete,
        recipient_role: "What the recipient is to the controller is missing: a joint controller, a processor or a third party."
    )]
    RecipientRole,
    #[error(NoticeIncomplete, recipient_address: "The recipient's address is missing.")]
    RecipientAddress,
    #[error(NoticeIncomplete, recipient_contact: "How to reach the recipient is missing.")]
    RecipientContact,
    #[error(
        NoticeIncomplete,
        recipient_transfer: "The ground for a transfer out of the European Economic Area is missing."
    )]
    RecipientTransfer,
    #[error(NoticeIncomplete, untranslated: "The text is not there in the language {language}.")]
    Untranslated { language: Language },
    #[error(NoticeIncomplete, storage: "Where and how long the data are kept is missing.")]
    Storage,
    #[error(NoticeIncomplete, data_subjects: "Whose data are processed, by category, is missing.")]
    DataSubjects,
    #[error(NoticeIncomplete, interest: "The legitimate interest is missing.")]
    Interest,
    #[error(NoticeIncomplete, law: "The law behind the obligation or the task is missing.")]
    Law,
    #[error(
        NoticeIncomplete,
        public_interest: "The law behind the public interest, for which data are used although they are restricted, is missing."
    )]
    PublicInterest,
    #[error(
        NoticeIncomplete,
        obligation: "Whether the person must provide the data, and what happens otherwise, is missing."
    )]
    Obligation,
    #[error(
        NoticeIncomplete,
        automated_decisions: "What automated decisions follow, and what they mean for the person, is missing."
    )]
    AutomatedDecisions,
    #[error(
        NoticeIncomplete,
        freely_given: "Why consent is freely given although a public authority asks for it is missing."
    )]
    FreelyGiven,
    #[error(
        NoticeIncomplete,
        condition: "The condition under which special categories of data may be processed is missing."
    )]
    Condition,
    #[error(NoticeIncomplete, explicit_basis: "Explicit consent as the condition needs consent as the basis.")]
    ExplicitBasis,
    #[error(
        NoticeIncomplete,
        closed_ground: "A public authority that exercises its powers does not transfer data on this ground."
    )]
    ClosedGround,
    #[error(
        NoticeIncomplete,
        storage_transfer: "Data are kept outside the European Economic Area, and the ground for that is missing."
    )]
    StorageTransfer,
    #[error(
        NoticeIncomplete,
        processing_transfer: "Data are processed outside the European Economic Area, and the ground for that is missing."
    )]
    ProcessingTransfer,
    #[error(
        NoticeIncomplete,
        criminal_interest: "Data about criminal convictions and offences are not processed on a legitimate interest."
    )]
    CriminalInterest,
    #[error(
        NoticeIncomplete,
        criminal_law: "The law that allows processing data about criminal convictions and offences is missing."
    )]
    CriminalLaw,
    #[error(
        NoticeIncomplete,
        assessment: "Machines decide about special categories of data, and the assessment of the impact is missing."
    )]
    Assessment,
    #[error(
        NoticeIncomplete,
        special_automation: "Machines decide about special categories of data only with explicit consent, or for a substantial public interest."
    )]
    SpecialAutomation,
}
