//! Remarks made while reading a catalogue.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::problem::Code;
use crate::types::json::Readable;
use crate::types::{json, sentence};

/// One place where the files are not correct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Anomaly {
    /// What kind of anomaly it is.
    pub code: Code,
    /// The file, by its path in the catalogue's folder.
    pub file: String,
    /// A JSON Pointer to the place in the file.
    pub pointer: String,
    /// What is wrong there.
    pub message: String,
    /// What was read instead.
    pub repair: String,
}

impl fmt::Display for Anomaly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}: {} {}", self.file, self.pointer, self.message, self.repair)
    }
}

/// All remarks made while reading a catalogue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// The anomalies, in the order in which they were found.
    pub anomalies: Vec<Anomaly>,
    /// Files that were not read.
    pub unread: Vec<String>,
}

impl Report {
    /// In JSON: the same bytes in every binding.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::text(self)
    }

    /// How many anomalies there are of each kind.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<Code, usize> {
        let mut counts = BTreeMap::new();
        for anomaly in &self.anomalies {
            *counts.entry(anomaly.code).or_insert(0) += 1;
        }
        counts
    }

    pub(super) fn note(
        &mut self,
        code: Code,
        file: &str,
        pointer: &str,
        message: impl Into<String>,
        repair: impl Into<String>,
    ) {
        self.anomalies.push(Anomaly {
            code,
            file: file.to_owned(),
            pointer: pointer.to_owned(),
            message: sentence(message),
            repair: sentence(repair),
        });
    }
}
