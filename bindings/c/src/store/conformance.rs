//! The public conformance suite, for a store in C.

use std::ffi::c_void;

use interlink::journal::conformance::{Subject, run};
use interlink::journal::{Store, StoreError};
use interlink::kernel::Kind;
use interlink::problem::Problem;

use super::host::HostStore;
use super::table::InterlinkStore;
use crate::result::{Fault, Given, InterlinkResult, InterlinkStatus, guard};
use crate::text::null;

/// Opens a store for the conformance suite: fills in *store, which comes with its size set and everything else zero. If
/// reopen is false, open a new empty store each time; if true, open the last one again, which was closed before.
/// Returns one of INTERLINK_STORE_STATUS_….
pub type InterlinkStoreOpener =
    Option<unsafe extern "C" fn(context: *mut c_void, reopen: bool, store: *mut InterlinkStore) -> u32>;

/// Runs every case of the conformance suite on a store of your own.
///
/// The result: {"ok": {"passed": ["…", …]}} with the names of the cases; or the problem store.nonconformant, whose
/// message says which case failed and how.
///
/// # Safety
/// open is as described, and is called with context; result is NULL or a result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_conformance(
    open: InterlinkStoreOpener,
    context: *mut c_void,
    result: *mut InterlinkResult,
) -> InterlinkStatus {
    let body = || {
        let open = open.ok_or_else(|| null("open"))?;
        let opened = |reopen: bool| {
            let mut store = InterlinkStore::EMPTY;
            // SAFETY: the caller vouches for its function.
            let status = unsafe { open(context, reopen, &raw mut store) };
            if status != 0 {
                return Err(StoreError::Failed(format!("opening it returned {status}")));
            }
            // SAFETY: the struct is ours, and the caller vouches for what was filled in.
            let store = unsafe { HostStore::take(&raw const store) };
            store
                .map(|store| Box::new(store) as Box<dyn Store>)
                .map_err(|problem| StoreError::Failed(problem.message))
        };
        let fresh = || opened(false);
        let reopen = |store: Box<dyn Store>| {
            drop(store);
            opened(true)
        };
        let passed = run(&Subject { fresh: &fresh, reopen: Some(&reopen) })
            .map_err(|failure| Fault::of(Kind::Store, Problem::from(&failure)))?;
        let names: Vec<String> = passed.iter().map(|name| format!("\"{name}\"")).collect();
        Ok(Given::Text(format!(r#"{{"ok":{{"passed":[{}]}}}}"#, names.join(","))))
    };
    // SAFETY: the caller vouches for the result.
    unsafe { guard(result, body) }
}
