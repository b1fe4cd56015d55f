//! How words are compared: as they are read, whatever signs they are written with.
//!
//! Two texts that nobody can tell apart on paper are the same here: capital and small letters (and what becomes of “ß” and of
//! the last letter of a Greek word among capitals), letters with a mark and a mark of its own, one blank or several, a line's
//! end, blanks that do not break, hyphens and apostrophes of all kinds, signs that show nothing. In a link, signs that are
//! written as percent and two digits are those that they stand for, and what stands for a blank is one.

use crate::types::leaves_no_mark;

/// A sign as it is compared, and where in the text it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Character {
    pub(super) begins: usize,
    pub(super) ends: usize,
    pub(super) capital: char,
    /// Whether it is the first of what a sign of the text becomes.
    pub(super) is_first: bool,
}

/// What a text is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words for people.
    Prose,
    /// A link, a path or an id.
    Token,
}

/// How the paths end of what is no text that people read.
const TOKENS: [&str; 8] =
    ["uri", "media_type", "licence", "asset", "number", "register", "problem_profiles", "path"];

impl Kind {
    /// What the text at a path is.
    pub(super) fn at(path: &str) -> Self {
        let is_token = path.rsplit('/').next().is_some_and(|last| TOKENS.contains(&last));
        if is_token { Self::Token } else { Self::Prose }
    }

    /// What stands where words were taken out.
    pub(super) const fn gap(self) -> &'static str {
        match self {
            Self::Prose => "[…]",
            Self::Token => "redacted",
        }
    }
}

/// The signs of a text.
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

/// The sign at a place of a text, and how many bytes it takes there.
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

/// Signs that are told apart by typesetters alone.
const fn plain(sign: char) -> char {
    match sign {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{b4}' | '`' => '\'',
        '\u{201c}'..='\u{201f}' => '"',
        other => other,
    }
}

/// Capitals that have a small letter in common, as one of them: signs of units, and the theta of mathematics. Texts are
/// compared as capitals alone, since the table of all small letters would be 12 KB more for a browser.
const fn same(capital: char) -> char {
    match capital {
        '\u{212a}' => 'K',
        '\u{212b}' => 'Å',
        '\u{2126}' => 'Ω',
        '\u{3f4}' => 'Θ',
        other => other,
    }
}

/// A mark that belongs to the letter before it.
pub(super) const fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

/// A letter with marks, as the letter and each of its marks.
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
    // Of what is no letter of these scripts there is nothing to look for.
    match ('\u{c0}'..='\u{1eff}').contains(&capital).then(|| MARKS.iter().find_map(of_mark)).flatten() {
        Some((letter, mark)) => {
            taken_apart(letter, each);
            each(mark);
        }
        None => each(capital),
    }
}

/// The capital letters of the Latin, Greek and Cyrillic scripts that can be written in two ways, by their mark: each with the
/// letter that is left without it (Unicode Character Database, `Decomposition_Mapping`).
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

    /// Small letters with a mark, each with the letter that is left without it, and the mark.
    fn small_letters() -> BTreeMap<char, (char, char)> {
        let mut all = BTreeMap::new();
        for (mark, pairs) in MARKS {
            let small: Vec<char> = pairs.chars().filter_map(|sign| sign.to_lowercase().next()).collect();
            // Of İ nothing but the i is left among small letters.
            let two = small.chunks(2).filter(|pair| pair[0] != pair[1]);
            all.extend(two.map(|pair| (pair[0], (pair[1], *mark))));
        }
        all
    }

    /// As a sign is compared by its small letters, each of them taken apart.
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
