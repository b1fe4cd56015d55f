//! Whether what another store redacted matches what this store has, with words removed and nothing else changed.

use std::borrow::Cow;

use super::spelling::Kind;
use super::words::unsalted;
use super::{document_texts, event_texts};
use crate::types::Written;
use crate::types::json::Node;

/// Whether an event is another one with words removed from its texts. A withheld event cannot be compared and passes.
pub(crate) fn is_event_cut(here: &[u8], there: &[u8]) -> bool {
    let (Ok(here), Ok(there)) = (Node::parse(here, usize::MAX), Node::parse(there, usize::MAX)) else {
        return false;
    };
    let Some(Node::Text(name)) = here.member("type") else { return false };
    if name.ends_with(".withheld") {
        return true;
    }
    let (Some(old), Some(new)) = (here.member("data"), there.member("data")) else { return false };
    envelope(&here).eq(envelope(&there)) && is_cut(old, new, "", event_texts(name).unwrap_or_default())
}

/// The members of an envelope besides its data. The salt is removed with the words, and the event's original id is
/// added.
fn envelope<'n, 'a>(event: &'n Node<'a>) -> impl Iterator<Item = &'n (Cow<'a, str>, Node<'a>)> {
    let members = match event {
        Node::Object(members) => &members[..],
        _ => &[],
    };
    members.iter().filter(|(key, _)| !matches!(&**key, "data" | "redacted" | "salt"))
}

/// The same for a document.
pub(crate) fn is_document_cut(here: &[u8], there: &[u8]) -> bool {
    let (Ok(here), Ok(there)) = (Written::content(here), Written::content(there)) else { return false };
    let admitted = (Node::parse(here.as_bytes(), usize::MAX), Node::parse(there.as_bytes(), usize::MAX));
    let (Ok(here), Ok(there)) = admitted else { return false };
    let Some(Node::Text(kind)) = here.member("document") else { return false };
    let Some(paths) = document_texts(kind) else { return false };
    // The salt is removed here, too.
    is_cut(&unsalted(here.clone()), &unsalted(there), "", paths)
}

/// Compares what is at a path. A step into a list is not a step of the path.
fn is_cut(old: &Node<'_>, new: &Node<'_>, path: &str, texts: &[&str]) -> bool {
    match (old, new) {
        (Node::List(old), Node::List(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| is_cut(old, new, path, texts))
        }
        (Node::Object(old), Node::Object(new)) => {
            old.len() == new.len()
                && old.iter().zip(new).all(|((key, old), (other, new))| {
                    let below = if path.is_empty() { key.to_string() } else { format!("{path}/{key}") };
                    key == other && is_cut(old, new, &below, texts)
                })
        }
        (Node::Text(old), Node::Text(new)) if old != new => {
            let covers = |text: &&&str| {
                path.strip_prefix(**text).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            texts.iter().find(covers).is_some_and(|text| has_gaps(old, new, Kind::at(text).gap()))
        }
        (old, new) => old == new,
    }
}

/// Whether a text is another one with a gap in place of each removed piece.
fn has_gaps(old: &str, new: &str, gap: &str) -> bool {
    let mut pieces = new.split(gap);
    let Some(mut rest) = pieces.next().and_then(|first| old.strip_prefix(first)) else { return false };
    let mut pieces: Vec<&str> = pieces.collect();
    let Some(last) = pieces.pop() else { return false };
    for piece in pieces {
        let Some((_, after)) = rest.split_once(piece) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_stands_for_what_was_taken_out_and_nothing_else() {
        for (old, new, is) in [
            ("With Anna Rossi, and Anna.", "With […], and […].", true),
            ("Anna", "[…]", true),
            ("With […] and Bea", "With […] and […]", true),
            ("Bring dogs", "Bring no dogs", false),
            ("Bring dogs", "Bring […] cats", false),
            ("Anna and Bea", "Anna and Bea", false),
            ("Anna and Bea", "Bea and […]", false),
            ("ab", "a[…]ab", false),
        ] {
            assert_eq!(has_gaps(old, new, Kind::Prose.gap()), is, "{old} and {new}");
        }
    }
}
