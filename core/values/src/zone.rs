//! Civil time zones of Europe: in which a day begins and ends where a mandate applies.

use std::fmt;
use std::str::FromStr;

use super::{Date, Timestamp, ValueFault, as_string, excerpt, string_schema};
use crate::Code;

/// A zone: its name, its standard time in minutes east of UTC, and whether it has summer time.
type Row = (&'static str, i16, bool);

/// Ordered by name. The whole tz database would be larger than the rest of a small web build; these zones have one rule.
const ZONES: &[Row] = &[
    ("Africa/Ceuta", 60, true),
    ("Asia/Nicosia", 120, true),
    ("Atlantic/Azores", -60, true),
    ("Atlantic/Canary", 0, true),
    ("Atlantic/Faroe", 0, true),
    ("Atlantic/Madeira", 0, true),
    ("Atlantic/Reykjavik", 0, false),
    ("Europe/Amsterdam", 60, true),
    ("Europe/Andorra", 60, true),
    ("Europe/Athens", 120, true),
    ("Europe/Belgrade", 60, true),
    ("Europe/Berlin", 60, true),
    ("Europe/Bratislava", 60, true),
    ("Europe/Brussels", 60, true),
    ("Europe/Bucharest", 120, true),
    ("Europe/Budapest", 60, true),
    ("Europe/Copenhagen", 60, true),
    ("Europe/Dublin", 0, true),
    ("Europe/Gibraltar", 60, true),
    ("Europe/Helsinki", 120, true),
    ("Europe/Lisbon", 0, true),
    ("Europe/Ljubljana", 60, true),
    ("Europe/London", 0, true),
    ("Europe/Luxembourg", 60, true),
    ("Europe/Madrid", 60, true),
    ("Europe/Malta", 60, true),
    ("Europe/Mariehamn", 120, true),
    ("Europe/Monaco", 60, true),
    ("Europe/Oslo", 60, true),
    ("Europe/Paris", 60, true),
    ("Europe/Podgorica", 60, true),
    ("Europe/Prague", 60, true),
    ("Europe/Riga", 120, true),
    ("Europe/Rome", 60, true),
    ("Europe/San_Marino", 60, true),
    ("Europe/Sarajevo", 60, true),
    ("Europe/Skopje", 60, true),
    ("Europe/Sofia", 120, true),
    ("Europe/Stockholm", 60, true),
    ("Europe/Tallinn", 120, true),
    ("Europe/Tirane", 60, true),
    ("Europe/Vaduz", 60, true),
    ("Europe/Vatican", 60, true),
    ("Europe/Vienna", 60, true),
    ("Europe/Vilnius", 120, true),
    ("Europe/Warsaw", 60, true),
    ("Europe/Zagreb", 60, true),
    ("Europe/Zurich", 60, true),
    ("UTC", 0, false),
];

/// The milliseconds of a minute.
const MINUTE: i64 = 60_000;
/// The milliseconds of an hour.
const HOUR: i64 = 60 * MINUTE;

/// A civil time zone, by its name in the IANA time zone database: `Europe/Riga`, or `UTC`.
///
/// The zones are those whose summer time follows Directive 2000/84/EC (from 01:00 UTC on the last Sunday of March until
/// 01:00 UTC on the last Sunday of October): the Union, the European Economic Area, and their neighbours with the same
/// rule. The rule is applied to any year; before 2004, some of these zones had another.
///
/// # Examples
///
/// ```
/// use interlink::types::{Date, TimeZone};
/// let riga: TimeZone = "Europe/Riga".parse()?;
/// // This day has 25 hours there.
/// let day: Date = "2026-10-25".parse()?;
/// assert_eq!(riga.begin(day).to_string(), "2026-10-24T21:00:00.000Z");
/// assert_eq!(riga.end(day).to_string(), "2026-10-25T22:00:00.000Z");
/// assert!("Europe/Atlantis".parse::<TimeZone>().is_err());
/// # Ok::<_, interlink::types::ValueFault>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeZone(u8);

impl TimeZone {
    /// Coordinated universal time.
    #[must_use]
    pub fn utc() -> Self {
        Self::named("UTC").unwrap_or(Self(0))
    }

    /// All zones, ordered by name.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map(Self).take(ZONES.len())
    }

    /// The name in the IANA time zone database.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().0
    }

    fn named(name: &str) -> Option<Self> {
        let nth = ZONES.binary_search_by_key(&name, |(known, ..)| known).ok()?;
        u8::try_from(nth).ok().map(Self)
    }

    fn row(self) -> Row {
        ZONES.get(usize::from(self.0)).copied().unwrap_or(("UTC", 0, false))
    }

    /// The first moment of a day.
    #[must_use]
    pub fn begin(self, day: Date) -> Timestamp {
        let (_, minutes, has_summer) = self.row();
        let midnight = i64::from(day.days()).saturating_mul(24 * HOUR);
        let standard = midnight - i64::from(minutes) * MINUTE;
        let summer = standard - HOUR;
        // If clocks go forward at midnight, there is no midnight, and the day begins with the change.
        let begin = if has_summer && is_summer(summer) { summer } else { standard };
        Timestamp::from_millis(begin.max(0)).unwrap_or(Timestamp::MAX)
    }

    /// The first moment after a day. The last possible day has no end: the last possible moment.
    #[must_use]
    pub fn end(self, day: Date) -> Timestamp {
        day.next().map_or(Timestamp::MAX, |next| self.begin(next))
    }

    /// The day that it is there at a moment.
    #[must_use]
    pub fn day(self, at: Timestamp) -> Date {
        let (_, minutes, has_summer) = self.row();
        let summer = if has_summer && is_summer(at.as_millis()) { HOUR } else { 0 };
        let local = at.as_millis().saturating_add(i64::from(minutes) * MINUTE).saturating_add(summer);
        Timestamp::from_millis(local.max(0)).unwrap_or(Timestamp::MAX).date()
    }
}

/// Whether it is summer time at a moment (Directive 2000/84/EC, Articles 2 and 3).
fn is_summer(millis: i64) -> bool {
    let year = Timestamp::from_millis(millis.max(0)).unwrap_or(Timestamp::MAX).date().year();
    let change = |month: u8| {
        let last = Date::new(year, month, 31).map_or(0, |last| i64::from(last.days()) - last.days_since_sunday());
        last.saturating_mul(24 * HOUR) + HOUR
    };
    (change(3)..change(10)).contains(&millis)
}

impl FromStr for TimeZone {
    type Err = ValueFault;

    fn from_str(name: &str) -> Result<Self, ValueFault> {
        Self::named(name).ok_or_else(|| {
            let message = format!("“{}” is not a time zone of Europe like Europe/Riga, or UTC.", excerpt(name));
            ValueFault::new(Code::TimeZoneUnknown, message)
        })
    }
}

impl fmt::Display for TimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

as_string!(TimeZone, TimeZone(0));
string_schema!(TimeZone, "A civil time zone of Europe, by its name in the IANA time zone database, or UTC.",
    "pattern": "^([A-Z][a-z]+/[A-Z][A-Za-z_]+|UTC)$");

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    #[test]
    fn zones_are_ordered_by_name() {
        assert!(ZONES.is_sorted());
        for zone in TimeZone::all() {
            assert_eq!(zone.name().parse(), Ok(zone));
        }
    }

    #[test]
    fn each_day_begins_and_ends_as_in_the_tz_database() {
        // From the first year in which every zone here follows the directive.
        for zone in TimeZone::all() {
            let theirs = jiff::tz::TimeZone::get(zone.name()).unwrap();
            let begin = |day: civil::Date| {
                day.to_zoned_datetime(theirs.clone()).unwrap().timestamp().as_millisecond()
            };
            let mut day = civil::date(2004, 1, 1);
            while day.year() < 2040 {
                let next = day.tomorrow().unwrap();
                let (name, ours) = (zone.name(), day.to_string().parse::<Date>().unwrap());
                assert_eq!(zone.begin(ours).as_millis(), begin(day), "{name} {day}");
                assert_eq!(zone.end(ours).as_millis(), begin(next), "{name} {day}");
                let at = |millis| zone.day(Timestamp::from_millis(millis).unwrap());
                assert_eq!((at(begin(day)), at(begin(next) - 1)), (ours, ours), "{name} {day}");
                day = next;
            }
        }
    }

    #[test]
    fn the_first_and_the_last_day_of_the_calendar_have_an_end() {
        let last: Date = "9999-12-31".parse().unwrap();
        assert_eq!(TimeZone::utc().end(last), Timestamp::MAX);
        let first: Date = "1970-01-01".parse().unwrap();
        assert_eq!("Europe/Riga".parse::<TimeZone>().unwrap().begin(first), Timestamp::MIN);
        assert_eq!(last.plus_days(1), last);
        assert_eq!(first.minus_days(1), first);
        assert_eq!("2024-02-29".parse::<Date>().unwrap().plus_months(12).to_string(), "2025-02-28");
    }
}
