//! Reads a file without writing to it, and leaves nothing beside it.
//!
//! SQLite reads a file with a write-ahead log through a second file, its index, which it creates if missing. A program
//! that may only read cannot create it; or if it can, it owns it, and the file's owner can no longer open the file. So
//! a read-only program creates nothing: if there is a writer, the index exists and is only read; if there is none, the
//! file is unchanging and is read as it is. Nothing then keeps out a writer, who may come at any moment, so after each
//! read the file is checked for changes: a writer first creates a log.

use std::path::Path;
use std::time::SystemTime;

/// Distinguishes a file that was written to from one that was not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    length: u64,
    modified: Option<SystemTime>,
}

impl Seen {
    /// A file without a writer at this moment; `None` if there is a log.
    pub(super) fn of(path: &Path, log: &Path) -> Option<Self> {
        if std::fs::symlink_metadata(log).is_ok() {
            return None;
        }
        let file = std::fs::metadata(path).ok()?;
        Some(Self { length: file.len(), modified: file.modified().ok() })
    }
}

/// The file for SQLite: with its existing index, or as an unchanging file.
pub(super) fn url(path: &Path, is_still: bool) -> String {
    use std::fmt::Write;
    let mut url = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                url.push(char::from(*byte));
            }
            // Writing to a string does not fail.
            other => write!(url, "%{other:02X}").unwrap_or_default(),
        }
    }
    url.push_str(if is_still { "?immutable=1" } else { "?readonly_shm=1" });
    url
}
