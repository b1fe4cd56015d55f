//! How a refusal is worded: a sentence is data, and its placeholders are filled with facts.
//!
//! A refusal names its [`Sentence`] and supplies the facts ([`Said`]); no message is formatted by hand. The English of
//! a sentence is next to the refusal (`#[derive(Refusal)]`), so that a module links only the sentences it can use. In
//! other languages it is in a message catalogue, under the code of the refusal.

use std::fmt::{self, Display};

use crate::{Code, Language, Localized, listed, shown, shown_whole};

/// A sentence of the library, with placeholders in braces.
#[derive(Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The code of the refusal.
    pub code: Code,
    /// Tells sentences under the same code apart; empty if there is only one.
    pub which: &'static str,
    /// The English text, with placeholders in braces.
    pub english: &'static str,
    /// The help text: next to the sentence, so that a module links only the texts it can use.
    pub help: &'static str,
}

impl Sentence {
    /// The key in a message catalogue.
    pub fn key(&self) -> String {
        match self.which {
            "" => self.code.as_str().to_owned(),
            which => format!("{}/{which}", self.code),
        }
    }

    /// Whether this is the key in a message catalogue.
    pub fn is_called(&self, key: &str) -> bool {
        let (code, which) = key.split_once('/').unwrap_or((key, ""));
        self.code.as_str() == code && self.which == which
    }
}

/// A value for a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A number or a date: the same in every language.
    Plain(String),
    /// An id or a text from outside.
    Text(String),
    /// A name that somebody gave, in its languages: read in the first of these languages, or else in the second.
    Name(Box<(Localized, Language, Language)>),
    /// A phrase of the library, which may have placeholders in turn.
    Words(&'static str, Vec<(&'static str, Self)>),
    /// Several facts, with their separator.
    List(&'static str, Vec<Self>),
    /// Several facts, separated by spaces.
    Row(Vec<Self>),
    /// A whole sentence.
    Said(Box<Said>),
}

/// A value that can fill a placeholder.
pub trait AsFact {
    /// The value as a fact.
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
        crate::MandateId crate::ProcessId;
}

/// The facts of a type that has `words` for each of its values.
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

/// A text that is part of the program is a phrase of the library.
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

/// Renders sentences in a language, as far as it has translations.
pub trait Renderer {
    /// The language in which names are read first; `None` if none was requested.
    fn wanted(&self) -> Option<Language>;
    /// A sentence by its key.
    fn sentence(&self, key: &str) -> Option<(Language, &str)>;
    /// A phrase of the library, by its English text.
    fn words(&self, english: &str) -> Option<&str>;
    /// The first letter of a sentence, as a capital.
    fn capital(&self, letter: char) -> String;
}

/// English, as it is in the program.
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

    /// The phrases of the program are plain ASCII. The capitals of all other letters are a table of 12 KB, which the
    /// module that only answers checks omits.
    fn capital(&self, letter: char) -> String {
        letter.to_ascii_uppercase().into()
    }
}

/// A message: a sentence, and its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    code: Code,
    words: Words,
    facts: Vec<(&'static str, Fact)>,
    /// The file that the message is about.
    file: Option<String>,
}

/// The suffix of the code in the key of a short message in other languages.
pub const SHORT: &str = "/short";

/// A rendered sentence.
#[derive(Debug)]
pub struct Told {
    /// The text.
    pub text: String,
    /// The language of the text.
    pub language: Language,
    /// Whether the English text says more.
    pub is_short: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Words {
    Sentence(&'static Sentence),
    /// For readers who write programs and documents: an exact English message, with a short one in other languages.
    Exact(String),
}

impl Said {
    /// A sentence with its facts.
    #[must_use]
    pub const fn new(sentence: &'static Sentence, facts: Vec<(&'static str, Fact)>) -> Self {
        Self { code: sentence.code, words: Words::Sentence(sentence), facts, file: None }
    }

    /// An exact English message; other languages have a short one for the code.
    pub fn exact(code: Code, message: String) -> Self {
        debug_assert!(is_exact(code).is_some(), "{code} has no short words");
        Self { code, words: Words::Exact(message), facts: Vec::new(), file: None }
    }

    /// The help text.
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

    /// Whether it is an exact English message, with a short one in other languages.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        matches!(self.words, Words::Exact(_))
    }

    /// The phrases of the library in it.
    #[must_use]
    pub fn words(&self) -> Vec<&'static str> {
        let mut found = Vec::new();
        self.facts.iter().for_each(|(_, fact)| fact.words_into(&mut found));
        found
    }

    /// Adds a fact.
    pub fn with(mut self, name: &'static str, fact: Fact) -> Self {
        self.facts.push((name, fact));
        self
    }

    /// Adds the file that the message is about.
    pub fn of_file(self, file: &str) -> Self {
        Self { file: Some(file.to_owned()), ..self }
    }

    /// A whole sentence: it begins with a capital letter, unless it begins with a name.
    fn whole(&self, phrase: &str, renderer: &dyn Renderer) -> String {
        let text = fill(phrase, &self.facts, renderer);
        let first = phrase.strip_prefix('{').and_then(|rest| rest.split_once('}'));
        let fact = first.and_then(|(first, _)| self.facts.iter().find(|(name, _)| *name == first));
        if matches!(fact, Some((_, Fact::Words(..)))) { capital(&text, renderer) } else { text }
    }

    /// The sentence as a renderer words it; in English if the renderer has no translation.
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

/// What a message can be rendered from again in another language. It is not part of the JSON, so it is absent where the
/// value was read from JSON: then the message stays as it is. It does not count in comparisons.
#[derive(Debug, Clone)]
pub struct Aside<T>(Option<T>);

impl<T> Aside<T> {
    /// Absent.
    #[must_use]
    pub const fn none() -> Self {
        Self(None)
    }

    /// The value, if there is one.
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

/// The help text of a code with exact messages; `None` for other codes.
fn is_exact(code: Code) -> Option<&'static str> {
    crate::EXACT.iter().find(|(known, _)| *known == code).map(|(_, help)| *help)
}

/// The placeholders of a phrase, in order.
pub fn names(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// A phrase with its placeholders filled.
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
    /// A phrase of the library.
    pub const fn words(english: &'static str) -> Self {
        Self::Words(english, Vec::new())
    }

    /// A name, read in the language of its process unless another language is requested.
    pub fn name(text: &Localized, own: Language, otherwise: Language) -> Self {
        Self::Name(Box::new((text.clone(), own, otherwise)))
    }

    /// Collects the phrases of the library in it.
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
            // Between the library's own ASCII words, a text needs no isolation; between others it may.
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
