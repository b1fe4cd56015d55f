//! Any calls in any order with anything in them, as bytes say. The fuzz target and an ordinary test call this.

use std::ffi::{c_char, c_void};
use std::ptr::{null, null_mut};
use std::sync::LazyLock;

use interlink::governance::{GovernanceModel, Shipped};

use interlink_c::{
    InterlinkBytes, InterlinkConsentQuestion, InterlinkEngine, InterlinkQuestion, InterlinkResult,
    InterlinkStatus, interlink_check, interlink_check_consent, interlink_close, interlink_dry_run,
    interlink_execute, interlink_execute_many, interlink_export, interlink_import, interlink_open,
    interlink_request, interlink_result_free,
};

/// How many engines and results there are to choose from.
const PLACES: usize = 3;

/// A command that is taken.
const FOUND: &[u8] = br#"{"actor":"anna","at":"2026-03-02T09:00:00.000Z","entropy":"8d1f0c5e6a7b49d2b3e4f5a697887766","id":"1","type":"organisation.register","data":{"organisation":"city","name":{"en":"The City"},"kind":"public_administration","team_creation":"members"}}"#;

/// A process of the city, under a shipped model.
static CREATE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let model = GovernanceModel::shipped(Shipped::G2c).id().to_string();
    format!(
        r#"{{"actor":"anna","at":"2026-03-02T09:01:00.000Z","entropy":"8d1f0c5e6a7b49d2b3e4f5a697887767","id":"2","type":"process.create","data":{{"acting_for":"city","governance":"{model}","language":"en","name":{{"en":"Garden"}}}}}}"#
    )
    .into_bytes()
});

/// What bytes choose.
struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn place(&mut self) -> usize {
        usize::from(self.byte().unwrap_or_default()) % PLACES
    }

    /// Some of the bytes, or something that means something.
    fn text(&mut self) -> &'a [u8] {
        match self.byte() {
            Some(250) => FOUND,
            Some(251) => CREATE.as_slice(),
            Some(252) => br#"{"changes":{"limit":100}}"#,
            Some(253) => b"task.start",
            Some(254) => b"0123456789abcdef0123456789abcdef",
            Some(len) => {
                let (text, rest) = self.0.split_at(usize::from(len).min(self.0.len()));
                self.0 = rest;
                text
            }
            None => &[],
        }
    }

    fn bytes(&mut self) -> InterlinkBytes {
        let text = self.text();
        let data: *const c_void = if text.is_empty() { null() } else { text.as_ptr().cast() };
        // Now and then a length that belongs to nothing.
        let len = if data.is_null() && self.byte() == Some(7) { 7 } else { text.len() };
        InterlinkBytes { data, len }
    }
}

type OnText = unsafe extern "C" fn(
    *const InterlinkEngine,
    *const c_char,
    usize,
    *mut InterlinkResult,
) -> InterlinkStatus;

/// Engines and results, some of them not there.
struct World {
    engines: [*mut InterlinkEngine; PLACES],
    results: [InterlinkResult; PLACES],
    /// How many calls about a text or a process were done.
    done: usize,
}

impl World {
    const NOTHING: InterlinkResult = InterlinkResult { bytes: null_mut(), len: 0 };

    /// A place for a result, emptied; or none.
    fn result(&mut self, choices: &mut Choices<'_>) -> *mut InterlinkResult {
        if choices.byte() == Some(0) {
            return null_mut();
        }
        let result = &raw mut self.results[choices.place()];
        // SAFETY: it is empty, or the library filled it in.
        unsafe { interlink_result_free(result) };
        result
    }

    fn on_text(&mut self, choices: &mut Choices<'_>, call: OnText) {
        let (engine, text) = (self.engines[choices.place()], choices.text());
        let result = self.result(choices);
        // SAFETY: NULL or open; so many bytes are there.
        let status = unsafe { call(engine, text.as_ptr().cast(), text.len(), result) };
        says_the_same(status, result, false);
        self.done += usize::from(status == InterlinkStatus::Ok);
    }

    fn open(&mut self, choices: &mut Choices<'_>) {
        let (place, text) = (choices.place(), choices.text());
        let url = if text.starts_with(b"sqlite") { b"memory:" } else { text };
        let url = if url.is_empty() { b"memory:" } else { url };
        if !self.engines[place].is_null() {
            return;
        }
        let result = self.result(choices);
        // SAFETY: everything that is pointed to is there.
        unsafe {
            let engine = &raw mut self.engines[place];
            let status = interlink_open(url.as_ptr().cast(), url.len(), engine, result);
            assert_eq!(status == InterlinkStatus::Ok, !self.engines[place].is_null());
            says_the_same(status, result, true);
        }
    }

    fn close(&mut self, place: usize) {
        let engine = std::mem::replace(&mut self.engines[place], null_mut());
        // SAFETY: NULL, or open until now.
        unsafe { interlink_close(engine) };
    }

    fn check(&mut self, choices: &mut Choices<'_>) {
        let engine = self.engines[choices.place()];
        let question = InterlinkQuestion {
            actor: choices.bytes(),
            permission: choices.bytes(),
            process: choices.bytes(),
            item: choices.bytes(),
            at: i64::from(choices.byte().unwrap_or_default()) << (choices.byte().unwrap_or_default() % 56),
        };
        let (result, mut allowed) = (self.result(choices), [true; 2]);
        // SAFETY: everything that is pointed to is there, or NULL.
        let status =
            unsafe { interlink_check(engine, [question; 2].as_ptr(), 2, allowed.as_mut_ptr(), result) };
        assert!(status == InterlinkStatus::Ok || allowed == [false; 2], "what is not answered is a no");
        says_the_same(status, result, true);
    }

    fn consent(&mut self, choices: &mut Choices<'_>) {
        let engine = self.engines[choices.place()];
        let question = InterlinkConsentQuestion {
            person: choices.bytes(),
            organisation_id: choices.bytes(),
            purpose: choices.bytes(),
            at: 1_772_442_000_000,
        };
        let (result, mut allowed) = (self.result(choices), true);
        // SAFETY: everything that is pointed to is there, or NULL.
        let status =
            unsafe { interlink_check_consent(engine, &raw const question, 1, &raw mut allowed, result) };
        assert!(!allowed, "nobody ever consented");
        says_the_same(status, result, true);
    }

    /// From one engine to another, if there is a process.
    fn carry(&mut self, choices: &mut Choices<'_>) {
        let (from, to) = (self.engines[choices.place()], self.engines[choices.place()]);
        let mut process = choices.text().to_vec();
        let mut result = Self::NOTHING;
        // SAFETY: everything that is pointed to is there, or NULL.
        unsafe {
            if process.is_empty() {
                process = process_of(from).unwrap_or_default();
            }
            let status =
                interlink_export(from, process.as_ptr().cast(), process.len(), true, &raw mut result);
            if status == InterlinkStatus::Ok {
                let status = interlink_import(to, result.bytes, result.len, null_mut());
                self.done += usize::from(status == InterlinkStatus::Ok);
                assert!(to.is_null() || !matches!(status, InterlinkStatus::Call | InterlinkStatus::Panic));
            }
            interlink_result_free(&raw mut result);
        }
    }
}

/// The id of the first process that an engine has.
unsafe fn process_of(engine: *const InterlinkEngine) -> Option<Vec<u8>> {
    let (ask, mut result) = (r#"{"streams":{"limit":10}}"#, World::NOTHING);
    // SAFETY: the caller vouches for the engine; the rest is there.
    unsafe {
        interlink_request(engine, ask.as_ptr().cast(), ask.len(), &raw mut result);
        let bytes = if result.bytes.is_null() {
            &[]
        } else {
            std::slice::from_raw_parts(result.bytes.cast::<u8>(), result.len)
        };
        let text = String::from_utf8_lossy(bytes).into_owned();
        interlink_result_free(&raw mut result);
        let found = text.split("process/").nth(1)?.get(..32)?;
        Some(found.as_bytes().to_vec())
    }
}

/// The status and the result agree, and nothing ever fails inside.
fn says_the_same(status: InterlinkStatus, result: *const InterlinkResult, silent: bool) {
    assert_ne!(status, InterlinkStatus::Panic);
    // SAFETY: NULL, or filled in just now.
    let Some(result) = (unsafe { result.as_ref() }) else { return };
    if result.bytes.is_null() {
        assert!(silent && status == InterlinkStatus::Ok && result.len == 0);
        return;
    }
    // SAFETY: the library says that there are so many and a NUL.
    let bytes = unsafe { std::slice::from_raw_parts(result.bytes.cast::<u8>(), result.len + 1) };
    let (last, text) = bytes.split_last().expect("there is a NUL");
    let text = std::str::from_utf8(text).expect("it is UTF-8");
    assert_eq!(*last, 0);
    assert_eq!(status == InterlinkStatus::Ok, text.starts_with(r#"{"ok":"#), "{text}");
    assert_eq!(status != InterlinkStatus::Ok, text.starts_with(r#"{"problem":"#), "{text}");
}

/// Makes the calls that bytes choose; afterwards every engine still verifies. Says how many were done.
pub(crate) fn calls(bytes: &[u8]) -> usize {
    let mut choices = Choices(bytes);
    let mut world =
        World { engines: [null_mut(); PLACES], results: [const { World::NOTHING }; PLACES], done: 0 };
    while let Some(call) = choices.byte() {
        match call % 11 {
            0 => world.open(&mut choices),
            1 => world.on_text(&mut choices, interlink_execute),
            2 => world.on_text(&mut choices, interlink_dry_run),
            3 => world.on_text(&mut choices, interlink_execute_many),
            4 => world.on_text(&mut choices, interlink_request),
            5 => world.on_text(&mut choices, interlink_import),
            6 => world.check(&mut choices),
            7 => world.consent(&mut choices),
            8 => world.carry(&mut choices),
            9 => {
                world.result(&mut choices);
            }
            _ => {
                let place = choices.place();
                world.close(place);
            }
        }
    }
    for engine in world.engines.into_iter().filter(|engine| !engine.is_null()) {
        let (ask, mut result) = (r#"{"verify":{}}"#, World::NOTHING);
        // SAFETY: the engine is open; the rest is there.
        let status = unsafe { interlink_request(engine, ask.as_ptr().cast(), ask.len(), &raw mut result) };
        assert_eq!(status, InterlinkStatus::Ok, "what any calls made is a whole record");
        says_the_same(status, &raw const result, false);
        // SAFETY: filled in just now.
        unsafe { interlink_result_free(&raw mut result) };
    }
    (0..PLACES).for_each(|place| world.close(place));
    for result in &mut world.results {
        // SAFETY: it is empty, or the library filled it in.
        unsafe { interlink_result_free(&raw mut *result) };
    }
    world.done
}
