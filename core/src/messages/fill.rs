//! Fills in a phrase.

use super::message_catalogue::{Piece, ReadIn};
use super::slot::Slot;
use crate::types::{Language, shown};

/// Fills in the phrase with this name from the first catalogue that has it; `None` if none has.
pub(crate) fn fill(
    name: &str,
    books: &ReadIn<'_>,
    slot: impl Fn(Slot) -> Option<String>,
) -> Option<(Language, String)> {
    let (book, phrase) = books.phrase(name)?;
    let mut text = String::new();
    for piece in phrase {
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
