//! The nearest available language to a requested one.
//!
//! The rules are those of the Unicode CLDR (`languageMatching` and `likelySubtags` of its supplemental data, and the
//! aliases for macrolanguages), as far as they concern *the same* language in another spelling, script or region. Only
//! that part is included: the web build has no room for all of that data, and matches between different languages
//! (Breton for French) are unwanted, because a request in one language must not be answered in a neighbouring one.
//! Where CLDR accepts another script of Chinese as near enough, English comes first here: a clerk cannot use a text
//! that they cannot read.

use super::Language;

/// The nearest available language to the wanted one; `None` if its readers can read none of them.
pub fn nearest(wanted: Language, there: impl IntoIterator<Item = Language>) -> Option<Language> {
    let near = there.into_iter().filter_map(|tag| Some((distance(wanted, tag)?, tag)));
    // Of several equally near languages, the first.
    near.reduce(|best, next| if next.0 < best.0 { next } else { best }).map(|(_, tag)| tag)
}

/// How far a text in one language is from a reader of another; `None` if the reader cannot use it. Only the order of
/// the numbers has a meaning: the language counts first, then its script, then its region.
pub fn distance(wanted: Language, there: Language) -> Option<u32> {
    if wanted == there {
        return Some(0);
    }
    let (reader, text) = (Parts::of(wanted.as_str()), Parts::of(there.as_str()));
    let language = language_distance(reader.language, text.language)?;
    Some(language + script_distance(&reader, &text)? + region_distance(&reader, &text) + text.further)
}

fn language_distance(reader: &str, text: &str) -> Option<u32> {
    match (usual(reader), usual(text)) {
        (a, b) if a == b => Some(if reader == text { 0 } else { 10 }),
        // Norwegian has two written forms, and its readers read both.
        ("no", "nn") | ("nn", "no") => Some(500),
        _ => None,
    }
}

fn script_distance(reader: &Parts<'_>, text: &Parts<'_>) -> Option<u32> {
    match (reader.likely_script(), text.likely_script()) {
        (Some(a), Some(b)) if a == b => Some(0),
        (None, None) => Some(0),
        // A language with one script needs no script in its tag.
        (None, Some(_)) | (Some(_), None) => Some(200),
        // Both alphabets of Serbian are taught.
        (Some(_), Some(_)) if usual(reader.language) == "sr" => Some(1000),
        // A tag with only the language may have meant either script.
        (Some(_), Some(_)) if text.is_bare() => Some(2000),
        (Some(_), Some(_)) => None,
    }
}

fn region_distance(reader: &Parts<'_>, text: &Parts<'_>) -> u32 {
    let far = match (reader.likely_region(), text.likely_region()) {
        (asked, said) if asked == said => 0,
        _ if reader.is_of_the_first() != text.is_of_the_first() => 40,
        // A form that a whole side reads is nearer than a regional one.
        _ if text.is_read_by_its_side() => 10,
        _ => 20,
    };
    // Of several equally far languages, the one without a region comes first.
    far + if text.region.is_none() { 1 } else { 2 }
}

/// The parts of a tag that determine who can read it (RFC 5646 §2.1).
struct Parts<'a> {
    language: &'a str,
    script: Option<&'a str>,
    region: Option<&'a str>,
    /// The number of further parts: variants and extensions.
    further: u32,
}

impl<'a> Parts<'a> {
    fn of(tag: &'a str) -> Self {
        let mut rest = tag.split('-');
        let mut parts =
            Self { language: rest.next().unwrap_or_default(), script: None, region: None, further: 0 };
        for part in rest {
            let is_first = parts.further == 0 && parts.region.is_none();
            match part.len() {
                4 if is_first && parts.script.is_none() && part.bytes().all(|b| b.is_ascii_alphabetic()) => {
                    parts.script = Some(part);
                }
                2 | 3 if is_first && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) => {
                    parts.region = Some(part);
                }
                _ => parts.further = parts.further.saturating_add(1),
            }
        }
        parts
    }

    const fn is_bare(&self) -> bool {
        self.script.is_none() && self.region.is_none()
    }

    /// The script of the tag, or the usual script of its language.
    fn likely_script(&self) -> Option<&'a str> {
        self.script.or_else(|| {
            let usual = usual(self.language);
            let (_, script, others) = SCRIPTS.iter().find(|(language, ..)| *language == usual)?;
            let other = others.iter().find(|(region, _)| self.region == Some(*region));
            Some(other.map_or(*script, |(_, script)| *script))
        })
    }

    fn likely_region(&self) -> Option<&'a str> {
        self.region.or_else(|| {
            if usual(self.language) == "zh" && self.likely_script() == Some("Hant") {
                return Some("TW");
            }
            REGIONS.iter().find(|(language, _)| *language == usual(self.language)).map(|(_, region)| *region)
        })
    }

    /// Whether it belongs to the first of the two forms in which a language is written around the world, according to
    /// CLDR: American or other English, the Spanish of Spain or of the Americas, Brazilian or other Portuguese.
    fn is_of_the_first(&self) -> bool {
        let region = self.likely_region().unwrap_or_default();
        match self.language {
            "en" => ["AS", "GU", "MH", "MP", "PR", "UM", "US", "VI"].contains(&region),
            "es" => ["EA", "ES", "GQ", "IC", "PH"].contains(&region),
            "pt" => region == "BR",
            "zh" => !["HK", "MO"].contains(&region),
            _ => true,
        }
    }
}

impl Parts<'_> {
    /// Whether it is written for everybody on one side of the world: British English, and the Spanish of Latin America.
    fn is_read_by_its_side(&self) -> bool {
        matches!((self.language, self.region), ("en", Some("GB")) | ("es", Some("419")))
    }
}

/// CLDR's code for a language that is also known by the code of its most spoken variety.
fn usual(language: &str) -> &str {
    match language {
        "als" => "sq",
        "arb" => "ar",
        "azj" => "az",
        "cmn" => "zh",
        "ekk" => "et",
        "khk" => "mn",
        "lvs" => "lv",
        "nb" => "no",
        "pes" => "fa",
        "swh" => "sw",
        "tl" => "fil",
        "uzn" => "uz",
        "ydd" => "yi",
        "zsm" => "ms",
        other => other,
    }
}

/// Languages with more than one script: the likely one, and the regions with another.
type Scripts = (&'static str, &'static str, &'static [(&'static str, &'static str)]);
const SCRIPTS: &[Scripts] = &[
    ("az", "Latn", &[("IQ", "Arab"), ("IR", "Arab"), ("RU", "Cyrl")]),
    ("bs", "Latn", &[]),
    ("kk", "Cyrl", &[("AF", "Arab"), ("CN", "Arab"), ("IR", "Arab"), ("MN", "Arab")]),
    ("ku", "Latn", &[("LB", "Arab")]),
    ("pa", "Guru", &[("PK", "Arab")]),
    ("sr", "Cyrl", &[("ME", "Latn"), ("RO", "Latn"), ("TR", "Latn")]),
    ("uz", "Latn", &[("AF", "Arab"), ("CN", "Cyrl")]),
    ("zh", "Hans", &[("HK", "Hant"), ("MO", "Hant"), ("TW", "Hant")]),
];

/// The likely region of a language without one, where texts differ by region.
const REGIONS: &[(&str, &str)] = &[
    ("ar", "EG"),
    ("bg", "BG"),
    ("ca", "ES"),
    ("cs", "CZ"),
    ("da", "DK"),
    ("de", "DE"),
    ("el", "GR"),
    ("en", "US"),
    ("es", "ES"),
    ("et", "EE"),
    ("eu", "ES"),
    ("fi", "FI"),
    ("fr", "FR"),
    ("ga", "IE"),
    ("gl", "ES"),
    ("hr", "HR"),
    ("hu", "HU"),
    ("is", "IS"),
    ("it", "IT"),
    ("lt", "LT"),
    ("lv", "LV"),
    ("mt", "MT"),
    ("nl", "NL"),
    ("nn", "NO"),
    ("no", "NO"),
    ("pl", "PL"),
    ("pt", "BR"),
    ("ro", "RO"),
    ("ru", "RU"),
    ("sk", "SK"),
    ("sl", "SI"),
    ("sq", "AL"),
    ("sr", "RS"),
    ("sv", "SE"),
    ("tr", "TR"),
    ("uk", "UA"),
    ("zh", "CN"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Language {
        text.parse().unwrap()
    }

    #[test]
    fn the_same_language_comes_before_another() {
        for (there, wanted, found) in [
            ("en pt", "pt-BR", Some("pt")),
            ("en pt-BR", "pt", Some("pt-BR")),
            ("en pt-BR", "pt-PT", Some("pt-BR")),
            ("pt-PT pt-BR", "pt", Some("pt-BR")),
            ("pt-BR pt-PT", "pt-AO", Some("pt-PT")),
            ("de en-GB", "en", Some("en-GB")),
            ("en-US en-GB", "en-AU", Some("en-GB")),
            ("en-GB en-US", "en-PR", Some("en-US")),
            ("en-US en", "en-GB", Some("en")),
            ("es-ES es-419", "es-MX", Some("es-419")),
            ("es-MX es-ES", "es", Some("es-ES")),
            ("en nb", "no", Some("nb")),
            ("en no", "nb", Some("no")),
            ("nn nb", "no", Some("nb")),
            ("en nn", "nb", Some("nn")),
            ("en sr-Latn", "sr", Some("sr-Latn")),
            ("sr-Cyrl sr-Latn", "sr-ME", Some("sr-Latn")),
            ("sr-Latn", "sr-Latn-RS", Some("sr-Latn")),
            ("en zh-Hant", "zh-TW", Some("zh-Hant")),
            ("en zh-TW", "zh-Hant", Some("zh-TW")),
            ("zh zh-Hant", "zh-HK", Some("zh-Hant")),
            ("en zh-Hans", "zh-TW", None),
            ("en zh", "zh-TW", Some("zh")),
            ("en zh-CN", "zh", Some("zh-CN")),
            ("en he", "iw", Some("he")),
            ("en el", "el-GR", Some("el")),
            ("en ca-valencia", "ca", Some("ca-valencia")),
            ("en de-CH-1996", "de", Some("de-CH-1996")),
            ("de de-CH", "de-AT", Some("de")),
            ("en hi-Latn", "hi", Some("hi-Latn")),
            ("en lv", "lvs", Some("lv")),
            ("en hr", "sr", None),
            ("en fr", "br", None),
            ("", "en", None),
        ] {
            let all: Vec<Language> = there.split_whitespace().map(tag).collect();
            assert_eq!(nearest(tag(wanted), all), found.map(tag), "{wanted} of {there}");
        }
    }

    /// Compared with an independent crate that has all of CLDR's table. Where that answers in another language, or in a
    /// script that a clerk may not read, there is no answer here; every answer here is as near by that table as any other.
    #[test]
    fn what_is_nearest_is_so_by_the_whole_table_of_cldr() {
        let families = [
            "pt pt-BR pt-PT pt-AO pt-MZ",
            "en en-US en-GB en-AU en-IN en-PR en-001",
            "es es-ES es-MX es-419 es-AR es-PH",
            "zh zh-CN zh-TW zh-HK zh-Hans zh-Hant zh-Hant-HK",
            "sr sr-Latn sr-Cyrl sr-ME sr-RS sr-Latn-RS",
            "no nb nn nb-NO nn-NO",
            "de de-AT de-CH de-DE",
            "fr fr-BE fr-CA fr-CH",
            "it it-CH lv lv-LV et et-EE",
        ];
        let (matcher, mut asked) = (language_matcher::LanguageMatcher::new(), 0);
        let far =
            |wanted: &str, there: &str| matcher.distance(wanted.parse().unwrap(), there.parse().unwrap());
        for family in families {
            let tags: Vec<&str> = family.split(' ').collect();
            for wanted in &tags {
                // Each choice of two, in both orders.
                let pairs = tags.iter().flat_map(|a| tags.iter().map(move |b| [*a, *b]));
                for pair in pairs.filter(|[a, b]| a != b) {
                    let Some(found) = nearest(tag(wanted), pair.map(tag)) else { continue };
                    let own = far(wanted, found.as_str());
                    let best = pair.into_iter().map(|there| far(wanted, there)).min().unwrap();
                    // A difference of one only orders languages that are equally near.
                    assert!(
                        own <= best + 1,
                        "{wanted} of {pair:?}: {found} is {own} away, and {best} is there"
                    );
                    asked += 1;
                }
            }
        }
        assert!(asked > 800, "{asked}");
    }

    #[test]
    fn a_language_itself_is_always_the_nearest() {
        let all = [
            "en",
            "en-GB",
            "zh",
            "zh-Hant",
            "zh-Hant-TW",
            "sr",
            "sr-Latn",
            "no",
            "nb",
            "nn",
            "de-CH-1996",
            "ca-valencia",
        ];
        for wanted in all {
            assert_eq!(nearest(tag(wanted), all.map(tag)), Some(tag(wanted)));
        }
    }
}
