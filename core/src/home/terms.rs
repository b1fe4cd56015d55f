//! The host's terms for an import.

use crate::journal::StreamId;
use crate::types::json::{self, Node, Readable};
use crate::types::{InputFault, Key, Timestamp};

/// The name of a bundle's source if the host gives none.
const UNNAMED: &str = "unnamed";

/// What the host states about a bundle that it imports: nobody else can know it. Without terms, an import brings only
/// streams that nobody here depends on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// The time of the import. If absent, the store's clock decides, or else the bundle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// Streams that are at home in the bundle's store although they are of people who are known here, were at home
    /// here, or came from another source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub homes: Vec<StreamId>,
    /// The host's name for the place that the bundle comes from: a system, not a person. All bundles with the same name
    /// are trusted to come from one place, and so are all without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Key>,
    /// Streams of the bundle that are at home here from now on: a process that moves to this system. Its old home must
    /// not continue it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub take_over: Vec<StreamId>,
}

impl Terms {
    /// Reads the terms from JSON.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::home::Terms;
    /// let terms = Terms::from_json(br#"{"source": "the-other-town"}"#)?;
    /// assert_eq!(terms.source, Some("the-other-town".parse()?));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The JSON is malformed, or not valid terms.
    pub fn from_json(text: &[u8]) -> Result<Self, InputFault> {
        Node::parse(text, json::MOST_BYTES)?.read()
    }

    /// The host's name for the source.
    pub(crate) fn source(&self) -> Option<Key> {
        self.source.clone().or_else(|| UNNAMED.parse().ok())
    }
}
