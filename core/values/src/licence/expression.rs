//! SPDX expressions (SPDX 3.0, annex B), over the ids that are on the SPDX list and not deprecated.

use super::LicenceClass;
use crate::excerpt;

/// The licences, one per line; those that SPDX counts as copyleft are followed by an asterisk.
const LICENCES: &str = include_str!("licences.txt");
/// The exceptions, one per line.
const EXCEPTIONS: &str = include_str!("exceptions.txt");
/// Licences that reserve nothing.
const PUBLIC_DOMAIN: [&str; 6] = ["CC0-1.0", "CC-PDDC", "PDDL-1.0", "Unlicense", "0BSD", "MIT-0"];
/// For these, “or later” is a separate id and not a plus sign.
const GNU: [&str; 4] = ["AGPL-", "GFDL-", "GPL-", "LGPL-"];
/// The largest nesting depth of parentheses.
const DEEPEST: u8 = 32;

/// The class of an expression: the strictest of licences that all apply, the freest of licences to choose from.
///
/// # Errors
/// Why the text is not an expression, as a phrase.
pub(super) fn class(text: &str) -> Result<LicenceClass, String> {
    let mut expression = Expression { rest: text, depth: 0 };
    let class = expression.any()?;
    match expression.next() {
        "" => Ok(class),
        other => Err(unexpected(other)),
    }
}

fn unexpected(token: &str) -> String {
    match token {
        "" => "it ends too early".into(),
        _ => format!("“{}” does not belong there", excerpt(token)),
    }
}

/// The rest of the text.
struct Expression<'a> {
    rest: &'a str,
    depth: u8,
}

impl<'a> Expression<'a> {
    /// `… OR …`
    fn any(&mut self) -> Result<LicenceClass, String> {
        let mut class = self.all()?;
        while self.goes_on("OR") {
            class = class.min(self.all()?);
        }
        Ok(class)
    }

    /// `… AND …`
    fn all(&mut self) -> Result<LicenceClass, String> {
        let mut class = self.one()?;
        while self.goes_on("AND") {
            class = class.max(self.one()?);
        }
        Ok(class)
    }

    /// A licence, with or without an exception, or a group in parentheses.
    fn one(&mut self) -> Result<LicenceClass, String> {
        let token = self.take();
        if token == "(" {
            self.depth += 1;
            if self.depth > DEEPEST {
                return Err(format!("parentheses nest deeper than {DEEPEST} levels"));
            }
            let class = self.any()?;
            self.depth -= 1;
            return match self.take() {
                ")" => Ok(class),
                other => Err(unexpected(other)),
            };
        }
        let (class, later) = licence(token)?;
        // There is no space before the plus sign.
        if later && self.rest.starts_with('+') {
            self.take();
        }
        if self.goes_on("WITH") {
            exception(self.take())?;
        }
        Ok(class)
    }

    /// Whether an operator is next, which is then skipped. Operators are written in one case.
    fn goes_on(&mut self, operator: &str) -> bool {
        let next = self.next();
        let there = next == operator || operator.to_ascii_lowercase() == next;
        if there {
            self.take();
        }
        there
    }

    /// The next word or symbol; empty at the end.
    fn next(&self) -> &'a str {
        let rest = self.rest.trim_start();
        let word = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '.' | ':');
        let end = rest.find(|sign| !word(sign)).unwrap_or(rest.len());
        let end = if end == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { end };
        rest.get(..end).unwrap_or_default()
    }

    fn take(&mut self) -> &'a str {
        let next = self.next();
        self.rest = self.rest.trim_start().get(next.len()..).unwrap_or_default();
        next
    }
}

/// The class of a licence, and whether a plus sign may follow it.
fn licence(id: &str) -> Result<(LicenceClass, bool), String> {
    if is_reference(id, "LicenseRef-") {
        let whole = LicenceClass::ALL.into_iter().find(|class| class.expression() == id);
        return Ok((whole.unwrap_or(LicenceClass::Proprietary), false));
    }
    let known = |line: &&str| line.strip_suffix('*').unwrap_or(line) == id;
    let Some(line) = LICENCES.lines().find(known).filter(|_| !id.is_empty()) else {
        let known = ["(", ")", "+", ""].contains(&id);
        return Err(if known { unexpected(id) } else { format!("“{}” is not a licence", excerpt(id)) });
    };
    let part = |names: &[&str]| id.split('-').any(|part| names.contains(&part));
    let class = if PUBLIC_DOMAIN.contains(&id) {
        LicenceClass::PublicDomain
    } else if part(&["NC", "Noncommercial"]) {
        LicenceClass::NonCommercial
    } else if line.ends_with('*') || part(&["SA"]) {
        LicenceClass::Copyleft
    } else if part(&["ND"]) {
        LicenceClass::Proprietary
    } else {
        LicenceClass::Permissive
    };
    Ok((class, !GNU.iter().any(|gnu| id.starts_with(gnu))))
}

fn exception(id: &str) -> Result<(), String> {
    if is_reference(id, "AdditionRef-") || EXCEPTIONS.lines().any(|line| line == id && !id.is_empty()) {
        Ok(())
    } else {
        Err(format!("“{}” is not an exception", excerpt(id)))
    }
}

/// Whether an id is a name outside the SPDX list, perhaps from another document.
fn is_reference(id: &str, prefix: &str) -> bool {
    let named = |name: &str| !name.is_empty() && !name.contains(':');
    let (document, own) = id.split_once(':').map_or((None, id), |(document, own)| (Some(document), own));
    document.is_none_or(|document| document.strip_prefix("DocumentRef-").is_some_and(named))
        && own.strip_prefix(prefix).is_some_and(named)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use spdx::identifiers::{EXCEPTIONS as THEIR_EXCEPTIONS, LICENSES};

    use super::*;

    /// The lists are those of the SPDX project, according to the crate `spdx`.
    #[test]
    fn the_lists_are_as_generated() {
        let licences = LICENSES.iter().filter_map(|licence| {
            let id = spdx::license_id(licence.name)?;
            let copyleft = if id.is_copyleft() { "*" } else { "" };
            (!id.is_deprecated()).then(|| format!("{}{copyleft}\n", id.name))
        });
        let exceptions = THEIR_EXCEPTIONS.iter().map(|exception| format!("{}\n", exception.name));
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/licence");
        for (name, list, ours) in [
            ("licences.txt", licences.collect::<String>(), LICENCES),
            ("exceptions.txt", exceptions.collect(), EXCEPTIONS),
        ] {
            if std::env::var_os("UPDATE").is_some() {
                std::fs::write(folder.join(name), &list).unwrap();
            } else {
                assert!(list == ours, "{name} differs; UPDATE=1 writes it anew");
            }
        }
    }

    /// The class according to `spdx`.
    fn theirs(text: &str) -> Option<LicenceClass> {
        let expression = spdx::Expression::parse(text).ok()?;
        let within = |most: LicenceClass| {
            expression.evaluate(|req| {
                let name = req.license.to_string();
                licence(name.trim_end_matches('+')).is_ok_and(|(class, _)| class <= most)
            })
        };
        LicenceClass::ALL.into_iter().find(|class| within(*class))
    }

    #[test]
    fn every_licence_and_exception_is_taken_as_spdx_takes_it() {
        for licence in LICENSES {
            for text in [licence.name.to_owned(), format!("{}+", licence.name), format!("{} +", licence.name)]
            {
                assert_eq!(class(&text).ok(), theirs(&text), "{text}");
            }
        }
        for exception in THEIR_EXCEPTIONS {
            let text = format!("GPL-2.0-only WITH {}", exception.name);
            assert_eq!(class(&text).ok(), theirs(&text), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn expressions_are_taken_as_spdx_takes_them(
            tokens in proptest::collection::vec(
                prop_oneof![
                    4 => prop::sample::select(vec!["MIT", "GPL-3.0-only", "CC-BY-NC-4.0", "Apache-2.0", "CC0-1.0"]),
                    4 => prop::sample::select(vec![" AND ", " OR ", " WITH ", " and ", " or ", " And "]),
                    2 => prop::sample::select(vec!["(", ")", "+", " "]),
                    1 => prop::sample::select(vec![
                        "LLVM-exception", "LicenseRef-x", "DocumentRef-a:LicenseRef-b", "AdditionRef-c", "GPL-2.0",
                        "Frobnicate", "/", "ü", "MITOR", "DocumentRef-a:AdditionRef-b",
                    ]),
                ],
                1..9,
            ),
        ) {
            let text: String = tokens.concat();
            prop_assert_eq!(class(&text).ok(), theirs(&text), "{}", text);
        }
    }
}
