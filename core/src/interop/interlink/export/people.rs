//! The people named in an export: removed from it, with each place noted by a number.

use super::{Named, PROCESS, Report, SCHEMA};
use crate::interop::carry;
use crate::problem::Code;
use crate::process::ImportPlace;
use crate::types::Map;
use crate::types::json::{Node, escape};

/// Members that name an account.
const ACCOUNTS: [&str; 2] = ["creator_id", "disabler_id"];

/// The people named in the files.
#[derive(Default)]
pub(super) struct People {
    pub(super) list: Vec<Named>,
    by_name: Map<String, u32>,
    pub(super) places: Vec<ImportPlace>,
}

impl People {
    fn number(&mut self, text: &str) -> Option<u32> {
        if let Some(number) = self.by_name.get(text) {
            return Some(*number);
        }
        let (named, number) = (text.parse().ok()?, u32::try_from(self.list.len()).ok()?);
        self.list.push(Named { named, administrator: false });
        self.by_name.insert(text.to_owned(), number);
        Some(number)
    }

    /// Removes the list of administrators.
    pub(super) fn administrators(&mut self, root: &mut Node<'_>, report: &mut Report) -> Vec<u32> {
        let Some(process) = carry::find(root, "/coproduction") else { return Vec::new() };
        let listed = match process.take("administrators") {
            Some(Node::List(listed)) => listed,
            Some(Node::Null) | None => Vec::new(),
            Some(other) => vec![other],
        };
        let mut numbers = Vec::new();
        for (nth, node) in listed.into_iter().enumerate() {
            let number = match &node {
                Node::Text(text) => self.number(text),
                _ => None,
            };
            let Some(number) = number else {
                let (pointer, message) =
                    (format!("/administrators/{nth}"), "This is not a valid id of a person.");
                report.note(Code::AnomalyMalformed, PROCESS, &pointer, message, "It was left out.");
                continue;
            };
            if let Some(person) = self.list.get_mut(number as usize).filter(|person| !person.administrator) {
                person.administrator = true;
                numbers.push(number);
            }
        }
        numbers
    }

    /// Removes every other name of a person, and notes its place.
    pub(super) fn lift(&mut self, node: &mut Node<'_>, pointer: &mut String, report: &mut Report) {
        let length = pointer.len();
        match node {
            Node::Object(members) => {
                for (name, value) in members {
                    pointer.push('/');
                    pointer.push_str(&escape(name));
                    self.lift_from(name, value, pointer, report);
                    pointer.truncate(length);
                }
            }
            Node::List(values) => {
                for (nth, value) in values.iter_mut().enumerate() {
                    pointer.push_str(&format!("/{nth}"));
                    self.lift_from("", value, pointer, report);
                    pointer.truncate(length);
                }
            }
            // Its inside is not searched for names, so a piece that may contain one is left out.
            Node::Piece(text) if may_name_somebody(text) => {
                let message = "It may name a person, too deeply nested to check.";
                note(report, Code::AnomalyPersonal, pointer, message, "It was left out.");
                *node = Node::Null;
            }
            Node::Null | Node::Bool(_) | Node::Integer(_) | Node::Text(_) | Node::Piece(_) => {}
        }
    }

    fn lift_from(&mut self, name: &str, value: &mut Node<'_>, pointer: &mut String, report: &mut Report) {
        let Node::Text(text) = &*value else { return self.lift(value, pointer, report) };
        if !text.is_empty() && (ACCOUNTS.contains(&name) || is_address(text)) {
            match self.number(text) {
                Some(person) => self.places.push(ImportPlace { person, pointer: pointer.clone() }),
                None => note(
                    report,
                    Code::AnomalyMalformed,
                    pointer,
                    "This is not a valid id of a person.",
                    "It was left out.",
                ),
            }
            *value = Node::Null;
        } else if text
            .split_whitespace()
            .any(|word| is_address(word.trim_matches(|c: char| !c.is_alphanumeric())))
        {
            let message = "The text contains an e-mail address.";
            note(report, Code::AnomalyPersonal, pointer, message, "It became part of the record.");
        }
    }
}

/// Whether an address or a member that names an account may be in a piece of JSON, escaped or not.
fn may_name_somebody(piece: &str) -> bool {
    piece.contains(['@', '\\']) || ACCOUNTS.iter().any(|account| piece.contains(account))
}

/// Notes an anomaly at a place of the flat form.
fn note(report: &mut Report, code: Code, pointer: &str, message: &str, repair: &str) {
    let (file, pointer) = match pointer.strip_prefix("/coproduction") {
        Some(pointer) => (PROCESS, pointer),
        None => (SCHEMA, pointer),
    };
    report.note(code, file, pointer, message, repair);
}

/// Whether a text is an e-mail address and nothing else, as far as that can be told.
fn is_address(text: &str) -> bool {
    let plain =
        |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "/:,;<>@".contains(c));
    text.split_once('@').is_some_and(|(local, domain)| plain(local) && plain(domain) && domain.contains('.'))
}
