//! One position of the store, and every question about it.

use std::cell::{Cell, OnceCell, RefCell};
use std::fmt;

use super::document_cache::DocumentLookup;
use super::{Engine, Error};
use crate::consent::Register;
use hashbrown::HashSet;

use crate::home::{KnownOf, Replica};
use crate::journal::Store;
use crate::journal::{Position, Reading, StoreError, StreamId};

/// How often a question is asked again because the store advanced before it was answered, until it is answered without
/// the cache.
const TRIES: usize = 4;

/// The record as of one position. Every question to a moment is answered as of that position, whatever is appended
/// meanwhile. Each question to an [`Engine`] uses a moment of its own.
///
/// It keeps a reading of the store open once it needs one. Others eventually wait for that (the log cannot be emptied,
/// an erased text cannot be overwritten), so drop it when you have the answer.
///
/// # Examples
///
/// ```
/// let engine = interlink::Engine::open("memory:")?;
/// let moment = engine.moment()?;
/// assert_eq!(moment.position().0, 0);
/// assert!(moment.streams()?.is_empty());
/// # Ok::<_, interlink::Error>(())
/// ```
pub struct Moment<'e> {
    pub(super) engine: &'e Engine,
    pub(super) position: Position,
    /// Opened when first needed: most questions are answered from memory.
    reading: OnceCell<Box<dyn Reading + 'e>>,
    /// Whether the cache has advanced too far to answer for this moment.
    moved: Cell<bool>,
    /// Whether what the cache no longer has is read from the store, however much that is.
    patient: bool,
    /// The consent register, if it had to be read.
    register: OnceCell<Box<Register>>,
    /// The streams an answer relies on, for those who must say how old these are.
    rests_on: RefCell<HashSet<StreamId>>,
}

impl fmt::Debug for Moment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Moment").field("position", &self.position).finish_non_exhaustive()
    }
}

impl<'e> Moment<'e> {
    fn at(
        engine: &'e Engine,
        position: Position,
        reading: OnceCell<Box<dyn Reading + 'e>>,
        patient: bool,
    ) -> Self {
        Self {
            engine,
            position,
            reading,
            moved: Cell::new(false),
            patient,
            register: OnceCell::new(),
            rests_on: RefCell::new(HashSet::new()),
        }
    }

    /// The position as of which everything is answered: that of the store's last event at that time.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, .. } = testkit::example();
    /// let changes = engine.changes(Default::default(), 100)?;
    /// assert_eq!(changes.last().unwrap().position, engine.moment()?.position());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn position(&self) -> Position {
        self.position
    }

    /// The store at this position. Never open another reading while the cache is locked.
    pub(super) fn reading(&self) -> Result<&(dyn Reading + 'e), Error> {
        if let Some(reading) = self.reading.get() {
            return Ok(&**reading);
        }
        let reading = self.engine.store.read()?;
        if reading.position() != self.position {
            return Err(self.moved());
        }
        Ok(&**self.reading.get_or_init(|| reading))
    }

    /// The store, as it is now.
    pub fn store(&self) -> &'e dyn Store {
        self.engine.store()
    }

    /// Reports that the moment has passed; the question is asked again.
    pub(super) fn moved(&self) -> Error {
        self.moved.set(true);
        StoreError::Busy.into()
    }

    /// Whether an answer in progress is useless because the moment has passed.
    pub(super) fn has_moved(&self) -> bool {
        self.moved.get()
    }

    pub(super) const fn is_patient(&self) -> bool {
        self.patient
    }

    /// The consent register, if the cache has advanced past this moment: read from the store, once.
    pub(super) fn own_register(&self) -> Option<&Register> {
        self.register.get().map(|register| &**register)
    }

    /// Reads it.
    pub(super) fn read_own_register(&self) -> Result<&Register, Error> {
        let (register, _) = self.engine.read_register(self.reading()?)?;
        Ok(&**self.register.get_or_init(|| Box::new(register)))
    }

    /// Notes that an answer relies on a stream.
    pub(super) fn note(&self, stream: StreamId) {
        self.rests_on.borrow_mut().insert(stream);
    }

    /// The source of which a stream is a replica; `None` for one that is at home here.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, .. } = testkit::example();
    /// // Created here, so it is at home here.
    /// assert!(engine.moment()?.replica(garden.into())?.is_none());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn replica(&self, stream: StreamId) -> Result<Option<Replica>, Error> {
        Ok(self.homes()?.and_then(|homes| homes.state.replica(stream).cloned()))
    }

    /// The sources of the replicas this moment has read, and as of when these are known.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn known_of(&self) -> Result<Vec<KnownOf>, Error> {
        let Some(homes) = self.homes()? else { return Ok(Vec::new()) };
        let mut streams: Vec<StreamId> = self.rests_on.borrow().iter().copied().collect();
        self.note_relied_on(&mut streams)?;
        Ok(homes.state.known_of(streams))
    }

    /// Document look-up.
    pub(super) fn documents(&self) -> DocumentLookup<'_> {
        self.engine.documents.at(self)
    }
}

impl Engine {
    /// The record as it is now, for several questions on one state of it.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, garden, .. } = testkit::example();
    /// let moment = engine.moment()?;
    /// let (process, tree) = (moment.process(garden)?, moment.tree(garden, None, Default::default())?);
    /// // Both are as of one position, whatever others append meanwhile.
    /// assert_eq!(process.seq(), tree.seq);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn moment(&self) -> Result<Moment<'_>, Error> {
        self.open_moment(true)
    }

    pub(super) fn open_moment(&self, patient: bool) -> Result<Moment<'_>, Error> {
        let reading = self.store.read()?;
        self.catch_up(&*reading)?;
        let position = reading.position();
        Ok(Moment::at(self, position, OnceCell::from(reading), patient))
    }

    /// Answers a question as of one moment. It first uses the cache alone; if that does not suffice and the store
    /// advanced meanwhile, the question is asked again.
    pub(crate) fn at_once<T>(&self, question: impl Fn(&Moment<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.at_position(self.sync()?, question)
    }

    /// The same, as of this engine's own position: later events of others may be missing.
    pub(super) fn at_hand<T>(&self, question: impl Fn(&Moment<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.at_position(self.cached(), question)
    }

    fn at_position<T>(
        &self,
        position: Position,
        question: impl Fn(&Moment<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let quick = Moment::at(self, position, OnceCell::new(), false);
        let answer = question(&quick);
        if !quick.has_moved() {
            return answer;
        }
        drop(quick);
        for _ in 0..TRIES {
            let moment = self.open_moment(false)?;
            let answer = question(&moment);
            if !moment.has_moved() {
                return answer;
            }
        }
        question(&self.open_moment(true)?)
    }
}
