//! A catalogue as a document.

use crate::types::{Map, Set, Written};

use crate::types::json::Readable;
use serde::Serialize;

use super::Interlinker;
use crate::problem::Code;
use crate::types::json::Node;
use crate::types::{Carried, DocumentId, InputFault, Key, Localized, json};

/// The most interlinkers, problem profiles or templates that a catalogue may have.
const MOST: usize = 10_000;

/// The text `catalogue`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CatalogueMark {
    /// This document is a catalogue.
    Catalogue,
}

/// A named need that tasks have and interlinkers answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProblemProfile {
    /// A description of the need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// The functionality that would help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub functionality: Option<Localized>,
    /// Its id.
    pub id: Key,
    /// Its name.
    pub name: Localized,
}

/// A catalogue in its written form. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CatalogueDocument {
    /// Data of the source format that a catalogue cannot represent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<Carried>,
    /// The kind of this document.
    pub document: CatalogueMark,
    /// The catalogue's name for programs; all versions of it share it.
    pub id: Key,
    /// Its interlinkers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interlinkers: Vec<Interlinker>,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Localized>,
    /// Its problem profiles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problem_profiles: Vec<ProblemProfile>,
    /// Its templates, which are documents of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub templates: Vec<DocumentId>,
    /// The version of the catalogue, from 1.
    pub version: u32,
}

/// A valid catalogue, identified by its content.
///
/// # Examples
///
/// ```
/// use interlink::catalogue::Catalogue;
/// let catalogue = Catalogue::parse(br#"{
///     "document": "catalogue", "id": "ours", "version": 1,
///     "problem_profiles": [{"id": "P1", "name": {"en": "Nobody knows of it"}}],
///     "interlinkers": [{
///         "id": "poster", "name": {"en": "A poster"}, "problem_profiles": ["P1"],
///         "body": {"external_knowledge": {"uris": {"en": "https://example.org/poster"}}}
///     }]
/// }"#)?;
/// let answers = catalogue.recommend(&["P1".parse()?], &[], &"en".parse()?);
/// assert_eq!(answers[0].interlinker.as_str(), "poster");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Catalogue {
    document: CatalogueDocument,
    written: Written,
    by_id: Map<Key, u32>,
    /// The interlinkers that answer each problem profile.
    pub(super) answering: Map<Key, Vec<u32>>,
}

impl PartialEq for Catalogue {
    fn eq(&self, other: &Self) -> bool {
        self.written.id == other.written.id
    }
}

impl Eq for Catalogue {}

impl Catalogue {
    /// Reads and validates a catalogue.
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn parse(bytes: &[u8]) -> Result<Self, InputFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, InputFault> {
        Self::new(node.read()?)
    }

    /// Validates a catalogue made by a program.
    ///
    /// # Errors
    /// `catalogue.invalid` with the path of the first fault.
    pub fn new(document: CatalogueDocument) -> Result<Self, InputFault> {
        Self::written(document, Written::of)
    }

    /// Validates a catalogue whose written form is known.
    pub(crate) fn written(
        document: CatalogueDocument,
        written: impl FnOnce(&CatalogueDocument) -> Written,
    ) -> Result<Self, InputFault> {
        let invalid = |path: String, message: String| InputFault::new(Code::CatalogueInvalid, path, message);
        if document.version == 0 {
            return Err(invalid("/version".into(), "Versions are numbered from 1.".into()));
        }
        let sizes = [document.interlinkers.len(), document.problem_profiles.len(), document.templates.len()];
        if sizes.into_iter().any(|size| size > MOST) {
            return Err(invalid(
                String::new(),
                format!("A catalogue may have at most {MOST} of each kind of entry."),
            ));
        }
        if let Some((nth, profile)) = first_repeated(&document.problem_profiles) {
            let message = format!("The id “{}” is used twice in the catalogue.", profile.id);
            return Err(invalid(format!("/problem_profiles/{nth}/id"), message));
        }
        let mut by_id = Map::new();
        let mut answering: Map<Key, Vec<u32>> = Map::new();
        for (at, interlinker) in (0_u32..).zip(&document.interlinkers) {
            if by_id.insert(interlinker.id.clone(), at).is_some() {
                let message = format!("The id “{}” is used twice in the catalogue.", interlinker.id);
                return Err(invalid(format!("/interlinkers/{at}/id"), message));
            }
            for profile in &interlinker.problem_profiles {
                let all = answering.or_default(profile.clone());
                if all.last() != Some(&at) {
                    all.push(at);
                }
            }
        }
        Ok(Self { written: written(&document), document, by_id, answering })
    }

    /// A catalogue whose content is not read; only its identity is needed.
    pub(crate) fn unread(id: Key, written: Written) -> Self {
        let document = CatalogueDocument {
            carried: Vec::new(),
            document: CatalogueMark::Catalogue,
            id,
            name: None,
            interlinkers: Vec::new(),
            problem_profiles: Vec::new(),
            templates: Vec::new(),
            version: 1,
        };
        Self { document, written, by_id: Map::new(), answering: Map::new() }
    }

    /// The catalogue in its written form.
    #[must_use]
    pub const fn document(&self) -> &CatalogueDocument {
        &self.document
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

    /// An interlinker by its id.
    #[must_use]
    pub fn interlinker(&self, id: &Key) -> Option<&Interlinker> {
        self.by_id.get(id).and_then(|at| self.at(*at))
    }

    /// A problem profile by its id.
    #[must_use]
    pub fn problem_profile(&self, id: &Key) -> Option<&ProblemProfile> {
        self.document.problem_profiles.iter().find(|profile| profile.id == *id)
    }

    pub(super) fn at(&self, at: u32) -> Option<&Interlinker> {
        self.document.interlinkers.get(at as usize)
    }
}

fn first_repeated(profiles: &[ProblemProfile]) -> Option<(usize, &ProblemProfile)> {
    let mut seen = Set::new();
    profiles.iter().enumerate().find(|(_, profile)| !seen.insert(&profile.id))
}
