//! The publications of a store, listed and searched.

use serde::Serialize;

use super::Publication;
use crate::catalogue::{fold, words_of};
use crate::types::json::Readable;
use crate::types::{Country, Date, DocumentId, Language, Licence, LicenceClass, ProcessId, ReadText};

/// A search among publications. Every given condition must hold; absent ones do not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct PublicationSearch {
    /// It took place in this country.
    pub country: Option<Country>,
    /// This language was used.
    pub language: Option<Language>,
    /// Its licence is at least as free as this.
    pub licence: Option<LicenceClass>,
    /// Every word of this occurs in its title, its story or its tags, in any language. Case does not matter.
    pub text: Option<String>,
}

/// A publication that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PublicationFound {
    /// The countries where it took place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Country>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// The languages used.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The licence for using it.
    pub licence: Licence,
    /// The process it is about.
    pub process: ProcessId,
    /// The publication: a document, and a template for repeating it.
    pub publication: DocumentId,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The story in a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<ReadText>,
    /// Its title.
    pub title: ReadText,
    /// The number of this publication of the process, from 1.
    pub version: u32,
}

impl PublicationFound {
    pub(crate) fn new(process: ProcessId, publication: &Publication, language: &Language) -> Self {
        let document = publication.document();
        let story = &document.story;
        Self {
            countries: story.countries.clone(),
            end: story.end,
            languages: story.languages.clone(),
            licence: document.licence.clone(),
            process,
            publication: publication.id(),
            start: story.start,
            summary: story.summary.as_ref().map(|summary| summary.read(language, language).into()),
            title: story.title.read(language, language).into(),
            version: document.version,
        }
    }
}

impl PublicationSearch {
    /// Whether a publication matches.
    #[must_use]
    pub fn admits(&self, publication: &Publication) -> bool {
        let Self { country, language, licence, text } = self;
        let document = publication.document();
        let story = &document.story;
        country.is_none_or(|country| story.countries.contains(&country))
            && language.is_none_or(|language| story.languages.contains(&language))
            && licence.is_none_or(|most| document.licence.class() <= most)
            && text.as_deref().is_none_or(|text| Self::tells(publication, text))
    }

    fn tells(publication: &Publication, text: &str) -> bool {
        let story = &publication.document().story;
        let told = [
            Some(&story.title),
            Some(&story.results),
            story.description.as_ref(),
            story.lessons_learned.as_ref(),
            story.objectives.as_ref(),
            story.summary.as_ref(),
        ];
        let told = told.into_iter().flatten().flatten().map(|(_, text)| fold(text));
        let tags = story.tags.values().flatten().map(|tag| fold(tag));
        let texts: Vec<String> = told.chain(tags).collect();
        words_of(text).all(|word| texts.iter().any(|text| text.contains(&word)))
    }
}
