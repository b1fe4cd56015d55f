//! The notice as a document.

use crate::types::json::Readable;
use serde::Serialize;

use super::{
    AgeRow, DataTerm, LawfulBasis, ProcessingRestrictionException, ProcessingTerm, PurposeTerm, Right,
    SpecialCondition, SubjectTerm, TransferTerm,
};
use crate::types::{Country, Key, Language, Localized, OrganisationId, Uri};

/// The kind mark `notice`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeMark {
    /// This document is a notice.
    Notice,
}

/// A body with a name and a contact: a controller, its data protection officer, an authority. Public: a function, never
/// a private person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// The postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Localized>,
    /// The contact, such as `mailto:` and an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Uri>,
    /// The e-mail address, if it is not the contact. Some receipt forms require one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The name.
    pub name: Localized,
    /// The organisation on record that this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Enrolled>,
    /// The telephone number. Some receipt forms require one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<Uri>,
}

/// The organisation on record that a body in a notice is. Nobody who belongs to an organisation that a notice names may
/// consent to it for another person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Enrolled {
    /// None: it does not take part here.
    Outside,
    /// This organisation, by its id.
    As(OrganisationId),
}

/// The role of a recipient towards the controller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RecipientRole {
    /// It determines the purposes and means jointly with the controller: Art. 26.
    JointController,
    /// It processes data on behalf of the controller: Art. 28.
    Processor,
    /// It is a third party: Art. 4(10).
    ThirdParty,
}

impl RecipientRole {
    /// The term in the Data Privacy Vocabulary.
    #[must_use]
    pub const fn iri(self) -> &'static str {
        match self {
            Self::JointController => "https://w3id.org/dpv#JointDataControllers",
            Self::Processor => "https://w3id.org/dpv#DataProcessor",
            Self::ThirdParty => "https://w3id.org/dpv#ThirdParty",
        }
    }
}

/// The ground for a transfer of data out of the European Economic Area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The article that allows it.
    pub ground: TransferTerm,
    /// What the ground is here, and where a copy of it can be obtained (Art. 13(1)(f)).
    pub text: Localized,
}

/// A recipient of data besides the controller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// The postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Localized>,
    /// The contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Uri>,
    /// The country.
    pub country: Country,
    /// The key in this notice.
    pub id: Key,
    /// The name, or the kind of recipient.
    pub name: Localized,
    /// The organisation on record that this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Enrolled>,
    /// The role towards the controller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient_role: Option<RecipientRole>,
    /// The ground for the transfer, if its country is outside the European Economic Area: Art. 45 to 49.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
    /// The website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<Uri>,
}

/// The source of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Collection {
    /// From the data subject: Art. 13.
    DataSubject {},
    /// From elsewhere: Art. 14.
    Elsewhere {
        /// Whether the source is publicly accessible.
        public: bool,
        /// The source.
        source: Localized,
    },
}

/// Whether the purpose needs the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Necessity {
    /// The purpose cannot be fulfilled without them.
    Required,
    /// They help, but nothing may depend on them (Art. 7(4)).
    Optional,
}

/// One kind of data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DataItem {
    /// The category.
    pub category: DataTerm,
    /// Whether the data concern criminal convictions and offences (Art. 10). Data that the vocabulary counts among them
    /// always do; this marks others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub criminal: bool,
    /// Whether the purpose needs the data.
    pub necessity: Necessity,
    /// Whether the data belong to the special categories of Art. 9. Data that the vocabulary counts among them always
    /// do; this marks others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub special: bool,
}

impl DataItem {
    /// Whether the data concern criminal convictions and offences: Art. 10.
    #[must_use]
    pub fn is_criminal(&self) -> bool {
        self.criminal || self.category.is_criminal()
    }

    /// Whether the data belong to the special categories of Art. 9.
    #[must_use]
    pub fn is_special(&self) -> bool {
        self.special || self.category.is_special()
    }
}

/// How long data are kept. There is always a last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Retention {
    /// This many days, 36 524 at most.
    Days(u32),
    /// Until an event, or for this many days if it does not occur.
    UntilEvent {
        /// The longest, in days; 36 524 at most.
        days: u32,
        /// The event, by its name for programs.
        key: Key,
        /// The event, as described to the data subject.
        text: Localized,
    },
}

impl Retention {
    /// The longest time for which data are kept, in days.
    #[must_use]
    pub const fn longest(&self) -> u32 {
        match self {
            Self::Days(days) | Self::UntilEvent { days, .. } => *days,
        }
    }
}

/// Where and how long data are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Storage {
    /// The countries.
    pub places: Vec<Country>,
    /// The duration.
    pub retention: Retention,
    /// The ground for keeping them outside the European Economic Area, if one of the countries is outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
}

/// The only places where data are processed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Processed {
    /// The countries.
    pub places: Vec<Country>,
    /// The ground for processing them outside the European Economic Area, if one of the countries is outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
}

/// The degree of automation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Automation {
    /// People decide.
    #[default]
    None,
    /// Machines assist.
    Partial,
    /// Machines decide alone; `automated_decisions` explains the consequences (Art. 22).
    Full,
}

/// A right that applies although the basis does not include it, or the other way round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RightException {
    /// Whether the data subject has the right.
    pub applies: bool,
    /// The reason for the difference.
    pub reason: Localized,
    /// The right.
    pub right: Right,
}

/// A purpose of processing. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// Solely automated decisions: their logic and their consequences for the data subject (Art. 13(2)(f), 22).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automated_decisions: Option<Localized>,
    /// The degree of automation.
    #[serde(default)]
    pub automation: Automation,
    /// The lawful basis: exactly one.
    pub basis: LawfulBasis,
    /// The condition for processing special categories of data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<SpecialCondition>,
    /// The data.
    pub data: Vec<DataItem>,
    /// The categories of data subjects (Art. 30(1)(c)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data_subject_categories: Vec<SubjectTerm>,
    /// The detailed description.
    pub description: Localized,
    /// Why processing continues while it is restricted (Art. 18(2)); it stops if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite_processing_restriction: Option<ProcessingRestrictionException>,
    /// Why consent is freely given although a public authority requests it (Recital 43).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freely_given: Option<Localized>,
    /// The key among the purposes of the organisation, the same in all versions of its notices.
    pub id: Key,
    /// Where the impact assessment can be read (Art. 35). Some receipt forms require it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact_assessment: Option<Uri>,
    /// The legitimate interest, if that is the basis (Art. 13(1)(d)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interest: Option<Localized>,
    /// The law, if a legal obligation or a public task is the basis (Art. 6(3)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<Localized>,
    /// The name, in a few words.
    pub name: Localized,
    /// Whether the data subject must provide the data, by law or contract, and what happens otherwise (Art. 13(2)(e)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obligation: Option<Localized>,
    /// What is done with the data.
    pub processing: Vec<ProcessingTerm>,
    /// Where the data are processed, if only in certain places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processing_at: Option<Processed>,
    /// The recipients, by their keys in the notice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Key>,
    /// Rights that differ from those that go with the basis.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<RightException>,
    /// Where and how long data are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storage: Option<Storage>,
    /// The term in the Data Privacy Vocabulary.
    pub term: PurposeTerm,
    /// The events that can end a consent, for `until_event`: names for programs, public like all of the notice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub until_events: Vec<Key>,
    /// The longest validity of a consent, in days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_days: Option<u32>,
    /// The containing purpose: a consent to that purpose includes this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Key>,
}

impl Purpose {
    /// Whether special categories of data are processed.
    #[must_use]
    pub fn is_special(&self) -> bool {
        self.data.iter().any(DataItem::is_special)
    }

    /// Whether the purpose needs none of the data: no act can require such a purpose (Art. 7(4)).
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.data.iter().all(|item| item.necessity == Necessity::Optional)
    }

    /// Whether consent to it must be explicit (Art. 9(2)(a)).
    #[must_use]
    pub fn is_explicit(&self) -> bool {
        self.is_special() || self.condition == Some(SpecialCondition::ExplicitConsent)
    }

    /// Whether a consent to a wider purpose can include this one: it processes no special category, and needs no
    /// explicit consent, that the wider one does not.
    #[must_use]
    pub(crate) fn is_within_reach_of(&self, wider: &Self) -> bool {
        let special = self.data.iter().filter(|item| item.is_special());
        let taken =
            |item: &DataItem| wider.data.iter().any(|d| d.is_special() && d.category == item.category);
        special.into_iter().all(taken) && (wider.is_explicit() || !self.is_explicit())
    }

    /// The rights that apply: those of the basis, with the purpose's own exceptions.
    #[must_use]
    pub fn rights(&self) -> Vec<Right> {
        let mut rights = self.basis.rights().to_vec();
        for exception in &self.rights {
            rights.retain(|right| *right != exception.right);
            if exception.applies {
                rights.push(exception.right);
            }
        }
        rights.sort_unstable();
        rights
    }
}

/// How to withdraw consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// How to withdraw.
    pub how: Localized,
    /// Where to withdraw.
    pub uri: Uri,
}

/// A notice as a document: what people are told before their data are processed (GDPR Art. 13 and 14). Fields are in
/// canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticeDocument {
    /// The authority to complain to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Body>,
    /// Ages of consent that differ from the shipped table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub child_ages: Vec<AgeRow>,
    /// The source of the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collection: Option<Collection>,
    /// The controllers; the first is the organisation that publishes the notice.
    pub controllers: Vec<Body>,
    /// The kind of this document.
    pub document: NoticeMark,
    /// The name for programs, the same in all versions.
    pub id: Key,
    /// The responsibilities of joint controllers and the contact for data subjects: the essence of their arrangement
    /// (Art. 26(2)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint_arrangement: Option<Localized>,
    /// The country whose law applies.
    pub jurisdiction: Country,
    /// The languages in which all of it is written.
    pub languages: Vec<Language>,
    /// The number of days within which recipients are notified that data may no longer be processed (Art. 19).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notify_within_days: Option<u32>,
    /// The data protection officer of the controller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<Body>,
    /// The purposes of the processing.
    pub purposes: Vec<Purpose>,
    /// The recipients; an empty list means that there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipients: Option<Vec<Recipient>>,
    /// The purposes for which this version asks again those who consented to an earlier one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renews: Vec<Key>,
    /// The purposes that this version only rewords, so that nobody has to be asked again. This is checked: any other
    /// difference is refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewords: Vec<Key>,
    /// Where data subjects exercise their rights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights_at: Option<Uri>,
    /// The text for the data subject.
    pub text: Localized,
    /// Its title.
    pub title: Localized,
    /// Where exactly this version can be read.
    pub uri: Uri,
    /// The version, from 1.
    pub version: u32,
    /// How to withdraw consent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<Withdrawal>,
}
