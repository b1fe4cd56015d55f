//! A worker: its own random numbers, its own clock, which is slightly wrong, and commands under its own ids.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use interlink::journal::StreamId;
use interlink::kernel::{Command, Engine, Error, Executed};
use interlink::types::{DocumentId, Timestamp};
use serde_json::{Value, json};

use crate::Fault;

/// A random seed.
pub(crate) fn any_seed() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_nanos() as u64)
}

/// The time of the machine's clock.
pub(crate) fn now() -> Timestamp {
    let millis = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as i64);
    Timestamp::from_millis(millis).unwrap_or(Timestamp::MAX)
}

/// A worker.
pub(crate) struct Hand {
    pub(crate) engine: Arc<Engine>,
    pub(crate) name: String,
    /// The most milliseconds by which its clock is behind.
    pub(crate) behind: u64,
    random: u64,
    commands: u64,
}

impl Hand {
    pub(crate) fn new(engine: Arc<Engine>, name: String, seed: u64) -> Self {
        Self { engine, name, behind: 60, random: seed | 1, commands: 0 }
    }

    /// xorshift64*: a number below another.
    pub(crate) fn below(&mut self, many: u64) -> u64 {
        self.random ^= self.random >> 12;
        self.random ^= self.random << 25;
        self.random ^= self.random >> 27;
        (self.random.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % many.max(1)
    }

    /// The id of its n-th command: unique to the worker's name and the number.
    pub(crate) fn id_of(&self, nth: u64) -> DocumentId {
        DocumentId::of(format!("{}-{nth}", self.name).as_bytes())
    }

    /// The next command.
    pub(crate) fn command(
        &mut self,
        actor: &str,
        stream: Option<StreamId>,
        kind: &str,
        data: Value,
    ) -> Result<Command, Fault> {
        self.commands += 1;
        let behind = self.below(self.behind + 1) as i64;
        let at = Timestamp::from_millis(now().as_millis() - behind)?;
        let entropy = format!("{:016x}{:016x}", self.below(u64::MAX) | 1, self.below(u64::MAX));
        let id = self.id_of(self.commands);
        let mut text =
            json!({"id": id, "at": at, "actor": actor, "entropy": entropy, "type": kind, "data": data});
        if let Some(stream) = stream {
            text["stream"] = json!(stream);
        }
        Ok(Command::from_json(text.to_string().as_bytes())?)
    }

    /// Gives a command that only the rules may refuse: `Ok(None)` if they do.
    pub(crate) fn try_do(
        &mut self,
        actor: &str,
        stream: Option<StreamId>,
        kind: &str,
        data: Value,
    ) -> Result<Option<Executed>, Fault> {
        let command = self.command(actor, stream, kind, data)?;
        match self.engine.execute(&command) {
            Ok(executed) => Ok(Some(executed)),
            Err(Error::Rejected(rejection)) => {
                let code = rejection.code().as_str();
                // The sender has read an answer that excludes this.
                let unexpected =
                    ["stream.exists", "stream.unknown", "stream.conflict", "time.ahead", "command.reused"];
                match unexpected.contains(&code) {
                    true => Err(Fault(format!("{kind} was refused: {code}: {rejection}"))),
                    false => Ok(None),
                }
            }
            Err(error) => Err(Fault(format!("{kind} failed: {}: {error}", error.code().as_str()))),
        }
    }

    /// Gives a command that must be accepted.
    pub(crate) fn act(
        &mut self,
        actor: &str,
        stream: Option<StreamId>,
        kind: &str,
        data: Value,
    ) -> Result<Executed, Fault> {
        let command = self.command(actor, stream, kind, data)?;
        self.engine
            .execute(&command)
            .map_err(|error| Fault(format!("{kind} failed: {}: {error}", error.code().as_str())))
    }
}
