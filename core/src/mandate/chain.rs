//! Which mandates lead from a person to whom they act for. A chain permits no more than its narrowest link.
//!
//! A chain is either a mandate that the person holds, or that a team holds which they are in; or a mandate that an
//! organisation holds which assigned the same power to the person by a mandate of its own. Each of these mandates may have
//! been passed on; then all those it comes from count as links too.

use serde::Serialize;

use super::{Mandate, MandateHolder, MandateStatus, MandateTarget, Mandates, PowerRight, Principal};
use crate::governance::Permission;
use crate::types::json::Readable;
use crate::types::{Date, ItemId, Key, MandateId, OrganisationId, PersonId, ProcessId, Set, Timestamp};

/// How many mandates in a row are looked at; as many as can be passed on, and the first.
const MOST_LINKS: usize = 9;

/// What somebody wants to exercise.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Asked<'a> {
    /// A power, by its code.
    Power(&'a Key),
    /// A permission in a process.
    Permission(Permission),
    /// Any power of a mandate of one of these kinds.
    Kinds(&'a Set<Key>),
}

/// Where it would be exercised.
#[derive(Debug, Clone, Default)]
pub(crate) struct Place<'a> {
    /// The process.
    pub(crate) process: Option<ProcessId>,
    /// The item, and those above it.
    pub(crate) items: Vec<ItemId>,
    /// What the host says it is for.
    pub(crate) target: Option<&'a MandateTarget>,
    /// Whether it is not yet known where: every target includes that.
    pub(crate) anywhere: bool,
}

/// A power exercised by a person for a principal at a moment.
#[derive(Debug, Clone)]
pub(crate) struct Exercise<'a> {
    pub(crate) actor: PersonId,
    pub(crate) principal: Principal,
    pub(crate) asked: Asked<'a>,
    pub(crate) place: Place<'a>,
    /// The day that the act would take effect, or that what is looked at is of; if it is not the moment's own.
    pub(crate) effective: Option<Date>,
    pub(crate) only_looks: bool,
    /// Only by this mandate.
    pub(crate) by: Option<MandateId>,
    pub(crate) at: Timestamp,
}

/// In which respect a mandate does not reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// One of its parties was erased.
    Parties,
    /// The power.
    Powers,
    /// The right to exercise, assign or pass on.
    Rights,
    /// Its status.
    Status,
    /// The target.
    Targets,
    /// The time.
    Time,
    /// How often it can be used.
    Uses,
}

interlink_values::words!(Dimension);

impl Dimension {
    /// All of them, by name.
    pub const ALL: &[Self] =
        &[Self::Parties, Self::Powers, Self::Rights, Self::Status, Self::Targets, Self::Time, Self::Uses];

    /// The name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Parties => "parties",
            Self::Powers => "powers",
            Self::Rights => "rights",
            Self::Status => "status",
            Self::Targets => "targets",
            Self::Time => "time",
            Self::Uses => "uses",
        }
    }

    /// The word for it in a sentence, in English.
    pub(crate) const fn words(self) -> &'static str {
        self.as_str()
    }
}

/// The first respect in which a mandate does not reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct LinkFault {
    /// In which respect.
    pub dimension: Dimension,
    /// The mandate.
    pub mandate_id: MandateId,
    /// Its status at that moment.
    pub mandate_status: MandateStatus,
}

/// A person may act for a principal: by which mandates, and through whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Represented {
    /// The principal's mandate: the actor's, or that of the organisation which assigned the power to the actor.
    pub mandate: MandateId,
    /// The mandate by which that organisation did.
    pub by_mandate: Option<MandateId>,
    /// All mandates in the chain, from the actor's to those that the principal granted.
    pub mandates: Vec<MandateId>,
    /// Who stands between the two, from the actor's side.
    pub through: Vec<OrganisationId>,
}

impl Mandates {
    /// Whether a person may do something for a principal. `in_team` says who is in a team at the moment.
    ///
    /// # Errors
    /// For each mandate between the two, the first respect in which it does not reach; none if there is no mandate.
    pub(crate) fn represented(
        &self,
        exercise: &Exercise<'_>,
        in_team: &dyn Fn(OrganisationId, crate::types::TeamId) -> bool,
    ) -> Result<Represented, Vec<LinkFault>> {
        let (actor, principal, mut faults) = (exercise.actor, exercise.principal, Vec::new());
        let of_actor = |held: &&Mandate| match held.terms.mandate_holder {
            MandateHolder::Person(id) => id == actor,
            MandateHolder::Team { organisation_id, team_id } => in_team(organisation_id, team_id),
            MandateHolder::Organisation(_) => false,
        };
        let is_asked = |mandate: &&Mandate| exercise.by.is_none_or(|by| by == mandate.id);
        for mandate in self.direct(actor, principal).filter(of_actor).filter(is_asked) {
            match self.links(mandate, PowerRight::Exercise, exercise) {
                Ok(links) => return Ok(self.chain(mandate, None, links)),
                Err(fault) => faults.push(fault),
            }
        }
        for mandate in self.of_organisations(principal).filter(is_asked) {
            let MandateHolder::Organisation(organisation) = mandate.terms.mandate_holder else { continue };
            // Whoever the organisation assigned the power to, by a mandate of its own.
            let assigned = self.direct(actor, Principal::Organisation(organisation)).filter(of_actor);
            for inner in assigned.filter(|inner| inner.id != mandate.id) {
                if inner.terms.uses.is_some() {
                    // A use is counted by the organisation's mandate alone.
                    faults.push(self.fault(inner, Dimension::Uses, exercise.at));
                    continue;
                }
                let outer = self.links(mandate, PowerRight::Assign, exercise);
                match (outer, self.links(inner, PowerRight::Exercise, exercise)) {
                    (Ok(outer), Ok(links)) => {
                        return Ok(self.chain(mandate, Some(inner.id), [links, outer].concat()));
                    }
                    (Err(fault), _) | (Ok(_), Err(fault)) => faults.push(fault),
                }
            }
        }
        Err(faults)
    }

    fn fault(&self, mandate: &Mandate, dimension: Dimension, at: Timestamp) -> LinkFault {
        LinkFault { dimension, mandate_id: mandate.id, mandate_status: self.status(mandate, at) }
    }

    /// Whether a mandate and all those it comes from are in force or will be, and its parties are known.
    pub(super) fn stands(&self, mandate: &Mandate, at: Timestamp) -> Result<(), LinkFault> {
        let (mut next, mut seen) = (Some(mandate), 0);
        while let Some(link) = next {
            let fault = |dimension| self.fault(link, dimension, at);
            match self.status(link, at) {
                MandateStatus::Active | MandateStatus::Scheduled => {}
                MandateStatus::Consumed
                | MandateStatus::Expired
                | MandateStatus::Pending
                | MandateStatus::Refused
                | MandateStatus::Renounced
                | MandateStatus::Revoked
                | MandateStatus::Superseded
                | MandateStatus::Suspended => return Err(fault(Dimension::Status)),
            }
            seen += 1;
            if self.has_erased_party(link) || seen > MOST_LINKS {
                return Err(fault(Dimension::Parties));
            }
            next = match link.parent {
                None => None,
                Some(parent) => Some(self.get(parent).ok_or_else(|| fault(Dimension::Status))?),
            };
        }
        Ok(())
    }

    /// A mandate and those it comes from, if each reaches.
    fn links(
        &self,
        mandate: &Mandate,
        right: PowerRight,
        exercise: &Exercise<'_>,
    ) -> Result<Vec<MandateId>, LinkFault> {
        let (mut links, mut next, mut right) = (Vec::new(), Some(mandate), right);
        while let Some(link) = next {
            let fault = |dimension| self.fault(link, dimension, exercise.at);
            if links.len() >= MOST_LINKS || links.contains(&link.id) {
                return Err(fault(Dimension::Rights));
            }
            self.reaches(link, right, exercise).map_err(fault)?;
            links.push(link.id);
            right = PowerRight::PassOn;
            next = match link.parent {
                None => None,
                // A parent that is not here cannot be relied on.
                Some(parent) => Some(self.get(parent).ok_or_else(|| fault(Dimension::Status))?),
            };
        }
        Ok(links)
    }

    /// Whether one mandate reaches, seen alone.
    fn reaches(&self, link: &Mandate, right: PowerRight, exercise: &Exercise<'_>) -> Result<(), Dimension> {
        if self.has_erased_party(link) {
            return Err(Dimension::Parties);
        }
        match self.status(link, exercise.at) {
            MandateStatus::Active => {}
            MandateStatus::Scheduled | MandateStatus::Expired => return Err(Dimension::Time),
            MandateStatus::Consumed => return Err(Dimension::Uses),
            MandateStatus::Pending
            | MandateStatus::Refused
            | MandateStatus::Renounced
            | MandateStatus::Revoked
            | MandateStatus::Superseded
            | MandateStatus::Suspended => return Err(Dimension::Status),
        }
        if !link.reaches_day(exercise) {
            return Err(Dimension::Time);
        }
        let at = exercise.at;
        match exercise.asked {
            Asked::Power(power) if !link.terms.powers.contains(power) || link.lost(power, at) => {
                return Err(Dimension::Powers);
            }
            Asked::Power(power) if !link.gives(power, right, at) => return Err(Dimension::Rights),
            Asked::Kinds(kinds) if !kinds.contains(&link.kind.document().kind_code) => {
                return Err(Dimension::Powers);
            }
            Asked::Permission(permission) if link.powers_with(permission, at).next().is_none() => {
                return Err(Dimension::Powers);
            }
            Asked::Permission(permission)
                if !link.powers_with(permission, at).any(|power| link.gives(power, right, at)) =>
            {
                return Err(Dimension::Rights);
            }
            // An act in a process is not noted in the mandate, so it cannot be counted there.
            Asked::Permission(_) if link.terms.uses.is_some() => return Err(Dimension::Uses),
            Asked::Power(_) | Asked::Kinds(_) | Asked::Permission(_) => {}
        }
        match link.includes(&exercise.place) {
            true => Ok(()),
            false => Err(Dimension::Targets),
        }
    }

    fn chain(&self, mandate: &Mandate, by: Option<MandateId>, mandates: Vec<MandateId>) -> Represented {
        // The actor's own mandate comes first; whoever holds one after it stands between.
        let between = mandates.iter().skip(1).filter_map(|id| self.get(*id));
        let mut through: Vec<OrganisationId> =
            between.filter_map(|mandate| mandate.terms.mandate_holder.organisation()).collect();
        through.dedup();
        Represented { mandate: mandate.id, by_mandate: by, mandates, through }
    }
}

impl Mandate {
    /// The powers that include a permission and have not ended alone.
    fn powers_with(&self, permission: Permission, at: Timestamp) -> impl Iterator<Item = &Key> {
        let has = move |code: &&Key| {
            let power = self.kind.document().powers.get(*code);
            power.is_some_and(|power| power.permissions.contains(permission)) && !self.lost(code, at)
        };
        self.terms.powers.iter().filter(has)
    }

    /// Whether it reaches the day that an act takes effect, or that what is looked at is of.
    fn reaches_day(&self, exercise: &Exercise<'_>) -> bool {
        let Some(day) = exercise.effective else { return true };
        let (document, begins) = (self.kind.document(), self.begins_at());
        let Some(first) = begins.map(|begins| document.time_zone.day(begins)) else { return false };
        let first = match exercise.only_looks {
            // Looking back shows, it does not empower.
            true => first.minus_days(document.look_back_days),
            false => first,
        };
        first <= day && self.terms.through.is_none_or(|through| day <= through)
    }

    /// Whether it includes where something would be exercised.
    fn includes(&self, place: &Place<'_>) -> bool {
        let includes = |target: &MandateTarget| match target {
            MandateTarget::Process(id) => place.process == Some(*id),
            MandateTarget::Item { item, process } => {
                place.process == Some(*process) && place.items.contains(item)
            }
            MandateTarget::Area(_) | MandateTarget::Service(_) => place.target == Some(target),
        };
        place.anywhere
            || self.terms.mandate_targets.is_empty()
            || self.terms.mandate_targets.iter().any(includes)
    }
}
