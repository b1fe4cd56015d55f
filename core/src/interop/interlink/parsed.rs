//! The JSON files of a catalogue, parsed once.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::{Files, Report};
use crate::problem::Code;
use crate::types::json::{MOST_DOCUMENT_BYTES, Node};

/// The official JSON Schemas, stored beside what they describe.
const BESIDE: [&str; 3] = ["metadata_schema.json", "phase_schema.json", "schema.json"];

/// The kind of a file, by its place in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A file that is read.
    Content,
    /// A JSON Schema beside it: it is not read, but written back.
    Schema,
    /// A file beside an interlinker: a text, a picture, a document.
    Attached,
    /// A file that does not belong under `schemas/` or `interlinkers/`.
    Misplaced,
    /// Elsewhere.
    Outside,
}

pub(super) fn place(name: &str) -> Place {
    if !Files::is_safe(name) {
        return Place::Misplaced;
    }
    let parts: Vec<&str> = name.split('/').collect();
    match parts[..] {
        ["schemas", file] | ["interlinkers", _, file] if BESIDE.contains(&file) => Place::Schema,
        ["problemprofiles.json"]
        | ["problemprofiles", "problemprofiles.json"]
        | ["schemas", _, "metadata.json"]
        | [
            "interlinkers",
            "knowledge" | "externalknowledge" | "software" | "externalsoftware",
            _,
            "metadata.json",
        ] => Place::Content,
        ["schemas", _, "phases", file] if file.ends_with(".json") => Place::Content,
        ["interlinkers", _, _, ..] => Place::Attached,
        ["schemas" | "interlinkers", ..] => Place::Misplaced,
        _ => Place::Outside,
    }
}

/// The files that are read, by path. Files that cannot be parsed are reported and left out.
#[derive(Debug)]
pub(super) struct Parsed<'a>(BTreeMap<&'a str, Node<'a>>);

impl<'a> Parsed<'a> {
    pub(super) fn of(files: &'a Files, report: &mut Report) -> Self {
        let mut parsed = BTreeMap::new();
        for (name, bytes) in files.iter() {
            match place(name) {
                Place::Content => match Node::parse_foreign(bytes, MOST_DOCUMENT_BYTES) {
                    Ok(node) => drop(parsed.insert(name, node)),
                    Err(fault) => {
                        let message = format!("The file cannot be read: {fault}");
                        report.note(Code::AnomalyMalformed, name, fault.path(), message, "It was left out.");
                    }
                },
                Place::Misplaced => report.note(
                    Code::AnomalyUnknownFile,
                    name,
                    "",
                    "The file does not belong in a catalogue.",
                    "It was not read.",
                ),
                Place::Schema => match Node::parse_foreign(bytes, MOST_DOCUMENT_BYTES) {
                    Ok(node) => drop(parsed.insert(name, node)),
                    Err(_) => report.unread.push(name.to_owned()),
                },
                Place::Attached | Place::Outside => report.unread.push(name.to_owned()),
            }
        }
        Self(parsed)
    }

    /// A file's content.
    pub(super) fn get<'s>(&'s self, name: &str) -> Option<&'s Node<'a>> {
        self.0.get(name)
    }

    /// The files whose names begin with a prefix, in order.
    pub(super) fn under<'s>(&'s self, prefix: &'s str) -> impl Iterator<Item = (&'a str, &'s Node<'a>)> {
        let from = self.0.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        from.take_while(move |(name, _)| name.starts_with(prefix)).map(|(name, node)| (*name, node))
    }

    /// All of it as one object, by path.
    pub(super) fn into_node(self) -> Node<'a> {
        Node::Object(self.0.into_iter().map(|(name, node)| (name.into(), node)).collect())
    }
}
