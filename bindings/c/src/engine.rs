//! The engine: opening it, and everything that goes in and comes out as JSON.

use std::ffi::c_char;

use interlink::journal::Store;
use interlink::kernel::{Command, Engine};
use interlink::problem::Problem;
use interlink::types::{HostId, ProcessId};

use crate::result::{Fault, Given, InterlinkResult, InterlinkStatus, guard};
use crate::store::{HostStore, InterlinkStore};
use crate::text::{bytes, null, text};

/// An open store with the rules on top of it. Its contents are the library's own.
///
/// Any number of threads may use one engine at the same time. Several engines, also of several programs, may be open on
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

/// The version of the ABI. It goes up by one when something is added, and programs that were built for a lower one go
/// on working; what would break them changes the name of the library (SONAME). A program that needs a function of a
/// certain version asks for at least that one.
pub const INTERLINK_ABI_VERSION: u32 = 1;

/// The version of the library, like "0.1.0": a text with a NUL at its end that is always there and never freed.
#[unsafe(no_mangle)]
pub extern "C" fn interlink_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// The version of the ABI of the library that is linked. Compare it with INTERLINK_ABI_VERSION, the one that this header
/// is of: the library's must not be lower.
#[unsafe(no_mangle)]
pub extern "C" fn interlink_abi_version() -> u32 {
    INTERLINK_ABI_VERSION
}

/// Opens the store that a URL names: "memory:", or "sqlite:PATH" with options after a question mark, joined by &:
///
///   mode=ro          only to read: needs no permission to write, and leaves nothing beside the file
///   patience_ms=N    how long a call waits in all for others to let go of the file: 10,000 if not given
///   skew_ms=N        how far ahead of this machine's clock a command may be dated: 300,000 if not given
///
/// On success *engine is yours until you give it to interlink_close. Otherwise *engine is NULL, and the result holds the
/// problem: {"problem": …}. On success the result is empty.
///
/// # Safety
/// url points to url_len bytes; engine and result are as said above.
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

/// Opens a store of your own: see interlink_store. The struct is copied; what its context points to has to be there
/// until close was called with it.
///
/// On success *engine is yours until you give it to interlink_close, which calls the store's close. Otherwise *engine is
/// NULL, close is not called, and the result holds the problem.
///
/// # Safety
/// store points to a struct whose size says how long it is; its functions do as they are described.
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
/// As the functions that are exported.
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

/// Closes an engine. NULL: nothing happens. No thread may use it any more, and it must not be closed twice.
///
/// # Safety
/// The engine was opened by this library and not closed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_close(engine: *mut InterlinkEngine) {
    if engine.is_null() {
        return;
    }
    let body = || {
        // SAFETY: `open` made it from a box, and the caller vouches that nobody has closed it.
        drop(unsafe { Box::from_raw(engine) });
        Ok(Given::Nothing)
    };
    // SAFETY: NULL is a result that nobody wants.
    unsafe { guard(std::ptr::null_mut(), body) };
}

/// Runs a body on an engine and a piece of text.
///
/// # Safety
/// As the functions that are exported.
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

/// Executes a command, in JSON: decides it, and appends what it leads to. Sent again under the same id, it gives the
/// same events again and changes nothing.
///
/// The result: {"ok": {"events": […], "repeated": …, "stream": …, "version": …}, "position": N}, or {"problem": …} with
/// nothing changed. Whatever is asked of the engine from then on knows of everything up to that position.
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

/// Decides a command and appends nothing. The result is that which interlink_execute would give now.
///
/// # Safety
/// As interlink_execute.
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

/// Executes a JSON list of commands one after another, each for itself: one that is refused does not hold up the next.
/// If one is malformed, none is executed.
///
/// The result: {"ok": {"outcomes": […]}} with {"ok": …} or {"problem": …} for each command, in order. The status is
/// INTERLINK_STATUS_OK also where commands were refused: look at each outcome.
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

/// Answers a request: an object with one member, whose name says what is asked. Everything can be said here but what has
/// a function of its own because it is no JSON: bundles. docs/c.md lists the requests, and docs/schema/request.json has their shapes. Some:
///
///   {"add_document": …}                        keep a template, a model, a notice
///   {"tree": {"process": ID}}                  a process as it is; with "as_of": {"time": …} as it was
///   {"check": {"actor": …, …}}                 may she, and why
///   {"changes": {"after": N, "limit": N}}      the feed of events
///   {"consent": {…}}                           what somebody said about her data, and what follows
///   {"verify": {}}                             check the whole record
///
/// An answer is as of one position of the store, whatever is appended meanwhile: {"ok": …, "position": N}. What is of no
/// position, such as the models that come with the library, names none. The result has the same bytes in every language
/// that the library is linked from.
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

/// Writes a process as a bundle for the page of one person, by your id of her: it names her and nobody else, and tells of nobody
/// else what they want done with their data. Somebody who is not known gets nobody's name.
///
/// The result is as that of interlink_export.
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
        // SAFETY: these bytes were looked at before, and the caller vouches for the person's.
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

/// Writes a process as a bundle: its stream, those that it relies on, and the documents that they name. with_vault: also
/// who the pseudonyms are, and what was written about them.
///
/// On success the result holds the bundle, no JSON object but lines of them: keep all its bytes. Otherwise it holds the
/// problem.
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
        // SAFETY: these bytes were looked at before.
        let process = unsafe { text(bytes.as_ptr().cast(), bytes.len(), "process") }?;
        let process: ProcessId = process.parse().map_err(Fault::value("/process"))?;
        Ok(Given::Text(engine.export_bundle(process, with_vault)?))
    };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (process, process_len, "process"), result, body) }
}

/// Takes a bundle in: all of it, after every hash in it was checked, or nothing. What is here already stays. What the host
/// has to say of it (where it comes from, what is at home where) goes with the request import_bundle instead.
///
/// The result: {"ok": {"events": N, "process": ID, "streams": […], …}, "position": N}, events being how many are new here.
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

/// Writes a copy of the store that a file holds into a new file, as it stands at one position, while others go on. It holds all
/// that the store holds, who the pseudonyms are included: keep it as you keep the store, and no longer; whoever is erased
/// afterwards is still in it.
///
/// On success the result is empty. A path where there is something already is INTERLINK_STATUS_STORE, and so is a store that
/// is no file.
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
        // SAFETY: these bytes were looked at before.
        let path = unsafe { text(bytes.as_ptr().cast(), bytes.len(), "path") }?;
        engine.backup(std::path::Path::new(path))?;
        Ok(Given::Nothing)
    };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (path, len, "path"), result, body) }
}

/// Panics, to show what comes of it.
///
/// # Safety
/// engine is open; result is NULL or a result.
#[cfg(feature = "panic-test")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_panic(
    engine: *const InterlinkEngine,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    #[expect(clippy::panic, reason = "that is what it is for")]
    let body = |_: &Engine, _: &[u8]| -> Result<Given, Fault> { panic!("as asked") };
    // SAFETY: the caller vouches for each pointer.
    unsafe { on_text(engine, (std::ptr::null(), 0, "nothing"), result, body) }
}
