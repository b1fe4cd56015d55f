//! Licences.

mod expression;

use std::fmt;
use std::str::FromStr;

use crate::json::Readable;
use serde::Serialize;

use super::{ValueFault, as_string, excerpt, string_schema};
use crate::Code;

/// The largest size of an expression, in bytes.
const MOST_BYTES: usize = 1024;

/// The five licence classes of the INTERLINK catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LicenceClass {
    /// No rights are reserved.
    PublicDomain,
    /// May be used, changed and shared with few conditions.
    Permissive,
    /// May be used, changed and shared under the same licence.
    Copyleft,
    /// Not for commercial use.
    NonCommercial,
    /// All rights are reserved.
    Proprietary,
}

impl LicenceClass {
    /// All classes, from the freest.
    pub const ALL: [Self; 5] =
        [Self::PublicDomain, Self::Permissive, Self::Copyleft, Self::NonCommercial, Self::Proprietary];

    /// The SPDX expression for the class as a whole, if no licence is named.
    #[must_use]
    pub const fn expression(self) -> &'static str {
        match self {
            Self::PublicDomain => "LicenseRef-interlink-public-domain",
            Self::Permissive => "LicenseRef-interlink-permissive",
            Self::Copyleft => "LicenseRef-interlink-copyleft",
            Self::NonCommercial => "LicenseRef-interlink-non-commercial",
            Self::Proprietary => "LicenseRef-interlink-proprietary",
        }
    }
}

/// A licence: an SPDX expression (SPDX 3.0, annex B) whose licences are on the SPDX list, or are
/// `LicenseRef-…`.
///
/// # Examples
///
/// ```
/// use interlink::types::{Licence, LicenceClass};
/// let licence: Licence = "EUPL-1.2 OR Apache-2.0".parse()?;
/// assert_eq!(licence.class(), LicenceClass::Permissive, "whoever uses it may choose the freer one");
/// assert!("EUPL-one-dot-two".parse::<Licence>().is_err());
/// assert_eq!(Licence::from(LicenceClass::Copyleft).class(), LicenceClass::Copyleft);
/// # Ok::<_, interlink::types::ValueFault>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Licence(Box<str>);

impl Licence {
    /// The expression as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The INTERLINK class: the strictest of licences that all apply, the freest of licences to choose from.
    #[must_use]
    pub fn class(&self) -> LicenceClass {
        expression::class(&self.0).unwrap_or(LicenceClass::Proprietary)
    }
}

impl From<LicenceClass> for Licence {
    fn from(class: LicenceClass) -> Self {
        Self(class.expression().into())
    }
}

impl FromStr for Licence {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let fault = |reason: String| {
            let message = format!("“{}” is not an SPDX licence expression: {reason}.", excerpt(text));
            ValueFault::new(Code::LicenceMalformed, message)
        };
        if text.len() > MOST_BYTES {
            return Err(fault(format!("it has more than {MOST_BYTES} bytes")));
        }
        match expression::class(text) {
            Ok(_) => Ok(Self(text.into())),
            Err(reason) => Err(fault(reason)),
        }
    }
}

impl fmt::Display for Licence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

as_string!(Licence, LicenceClass::PublicDomain.into());
string_schema!(Licence, "An SPDX licence expression.", "minLength": 1, "maxLength": 1024);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_follow_from_the_licences() {
        for (expression, class) in [
            ("CC0-1.0", LicenceClass::PublicDomain),
            ("MIT", LicenceClass::Permissive),
            ("CC-BY-4.0", LicenceClass::Permissive),
            ("EUPL-1.2", LicenceClass::Copyleft),
            ("CC-BY-SA-4.0", LicenceClass::Copyleft),
            ("CC-BY-NC-4.0", LicenceClass::NonCommercial),
            ("CC-BY-NC-SA-4.0", LicenceClass::NonCommercial),
            ("CC-BY-ND-4.0", LicenceClass::Proprietary),
            ("LicenseRef-Company", LicenceClass::Proprietary),
            ("MIT AND GPL-3.0-only", LicenceClass::Copyleft),
            ("MIT OR GPL-3.0-only", LicenceClass::Permissive),
        ] {
            assert_eq!(expression.parse::<Licence>().unwrap().class(), class, "{expression}");
        }
        for class in LicenceClass::ALL {
            let licence = Licence::from(class);
            assert_eq!(licence.as_str().parse::<Licence>().unwrap().class(), class);
        }
    }

    #[test]
    fn what_is_no_expression_is_refused() {
        for bad in [
            "",
            " ",
            "MIT AND",
            "Frobnicate-1.0",
            "(MIT",
            "LicenseRef-",
            &"MIT AND ".repeat(1000),
            &"(".repeat(1000),
        ] {
            let fault = bad.parse::<Licence>().unwrap_err();
            assert_eq!(fault.code(), Code::LicenceMalformed, "{bad}");
            assert!(fault.to_string().len() < 400);
        }
    }
}
