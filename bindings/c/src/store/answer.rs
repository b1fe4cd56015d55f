//! What the functions of a store return.

use std::panic::{AssertUnwindSafe, catch_unwind};

use interlink::journal::{
    Change, CommandRecord, Position, Seq, Snapshot, StoreError, Stored, StreamHead, StreamId,
};
use interlink::problem::Problem;
use interlink::types::{Commitment, EventId, Fingerprint, OrganisationId, PersonId, Salt, TeamId, Timestamp};
use interlink::vault::{Entry, Party};

use super::kinds::{
    InterlinkCommand, InterlinkEntry, InterlinkEvent, InterlinkParty, InterlinkPartyKind, InterlinkSnapshot,
    InterlinkStoreStatus,
};
use crate::text::{InterlinkBytes, bytes};

/// Where a function of a store puts its results. It copies what it is given, and is valid until the function returns;
/// only the thread on which the function was called may use it. Invalid values make the call fail, not the program.
#[derive(Debug, Default)]
pub struct InterlinkAnswer {
    pub(super) numbers: Vec<u64>,
    pub(super) bytes: Vec<Vec<u8>>,
    pub(super) events: Vec<Change>,
    pub(super) entries: Vec<Entry>,
    pub(super) head: Option<StreamHead>,
    pub(super) command: Option<CommandRecord>,
    pub(super) snapshot: Option<Snapshot>,
    pub(super) party: Option<Party>,
    said: Option<String>,
    wrong: Option<String>,
}

impl InterlinkAnswer {
    /// The result of a function by its status.
    pub(super) fn settle(self, status: u32) -> Result<Self, StoreError> {
        match (&self.wrong, self.refused(status)) {
            (Some(wrong), _) => Err(StoreError::Malformed(wrong.clone())),
            (None, Some(refused)) => Err(refused),
            (None, None) => Ok(self),
        }
    }

    /// The error of a function; `None` if it succeeded.
    pub(super) fn refused(&self, status: u32) -> Option<StoreError> {
        let said = |otherwise: &str| self.said.clone().unwrap_or_else(|| otherwise.to_owned());
        Some(match status {
            s if s == InterlinkStoreStatus::Ok as u32 => return None,
            s if s == InterlinkStoreStatus::Conflict as u32 => {
                StoreError::Conflict { current: Seq(self.numbers.first().copied().unwrap_or_default()) }
            }
            s if s == InterlinkStoreStatus::Busy as u32 => StoreError::Busy,
            s if s == InterlinkStoreStatus::ReadOnly as u32 => StoreError::ReadOnly,
            s if s == InterlinkStoreStatus::Malformed as u32 => {
                StoreError::Malformed(said("the host's store gave no message"))
            }
            s => StoreError::Failed(said(&format!("the host's store returned {s} without a message"))),
        })
    }

    pub(super) fn number(&self) -> Result<u64, StoreError> {
        let nothing = || StoreError::Malformed("the host's store gave no number".into());
        self.numbers.first().copied().ok_or_else(nothing)
    }
}

/// Why a given value is invalid.
type Wrong = String;

impl InterlinkBytes {
    /// # Safety
    /// As for [`bytes`].
    unsafe fn exactly<const N: usize>(self, name: &str) -> Result<[u8; N], Wrong> {
        // SAFETY: the caller vouches for what `bytes` asks.
        let bytes = unsafe { self.get(name) }.map_err(said)?;
        bytes.try_into().map_err(|_| format!("{name} has {} bytes instead of {N}", bytes.len()))
    }
}

fn said(problem: Problem) -> Wrong {
    problem.message
}

fn time(at: i64) -> Result<Timestamp, Wrong> {
    Timestamp::from_millis(at).map_err(|fault| fault.to_string())
}

/// # Safety
/// `answer` is NULL or the one passed to a function of a store that has not returned yet.
unsafe fn give(answer: *mut InterlinkAnswer, body: impl FnOnce(&mut InterlinkAnswer) -> Result<(), Wrong>) {
    // SAFETY: the caller vouches for it.
    let Some(answer) = (unsafe { answer.as_mut() }) else { return };
    match catch_unwind(AssertUnwindSafe(|| body(answer))) {
        Ok(Ok(())) => {}
        Ok(Err(wrong)) => answer.wrong = Some(wrong),
        Err(_) => answer.wrong = Some("the library failed internally while it was given something".into()),
    }
}

/// # Safety
/// `value` is NULL or points to a value that does not change for as long as `'a`.
unsafe fn there<'a, T>(value: *const T) -> Result<&'a T, Wrong> {
    // SAFETY: the caller vouches for it.
    unsafe { value.as_ref() }.ok_or_else(|| "the host's store gave NULL".into())
}

/// Gives a number.
///
/// # Safety
/// answer is the one passed to the function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_give_number(answer: *mut InterlinkAnswer, number: u64) {
    let body = |answer: &mut InterlinkAnswer| {
        answer.numbers.push(number);
        Ok(())
    };
    // SAFETY: the caller vouches for the answer.
    unsafe { give(answer, body) };
}

/// Gives bytes: a document, a name, a key.
///
/// # Safety
/// answer is the one passed to the function; data points to len bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_give_bytes(
    answer: *mut InterlinkAnswer,
    data: *const std::ffi::c_void,
    len: usize,
) {
    let body = |answer: &mut InterlinkAnswer| {
        // SAFETY: the caller vouches for the bytes.
        answer.bytes.push(unsafe { bytes(data.cast(), len, "data") }.map_err(said)?.to_vec());
        Ok(())
    };
    // SAFETY: the caller vouches for the answer.
    unsafe { give(answer, body) };
}

/// Gives an event.
///
/// # Safety
/// answer is the one passed to the function; event and what it points to are valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_give_event(answer: *mut InterlinkAnswer, event: *const InterlinkEvent) {
    let body = |answer: &mut InterlinkAnswer| {
        // SAFETY: the caller vouches for the event.
        let event = unsafe { there(event) }?;
        // SAFETY: as above.
        let (stream, id, body) = unsafe {
            (event.stream.text("stream"), event.id.exactly("id")?, event.body.get("body").map_err(said)?)
        };
        let stream: StreamId = stream.map_err(said)?.parse().map_err(|_| "a stream's name".to_owned())?;
        answer.events.push(Change {
            position: Position(event.position),
            stream,
            stored: Stored {
                seq: Seq(event.seq),
                at: time(event.at)?,
                id: EventId::from_bytes(id),
                body: body.into(),
            },
        });
        Ok(())
    };
    // SAFETY: the caller vouches for the answer.
    unsafe { give(answer, body) };
}

/// Gives the end of a stream: the seq and the id (32 bytes) of its last event.
///
/// # Safety
/// answer is the one passed to the function; id points to valid bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_give_head(answer: *mut InterlinkAnswer, seq: u64, id: InterlinkBytes) {
    let body = |answer: &mut InterlinkAnswer| {
        // SAFETY: the caller vouches for the id.
        let id = EventId::from_bytes(unsafe { id.exactly("id") }?);
        answer.head = Some(StreamHead { seq: Seq(seq), id });
        Ok(())
    };
    // SAFETY: the caller vouches for the answer.
    unsafe { give(answer, body) };
}

/// Gives what the store remembers of a command.
///
/// # Safety
/// answer is the one passed to the function; command and what it points to are valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_give_command(
    answer: *mut InterlinkAnswer,
    command: *const InterlinkCommand,
) {
    let body = |answer: &mut InterlinkAnswer| {
        // SAFETY: the caller vouches for the command.
        let command = unsafe { there(command) }?;
        // SAFETY: as above.
        let fingerprint = Fingerprint::from_bytes(unsafe { command.fingerprint.exactly("fingerprint") }?);
        let (first, last) = (Seq(command.first), Seq(command.last));
        answer.command = Some(CommandRecord { first, last, fingerprint });
        Ok(())
    };
    // SAFETY: the caller vouches for the answer.
    unsafe { give(answer, body) };
}

/// Gives a snapshot.
///
/// # Safety
/// answer is the one passed to the function; snapshot and what it points to are valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_give_snapshot(
    answer: *mut InterlinkAnswer,
    snapshot: *const InterlinkSnapshot,
) {
    let body = |answer: &mut InterlinkAnswer| {
        // SAFETY: the caller vouches for the snapshot.
        let snapshot = unsafe { there(snapshot) }?;
        // SAFETY: as above.
        let (id, bytes) = unsafe { (snapshot.id.exactly("id")?, snapshot.bytes.get("bytes").map_err(said)?) };
        answer.snapshot = Some(Snapshot {
            seq: Seq(snapshot.seq),
            id: EventId::from_bytes(id),
            at: time(snapshot.at)?,
            format: snapshot.format,
            bytes: bytes.to_vec(),
        });
        Ok(())
    };
    // SAFETY: the caller vouches for the answer.
    unsafe { give(answer, body) };
}

/// Gives a party.
///
/// # Safety
/// answer is the one passed to the function; party and what it points to are valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_give_party(answer: *mut InterlinkAnswer, party: *const InterlinkParty) {
    let body = |answer: &mut InterlinkAnswer| {
        // SAFETY: the caller vouches for the party.
        let party = unsafe { there(party) }?;
        // SAFETY: as above.
        let id = unsafe { party.id.exactly("id") }?;
        answer.party = Some(match party.kind {
            k if k == InterlinkPartyKind::Person as u32 => Party::Person(PersonId::from_bytes(id)),
            k if k == InterlinkPartyKind::Organisation as u32 => {
                Party::Organisation(OrganisationId::from_bytes(id))
            }
            k if k == InterlinkPartyKind::Team as u32 => {
                // SAFETY: the caller vouches for the party.
                let organisation = unsafe { party.organisation.exactly("organisation") }?;
                Party::Team(TeamId::from_bytes(id), OrganisationId::from_bytes(organisation))
            }
            other => return Err(format!("{other} is not a kind of party")),
        });
        Ok(())
    };
    // SAFETY: the caller vouches for the answer.
    unsafe { give(answer, body) };
}

/// Gives an entry of the vault.
///
/// # Safety
/// answer is the one passed to the function; entry and what it points to are valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_give_entry(answer: *mut InterlinkAnswer, entry: *const InterlinkEntry) {
    let body = |answer: &mut InterlinkAnswer| {
        // SAFETY: the caller vouches for the entry.
        let entry = unsafe { there(entry) }?;
        // SAFETY: as above.
        let (subject, salt, text) = unsafe {
            (
                entry.data_subject_id.exactly("data_subject_id")?,
                entry.salt.exactly("salt")?,
                entry.text.text("text"),
            )
        };
        // SAFETY: as above.
        let (place, commitment) =
            unsafe { (entry.place.exactly("place")?, entry.commitment.exactly("commitment")?) };
        // Verification checks that it matches its commitment.
        answer.entries.push(Entry {
            place: Commitment::from_bytes(place),
            commitment: Commitment::from_bytes(commitment),
            data_subject_id: PersonId::from_bytes(subject),
            salt: Salt::from_bytes(salt),
            text: text.map_err(said)?.to_owned(),
        });
        Ok(())
    };
    // SAFETY: the caller vouches for the answer.
    unsafe { give(answer, body) };
}

/// Gives an error message, such as that of your database. The problem then contains it.
///
/// # Safety
/// answer is the one passed to the function; message points to len bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn interlink_say(
    answer: *mut InterlinkAnswer,
    message: *const std::ffi::c_char,
    len: usize,
) {
    let body = |answer: &mut InterlinkAnswer| {
        // SAFETY: the caller vouches for the message.
        let message = unsafe { bytes(message.cast(), len, "message") }.map_err(said)?;
        answer.said = Some(String::from_utf8_lossy(message).into_owned());
        Ok(())
    };
    // SAFETY: the caller vouches for the answer.
    unsafe { give(answer, body) };
}
