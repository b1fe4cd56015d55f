//! Moments, days, and spans between moments.

use std::fmt;
use std::str::FromStr;

use crate::types::json::{Readable, Reader};
use serde::Serialize;
use time::Month;

use super::{ValueFault, as_string, excerpt, string_schema};
use crate::problem::Code;

/// A moment in UTC, to the millisecond, from 1970 to 9999.
///
/// Its only text form is RFC 3339 with exactly three digits and `Z`: `2026-03-02T09:00:00.000Z`. One form,
/// so that the same moment is the same bytes everywhere.
///
/// ```
/// use interlink::types::Timestamp;
/// let t: Timestamp = "2026-03-02T09:00:00.000Z".parse()?;
/// assert_eq!(t.as_millis(), 1_772_442_000_000);
/// # Ok::<_, interlink::types::ValueFault>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// Milliseconds of a day: there are no leap seconds in RFC 3339 with three digits, nor in Unix time.
const DAY: i64 = 86_400_000;
/// 1970-01-01, in days of the Julian calendar's count.
const EPOCH: i32 = 2_440_588;

impl Timestamp {
    /// A day from 1970 on, and what has passed of it.
    fn of(date: time::Date, millis: i64) -> Self {
        Self(i64::from(date.to_julian_day() - EPOCH) * DAY + millis)
    }

    /// 1970-01-01T00:00:00.000Z.
    pub const MIN: Self = Self(0);
    /// 9999-12-31T23:59:59.999Z.
    pub const MAX: Self = Self(253_402_300_799_999);

    /// Milliseconds since 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// `time.malformed` before 1970 or after 9999.
    pub fn from_millis(millis: i64) -> Result<Self, ValueFault> {
        if (Self::MIN.0..=Self::MAX.0).contains(&millis) {
            Ok(Self(millis))
        } else {
            Err(ValueFault::new(
                Code::TimeMalformed,
                format!("{millis} ms lies outside the years 1970–9999."),
            ))
        }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// The day it lies in, in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        let days = i32::try_from(self.0.div_euclid(DAY)).unwrap_or(i32::MAX);
        Date(time::Date::from_julian_day(days.saturating_add(EPOCH)).unwrap_or(time::Date::MAX))
    }

    /// The next millisecond.
    pub(crate) fn next(self) -> Self {
        Self::from_millis(self.as_millis().saturating_add(1)).unwrap_or(Self::MAX)
    }

    /// So many days of 24 hours later; the last moment there is if that lies beyond it.
    #[must_use]
    pub const fn plus_days(self, days: u32) -> Self {
        let later = self.0.saturating_add(days as i64 * DAY);
        if later > Self::MAX.0 { Self::MAX } else { Self(later) }
    }

    /// The same time of day so many months later; the month's last day where it has no such day.
    #[must_use]
    pub fn plus_months(self, months: u8) -> Self {
        let (year, month, day) = self.date().0.to_calendar_date();
        let year = year + (i32::from(u8::from(month)) - 1 + i32::from(months)) / 12;
        let month = month.nth_next(months);
        let date = time::Date::from_calendar_date(year, month, day.min(month.length(year)));
        date.map_or(Self::MAX, |date| Self::of(date, self.0.rem_euclid(DAY)))
    }
}

impl FromStr for Timestamp {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let fault = || {
            ValueFault::new(
                Code::TimeMalformed,
                format!("“{}” is not a time like 2026-03-02T09:00:00.000Z.", excerpt(text)),
            )
        };
        let [date @ .., b'T', h1, h2, b':', m1, m2, b':', s1, s2, b'.', f1, f2, f3, b'Z'] = text.as_bytes()
        else {
            return Err(fault());
        };
        let date = day(date).ok_or_else(fault)?;
        let part = |digits: &[u8], below: u16| number(digits).filter(|part| *part < below).map(i64::from);
        let millis = part(&[*h1, *h2], 24)
            .zip(part(&[*m1, *m2], 60))
            .zip(part(&[*s1, *s2], 60).zip(part(&[*f1, *f2, *f3], 1000)))
            .map(|((hour, minute), (second, milli))| ((hour * 60 + minute) * 60 + second) * 1000 + milli);
        Ok(Self::of(date, millis.ok_or_else(fault)?))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date().0.to_calendar_date();
        let time = i32::try_from(self.0.rem_euclid(DAY)).map_err(|_| fmt::Error)?;
        let mut text = *b"0000-00-00T00:00:00.000Z";
        let fields: [(usize, usize, i32); 7] = [
            (0, 4, year),
            (5, 2, i32::from(u8::from(month))),
            (8, 2, i32::from(day)),
            (11, 2, time / 3_600_000),
            (14, 2, time / 60_000 % 60),
            (17, 2, time / 1000 % 60),
            (20, 3, time % 1000),
        ];
        for (start, width, value) in fields {
            put(&mut text, start, width, value);
        }
        std::str::from_utf8(&text).map_err(|_| fmt::Error).and_then(|text| f.write_str(text))
    }
}

/// A day of the calendar, without time or zone: `2026-03-02`. Years 1970 to 9999.
///
/// A plan speaks of days (“by the 2nd of March”), and the host knows which zone its days are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

impl Date {
    /// A day by its parts.
    ///
    /// # Errors
    /// `date.malformed` for a day that the calendar does not have.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, ValueFault> {
        calendar(year, month, day).map(Self).ok_or_else(|| {
            let message = format!("{year}-{month}-{day} is not a day from 1970 on.");
            ValueFault::new(Code::DateMalformed, message)
        })
    }
}

impl Date {
    /// How many days after 1 January 1970.
    pub(crate) fn days(self) -> i32 {
        self.0.to_julian_day().saturating_sub(EPOCH)
    }

    /// The first day of its month.
    #[cfg(feature = "tables")]
    pub(crate) fn first_of_month(self) -> Self {
        Self(self.0.replace_day(1).unwrap_or(self.0))
    }

    /// The first day of the month after it; its own at the end of what a day can be.
    #[cfg(feature = "tables")]
    pub(crate) fn next_month(self) -> Self {
        let first = self.first_of_month();
        first.0.checked_add(time::Duration::days(31)).map_or(first, |later| Self(later).first_of_month())
    }

    pub(crate) fn year(self) -> u16 {
        // A day that can be written has four digits.
        u16::try_from(self.0.year()).unwrap_or_default()
    }

    pub(crate) fn is_sunday(self) -> bool {
        self.0.weekday() == time::Weekday::Sunday
    }

    /// The moment at which it begins, in UTC.
    pub(crate) fn begin(self) -> Timestamp {
        Timestamp(i64::from(self.days()).saturating_mul(DAY)).clamp(Timestamp::MIN, Timestamp::MAX)
    }

    /// How many years somebody born on this day has completed on another.
    #[must_use]
    pub fn years_until(self, day: Self) -> u8 {
        let (born, now) = (self.0, day.0);
        let before = (u8::from(now.month()), now.day()) < (u8::from(born.month()), born.day());
        let years = now.year() - born.year() - i32::from(before);
        u8::try_from(years.clamp(0, 255)).unwrap_or(u8::MAX)
    }
}

impl FromStr for Date {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        day(text.as_bytes()).map(Self).ok_or_else(|| {
            ValueFault::new(
                Code::DateMalformed,
                format!("“{}” is not a day of the calendar like 2026-03-02.", excerpt(text)),
            )
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

as_string!(Timestamp, Timestamp::MIN);
string_schema!(Timestamp, "A moment in UTC to the millisecond (RFC 3339).",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$");
as_string!(Date, Date(time::Date::MIN));
string_schema!(Date, "A day of the calendar.", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");

/// From a moment (included) until a moment (excluded), or without end.
///
/// ```
/// use interlink::types::{Timestamp, Window};
/// let at = |text: &str| text.parse::<Timestamp>();
/// let march = Window::new(at("2026-03-01T00:00:00.000Z")?, Some(at("2026-04-01T00:00:00.000Z")?))?;
/// assert!(march.holds_at(march.from()));
/// assert!(!march.holds_at(at("2026-04-01T00:00:00.000Z")?));
/// # Ok::<_, interlink::types::ValueFault>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "json-schema", schemars(with = "Bounds"))]
#[serde(into = "Bounds")]
pub struct Window {
    from: Timestamp,
    /// `Timestamp::MAX` says “without end”, so that the question on the hot path is two comparisons.
    until: Timestamp,
}

#[derive(Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "json-schema", schemars(rename = "Window"))]
#[serde(deny_unknown_fields)]
struct Bounds {
    from: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Timestamp>,
}

impl Window {
    /// From `from`, included, until `until`, excluded; without end if `until` is `None`.
    ///
    /// # Errors
    /// `window.empty` where `until` is not after `from`.
    pub fn new(from: Timestamp, until: Option<Timestamp>) -> Result<Self, ValueFault> {
        match until {
            Some(end) if end <= from => Err(ValueFault::new(
                Code::WindowEmpty,
                format!("It would end at {end}, which is not after its start at {from}."),
            )),
            _ => Ok(Self { from, until: until.unwrap_or(Timestamp::MAX) }),
        }
    }

    /// What is given today begins today or later: nobody was anything in the past because somebody says so now. Without a
    /// beginning it begins at the moment `at` that it counts from; one may be as early as when it was said, since what is said
    /// offline is on its way for a while.
    ///
    /// # Errors
    /// `window.backdated`, `window.empty`.
    pub(crate) fn given(
        from: Option<Timestamp>,
        until: Option<Timestamp>,
        said: Timestamp,
        at: Timestamp,
    ) -> Result<Self, ValueFault> {
        match from {
            Some(from) if from < said.min(at) => Err(ValueFault::new(
                Code::WindowBackdated,
                format!("It would begin at {from}, before it was said; what is said now holds from now on."),
            )),
            from => Self::new(from.unwrap_or(at), until),
        }
    }

    /// From `from` without end.
    #[must_use]
    pub const fn since(from: Timestamp) -> Self {
        Self { from, until: Timestamp::MAX }
    }

    /// The first moment in it.
    #[must_use]
    pub const fn from(&self) -> Timestamp {
        self.from
    }

    /// The first moment after it, if it ends.
    #[must_use]
    pub fn until(&self) -> Option<Timestamp> {
        (self.until != Timestamp::MAX).then_some(self.until)
    }

    /// Whether the moment lies in it.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }
}

impl Readable for Window {
    fn read(reader: &mut Reader<'_>) -> Self {
        let at = reader.at();
        let Bounds { from, until } = Bounds::read(reader);
        Self::new(from, until).unwrap_or_else(|fault| {
            reader.refuse(at, &fault);
            Self::since(from)
        })
    }
}

impl From<Window> for Bounds {
    fn from(window: Window) -> Self {
        Self { from: window.from, until: window.until() }
    }
}

fn day(text: &[u8]) -> Option<time::Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let two = |a: &u8, b: &u8| number(&[*a, *b]).and_then(|number| u8::try_from(number).ok());
    calendar(number(&[*y1, *y2, *y3, *y4])?, two(m1, m2)?, two(d1, d2)?)
}

/// A day from 1970 on, if the calendar has it.
fn calendar(year: u16, month: u8, day: u8) -> Option<time::Date> {
    let date = time::Date::from_calendar_date(year.into(), Month::try_from(month).ok()?, day);
    date.ok().filter(|_| (1970..=9999).contains(&year))
}

fn number(digits: &[u8]) -> Option<u16> {
    digits
        .iter()
        .try_fold(0_u16, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u16::from(digit - b'0')))
}

fn put(text: &mut [u8], start: usize, width: usize, mut value: i32) {
    for place in text.iter_mut().skip(start).take(width).rev() {
        *place = b'0' + u8::try_from(value % 10).unwrap_or(0);
        value /= 10;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::types::json;

    const LAST_WEEK: i64 = Timestamp::MAX.as_millis() - 7 * 86_400_000;

    #[test]
    fn the_first_and_the_last_moment_have_texts() {
        for (moment, text) in
            [(Timestamp::MIN, "1970-01-01T00:00:00.000Z"), (Timestamp::MAX, "9999-12-31T23:59:59.999Z")]
        {
            assert_eq!(moment.to_string(), text);
            assert_eq!(text.parse::<Timestamp>().unwrap(), moment);
        }
    }

    proptest! {
        #[test]
        fn every_moment_survives_its_text(
            millis in prop_oneof![0..=Timestamp::MAX.as_millis(), LAST_WEEK..=Timestamp::MAX.as_millis()],
        ) {
            let moment = Timestamp::from_millis(millis).unwrap();
            let text = moment.to_string();
            prop_assert_eq!(text.len(), 24);
            prop_assert_eq!(text.parse::<Timestamp>().unwrap(), moment);
            // An independent reader agrees.
            if let Ok(independent) = text.parse::<jiff::Timestamp>() {
                prop_assert_eq!(independent.as_millisecond(), millis);
            } else {
                prop_assert!(millis > LAST_WEEK, "its own moments end before ours");
            }
        }
    }

    #[test]
    fn impossible_times_are_refused() {
        for bad in [
            "2026-02-29T00:00:00.000Z",
            "2026-13-01T00:00:00.000Z",
            "2026-01-01T24:00:00.000Z",
            "2026-01-01T23:60:00.000Z",
            "2026-01-01T23:59:60.000Z",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00.000+00:00",
            "2026-01-01 00:00:00.000Z",
            "1969-12-31T23:59:59.999Z",
            "+026-01-01T00:00:00.000Z",
            "２０２６-01-01T00:00:00.000Z",
            "",
        ] {
            assert_eq!(bad.parse::<Timestamp>().unwrap_err().code(), Code::TimeMalformed, "{bad}");
        }
        for bad in ["2026-02-30", "2026-2-3", "0000-00-00", "1969-12-31", "2026-02-03T", ""] {
            assert_eq!(bad.parse::<Date>().unwrap_err().code(), Code::DateMalformed, "{bad}");
        }
    }

    #[test]
    fn a_window_is_half_open_and_never_empty() {
        let at = |ms| Timestamp::from_millis(ms).unwrap();
        let window = Window::new(at(10), Some(at(20))).unwrap();
        assert!(!window.holds_at(at(9)) && window.holds_at(at(10)) && window.holds_at(at(19)));
        assert!(!window.holds_at(at(20)));
        assert_eq!(Window::new(at(10), Some(at(10))).unwrap_err().code(), Code::WindowEmpty);
        assert_eq!(json::own::<Window>(&json::text(&window)).unwrap(), window);
    }
}
