//! Lawful bases (GDPR Art. 6(1)), the conditions for special categories (Art. 9(2)), and the rights under each.

use std::fmt;

use crate::types::json::Readable;
use serde::Serialize;

/// The prefix of the terms of the GDPR extension of the Data Privacy Vocabulary.
const GDPR: &str = "https://w3id.org/dpv/legal/eu/gdpr#";

/// The six lawful bases of GDPR Art. 6(1). A purpose has exactly one here, although the law says “at least one”, so
/// that it is always clear which rights and which act apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LawfulBasis {
    /// The data subject consented: Art. 6(1)(a).
    Consent,
    /// A contract with the data subject requires it: Art. 6(1)(b).
    Contract,
    /// A law requires it: Art. 6(1)(c).
    LegalObligation,
    /// It protects somebody's life: Art. 6(1)(d).
    VitalInterest,
    /// A task in the public interest or of official authority requires it: Art. 6(1)(e).
    PublicTask,
    /// A legitimate interest that is not overridden by those of the data subject: Art. 6(1)(f).
    LegitimateInterest,
}

/// How a data subject can end processing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// By withdrawing consent (Art. 7(3)).
    Withdraw,
    /// By objecting (Art. 21).
    Object,
    /// Not at all: processing ends with the contract, the law or the danger.
    Neither,
}

impl LawfulBasis {
    /// All bases.
    pub const ALL: [Self; 6] = [
        Self::Consent,
        Self::Contract,
        Self::LegalObligation,
        Self::VitalInterest,
        Self::PublicTask,
        Self::LegitimateInterest,
    ];

    /// The name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Contract => "contract",
            Self::LegalObligation => "legal_obligation",
            Self::VitalInterest => "vital_interest",
            Self::PublicTask => "public_task",
            Self::LegitimateInterest => "legitimate_interest",
        }
    }

    /// How a data subject can end processing on this basis.
    #[must_use]
    pub const fn remedy(self) -> Remedy {
        match self {
            Self::Consent => Remedy::Withdraw,
            Self::PublicTask | Self::LegitimateInterest => Remedy::Object,
            Self::Contract | Self::LegalObligation | Self::VitalInterest => Remedy::Neither,
        }
    }

    /// The term in the GDPR extension of the Data Privacy Vocabulary.
    #[must_use]
    pub fn iri(self) -> String {
        let letter = match self {
            Self::Consent => 'a',
            Self::Contract => 'b',
            Self::LegalObligation => 'c',
            Self::VitalInterest => 'd',
            Self::PublicTask => 'e',
            Self::LegitimateInterest => 'f',
        };
        format!("{GDPR}A6-1-{letter}")
    }

    /// The rights under this basis, according to the vocabulary's table. The table simplifies, and the law has
    /// exceptions: a purpose can state them, with a reason.
    #[must_use]
    pub const fn rights(self) -> &'static [Right] {
        use Right::{
            Access, Automated, Complaint, Erasure, Informed, InformedElsewhere, Objection, Portability,
            ProcessingRestriction, Rectification, Withdrawal,
        };
        match self {
            Self::Consent => &[
                Informed,
                InformedElsewhere,
                Access,
                Rectification,
                Erasure,
                ProcessingRestriction,
                Portability,
                Automated,
                Withdrawal,
                Complaint,
            ],
            Self::Contract => &[
                Informed,
                InformedElsewhere,
                Access,
                Rectification,
                Erasure,
                ProcessingRestriction,
                Portability,
                Automated,
                Complaint,
            ],
            Self::LegalObligation => &[Informed, Access, Rectification, ProcessingRestriction, Complaint],
            Self::VitalInterest => &[
                Informed,
                InformedElsewhere,
                Access,
                Rectification,
                Erasure,
                ProcessingRestriction,
                Automated,
                Complaint,
            ],
            Self::PublicTask => &[
                Informed,
                InformedElsewhere,
                Access,
                Rectification,
                ProcessingRestriction,
                Objection,
                Automated,
                Complaint,
            ],
            Self::LegitimateInterest => &[
                Informed,
                InformedElsewhere,
                Access,
                Rectification,
                Erasure,
                ProcessingRestriction,
                Objection,
                Automated,
                Complaint,
            ],
        }
    }
}

interlink_values::words!(LawfulBasis);

impl LawfulBasis {
    /// The word for it in a sentence, in English.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Contract => "a contract",
            Self::LegalObligation => "a legal obligation",
            Self::VitalInterest => "a vital interest",
            Self::PublicTask => "a public task",
            Self::LegitimateInterest => "a legitimate interest",
        }
    }
}

impl fmt::Display for LawfulBasis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// The conditions for processing special categories of data (GDPR Art. 9(2)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpecialCondition {
    /// The data subject consented explicitly: (a).
    ExplicitConsent,
    /// Employment and social security law: (b).
    EmploymentLaw,
    /// Somebody's life depends on it and the data subject cannot consent: (c).
    VitalInterest,
    /// A non-profit body about its own members: (d).
    OwnMembers,
    /// The data subject made them public: (e).
    MadePublic,
    /// Legal claims: (f).
    LegalClaims,
    /// Substantial public interest: (g).
    PublicInterest,
    /// Health and social care: (h).
    HealthCare,
    /// Public health: (i).
    PublicHealth,
    /// Archiving, research, statistics: (j).
    Research,
}

impl SpecialCondition {
    /// The term in the GDPR extension of the Data Privacy Vocabulary.
    #[must_use]
    pub fn iri(self) -> String {
        let letter = match self {
            Self::ExplicitConsent => 'a',
            Self::EmploymentLaw => 'b',
            Self::VitalInterest => 'c',
            Self::OwnMembers => 'd',
            Self::MadePublic => 'e',
            Self::LegalClaims => 'f',
            Self::PublicInterest => 'g',
            Self::HealthCare => 'h',
            Self::PublicHealth => 'i',
            Self::Research => 'j',
        };
        format!("{GDPR}A9-2-{letter}")
    }
}

/// Why processing continues although it is restricted (GDPR Art. 18(2)). The fourth exception, consent, is given by the
/// data subject after the restriction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProcessingRestrictionException {
    /// To establish, exercise or defend legal claims.
    LegalClaims,
    /// To protect the rights of another person.
    RightsOfOthers,
    /// For reasons of important public interest of the Union or of a member state; the purpose names the law.
    PublicInterest,
}

impl ProcessingRestrictionException {
    /// The word for it in a sentence, in English.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::LegalClaims => "legal claims",
            Self::RightsOfOthers => "the rights of another person",
            Self::PublicInterest => "important public interest",
        }
    }
}

interlink_values::words!(ProcessingRestrictionException);

impl fmt::Display for ProcessingRestrictionException {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// A right of the data subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// To be informed, if the data come from the data subject: Art. 13.
    Informed,
    /// To be informed, if the data come from elsewhere: Art. 14.
    InformedElsewhere,
    /// Access: Art. 15.
    Access,
    /// Rectification: Art. 16.
    Rectification,
    /// Erasure: Art. 17.
    Erasure,
    /// Restriction of processing: Art. 18.
    ProcessingRestriction,
    /// Data portability: Art. 20.
    Portability,
    /// Objection: Art. 21.
    Objection,
    /// Not to be subject to solely automated decisions: Art. 22.
    Automated,
    /// Withdrawal of consent: Art. 7(3).
    Withdrawal,
    /// Complaint to an authority: Art. 77.
    Complaint,
}

impl Right {
    /// The term in the GDPR extension of the Data Privacy Vocabulary.
    #[must_use]
    pub fn iri(self) -> String {
        let article = match self {
            Self::Informed => "A13",
            Self::InformedElsewhere => "A14",
            Self::Access => "A15",
            Self::Rectification => "A16",
            Self::Erasure => "A17",
            Self::ProcessingRestriction => "A18",
            Self::Portability => "A20",
            Self::Objection => "A21",
            Self::Automated => "A22",
            Self::Withdrawal => "A7-3",
            Self::Complaint => "A77",
        };
        format!("{GDPR}{article}")
    }
}
