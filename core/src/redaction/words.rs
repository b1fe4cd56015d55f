//! Removing words from texts.

use std::borrow::Cow;

use super::spelling::{self, Character, Kind, signs};
use super::{document_texts, event_texts};
use crate::journal::Event;
use crate::kernel::Document;
use crate::types::json::{self, Node};
use crate::types::{DocumentId, EventId, Remark, Written};

/// The members of commands that become public texts, in commands that others were asked to approve.
const COMMAND_TEXTS: &[&str] = &[
    "content/file/media_type",
    "content/held/asset",
    "content/link/uri",
    "description",
    "licence",
    "name",
    "problem_profiles",
    "title",
];

/// The words to remove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    /// As compared in a text for people.
    prose: Vec<char>,
    /// As compared in a link, a path or an id.
    token: Vec<char>,
}

/// The result of searching something for the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Redacted {
    /// The words do not occur in it.
    Untouched,
    /// The content without the words.
    Anew(Vec<u8>),
    /// The words cannot be removed from the value at this path.
    Unfit(String),
}

impl Words {
    /// Reads what a command names; `None` if it is too short to search for.
    pub(crate) fn read(words: &Remark) -> Option<Self> {
        let looked_for = |kind: Kind| {
            let all: Vec<char> = signs(words.as_str(), kind).iter().map(|sign| sign.capital).collect();
            let is_blank = |sign: &char| *sign == ' ';
            let begins = all.iter().position(|sign| !is_blank(sign)).unwrap_or_default();
            let ends = all.iter().rposition(|sign| !is_blank(sign)).map_or(0, |last| last.saturating_add(1));
            all.get(begins..ends).unwrap_or_default().to_vec()
        };
        let (prose, token) = (looked_for(Kind::Prose), looked_for(Kind::Token));
        (prose.iter().filter(|sign| sign.is_alphanumeric()).count() >= 2).then_some(Self { prose, token })
    }

    /// The text without the words; `None` if they do not occur in it.
    pub(super) fn taken_out_of(&self, text: &str, kind: Kind) -> Option<String> {
        let wanted = match kind {
            Kind::Prose => &self.prose,
            Kind::Token => &self.token,
        };
        let signs = signs(text, kind);
        let (mut out, mut copied, mut from, mut found) = (String::new(), 0, 0_usize, false);
        while let Some(window) = signs.get(from..from.saturating_add(wanted.len())) {
            let after = from.saturating_add(wanted.len());
            let (Some(first), Some(last)) = (window.first(), window.last()) else { break };
            let is_whole = || {
                let before = from.checked_sub(1).and_then(|before| signs.get(before));
                first.is_first && !goes_on(before, Some(first)) && !goes_on(Some(last), signs.get(after))
            };
            if window.iter().map(|sign| &sign.capital).eq(wanted) && is_whole() {
                out.push_str(text.get(copied..first.begins).unwrap_or_default());
                out.push_str(kind.gap());
                (copied, from, found) = (last.ends, after, true);
            } else {
                from = from.saturating_add(1);
            }
        }
        out.push_str(text.get(copied..).unwrap_or_default());
        found.then_some(out)
    }
}

/// Whether the words occur anywhere in a text.
pub(crate) fn stand_in(words: &Words, text: &str) -> bool {
    [Kind::Prose, Kind::Token].into_iter().any(|kind| words.taken_out_of(text, kind).is_some())
}

/// Whether the words occur in what a command would have written into public texts: the vault keeps the exact command
/// for the approvers. The rest of the command is not a public text.
pub(crate) fn stand_in_command(words: &Words, command: &str) -> bool {
    let Ok(mut node) = Node::parse(command.as_bytes(), usize::MAX) else { return false };
    let Some(data) = node.member_mut("data") else { return false };
    !take_out(data, COMMAND_TEXTS, words).is_empty()
}

/// Whether a word continues from one character to the next: “Ann” within “Annual”, “Rene” within “René”. Scripts
/// without capital letters may write words without separators, so there the characters do not tell.
fn goes_on(one: Option<&Character>, other: Option<&Character>) -> bool {
    let tells = |sign: char| {
        sign.is_lowercase() || sign.is_uppercase() || sign.is_numeric() || spelling::is_mark(sign)
    };
    let (Some(one), Some(other)) = (one, other) else { return false };
    !other.is_first || (tells(one.capital) && tells(other.capital))
}

/// Removes words from the public texts of an event. The rewritten event names its original id, and no longer has a
/// salt.
pub(crate) fn redact_event(id: EventId, body: &[u8], words: &Words) -> Redacted {
    let Ok(mut node) = Node::parse(body, usize::MAX) else { return Redacted::Untouched };
    let Some(Node::Text(name)) = node.member("type") else { return Redacted::Untouched };
    let Some(paths) = event_texts(name) else { return Redacted::Untouched };
    let Some(data) = node.member_mut("data") else { return Redacted::Untouched };
    let touched = take_out(data, paths, words);
    if touched.is_empty() {
        return Redacted::Untouched;
    }
    if let Node::Object(members) = &mut node {
        members.retain(|(key, _)| key != "salt" && key != "redacted");
        members.push(("redacted".into(), Node::Text(id.to_string().into())));
    }
    let anew = json::text(&node).into_bytes();
    match Event::read(id, &anew) {
        Ok(_) => Redacted::Anew(anew),
        Err(_) => Redacted::Unfit(touched.join(", ")),
    }
}

/// Removes words from the texts of a document that was made from one process.
pub(crate) fn redact_document(id: DocumentId, bytes: &[u8], words: &Words) -> Redacted {
    let Ok(text) = Written::content(bytes) else { return Redacted::Untouched };
    let Ok(mut node) = Node::parse(text.as_bytes(), usize::MAX) else { return Redacted::Untouched };
    let Some(Node::Text(kind)) = node.member("document") else { return Redacted::Untouched };
    let Some(paths) = document_texts(kind) else { return Redacted::Untouched };
    let touched = take_out(&mut node, paths, words);
    if touched.is_empty() {
        return Redacted::Untouched;
    }
    let anew = Written::redacted(id, &json::text(&unsalted(node)));
    match Document::kept(&anew) {
        Ok(document) if document.id() == id => Redacted::Anew(anew),
        Ok(_) | Err(_) => Redacted::Unfit(touched.join(", ")),
    }
}

/// A document without its salt, which is removed with the words.
pub(super) fn unsalted(mut document: Node<'_>) -> Node<'_> {
    if let Node::Object(members) = &mut document {
        members.retain(|(key, _)| key != "salt");
    }
    document
}

/// Removes words from the texts at some paths; returns the paths where they occurred.
fn take_out(node: &mut Node<'_>, paths: &[&'static str], words: &Words) -> Vec<&'static str> {
    let mut touched = Vec::new();
    for path in paths {
        let kind = Kind::at(path);
        let mut found = false;
        texts_at(node, path, &mut |text| {
            if let Some(without) = words.taken_out_of(text, kind) {
                *text = Cow::Owned(without);
                found = true;
            }
        });
        if found {
            touched.push(*path);
        }
    }
    touched
}

/// Visits the texts at a path and below its end: in lists, and in all languages of a text.
fn texts_at<'a>(node: &mut Node<'a>, path: &str, each: &mut dyn FnMut(&mut Cow<'a, str>)) {
    match node {
        Node::List(items) => items.iter_mut().for_each(|item| texts_at(item, path, each)),
        Node::Text(text) if path.is_empty() => each(text),
        Node::Object(members) if path.is_empty() => {
            members.iter_mut().for_each(|(_, value)| texts_at(value, path, each));
        }
        Node::Object(members) => {
            let (step, rest) = path.split_once('/').unwrap_or((path, ""));
            if let Some((_, value)) = members.iter_mut().find(|(key, _)| key == step) {
                texts_at(value, rest, each);
            }
        }
        Node::Null | Node::Bool(_) | Node::Integer(_) | Node::Text(_) => {}
        Node::Piece(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(words: &str, text: &str, kind: Kind) -> Option<String> {
        Words::read(&words.parse().ok()?)?.taken_out_of(text, kind)
    }

    #[test]
    fn whole_words_are_taken_out_however_they_are_written() {
        let cases = [
            ("Anna Rossi", "With ANNA ROSSI, and Anna Rossi.", Some("With […], and […].")),
            ("ann", "Ann's annual plan of Ann", Some("[…]'s annual plan of […]")),
            ("rossi", "Rossini", None),
            ("李明", "与李明会面", Some("与[…]会面")),
            ("İpek", "İPEK ve i̇pek", Some("[…] ve […]")),
            ("straße 5", "Straße 51 und Straße 5", Some("Straße 51 und […]")),
            ("aa", "aa aa", Some("[…] […]")),
            ("Ida Strauß", "MIT IDA STRAUSS.", Some("MIT […].")),
            ("Ida Straus", "Ida Strauß", None),
            ("Γιώργος", "ΓΙΏΡΓΟΣ", Some("[…]")),
            ("José", "Jose\u{301}!", Some("[…]!")),
            ("Jose\u{301}", "JOSÉ", Some("[…]")),
            ("Jose", "José, Jose\u{301}", None),
            ("ann", "Béann", None),
            ("Nguyễn", "Nguye\u{302}\u{303}n", Some("[…]")),
            ("Anna Rossi", "Anna\u{a0}\n Rossi", Some("[…]")),
            ("D'Amico", "D\u{2019}Amico", Some("[…]")),
            ("Zelda", "Zel\u{ad}da", Some("[…]")),
        ];
        for (words, text, expected) in cases {
            assert_eq!(without(words, text, Kind::Prose).as_deref(), expected, "{words} in {text}");
        }
        let links = [
            ("Anna Rossi", "https://a.example/ANNA%20rossi.pdf", Some("https://a.example/redacted.pdf")),
            (
                "Anna Rossi",
                "https://a.example/anna-rossi/anna_rossi",
                Some("https://a.example/redacted/redacted"),
            ),
            ("José", "https://a.example/?of=Jos%C3%A9", Some("https://a.example/?of=redacted")),
            ("José", "https://a.example/?of=Jose%CC%81", Some("https://a.example/?of=redacted")),
            ("José", "https://a.example/?of=Jos%E9", None),
            ("anna@mail.example", "mailto:anna%40mail.example", Some("mailto:redacted")),
            ("20", "https://a.example/a%20b", None),
        ];
        for (words, text, expected) in links {
            assert_eq!(without(words, text, Kind::Token).as_deref(), expected, "{words} in {text}");
        }
        assert_eq!(Words::read(&"a".parse().unwrap()), None);
        assert_eq!(Words::read(&"- -".parse().unwrap()), None);
    }
}
