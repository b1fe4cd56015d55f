//! Who takes part: two organisations, three teams, six people, and one who was not invited.

use interlink::types::{Language, Localized};

use crate::Fallible;

/// A text in English.
pub(crate) fn english(text: &str) -> Fallible<Localized> {
    Ok(Localized::new(Language::english(), text)?)
}

/// A text in English and Italian.
pub(crate) fn in_two(english: &str, italian: &str) -> Fallible<Localized> {
    Ok(self::english(english)?.with("it".parse()?, italian)?)
}

/// A person, by the host's id. The library keeps it in the vault only.
pub(crate) const ANNA: &str = "anna@city.example";
/// Leads the association.
pub(crate) const BRUNO: &str = "bruno@association.example";
/// Works for the city.
pub(crate) const CARLA: &str = "carla@city.example";
/// A neighbour.
pub(crate) const DORA: &str = "dora@mail.example";
/// On the association's board.
pub(crate) const ELENA: &str = "elena@association.example";
/// A neighbour who helped in the first week.
pub(crate) const FABIO: &str = "fabio@mail.example";
/// A person whom nobody invited.
pub(crate) const ZENO: &str = "zeno@mail.example";

/// Everybody who was invited.
pub(crate) const PEOPLE: [(&str, &str); 6] = [
    (ANNA, "Anna, city"),
    (BRUNO, "Bruno, association"),
    (CARLA, "Carla, city"),
    (DORA, "Dora, neighbour"),
    (ELENA, "Elena, association"),
    (FABIO, "Fabio, neighbour"),
];

/// A public administration.
pub(crate) const CITY: &str = "city";
/// A non-profit organisation.
pub(crate) const ASSOCIATION: &str = "association";
/// The city's team.
pub(crate) const OFFICE: &str = "office";
/// The association's team.
pub(crate) const BOARD: &str = "board";
/// Neighbours, hosted by the association.
pub(crate) const NEIGHBOURS: &str = "neighbours";

/// The first name of a person.
pub(crate) fn name(host_id: &str) -> String {
    let name = host_id.split('@').next().unwrap_or(host_id);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
