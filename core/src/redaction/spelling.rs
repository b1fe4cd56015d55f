//! How words are compared: as they are read, whatever characters they are written with.
//!
//! Texts that look the same on paper are equal here: upper and lower case (including “ß” and the final letter of a
//! Greek word), letters with a combined or a separate accent, one or more blanks, line ends, non-breaking blanks,
//! hyphens and apostrophes of all kinds, invisible characters. In a link, percent-encoded characters are decoded, and
//! separators count as blanks.

use crate::types::leaves_no_mark;

/// A character as it is compared, and where in the text it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Character {
    pub(super) begins: usize,
    pub(super) ends: usize,
    pub(super) capital: char,
    /// Whether it is the first that a character of the text is turned into.
    pub(super) is_first: bool,
}

/// How a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words for people.
    Prose,
    /// A link, a path or an id.
    Token,
}

/// The last steps of paths whose texts are not prose.
const TOKENS: [&str; 8] =
    ["uri", "media_type", "licence", "asset", "number", "register", "problem_profiles", "path"];

impl Kind {
    /// How the text at a path is read.
    pub(super) fn at(path: &str) -> Self {
        let is_token = path.rsplit('/').next().is_some_and(|last| TOKENS.contains(&last));
        if is_token { Self::Token } else { Self::Prose }
    }

    /// What replaces removed words.
    pub(super) const fn gap(self) -> &'static str {
        match self {
            Self::Prose => "[…]",
            Self::Token => "redacted",
        }
    }
}

/// The characters of a text, as compared.
pub(super) fn signs(text: &str, kind: Kind) -> Vec<Character> {
    let mut all: Vec<Character> = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some((sign, long)) = next(text, at, kind) {
        let (begins, ends) = (at, at.saturating_add(long));
        at = ends;
        let is_blank = sign.is_whitespace() || (kind == Kind::Token && matches!(sign, '-' | '_' | '+' | '.'));
        if is_blank {
            match all.last_mut().filter(|last| last.capital == ' ') {
                Some(last) => last.ends = ends,
                None => all.push(Character { begins, ends, capital: ' ', is_first: true }),
            }
            continue;
        }
        if leaves_no_mark(sign) && !is_mark(sign) {
            continue;
        }
        let mut is_first = true;
        for capital in plain(sign).to_uppercase() {
            taken_apart(same(capital), &mut |capital| {
                all.push(Character { begins, ends, capital, is_first });
                is_first = false;
            });
        }
    }
    all
}

/// The character at a position of a text, and its length in bytes.
fn next(text: &str, at: usize, kind: Kind) -> Option<(char, usize)> {
    let rest = text.get(at..)?;
    let sign = rest.chars().next()?;
    let written = || Some((sign, sign.len_utf8()));
    if kind == Kind::Prose || sign != '%' {
        return written();
    }
    let byte = |nth: usize| {
        let digits = rest.get(nth * 3..)?.strip_prefix('%')?.get(..2)?;
        u8::from_str_radix(digits, 16).ok()
    };
    let bytes: Vec<u8> = (0..4).map_while(byte).collect();
    let stands_for = (1..=bytes.len()).find_map(|many| {
        let mut signs = std::str::from_utf8(bytes.get(..many)?).ok()?.chars();
        signs.next().map(|sign| (sign, many * 3))
    });
    stands_for.or_else(written)
}

/// Merges characters that differ only in typesetting.
const fn plain(sign: char) -> char {
    match sign {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{b4}' | '`' => '\'',
        '\u{201c}'..='\u{201f}' => '"',
        other => other,
    }
}

/// Merges capitals that share a lower-case letter: unit signs, and the mathematical theta. Texts are compared in upper
/// case only, because a table of all lower-case letters would add 12 KB in a browser.
const fn same(capital: char) -> char {
    match capital {
        '\u{212a}' => 'K',
        '\u{212b}' => 'Å',
        '\u{2126}' => 'Ω',
        '\u{3f4}' => 'Θ',
        other => other,
    }
}

/// Whether a character is an accent that belongs to the letter before it.
pub(super) const fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

/// Splits a letter with accents into the letter and each accent.
fn taken_apart(capital: char, each: &mut dyn FnMut(char)) {
    let of_mark = |(mark, pairs): &(char, &str)| {
        let mut signs = pairs.chars();
        while let (Some(whole), Some(letter)) = (signs.next(), signs.next()) {
            if whole == capital {
                return Some((letter, *mark));
            }
        }
        None
    };
    // Other characters have no entry in the table.
    match ('\u{c0}'..='\u{1eff}').contains(&capital).then(|| MARKS.iter().find_map(of_mark)).flatten() {
        Some((letter, mark)) => {
            taken_apart(letter, each);
            each(mark);
        }
        None => each(capital),
    }
}

/// The capital letters of the Latin, Greek and Cyrillic scripts that can be written in two ways, by accent: each
/// followed by the letter without the accent (Unicode Character Database, `Decomposition_Mapping`).
const MARKS: &[(char, &str)] = &[
    ('\u{300}', "ÀAÈEÌIÒOÙUǛÜǸNЀЕЍИḔĒṐŌẀWẦÂẰĂỀÊỒÔỜƠỪƯỲY"),
    ('\u{301}', "ÁAÉEÍIÓOÚUÝYĆCĹLŃNŔRŚSŹZǗÜǴGǺÅǼÆǾØ΅¨ΆΑΈΕΉΗΊΙΌΟΎΥΏΩϓϒЃГЌКḈÇḖĒḮÏḰKḾMṌÕṒŌṔPṸŨẂWẤÂẮĂẾÊỐÔỚƠỨƯ"),
    ('\u{302}', "ÂAÊEÎIÔOÛUĈCĜGĤHĴJŜSŴWŶYẐZẬẠỆẸỘỌ"),
    ('\u{303}', "ÃAÑNÕOĨIŨUṼVẪÂẴĂẼEỄÊỖÔỠƠỮƯỸY"),
    ('\u{304}', "ĀAĒEĪIŌOŪUǕÜǞÄǠȦǢÆǬǪȪÖȬÕȰȮȲYӢИӮУḠGḸḶṜṚ"),
    ('\u{306}', "ĂAĔEĞGĬIŎOŬUЙИЎУӁЖӐАӖЕḜȨẶẠ"),
    ('\u{307}', "İIĊCĖEĠGŻZȦAȮOḂBḊDḞFḢHṀMṄNṖPṘRṠSṤŚṦŠṨṢṪTẆWẊXẎY"),
    ('\u{308}', "ÄAËEÏIÖOÜUŸYΪΙΫΥϔϒЁЕЇІӒАӚӘӜЖӞЗӤИӦОӪӨӬЭӰУӴЧӸЫḦHṎÕṺŪẄWẌX"),
    ('\u{309}', "ẢAẨÂẲĂẺEỂÊỈIỎOỔÔỞƠỦUỬƯỶY"),
    ('\u{30a}', "ÅAŮU"),
    ('\u{30b}', "ŐOŰUӲУ"),
    ('\u{30c}', "ČCĎDĚEĽLŇNŘRŠSŤTŽZǍAǏIǑOǓUǙÜǦGǨKǮƷȞH"),
    ('\u{30f}', "ȀAȄEȈIȌOȐRȔUѶѴ"),
    ('\u{311}', "ȂAȆEȊIȎOȒRȖU"),
    ('\u{31b}', "ƠOƯU"),
    ('\u{323}', "ḄBḌDḤHḲKḶLṂMṆNṚRṢSṬTṾVẈWẒZẠAẸEỊIỌOỢƠỤUỰƯỴY"),
    ('\u{324}', "ṲU"),
    ('\u{325}', "ḀA"),
    ('\u{326}', "ȘSȚT"),
    ('\u{327}', "ÇCĢGĶKĻLŅNŖRŞSŢTȨEḐDḨH"),
    ('\u{328}', "ĄAĘEĮIŲUǪO"),
    ('\u{32d}', "ḒDḘEḼLṊNṰTṶU"),
    ('\u{32e}', "ḪH"),
    ('\u{330}', "ḚEḬIṴU"),
    ('\u{331}', "ḆBḎDḴKḺLṈNṞRṮTẔZ"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Lower-case letters with an accent, each with the letter without it, and the accent.
    fn small_letters() -> BTreeMap<char, (char, char)> {
        let mut all = BTreeMap::new();
        for (mark, pairs) in MARKS {
            let small: Vec<char> = pairs.chars().filter_map(|sign| sign.to_lowercase().next()).collect();
            // İ has only the i as its lower case.
            let two = small.chunks(2).filter(|pair| pair[0] != pair[1]);
            all.extend(two.map(|pair| (pair[0], (pair[1], *mark))));
        }
        all
    }

    /// A character as compared in lower case, with its accents split off.
    fn by_small_letters(sign: char, marked: &BTreeMap<char, (char, char)>) -> String {
        let mut all = String::new();
        for mut small in plain(sign).to_uppercase().flat_map(char::to_lowercase) {
            let mut marks = Vec::new();
            while let Some((letter, mark)) = marked.get(&small) {
                marks.push(*mark);
                small = *letter;
            }
            all.push(small);
            all.extend(marks.into_iter().rev());
        }
        all
    }

    #[test]
    fn capitals_tell_the_same_signs_apart_as_small_letters_did() {
        let (marked, mut capitals) = (small_letters(), BTreeMap::new());
        for sign in (0..=0x10_ffff).filter_map(char::from_u32) {
            let signs = signs(&sign.to_string(), Kind::Prose);
            if sign.is_whitespace() || signs.is_empty() {
                continue;
            }
            let small: String = signs.iter().flat_map(|sign| sign.capital.to_lowercase()).collect();
            assert_eq!(small, by_small_letters(sign, &marked), "U+{:04X}", u32::from(sign));
            for sign in signs {
                let small = sign.capital.to_lowercase().to_string();
                let known = *capitals.entry(small).or_insert(sign.capital);
                assert_eq!(known, sign.capital, "two capitals for one small letter");
            }
        }
    }
}
