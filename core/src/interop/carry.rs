//! Carries data of another format that the model cannot represent, so that it is written back.
//!
//! A reader of another format keeps only what the model can represent. The rest is the difference between the original
//! and what a writer makes from the model: this difference is carried, and applied when writing. So nothing is lost by
//! construction, whatever the reader left out or repaired.

use crate::types::Map;
use std::borrow::Cow;

use crate::problem::Code;
use crate::types::json::{MOST_DOCUMENT_BYTES, Node, escape};
use crate::types::{Carried, InputFault};

/// What must be set in `written` to make it equal `original`.
pub(super) fn difference(written: &Node<'_>, original: &Node<'_>) -> Vec<Carried> {
    let mut carried = Vec::new();
    differ(written, original, &mut String::new(), &mut carried);
    // No entry is inside another, so their order does not matter; a fixed order makes one document.
    carried.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    carried
}

fn differ(written: &Node<'_>, original: &Node<'_>, pointer: &mut String, carried: &mut Vec<Carried>) {
    match (written, original) {
        (Node::Object(mine), Node::Object(theirs)) => {
            let index = Index::of(mine);
            let other = Index::of(theirs);
            for (nth, (name, value)) in theirs.iter().enumerate() {
                // Both are mostly in the same order.
                let there = mine.get(nth).filter(|(key, _)| key == name);
                let found = there.map(|(_, found)| found).or_else(|| index.get(mine, name));
                below(pointer, name, |pointer| match found {
                    Some(found) => differ(found, value, pointer, carried),
                    None => carried.push(Carried { json: Some(value.to_string()), pointer: pointer.clone() }),
                });
            }
            let only_mine = |(nth, (name, _)): &(usize, &(Cow<'_, str>, Node<'_>))| {
                let there = theirs.get(*nth).is_some_and(|(key, _)| key == name);
                !there && other.get(theirs, name).is_none()
            };
            for (_, (name, _)) in mine.iter().enumerate().filter(only_mine) {
                below(pointer, name, |pointer| {
                    carried.push(Carried { json: None, pointer: pointer.clone() });
                });
            }
        }
        (Node::List(mine), Node::List(theirs)) if mine.len() == theirs.len() => {
            for (nth, (mine, theirs)) in mine.iter().zip(theirs).enumerate() {
                below(pointer, &nth.to_string(), |pointer| differ(mine, theirs, pointer, carried));
            }
        }
        (mine, theirs) if mine == theirs => {}
        (_, theirs) => carried.push(Carried { json: Some(theirs.to_string()), pointer: pointer.clone() }),
    }
}

/// Finds the members of a large object by name; a small one is searched linearly.
enum Index<'n, 'c> {
    Small,
    Large(Map<&'n str, &'n Node<'c>>),
}

impl<'n, 'c> Index<'n, 'c> {
    /// Up to this size, a linear search is faster than hashing.
    const FEW: usize = 32;

    fn of(members: &'n [(Cow<'c, str>, Node<'c>)]) -> Self {
        match members.len() <= Self::FEW {
            true => Self::Small,
            false => Self::Large(members.iter().map(|(key, node)| (key.as_ref(), node)).collect()),
        }
    }

    fn get(&self, members: &'n [(Cow<'c, str>, Node<'c>)], name: &str) -> Option<&'n Node<'c>> {
        match self {
            Self::Small => members.iter().find(|(key, _)| key == name).map(|(_, node)| node),
            Self::Large(index) => index.get(name).copied(),
        }
    }
}

fn below(pointer: &mut String, step: &str, act: impl FnOnce(&mut String)) {
    let length = pointer.len();
    pointer.push('/');
    if step.contains(['~', '/']) {
        pointer.push_str(&escape(step));
    } else {
        pointer.push_str(step);
    }
    act(pointer);
    pointer.truncate(length);
}

/// Sets what was carried.
///
/// # Errors
/// If a pointer leads nowhere or the JSON is malformed; the path names the entry.
pub(super) fn restore<'c>(written: &mut Node<'c>, carried: &'c [Carried]) -> Result<(), InputFault> {
    carried.iter().enumerate().try_for_each(|(nth, entry)| put(written, nth, &entry.pointer, entry))
}

/// Sets the `nth` carried value at a pointer.
///
/// # Errors
/// If the pointer leads nowhere or the JSON is malformed; the path names the entry.
pub(super) fn put<'c>(
    written: &mut Node<'c>,
    nth: usize,
    pointer: &str,
    entry: &'c Carried,
) -> Result<(), InputFault> {
    let fault =
        |message: &str| InputFault::new(Code::CatalogueInvalid, format!("/carried/{nth}/pointer"), message);
    let value = match &entry.json {
        None => None,
        Some(json) => Some(
            Node::parse_foreign(json.as_bytes(), MOST_DOCUMENT_BYTES)
                .map_err(|fault| fault.within(&format!("/carried/{nth}/json")))?,
        ),
    };
    let Some((parent, last)) = pointer.rsplit_once('/') else {
        match value {
            Some(value) if pointer.is_empty() => *written = value,
            _ => return Err(fault("The pointer leads nowhere.")),
        }
        return Ok(());
    };
    let parent = find(written, parent).ok_or_else(|| fault("The pointer leads nowhere."))?;
    set(parent, &unescape(last), value).ok_or_else(|| fault("Nothing can be set there."))
}

/// The node at a pointer.
#[cfg(feature = "archive")]
pub(super) fn at<'n, 'c>(root: &'n Node<'c>, pointer: &str) -> Option<&'n Node<'c>> {
    pointer.split('/').skip(1).try_fold(root, |node, step| {
        let step = unescape(step);
        match node {
            Node::Object(_) => node.member(&step),
            Node::List(items) => items.get(step.parse::<usize>().ok()?),
            Node::Null | Node::Bool(_) | Node::Integer(_) | Node::Text(_) | Node::Piece(_) => None,
        }
    })
}

pub(super) fn find<'n, 'c>(root: &'n mut Node<'c>, pointer: &str) -> Option<&'n mut Node<'c>> {
    pointer.split('/').skip(1).try_fold(root, |node, step| {
        let step = unescape(step);
        match node {
            Node::Object(members) => members.iter_mut().find(|(key, _)| *key == step).map(|(_, value)| value),
            Node::List(items) => items.get_mut(step.parse::<usize>().ok()?),
            Node::Null | Node::Bool(_) | Node::Integer(_) | Node::Text(_) | Node::Piece(_) => None,
        }
    })
}

fn set<'c>(parent: &mut Node<'c>, step: &str, value: Option<Node<'c>>) -> Option<()> {
    match (parent, value) {
        (Node::Object(members), Some(value)) => {
            match members.iter_mut().find(|(key, _)| key == step) {
                Some((_, slot)) => *slot = value,
                None => members.push((Cow::Owned(step.to_owned()), value)),
            }
            Some(())
        }
        (Node::Object(members), None) => {
            let at = members.iter().position(|(key, _)| key == step)?;
            members.remove(at);
            Some(())
        }
        (Node::List(items), Some(value)) => {
            *items.get_mut(step.parse::<usize>().ok()?)? = value;
            Some(())
        }
        _ => None,
    }
}

pub(super) fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_node() -> impl Strategy<Value = Node<'static>> {
        let leaf = prop_oneof![
            Just(Node::Null),
            any::<bool>().prop_map(Node::Bool),
            (-9i64..9).prop_map(Node::Integer),
            "[a-c~/]{0,2}".prop_map(|text| Node::Text(text.into())),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Node::List),
                prop::collection::btree_map("[a-c~/]{0,2}", inner, 0..4).prop_map(|members| {
                    Node::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
                }),
            ]
        })
    }

    fn sorted(node: &Node<'_>) -> String {
        node.to_string()
    }

    proptest! {
        #[test]
        fn what_is_carried_makes_the_original_again(mut written in any_node(), original in any_node()) {
            let carried = difference(&written, &original);
            restore(&mut written, &carried).unwrap();
            prop_assert_eq!(sorted(&written), sorted(&original));
            prop_assert!(difference(&written, &original).is_empty());
        }
    }
}
