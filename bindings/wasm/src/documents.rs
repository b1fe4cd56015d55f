//! Which row of the journal holds what, and how to write a row again after a redaction.

use std::ops::Range;

use hashbrown::HashMap;
use interlink::journal::{
    Basis, Batch, Disclosed, Position, Reading, Rewrite, Seq, StoreError, Stored, StoredDocument, StreamId,
};
use interlink::types::{CommandId, DocumentId, Fingerprint};

use crate::rows;

/// The place of everything in the rows.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// What each command wrote, in the order of their events.
    pieces: Vec<Kept>,
    /// The rows that hold one document and nothing else.
    documents: HashMap<DocumentId, u64>,
}

/// What a command wrote; its events, and the record of the command, are found by this.
#[derive(Debug)]
struct Kept {
    row: u64,
    stream: StreamId,
    command: CommandId,
    fingerprint: Fingerprint,
    /// The `seq` of the stream before it, and the number of its events.
    expected: Seq,
    count: usize,
    /// The position of its first event.
    first: Position,
    vault: Range<u64>,
    documents: Box<[DocumentId]>,
    rewrites: Box<[Target]>,
}

/// Rewritten data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Event(StreamId, Seq),
    Document(DocumentId),
    /// An event now told, with its command and the placeholder command.
    Disclosed(StreamId, Seq, CommandId, Fingerprint, CommandId),
}

impl From<&Rewrite> for Target {
    fn from(rewrite: &Rewrite) -> Self {
        match rewrite {
            Rewrite::Event(stream, stored) => Self::Event(*stream, stored.seq),
            Rewrite::Document((id, _)) => Self::Document(*id),
            Rewrite::Disclosed(disclosed) => {
                let Disclosed { stream, stored, command, fingerprint, instead_of } = disclosed;
                Self::Disclosed(*stream, stored.seq, *command, *fingerprint, *instead_of)
            }
        }
    }
}

impl Target {
    /// Whether both are about the same place.
    fn is_at(self, other: Self) -> bool {
        let place = |target| match target {
            Self::Event(stream, seq) | Self::Disclosed(stream, seq, ..) => (Some((stream, seq)), None),
            Self::Document(id) => (None, Some(id)),
        };
        place(self) == place(other)
    }
}

/// The present content of a piece.
struct Piece<'a> {
    kept: &'a Kept,
    events: Vec<Stored>,
    documents: Vec<StoredDocument>,
    rewrites: Vec<Rewrite>,
}

fn lost() -> StoreError {
    StoreError::Malformed("stored data is not where it was put".into())
}

impl Documents {
    /// Notes the row of a document.
    pub(crate) fn document(&mut self, id: DocumentId, row: u64) {
        self.documents.insert(id, row);
    }

    /// Notes the row of what was appended after a position, each batch with the numbers of its vault writes.
    pub(crate) fn append(&mut self, batches: &[(Batch<'_>, Range<u64>)], row: u64, previous: Position) {
        let mut first = previous.0.saturating_add(1);
        for (batch, vault) in batches {
            self.pieces.push(Kept {
                row,
                stream: batch.stream,
                command: batch.command,
                fingerprint: batch.fingerprint,
                expected: batch.expected,
                count: batch.events.len(),
                first: Position(first),
                vault: vault.clone(),
                documents: batch.documents.iter().map(|(id, _)| *id).collect(),
                rewrites: batch.rewrites.iter().map(Target::from).collect(),
            });
            first = first.saturating_add(batch.events.len() as u64);
        }
    }

    /// The present content of the rows that hold rewritten data.
    pub(crate) fn rewritten(
        &self,
        rewrites: &[&Rewrite],
        reading: &dyn Reading,
    ) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        let mut found = Vec::new();
        for rewrite in rewrites {
            self.rows_of(Target::from(*rewrite), reading, &mut found)?;
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|row| Ok((row, self.again(row, reading)?))).collect()
    }

    fn rows_of(&self, target: Target, reading: &dyn Reading, rows: &mut Vec<u64>) -> Result<(), StoreError> {
        match target {
            Target::Event(stream, seq) | Target::Disclosed(stream, seq, ..) => {
                let position = reading.position_of(stream, seq)?.ok_or_else(lost)?;
                let after = self.pieces.partition_point(|kept| kept.first <= position);
                rows.extend(after.checked_sub(1).and_then(|nth| self.pieces.get(nth)).map(|kept| kept.row));
            }
            Target::Document(id) => {
                rows.extend(self.documents.get(&id));
                rows.extend(
                    self.pieces.iter().filter(|kept| kept.documents.contains(&id)).map(|kept| kept.row),
                );
            }
        }
        // An earlier rewrite brought the new content.
        rows.extend(
            self.pieces
                .iter()
                .filter(|kept| kept.rewrites.iter().any(|one| one.is_at(target)))
                .map(|kept| kept.row),
        );
        Ok(())
    }

    /// A row with its present content.
    fn again(&self, row: u64, reading: &dyn Reading) -> Result<Vec<u8>, StoreError> {
        if let Some((id, _)) = self.documents.iter().find(|(_, at)| **at == row) {
            return Ok(rows::document(*id, &reading.document(*id)?.ok_or_else(lost)?));
        }
        let kept: Vec<&Kept> = self.pieces.iter().filter(|kept| kept.row == row).collect();
        let pieces: Vec<Piece<'_>> =
            kept.iter().map(|kept| Piece::now(kept, reading)).collect::<Result<_, StoreError>>()?;
        let batches: Vec<(Batch<'_>, Range<u64>)> =
            pieces.iter().zip(&kept).map(|(piece, kept)| (piece.batch(), kept.vault.clone())).collect();
        Ok(rows::append(&batches))
    }
}

impl<'a> Piece<'a> {
    fn now(kept: &'a Kept, reading: &dyn Reading) -> Result<Self, StoreError> {
        let document = |id: &DocumentId| Ok((*id, reading.document(*id)?.ok_or_else(lost)?.into()));
        let event = |stream: StreamId, seq: Seq| {
            let before = Seq(seq.0.saturating_sub(1));
            reading.events(stream, before, 1)?.into_iter().next().ok_or_else(lost)
        };
        let rewrite = |target: &Target| match *target {
            Target::Event(stream, seq) => Ok(Rewrite::Event(stream, event(stream, seq)?)),
            Target::Document(id) => document(&id).map(Rewrite::Document),
            Target::Disclosed(stream, seq, command, fingerprint, instead_of) => {
                let stored = event(stream, seq)?;
                Ok(Rewrite::Disclosed(Disclosed { stream, stored, command, fingerprint, instead_of }))
            }
        };
        Ok(Self {
            kept,
            events: reading.events(kept.stream, kept.expected, kept.count)?,
            documents: kept.documents.iter().map(document).collect::<Result<_, StoreError>>()?,
            rewrites: kept.rewrites.iter().map(rewrite).collect::<Result<_, StoreError>>()?,
        })
    }

    fn batch(&self) -> Batch<'_> {
        Batch {
            stream: self.kept.stream,
            expected: self.kept.expected,
            events: &self.events,
            command: self.kept.command,
            fingerprint: self.kept.fingerprint,
            vault: &[],
            documents: &self.documents,
            rewrites: &self.rewrites,
            basis: Basis::default(),
        }
    }
}
