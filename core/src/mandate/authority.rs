//! Who may act on one side of a mandate: the party itself, or whoever acts for it by a mandate of a named kind.

use super::{Asked, Authority, Exercise, MandateHolder, Mandates, Place, Principal};
use crate::party::Parties;
use crate::types::{MandateId, OrganisationId, PersonId, TeamId, Timestamp};

/// Why somebody may act on a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// As the party itself.
    Party,
    /// By a mandate.
    Mandate(MandateId),
}

impl Standing {
    /// The mandate, if it is one.
    pub(super) const fn mandate(self) -> Option<MandateId> {
        match self {
            Self::Party => None,
            Self::Mandate(id) => Some(id),
        }
    }
}

/// What decides who may act on a side: the mandates, and the organisations.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sides<'a> {
    pub(crate) mandates: &'a Mandates,
    pub(crate) parties: &'a Parties,
    pub(crate) actor: PersonId,
    pub(crate) at: Timestamp,
}

impl Sides<'_> {
    /// Whether a person is in a team.
    pub(super) fn in_team(&self, organisation: OrganisationId, team: TeamId) -> bool {
        let found = self.parties.organisation(organisation);
        let team = found.and_then(|stream| stream.state.team(team));
        team.is_some_and(|team| {
            team.closed.is_none_or(|closed| self.at < closed) && team.has_member(self.actor, self.at)
        })
    }

    /// Why the actor may act on a side, if they may.
    pub(super) fn standing(&self, side: MandateHolder, authority: &Authority) -> Option<Standing> {
        if authority.party_itself && self.is(side) {
            return Some(Standing::Party);
        }
        // Nobody grants a mandate for a team.
        let exercise =
            Exercise::at(side.as_principal()?, Asked::Kinds(&authority.by_kinds), Place::default());
        let found = self.represented(&exercise).ok()?;
        found.mandates.first().copied().map(Standing::Mandate)
    }

    /// Whether the actor gains from what a holder gets: as the holder, as somebody who belongs to it, or as somebody to whom
    /// an organisation assigns, or will assign, what it holds.
    pub(super) fn gains(&self, holder: MandateHolder) -> bool {
        let organisation = holder.organisation();
        let belongs = organisation.and_then(|id| self.parties.organisation(id));
        let mut assigned = organisation.into_iter().flat_map(|id| self.of_actor(Principal::Organisation(id)));
        self.is(holder)
            || belongs.is_some_and(|stream| stream.state.is_close_to(self.actor, self.at))
            || assigned.any(|mandate| !self.mandates.status(mandate, self.at).is_final())
    }

    /// Whether the actor is an operator of the host.
    pub(super) fn is_operator(&self) -> bool {
        self.parties.host().is_some_and(|host| host.state.has(self.actor))
    }

    /// Whether the actor is the party itself: the person, an administrator of the organisation, the lead of the team.
    pub(super) fn is(&self, side: MandateHolder) -> bool {
        match side {
            MandateHolder::Person(id) => id == self.actor,
            MandateHolder::Organisation(id) => {
                let found = self.parties.organisation(id);
                found.is_some_and(|stream| stream.state.is_administrator(self.actor))
            }
            MandateHolder::Team { organisation_id, team_id } => {
                let found = self.parties.organisation(organisation_id);
                let team = found.and_then(|stream| stream.state.team(team_id));
                team.is_some_and(|team| team.closed.is_none() && team.lead == self.actor)
            }
        }
    }
}
