//! Whom a text concerns that is kept for a legal claim (GDPR Art. 17(3)(e)): a link that outlives an erasure and is
//! used for nothing else.
//!
//! This is not a pseudonym link of the vault: it finds nobody, and whoever comes back with the same host id is a new
//! person. It is a separate entry, at a place that no commitment has (commitments are hashes, and do not begin with
//! seven zero bytes and a one), about nobody: a search for what is held about the person does not find it. The erasure
//! event names the place. No bundle carries it or imports it, and only the view made for it reads it.

use serde::Serialize;

use crate::types::json::Readable;
use crate::types::{Commitment, HostId, PersonId, Salt, derive};
use crate::vault::{Entry, SEALED};

/// A text whose person the organisation that keeps it can still find out after an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attributed {
    /// The place of the sealed link in the vault.
    pub pseudonym_link: Commitment,
    /// The text.
    pub text: Commitment,
}

impl Attributed {
    /// Seals the link between a text and the person it concerns.
    pub(crate) fn seal(text: Commitment, person: PersonId, host_id: &HostId, salt: Salt) -> (Self, Entry) {
        let parts: [&[u8]; 3] = [salt.as_bytes(), text.as_bytes(), host_id.as_str().as_bytes()];
        let tag: [u8; 24] = derive("interlink/sealed-link/1", &parts);
        let mut place = [0; 32];
        place.iter_mut().zip(SEALED.into_iter().chain(tag)).for_each(|(to, from)| *to = from);
        let pseudonym_link = Commitment::from_bytes(place);
        let entry = Entry::new(Self::about(text, person), salt, host_id.as_str().to_owned());
        (Self { pseudonym_link, text }, entry.put_right(pseudonym_link))
    }

    /// The subject under which the vault stores the entry: a derived id, known to nobody. Erasing that id erases the
    /// entry.
    pub(crate) fn whom(&self, person: PersonId) -> PersonId {
        Self::about(self.text, person)
    }

    fn about(text: Commitment, person: PersonId) -> PersonId {
        PersonId::from_bytes(derive("interlink/sealed-link-of/1", &[person.as_bytes(), text.as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::is_sealed;

    #[test]
    fn a_sealed_link_is_about_nobody_and_lies_where_no_text_does() {
        let (dora, text) = (PersonId::from_bytes([1; 16]), Commitment::from_bytes([2; 32]));
        let host_id: HostId = "dora@mail.example".parse().unwrap();
        let (sealed, entry) = Attributed::seal(text, dora, &host_id, Salt::from_bytes([3; 16]));
        assert!(entry.holds() && entry.place == sealed.pseudonym_link && is_sealed(entry.place));
        assert!(entry.data_subject_id != dora && entry.data_subject_id == sealed.whom(dora));
        assert!(!is_sealed(text) && !is_sealed(Commitment::from_bytes([0; 32])));
    }
}
