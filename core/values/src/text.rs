//! Text in several languages.

use serde::Serialize;

use super::json::{Readable, Reader};
use super::{Entries, Language, Map, ValueFault, nearest, shows_nothing};
use crate::Code;

/// The largest number of languages of one text.
const MOST_LANGUAGES: usize = 64;
/// The largest size of one text in one language, in bytes.
const MOST_BYTES: usize = 64 * 1024;

/// The same text in one or more languages; never empty.
///
/// # Examples
///
/// ```
/// use interlink::types::{Localized, Map};
/// let texts = [("en".parse()?, "Engage".to_owned()), ("lv".parse()?, "Iesaistīties".to_owned())];
/// let name = Localized::try_from(Map::from(texts))?;
/// let reading = name.read(&"lv-LV".parse()?, &"en".parse()?);
/// assert_eq!((reading.text, reading.language.as_str()), ("Iesaistīties", "lv"));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Localized(
    #[cfg_attr(feature = "json-schema", schemars(extend("minProperties" = 1, "maxProperties" = 64)))]
    Map<Language, String>,
);

crate::deserialized!(Localized);

impl Readable for Localized {
    fn read(reader: &mut Reader<'_>) -> Self {
        let at = reader.at();
        Self::try_from(Map::read(reader)).unwrap_or_else(|fault| {
            reader.refuse(at, &fault);
            Self(Map::new())
        })
    }
}

/// A text in the language in which it was found, which is not always the requested one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Reading<'a> {
    /// The text.
    pub text: &'a str,
    /// The language it is in.
    pub language: Language,
}

impl Localized {
    /// A text in one language.
    ///
    /// # Errors
    /// `text.empty` or `text.too_long`.
    pub fn new(language: Language, text: impl Into<String>) -> Result<Self, ValueFault> {
        Self::try_from(Map::from([(language, text.into())]))
    }

    /// Adds the text in one more language, or replaces it in an existing one.
    ///
    /// # Errors
    /// `text.empty` or `text.too_long`.
    pub fn with(mut self, language: Language, text: impl Into<String>) -> Result<Self, ValueFault> {
        self.0.insert(language, text.into());
        Self::try_from(self.0)
    }

    /// The text in exactly this language, if there is one.
    #[must_use]
    pub fn get(&self, language: &Language) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// The text in the wanted language, or in the nearest one: the same language in another spelling, script or region,
    /// as far as its readers can read it; then likewise in `otherwise` and in English; then in the first language there
    /// is. The result names the language.
    #[must_use]
    pub fn read(&self, wanted: &Language, otherwise: &Language) -> Reading<'_> {
        [*wanted, *otherwise, Language::english()]
            .into_iter()
            .find_map(|tag| {
                let found =
                    if self.0.contains_key(&tag) { Some(tag) } else { nearest(tag, self.0.keys().copied()) };
                found.and_then(|tag| self.get(&tag).map(|text| Reading { text, language: tag }))
            })
            .or_else(|| self.0.iter().next().map(|(tag, text)| Reading { text, language: *tag }))
            .unwrap_or(Reading { text: "", language: *wanted })
    }

    /// The languages of the text, in order.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.0.keys()
    }
}

impl<'a> IntoIterator for &'a Localized {
    type Item = (&'a Language, &'a String);
    type IntoIter = Entries<'a, Language, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl TryFrom<Map<Language, String>> for Localized {
    type Error = ValueFault;

    fn try_from(texts: Map<Language, String>) -> Result<Self, ValueFault> {
        if texts.is_empty() || texts.values().any(|text| shows_nothing(text)) {
            return Err(ValueFault::new(
                Code::TextEmpty,
                "A text must have content in every language that it names, and name at least one language.",
            ));
        }
        if texts.values().any(|text| has_control(text)) {
            let message = "A text must not contain control characters except line ends and tabs.";
            return Err(ValueFault::new(Code::TextControl, message));
        }
        if texts.len() > MOST_LANGUAGES || texts.values().any(|text| text.len() > MOST_BYTES) {
            return Err(ValueFault::new(
                Code::TextTooLong,
                format!("A text can have at most {MOST_LANGUAGES} languages with {MOST_BYTES} bytes each."),
            ));
        }
        Ok(Self(texts))
    }
}

/// Whether a text contains a control character (Unicode `Cc`) other than line ends and tabs. It works on bytes, because
/// every text of every document is checked: U+0000 to U+001F and U+007F are one byte, U+0080 to U+009F are C2 80 to C2
/// 9F.
pub(super) fn has_control(text: &str) -> bool {
    let steers = |byte: u8| (byte < 32 && byte != b'\t' && byte != b'\n' && byte != b'\r') || byte == 127;
    // The whole text at once, without an early exit, so that it is processed sixteen bytes at a time.
    let (found, lead) = text
        .bytes()
        .fold((false, false), |(found, lead), byte| (found | steers(byte), lead | (byte == 0xC2)));
    found || (lead && text.as_bytes().windows(2).any(|pair| matches!(pair, [0xC2, 0x80..=0x9F])))
}

/// A text with its language, which is not always the requested one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ReadText {
    /// The text.
    pub text: String,
    /// The language it is in.
    pub language: Language,
}

impl From<Reading<'_>> for ReadText {
    fn from(reading: Reading<'_>) -> Self {
        Self { text: reading.text.to_owned(), language: reading.language }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn tag(text: &str) -> Language {
        text.parse().unwrap()
    }

    fn text(pairs: &[(&str, &str)]) -> Localized {
        Localized::try_from(pairs.iter().map(|(l, t)| (tag(l), (*t).to_owned())).collect::<Map<_, _>>())
            .unwrap()
    }

    #[test]
    fn the_nearest_language_is_read_and_named() {
        let name = text(&[("en", "Build"), ("it", "Realizzazione"), ("sr-Latn", "Gradnja")]);
        for (wanted, otherwise, found) in [
            ("it", "en", "it"),
            ("it-CH", "en", "it"),
            ("sr-Latn-RS", "en", "sr-Latn"),
            ("sr", "it", "sr-Latn"),
            ("lv", "de", "en"),
        ] {
            assert_eq!(name.read(&tag(wanted), &tag(otherwise)).language, tag(found), "{wanted}");
        }
        let only = text(&[("lv", "Būvēt")]);
        assert_eq!(only.read(&tag("it"), &tag("es")).text, "Būvēt");
    }

    #[test]
    fn control_characters_are_found_by_their_bytes() {
        let naive = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        for c in (0..=0x3000_u32).chain(0x1F600..0x1F610).filter_map(char::from_u32) {
            assert_eq!(has_control(&format!("a{c}b")), naive(c), "{c:?}");
        }
    }

    #[test]
    fn emptiness_and_excess_are_refused() {
        let read = |json: &str| json::own::<Localized>(json);
        assert!(read("{}").is_err());
        assert!(read(r#"{"en": "  "}"#).is_err());
        assert!(read(r#"{"en": "a", "it": "\u200b\u3164"}"#).is_err(), "what shows nothing says nothing");
        assert!(read(r#"{"xx": "a"}"#).is_err());
        assert!(read(r#"{"en": "a", "EN": "b"}"#).is_err(), "one language, two spellings");
        let long = Localized::new(tag("en"), "x".repeat(MOST_BYTES + 1)).unwrap_err();
        assert_eq!(long.code(), Code::TextTooLong);
    }
}
