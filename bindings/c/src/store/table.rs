//! The struct of functions.

use std::ffi::c_void;
use std::ptr;

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
///
/// Readings. What is asked of the record is asked of a reading, which read opens and end_read closes: everything that one
/// reading is asked, it answers as the store stood when it was opened, whatever is appended or erased meanwhile. In most
/// databases that is a read transaction of its own that sees one snapshot (repeatable read). Any number of readings are
/// open at once, on several threads; appends go on beside them, and neither waits for the other. One reading is used by one
/// thread at a time, not necessarily by the one that opened it. The library keeps none longer than one answer takes, but
/// verify reads the whole record in one.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkStore {
    /// sizeof(interlink_store): later versions of the header have more members at the end.
    pub size: usize,
    /// Yours; the library does not look at it.
    pub context: *mut c_void,
    /// How long one command or question waits in all for others to let go of the store, in milliseconds; 0 for as long as
    /// it takes. What of that is left is handed to append.
    pub patience_ms: u64,
    /// How far ahead of the store's clock (now) a command may be dated, in milliseconds; 0 for 300,000.
    pub skew_ms: u64,
    /// Called once, when the engine is closed; nothing is called after it, and no reading is open any more. May be NULL.
    pub close: Option<unsafe extern "C" fn(context: *mut c_void)>,
    /// Opens a reading: puts into *reading what the functions that read are handed, and gives a number, the position of the
    /// last event that it sees (0 if there is none). *reading is yours, and comes as NULL. On any status but 0 no reading
    /// was opened, and end_read is not called.
    pub read: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut *mut c_void,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Closes a reading, once; nothing is asked of it after that.
    pub end_read: Option<unsafe extern "C" fn(context: *mut c_void, reading: *mut c_void)>,
    /// Gives where a stream ends (interlink_give_head); nothing if there is no such stream.
    pub head: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            stream: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the events of a stream with a seq above after, in order, limit at most.
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
    /// Gives the events of all streams with a position above after, in order, limit at most.
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
    /// Gives what became of a command on a stream (interlink_give_command); nothing if it never came.
    pub command: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
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
            reading: *mut c_void,
            after: InterlinkBytes,
            limit: usize,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the bytes of a document (interlink_give_bytes); nothing if it is not there.
    pub document: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            id: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the last snapshot of a stream at or below a version; nothing if there is none. May be NULL, together with
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
    /// Gives your id of a party of this kind with this id (interlink_give_bytes); nothing if there is none, or no longer.
    pub host_id: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            kind: u32,
            id: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the entry that stands in a place; nothing if there is none, or no longer.
    pub entry: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            place: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives the entries after a place, in the order of the bytes of their places, limit at most; from the first on if
    /// after is none.
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
    /// Gives a number: 1 if the tag is kept for the process, otherwise 0.
    pub has_participated: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            reading: *mut c_void,
            process: InterlinkBytes,
            tag: InterlinkBytes,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Gives a number: the position of the last event in the store, 0 if there is none. Asked before nearly every answer,
    /// so it should cost little.
    pub position: Option<unsafe extern "C" fn(context: *mut c_void, answer: *mut InterlinkAnswer) -> u32>,
    /// Appends batches in order, one at least: all of it or nothing, and durable when it returns. Gives two numbers: the
    /// position of the store's last event before them, and of the last one now.
    ///
    /// Whether a batch may be appended is found out in the transaction that writes it. If its stream is not at the expected
    /// version, or another stream of its basis not at that of the basis, or one of your ids does not mean whom the basis
    /// says, or an INTERLINK_VAULT_KIND_TIE names one of your ids that means somebody already, nothing of the call is
    /// written, the version that the batch's own stream is at (with the batches before it) is given as the only number, and
    /// the status is INTERLINK_STORE_STATUS_CONFLICT. The library then decides the command again.
    ///
    /// It waits patience_ms in all for others who write; UINT64_MAX: for as long as it takes. After that nothing is written,
    /// and the status is INTERLINK_STORE_STATUS_BUSY.
    pub append: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            batches: *const InterlinkBatch,
            count: usize,
            patience_ms: u64,
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
    /// Keeps a snapshot of a stream. May be NULL, together with snapshot.
    pub put_snapshot: Option<
        unsafe extern "C" fn(
            context: *mut c_void,
            stream: InterlinkBytes,
            snapshot: *const InterlinkSnapshot,
            answer: *mut InterlinkAnswer,
        ) -> u32,
    >,
    /// Called after every erasure: leaves no byte of what was erased, also not in free pages or logs of your database.
    /// Called again it does the same. It must not keep readers waiting: INTERLINK_STORE_STATUS_BUSY if somebody still
    /// reads what was there before. The erasure stands, and the store does the rest by itself as soon as it can, at the
    /// latest when it is next opened. NULL only where deleting is enough.
    pub scrub: Option<unsafe extern "C" fn(context: *mut c_void, answer: *mut InterlinkAnswer) -> u32>,
    /// Gives a number: the store's own clock, in milliseconds since 1970-01-01T00:00:00Z. With it the engine refuses
    /// commands that are dated in the future (skew_ms), and finds the way back for a stream that stands there already. May be
    /// NULL, for a store that has no clock; one that fails counts as none.
    pub now: Option<unsafe extern "C" fn(context: *mut c_void, answer: *mut InterlinkAnswer) -> u32>,
}

impl InterlinkStore {
    /// All zero but the size.
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

    /// A function that a store needs and has not.
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
