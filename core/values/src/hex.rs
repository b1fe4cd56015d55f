//! Identifiers and hashes: fixed numbers of bytes, in lower-case hexadecimal.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::{ValueFault, as_string, string_schema};
use crate::Code;

/// Hashes parts under a domain, each preceded by its length, so that different lists of parts never collide.
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
            /// The number of bytes; the text is twice as long.
            pub const BYTES: usize = $bytes;

            /// Makes it from its bytes.
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
                // A check of the whole text, without an early exit, takes only a few instructions. Characters that are
                // not digits at all are found below.
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
    /// The pseudonym of a person: random, and the only thing that the journal contains about their identity.
    ///
    /// Only the vault links it to the id by which the host knows the person.
    PersonId[16] "^[0-9a-f]{32}$";
    /// An organisation.
    OrganisationId[16] "^[0-9a-f]{32}$";
    /// A team, which belongs to one organisation.
    TeamId[16] "^[0-9a-f]{32}$";
    /// A co-production.
    ProcessId[16] "^[0-9a-f]{32}$";
    /// A phase, an objective or a task of a process.
    ItemId[16] "^[0-9a-f]{32}$";
    /// A role granted to a party.
    GrantId[16] "^[0-9a-f]{32}$";
    /// A mandate.
    MandateId[16] "^[0-9a-f]{32}$";
    /// What is rated; derived from it.
    RatingId[16] "^[0-9a-f]{32}$";
    /// Permissions denied to a party.
    RestrictionId[16] "^[0-9a-f]{32}$";
    /// An approval, or a request for one, before an act that needs it.
    ApprovalId[16] "^[0-9a-f]{32}$";
    /// An asset of a process.
    AssetId[16] "^[0-9a-f]{32}$";
    /// An assignment.
    AssignmentId[16] "^[0-9a-f]{32}$";
    /// A contribution.
    ContributionId[16] "^[0-9a-f]{32}$";
    /// A purpose that a process requires.
    RequirementId[16] "^[0-9a-f]{32}$";
    /// A data subject request.
    SubjectRequestId[16] "^[0-9a-f]{32}$";
    /// An award of points.
    AwardId[16] "^[0-9a-f]{32}$";
    /// A request to take part.
    ParticipationId[16] "^[0-9a-f]{32}$";
    /// SHA-256 of the bytes of a file.
    FileDigest[32] "^[0-9a-f]{64}$";
    /// SHA-256 of an event's envelope without its `id`, in canonical JSON (RFC 8785).
    EventId[32] "^[0-9a-f]{64}$";
    /// SHA-256 of a document's canonical JSON: a document is identified by its content.
    DocumentId[32] "^[0-9a-f]{64}$";
    /// The journal's placeholder for a text about a person: SHA-256 over a secret salt and the text.
    Commitment[32] "^[0-9a-f]{64}$";
    /// SHA-256 over the state of what an act concerned when its approvals were requested.
    Seen[32] "^[0-9a-f]{64}$";
    /// SHA-256 over a whole command, including its entropy: tells a repeated command from a different one under the
    /// same id.
    Fingerprint[32] "^[0-9a-f]{64}$";
    /// Randomness that the host draws for one command, from the operating system's generator.
    ///
    /// Pseudonyms and salts are derived from it, so it never enters the journal. A repeated command repeats its
    /// entropy.
    Entropy[16] "^[0-9a-f]{32}$";
    /// The vault's marker for an erased person in one process, as long as the process has its key: each person counts
    /// once there.
    ParticipationMarker[32] "^[0-9a-f]{64}$";
    /// A secret of the vault: it makes a [`Commitment`] unguessable and is erased together with the text; or it is the
    /// key of a process, erased when the process closes.
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
    /// Whether it is the same byte repeated: a buffer that nobody filled. Pseudonyms and salts from it can be guessed.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        let [first, ..] = self.0;
        self.0.iter().all(|byte| *byte == first)
    }

    /// Derives a secret that nobody without the entropy can guess.
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
