//! The struct of functions.

use std::ffi::c_void;

use super::answer::InterlinkAnswer;
use super::kinds::{InterlinkBatch, InterlinkDocument, InterlinkSnapshot};
use crate::text::InterlinkBytes;

/// A store of your own: your database keeps the journal, its documents and the vault.
///
/// Set every member to zero, then size to sizeof(interlink_store), then the functions. All are needed but those that
/// say that they may be NULL. interlink_conformance tells whether they do as they should.
///
/// Every function gets context as it is here, and answer, which is there during the call: what is found is given to it
/// with interlink_give_…. It returns one of INTERLINK_STORE_STATUS_…. What it is handed belongs to the library and is
/// there during the call. Several threads may call at the same time. No exception and no longjmp may leave a function,
/// and none may use the engine that the store is under.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkStore {
    /// sizeof(interlink_store): later versions of the header have more members at the end.
    pub size: usize,
    /// Yours; the library does not look at it.
    pub context: *mut c_void,
    /// Called once, when the engine is closed; nothing is called after it. May be NULL.
    pub close: Option<unsafe extern "C" fn(context: *mut c_void)>,
    /// Appends batches in order: all of it or nothing, and durable when it returns. Gives two numbers: the position of the
    /// store's last event before them, and of the last one now. If a stream is not at the expected version, nothing is
    /// written, its version is given as the only number, and the status is INTERLINK_STORE_STATUS_CONFLICT.
    pub append: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            batches: *const InterlinkBatch,
            count: usize,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives a number: the position of the last event in the store, 0 if there is none.
    pub position: Option<unsafe extern "C" fn(context: *mut c_void, answer: *mut InterlinkAnswer) -> u32>,
    /// Gives where a stream ends (interlink_give_head); nothing if there is no such stream.
    pub head: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            stream: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the events of a stream with a seq above after, in order, limit at most.
    pub events: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            stream: InterlinkBytes,
            after: u64,
            limit: usize,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the events of all streams with a position above after, in order, limit at most.
    pub changes: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            after: u64,
            limit: usize,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives a number: the seq of a stream's last event at or before a time; 0 if there is none.
    pub version_at: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            stream: InterlinkBytes,
            at: i64,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives what became of a command on a stream (interlink_give_command); nothing if it never came.
    pub command: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            stream: InterlinkBytes,
            id: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the names of the streams after one (interlink_give_bytes), in the order of their bytes, limit at most; from
    /// the first on if after is none.
    pub streams: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            after: InterlinkBytes,
            limit: usize,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Keeps a document; one that is there already stays as it is.
    pub put_document: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            document: *const InterlinkDocument,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the bytes of a document (interlink_give_bytes); nothing if it is not there.
    pub document: Option<
        unsafe extern "C" fn(context: *mut c_void, id: InterlinkBytes, answer: *mut InterlinkAnswer) -> u32,
    >,
    /// Gives the party that your id means (interlink_give_party); nothing if there is none.
    pub party: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            host_id: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives your id of a party of this kind with this id (interlink_give_bytes); nothing if there is none, or no longer.
    pub host_id: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            kind: u32,
            id: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the entry that stands in a place; nothing if there is none, or no longer.
    pub entry: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            place: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the entries after a place, in the order of the bytes of their places, limit at most; from the first on if
    /// after is none.
    pub entries: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            after: InterlinkBytes,
            limit: usize,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the key of a process (interlink_give_bytes); nothing if it has none, or no longer.
    pub process_key: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            process: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives a number: 1 if the tag is kept for the process, otherwise 0.
    pub has_voice: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            process: InterlinkBytes,
            tag: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Keeps a snapshot of a stream. May be NULL, together with snapshot: opening a long stream then takes longer.
    pub put_snapshot: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            stream: InterlinkBytes,
            snapshot: *const InterlinkSnapshot,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the last snapshot of a stream at or below a version; nothing if there is none. May be NULL.
    pub snapshot: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            stream: InterlinkBytes,
            at_most: u64,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Called after every erasure: leaves no byte of what was erased, also not in free pages or logs of your database.
    /// INTERLINK_STORE_STATUS_BUSY if somebody still reads what was there before; it is called again. NULL only where
    /// deleting is enough.
    pub scrub: Option<unsafe extern "C" fn(context: *mut c_void, answer: *mut InterlinkAnswer) -> u32>,
}
