//! What a store is handed, and gives back in the same form.

use crate::text::InterlinkBytes;

/// What a function of a store says.
#[repr(u32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterlinkStoreStatus {
    /// It was done; what was found was given to the answer. Nothing found, nothing given.
    Ok = 0,
    /// append: what a batch was decided on is no longer so. Nothing was written, and the version of the batch's own stream
    /// was given with interlink_give_number.
    Conflict = 1,
    /// Somebody else holds the store, for longer than the call may wait; the same call may succeed later.
    Busy = 2,
    /// The store cannot be written.
    ReadOnly = 3,
    /// The store holds something that it cannot have been given. Participation what with interlink_say.
    Malformed = 4,
    /// Anything else. Participation what with interlink_say. A status that is none of these counts as this one.
    Failed = 5,
}

/// An event. A store keeps every part and gives it back as it was.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkEvent {
    /// Its stream's name, like "process/0123…": at most 46 bytes.
    pub stream: InterlinkBytes,
    /// Its number in its stream, from 1 on.
    pub seq: u64,
    /// Its place in the order of the whole store: later events have higher ones. The store decides it, so it is 0 in what
    /// append is handed, and what is given back for events need not have it; what is given back for changes does.
    pub position: u64,
    /// When it happened: milliseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    /// Its id: 32 bytes.
    pub id: InterlinkBytes,
    /// Its envelope: JSON in UTF-8.
    pub body: InterlinkBytes,
}

/// What a store remembers of a command that it appended.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkCommand {
    /// The number of its first event in the stream.
    pub first: u64,
    /// The number of its last event.
    pub last: u64,
    /// What tells it from another under the same id: 32 bytes.
    pub fingerprint: InterlinkBytes,
}

/// A document: bytes under their SHA-256, or under that of what they took the place of.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkDocument {
    /// 32 bytes.
    pub id: InterlinkBytes,
    /// The document.
    pub bytes: InterlinkBytes,
}

/// The state of a stream at one version. A store may forget it.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkSnapshot {
    /// The version.
    pub version: u64,
    /// The id of the event that made it: 32 bytes.
    pub id: InterlinkBytes,
    /// When that event happened: milliseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    /// The layout of the bytes.
    pub format: u32,
    /// The state.
    pub bytes: InterlinkBytes,
}

/// What a party is.
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

/// A party, as the library knows it.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkParty {
    /// One of INTERLINK_PARTY_KIND_….
    pub kind: u32,
    /// Its id: 16 bytes.
    pub id: InterlinkBytes,
    /// Of a team: the organisation that it belongs to, 16 bytes. None otherwise.
    pub organisation: InterlinkBytes,
}

/// A text about a person. It is personal data.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkEntry {
    /// Where it stands: 32 bytes. It is found by this, and one that stands there already makes way for it.
    pub place: InterlinkBytes,
    /// What binds it: 32 bytes.
    pub commitment: InterlinkBytes,
    /// Whom it is about: 16 bytes.
    pub subject: InterlinkBytes,
    /// 16 bytes.
    pub salt: InterlinkBytes,
    /// The text.
    pub text: InterlinkBytes,
}

/// What is written to the vault.
#[repr(u32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterlinkVaultKind {
    /// host_id now means party, and the other way round. One that means somebody already is not given to another: the
    /// whole call is a conflict.
    PseudonymLink = 0,
    /// entry is kept.
    Entry = 1,
    /// The tie of person goes, and every entry about her but those whose places are in kept. It comes last in its batch.
    Erase = 2,
    /// key is kept for process.
    Key = 3,
    /// tag is kept for process; that it is there already is no error.
    Participation = 4,
    /// The key and all tags of process go.
    Close = 5,
}

/// Something new for the vault. Only what its kind names is set.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkVaultWrite {
    /// One of INTERLINK_VAULT_KIND_….
    pub kind: u32,
    /// Your id of a party: 1 to 256 bytes. It is personal data.
    pub host_id: InterlinkBytes,
    /// Which party that is.
    pub party: InterlinkParty,
    /// A text about a person.
    pub entry: InterlinkEntry,
    /// Who is erased: 16 bytes.
    pub person: InterlinkBytes,
    /// The places of entries that stay: 32 bytes each.
    pub kept: *const InterlinkBytes,
    /// How many of them.
    pub kept_count: usize,
    /// A process: 16 bytes.
    pub process: InterlinkBytes,
    /// Its key: 16 bytes.
    pub key: InterlinkBytes,
    /// A tag: 32 bytes.
    pub tag: InterlinkBytes,
}

/// A stream that a decision rested on.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkBasisStream {
    /// Its name.
    pub stream: InterlinkBytes,
    /// The version that it was read at: the seq of its last event, 0 for one that was not there.
    pub version: u64,
}

/// Whom a decision took one of your ids for.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkBasisParty {
    /// Your id.
    pub host_id: InterlinkBytes,
    /// The party that it meant; NULL if it meant nobody.
    pub party: *const InterlinkParty,
}

/// An event that was withheld, with what it says: it takes the place of the one that has its stream, seq and id.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkDisclosed {
    /// The event. Its time and its body replace those that stand there; if no event has its stream, seq and id, the call is a
    /// conflict. Its position is not set, and stays what it is.
    pub event: InterlinkEvent,
    /// The command that it came of. If that is known on the stream, it reaches from its first seq or this one to its last or
    /// this one; otherwise it is this one alone.
    pub command: InterlinkBytes,
    /// What tells that command from another: 32 bytes.
    pub fingerprint: InterlinkBytes,
    /// The command that stood for it, which is forgotten.
    pub instead_of: InterlinkBytes,
}

/// Everything that one command leaves behind.
///
/// It was decided on what a reading saw, and others may have appended since. So it comes with all that the decision rested
/// on: the version of its own stream (expected), the versions of other streams that were read, and whom your ids were taken
/// for. A store takes the batch only where all of that is still so when it is written; otherwise two commands, each
/// right by itself, could together lead to what neither would have been allowed alone.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkBatch {
    /// The stream that the events go to.
    pub stream: InterlinkBytes,
    /// The version that the stream must be at: the seq of its last event, 0 for a new stream. A batch may follow one of the
    /// same stream before it in the same call.
    pub expected: u64,
    /// The events, in order; at least one.
    pub events: *const InterlinkEvent,
    /// How many.
    pub event_count: usize,
    /// The command's id: 1 to 64 bytes of ASCII. It is found again by the stream and this.
    pub command: InterlinkBytes,
    /// What tells the command from another under the same id: 32 bytes.
    pub fingerprint: InterlinkBytes,
    /// What the vault learns.
    pub vault: *const InterlinkVaultWrite,
    /// How much.
    pub vault_count: usize,
    /// Documents to keep; those that are there already stay as they are.
    pub documents: *const InterlinkDocument,
    /// How many.
    pub document_count: usize,
    /// Events that take the place of those that have their stream, their seq and their id, in whatever stream. The body and
    /// the time are new, the position stays; the snapshots of that stream go, and nothing of what stood there is left. One
    /// that is not there makes the whole call a conflict.
    pub rewritten_events: *const InterlinkEvent,
    /// How many.
    pub rewritten_event_count: usize,
    /// Documents that take the place of those with their id, in the same way.
    pub rewritten_documents: *const InterlinkDocument,
    /// How many.
    pub rewritten_document_count: usize,
    /// Events that are there as withheld, and are told now. They take their place as those above do, and their commands that of
    /// others.
    pub disclosed: *const InterlinkDisclosed,
    /// How many.
    pub disclosed_count: usize,
    /// Other streams, which must be at these versions.
    pub basis_streams: *const InterlinkBasisStream,
    /// How many.
    pub basis_stream_count: usize,
    /// Ids of yours, which must mean these parties, or nobody.
    pub basis_parties: *const InterlinkBasisParty,
    /// How many.
    pub basis_party_count: usize,
}
