//! Data about people, kept apart from the record so that it can be erased.
//!
//! The journal never contains personal data. It names a person by a pseudonym, and the texts about them by a
//! [`Commitment`]. The vault holds the other half: which host id belongs to which pseudonym, and the text with its salt
//! for each commitment. Erasing a person from the vault leaves the chain intact and the rest unreadable and unguessable
//! (GDPR Art. 17; Recital 26).
//!
//! Pseudonyms and salts come from the [`Entropy`](interlink_values::Entropy) that the host draws for each command.

use interlink_values::{
    Commitment, HostId, OrganisationId, ParticipationMarker, PersonId, ProcessId, Salt, TeamId, derive,
};

/// A party, by the library's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A person, by pseudonym.
    Person(PersonId),
    /// An organisation.
    Organisation(OrganisationId),
    /// A team, with its organisation.
    Team(TeamId, OrganisationId),
}

/// A pseudonym link: the party behind a host id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PseudonymLink {
    /// The host's id.
    pub host_id: HostId,
    /// The party.
    pub party: Party,
}

/// The prefix of the places of sealed pseudonym links, which are used only for a legal claim; see
/// `interlink::person::Attributed`.
pub const SEALED: [u8; 8] = [0, 0, 0, 0, 0, 0, 0, 1];

/// Whether this is the place of a sealed link: no text has it, since a commitment is a hash and does not begin like
/// this.
pub fn is_sealed(place: Commitment) -> bool {
    place.as_bytes().starts_with(&SEALED)
}

/// A text about a person, under the commitment that the journal holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its key: the commitment by which the journal first named the text.
    pub place: Commitment,
    /// What binds the text: the same as its place, until the text was rectified (GDPR Art. 16).
    pub commitment: Commitment,
    /// The person it is about; erasing them erases it.
    pub data_subject_id: PersonId,
    /// Keeps likely texts from being checked against the commitment.
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

    /// The rectified text: it keeps the place of the other, which the vault forgets.
    #[must_use]
    pub fn put_right(self, place: Commitment) -> Self {
        Self { place, ..self }
    }

    /// Whether the text was erased and only its place is left. No written text is empty.
    #[must_use]
    pub const fn is_gone(&self) -> bool {
        self.text.is_empty()
    }

    /// What is left in the place of a text that its owner erased.
    pub fn forgotten(place: Commitment, subject: PersonId) -> Self {
        // This salt hides nothing: there is no text.
        Self::new(subject, Salt::from_bytes([0; 16]), String::new()).put_right(place)
    }

    /// Whether the entry matches its commitment.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.commitment == Self::commit(self.data_subject_id, self.salt, &self.text)
    }

    fn commit(subject: PersonId, salt: Salt, text: &str) -> Commitment {
        let parts: [&[u8]; 3] = [salt.as_bytes(), subject.as_bytes(), text.as_bytes()];
        Commitment::from_bytes(derive("interlink/commitment/1", &parts))
    }
}

/// A write to the vault, appended together with the events that rely on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaultWrite {
    /// Adds a pseudonym link.
    PseudonymLink(PseudonymLink),
    /// Adds a text about a person. It replaces an entry with the same place.
    Entry(Entry),
    /// Erases a person: the pseudonym link, and every entry about them except those that a law requires to be kept. It
    /// is the last write of its batch.
    Erase {
        /// The person.
        person_id: PersonId,
        /// The places of the entries to keep.
        kept: Vec<Commitment>,
    },
    /// Adds the key of a process, with which [tags](ParticipationMarker) are made.
    Key {
        /// The process.
        process: ProcessId,
        /// The key.
        key: Salt,
    },
    /// Notes that an erased person took part in a process.
    Participation {
        /// The process.
        process: ProcessId,
        /// The marker by which a returning person is recognised.
        tag: ParticipationMarker,
    },
    /// Closes a process: removes its key and its tags.
    Close(ProcessId),
}

/// Acts for which one person counts only once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedAct {
    /// Claiming a contribution.
    Contribution,
    /// Rating a process.
    Rating,
}

/// The marker by which a person is recognised in one process only, while the process has its key: a keyed hash of the
/// host's id. Without the key nobody can test ids against it.
#[must_use]
pub fn participation_marker(key: Salt, act: CountedAct, host_id: &HostId) -> ParticipationMarker {
    let act: &[u8] = match act {
        CountedAct::Contribution => b"contribution",
        CountedAct::Rating => b"rating",
    };
    ParticipationMarker::from_bytes(derive(
        "interlink/participation-marker/1",
        &[key.as_bytes(), act, host_id.as_str().as_bytes()],
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
