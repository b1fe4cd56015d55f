//! Which modules a Rust file names: read token by token, since only paths that begin at the crate matter.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Stands for modules that cannot be determined: a glob of the crate, or an alias for it.
pub(super) const HIDDEN: &str = "what a glob or an alias of the crate hides";

/// The top-level modules that a file names, each with its line. `depth` is the number of modules above the file, so
/// that `super::super::x` is resolved. Comments, texts and test-only code do not count.
///
/// # Errors
/// If the file is not valid Rust.
pub(super) fn uses(source: &str, depth: usize) -> Result<Vec<(usize, String)>, String> {
    let mut found = Found { depth, names: Vec::new() };
    found.read(&source.parse::<TokenStream>().map_err(|error| error.to_string())?, false);
    Ok(found.names)
}

struct Found {
    depth: usize,
    names: Vec<(usize, String)>,
}

impl Found {
    fn read(&mut self, tokens: &TokenStream, in_attribute: bool) {
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at = match token {
                TokenTree::Punct(sign) if sign.as_char() == '#' => self.attribute(&tokens, at),
                TokenTree::Ident(word) if word == "crate" => self.path_of_the_crate(&tokens, at),
                TokenTree::Ident(word) if word == "super" => self.path_of_above(&tokens, at),
                TokenTree::Group(group) => {
                    self.read(&group.stream(), in_attribute);
                    at + 1
                }
                TokenTree::Literal(text) if in_attribute => {
                    // It may be a path that a derive macro reads: `schemars(with = "crate::schema::AnyEvent")`.
                    let line = text.span().start().line;
                    for (_, name) in uses(text.to_string().trim_matches('"'), self.depth).unwrap_or_default()
                    {
                        self.names.push((line, name));
                    }
                    at + 1
                }
                TokenTree::Literal(_) | TokenTree::Ident(_) | TokenTree::Punct(_) => at + 1,
            };
        }
    }

    /// An attribute, together with its item if that is for tests only.
    fn attribute(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let Some(group) = attribute(tokens, at) else { return at + 1 };
        let inside: String = group.stream().to_string().split_whitespace().collect();
        if inside == "cfg(test)" || inside.starts_with("cfg(all(test,") {
            return end_of_item(tokens, at + 2);
        }
        if !inside.starts_with("doc=") {
            self.read(&group.stream(), true);
        }
        at + 2
    }

    fn path_of_the_crate(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        match tokens.get(at + 1) {
            Some(TokenTree::Ident(word)) if word == "as" || word == "self" => self.add(tokens, at, HIDDEN),
            _ if is_path(tokens, at + 1) => self.first(tokens, at + 3),
            _ => {}
        }
        at + 1
    }

    /// `super::super::x`, if it leads to the top.
    fn path_of_above(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let (mut many, mut end) = (1, at + 1);
        while is_path(tokens, end) && is_word(tokens, end + 2, "super") {
            (many, end) = (many + 1, end + 3);
        }
        let before = at.checked_sub(2).filter(|before| is_path(tokens, *before));
        let begins =
            before.is_none_or(|colons| colons.checked_sub(1).is_some_and(|at| is_word(tokens, at, "self")));
        if begins && many == self.depth && is_path(tokens, end) {
            self.first(tokens, end + 2);
        }
        end
    }

    /// The first names of the paths that begin here: one, or several in braces.
    fn first(&mut self, tokens: &[TokenTree], at: usize) {
        match tokens.get(at) {
            // A macro is called from the top, wherever it is written.
            Some(TokenTree::Ident(_)) if is_sign(tokens, at + 1, '!') => {}
            Some(TokenTree::Ident(name)) => self.add(tokens, at, name.to_string().trim_start_matches("r#")),
            Some(TokenTree::Punct(sign)) if sign.as_char() == '*' => self.add(tokens, at, HIDDEN),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                let begins = |at: &usize| *at == 0 || is_sign(&inside, at - 1, ',');
                (0..inside.len()).filter(begins).for_each(|at| self.first(&inside, at));
            }
            Some(TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_)) | None => {}
        }
    }

    fn add(&mut self, tokens: &[TokenTree], at: usize, name: &str) {
        let line = tokens.get(at).map_or(0, |token| token.span().start().line);
        self.names.push((line, name.to_owned()));
    }
}

/// Where the item that begins here ends, with its other attributes.
fn end_of_item(tokens: &[TokenTree], mut at: usize) -> usize {
    while attribute(tokens, at).is_some() {
        at += 2;
    }
    if is_word(tokens, at, "pub") {
        let scope = matches!(tokens.get(at + 1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
        at += if scope { 2 } else { 1 };
    }
    let is_one_of = |kinds: &[&str]| kinds.iter().any(|kind| is_word(tokens, at, kind));
    let by_a_stop = is_one_of(&["use", "static", "let", "type"]);
    let is_item = by_a_stop
        || is_one_of(&[
            "async",
            "const",
            "enum",
            "extern",
            "fn",
            "impl",
            "macro_rules",
            "mod",
            "struct",
            "trait",
            "union",
            "unsafe",
        ]);
    for (here, token) in tokens.iter().enumerate().skip(at) {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == ';' => return here + 1,
            // A field, a variant or an argument.
            TokenTree::Punct(sign) if sign.as_char() == ',' && !is_item => return here + 1,
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace && is_item && !by_a_stop => {
                return here + 1;
            }
            TokenTree::Punct(_) | TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => {}
        }
    }
    tokens.len()
}

/// The brackets of the attribute that begins here, if one does.
fn attribute(tokens: &[TokenTree], at: usize) -> Option<&Group> {
    match tokens.get(at + 1) {
        Some(TokenTree::Group(group))
            if is_sign(tokens, at, '#') && group.delimiter() == Delimiter::Bracket =>
        {
            Some(group)
        }
        _ => None,
    }
}

/// Whether `::` is here.
fn is_path(tokens: &[TokenTree], at: usize) -> bool {
    is_sign(tokens, at, ':') && is_sign(tokens, at + 1, ':')
}

fn is_sign(tokens: &[TokenTree], at: usize, sign: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(found)) if found.as_char() == sign)
}

fn is_word(tokens: &[TokenTree], at: usize, word: &str) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Ident(found)) if found == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str, depth: usize) -> Vec<String> {
        uses(source, depth).unwrap().into_iter().map(|(line, name)| format!("{line} {name}")).collect()
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

    #[test]
    fn no_way_round_hides_an_arrow() {
        assert_eq!(names("use self::super::types;", 1), ["1 types"]);
        assert_eq!(names("type A = crate :: kernel :: B;", 1), ["1 kernel"]);
        assert_eq!(names("type A = crate::r#kernel::B;", 1), ["1 kernel"]);
        let hidden = [format!("1 {HIDDEN}")];
        for way in ["use crate as house;", "extern crate self as house;", "use crate::*;", "use super::*;"] {
            assert_eq!(names(way, 1), hidden, "{way}");
        }
        assert_eq!(names("use crate::{types, *};", 1), ["1 types".to_owned(), format!("1 {HIDDEN}")]);
        // Only the field is for tests.
        assert_eq!(names("struct A { #[cfg(test)] b: crate::c::D, e: crate::f::G }", 1), ["1 f"]);
    }
}
