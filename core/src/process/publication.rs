//! A process published as a good practice: its story, and the template that others can use.

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

/// The word `publication`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PublicationMark {
    /// This document is a publication.
    Publication,
}

/// Something to read or use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// What kind of thing it is, in a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What it is called.
    pub name: Localized,
    /// Where it is.
    pub uri: Uri,
}

/// An organisation that stands behind the practice. Public: never a private person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable, interlink_derive::Made)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub info: Option<Localized>,
    /// What it is called.
    pub name: Localized,
    /// Where to find it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<Uri>,
}

/// A figure that says something of what was reached. The value is a text, so that it stays exact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable, interlink_derive::Made)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it counts as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// What is measured.
    pub name: Localized,
    /// In which unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How much.
    pub value: String,
}

/// The story of a practice: INTERLINK's `data_story`. Public, and by whom it is told is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable, interlink_derive::Made)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The countries it took place in.
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
    /// What people had from taking part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incentives: Option<Localized>,
    /// The languages that were spoken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// What was learned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lessons_learned: Option<Localized>,
    /// What there is to read or use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Material>,
    /// What was meant to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objectives: Option<Localized>,
    /// The organisations that stand behind it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// What was reached.
    pub results: Localized,
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The story in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Localized>,
    /// RulesAlone to find it by, per language.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub tags: Map<Language, Vec<String>>,
    /// Its title.
    pub title: Localized,
}

/// A publication as it is written. Fields stand in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PublicationDocument {
    /// Says what kind of document this is.
    pub document: PublicationMark,
    /// The purposes that the process required. They do not come along, since they are those of its controllers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<RequirementLeftOut>,
    /// Under what licence it may be used.
    pub licence: Licence,
    /// The process that it tells of.
    pub origin: Origin,
    /// Keeps its id from telling what stood in it, once words were taken out: the salt goes with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<Salt>,
    /// Its story.
    pub story: Story,
    /// How to do it again.
    pub template: TemplateDocument,
    /// Which publication of the process this is, from 1.
    pub version: u32,
}

/// A valid publication, known by its content. It can be named wherever a template is asked for.
#[derive(Debug, Clone)]
pub struct Publication {
    document: PublicationDocument,
    template: Arc<Template>,
    written: Written,
}

impl Publication {
    /// Reads and checks a publication.
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn parse(bytes: &[u8]) -> Result<Self, InputFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, InputFault> {
        Self::new(node.read()?)
    }

    /// Checks a publication that was put together by a program.
    ///
    /// # Errors
    /// `publication.invalid`, or the fault of its template, with the path.
    pub fn new(document: PublicationDocument) -> Result<Self, InputFault> {
        Self::written(document, Written::of)
    }

    /// Checks a publication of which it is known how it is written.
    pub(crate) fn written(
        document: PublicationDocument,
        written: impl FnOnce(&PublicationDocument) -> Written,
    ) -> Result<Self, InputFault> {
        let invalid = |path: &str, message: &str| InputFault::new(Code::PublicationInvalid, path, message);
        if document.version == 0 {
            return Err(invalid("/version", "Versions count from 1."));
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

    /// The publication as it is written.
    #[must_use]
    pub const fn document(&self) -> &PublicationDocument {
        &self.document
    }

    /// How to do it again.
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
    /// Whether it holds together: not too long, and not ending before it starts.
    pub(crate) fn check(&self) -> Result<(), (&'static str, &'static str)> {
        let lists = [
            ("/countries", self.countries.len()),
            ("/figures", self.figures.len()),
            ("/languages", self.languages.len()),
            ("/materials", self.materials.len()),
            ("/owners", self.owners.len()),
        ];
        if let Some((path, _)) = lists.into_iter().find(|(_, length)| *length > MOST) {
            return Err((path, "A list of a story has at most 200 entries."));
        }
        match self.start.zip(self.end) {
            Some((start, end)) if end < start => Err(("/end", "The last day comes before the first.")),
            _ => Ok(()),
        }
    }
}
