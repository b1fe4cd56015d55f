//! Makes and gives commands: each with an id, a time and random bytes derived from the seed.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::random::Random;
use interlink::journal::StreamId;
use interlink::kernel::{Action, Command, Engine, Error, Executed};
use interlink::problem::Code;
use interlink::types::{HostId, InputFault, Language, Localized, Timestamp, ValueFault};

/// Gives commands to the engine and counts the results.
#[derive(Debug)]
pub(super) struct Handler<'e> {
    pub(super) engine: &'e Engine,
    pub(super) random: Random,
    /// The simulated clock. It only goes forward, since streams are shared between processes.
    pub(super) now: Timestamp,
    pub(super) commands: u64,
    pub(super) refusals: BTreeMap<Code, u64>,
    pub(super) events: u64,
    seed: u64,
}

impl<'e> Handler<'e> {
    pub(super) const fn new(engine: &'e Engine, seed: u64, now: Timestamp) -> Self {
        Self {
            engine,
            random: Random::new(seed),
            now,
            commands: 0,
            refusals: BTreeMap::new(),
            events: 0,
            seed,
        }
    }

    /// Gives a command; `None` if it is refused.
    pub(super) fn act(
        &mut self,
        actor: &HostId,
        stream: Option<StreamId>,
        action: impl Into<Action>,
    ) -> Result<Option<Executed>, Error> {
        match self.must(actor, stream, action) {
            // The store has a clock, and the simulation is in its future: no later command would be accepted either.
            Err(error) if error.code() == Code::TimeAhead => Err(error),
            Err(error @ Error::Rejected(_)) => {
                let why = error.reasons().first().map_or(error.code(), |reason| reason.code);
                *self.refusals.entry(why).or_default() += 1;
                Ok(None)
            }
            executed => executed.map(Some),
        }
    }

    /// Gives a command that must be accepted for the simulation to make sense.
    pub(super) fn must(
        &mut self,
        actor: &HostId,
        stream: Option<StreamId>,
        action: impl Into<Action>,
    ) -> Result<Executed, Error> {
        let id = word(&format!("{:016x}{:08x}", self.seed, self.commands))?;
        let entropy = self.random.entropy();
        self.commands += 1;
        let mut command = Command::new(id, self.now, actor.clone(), entropy, action);
        command.stream = stream;
        let executed = self.engine.execute(&command)?;
        self.events = self.events.saturating_add(executed.events.len() as u64);
        Ok(executed)
    }

    /// A moment a number of hours and a bit from now; the last possible one at the end of time.
    pub(super) fn in_hours(&mut self, hours: u64) -> Timestamp {
        const HOUR: u64 = 3_600_000;
        let millis = hours.saturating_mul(HOUR).saturating_add(self.random.below(HOUR));
        let at = self.now.as_millis().saturating_add_unsigned(millis);
        Timestamp::from_millis(at).unwrap_or(Timestamp::MAX)
    }

    /// A moment between a number of days from now.
    pub(super) fn in_days(&mut self, first: u64, last: u64) -> Timestamp {
        let hours = self.random.between(first * 24, last * 24);
        self.in_hours(hours)
    }
}

/// A value that the simulation writes itself. Tests show that it is valid; here it may not panic.
pub(super) fn word<T: FromStr<Err = ValueFault>>(text: &str) -> Result<T, Error> {
    text.parse().map_err(|fault| refused(&fault))
}

/// A text in English.
pub(super) fn english(text: impl Into<String>) -> Result<Localized, Error> {
    Localized::new(Language::english(), text).map_err(|fault| refused(&fault))
}

fn refused(fault: &ValueFault) -> Error {
    InputFault::of(fault.said(), "").into()
}
