//! Bytes in JSON.

use std::fmt;
use std::str::FromStr;

use super::{ValueFault, as_string, string_schema};
use crate::problem::Code;

/// Bytes, in JSON as a text (RFC 4648 §4): with padding, in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base64(Vec<u8>);

/// The signs, in order.
const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

impl Base64 {
    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

/// The six bits that a sign stands for.
fn bits(sign: u8) -> Option<u32> {
    Some(u32::from(match sign {
        b'A'..=b'Z' => sign - b'A',
        b'a'..=b'z' => sign - b'a' + 26,
        b'0'..=b'9' => sign - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

/// Four signs, of which the last two may be padding; `None` where they are not how anybody writes these bytes.
fn group(four: [u8; 4], last: bool, bytes: &mut Vec<u8>) -> Option<()> {
    let (signs, long) = match four {
        [a, b, b'=', b'='] if last => ([a, b, b'A', b'A'], 1),
        [a, b, c, b'='] if last => ([a, b, c, b'A'], 2),
        all => (all, 3),
    };
    let mut value = 0;
    for sign in signs {
        value = value << 6 | bits(sign)?;
    }
    let [_, whole @ ..] = value.to_be_bytes();
    let (here, left) = whole.split_at_checked(long)?;
    bytes.extend_from_slice(here);
    // What padding stands for says nothing: one text for the same bytes.
    left.iter().all(|byte| *byte == 0).then_some(())
}

impl FromStr for Base64 {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let (groups, rest) = text.as_bytes().as_chunks::<4>();
        let mut bytes = Vec::with_capacity(groups.len().saturating_mul(3));
        let end = groups.len().saturating_sub(1);
        let read = groups.iter().enumerate().try_for_each(|(nth, four)| group(*four, nth == end, &mut bytes));
        read.filter(|()| rest.is_empty()).map(|()| Self(bytes)).ok_or_else(|| {
            let message = "The text is not bytes in Base64: with padding, and without spaces or line ends.";
            ValueFault::new(Code::BytesMalformed, message)
        })
    }
}

impl fmt::Display for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        for three in self.0.chunks(3) {
            let mut value = 0_u32;
            (0..3).for_each(|nth| value = value << 8 | u32::from(three.get(nth).copied().unwrap_or(0)));
            for nth in 0..4_usize {
                let sign = SIGNS.get((value >> (18 - 6 * nth) & 63) as usize).copied().unwrap_or(b'A');
                f.write_char(if nth > three.len() { '=' } else { char::from(sign) })?;
            }
        }
        Ok(())
    }
}

as_string!(Base64, Base64(Vec::new()));
string_schema!(Base64, "Bytes in Base64 (RFC 4648), with padding.", "contentEncoding": "base64");

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bytes_have_one_text() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
        ] {
            assert_eq!(Base64(bytes.into()).to_string(), text);
            assert_eq!(text.parse::<Base64>().unwrap().as_bytes(), bytes.as_bytes());
        }
        for wrong in [
            "Zg", "Zg=", "Zh==", "Zm9=", "Zg==Zg==", "Z===", "====", "Zm9v\n", " Zm9v", "Zm9-", "Zm=v",
            "ü===",
        ] {
            assert!(wrong.parse::<Base64>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes: Vec<u8>) {
            prop_assert_eq!(Base64(bytes.clone()).to_string().parse::<Base64>().unwrap().0, bytes);
        }
    }
}
