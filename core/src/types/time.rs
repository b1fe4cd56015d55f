//! Moments, days, and spans between moments.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, civil};
use serde::{Deserialize, Serialize};

use super::{ValueFault, excerpt, string_schema, string_serde};
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

/// Calculated with as a day and a time in UTC: the library's own moments end a day before 10000.
const EPOCH: civil::DateTime = civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

impl Timestamp {
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
        let at = EPOCH.checked_add(SignedDuration::from_millis(self.0));
        Date(at.map_or(civil::Date::MAX, civil::DateTime::date))
    }

    /// So many days of 24 hours later; the last moment there is if that lies beyond it.
    #[must_use]
    pub const fn plus_days(self, days: u32) -> Self {
        let later = self.0.saturating_add(days as i64 * 86_400_000);
        if later > Self::MAX.0 { Self::MAX } else { Self(later) }
    }

    /// The same time of day so many months later; the month's last day where it has no such day.
    #[must_use]
    pub fn plus_months(self, months: u8) -> Self {
        let later = EPOCH
            .checked_add(SignedDuration::from_millis(self.0))
            .and_then(|at| at.checked_add(jiff::Span::new().months(i32::from(months))))
            .map(|at| at.duration_since(EPOCH).as_millis());
        let later = later.ok().and_then(|millis| i64::try_from(millis).ok());
        later.and_then(|millis| Self::from_millis(millis).ok()).unwrap_or(Self::MAX)
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
        let two = |a: &u8, b: &u8| number(&[*a, *b]).and_then(|n| i8::try_from(n).ok());
        let (hour, minute, second) = two(h1, h2)
            .zip(two(m1, m2))
            .zip(two(s1, s2))
            .map_or_else(|| Err(fault()), |((h, m), s)| Ok((h, m, s)))?;
        let nanos = number(&[*f1, *f2, *f3]).map(|ms| i32::from(ms) * 1_000_000).ok_or_else(fault)?;
        let time = civil::Time::new(hour, minute, second, nanos).map_err(|_| fault())?;
        let since = date.to_datetime(time).duration_since(EPOCH);
        i64::try_from(since.as_millis()).map_err(|_| fault()).and_then(Self::from_millis)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = EPOCH.checked_add(SignedDuration::from_millis(self.0)).map_err(|_| fmt::Error)?;
        let mut text = *b"0000-00-00T00:00:00.000Z";
        let fields: [(usize, usize, i32); 7] = [
            (0, 4, i32::from(at.year())),
            (5, 2, i32::from(at.month())),
            (8, 2, i32::from(at.day())),
            (11, 2, i32::from(at.hour())),
            (14, 2, i32::from(at.minute())),
            (17, 2, i32::from(at.second())),
            (20, 3, i32::from(at.millisecond())),
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
pub struct Date(civil::Date);

impl Date {
    /// A day by its parts.
    ///
    /// # Errors
    /// `date.malformed` for a day that the calendar does not have.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, ValueFault> {
        civil::Date::new(year, month, day).ok().filter(|date| date.year() >= 1970).map(Self).ok_or_else(
            || {
                ValueFault::new(
                    Code::DateMalformed,
                    format!("{year}-{month}-{day} is not a day from 1970 on."),
                )
            },
        )
    }
}

impl Date {
    /// How many years somebody born on this day has completed on another.
    #[must_use]
    pub fn years_until(self, day: Self) -> u8 {
        let (born, now) = (self.0, day.0);
        let before = (now.month(), now.day()) < (born.month(), born.day());
        let years = i32::from(now.year()) - i32::from(born.year()) - i32::from(before);
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
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

string_serde!(Timestamp);
string_schema!(Timestamp, "A moment in UTC to the millisecond (RFC 3339).",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$");
string_serde!(Date);
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "json-schema", schemars(with = "Bounds"))]
#[serde(try_from = "Bounds", into = "Bounds")]
pub struct Window {
    from: Timestamp,
    /// `Timestamp::MAX` says “without end”, so that the question on the hot path is two comparisons.
    until: Timestamp,
}

#[derive(Serialize, Deserialize)]
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

impl TryFrom<Bounds> for Window {
    type Error = ValueFault;

    fn try_from(bounds: Bounds) -> Result<Self, ValueFault> {
        Self::new(bounds.from, bounds.until)
    }
}

impl From<Window> for Bounds {
    fn from(window: Window) -> Self {
        Self { from: window.from, until: window.until() }
    }
}

fn day(text: &[u8]) -> Option<civil::Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let year = i16::try_from(number(&[*y1, *y2, *y3, *y4])?).ok()?;
    let month = i8::try_from(number(&[*m1, *m2])?).ok()?;
    let day = i8::try_from(number(&[*d1, *d2])?).ok()?;
    civil::Date::new(year, month, day).ok().filter(|date| date.year() >= 1970)
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
        let json = serde_json::to_string(&window).unwrap();
        assert_eq!(serde_json::from_str::<Window>(&json).unwrap(), window);
    }
}
