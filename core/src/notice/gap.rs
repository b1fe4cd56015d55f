//! What a notice lacks or must not contain, as sentences.

use interlink_derive::Refusal;

use crate::types::Language;

/// One reason why a notice cannot be published.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub(crate) enum GapKind {
    #[error(NoticeIncomplete, collection: "The source of the data is missing.")]
    Collection,
    #[error(
        NoticeIncomplete,
        recipients: "The recipients of the data are missing; an empty list means that there are none."
    )]
    Recipients,
    #[error(NoticeIncomplete, rights_at: "The place where rights are exercised is missing.")]
    RightsAt,
    #[error(NoticeIncomplete, withdrawal: "The way to withdraw consent is missing.")]
    Withdrawal,
    #[error(
        NoticeIncomplete,
        child_age: "The law that lets children of this age consent is missing; without one, the age is 16."
    )]
    ChildAge,
    #[error(NoticeIncomplete, controller_contact: "The controller's contact is missing.")]
    ControllerContact,
    #[error(NoticeIncomplete, controller_address: "The controller's address is missing.")]
    ControllerAddress,
    #[error(
        NoticeIncomplete,
        officer: "The contact of the data protection officer is missing; a public authority must have one."
    )]
    Officer,
    #[error(NoticeIncomplete, authority: "The supervisory authority for complaints, or its contact, is missing.")]
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
        recipient_role: "The recipient's role is missing: joint controller, processor or third party."
    )]
    RecipientRole,
    #[error(NoticeIncomplete, recipient_address: "The recipient's address is missing.")]
    RecipientAddress,
    #[error(NoticeIncomplete, recipient_contact: "The recipient's contact is missing.")]
    RecipientContact,
    #[error(
        NoticeIncomplete,
        recipient_transfer: "The ground for a transfer out of the European Economic Area is missing."
    )]
    RecipientTransfer,
    #[error(NoticeIncomplete, untranslated: "The text is missing in the language {language}.")]
    Untranslated { language: Language },
    #[error(NoticeIncomplete, storage: "The place and duration of storage are missing.")]
    Storage,
    #[error(NoticeIncomplete, data_subject_categories: "The categories of data subjects are missing.")]
    DataSubjects,
    #[error(NoticeIncomplete, interest: "The legitimate interest is missing.")]
    Interest,
    #[error(NoticeIncomplete, law: "The law behind the obligation or the task is missing.")]
    Law,
    #[error(
        NoticeIncomplete,
        public_interest: "The law behind the public interest is missing, although data are used for it while processing is restricted."
    )]
    PublicInterest,
    #[error(
        NoticeIncomplete,
        obligation: "The notice must say whether the person has to provide the data, and what happens otherwise."
    )]
    Obligation,
    #[error(
        NoticeIncomplete,
        automated_decisions: "The logic of automated decisions, and their consequences for the person, are missing."
    )]
    AutomatedDecisions,
    #[error(
        NoticeIncomplete,
        freely_given: "The reason why consent is freely given, although a public authority requests it, is missing."
    )]
    FreelyGiven,
    #[error(
        NoticeIncomplete,
        condition: "The condition under which special categories of data may be processed is missing."
    )]
    Condition,
    #[error(NoticeIncomplete, explicit_basis: "The condition “explicit consent” requires consent as the lawful basis.")]
    ExplicitBasis,
    #[error(
        NoticeIncomplete,
        closed_ground: "A public authority that exercises its powers cannot transfer data on this ground."
    )]
    ClosedGround,
    #[error(
        NoticeIncomplete,
        storage_transfer: "Data are kept outside the European Economic Area, but the ground for that is missing."
    )]
    StorageTransfer,
    #[error(
        NoticeIncomplete,
        processing_transfer: "Data are processed outside the European Economic Area, but the ground for that is missing."
    )]
    ProcessingTransfer,
    #[error(
        NoticeIncomplete,
        criminal_interest: "Data about criminal convictions and offences cannot be processed on a legitimate interest."
    )]
    CriminalInterest,
    #[error(
        NoticeIncomplete,
        criminal_law: "The law that allows processing data about criminal convictions and offences is missing."
    )]
    CriminalLaw,
    #[error(
        NoticeIncomplete,
        assessment: "Decisions on special categories of data are automated, but the impact assessment is missing."
    )]
    Assessment,
    #[error(
        NoticeIncomplete,
        special_automation: "Decisions on special categories of data may be automated only with explicit consent, or for a substantial public interest."
    )]
    SpecialAutomation,
}
