//! Shared by all processes: the people, the rules, and one agenda in the order of time.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::cast::{Cast, Who};
use super::handler::Handler;
use interlink::governance::{GovernanceModel, PermissionSet};
use interlink::party::StakeholderKind;
use interlink::types::{DocumentId, Key, Language, Set, Timestamp};

/// A role that can be granted.
#[derive(Debug, Clone)]
pub(super) struct Role {
    pub(super) key: Key,
    pub(super) permissions: PermissionSet,
    holders: Set<StakeholderKind>,
}

/// The relevant parts of the governance model.
#[derive(Debug)]
pub(super) struct Rules {
    pub(super) governance: DocumentId,
    pub(super) founders: Set<StakeholderKind>,
    /// All roles but the founder's, the one with the most permissions first.
    roles: Vec<Role>,
}

impl Rules {
    pub(super) fn new(model: &GovernanceModel) -> Self {
        let document = model.document();
        let all = document.roles.iter();
        let mut roles: Vec<Role> = all
            .filter(|(key, _)| **key != document.founder)
            .map(|(key, role)| Role {
                key: key.clone(),
                permissions: role.permissions,
                holders: role.holders.clone(),
            })
            .collect();
        roles.sort_by_cached_key(|role| (Reverse(role.permissions.iter().count()), role.key.clone()));
        let founders = document.roles.get(&document.founder).map(|role| role.holders.clone());
        Self { governance: model.id(), founders: founders.unwrap_or_default(), roles }
    }

    /// A role for a party of this kind: mostly the one with the most permissions, now and then any.
    pub(super) fn role_for(&self, handler: &mut Handler<'_>, kind: StakeholderKind) -> Option<Role> {
        let open: Vec<&Role> = self.roles.iter().filter(|role| role.holders.contains(&kind)).collect();
        let role = if handler.random.permille(800) { open.first() } else { handler.random.pick(&open) };
        role.map(|role| Role::clone(role))
    }
}

/// A future decision of a person about their data, or an answer of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    /// Decide on a request for consent to a purpose.
    Answer(&'static str),
    /// Withdraw a consent.
    Withdraw(&'static str),
    /// Consent again after the end.
    Renew(&'static str),
    /// Notify the recipient that a consent was withdrawn.
    Tell,
    /// Object to planning.
    Object,
    /// Decide an objection.
    Decide,
    /// Withdraw an objection.
    WithdrawObjection,
}

/// A future act between a person and an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wish {
    pub(super) who: Who,
    /// By index in the cast.
    pub(super) organisation: usize,
    pub(super) act: Act,
}

/// A future event of the simulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Next {
    /// The next step of a process, by index.
    Step(usize),
    Wish(Wish),
    /// A person asks for erasure.
    Erasure,
}

/// Future events with their times, the earliest first; of two at the same moment, the one planned first.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    heap: BinaryHeap<Reverse<(Timestamp, u64, Next)>>,
    planned: u64,
}

impl Agenda {
    pub(super) fn plan(&mut self, at: Timestamp, next: Next) {
        self.planned += 1;
        self.heap.push(Reverse((at, self.planned, next)));
    }

    pub(super) fn pop(&mut self) -> Option<(Timestamp, Next)> {
        self.heap.pop().map(|Reverse((at, _, next))| (at, next))
    }
}

/// Shared by all processes.
#[derive(Debug)]
pub(super) struct SimulatedTown<'e> {
    pub(super) handler: Handler<'e>,
    pub(super) cast: Cast,
    pub(super) rules: Rules,
    pub(super) template: DocumentId,
    /// The language in which the processes are read.
    pub(super) language: Language,
    pub(super) agenda: Agenda,
}

impl SimulatedTown<'_> {
    pub(super) fn wish(&mut self, at: Timestamp, who: Who, organisation: usize, act: Act) {
        self.agenda.plan(at, Next::Wish(Wish { who, organisation, act }));
    }
}
