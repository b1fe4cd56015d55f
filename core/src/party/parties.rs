//! The organisations that a decision reads, and the operators of the host.

use std::sync::Arc;

use super::{Organisation, PartyRefusal, StakeholderKind};
use crate::journal::{Reliance, Stream, StreamId};
use crate::operator::Operators;
use crate::types::{Map, OrganisationId, TeamId};

/// The organisations that a decision may read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parties {
    organisations: Map<OrganisationId, Arc<Stream<Organisation>>>,
    /// The operators of the host, if the decision needs them.
    host: Option<Stream<Operators>>,
}

impl Parties {
    pub(crate) fn insert(&mut self, organisation: Arc<Stream<Organisation>>) {
        self.organisations.insert(organisation.state.id, organisation);
    }

    pub(crate) fn organisation(&self, id: OrganisationId) -> Option<&Stream<Organisation>> {
        self.organisations.get(&id).map(AsRef::as_ref)
    }

    /// Checks that a team is not closed: a closed team can be given nothing and asked for nothing.
    pub(crate) fn open_team(
        &self,
        organisation: OrganisationId,
        team: TeamId,
        path: &'static str,
    ) -> Result<(), PartyRefusal> {
        let found = self.organisation(organisation).and_then(|stream| stream.state.team(team));
        let closed = found.is_some_and(|team| team.closed.is_some());
        if closed { Err(PartyRefusal::TeamClosed { path }) } else { Ok(()) }
    }

    pub(crate) fn set_host(&mut self, host: Option<Stream<Operators>>) {
        self.host = host;
    }

    /// The operators of the host; `None` if the decision did not need them, or none was appointed yet.
    pub(crate) const fn host(&self) -> Option<&Stream<Operators>> {
        self.host.as_ref()
    }

    /// Up to which event the host's stream was read, for the record.
    pub(crate) fn host_reliance(&self) -> Option<Reliance> {
        let host = self.host()?;
        Some(Reliance { id: host.last, seq: host.seq, stream: StreamId::Host })
    }

    /// Whether an operator of this host verified that an organisation is a public administration.
    pub(crate) fn is_authority(&self, id: OrganisationId) -> bool {
        let organisation = self.organisation(id).map(|stream| &stream.state);
        let organisation = organisation.filter(|of| of.kind == StakeholderKind::PublicAdministration);
        let by = organisation.and_then(|of| of.verified.as_ref()?.host);
        by.is_some_and(|by| self.host().is_some_and(|host| host.state.is_own(&by)))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<Stream<Organisation>>> {
        self.organisations.values()
    }

    /// Up to which event an organisation's stream was read, for the record.
    pub(crate) fn reliance(&self, id: OrganisationId) -> Option<Reliance> {
        self.organisation(id).map(|stream| Reliance { id: stream.last, seq: stream.seq, stream: id.into() })
    }
}
