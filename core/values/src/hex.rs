//! Identifiers and hashes: fixed numbers of bytes, written as lower-case hexadecimal.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::{ValueFault, as_string, string_schema};
use crate::Code;

/// Hashes parts under a domain, each with its length before it, so that no two lists of parts can meet.
pub fn derive<const N: usize>(domain: &str, parts: &[&[u8]]) -> [u8; N] {
    let mut hasher = Sha256::new();
    for part in std::iter::once(domain.as_bytes()).chain(parts.iter().copied()) {
        hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(part);
    }
    let digest: [u8; 32] = hasher.finalize().into();
    let mut out = [0; N];
    for (to, from) in out.iter_mut().zip(digest) {
        *to = from;
    }
    out
}

macro_rules! hex_types {
    ($($(#[$doc:meta])* $name:ident [$bytes:literal] $pattern:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(align(8))]
        pub struct $name([u8; $bytes]);

        impl $name {
            /// How many bytes it has; its text is twice as long.
            pub const BYTES: usize = $bytes;

            /// Takes the bytes as they are.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; $bytes]) -> Self {
                Self(bytes)
            }

            /// The bytes.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $bytes] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut text = [0; $bytes * 2];
                const_hex::encode_to_str(self.0, &mut text).map_err(|_| fmt::Error).and_then(|text| f.write_str(text))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = ValueFault;

            fn from_str(text: &str) -> Result<Self, ValueFault> {
                let fault = || ValueFault::new(
                    Code::IdMalformed,
                    format!(
                        "“{}” is not {} lower-case hexadecimal digits.", super::excerpt(text), $bytes * 2
                    ),
                );
                // Looked at as a whole, and not up to the first, so that it takes a few instructions. What is no digit at
                // all is found below.
                let upper = text.bytes().fold(false, |upper, b| upper | b.is_ascii_uppercase());
                if text.len() != $bytes * 2 || upper {
                    return Err(fault());
                }
                const_hex::decode_to_array(text).map(Self).map_err(|_| fault())
            }
        }

        as_string!($name, $name([0; $bytes]));
        string_schema!($name, concat!(stringify!($bytes), " bytes as lower-case hexadecimal."), "pattern": $pattern);
    )+};
}

hex_types! {
    /// The pseudonym of a person: random, and all that the journal ever says of who she is.
    ///
    /// Only the vault ties it to the id that the host knows her by.
    PersonId[16] "^[0-9a-f]{32}$";
    /// An organisation.
    OrganisationId[16] "^[0-9a-f]{32}$";
    /// A team, which belongs to one organisation.
    TeamId[16] "^[0-9a-f]{32}$";
    /// A co-production.
    ProcessId[16] "^[0-9a-f]{32}$";
    /// A phase, an objective or a task of a process.
    ItemId[16] "^[0-9a-f]{32}$";
    /// A role given to a party.
    GrantId[16] "^[0-9a-f]{32}$";
    /// What is rated; it follows from that.
    RatingId[16] "^[0-9a-f]{32}$";
    /// Permissions taken from a party.
    RestrictionId[16] "^[0-9a-f]{32}$";
    /// An approval given ahead of an act that needs one.
    ApprovalId[16] "^[0-9a-f]{32}$";
    /// An asset of a process.
    AssetId[16] "^[0-9a-f]{32}$";
    /// An assignment.
    AssignmentId[16] "^[0-9a-f]{32}$";
    /// A contribution.
    ContributionId[16] "^[0-9a-f]{32}$";
    /// A purpose that a process requires.
    RequirementId[16] "^[0-9a-f]{32}$";
    /// A request of a data subject.
    SubjectRequestId[16] "^[0-9a-f]{32}$";
    /// An award of points.
    AwardId[16] "^[0-9a-f]{32}$";
    /// A request to take part.
    ParticipationId[16] "^[0-9a-f]{32}$";
    /// SHA-256 of the bytes of a file.
    FileDigest[32] "^[0-9a-f]{64}$";
    /// SHA-256 of an event's envelope without its `id`, in canonical JSON (RFC 8785).
    EventId[32] "^[0-9a-f]{64}$";
    /// SHA-256 of a document's canonical JSON: a document is known by its content.
    DocumentId[32] "^[0-9a-f]{64}$";
    /// What the journal holds in place of a text about a person: SHA-256 over a secret salt and the text.
    Commitment[32] "^[0-9a-f]{64}$";
    /// SHA-256 over what an act is about as it stood when approvals were asked for it.
    Seen[32] "^[0-9a-f]{64}$";
    /// SHA-256 over a whole command, its entropy included: tells a repeated command from a different one
    /// under the same id.
    Fingerprint[32] "^[0-9a-f]{64}$";
    /// Randomness that the host draws for one command, from the operating system's generator.
    ///
    /// Pseudonyms and salts come from it, which is why it never enters the journal. A repeated command
    /// repeats its entropy.
    Entropy[16] "^[0-9a-f]{32}$";
    /// What the vault knows somebody by who was erased, in one process, as long as the process has its key: one person
    /// keeps one voice there.
    ParticipationMarker[32] "^[0-9a-f]{64}$";
    /// A secret of the vault: what makes a [`Commitment`] unguessable, erased together with the text; or the key of a
    /// process, erased when it closes.
    Salt[16] "^[0-9a-f]{32}$";
}

impl FileDigest {
    /// The digest of a file's bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_bytes(Sha256::digest(bytes).into())
    }
}

impl DocumentId {
    /// The id of a document with these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl Entropy {
    /// Whether it is one byte again and again: a buffer that nobody filled. Pseudonyms and salts from it can be guessed.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        let [first, ..] = self.0;
        self.0.iter().all(|byte| *byte == first)
    }

    /// Derives a secret that nobody can guess who does not hold the entropy.
    pub fn secret<const N: usize>(&self, domain: &str, parts: &[&[u8]]) -> [u8; N] {
        let inner: [u8; 32] = derive(domain, parts);
        derive("interlink/entropy/1", &[&self.0, &inner])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_bytes_agree() {
        let id = ItemId::from_bytes([0xab; 16]);
        assert_eq!(id.to_string(), "ab".repeat(16));
        assert_eq!(id.to_string().parse::<ItemId>().unwrap(), id);
    }

    #[test]
    fn upper_case_and_wrong_lengths_are_refused() {
        for bad in ["", "AB", &"AB".repeat(16), &"ab".repeat(15), &"ab".repeat(17), &"zz".repeat(16)] {
            assert_eq!(bad.parse::<ItemId>().unwrap_err().code(), Code::IdMalformed, "{bad}");
        }
        let huge = "a".repeat(1 << 20);
        assert!(huge.parse::<ItemId>().unwrap_err().to_string().len() < 400);
    }

    #[test]
    fn parts_do_not_run_together() {
        let one = derive::<16>("d", &[b"ab", b"c"]);
        let two = derive::<16>("d", &[b"a", b"bc"]);
        assert_ne!(one, two);
    }
}
