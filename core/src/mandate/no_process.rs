//! In place of `mandate` in a build without processes: nobody acts on behalf of anybody, since somebody else can only do
//! work in a process. Streams of mandates are refused as those of processes are.

use interlink_derive::Refusal;

use crate::journal::{EventData, Reliance};
use crate::kernel::{Action, CurrentState};
use crate::party::Parties;
use crate::problem::Problem;
use crate::types::{MandateId, OrganisationId, PersonId, Timestamp};
use crate::vault::Party;

/// The mandates that a decision needs: none.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Mandates;

impl Mandates {
    pub(crate) fn reliances(&self) -> impl Iterator<Item = Reliance> {
        std::iter::empty()
    }

    pub(crate) fn times(&self) -> impl Iterator<Item = Timestamp> {
        std::iter::empty()
    }

    pub(crate) const fn organisations(&self) -> Vec<OrganisationId> {
        Vec::new()
    }
}

/// What it is asked with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sides<'a> {
    pub(crate) mandates: &'a Mandates,
    pub(crate) parties: &'a Parties,
    pub(crate) actor: PersonId,
    pub(crate) at: Timestamp,
}

/// In whose name a command is given, for the head of its events. None is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Representation {
    pub(crate) principal: PersonId,
    pub(crate) mandate: MandateId,
    pub(crate) by_mandate: Option<MandateId>,
}

/// A command that is given for somebody else. There is none.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Represent {}

impl Represent {
    /// Refuses it, as the whole library refuses whatever is not work in a process.
    pub(crate) const fn new(
        _: &CurrentState,
        _: &Action,
        _: PersonId,
        _: Option<Party>,
    ) -> Result<Self, Unrepresented> {
        Err(Unrepresented::NotRepresentable)
    }

    pub(crate) const fn principal(&self) -> PersonId {
        match *self {}
    }

    pub(crate) const fn decide(
        &self,
        _: &[EventData],
        _: Sides<'_>,
    ) -> Result<Representation, Unrepresented> {
        match *self {}
    }
}

/// A command given in the name of somebody else was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum MandateRefusal {
    /// The actor cannot act for the principal.
    #[error(transparent)]
    Unrepresented(#[from] Unrepresented),
}

impl MandateRefusal {
    /// The path of the fault within the command.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        "/type"
    }

    /// The problem, which needs no details.
    pub(crate) const fn detailed(&self, problem: Problem) -> Problem {
        problem
    }
}

/// Why a person cannot act for another party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Refusal)]
pub enum Unrepresented {
    /// The act belongs to the party alone.
    #[error(MandateNotRepresentable, "Nobody can do this in the name of somebody else.")]
    NotRepresentable,
}
