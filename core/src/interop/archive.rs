//! Zip archives from outside, read with bounded work; and written so that equal files make equal bytes.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::interlink::Files;
use crate::problem::{Code, Problem};
use crate::types::excerpt;

/// The most files that an archive may have.
const MOST_FILES: usize = 10_000;
/// The most bytes that one file may have.
const MOST_BYTES: u64 = 64 << 20;
/// The most bytes that all files together may have.
const MOST_BYTES_IN_ALL: u64 = 256 << 20;

/// An archive was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveFault {
    /// It is no zip archive, or a damaged one.
    #[error("The zip archive is damaged: {reason}")]
    Damaged {
        /// What is wrong with it.
        reason: String,
    },
    /// There is too much in it.
    #[error("The zip archive is too large: {reason}.")]
    TooLarge {
        /// Which limit it passes.
        reason: String,
    },
    /// A name in it leads out of the folder, or is no text.
    #[error("The zip archive names “{name}”, which no file in a folder is called.")]
    Name {
        /// The name.
        name: String,
    },
    /// Something in it is no plain file.
    #[error("“{name}” in the zip archive is {what}; only plain files are taken.")]
    Kind {
        /// Its name.
        name: String,
        /// What it is.
        what: &'static str,
    },
    /// Two files have one name.
    #[error("Two files in the zip archive have one name.")]
    Duplicate,
}

impl ArchiveFault {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Damaged { .. } => Code::ArchiveDamaged,
            Self::TooLarge { .. } => Code::ArchiveTooLarge,
            Self::Name { .. } => Code::ArchiveName,
            Self::Kind { .. } => Code::ArchiveKind,
            Self::Duplicate => Code::ArchiveDuplicate,
        }
    }

    fn damaged(error: impl std::fmt::Display) -> Self {
        Self::Damaged { reason: format!("{}.", excerpt(error.to_string().trim_end_matches('.'))) }
    }
}

impl From<&ArchiveFault> for Problem {
    fn from(fault: &ArchiveFault) -> Self {
        Self::new(fault.code(), fault.to_string())
    }
}

/// Reads every file of an archive. Nothing is believed of what it says about itself: sizes are counted as the
/// bytes come, and what its two lists say must agree.
///
/// # Errors
/// Where it is damaged, too large, or holds anything but plain files under names that stay within a folder.
pub(super) fn read(bytes: &[u8]) -> Result<Files, ArchiveFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(ArchiveFault::damaged)?;
    if archive.has_duplicate_names() {
        return Err(ArchiveFault::Duplicate);
    }
    if archive.len() > MOST_FILES {
        return Err(ArchiveFault::TooLarge { reason: format!("at most {MOST_FILES} files are taken") });
    }
    archive.validate_header_consistency().map_err(ArchiveFault::damaged)?;
    let mut files = Files::default();
    let mut left = MOST_BYTES_IN_ALL;
    for nth in 0..archive.len() {
        let entry = archive.by_index(nth).map_err(ArchiveFault::damaged)?;
        let name = name(entry.name_raw())?;
        if entry.is_dir() && entry.size() == 0 {
            continue;
        }
        if let Some(what) = unsuitable(&entry) {
            return Err(ArchiveFault::Kind { name, what });
        }
        let most = left.min(MOST_BYTES);
        let mut content = Vec::new();
        entry.take(most + 1).read_to_end(&mut content).map_err(ArchiveFault::damaged)?;
        if content.len() as u64 > most {
            let reason = format!(
                "at most {MOST_BYTES} bytes are taken of a file, and {MOST_BYTES_IN_ALL} of all together"
            );
            return Err(ArchiveFault::TooLarge { reason });
        }
        left -= content.len() as u64;
        files.insert(name, content);
    }
    Ok(files)
}

fn name(raw: &[u8]) -> Result<String, ArchiveFault> {
    let shown = || ArchiveFault::Name { name: excerpt(&String::from_utf8_lossy(raw)) };
    let name = std::str::from_utf8(raw).map_err(|_| shown())?;
    let plain = Files::is_safe(name.strip_suffix('/').unwrap_or(name)) && !name.contains(char::is_control);
    plain.then(|| name.to_owned()).ok_or_else(shown)
}

fn unsuitable<R: Read>(entry: &zip::read::ZipFile<'_, R>) -> Option<&'static str> {
    match () {
        () if entry.encrypted() => Some("encrypted"),
        () if entry.is_symlink() => Some("a link to somewhere else"),
        () if !entry.is_file() => Some("a folder that has content"),
        () => None,
    }
}

/// Writes files as an archive: in the order of their names, without the time of day.
///
/// # Errors
/// Where a name cannot stand in an archive.
pub(super) fn write(files: &Files) -> Result<Vec<u8>, ArchiveFault> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in files.iter() {
        writer.start_file(name, options).map_err(ArchiveFault::damaged)?;
        writer.write_all(bytes).map_err(ArchiveFault::damaged)?;
    }
    Ok(writer.finish().map_err(ArchiveFault::damaged)?.into_inner())
}
