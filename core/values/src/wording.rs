//! How a “no” is put into words: a sentence is data, and what it names are facts.
//!
//! A refusal says which [`Sentence`] it is and hands over what that names ([`Said`]); nobody writes a message by hand.
//! The English of a sentence stands beside the refusal (`#[derive(Refusal)]`), so that a module links no more of it than it
//! can say. In any other language it stands in a message catalogue, under the code of the refusal.

use std::fmt::{self, Display};

use crate::{Code, Language, Localized, listed, shown, shown_whole};

/// A sentence of the library, with names in braces for what is put in.
#[derive(Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The refusal that says it.
    pub code: Code,
    /// Which of the sentences under this code, where there are several.
    pub which: &'static str,
    /// Its English, with names in braces.
    pub english: &'static str,
    /// What can be done about it: beside the sentence, so that a module links no more of it than it can say.
    pub help: &'static str,
}

impl Sentence {
    /// What a message catalogue calls it.
    pub fn key(&self) -> String {
        match self.which {
            "" => self.code.as_str().to_owned(),
            which => format!("{}/{which}", self.code),
        }
    }

    /// Whether a message catalogue calls it so.
    pub fn is_called(&self, key: &str) -> bool {
        let (code, which) = key.split_once('/').unwrap_or((key, ""));
        self.code.as_str() == code && self.which == which
    }
}

/// Something that a sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A number, a day: the same in every sentence.
    Plain(String),
    /// An id or a text from outside.
    Text(String),
    /// A name that somebody gave something, in the languages that it has: read first in the one, then in the other.
    Name(Box<(Localized, Language, Language)>),
    /// Words of the library's own, in which something may be named in turn.
    Words(&'static str, Vec<(&'static str, Self)>),
    /// Several, with what stands between them.
    List(&'static str, Vec<Self>),
    /// All of these, one after another.
    Row(Vec<Self>),
    /// A whole sentence.
    Said(Box<Said>),
}

/// What can be named in a sentence.
pub trait AsFact {
    /// As it is handed to the sentence.
    fn fact(&self) -> Fact;
}

#[doc(hidden)]
#[macro_export]
macro_rules! facts {
    ($($as:ident: $($type:ty)+;)+) => {
        $($(impl $crate::wording::AsFact for $type {
            fn fact(&self) -> $crate::wording::Fact { $crate::wording::Fact::$as(self.to_string()) }
        })+)+
    };
}
facts! {
    Plain: i64 u8 u32 u64 usize crate::Timestamp crate::Date;
    Text: String crate::Key Language crate::CommandId crate::ApprovalId crate::AssetId crate::DocumentId crate::ItemId
        crate::ProcessId;
}

/// How a type is named in a sentence that has `words` for each of its values.
#[doc(hidden)]
#[macro_export]
macro_rules! words {
    ($($type:ty),+) => {
        $(impl $crate::wording::AsFact for $type {
            fn fact(&self) -> $crate::wording::Fact {
                $crate::wording::Fact::words(Self::words(*self))
            }
        })+
    };
}

/// A text that is part of the program is the library's own.
impl AsFact for &'static str {
    fn fact(&self) -> Fact {
        Fact::Words(self, Vec::new())
    }
}

impl<T: AsFact> AsFact for Vec<T> {
    fn fact(&self) -> Fact {
        Fact::List(", ", self.iter().map(AsFact::fact).collect())
    }
}

impl<T: AsFact> AsFact for Box<T> {
    fn fact(&self) -> Fact {
        (**self).fact()
    }
}

impl AsFact for Said {
    fn fact(&self) -> Fact {
        Fact::Said(Box::new(self.clone()))
    }
}

impl AsFact for Fact {
    fn fact(&self) -> Fact {
        self.clone()
    }
}

impl AsFact for std::path::PathBuf {
    fn fact(&self) -> Fact {
        Fact::Text(self.display().to_string())
    }
}

/// What speaks a language, or as much of it as it has words for.
pub trait Renderer {
    /// The language that names are read in first; `None` where nobody asked for one.
    fn wanted(&self) -> Option<Language>;
    /// A sentence by its key.
    fn sentence(&self, key: &str) -> Option<(Language, &str)>;
    /// Words of the library's own, by the English of them.
    fn words(&self, english: &str) -> Option<&str>;
    /// The letter that a sentence begins with, as a capital.
    fn capital(&self, letter: char) -> String;
}

/// English, as it stands in the program.
struct English;

impl Renderer for English {
    fn wanted(&self) -> Option<Language> {
        None
    }

    fn sentence(&self, _: &str) -> Option<(Language, &str)> {
        None
    }

    fn words(&self, _: &str) -> Option<&str> {
        None
    }

    /// The words of the program are plain ASCII. The capitals of all other letters are a table of 12 KB, which the module
    /// that only answers checks does without.
    fn capital(&self, letter: char) -> String {
        letter.to_ascii_uppercase().into()
    }
}

/// What is said: which sentence, and what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    code: Code,
    words: Words,
    facts: Vec<(&'static str, Fact)>,
    /// The file that it is about.
    file: Option<String>,
}

/// What stands behind the code, in the key of what other languages say in short.
pub const SHORT: &str = "/short";

/// A sentence as it was said.
#[derive(Debug)]
pub struct Told {
    /// The sentence.
    pub text: String,
    /// The language that it came out in.
    pub language: Language,
    /// Whether English says more.
    pub is_short: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Words {
    Sentence(&'static Sentence),
    /// What only those read who write programs and documents: exact in English, in short in other languages.
    Exact(String),
}

impl Said {
    /// A sentence with what it names.
    #[must_use]
    pub const fn new(sentence: &'static Sentence, facts: Vec<(&'static str, Fact)>) -> Self {
        Self { code: sentence.code, words: Words::Sentence(sentence), facts, file: None }
    }

    /// Something exact in English, which other languages say in short, by the code alone.
    pub fn exact(code: Code, message: String) -> Self {
        debug_assert!(is_exact(code).is_some(), "{code} has no short words");
        Self { code, words: Words::Exact(message), facts: Vec::new(), file: None }
    }

    /// What can be done about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match &self.words {
            Words::Sentence(sentence) => sentence.help,
            Words::Exact(_) => is_exact(self.code).unwrap_or_default(),
        }
    }

    /// The code of the refusal.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// Whether it is exact in English, and said in short in other languages.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        matches!(self.words, Words::Exact(_))
    }

    /// The library's own words in it.
    #[must_use]
    pub fn words(&self) -> Vec<&'static str> {
        let mut found = Vec::new();
        self.facts.iter().for_each(|(_, fact)| fact.words_into(&mut found));
        found
    }

    /// The same, with one more fact.
    pub fn with(mut self, name: &'static str, fact: Fact) -> Self {
        self.facts.push((name, fact));
        self
    }

    /// The same, about a file.
    pub fn of_file(self, file: &str) -> Self {
        Self { file: Some(file.to_owned()), ..self }
    }

    /// A whole sentence: it begins with a capital letter, unless that would be the letter of a name.
    fn whole(&self, phrase: &str, renderer: &dyn Renderer) -> String {
        let text = fill(phrase, &self.facts, renderer);
        let first = phrase.strip_prefix('{').and_then(|rest| rest.split_once('}'));
        let fact = first.and_then(|(first, _)| self.facts.iter().find(|(name, _)| *name == first));
        if matches!(fact, Some((_, Fact::Words(..)))) { capital(&text, renderer) } else { text }
    }

    /// The sentence as a renderer says it; in English what it has no words for.
    pub fn by(&self, renderer: &dyn Renderer) -> Told {
        let key = match &self.words {
            Words::Sentence(sentence) => sentence.key(),
            Words::Exact(_) => format!("{}{SHORT}", self.code),
        };
        let found = renderer.sentence(&key);
        let text = match (found, &self.words) {
            (Some((_, phrase)), _) => self.whole(phrase, renderer),
            (None, Words::Sentence(sentence)) => self.whole(sentence.english, renderer),
            (None, Words::Exact(message)) => message.clone(),
        };
        let text = match &self.file {
            Some(file) => format!("{file}: {text}"),
            None => text,
        };
        let language = found.map_or_else(Language::english, |(language, _)| language);
        Told { text, language, is_short: found.is_some() && key.ends_with(SHORT) }
    }
}

impl Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.by(&English).text)
    }
}

/// What a value is said from again in another language. It is in no JSON, so it is not there where the value was read from that:
/// then the value says what it says. Two values that differ in nothing else are the same.
#[derive(Debug, Clone)]
pub struct Aside<T>(Option<T>);

impl<T> Aside<T> {
    /// Nothing.
    #[must_use]
    pub const fn none() -> Self {
        Self(None)
    }

    /// What it is, where it is there.
    #[must_use]
    pub const fn get(&self) -> Option<&T> {
        self.0.as_ref()
    }
}

impl<T> From<T> for Aside<T> {
    fn from(value: T) -> Self {
        Self(Some(value))
    }
}

impl<T> Default for Aside<T> {
    fn default() -> Self {
        Self::none()
    }
}

impl<T> PartialEq for Aside<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for Aside<T> {}

/// What can be done about what is said exactly, if there is a code for it.
fn is_exact(code: Code) -> Option<&'static str> {
    crate::EXACT.iter().find(|(known, _)| *known == code).map(|(_, help)| *help)
}

/// The names in braces of a phrase, in order.
pub fn names(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// A phrase with its facts put in.
fn fill(phrase: &str, facts: &[(&'static str, Fact)], renderer: &dyn Renderer) -> String {
    let (mut text, mut rest) = (String::new(), phrase);
    while let Some((words, after)) = rest.split_once('{') {
        text.push_str(words);
        let Some((name, after)) = after.split_once('}') else { break };
        if let Some((_, fact)) = facts.iter().find(|(known, _)| *known == name) {
            text.push_str(&fact.told(renderer));
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

impl Fact {
    /// Words of the library's own.
    pub const fn words(english: &'static str) -> Self {
        Self::Words(english, Vec::new())
    }

    /// A name, read as its process reads it unless another language is asked for.
    pub fn name(text: &Localized, own: Language, otherwise: Language) -> Self {
        Self::Name(Box::new((text.clone(), own, otherwise)))
    }

    /// Adds the library's own words in it.
    fn words_into(&self, found: &mut Vec<&'static str>) {
        match self {
            Self::Plain(_) | Self::Text(_) | Self::Name(_) => {}
            Self::Words(english, facts) => {
                found.push(english);
                facts.iter().for_each(|(_, fact)| fact.words_into(found));
            }
            Self::List(_, all) | Self::Row(all) => all.iter().for_each(|fact| fact.words_into(found)),
            Self::Said(said) => found.extend(said.words()),
        }
    }

    fn told(&self, renderer: &dyn Renderer) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            // Between English words the library's own ASCII needs no isolation; what else there is between, it does not know.
            Self::Text(text) if renderer.wanted().is_none() => text.clone(),
            Self::Text(text) => shown_whole(text).to_string(),
            Self::Name(name) => {
                let (text, own, otherwise) = &**name;
                let (first, second) = renderer.wanted().map_or((*own, *otherwise), |wanted| (wanted, *own));
                shown(text.read(&first, &second).text).to_string()
            }
            Self::Words(english, facts) => fill(renderer.words(english).unwrap_or(english), facts, renderer),
            Self::List(between, all) => listed(all.iter().map(|one| one.told(renderer)), between),
            Self::Row(all) => all.iter().map(|one| one.told(renderer)).collect::<Vec<_>>().join(" "),
            Self::Said(said) => said.by(renderer).text,
        }
    }
}

impl Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(&English))
    }
}

fn capital(text: &str, renderer: &dyn Renderer) -> String {
    let mut letters = text.chars();
    let mut capital = letters.next().map(|letter| renderer.capital(letter)).unwrap_or_default();
    capital.push_str(letters.as_str());
    capital
}
