//! The tokens of JSON without white space, one after another.

use std::borrow::Cow;

/// A text, and the position up to which it was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lexer<'de> {
    text: &'de str,
    at: usize,
}

impl<'de> Lexer<'de> {
    pub(super) const fn new(text: &'de str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) const fn is_done(&self) -> bool {
        self.at == self.text.len()
    }

    /// The position.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The next byte; at the end 0, which JSON never contains.
    pub(super) fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// Skips a byte that was peeked at.
    pub(super) const fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == byte;
        self.at += usize::from(there);
        there
    }

    fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Skips a word if it is next.
    pub(super) fn word(&mut self, word: &str) -> bool {
        let there = self.rest().starts_with(word.as_bytes());
        if there {
            self.at += word.len();
        }
        there
    }

    /// The kind of the next value, as a phrase.
    pub(super) fn kind(&self) -> &'static str {
        match self.peek() {
            b'n' => "null",
            b't' | b'f' => "true or false",
            b'"' => "a string",
            b'[' => "a list",
            b'{' => "an object",
            0 => "nothing",
            _ => "a number",
        }
    }

    /// Moves to the key of the next member of an object, but not past the object's end; returns whether there is one.
    /// Here and below, `None` means that the text is not JSON.
    pub(super) fn member(&mut self, first: &mut bool) -> Option<bool> {
        match self.peek() {
            b'}' => Some(false),
            b'"' if *first => {
                *first = false;
                Some(true)
            }
            b',' if !*first => {
                self.step();
                Some(true)
            }
            _ => None,
        }
    }

    /// Moves to the next item of a list, or past the list's end; returns whether there is one.
    pub(super) fn item(&mut self, first: &mut bool) -> Option<bool> {
        match self.peek() {
            b']' => {
                self.step();
                Some(false)
            }
            b',' if !*first => {
                self.step();
                Some(true)
            }
            0 => None,
            _ => std::mem::take(first).then_some(true),
        }
    }

    /// Skips the end of an object, if it is next.
    pub(super) fn only(&mut self) -> bool {
        self.eat(b'}')
    }

    /// Skips a key if it is the first of some comma-separated names; returns the other names.
    pub(super) fn listed<'n>(&mut self, names: &'n str) -> Option<&'n str> {
        let key = self.rest().strip_prefix(b"\"")?;
        let same = |(here, there): &(&u8, &u8)| here == there && **there != b',';
        let long = key.iter().zip(names.as_bytes()).take_while(same).count();
        let others = names.get(long..)?;
        let others = if others.is_empty() { others } else { others.strip_prefix(',')? };
        let there = key.get(long..)?.starts_with(b"\":");
        self.at += if there { long + 3 } else { 0 };
        there.then_some(others)
    }

    /// A key, up to its value.
    pub(super) fn key(&mut self) -> Option<Cow<'de, str>> {
        let key = self.string()?;
        self.eat(b':').then_some(key)
    }

    /// A whole number.
    pub(super) fn integer(&mut self) -> Option<i64> {
        let rest = self.rest();
        let long = rest.iter().position(|byte| !matches!(byte, b'-' | b'0'..=b'9')).unwrap_or(rest.len());
        let number = self.text.get(self.at..self.at + long)?.parse().ok()?;
        self.at += long;
        Some(number)
    }

    /// The text up to the next quotation mark or backslash.
    fn plain(&mut self) -> Option<&'de str> {
        let from = self.at;
        self.at += plain(self.rest());
        self.text.get(from..self.at)
    }

    /// A string, borrowed if it has no escapes.
    pub(super) fn string(&mut self) -> Option<Cow<'de, str>> {
        if !self.eat(b'"') {
            return None;
        }
        let plain = self.plain()?;
        if self.eat(b'"') { Some(Cow::Borrowed(plain)) } else { self.unescape(plain).map(Cow::Owned) }
    }

    fn unescape(&mut self, plain: &str) -> Option<String> {
        let mut text = plain.to_owned();
        while !self.eat(b'"') {
            if !self.eat(b'\\') {
                return None;
            }
            text.push(self.escaped()?);
            text.push_str(self.plain()?);
        }
        Some(text)
    }

    /// The character of an escape. Only what must be escaped is (RFC 8785 §3.2.2.2), so there are no surrogates.
    fn escaped(&mut self) -> Option<char> {
        let sign = self.peek();
        self.step();
        Some(match sign {
            b'"' | b'\\' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let digits = self.text.get(self.at..self.at + 4)?;
                self.at += 4;
                u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?
            }
            _ => return None,
        })
    }

    /// Skips a value, and returns its text.
    pub(super) fn skip(&mut self) -> Option<&'de str> {
        let (from, mut open) = (self.at, 0_usize);
        loop {
            match self.peek() {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    open += 1;
                    self.step();
                    continue;
                }
                b'}' | b']' => {
                    open = open.checked_sub(1)?;
                    self.step();
                }
                b',' | b':' if open > 0 => {
                    self.step();
                    continue;
                }
                _ => {
                    let end = |byte: &u8| matches!(byte, b',' | b'}' | b']');
                    let rest = self.rest();
                    let long = rest.iter().position(end).unwrap_or(rest.len());
                    self.at += long;
                    if long == 0 {
                        return None;
                    }
                }
            }
            if open == 0 {
                return self.text.get(from..self.at);
            }
        }
    }

    fn skip_string(&mut self) -> Option<()> {
        self.step();
        loop {
            self.at += plain(self.rest());
            if self.eat(b'"') {
                return Some(());
            }
            if !self.eat(b'\\') {
                return None;
            }
            self.step();
        }
    }
}

/// The number of bytes before the first quotation mark or backslash.
pub(super) fn plain(bytes: &[u8]) -> usize {
    /// This many bytes are checked together.
    const WIDE: usize = 16;
    let is = |byte: &u8| matches!(byte, b'"' | b'\\');
    let (chunks, _) = bytes.as_chunks::<WIDE>();
    // Without an early exit, the test of one chunk takes a few instructions.
    let plain = chunks.iter().take_while(|chunk| !chunk.iter().fold(false, |any, byte| any | is(byte)));
    let from = plain.count() * WIDE;
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().position(is).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_as_they_are_written() {
        let long = format!("{}\"{}", "a".repeat(40), "ü\\".repeat(30));
        for text in ["", "plain", "\u{1}\u{8}\u{c}\n\r\t\u{1f}", "quoted \" and \\", "ž𝄞", &long] {
            let written = serde_json::to_string(text).unwrap();
            let mut lexer = Lexer::new(&written);
            assert_eq!(lexer.string().unwrap(), text);
            assert!(lexer.is_done());
            assert_eq!(Lexer::new(&written).skip().unwrap(), written);
        }
        for wrong in ["", "\"", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "a"] {
            assert!(Lexer::new(wrong).string().is_none(), "{wrong}");
        }
    }

    #[test]
    fn values_are_passed_over_whole() {
        for value in [r#"{"a":[1,{"b":"}]"}],"c":null}"#, "[]", "{}", "-12", "true", r#""a\"b""#] {
            let text = format!("{value},1");
            let mut lexer = Lexer::new(&text);
            assert_eq!(lexer.skip().unwrap(), value);
            assert!(lexer.word(",1") && lexer.is_done());
        }
        for wrong in ["", "[", "{\"a\":", "]", ",", "\"a", "[\"a"] {
            assert!(Lexer::new(wrong).skip().is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_key_is_the_first_of_the_names_or_it_is_not() {
        for (text, names, others) in [
            (r#""at":1"#, "at,seq", Some("seq")),
            (r#""at":1"#, "at", Some("")),
            (r#""at":1"#, "att", None),
            (r#""at":1"#, "a,at", None),
            (r#""at,seq":1"#, "at,seq", None),
            (r#""at"}"#, "at", None),
            (r#""":1"#, "", Some("")),
            ("", "at", None),
        ] {
            let mut lexer = Lexer::new(text);
            assert_eq!(lexer.listed(names), others, "{text} {names}");
            assert_eq!(lexer.at() > 0, others.is_some());
        }
    }

    #[test]
    fn numbers_are_whole() {
        assert_eq!(Lexer::new("-9007199254740991]").integer().unwrap(), -9_007_199_254_740_991);
        for wrong in ["", "-", "1-2", "--1", "99999999999999999999"] {
            assert!(Lexer::new(wrong).integer().is_none(), "{wrong}");
        }
    }
}
