//! A short way to make commands: somebody acts, and the host says when it is and what is random.

use super::{Action, Command, Engine, Error, Executed};
use crate::journal::StreamId;
use crate::types::{CommandId, Entropy, HostId, Timestamp, ValueFault};

/// What a command needs besides who wants what, and a library without a clock or randomness of its own asks for.
///
/// A pair of closures is one: the time, and sixteen bytes that nobody can guess.
pub trait Host {
    /// What time it is.
    fn now(&self) -> Timestamp;
    /// Sixteen bytes from the system's source of randomness, others each time.
    fn random(&self) -> [u8; 16];
}

impl<N: Fn() -> Timestamp, R: Fn() -> [u8; 16]> Host for (N, R) {
    fn now(&self) -> Timestamp {
        self.0()
    }

    fn random(&self) -> [u8; 16] {
        self.1()
    }
}

/// Somebody who acts on an engine, by the host's id of them.
#[derive(Debug, Clone)]
pub struct Acting<'e, H> {
    engine: &'e Engine,
    actor: HostId,
    host: &'e H,
}

impl Engine {
    /// Lets somebody act: the host has made sure that it is them.
    ///
    /// ```
    /// use interlink::party::{FoundOrganisation, StakeholderKind, TeamPolicy};
    /// use interlink::types::{Language, Localized, Timestamp};
    /// # let engine = interlink::Engine::open("memory:")?;
    /// # let random = || { let mut bytes = [0; 16]; getrandom::fill(&mut bytes).unwrap(); bytes };
    /// let host = (|| "2026-03-02T09:00:00.000Z".parse::<Timestamp>().unwrap(), random);
    /// let anna = engine.acting("anna@city.example", &host)?;
    /// let founded = anna.execute(FoundOrganisation {
    ///     organisation: "city".parse()?,
    ///     name: Localized::new(Language::english(), "The City")?,
    ///     kind: StakeholderKind::PublicAdministration,
    ///     teams_by: TeamPolicy::Members,
    /// })?;
    /// assert_eq!(founded.events.len(), 1);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What is no id of a person.
    pub fn acting<'e, H: Host>(&'e self, actor: &str, host: &'e H) -> Result<Acting<'e, H>, ValueFault> {
        Ok(Acting { engine: self, actor: actor.parse()?, host })
    }
}

impl<H: Host> Acting<'_, H> {
    /// A command as it would be executed now: to keep, and to send again under the same id where nobody knows what became of
    /// it.
    pub fn command(&self, action: impl Into<Action>) -> Command {
        let id = CommandId::of_bytes(self.host.random());
        let entropy = Entropy::from_bytes(self.host.random());
        Command::new(id, self.host.now(), self.actor.clone(), entropy, action)
    }

    /// Executes what begins a stream of its own, or names by itself whom it is about.
    ///
    /// # Errors
    /// As [`Engine::execute`].
    pub fn execute(&self, action: impl Into<Action>) -> Result<Executed, Error> {
        self.engine.execute(&self.command(action))
    }

    /// Executes something on a stream: a process, an organisation, a person.
    ///
    /// # Errors
    /// As [`Engine::execute`].
    pub fn execute_on(
        &self,
        stream: impl Into<StreamId>,
        action: impl Into<Action>,
    ) -> Result<Executed, Error> {
        self.engine.execute(&self.command(action).on(stream))
    }
}
