//! Views of mandates, and whom a person may act for.

use serde::Serialize;

use super::{
    Joint, LinkFault, Mandate, MandateHolder, MandateStatus, MandateTarget, Mandates, PowerRight, Principal,
    Source,
};
use crate::party::{Names, PartyName};
use crate::types::json::Readable;
use crate::types::{Date, DocumentId, Key, Localized, MandateId, PersonId, Set, Timestamp};
use crate::vault::Party;

/// A power of a mandate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PowerView {
    /// Its name.
    pub name: Localized,
    /// Its code.
    pub power: Key,
    /// The rights that the holder has in it at the moment asked about; none if it ended.
    pub power_rights: Set<PowerRight>,
}

/// A mandate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MandateView {
    /// The code of its kind.
    pub kind_code: Key,
    /// The first day.
    pub from: Date,
    /// Who recorded it.
    pub granted_by: PartyName,
    /// The party that acts.
    pub mandate_holder: PartyName,
    /// The mandate.
    pub mandate_id: MandateId,
    /// Its kind.
    pub mandate_kind: DocumentId,
    /// Its status at the moment asked about.
    pub mandate_status: MandateStatus,
    /// The name of its kind.
    pub name: Localized,
    /// The mandate that it passes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<MandateId>,
    /// The powers.
    pub powers: Vec<PowerView>,
    /// The party that is acted for.
    pub principal: PartyName,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Where it comes from.
    pub mandate_source: Source,
    /// What it is limited to; everything if absent.
    #[serde(skip_serializing_if = "Set::is_empty")]
    pub mandate_targets: Set<MandateTarget>,
    /// The last day; without end if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub through: Option<Date>,
    /// How often it was used outside processes.
    pub times_used: u64,
    /// How often it can be used; without limit if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<u32>,
}

/// The mandates of a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MandatesView {
    /// Those by which others act for it, in the order in which they were recorded.
    pub mandates_granted: Vec<MandateView>,
    /// Those by which it acts for others.
    pub mandates_held: Vec<MandateView>,
}

/// Whether a person may exercise a power for a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct MandateAnswer {
    /// Whether they may.
    pub allowed: bool,
    /// Who acts.
    pub actor: PartyName,
    /// The mandates from the actor's to those that the principal granted; empty if not allowed.
    pub mandate_ids: Vec<MandateId>,
    /// Why not: for each mandate between the two, the first respect in which it does not reach. Empty if there is none.
    pub mandates: Vec<LinkFault>,
    /// For whom.
    pub on_behalf_of: PartyName,
    /// Who stands between the two, from the actor's side.
    pub through: Vec<PartyName>,
    /// Who counts, where several people must act together; absent where the actor alone would do, or nobody could.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub together: Option<TogetherView>,
}

/// Several people who must act together: different people by different mandates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct TogetherView {
    /// Who else could act with them.
    pub could_join: Vec<PartyName>,
    /// Those who count.
    pub counted: Vec<PartyName>,
    /// How many are missing.
    pub people_missing: u64,
    /// How many it takes.
    pub people_needed: u64,
}

/// A party for whom a person may act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PrincipalView {
    /// The powers that the person can exercise for it only together with others, by their codes.
    #[serde(default, skip_serializing_if = "Set::is_empty")]
    pub joint_powers: Set<Key>,
    /// The party.
    pub on_behalf_of: PartyName,
    /// The powers that the person can exercise for it alone, by their codes, wherever the mandates apply.
    pub powers: Set<Key>,
}

/// Everybody for whom a person may act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct PrincipalsView {
    /// The parties, ordered by id.
    pub principals: Vec<PrincipalView>,
}

/// The party that is acted for, as the vault knows it.
pub(crate) const fn of_principal(principal: Principal) -> Party {
    match principal {
        Principal::Organisation(id) => Party::Organisation(id),
        Principal::Person(id) => Party::Person(id),
    }
}

/// The party that acts, as the vault knows it.
pub(crate) const fn of_holder(holder: MandateHolder) -> Party {
    match holder {
        MandateHolder::Organisation(id) => Party::Organisation(id),
        MandateHolder::Person(id) => Party::Person(id),
        MandateHolder::Team { organisation_id, team_id } => Party::Team(team_id, organisation_id),
    }
}

impl Joint {
    /// With the names of everybody.
    pub(crate) fn view(&self, names: &Names<'_>) -> TogetherView {
        let number = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        TogetherView {
            could_join: self.could.iter().map(|holder| names.name(of_holder(*holder))).collect(),
            counted: self.have.iter().map(|person| names.name(Party::Person(*person))).collect(),
            people_missing: number(self.missing()),
            people_needed: number(self.needed),
        }
    }
}

impl Mandates {
    /// A mandate as it was at a moment.
    pub(crate) fn view(&self, mandate: &Mandate, at: Timestamp, names: &Names<'_>) -> MandateView {
        let (terms, document) = (&mandate.terms, mandate.kind.document());
        let status = self.status(mandate, at);
        let powers = terms.powers.iter().filter_map(|code| {
            let given =
                |right: &PowerRight| status == MandateStatus::Active && mandate.gives(code, *right, at);
            let rights = [PowerRight::Assign, PowerRight::Exercise, PowerRight::PassOn]
                .into_iter()
                .filter(given)
                .collect();
            let name = document.powers.get(code)?.name.clone();
            Some(PowerView { name, power: code.clone(), power_rights: rights })
        });
        MandateView {
            kind_code: document.kind_code.clone(),
            from: terms.from,
            granted_by: names.name(Party::Person(mandate.granted_by)),
            mandate_holder: names.name(of_holder(terms.mandate_holder)),
            mandate_id: mandate.id,
            mandate_kind: terms.mandate_kind,
            mandate_status: status,
            name: document.name.clone(),
            parent_id: mandate.parent,
            powers: powers.collect(),
            principal: names.name(of_principal(terms.principal)),
            recorded_at: mandate.recorded_at,
            mandate_source: mandate.source,
            mandate_targets: terms.mandate_targets.clone(),
            through: terms.through,
            times_used: u64::try_from(mandate.times_used()).unwrap_or(u64::MAX),
            uses: terms.uses,
        }
    }

    /// The mandates of a party as they were at a moment: only those that were recorded by then.
    pub(crate) fn views(&self, party: Party, at: Timestamp, names: &Names<'_>) -> MandatesView {
        let by_then = |mandate: &&Mandate| mandate.recorded_at <= at;
        let granted = Principal::of(party).into_iter().flat_map(|principal| self.for_principal(principal));
        let mut granted: Vec<&Mandate> = granted.filter_map(|id| self.get(id)).filter(by_then).collect();
        granted.sort_by_key(|mandate| (mandate.recorded_at, mandate.id));
        let held = self.of_holder(MandateHolder::of(party)).filter_map(|id| self.get(id)).filter(by_then);
        MandatesView {
            mandates_granted: granted.into_iter().map(|mandate| self.view(mandate, at, names)).collect(),
            mandates_held: held.map(|mandate| self.view(mandate, at, names)).collect(),
        }
    }

    /// For whom a person may hold a mandate, directly, by a team, or by an organisation: those to ask about.
    pub(crate) fn principals_of(&self, actor: PersonId, teams: &[MandateHolder]) -> Set<Principal> {
        let own = std::iter::once(MandateHolder::Person(actor)).chain(teams.iter().copied());
        let of = |holder| {
            self.of_holder(holder).filter_map(|id| self.get(id)).map(|mandate| mandate.terms.principal)
        };
        let direct: Set<Principal> = own.flat_map(of).collect();
        let organisations = direct.iter().filter_map(|principal| match principal {
            Principal::Organisation(id) => Some(MandateHolder::Organisation(*id)),
            Principal::Person(_) => None,
        });
        let through: Vec<Principal> = organisations.flat_map(of).collect();
        direct.iter().copied().chain(through).collect()
    }

    /// The powers in the mandates for a principal.
    pub(crate) fn powers_for(&self, principal: Principal) -> Set<Key> {
        let all = self.for_principal(principal).filter_map(|id| self.get(id));
        all.flat_map(|mandate| mandate.terms.powers.iter().cloned()).collect()
    }
}
