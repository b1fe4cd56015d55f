//! The files of a catalogue, from any source.

use crate::types::Map;
use interlink_derive::Refusal;
use std::path::{Path, PathBuf};

#[cfg(feature = "archive")]
use crate::interop::archive::{self, ArchiveFault};
use crate::problem::Problem;

/// The most files that are read from a folder.
const MOST_FILES: usize = 10_000;
/// The most bytes that one file may have.
const MOST_BYTES: u64 = 16 << 20;
/// The most bytes that all files together may have.
const MOST_BYTES_IN_ALL: u64 = 256 << 20;
/// How deep folders may nest.
const MOST_DEPTH: usize = 16;

/// Files by their paths, with `/` between the parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    files: Map<String, Vec<u8>>,
    passed_over: Vec<String>,
}

/// A folder could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum FolderFault {
    /// The operating system refused.
    #[error(FolderUnreadable, "{path} cannot be read: {reason}.")]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// The operating system's message.
        reason: String,
    },
    /// Something cannot be written.
    #[error(FolderUnwritable, "{path} cannot be written: {reason}.")]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The folder is too large.
    #[error(FolderTooLarge, "{path} is too large to be a catalogue: {reason}.")]
    TooLarge {
        /// The file or folder.
        path: PathBuf,
        /// The limit exceeded.
        reason: String,
    },
}

impl From<&FolderFault> for Problem {
    fn from(fault: &FolderFault) -> Self {
        Self::of(fault.said())
    }
}

impl Files {
    /// Reads a folder with everything in it, such as a checkout. Symbolic links are not followed, folders whose names
    /// begin with a dot (`.git`) are skipped, and so are large files that are not JSON:
    /// [`passed_over`](Self::passed_over) lists them.
    ///
    /// # Errors
    /// If something cannot be read, or there is more than a catalogue could hold.
    pub fn from_folder(folder: &Path) -> Result<Self, FolderFault> {
        let mut walk = Walk { files: Self::default(), bytes: 0 };
        walk.folder(folder, "", 0)?;
        walk.files.passed_over.sort_unstable();
        Ok(walk.files)
    }

    /// Reads a zip archive with everything in it, with bounded work and without trusting its own statements. Files may
    /// have any name; [`to_folder`](Self::to_folder) and [`to_archive`](Self::to_archive) write only names that are
    /// [safe](Self::is_safe).
    ///
    /// # Errors
    /// If it is damaged or too large, or contains anything but plain files.
    #[cfg(feature = "archive")]
    pub fn from_archive(bytes: &[u8]) -> Result<Self, ArchiveFault> {
        archive::read(bytes)
    }

    /// Packs the files as a zip archive. Equal files give equal bytes.
    ///
    /// # Errors
    /// If a name leads out of the folder into which the archive is unpacked.
    #[cfg(feature = "archive")]
    pub fn to_archive(&self) -> Result<Vec<u8>, ArchiveFault> {
        archive::write(self)
    }

    /// Whether a name stays within the folder it is written to: relative, with no part that leads elsewhere.
    #[must_use]
    pub fn is_safe(name: &str) -> bool {
        let part = |part: &str| {
            !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']) && part.len() <= 255
        };
        name.len() <= 4096 && name.split('/').all(part)
    }

    /// Writes the files into a folder, which is created if needed. Files with the same names are replaced; others stay.
    ///
    /// # Errors
    /// If a name leads out of the folder (then nothing is written), or the operating system refuses.
    pub fn to_folder(&self, folder: &Path) -> Result<(), FolderFault> {
        let fault = |path: PathBuf, reason: String| FolderFault::Unwritable { path, reason };
        if let Some(name) = self.names().find(|name| !Self::is_safe(name)) {
            return Err(fault(folder.join(name), "the name leads out of the folder".into()));
        }
        for (name, bytes) in self.iter() {
            let path = folder.join(name);
            let parent = path.parent().unwrap_or(folder);
            let written = std::fs::create_dir_all(parent).and_then(|()| std::fs::write(&path, bytes));
            written.map_err(|error| fault(path.clone(), error.to_string()))?;
        }
        Ok(())
    }

    /// Adds a file, or replaces it.
    pub fn insert(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(name.into(), bytes.into());
    }

    /// A file's bytes.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// The content of a folder that was skipped; a folder has a `/` at its end.
    #[must_use]
    pub fn passed_over(&self) -> &[String] {
        &self.passed_over
    }

    /// The files' names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The files, ordered by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

impl<N: Into<String>, B: Into<Vec<u8>>> FromIterator<(N, B)> for Files {
    fn from_iter<I: IntoIterator<Item = (N, B)>>(files: I) -> Self {
        let files = files.into_iter().map(|(name, bytes)| (name.into(), bytes.into())).collect();
        Self { files, passed_over: Vec::new() }
    }
}

/// Whether a folder is a program's own, such as the history of a checkout.
fn name_is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

struct Walk {
    files: Files,
    bytes: u64,
}

impl Walk {
    fn folder(&mut self, path: &Path, prefix: &str, depth: usize) -> Result<(), FolderFault> {
        let unreadable = |reason: std::io::Error| FolderFault::Unreadable {
            path: path.into(),
            reason: reason.to_string(),
        };
        let too_large = |reason: String| FolderFault::TooLarge { path: path.into(), reason };
        if depth > MOST_DEPTH {
            return Err(too_large(format!("folders nest deeper than {MOST_DEPTH}")));
        }
        for entry in std::fs::read_dir(path).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let (file_type, file_name) = (entry.file_type().map_err(unreadable)?, entry.file_name());
            let Some(file_name) = file_name.to_str() else {
                let reason = format!("the name of {} is not UTF-8", file_name.to_string_lossy());
                return Err(FolderFault::Unreadable { path: path.into(), reason });
            };
            let name = format!("{prefix}{file_name}");
            if file_type.is_dir() && name_is_hidden(file_name) {
                self.files.passed_over.push(format!("{name}/"));
            } else if file_type.is_dir() {
                self.folder(&entry.path(), &format!("{name}/"), depth + 1)?;
            } else if file_type.is_file() {
                self.file(&entry.path(), name)?;
            } else {
                self.files.passed_over.push(name);
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, name: String) -> Result<(), FolderFault> {
        let too_large = |reason: String| Err(FolderFault::TooLarge { path: path.into(), reason });
        let read = || -> std::io::Result<Vec<u8>> {
            use std::io::Read;
            let mut bytes = Vec::new();
            std::fs::File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let bytes =
            read().map_err(|e| FolderFault::Unreadable { path: path.into(), reason: e.to_string() })?;
        if bytes.len() as u64 > MOST_BYTES && !name.ends_with(".json") {
            // A large film beside an interlinker must not prevent reading the catalogue.
            self.files.passed_over.push(name);
            return Ok(());
        }
        self.bytes += bytes.len() as u64;
        if bytes.len() as u64 > MOST_BYTES {
            return too_large(format!("a file may have at most {MOST_BYTES} bytes"));
        }
        if self.files.files.len() >= MOST_FILES || self.bytes > MOST_BYTES_IN_ALL {
            return too_large(format!(
                "a folder may have at most {MOST_FILES} files with {MOST_BYTES_IN_ALL} bytes"
            ));
        }
        self.files.insert(name, bytes);
        Ok(())
    }
}
