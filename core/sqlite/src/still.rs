//! Reading a file that is not ours to write, and leaving nothing beside it.
//!
//! SQLite reads a file with a write-ahead log by way of a second file, its index, which it makes where there is none. Whoever
//! may only read cannot make it; and if they can, it is theirs, and the owner can no longer open the file. So one who only
//! reads makes nothing: where somebody writes, the index is there and is only read; where nobody does, the file lies still and
//! is read as it is. Then nothing keeps a writer out, who may come at any moment, so after whatever was read it is looked
//! whether the file still lies as it did: a writer makes a log before anything else.

use std::path::Path;
use std::time::SystemTime;

/// What tells a file that somebody has written to from one that nobody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    length: u64,
    modified: Option<SystemTime>,
}

impl Seen {
    /// A file that nobody writes to at this moment; none where there is a log.
    pub(super) fn of(path: &Path, log: &Path) -> Option<Self> {
        if std::fs::symlink_metadata(log).is_ok() {
            return None;
        }
        let file = std::fs::metadata(path).ok()?;
        Some(Self { length: file.len(), modified: file.modified().ok() })
    }
}

/// The file as SQLite reads it: with the index that is there, or as one that does not change.
pub(super) fn url(path: &Path, is_still: bool) -> String {
    use std::fmt::Write;
    let mut url = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                url.push(char::from(*byte));
            }
            // Writing to a text does not fail.
            other => write!(url, "%{other:02X}").unwrap_or_default(),
        }
    }
    url.push_str(if is_still { "?immutable=1" } else { "?readonly_shm=1" });
    url
}
