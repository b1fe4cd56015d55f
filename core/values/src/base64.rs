//! Bytes in JSON.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;

use super::{ValueFault, as_string, string_schema};
use crate::Code;

/// Bytes, in JSON as a string (RFC 4648 §4): with padding, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base64(Vec<u8>);

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

impl FromStr for Base64 {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        // The same bytes have only one text: this engine requires padding, with zero bits in it.
        STANDARD.decode(text).map(Self).map_err(|_| {
            let message = "The text is not Base64 with padding and without spaces or line ends.";
            ValueFault::new(Code::BytesMalformed, message)
        })
    }
}

impl fmt::Display for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Base64Display::new(&self.0, &STANDARD).fmt(f)
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
