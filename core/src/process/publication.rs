//! A process published as a good practice: its story, and a template for others.

use crate::types::Map;
use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::{Origin, RequirementLeftOut, Template, TemplateDocument};
use crate::problem::Code;
use crate::types::Uri;
use crate::types::json::Node;
use crate::types::{
    Country, Date, DocumentId, InputFault, Language, Licence, Localized, Salt, Written, json,
};

/// The most entries that a list of a story may have.
const MOST: usize = 200;

/// The text `publication`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PublicationMark {
    /// This document is a publication.
    Publication,
}

/// A resource to read or use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// Its kind, in a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its name.
    pub name: Localized,
    /// Its address.
    pub uri: Uri,
}

/// An organisation responsible for the practice. Public: never a private person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable, interlink_derive::Made)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// A description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub info: Option<Localized>,
    /// Its name.
    pub name: Localized,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<Uri>,
}

/// A figure about the results. The value is a text, so that it stays exact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable, interlink_derive::Made)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Its category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// What is measured.
    pub name: Localized,
    /// The unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The value.
    pub value: String,
}

/// The story of a practice: INTERLINK's `data_story`. Public; it does not name its author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable, interlink_derive::Made)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The countries where it took place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Country>,
    /// What happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// Figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// What people gained from taking part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incentives: Option<Localized>,
    /// The languages used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// What was learned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lessons_learned: Option<Localized>,
    /// Resources to read or use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Material>,
    /// What was to be achieved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objectives: Option<Localized>,
    /// The organisations responsible for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// What was achieved.
    pub results: Localized,
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The story in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Localized>,
    /// Words to find it by, per language.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub tags: Map<Language, Vec<String>>,
    /// Its title.
    pub title: Localized,
}

/// A publication in its written form. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PublicationDocument {
    /// The kind of this document.
    pub document: PublicationMark,
    /// The purposes that the process required. They are not included, since they belong to its controllers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<RequirementLeftOut>,
    /// The licence for using it.
    pub licence: Licence,
    /// The process it is about.
    pub origin: Origin,
    /// Keeps its id from revealing redacted words: the salt is removed with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<Salt>,
    /// Its story.
    pub story: Story,
    /// The template for repeating it.
    pub template: TemplateDocument,
    /// The number of this publication of the process, from 1.
    pub version: u32,
}

/// A valid publication, identified by its content. It can be used wherever a template is asked for.
#[derive(Debug, Clone)]
pub struct Publication {
    document: PublicationDocument,
    template: Arc<Template>,
    written: Written,
}

impl Publication {
    /// Reads and validates a publication.
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn parse(bytes: &[u8]) -> Result<Self, InputFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, InputFault> {
        Self::new(node.read()?)
    }

    /// Validates a publication made by a program.
    ///
    /// # Errors
    /// `publication.invalid`, or the fault of its template, with the path.
    pub fn new(document: PublicationDocument) -> Result<Self, InputFault> {
        Self::written(document, Written::of)
    }

    /// Validates a publication whose written form is known.
    pub(crate) fn written(
        document: PublicationDocument,
        written: impl FnOnce(&PublicationDocument) -> Written,
    ) -> Result<Self, InputFault> {
        let invalid = |path: &str, message: &str| InputFault::new(Code::PublicationInvalid, path, message);
        if document.version == 0 {
            return Err(invalid("/version", "Versions are numbered from 1."));
        }
        document.story.check().map_err(|(path, message)| invalid(&format!("/story{path}"), message))?;
        let template = Template::new(document.template.clone()).map_err(|fault| match fault {
            super::TemplateFault::Input(fault) => fault.within("/template"),
            super::TemplateFault::Cycle(_) => {
                InputFault::new(Code::PrerequisiteCycle, "/template/phases", fault.to_string())
            }
        })?;
        Ok(Self { written: written(&document), template: Arc::new(template), document })
    }

    /// The publication in its written form.
    #[must_use]
    pub const fn document(&self) -> &PublicationDocument {
        &self.document
    }

    /// The template for repeating it.
    #[must_use]
    pub const fn template(&self) -> &Arc<Template> {
        &self.template
    }

    /// The SHA-256 of its canonical JSON.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.written.id
    }

    /// Its canonical JSON.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.written.bytes
    }
}

impl Story {
    /// Whether it is consistent: not too long, and not ending before it starts.
    pub(crate) fn check(&self) -> Result<(), (&'static str, &'static str)> {
        let lists = [
            ("/countries", self.countries.len()),
            ("/figures", self.figures.len()),
            ("/languages", self.languages.len()),
            ("/materials", self.materials.len()),
            ("/owners", self.owners.len()),
        ];
        if let Some((path, _)) = lists.into_iter().find(|(_, length)| *length > MOST) {
            return Err((path, "A list of a story may have at most 200 entries."));
        }
        match self.start.zip(self.end) {
            Some((start, end)) if end < start => {
                Err(("/end", "The last day must not come before the first."))
            }
            _ => Ok(()),
        }
    }
}
