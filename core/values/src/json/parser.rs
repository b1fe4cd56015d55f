//! The parser for a text from outside (RFC 8259), into a plain tree of bounded size and depth.

use std::borrow::Cow;

use hashbrown::HashSet;

use super::ParseFault;
use super::lexer::plain;
use super::{InputFault, MOST_DEPTH, MOST_INTEGER, MOST_VALUES, Node, Segment, pointer, twice, utf8};
use crate::Code;
use crate::{ValueFault, excerpt};

impl<'a> Node<'a> {
    /// Parses a text, and refuses everything that JSON readers disagree about.
    pub fn parse(bytes: &'a [u8], most_bytes: usize) -> Result<Self, InputFault> {
        Self::enter(bytes, most_bytes, Format::Own)
    }

    /// Parses a text of another format, which may contain values that this library does not read itself and only passes
    /// on: a fraction, a number beyond 2^53, lists and objects that are nested too deep. Each of them becomes a piece.
    /// A byte order mark at the beginning, which some editors write, is skipped.
    pub fn parse_foreign(bytes: &'a [u8], most_bytes: usize) -> Result<Self, InputFault> {
        Self::enter(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes), most_bytes, Format::Foreign)
    }

    fn enter(bytes: &'a [u8], most_bytes: usize, guest: Format) -> Result<Self, InputFault> {
        if bytes.len() > most_bytes {
            let fault = ParseFault::TooLarge { bytes: bytes.len(), most: most_bytes };
            return Err(InputFault::of(fault.said(), ""));
        }
        let text = utf8(bytes)?;
        let mut parser = Parser { text, at: 0, values: 0, path: Vec::new(), guest };
        parser.whole().map_err(|fault| {
            let fault = fault.unwrap_or_else(|what| parser.syntax(what));
            InputFault::of(fault.said(), pointer(&parser.path))
        })
    }
}

/// A fault: of the syntax, as a short phrase, or of the content.
type Wrong = Result<ValueFault, &'static str>;

const TOO_EARLY: &str = "it ends too early";

/// The format of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    /// The library's own format: everything is read.
    Own,
    /// Another format: values that cannot be read are passed on.
    Foreign,
}

/// A text that is parsed.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// The number of values begun.
    values: usize,
    /// The path of the current value.
    path: Vec<Segment<'a>>,
    guest: Format,
}

impl<'a> Parser<'a> {
    fn whole(&mut self) -> Result<Node<'a>, Wrong> {
        let node = self.value(0)?;
        match self.peek() {
            None => Ok(node),
            Some(_) => Err(Err("something follows the value")),
        }
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips a byte if it is this one.
    fn eat(&mut self, byte: u8) -> bool {
        let there = self.byte() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn value(&mut self, depth: u8) -> Result<Node<'a>, Wrong> {
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(Ok(ParseFault::Values { most: MOST_VALUES }.into()));
        }
        match self.peek() {
            Some(b'{' | b'[') if depth == MOST_DEPTH && self.guest == Format::Foreign => self.piece(),
            Some(b'{') => self.object(deeper(depth)?),
            Some(b'[') => self.list(deeper(depth)?),
            Some(b'"') => Ok(Node::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.word(),
            None => Err(Err(TOO_EARLY)),
        }
    }

    fn word(&mut self) -> Result<Node<'a>, Wrong> {
        let words = [("null", Node::Null), ("true", Node::Bool(true)), ("false", Node::Bool(false))];
        let rest = self.rest();
        for (word, node) in words {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(node);
            }
        }
        Err(Err("a value is expected"))
    }

    fn list(&mut self, depth: u8) -> Result<Node<'a>, Wrong> {
        let mut list = Vec::new();
        self.at += 1;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Node::List(list));
        }
        loop {
            self.path.push(Segment::Index(list.len()));
            list.push(self.value(depth)?);
            self.path.pop();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => break,
                Some(_) => return Err(Err("a comma or the end of the list is expected")),
                None => return Err(Err(TOO_EARLY)),
            }
        }
        self.at += 1;
        Ok(Node::List(list))
    }

    fn object(&mut self, depth: u8) -> Result<Node<'a>, Wrong> {
        let (mut object, mut seen) = (Vec::new(), HashSet::new());
        self.at += 1;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Node::Object(object));
        }
        loop {
            let key = self.key()?;
            if stood(&key, &object, &mut seen) {
                return Err(Ok(twice(&key)));
            }
            self.path.push(Segment::Key(key.clone()));
            object.push((key, self.value(depth)?));
            self.path.pop();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => break,
                Some(_) => return Err(Err("a comma or the end of the object is expected")),
                None => return Err(Err(TOO_EARLY)),
            }
        }
        self.at += 1;
        Ok(Node::Object(object))
    }

    /// Skips a list or an object of any depth without recursion, and returns its text. It must be JSON; duplicate keys
    /// are not checked, because nothing reads it.
    fn piece(&mut self) -> Result<Node<'a>, Wrong> {
        let from = self.at;
        // The open objects (`true`) and lists (`false`).
        let mut open: Vec<bool> = Vec::new();
        loop {
            // A value begins here.
            self.values += 1;
            let opens = self.peek();
            match opens {
                Some(b'{' | b'[') => {
                    self.at += 1;
                    let object = opens == Some(b'{');
                    let empty = self.peek() == Some(if object { b'}' } else { b']' });
                    open.push(object);
                    if !empty {
                        if object {
                            self.key()?;
                        }
                        continue;
                    }
                }
                Some(b'"') => drop(self.string()?),
                Some(b'-' | b'0'..=b'9') => drop(self.number()?),
                Some(_) => drop(self.word()?),
                None => return Err(Err(TOO_EARLY)),
            }
            // A value ended here, and perhaps the list or object that contains it.
            loop {
                let Some(object) = open.last().copied() else {
                    return Ok(Node::Piece(self.text.get(from..self.at).unwrap_or_default().into()));
                };
                match self.peek() {
                    Some(b',') => {
                        self.at += 1;
                        if object {
                            self.key()?;
                        }
                        break;
                    }
                    Some(b'}') if object => drop(open.pop()),
                    Some(b']') if !object => drop(open.pop()),
                    Some(_) => return Err(Err("a comma or the end of the list or object is expected")),
                    None => return Err(Err(TOO_EARLY)),
                }
                self.at += 1;
            }
        }
    }

    fn key(&mut self) -> Result<Cow<'a, str>, Wrong> {
        match self.peek() {
            Some(b'"') => {}
            Some(_) => return Err(Err("a key is expected")),
            None => return Err(Err(TOO_EARLY)),
        }
        let key = self.string()?;
        match self.peek() {
            Some(b':') => self.at += 1,
            Some(_) => return Err(Err("a colon is expected")),
            None => return Err(Err(TOO_EARLY)),
        }
        Ok(key)
    }

    /// A number must be whole, and within the range that every reader keeps exactly.
    fn number(&mut self) -> Result<Node<'a>, Wrong> {
        let from = self.at;
        let minus = self.eat(b'-');
        let zero = self.byte() == Some(b'0');
        let digits = self.digits()?;
        if zero && digits > 1 {
            self.at = from;
            return Err(Err("a number must not begin with a zero"));
        }
        let mut whole = !(minus && zero);
        if self.eat(b'.') {
            self.digits()?;
            whole = false;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
            whole = false;
        }
        let text = self.text.get(from..self.at).unwrap_or_default();
        let number = text.parse::<i64>().ok().filter(|_| whole);
        match number.filter(|number| (-MOST_INTEGER..=MOST_INTEGER).contains(number)) {
            Some(number) => Ok(Node::Integer(number)),
            None => match self.guest {
                Format::Own => Err(Ok(ParseFault::Number { number: excerpt(text) }.into())),
                Format::Foreign => Ok(Node::Piece(text.into())),
            },
        }
    }

    /// Skips digits, at least one; returns their number.
    fn digits(&mut self) -> Result<usize, Wrong> {
        let from = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        match self.at - from {
            0 if self.byte().is_none() => Err(Err(TOO_EARLY)),
            0 => Err(Err("a digit is expected")),
            many => Ok(many),
        }
    }

    /// A string, borrowed if it has no escapes.
    fn string(&mut self) -> Result<Cow<'a, str>, Wrong> {
        self.at += 1;
        let mut text = Cow::Borrowed(self.plain()?);
        while !self.eat(b'"') {
            self.at += 1;
            let sign = self.escaped()?;
            let text = text.to_mut();
            text.push(sign);
            text.push_str(self.plain()?);
        }
        Ok(text)
    }

    /// The text up to the next quotation mark or backslash.
    fn plain(&mut self) -> Result<&'a str, Wrong> {
        let (from, bytes) = (self.at, self.rest().as_bytes());
        let long = plain(bytes);
        let here = bytes.get(..long).unwrap_or_default();
        if let Some(control) = here.iter().position(|byte| *byte < b' ') {
            self.at += control;
            return Err(Err("a control character must be escaped"));
        }
        self.at += long;
        if self.byte().is_none() {
            return Err(Err(TOO_EARLY));
        }
        Ok(self.text.get(from..self.at).unwrap_or_default())
    }

    /// The character of an escape.
    fn escaped(&mut self) -> Result<char, Wrong> {
        let sign = self.byte().ok_or(Err(TOO_EARLY))?;
        self.at += 1;
        Ok(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                let second = match first {
                    0xD800..0xDC00 if self.rest().starts_with("\\u") => {
                        self.at += 2;
                        Some(self.unit()?)
                    }
                    _ => None,
                };
                let units = [Some(first), second].into_iter().flatten();
                let mut signs = char::decode_utf16(units);
                match (signs.next(), signs.next()) {
                    (Some(Ok(sign)), None) => sign,
                    _ => return Err(Err("a surrogate stands alone")),
                }
            }
            _ => {
                self.at -= 1;
                return Err(Err("this escape does not exist"));
            }
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u16, Wrong> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or(Err("four hexadecimal digits are expected"))?;
        self.at += 4;
        Ok(unit)
    }

    /// The fault of the syntax with its place: lines and columns count from 1, columns in characters.
    #[cold]
    fn syntax(&self, what: &str) -> ValueFault {
        let before = self.text.get(..self.at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let message = format!("The JSON is malformed: {what}, at line {line} column {column}.");
        ValueFault::new(Code::JsonSyntax, message)
    }
}

fn deeper(depth: u8) -> Result<u8, Wrong> {
    if depth < MOST_DEPTH {
        return Ok(depth + 1);
    }
    Err(Ok(ParseFault::TooDeep { most: MOST_DEPTH.into() }.into()))
}

/// Whether an object already has a key.
#[expect(clippy::ptr_arg, reason = "it is kept as it is, without a copy of its text")]
fn stood<'a>(
    key: &Cow<'a, str>,
    object: &[(Cow<'a, str>, Node<'a>)],
    seen: &mut HashSet<Cow<'a, str>>,
) -> bool {
    /// Up to this size, searching a list is faster than hashing.
    const FEW: usize = 16;
    if object.len() < FEW {
        return object.iter().any(|(other, _)| other == key);
    }
    if seen.is_empty() {
        seen.extend(object.iter().map(|(key, _)| key.clone()));
    }
    !seen.insert(key.clone())
}

#[cfg(test)]
mod tests {
    use super::super::MOST_BYTES;
    use super::*;

    /// Accepts and refuses the same texts as `serde_json`, character by character.
    #[test]
    fn it_takes_for_json_what_is() {
        let mut texts: Vec<String> = [
            "[]",
            "{}",
            " [ ] ",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "{\"a\":1,}",
            "[",
            "{",
            "\"",
            "",
            "[1",
            "[1,",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "nul",
            "nulll",
            "tru",
            "True",
            "NaN",
            "-",
            "-a",
            "+1",
            "01",
            "-01",
            "1.",
            ".5",
            "1e",
            "1e+",
            "0x1",
            "1_0",
            "--1",
            "\u{feff}1",
            "'a'",
            "[1]]",
            "1 1",
            "/*a*/1",
            "\"\t\"",
            "\"\n\"",
            "\"\u{7f}\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12g4\"",
            "\"\\u+123\"",
            "\"\\ud800\"",
            "\"\\udc00\"",
            "\"\\ud800\\n\"",
            "\"\\ud800\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"\\/\\b\\f\\n\\r\\t\\\\\\\"\"",
            "\"ü𝄞\"",
            "\"\\",
            "\u{a0}1",
            "\u{c}1",
            "[\u{b}1]",
            "tRue",
            "\"a\u{0}\"",
            "-0",
            "0",
            "-1",
            "9007199254740991",
            "{\"\":0}",
        ]
        .map(str::to_owned)
        .into();
        for sign in 0..=255_u8 {
            texts.extend([format!("{}", char::from(sign)), format!("[{}]", char::from(sign))]);
            texts.push(format!("\"\\{}\"", char::from(sign)));
            texts.push(format!("1{}2", char::from(sign)));
        }
        for text in texts {
            let ours = Node::parse(text.as_bytes(), MOST_BYTES);
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            match (&ours, &theirs) {
                (Ok(ours), Ok(theirs)) => assert_eq!(ours.to_string(), theirs.to_string(), "{text}"),
                // They take numbers that we do not.
                (Err(fault), Ok(_)) => assert_eq!(fault.code(), Code::JsonNumber, "{text}"),
                (Err(fault), Err(_)) => assert_eq!(fault.code(), Code::JsonSyntax, "{text}"),
                (Ok(_), Err(error)) => panic!("{text}: {error}"),
            }
        }
    }

    #[test]
    fn a_fault_of_syntax_says_where_it_is() {
        for (text, what) in [
            ("[1,\n \"ü\" 2]", "a comma or the end of the list is expected, at line 2 column 6"),
            ("{\"a\": tru}", "a value is expected, at line 1 column 7"),
            ("{\"a\":", "it ends too early, at line 1 column 6"),
            ("1 2", "something follows the value, at line 1 column 3"),
        ] {
            let fault = Node::parse(text.as_bytes(), MOST_BYTES).unwrap_err();
            assert_eq!(fault.to_string(), format!("The JSON is malformed: {what}."));
        }
    }
}
