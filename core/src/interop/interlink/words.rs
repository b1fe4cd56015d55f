//! The official spelling of the model's words: one table each, read both ways.

use crate::catalogue::{
    Area, AuthMethod, Capability, Difficulty, Form, Format, InterlinkerKind, Service, Supporter, Target,
};
use crate::types::LicenceClass;

/// A word of the model with an official spelling.
pub(super) trait Official: Copy + PartialEq + Sized + 'static {
    /// Every word with its official spelling.
    const WORDS: &'static [(Self, &'static str)];

    /// Its official spelling.
    fn official(self) -> &'static str {
        Self::WORDS.iter().find(|(word, _)| *word == self).map_or("", |(_, text)| text)
    }

    /// The word meant in a file. If words are joined with semicolons or colons, the last one is meant, since the
    /// official files write a path from the broader to the narrower.
    fn meant(text: &str) -> Option<Self> {
        let whole = Self::WORDS.iter().find(|(_, official)| *official == text);
        let last = |(_, official): &&(Self, &str)| official.rsplit([';', ':']).next() == Some(text);
        whole.or_else(|| Self::WORDS.iter().find(last)).map(|(word, _)| *word)
    }
}

macro_rules! official {
    ($($name:ident { $($variant:ident = $word:literal,)+ })+) => {$(
        impl Official for $name {
            const WORDS: &'static [(Self, &'static str)] = &[$((Self::$variant, $word)),+];
        }
    )+};
}

official! {
    InterlinkerKind {
        Knowledge = "knowledge",
        ExternalKnowledge = "externalknowledge",
        Software = "software",
        ExternalSoftware = "externalsoftware",
    }
    LicenceClass {
        PublicDomain = "public_domain",
        Permissive = "permissive",
        Copyleft = "copyleft",
        NonCommercial = "non_commercial",
        Proprietary = "propietary",
    }
    Difficulty {
        VeryEasy = "very_easy",
        Easy = "easy",
        Medium = "medium",
        Difficult = "difficult",
        VeryDifficult = "very_difficult",
    }
    Target {
        All = "all",
        Administrations = "all;pas",
        PublicServants = "all;pas;public_servants",
        Politicians = "all;pas;politicians",
        Businesses = "all;businesses",
        SmallBusinesses = "all;businesses;smes",
        Freelancers = "all;businesses;freelancers",
        LargeCompanies = "all;businesses;large_companies",
        NonProfits = "all;businesses;private_non_profit",
        Citizens = "all;citizens",
        PotentialUsers = "all;citizens;potential_end_users",
        ExpertCitizens = "all;citizens;expert_citizens",
        ResearchOrganisations = "all;research_organizations",
        Universities = "all;research_organizations;universities",
        OtherResearch = "all;research_organizations;other_research_entities",
    }
    Service {
        Enabling = "enabling_services",
        Implementing = "enabling_services;implementing_software_and_artifacts",
        Operating = "enabling_services;operation_services",
        Enhancing = "enhancing_services",
        Onboarding = "enhancing_services;onboarding_services",
        FollowUp = "enhancing_services;followup_services",
        ExternalExperts = "enhancing_services:external_experts",
    }
    Area {
        Eu = "eu",
        National = "national",
        Local = "local",
    }
    Form {
        Software = "software",
        VisualTemplate = "visual_template",
        DocumentTemplate = "document_template",
        Canvas = "canvas",
        BestPractices = "best_practices",
        Guidelines = "guidelines",
        Checklist = "checklist",
        SurveyTemplate = "survey_template",
        LegalAgreementTemplate = "legal_agreement_template",
        Other = "other",
    }
    Format {
        Pdf = "pdf",
        EditableSourceDocument = "editable_source_document",
        OpenDocument = "open_document",
        StructuredFormat = "structured_format",
        Software = "sofware",
    }
    Supporter {
        Saas = "saas",
        OnPremise = "on_premise",
        InstalledApp = "installed_app",
    }
    AuthMethod {
        Header = "header",
        Cookie = "cookie",
    }
    Capability {
        Instantiate = "instantiate",
        View = "view",
        Edit = "edit",
        Clone = "clone",
        Delete = "delete",
        Download = "download",
        Preview = "preview",
        OpenInModal = "open_in_modal",
        Shortcut = "shortcut",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_one_spelling_and_is_read_back() {
        fn each<W: Official + std::fmt::Debug>(all: &[W]) {
            for word in all {
                assert_eq!(W::meant(word.official()), Some(*word));
            }
        }
        each(InterlinkerKind::ALL);
        each(Difficulty::ALL);
        each(Target::ALL);
        each(Service::ALL);
        each(Area::ALL);
        each(Form::ALL);
        each(Format::ALL);
        each(Supporter::ALL);
        each(AuthMethod::ALL);
        each(Capability::ALL);
        each(&LicenceClass::ALL);
        assert_eq!(Target::meant("pas"), Some(Target::Administrations));
        assert_eq!(Target::meant("all;nobody"), None);
    }
}
