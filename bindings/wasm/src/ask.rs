//! Checks without JSON: names are handed over once, and known by number from then on.

use interlink::Error;
use interlink::consent::PurposeRef;
use interlink::governance::Permission;
use interlink::kernel::{Engine, HostQuestion};
use interlink::types::{HostId, ItemId, ProcessId, Timestamp, ValueFault};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::engine::{Core, refused};

/// The names that were handed over.
#[derive(Debug, Default)]
pub(crate) struct Names {
    people: Vec<HostId>,
    permissions: Vec<Permission>,
    processes: Vec<ProcessId>,
    items: Vec<ItemId>,
    purposes: Vec<PurposeRef>,
}

/// No.
const NO: u8 = 0;
/// Yes.
const YES: u8 = 1;
/// It cannot be said; the same as a request says why.
const FAULT: u8 = 2;

fn place<T>(names: &mut Vec<T>, read: Result<T, ValueFault>, path: &str) -> Result<u32, JsValue> {
    names.push(read.map_err(|fault| refused(&fault, path))?);
    Ok(u32::try_from(names.len()).unwrap_or_default())
}

fn answer(asked: Option<&Result<bool, Error>>) -> u8 {
    match asked {
        Some(Ok(true)) => YES,
        Some(Ok(false)) => NO,
        Some(Err(_)) | None => FAULT,
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
        reason = "it is whole, and what is out of range is refused next"
    )]
    whole.then(|| Timestamp::from_millis(at as i64).ok())?
}

impl Names {
    fn allows(&self, engine: &Engine, question: &[u32], at: f64) -> Option<Result<bool, Error>> {
        let [actor, permission, process, item] = *question else { return None };
        let question = HostQuestion {
            actor: named(&self.people, actor)?,
            permission: *named(&self.permissions, permission)?,
            process: *named(&self.processes, process)?,
            item: match item {
                0 => None,
                item => Some(*named(&self.items, item)?),
            },
            at: moment(at)?,
        };
        Some(engine.checks().and_then(|mut checks| checks.allows(&question)))
    }

    fn consents(&self, engine: &Engine, question: &[u32], at: f64) -> Option<Result<bool, Error>> {
        let [person, purpose] = *question else { return None };
        let (person, purpose) = (named(&self.people, person)?, named(&self.purposes, purpose)?);
        let at = moment(at)?;
        let asked = |consents: interlink::kernel::Consents<'_>| consents.check_host(person, purpose, at);
        Some(engine.consents().and_then(asked).map(|verdict| verdict.allowed))
    }
}

#[wasm_bindgen]
impl Core {
    /// A person's number.
    ///
    /// # Errors
    /// The problem, in JSON; so for all names.
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
        let organisation = organisation.parse().map_err(|fault| refused(&fault, "/organisation"))?;
        let purpose = name.parse().map(|purpose| PurposeRef { organisation, purpose });
        place(&mut self.names.purposes, purpose, "/purpose")
    }

    /// Forgets all numbers.
    pub fn forget_names(&mut self) {
        self.names = Names::default();
    }

    /// May she? 0: no, 1: yes, 2: a request says what is wrong. No item is 0; `at` is in milliseconds since 1970.
    #[must_use]
    pub fn allows(&self, actor: u32, permission: u32, process: u32, item: u32, at: f64) -> u8 {
        answer(self.names.allows(&self.engine, &[actor, permission, process, item], at).as_ref())
    }

    /// The same for many: four numbers each, and a time.
    #[must_use]
    pub fn allows_many(&self, questions: &[u32], at: &[f64]) -> Vec<u8> {
        let ask =
            |(question, at): (&[u32], &f64)| answer(self.names.allows(&self.engine, question, *at).as_ref());
        questions.chunks(4).zip(at).map(ask).collect()
    }

    /// May a person's data be processed for a purpose?
    #[must_use]
    pub fn consents(&self, person: u32, purpose: u32, at: f64) -> u8 {
        answer(self.names.consents(&self.engine, &[person, purpose], at).as_ref())
    }

    /// The same for many: two numbers each, and a time.
    #[must_use]
    pub fn consents_many(&self, questions: &[u32], at: &[f64]) -> Vec<u8> {
        let ask = |(question, at): (&[u32], &f64)| {
            answer(self.names.consents(&self.engine, question, *at).as_ref())
        };
        questions.chunks(2).zip(at).map(ask).collect()
    }
}
