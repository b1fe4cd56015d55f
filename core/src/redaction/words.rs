//! Taking words out of what is written.

use std::borrow::Cow;

use super::{document_texts, event_texts};
use crate::journal::Event;
use crate::kernel::Document;
use crate::types::json::{self, Node};
use crate::types::{DocumentId, EventId, Remark, Written};

/// What stands where words were taken out of a text that people read.
const GAP: &str = "[…]";
/// And where they were part of a link, a path or an id.
const GAP_IN_TOKEN: &str = "redacted";
/// How the paths end of what is no text that people read.
const TOKENS: [&str; 8] =
    ["uri", "media_type", "licence", "asset", "number", "register", "problem_profiles", "path"];

/// What is to be taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    /// In small letters.
    small: Vec<char>,
}

/// What became of something that was looked through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Redacted {
    /// The words do not stand in it.
    Untouched,
    /// As it is without them.
    Anew(Vec<u8>),
    /// They cannot be taken out of what stands at a path.
    Unfit(String),
}

impl Words {
    /// Reads what a command names; `None` if it is too little to be looked for.
    pub(crate) fn read(words: &Remark) -> Option<Self> {
        let small: Vec<char> = words.as_str().trim().chars().flat_map(char::to_lowercase).collect();
        (small.iter().filter(|sign| sign.is_alphanumeric()).count() >= 2).then_some(Self { small })
    }

    /// A text without them; `None` if they do not stand in it.
    fn taken_out_of(&self, text: &str, gap: &str) -> Option<String> {
        // Each sign in small letters, with where it stands in the text.
        let signs: Vec<(usize, char)> = text
            .char_indices()
            .flat_map(|(at, sign)| sign.to_lowercase().map(move |small| (at, small)))
            .collect();
        let (mut out, mut copied, mut from) = (String::new(), 0, 0_usize);
        let mut found = false;
        while let Some(window) = signs.get(from..from.saturating_add(self.small.len())) {
            let begins = window.first().map_or(text.len(), |(at, _)| *at);
            let ends = signs.get(from.saturating_add(self.small.len())).map_or(text.len(), |(at, _)| *at);
            let same = window.iter().map(|(_, sign)| sign).eq(&self.small);
            if same && ends > begins && begins >= copied && !is_within_a_word(text, begins, ends) {
                out.push_str(text.get(copied..begins).unwrap_or_default());
                out.push_str(gap);
                (copied, from, found) = (ends, from.saturating_add(self.small.len()), true);
            } else {
                from = from.saturating_add(1);
            }
        }
        out.push_str(text.get(copied..).unwrap_or_default());
        found.then_some(out)
    }
}

/// Whether what stands from one place to another goes on as part of a longer word: “Ann” within “Annual”. Scripts without
/// capital letters may write words without anything between them, so there nothing tells.
fn is_within_a_word(text: &str, begins: usize, ends: usize) -> bool {
    let tells = |sign: char| sign.is_lowercase() || sign.is_uppercase() || sign.is_numeric();
    let (before, inside, after) = (
        text.get(..begins).and_then(|text| text.chars().next_back()),
        text.get(begins..ends).unwrap_or_default(),
        text.get(ends..).and_then(|text| text.chars().next()),
    );
    let joined = |one: Option<char>, other: Option<char>| one.is_some_and(tells) && other.is_some_and(tells);
    joined(before, inside.chars().next()) || joined(inside.chars().next_back(), after)
}

/// Takes words out of the public texts of an event. What is left says under which id it stands, and has no salt any more.
pub(crate) fn redact_event(id: EventId, body: &[u8], words: &Words) -> Redacted {
    let Ok(mut node) = Node::admit(body, usize::MAX) else { return Redacted::Untouched };
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

/// Takes words out of the texts of a document that was made of one process.
pub(crate) fn redact_document(id: DocumentId, bytes: &[u8], words: &Words) -> Redacted {
    let Ok(text) = Written::content(bytes) else { return Redacted::Untouched };
    let Ok(mut node) = Node::admit(text.as_bytes(), usize::MAX) else { return Redacted::Untouched };
    let Some(Node::Text(kind)) = node.member("document") else { return Redacted::Untouched };
    let Some(paths) = document_texts(kind) else { return Redacted::Untouched };
    let touched = take_out(&mut node, paths, words);
    if touched.is_empty() {
        return Redacted::Untouched;
    }
    let anew = Written::redacted(id, &json::text(&node));
    match Document::kept(&anew) {
        Ok(document) if document.id() == id => Redacted::Anew(anew),
        Ok(_) | Err(_) => Redacted::Unfit(touched.join(", ")),
    }
}

/// Takes words out of the texts at some paths; the paths at which they stood.
fn take_out(node: &mut Node<'_>, paths: &[&'static str], words: &Words) -> Vec<&'static str> {
    let mut touched = Vec::new();
    for path in paths {
        let token = path.rsplit('/').next().is_some_and(|last| TOKENS.contains(&last));
        let gap = if token { GAP_IN_TOKEN } else { GAP };
        let mut found = false;
        texts_at(node, path, &mut |text| {
            if let Some(without) = words.taken_out_of(text, gap) {
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

/// Goes through the texts at a path, and through everything below its end: lists, and the languages of a text.
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
        #[cfg(feature = "interop")]
        Node::Piece(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(words: &str, text: &str) -> Option<String> {
        Words::read(&words.parse().ok()?)?.taken_out_of(text, GAP)
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
        ];
        for (words, text, expected) in cases {
            assert_eq!(without(words, text).as_deref(), expected, "{words} in {text}");
        }
        assert_eq!(Words::read(&"a".parse().unwrap()), None);
        assert_eq!(Words::read(&"- -".parse().unwrap()), None);
    }
}
