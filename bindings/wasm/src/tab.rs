//! A store whose record is kept in a browser's database: appended data is kept in memory and passed on in rows, which
//! the caller writes there. A tab that finds rows of another tab applies them.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hashbrown::HashMap;
use interlink::journal::{
    Appended, Batch, Deadline, MemoryStore, Position, Reading, Rewrite, Snapshot, Store, StoreError, StreamId,
};
use interlink::types::{DocumentId, Timestamp};
use interlink::vault::{Party, VaultWrite};

use crate::documents::Documents;
use crate::rows::{self, Piece, Row};

/// A write to the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// The next row of the journal. If a row with that number exists already, another tab was first.
    Journal(u64, Vec<u8>),
    /// The new content of an existing row of the journal.
    Rewritten(u64, Vec<u8>),
    /// A row of the vault.
    Vault(u64, Vec<u8>),
    /// A row of the vault to delete completely.
    Forget(u64),
}

/// A source of the current time.
pub type Clock = fn() -> Option<Timestamp>;

/// The store. Its owner must write what [`writes`](Tab::writes) returns, all of it or nothing, before acknowledging
/// anything appended. Clones are the same store.
#[derive(Debug, Clone, Default)]
pub struct Tab {
    inner: Arc<MemoryStore>,
    books: Arc<Mutex<Books>>,
    clock: Option<Clock>,
}

/// The positions of rows.
#[derive(Debug, Default)]
struct Books {
    /// The number of rows of the journal.
    journal: u64,
    /// The number of rows the vault ever had.
    vault: u64,
    /// Which row of the journal holds what.
    documents: Documents,
    /// The row of the vault for each place, and whose it is.
    places: HashMap<Place, (u64, [u8; 16])>,
    /// What must be written.
    writes: Vec<Write>,
}

/// A place in the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Place(u8, [u8; 32]);

const TIE: u8 = 0;
const ENTRY: u8 = 1;
const KEY: u8 = 2;
const MARKER: u8 = 3;

impl Place {
    fn of(kind: u8, bytes: &[u8]) -> Self {
        let mut place = [0; 32];
        place.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        Self(kind, place)
    }
}

impl Books {
    /// Notes the row of a vault write; returns the rows it replaces.
    fn note(&mut self, write: &VaultWrite, row: u64) -> Vec<u64> {
        let (place, owner) = match write {
            VaultWrite::PseudonymLink(link) => {
                let id = match link.party {
                    Party::Person(id) => *id.as_bytes(),
                    Party::Organisation(id) => *id.as_bytes(),
                    Party::Team(id, _) => *id.as_bytes(),
                };
                (Place::of(TIE, &id), id)
            }
            VaultWrite::Entry(entry) => {
                (Place::of(ENTRY, entry.place.as_bytes()), *entry.data_subject_id.as_bytes())
            }
            VaultWrite::Key { process, .. } => (Place::of(KEY, process.as_bytes()), *process.as_bytes()),
            VaultWrite::Participation { process, tag } => {
                (Place::of(MARKER, tag.as_bytes()), *process.as_bytes())
            }
            VaultWrite::Erase { person_id: person, kept } => {
                return self.forget(|place, owner| {
                    let stays = || kept.iter().any(|kept| *place == Place::of(ENTRY, kept.as_bytes()));
                    matches!(place.0, TIE | ENTRY) && owner == person.as_bytes() && !stays()
                });
            }
            VaultWrite::Close(process) => {
                return self
                    .forget(|place, owner| matches!(place.0, KEY | MARKER) && owner == process.as_bytes());
            }
        };
        self.places.insert(place, (row, owner)).map(|(before, _)| before).into_iter().collect()
    }

    fn forget(&mut self, goes: impl Fn(&Place, &[u8; 16]) -> bool) -> Vec<u64> {
        let mut rows = Vec::new();
        self.places.retain(|place, (row, owner)| {
            let stays = !goes(place, owner);
            if !stays {
                rows.push(*row);
            }
            stays
        });
        rows.sort_unstable();
        rows
    }

    /// Notes what was appended, to be written.
    fn append(
        &mut self,
        batches: &[Batch<'_>],
        previous: Position,
        reading: &dyn Reading,
    ) -> Result<(), StoreError> {
        let mut first = self.vault;
        let numbered = |batch: &Batch<'_>| {
            let from = first;
            first = first.saturating_add(batch.vault.len() as u64);
            from..first
        };
        let numbers: Vec<_> = batches.iter().map(numbered).collect();
        let numbered: Vec<_> = batches.iter().copied().zip(numbers).collect();
        self.documents.append(&numbered, self.journal, previous);
        let rewrites: Vec<&Rewrite> = batches.iter().flat_map(|batch| batch.rewrites).collect();
        let rewritten = self.documents.rewritten(&rewrites, reading)?;
        self.next_journal(rows::append(&numbered));
        self.writes.extend(rewritten.into_iter().map(|(row, bytes)| Write::Rewritten(row, bytes)));
        for write in batches.iter().flat_map(|batch| batch.vault) {
            let gone = self.note(write, self.vault);
            self.writes.push(Write::Vault(self.vault, rows::vault(write)));
            self.writes.extend(gone.into_iter().map(Write::Forget));
            self.vault = self.vault.saturating_add(1);
        }
        Ok(())
    }

    fn next_journal(&mut self, row: Vec<u8>) {
        self.writes.push(Write::Journal(self.journal, row));
        self.journal = self.journal.saturating_add(1);
    }
}

impl Tab {
    /// An empty store without a clock, like a store in memory.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty store with a clock.
    #[must_use]
    pub fn with_clock(clock: Clock) -> Self {
        Self { clock: Some(clock), ..Self::default() }
    }

    // Nothing can panic while the lock is held, so its content is intact even if poisoned.
    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What must be written since the last call, in order.
    #[must_use]
    pub fn writes(&self) -> Vec<Write> {
        std::mem::take(&mut self.books().writes)
    }

    /// The number of rows of the journal, and of all rows the vault ever had: where the next ones go.
    #[must_use]
    pub fn ends(&self) -> (u64, u64) {
        let books = self.books();
        (books.journal, books.vault)
    }

    /// Applies the next row of the journal from the database. `there` holds the rows of the vault that still exist, in
    /// the order of their numbers.
    ///
    /// # Errors
    /// [`StoreError::Malformed`] if the library did not write it, or it is not the next one; nothing is applied then.
    pub fn take(&self, row: &[u8], there: &[(u64, Vec<u8>)]) -> Result<(), StoreError> {
        let mut books = self.books();
        match rows::read(row)? {
            Row::Document((id, bytes)) => {
                self.inner.put_document(id, &bytes)?;
                let row = books.journal;
                books.documents.document(id, row);
            }
            Row::Append(pieces) => {
                let kept = pieces.iter().map(|piece| still_there(piece, there));
                let kept: Vec<(Vec<u64>, Vec<VaultWrite>)> = kept.collect::<Result<_, StoreError>>()?;
                let batches: Vec<Batch<'_>> =
                    pieces.iter().zip(&kept).map(|(piece, (_, writes))| piece.batch(writes)).collect();
                let numbers = pieces.iter().map(|piece| piece.vault.clone());
                let numbered: Vec<_> = batches.iter().copied().zip(numbers).collect();
                let appended = self.inner.append_all(&batches, Deadline::NEVER)?;
                let row = books.journal;
                books.documents.append(&numbered, row, appended.previous);
                for (number, write) in kept.iter().flat_map(|(numbers, writes)| numbers.iter().zip(writes)) {
                    books.note(write, *number);
                }
                let end = pieces.iter().map(|piece| piece.vault.end).max();
                books.vault = books.vault.max(end.unwrap_or_default());
            }
        }
        books.journal = books.journal.saturating_add(1);
        Ok(())
    }
}

/// The vault writes of a piece whose rows still exist, with the numbers of these rows.
fn still_there(piece: &Piece, there: &[(u64, Vec<u8>)]) -> Result<(Vec<u64>, Vec<VaultWrite>), StoreError> {
    let first = there.partition_point(|(number, _)| *number < piece.vault.start);
    let rows = there.iter().skip(first).take_while(|(number, _)| *number < piece.vault.end);
    rows.map(|(number, bytes)| Ok((*number, rows::read_vault(bytes)?))).collect()
}

impl Store for Tab {
    fn read(&self) -> Result<Box<dyn Reading + '_>, StoreError> {
        self.inner.read()
    }

    fn position(&self) -> Result<Position, StoreError> {
        self.inner.position()
    }

    fn append_all(&self, batches: &[Batch<'_>], deadline: Deadline) -> Result<Appended, StoreError> {
        let mut books = self.books();
        let appended = self.inner.append_all(batches, deadline)?;
        books.append(batches, appended.previous, &*self.inner.read()?)?;
        Ok(appended)
    }

    fn put_document(&self, id: DocumentId, bytes: &[u8]) -> Result<(), StoreError> {
        let mut books = self.books();
        if self.inner.read()?.document(id)?.is_none() {
            self.inner.put_document(id, bytes)?;
            let row = books.journal;
            books.documents.document(id, row);
            books.next_journal(rows::document(id, bytes));
        }
        Ok(())
    }

    fn put_snapshot(&self, stream: StreamId, snapshot: &Snapshot) -> Result<(), StoreError> {
        self.inner.put_snapshot(stream, snapshot)
    }

    fn snapshot_every(&self) -> Option<u64> {
        self.inner.snapshot_every()
    }

    fn now(&self) -> Option<Timestamp> {
        self.clock.and_then(|clock| clock())
    }
}
