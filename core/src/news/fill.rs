//! A phrase filled in by whoever knows what it is about.

use super::phrasebook::{Phrasebooks, Piece};
use super::slot::Slot;
use crate::types::{Language, shown};

/// Says what a phrase of this name says in a language, or the nearest; `None` if no language has words for it.
pub(crate) fn fill(
    name: &str,
    books: &Phrasebooks,
    wanted: Language,
    slot: impl Fn(Slot) -> Option<String>,
) -> Option<(Language, String)> {
    let book = books.find(name, wanted)?;
    let mut text = String::new();
    for piece in book.phrase(name).unwrap_or_default() {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Slot(wanted) => match slot(*wanted) {
                Some(found) if matches!(wanted, Slot::Count | Slot::Date) => text.push_str(&found),
                Some(found) => text.push_str(&shown(&found).to_string()),
                None => text.push_str(&book.something),
            },
        }
    }
    Some((book.language(), text))
}
