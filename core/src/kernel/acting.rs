//! A short way to make commands: a person acts, and the host supplies the time and random bytes.

use super::{Action, Command, Engine, Error, Executed};
use crate::journal::StreamId;
use crate::types::{CommandId, Entropy, HostId, Timestamp, ValueFault};

/// What a command needs that a library without a clock or randomness of its own must ask the host for.
///
/// A pair of closures implements it: the time, and sixteen bytes that nobody can guess.
pub trait Host {
    /// The current time.
    fn now(&self) -> Timestamp;
    /// Sixteen new bytes from the system's source of randomness.
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

/// A person who acts on an engine, by the host's id.
#[derive(Debug, Clone)]
pub struct Acting<'e, H> {
    engine: &'e Engine,
    actor: HostId,
    host: &'e H,
}

impl Engine {
    /// Starts acting as a person. The host must have authenticated them.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::party::{RegisterOrganisation, StakeholderKind, TeamPolicy};
    /// use interlink::types::{Language, Localized, Timestamp};
    /// # let engine = interlink::Engine::open("memory:")?;
    /// # let random = || { let mut bytes = [0; 16]; getrandom::fill(&mut bytes).unwrap(); bytes };
    /// let host = (|| "2026-03-02T09:00:00.000Z".parse::<Timestamp>().unwrap(), random);
    /// let anna = engine.acting("anna@city.example", &host)?;
    /// let founded = anna.execute(RegisterOrganisation {
    ///     organisation: "city".parse()?,
    ///     name: Localized::new(Language::english(), "The City")?,
    ///     kind: StakeholderKind::PublicAdministration,
    ///     team_creation: TeamPolicy::Members,
    /// })?;
    /// assert_eq!(founded.events.len(), 1);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the text is not a valid host id.
    pub fn acting<'e, H: Host>(&'e self, actor: &str, host: &'e H) -> Result<Acting<'e, H>, ValueFault> {
        Ok(Acting { engine: self, actor: actor.parse()?, host })
    }
}

impl<H: Host> Acting<'_, H> {
    /// A command as it would be executed now: to keep, and to send again under the same id if its result is unknown.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, city, .. } = testkit::example();
    /// use interlink::party::AppointAdministrator;
    /// let anna = engine.acting("anna", &host)?;
    /// let command = anna.command(AppointAdministrator { person: "bruno".parse()? }).on(city);
    /// // Keep it until you know its result.
    /// let kept = command.to_json();
    /// assert_eq!(interlink::Command::from_json(&kept)?, command);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn command(&self, action: impl Into<Action>) -> Command {
        let id = CommandId::of_bytes(self.host.random());
        let entropy = Entropy::from_bytes(self.host.random());
        Command::new(id, self.host.now(), self.actor.clone(), entropy, action)
    }

    /// Executes an action that begins its own stream, or that names its stream itself.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, .. } = testkit::example();
    /// use interlink::{governance::{GovernanceModel, Shipped}, process::CreateProcess};
    /// use interlink::types::{Language, Localized};
    /// let (english, model) = (Language::english(), GovernanceModel::shipped(Shipped::C2c).id());
    /// let create = CreateProcess::new(model, english, Localized::new(english, "A repair café")?);
    /// let created = engine.acting("nora", &host)?.execute(create)?;
    /// assert_eq!(engine.process(created.process().unwrap())?.seq(), created.seq);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Engine::execute`].
    pub fn execute(&self, action: impl Into<Action>) -> Result<Executed, Error> {
        self.engine.execute(&self.command(action))
    }

    /// Executes an action on a stream: a process, an organisation, a person.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, garden, invite, .. } = testkit::example();
    /// use interlink::process::StartTask;
    /// let anna = engine.acting("anna", &host)?;
    /// let executed = anna.execute_on(garden, StartTask::new(invite))?;
    /// assert_eq!(executed.seq, engine.process(garden)?.seq());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Engine::execute`].
    pub fn execute_on(
        &self,
        stream: impl Into<StreamId>,
        action: impl Into<Action>,
    ) -> Result<Executed, Error> {
        self.engine.execute(&self.command(action).on(stream))
    }
}
