//! How views name a party, and what views read from the vault.

use std::cell::RefCell;

use serde::Serialize;

use crate::journal::{Reading, StoreError};
use crate::types::json::Readable;
use crate::types::{Commitment, HostId, OrganisationId, PersonId, TeamId};
use crate::vault::{Party, is_sealed};

/// How views name a party: by the library's id, and by the host's id if the vault still knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PartyName {
    /// The person's pseudonym, if the party is a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<PersonId>,
    /// The team, if the party is a team.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_id: Option<TeamId>,
    /// The organisation: the party, or the organisation that the team belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<OrganisationId>,
    /// The host's id; absent for a person who was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_id: Option<HostId>,
}

impl PartyName {
    /// A party that is not known here: only the host's id of it.
    pub(crate) const fn unknown(host_id: HostId) -> Self {
        Self { person_id: None, team_id: None, organisation_id: None, host_id: Some(host_id) }
    }
}

/// The party that holds a grant or is restricted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Holder {
    /// A person, by pseudonym.
    #[serde(rename = "person_id")]
    Person(PersonId),
    /// A team, in the organisation that it belongs to.
    Team {
        /// The organisation.
        organisation_id: OrganisationId,
        /// The team.
        team_id: TeamId,
    },
}

/// What views read from the vault.
///
/// If the store fails, the fault is recorded and further look-ups return nothing; the caller that began the view gets
/// the fault and never sees the rest, so nobody in between has to check.
pub(crate) struct Names<'a> {
    reading: &'a dyn Reading,
    fault: RefCell<Option<StoreError>>,
}

impl<'a> Names<'a> {
    /// Makes a view that reads the vault.
    pub(crate) fn ask<T>(reading: &'a dyn Reading, view: impl FnOnce(&Self) -> T) -> Result<T, StoreError> {
        let names = Self::new(reading);
        let view = view(&names);
        names.end().map(|()| view)
    }

    /// For a caller that checks [`end`](Self::end) before using what was read.
    pub(crate) const fn new(reading: &'a dyn Reading) -> Self {
        Self { reading, fault: RefCell::new(None) }
    }

    /// Whether the store failed in the meantime.
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

    /// The text about a person at this place.
    pub(crate) fn text(&self, place: Commitment) -> Option<String> {
        // A sealed link to a person is read only by the request made for it, which leaves an event.
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
        PartyName {
            person_id: person,
            team_id: team,
            organisation_id: organisation,
            host_id: self.host_id(party),
        }
    }
}

/// The texts that a decision compares a command with. Without a vault, no text matches.
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
    /// Whether the text at this place is this one, as it was committed to: a rectified text is another, and an erased
    /// one never matches.
    pub(crate) fn holds(self, place: Commitment, text: &str) -> bool {
        self.0
            .and_then(|names| names.known(names.reading.entry(place)))
            .is_some_and(|entry| entry.commitment == place && !entry.is_gone() && entry.text == text)
    }
}
