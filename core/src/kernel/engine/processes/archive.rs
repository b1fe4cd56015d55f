//! Reads an export of the INTERLINK platform, so that a process can be made from it.

use serde::Serialize;

use super::{Engine, Error};
use crate::governance::Shipped;
use crate::interop::interlink::{Report, export};
use crate::types::json::Readable;
use crate::types::{Base64, DocumentId, FileDigest, HostId, Key, Map, ProcessId};

/// The contents of an export of the INTERLINK platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ArchiveView {
    /// The files in the export. The host stores their bytes.
    pub files: Vec<ArchiveFile>,
    /// The document made from it: the input of `process.import`.
    pub import: DocumentId,
    /// The shipped governance models that the export says it follows, by name.
    pub models: Vec<Key>,
    /// The people it names, in the order in which `process.import` names them.
    pub people: Vec<ArchivePerson>,
    /// Remarks made while reading it.
    pub report: Report,
}

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ArchiveFile {
    /// Its bytes, in the answer to a request. A binding that hands over bytes returns them separately.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Base64>,
    /// Its SHA-256.
    pub sha256: FileDigest,
    /// Its length in bytes.
    pub size: u64,
}

/// A process as an export of the INTERLINK platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ArchiveWrittenView {
    /// The zip archive.
    pub archive: Base64,
    /// What the export format cannot hold, and files whose bytes were not given.
    pub report: Report,
}

/// A person named in an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ArchivePerson {
    /// Whether the person administered the process. The host must map such a person to an id of its own.
    pub administrator: bool,
    /// How the export names them: an e-mail address or an account id.
    pub named: HostId,
}

impl Engine {
    /// Reads an export of the INTERLINK platform and stores it as a document, from which the command `process.import`
    /// makes a process. Also returns the bytes of its files.
    ///
    /// # Examples
    ///
    /// ```
    /// let engine = interlink::kernel::Engine::open("memory:")?;
    /// let fault = engine.add_archive(b"no zip").unwrap_err();
    /// assert_eq!(fault.code().as_str(), "archive.damaged");
    /// # Ok::<_, interlink::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Export`] if it is not such an export, or what the store reports.
    pub fn add_archive(&self, bytes: &[u8]) -> Result<(ArchiveView, Map<FileDigest, Vec<u8>>), Error> {
        let export::Export { import, people, files, models, report } = export::read(bytes)?;
        let view = ArchiveView {
            files: files
                .iter()
                .map(|(digest, bytes)| ArchiveFile {
                    size: bytes.len() as u64,
                    content: None,
                    sha256: *digest,
                })
                .collect(),
            import: self.add_document(import)?,
            models: models.iter().map(|model| model_name(*model)).collect(),
            people: people
                .into_iter()
                .map(|person| ArchivePerson { administrator: person.administrator, named: person.named })
                .collect(),
            report,
        };
        Ok((view, files))
    }

    /// The same, with the bytes of the files in the view, for interfaces that carry only text.
    pub(crate) fn add_archive_whole(&self, bytes: &[u8]) -> Result<ArchiveView, Error> {
        let (mut view, files) = self.add_archive(bytes)?;
        for file in &mut view.files {
            file.content = files.get(&file.sha256).cloned().map(Base64::from);
        }
        Ok(view)
    }

    /// Writes a process as an export of the INTERLINK platform, with the files given.
    pub(crate) fn write_archive(
        &self,
        process: ProcessId,
        files: &[Base64],
    ) -> Result<ArchiveWrittenView, Error> {
        let files: Map<FileDigest, &[u8]> =
            files.iter().map(|file| (FileDigest::of(file.as_bytes()), file.as_bytes())).collect();
        let written = export::write(self, process, |digest| files.get(digest).map(|bytes| bytes.to_vec()))?;
        Ok(ArchiveWrittenView { archive: written.archive.into(), report: written.report })
    }
}

fn model_name(model: Shipped) -> Key {
    crate::governance::GovernanceModel::shipped(model).document().id.clone()
}
