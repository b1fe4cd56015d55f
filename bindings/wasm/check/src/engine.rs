//! The checker as JavaScript holds it.

use interlink::consent::PurposeRef;
use interlink::kernel::{Checker, CheckerFault, HostQuestion};
use interlink::problem::{Code, Problem};
use interlink::types::{HostId, Timestamp, ValueFault};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::ask::Names;

/// A bundle that was read. Answers at length are JSON: `{"ok": …}` or `{"problem": …}`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core {
    checker: Checker,
    pub(crate) names: Names,
}

fn problem(problem: &Problem) -> String {
    format!("{{\"problem\":{}}}", problem.to_json())
}

/// What is wrong with a value, in JSON.
pub(crate) fn refused(fault: &ValueFault, path: &str) -> JsValue {
    problem(&Problem::from(fault).at(path)).into()
}

/// A constant, so that the advice for all other codes stays out of this module.
const HELP: &str = Code::JsonWrongType.help();

/// What is wrong with a question whose names are all known: there is one that is no text, or its moment is none.
fn no_question() -> String {
    let message = "A name in this question is no text, or its moment is none.";
    problem(&Problem::helped(Code::JsonWrongType, HELP, message))
}

fn fault(fault: &CheckerFault) -> String {
    problem(&fault.into())
}

impl Core {
    /// The answer to a question; `None` where there is none.
    pub(crate) fn ask(&self, question: &HostQuestion<'_>) -> Option<bool> {
        self.checker.allows(question).ok()
    }

    /// The same about a consent.
    #[expect(clippy::unnecessary_wraps, reason = "an engine's record may be unreadable")]
    pub(crate) fn ask_consent(&self, person: &HostId, purpose: &PurposeRef, at: Timestamp) -> Option<bool> {
        Some(self.checker.consents(person, purpose, at).allowed)
    }
}

#[wasm_bindgen]
impl Core {
    /// Reads a bundle.
    ///
    /// # Errors
    /// The problem, in JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(bundle: &[u8]) -> Result<Self, JsValue> {
        let checker = Checker::read(bundle).map_err(|error| fault(&error))?;
        Ok(Self { checker, names: Names::default() })
    }

    /// The process that the bundle is of.
    #[must_use]
    pub fn of(&self) -> String {
        self.checker.process().to_string()
    }

    /// How many events of it were read.
    #[must_use]
    pub fn version(&self) -> f64 {
        self.checker.seq().0 as f64
    }

    /// As of when its answers are known, in milliseconds since 1970.
    #[must_use]
    pub fn known_as_of(&self) -> f64 {
        self.checker.known_as_of().as_millis() as f64
    }

    /// May she, and why or why not?
    #[must_use]
    pub fn check(&self, actor: u32, permission: u32, process: u32, item: u32, at: f64) -> String {
        match self.names.question(&[actor, permission, process, item], at) {
            None => no_question(),
            Some(question) => match self.checker.check(&question) {
                Ok(explanation) => format!("{{\"ok\":{}}}", explanation.to_json()),
                Err(error) => fault(&error),
            },
        }
    }

    /// May a person's data be processed for a purpose, and what did she say?
    #[must_use]
    pub fn consent(&self, person: u32, purpose: u32, at: f64) -> String {
        match self.names.purpose_of(&[person, purpose], at) {
            None => no_question(),
            Some((person, purpose, at)) => {
                format!("{{\"ok\":{}}}", self.checker.consent(person, purpose, at).to_json())
            }
        }
    }
}
