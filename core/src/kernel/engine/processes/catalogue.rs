//! Reads and writes a catalogue in INTERLINK's folder layout.

use std::sync::Arc;

use serde::Serialize;

use super::{Engine, Error, Moment};
use crate::interop::interlink::{Files, Mode, Report, read, write};
use crate::kernel::Documents;
use crate::process::Template;
use crate::types::DocumentId;
use crate::types::json::Readable;

/// A text file of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TextFile {
    /// Its path in the folder, with `/` between the parts.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A catalogue that was read and stored, with its templates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct CatalogueView {
    /// The catalogue.
    pub catalogue: DocumentId,
    /// Remarks made while reading it.
    pub report: Report,
    /// Its templates, ordered by folder name.
    pub templates: Vec<DocumentId>,
}

/// A catalogue as files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct CatalogueFilesView {
    /// The files, ordered by path.
    pub files: Vec<TextFile>,
}

impl Engine {
    /// Reads a catalogue in INTERLINK's folder layout and stores it with its templates.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::interop::interlink::shipped;
    /// let engine = interlink::Engine::open("memory:")?;
    /// let kept = engine.add_catalogue(&shipped())?;
    /// let files = engine.moment()?.catalogue_files(kept.catalogue)?;
    /// assert_eq!(files.names().count(), shipped().names().count());
    /// # Ok::<_, interlink::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Catalogue`] if it has no schema, or what the store reports.
    pub fn add_catalogue(&self, files: &Files) -> Result<CatalogueView, Error> {
        let reading = read(files, Mode::Repair).map_err(|fault| Error::Catalogue(Box::new(fault)))?;
        let templates = reading.templates.into_iter().map(|template| self.add_document(template));
        let templates = templates.collect::<Result<_, _>>()?;
        let catalogue = self.add_document(reading.catalogue)?;
        Ok(CatalogueView { catalogue, report: reading.report, templates })
    }
}

impl Moment<'_> {
    /// A catalogue in INTERLINK's folder layout, with its templates. Everything that was read is written back in its
    /// place.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::interop::interlink::shipped;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// let kept = engine.add_catalogue(&shipped())?;
    /// let files = engine.moment()?.catalogue_files(kept.catalogue)?;
    /// assert!(files.names().any(|name| name == "problemprofiles.json"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::DocumentUnknown`] if there is no such catalogue or one of its templates is not here;
    /// `catalogue.invalid` if the data it carries does not fit it.
    pub fn catalogue_files(&self, id: DocumentId) -> Result<Files, Error> {
        let catalogue = self.catalogue(id)?;
        let template = |id: &DocumentId| {
            (&self.documents() as &dyn Documents).template(*id).ok_or(Error::DocumentUnknown((*id).into()))
        };
        let templates: Vec<Arc<Template>> =
            catalogue.document().templates.iter().map(template).collect::<Result<_, _>>()?;
        Ok(write(&catalogue, templates.iter().map(|template| &**template))?)
    }
}
