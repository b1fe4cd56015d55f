//! What a block's `decide` gets besides its state: actor, time, and the command's random bytes.

use super::Document;
use super::clock::When;
use crate::consent::Suppression;
use crate::journal::StreamId;
use crate::kernel::Refused;
use crate::person::Attributed;
use crate::types::{
    CommandId, Commitment, DocumentId, Entropy, HostId, OrganisationId, PersonId, ProcessId, Salt, TeamId,
    Timestamp, derive,
};
use crate::vault::{CountedAct, Entry, Party, PseudonymLink, VaultWrite, participation_marker};
use interlink_derive::Refusal;

/// A party named in a command does not fit the command.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum LinkRefusal {
    /// No party is known here under that id.
    #[error(PartyUnknown, "No {expected} is known here under the given id.")]
    Unknown {
        /// What the command needs.
        expected: &'static str,
        /// The path of the id in the command.
        path: &'static str,
    },
    /// The party is of another kind.
    #[error(PartyKindMismatch, "The given id belongs to a party that is not {expected}.")]
    Kind {
        /// What the command needs.
        expected: &'static str,
        /// The path of the id in the command.
        path: &'static str,
    },
    /// The id for a new party is in use.
    #[error(PartyHostIdTaken, "The id for the new {expected} already belongs to a party.")]
    Taken {
        /// What the command would create.
        expected: &'static str,
        /// The path of the id in the command.
        path: &'static str,
    },
}

impl LinkRefusal {
    /// The path of the id in the command.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Unknown { path, .. } | Self::Kind { path, .. } | Self::Taken { path, .. } => path,
        }
    }
}

/// The context of one decision. All of it came with the command or was fetched before, so the same command on the same
/// state gives the same decision.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    stream: StreamId,
    command: CommandId,
    when: When,
    entropy: Entropy,
    actor: PersonId,
    known: &'a [(HostId, Party)],
    vault: Vec<VaultWrite>,
    made: Vec<Document>,
}

/// Where a person who is to be erased took part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Participated {
    pub(crate) process: ProcessId,
    /// The key of the process, if it has one.
    pub(crate) key: Option<Salt>,
    pub(crate) host_id: HostId,
    pub(crate) participations: Vec<CountedAct>,
}

/// The party behind a host id, among the known parties that a command names.
pub(crate) fn party_among(known: &[(HostId, Party)], host_id: &HostId) -> Option<Party> {
    known.iter().find(|(id, _)| id == host_id).map(|(_, party)| *party)
}

/// The pseudonym of a person whom a command introduces.
pub(crate) fn pseudonym(command: CommandId, entropy: Entropy, host_id: &HostId) -> PersonId {
    let parts = [command.as_str().as_bytes(), host_id.as_str().as_bytes()];
    PersonId::from_bytes(entropy.secret("interlink/pseudonym/1", &parts))
}

impl<'a> Context<'a> {
    /// Makes the context. An actor seen for the first time is given a pseudonym here.
    pub(crate) fn new(
        stream: StreamId,
        command: CommandId,
        when: When,
        entropy: Entropy,
        actor: &HostId,
        known: &'a [(HostId, Party)],
    ) -> Result<Self, Refused> {
        let nobody = PersonId::from_bytes([0; 16]);
        let mut context = Self {
            stream,
            command,
            when,
            entropy,
            actor: nobody,
            known,
            vault: Vec::new(),
            made: Vec::new(),
        };
        context.actor = context.person(actor, "/actor")?;
        Ok(context)
    }

    /// The time at which it counts as having happened.
    pub(crate) const fn at(&self) -> Timestamp {
        self.when.at
    }

    /// The time the command gives: earlier than `at`, if other events came first.
    pub(crate) fn made_at(&self) -> Timestamp {
        self.when.made()
    }

    /// The person in whose name it is done: the actor, unless they act for somebody else.
    pub(crate) const fn actor(&self) -> PersonId {
        self.actor
    }

    /// Goes on in the name of somebody else.
    pub(crate) const fn act_for(&mut self, principal: PersonId) {
        self.actor = principal;
    }

    /// The vault entries to be written with the events, and the documents made for them.
    pub(crate) fn into_parts(self) -> (Vec<VaultWrite>, Vec<Document>) {
        (self.vault, self.made)
    }

    /// Makes a document that the store will keep with the events.
    pub(crate) fn make(&mut self, document: impl Into<Document>) -> DocumentId {
        let document = document.into();
        let id = document.id();
        self.made.push(document);
        id
    }

    /// The person behind a host id. A new person gets a pseudonym that cannot be traced to the id.
    pub(crate) fn person(&mut self, host_id: &HostId, path: &'static str) -> Result<PersonId, Refused> {
        match self.look_up(host_id) {
            Some(Party::Person(person)) => Ok(person),
            Some(_) => Err(LinkRefusal::Kind { expected: "a person", path }.into()),
            None => {
                let person = pseudonym(self.command, self.entropy, host_id);
                self.link(host_id, Party::Person(person));
                Ok(person)
            }
        }
    }

    /// The team behind a host id.
    pub(crate) fn team(
        &self,
        host_id: &HostId,
        path: &'static str,
    ) -> Result<(TeamId, OrganisationId), Refused> {
        match self.look_up(host_id) {
            Some(Party::Team(team, organisation)) => Ok((team, organisation)),
            Some(_) => Err(LinkRefusal::Kind { expected: "a team", path }.into()),
            None => Err(LinkRefusal::Unknown { expected: "team", path }.into()),
        }
    }

    /// The organisation behind a host id.
    pub(crate) fn organisation(
        &self,
        host_id: &HostId,
        path: &'static str,
    ) -> Result<OrganisationId, Refused> {
        match self.look_up(host_id) {
            Some(Party::Organisation(organisation)) => Ok(organisation),
            Some(_) => Err(LinkRefusal::Kind { expected: "an organisation", path }.into()),
            None => Err(LinkRefusal::Unknown { expected: "organisation", path }.into()),
        }
    }

    /// Links a host id to a party that the command creates.
    pub(crate) fn introduce(
        &mut self,
        host_id: &HostId,
        party: Party,
        expected: &'static str,
        path: &'static str,
    ) -> Result<(), Refused> {
        if self.look_up(host_id).is_some() {
            return Err(LinkRefusal::Taken { expected, path }.into());
        }
        self.link(host_id, party);
        Ok(())
    }

    /// Puts a text about a person into the vault and returns its commitment for the journal.
    pub(crate) fn commit(&mut self, subject: PersonId, text: &str) -> Commitment {
        let entry = Entry::new(subject, self.salt(), text.to_owned());
        let commitment = entry.commitment;
        self.vault.push(VaultWrite::Entry(entry));
        commitment
    }

    /// Replaces a text, which the vault forgets, and returns the commitment of the new one.
    pub(crate) fn put_right(&mut self, place: Commitment, subject: PersonId, text: &str) -> Commitment {
        let entry = Entry::new(subject, self.salt(), text.to_owned()).put_right(place);
        let commitment = entry.commitment;
        self.vault.push(VaultWrite::Entry(entry));
        commitment
    }

    /// Erases a text about a person from the vault; an empty entry remains.
    pub(crate) fn forget(&mut self, place: Commitment, subject: PersonId) {
        self.put_right(place, subject, "");
    }

    /// A salt for the next vault entry.
    fn salt(&self) -> Salt {
        // The same width on every machine: the salt is part of the record.
        let nth = u64::try_from(self.vault.len()).unwrap_or(u64::MAX).to_be_bytes();
        Salt::from_bytes(self.entropy.secret("interlink/salt/1", &[self.command.as_str().as_bytes(), &nth]))
    }

    /// A salt for the document that the command makes.
    pub(crate) fn document_salt(&self) -> Salt {
        let stream = self.stream.to_string();
        Salt::from_bytes(
            self.entropy
                .secret("interlink/document-salt/1", &[stream.as_bytes(), self.command.as_str().as_bytes()]),
        )
    }

    /// The stream that the command is for.
    pub(crate) const fn stream(&self) -> StreamId {
        self.stream
    }

    /// A new id, derived from the stream's and the command's ids: a repeated command makes the same id, the same
    /// command id in another stream makes a different one.
    pub(crate) fn new_id<const N: usize>(&self, domain: &str) -> [u8; N] {
        derive(domain, &[self.stream.to_string().as_bytes(), self.command.as_str().as_bytes()])
    }

    /// A new id, one of several of a kind, distinguished by `which`.
    pub(crate) fn new_id_for<const N: usize>(&self, domain: &str, which: &[u8]) -> [u8; N] {
        derive(domain, &[self.stream.to_string().as_bytes(), self.command.as_str().as_bytes(), which])
    }

    /// The party behind a host id, if it is known.
    pub(crate) fn party(&self, host_id: &HostId) -> Option<Party> {
        self.look_up(host_id)
    }

    fn look_up(&self, host_id: &HostId) -> Option<Party> {
        party_among(self.known, host_id).or_else(|| {
            self.vault.iter().find_map(|write| match write {
                VaultWrite::PseudonymLink(link) if link.host_id == *host_id => Some(link.party),
                _ => None,
            })
        })
    }

    /// Erases a person from the vault, except for texts that a law requires to be kept.
    pub(crate) fn erase(&mut self, person: PersonId, kept: Vec<Commitment>) {
        self.vault.push(VaultWrite::Erase { person_id: person, kept });
    }

    /// Stores a participation marker: one person one vote, even if the person comes back after an erasure.
    pub(crate) fn keep_voice(&mut self, participated: &Participated) {
        let process = participated.process;
        let key = participated.key.unwrap_or_else(|| {
            let key = self.salt();
            self.vault.push(VaultWrite::Key { process, key });
            key
        });
        for act in &participated.participations {
            let tag = participation_marker(key, *act, &participated.host_id);
            self.vault.push(VaultWrite::Participation { process, tag });
        }
    }

    /// Notes on the suppression list that a person returning with a host id objects to a purpose.
    pub(crate) fn suppress(&mut self, objection: &Suppression, host_id: &HostId) {
        let entry = objection.entry(self.salt(), host_id);
        self.vault.push(VaultWrite::Entry(entry));
    }

    /// Seals the owner of a text that is kept attributably.
    pub(crate) fn seal(&mut self, text: Commitment, person: PersonId, host_id: &HostId) -> Attributed {
        let (sealed, entry) = Attributed::seal(text, person, host_id, self.salt());
        self.vault.push(VaultWrite::Entry(entry));
        sealed
    }

    /// Forgets who took part in a process.
    pub(crate) fn close(&mut self, process: ProcessId) {
        self.vault.push(VaultWrite::Close(process));
    }

    fn link(&mut self, host_id: &HostId, party: Party) {
        self.vault.push(VaultWrite::PseudonymLink(PseudonymLink { host_id: host_id.clone(), party }));
    }
}
