//! What is known about people, kept apart from the record so that it can be erased.
//!
//! The journal never holds personal data. It knows a person by a pseudonym, and what somebody wrote about
//! her by a [`Commitment`]. The vault holds the other half: which of the host's ids belongs to which
//! pseudonym, and the text with its salt under each commitment. Taking a person out of the vault leaves the
//! chain whole and the rest unreadable and unguessable (GDPR Art. 17; Recital 26).
//!
//! Pseudonyms and salts come from the [`Entropy`](crate::types::Entropy) that the host draws for each command.

use serde::Serialize;

use crate::journal::{Store, StoreError};
use crate::types::{Commitment, HostId, OrganisationId, PersonId, Salt, TeamId};

/// A party, as the library knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A person, by pseudonym.
    Person(PersonId),
    /// An organisation.
    Organisation(OrganisationId),
    /// A team, with the organisation it belongs to.
    Team(TeamId, OrganisationId),
}

/// What ties a party to the id by which the host knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The id that the host gave.
    pub host_id: HostId,
    /// The party it means here.
    pub party: Party,
}

/// A text about a person, under the commitment that the journal holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the journal holds in its place.
    pub commitment: Commitment,
    /// Whom it is about; erasing her erases it.
    pub subject: PersonId,
    /// Without it the commitment cannot be guessed from likely texts.
    pub salt: Salt,
    /// The text.
    pub text: String,
}

impl Entry {
    /// Commits to a text with a salt.
    #[must_use]
    pub fn new(subject: PersonId, salt: Salt, text: String) -> Self {
        Self { commitment: Self::commit(subject, salt, &text), subject, salt, text }
    }

    /// Whether the entry is what its commitment says.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.commitment == Self::commit(self.subject, self.salt, &self.text)
    }

    fn commit(subject: PersonId, salt: Salt, text: &str) -> Commitment {
        let parts: [&[u8]; 3] = [salt.as_bytes(), subject.as_bytes(), text.as_bytes()];
        Commitment::from_bytes(crate::types::derive("interlink/commitment/1", &parts))
    }
}

/// Something new for the vault, appended together with the events that rely on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaultWrite {
    /// A party has become known.
    Tie(Tie),
    /// Somebody wrote about a person.
    Entry(Entry),
    /// A person is erased: her tie, and every entry about her. It comes after everything else of its batch.
    Erase(PersonId),
}

/// A party as views name it: by the library's id, and by the host's where the vault still knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PartyName {
    /// The person, by pseudonym, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The team, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
    /// The organisation: the party itself, or the one that the team belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// The host's id; absent for a person who was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_id: Option<HostId>,
}

/// What views ask the vault.
pub(crate) trait Names {
    fn host_id(&self, party: Party) -> Result<Option<HostId>, StoreError>;

    fn text(&self, commitment: Commitment) -> Result<Option<String>, StoreError>;

    fn name(&self, party: Party) -> Result<PartyName, StoreError> {
        let (person, team, organisation) = match party {
            Party::Person(id) => (Some(id), None, None),
            Party::Organisation(id) => (None, None, Some(id)),
            Party::Team(id, organisation) => (None, Some(id), Some(organisation)),
        };
        Ok(PartyName { person, team, organisation, host_id: self.host_id(party)? })
    }
}

impl Names for &dyn Store {
    fn host_id(&self, party: Party) -> Result<Option<HostId>, StoreError> {
        Store::host_id(*self, party)
    }

    fn text(&self, commitment: Commitment) -> Result<Option<String>, StoreError> {
        Ok(self.entry(commitment)?.map(|entry| entry.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_binds_person_salt_and_text() {
        let entry = Entry::new(PersonId::from_bytes([1; 16]), Salt::from_bytes([2; 16]), "late".into());
        assert!(entry.holds());
        let changes: [fn(&mut Entry); 3] = [
            |entry| entry.text.push('!'),
            |entry| entry.salt = Salt::from_bytes([3; 16]),
            |entry| entry.subject = PersonId::from_bytes([3; 16]),
        ];
        for change in changes {
            let mut changed = entry.clone();
            change(&mut changed);
            assert!(!changed.holds());
        }
    }
}
