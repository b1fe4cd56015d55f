//! What the library writes, in the form passed to a store.

use std::ptr;

use interlink::journal::{Basis, Batch, Disclosed, Rewrite, Snapshot, Stored, StoredDocument, StreamId};
use interlink::vault::{Entry, Party, VaultWrite};

use super::kinds::{
    InterlinkBasisParty, InterlinkBasisStream, InterlinkBatch, InterlinkDisclosed, InterlinkDocument,
    InterlinkEntry, InterlinkEvent, InterlinkParty, InterlinkPartyKind, InterlinkSnapshot,
    InterlinkVaultKind, InterlinkVaultWrite,
};
use crate::text::InterlinkBytes;

/// A batch and everything its pointers point to.
pub(super) struct Written<'a> {
    batch: &'a Batch<'a>,
    stream: String,
    events: Vec<InterlinkEvent>,
    kept: Vec<Vec<InterlinkBytes>>,
    vault: Vec<InterlinkVaultWrite>,
    documents: Vec<InterlinkDocument>,
    rewritten: WrittenAnew,
    basis: WrittenBasis,
}

impl<'a> Written<'a> {
    pub(super) fn new(batch: &'a Batch<'a>) -> Self {
        let mut written = Self {
            batch,
            stream: batch.stream.to_string(),
            events: Vec::new(),
            kept: batch.vault.iter().map(kept).collect(),
            vault: Vec::new(),
            documents: batch.documents.iter().map(document).collect(),
            rewritten: WrittenAnew::new(batch.rewrites),
            basis: WrittenBasis::new(&batch.basis),
        };
        let stream = InterlinkBytes::of(written.stream.as_bytes());
        written.events = batch.events.iter().map(|stored| event(stream, stored)).collect();
        written.vault =
            batch.vault.iter().zip(&written.kept).map(|(write, kept)| vault(write, kept)).collect();
        written
    }

    /// The C form, valid as long as this.
    pub(super) fn as_c(&self) -> InterlinkBatch {
        InterlinkBatch {
            stream: InterlinkBytes::of(self.stream.as_bytes()),
            expected: self.batch.expected.0,
            events: self.events.as_ptr(),
            event_count: self.events.len(),
            command: InterlinkBytes::of(self.batch.command.as_str().as_bytes()),
            fingerprint: InterlinkBytes::of(self.batch.fingerprint.as_bytes()),
            vault: self.vault.as_ptr(),
            vault_count: self.vault.len(),
            documents: self.documents.as_ptr(),
            document_count: self.documents.len(),
            rewritten_events: self.rewritten.events.as_ptr(),
            rewritten_event_count: self.rewritten.events.len(),
            rewritten_documents: self.rewritten.documents.as_ptr(),
            rewritten_document_count: self.rewritten.documents.len(),
            disclosed: self.rewritten.disclosed.as_ptr(),
            disclosed_count: self.rewritten.disclosed.len(),
            basis_streams: self.basis.streams.as_ptr(),
            basis_stream_count: self.basis.streams.len(),
            basis_parties: self.basis.parties.as_ptr(),
            basis_party_count: self.basis.parties.len(),
        }
    }
}

/// Rewritten data, and everything its pointers point to.
struct WrittenAnew {
    events: Vec<InterlinkEvent>,
    documents: Vec<InterlinkDocument>,
    disclosed: Vec<InterlinkDisclosed>,
    /// The target of the pointers above; not changed any more.
    _streams: Vec<Named>,
}

impl WrittenAnew {
    fn new(rewrites: &[Rewrite]) -> Self {
        let (mut events, mut documents, mut disclosed, mut streams) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for rewrite in rewrites {
            match rewrite {
                Rewrite::Event(stream, stored) => {
                    let name = Named::new(*stream);
                    events.push(event(name.as_c(), stored));
                    streams.push(name);
                }
                Rewrite::Document(kept) => documents.push(document(kept)),
                Rewrite::Disclosed(one) => {
                    let name = Named::new(one.stream);
                    disclosed.push(tell(one, name.as_c()));
                    streams.push(name);
                }
            }
        }
        Self { events, documents, disclosed, _streams: streams }
    }
}

/// A basis and everything its pointers point to.
struct WrittenBasis {
    streams: Vec<InterlinkBasisStream>,
    parties: Vec<InterlinkBasisParty>,
    /// The target of the pointers above; not changed any more.
    _names: Vec<Named>,
    _meant: Vec<Option<InterlinkParty>>,
}

impl WrittenBasis {
    fn new(basis: &Basis<'_>) -> Self {
        let names: Vec<Named> = basis.streams.iter().map(|(stream, _)| Named::new(*stream)).collect();
        let streams = names.iter().zip(basis.streams);
        let streams = streams
            .map(|(name, (_, seq))| InterlinkBasisStream { stream: name.as_c(), seq: seq.0 })
            .collect();
        let meant: Vec<Option<InterlinkParty>> =
            basis.parties.iter().map(|(_, meant)| meant.as_ref().map(party)).collect();
        let parties = meant.iter().zip(basis.parties).map(|(meant, (host_id, _))| InterlinkBasisParty {
            host_id: InterlinkBytes::of(host_id.as_str().as_bytes()),
            party: meant.as_ref().map_or(ptr::null(), ptr::from_ref),
        });
        Self { streams, parties: parties.collect(), _names: names, _meant: meant }
    }
}

fn event(stream: InterlinkBytes, stored: &Stored) -> InterlinkEvent {
    InterlinkEvent {
        stream,
        seq: stored.seq.0,
        position: 0,
        at: stored.at.as_millis(),
        id: InterlinkBytes::of(stored.id.as_bytes()),
        body: InterlinkBytes::of(&stored.body),
    }
}

fn tell(disclosed: &Disclosed, stream: InterlinkBytes) -> InterlinkDisclosed {
    InterlinkDisclosed {
        event: event(stream, &disclosed.stored),
        command: InterlinkBytes::of(disclosed.command.as_str().as_bytes()),
        fingerprint: InterlinkBytes::of(disclosed.fingerprint.as_bytes()),
        instead_of: InterlinkBytes::of(disclosed.instead_of.as_str().as_bytes()),
    }
}

fn document((id, bytes): &StoredDocument) -> InterlinkDocument {
    InterlinkDocument { id: InterlinkBytes::of(id.as_bytes()), bytes: InterlinkBytes::of(bytes) }
}

fn kept(write: &VaultWrite) -> Vec<InterlinkBytes> {
    match write {
        VaultWrite::Erase { kept, .. } => {
            kept.iter().map(|place| InterlinkBytes::of(place.as_bytes())).collect()
        }
        VaultWrite::PseudonymLink(_)
        | VaultWrite::Entry(_)
        | VaultWrite::Key { .. }
        | VaultWrite::Participation { .. }
        | VaultWrite::Close(_) => Vec::new(),
    }
}

fn vault(write: &VaultWrite, kept: &[InterlinkBytes]) -> InterlinkVaultWrite {
    const NONE: InterlinkBytes = InterlinkBytes::NONE;
    let nothing = |kind: InterlinkVaultKind| InterlinkVaultWrite {
        kind: kind as u32,
        host_id: NONE,
        party: InterlinkParty { kind: 0, id: NONE, organisation: NONE },
        entry: InterlinkEntry {
            place: NONE,
            commitment: NONE,
            data_subject_id: NONE,
            salt: NONE,
            text: NONE,
        },
        person: NONE,
        kept: kept.as_ptr(),
        kept_count: kept.len(),
        process: NONE,
        key: NONE,
        tag: NONE,
    };
    match write {
        VaultWrite::PseudonymLink(link) => InterlinkVaultWrite {
            host_id: InterlinkBytes::of(link.host_id.as_str().as_bytes()),
            party: party(&link.party),
            ..nothing(InterlinkVaultKind::PseudonymLink)
        },
        VaultWrite::Entry(kept) => {
            InterlinkVaultWrite { entry: entry(kept), ..nothing(InterlinkVaultKind::Entry) }
        }
        VaultWrite::Erase { person_id: person, .. } => InterlinkVaultWrite {
            person: InterlinkBytes::of(person.as_bytes()),
            ..nothing(InterlinkVaultKind::Erase)
        },
        VaultWrite::Key { process, key } => InterlinkVaultWrite {
            process: InterlinkBytes::of(process.as_bytes()),
            key: InterlinkBytes::of(key.as_bytes()),
            ..nothing(InterlinkVaultKind::Key)
        },
        VaultWrite::Participation { process, tag } => InterlinkVaultWrite {
            process: InterlinkBytes::of(process.as_bytes()),
            tag: InterlinkBytes::of(tag.as_bytes()),
            ..nothing(InterlinkVaultKind::Participation)
        },
        VaultWrite::Close(process) => InterlinkVaultWrite {
            process: InterlinkBytes::of(process.as_bytes()),
            ..nothing(InterlinkVaultKind::Close)
        },
    }
}

fn party(party: &Party) -> InterlinkParty {
    let (kind, id) = key_of(party);
    let organisation = match party {
        Party::Team(_, organisation) => InterlinkBytes::of(organisation.as_bytes()),
        Party::Person(_) | Party::Organisation(_) => InterlinkBytes::NONE,
    };
    InterlinkParty { kind, id, organisation }
}

/// The key of a party.
pub(super) fn key_of(party: &Party) -> (u32, InterlinkBytes) {
    let (kind, id): (_, &[u8]) = match party {
        Party::Person(id) => (InterlinkPartyKind::Person, id.as_bytes()),
        Party::Organisation(id) => (InterlinkPartyKind::Organisation, id.as_bytes()),
        Party::Team(id, _) => (InterlinkPartyKind::Team, id.as_bytes()),
    };
    (kind as u32, InterlinkBytes::of(id))
}

fn entry(entry: &Entry) -> InterlinkEntry {
    InterlinkEntry {
        place: InterlinkBytes::of(entry.place.as_bytes()),
        commitment: InterlinkBytes::of(entry.commitment.as_bytes()),
        data_subject_id: InterlinkBytes::of(entry.data_subject_id.as_bytes()),
        salt: InterlinkBytes::of(entry.salt.as_bytes()),
        text: InterlinkBytes::of(entry.text.as_bytes()),
    }
}

pub(super) fn snapshot(snapshot: &Snapshot) -> InterlinkSnapshot {
    InterlinkSnapshot {
        seq: snapshot.seq.0,
        id: InterlinkBytes::of(snapshot.id.as_bytes()),
        at: snapshot.at.as_millis(),
        format: snapshot.format,
        bytes: InterlinkBytes::of(&snapshot.bytes),
    }
}

/// A stream's name, for one call.
pub(super) struct Named(String);

impl Named {
    pub(super) fn new(stream: StreamId) -> Self {
        Self(stream.to_string())
    }

    pub(super) fn as_c(&self) -> InterlinkBytes {
        InterlinkBytes::of(self.0.as_bytes())
    }
}
