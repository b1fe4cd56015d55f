//! Message catalogues: the sentences for events and refusals in one language, as data.

use crate::types::Map;
use std::sync::{Arc, LazyLock};

use crate::types::json::Readable;
use serde::Serialize;

use super::slot::{Slot, slots_of};
use super::worded::{WORDS, names_of};
use crate::problem::Code;
use crate::types::json::Node;
use crate::types::{InputFault, Language, distance, excerpt, json, shows_nothing};
use interlink_values::wording::names;

/// The most bytes that a phrase may have.
const MOST_BYTES: usize = 1000;

/// A message catalogue in its written form.
///
/// A phrase is a text with names in braces for what is filled in: `{actor} completed “{item}”.` The available names
/// depend on the type of event; [`Slot`] describes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MessageCatalogueDocument {
    /// Help after a refusal, by the code of the refusal.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub help: Map<String, String>,
    /// The language.
    pub language: Language,
    /// The phrases, by the type of the event; also `blocked` and `unblocked`, for which there is no event, and those
    /// for possible steps, by their code (`next.…`). For a missing type, another language is used.
    pub phrases: Map<String, String>,
    /// The sentences of refusals and reasons, by their code. If a code has several sentences, the name of the sentence
    /// follows after a slash; `short` is used for texts that programs write.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub refusals: Map<String, String>,
    /// Stands for a person whom the vault no longer knows.
    pub somebody: String,
    /// Stands for something that is no longer known.
    pub something: String,
    /// Words that are filled into refusals and are not names, by their English.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub words: Map<String, String>,
}

/// A piece of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Words(Box<str>),
    Slot(Slot),
}

/// A valid message catalogue.
///
/// # Examples
///
/// ```
/// use interlink::messages::MessageCatalogue;
/// let german = MessageCatalogue::parse(r#"{
///     "language": "de", "somebody": "jemand", "something": "etwas",
///     "phrases": {"task.completed": "{actor} hat „{item}“ abgeschlossen."}
/// }"#.as_bytes())?;
/// assert_eq!(german.language().as_str(), "de");
/// let wrong = r#"{"language": "de", "somebody": "j", "something": "e", "phrases": {"task.completed": "{stars}"}}"#;
/// assert_eq!(MessageCatalogue::parse(wrong.as_bytes()).unwrap_err().path(), "/phrases/task.completed");
/// # Ok::<_, interlink::types::InputFault>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageCatalogue {
    language: Language,
    help: Map<String, String>,
    phrases: Map<String, Vec<Piece>>,
    refusals: Map<String, String>,
    words: Map<String, String>,
    pub(super) somebody: String,
    pub(super) something: String,
}

impl MessageCatalogue {
    /// Reads and validates a message catalogue.
    ///
    /// # Errors
    /// `message_catalogue.invalid` with the path of the first fault: an unknown event, or a name that is not available there.
    pub fn parse(bytes: &[u8]) -> Result<Self, InputFault> {
        Self::from_node(&Node::parse(bytes, json::MOST_BYTES)?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self, InputFault> {
        Self::new(node.read()?)
    }

    /// Validates a message catalogue made by a program.
    ///
    /// # Errors
    /// As for [`parse`](Self::parse).
    pub fn new(document: MessageCatalogueDocument) -> Result<Self, InputFault> {
        let mut phrases = Map::new();
        for (name, phrase) in document.phrases {
            let invalid = |message: String| {
                let path = format!("/phrases/{}", json::escape(&name));
                InputFault::new(Code::MessageCatalogueInvalid, path, message)
            };
            let slots =
                slots_of(&name).ok_or_else(|| invalid(format!("There is no event “{}”.", excerpt(&name))))?;
            let pieces = pieces(&phrase, slots).map_err(invalid)?;
            phrases.insert(name, pieces);
        }
        for (path, word) in [("/somebody", &document.somebody), ("/something", &document.something)] {
            if shows_nothing(word) || word.len() > MOST_BYTES || word.contains(char::is_control) {
                return Err(InputFault::new(
                    Code::MessageCatalogueInvalid,
                    path,
                    "This text must not be empty.",
                ));
            }
        }
        let MessageCatalogueDocument { help, language, refusals, somebody, something, words, .. } = document;
        let code = |name: &str| Code::ALL.iter().any(|code| code.as_str() == name).then(Vec::new);
        checked("help", &help, code)?;
        checked("refusals", &refusals, names_of)?;
        checked("words", &words, |english| {
            WORDS.iter().find(|known| **known == english).map(|known| names(known).collect())
        })?;
        Ok(Self { language, help, phrases, refusals, somebody, something, words })
    }

    /// The language it is in.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The types for which it has a phrase.
    pub fn types(&self) -> impl Iterator<Item = &str> {
        self.phrases.keys().map(String::as_str)
    }

    pub(super) fn help(&self, code: Code) -> Option<&str> {
        self.help.get(code.as_str()).map(String::as_str)
    }

    pub(super) fn refusal(&self, key: &str) -> Option<&str> {
        self.refusals.get(key).map(String::as_str)
    }

    pub(super) fn word(&self, english: &str) -> Option<&str> {
        self.words.get(english).map(String::as_str)
    }

    #[cfg(test)]
    pub(super) fn refusals(&self) -> impl Iterator<Item = &str> {
        self.refusals.keys().map(String::as_str)
    }

    #[cfg(test)]
    pub(super) fn helps(&self) -> impl Iterator<Item = &str> {
        self.help.keys().map(String::as_str)
    }

    /// Its own phrase with this name.
    pub(super) fn own_phrase(&self, name: &str) -> Option<&[Piece]> {
        self.phrases.get(name).map(Vec::as_slice)
    }

    #[cfg(test)]
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.iter().map(|(english, words)| (english.as_str(), words.as_str()))
    }
}

/// Checks the phrases of one part: each has a known key and uses only names available there.
fn checked(
    part: &str,
    phrases: &Map<String, String>,
    known: impl Fn(&str) -> Option<Vec<&'static str>>,
) -> Result<(), InputFault> {
    for (name, phrase) in phrases {
        let invalid = |message: String| {
            InputFault::new(Code::MessageCatalogueInvalid, format!("/{part}/{}", json::escape(name)), message)
        };
        let known = known(name).ok_or_else(|| invalid(format!("“{}” is unknown here.", excerpt(name))))?;
        split(phrase, &known, |_| (), |_| ()).map_err(invalid)?;
    }
    Ok(())
}

fn pieces(phrase: &str, slots: &[Slot]) -> Result<Vec<Piece>, String> {
    let known: Vec<&str> = slots.iter().map(|slot| slot.as_str()).collect();
    let slot = |nth: usize| slots.get(nth).map(|slot| Piece::Slot(*slot));
    let pieces = split(phrase, &known, |words| Some(Piece::Words(words.into())), slot)?;
    Ok(pieces.into_iter().flatten().collect())
}

/// Splits a phrase into its words and the known names between them.
fn split<T>(
    phrase: &str,
    known: &[&str],
    words: impl Fn(&str) -> T,
    named: impl Fn(usize) -> T,
) -> Result<Vec<T>, String> {
    if shows_nothing(phrase) || phrase.len() > MOST_BYTES || phrase.contains(char::is_control) {
        return Err(format!("A phrase must have 1 to {MOST_BYTES} bytes that are not blank."));
    }
    let (mut pieces, mut rest) = (Vec::new(), phrase);
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or("A brace is not closed.")?;
        let which = known.iter().position(|known| *known == name);
        let which = which.ok_or_else(|| {
            format!("“{}” is not available here; available: {}.", excerpt(name), known.join(", "))
        })?;
        if !before.is_empty() {
            pieces.push(words(before));
        }
        pieces.push(named(which));
        rest = after;
    }
    if rest.contains('}') {
        return Err("A closing brace has no opening brace.".into());
    }
    if !rest.is_empty() {
        pieces.push(words(rest));
    }
    Ok(pieces)
}

pub(super) static SHIPPED: LazyLock<Vec<Arc<MessageCatalogue>>> = LazyLock::new(|| {
    let texts = [
        include_str!("phrases/en.json"),
        include_str!("phrases/es.json"),
        include_str!("phrases/it.json"),
        include_str!("phrases/lv.json"),
        #[cfg(feature = "refusals")]
        include_str!("phrases/refusals/es.json"),
        #[cfg(feature = "refusals")]
        include_str!("phrases/refusals/it.json"),
        #[cfg(feature = "refusals")]
        include_str!("phrases/refusals/lv.json"),
    ];
    // A test validates them; an invalid one would be skipped.
    texts.iter().filter_map(|text| MessageCatalogue::parse(text.as_bytes()).ok()).map(Arc::new).collect()
});

/// The message catalogues of an engine: English, Spanish, Italian and Latvian, and those that the host adds.
#[derive(Debug, Clone)]
pub(crate) struct MessageCatalogues {
    books: Vec<Arc<MessageCatalogue>>,
    /// The language if none is asked for; the program's own English if absent.
    pub(crate) language: Option<Language>,
}

impl Default for MessageCatalogues {
    fn default() -> Self {
        Self { books: SHIPPED.clone(), language: None }
    }
}

impl MessageCatalogues {
    /// Adds one; its phrases come before those already there in the same language.
    pub(crate) fn add(&mut self, book: MessageCatalogue) {
        self.books.insert(0, Arc::new(book));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &MessageCatalogue> {
        self.books.iter().map(|book| &**book)
    }

    /// The catalogues for a language, the nearest first, then those in English. Computed once for many phrases.
    pub(crate) fn read_in(&self, wanted: Language) -> ReadIn<'_> {
        let rank = |book: &MessageCatalogue| {
            let near = |tag, order: u32| Some((order, distance(tag, book.language)?));
            near(wanted, 0).or_else(|| near(Language::english(), 1))
        };
        let mut books: Vec<_> = self.books.iter().filter_map(|book| Some((rank(book)?, &**book))).collect();
        // Equally near ones keep their order.
        books.sort_by_key(|(rank, _)| *rank);
        ReadIn(books.into_iter().map(|(_, book)| book).collect())
    }
}

/// Message catalogues in the order in which they are searched.
pub(crate) struct ReadIn<'a>(Vec<&'a MessageCatalogue>);

impl<'a> ReadIn<'a> {
    /// The phrase with this name, and its catalogue; `None` if no catalogue has it.
    pub(super) fn phrase(&self, name: &str) -> Option<(&'a MessageCatalogue, &'a [Piece])> {
        self.0.iter().find_map(|book| Some((*book, book.phrases.get(name)?.as_slice())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::slot::{NEXT, SAID};
    use super::*;

    #[test]
    fn the_shipped_books_say_something_of_every_event() {
        assert_eq!(
            SHIPPED.len(),
            if cfg!(feature = "refusals") { 7 } else { 4 },
            "every one of them is valid"
        );
        let told = || SHIPPED.iter().take(4);
        for book in told() {
            let said: Vec<&str> = book.types().collect();
            let mut all: Vec<&str> = SAID.iter().chain(NEXT).map(|(name, _)| *name).collect();
            all.sort_unstable();
            assert_eq!(said, all, "{}", book.language());
        }
        let languages: Vec<String> = told().map(|book| book.language().to_string()).collect();
        assert_eq!(languages, ["en", "es", "it", "lv"]);
    }

    #[test]
    fn a_phrase_names_what_there_is() {
        let slots = [Slot::Actor, Slot::Item];
        assert_eq!(pieces("{item}!", &slots).unwrap(), [Piece::Slot(Slot::Item), Piece::Words("!".into())]);
        for wrong in ["", " ", "{item", "item}", "{}", "{stars}", "{ item }", "a\nb", "{{item}}"] {
            assert!(pieces(wrong, &slots).is_err(), "{wrong}");
        }
    }
}
