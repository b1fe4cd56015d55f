//! What a store is passed, and returns in the same form.

use crate::text::InterlinkBytes;

/// The status of a function of a store.
#[repr(u32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterlinkStoreStatus {
    /// Success; what was found was given to the answer. If nothing was found, nothing is given.
    Ok = 0,
    /// append: something a batch relied on has changed. Nothing was written, and the seq of the batch's own stream was
    /// given with interlink_give_number.
    Conflict = 1,
    /// Another program holds the store for longer than the call may wait; the same call may succeed later.
    Busy = 2,
    /// The store cannot be written.
    ReadOnly = 3,
    /// The store holds invalid data. Give a message with interlink_say.
    Malformed = 4,
    /// Any other failure. Give a message with interlink_say. An unknown status counts as this one.
    Failed = 5,
}

/// An event. A store keeps every member and returns it unchanged.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkEvent {
    /// The name of its stream, like "process/0123…": at most 46 bytes.
    pub stream: InterlinkBytes,
    /// Its number in its stream, from 1.
    pub seq: u64,
    /// Its place in the order of the whole store: later events have higher ones. The store assigns it, so it is 0 in
    /// what append is passed. Events given to changes must have it; those given to events need not.
    pub position: u64,
    /// The time it happened: milliseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    /// Its id: 32 bytes.
    pub id: InterlinkBytes,
    /// Its envelope: JSON in UTF-8.
    pub body: InterlinkBytes,
}

/// What a store remembers of an appended command.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkCommand {
    /// The seq of its first event in the stream.
    pub first: u64,
    /// The seq of its last event.
    pub last: u64,
    /// Distinguishes it from another command under the same id: 32 bytes.
    pub fingerprint: InterlinkBytes,
}

/// A document: bytes under their SHA-256, or under that of the document they replaced.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkDocument {
    /// 32 bytes.
    pub id: InterlinkBytes,
    /// The document.
    pub bytes: InterlinkBytes,
}

/// The state of a stream at one seq. A store may discard it.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkSnapshot {
    /// The seq.
    pub seq: u64,
    /// The id of the event with that seq: 32 bytes.
    pub id: InterlinkBytes,
    /// When that event happened: milliseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    /// The layout of the bytes.
    pub format: u32,
    /// The state.
    pub bytes: InterlinkBytes,
}

/// The kind of a party.
#[repr(u32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterlinkPartyKind {
    /// A person, by pseudonym.
    Person = 0,
    /// An organisation.
    Organisation = 1,
    /// A team.
    Team = 2,
}

/// A party, by the library's id.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkParty {
    /// One of INTERLINK_PARTY_KIND_….
    pub kind: u32,
    /// Its id: 16 bytes.
    pub id: InterlinkBytes,
    /// For a team: its organisation, 16 bytes. Otherwise empty.
    pub organisation: InterlinkBytes,
}

/// A text about a person. It is personal data.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkEntry {
    /// Its key: 32 bytes. A new entry replaces one with the same place.
    pub place: InterlinkBytes,
    /// Its commitment: 32 bytes.
    pub commitment: InterlinkBytes,
    /// The person it is about: 16 bytes.
    pub data_subject_id: InterlinkBytes,
    /// 16 bytes.
    pub salt: InterlinkBytes,
    /// The text.
    pub text: InterlinkBytes,
}

/// The kind of a vault write.
#[repr(u32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterlinkVaultKind {
    /// Links host_id and party, in both directions. If host_id is linked to another party already, the whole call is a
    /// conflict.
    PseudonymLink = 0,
    /// Stores entry.
    Entry = 1,
    /// Removes the pseudonym link of person, and every entry about them except those whose places are in kept. It is
    /// the last write of its batch.
    Erase = 2,
    /// Stores key for process.
    Key = 3,
    /// Stores tag for process; if it exists already, that is not an error.
    Participation = 4,
    /// Removes the key and all tags of process.
    Close = 5,
}

/// A write to the vault. Only the members that its kind names are set.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkVaultWrite {
    /// One of INTERLINK_VAULT_KIND_….
    pub kind: u32,
    /// Your id of a party: 1 to 256 bytes. It is personal data.
    pub host_id: InterlinkBytes,
    /// The party of that id.
    pub party: InterlinkParty,
    /// A text about a person.
    pub entry: InterlinkEntry,
    /// The person to erase: 16 bytes.
    pub person: InterlinkBytes,
    /// The places of entries to keep: 32 bytes each.
    pub kept: *const InterlinkBytes,
    /// The number of these places.
    pub kept_count: usize,
    /// A process: 16 bytes.
    pub process: InterlinkBytes,
    /// Its key: 16 bytes.
    pub key: InterlinkBytes,
    /// A tag: 32 bytes.
    pub tag: InterlinkBytes,
}

/// A stream that a decision relied on.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkBasisStream {
    /// Its name.
    pub stream: InterlinkBytes,
    /// The seq of its last event when it was read; 0 if the stream did not exist.
    pub seq: u64,
}

/// The party that one of your ids meant when a decision was made.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkBasisParty {
    /// Your id.
    pub host_id: InterlinkBytes,
    /// The party; NULL if the id was unknown.
    pub party: *const InterlinkParty,
}

/// An event that was withheld and is now disclosed: it replaces the one with its stream, seq and id.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkDisclosed {
    /// The event. Its time and body replace the present ones; if no event has its stream, seq and id, the call is a
    /// conflict. Its position is not set, and stays unchanged.
    pub event: InterlinkEvent,
    /// The command of the event. If the command is known on the stream, extend its range of seqs to include this one;
    /// otherwise its range is this one alone.
    pub command: InterlinkBytes,
    /// Distinguishes that command from another: 32 bytes.
    pub fingerprint: InterlinkBytes,
    /// The placeholder command, which is to be removed.
    pub instead_of: InterlinkBytes,
}

/// Everything that one command writes.
///
/// The command was decided on what a reading saw, and others may have appended since. So the batch names everything the
/// decision relied on: the seq of its own stream (expected), those of other streams that were read, and the parties
/// that your ids meant. A store must accept the batch only if all of that is unchanged when it is written; otherwise
/// two commands, each allowed by itself, could together have an effect that neither would be allowed alone.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkBatch {
    /// The stream of the events.
    pub stream: InterlinkBytes,
    /// The seq that the stream must have: that of its last event, 0 for a new stream. A batch may follow another of the
    /// same stream in the same call.
    pub expected: u64,
    /// The events, in order; at least one.
    pub events: *const InterlinkEvent,
    /// The number of events.
    pub event_count: usize,
    /// The command's id: 1 to 64 bytes of ASCII. The stream and this id identify it.
    pub command: InterlinkBytes,
    /// Distinguishes the command from another under the same id: 32 bytes.
    pub fingerprint: InterlinkBytes,
    /// The writes to the vault.
    pub vault: *const InterlinkVaultWrite,
    /// The number of writes.
    pub vault_count: usize,
    /// Documents to store; those that exist already stay unchanged.
    pub documents: *const InterlinkDocument,
    /// The number of documents.
    pub document_count: usize,
    /// Events that replace those with the same stream, seq and id, in any stream. The body and the time are new, the
    /// position stays; remove the snapshots of that stream, and keep nothing of the replaced content. If such an event
    /// does not exist, the whole call is a conflict.
    pub rewritten_events: *const InterlinkEvent,
    /// The number of these events.
    pub rewritten_event_count: usize,
    /// Documents that replace those with the same id, in the same way.
    pub rewritten_documents: *const InterlinkDocument,
    /// The number of these documents.
    pub rewritten_document_count: usize,
    /// Events that are stored as withheld, and are now disclosed. They replace events as above, and their commands replace
    /// the placeholder commands.
    pub disclosed: *const InterlinkDisclosed,
    /// The number of these events.
    pub disclosed_count: usize,
    /// Other streams, which must have these seqs.
    pub basis_streams: *const InterlinkBasisStream,
    /// The number of these streams.
    pub basis_stream_count: usize,
    /// Ids of yours, which must mean these parties, or nobody.
    pub basis_parties: *const InterlinkBasisParty,
    /// The number of these ids.
    pub basis_party_count: usize,
}
