//! What is known about people, kept apart from the record so that it can be erased.
//!
//! The journal never holds personal data. It knows a person by a pseudonym, and what somebody wrote about
//! her by a [`Commitment`]. The vault holds the other half: which of the host's ids belongs to which
//! pseudonym, and the text with its salt under each commitment. Taking a person out of the vault leaves the
//! chain whole and the rest unreadable and unguessable (GDPR Art. 17; Recital 26).
//!
//! Pseudonyms and salts come from the [`Entropy`](crate::types::Entropy) that the host draws for each command.

use std::cell::RefCell;

use serde::Serialize;

use crate::journal::{Reading, StoreError};
use crate::types::json::Readable;
use crate::types::{Commitment, HostId, OrganisationId, PersonId, ProcessId, Salt, TeamId, VoiceTag, derive};

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

/// What the places begin with of ties that are sealed, and used for nothing but a legal claim; see [`crate::person::Attributed`].
pub(crate) const SEALED: [u8; 8] = [0, 0, 0, 0, 0, 0, 0, 1];

/// Whether this is where a sealed tie lies: no text lies there, for a commitment is a hash and does not begin so.
pub(crate) fn is_sealed(place: Commitment) -> bool {
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
        let commitment = Self::commit(subject, salt, &text);
        Self { place: commitment, commitment, subject, salt, text }
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
    pub(crate) fn forgotten(place: Commitment, subject: PersonId) -> Self {
        // Nothing is hidden by this salt: there is no text.
        Self::new(subject, Salt::from_bytes([0; 16]), String::new()).put_right(place)
    }

    /// Whether the entry is what its commitment says.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.commitment == Self::commit(self.subject, self.salt, &self.text)
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
    Tie(Tie),
    /// Somebody wrote about a person. An entry that stands in the same place makes way for it.
    Entry(Entry),
    /// A person is erased: her tie, and every entry about her but for those that a law wants kept. It comes after
    /// everything else of its batch.
    Erase {
        /// Who.
        person: PersonId,
        /// The places of the entries that stay.
        kept: Vec<Commitment>,
    },
    /// The key of a process, with which [tags](VoiceTag) are made.
    Key {
        /// The process.
        process: ProcessId,
        /// The key.
        key: Salt,
    },
    /// Somebody who was erased had her say in a process.
    Voice {
        /// The process.
        process: ProcessId,
        /// What she would be known by if she came back.
        tag: VoiceTag,
    },
    /// A process is closed: its key and its tags go.
    Close(ProcessId),
}

/// Where one person has one voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Say {
    /// She claims what she contributed.
    Contribution,
    /// She rates the process.
    Rating,
}

impl VoiceTag {
    /// What somebody is known by in one process and nowhere else, while the process has its key: a keyed hash of the
    /// host's id. Without the key nobody can try ids on it.
    pub(crate) fn new(key: Salt, say: Say, host_id: &HostId) -> Self {
        let say: &[u8] = match say {
            Say::Contribution => b"contribution",
            Say::Rating => b"rating",
        };
        Self::from_bytes(derive("interlink/voice/1", &[key.as_bytes(), say, host_id.as_str().as_bytes()]))
    }
}

/// A party as views name it: by the library's id, and by the host's where the vault still knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
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
///
/// If the store fails, that is noted, and nothing more is known of anybody; whoever began the view is told of it and
/// never sees the rest. So nobody in between has to ask.
pub(crate) struct Names<'a> {
    reading: &'a dyn Reading,
    fault: RefCell<Option<StoreError>>,
}

impl<'a> Names<'a> {
    /// Makes a view that asks the vault.
    pub(crate) fn ask<T>(reading: &'a dyn Reading, view: impl FnOnce(&Self) -> T) -> Result<T, StoreError> {
        let names = Self::new(reading);
        let view = view(&names);
        names.end().map(|()| view)
    }

    /// For whoever sees to it that [`end`](Self::end) is asked before anything is made of what was told.
    pub(crate) const fn new(reading: &'a dyn Reading) -> Self {
        Self { reading, fault: RefCell::new(None) }
    }

    /// Whether the store failed on the way.
    pub(crate) fn end(&self) -> Result<(), StoreError> {
        self.fault.take().map_or(Ok(()), Err)
    }

    fn known<T>(&self, asked: Result<Option<T>, StoreError>) -> Option<T> {
        asked.unwrap_or_else(|fault| {
            self.fault.borrow_mut().get_or_insert(fault);
            None
        })
    }

    /// The host's id of a party.
    pub(crate) fn host_id(&self, party: Party) -> Option<HostId> {
        self.known(self.reading.host_id(party))
    }

    /// What was written about a person, in its place.
    pub(crate) fn text(&self, place: Commitment) -> Option<String> {
        // Whose text it is that is kept for a claim is read in one way alone, which leaves an event.
        if is_sealed(place) {
            return None;
        }
        self.known(self.reading.entry(place)).filter(|entry| !entry.is_gone()).map(|entry| entry.text)
    }

    /// A party as views name it.
    pub(crate) fn name(&self, party: Party) -> PartyName {
        let (person, team, organisation) = match party {
            Party::Person(id) => (Some(id), None, None),
            Party::Organisation(id) => (None, None, Some(id)),
            Party::Team(id, organisation) => (None, Some(id), Some(organisation)),
        };
        PartyName { person, team, organisation, host_id: self.host_id(party) }
    }
}

/// The texts that a decision compares a command with. Where there is nothing to ask, no text is anything.
#[derive(Clone, Copy, Default)]
pub(crate) struct Texts<'a>(Option<&'a Names<'a>>);

impl<'a> From<&'a Names<'a>> for Texts<'a> {
    fn from(names: &'a Names<'a>) -> Self {
        Self(Some(names))
    }
}

impl std::fmt::Debug for Texts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Texts(…)")
    }
}

impl Texts<'_> {
    /// Whether a text is this one, as it was committed to: one that was put right since is another, and one that was erased
    /// is none.
    pub(crate) fn holds(self, place: Commitment, text: &str) -> bool {
        self.0
            .and_then(|names| names.known(names.reading.entry(place)))
            .is_some_and(|entry| entry.commitment == place && !entry.is_gone() && entry.text == text)
    }
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
            |entry| entry.subject = PersonId::from_bytes([3; 16]),
        ];
        for change in changes {
            let mut changed = entry.clone();
            change(&mut changed);
            assert!(!changed.holds());
        }
    }
}
