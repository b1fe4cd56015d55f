//! Terms of the W3C Data Privacy Vocabulary 2.3 that a notice may name: a purpose, a way of processing, a kind of
//! personal data, a category of data subjects, a ground for a transfer. Names outside the vocabulary are refused.

use std::fmt;
use std::str::FromStr;

use crate::problem::Code;
use crate::types::{ValueFault, as_string, excerpt, string_schema};

/// The names of a vocabulary, in order, one per line.
struct Vocabulary {
    base: &'static str,
    lines: &'static str,
}

impl Vocabulary {
    fn find(&self, name: &str) -> Option<&'static str> {
        self.lines.lines().find(|line| *line == name)
    }
}

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident $what:literal $base:literal $file:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(&'static str);

        impl $name {
            const VOCABULARY: Vocabulary = Vocabulary { base: $base, lines: include_str!($file) };

            /// The name in the vocabulary, without its address.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                self.0
            }

            /// The IRI.
            #[must_use]
            pub fn iri(self) -> String {
                format!("{}{}", Self::VOCABULARY.base, self.0)
            }
        }

        impl FromStr for $name {
            type Err = ValueFault;

            fn from_str(text: &str) -> Result<Self, ValueFault> {
                let name = text.strip_prefix(Self::VOCABULARY.base).unwrap_or(text);
                Self::VOCABULARY.find(name).map(Self).ok_or_else(|| {
                    let message = format!(concat!("“{}” is not a known ", $what, " of the Data Privacy Vocabulary 2.3."), excerpt(text));
                    ValueFault::new(Code::TermUnknown, message)
                })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0)
            }
        }

        as_string!($name, $name(""));
        string_schema!($name, concat!("A ", $what, " of the Data Privacy Vocabulary 2.3, by name or IRI."), "minLength": 1);
    )+};
}

terms! {
    /// A purpose, such as `ServiceProvision`. Written by name; read by name or IRI.
    PurposeTerm "purpose" "https://w3id.org/dpv#" "terms/purpose.txt";
    /// A way of processing, such as `Store`.
    ProcessingTerm "processing" "https://w3id.org/dpv#" "terms/processing.txt";
    /// A category of people whose data are processed, such as `Citizen`.
    SubjectTerm "category of data subjects" "https://w3id.org/dpv#" "terms/data_subjects.txt";
    /// A ground for a transfer out of the European Economic Area (GDPR Art. 45 to 49), such as `A45-3`.
    TransferTerm "ground for a transfer" "https://w3id.org/dpv/legal/eu/gdpr#" "terms/transfers.txt";
    /// A kind of personal data, such as `EmailAddress`.
    DataTerm "kind of personal data" "https://w3id.org/dpv/pd#" "terms/personal_data.txt";
}

impl DataTerm {
    /// Whether the vocabulary counts it as data about criminal convictions and offences under GDPR Art. 10.
    #[must_use]
    pub fn is_criminal(self) -> bool {
        include_str!("terms/criminal.txt").lines().any(|line| line == self.0)
    }

    /// Whether the vocabulary counts it as a special category under GDPR Art. 9.
    #[must_use]
    pub fn is_special(self) -> bool {
        include_str!("terms/special.txt").lines().any(|line| line == self.0)
    }
}

/// The purposes that are direct marketing, or any marketing to the data subject personally.
const DIRECT_MARKETING: [&str; 4] =
    ["DirectMarketing", "PersonalisedAdvertising", "RecruitmentTargetedAdvertising", "TargetedAdvertising"];

impl PurposeTerm {
    /// Whether it is direct marketing, to which an objection is absolute (GDPR Art. 21(2) and (3)).
    #[must_use]
    pub fn is_direct_marketing(self) -> bool {
        DIRECT_MARKETING.contains(&self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_by_name_and_by_iri() {
        let name: DataTerm = "EmailAddress".parse().unwrap();
        assert_eq!("https://w3id.org/dpv/pd#EmailAddress".parse::<DataTerm>().unwrap(), name);
        assert_eq!(name.iri(), "https://w3id.org/dpv/pd#EmailAddress");
        assert!("Email".parse::<DataTerm>().is_err_and(|fault| fault.code() == Code::TermUnknown));
        assert!("".parse::<PurposeTerm>().is_err());
        assert!("DNACode".parse::<DataTerm>().is_ok_and(DataTerm::is_special));
        assert!(!name.is_special() && !name.is_criminal());
        assert!("CriminalCharge".parse::<DataTerm>().is_ok_and(DataTerm::is_criminal));
        let ground: TransferTerm = "https://w3id.org/dpv/legal/eu/gdpr#A46-2-c".parse().unwrap();
        assert_eq!(ground.as_str(), "A46-2-c");
        assert!("A47".parse::<TransferTerm>().is_err() && "Everybody".parse::<SubjectTerm>().is_err());
    }
}
