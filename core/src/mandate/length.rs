//! Lengths of civil time.

use std::fmt;
use std::str::FromStr;

use crate::problem::Code;
use crate::types::{Date, ValueFault, as_string, excerpt, string_schema};

/// A length of civil time in years, months or days, as in ISO 8601: `P3Y`, `P6M`, `P30D`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Length {
    count: u16,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Unit {
    Years,
    Months,
    Days,
}

impl Length {
    /// The same day of the month this much later, or the month's last day if it does not have that day.
    #[must_use]
    pub fn after(self, day: Date) -> Date {
        match self.unit {
            Unit::Years => day.plus_months(self.count.saturating_mul(12)),
            Unit::Months => day.plus_months(self.count),
            Unit::Days => day.plus_days(self.count.into()),
        }
    }
}

impl FromStr for Length {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let unit = match text.bytes().last() {
            Some(b'Y') => Some(Unit::Years),
            Some(b'M') => Some(Unit::Months),
            Some(b'D') => Some(Unit::Days),
            Some(_) | None => None,
        };
        let digits = text.strip_prefix('P').and_then(|rest| rest.get(..rest.len().saturating_sub(1)));
        let plain = |digits: &&str| digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        let count = digits.filter(plain).and_then(|digits| digits.parse().ok());
        match (count, unit) {
            (Some(count @ 1..=5_000), Some(unit)) => Ok(Self { count, unit }),
            (Some(_) | None, _) => Err(ValueFault::new(
                Code::LengthMalformed,
                format!("“{}” is not a length of time like P3Y, P6M or P30D.", excerpt(text)),
            )),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Years => 'Y',
            Unit::Months => 'M',
            Unit::Days => 'D',
        };
        write!(f, "P{}{unit}", self.count)
    }
}

as_string!(Length, Length { count: 1, unit: Unit::Days });
string_schema!(Length, "A length of civil time (ISO 8601): years, months or days.", "pattern": "^P[1-9][0-9]{0,3}[YMD]$");
