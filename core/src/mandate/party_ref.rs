//! The parties of a mandate as commands name them. A command says which form of party it means: otherwise a company that
//! the host has not registered yet would be taken for a person.

use serde::Serialize;

use super::{MandateHolder, Principal};
use crate::kernel::{Context, LinkRefusal, Refused};
use crate::types::HostId;
use crate::types::json::Readable;
use crate::vault::Party;

/// The party that is acted for, by the host's id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PrincipalRef {
    /// An organisation, which is registered here.
    Organisation(HostId),
    /// A person.
    Person(HostId),
}

/// The party that acts, by the host's id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MandateHolderRef {
    /// An organisation, which is registered here.
    Organisation(HostId),
    /// A person, who may be new here.
    Person(HostId),
    /// A team.
    Team(HostId),
}

impl PrincipalRef {
    /// The host's id.
    #[must_use]
    pub const fn host_id(&self) -> &HostId {
        match self {
            Self::Organisation(id) | Self::Person(id) => id,
        }
    }

    /// The party, who may be a new person.
    pub(super) fn found(&self, context: &mut Context<'_>) -> Result<Principal, Refused> {
        match self {
            Self::Organisation(id) => {
                context.organisation(id, "/data/principal/organisation").map(Principal::Organisation)
            }
            Self::Person(id) => context.person(id, "/data/principal/person").map(Principal::Person),
        }
    }

    /// The party, who must be known: nobody grants for a stranger.
    pub(super) fn known(&self, context: &mut Context<'_>) -> Result<Principal, Refused> {
        match (self, context.party(self.host_id())) {
            (Self::Person(_), None) => {
                Err(LinkRefusal::Unknown { expected: "party", path: "/data/principal/person" }.into())
            }
            (Self::Person(_), Some(Party::Person(_) | Party::Organisation(_) | Party::Team(..)))
            | (Self::Organisation(_), _) => self.found(context),
        }
    }
}

impl MandateHolderRef {
    /// The host's id.
    #[must_use]
    pub const fn host_id(&self) -> &HostId {
        match self {
            Self::Organisation(id) | Self::Person(id) | Self::Team(id) => id,
        }
    }

    /// The party, who may be a new person.
    pub(super) fn found(&self, context: &mut Context<'_>) -> Result<MandateHolder, Refused> {
        match self {
            Self::Organisation(id) => {
                context.organisation(id, "/data/mandate_holder/organisation").map(MandateHolder::Organisation)
            }
            Self::Person(id) => context.person(id, "/data/mandate_holder/person").map(MandateHolder::Person),
            Self::Team(id) => {
                let (team_id, organisation_id) = context.team(id, "/data/mandate_holder/team")?;
                Ok(MandateHolder::Team { organisation_id, team_id })
            }
        }
    }
}
