//! What is known about people, kept apart from the record so that it can be erased.
//!
//! The journal never holds personal data. It knows a person by a pseudonym, and what somebody wrote about
//! her by a [`Commitment`]. The vault holds the other half: which of the host's ids belongs to which
//! pseudonym, and the text with its salt under each commitment. Taking a person out of the vault leaves the
//! chain whole and the rest unreadable and unguessable (GDPR Art. 17; Recital 26).
//!
//! Pseudonyms and salts come from the [`Entropy`](interlink_values::Entropy) that the host draws for each command.

use interlink_values::{
    Commitment, HostId, OrganisationId, ParticipationMarker, PersonId, ProcessId, Salt, TeamId, derive,
};

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
pub struct PseudonymLink {
    /// The id that the host gave.
    pub host_id: HostId,
    /// The party it means here.
    pub party: Party,
}

/// What the places begin with of ties that are sealed, and used for nothing but a legal claim; see `interlink::person::Attributed`.
pub const SEALED: [u8; 8] = [0, 0, 0, 0, 0, 0, 0, 1];

/// Whether this is where a sealed tie lies: no text lies there, for a commitment is a hash and does not begin so.
pub fn is_sealed(place: Commitment) -> bool {
    place.as_bytes().starts_with(&SEALED)
}

/// A text about a person, under the commitment that the journal holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands: the commitment by which the journal named the text first. It is found by this.
    pub place: Commitment,
    /// What binds the text: the same as its place, until the text was put right (GDPR Art. 16).
    pub commitment: Commitment,
    /// Whom it is about; erasing her erases it.
    pub data_subject_id: PersonId,
    /// Without it the commitment cannot be guessed from likely texts.
    pub salt: Salt,
    /// The text.
    pub text: String,
}

impl Entry {
    /// Commits to a text with a salt.
    #[must_use]
    pub fn new(subject: PersonId, salt: Salt, text: String) -> Self {
        let commitment = Self::commit(subject, salt, &text);
        Self { place: commitment, commitment, data_subject_id: subject, salt, text }
    }

    /// The same text put right: it stands where the other stood, and the vault forgets that one.
    #[must_use]
    pub fn put_right(self, place: Commitment) -> Self {
        Self { place, ..self }
    }

    /// Whether the text was taken out and only its place is left. Nobody writes an empty text.
    #[must_use]
    pub const fn is_gone(&self) -> bool {
        self.text.is_empty()
    }

    /// What is left in the place of a text that its owner erased.
    pub fn forgotten(place: Commitment, subject: PersonId) -> Self {
        // Nothing is hidden by this salt: there is no text.
        Self::new(subject, Salt::from_bytes([0; 16]), String::new()).put_right(place)
    }

    /// Whether the entry is what its commitment says.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.commitment == Self::commit(self.data_subject_id, self.salt, &self.text)
    }

    fn commit(subject: PersonId, salt: Salt, text: &str) -> Commitment {
        let parts: [&[u8]; 3] = [salt.as_bytes(), subject.as_bytes(), text.as_bytes()];
        Commitment::from_bytes(derive("interlink/commitment/1", &parts))
    }
}

/// Something new for the vault, appended together with the events that rely on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaultWrite {
    /// A party has become known.
    PseudonymLink(PseudonymLink),
    /// Somebody wrote about a person. An entry that stands in the same place makes way for it.
    Entry(Entry),
    /// A person is erased: her tie, and every entry about her but for those that a law wants kept. It comes after
    /// everything else of its batch.
    Erase {
        /// Who.
        person_id: PersonId,
        /// The places of the entries that stay.
        kept: Vec<Commitment>,
    },
    /// The key of a process, with which [tags](ParticipationMarker) are made.
    Key {
        /// The process.
        process: ProcessId,
        /// The key.
        key: Salt,
    },
    /// Somebody who was erased had her say in a process.
    Participation {
        /// The process.
        process: ProcessId,
        /// What she would be known by if she came back.
        tag: ParticipationMarker,
    },
    /// A process is closed: its key and its tags go.
    Close(ProcessId),
}

/// Where one person has one voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Participation {
    /// She claims what she contributed.
    Contribution,
    /// She rates the process.
    Rating,
}

/// What somebody is known by in one process and nowhere else, while the process has its key: a keyed hash of the
/// host's id. Without the key nobody can try ids on it.
#[must_use]
pub fn participation_marker(key: Salt, say: Participation, host_id: &HostId) -> ParticipationMarker {
    let say: &[u8] = match say {
        Participation::Contribution => b"contribution",
        Participation::Rating => b"rating",
    };
    ParticipationMarker::from_bytes(derive(
        "interlink/voice/1",
        &[key.as_bytes(), say, host_id.as_str().as_bytes()],
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_binds_person_salt_and_text() {
        let entry = Entry::new(PersonId::from_bytes([1; 16]), Salt::from_bytes([2; 16]), "late".into());
        assert!(entry.holds());
        assert!(entry.clone().put_right(Commitment::from_bytes([4; 32])).holds());
        let changes: [fn(&mut Entry); 3] = [
            |entry| entry.text.push('!'),
            |entry| entry.salt = Salt::from_bytes([3; 16]),
            |entry| entry.data_subject_id = PersonId::from_bytes([3; 16]),
        ];
        for change in changes {
            let mut changed = entry.clone();
            change(&mut changed);
            assert!(!changed.holds());
        }
    }
}
