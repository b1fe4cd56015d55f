//! The engine: opening it, and everything passed as JSON.

use std::ffi::c_char;

use interlink::journal::Store;
use interlink::kernel::{Command, Engine};
use interlink::problem::Problem;
use interlink::types::{HostId, ProcessId};

use crate::result::{Fault, Given, InterlinkResult, InterlinkStatus, guard};
use crate::store::{HostStore, InterlinkStore};
use crate::text::{bytes, null, text};

/// An open store with its rules. Its contents are private to the library.
///
/// Any number of threads may use one engine at the same time. Several engines, also in several programs, may be open on
/// one SQLite file.
#[derive(Debug)]
pub struct InterlinkEngine(Engine);

impl InterlinkEngine {
    /// # Safety
    /// `engine` is NULL or an engine that is open for as long as `'a`.
    pub(crate) unsafe fn get<'a>(engine: *const Self) -> Result<&'a Engine, Problem> {
        // SAFETY: the caller vouches for NULL or an open engine.
        unsafe { engine.as_ref() }.map(|engine| &engine.0).ok_or_else(|| null("engine"))
    }
}

/// The version of the ABI. It goes up by one when something is added, and programs built for a lower one keep working.
/// A breaking change changes the name of the library (SONAME). A program that needs a function of a certain version
/// must require at least that version.
pub const INTERLINK_ABI_VERSION: u32 = 1;

/// The version of the library, like "0.1.0": NUL-terminated static text that must not be freed.
#[unsafe(no_mangle)]
pub extern "C" fn interlink_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// The version of the ABI of the linked library. It must not be lower than INTERLINK_ABI_VERSION, the version of this
/// header.
#[unsafe(no_mangle)]
pub extern "C" fn interlink_abi_version() -> u32 {
    INTERLINK_ABI_VERSION
}

/// Opens the store that a URL names: "memory:", or "sqlite:PATH" with options after a question mark, joined by &:
///
///   mode=ro          read only: needs no permission to write, and leaves nothing beside the file
///   patience_ms=N    how long a call waits in all for others to release the file; default 10,000
///   skew_ms=N        how far ahead of this machine's clock a command may be dated; default 300,000
///
/// On success *engine is yours until you pass it to interlink_close, and the result is empty. Otherwise *engine is
/// NULL, and the result holds the problem: {"problem": …}.
///
/// # Safety
/// url points to url_len bytes; engine and result are as described above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_open(
    url: *const c_char,
    url_len: usize,
    engine: *mut *mut InterlinkEngine,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    // SAFETY: the caller vouches for each pointer.
    unsafe { open(engine, result, || Ok(Engine::open(text(url, url_len, "url")?)?)) }
}

/// Opens a store of your own: see interlink_store. The struct is copied; what its context points to must stay valid
/// until close was called with it.
///
/// On success *engine is yours until you pass it to interlink_close, which calls the store's close. Otherwise *engine
/// is NULL, close is not called, and the result holds the problem.
///
/// # Safety
/// store points to a struct whose size member gives its length; its functions behave as described.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_open_store(
    store: *const InterlinkStore,
    engine: *mut *mut InterlinkEngine,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let opened = || {
        // SAFETY: the caller vouches for the struct.
        let store: Box<dyn Store> = Box::new(unsafe { HostStore::take(store) }?);
        Ok(Engine::new(store))
    };
    // SAFETY: the caller vouches for each pointer.
    unsafe { open(engine, result, opened) }
}

/// # Safety
/// As for the exported functions.
unsafe fn open(
    engine: *mut *mut InterlinkEngine,
    result: *mut InterlinkResult,
    opened: impl FnOnce() -> Result<Engine, Fault>,
) -> InterlinkStatus {
    let body = || {
        if engine.is_null() {
            return Err(null("engine").into());
        }
        // SAFETY: not NULL, and the caller vouches for the rest.
        unsafe { engine.write(std::ptr::null_mut()) };
        let made = Box::into_raw(Box::new(InterlinkEngine(opened()?)));
        // SAFETY: as above.
        unsafe { engine.write(made) };
        Ok(Given::Nothing)
    };
    // SAFETY: the caller vouches for the result.
    unsafe { guard(result, body) }
}

/// Closes an engine. NULL does nothing. No thread may still use the engine, and it must not be closed twice.
///
/// # Safety
/// The engine was opened by this library and not closed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_close(engine: *mut InterlinkEngine) {
    if engine.is_null() {
        return;
    }
    let body = || {
        // SAFETY: `open` made it from a box, and the caller vouches that it was not closed.
        drop(unsafe { Box::from_raw(engine) });
        Ok(Given::Nothing)
    };
    // SAFETY: NULL means that no result is wanted.
    unsafe { guard(std::ptr::null_mut(), body) };
}

/// Runs a body on an engine and a piece of text.
///
/// # Safety
/// As for the exported functions.
unsafe fn on_text(
    engine: *const InterlinkEngine,
    (data, len, name): (*const c_char, usize, &str),
    result: *mut InterlinkResult,
    body: impl FnOnce(&Engine, &[u8]) -> Result<Given, Fault>,
) -> InterlinkStatus {
    let body = || {
        // SAFETY: the caller vouches for each pointer.
        let (engine, bytes) = unsafe { (InterlinkEngine::get(engine)?, bytes(data.cast(), len, name)?) };
        body(engine, bytes).map_err(|fault| fault.said_by(engine))
    };
    // SAFETY: the caller vouches for the result.
    unsafe { guard(result, body) }
}

/// Executes a command, in JSON: decides it and appends its events. Sent again under the same id, it returns the same
/// events and changes nothing.
///
/// The result: {"ok": {"events": […], "repeated": …, "stream": …, "seq": …}, "position": N}, or {"problem": …} with
/// nothing changed. Every later answer of the engine includes everything up to that position.
///
/// # Safety
/// engine is open; command points to len bytes; result is NULL or a result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_execute(
    engine: *const InterlinkEngine,
    command: *const c_char,
    len: usize,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let body = |engine: &Engine, bytes: &[u8]| {
        let command = Command::from_json(bytes).map_err(Fault::input)?;
        Ok(engine.execute(&command)?.into())
    };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (command, len, "command"), result, body) }
}

/// Decides a command and appends nothing. The result is what interlink_execute would return now.
///
/// # Safety
/// As for interlink_execute.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_dry_run(
    engine: *const InterlinkEngine,
    command: *const c_char,
    len: usize,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let body = |engine: &Engine, bytes: &[u8]| {
        let command = Command::from_json(bytes).map_err(Fault::input)?;
        Ok(engine.dry_run(&command)?.into())
    };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (command, len, "command"), result, body) }
}

/// Executes a JSON list of commands one after another, each on its own: a refused one does not hold up the next. If one
/// is malformed, none is executed.
///
/// The result: {"ok": {"outcomes": […]}} with {"ok": …} or {"problem": …} for each command, in order. The status is
/// INTERLINK_STATUS_OK even if commands were refused: check each outcome.
///
/// # Safety
/// engine is open; commands points to len bytes; result is NULL or a result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_execute_many(
    engine: *const InterlinkEngine,
    commands: *const c_char,
    len: usize,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let body = |engine: &Engine, bytes: &[u8]| {
        let commands = Command::list_from_json(bytes).map_err(Fault::input)?;
        Ok(engine.outcomes(&commands).into())
    };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (commands, len, "commands"), result, body) }
}

/// Handles one request: an object with one member, whose name says what is asked. Everything is available here except
/// bundles, which are not JSON and have functions of their own. docs/c.md lists the requests, and
/// docs/schema/request.json has their schemas. Some:
///
///   {"add_document": …}                        store a template, a model, a notice
///   {"tree": {"process": ID}}                  a process as it is; with "as_of": {"time": …} as it was
///   {"check": {"actor": …, …}}                 whether a person may do something, and why
///   {"changes": {"after": N, "limit": N}}      the feed of events
///   {"consent": {…}}                           a person's consent, and what follows from it
///   {"verify": {}}                             verify the whole record
///
/// An answer is as of one position of the store, whatever is appended meanwhile: {"ok": …, "position": N}. An answer
/// without a position, such as the models that come with the library, names none. The result has the same bytes in
/// every binding.
///
/// # Safety
/// engine is open; request points to len bytes; result is NULL or a result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_request(
    engine: *const InterlinkEngine,
    request: *const c_char,
    len: usize,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let body = |engine: &Engine, bytes: &[u8]| Fault::or_given(engine.outcome(bytes));
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (request, len, "request"), result, body) }
}

/// Writes a process as a bundle for the page shown to one person, by your id: it contains only that person's identity,
/// and consent events of others are withheld. For an unknown person it contains no names.
///
/// The result is as for interlink_export.
///
/// # Safety
/// engine is open; process points to process_len bytes, the process's id in hexadecimal, and person to person_len bytes;
/// result is NULL or a result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_export_for(
    engine: *const InterlinkEngine,
    process: *const c_char,
    process_len: usize,
    person: *const c_char,
    person_len: usize,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let body = |engine: &Engine, bytes: &[u8]| {
        // SAFETY: these bytes were checked before, and the caller vouches for the person's.
        let (process, person) = unsafe {
            (text(bytes.as_ptr().cast(), bytes.len(), "process")?, text(person, person_len, "person")?)
        };
        let process: ProcessId = process.parse().map_err(Fault::value("/process"))?;
        let person: HostId = person.parse().map_err(Fault::value("/person"))?;
        Ok(Given::Text(engine.export_bundle_for(process, &person)?))
    };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (process, process_len, "process"), result, body) }
}

/// Writes a process as a bundle: its stream, the streams it relies on, and the documents they name. with_vault: also
/// the identities behind the pseudonyms and the texts about them. Personal data.
///
/// On success the result holds the bundle, which is lines of JSON, not one JSON object: keep all its bytes. Otherwise
/// it holds the problem.
///
/// # Safety
/// engine is open; process points to process_len bytes, the process's id in hexadecimal; result is NULL or a result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_export(
    engine: *const InterlinkEngine,
    process: *const c_char,
    process_len: usize,
    with_vault: bool,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let body = |engine: &Engine, bytes: &[u8]| {
        // SAFETY: these bytes were checked before.
        let process = unsafe { text(bytes.as_ptr().cast(), bytes.len(), "process") }?;
        let process: ProcessId = process.parse().map_err(Fault::value("/process"))?;
        Ok(Given::Text(engine.export_bundle(process, with_vault)?))
    };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (process, process_len, "process"), result, body) }
}

/// Imports a bundle: all of it, after every hash in it was checked, or nothing. What is here already stays. To give the
/// host's terms (where it comes from, which streams are at home where), use the request import_bundle instead.
///
/// The result: {"ok": {"events": N, "process": ID, "streams": […], …}, "position": N}; events is the number that are
/// new here.
///
/// # Safety
/// engine is open; bundle points to len bytes; result is NULL or a result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_import(
    engine: *const InterlinkEngine,
    bundle: *const c_char,
    len: usize,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let body = |engine: &Engine, bytes: &[u8]| Ok(engine.import_bundle(bytes)?.into());
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (bundle, len, "bundle"), result, body) }
}

/// Copies a store in a file into a new file, as of one position, while others continue. The copy contains everything in
/// the store, including the identities behind the pseudonyms: protect it like the store, and keep it no longer. A
/// person erased afterwards is still in the copy.
///
/// On success the result is empty. The status is INTERLINK_STATUS_STORE if the path exists already or the store is not
/// a file.
///
/// # Safety
/// engine is open; path points to len bytes of UTF-8; result is NULL or a result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_backup(
    engine: *const InterlinkEngine,
    path: *const c_char,
    len: usize,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let body = |engine: &Engine, bytes: &[u8]| {
        // SAFETY: these bytes were checked before.
        let path = unsafe { text(bytes.as_ptr().cast(), bytes.len(), "path") }?;
        engine.backup(std::path::Path::new(path))?;
        Ok(Given::Nothing)
    };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (path, len, "path"), result, body) }
}

/// Panics, to test how panics are handled.
///
/// # Safety
/// engine is open; result is NULL or a result.
#[cfg(feature = "panic-test")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_panic(
    engine: *const InterlinkEngine,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    #[expect(clippy::panic, reason = "its purpose is to panic")]
    let body = |_: &Engine, _: &[u8]| -> Result<Given, Fault> { panic!("as asked") };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (std::ptr::null(), 0, "nothing"), result, body) }
}
