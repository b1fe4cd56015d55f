//! The requirements of the platform's importer.
//!
//! It reads the two files field by field, creates items as it goes, and stops with an error at anything unexpected:
//! what it has created until then remains. Nothing written here may cause that.

use super::flat::{FILE_SERVICE, owned, status};
use super::shape::parts_of;
use super::{ASSETS, PROCESS, Report, SCHEMA};
use crate::interop::interlink::Files;
use crate::problem::Code;
use crate::process::{ItemKind, Status};
use crate::types::json::{Node, escape};
use crate::types::{Language, Set, nearest};

/// The languages that the platform supports.
const LANGUAGES: [&str; 4] = ["en", "es", "it", "lv"];
/// A picture of one pixel, for a process that has no logotype.
pub(super) const LOGOTYPE: &[u8] = include_bytes!("logotype.png");
/// The most characters of a title that become the name of a file.
const MOST_NAME: usize = 60;

/// The deepest nesting of carried JSON: recursive readers fail at a thousand or so.
const MOST_DEPTH: usize = 500;

/// The nesting depth of a piece of JSON; an upper bound if its texts contain brackets.
fn depth(piece: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for byte in piece.bytes() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}

/// The nearest language that the platform supports, or else English.
pub(super) fn language(tag: Language) -> &'static str {
    let found = nearest(tag, LANGUAGES.iter().filter_map(|known| known.parse().ok()));
    let is_found = |known: &&str| found.is_some_and(|found| found.as_str() == *known);
    LANGUAGES.into_iter().find(is_found).unwrap_or("en")
}

/// A title as a file name, with its extension.
pub(super) fn file_name(title: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || "-_. ".contains(c) { c } else { '_' };
    let name: String = title.chars().take(60).map(plain).collect();
    let name = name.trim_matches([' ', '.']);
    let (stem, ending) = name.rsplit_once('.').filter(|(_, ending)| ending.len() <= 8).unwrap_or((name, ""));
    let stem: String = stem.chars().take(MOST_NAME).collect();
    match (stem.as_str(), ending) {
        ("", _) => "file".to_owned(),
        (stem, "") => stem.to_owned(),
        (stem, ending) => format!("{stem}.{ending}"),
    }
}

/// The path of a file within a process's folder, as it came, unless it would lead elsewhere on a disk. The file of an
/// asset is `ID.NAME`, without folders in it and with a name: the importer copies it under that name.
pub(super) fn path(came: &str) -> String {
    let part = |part: &str| {
        let plain = |c: char| if c == '\\' || c == ':' || c.is_control() { '_' } else { c };
        let part: String = part.chars().map(plain).take(120).collect();
        if matches!(part.as_str(), "" | "." | "..") { "_".to_owned() } else { part }
    };
    let path = match came.strip_prefix(ASSETS) {
        Some(name) => {
            let name = name.replace('/', "_");
            let (id, name) = name.split_once('.').unwrap_or((&name, ""));
            let name = if matches!(name, "" | "." | "..") { "file" } else { name };
            format!("{ASSETS}{id}.{name}")
        }
        None => came.to_owned(),
    };
    if Files::is_safe(&path) { path } else { path.split('/').map(part).collect::<Vec<_>>().join("/") }
}

/// Adapts the files to the importer.
pub(super) struct Taken<'w> {
    base: &'w str,
    files: &'w mut Files,
    report: &'w mut Report,
}

impl<'w> Taken<'w> {
    pub(super) fn new(base: &'w str, files: &'w mut Files, report: &'w mut Report) -> Self {
        Self { base, files, report }
    }

    pub(super) fn make(&mut self, id: &str, process: &mut Node<'_>, phases: &mut Vec<Node<'_>>) {
        self.shallow(PROCESS, &mut String::new(), process);
        for (nth, phase) in phases.iter_mut().enumerate() {
            self.shallow(SCHEMA, &mut format!("/{nth}"), phase);
        }
        self.process(id, process);
        let with_file = self.assets_with_files();
        self.level(ItemKind::Phase, "", phases, &with_file);
    }

    /// Leaves out data that nests too deeply for the importer's JSON reader.
    fn shallow(&mut self, file: &str, pointer: &mut String, node: &mut Node<'_>) {
        let length = pointer.len();
        match node {
            Node::Piece(text) if depth(text) > MOST_DEPTH => {
                *node = Node::Null;
                let message = "The platform cannot read data that nests so deeply.";
                self.report.note(Code::AnomalyNotExported, file, pointer, message, "It was left out.");
            }
            Node::Object(members) => {
                for (name, value) in members {
                    pointer.push('/');
                    pointer.push_str(&escape(name));
                    self.shallow(file, pointer, value);
                    pointer.truncate(length);
                }
            }
            Node::List(items) => {
                for (nth, value) in items.iter_mut().enumerate() {
                    pointer.push_str(&format!("/{nth}"));
                    self.shallow(file, pointer, value);
                    pointer.truncate(length);
                }
            }
            Node::Null | Node::Bool(_) | Node::Integer(_) | Node::Text(_) | Node::Piece(_) => {}
        }
    }

    /// The ids of assets whose file exists, matched as the importer does: by the beginning of the name.
    fn assets_with_files(&self) -> Set<String> {
        let assets = format!("{}{ASSETS}", self.base);
        let names = self.files.names().filter_map(|name| name.strip_prefix(assets.as_str()));
        names.filter_map(|name| name.split_once('.')).map(|(id, _)| id.to_owned()).collect()
    }

    fn process(&mut self, id: &str, process: &mut Node<'_>) {
        let known = |text: &str| LANGUAGES.contains(&text);
        self.text(PROCESS, "", process, "name", id, |name| !name.trim().is_empty());
        self.text(PROCESS, "", process, "language", LANGUAGES.first().copied().unwrap_or_default(), known);
        let number = |text: &str| text == "None" || is_number(text);
        if !matches!(process.member("rating"), Some(Node::Integer(_) | Node::Piece(_) | Node::Null)) {
            self.text(PROCESS, "", process, "rating", "0.0", number);
        }
        let base = self.base;
        let there = |files: &Files, link: &str| {
            let name = link.rsplit('/').next().unwrap_or_default();
            !name.is_empty() && files.get(&format!("{base}{name}")).is_some()
        };
        let logotype = match process.member("logotype") {
            Some(Node::Text(link)) => there(self.files, link),
            _ => false,
        };
        if !logotype {
            let name = format!("{id}.png");
            let path = path(&name);
            self.files.insert(format!("{base}{path}"), LOGOTYPE);
            let link = format!("/static/coproductionprocesses/{path}");
            self.text(PROCESS, "", process, "logotype", &link, |_| false);
        }
    }

    fn level(&mut self, kind: ItemKind, pointer: &str, items: &mut Vec<Node<'_>>, with_file: &Set<String>) {
        for (nth, item) in items.iter_mut().enumerate() {
            let at = format!("{pointer}/{nth}");
            self.item(kind, &at, item);
            let parts = parts_of(kind);
            let Node::Object(members) = item else { continue };
            let Some((_, Node::List(list))) = members.iter_mut().find(|(name, _)| name == parts) else {
                continue;
            };
            let at = format!("{at}/{parts}");
            match kind {
                ItemKind::Phase => self.level(ItemKind::Objective, &at, list, with_file),
                ItemKind::Objective => self.level(ItemKind::Task, &at, list, with_file),
                ItemKind::Task => self.assets(&at, list, with_file),
            }
        }
    }

    fn item(&mut self, kind: ItemKind, at: &str, item: &mut Node<'_>) {
        let word = kind.to_string();
        let statuses = [Status::Awaiting, Status::InProgress, Status::Finished].map(status);
        self.text(SCHEMA, at, item, "type", &word, |found| found == word);
        self.text(SCHEMA, at, item, "name", "", |_| true);
        self.text(SCHEMA, at, item, "description", "", |_| true);
        self.text(SCHEMA, at, item, "status", status(Status::Awaiting), |found| statuses.contains(&found));
    }

    /// Leaves out assets at which the importer would stop, or which it would take for the previous one again.
    fn assets(&mut self, at: &str, assets: &mut Vec<Node<'_>>, with_file: &Set<String>) {
        let mut nth = 0;
        assets.retain_mut(|asset| {
            let pointer = format!("{at}/{nth}");
            nth += 1;
            let wrong = self.asset(&pointer, asset, with_file);
            if let Some(message) = wrong {
                self.report.note(Code::AnomalyNotExported, SCHEMA, &pointer, message, "It was left out.");
            }
            wrong.is_none()
        });
    }

    /// Why an asset must be left out; `None` if it need not be.
    fn asset(&mut self, at: &str, asset: &mut Node<'_>, with_file: &Set<String>) -> Option<&'static str> {
        let text = |asset: &Node<'_>, name: &str| match asset.member(name) {
            Some(Node::Text(text)) => Some(text.to_string()),
            _ => None,
        };
        match text(asset, "type").as_deref() {
            Some("externalasset") => {
                let uri = text(asset, "uri").is_some();
                self.text(SCHEMA, at, asset, "name", "", |_| true);
                (!uri).then_some("The platform does not accept a link without an address.")
            }
            Some("internalasset") => {
                if !text(asset, "id").is_some_and(|id| with_file.contains(&id)) {
                    return Some("The platform does not accept an asset without its file.");
                }
                let link =
                    |link: &str| link.split_once("http://").is_some_and(|(_, rest)| rest.contains('/'));
                self.text(SCHEMA, at, asset, "internal_link", FILE_SERVICE, link);
                self.knowledge(at, asset);
                None
            }
            Some(_) | None => Some("The platform accepts only links and assets held by its interlinkers."),
        }
    }

    /// The importer finds the resource that an asset was made from by its name.
    fn knowledge(&mut self, at: &str, asset: &mut Node<'_>) {
        let none = matches!(asset.member("knowledgeinterlinker_id"), None | Some(Node::Null));
        let named = asset.member("knowledgeinterlinker").and_then(|resource| resource.member("name"));
        if none || matches!(named, Some(Node::Text(_))) {
            return;
        }
        let Node::Object(members) = asset else { return };
        for (_, value) in members.iter_mut().filter(|(name, _)| name == "knowledgeinterlinker_id") {
            *value = Node::Null;
            let pointer = format!("{at}/knowledgeinterlinker_id");
            let message = "The platform finds a resource by its name, and there is none.";
            self.report.note(Code::AnomalyNotExported, SCHEMA, &pointer, message, "It was left out.");
        }
    }

    /// Makes a member a text that the importer accepts.
    fn text(
        &mut self,
        file: &str,
        at: &str,
        node: &mut Node<'_>,
        name: &'static str,
        otherwise: &str,
        taken: impl Fn(&str) -> bool,
    ) {
        if matches!(node.member(name), Some(Node::Text(text)) if taken(text)) {
            return;
        }
        let Node::Object(members) = node else { return };
        match members.iter_mut().find(|(key, _)| key == name) {
            Some((_, value)) => *value = owned(otherwise.to_owned()),
            None => members.push((name.into(), owned(otherwise.to_owned()))),
        }
        let (message, repair) =
            ("The platform's importer would stop at this.", format!("“{otherwise}” was written."));
        self.report.note(Code::AnomalyNotExported, file, &format!("{at}/{name}"), message, repair);
    }
}

/// Whether a text is a number for the platform's database: a fraction that fits its column of doubles.
///
/// Only the form is checked. Parsing the number would need tables of 10 KB, which nothing else here uses.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (digits, power) = match text.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, power.parse().ok()),
        None => (text, Some(0)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = [whole, fraction].iter().all(|part| part.bytes().all(|sign| sign.is_ascii_digit()));
    let long = i64::try_from(whole.trim_start_matches('0').len()).unwrap_or(i64::MAX);
    // The largest double is a little more than 10^308.
    let is_held = power.is_some_and(|power: i64| long.saturating_add(power) <= 308);
    all_digits && !(whole.is_empty() && fraction.is_empty()) && is_held
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn a_number_is_what_a_double_holds() {
        let texts = "0 5 -4.5 +4.5 4. .5 1e3 1E+3 1e-400 1.5e307 00012 . - + e3 1e 1e+ 1e400 4,5 4_5 nan inf -infinity None \
                     0x1p3 4.5.6 1e3.5 ٤ --4 1e99999999999999999999";
        for text in texts.split_ascii_whitespace().chain(["", " 4", "4 "]) {
            assert_eq!(is_number(text), text.parse::<f64>().is_ok_and(f64::is_finite), "{text}");
        }
        assert!(is_number(&"9".repeat(308)) && !is_number(&"9".repeat(309)));
    }
}
