//! Data about people, kept apart from the record so that it can be erased.
//!
//! The journal never contains personal data. It names a person by a pseudonym, and the texts about them by a
//! [`Commitment`](crate::types::Commitment). The vault holds the other half: which host id belongs to which pseudonym,
//! and the text with its salt for each commitment. Erasing a person from the vault leaves the chain intact and the rest
//! unreadable and unguessable (GDPR Art. 17; Recital 26).
//!
//! Pseudonyms and salts come from the [`Entropy`](crate::types::Entropy) that the host draws for each command.

pub(crate) use interlink_record::vault::{CountedAct, SEALED, is_sealed, participation_marker};
pub use interlink_record::vault::{Entry, Party, PseudonymLink, VaultWrite};
