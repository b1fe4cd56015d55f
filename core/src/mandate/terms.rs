//! What a mandate says: the parties, the powers, the targets, the days.

use serde::Serialize;

use super::{EndRule, MandateKind, MandateRefusal, PartyForm, PassingOn, PowerRight};
use crate::types::json::Readable;
use crate::types::{
    Commitment, Date, DocumentId, FileDigest, ItemId, Key, OrganisationId, PersonId, ProcessId, Set, TeamId,
    Timestamp,
};
use crate::vault::Party;

/// The party that is acted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Principal {
    /// An organisation.
    #[serde(rename = "organisation_id")]
    Organisation(OrganisationId),
    /// A person, by pseudonym.
    #[serde(rename = "person_id")]
    Person(PersonId),
}

/// The party that acts for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MandateHolder {
    /// An organisation: those to whom it assigns the powers by mandates of its own.
    #[serde(rename = "organisation_id")]
    Organisation(OrganisationId),
    /// A person, by pseudonym.
    #[serde(rename = "person_id")]
    Person(PersonId),
    /// Whoever is in a team at the time.
    Team {
        /// Its organisation.
        organisation_id: OrganisationId,
        /// The team.
        team_id: TeamId,
    },
}

impl Principal {
    /// The principal that a party is; `None` for a team.
    #[must_use]
    pub const fn of(party: Party) -> Option<Self> {
        match party {
            Party::Person(id) => Some(Self::Person(id)),
            Party::Organisation(id) => Some(Self::Organisation(id)),
            Party::Team(..) => None,
        }
    }

    /// Its form.
    #[must_use]
    pub const fn form(self) -> PartyForm {
        match self {
            Self::Organisation(_) => PartyForm::Organisation,
            Self::Person(_) => PartyForm::Person,
        }
    }

    /// The same party, as a holder.
    #[must_use]
    pub const fn as_holder(self) -> MandateHolder {
        match self {
            Self::Organisation(id) => MandateHolder::Organisation(id),
            Self::Person(id) => MandateHolder::Person(id),
        }
    }
}

impl MandateHolder {
    /// The holder that a party is.
    #[must_use]
    pub const fn of(party: Party) -> Self {
        match party {
            Party::Person(id) => Self::Person(id),
            Party::Organisation(id) => Self::Organisation(id),
            Party::Team(team_id, organisation_id) => Self::Team { organisation_id, team_id },
        }
    }

    /// The same party, as one that can be acted for; `None` for a team.
    #[must_use]
    pub const fn as_principal(self) -> Option<Principal> {
        match self {
            Self::Organisation(id) => Some(Principal::Organisation(id)),
            Self::Person(id) => Some(Principal::Person(id)),
            Self::Team { .. } => None,
        }
    }

    /// Its form.
    #[must_use]
    pub const fn form(self) -> PartyForm {
        match self {
            Self::Organisation(_) => PartyForm::Organisation,
            Self::Person(_) => PartyForm::Person,
            Self::Team { .. } => PartyForm::Team,
        }
    }

    /// The organisation that it is or belongs to.
    #[must_use]
    pub const fn organisation(self) -> Option<OrganisationId> {
        match self {
            Self::Organisation(id) | Self::Team { organisation_id: id, .. } => Some(id),
            Self::Person(_) => None,
        }
    }
}

/// What a mandate is limited to. It applies to whatever at least one of its targets includes; without targets, to
/// everything.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MandateTarget {
    /// An area, by the host's code.
    #[serde(rename = "area_code")]
    Area(Key),
    /// An item of a process and everything below it.
    #[serde(rename = "process_item")]
    Item {
        /// The item.
        item: ItemId,
        /// The process.
        process: ProcessId,
    },
    /// A process.
    Process(ProcessId),
    /// A public service, by the host's code.
    #[serde(rename = "service_code")]
    Service(Key),
}

impl MandateTarget {
    /// Whether everything that another target includes is also in this one. An item is in its process; whether one item
    /// is below another is for the tree to say, so here only the same item is.
    #[must_use]
    pub fn includes(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Process(all), Self::Item { process, .. }) => all == process,
            (Self::Area(_) | Self::Item { .. } | Self::Process(_) | Self::Service(_), _) => self == other,
        }
    }
}

/// What a mandate says. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MandateTerms {
    /// The first day.
    pub from: Date,
    /// The party that acts.
    pub mandate_holder: MandateHolder,
    /// The kind.
    pub mandate_kind: DocumentId,
    /// What it is limited to.
    #[serde(default, skip_serializing_if = "Set::is_empty")]
    pub mandate_targets: Set<MandateTarget>,
    /// The rights that the holder has in them, as far as the kind gives these.
    pub power_rights: Set<PowerRight>,
    /// The powers, by their codes.
    pub powers: Set<Key>,
    /// The party that is acted for.
    pub principal: Principal,
    /// The last day; without end if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Date>,
    /// How often it can be used; without limit if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uses: Option<u32>,
}

/// What a command asks for; what it leaves open follows from the kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) principal: Principal,
    pub(super) holder: MandateHolder,
    pub(super) may_pass_on: bool,
    pub(super) powers: &'a Set<Key>,
    pub(super) targets: &'a Set<MandateTarget>,
    pub(super) from: Option<Date>,
    pub(super) through: Option<Date>,
    pub(super) uses: Option<u32>,
}

impl Wanted<'_> {
    /// The terms of a new mandate of a kind.
    pub(super) fn of_kind(&self, kind: &MandateKind, at: Timestamp) -> Result<MandateTerms, MandateRefusal> {
        let document = kind.document();
        if !document.principal_forms.contains(&self.principal.form()) {
            return Err(MandateRefusal::Principal);
        }
        if !document.holder_forms.contains(&self.holder.form()) {
            return Err(MandateRefusal::Holder);
        }
        let to_itself = self.principal.as_holder() == self.holder;
        if to_itself && !(document.self_for_organisations && self.principal.form() == PartyForm::Organisation)
        {
            return Err(MandateRefusal::ToItself);
        }
        let powers = self.powers_of(document.powers.keys())?;
        let rule = document.pass_on.as_ref().map_or(PassingOn::Never, |rule| rule.rule(self.holder.form()));
        let pass_on = match (rule, self.may_pass_on) {
            (PassingOn::Never, true) => return Err(MandateRefusal::NeverPassedOn),
            (PassingOn::Required, false) => return Err(MandateRefusal::MustBePassedOn),
            (PassingOn::Optional | PassingOn::Required, true) => true,
            (PassingOn::Never | PassingOn::Optional, false) => false,
        };
        let given = document.powers.iter().filter(|(code, _)| powers.contains(*code));
        let mut rights: Set<PowerRight> =
            given.flat_map(|(_, power)| power.power_rights.iter().copied()).collect();
        if !pass_on {
            rights = rights.into_iter().filter(|right| *right != PowerRight::PassOn).collect();
        }
        let today = document.time_zone.day(at);
        let from = self.from.unwrap_or(today);
        let through = self.through.or_else(|| document.default_length.map(|length| length.after(from)));
        let (principal, holder, uses) = (self.principal, self.holder, self.uses);
        let terms = MandateTerms {
            from,
            mandate_holder: holder,
            mandate_kind: kind.id(),
            powers,
            power_rights: rights,
            principal,
            mandate_targets: self.targets.clone(),
            through,
            uses,
        };
        terms.check_days(kind, today)?;
        Ok(terms)
    }

    /// The terms of a mandate that passes another one on: in each dimension at most what the other has.
    pub(super) fn of_parent(
        &self,
        kind: &MandateKind,
        parent: &MandateTerms,
        can_go_on: bool,
        at: Timestamp,
    ) -> Result<MandateTerms, MandateRefusal> {
        let document = kind.document();
        let Some(pass_on) = &document.pass_on else { return Err(MandateRefusal::NeverPassedOn) };
        if !pass_on.to.contains(&self.holder.form()) {
            return Err(MandateRefusal::Holder);
        }
        if self.holder == parent.principal.as_holder() || self.holder == parent.mandate_holder {
            return Err(MandateRefusal::ToItself);
        }
        if self.may_pass_on && !can_go_on {
            return Err(MandateRefusal::NeverPassedOn);
        }
        let has = |code: &&Key| {
            document.powers.get(*code).is_some_and(|power| power.power_rights.contains(&PowerRight::PassOn))
        };
        let powers = self.powers_of(parent.powers.iter().filter(has))?;
        let within =
            |target: &MandateTarget| parent.mandate_targets.iter().any(|outer| outer.includes(target));
        let targets = match (self.targets.is_empty(), parent.mandate_targets.is_empty()) {
            (true, _) => parent.mandate_targets.clone(),
            (false, true) => self.targets.clone(),
            (false, false) if self.targets.iter().all(within) => self.targets.clone(),
            (false, false) => return Err(MandateRefusal::Wider { dimension: super::Dimension::Targets }),
        };
        let today = document.time_zone.day(at);
        let from = self.from.unwrap_or_else(|| today.max(parent.from));
        if from < parent.from {
            return Err(MandateRefusal::Wider { dimension: super::Dimension::Time });
        }
        let through = self.through.or(parent.through);
        match (through, parent.through) {
            (Some(through), Some(last)) if through > last => {
                return Err(MandateRefusal::Wider { dimension: super::Dimension::Time });
            }
            (Some(_) | None, _) => {}
        }
        if parent.uses.is_some() {
            // Uses are counted by one mandate; what several pass on could exceed it together.
            return Err(MandateRefusal::Wider { dimension: super::Dimension::Uses });
        }
        // The right to pass on does not include the power itself; whoever receives it is to exercise it.
        let rights = [PowerRight::Assign, PowerRight::Exercise]
            .into_iter()
            .chain(self.may_pass_on.then_some(PowerRight::PassOn));
        let terms = MandateTerms {
            from,
            mandate_holder: self.holder,
            mandate_kind: parent.mandate_kind,
            powers,
            principal: parent.principal,
            power_rights: rights.collect(),
            mandate_targets: targets,
            through,
            uses: self.uses,
        };
        terms.check_order()?;
        Ok(terms)
    }

    /// The powers asked for, of those there are; all of them if none was named.
    fn powers_of<'k>(&self, there_are: impl Iterator<Item = &'k Key>) -> Result<Set<Key>, MandateRefusal> {
        let all: Set<Key> = there_are.cloned().collect();
        if let Some(unknown) = self.powers.iter().find(|code| !all.contains(*code)) {
            return Err(MandateRefusal::PowerUnknown { power: unknown.clone() });
        }
        let powers = if self.powers.is_empty() { all } else { self.powers.clone() };
        match powers.is_empty() {
            true => Err(MandateRefusal::NeverPassedOn),
            false => Ok(powers),
        }
    }
}

impl MandateTerms {
    /// The principal and the holder.
    fn parties(&self) -> [MandateHolder; 2] {
        [self.principal.as_holder(), self.mandate_holder]
    }

    /// The parties that are people.
    pub(super) fn people(&self) -> impl Iterator<Item = PersonId> {
        self.parties().into_iter().filter_map(|party| match party {
            MandateHolder::Person(id) => Some(id),
            MandateHolder::Organisation(_) | MandateHolder::Team { .. } => None,
        })
    }

    /// The parties that are organisations, or teams of theirs.
    pub(super) fn organisations(&self) -> impl Iterator<Item = OrganisationId> {
        self.parties().into_iter().filter_map(MandateHolder::organisation)
    }

    /// Checks the days against the kind.
    fn check_days(&self, kind: &MandateKind, today: Date) -> Result<(), MandateRefusal> {
        let document = kind.document();
        if self.from < today {
            return Err(MandateRefusal::Backdated { today });
        }
        match (document.end_rule, self.through) {
            (EndRule::Forbidden, Some(_)) => return Err(MandateRefusal::EndForbidden),
            (EndRule::Required, None) => return Err(MandateRefusal::EndMissing),
            (EndRule::Forbidden | EndRule::Optional | EndRule::Required, _) => {}
        }
        if let Some(longest) = document.longest_length {
            let last = longest.after(self.from);
            if self.through.is_none_or(|through| through > last) {
                return Err(MandateRefusal::TooLong { last });
            }
        }
        self.check_order()
    }

    fn check_order(&self) -> Result<(), MandateRefusal> {
        match self.through {
            Some(through) if through < self.from => Err(MandateRefusal::EndsBeforeItBegins),
            Some(_) | None => Ok(()),
        }
    }
}

/// Evidence for an act on a mandate, as a command names it: what the host saw. The library never opens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// When the act was declared or the evidence received, if that was earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Timestamp>,
    /// The SHA-256 of it. Kept in the vault, salted.
    pub sha256: FileDigest,
}

/// Evidence in the record: its SHA-256 as a commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EvidenceRef {
    /// When the act was declared or the evidence received, if that was earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Timestamp>,
    /// Its SHA-256: a commitment to a text in the vault.
    pub text: Commitment,
}
