//! The state of a mandate: what it says, and in which status it is at any moment.

use std::sync::Arc;

use serde::Serialize;

use super::{Event, MandateKind, MandateTerms, PowerRight, Source, WrongCode};
use crate::journal::{Event as Recorded, EventData};
use crate::kernel::{ApplyFault, Documents, State};
use crate::types::json::Readable;
use crate::types::{Commitment, Key, MandateId, PersonId, Timestamp};

/// The status of a mandate at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MandateStatus {
    /// In force.
    Active,
    /// Used as often as it can be.
    Consumed,
    /// Its last day is over, or nobody accepted it in time.
    Expired,
    /// It waits for an acceptance.
    Pending,
    /// Whoever should have accepted it refused.
    Refused,
    /// Its holder gave it back.
    Renounced,
    /// It was revoked.
    Revoked,
    /// It begins later.
    Scheduled,
    /// Another mandate replaced it.
    Superseded,
    /// It is suspended.
    Suspended,
}

interlink_values::words!(MandateStatus);

impl MandateStatus {
    /// All of them, by name.
    pub const ALL: &[Self] = &[
        Self::Active,
        Self::Consumed,
        Self::Expired,
        Self::Pending,
        Self::Refused,
        Self::Renounced,
        Self::Revoked,
        Self::Scheduled,
        Self::Superseded,
        Self::Suspended,
    ];

    /// The name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Consumed => "consumed",
            Self::Expired => "expired",
            Self::Pending => "pending",
            Self::Refused => "refused",
            Self::Renounced => "renounced",
            Self::Revoked => "revoked",
            Self::Scheduled => "scheduled",
            Self::Superseded => "superseded",
            Self::Suspended => "suspended",
        }
    }

    /// The word for it in a sentence, in English.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            // Words of their own: of a consent the same words mean something else, and other languages show it.
            Self::Expired => "lapsed",
            Self::Refused => "declined",
            Self::Revoked => "ended by revocation",
            Self::Active
            | Self::Consumed
            | Self::Pending
            | Self::Renounced
            | Self::Scheduled
            | Self::Superseded
            | Self::Suspended => self.as_str(),
        }
    }

    /// Whether it can never be in force again.
    #[must_use]
    pub const fn is_final(self) -> bool {
        match self {
            Self::Consumed
            | Self::Expired
            | Self::Refused
            | Self::Renounced
            | Self::Revoked
            | Self::Superseded => true,
            Self::Active | Self::Pending | Self::Scheduled | Self::Suspended => false,
        }
    }
}

/// Whose acceptance a mandate waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Awaits {
    /// The holder's.
    Holder,
    /// The holder's, with a code.
    Code(Commitment),
    /// The principal's.
    Principal,
}

/// How a mandate ended, other than by its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ended {
    at: Timestamp,
    status: MandateStatus,
}

/// A mandate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// Its id.
    pub id: MandateId,
    /// What it says.
    pub terms: MandateTerms,
    /// Its kind.
    pub kind: Arc<MandateKind>,
    /// Where it comes from.
    pub source: Source,
    /// The mandate that it passes on.
    pub parent: Option<MandateId>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub granted_by: PersonId,
    /// The mandate by which they did.
    pub by_mandate: Option<MandateId>,
    /// The mandate that it replaces once it begins.
    pub supersedes: Option<MandateId>,
    pub(super) awaits: Option<Awaits>,
    expires_at: Option<Timestamp>,
    accepted_at: Option<Timestamp>,
    /// The earliest end that was declared.
    ended: Option<Ended>,
    /// Powers that ended alone.
    ended_powers: Vec<(Key, Timestamp)>,
    /// Times in which it was suspended; without end if it still is.
    suspended: Vec<(Timestamp, Option<Timestamp>)>,
    /// When it was used.
    used: Vec<Timestamp>,
}

impl Mandate {
    /// The first moment at which it can be in force; `None` while it waits for an acceptance. Never before it was recorded
    /// and accepted.
    #[must_use]
    pub fn begins_at(&self) -> Option<Timestamp> {
        let recorded = match self.awaits {
            None => self.recorded_at,
            Some(_) => self.accepted_at?,
        };
        Some(self.kind.document().time_zone.begin(self.terms.from).max(recorded))
    }

    /// The first moment after its last day; the last possible moment if it has none.
    #[must_use]
    pub fn ends_at(&self) -> Timestamp {
        self.terms.through.map_or(Timestamp::MAX, |through| self.kind.document().time_zone.end(through))
    }

    /// Its status at a moment, seen alone: without the mandate it passes on, and without one that replaces it.
    #[must_use]
    pub fn status_at(&self, at: Timestamp) -> MandateStatus {
        if let Some(ended) = self.ended.filter(|ended| ended.at <= at) {
            return ended.status;
        }
        if at >= self.ends_at() {
            return MandateStatus::Expired;
        }
        let Some(begins) =
            self.begins_at().filter(|_| self.accepted_at.is_none_or(|accepted| accepted <= at))
        else {
            let is_over = self.expires_at.is_some_and(|expires| expires <= at);
            return if is_over { MandateStatus::Expired } else { MandateStatus::Pending };
        };
        if at < begins {
            return MandateStatus::Scheduled;
        }
        let covers = |(from, until): &(Timestamp, Option<Timestamp>)| {
            *from <= at && until.is_none_or(|until| at < until)
        };
        if self.suspended.iter().any(covers) {
            return MandateStatus::Suspended;
        }
        match self.is_used_up(at) {
            true => MandateStatus::Consumed,
            false => MandateStatus::Active,
        }
    }

    /// Whether it was used as often as it can be by a moment.
    fn is_used_up(&self, at: Timestamp) -> bool {
        let used = self.used.iter().filter(|used| **used <= at).count();
        self.terms.uses.is_some_and(|uses| usize::try_from(uses).is_ok_and(|uses| used >= uses))
    }

    /// How often it was used.
    #[must_use]
    pub fn times_used(&self) -> usize {
        self.used.len()
    }

    /// Whether a power has a right at a moment. What was passed on is there to be exercised, whatever rights its giver had
    /// in it besides passing it on.
    #[must_use]
    pub fn gives(&self, power: &Key, right: PowerRight, at: Timestamp) -> bool {
        let is_over = self.ended_powers.iter().any(|(ended, when)| ended == power && *when <= at);
        let of_kind = self.kind.document().powers.get(power).is_some_and(|kind| {
            kind.power_rights.contains(&right)
                || (self.parent.is_some() && kind.power_rights.contains(&PowerRight::PassOn))
        });
        self.terms.powers.contains(power) && self.terms.power_rights.contains(&right) && of_kind && !is_over
    }

    /// Whether a power ended alone by a moment.
    pub(super) fn lost(&self, power: &Key, at: Timestamp) -> bool {
        self.ended_powers.iter().any(|(ended, when)| ended == power && *when <= at)
    }

    /// Whether somebody suspended it and nobody resumed it.
    pub(super) fn is_suspended(&self) -> bool {
        self.suspended.last().is_some_and(|(_, until)| until.is_none())
    }

    /// Whether a wrong code ends it.
    pub(super) fn ends_by_a_wrong_code(&self) -> bool {
        self.kind.document().wrong_code == WrongCode::Revoke
    }

    /// When it ends at the latest, as far as declared.
    pub(super) fn declared_end(&self) -> Timestamp {
        self.ended.map_or(self.ends_at(), |ended| ended.at.min(self.ends_at()))
    }

    fn end(&mut self, at: Timestamp, status: MandateStatus) {
        if self.ended.is_none_or(|ended| at < ended.at) {
            self.ended = Some(Ended { at, status });
        }
    }

    fn begin_with(
        id: MandateId,
        head: (Timestamp, PersonId),
        event: &Event,
        documents: &dyn Documents,
    ) -> Option<Self> {
        let (recorded_at, granted_by) = head;
        let (mut source, mut parent, mut by_mandate, mut supersedes) = (Source::Grant, None, None, None);
        let (terms, awaits, expires_at) = match event {
            Event::MandateGranted(e) => {
                (by_mandate, supersedes) = (e.by_mandate_id, e.supersedes);
                let awaits = match (e.acceptance_code, e.awaits_holder) {
                    (Some(code), _) => Some(Awaits::Code(code)),
                    (None, true) => Some(Awaits::Holder),
                    (None, false) => None,
                };
                (&e.terms, awaits, e.expires_at)
            }
            Event::MandateRequested(e) => (&e.terms, Some(Awaits::Principal), e.expires_at),
            Event::MandateRegistered(e) => {
                source = e.mandate_source;
                (&e.terms, e.awaits_holder.then_some(Awaits::Holder), e.expires_at)
            }
            Event::MandatePassedOn(e) => {
                (parent, by_mandate) = (Some(e.parent_id), e.by_mandate_id);
                (&e.terms, e.awaits_holder.then_some(Awaits::Holder), e.expires_at)
            }
            Event::MandateAccepted(_)
            | Event::MandateRefused(_)
            | Event::MandateRenounced(_)
            | Event::MandateRevoked(_)
            | Event::MandateSuspended(_)
            | Event::MandateResumed(_)
            | Event::MandateUsed(_) => return None,
        };
        Some(Self {
            id,
            kind: documents.mandate_kind(terms.mandate_kind)?,
            terms: terms.clone(),
            source,
            parent,
            recorded_at,
            granted_by,
            by_mandate,
            supersedes,
            awaits,
            expires_at,
            accepted_at: None,
            ended: None,
            ended_powers: Vec::new(),
            suspended: Vec::new(),
            used: Vec::new(),
        })
    }

    fn apply(&mut self, at: Timestamp, event: &Event) -> Option<()> {
        match event {
            Event::MandateGranted(_)
            | Event::MandateRequested(_)
            | Event::MandateRegistered(_)
            | Event::MandatePassedOn(_) => return None,
            Event::MandateAccepted(_) => self.accepted_at = Some(at),
            Event::MandateRefused(_) => self.end(at, MandateStatus::Refused),
            Event::MandateRenounced(e) => self.end(e.effective_at, MandateStatus::Renounced),
            Event::MandateRevoked(e) if e.powers.is_empty() => {
                self.end(e.effective_at, MandateStatus::Revoked);
            }
            Event::MandateRevoked(e) => {
                self.ended_powers.extend(e.powers.iter().map(|power| (power.clone(), e.effective_at)));
                let first = |power: &Key| {
                    let ended = self.ended_powers.iter().filter(|(ended, _)| ended == power);
                    ended.map(|(_, when)| *when).min()
                };
                // Without any power left, it is revoked as a whole.
                let all: Option<Vec<Timestamp>> = self.terms.powers.iter().map(first).collect();
                if let Some(when) = all.and_then(|all| all.into_iter().max()) {
                    self.end(when, MandateStatus::Revoked);
                }
            }
            Event::MandateSuspended(_) => self.suspended.push((at, None)),
            Event::MandateResumed(_) => {
                if let Some((_, until)) = self.suspended.last_mut() {
                    *until = Some(at);
                }
            }
            Event::MandateUsed(_) => self.used.push(at),
        }
        Some(())
    }
}

/// A mandate is larger than the states of other streams.
impl State for Box<Mandate> {
    type Id = MandateId;

    fn begin(id: MandateId, event: &Recorded, documents: &dyn Documents) -> Result<Self, ApplyFault> {
        Mandate::begin(id, event, documents).map(Self::new)
    }

    fn follow(&mut self, event: &Recorded, documents: &dyn Documents) -> Result<(), ApplyFault> {
        (**self).follow(event, documents)
    }
}

impl State for Mandate {
    type Id = MandateId;

    fn begin(id: MandateId, event: &Recorded, documents: &dyn Documents) -> Result<Self, ApplyFault> {
        let EventData::Mandate(data) = &event.data else { return Err(ApplyFault::Stream) };
        Self::begin_with(id, (event.head.at, event.head.actor), data, documents).ok_or(ApplyFault::Creation)
    }

    fn follow(&mut self, event: &Recorded, _: &dyn Documents) -> Result<(), ApplyFault> {
        let EventData::Mandate(data) = &event.data else { return Err(ApplyFault::Stream) };
        self.apply(event.head.at, data).ok_or(ApplyFault::Stream)
    }
}
