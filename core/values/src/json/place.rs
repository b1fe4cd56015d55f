//! The path to a place in a text.

use std::borrow::Cow;

use super::lexer::Lexer;
use super::{Segment, pointer};

/// The deepest level that is searched.
const DEEPEST: u8 = 64;

/// The path to the value that begins at a position, or to the innermost value that contains it; with a member of it, if
/// one is named. This walks the text again: faults are rare, so no other code needs to track its path.
pub(super) fn pointer_at(text: &str, at: usize, member: Option<String>) -> String {
    let mut path = Vec::new();
    walk(&mut Lexer::new(text), at, DEEPEST, &mut path);
    path.extend(member.map(|member| Segment::Key(Cow::Owned(member))));
    pointer(&path)
}

/// Walks a value; stops, with the path so far, where the position is reached or nothing more can be read.
fn walk<'de>(lexer: &mut Lexer<'de>, at: usize, depth: u8, path: &mut Vec<Segment<'de>>) -> Option<()> {
    if lexer.at() >= at || depth == 0 {
        return None;
    }
    let (opening, mut first) = (lexer.peek(), true);
    match opening {
        b'[' => {
            lexer.step();
            for index in 0.. {
                if !lexer.item(&mut first)? {
                    break;
                }
                path.push(Segment::Index(index));
                walk(lexer, at, depth - 1, path)?;
                path.pop();
            }
        }
        b'{' => {
            lexer.step();
            while lexer.member(&mut first)? {
                path.push(Segment::Key(lexer.key()?));
                walk(lexer, at, depth - 1, path)?;
                path.pop();
            }
            lexer.step();
        }
        _ => drop(lexer.skip()?),
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_found_by_where_it_begins() {
        let text = r#"{"a":[1,{"b/c":"}","d":[]},[[true]]],"e":null}"#;
        for (value, path) in [
            ("{\"a", ""),
            ("[1,", "/a"),
            ("1,", "/a/0"),
            ("{\"b/c", "/a/1"),
            ("\"}", "/a/1/b~1c"),
            ("[]", "/a/1/d"),
            ("[[", "/a/2"),
            ("[true", "/a/2/0"),
            ("true", "/a/2/0/0"),
            ("null", "/e"),
        ] {
            assert_eq!(pointer_at(text, text.find(value).unwrap(), None), path);
        }
        assert_eq!(pointer_at(text, 5, Some("x".into())), "/a/x");
        assert_eq!(pointer_at("[1,[2,x", 6, None), "/1/1");
        assert_eq!(pointer_at(&"[".repeat(100_000), 90_000, None).len(), 2 * usize::from(DEEPEST));
    }
}
