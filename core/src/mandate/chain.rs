//! Which mandates lead from a person to whom they act for. A chain permits no more than its narrowest link.
//!
//! A chain is either a mandate that the person holds, or that a team holds which they are in; or a mandate that an
//! organisation holds which assigned the same power to the person by a mandate of its own. Each of these mandates may have
//! been passed on; then all those it comes from count as links too.

use serde::Serialize;

use super::{Mandate, MandateHolder, MandateStatus, MandateTarget, PowerRight, Principal, Sides};
use crate::governance::Permission;
use crate::types::json::Readable;
use crate::types::{Date, ItemId, Key, MandateId, ProcessId, Set, Timestamp};

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

/// Something exercised for a principal.
#[derive(Debug, Clone)]
pub(crate) struct Exercise<'a> {
    pub(crate) principal: Principal,
    pub(crate) asked: Asked<'a>,
    pub(crate) place: Place<'a>,
    /// The day that the act would take effect, or that what is looked at is of; if it is not the moment's own.
    pub(crate) effective: Option<Date>,
    pub(crate) only_looks: bool,
    /// Only by this mandate.
    pub(crate) by: Option<MandateId>,
}

impl<'a> Exercise<'a> {
    /// An act that takes effect at once, by whichever mandate.
    pub(crate) const fn at(principal: Principal, asked: Asked<'a>, place: Place<'a>) -> Self {
        Self { principal, asked, place, effective: None, only_looks: false, by: None }
    }
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
    /// It is exercised only together with others.
    Together,
    /// How often it can be used.
    Uses,
}

interlink_values::words!(Dimension);

impl Dimension {
    /// All of them, by name.
    pub const ALL: &[Self] = &[
        Self::Parties,
        Self::Powers,
        Self::Rights,
        Self::Status,
        Self::Targets,
        Self::Time,
        Self::Together,
        Self::Uses,
    ];

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
            Self::Together => "together",
            Self::Uses => "uses",
        }
    }

    /// The word for it in a sentence, in English.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Together => "others who must act too",
            Self::Parties
            | Self::Powers
            | Self::Rights
            | Self::Status
            | Self::Targets
            | Self::Time
            | Self::Uses => self.as_str(),
        }
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
    pub through: Vec<MandateHolder>,
}

impl Sides<'_> {
    /// Whether the actor may do something for a principal, alone.
    ///
    /// # Errors
    /// For each mandate between the two, the first respect in which it does not reach; none if there is no mandate.
    pub(crate) fn represented(&self, exercise: &Exercise<'_>) -> Result<Represented, Vec<LinkFault>> {
        let mut faults = Vec::new();
        for found in self.chains(exercise) {
            match found.and_then(|found| self.alone(found, exercise)) {
                Ok(found) => return Ok(found),
                Err(fault) => faults.push(fault),
            }
        }
        Err(faults)
    }

    fn alone(&self, found: Represented, exercise: &Exercise<'_>) -> Result<Represented, LinkFault> {
        let others = self.takes_others(&found, exercise).and_then(|id| self.mandates.get(id));
        others.map_or(Ok(found), |mandate| Err(self.fault(mandate, Dimension::Together)))
    }

    /// All chains from the actor to a principal: those that reach, and of each other one the first mandate that does not.
    pub(super) fn chains(
        &self,
        exercise: &Exercise<'_>,
    ) -> impl Iterator<Item = Result<Represented, LinkFault>> {
        let is_asked = |mandate: &&Mandate| exercise.by.is_none_or(|by| by == mandate.id);
        let own = self.of_actor(exercise.principal).filter(is_asked).map(|mandate| {
            let links = self.links(mandate, PowerRight::Exercise, exercise)?;
            Ok(self.chain(mandate, None, links))
        });
        // Whoever an organisation assigned its power to, by a mandate of its own.
        let of_organisations = self.mandates.of_organisations(exercise.principal).filter(is_asked);
        let assigned = of_organisations.flat_map(|mandate| {
            let organisation = mandate.terms.mandate_holder.as_principal();
            let inner = organisation.into_iter().flat_map(|organisation| self.of_actor(organisation));
            let inner = inner.filter(|inner| inner.id != mandate.id);
            inner.map(|inner| self.assigned(mandate, inner, exercise))
        });
        own.chain(assigned)
    }

    /// The chain through an organisation that holds a mandate and assigned its power.
    fn assigned(
        &self,
        mandate: &Mandate,
        inner: &Mandate,
        exercise: &Exercise<'_>,
    ) -> Result<Represented, LinkFault> {
        if inner.terms.uses.is_some() {
            // A use is counted by the organisation's mandate alone.
            return Err(self.fault(inner, Dimension::Uses));
        }
        let outer = self.links(mandate, PowerRight::Assign, exercise)?;
        let links = self.links(inner, PowerRight::Exercise, exercise)?;
        Ok(self.chain(mandate, Some(inner.id), [links, outer].concat()))
    }

    /// The mandates for a principal that the actor holds, or a team which they are in.
    pub(super) fn of_actor(&self, principal: Principal) -> impl Iterator<Item = &Mandate> {
        self.mandates.direct(self.actor, principal).filter(|mandate| match mandate.terms.mandate_holder {
            MandateHolder::Person(id) => id == self.actor,
            MandateHolder::Team { organisation_id, team_id } => self.in_team(organisation_id, team_id),
            MandateHolder::Organisation(_) => false,
        })
    }

    fn fault(&self, mandate: &Mandate, dimension: Dimension) -> LinkFault {
        let mandate_status = self.mandates.status(mandate, self.at);
        LinkFault { dimension, mandate_id: mandate.id, mandate_status }
    }

    /// A mandate and those it comes from. One that names a parent which is not here cannot be relied on.
    fn lineage<'m>(&'m self, mandate: &'m Mandate) -> Result<Vec<&'m Mandate>, LinkFault> {
        let (mut all, mut last) = (vec![mandate], mandate);
        while let Some(parent) = last.parent {
            let parent = self.mandates.get(parent).filter(|_| all.len() < MOST_LINKS);
            last = parent.ok_or_else(|| self.fault(last, Dimension::Status))?;
            all.push(last);
        }
        Ok(all)
    }

    /// Through how many others a mandate was passed on, if it and all those it comes from are in force or will be, and
    /// their parties are known.
    pub(super) fn depth(&self, mandate: &Mandate) -> Result<usize, LinkFault> {
        let lineage = self.lineage(mandate)?;
        for link in &lineage {
            match self.mandates.status(link, self.at) {
                MandateStatus::Active | MandateStatus::Scheduled => {}
                MandateStatus::Consumed
                | MandateStatus::Expired
                | MandateStatus::Pending
                | MandateStatus::Refused
                | MandateStatus::Renounced
                | MandateStatus::Revoked
                | MandateStatus::Superseded
                | MandateStatus::Suspended => return Err(self.fault(link, Dimension::Status)),
            }
            if self.mandates.has_erased_party(link) {
                return Err(self.fault(link, Dimension::Parties));
            }
        }
        Ok(lineage.len().saturating_sub(1))
    }

    /// A mandate and those it comes from, if one power reaches in all of them.
    fn links(
        &self,
        mandate: &Mandate,
        right: PowerRight,
        exercise: &Exercise<'_>,
    ) -> Result<Vec<MandateId>, LinkFault> {
        let lineage = self.lineage(mandate)?;
        for link in &lineage {
            self.holds(link, exercise).map_err(|dimension| self.fault(link, dimension))?;
        }
        let mut first = None;
        for power in mandate.terms.powers.iter().filter(|power| mandate.answers(exercise.asked, power)) {
            let mut rights = std::iter::once(right).chain(std::iter::repeat(PowerRight::PassOn));
            let mut faults = lineage.iter().filter_map(|link| {
                let right = rights.next()?;
                let dimension = link.reaches(power, right, self.at).err()?;
                Some(self.fault(link, dimension))
            });
            match faults.next() {
                None => return Ok(lineage.iter().map(|link| link.id).collect()),
                Some(fault) => drop(first.get_or_insert(fault)),
            }
        }
        Err(first.unwrap_or_else(|| self.fault(mandate, Dimension::Powers)))
    }

    /// Whether a mandate holds there and then, whatever its powers are.
    fn holds(&self, link: &Mandate, exercise: &Exercise<'_>) -> Result<(), Dimension> {
        if self.mandates.has_erased_party(link) {
            return Err(Dimension::Parties);
        }
        match self.mandates.status(link, self.at) {
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
        // An act in a process is not noted in the mandate, so it cannot be counted there.
        if matches!(exercise.asked, Asked::Permission(_)) && link.terms.uses.is_some() {
            return Err(Dimension::Uses);
        }
        match (link.reaches_day(exercise), link.includes(&exercise.place)) {
            (false, _) => Err(Dimension::Time),
            (true, false) => Err(Dimension::Targets),
            (true, true) => Ok(()),
        }
    }

    fn chain(&self, mandate: &Mandate, by: Option<MandateId>, mandates: Vec<MandateId>) -> Represented {
        // The actor's own mandate comes first; whoever holds one after it stands between.
        let between = mandates.iter().skip(1).filter_map(|id| self.mandates.get(*id));
        let mut through: Vec<MandateHolder> = between.map(|mandate| mandate.terms.mandate_holder).collect();
        through.dedup();
        Represented { mandate: mandate.id, by_mandate: by, mandates, through }
    }
}

impl Mandate {
    /// Whether it has any power of those asked for.
    pub(super) fn has_asked(&self, asked: Asked<'_>, at: Timestamp) -> bool {
        self.terms.powers.iter().any(|power| self.answers(asked, power) && !self.lost(power, at))
    }

    /// Whether a power is one of those asked for.
    fn answers(&self, asked: Asked<'_>, power: &Key) -> bool {
        let document = self.kind.document();
        match asked {
            Asked::Power(asked) => power == asked,
            Asked::Permission(permission) => {
                document.powers.get(power).is_some_and(|power| power.permissions.contains(permission))
            }
            Asked::Kinds(kinds) => kinds.contains(&document.kind_code),
        }
    }

    /// Whether it gives a power, with a right in it.
    fn reaches(&self, power: &Key, right: PowerRight, at: Timestamp) -> Result<(), Dimension> {
        if !self.terms.powers.contains(power) || self.lost(power, at) {
            return Err(Dimension::Powers);
        }
        match self.gives(power, right, at) {
            true => Ok(()),
            false => Err(Dimension::Rights),
        }
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
