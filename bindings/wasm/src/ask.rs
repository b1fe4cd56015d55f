//! Checks without JSON: each name is passed once, and then referred to by number.
//!
//! The small module includes this file too: its `Core` takes the same questions as the engine's.

use interlink::consent::PurposeRef;
use interlink::governance::Permission;
use interlink::kernel::HostQuestion;
use interlink::types::{HostId, ItemId, ProcessId, Timestamp, ValueFault};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::engine::{Core, refused};

/// The names that were passed.
#[derive(Debug, Default)]
pub(crate) struct Names {
    people: Vec<HostId>,
    permissions: Vec<Permission>,
    processes: Vec<ProcessId>,
    items: Vec<ItemId>,
    purposes: Vec<PurposeRef>,
}

/// Denied.
const NO: u8 = 0;
/// Allowed.
const YES: u8 = 1;
/// No answer; the full request gives the reason.
const FAULT: u8 = 2;

fn place<T>(names: &mut Vec<T>, read: Result<T, ValueFault>, path: &str) -> Result<u32, JsValue> {
    names.push(read.map_err(|fault| refused(&fault, path))?);
    Ok(u32::try_from(names.len()).unwrap_or_default())
}

fn answer(asked: Option<bool>) -> u8 {
    match asked {
        Some(true) => YES,
        Some(false) => NO,
        None => FAULT,
    }
}

/// The name with a number, counted from 1.
fn named<T>(names: &[T], number: u32) -> Option<&T> {
    names.get(usize::try_from(number).ok()?.checked_sub(1)?)
}

fn moment(at: f64) -> Option<Timestamp> {
    let whole = at.trunc() == at;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it is a whole number, and its range is checked next"
    )]
    whole.then(|| Timestamp::from_millis(at as i64).ok())?
}

impl Names {
    /// The question for these numbers; `None` if one of them is unknown or the moment is invalid.
    pub(crate) fn question(&self, question: &[u32], at: f64) -> Option<HostQuestion<'_>> {
        let [actor, permission, process, item] = *question else { return None };
        Some(HostQuestion {
            actor: named(&self.people, actor)?,
            permission: *named(&self.permissions, permission)?,
            process: *named(&self.processes, process)?,
            item: match item {
                0 => None,
                item => Some(*named(&self.items, item)?),
            },
            at: moment(at)?,
        })
    }

    /// The data subject, the purpose and the time.
    pub(crate) fn purpose_of(&self, question: &[u32], at: f64) -> Option<(&HostId, &PurposeRef, Timestamp)> {
        let [person, purpose] = *question else { return None };
        Some((named(&self.people, person)?, named(&self.purposes, purpose)?, moment(at)?))
    }
}

impl Core {
    fn allowed(&self, question: &[u32], at: f64) -> Option<bool> {
        self.ask(&self.names.question(question, at)?)
    }

    fn consented(&self, question: &[u32], at: f64) -> Option<bool> {
        let (person, purpose, at) = self.names.purpose_of(question, at)?;
        self.ask_consent(person, purpose, at)
    }
}

#[wasm_bindgen]
impl Core {
    /// A person's number.
    ///
    /// # Errors
    /// The problem, in JSON; the same for all names.
    pub fn person(&mut self, name: &str) -> Result<u32, JsValue> {
        place(&mut self.names.people, name.parse(), "/actor")
    }

    /// A permission's number.
    pub fn permission(&mut self, name: &str) -> Result<u32, JsValue> {
        place(&mut self.names.permissions, name.parse(), "/permission")
    }

    /// A process's number.
    pub fn process(&mut self, name: &str) -> Result<u32, JsValue> {
        place(&mut self.names.processes, name.parse(), "/process")
    }

    /// An item's number.
    pub fn item(&mut self, name: &str) -> Result<u32, JsValue> {
        place(&mut self.names.items, name.parse(), "/item")
    }

    /// A purpose's number.
    pub fn purpose(&mut self, organisation: &str, name: &str) -> Result<u32, JsValue> {
        let organisation = organisation.parse().map_err(|fault| refused(&fault, "/organisation_id"))?;
        let purpose = name.parse().map(|purpose| PurposeRef { organisation_id: organisation, purpose });
        place(&mut self.names.purposes, purpose, "/purpose")
    }

    /// Forgets all numbers.
    pub fn forget_names(&mut self) {
        self.names = Names::default();
    }

    /// May the actor do this? 0: denied, 1: allowed, 2: the full check reports what is wrong. No item is 0; `at` is in
    /// milliseconds since 1970.
    #[must_use]
    pub fn allows(&self, actor: u32, permission: u32, process: u32, item: u32, at: f64) -> u8 {
        answer(self.allowed(&[actor, permission, process, item], at))
    }

    /// The same for many: four numbers each, and a time.
    #[must_use]
    pub fn allows_many(&self, questions: &[u32], at: &[f64]) -> Vec<u8> {
        let ask = |(question, at): (&[u32], &f64)| answer(self.allowed(question, *at));
        questions.chunks(4).zip(at).map(ask).collect()
    }

    /// May a person's data be processed for a purpose?
    #[must_use]
    pub fn consents(&self, person: u32, purpose: u32, at: f64) -> u8 {
        answer(self.consented(&[person, purpose], at))
    }

    /// The same for many: two numbers each, and a time.
    #[must_use]
    pub fn consents_many(&self, questions: &[u32], at: &[f64]) -> Vec<u8> {
        let ask = |(question, at): (&[u32], &f64)| answer(self.consented(question, *at));
        questions.chunks(2).zip(at).map(ask).collect()
    }
}
