//! Moments, dates, and windows between moments.

use std::fmt;
use std::str::FromStr;

use crate::json::{Readable, Reader};
use serde::Serialize;
use time::Month;

use super::{ValueFault, as_string, excerpt, string_schema};
use crate::Code;

/// A moment in UTC, to the millisecond, from 1970 to 9999.
///
/// It is read from any text of RFC 3339, section 5.6, with any offset and any number of digits of a second; anything
/// finer than a millisecond is cut off, never rounded up, so that nothing moves into the future. It is written in one
/// form only, in UTC with three digits, so that the same moment has the same bytes everywhere:
/// `2026-03-02T09:00:00.000Z`.
///
/// # Examples
///
/// ```
/// use interlink::types::Timestamp;
/// let t: Timestamp = "2026-03-02T10:00:00.1239999+01:00".parse()?;
/// assert_eq!(t.as_millis(), 1_772_442_000_123);
/// assert_eq!(t.to_string(), "2026-03-02T09:00:00.123Z");
/// # Ok::<_, interlink::types::ValueFault>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// The milliseconds of a day: RFC 3339 with three digits and Unix time have no leap seconds.
const DAY: i64 = 86_400_000;
/// 1970-01-01, as a Julian day number.
const EPOCH: i32 = 2_440_588;

impl Timestamp {
    /// A date from 1970 on, and the milliseconds since its beginning.
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

    /// The date in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        let days = i32::try_from(self.0.div_euclid(DAY)).unwrap_or(i32::MAX);
        Date(time::Date::from_julian_day(days.saturating_add(EPOCH)).unwrap_or(time::Date::MAX))
    }

    /// The next millisecond.
    pub fn next(self) -> Self {
        Self::from_millis(self.as_millis().saturating_add(1)).unwrap_or(Self::MAX)
    }

    /// This many days of 24 hours later; the last possible moment if that is beyond it.
    #[must_use]
    pub const fn plus_days(self, days: u32) -> Self {
        let later = self.0.saturating_add(days as i64 * DAY);
        if later > Self::MAX.0 { Self::MAX } else { Self(later) }
    }

    /// The same time of day this many months later; on the month's last day if it does not have that day.
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
        instant(text.as_bytes()).and_then(|millis| Self::from_millis(millis).ok()).ok_or_else(fault)
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

/// A date, without time or time zone: `2026-03-02`. Years 1970 to 9999.
///
/// Plans use dates (“by the 2nd of March”), and the host knows their time zone.
///
/// # Examples
///
/// ```
/// use interlink::types::{Date, Timestamp};
/// let day = Date::new(2026, 3, 2)?;
/// assert_eq!(day, "2026-03-02T09:00:00.000Z".parse::<Timestamp>()?.date());
/// assert!(Date::new(2026, 2, 30).is_err());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

impl Date {
    /// A date from its parts.
    ///
    /// # Errors
    /// `date.malformed` for a date that the calendar does not have.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, ValueFault> {
        let month_of = Month::try_from(month).ok();
        let date = month_of.and_then(|month| time::Date::from_calendar_date(year.into(), month, day).ok());
        date.filter(|date| is_ours(*date)).map(Self).ok_or_else(|| {
            let message = format!("{year}-{month}-{day} is not a day from 1970 on.");
            ValueFault::new(Code::DateMalformed, message)
        })
    }
}

impl Date {
    /// The number of days since 1 January 1970.
    pub fn days(self) -> i32 {
        self.0.to_julian_day().saturating_sub(EPOCH)
    }

    /// The first day of the same month.
    pub fn first_of_month(self) -> Self {
        Self(self.0.replace_day(1).unwrap_or(self.0))
    }

    /// The first day of the next month; of the same month at the end of the range.
    pub fn next_month(self) -> Self {
        let first = self.first_of_month();
        first.0.checked_add(time::Duration::days(31)).map_or(first, |later| Self(later).first_of_month())
    }

    /// The year in the Gregorian calendar.
    pub fn year(self) -> u16 {
        // The years in range have four digits.
        u16::try_from(self.0.year()).unwrap_or_default()
    }

    /// The day after, unless it is the last possible one.
    pub fn next(self) -> Option<Self> {
        self.0.next_day().filter(|day| is_ours(*day)).map(Self)
    }

    /// The same day this many months later; the month's last day if it does not have that day. The last possible day if
    /// that is beyond it.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        let (year, month, day) = self.0.to_calendar_date();
        let month = i32::from(u8::from(month)) - 1 + i32::from(months);
        let (year, nth) = (year + month / 12, u8::try_from(month % 12 + 1).unwrap_or(1));
        let later = Month::try_from(nth).ok().and_then(|month| {
            time::Date::from_calendar_date(year, month, day.min(month.length(year))).ok()
        });
        Self(later.filter(|day| is_ours(*day)).unwrap_or(time::Date::MAX))
    }

    /// This many days later; the last possible day if that is beyond it.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let later = self.0.checked_add(time::Duration::days(days.into()));
        Self(later.filter(|day| is_ours(*day)).unwrap_or(time::Date::MAX))
    }

    /// This many days earlier; the first possible day if that is before it.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        let earlier = self.0.checked_sub(time::Duration::days(days.into()));
        Self(earlier.filter(|day| is_ours(*day)).unwrap_or(Timestamp::MIN.date().0))
    }

    /// How many days ago the last Sunday was; 0 on a Sunday.
    pub(crate) fn days_since_sunday(self) -> i64 {
        self.0.weekday().number_days_from_sunday().into()
    }

    /// Whether it is a Sunday.
    pub fn is_sunday(self) -> bool {
        self.0.weekday() == time::Weekday::Sunday
    }

    /// The moment when the day begins in UTC.
    pub fn begin(self) -> Timestamp {
        Timestamp(i64::from(self.days()).saturating_mul(DAY)).clamp(Timestamp::MIN, Timestamp::MAX)
    }

    /// The completed years, on another day, of somebody born on this day.
    #[must_use]
    pub fn years_until(self, day: Self) -> u8 {
        let (date_of_birth, now) = (self.0, day.0);
        let before =
            (u8::from(now.month()), now.day()) < (u8::from(date_of_birth.month()), date_of_birth.day());
        let years = now.year() - date_of_birth.year() - i32::from(before);
        u8::try_from(years.clamp(0, 255)).unwrap_or(u8::MAX)
    }
}

impl FromStr for Date {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        date_of(text.as_bytes()).filter(|date| is_ours(*date)).map(Self).ok_or_else(|| {
            ValueFault::new(
                Code::DateMalformed,
                format!("“{}” is not a date like 2026-03-02.", excerpt(text)),
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
string_schema!(Timestamp, "A moment (RFC 3339). It is written in UTC with milliseconds; anything finer is cut off.",
    "format": "date-time",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$");
as_string!(Date, Date(time::Date::MIN));
string_schema!(Date, "A date.", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");

/// From a moment (included) until a moment (excluded), or without end.
///
/// # Examples
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
    /// `Timestamp::MAX` means “without end”, so that the check on the hot path is two comparisons.
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

    /// A window that a command gives begins now or later: a command cannot make a past that did not exist. Without a
    /// beginning it begins at the moment `at` when it takes effect; it may begin as early as when the command was made,
    /// because a command made offline takes a while to arrive.
    ///
    /// # Errors
    /// `window.backdated`, `window.empty`.
    pub fn given(
        from: Option<Timestamp>,
        until: Option<Timestamp>,
        said: Timestamp,
        at: Timestamp,
    ) -> Result<Self, ValueFault> {
        match from {
            Some(from) if from < said.min(at) => Err(ValueFault::new(
                Code::WindowBackdated,
                format!(
                    "It would begin at {from}, before the command was made; it can only apply from now on."
                ),
            )),
            from => Self::new(from.unwrap_or(at), until),
        }
    }

    /// From `from` without end.
    #[must_use]
    pub const fn since(from: Timestamp) -> Self {
        Self { from, until: Timestamp::MAX }
    }

    /// The first moment of the window.
    #[must_use]
    pub const fn from(&self) -> Timestamp {
        self.from
    }

    /// The first moment after the window, if it ends.
    #[must_use]
    pub fn until(&self) -> Option<Timestamp> {
        (self.until != Timestamp::MAX).then_some(self.until)
    }

    /// Whether the window contains the moment.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }
}

crate::deserialized!(Window);

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

/// Milliseconds since 1970 for a moment in the grammar of RFC 3339, section 5.6.
fn instant(text: &[u8]) -> Option<i64> {
    let (date, rest) = text.split_at_checked(10)?;
    let [b'T' | b't', h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = rest else { return None };
    let (millis, zone) = match rest {
        [b'.', rest @ ..] => fraction(rest)?,
        zone => (0, zone),
    };
    let two = |a: &u8, b: &u8, below: u16| number(&[*a, *b]).filter(|part| *part < below).map(i64::from);
    let minutes = two(h1, h2, 24)? * 60 + two(m1, m2, 60)?;
    let offset = match zone {
        [b'Z' | b'z'] => 0,
        [b'+', h1, h2, b':', m1, m2] => two(h1, h2, 24)? * 60 + two(m1, m2, 60)?,
        [b'-', h1, h2, b':', m1, m2] => -(two(h1, h2, 24)? * 60 + two(m1, m2, 60)?),
        _ => return None,
    };
    let second = two(s1, s2, 61)?;
    let whole =
        i64::from(date_of(date)?.to_julian_day() - EPOCH) * DAY + ((minutes - offset) * 60 + second) * 1000;
    // A leap second has the number of the following second, as in Unix time; leap seconds are at the end of a month in
    // UTC.
    (second < 60 || starts_a_month(whole)).then_some(whole + millis)
}

/// The milliseconds from the digits of a second, and the text after them; there is at least one digit.
fn fraction(text: &[u8]) -> Option<(i64, &[u8])> {
    let (digits, rest) =
        text.split_at_checked(text.iter().take_while(|sign| sign.is_ascii_digit()).count())?;
    let digit = |nth: usize| digits.get(nth).map_or(0, |digit| i64::from(digit - b'0'));
    (!digits.is_empty()).then(|| (digit(0) * 100 + digit(1) * 10 + digit(2), rest))
}

/// Whether a month begins at this moment, in UTC.
fn starts_a_month(millis: i64) -> bool {
    millis % DAY == 0 && Timestamp::from_millis(millis).is_ok_and(|moment| moment.date().0.day() == 1)
}

/// A date.
fn date_of(text: &[u8]) -> Option<time::Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let two = |a: &u8, b: &u8| number(&[*a, *b]).and_then(|number| u8::try_from(number).ok());
    let (year, month) = (number(&[*y1, *y2, *y3, *y4])?, Month::try_from(two(m1, m2)?).ok()?);
    time::Date::from_calendar_date(year.into(), month, two(d1, d2)?).ok()
}

/// Whether a date is in the range.
fn is_ours(date: time::Date) -> bool {
    (1970..=9999).contains(&date.year())
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
    use crate::json;

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

    /// The forms that programming languages write by default, and the examples of RFC 3339, section 5.8.
    #[test]
    fn every_instant_of_rfc_3339_is_taken() {
        for (given, written) in [
            ("2026-03-02T09:00:00Z", "2026-03-02T09:00:00.000Z"),
            ("2026-03-02T09:00:00.1Z", "2026-03-02T09:00:00.100Z"),
            ("2026-03-02T09:00:00.123456Z", "2026-03-02T09:00:00.123Z"),
            ("2026-03-02T09:00:00.123999999Z", "2026-03-02T09:00:00.123Z"),
            ("2026-03-02T10:00:00.9999999+01:00", "2026-03-02T09:00:00.999Z"),
            ("2026-03-02T09:00:00+00:00", "2026-03-02T09:00:00.000Z"),
            ("2026-03-02t09:00:00z", "2026-03-02T09:00:00.000Z"),
            ("2026-03-02T09:00:00-00:00", "2026-03-02T09:00:00.000Z"),
            ("2026-03-02T00:30:00+05:45", "2026-03-01T18:45:00.000Z"),
            ("2026-12-31T23:30:00-12:00", "2027-01-01T11:30:00.000Z"),
            ("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.520Z"),
            ("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57.000Z"),
            ("1990-12-31T23:59:60Z", "1991-01-01T00:00:00.000Z"),
            ("1990-12-31T15:59:60-08:00", "1991-01-01T00:00:00.000Z"),
            ("1969-12-31T23:59:59-00:01", "1970-01-01T00:00:59.000Z"),
            ("9999-12-31T23:59:59.9999+00:00", "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(
                given.parse::<Timestamp>().map(|moment| moment.to_string()).unwrap(),
                written,
                "{given}"
            );
        }
    }

    proptest! {
        #[test]
        fn an_independent_reader_takes_the_same(
            seconds in 0_i64..=253_000_000_000,
            nanos in 0_u32..1_000_000_000,
            digits in 0_usize..=9,
            offset in -1439_i32..=1439,
            lower in any::<bool>(),
        ) {
            let local = seconds + i64::from(offset) * 60;
            prop_assume!((0..=253_000_000_000).contains(&local));
            let stem = Timestamp::from_millis(local * 1000).unwrap().to_string();
            let fraction = format!("{nanos:09}");
            let point = if digits == 0 { "" } else { "." };
            let sign = if offset < 0 { '-' } else { '+' };
            let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
            let text = format!("{}{point}{}{sign}{hours:02}:{minutes:02}", stem.get(..19).unwrap(), fraction.get(..digits).unwrap());
            let text = if lower { text.to_lowercase() } else { text };
            let independent: jiff::Timestamp = text.parse().unwrap();
            prop_assert_eq!(text.parse::<Timestamp>().unwrap().as_millis(), independent.as_millisecond(), "{}", text);
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
            "2026-01-31T22:59:60Z",
            "2026-01-01T00:00:00",
            "2026-01-01T00:00Z",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00,5Z",
            "2026-01-01T00:00:00+0100",
            "2026-01-01T00:00:00+01",
            "2026-01-01T00:00:00+24:00",
            "2026-01-01T00:00:00+01:60",
            "2026-01-01T00:00:00Z ",
            "2026-01-01T00:00:00+01:00[Europe/Riga]",
            "2026-01-01 00:00:00.000Z",
            "1970-01-01T00:59:59.999+01:00",
            "9999-12-31T23:59:59-00:01",
            "9999-12-31T23:59:60Z",
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
