//! The engine as a JavaScript object.

use std::cell::Cell;

use interlink::Error;
use interlink::consent::PurposeRef;
use interlink::journal::Position;
use interlink::kernel::{Answered, Command, Consents, Engine, HostQuestion, Kind, Outcome};
use interlink::problem::Problem;
use interlink::types::{HostId, Map, ProcessId, Timestamp, ValueFault};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::ask::Names;
use crate::tab::{Tab, Write};

/// An engine on a store of its own. JSON input gives JSON output: `{"ok": …, "position": …}` or `{"problem": …}`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core {
    pub(crate) engine: Engine,
    pub(crate) names: Names,
    tab: Tab,
    /// The store's position at the latest answer.
    answered: Cell<Option<Position>>,
}

/// A number for JavaScript: exact up to 2^53, which no count here reaches.
fn number(number: u64) -> f64 {
    number as f64
}

/// A malformed value, in JSON.
pub(crate) fn refused(fault: &ValueFault, path: &str) -> JsValue {
    let problem = Problem::new(fault.code(), fault.to_string()).at(path);
    Outcome::problem(Kind::Malformed, problem).to_json().into()
}

/// The page's time.
fn page_time() -> Option<Timestamp> {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds are whole and no more than 2^53")]
    let now = js_sys::Date::now() as i64;
    Timestamp::from_millis(now).ok()
}

impl Core {
    fn on(tab: Tab) -> Self {
        let engine = Engine::new(Box::new(tab.clone()));
        Self { engine, names: Names::default(), tab, answered: Cell::default() }
    }

    /// The outcome of a call, in JSON.
    fn said(&self, answer: Result<Answered, Error>) -> String {
        self.engine.said(answer).to_json()
    }

    /// Passes on an answer, and notes its position. A page has one thread, so the store is still at that position.
    fn answered<T>(&self, answer: T) -> T {
        self.answered.set(self.engine.store().position().ok());
        answer
    }

    /// The answer to a question; `None` if there is none.
    pub(crate) fn ask(&self, question: &HostQuestion<'_>) -> Option<bool> {
        self.answered(self.engine.checks().and_then(|mut checks| checks.allows(question)).ok())
    }

    /// The same for consent.
    pub(crate) fn ask_consent(&self, person: &HostId, purpose: &PurposeRef, at: Timestamp) -> Option<bool> {
        let asked = |consents: Consents<'_>| consents.check_host(person, purpose, at);
        self.answered(self.engine.consents().and_then(asked).map(|verdict| verdict.allowed).ok())
    }
}

#[wasm_bindgen]
impl Core {
    /// An engine on an empty store in memory. It has no clock, like every `memory:` store: the same requests give the
    /// same bytes on any day.
    #[must_use]
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript has constructors, not defaults")]
    pub fn new() -> Self {
        Self::on(Tab::new())
    }

    /// An engine on an empty store that the page stores. It uses the page's clock.
    #[must_use]
    pub fn kept() -> Self {
        Self::on(Tab::with_clock(page_time))
    }

    /// The position of the latest answer; before the first, that of the store.
    #[must_use]
    pub fn position(&self) -> f64 {
        let position = self.answered.get().or_else(|| self.engine.store().position().ok());
        number(position.unwrap_or_default().0)
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

    /// Writes a process as a bundle.
    ///
    /// # Errors
    /// The problem, in JSON.
    pub fn export_bundle(&self, process: &str, with_vault: bool) -> Result<String, JsValue> {
        let process: ProcessId = process.parse().map_err(|fault| refused(&fault, "/process"))?;
        let bundle = self.answered(self.engine.export_bundle(process, with_vault));
        bundle.map_err(|error| self.said(Err(error)).into())
    }

    /// Writes a process as a bundle for the page shown to one person.
    ///
    /// # Errors
    /// The problem, in JSON.
    pub fn export_bundle_for(&self, process: &str, person: &str) -> Result<String, JsValue> {
        let process: ProcessId = process.parse().map_err(|fault| refused(&fault, "/process"))?;
        let person: HostId = person.parse().map_err(|fault| refused(&fault, "/person"))?;
        let bundle = self.answered(self.engine.export_bundle_for(process, &person));
        bundle.map_err(|error| self.said(Err(error)).into())
    }

    /// Imports a bundle.
    #[must_use]
    pub fn import_bundle(&self, bundle: &[u8]) -> String {
        self.answered(self.said(self.engine.import_bundle(bundle).map(Into::into)))
    }

    /// Reads an export of the INTERLINK platform: its contents in JSON, then the bytes of each file in the answer, in
    /// order.
    #[must_use]
    pub fn add_archive(&self, archive: &[u8]) -> Array {
        let (answer, files) = match self.engine.add_archive(archive) {
            Ok((view, files)) => (Ok(view.into()), files),
            Err(error) => (Err(error), Map::new()),
        };
        let said = std::iter::once(JsValue::from(self.said(answer)));
        let files = files.iter().map(|(_, bytes)| JsValue::from(Uint8Array::from(bytes.as_slice())));
        said.chain(files).collect()
    }

    /// What must be written to the database since the last call, in order: `[table, key, bytes]`. Without bytes the row
    /// is deleted. The table `rewritten` is the journal, for a row that exists already.
    #[must_use]
    pub fn writes(&self) -> Array {
        let write = |write: Write| {
            let (table, key, bytes) = match write {
                Write::Journal(key, bytes) => ("journal", key, Some(bytes)),
                Write::Rewritten(key, bytes) => ("rewritten", key, Some(bytes)),
                Write::Vault(key, bytes) => ("vault", key, Some(bytes)),
                Write::Forget(key) => ("vault", key, None),
            };
            let bytes = bytes.map(|bytes| Uint8Array::from(bytes.as_slice()).into());
            Array::of3(&table.into(), &number(key).into(), &bytes.unwrap_or(JsValue::UNDEFINED))
        };
        self.tab.writes().into_iter().map(write).collect()
    }

    /// The number of rows of the journal, and of all rows the vault ever had.
    #[must_use]
    pub fn ends(&self) -> Array {
        let (journal, vault) = self.tab.ends();
        Array::of2(&number(journal).into(), &number(vault).into())
    }

    /// Applies rows of the database: those of the journal, in order, and those of the vault with their keys.
    ///
    /// # Errors
    /// The problem, in JSON.
    pub fn take(&self, journal: &Array, keys: &[f64], vault: &Array) -> Result<(), JsValue> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a key is a whole number written by this code"
        )]
        let there = keys.iter().map(|key| *key as u64);
        let there: Vec<(u64, Vec<u8>)> =
            there.zip(vault.iter().map(|row| Uint8Array::new(&row).to_vec())).collect();
        for row in journal.iter() {
            let taken = self.tab.take(&Uint8Array::new(&row).to_vec(), &there);
            taken.map_err(|error| JsValue::from(self.said(Err(error.into()))))?;
        }
        Ok(())
    }
}
