//! Lawful bases (GDPR Art. 6(1)), the conditions for special categories (Art. 9(2)), and the rights that go with each.

use std::fmt;

use crate::types::json::Readable;
use serde::Serialize;

/// Where the terms of the GDPR extension of the Data Privacy Vocabulary begin.
const GDPR: &str = "https://w3id.org/dpv/legal/eu/gdpr#";

/// Why data may be processed: the six bases of GDPR Art. 6(1). A purpose has exactly one here, although the law says
/// “at least one”, so that it is always clear which rights and which verb apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LawfulBasis {
    /// She consented: Art. 6(1)(a).
    Consent,
    /// A contract with her needs it: Art. 6(1)(b).
    Contract,
    /// The law demands it: Art. 6(1)(c).
    LegalObligation,
    /// A life depends on it: Art. 6(1)(d).
    VitalInterest,
    /// A task in the public interest or of official authority needs it: Art. 6(1)(e).
    PublicTask,
    /// A legitimate interest that hers do not override: Art. 6(1)(f).
    LegitimateInterest,
}

/// What a person does to end processing on a basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// She withdraws her consent (Art. 7(3)).
    Withdraw,
    /// She objects (Art. 21).
    Object,
    /// Neither: the processing ends with the contract, the law or the danger.
    Neither,
}

impl LawfulBasis {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Consent,
        Self::Contract,
        Self::LegalObligation,
        Self::VitalInterest,
        Self::PublicTask,
        Self::LegitimateInterest,
    ];

    /// Its name in JSON.
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

    /// What a person does to end processing on it.
    #[must_use]
    pub const fn remedy(self) -> Remedy {
        match self {
            Self::Consent => Remedy::Withdraw,
            Self::PublicTask | Self::LegitimateInterest => Remedy::Object,
            Self::Contract | Self::LegalObligation | Self::VitalInterest => Remedy::Neither,
        }
    }

    /// Its term in the GDPR extension of the Data Privacy Vocabulary.
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

    /// The rights that go with it, after the vocabulary's own table. The table simplifies, and the law has exceptions:
    /// a purpose can say which, with a reason.
    #[must_use]
    pub const fn rights(self) -> &'static [Right] {
        use Right::{
            Access, Automated, Complaint, Erasure, Informed, InformedElsewhere, Objection, Portability,
            Rectification, Restriction, Withdrawal,
        };
        match self {
            Self::Consent => &[
                Informed,
                InformedElsewhere,
                Access,
                Rectification,
                Erasure,
                Restriction,
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
                Restriction,
                Portability,
                Automated,
                Complaint,
            ],
            Self::LegalObligation => &[Informed, Access, Rectification, Restriction, Complaint],
            Self::VitalInterest => &[
                Informed,
                InformedElsewhere,
                Access,
                Rectification,
                Erasure,
                Restriction,
                Automated,
                Complaint,
            ],
            Self::PublicTask => &[
                Informed,
                InformedElsewhere,
                Access,
                Rectification,
                Restriction,
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
                Restriction,
                Objection,
                Automated,
                Complaint,
            ],
        }
    }
}

interlink_values::words!(LawfulBasis);

impl LawfulBasis {
    /// How a sentence calls it, in English.
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

/// Why special categories of data may be processed all the same (GDPR Art. 9(2)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpecialCondition {
    /// She consented explicitly: (a).
    ExplicitConsent,
    /// Employment and social security law: (b).
    EmploymentLaw,
    /// A life depends on it and she cannot consent: (c).
    VitalInterest,
    /// A non-profit body about its own members: (d).
    OwnMembers,
    /// She made them public herself: (e).
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
    /// Its term in the GDPR extension of the Data Privacy Vocabulary.
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

/// Why data are processed although their use is restricted (GDPR Art. 18(2)). The fourth exception, her consent, is given
/// by herself, after the restriction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RestrictionException {
    /// To establish, exercise or defend legal claims.
    LegalClaims,
    /// To protect the rights of another person.
    RightsOfOthers,
    /// For reasons of important public interest of the Union or of a member state; the purpose names the law.
    PublicInterest,
}

impl RestrictionException {
    /// How a sentence calls it, in English.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::LegalClaims => "legal claims",
            Self::RightsOfOthers => "the rights of another person",
            Self::PublicInterest => "important public interest",
        }
    }
}

interlink_values::words!(RestrictionException);

impl fmt::Display for RestrictionException {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// A right of the person whose data they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// To be told, where data come from her: Art. 13.
    Informed,
    /// To be told, where data come from elsewhere: Art. 14.
    InformedElsewhere,
    /// To see her data: Art. 15.
    Access,
    /// To have them put right: Art. 16.
    Rectification,
    /// To have them erased: Art. 17.
    Erasure,
    /// To have their use restricted: Art. 18.
    Restriction,
    /// To take them along: Art. 20.
    Portability,
    /// To object: Art. 21.
    Objection,
    /// Not to be decided about by machines alone: Art. 22.
    Automated,
    /// To withdraw consent: Art. 7(3).
    Withdrawal,
    /// To complain to an authority: Art. 77.
    Complaint,
}

impl Right {
    /// Its term in the GDPR extension of the Data Privacy Vocabulary.
    #[must_use]
    pub fn iri(self) -> String {
        let article = match self {
            Self::Informed => "A13",
            Self::InformedElsewhere => "A14",
            Self::Access => "A15",
            Self::Rectification => "A16",
            Self::Erasure => "A17",
            Self::Restriction => "A18",
            Self::Portability => "A20",
            Self::Objection => "A21",
            Self::Automated => "A22",
            Self::Withdrawal => "A7-3",
            Self::Complaint => "A77",
        };
        format!("{GDPR}{article}")
    }
}
