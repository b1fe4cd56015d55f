//! Objections that outlive an erasure: a list that says only “whoever comes back with this id of the host's objected to this
//! purpose of this controller” (GDPR Art. 17 and 21), and names nobody.
//!
//! An entry lies in the vault, in a place that begins with eight zero bytes. No commitment begins so, so the list is found by
//! reading the vault from its beginning, and whatever keeps, scrubs or backs up the vault does so with the list. The rest of the
//! place is a hash of the host's id under a salt of that entry, so entries of one person have nothing in common. What is in
//! an entry that was not decided goes on undecided: to forget it would give the controller what it did not show, and to uphold it
//! would take from it that it still may (Art. 21(1)).

use super::register::Held;
use super::{Event, Mark, ObjectionResumed, PurposeRef, Register, State};
use crate::journal::Seq;
use crate::types::{Commitment, HostId, PersonId, Salt, Timestamp, derive};
use crate::vault::{Entry, Party, PseudonymLink, VaultWrite};

/// What the place of an entry begins with.
const BEGINNING: [u8; 8] = [0; 8];

/// An objection, without whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suppression {
    pub(crate) purpose: PurposeRef,
    /// Whether the controller accepted it; it is not decided otherwise.
    pub(crate) upheld: bool,
}

impl Suppression {
    /// Whether this is where an entry of the list lies.
    pub(crate) fn is_place(place: Commitment) -> bool {
        place.as_bytes().starts_with(&BEGINNING)
    }

    /// The entry for whoever comes back with a host's id.
    pub(crate) fn entry(&self, salt: Salt, host_id: &HostId) -> Entry {
        // No person has this pseudonym: the entry is about whoever comes back.
        let subject = PersonId::from_bytes(derive("interlink/suppression-of/1", &[salt.as_bytes()]));
        let PurposeRef { organisation_id: organisation, purpose } = &self.purpose;
        let state = if self.upheld { "upheld" } else { "raised" };
        Entry::new(subject, salt, format!("{state} {organisation} {purpose}"))
            .put_right(self.place(salt, host_id))
    }

    /// What an entry of the list says; `None` for what is not one.
    pub(crate) fn read(entry: &Entry) -> Option<Self> {
        let mut parts = entry.text.splitn(3, ' ');
        let upheld = match parts.next()? {
            "upheld" => true,
            "raised" => false,
            _ => return None,
        };
        let (organisation, purpose) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Self::is_place(entry.place)
            .then_some(Self { purpose: PurposeRef { organisation_id: organisation, purpose }, upheld })
    }

    /// Whether an entry is for whoever comes with this id.
    pub(crate) fn is_for(&self, entry: &Entry, host_id: &HostId) -> bool {
        entry.place == self.place(entry.salt, host_id)
    }

    /// How far the objection had come.
    pub(crate) const fn state(&self) -> State {
        if self.upheld { State::ObjectionUpheld } else { State::Objected }
    }

    /// What is on record of whoever comes back.
    pub(crate) fn event(&self) -> Event {
        let PurposeRef { organisation_id: organisation, purpose } = self.purpose.clone();
        ObjectionResumed { organisation_id: organisation, purpose, upheld: self.upheld }.into()
    }

    fn place(&self, salt: Salt, host_id: &HostId) -> Commitment {
        let PurposeRef { organisation_id: organisation, purpose } = &self.purpose;
        let parts: [&[u8]; 4] = [
            salt.as_bytes(),
            organisation.as_bytes(),
            purpose.as_str().as_bytes(),
            host_id.as_str().as_bytes(),
        ];
        let tag: [u8; 24] = derive("interlink/suppression/1", &parts);
        let mut place = [0; 32];
        place.iter_mut().skip(BEGINNING.len()).zip(tag).for_each(|(to, from)| *to = from);
        Commitment::from_bytes(place)
    }
}

/// Somebody who is met for the first time with an id that somebody who was erased had, and objected.
#[derive(Debug)]
pub(crate) struct Resumed {
    pub(crate) host_id: HostId,
    /// The pseudonym that she gets.
    pub(crate) person: PersonId,
    /// The entries of the list that make way, by whom they are about.
    entries: Vec<PersonId>,
    pub(crate) events: Vec<Event>,
}

impl Resumed {
    /// Which objections of the list stand again for those who are met for the first time.
    pub(crate) fn among(
        new: impl Iterator<Item = (HostId, PersonId)>,
        list: Vec<(Entry, Suppression)>,
    ) -> Vec<Self> {
        let nothing = |(host_id, person)| Self { host_id, person, entries: Vec::new(), events: Vec::new() };
        let mut all: Vec<Self> = new.map(nothing).collect();
        for (entry, suppression) in list {
            if let Some(whose) = all.iter_mut().find(|resumed| suppression.is_for(&entry, &resumed.host_id)) {
                whose.entries.push(entry.data_subject_id);
                whose.events.push(suppression.event());
            }
        }
        all.retain(|resumed| !resumed.events.is_empty());
        all
    }

    /// Takes the objections off the list, if the vault learns of her by this; whether it does.
    pub(crate) fn leave_the_list(&self, vault: &mut Vec<VaultWrite>) -> bool {
        let tie = VaultWrite::PseudonymLink(PseudonymLink {
            host_id: self.host_id.clone(),
            party: Party::Person(self.person),
        });
        let known = vault.contains(&tie);
        if known {
            let erase = |entry: &PersonId| VaultWrite::Erase { person_id: *entry, kept: Vec::new() };
            vault.extend(self.entries.iter().map(erase));
        }
        known
    }

    /// Lets the objections stand again in a register that is to be asked about her.
    pub(crate) fn stand_in(&self, register: &mut Register, at: Timestamp) {
        for (seq, event) in (1..).zip(&self.events) {
            register.apply(self.person, Mark { seq: Seq(seq), at, actor: self.person }, event, None);
        }
    }
}

impl Register {
    /// What a person objects to, as it goes on the list when she is erased.
    pub(crate) fn objections_of(&self, person: PersonId) -> Vec<Suppression> {
        let held = self.held_by(person).into_iter().filter(|held| held.step.state().is_objection());
        let objection = |held: Held<'_>| Suppression {
            purpose: held.purpose.clone(),
            upheld: held.step.state() == State::ObjectionUpheld,
        };
        held.map(objection).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::OrganisationId;

    #[test]
    fn an_entry_is_found_with_the_id_alone_and_says_nothing_of_it() {
        let purpose = PurposeRef {
            organisation_id: OrganisationId::from_bytes([3; 16]),
            purpose: "maps and mail".parse().unwrap(),
        };
        let (dora, eva): (HostId, HostId) =
            ("dora@mail.example".parse().unwrap(), "eva@mail.example".parse().unwrap());
        for upheld in [false, true] {
            let suppression = Suppression { purpose: purpose.clone(), upheld };
            let entry = suppression.entry(Salt::from_bytes([7; 16]), &dora);
            assert!(entry.holds() && Suppression::is_place(entry.place) && !entry.text.contains("dora"));
            let read = Suppression::read(&entry).unwrap();
            assert_eq!(read, suppression);
            assert!(read.is_for(&entry, &dora) && !read.is_for(&entry, &eva));
            let other = suppression.entry(Salt::from_bytes([8; 16]), &dora);
            assert!(other.place != entry.place && other.data_subject_id != entry.data_subject_id);
        }
        let text = Entry::new(PersonId::from_bytes([1; 16]), Salt::from_bytes([7; 16]), "late".into());
        assert_eq!(Suppression::read(&text), None);
    }
}
