//! Reads types from JSON whose members are in the order in which the types declare them, in one form only: a struct is
//! an object and nothing else, a variant without content is a string and nothing else.
//!
//! This is how the library writes, and the declared order of hashed types is the canonical one (RFC 8785 §3.2.3); input
//! from outside is first brought into it. So a member is either the next one or absent: nothing is looked up, and
//! nothing is buffered.
//!
//! A reader records the first fault and continues with a placeholder for what it could not read; the caller that began
//! the reading gets the fault and never sees the rest. So the code in between never has to check for faults, which is
//! most of what makes reading fast and a download small.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::lexer::Lexer;
use super::{InputFault, Node, ParseFault, Raw, place, twice};
use crate::Code;
use crate::wording::Said;
use crate::{ValueFault, excerpt};

/// A type that can be read from JSON. `#[derive(Readable)]` reads what serde's `#[derive(Serialize)]` writes.
pub trait Readable: Sized {
    /// Reads a value, or returns a placeholder if the reader fails.
    fn read(reader: &mut Reader<'_>) -> Self;

    /// The value for an absent field, the one that was looked for last.
    fn absent(fields: &Fields, reader: &mut Reader<'_>) -> Self {
        fields.missing(reader);
        Self::read(reader)
    }
}

/// Reads a text that this library wrote.
///
/// # Errors
/// The first fault, with its path.
pub fn own<T: Readable>(text: &str) -> Result<T, InputFault> {
    read(text, T::read)
}

/// Reads a text that this library wrote, with a function.
///
/// # Errors
/// The first fault, with its path.
pub fn read<'de, T>(text: &'de str, with: impl FnOnce(&mut Reader<'de>) -> T) -> Result<T, InputFault> {
    let mut reader = Reader { lexer: Lexer::new(text), fault: None, sorted: false };
    let value = with(&mut reader);
    reader.end(text).map(|()| value)
}

impl Node<'_> {
    /// Reads a value.
    pub fn read<T: Readable>(&self) -> Result<T, InputFault> {
        self.read_with(T::read)
    }

    /// Reads a value with a function.
    pub fn read_with<T>(&self, with: impl FnOnce(&mut Reader<'_>) -> T) -> Result<T, InputFault> {
        let text = self.to_string();
        let mut reader = Reader { lexer: Lexer::new(&text), fault: None, sorted: true };
        let value = with(&mut reader);
        reader.end(&text).map(|()| value)
    }

    /// Reads a value with a function that returns `None` if it does not know how.
    pub fn read_any<T>(
        &self,
        with: impl FnOnce(&mut Reader<'_>) -> Option<T>,
    ) -> Result<Option<T>, InputFault> {
        self.read_with(|reader| {
            let value = with(reader);
            if value.is_none() {
                reader.raw();
            }
            value
        })
    }
}

/// The first fault of a reading.
#[derive(Debug)]
struct ReadFault {
    said: Said,
    /// Where the faulty value begins.
    at: usize,
    /// The faulty member, if the value is an object.
    member: Option<String>,
}

/// A text that is read.
#[derive(Debug)]
pub struct Reader<'de> {
    lexer: Lexer<'de>,
    fault: Option<Box<ReadFault>>,
    /// Whether the members of objects are sorted, so that a type must declare its fields in that order.
    sorted: bool,
}

/// Faults.
impl Reader<'_> {
    fn end(self, text: &str) -> Result<(), InputFault> {
        match self.fault {
            None if self.lexer.is_done() => Ok(()),
            None => Err(InputFault::new(Code::JsonSyntax, "", "The JSON is malformed.")),
            Some(fault) => {
                let ReadFault { said, at, member } = *fault;
                Err(InputFault::of(said, place::pointer_at(text, at, member)))
            }
        }
    }

    /// Records a fault of the value at a position, unless there already is one. Nothing more is read.
    #[cold]
    fn fail(&mut self, at: usize, member: Option<&str>, said: Said) {
        if self.fault.is_none() {
            let member = member.map(str::to_owned);
            self.fault = Some(Box::new(ReadFault { said, at, member }));
        }
        self.lexer = Lexer::new("");
    }

    /// Refuses the value that was read last, which began at a position.
    #[cold]
    pub fn refuse(&mut self, at: usize, fault: &ValueFault) {
        self.fail(at, None, fault.said());
    }

    /// Records that the next value is not of the expected kind.
    #[cold]
    fn wrong(&mut self, expected: &'static str) {
        let fault = ParseFault::WrongType { expected, found: self.lexer.kind() };
        self.fail(self.lexer.at(), None, fault.said());
    }

    #[cold]
    fn malformed(&mut self) {
        self.fail(self.lexer.at(), None, Said::exact(Code::JsonSyntax, "The JSON is malformed.".into()));
    }
}

/// Values.
impl<'de> Reader<'de> {
    /// The position of the next value.
    pub const fn at(&self) -> usize {
        self.lexer.at()
    }

    fn open(&mut self, bracket: u8, expected: &'static str) {
        if self.lexer.peek() == bracket {
            self.lexer.step();
        } else {
            self.wrong(expected);
        }
    }

    /// Whether the next value is null, which is then skipped.
    pub(super) fn null(&mut self) -> bool {
        self.lexer.word("null")
    }

    /// True or false.
    pub(super) fn boolean(&mut self) -> bool {
        let yes = self.lexer.word("true");
        if !yes && !self.lexer.word("false") {
            self.wrong("true or false");
        }
        yes
    }

    /// The text of the next value.
    pub fn raw(&mut self) -> Raw<'de> {
        Raw(self.lexer.skip().unwrap_or_else(|| {
            self.malformed();
            ""
        }))
    }

    /// Reads a piece of the text that was skipped before; `None` if `with` does not know how.
    ///
    /// # Errors
    /// The first fault, with its path within the piece.
    pub fn read_piece<T>(
        &self,
        piece: Raw<'de>,
        with: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Result<Option<T>, InputFault> {
        let mut reader = Self { lexer: Lexer::new(piece.0), fault: None, sorted: self.sorted };
        match with(&mut reader) {
            Some(value) => reader.end(piece.0).map(|()| Some(value)),
            None => Ok(None),
        }
    }

    /// A string.
    pub fn string(&mut self) -> Cow<'de, str> {
        if self.lexer.peek() != b'"' {
            self.wrong("a string");
            return Cow::Borrowed("");
        }
        self.lexer.string().unwrap_or_else(|| {
            self.malformed();
            Cow::Borrowed("")
        })
    }

    /// A value parsed from a string; or a placeholder.
    pub fn parsed<T: FromStr<Err = ValueFault>>(&mut self, blank: impl FnOnce() -> T) -> T {
        let at = self.at();
        let text = self.string();
        if self.fault.is_some() {
            return blank();
        }
        text.parse().unwrap_or_else(|fault| {
            self.refuse(at, &fault);
            blank()
        })
    }

    /// A whole number within bounds.
    pub fn integer(&mut self, least: i64, most: i64) -> i64 {
        let at = self.at();
        if !matches!(self.lexer.peek(), b'-' | b'0'..=b'9') {
            self.wrong("a whole number");
            return least;
        }
        let Some(number) = self.lexer.integer() else {
            self.malformed();
            return least;
        };
        if !(least..=most).contains(&number) {
            self.fail(at, None, ParseFault::OutOfRange { number }.said());
            return least;
        }
        number
    }

    /// The number of the next word among these comma-separated words.
    pub fn word_of(&mut self, words: &'static str) -> usize {
        let at = self.at();
        if self.lexer.peek() != b'"' {
            self.wrong("a string");
            return usize::MAX;
        }
        let word = self.string();
        self.which(at, &word, words).0
    }

    /// The number of a word among these, and whether it has content: such words are followed by a colon.
    fn which(&mut self, at: usize, word: &str, words: &'static str) -> (usize, bool) {
        for (nth, known) in words.split(',').enumerate() {
            let name = known.strip_suffix(':');
            if name.unwrap_or(known) == word {
                return (nth, name.is_some());
            }
        }
        let known = words.replace(':', "").replace(',', ", ");
        self.fail(at, None, ParseFault::Variant { word: excerpt(word), known }.said());
        (usize::MAX, false)
    }
}

/// Lists and maps.
impl<'de> Reader<'de> {
    /// Begins a list.
    pub fn list(&mut self) -> Items {
        self.open(b'[', "a list");
        Items { first: true }
    }

    /// Begins an object whose members are not known in advance.
    pub fn map(&mut self) -> Entries {
        let at = self.at();
        self.open(b'{', "an object");
        Entries { at, first: true }
    }

    fn member(&mut self, first: &mut bool) -> bool {
        self.lexer.member(first).unwrap_or_else(|| {
            self.malformed();
            false
        })
    }

    fn key(&mut self) -> Cow<'de, str> {
        self.lexer.key().unwrap_or_else(|| {
            self.malformed();
            Cow::Borrowed("")
        })
    }
}

/// The items of a list.
#[derive(Debug)]
pub struct Items {
    first: bool,
}

impl Items {
    /// Moves to the next item, or past the end of the list if there is none.
    pub fn next(&mut self, reader: &mut Reader<'_>) -> bool {
        reader.lexer.item(&mut self.first).unwrap_or_else(|| {
            reader.malformed();
            false
        })
    }

    /// Moves to the next item, which must exist.
    pub fn need(&mut self, reader: &mut Reader<'_>) {
        if !self.next(reader) {
            reader.malformed();
        }
    }

    /// Moves past the end of the list, which must be next.
    pub fn end(mut self, reader: &mut Reader<'_>) {
        if self.next(reader) {
            reader.malformed();
        }
    }
}

/// The members of an object that is a map.
#[derive(Debug)]
pub struct Entries {
    at: usize,
    first: bool,
}

impl Entries {
    /// Moves to the value of the next member and returns its key; moves past the end of the object if there is none.
    pub fn next<'de>(&mut self, reader: &mut Reader<'de>) -> Option<Cow<'de, str>> {
        if !reader.member(&mut self.first) {
            reader.lexer.step();
            return None;
        }
        let key = reader.key();
        reader.fault.is_none().then_some(key)
    }

    /// Refuses the key of a member.
    pub fn refuse(&self, reader: &mut Reader<'_>, key: &str, fault: &ValueFault) {
        reader.fail(self.at, Some(key), fault.said());
    }

    /// Refuses the object because of a duplicate key.
    pub fn refuse_twice(&self, reader: &mut Reader<'_>, key: &impl fmt::Display) {
        reader.refuse(self.at, &twice(&key.to_string()));
    }
}

/// Objects.
impl Reader<'_> {
    /// Begins an object with these comma-separated fields.
    pub fn object(&mut self, names: &'static str) -> Fields {
        let sorted = names.split(',').is_sorted();
        debug_assert!(!self.sorted || sorted, "the fields {names} are not in order");
        let at = self.at();
        self.open(b'{', "an object");
        Fields { names, rest: names, at, first: true, lenient: false }
    }

    /// Begins an object of which only these fields are read, whatever else it contains.
    pub fn part_of_object(&mut self, names: &'static str) -> Fields {
        Fields { lenient: true, ..self.object(names) }
    }
}

/// The fields of an object, one after another.
#[derive(Debug)]
pub struct Fields {
    /// All fields.
    names: &'static str,
    /// The fields that were not looked for yet.
    rest: &'static str,
    /// Where the object begins.
    at: usize,
    first: bool,
    lenient: bool,
}

impl Fields {
    /// The next field.
    pub fn get<T: Readable>(&mut self, reader: &mut Reader<'_>) -> T {
        if self.find(reader) { T::read(reader) } else { T::absent(self, reader) }
    }

    /// The next field, or its type's default if absent.
    pub fn or_default<T: Readable + Default>(&mut self, reader: &mut Reader<'_>) -> T {
        if self.find(reader) { T::read(reader) } else { T::default() }
    }

    /// The next field, which must exist, read with a function.
    pub fn with<'de, T>(&mut self, reader: &mut Reader<'de>, with: impl FnOnce(&mut Reader<'de>) -> T) -> T {
        if !self.find(reader) {
            self.missing(reader);
        }
        with(reader)
    }

    /// The text of the next field, if it exists.
    pub fn raw<'de>(&mut self, reader: &mut Reader<'de>) -> Option<Raw<'de>> {
        self.find(reader).then(|| reader.raw())
    }

    /// The texts of the items of the next field, a list; empty if absent.
    pub fn raw_list<'de>(&mut self, reader: &mut Reader<'de>) -> Vec<Raw<'de>> {
        let mut all = Vec::new();
        if self.find(reader) {
            let mut items = reader.list();
            while items.next(reader) {
                all.push(reader.raw());
            }
        }
        all
    }

    /// The next field, a string, if it exists.
    pub fn string<'de>(&mut self, reader: &mut Reader<'de>) -> Option<Cow<'de, str>> {
        self.find(reader).then(|| reader.string())
    }

    /// Records that the field is missing. If the cause is a misspelt field, that one is named instead, because it is
    /// what must be corrected.
    #[cold]
    fn missing(&self, reader: &mut Reader<'_>) {
        let (mut lexer, mut first) = (reader.lexer, self.first);
        while lexer.member(&mut first) == Some(true) {
            let Some(key) = lexer.key() else { break };
            if !self.lenient && !is_among(self.names, &key) {
                return self.unknown(reader, &key);
            }
            if lexer.skip().is_none() {
                break;
            }
        }
        let gone = self.names.strip_suffix(self.rest).unwrap_or(self.names);
        let name = gone.trim_end_matches(',').rsplit(',').next().unwrap_or_default();
        reader.fail(self.at, None, ParseFault::Missing { field: name.to_owned() }.said());
    }

    #[cold]
    fn unknown(&self, reader: &mut Reader<'_>, key: &str) {
        let known = if self.names.is_empty() { "none".to_owned() } else { self.names.replace(',', ", ") };
        let fault = ParseFault::Unknown { field: excerpt(key), known };
        reader.fail(self.at, Some(key), fault.said());
    }

    /// Looks for the next field; if it exists, the reader is left before its value.
    fn find(&mut self, reader: &mut Reader<'_>) -> bool {
        loop {
            let (before, first) = (reader.lexer, self.first);
            if !reader.member(&mut self.first) {
                break;
            }
            if let Some(rest) = reader.lexer.listed(self.rest) {
                self.rest = rest;
                return true;
            }
            let key = reader.key();
            if is_among(self.rest, &key) {
                (reader.lexer, self.first) = (before, first);
                break;
            }
            self.pass_over(reader, &key);
        }
        self.rest = self.rest.split_once(',').map_or("", |(_, rest)| rest);
        false
    }

    /// Skips or refuses a member that is not a field, or not in order.
    fn pass_over(&self, reader: &mut Reader<'_>, key: &str) {
        if self.lenient {
            reader.raw();
        } else {
            self.unknown(reader, key);
        }
    }

    /// Finishes after the last field.
    pub fn end(mut self, reader: &mut Reader<'_>) {
        while reader.member(&mut self.first) {
            let key = reader.key();
            self.pass_over(reader, &key);
        }
        reader.lexer.step();
    }
}

/// A variant that is read.
#[derive(Debug)]
pub struct Variant {
    /// The number of the variant; out of range if it could not be read.
    pub which: usize,
    at: usize,
    content: bool,
}

impl Reader<'_> {
    /// Begins one of these comma-separated variants; those with content are followed by a colon.
    pub fn variant(&mut self, variants: &'static str) -> Variant {
        let at = self.at();
        let content = match self.lexer.peek() {
            b'"' => false,
            b'{' => true,
            _ => {
                self.wrong("a string or an object with one member");
                return Variant { which: usize::MAX, at, content: false };
            }
        };
        let name = if content { self.only_key(at) } else { self.string() };
        let (which, has) = self.which(at, &name, variants);
        if has != content && self.fault.is_none() {
            let message = if has {
                format!("“{}” must be an object with one member.", excerpt(&name))
            } else {
                self.raw();
                self.one_member(at);
                format!("“{}” must be a string, without content.", excerpt(&name))
            };
            self.fail(at, None, Said::exact(Code::JsonWrongType, message));
        }
        Variant { which, at, content }
    }

    /// The key of the first member of an object that must have no other.
    fn only_key(&mut self, at: usize) -> Cow<'static, str> {
        self.lexer.step();
        if self.lexer.peek() == b'}' {
            self.more_or_less(at);
        }
        Cow::Owned(self.key().into_owned())
    }

    fn one_member(&mut self, at: usize) {
        if self.fault.is_none() && !self.lexer.only() {
            self.more_or_less(at);
        }
    }

    #[cold]
    fn more_or_less(&mut self, at: usize) {
        let message = "An object with one member is expected here.".into();
        self.fail(at, None, Said::exact(Code::JsonWrongType, message));
    }
}

impl Variant {
    /// Finishes after the content, if there is any.
    pub fn end(self, reader: &mut Reader<'_>) {
        if self.content {
            reader.one_member(self.at);
        }
    }
}

/// Whether a name is one of these comma-separated names.
fn is_among(names: &str, name: &str) -> bool {
    names.split(',').any(|known| known == name)
}
