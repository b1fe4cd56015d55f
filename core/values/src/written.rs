//! Documents as they are written.

use std::sync::Arc;

use serde::Serialize;

use super::{DocumentId, InputFault, json};

/// The canonical JSON of a document, and the id that follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The hash of its text.
    pub id: DocumentId,
    /// Its text, canonical.
    pub bytes: Arc<[u8]>,
}

impl Written {
    /// Writes a document.
    pub fn of(document: &impl Serialize) -> Self {
        Self::before(json::text(document).as_bytes())
    }

    /// What was written before, and kept.
    pub fn before(bytes: &[u8]) -> Self {
        Self { id: Self::id_of(bytes), bytes: bytes.into() }
    }

    /// A document that words were taken out of, under the id that it has.
    pub fn redacted(id: DocumentId, text: &str) -> Vec<u8> {
        format!("{REDACTED}{id}{REST}{text}}}").into_bytes()
    }

    /// The id of what is kept: its hash, but for a document that words were taken out of, which says which it is.
    pub fn id_of(bytes: &[u8]) -> DocumentId {
        std::str::from_utf8(bytes).ok().and_then(parts).map_or_else(|| DocumentId::of(bytes), |(id, _)| id)
    }

    /// The document in what is kept.
    pub fn content(bytes: &[u8]) -> Result<&str, InputFault> {
        let text = json::utf8(bytes)?;
        Ok(parts(text).map_or(text, |(_, content)| content))
    }
}

/// What stands before the id of a document that words were taken out of, and after it. No document begins like this.
const REDACTED: &str = r#"{"redacted":""#;
const REST: &str = r#"","rest":"#;

fn parts(text: &str) -> Option<(DocumentId, &str)> {
    let (id, rest) = text.strip_prefix(REDACTED)?.split_once(REST)?;
    Some((id.parse().ok()?, rest.strip_suffix('}')?))
}
