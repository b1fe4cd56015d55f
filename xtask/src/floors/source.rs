//! Which modules a file of Rust names: read sign by sign, since what matters is only paths that begin at the crate.

use std::ops::Range;

/// The modules at the top of the crate that a file names, each with its line. `depth` is how many modules deep the file is, so
/// that `super::super::x` is known for what it is. Comments, texts and what is only built for tests do not count.
pub(super) fn uses(source: &str, depth: usize) -> Vec<(usize, String)> {
    let signs = without_tests(blank(&source.chars().collect::<Vec<_>>()));
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let word = word(&signs, at);
        let is_path = begins(&signs, word.end, "::") && !word.is_empty();
        if is_path && is(&signs, &word, "crate") {
            firsts(&signs, word.end + 2, &mut found);
        } else if is_path
            && is(&signs, &word, "super")
            && !ends(&signs, at, "::")
            && let Some(end) = above(&signs, at, depth)
        {
            firsts(&signs, end, &mut found);
        }
        at = word.end.max(at + 1);
    }
    let line = |at: usize| 1 + signs.iter().take(at).filter(|sign| **sign == '\n').count();
    found.into_iter().map(|name| (line(name.start), text(&signs, &name))).collect()
}

/// What follows as many `super::` as lead to the top.
fn above(signs: &[char], mut at: usize, depth: usize) -> Option<usize> {
    for _ in 0..depth {
        at = begins(signs, at, "super::").then_some(at + "super::".len())?;
    }
    Some(at)
}

/// The first names of the paths that begin here: one, or several in braces.
fn firsts(signs: &[char], at: usize, found: &mut Vec<Range<usize>>) {
    let at = at + signs.iter().skip(at).take_while(|sign| sign.is_whitespace()).count();
    if signs.get(at) != Some(&'{') {
        let name = word(signs, at);
        // A macro is called from the top, wherever it is written.
        if !name.is_empty() && signs.get(name.end) != Some(&'!') {
            found.push(name);
        }
        return;
    }
    let end = closing(signs, at);
    let mut here = at + 1;
    let mut is_first = true;
    while here < end {
        match signs.get(here) {
            Some('{') => here = closing(signs, here),
            Some(',') => (here, is_first) = (here + 1, true),
            _ => {
                let name = word(signs, here);
                here = name.end.max(here + 1);
                if !name.is_empty() && is_first {
                    is_first = false;
                    found.push(name);
                }
            }
        }
    }
}

/// The signs with comments, texts and single signs in quotes made empty; lines stay where they are.
fn blank(signs: &[char]) -> Vec<char> {
    let mut blanked = Vec::with_capacity(signs.len());
    while blanked.len() < signs.len() {
        let at = blanked.len();
        let end = skipped(signs, at);
        if end == at {
            // A word as a whole: what looks like a text within one is none.
            let end = word(signs, at).end.max(at + 1);
            blanked.extend(signs.iter().take(end).skip(at));
        } else if names_a_type(signs, at, end) {
            blanked
                .extend(signs.iter().take(end).skip(at).map(|sign| if *sign == '"' { ' ' } else { *sign }));
        } else {
            let only_lines = |sign: &char| if *sign == '\n' { '\n' } else { ' ' };
            blanked.extend(signs.iter().take(end).skip(at).map(only_lines));
        }
    }
    blanked
}

/// Whether a text is a path that a derive macro reads: `schemars(with = "crate::schema::AnyEvent")`.
fn names_a_type(signs: &[char], at: usize, end: usize) -> bool {
    let is_of_a_path = |sign: &char| sign.is_alphanumeric() || "_:<>, \"".contains(*sign);
    let before = signs.iter().take(at).rev().find(|sign| !sign.is_whitespace());
    signs.get(at) == Some(&'"') && before == Some(&'=') && signs.iter().take(end).skip(at).all(is_of_a_path)
}

/// Where the comment or text ends that begins here; here if none does.
fn skipped(signs: &[char], at: usize) -> usize {
    let after = |from: usize, end: &str| {
        (from..signs.len()).find(|at| begins(signs, *at, end)).map(|at| at + end.chars().count())
    };
    let all = signs.len();
    if begins(signs, at, "//") {
        return after(at, "\n").map_or(all, |end| end - 1);
    }
    if begins(signs, at, "/*") {
        let (mut depth, mut here) = (0_usize, at);
        while here < all {
            if begins(signs, here, "/*") {
                (depth, here) = (depth + 1, here + 2);
            } else if begins(signs, here, "*/") {
                (depth, here) = (depth - 1, here + 2);
                if depth == 0 {
                    return here;
                }
            } else {
                here += 1;
            }
        }
        return all;
    }
    let raw = ["r", "br", "cr"].into_iter().find(|begin| begins(signs, at, begin)).map(str::len);
    if let Some(begin) = raw {
        let hashes = signs.iter().skip(at + begin).take_while(|sign| **sign == '#').count();
        if signs.get(at + begin + hashes) == Some(&'"') {
            return after(at + begin + hashes + 1, &format!("\"{}", "#".repeat(hashes))).unwrap_or(all);
        }
    }
    match (signs.get(at), signs.get(at + 1), signs.get(at + 2)) {
        (Some('"'), ..) => quoted(signs, at, '"'),
        (Some('\''), Some('\\'), _) => quoted(signs, at, '\''),
        (Some('\''), Some(_), Some('\'')) => at + 3,
        _ => at,
    }
}

/// Where a text ends in which a stroke takes the next sign as it is.
fn quoted(signs: &[char], at: usize, quote: char) -> usize {
    let mut here = at + 1;
    while let Some(sign) = signs.get(here) {
        match sign {
            '\\' => here += 2,
            sign if *sign == quote => return here + 1,
            _ => here += 1,
        }
    }
    signs.len()
}

/// The signs with every item made empty that is built for tests alone.
fn without_tests(mut signs: Vec<char>) -> Vec<char> {
    let mut at = 0;
    while at < signs.len() {
        if begins(&signs, at, "#[") {
            let end = closing(&signs, at + 1) + 1;
            let inside: String =
                signs.iter().take(end).skip(at).filter(|sign| !sign.is_whitespace()).collect();
            if inside == "#[cfg(test)]" || inside.starts_with("#[cfg(all(test,") {
                let end = item(&signs, end);
                for sign in signs.iter_mut().take(end).skip(at).filter(|sign| **sign != '\n') {
                    *sign = ' ';
                }
                at = end;
                continue;
            }
        }
        at += 1;
    }
    signs
}

/// Where the item ends that begins here, with its other attributes.
fn item(signs: &[char], mut at: usize) -> usize {
    loop {
        at += signs.iter().skip(at).take_while(|sign| sign.is_whitespace()).count();
        if !begins(signs, at, "#[") {
            break;
        }
        at = closing(signs, at + 1) + 1;
    }
    // After who may see it stands what it is: only these have no body in braces that ends them.
    let mut here = word(signs, at);
    if is(signs, &here, "pub") {
        let mut next = here.end;
        if signs.get(next) == Some(&'(') {
            next = closing(signs, next) + 1;
        }
        next += signs.iter().skip(next).take_while(|sign| sign.is_whitespace()).count();
        here = word(signs, next);
    }
    let to_the_end = ["use", "static", "let", "type"].into_iter().any(|kind| is(signs, &here, kind));
    let mut next = here.end;
    while let Some(sign) = signs.get(next) {
        match sign {
            '(' | '[' => next = closing(signs, next),
            '{' if to_the_end => next = closing(signs, next),
            '{' => return closing(signs, next) + 1,
            ';' => return next + 1,
            // A field, a variant or an argument.
            '}' | ')' | ']' => return next,
            _ => {}
        }
        next += 1;
    }
    signs.len()
}

/// Where the bracket closes that opens here.
fn closing(signs: &[char], at: usize) -> usize {
    let mut depth = 0_usize;
    for (here, sign) in signs.iter().enumerate().skip(at) {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth <= 1 => return here,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    signs.len()
}

/// The word that begins here, which is empty where none does.
fn word(signs: &[char], at: usize) -> Range<usize> {
    let long = signs.iter().skip(at).take_while(|sign| sign.is_alphanumeric() || **sign == '_').count();
    at..at + long
}

fn text(signs: &[char], range: &Range<usize>) -> String {
    signs.iter().take(range.end).skip(range.start).collect()
}

fn is(signs: &[char], range: &Range<usize>, word: &str) -> bool {
    range.len() == word.chars().count() && begins(signs, range.start, word)
}

fn begins(signs: &[char], at: usize, with: &str) -> bool {
    with.chars().zip(at..).all(|(sign, at)| signs.get(at) == Some(&sign))
}

fn ends(signs: &[char], at: usize, with: &str) -> bool {
    at.checked_sub(with.chars().count()).is_some_and(|at| begins(signs, at, with))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str, depth: usize) -> Vec<String> {
        uses(source, depth).into_iter().map(|(line, name)| format!("{line} {name}")).collect()
    }

    #[test]
    fn paths_from_the_top_are_found_where_they_stand() {
        let source = "use crate::types::Id;\nuse crate::{\n    kernel::{self, asset},\n    party,\n};\nfn a() { crate::check::b(); crate::told!() }\n";
        assert_eq!(names(source, 1), ["1 types", "3 kernel", "4 party", "6 check"]);
        assert_eq!(names("#[schemars(with = \"Vec<crate::schema::A>\")] B,", 1), ["1 schema"]);
        assert_eq!(names("macro_rules! a { () => { $crate::work::B } }", 1), ["1 work"]);
        assert_eq!(names("use interlink_crate::a; pub(crate) fn b() {}", 1), [""; 0]);
    }

    #[test]
    fn a_way_up_to_the_top_counts_and_one_that_ends_before_does_not() {
        assert_eq!(names("use super::super::types;", 2), ["1 types"]);
        assert_eq!(names("use super::super::types;", 3), [""; 0]);
        assert_eq!(names("use super::{types, work::A};", 1), ["1 types", "1 work"]);
    }

    #[test]
    fn comments_texts_and_tests_do_not_count() {
        for nothing in [
            "// crate::a\n/// [`crate::b`]\n/* crate::c /* crate::d */ crate::e */",
            "const A: &str = \"crate::a \\\" crate::b\"; const B: &str = r#\"crate::c \" crate::d\"#;",
            "const A: char = '\"'; // crate::a \"",
            "#[cfg(test)]\nmod tests { use crate::a; fn b() { crate::c::d() } }",
            "#[cfg(test)]\npub(crate) use crate::a::{b, c};",
            "#[cfg(all(test, feature = \"x\"))]\n#[expect(y)]\nfn a<'b, C>(d: [u8; 3]) -> E where C: crate::f::G { crate::h() }",
        ] {
            assert_eq!(names(nothing, 1), [""; 0], "{nothing}");
            assert_eq!(names(&format!("{nothing}\nuse crate::real;"), 1).len(), 1, "{nothing}");
        }
        assert_eq!(names("#[cfg(any(test, feature = \"x\"))]\nuse crate::a;", 1), ["2 a"]);
        assert_eq!(names("fn a<'b>(c: &'b str) { crate::d::e('x', '\\'') }", 1), ["1 d"]);
        assert_eq!(names("#[cfg(test)]\nuse a::{b, c};\nuse crate::d;", 1), ["3 d"]);
    }
}
