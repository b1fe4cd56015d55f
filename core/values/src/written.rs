//! Documents in written form.

use std::sync::Arc;

use serde::Serialize;

use super::{DocumentId, InputFault, json};

/// The canonical JSON of a document, and its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The hash of the text.
    pub id: DocumentId,
    /// The canonical text.
    pub bytes: Arc<[u8]>,
}

impl Written {
    /// Writes a document.
    pub fn of(document: &impl Serialize) -> Self {
        Self::before(json::text(document).as_bytes())
    }

    /// A document in its stored form.
    pub fn before(bytes: &[u8]) -> Self {
        Self { id: Self::id_of(bytes), bytes: bytes.into() }
    }

    /// A document from which words were removed, under its original id.
    pub fn redacted(id: DocumentId, text: &str) -> Vec<u8> {
        format!("{REDACTED}{id}{REST}{text}}}").into_bytes()
    }

    /// The id of a stored document: its hash, or the recorded id if words were removed from it.
    pub fn id_of(bytes: &[u8]) -> DocumentId {
        std::str::from_utf8(bytes).ok().and_then(parts).map_or_else(|| DocumentId::of(bytes), |(id, _)| id)
    }

    /// The document in its stored form, without the wrapper of a redaction.
    pub fn content(bytes: &[u8]) -> Result<&str, InputFault> {
        let text = json::utf8(bytes)?;
        Ok(parts(text).map_or(text, |(_, content)| content))
    }
}

/// What precedes and follows the id of a redacted document. No other document begins like this.
const REDACTED: &str = r#"{"redacted":""#;
const REST: &str = r#"","rest":"#;

fn parts(text: &str) -> Option<(DocumentId, &str)> {
    let (id, rest) = text.strip_prefix(REDACTED)?.split_once(REST)?;
    Some((id.parse().ok()?, rest.strip_suffix('}')?))
}
