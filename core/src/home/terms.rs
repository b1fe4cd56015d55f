//! The host's word about an import.

use crate::journal::StreamId;
use crate::types::json::{self, Node, Readable};
use crate::types::{InputFault, Key, Timestamp};

/// What the source of a bundle is called where the host says nothing.
const UNNAMED: &str = "unnamed";

/// What the host says of a bundle that it hands over: nobody else can know it. Without a word, only what nobody here
/// depends on is taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// When it is taken in. Without it, the store's clock says so, or else the bundle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// Streams that are at home where the bundle comes from, although they are of people who are known here, are at home
    /// here so far, or came from another source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub homes: Vec<StreamId>,
    /// What the host calls the place that the bundle comes from: a system, nobody's name. All bundles of the same name are
    /// believed to come from one place, and so are all without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Key>,
    /// Streams of the bundle that are at home here from now on: a process that moves to this system. Its old home must not
    /// go on with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub take_over: Vec<StreamId>,
}

impl Terms {
    /// Reads them from JSON, as a host writes it.
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
    /// Where the text is none.
    pub fn from_json(text: &[u8]) -> Result<Self, InputFault> {
        Node::parse(text, json::MOST_BYTES)?.read()
    }

    /// What the host calls the source.
    pub(crate) fn source(&self) -> Option<Key> {
        self.source.clone().or_else(|| UNNAMED.parse().ok())
    }
}
