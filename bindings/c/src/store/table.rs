//! The struct of functions.

use std::ffi::c_void;
use std::ptr;

use super::answer::InterlinkAnswer;
use super::kinds::{InterlinkBatch, InterlinkDocument, InterlinkSnapshot};
use crate::text::InterlinkBytes;

/// A store of your own: your database keeps the journal, its documents and the vault.
///
/// Set every member to zero, then size to sizeof(interlink_store), then the functions. All are required except those
/// that may be NULL, as stated below. Check them with interlink_conformance.
///
/// Every function is passed context and answer. context is the member below. answer is valid during the call: give it
/// the results with interlink_give_…. A function returns one of INTERLINK_STORE_STATUS_…. Its arguments belong to the
/// library and are valid during the call. Several threads may call at the same time. No exception and no longjmp may
/// leave a function, and none may use the engine on top of the store.
///
/// Readings. The record is read through a reading, which read opens and end_read closes. Every answer of one reading is
/// as of the state of the store when it was opened, whatever is appended or erased meanwhile. In most databases this is
/// a read transaction of its own that sees one snapshot (repeatable read). Any number of readings may be open at once,
/// on several threads; appends proceed in parallel, and neither waits for the other. One reading is used by one thread
/// at a time, not necessarily by the one that opened it. The library keeps a reading no longer than one answer takes;
/// verify reads the whole record in one.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkStore {
    /// sizeof(interlink_store): later versions of the header have more members at the end.
    pub size: usize,
    /// Yours; the library never reads it.
    pub context: *mut c_void,
    /// How long one command or question waits in all for others to release the store, in milliseconds; 0 for as long as
    /// it takes. append is passed what is left of it.
    pub patience_ms: u64,
    /// How far ahead of the store's clock (now) a command may be dated, in milliseconds; 0 for 300,000.
    pub skew_ms: u64,
    /// Called once, when the engine is closed; nothing is called after it, and no reading is open any more. May be
    /// NULL.
    pub close: Option<unsafe extern "C" fn(context: *mut c_void)>,
    /// Opens a reading: sets *reading, which the reading functions are passed, and gives a number: the position of the
    /// last event it sees (0 if there is none). *reading is yours, and is NULL before the call. On any status but 0 no
    /// reading was opened, and end_read is not called.
    pub read: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut *mut c_void,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Closes a reading, once; it is not used after that.
    pub end_read: Option<unsafe extern "C" fn(context: *mut c_void, reading: *mut c_void)>,
    /// Gives the end of a stream (interlink_give_head); nothing if there is no such stream.
    pub head: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            stream: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the events of a stream with a seq above after, in order, at most limit.
    pub events: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            stream: InterlinkBytes,
            after: u64,
            limit: usize,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the events of all streams with a position above after, in order, at most limit.
    pub changes: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            after: u64,
            limit: usize,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives a number: the seq of a stream's last event at or before a time; 0 if there is none.
    pub seq_at: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            stream: InterlinkBytes,
            at: i64,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives what is remembered of a command on a stream (interlink_give_command); nothing if it was not appended.
    pub command: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            stream: InterlinkBytes,
            id: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the names of the streams after one (interlink_give_bytes), in byte order, at most limit; from the first if
    /// after is empty.
    pub streams: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            after: InterlinkBytes,
            limit: usize,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the bytes of a document (interlink_give_bytes); nothing if it is not stored.
    pub document: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            id: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the last snapshot of a stream at or below a seq; nothing if there is none. May be NULL, together with
    /// put_snapshot: opening a long stream then takes longer.
    pub snapshot: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            stream: InterlinkBytes,
            at_most: u64,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the party that your id means (interlink_give_party); nothing if there is none.
    pub party: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            host_id: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives your id of the party of this kind with this id (interlink_give_bytes); nothing if there is none, or no
    /// longer.
    pub host_id: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            kind: u32,
            id: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the entry with a place; nothing if there is none, or no longer.
    pub entry: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            place: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the entries after a place, in the byte order of their places, at most limit; from the first if after is
    /// empty.
    pub entries: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            after: InterlinkBytes,
            limit: usize,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the key of a process (interlink_give_bytes); nothing if it has none, or no longer.
    pub process_key: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            process: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives a number: 1 if the tag is stored for the process, otherwise 0.
    pub has_participated: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            process: InterlinkBytes,
            tag: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives a number: the position of the last event in the store, 0 if there is none. Called before nearly every
    /// answer, so it should be cheap.
    pub position: Option<unsafe extern "C" fn(context: *mut c_void, answer: *mut InterlinkAnswer) -> u32>,
    /// Appends batches in order, at least one: all of it or nothing, and durable when it returns. Gives two numbers:
    /// the position of the store's last event before them, and of the last one now.
    ///
    /// Check whether a batch may be appended in the transaction that writes it. Nothing of the call is written if its
    /// stream does not have the expected seq, another stream of its basis does not have that of the basis, one of your
    /// ids does not mean the party of the basis, or an INTERLINK_VAULT_KIND_PSEUDONYM_LINK names one of your ids that
    /// is linked already. Then give the seq of the batch's own stream (with the batches before it) as the only number,
    /// and return INTERLINK_STORE_STATUS_CONFLICT. The library then decides the command again.
    ///
    /// Wait patience_ms in all for other writers; UINT64_MAX: for as long as it takes. After that write nothing, and
    /// return INTERLINK_STORE_STATUS_BUSY.
    pub append: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            batches: *const InterlinkBatch,
            count: usize,
            patience_ms: u64,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Stores a document; one that exists already stays unchanged.
    pub put_document: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            document: *const InterlinkDocument,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Stores a snapshot of a stream. May be NULL, together with snapshot.
    pub put_snapshot: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            stream: InterlinkBytes,
            snapshot: *const InterlinkSnapshot,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Called after every erasure: physically removes erased data, including from free pages, logs and anywhere else
    /// your database keeps old copies. Calling it again does the same. It must not make readers wait: return
    /// INTERLINK_STORE_STATUS_BUSY if a reader still uses an older state. The erasure is valid nevertheless, and the
    /// store must finish the removal by itself as soon as it can, at the latest when it is next opened. NULL only if
    /// deleting already removes data physically.
    pub scrub: Option<unsafe extern "C" fn(context: *mut c_void, answer: *mut InterlinkAnswer) -> u32>,
    /// Gives a number: the store's own clock, in milliseconds since 1970-01-01T00:00:00Z. With it the engine refuses
    /// commands dated in the future (skew_ms), and corrects a stream that is in the future already. May be NULL for a
    /// store without a clock; a failing one counts as none.
    pub now: Option<unsafe extern "C" fn(context: *mut c_void, answer: *mut InterlinkAnswer) -> u32>,
}

impl InterlinkStore {
    /// All zero except the size.
    pub(super) const EMPTY: Self = Self {
        size: size_of::<Self>(),
        context: ptr::null_mut(),
        patience_ms: 0,
        skew_ms: 0,
        close: None,
        read: None,
        end_read: None,
        head: None,
        events: None,
        changes: None,
        seq_at: None,
        command: None,
        streams: None,
        document: None,
        snapshot: None,
        party: None,
        host_id: None,
        entry: None,
        entries: None,
        process_key: None,
        has_participated: None,
        position: None,
        append: None,
        put_document: None,
        put_snapshot: None,
        scrub: None,
        now: None,
    };

    /// A required function that is missing.
    pub(super) fn missing(&self) -> Option<&'static str> {
        let Self {
            read,
            end_read,
            head,
            events,
            changes,
            seq_at,
            command,
            streams,
            document,
            snapshot,
            party,
            host_id,
            entry,
            entries,
            process_key,
            has_participated,
            position,
            append,
            put_document,
            put_snapshot,
            size: _,
            context: _,
            patience_ms: _,
            skew_ms: _,
            close: _,
            scrub: _,
            now: _,
        } = *self;
        let needed = [
            ("read", read.is_some()),
            ("end_read", end_read.is_some()),
            ("head", head.is_some()),
            ("events", events.is_some()),
            ("changes", changes.is_some()),
            ("seq_at", seq_at.is_some()),
            ("command", command.is_some()),
            ("streams", streams.is_some()),
            ("document", document.is_some()),
            ("party", party.is_some()),
            ("host_id", host_id.is_some()),
            ("entry", entry.is_some()),
            ("entries", entries.is_some()),
            ("process_key", process_key.is_some()),
            ("has_participated", has_participated.is_some()),
            ("position", position.is_some()),
            ("append", append.is_some()),
            ("put_document", put_document.is_some()),
            ("put_snapshot", put_snapshot.is_some() || snapshot.is_none()),
            ("snapshot", snapshot.is_some() || put_snapshot.is_none()),
        ];
        needed.into_iter().find(|(_, there)| !there).map(|(name, _)| name)
    }
}
