//! Objections that outlive an erasure: a list that says only “the person with this host id objected to this purpose of
//! this controller” (GDPR Art. 17 and 21), without naming anybody.
//!
//! Entries are stored in the vault, at places that begin with eight zero bytes. No commitment begins that way, so the
//! list is found by reading the vault from its beginning, and whatever keeps, scrubs or backs up the vault includes the
//! list. The rest of the place is a hash of the host's id with the entry's salt, so the entries of one person cannot be
//! linked. An undecided objection resumes undecided: dropping it would give the controller what it did not show, and
//! upholding it would deny the controller what it may still show (Art. 21(1)).

use super::register::Held;
use super::{Event, Mark, ObjectionResumed, PurposeRef, Register, State};
use crate::journal::Seq;
use crate::types::{Commitment, HostId, PersonId, Salt, Timestamp, derive};
use crate::vault::{Entry, Party, PseudonymLink, VaultWrite};

/// The first bytes of an entry's place.
const BEGINNING: [u8; 8] = [0; 8];

/// An objection, without the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suppression {
    pub(crate) purpose: PurposeRef,
    /// Whether the controller upheld it; otherwise it was undecided.
    pub(crate) upheld: bool,
}

impl Suppression {
    /// Whether this is the place of an entry of the list.
    pub(crate) fn is_place(place: Commitment) -> bool {
        place.as_bytes().starts_with(&BEGINNING)
    }

    /// The entry for whoever comes back with this host id.
    pub(crate) fn entry(&self, salt: Salt, host_id: &HostId) -> Entry {
        // No person has this pseudonym: the entry concerns whoever comes back.
        let subject = PersonId::from_bytes(derive("interlink/suppression-of/1", &[salt.as_bytes()]));
        let PurposeRef { organisation_id: organisation, purpose } = &self.purpose;
        let state = if self.upheld { "upheld" } else { "raised" };
        Entry::new(subject, salt, format!("{state} {organisation} {purpose}"))
            .put_right(self.place(salt, host_id))
    }

    /// Reads an entry of the list; `None` if it is not one.
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

    /// Whether an entry is for the person with this host id.
    pub(crate) fn is_for(&self, entry: &Entry, host_id: &HostId) -> bool {
        entry.place == self.place(entry.salt, host_id)
    }

    /// The state of the objection.
    pub(crate) const fn state(&self) -> State {
        if self.upheld { State::ObjectionUpheld } else { State::Objected }
    }

    /// The event that resumes the objection.
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

/// A person seen for the first time, under the host id of an erased person who had objected.
#[derive(Debug)]
pub(crate) struct Resumed {
    pub(crate) host_id: HostId,
    /// The new pseudonym.
    pub(crate) person: PersonId,
    /// The entries to remove from the list, by their data subjects.
    entries: Vec<PersonId>,
    pub(crate) events: Vec<Event>,
}

impl Resumed {
    /// The objections of the list that resume for people seen for the first time.
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

    /// Removes the objections from the list if these writes add the person to the vault; returns whether they do.
    pub(crate) fn leave_the_list(&self, vault: &mut Vec<VaultWrite>) -> bool {
        let link = VaultWrite::PseudonymLink(PseudonymLink {
            host_id: self.host_id.clone(),
            party: Party::Person(self.person),
        });
        let known = vault.contains(&link);
        if known {
            let erase = |entry: &PersonId| VaultWrite::Erase { person_id: *entry, kept: Vec::new() };
            vault.extend(self.entries.iter().map(erase));
        }
        known
    }

    /// Resumes the objections in a register that will be asked about the person.
    pub(crate) fn stand_in(&self, register: &mut Register, at: Timestamp) {
        for (seq, event) in (1..).zip(&self.events) {
            register.apply(self.person, Mark { seq: Seq(seq), at, actor: self.person }, event, None);
        }
    }
}

impl Register {
    /// A person's objections, as they are listed when the person is erased.
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
