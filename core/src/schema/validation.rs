//! Validates documents from outside against the published schemas, and lists every fault at once.
//!
//! For authors of documents: the typed parsers stop at the first fault, since one is enough to refuse. A document
//! without faults here can still be refused there, for what a schema cannot express (a dangling key, a cycle). Only the
//! typed parsers decide.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Described;
use crate::interop::interlink::Files;
use crate::types::InputFault;
use crate::types::json::{self, Node};

/// A place that does not match a schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct SchemaFault {
    /// A JSON Pointer to the place.
    pub pointer: String,
    /// What the schema requires there.
    pub message: String,
}

impl fmt::Display for SchemaFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer, self.message)
    }
}

/// A compiled schema.
#[derive(Debug)]
pub struct Checker {
    validator: jsonschema::Validator,
}

impl Checker {
    /// Compiles the schema of something.
    #[must_use]
    pub fn new(described: Described) -> Self {
        #[expect(
            clippy::expect_used,
            reason = "the schemas are generated from types and a test compiles each"
        )]
        let validator =
            jsonschema::draft202012::new(&described.schema()).expect("a generated schema is valid");
        Self { validator }
    }

    /// Every fault of a text, in the order of their places; empty if it matches the schema.
    ///
    /// # Errors
    /// If the text is not acceptable JSON at all.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::schema::{Described, validation::Checker};
    /// let model = br#"{"document": "governance_model", "id": "m", "version": "one", "roles": {}, "mood": 1}"#;
    /// let faults = Checker::new(Described::GovernanceModel).faults(model)?;
    /// assert!(faults.iter().any(|fault| fault.pointer == "/version"));
    /// assert!(faults.len() > 3);
    /// # Ok::<_, interlink::types::InputFault>(())
    /// ```
    pub fn faults(&self, text: &[u8]) -> Result<Vec<SchemaFault>, InputFault> {
        let value = value(Node::parse(text, json::MOST_DOCUMENT_BYTES)?);
        Ok(self.faults_of(&value))
    }

    /// Every fault of a value.
    #[must_use]
    pub fn faults_of(&self, value: &Value) -> Vec<SchemaFault> {
        let mut faults: Vec<SchemaFault> = Vec::new();
        for error in self.validator.iter_errors(value) {
            faults
                .push(SchemaFault { pointer: error.instance_path().to_string(), message: error.to_string() });
        }
        faults.sort_by(|a, b| (&a.pointer, &a.message).cmp(&(&b.pointer, &b.message)));
        faults.dedup();
        faults
    }
}

/// Every fault of the files of an INTERLINK catalogue, by file.
#[must_use]
pub fn catalogue_faults(files: &Files) -> Vec<(String, SchemaFault)> {
    let metadata = Checker::new(Described::InterlinkMetadata);
    let phase = Checker::new(Described::InterlinkPhase);
    let profiles = Checker::new(Described::InterlinkProblemProfiles);
    let mut found = Vec::new();
    for name in files.names() {
        let checker = match name.split('/').collect::<Vec<_>>()[..] {
            ["problemprofiles.json"] => &profiles,
            ["schemas", _, "metadata.json"] => &metadata,
            ["schemas", _, "phases", file] if file.ends_with(".json") => &phase,
            _ => continue,
        };
        let faults = checker.faults(files.get(name).unwrap_or_default()).unwrap_or_else(|fault| {
            vec![SchemaFault { pointer: fault.path().to_owned(), message: fault.to_string() }]
        });
        found.extend(faults.into_iter().map(|fault| (name.to_owned(), fault)));
    }
    found
}

/// A node in the validator's form.
fn value(node: Node<'_>) -> Value {
    match node {
        Node::Null => Value::Null,
        Node::Bool(value) => Value::Bool(value),
        Node::Integer(number) => number.into(),
        Node::Text(text) => Value::String(text.into_owned()),
        Node::List(items) => items.into_iter().map(value).collect(),
        Node::Object(members) => {
            members.into_iter().map(|(key, node)| (key.into_owned(), value(node))).collect()
        }
        // Its own parser preserves numbers as far as it can; anything nested too deeply for it matches no schema either.
        Node::Piece(text) => serde_json::from_str(&text).unwrap_or_default(),
    }
}
