//! One entry of a catalogue.

use crate::types::Map;
use std::fmt;

use serde::Serialize;

use crate::problem::Code;
use crate::types::json::{MapKey, Readable};
use crate::types::{Key, Language, LicenceClass, Localized, ValueFault, excerpt};

/// A closed set of words, named as in JSON.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
        #[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its name in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl MapKey for $name {
            fn of(text: &str) -> Result<Self, ValueFault> {
                let found = Self::ALL.iter().copied().find(|word| word.as_str() == text);
                found.ok_or_else(|| {
                    let message = format!(concat!("“{}” is not a valid ", stringify!($name), "."), excerpt(text));
                    ValueFault::new(Code::JsonUnknownVariant, message)
                })
            }
        }
    )+};
}

words! {
    /// The kind of an interlinker.
    InterlinkerKind {
        /// A resource that is copied and filled in: a template, a canvas, a guide.
        Knowledge = "knowledge",
        /// A resource elsewhere, which is linked.
        ExternalKnowledge = "external_knowledge",
        /// A program run by the host that keeps assets for tasks.
        Software = "software",
        /// A program run by others.
        ExternalSoftware = "external_software",
    }

    /// How hard it is to use, from the easiest.
    Difficulty {
        /// No preparation.
        VeryEasy = "very_easy",
        /// Little preparation.
        Easy = "easy",
        /// Some preparation.
        Medium = "medium",
        /// Much preparation.
        Difficult = "difficult",
        /// For specialists.
        VeryDifficult = "very_difficult",
    }

    /// The target group. Broader ones contain narrower ones.
    Target {
        /// Everybody.
        All = "all",
        /// Public administrations.
        Administrations = "administrations",
        /// Public servants.
        PublicServants = "public_servants",
        /// Politicians.
        Politicians = "politicians",
        /// Businesses.
        Businesses = "businesses",
        /// Small and medium enterprises.
        SmallBusinesses = "small_businesses",
        /// Freelancers.
        Freelancers = "freelancers",
        /// Large companies.
        LargeCompanies = "large_companies",
        /// Private non-profit organisations.
        NonProfits = "non_profits",
        /// Citizens.
        Citizens = "citizens",
        /// Potential users of the service.
        PotentialUsers = "potential_users",
        /// Citizens with expertise.
        ExpertCitizens = "expert_citizens",
        /// Research organisations.
        ResearchOrganisations = "research_organisations",
        /// Universities.
        Universities = "universities",
        /// Other research organisations.
        OtherResearch = "other_research",
    }

    /// The effect on a service.
    Service {
        /// Makes a service possible.
        Enabling = "enabling",
        /// Makes it possible by implementing software.
        Implementing = "implementing",
        /// Makes it possible by operating it.
        Operating = "operating",
        /// Makes a service better.
        Enhancing = "enhancing",
        /// Makes it better by bringing people in.
        Onboarding = "onboarding",
        /// Makes it better by following up.
        FollowUp = "follow_up",
        /// Makes it better by experts from outside.
        ExternalExperts = "external_experts",
    }

    /// The area where it applies.
    Area {
        /// In the European Union.
        Eu = "eu",
        /// In one country.
        National = "national",
        /// In one place.
        Local = "local",
    }

    /// The shape of a knowledge resource.
    Form {
        /// Software.
        Software = "software",
        /// A template to look at.
        VisualTemplate = "visual_template",
        /// A template to write in.
        DocumentTemplate = "document_template",
        /// A canvas.
        Canvas = "canvas",
        /// Best practices.
        BestPractices = "best_practices",
        /// Guidelines.
        Guidelines = "guidelines",
        /// A checklist.
        Checklist = "checklist",
        /// A template of a survey.
        SurveyTemplate = "survey_template",
        /// A template of a legal agreement.
        LegalAgreementTemplate = "legal_agreement_template",
        /// Something else.
        Other = "other",
    }

    /// The format of a knowledge resource.
    Format {
        /// PDF.
        Pdf = "pdf",
        /// A document that can be edited.
        EditableSourceDocument = "editable_source_document",
        /// An open document.
        OpenDocument = "open_document",
        /// A structured format.
        StructuredFormat = "structured_format",
        /// Software.
        Software = "software",
    }

    /// Who runs a piece of software.
    Supporter {
        /// A provider, for many.
        Saas = "saas",
        /// The organisation itself.
        OnPremise = "on_premise",
        /// Whoever installs it.
        InstalledApp = "installed_app",
    }

    /// How a program learns who its user is.
    AuthMethod {
        /// From a header.
        Header = "header",
        /// From a cookie.
        Cookie = "cookie",
    }

    /// The actions that a program offers for the assets it holds, ordered by name, which is the canonical order of
    /// keys.
    Capability {
        /// To copy an asset.
        Clone = "clone",
        /// To delete an asset.
        Delete = "delete",
        /// To download an asset.
        Download = "download",
        /// To change an asset.
        Edit = "edit",
        /// To create an asset.
        Instantiate = "instantiate",
        /// To open an asset in a window of the host.
        OpenInModal = "open_in_modal",
        /// To show a preview of an asset.
        Preview = "preview",
        /// To be reached directly.
        Shortcut = "shortcut",
        /// To look at an asset.
        View = "view",
    }
}

impl Target {
    /// The next broader target group; none above everybody.
    #[must_use]
    pub const fn broader(self) -> Option<Self> {
        Some(match self {
            Self::All => return None,
            Self::Administrations | Self::Businesses | Self::Citizens | Self::ResearchOrganisations => {
                Self::All
            }
            Self::PublicServants | Self::Politicians => Self::Administrations,
            Self::SmallBusinesses | Self::Freelancers | Self::LargeCompanies | Self::NonProfits => {
                Self::Businesses
            }
            Self::PotentialUsers | Self::ExpertCitizens => Self::Citizens,
            Self::Universities | Self::OtherResearch => Self::ResearchOrganisations,
        })
    }

    /// Whether something for one target group suits another: the same, or one contained in it.
    #[must_use]
    pub fn reaches(self, whom: Self) -> bool {
        std::iter::successors(Some(whom), |target| target.broader()).any(|target| target == self)
    }
}

/// The actions that a program offers, each with its name there, if it has one.
pub type CapabilitySet = Map<Capability, Option<Localized>>;

/// How the host reaches a program that it runs. Stored as data; the library never follows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Integration {
    /// The path of its programming interface.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_path: Option<String>,
    /// How it learns who its user is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth_method: Option<AuthMethod>,
    /// The actions it offers, with their names there.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub capabilities: CapabilitySet,
    /// The host name of its addresses, if not the host's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_name: Option<String>,
    /// Its path at that host name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The name of its service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Whether it is reached as a subdomain.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub subdomain: bool,
}

/// The fields of one kind of interlinker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum InterlinkerBody {
    /// A resource that is copied.
    Knowledge {
        /// The file of the resource, per language.
        #[serde(default, skip_serializing_if = "Map::is_empty")]
        files: Map<Language, String>,
        /// The software that holds copies of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        host: Option<Key>,
    },
    /// A resource that is linked.
    ExternalKnowledge {
        /// The name of a link to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asset_name: Option<Localized>,
        /// Its address, per language.
        #[serde(default, skip_serializing_if = "Map::is_empty")]
        uris: Map<Language, String>,
    },
    /// A program that the host runs.
    Software {
        /// The address of its deployment manual.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deployment_manual: Option<String>,
        /// The address of its developer manual.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        developer_manual: Option<String>,
        /// How the host reaches it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        integration: Option<Integration>,
        /// Whether it has several languages.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        internationalised: bool,
        /// Whether it suits small screens.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        responsive: bool,
        /// Who runs it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        supported_by: Vec<Supporter>,
        /// The address of its user manual.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        user_manual: Option<String>,
    },
    /// A program that others run.
    ExternalSoftware {
        /// The name of a link to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asset_name: Option<Localized>,
        /// Its address, per language.
        #[serde(default, skip_serializing_if = "Map::is_empty")]
        uris: Map<Language, String>,
    },
}

/// An entry of a catalogue. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Interlinker {
    /// The areas where it applies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Area>,
    /// The fields of its kind.
    pub body: InterlinkerBody,
    /// Limits to its use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constraints: Option<Localized>,
    /// A description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// How hard it is to use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<Difficulty>,
    /// The field it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// The installations it is meant for, if not for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub environments: Vec<String>,
    /// Its shape.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// Its format.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    /// Its name for programs, unique in the catalogue.
    pub id: Key,
    /// How to use it: a text, a file or a link, per language.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub instructions: Map<Language, String>,
    /// The languages it is offered in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The licence class under which it may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceClass>,
    /// The file of its picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logotype: Option<String>,
    /// Its name for people.
    pub name: Localized,
    /// A description in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overview: Option<Localized>,
    /// The problem profiles it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problem_profiles: Vec<Key>,
    /// The process it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<String>,
    /// The regulations it complies with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regulations: Option<Localized>,
    /// Its effects on a service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Service>,
    /// Whether it helps to sustain a service.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sustainability: bool,
    /// Words to find it by, per language.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub tags: Map<Language, Vec<String>>,
    /// Its target groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
}

impl Interlinker {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> InterlinkerKind {
        match self.body {
            InterlinkerBody::Knowledge { .. } => InterlinkerKind::Knowledge,
            InterlinkerBody::ExternalKnowledge { .. } => InterlinkerKind::ExternalKnowledge,
            InterlinkerBody::Software { .. } => InterlinkerKind::Software,
            InterlinkerBody::ExternalSoftware { .. } => InterlinkerKind::ExternalSoftware,
        }
    }

    /// What it offers for the assets it holds, if it holds any.
    #[must_use]
    pub const fn integration(&self) -> Option<&Integration> {
        match &self.body {
            InterlinkerBody::Software { integration, .. } => integration.as_ref(),
            InterlinkerBody::Knowledge { .. }
            | InterlinkerBody::ExternalKnowledge { .. }
            | InterlinkerBody::ExternalSoftware { .. } => None,
        }
    }
}
