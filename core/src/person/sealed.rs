//! Whose text it is that is kept for a legal claim (GDPR Art. 17(3)(e)): a tie that outlives an erasure and is used for nothing
//! else.
//!
//! It is no tie of the vault's: nobody is found by it, and whoever comes back with the same id of the host's is somebody new.
//! It lies as an entry of its own, in a place that no commitment has (they are hashes, and do not begin with seven zero bytes
//! and a one), about nobody: looking for what is held about her does not find it. The event of her erasure names the place.
//! No bundle carries it, none brings it in, and no view reads it but the one that is for it.

use serde::Serialize;

use crate::types::json::Readable;
use crate::types::{Commitment, HostId, PersonId, Salt, derive};
use crate::vault::{Entry, SEALED};

/// A text whose person is known to the organisation that keeps it although she is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attributed {
    /// Which text.
    pub text: Commitment,
    /// Where the vault has whose it is.
    pub tie: Commitment,
}

impl Attributed {
    /// Seals whose a text is.
    pub(crate) fn seal(text: Commitment, person: PersonId, host_id: &HostId, salt: Salt) -> (Self, Entry) {
        let parts: [&[u8]; 3] = [salt.as_bytes(), text.as_bytes(), host_id.as_str().as_bytes()];
        let tag: [u8; 24] = derive("interlink/sealed-tie/1", &parts);
        let mut place = [0; 32];
        place.iter_mut().zip(SEALED.into_iter().chain(tag)).for_each(|(to, from)| *to = from);
        let tie = Commitment::from_bytes(place);
        let entry = Entry::new(Self::about(text, person), salt, host_id.as_str().to_owned());
        (Self { text, tie }, entry.put_right(tie))
    }

    /// Whom the vault participations the entry is about: nobody who is known by it. Erasing that one erases the entry.
    pub(crate) fn whom(&self, person: PersonId) -> PersonId {
        Self::about(self.text, person)
    }

    fn about(text: Commitment, person: PersonId) -> PersonId {
        PersonId::from_bytes(derive("interlink/sealed-tie-of/1", &[person.as_bytes(), text.as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::is_sealed;

    #[test]
    fn a_sealed_tie_is_about_nobody_and_lies_where_no_text_does() {
        let (dora, text) = (PersonId::from_bytes([1; 16]), Commitment::from_bytes([2; 32]));
        let host_id: HostId = "dora@mail.example".parse().unwrap();
        let (sealed, entry) = Attributed::seal(text, dora, &host_id, Salt::from_bytes([3; 16]));
        assert!(entry.holds() && entry.place == sealed.tie && is_sealed(entry.place));
        assert!(entry.data_subject_id != dora && entry.data_subject_id == sealed.whom(dora));
        assert!(!is_sealed(text) && !is_sealed(Commitment::from_bytes([0; 32])));
    }
}
