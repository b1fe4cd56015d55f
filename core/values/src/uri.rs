//! Links that are displayed and never followed.

use std::fmt;
use std::str::FromStr;

use crate::{Code, ValueFault, as_string, excerpt, string_schema};

/// The largest size of a link, in bytes.
const MOST_LINK: usize = 2083;
/// Schemes whose links run code when they are displayed.
const SCHEMES_THAT_RUN: [&str; 4] = ["javascript", "vbscript", "data", "blob"];

/// A link: an absolute URI (RFC 3986 §3). It is data and never followed. Schemes that run code where the link is
/// displayed (`javascript:` and the like) are refused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uri(Box<str>);

impl Uri {
    /// The link as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The normalised link, the same for all spellings that lead to the same place (RFC 3986 §6.2).
    #[must_use]
    pub fn plain(&self) -> (String, String, String) {
        let whole = self.0.split_once('#').map_or(&*self.0, |(before, _)| before);
        let (scheme, rest) = whole.split_once(':').unwrap_or(("", whole));
        let scheme = scheme.to_ascii_lowercase();
        let Some(rest) = rest.strip_prefix("//") else { return (scheme, String::new(), rest.to_owned()) };
        let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let host = host.to_ascii_lowercase();
        let port = match scheme.as_str() {
            "http" => ":80",
            "https" => ":443",
            _ => ":",
        };
        let host = host.strip_suffix(port).unwrap_or(&host).to_owned();
        (scheme, host, path.strip_suffix('/').unwrap_or(path).to_owned())
    }
}

impl FromStr for Uri {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let fault = |why: &str| {
            ValueFault::new(
                Code::UriMalformed,
                format!("“{}” is not an accepted link: {why}.", excerpt(text)),
            )
        };
        let (scheme, rest) = text.split_once(':').ok_or_else(|| fault("it has no scheme like https:"))?;
        let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        if !named || rest.is_empty() {
            return Err(fault("it has no scheme like https:"));
        }
        if SCHEMES_THAT_RUN.iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
            return Err(fault("its scheme runs code where it is displayed"));
        }
        if text.len() > MOST_LINK
            || text.chars().any(|c| c.is_control() || c.is_whitespace() || "<>\"\\^`{|}".contains(c))
        {
            return Err(fault("it contains a character that links cannot contain, or more than 2083 bytes"));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

as_string!(Uri, Uri("".into()));
string_schema!(Uri, "An absolute URI that is displayed and never followed.", "minLength": 3, "maxLength": 2083);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_absolute_and_run_nothing() {
        for good in ["https://example.org/a?b#c", "urn:isbn:0451450523", "mailto:office@city.example"] {
            assert_eq!(good.parse::<Uri>().unwrap().as_str(), good);
        }
        let long = format!("https://{}", "a".repeat(MOST_LINK));
        for bad in [
            "",
            "example.org",
            "//example.org",
            ":x",
            "https:",
            "1a:b",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "https://a b",
            "https://a\nb",
            "https://<script>",
            &long,
        ] {
            assert_eq!(bad.parse::<Uri>().unwrap_err().code(), Code::UriMalformed, "{bad}");
        }
    }
}
