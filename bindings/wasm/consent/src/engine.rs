//! The engine as a JavaScript object.

use std::cell::Cell;

use interlink::Error;
use interlink::consent::PurposeRef;
use interlink::journal::{MemoryStore, Position};
use interlink::kernel::{Answered, Command, Engine, Kind, Outcome};
use interlink::problem::Problem;
use interlink::types::{HostId, Timestamp, ValueFault};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// An engine on a store in memory. JSON input gives JSON output: `{"ok": …, "position": …}` or `{"problem": …}`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core {
    engine: Engine,
    /// The store's position at the latest answer.
    answered: Cell<Option<Position>>,
}

/// A malformed value, in JSON.
fn refused(fault: &ValueFault, path: &str) -> JsValue {
    let problem = Problem::new(fault.code(), fault.to_string()).at(path);
    Outcome::problem(Kind::Malformed, problem).to_json().into()
}

/// A moment, in milliseconds since 1970; the library refuses one that is not whole.
fn moment(at: f64) -> Option<Timestamp> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it is a whole number, and its range is checked next"
    )]
    (at.trunc() == at).then(|| Timestamp::from_millis(at as i64).ok())?
}

impl Core {
    /// The outcome of a call, in JSON.
    fn said(&self, answer: Result<Answered, Error>) -> String {
        self.engine.said(answer).to_json()
    }

    /// Passes on an answer, and notes its position. A page has one thread, so the store is still at that position.
    fn answered<T>(&self, answer: T) -> T {
        self.answered.set(self.engine.store().position().ok());
        answer
    }
}

#[wasm_bindgen]
impl Core {
    /// An engine on an empty store in memory, without a clock: the same requests give the same bytes on any day.
    #[must_use]
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript has constructors, not defaults")]
    pub fn new() -> Self {
        Self { engine: Engine::new(Box::new(MemoryStore::new())), answered: Cell::default() }
    }

    /// The position of the latest answer; before the first, that of the store.
    #[must_use]
    pub fn position(&self) -> f64 {
        let position = self.answered.get().or_else(|| self.engine.store().position().ok());
        position.unwrap_or_default().0 as f64
    }

    /// Executes a command.
    #[must_use]
    pub fn execute(&self, command: &str) -> String {
        let command = Command::from_json(command.as_bytes()).map_err(Error::from);
        self.answered(self.said(command.and_then(|command| Ok(self.engine.execute(&command)?.into()))))
    }

    /// Executes a list of commands, each on its own.
    #[must_use]
    pub fn execute_many(&self, commands: &str) -> String {
        let commands = Command::list_from_json(commands.as_bytes()).map_err(Error::from);
        self.answered(self.said(commands.map(|commands| self.engine.outcomes(&commands).into())))
    }

    /// Answers a request.
    #[must_use]
    pub fn request(&self, request: &str) -> String {
        self.answered(self.engine.request(request.as_bytes()))
    }

    /// May a person's data be processed for a purpose? `undefined` if the record cannot be read, or the moment is
    /// invalid; the full request reports it.
    ///
    /// # Errors
    /// The problem of a malformed name, in JSON.
    pub fn consents(
        &self,
        person: &str,
        organisation: &str,
        purpose: &str,
        at: f64,
    ) -> Result<Option<bool>, JsValue> {
        let person: HostId = person.parse().map_err(|fault| refused(&fault, "/person"))?;
        let organisation_id = organisation.parse().map_err(|fault| refused(&fault, "/organisation_id"))?;
        let purpose = purpose.parse().map_err(|fault| refused(&fault, "/purpose"))?;
        let purpose = PurposeRef { organisation_id, purpose };
        let Some(at) = moment(at) else { return Ok(None) };
        let consents = self.engine.consents();
        let verdict = consents.and_then(|consents| consents.check_host(&person, &purpose, at));
        Ok(self.answered(verdict.map(|verdict| verdict.allowed).ok()))
    }
}
