//! A phrase filled in by whoever knows what it is about.

use super::phrasebook::{Phrasebooks, Piece};
use super::slot::Slot;
use crate::types::Language;

/// First strong isolate, and its end: a name keeps its own direction and leaves that of the sentence alone (UAX #9).
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

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
                Some(found) => {
                    let [open, close] = ISOLATE;
                    text.push(open);
                    text.push_str(&found);
                    text.push(close);
                }
                None => text.push_str(&book.something),
            },
        }
    }
    Some((book.language(), text))
}
