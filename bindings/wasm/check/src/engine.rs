//! The checker as a JavaScript object.

use interlink::consent::PurposeRef;
use interlink::kernel::{Checker, CheckerFault, HostQuestion};
use interlink::problem::{Code, Problem};
use interlink::types::{HostId, Timestamp, ValueFault};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::ask::Names;

/// A parsed bundle. Full answers are JSON: `{"ok": …}` or `{"problem": …}`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core {
    checker: Checker,
    pub(crate) names: Names,
}

fn problem(problem: &Problem) -> String {
    format!("{{\"problem\":{}}}", problem.to_json())
}

/// A malformed value, in JSON.
pub(crate) fn refused(fault: &ValueFault, path: &str) -> JsValue {
    problem(&Problem::from(fault).at(path)).into()
}

/// A constant, so that the advice for all other codes stays out of this module.
const HELP: &str = Code::JsonWrongType.help();

/// The problem of a question with a name that is not text, or an invalid moment.
fn no_question() -> String {
    let message = "A name in this question is not text, or its moment is invalid.";
    problem(&Problem::helped(Code::JsonWrongType, HELP, message))
}

fn fault(fault: &CheckerFault) -> String {
    problem(&fault.into())
}

impl Core {
    /// The answer to a question; `None` if there is none.
    pub(crate) fn ask(&self, question: &HostQuestion<'_>) -> Option<bool> {
        self.checker.allows(question).ok()
    }

    /// The same for consent.
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

    /// The process of the bundle.
    #[must_use]
    pub fn of(&self) -> String {
        self.checker.process().to_string()
    }

    /// The `seq` of the last event of it that was read.
    #[must_use]
    pub fn seq(&self) -> f64 {
        self.checker.seq().0 as f64
    }

    /// The time as of which its answers are known, in milliseconds since 1970.
    #[must_use]
    pub fn known_as_of(&self) -> f64 {
        self.checker.known_as_of().as_millis() as f64
    }

    /// May the actor do this, and why or why not?
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

    /// May a person's data be processed for a purpose, and what did the person decide?
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
