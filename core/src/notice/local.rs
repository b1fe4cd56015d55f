//! The date in a country: a child's birthday begins at midnight there, not in UTC.

use crate::types::{Country, Date, Timestamp};

const HOUR: i64 = 3_600_000;

/// Countries one hour west, and one hour east, of Central European Time.
const WESTERN: [&str; 4] = ["GB", "IE", "IS", "PT"];
const EASTERN: [&str; 10] = ["BG", "CY", "EE", "EL", "FI", "GR", "LT", "LV", "RO", "UA"];
const CENTRAL: [&str; 22] = [
    "AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FR", "HR", "HU", "IT", "LI", "LU", "MT", "NL", "NO", "PL",
    "SE", "SI", "SK", "MC", "AD",
];

/// The date in a European country, on its mainland, with summer time according to Directive 2000/84/EC; elsewhere the
/// date in UTC.
#[must_use]
pub(crate) fn local_date(country: Country, at: Timestamp) -> Date {
    let name = country.as_str();
    let is_in = |list: &[&str]| list.contains(&name);
    let hours = match (is_in(&WESTERN), is_in(&CENTRAL), is_in(&EASTERN)) {
        (true, _, _) => 0,
        (_, true, _) => 1,
        (_, _, true) => 2,
        (false, false, false) => return at.date(),
    };
    let summer = i64::from(name != "IS" && is_summer(at));
    let local = at.as_millis().saturating_add((hours + summer) * HOUR);
    Timestamp::from_millis(local).map_or_else(|_| at.date(), Timestamp::date)
}

/// From 01:00 UTC on the last Sunday of March until 01:00 UTC on that of October.
fn is_summer(at: Timestamp) -> bool {
    let year = at.date().year();
    let turns = |month| Some(last_sunday(year, month)?.begin().as_millis().saturating_add(HOUR));
    let (Some(begins), Some(ends)) = (turns(3), turns(10)) else { return false };
    (begins..ends).contains(&at.as_millis())
}

fn last_sunday(year: u16, month: u8) -> Option<Date> {
    (25..=31).rev().filter_map(|day| Date::new(year, month, day).ok()).find(|date| date.is_sunday())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(country: &str, at: &str) -> String {
        local_date(country.parse().unwrap(), at.parse().unwrap()).to_string()
    }

    #[test]
    fn a_day_begins_at_midnight_in_the_country() {
        for (country, at, expected) in [
            ("LV", "2026-06-01T20:59:59.999Z", "2026-06-01"),
            ("LV", "2026-06-01T21:00:00.000Z", "2026-06-02"),
            ("LV", "2026-01-01T21:59:59.999Z", "2026-01-01"),
            ("LV", "2026-01-01T22:00:00.000Z", "2026-01-02"),
            ("DE", "2026-03-28T23:00:00.000Z", "2026-03-29"),
            ("DE", "2026-03-29T22:00:00.000Z", "2026-03-30"),
            ("DE", "2026-10-24T22:00:00.000Z", "2026-10-25"),
            ("DE", "2026-10-25T22:59:59.999Z", "2026-10-25"),
            ("IE", "2026-07-01T23:00:00.000Z", "2026-07-02"),
            ("IS", "2026-07-01T23:00:00.000Z", "2026-07-01"),
            ("US", "2026-07-01T23:59:00.000Z", "2026-07-01"),
        ] {
            assert_eq!(day(country, at), expected, "{country} {at}");
        }
    }
}
