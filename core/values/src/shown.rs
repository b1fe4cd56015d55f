//! Texts from outside, as they are put into a sentence, a refusal, a picture or a page.
//!
//! A name is foreign text within ours. It may be written from right to left, override the direction of what follows,
//! break the line or be very long; none of that may affect the text around it. So [`shown`] puts every name into a
//! sentence: it isolates the name (Unicode Standard Annex 9, §2.7: FSI … PDI) and removes what would end or outlast the
//! isolation.

use std::fmt::{self, Display, Write};

/// U+2068, first strong isolate: what follows takes its direction from its own first letter.
const FSI: char = '\u{2068}';
/// U+2069, pop directional isolate.
const PDI: char = '\u{2069}';
/// The largest number of characters of a name in a sentence.
const MOST_OF_NAME: usize = 120;
/// The largest number of characters that a refusal repeats of its input.
const MOST_OF_INPUT: usize = 60;
/// The largest size of a sentence, in bytes.
const MOST_OF_SENTENCE: usize = 2000;
/// The largest number of things that a sentence lists.
const MOST_LISTED: usize = 5;

/// A text from outside, isolated from the text around it, on one line.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    text: &'a str,
    most: usize,
}

/// A name for a sentence; a long one is cut.
pub const fn shown(text: &str) -> Shown<'_> {
    Shown { text, most: MOST_OF_NAME }
}

/// A text for a place with enough room for all of it.
pub const fn shown_whole(text: &str) -> Shown<'_> {
    Shown { text, most: usize::MAX }
}

/// Input for a refusal, never more than a few characters. Between English words plain ASCII needs no isolation;
/// messages in other languages isolate it themselves.
pub fn excerpt(text: &str) -> String {
    if text.len() <= MOST_OF_INPUT && text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return text.to_owned();
    }
    Shown { text, most: MOST_OF_INPUT }.to_string()
}

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char(FSI)?;
        let (mut left, mut in_flag) = (self.most, false);
        for c in self.text.chars() {
            in_flag = c == '\u{1f3f4}' || (in_flag && is_tag(c));
            let Some(c) = harmless(c, in_flag) else { continue };
            if left == 0 {
                f.write_char('…')?;
                break;
            }
            left -= 1;
            f.write_char(c)?;
        }
        f.write_char(PDI)
    }
}

/// Tags are invisible letters; after the black flag they name a region (Unicode Technical Standard 51, §1.4.6).
const fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// A character that is safe within an isolate; `None` to drop it.
const fn harmless(c: char, in_flag: bool) -> Option<char> {
    match c {
        // Embeddings, overrides and isolates; a name is written in the direction of its own letters.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        // Interlinear annotations hide what they annotate.
        '\u{fff9}'..='\u{fffb}' => None,
        // The end of a paragraph ends every isolate (UAX 9, P1 and BD13).
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1f}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            Some(' ')
        }
        '\0'..='\u{1b}' | '\u{7f}'..='\u{9f}' => Some('\u{fffd}'),
        _ if is_tag(c) && !in_flag => None,
        _ => Some(c),
    }
}

/// A whole sentence as the library returns it: on one line, bounded, with every isolate closed and no other control of
/// the direction. Its names are already [`shown`]; this also covers a name that was forgotten.
pub fn sentence(text: impl Into<String>) -> String {
    let text = text.into();
    let is_plain = |c: char| !matches!(c, '\u{2066}'..='\u{2069}') && harmless(c, true) == Some(c);
    if text.len() <= MOST_OF_SENTENCE && text.chars().all(is_plain) {
        return text;
    }
    let (mut kept, mut open) = (String::with_capacity(text.len().min(MOST_OF_SENTENCE)), 0_u32);
    for c in text.chars() {
        if kept.len() >= MOST_OF_SENTENCE {
            kept.push('…');
            break;
        }
        match c {
            FSI => open = open.saturating_add(1),
            PDI if open == 0 => continue,
            PDI => open -= 1,
            _ => {}
        }
        kept.extend(if matches!(c, FSI | PDI) { Some(c) } else { harmless(c, true) });
    }
    kept.extend((0..open).map(|_| PDI));
    kept
}

/// The first few of a list, with the number of the others.
pub fn listed<T: Display>(all: impl IntoIterator<Item = T>, between: &str) -> String {
    let (mut text, mut more) = (String::new(), 0_u64);
    for (nth, one) in all.into_iter().enumerate() {
        match nth {
            0 => text = one.to_string(),
            _ if nth < MOST_LISTED => {
                text.push_str(between);
                text.push_str(&one.to_string());
            }
            _ => more = more.saturating_add(1),
        }
    }
    if more > 0 {
        text.push_str(&format!(" … (+{more})"));
    }
    text
}

/// Whether a text shows nothing: none of its characters leaves a mark.
pub fn shows_nothing(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || leaves_no_mark(c))
}

/// Characters that leave no mark by themselves: `Default_Ignorable_Code_Point` of the Unicode Character Database (which
/// includes unassigned characters, so it does not grow), blanks that count as letters or symbols, noncharacters, and
/// the blocks of combining marks, which need a letter under them. Marks of a single script show a dotted circle without
/// their letter.
pub const fn leaves_no_mark(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'
        // Braille without a dot, the Khitan filler, a note without a head, annotations.
        | '\u{2800}' | '\u{16fe4}' | '\u{1d159}' | '\u{fff9}'..='\u{fffc}'
        // Combining diacritical marks: the block, Cyrillic, extended, supplement, for symbols, half marks.
        | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{fdd0}'..='\u{fdef}'
    ) || (c as u32) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a sentence closes every isolate, has no override, and is on one line.
    fn is_sound(text: &str) -> bool {
        let mut depth = 0_i32;
        let sound = text.chars().all(|c| {
            depth += i32::from(matches!(c, '\u{2066}'..='\u{2068}')) - i32::from(c == PDI);
            depth >= 0 && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}') && !c.is_control()
        });
        sound && depth == 0
    }

    #[test]
    fn nothing_in_a_name_reaches_beyond_it() {
        for name in [
            "a\u{202e}b",
            "\u{2067}\u{2067}a",
            "a\u{2069}\u{2069}\u{202e}b",
            "a\u{2029}b\n\r\u{85}c",
            "\0\u{1b}[31m",
            "",
        ] {
            assert!(is_sound(&format!("“{}” waits.", shown(name))), "{name:?}");
        }
        assert_eq!(shown("a\u{202e}b\nc").to_string(), "\u{2068}ab c\u{2069}");
        // The flag of Wales is a flag; tag letters without the black flag are hidden text.
        let wales = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";
        assert_eq!(shown(wales).to_string(), format!("{FSI}{wales}{PDI}"));
        assert_eq!(shown("a\u{e0067}\u{e0062}").to_string(), "\u{2068}a\u{2069}");
        // Joiners make words in Persian and pictures of families.
        assert_eq!(shown("\u{1f468}\u{200d}\u{1f469}").to_string().chars().count(), 5);
    }

    #[test]
    fn a_sentence_is_sound_whatever_went_into_it() {
        let cut = format!("“{}” {}", shown("a"), "\u{2068}x".repeat(5000));
        for text in
            ["a\u{202e}b", "a\nb", "\u{2069}a\u{2068}", &cut, &"\u{2068}".repeat(1 << 20), "\u{2067}a"]
        {
            let told = sentence(text);
            assert!(is_sound(&told) && told.len() < 3 * MOST_OF_SENTENCE, "{told:.100}");
        }
        assert_eq!(sentence("Nothing to do."), "Nothing to do.");
    }

    #[test]
    fn what_is_long_is_cut() {
        assert_eq!(shown(&"x".repeat(1 << 20)).to_string().chars().count(), MOST_OF_NAME + 3);
        assert_eq!(excerpt(&"x".repeat(1 << 20)).chars().count(), MOST_OF_INPUT + 3);
        assert_eq!(shown_whole(&"x".repeat(5000)).to_string().chars().count(), 5002);
        assert_eq!(listed(["a", "b"], " or "), "a or b");
        assert_eq!(listed(0..4000, ", "), "0, 1, 2, 3, 4 … (+3995)");
        assert_eq!(listed::<&str>([], ", "), "");
    }

    #[test]
    fn what_shows_nothing_says_nothing() {
        for nothing in [
            "",
            " ",
            "\n",
            "\u{200b}",
            "\u{2060}",
            "\u{200c}",
            "\u{ad}",
            "\u{3164}",
            "\u{2800}",
            "\u{a0}",
            "\u{3000}",
            "\u{feff}",
            "\u{200f}",
            "\u{fe0f}",
            "\u{301}",
            "\u{e0041}",
            "\u{115f}\u{1160}",
            "\u{202e} \u{2069}",
            "\u{ffff}",
        ] {
            assert!(shows_nothing(nothing), "{nothing:?}");
        }
        for something in ["a", "ā", "a\u{301}", "٣", "中", "🌳", "·", "\u{200b}x", "का", "!"] {
            assert!(!shows_nothing(something), "{something:?}");
        }
    }
}
