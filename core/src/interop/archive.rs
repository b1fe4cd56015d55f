//! Reads zip archives from outside with bounded work, and writes them so that equal files give equal bytes.

use interlink_derive::Refusal;
use std::io::Write;

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{
    CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveWriter, ZipFileHeaderRecord,
    ZipSliceEntry, ZipVerification,
};

use super::interlink::Files;
use crate::problem::Problem;
use crate::types::{Set, excerpt};

/// The most files that an archive may have.
const MOST_FILES: usize = 10_000;
/// The most bytes that one file may have.
const MOST_BYTES: usize = 64 << 20;
/// The most bytes that all files together may have.
const MOST_BYTES_IN_ALL: usize = 256 << 20;
/// The effort of compression, from 0 to 10.
const EFFORT: u8 = 6;
/// The checksum of zip archives, with a small table: faster ones would be as large as everything else here.
static CHECKSUM: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// An archive was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum ArchiveFault {
    /// It is not a zip archive, or is damaged.
    #[error(ArchiveDamaged, "The zip archive is damaged: {reason}")]
    Damaged {
        /// What is wrong with it.
        reason: String,
    },
    /// It is too large.
    #[error(ArchiveTooLarge, "The zip archive is too large: {reason}.")]
    TooLarge {
        /// The limit exceeded.
        reason: String,
    },
    /// A name in it is invalid; or, when writing, leads out of the folder.
    #[error(
        ArchiveName,
        "The zip archive contains the name “{name}”, which is not valid for a file in a folder."
    )]
    Name {
        /// The name.
        name: String,
    },
    /// An entry is not a plain file.
    #[error(ArchiveKind, "“{name}” in the zip archive is {what}; only plain files are allowed.")]
    Kind {
        /// Its name.
        name: String,
        /// Its kind.
        what: &'static str,
    },
    /// Two files have the same name.
    #[error(ArchiveDuplicate, "Two files in the zip archive have the same name.")]
    Duplicate,
}

impl ArchiveFault {
    fn damaged(error: impl std::fmt::Display) -> Self {
        Self::Damaged { reason: format!("{}.", excerpt(error.to_string().trim_end_matches('.'))) }
    }
}

impl From<&ArchiveFault> for Problem {
    fn from(fault: &ArchiveFault) -> Self {
        Self::of(fault.said())
    }
}

/// Reads every file of an archive. Its own statements are not trusted: sizes are counted as the bytes are read, and its
/// two lists must agree.
///
/// Nothing is written to a disk here, so a file may have any name (`verbale 12:30.docx`); code that writes files must
/// check their names ([`Files::is_safe`]).
///
/// # Errors
/// If it is damaged or too large, or contains anything but plain files.
pub(super) fn read(bytes: &[u8]) -> Result<Files, ArchiveFault> {
    let archive = ZipArchive::from_slice(bytes).map_err(ArchiveFault::damaged)?;
    let (mut entries, mut found) = (archive.entries(), Vec::new());
    let mut left = MOST_BYTES_IN_ALL;
    while let Some(listed) = entries.next_entry().map_err(ArchiveFault::damaged)? {
        if found.len() >= MOST_FILES {
            return Err(ArchiveFault::TooLarge { reason: format!("at most {MOST_FILES} files are allowed") });
        }
        let name = name(listed.file_path().as_bytes());
        let entry = archive.get_entry(listed.wayfinder()).map_err(ArchiveFault::damaged)?;
        if !agree(&listed, &entry) {
            return Err(ArchiveFault::damaged(format!("its two lists differ about “{}”", excerpt(&name))));
        }
        let empty = listed.is_dir() && listed.uncompressed_size_hint() == 0;
        if !empty && let Some(what) = unsuitable(&listed) {
            return Err(ArchiveFault::Kind { name, what });
        }
        let content = unpack(listed.compression_method(), entry.data(), left.min(MOST_BYTES))?;
        left = left.saturating_sub(content.len());
        let sum =
            ZipVerification { crc: CHECKSUM.checksum(&content), uncompressed_size: content.len() as u64 };
        entry.claim_verifier().valid(sum).map_err(ArchiveFault::damaged)?;
        found.push((name, content));
    }
    by_name(found)
}

/// The files by name, normalised: without a leading `./`, and with `/` between folders if a Windows program used only
/// backslashes.
fn by_name(found: Vec<(String, Vec<u8>)>) -> Result<Files, ArchiveFault> {
    let backslashes = !found.iter().any(|(name, _)| name.contains('/'));
    let (mut names, mut files) = (Set::new(), Files::default());
    for (name, content) in found {
        let name = if backslashes { name.replace('\\', "/") } else { name };
        let name = name.trim_start_matches("./");
        let folder = content.is_empty() && (name.is_empty() || name.ends_with('/'));
        if name.is_empty() && !folder || name.contains('\0') {
            return Err(ArchiveFault::Name { name: excerpt(name) });
        }
        if !names.insert(name.to_owned()) {
            return Err(ArchiveFault::Duplicate);
        }
        if !folder {
            files.insert(name, content);
        }
    }
    Ok(files)
}

/// Whether an entry's local header agrees with the list at the end. If sizes and checksum follow the content, they are
/// zero in the header.
fn agree(listed: &ZipFileHeaderRecord<'_>, entry: &ZipSliceEntry<'_>) -> bool {
    let here = entry.local_header();
    let known = !here.flags().has_data_descriptor();
    // If a long size has its own field (zip64), the short field has this marker.
    let same = |here: u64, listed: u64| here == listed || here == u64::from(u32::MAX);
    here.file_path().as_bytes() == listed.file_path().as_bytes()
        && here.compression_method() == listed.compression_method()
        && here.flags() == listed.flags()
        && (!known
            || here.crc32() == listed.crc32()
                && same(here.compressed_size_hint(), listed.compressed_size_hint())
                && same(here.uncompressed_size_hint(), listed.uncompressed_size_hint()))
}

fn unpack(method: CompressionMethod, data: &[u8], most: usize) -> Result<Vec<u8>, ArchiveFault> {
    let too_large = || {
        let reason =
            format!("a file may have at most {MOST_BYTES} bytes, and all files together {MOST_BYTES_IN_ALL}");
        ArchiveFault::TooLarge { reason }
    };
    match method {
        CompressionMethod::STORE if data.len() > most => Err(too_large()),
        CompressionMethod::STORE => Ok(data.to_vec()),
        CompressionMethod::DEFLATE => {
            decompress_to_vec_with_limit(data, most).map_err(|fault| match fault.status {
                TINFLStatus::HasMoreOutput => too_large(),
                _ => ArchiveFault::damaged("a file in it cannot be unpacked"),
            })
        }
        _ => Err(ArchiveFault::damaged("a file in it is compressed by an unknown method")),
    }
}

/// The characters of code page 437 from 128: the encoding of names that are not UTF-8 (APPNOTE.TXT, appendix D.1).
const CODE_PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// A name. Many programs write UTF-8 without declaring it, and other encodings hardly ever form valid UTF-8.
fn name(raw: &[u8]) -> String {
    let sign = |byte: &u8| match byte.checked_sub(128) {
        Some(nth) => CODE_PAGE_437.chars().nth(nth.into()).unwrap_or(char::REPLACEMENT_CHARACTER),
        None => char::from(*byte),
    };
    std::str::from_utf8(raw).map_or_else(|_| raw.iter().map(sign).collect(), str::to_owned)
}

fn unsuitable(listed: &ZipFileHeaderRecord<'_>) -> Option<&'static str> {
    match () {
        () if listed.flags().is_encrypted() => Some("encrypted"),
        () if listed.mode().is_symlink() => Some("a link to somewhere else"),
        () if listed.is_dir() => Some("a folder that has content"),
        () => None,
    }
}

/// Writes files as an archive: ordered by name, without times.
///
/// # Errors
/// If a name leads out of the folder into which the archive is unpacked.
pub(super) fn write(files: &Files) -> Result<Vec<u8>, ArchiveFault> {
    let mut writer = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files.iter() {
        if !Files::is_safe(name) {
            return Err(ArchiveFault::Name { name: excerpt(name) });
        }
        let file =
            writer.new_file(name).compression_method(CompressionMethod::DEFLATE).unix_permissions(0o644);
        let (mut entry, _) = file.start().map_err(ArchiveFault::damaged)?;
        let packed = compress_to_vec(bytes, EFFORT);
        entry.write_all(&packed).map_err(ArchiveFault::damaged)?;
        let about = DataDescriptorOutput::new(CHECKSUM.checksum(bytes), bytes.len() as u64);
        entry.finish(about).map_err(ArchiveFault::damaged)?;
    }
    writer.finish().map_err(ArchiveFault::damaged)
}
