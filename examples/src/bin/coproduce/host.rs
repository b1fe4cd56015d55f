//! What a host provides: a clock, random bytes, ids for commands, and the identity of the user.

use std::cell::Cell;

use interlink::journal::StreamId;
use interlink::kernel::{Action, Command, Executed};
use interlink::types::{CommandId, Entropy, Timestamp};
use interlink::{Engine, Error};
use sha2::{Digest, Sha256};

use crate::Fallible;

/// The first round begins here, and each later one a year after the one before.
const START: &str = "2026-03-02T09:00:00.000Z";
const YEAR: i64 = 365 * 24 * 3_600_000;
const QUARTER_OF_AN_HOUR: i64 = 15 * 60_000;

/// Gives commands to the engine, one after another.
///
/// A real host takes the time from its clock and entropy from the operating system, and keeps each command until it is
/// acknowledged. This one derives both from the step's name, so that every run on every machine makes the same record,
/// and an interrupted run can be repeated from the beginning.
pub(crate) struct Host<'a> {
    engine: &'a Engine,
    round: u32,
    now: Cell<i64>,
    /// Whether a step was executed that was not in the record before.
    live: Cell<bool>,
}

impl<'a> Host<'a> {
    pub(crate) fn new(engine: &'a Engine, round: u32) -> Fallible<Self> {
        let start: Timestamp = START.parse()?;
        let now = Cell::new(start.as_millis() + YEAR * i64::from(round - 1));
        Ok(Self { engine, round, now, live: Cell::new(false) })
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.now.get()).unwrap_or(Timestamp::MAX)
    }

    pub(crate) fn wait_days(&self, days: i64) {
        self.now.set(self.now.get() + days * 24 * 3_600_000);
    }

    /// Whether the record has been caught up with, so that the next attempts are new.
    pub(crate) fn is_live(&self) -> bool {
        self.live.get()
    }

    /// A command of this round.
    pub(crate) fn command(
        &self,
        step: &str,
        actor: &str,
        stream: impl Into<Option<StreamId>>,
        action: impl Into<Action>,
    ) -> Fallible<Command> {
        self.named(&format!("round-{}.{step}", self.round), actor, stream.into(), action.into())
    }

    fn named(&self, id: &str, actor: &str, stream: Option<StreamId>, action: Action) -> Fallible<Command> {
        self.now.set(self.now.get() + QUARTER_OF_AN_HOUR);
        let digest: [u8; 32] = Sha256::digest(id.as_bytes()).into();
        let (entropy, half) = digest.split_at(16);
        // A command's id is permanent and must reveal nothing, so it is not the step's name.
        let (entropy, id) = (Entropy::from_bytes(entropy.try_into()?), CommandId::of_bytes(half.try_into()?));
        let command = Command::new(id, self.now(), actor.parse()?, entropy, action);
        Ok(Command { stream, ..command })
    }

    /// Executes a step of this round.
    pub(crate) fn act(
        &self,
        step: &str,
        actor: &str,
        stream: impl Into<Option<StreamId>>,
        action: impl Into<Action>,
    ) -> Fallible<Executed> {
        let command = self.command(step, actor, stream, action)?;
        self.execute(&command)
    }

    /// Executes a step that is done once for all rounds.
    pub(crate) fn once(
        &self,
        step: &str,
        actor: &str,
        stream: impl Into<Option<StreamId>>,
        action: impl Into<Action>,
    ) -> Fallible<Executed> {
        // Later rounds repeat the command unchanged, with its own time.
        let later = self.now.replace(START.parse::<Timestamp>()?.as_millis() + self.within_round());
        let command = self.named(&format!("once.{step}"), actor, stream.into(), action.into());
        self.now.set(later + QUARTER_OF_AN_HOUR);
        self.execute(&command?)
    }

    fn within_round(&self) -> i64 {
        self.now.get()
            - YEAR * i64::from(self.round - 1)
            - START.parse::<Timestamp>().map_or(0, Timestamp::as_millis)
    }

    fn execute(&self, command: &Command) -> Fallible<Executed> {
        let executed = self.engine.execute(command)?;
        self.live.set(self.live.get() || !executed.repeated);
        Ok(executed)
    }

    /// Tries an act that must not be allowed, and returns the refusal.
    pub(crate) fn try_in_vain(&self, command: &Command) -> Fallible<Error> {
        match self.engine.execute(command) {
            Err(error) => Ok(error),
            Ok(_) => Err(format!("{} was accepted, but must be refused", command.action.type_name()).into()),
        }
    }
}
