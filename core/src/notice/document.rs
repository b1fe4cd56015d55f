//! The notice as it is written.

use crate::types::json::Readable;
use serde::Serialize;

use super::{
    AgeRow, DataTerm, LawfulBasis, ProcessingTerm, PurposeTerm, RestrictionException, Right,
    SpecialCondition, SubjectTerm, TransferTerm,
};
use crate::types::{Country, Key, Language, Localized, OrganisationId, Uri};

/// The word `notice`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeMark {
    /// This document is a notice.
    Notice,
}

/// A body with a name and a way to reach it: a controller, its data protection officer, an authority. Public: a
/// function, never a private person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Its postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Localized>,
    /// How to reach it, such as `mailto:` and an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Uri>,
    /// Its e-mail address, where that is not the way to reach it. Some forms of receipts demand one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// What it is called.
    pub name: Localized,
    /// Which organisation of the record it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Enrolled>,
    /// Its telephone number. Some forms of receipts demand one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Its pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<Uri>,
}

/// Which organisation of the record somebody in a notice is. Nobody who belongs to one that a notice names agrees to what it
/// says for another person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Enrolled {
    /// None: it takes no part here.
    Outside,
    /// This one, by the id that was given out for it.
    As(OrganisationId),
}

/// What a recipient is to the controller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RecipientRole {
    /// It decides with the controller why and how data are processed: Art. 26.
    JointController,
    /// It processes on the controller's behalf: Art. 28.
    Processor,
    /// It is neither: Art. 4(10).
    ThirdParty,
}

impl RecipientRole {
    /// Its term in the Data Privacy Vocabulary.
    #[must_use]
    pub const fn iri(self) -> &'static str {
        match self {
            Self::JointController => "https://w3id.org/dpv#JointDataControllers",
            Self::Processor => "https://w3id.org/dpv#DataProcessor",
            Self::ThirdParty => "https://w3id.org/dpv#ThirdParty",
        }
    }
}

/// On what ground data leave the European Economic Area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The article that allows it.
    pub ground: TransferTerm,
    /// What that is here, and where a copy of it can be had (Art. 13(1)(f)).
    pub text: Localized,
}

/// Who receives data besides the controller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Its postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Localized>,
    /// How to reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Uri>,
    /// Where it is.
    pub country: Country,
    /// Its name in this notice.
    pub id: Key,
    /// What it is called, or which kind of recipient it is.
    pub name: Localized,
    /// Which organisation of the record it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Enrolled>,
    /// What it is to the controller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RecipientRole>,
    /// On what ground data go to it, where its country lies outside the European Economic Area: Art. 45 to 49.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
    /// Its pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<Uri>,
}

/// Where data come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Collection {
    /// From the person herself: Art. 13.
    DataSubject {},
    /// From elsewhere: Art. 14.
    Elsewhere {
        /// Whether anybody can read them there.
        public: bool,
        /// Which source that is.
        source: Localized,
    },
}

/// Whether data must be there for the purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Necessity {
    /// Without them it cannot be done.
    Required,
    /// They are a help; nothing may depend on them (Art. 7(4)).
    Optional,
}

/// One kind of data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DataItem {
    /// Which.
    pub category: DataTerm,
    /// Whether it is about criminal convictions and offences (Art. 10). What the vocabulary counts among them is; here
    /// more can be.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub criminal: bool,
    /// Whether it must be there.
    pub necessity: Necessity,
    /// Whether it belongs to the special categories of Art. 9. What the vocabulary counts among them does; here more
    /// can.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub special: bool,
}

impl DataItem {
    /// Whether it is about criminal convictions and offences: Art. 10.
    #[must_use]
    pub fn is_criminal(&self) -> bool {
        self.criminal || self.category.is_criminal()
    }

    /// Whether it belongs to the special categories of Art. 9.
    #[must_use]
    pub fn is_special(&self) -> bool {
        self.special || self.category.is_special()
    }
}

/// How long data are kept. There is no “for ever”: whatever they are kept for, there is a last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Retention {
    /// So many days, 36 524 at most.
    Days(u32),
    /// Until something happens, or for so many days if it does not.
    UntilEvent {
        /// The longest, in days; 36 524 at most.
        days: u32,
        /// What happens, by its name for programs.
        event: Key,
        /// What happens, as she reads it.
        text: Localized,
    },
}

impl Retention {
    /// The most days for which data are kept.
    #[must_use]
    pub const fn longest(&self) -> u32 {
        match self {
            Self::Days(days) | Self::UntilEvent { days, .. } => *days,
        }
    }
}

/// Where data are kept, and how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Storage {
    /// The countries.
    pub places: Vec<Country>,
    /// How long.
    pub retention: Retention,
    /// On what ground they are kept outside the European Economic Area, where a country is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
}

/// Where data are processed, and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Processed {
    /// The countries.
    pub places: Vec<Country>,
    /// On what ground that is done outside the European Economic Area, where a country is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
}

/// How far machines do it by themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Automation {
    /// People do it.
    #[default]
    None,
    /// Machines help.
    Partial,
    /// Machines do it alone; what that means for her stands in `automated_decisions` (Art. 22).
    Full,
}

/// A right that goes with a purpose although it does not go with its basis, or the other way round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RightException {
    /// Whether she has it.
    pub applies: bool,
    /// Why it differs.
    pub reason: Localized,
    /// Which right.
    pub right: Right,
}

/// What data are processed for. Fields stand in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// Decisions by machines alone: what they follow, and what they mean for her (Art. 13(2)(f), 22).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automated_decisions: Option<Localized>,
    /// How far machines do it by themselves.
    #[serde(default)]
    pub automation: Automation,
    /// Why that is lawful: exactly one reason.
    pub basis: LawfulBasis,
    /// Why special categories of data may be processed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<SpecialCondition>,
    /// The data.
    pub data: Vec<DataItem>,
    /// Whose data, by category (Art. 30(1)(c)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data_subjects: Vec<SubjectTerm>,
    /// What it is, at length.
    pub description: Localized,
    /// Why it goes on while her data are restricted (Art. 18(2)); it stops then if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite_restriction: Option<RestrictionException>,
    /// Why consent is freely given although a public authority asks for it (Recital 43).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freely_given: Option<Localized>,
    /// Its name among the purposes of the organisation, the same in all versions of its notices.
    pub id: Key,
    /// Where the assessment of its impact can be read (Art. 35). Some forms of receipts demand it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact_assessment: Option<Uri>,
    /// The legitimate interest, where that is the basis (Art. 13(1)(d)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interest: Option<Localized>,
    /// The law, where an obligation or a public task is the basis (Art. 6(3)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<Localized>,
    /// What it is, in a few words.
    pub name: Localized,
    /// Whether she must provide the data, by law or contract, and what happens if she does not (Art. 13(2)(e)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obligation: Option<Localized>,
    /// What is done with the data.
    pub processing: Vec<ProcessingTerm>,
    /// Where that is done, if it is bound to places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processing_at: Option<Processed>,
    /// Who receives them, by their names in the notice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Key>,
    /// Rights that differ from those that go with the basis.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<RightException>,
    /// Where and how long data are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storage: Option<Storage>,
    /// Its term in the Data Privacy Vocabulary.
    pub term: PurposeTerm,
    /// What a consent to it can be tied to, with `until_event`: names for programs, public as all of the notice is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub until_events: Vec<Key>,
    /// For how many days a consent holds at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_days: Option<u32>,
    /// The purpose that it lies within: a consent for that one is a consent for this one too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Key>,
}

impl Purpose {
    /// Whether special categories of data are processed.
    #[must_use]
    pub fn is_special(&self) -> bool {
        self.data.iter().any(DataItem::is_special)
    }

    /// Whether nothing that is processed must be there: such a purpose gates nothing (Art. 7(4)).
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.data.iter().all(|item| item.necessity == Necessity::Optional)
    }

    /// Whether consent to it must be explicit (Art. 9(2)(a)).
    #[must_use]
    pub fn is_explicit(&self) -> bool {
        self.is_special() || self.condition == Some(SpecialCondition::ExplicitConsent)
    }

    /// Whether a consent to a wider purpose can be one to this too: it takes no data of a special category, and no explicit
    /// consent, that the wider one does not.
    #[must_use]
    pub(crate) fn is_within_reach_of(&self, wider: &Self) -> bool {
        let special = self.data.iter().filter(|item| item.is_special());
        let taken =
            |item: &DataItem| wider.data.iter().any(|d| d.is_special() && d.category == item.category);
        special.into_iter().all(taken) && (wider.is_explicit() || !self.is_explicit())
    }

    /// The rights that go with it: those of its basis, and what it says itself.
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
    /// Where.
    pub at: Uri,
    /// How.
    pub how: Localized,
}

/// A notice as it is written: what somebody is told before her data are processed (GDPR Art. 13 and 14). Fields stand in
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
    /// Where data come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collection: Option<Collection>,
    /// Who decides why and how data are processed; the first is the organisation that publishes the notice.
    pub controllers: Vec<Body>,
    /// Says what kind of document this is.
    pub document: NoticeMark,
    /// Its name for programs, the same in all versions.
    pub id: Key,
    /// Who of several controllers does what, and whom she turns to: the essence of their arrangement (Art. 26(2)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint_arrangement: Option<Localized>,
    /// Under whose law.
    pub jurisdiction: Country,
    /// The languages that all of it is written in.
    pub languages: Vec<Language>,
    /// The data protection officer of the controller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<Body>,
    /// What processing is for.
    pub purposes: Vec<Purpose>,
    /// Who receives data; an empty list says that nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipients: Option<Vec<Recipient>>,
    /// Whether this version asks again those who consented to an earlier one; by purpose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renews: Vec<Key>,
    /// The purposes about which this version says the same in other words, so that nobody has to be asked again. It is
    /// checked: whatever else differs is refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewords: Vec<Key>,
    /// Where rights are exercised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights_at: Option<Uri>,
    /// Within how many days recipients are told that data must no longer be processed (Art. 19).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tell_within_days: Option<u32>,
    /// What she is told, as she reads it.
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
