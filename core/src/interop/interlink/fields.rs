//! Reads an object field by field, so that unread fields can be reported.

use crate::types::{Map, Set};
use std::borrow::Cow;
use std::sync::Arc;

use super::Report;
use super::words::Official;
use crate::problem::Code;
use crate::types::json::{Node, escape};
use crate::types::{Key, Language, Localized, excerpt};
use interlink_values::listed;

/// A place: a file and a JSON Pointer in it.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) file: Arc<str>,
    pub(super) pointer: String,
}

impl Place {
    pub(super) fn of_file(file: &str) -> Self {
        Self { file: file.into(), pointer: String::new() }
    }

    pub(super) fn below(&self, step: impl std::fmt::Display) -> Self {
        let step = escape(&step.to_string());
        Self { file: Arc::clone(&self.file), pointer: format!("{}/{step}", self.pointer) }
    }

    pub(super) fn note(
        &self,
        report: &mut Report,
        code: Code,
        message: impl Into<String>,
        repair: impl Into<String>,
    ) {
        report.note(code, &self.file, &self.pointer, message, repair);
    }
}

/// An object whose fields are read one after another.
pub(super) struct Fields<'n> {
    pub(super) place: Place,
    members: &'n [(Cow<'n, str>, Node<'n>)],
    taken: Vec<bool>,
}

impl<'n> Fields<'n> {
    /// Reads a value as an object; anything else is an anomaly.
    pub(super) fn of(node: &'n Node<'n>, place: Place, report: &mut Report) -> Option<Self> {
        match node {
            Node::Object(members) => Some(Self { place, members, taken: vec![false; members.len()] }),
            other => {
                let message = format!("An object is expected here, not {}.", other.kind());
                place.note(report, Code::AnomalyMalformed, message, "It was left out.");
                None
            }
        }
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.members.iter().map(|(name, _)| name.to_string()).collect()
    }

    pub(super) fn take(&mut self, name: &str) -> Option<&'n Node<'n>> {
        let at = self.members.iter().position(|(key, _)| key == name)?;
        let taken = self.taken.get_mut(at)?;
        let free = !std::mem::replace(taken, true);
        self.members.get(at).map(|(_, node)| node).filter(|_| free)
    }

    fn wrong(&self, name: &str, expected: &str, found: &Node<'_>, report: &mut Report) {
        let message = format!("{expected} is expected here, not {}.", found.kind());
        self.place.below(name).note(report, Code::AnomalyMalformed, message, "It was read as absent.");
    }

    /// A string; an empty one or `None` is read as absent.
    pub(super) fn text(&mut self, name: &str, report: &mut Report) -> Option<String> {
        match self.take(name)? {
            Node::Null => None,
            Node::Text(text) => {
                says_something(text, || self.place.below(name), report).then(|| text.to_string())
            }
            other => {
                self.wrong(name, "A string", other, report);
                None
            }
        }
    }

    pub(super) fn flag(&mut self, name: &str, report: &mut Report) -> Option<bool> {
        match self.take(name)? {
            Node::Bool(value) => Some(*value),
            other => {
                self.wrong(name, "True or false", other, report);
                None
            }
        }
    }

    /// A list; absent and null are an empty one.
    pub(super) fn list(&mut self, name: &str, report: &mut Report) -> &'n [Node<'n>] {
        match self.take(name) {
            None | Some(Node::Null) => &[],
            Some(Node::List(items)) => items,
            Some(other) => {
                self.wrong(name, "A list", other, report);
                &[]
            }
        }
    }

    /// A list of strings. Values fused with semicolons are split, empty ones left out.
    pub(super) fn words(&mut self, name: &str, report: &mut Report) -> Vec<String> {
        let mut words = Vec::new();
        for (nth, node) in self.list(name, report).iter().enumerate() {
            let place = || self.place.below(name).below(nth);
            match node {
                Node::Text(text) => split(text, &place, report, &mut words),
                other => {
                    let message = format!("A string is expected here, not {}.", other.kind());
                    place().note(report, Code::AnomalyMalformed, message, "It was left out.");
                }
            }
        }
        words
    }

    /// A text in several languages. `expected` are the languages it should have.
    pub(super) fn texts(
        &mut self,
        name: &str,
        expected: &[Language],
        report: &mut Report,
    ) -> Option<Localized> {
        let node = self.take(name)?;
        let members = match node {
            Node::Object(members) => members,
            other => {
                self.wrong(name, "An object with a text per language", other, report);
                return None;
            }
        };
        let mut texts = Map::new();
        let mut named = Vec::new();
        for (tag, node) in members {
            let place = || self.place.below(name).below(tag);
            let Some(language) = language(tag, place, report) else { continue };
            named.push(language);
            match node {
                Node::Text(text) if says_something(text, place, report) => {
                    if texts.insert(language, text.to_string()).is_some() {
                        let message = format!("The language “{language}” is used twice.");
                        place().note(
                            report,
                            Code::AnomalyDuplicateReference,
                            message,
                            "The last one was read.",
                        );
                    }
                }
                Node::Text(_) => {}
                other => {
                    let message = format!("A string is expected here, not {}.", other.kind());
                    place().note(report, Code::AnomalyMalformed, message, "It was left out.");
                }
            }
        }
        for language in expected.iter().filter(|language| !named.contains(language)) {
            let message = format!("There is no text in “{language}”.");
            self.place.below(name).note(
                report,
                Code::AnomalyTranslationMissing,
                message,
                "Another language is shown instead.",
            );
        }
        if texts.is_empty() {
            return None;
        }
        let localized = Localized::try_from(texts);
        if let Err(fault) = &localized {
            self.place.below(name).note(
                report,
                Code::AnomalyMalformed,
                fault.to_string(),
                "It was left out.",
            );
        }
        localized.ok()
    }

    /// An id; an invalid one is replaced by one made from `otherwise`.
    pub(super) fn key(&mut self, name: &str, otherwise: &str, report: &mut Report) -> Option<Key> {
        let found = match self.take(name) {
            Some(Node::Text(text)) => text.parse::<Key>().map_err(|fault| fault.to_string()),
            Some(other) => Err(format!("A string is expected here, not {}.", other.kind())),
            None => Err("The id is missing.".to_owned()),
        };
        match found {
            Ok(key) => Some(key),
            Err(message) => {
                let key: Option<Key> = otherwise.parse().ok();
                let repair = match &key {
                    Some(key) => format!("It was given the id “{key}”."),
                    None => "It was left out.".to_owned(),
                };
                self.place.below(name).note(report, Code::AnomalyIdMalformed, message, repair);
                key
            }
        }
    }

    /// The languages in which a thing is offered.
    pub(super) fn languages(&mut self, report: &mut Report) -> Vec<Language> {
        let words = self.words("languages", report);
        let place = || self.place.below("languages");
        words.iter().filter_map(|tag| language(tag, place, report)).collect()
    }

    /// A text in some languages, none of which is expected.
    pub(super) fn some_texts(&mut self, name: &str, report: &mut Report) -> Option<Localized> {
        self.texts(name, &[], report)
    }

    /// One word of a closed set, in its official spelling; any other is read as absent.
    pub(super) fn word<W: Official>(&mut self, name: &str, report: &mut Report) -> Option<W> {
        let text = self.text(name, report)?;
        meant(&text, || self.place.below(name), report)
    }

    /// Words of a closed set, in their official spelling; others are left out.
    pub(super) fn closed<W: Official>(&mut self, name: &str, report: &mut Report) -> Vec<W> {
        let mut words: Vec<W> = Vec::new();
        for (nth, node) in self.list(name, report).iter().enumerate() {
            let place = || self.place.below(name).below(nth);
            match node {
                Node::Text(text) if says_something(text, place, report) => match meant(text, place, report) {
                    Some(word) if words.contains(&word) => {
                        let message = format!("“{}” is given twice.", excerpt(text));
                        place().note(report, Code::AnomalyDuplicateReference, message, "It was read once.");
                    }
                    Some(word) => words.push(word),
                    None => {}
                },
                Node::Text(_) => {}
                other => {
                    let message = format!("A string is expected here, not {}.", other.kind());
                    place().note(report, Code::AnomalyMalformed, message, "It was left out.");
                }
            }
        }
        words
    }

    /// Words per language.
    pub(super) fn tags(&mut self, name: &str, report: &mut Report) -> Map<Language, Vec<String>> {
        self.per_language(name, report, |of_language, tag, report| {
            Some(of_language.words(tag, report)).filter(|words| !words.is_empty())
        })
    }

    /// A string per language.
    pub(super) fn strings(&mut self, name: &str, report: &mut Report) -> Map<Language, String> {
        self.per_language(name, report, Fields::text)
    }

    fn per_language<T>(
        &mut self,
        name: &str,
        report: &mut Report,
        mut read: impl FnMut(&mut Fields<'n>, &str, &mut Report) -> Option<T>,
    ) -> Map<Language, T> {
        let mut found = Map::new();
        let place = self.place.below(name);
        let Some(node) = self.take(name).filter(|node| **node != Node::Null) else { return found };
        let Some(mut of_language) = Fields::of(node, place.clone(), report) else { return found };
        for tag in of_language.names() {
            match language(&tag, || place.below(&tag), report) {
                Some(language) => {
                    if let Some(value) = read(&mut of_language, &tag, report) {
                        found.insert(language, value);
                    }
                }
                None => drop(of_language.take(&tag)),
            }
        }
        found
    }

    /// The problem profiles that a thing has or answers. `known` are those of the catalogue; unknown ones are reported
    /// and kept, if any are known at all.
    pub(super) fn problem_profiles(&mut self, known: &Set<Key>, report: &mut Report) -> Vec<Key> {
        let mut found: Vec<Key> = Vec::new();
        for (nth, word) in self.words("problemprofiles", report).into_iter().enumerate() {
            let place = || self.place.below("problemprofiles").below(nth);
            match word.parse::<Key>() {
                Err(fault) => {
                    place().note(report, Code::AnomalyIdMalformed, fault.to_string(), "It was left out.");
                }
                Ok(key) if found.contains(&key) => {
                    let message = format!("“{key}” is given twice.");
                    place().note(report, Code::AnomalyDuplicateReference, message, "It was read once.");
                }
                Ok(key) => {
                    if !known.is_empty() && !known.contains(&key) {
                        let message = format!("There is no problem profile “{key}”.");
                        place().note(
                            report,
                            Code::AnomalyDanglingReference,
                            message,
                            "It was kept as it is.",
                        );
                    }
                    found.push(key);
                }
            }
        }
        found
    }

    /// Reports every field that was not read.
    pub(super) fn finish(self, report: &mut Report) {
        let left = self.members.iter().zip(&self.taken).filter(|(_, taken)| !**taken);
        for ((name, _), _) in left {
            let message = format!("The field “{}” is not known here.", excerpt(name));
            self.place.below(name).note(report, Code::AnomalyUnknownField, message, "It was left out.");
        }
    }
}

/// Whether a text has content: an empty one and the word `None` stand for no text.
fn says_something(text: &str, place: impl Fn() -> Place, report: &mut Report) -> bool {
    match text.trim() {
        "" => place().note(report, Code::AnomalyTextEmpty, "The text is empty.", "It was read as absent."),
        "None" => place().note(
            report,
            Code::AnomalyTextNone,
            "The text is the word “None”.",
            "It was read as absent.",
        ),
        _ => return true,
    }
    false
}

/// Values joined by semicolons in one string.
fn split(text: &str, place: &impl Fn() -> Place, report: &mut Report, words: &mut Vec<String>) {
    let before = words.len();
    words.extend(text.split(';').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned));
    let added = words.get(before..).unwrap_or_default();
    if added.is_empty() {
        place().note(report, Code::AnomalyTextEmpty, "The value is empty.", "It was left out.");
    } else if text.contains(';') {
        let message = format!("“{}” is several values in one.", excerpt(text));
        let repair = format!("It was read as {}.", listed(added.iter().map(|word| excerpt(word)), ", "));
        place().note(report, Code::AnomalyEnumFused, message, repair);
    }
}

/// The meaning of a word in a file. Several joined into one are a path from the broader to the narrower: the last one
/// is meant.
fn meant<W: Official>(text: &str, place: impl Fn() -> Place, report: &mut Report) -> Option<W> {
    let text = text.trim();
    let last = text.rsplit([';', ':']).next().map_or(text, str::trim);
    let Some(word) = W::meant(text).or_else(|| W::meant(last)) else {
        let known: Vec<&str> = W::WORDS.iter().map(|(_, official)| *official).collect();
        let message = format!("“{}” is not one of: {}.", excerpt(text), known.join(", "));
        place().note(report, Code::AnomalyEnumUnknown, message, "It was left out.");
        return None;
    };
    if last != text {
        let message = format!("“{}” is several values in one.", excerpt(text));
        place().note(report, Code::AnomalyEnumFused, message, format!("It was read as {last}."));
    }
    Some(word)
}

fn language(tag: &str, place: impl Fn() -> Place, report: &mut Report) -> Option<Language> {
    match tag.parse() {
        Ok(language) => Some(language),
        Err(fault) => {
            place().note(report, Code::AnomalyLanguageUnknown, fault.to_string(), "It was left out.");
            None
        }
    }
}
