//! An export of the INTERLINK platform, read so that a process can be made of it.

use serde::Serialize;

use super::{Engine, Error};
use crate::governance::Shipped;
use crate::interop::interlink::{Report, export};
use crate::types::json::Readable;
use crate::types::{Base64, DocumentId, FileDigest, HostId, Key, Map, ProcessId};

/// What stands in an export of the INTERLINK platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ArchiveView {
    /// The files that came along; their bytes are the host's to keep.
    pub files: Vec<ArchiveFile>,
    /// The document that was made of it: what `process.import` takes.
    pub import: DocumentId,
    /// The shipped governance models that it participations it follows, by their names.
    pub models: Vec<Key>,
    /// Whom it names, in the order in which `process.import` names them.
    pub people: Vec<ArchivePerson>,
    /// What was noticed in reading it.
    pub report: Report,
}

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ArchiveFile {
    /// How long it is.
    pub bytes: u64,
    /// Its bytes, in the answer to a request; a binding that hands bytes on gives them beside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Base64>,
    /// The SHA-256 of it.
    pub digest: FileDigest,
}

/// A process as an export of the INTERLINK platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ArchiveWrittenView {
    /// The zip archive.
    pub archive: Base64,
    /// What has no place in it, or whose bytes are not here.
    pub report: Report,
}

/// Somebody whom an export names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ArchivePerson {
    /// Whether she administered the process; such a person has to be told who she is here.
    pub administrator: bool,
    /// How: an e-mail address or the id of an account.
    pub named: HostId,
}

impl Engine {
    /// Reads an export of the INTERLINK platform and keeps it as a document, of which the command `process.import` makes
    /// a process. Beside what stands in it come the bytes of its files.
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
    /// [`Error::Export`] where it is no such export, or what the store reports.
    pub fn add_archive(&self, bytes: &[u8]) -> Result<(ArchiveView, Map<FileDigest, Vec<u8>>), Error> {
        let export::Export { import, people, files, models, report } = export::read(bytes)?;
        let view = ArchiveView {
            files: files
                .iter()
                .map(|(digest, bytes)| ArchiveFile {
                    bytes: bytes.len() as u64,
                    content: None,
                    digest: *digest,
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

    /// The same, with the bytes of the files in the view: how they cross a border that only text crosses.
    pub(crate) fn add_archive_whole(&self, bytes: &[u8]) -> Result<ArchiveView, Error> {
        let (mut view, files) = self.add_archive(bytes)?;
        for file in &mut view.files {
            file.content = files.get(&file.digest).cloned().map(Base64::from);
        }
        Ok(view)
    }

    /// Writes a process as an export of the INTERLINK platform, with those of its files that are given.
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
