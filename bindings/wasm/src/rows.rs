//! The rows of bytes in which a store in a browser writes its data.
//!
//! A row of the journal is a document, or everything of one append except personal data. A row of the vault is one
//! write to it. Rows of the vault are only ever deleted; a row of the journal is written again if a part of it is
//! rewritten.

use std::ops::Range;
use std::sync::Arc;

use interlink::journal::{
    Basis, Batch, Disclosed, Rewrite, Seq, StoreError, Stored, StoredDocument, StreamId,
};
use interlink::types::{
    CommandId, Commitment, DocumentId, EventId, Fingerprint, OrganisationId, ParticipationMarker, PersonId,
    ProcessId, Salt, TeamId, Timestamp,
};
use interlink::vault::{Entry, Party, PseudonymLink, VaultWrite};

/// The layout, the first byte of every row of the journal.
const LAYOUT: u8 = 1;

/// The content of a row of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Row {
    Document(StoredDocument),
    Append(Vec<Piece>),
}

/// What a command wrote. Its vault writes are in rows of their own: this many, from this number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) stream: StreamId,
    pub(crate) expected: Seq,
    pub(crate) command: CommandId,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) events: Vec<Stored>,
    pub(crate) documents: Vec<StoredDocument>,
    pub(crate) rewrites: Vec<Rewrite>,
    pub(crate) vault: Range<u64>,
}

impl Piece {
    pub(crate) fn batch<'a>(&'a self, vault: &'a [VaultWrite]) -> Batch<'a> {
        Batch {
            stream: self.stream,
            expected: self.expected,
            events: &self.events,
            command: self.command,
            fingerprint: self.fingerprint,
            vault,
            documents: &self.documents,
            rewrites: &self.rewrites,
            // Its basis was checked when it was written, and rows are applied in that order.
            basis: Basis::default(),
        }
    }
}

#[derive(Default)]
struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, number: u64) {
        self.0.extend(number.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend(bytes);
    }

    fn fixed(&mut self, bytes: &[u8]) {
        self.0.extend(bytes);
    }

    fn event(&mut self, event: &Stored) {
        self.fixed(event.id.as_bytes());
        self.number(event.at.as_millis().cast_unsigned());
        self.bytes(&event.body);
    }

    fn document(&mut self, (id, bytes): &StoredDocument) {
        self.fixed(id.as_bytes());
        self.bytes(bytes);
    }

    fn placed(&mut self, stream: StreamId, event: &Stored) {
        self.bytes(stream.to_string().as_bytes());
        self.number(event.seq.0);
        self.event(event);
    }

    fn rewrite(&mut self, rewrite: &Rewrite) {
        match rewrite {
            Rewrite::Event(stream, stored) => {
                self.fixed(&[0]);
                self.placed(*stream, stored);
            }
            Rewrite::Document(document) => {
                self.fixed(&[1]);
                self.document(document);
            }
            Rewrite::Disclosed(disclosed) => {
                self.fixed(&[2]);
                self.placed(disclosed.stream, &disclosed.stored);
                self.bytes(disclosed.command.as_str().as_bytes());
                self.fixed(disclosed.fingerprint.as_bytes());
                self.bytes(disclosed.instead_of.as_str().as_bytes());
            }
        }
    }
}

/// A row with a document.
pub(crate) fn document(id: DocumentId, bytes: &[u8]) -> Vec<u8> {
    let mut row = Writer(vec![LAYOUT, 0]);
    row.fixed(id.as_bytes());
    row.fixed(bytes);
    row.0
}

/// A row with appended batches, each with the numbers of its vault writes.
pub(crate) fn append(batches: &[(Batch<'_>, Range<u64>)]) -> Vec<u8> {
    let mut row = Writer(vec![LAYOUT, 1]);
    row.number(batches.len() as u64);
    for (batch, vault) in batches {
        row.bytes(batch.stream.to_string().as_bytes());
        row.number(batch.expected.0);
        row.bytes(batch.command.as_str().as_bytes());
        row.fixed(batch.fingerprint.as_bytes());
        row.number(batch.events.len() as u64);
        batch.events.iter().for_each(|event| row.event(event));
        row.number(batch.documents.len() as u64);
        batch.documents.iter().for_each(|document| row.document(document));
        row.number(batch.rewrites.len() as u64);
        batch.rewrites.iter().for_each(|rewrite| row.rewrite(rewrite));
        row.number(vault.start);
        row.number(vault.end);
    }
    row.0
}

/// A row with a vault write.
pub(crate) fn vault(write: &VaultWrite) -> Vec<u8> {
    let mut row = Writer::default();
    match write {
        VaultWrite::PseudonymLink(link) => {
            let (kind, id, organisation) = match link.party {
                Party::Person(id) => (0, *id.as_bytes(), None),
                Party::Organisation(id) => (1, *id.as_bytes(), None),
                Party::Team(id, organisation) => (2, *id.as_bytes(), Some(organisation)),
            };
            row.fixed(&[kind]);
            row.fixed(&id);
            if let Some(organisation) = organisation {
                row.fixed(organisation.as_bytes());
            }
            row.fixed(link.host_id.as_str().as_bytes());
        }
        VaultWrite::Entry(entry) => {
            row.fixed(&[3]);
            row.fixed(entry.place.as_bytes());
            row.fixed(entry.commitment.as_bytes());
            row.fixed(entry.data_subject_id.as_bytes());
            row.fixed(entry.salt.as_bytes());
            row.fixed(entry.text.as_bytes());
        }
        VaultWrite::Erase { person_id: person, kept } => {
            row.fixed(&[4]);
            row.fixed(person.as_bytes());
            kept.iter().for_each(|place| row.fixed(place.as_bytes()));
        }
        VaultWrite::Key { process, key } => {
            row.fixed(&[5]);
            row.fixed(process.as_bytes());
            row.fixed(key.as_bytes());
        }
        VaultWrite::Participation { process, tag } => {
            row.fixed(&[6]);
            row.fixed(process.as_bytes());
            row.fixed(tag.as_bytes());
        }
        VaultWrite::Close(process) => {
            row.fixed(&[7]);
            row.fixed(process.as_bytes());
        }
    }
    row.0
}

struct Reader<'a>(&'a [u8]);

type Read<T> = Result<T, StoreError>;

fn malformed() -> StoreError {
    StoreError::Malformed("a row is not as the library wrote it".into())
}

impl<'a> Reader<'a> {
    fn take(&mut self, len: usize) -> Read<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or_else(malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    fn fixed<const N: usize>(&mut self) -> Read<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| malformed())
    }

    fn number(&mut self) -> Read<u64> {
        Ok(u64::from_le_bytes(self.fixed()?))
    }

    fn bytes(&mut self) -> Read<&'a [u8]> {
        let len = usize::try_from(self.number()?).map_err(|_| malformed())?;
        self.take(len)
    }

    fn text(bytes: &'a [u8]) -> Read<&'a str> {
        std::str::from_utf8(bytes).map_err(|_| malformed())
    }

    fn parsed<T: std::str::FromStr>(bytes: &'a [u8]) -> Read<T> {
        Self::text(bytes)?.parse().map_err(|_| malformed())
    }

    fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.0)
    }

    fn end(&self) -> Read<()> {
        if self.0.is_empty() { Ok(()) } else { Err(malformed()) }
    }

    /// A list, no longer than the remaining bytes allow.
    fn list<T>(&mut self, mut one: impl FnMut(&mut Self, u64) -> Read<T>) -> Read<Vec<T>> {
        let count = self.number()?;
        if count > self.0.len() as u64 {
            return Err(malformed());
        }
        (0..count).map(|nth| one(self, nth)).collect()
    }

    /// An event with its stream and its `seq`.
    fn placed(&mut self) -> Read<(StreamId, Stored)> {
        let stream = Self::parsed(self.bytes()?)?;
        let seq = Seq(self.number()?);
        Ok((stream, self.event(seq)?))
    }

    fn disclosed(&mut self) -> Read<Disclosed> {
        let (stream, stored) = self.placed()?;
        let command = Self::parsed(self.bytes()?)?;
        let fingerprint = Fingerprint::from_bytes(self.fixed()?);
        let instead_of = Self::parsed(self.bytes()?)?;
        Ok(Disclosed { stream, stored, command, fingerprint, instead_of })
    }

    fn piece(&mut self) -> Read<Piece> {
        let stream = Self::parsed(self.bytes()?)?;
        let expected = Seq(self.number()?);
        let command = Self::parsed(self.bytes()?)?;
        let fingerprint = Fingerprint::from_bytes(self.fixed()?);
        let events = self.list(|row, nth| row.event(Seq(expected.0.saturating_add(nth)).next()))?;
        let documents = self.list(|row, _| row.document())?;
        let rewrites = self.list(|row, _| match row.fixed()? {
            [0] => row.placed().map(|(stream, stored)| Rewrite::Event(stream, stored)),
            [2] => row.disclosed().map(Rewrite::Disclosed),
            [1] => row.document().map(Rewrite::Document),
            _ => Err(malformed()),
        })?;
        let vault = self.number()?..self.number()?;
        Ok(Piece { stream, expected, command, fingerprint, events, documents, rewrites, vault })
    }

    fn event(&mut self, seq: Seq) -> Read<Stored> {
        let id = EventId::from_bytes(self.fixed()?);
        let at = Timestamp::from_millis(self.number()?.cast_signed()).map_err(|_| malformed())?;
        let body: Arc<[u8]> = self.bytes()?.into();
        Ok(Stored { seq, at, id, body })
    }

    fn document(&mut self) -> Read<StoredDocument> {
        Ok((DocumentId::from_bytes(self.fixed()?), self.bytes()?.into()))
    }
}

/// Reads a row of the journal.
pub(crate) fn read(bytes: &[u8]) -> Read<Row> {
    let mut row = Reader(bytes);
    match row.fixed()? {
        [LAYOUT, 0] => Ok(Row::Document((DocumentId::from_bytes(row.fixed()?), row.rest().into()))),
        [LAYOUT, 1] => {
            let pieces = row.list(|row, _| row.piece())?;
            row.end()?;
            Ok(Row::Append(pieces))
        }
        [found, _] if found > LAYOUT => Err(StoreError::TooNew { found: found.into(), known: LAYOUT.into() }),
        _ => Err(malformed()),
    }
}

/// Reads a row of the vault.
pub(crate) fn read_vault(bytes: &[u8]) -> Read<VaultWrite> {
    let mut row = Reader(bytes);
    let [kind] = row.fixed()?;
    let write = match kind {
        0..=2 => {
            let id = row.fixed()?;
            let party = match kind {
                0 => Party::Person(PersonId::from_bytes(id)),
                1 => Party::Organisation(OrganisationId::from_bytes(id)),
                _ => Party::Team(TeamId::from_bytes(id), OrganisationId::from_bytes(row.fixed()?)),
            };
            VaultWrite::PseudonymLink(PseudonymLink { host_id: Reader::parsed(row.rest())?, party })
        }
        3 => VaultWrite::Entry(Entry {
            place: Commitment::from_bytes(row.fixed()?),
            commitment: Commitment::from_bytes(row.fixed()?),
            data_subject_id: PersonId::from_bytes(row.fixed()?),
            salt: Salt::from_bytes(row.fixed()?),
            text: Reader::text(row.rest())?.to_owned(),
        }),
        4 => {
            let person = PersonId::from_bytes(row.fixed()?);
            let mut kept = Vec::new();
            while !row.0.is_empty() {
                kept.push(Commitment::from_bytes(row.fixed()?));
            }
            VaultWrite::Erase { person_id: person, kept }
        }
        5 => VaultWrite::Key {
            process: ProcessId::from_bytes(row.fixed()?),
            key: Salt::from_bytes(row.fixed()?),
        },
        6 => VaultWrite::Participation {
            process: ProcessId::from_bytes(row.fixed()?),
            tag: ParticipationMarker::from_bytes(row.fixed()?),
        },
        7 => VaultWrite::Close(ProcessId::from_bytes(row.fixed()?)),
        _ => return Err(malformed()),
    };
    row.end()?;
    Ok(write)
}
