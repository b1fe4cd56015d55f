//! Views of ratings.

use serde::Serialize;

use super::{Rated, Ratings, Stars};
use crate::journal::Seq;
use crate::party::Names;
use crate::types::PersonId;
use crate::types::json::Readable;

/// A rating with words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RatingWords {
    /// How helpful they found it.
    pub stars: Stars,
    /// The reason.
    pub text: String,
}

/// The ratings of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct RatingView {
    /// What is rated.
    pub rated: Rated,
    /// The average with two decimals, rounded half up; absent if nobody rated it. `sum` / `count` is exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub average: Option<String>,
    /// How many people rated it.
    pub count: u64,
    /// How many gave 0, 1, … 5.
    pub counts: [u64; 6],
    /// The rating of the person who asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<Stars>,
    /// The reason of the person who asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_text: Option<String>,
    /// The sum of all stars.
    pub sum: u64,
    /// The number of the last event of the stream; 0 if nobody has rated it.
    pub seq: Seq,
    /// The ratings with words, without names, in an order that reveals nothing. Erased texts are absent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<RatingWords>,
}

impl Ratings {
    /// All ratings, and this person's own.
    #[must_use]
    pub(crate) fn view(&self, version: Seq, person: Option<PersonId>, names: &Names<'_>) -> RatingView {
        let counts = self.counts();
        let count = counts.iter().sum();
        let sum = (0..).zip(counts).map(|(stars, count)| stars * count).sum();
        let words = self.words().into_iter();
        let words = words.filter_map(|(stars, place)| Some(RatingWords { stars, text: names.text(place)? }));
        RatingView {
            rated: self.rated().clone(),
            average: average(sum, count),
            count,
            counts,
            own: person.and_then(|person| self.of(person)),
            own_text: person.and_then(|person| names.text(self.words_of(person)?)),
            sum,
            seq: version,
            words: words.collect(),
        }
    }
}

/// A quotient with two decimals, rounded half up.
fn average(sum: u64, count: u64) -> Option<String> {
    let hundredths = (sum * 200 + count).checked_div(count * 2)?;
    Some(format!("{}.{:02}", hundredths / 100, hundredths % 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn averages_are_rounded_half_up() {
        for (sum, count, text) in
            [(0, 1, "0.00"), (5, 1, "5.00"), (1, 3, "0.33"), (2, 3, "0.67"), (1, 8, "0.13"), (9, 2, "4.50")]
        {
            assert_eq!(average(sum, count).as_deref(), Some(text), "{sum}/{count}");
        }
        assert_eq!(average(0, 0), None);
    }
}
