//! What is known about people, kept apart from the record so that it can be erased.
//!
//! The journal never holds personal data. It knows a person by a pseudonym, and what somebody wrote about
//! her by a [`Commitment`](crate::types::Commitment). The vault holds the other half: which of the host's ids belongs to which
//! pseudonym, and the text with its salt under each commitment. Taking a person out of the vault leaves the
//! chain whole and the rest unreadable and unguessable (GDPR Art. 17; Recital 26).
//!
//! Pseudonyms and salts come from the [`Entropy`](crate::types::Entropy) that the host draws for each command.

pub use interlink_record::vault::{Entry, Party, PseudonymLink, VaultWrite};
pub(crate) use interlink_record::vault::{Participation, SEALED, is_sealed, participation_marker};
