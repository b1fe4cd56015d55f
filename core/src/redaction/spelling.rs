//! How words are compared: as they are read, whatever signs they are written with.
//!
//! Two texts that nobody can tell apart on paper are the same here: capital and small letters (and what becomes of “ß” and of
//! the last letter of a Greek word among capitals), letters with a mark and a mark of its own, one blank or several, a line's
//! end, blanks that do not break, hyphens and apostrophes of all kinds, signs that show nothing. In a link, signs that are
//! written as percent and two digits are those that they stand for, and what stands for a blank is one.

use crate::types::leaves_no_mark;

/// A sign as it is compared, and where in the text it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) begins: usize,
    pub(super) ends: usize,
    pub(super) small: char,
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
pub(super) fn signs(text: &str, kind: Kind) -> Vec<Sign> {
    let mut all: Vec<Sign> = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some((sign, long)) = next(text, at, kind) {
        let (begins, ends) = (at, at.saturating_add(long));
        at = ends;
        let is_blank = sign.is_whitespace() || (kind == Kind::Token && matches!(sign, '-' | '_' | '+' | '.'));
        if is_blank {
            match all.last_mut().filter(|last| last.small == ' ') {
                Some(last) => last.ends = ends,
                None => all.push(Sign { begins, ends, small: ' ', is_first: true }),
            }
            continue;
        }
        if leaves_no_mark(sign) && !is_mark(sign) {
            continue;
        }
        let mut is_first = true;
        for small in plain(sign).to_uppercase().flat_map(char::to_lowercase) {
            taken_apart(small, &mut |small| {
                all.push(Sign { begins, ends, small, is_first });
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

/// A mark that belongs to the letter before it.
pub(super) const fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

/// A letter with marks, as the letter and each of its marks.
fn taken_apart(small: char, each: &mut dyn FnMut(char)) {
    let of_mark = |(mark, pairs): &(char, &str)| {
        let mut signs = pairs.chars();
        while let (Some(whole), Some(letter)) = (signs.next(), signs.next()) {
            if whole == small {
                return Some((letter, *mark));
            }
        }
        None
    };
    // Of what is no letter of these scripts there is nothing to look for.
    match ('\u{c0}'..='\u{1eff}').contains(&small).then(|| MARKS.iter().find_map(of_mark)).flatten() {
        Some((letter, mark)) => {
            taken_apart(letter, each);
            each(mark);
        }
        None => each(small),
    }
}

/// The small letters of the Latin, Greek and Cyrillic scripts that can be written in two ways, by their mark: each with the
/// letter that is left without it (Unicode Character Database, `Decomposition_Mapping`).
const MARKS: &[(char, &str)] = &[
    ('\u{300}', "àaèeìiòoùuǜüǹnѐеѝиḕēṑōẁwầâằăềêồôờơừưỳy"),
    ('\u{301}', "áaéeíióoúuýyćcĺlńnŕrśsźzǘüǵgǻåǽæǿø΅¨άαέεήηίιόούυώωϓϒѓгќкḉçḗēḯïḱkḿmṍõṓōṕpṹũẃwấâắăếêốôớơứư"),
    ('\u{302}', "âaêeîiôoûuĉcĝgĥhĵjŝsŵwŷyẑzậạệẹộọ"),
    ('\u{303}', "ãañnõoĩiũuṽvẫâẵăẽeễêỗôỡơữưỹy"),
    ('\u{304}', "āaēeīiōoūuǖüǟäǡȧǣæǭǫȫöȭõȱȯȳyӣиӯуḡgḹḷṝṛ"),
    ('\u{306}', "ăaĕeğgĭiŏoŭuйиўуӂжӑаӗеḝȩặạ"),
    ('\u{307}', "ċcėeġgżzȧaȯoḃbḋdḟfḣhṁmṅnṗpṙrṡsṥśṧšṩṣṫtẇwẋxẏy"),
    ('\u{308}', "äaëeïiöoüuÿyϊιϋυϔϒёеїіӓаӛәӝжӟзӥиӧоӫөӭэӱуӵчӹыḧhṏõṻūẅwẍx"),
    ('\u{309}', "ảaẩâẳăẻeểêỉiỏoổôởơủuửưỷy"),
    ('\u{30a}', "åaůu"),
    ('\u{30b}', "őoűuӳу"),
    ('\u{30c}', "čcďděeľlňnřršsťtžzǎaǐiǒoǔuǚüǧgǩkǯʒȟh"),
    ('\u{30f}', "ȁaȅeȉiȍoȑrȕuѷѵ"),
    ('\u{311}', "ȃaȇeȋiȏoȓrȗu"),
    ('\u{31b}', "ơoưu"),
    ('\u{323}', "ḅbḍdḥhḳkḷlṃmṇnṛrṣsṭtṿvẉwẓzạaẹeịiọoợơụuựưỵy"),
    ('\u{324}', "ṳu"),
    ('\u{325}', "ḁa"),
    ('\u{326}', "șsțt"),
    ('\u{327}', "çcģgķkļlņnŗrşsţtȩeḑdḩh"),
    ('\u{328}', "ąaęeįiųuǫo"),
    ('\u{32d}', "ḓdḙeḽlṋnṱtṷu"),
    ('\u{32e}', "ḫh"),
    ('\u{330}', "ḛeḭiṵu"),
    ('\u{331}', "ḇbḏdḵkḻlṉnṟrṯtẕz"),
];
