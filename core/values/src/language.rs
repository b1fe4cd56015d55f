//! Language tags (BCP 47).

use std::fmt;
use std::str::FromStr;

use arrayvec::ArrayString;
use oxilangtag::LanguageTag;

use super::{ValueFault, as_string, excerpt, string_schema};
use crate::Code;

/// The longest accepted tag; RFC 5646 §4.4.1 recommends room for at least this many characters.
const MOST: usize = 35;

/// A language, as a BCP 47 tag in its usual spelling: `en`, `es-MX`, `sr-Latn`.
///
/// A tag is refused if it is not well-formed (RFC 5646 §2.1), or if its primary language has two letters that ISO 639-1
/// never assigned. Three-letter languages are accepted unchecked.
///
/// # Examples
///
/// ```
/// use interlink::types::Language;
/// let tag: Language = "SR-latn".parse()?;
/// assert_eq!(tag.as_str(), "sr-Latn");
/// assert!("xx".parse::<Language>().is_err());
/// # Ok::<_, interlink::types::ValueFault>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(ArrayString<MOST>);

impl Language {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// English, the fallback for texts.
    #[must_use]
    pub fn english() -> Self {
        let mut tag = ArrayString::new();
        tag.push_str("en");
        Self(tag)
    }
}

impl FromStr for Language {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let malformed = || {
            ValueFault::new(
                Code::LanguageMalformed,
                format!("“{}” is not a language tag like “en” or “sr-Latn”.", excerpt(text)),
            )
        };
        if text.len() > MOST {
            return Err(malformed());
        }
        if let Some(current) = renamed(text) {
            return Self::from_str(&current);
        }
        // A plain two-letter tag, by far the most common, needs no full parse.
        if text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase()) {
            return known(text)
                .then(|| ArrayString::from(text).ok().map(Self))
                .flatten()
                .ok_or_else(|| unknown(text));
        }
        let tag = LanguageTag::parse_and_normalize(text).map_err(|_| malformed())?;
        let primary = tag.primary_language();
        match primary.len() {
            2 if !known(primary) => Err(unknown(text)),
            2 | 3 => ArrayString::from(tag.as_str()).map(Self).map_err(|_| malformed()),
            // Private use (`x-…`), grandfathered tags and the reserved four to eight letters.
            _ => Err(unknown(text)),
        }
    }
}

impl AsRef<str> for Language {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

as_string!(Language, Language::english());
string_schema!(Language, "A BCP 47 language tag.", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "maxLength": 35);

/// The tag with the code that replaced a withdrawn one (`Preferred-Value` of the IANA registry).
fn renamed(text: &str) -> Option<String> {
    let (primary, rest) =
        text.split_at_checked(2).filter(|(_, rest)| rest.is_empty() || rest.starts_with('-'))?;
    let current = match primary.to_ascii_lowercase().as_str() {
        "in" => "id",
        "iw" => "he",
        "ji" => "yi",
        "jw" => "jv",
        "mo" => "ro",
        _ => return None,
    };
    Some(format!("{current}{rest}"))
}

fn unknown(text: &str) -> ValueFault {
    ValueFault::new(Code::LanguageUnknown, format!("“{}” is not a known language.", excerpt(text)))
}

fn known(primary: &str) -> bool {
    ISO_639_1.as_bytes().chunks(3).any(|code| code.starts_with(primary.as_bytes()))
}

/// The languages of ISO 639-1, in order, separated by spaces; withdrawn codes are omitted.
const ISO_639_1: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv \
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie \
    ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk \
    ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se \
    sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo \
    xh yi yo za zh zu";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_table_is_the_registry_without_withdrawn_codes() {
        let ours: BTreeSet<&str> = ISO_639_1.split(' ').collect();
        assert_eq!(ours.len(), 183);
        // The IANA registry, in another crate, knows every code of the table …
        for code in &ours {
            language_tags::LanguageTag::parse(code).unwrap().validate().unwrap();
        }
        // … and of the other two-letter codes only those that were withdrawn.
        let letters = || (b'a'..=b'z').map(char::from);
        let others: Vec<String> = letters()
            .flat_map(|a| letters().map(move |b| format!("{a}{b}")))
            // The registry reserves qaa–qtz for private use, and that crate reads two letters into it.
            .filter(|code| !ours.contains(code.as_str()) && !code.starts_with('q'))
            .filter(|code| language_tags::LanguageTag::parse(code).unwrap().validate().is_ok())
            .collect();
        assert_eq!(others, ["bh", "in", "iw", "ji", "jw", "mo", "sh"]);
    }

    #[test]
    fn spelling_is_normalised() {
        for (given, kept) in [
            ("en", "en"),
            ("EN", "en"),
            ("iw", "he"),
            ("IW-il", "he-IL"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("ast", "ast"),
        ] {
            assert_eq!(given.parse::<Language>().unwrap().as_str(), kept);
        }
    }

    #[test]
    fn what_is_no_language_is_refused() {
        for bad in ["", "e", "en_GB", "en-", "english language", &"en-".repeat(400_000)] {
            assert_eq!(bad.parse::<Language>().unwrap_err().code(), Code::LanguageMalformed, "{bad:.20}");
        }
        for bad in ["xx", "xx-IT", "x-secret", "i-klingon", "qabcd"] {
            assert_eq!(bad.parse::<Language>().unwrap_err().code(), Code::LanguageUnknown, "{bad}");
        }
    }
}
