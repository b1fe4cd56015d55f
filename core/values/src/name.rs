//! Names that come from outside: a host's id for a party, a command's id, a key in a document.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use arrayvec::ArrayString;

use super::text::has_control;
use super::{ValueFault, as_string, excerpt, shows_nothing, string_schema};
use crate::Code;

/// The id by which the host knows a party: an account number, an e-mail address, or any other.
///
/// Opaque, compared byte by byte, 1 to 256 bytes with something visible, without control characters. For a person it is
/// personal data, so it is stored in the vault and never in the journal.
///
/// # Examples
///
/// ```
/// use interlink::types::HostId;
/// let anna: HostId = "anna@city.example".parse()?;
/// assert_eq!(anna.as_str(), "anna@city.example");
/// assert!("".parse::<HostId>().is_err());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostId(Arc<str>);

impl HostId {
    /// The id as the host wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for HostId {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        if text.len() > 256 || text.chars().any(char::is_control) || shows_nothing(text) {
            return Err(ValueFault::new(
                Code::HostIdMalformed,
                format!(
                    "“{}” is not an id of 1 to 256 bytes with visible characters and without control characters.",
                    excerpt(text)
                ),
            ));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for HostId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id that the host gives a command: a UUID, a ULID, 16 to 64 hexadecimal digits, or numbers with up to three
/// letters before them, separated by `-`, `_`, `.` or `:`, as in `c-17`.
///
/// It is permanent in the journal, so the format excludes words and addresses. It allows numbers: do not use a number
/// that identifies a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommandId(ArrayString<64>);

impl CommandId {
    /// The id as the host wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The thirty-two hexadecimal digits of sixteen bytes.
    #[must_use]
    pub fn of_bytes(bytes: [u8; 16]) -> Self {
        let mut text = ArrayString::new();
        // Sixty-four characters have room for thirty-two digits.
        text.try_push_str(&const_hex::encode(bytes)).ok();
        Self(text)
    }
}

impl FromStr for CommandId {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let is_one = is_uuid(text) || is_ulid(text) || is_digest(text) || is_counter(text);
        ArrayString::from(text).ok().filter(|_| is_one).map(Self).ok_or_else(|| {
            let message = format!(
                "“{}” is not a command id: a UUID, a ULID, hexadecimal digits, or a number after at most three letters.",
                excerpt(text)
            );
            ValueFault::new(Code::CommandIdMalformed, message)
        })
    }
}

fn is_uuid(text: &str) -> bool {
    let digits = |group: &str, length| group.len() == length && group.bytes().all(|b| b.is_ascii_hexdigit());
    let mut groups = text.split('-');
    [8, 4, 4, 4, 12].iter().all(|length| groups.next().is_some_and(|group| digits(group, *length)))
        && groups.next().is_none()
}

fn is_digest(text: &str) -> bool {
    (16..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Whether a text consists of numbers with up to three letters before them.
fn is_counter(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = text.get(letters..).unwrap_or_default();
    let allowed = |b: u8| b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.' | b':');
    letters <= 3 && rest.bytes().all(allowed) && rest.bytes().any(|b| b.is_ascii_digit())
}

/// 26 digits in Crockford's base 32.
fn is_ulid(text: &str) -> bool {
    let digit = |b: u8| matches!(b, b'0'..=b'9' | b'A'..=b'H' | b'J' | b'K' | b'M' | b'N' | b'P'..=b'T' | b'V'..=b'Z');
    text.len() == 26 && matches!(text.as_bytes(), [b'0'..=b'7', rest @ ..] if rest.iter().all(|b| digit(*b)))
}

impl fmt::Display for CommandId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of a part of a document (an item of a template, a role, a problem profile), unique in its
/// document: 1 to 128 visible ASCII characters, with no spaces around them.
///
/// ASCII, because keys also name the members of objects, and only for ASCII the byte order agrees with the order of RFC
/// 8785 (UTF-16 code units).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Arc<str>);

impl Key {
    /// The key of something that has an id but no name of its own.
    pub fn of_id(id: super::ItemId) -> Self {
        Self(format!("item-{id}").into())
    }

    /// The key of the copy of a process.
    pub fn of_copy(process: super::ProcessId) -> Self {
        Self(format!("copy-{process}").into())
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Key {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let visible = text.bytes().all(|b| matches!(b, b' '..=b'~'));
        if text.is_empty() || text.len() > 128 || text.trim() != text || !visible {
            return Err(ValueFault::new(
                Code::KeyMalformed,
                format!("“{}” is not a key of 1 to 128 visible ASCII characters.", excerpt(text)),
            ));
        }
        Ok(Self(text.into()))
    }
}

impl AsRef<str> for Key {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// Something that a person wrote in their own words: 1 to 4000 bytes with something visible, without control characters
/// except line ends and tabs.
///
/// It may be about a person, so it is stored in the vault; the journal holds a [`Commitment`](super::Commitment) to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Remark(Arc<str>);

impl Remark {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Remark {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        if shows_nothing(text) {
            return Err(ValueFault::new(Code::TextEmpty, "A reason must be given in words."));
        }
        if text.len() > 4000 {
            return Err(ValueFault::new(Code::TextTooLong, "A reason can have at most 4000 bytes."));
        }
        if has_control(text) {
            let message = "A reason must not contain control characters except line ends and tabs.";
            return Err(ValueFault::new(Code::TextControl, message));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

as_string!(HostId, HostId("".into()));
string_schema!(HostId, "The id by which the host knows a party.", "minLength": 1, "maxLength": 256);
as_string!(CommandId, CommandId(ArrayString::new()));
string_schema!(CommandId, "The host's id of a command.", "pattern": "^[A-Za-z0-9._:-]{1,64}$");
as_string!(Remark, Remark("".into()));
string_schema!(Remark, "Something that a person wrote in their own words.", "minLength": 1, "maxLength": 4000);
as_string!(Key, Key("".into()));
string_schema!(Key, "The name of a part of a document.", "pattern": "^[!-~]([ -~]{0,126}[!-~])?$");

/// A country, as two capital letters (ISO 3166-1 alpha-2). It is not checked that the country exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl FromStr for Country {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        match text.as_bytes() {
            [a @ b'A'..=b'Z', b @ b'A'..=b'Z'] => Ok(Self([*a, *b])),
            _ => {
                let message =
                    format!("“{}” is not a country code of two capital letters, like LV.", excerpt(text));
                Err(ValueFault::new(Code::CountryMalformed, message))
            }
        }
    }
}

impl Country {
    /// The code.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        // Always two ASCII letters.
        match std::str::from_utf8(&self.0) {
            Ok(code) => code,
            Err(_) => "",
        }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

as_string!(Country, Country(*b"AA"));
string_schema!(Country, "A country (ISO 3166-1 alpha-2).", "pattern": "^[A-Z]{2}$");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_id_cannot_be_an_address() {
        assert!("0190f0c2-aaaa-7bbb-8ccc-0123456789ab".parse::<CommandId>().is_ok());
        for bad in
            ["", "dora", "eva", "maria@example.org", "with space", "ü", &"x".repeat(65), &"x".repeat(1 << 20)]
        {
            assert_eq!(bad.parse::<CommandId>().unwrap_err().code(), Code::CommandIdMalformed);
        }
    }

    #[test]
    fn host_ids_and_keys_are_bounded() {
        assert!("maria@example.org".parse::<HostId>().is_ok());
        for bad in ["", " ", "\u{200b}", "a\nb", &"x".repeat(257), &"x".repeat(1 << 20)] {
            assert_eq!(bad.parse::<HostId>().unwrap_err().code(), Code::HostIdMalformed);
        }
        for bad in ["", " a", "a ", "a\tb", "rôle", &"x".repeat(129)] {
            assert_eq!(bad.parse::<Key>().unwrap_err().code(), Code::KeyMalformed);
        }
    }
}
