//! The age from which a child can consent to a service offered directly to a child (GDPR Art. 8).
//!
//! Each member state may lower the age of 16, down to 13. Published sources disagree and laws change, so the table is
//! data: each row has the day from which it applies and its source, and a notice can add rows of its own.

use crate::types::json::Readable;
use serde::Serialize;

use crate::types::{Country, Date, Timestamp, Uri};

/// The age if no row gives another: Art. 8(1).
pub const DEFAULT_AGE: u8 = 16;

/// The age in a country from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AgeRow {
    /// The age, 13 to 16.
    #[cfg_attr(feature = "json-schema", schemars(range(min = 13, max = 16)))]
    pub age: u8,
    /// The country.
    pub country: Country,
    /// The first day on which it applies.
    pub from: Date,
    /// The law. Required for a row that lowers the age of the shipped table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<Uri>,
    /// The source of the row.
    pub source: String,
}

const STAFF_DOCUMENT: &str = "European Commission, staff working document SWD(2020) 115, of 24 June 2020";

/// Country, age, first day, source.
type Row = (&'static str, u8, (u16, u8, u8), &'static str);

const SHIPPED: &[Row] = &[
    ("AT", 14, (2018, 5, 25), STAFF_DOCUMENT),
    ("BE", 13, (2018, 5, 25), STAFF_DOCUMENT),
    ("BG", 14, (2018, 5, 25), STAFF_DOCUMENT),
    ("CY", 14, (2018, 5, 25), STAFF_DOCUMENT),
    ("CZ", 15, (2018, 5, 25), STAFF_DOCUMENT),
    ("DE", 16, (2018, 5, 25), STAFF_DOCUMENT),
    ("DK", 13, (2018, 5, 25), STAFF_DOCUMENT),
    ("DK", 15, (2024, 1, 1), "Denmark, Data Protection Act, section 6, as it reads since 1 January 2024"),
    ("EE", 13, (2018, 5, 25), STAFF_DOCUMENT),
    ("EL", 15, (2018, 5, 25), STAFF_DOCUMENT),
    ("ES", 14, (2018, 5, 25), STAFF_DOCUMENT),
    ("FI", 13, (2018, 5, 25), STAFF_DOCUMENT),
    ("FR", 15, (2018, 5, 25), STAFF_DOCUMENT),
    ("HR", 16, (2018, 5, 25), STAFF_DOCUMENT),
    ("HU", 16, (2018, 5, 25), STAFF_DOCUMENT),
    ("IE", 16, (2018, 5, 25), STAFF_DOCUMENT),
    ("IT", 14, (2018, 5, 25), STAFF_DOCUMENT),
    ("LT", 14, (2018, 5, 25), STAFF_DOCUMENT),
    ("LU", 16, (2018, 5, 25), STAFF_DOCUMENT),
    ("LV", 13, (2018, 5, 25), STAFF_DOCUMENT),
    ("MT", 13, (2018, 5, 25), STAFF_DOCUMENT),
    ("NL", 16, (2018, 5, 25), STAFF_DOCUMENT),
    ("PL", 16, (2018, 5, 25), STAFF_DOCUMENT),
    ("PT", 13, (2018, 5, 25), STAFF_DOCUMENT),
    ("RO", 16, (2018, 5, 25), STAFF_DOCUMENT),
    ("SE", 13, (2018, 5, 25), STAFF_DOCUMENT),
    ("SI", 15, (2023, 1, 26), "Slovenia, Personal Data Protection Act (ZVOP-2), article 8"),
    ("SK", 16, (2018, 5, 25), STAFF_DOCUMENT),
];

/// The table that comes with the library.
#[must_use]
pub fn shipped() -> Vec<AgeRow> {
    let row = |(country, age, (year, month, day), source): &Row| {
        let (country, from) = (country.parse().ok()?, Date::new(*year, *month, *day).ok()?);
        Some(AgeRow { age: *age, country, from, law: None, source: (*source).to_owned() })
    };
    SHIPPED.iter().filter_map(row).collect()
}

/// The age in a country at a moment: from `own`, or else from the shipped table, or else 16. Days are in UTC. Greece
/// may be written as `EL` or as `GR`.
///
/// # Examples
///
/// ```
/// use interlink::notice::age_of_consent;
/// assert_eq!(age_of_consent(&[], "SI".parse()?, "2026-03-02T09:00:00.000Z".parse()?), 15);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn age_of_consent(own: &[AgeRow], country: Country, at: Timestamp) -> u8 {
    let greek = |country: Country| matches!(country.as_str(), "EL" | "GR");
    let is_there = |row: &&AgeRow| row.country == country || (greek(row.country) && greek(country));
    let latest = |rows: &[AgeRow]| {
        let there = rows.iter().filter(is_there).filter(|row| row.from <= at.date());
        there.max_by_key(|row| row.from).map(|row| row.age)
    };
    latest(own).or_else(|| latest(&shipped())).unwrap_or(DEFAULT_AGE)
}

impl AgeRow {
    /// Whether it lowers the age that the shipped table gives for the country on that day, or the 16 years of Art.
    /// 8(1).
    #[must_use]
    pub fn lowers(&self) -> bool {
        self.age < age_of_consent(&[], self.country, self.from.begin())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn age(own: &[AgeRow], country: &str, at: &str) -> u8 {
        age_of_consent(own, country.parse().unwrap(), at.parse().unwrap())
    }

    #[test]
    fn every_shipped_row_can_be_read_and_lies_within_the_law() {
        assert_eq!(shipped().len(), SHIPPED.len());
        assert!(shipped().iter().all(|row| (13..=16).contains(&row.age)));
        let mut countries: Vec<String> = shipped().iter().map(|row| row.country.to_string()).collect();
        countries.dedup();
        assert_eq!(countries.len(), 27, "the member states");
    }

    #[test]
    fn the_row_in_force_at_the_moment_decides() {
        assert_eq!(age(&[], "DK", "2023-12-31T23:59:59.999Z"), 13);
        assert_eq!(age(&[], "DK", "2024-01-01T00:00:00.000Z"), 15);
        assert_eq!(
            (age(&[], "GR", "2026-01-01T00:00:00.000Z"), age(&[], "EL", "2026-01-01T00:00:00.000Z")),
            (15, 15)
        );
        assert_eq!(
            (age(&[], "CH", "2026-01-01T00:00:00.000Z"), age(&[], "SI", "2020-01-01T00:00:00.000Z")),
            (16, 16)
        );
        let own = AgeRow {
            age: 16,
            country: "LV".parse().unwrap(),
            from: "2027-01-01".parse().unwrap(),
            law: None,
            source: "a law to come".into(),
        };
        assert_eq!(age(std::slice::from_ref(&own), "LV", "2026-12-31T00:00:00.000Z"), 13);
        assert_eq!(age(&[own], "LV", "2027-01-01T00:00:00.000Z"), 16);
    }
}
