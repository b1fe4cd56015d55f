//! One change of a person's will about one purpose, in few bytes: a register holds millions.

use super::fact::Fact;
use super::{Expressed, State, Validity, Verb};
use crate::types::Timestamp;

/// No earlier step.
pub(super) const NONE: u32 = u32::MAX;
/// Any number of uses.
pub(super) const UNLIMITED: u32 = u32::MAX;

/// A state, and when it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    /// When it begins: the time of the act.
    pub(crate) from: Timestamp,
    /// When it ends, if it is a consent.
    pub(crate) until: Timestamp,
    /// The purpose, by its place in the register.
    pub(super) purpose: u32,
    /// The step before it, by its place in the register.
    pub(super) prev: u32,
    /// The number of the event in the person's stream.
    pub(crate) seq: u32,
    /// The notice that was read, by its place in the register.
    pub(super) notice: u32,
    /// The number of uses left; or the event that ends it, by its place in the register.
    pub(super) left: u32,
    state: u8,
    flags: u8,
}

const ALONE: u8 = 1;
const EXPLICIT: u8 = 2;
const UNTIL_EVENT: u8 = 4;
const USE: u8 = 8;
const HERS: u8 = 16;

impl Step {
    /// The state right after the step.
    pub(crate) const fn state(&self) -> State {
        State::from_code(self.state)
    }

    /// The state at a moment after the step: a consent's time and uses end without an event.
    pub(crate) fn state_at(&self, at: Timestamp) -> State {
        match self.state() {
            State::Given | State::Renewed if at >= self.until || self.uses() == Some(0) => State::Expired,
            state => state,
        }
    }

    /// Whether it was expressed without a holder of parental responsibility: by the data subject, or by a
    /// representative they chose.
    pub(crate) const fn alone(&self) -> bool {
        self.flags & ALONE != 0
    }

    /// Records that the data subject chose the representative.
    pub(super) const fn is_her_own_doing(&mut self) {
        self.flags |= ALONE;
    }

    /// Whether the data subject expressed it, alone or as an official recorded it.
    pub(super) const fn is_hers(&self) -> bool {
        self.flags & HERS != 0
    }

    /// Whether it only records a use of the consent before it.
    pub(super) const fn is_use(&self) -> bool {
        self.flags & USE != 0
    }

    /// Whether it was given in words or by a signature.
    pub(crate) const fn explicit(&self) -> bool {
        self.flags & EXPLICIT != 0
    }

    /// How many uses are left, if they are counted.
    pub(crate) const fn uses(&self) -> Option<u32> {
        if self.flags & UNTIL_EVENT != 0 || self.left == UNLIMITED { None } else { Some(self.left) }
    }

    /// The event that ends it, by its place in the register.
    pub(super) const fn until_event(&self) -> Option<u32> {
        if self.flags & UNTIL_EVENT != 0 { Some(self.left) } else { None }
    }

    /// The step that an act leads to; `None` if the act is not possible.
    pub(super) fn after(before: Option<&Self>, at: Timestamp, seq: u32, fact: &Fact<'_>) -> Option<Self> {
        let state = before.map_or(State::Unknown, |step| step.state_at(at));
        let seconded = || state.seconded(fact.verb).filter(|_| fact.by == Some(Expressed::Representative));
        let next = state.after(fact.verb).or_else(seconded)?;
        let mut step = Self {
            from: at,
            until: Timestamp::MAX,
            purpose: NONE,
            prev: NONE,
            seq,
            notice: before.map_or(NONE, |step| step.notice),
            left: UNLIMITED,
            state: next as u8,
            flags: 0,
        };
        if let Some((by, explicit, valid)) = fact.agreed {
            step.expressed(by, explicit, valid);
        }
        // An objection that resumes after an erasure was the data subject's own.
        let by_herself = matches!(fact.by, Some(Expressed::DataSubject | Expressed::Official(_)));
        if by_herself || matches!(fact.verb, Verb::Resume) {
            step.flags |= HERS;
        }
        if fact.verb == Verb::Use {
            let before = before?;
            (step.left, step.until, step.flags) =
                (before.uses()?.checked_sub(1)?, before.until, before.flags | USE);
        }
        Some(step)
    }

    fn expressed(&mut self, by: Expressed, explicit: bool, valid: &Validity) {
        match valid {
            Validity::Days(days) => self.until = self.from.plus_days(*days),
            Validity::Until(until) => self.until = *until,
            Validity::UntilEvent(_) => self.flags |= UNTIL_EVENT,
            Validity::Uses(uses) => self.left = (*uses).min(UNLIMITED - 1),
        }
        if by != Expressed::Representative {
            self.flags |= ALONE;
        }
        if explicit {
            self.flags |= EXPLICIT;
        }
    }
}
