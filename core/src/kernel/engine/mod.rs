//! The engine: a store, the states that its streams make, and the way in.

#[cfg(feature = "archive")]
mod archive;
mod asked;
mod bundle;
mod cache;
mod consent;
mod news;
mod read;
mod replay;
mod shelf;
mod snapshot;
mod verify;
mod voice;

use std::fmt;
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

#[cfg(feature = "archive")]
pub use archive::{ArchiveFile, ArchivePerson, ArchiveView};
pub(crate) use asked::known;
pub use asked::{Checks, HostQuestion};
pub use bundle::Imported;
use cache::{Cache, Loaded};
pub use consent::Consents;
pub(crate) use read::NOBODY;
pub use read::{AsOf, ChangeEvent};
pub use verify::VerifiedStore;

use super::decide::{Decision, Elsewhere, Ground, decide, organisations_named, stream_of};
use super::documents::DocumentFault;
use super::{Action, Command, Document, Refused, Rejection};
#[cfg(feature = "archive")]
use crate::interop::interlink::export::ExportFault;
use crate::journal::{
    Batch, BundleFault, CommandRecord, Event, EventData, Fault, MemoryStore, Store, StoreError, Stored,
    StoredDocument, StreamId, Version,
};
use crate::problem::{Code, Problem};
use crate::process;
use crate::types::{DocumentId, HostId, InputFault, OrganisationId, ProcessId};
use crate::vault::Party;

/// How often a command is decided anew because somebody else appended first, before it gives up.
const TRIES: usize = 16;

/// Why the engine could not do what it was asked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// The text from outside is malformed.
    #[error(transparent)]
    Input(#[from] InputFault),
    /// A document is malformed or invalid.
    #[error(transparent)]
    Document(Box<DocumentFault>),
    /// The command was refused.
    #[error(transparent)]
    Rejected(#[from] Box<Rejection>),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no such stream.
    #[error("There is no stream {0} here.")]
    StreamUnknown(Box<StreamId>),
    /// There is no such document, or it is of another kind.
    #[error("There is no such document {0} here.")]
    DocumentUnknown(Box<DocumentId>),
    /// The stream has not reached that version or moment.
    #[error("The stream {0} has not come that far.")]
    VersionUnknown(Box<StreamId>),
    /// A bundle was refused.
    #[error(transparent)]
    Bundle(Box<BundleFault>),
    /// The record is not what it should be.
    #[error(transparent)]
    Record(Box<Fault>),
    /// An export of the INTERLINK platform was refused.
    #[cfg(feature = "archive")]
    #[error(transparent)]
    Export(Box<ExportFault>),
}

impl Error {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::Input(fault) => fault.code(),
            Self::Document(fault) => Problem::from(&**fault).code,
            Self::Rejected(rejection) => rejection.code(),
            Self::Store(error) => error.code(),
            Self::StreamUnknown(_) => Code::StreamUnknown,
            Self::DocumentUnknown(_) => Code::DocumentUnknown,
            Self::VersionUnknown(_) => Code::VersionUnknown,
            Self::Bundle(fault) => fault.code(),
            Self::Record(fault) => fault.code(),
            #[cfg(feature = "archive")]
            Self::Export(fault) => fault.code(),
        }
    }

    /// What stands against the command, one by one, where the actor may not give it.
    #[must_use]
    pub fn reasons(&self) -> &[crate::check::Explained] {
        self.rejection().map_or(&[], Rejection::reasons)
    }

    /// The rejection, if that is what it is.
    #[must_use]
    pub fn rejection(&self) -> Option<&Rejection> {
        match self {
            Self::Rejected(rejection) => Some(rejection),
            _ => None,
        }
    }
}

/// What goes wrong seldom is kept apart, so that what passes by where it might stays small.
macro_rules! boxed {
    ($($fault:ident => $variant:ident)+) => {
        $(impl From<$fault> for Error {
            #[cold]
            fn from(fault: $fault) -> Self {
                Self::$variant(Box::new(fault))
            }
        })+
    };
}
boxed! { DocumentFault => Document  BundleFault => Bundle  Fault => Record }
#[cfg(feature = "archive")]
boxed! { ExportFault => Export }

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        Self::Rejected(refused.into_rejection())
    }
}

impl From<Rejection> for Error {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(Box::new(rejection))
    }
}

impl From<&Error> for Problem {
    fn from(error: &Error) -> Self {
        match error {
            Error::Input(fault) => fault.into(),
            Error::Document(fault) => (&**fault).into(),
            Error::Rejected(rejection) => (&**rejection).into(),
            Error::Store(error) => error.into(),
            Error::StreamUnknown(stream) | Error::VersionUnknown(stream) => {
                Self::new(error.code(), error.to_string()).with("stream", stream)
            }
            Error::DocumentUnknown(document) => {
                Self::new(error.code(), error.to_string()).with("document", document)
            }
            Error::Bundle(fault) => (&**fault).into(),
            Error::Record(fault) => (&**fault).into(),
            #[cfg(feature = "archive")]
            Error::Export(fault) => (&**fault).into(),
        }
    }
}

/// What a command led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Executed {
    /// The stream.
    pub stream: StreamId,
    /// The events, in order.
    pub events: Vec<Event>,
    /// The stream's version after them.
    pub version: Version,
    /// Whether the command had come before, and these are the events it led to then.
    pub repeated: bool,
}

impl Executed {
    /// The process that it was for, if it was for one.
    #[must_use]
    pub const fn process(&self) -> Option<ProcessId> {
        match self.stream {
            StreamId::Process(id) => Some(id),
            StreamId::Consent(_) | StreamId::Organisation(_) | StreamId::Rating(_) | StreamId::Person(_) => {
                None
            }
        }
    }

    /// The organisation that it was for, if it was for one.
    #[must_use]
    pub const fn organisation(&self) -> Option<OrganisationId> {
        match self.stream {
            StreamId::Organisation(id) => Some(id),
            StreamId::Consent(_) | StreamId::Process(_) | StreamId::Rating(_) | StreamId::Person(_) => None,
        }
    }
}

/// The way in: opens a store, executes commands, answers questions.
///
/// `Send + Sync`; share one between threads, or open several on one file. Commands on one engine are decided
/// one after another; questions run beside them and see a state that was acknowledged.
///
/// ```
/// use interlink::kernel::{Command, Engine};
/// let engine = Engine::open("memory:")?;
/// let executed = engine.execute(&Command::from_json(br#"{
///     "actor": "anna", "at": "2026-03-02T09:00:00.000Z", "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766",
///     "id": "1", "type": "organisation.found",
///     "data": {"organisation": "city", "name": {"en": "The City"}, "kind": "public_administration",
///              "teams_by": "members"}
/// }"#)?)?;
/// assert_eq!(executed.events.len(), 1);
/// assert_eq!(engine.verify_all()?.events, 1);
/// # Ok::<_, interlink::kernel::Error>(())
/// ```
pub struct Engine {
    store: Box<dyn Store>,
    /// Held while a command is on its way, so that this engine does not race with itself.
    way: Mutex<()>,
    cache: RwLock<Cache>,
    documents: shelf::Shelf,
    phrasebooks: RwLock<crate::news::Phrasebooks>,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").field("store", &self.store).finish_non_exhaustive()
    }
}

impl Engine {
    /// Opens the store that a URL names: `memory:`, `sqlite:PATH`, or `sqlite:PATH?mode=ro` to read only.
    ///
    /// # Errors
    /// Where the URL names no store, or the store cannot be opened.
    pub fn open(url: &str) -> Result<Self, Error> {
        let unknown = || StoreError::Url { url: crate::types::excerpt(url) };
        match url.split_once(':') {
            Some(("memory", "")) => Ok(Self::new(Box::new(MemoryStore::new()))),
            #[cfg(feature = "sqlite")]
            Some(("sqlite", path)) if is_file(path) => {
                use std::path::Path;
                let store = match path.strip_suffix("?mode=ro") {
                    Some(path) => crate::journal::SqliteStore::open_read_only(Path::new(path))?,
                    None => crate::journal::SqliteStore::open(Path::new(path))?,
                };
                Ok(Self::new(Box::new(store)))
            }
            _ => Err(unknown().into()),
        }
    }

    /// Puts the engine on a store.
    #[must_use]
    pub fn new(store: Box<dyn Store>) -> Self {
        Self {
            store,
            way: Mutex::new(()),
            cache: RwLock::default(),
            documents: shelf::Shelf::default(),
            phrasebooks: RwLock::default(),
        }
    }

    /// The store underneath.
    #[must_use]
    pub fn store(&self) -> &dyn Store {
        &*self.store
    }

    /// Keeps a document, so that commands can refer to it by its id. The four shipped governance models are
    /// known without that.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn add_document(&self, document: impl Into<Document>) -> Result<DocumentId, Error> {
        let document = document.into();
        self.store.put_document(document.id(), document.bytes())?;
        Ok(self.documents.keep(document))
    }

    /// Executes a command: decides it, and appends what it leads to.
    ///
    /// # Errors
    /// The [`Rejection`], with nothing changed; or what kept the store from taking it.
    pub fn execute(&self, command: &Command) -> Result<Executed, Error> {
        // A panic on the way leaves nothing half done: the store's transaction is taken back, and a poisoned
        // cache is emptied before it is used again.
        let _way = self.way.lock().unwrap_or_else(PoisonError::into_inner);
        let fingerprint = command.fingerprint();
        let mut conflict = None;
        for _ in 0..TRIES {
            self.sync()?;
            let known = self.known(command)?;
            let stream = stream_of(command, &known)?;
            if let Some(record) = self.store.command(stream, &command.id)? {
                return self.repeat(command, stream, &record, record.fingerprint == fingerprint);
            }
            let (decision, sealed) = self.decide(command, stream, &known)?;
            let documents = self.documents_of(&decision)?;
            let stored: Vec<Stored> = sealed.iter().map(|(_, stored)| stored.clone()).collect();
            let expected = Version(sealed.first().map_or(0, |(event, _)| event.head.seq.0.saturating_sub(1)));
            let batch = Batch {
                stream,
                expected,
                events: &stored,
                command: command.id,
                fingerprint,
                vault: &decision.vault,
                documents: &documents,
            };
            match self.store.append(&batch) {
                Ok(appended) => {
                    for made in decision.made {
                        self.documents.keep(made);
                    }
                    let events: Vec<Event> = sealed.into_iter().map(|(event, _)| event).collect();
                    self.take_in(appended, &events, &decision.vault);
                    self.scrub_after(&events)?;
                    let version = Version(expected.0.saturating_add(events.len() as u64));
                    return Ok(Executed { stream, events, version, repeated: false });
                }
                // Somebody else was first. On the new state the answer may be another.
                Err(StoreError::Conflict { .. }) => conflict = Some(stream),
                Err(error) => return Err(error.into()),
            }
        }
        let head = conflict.map(|stream| self.store.head(stream)).transpose()?.flatten();
        let current = head.map(|head| head.version).unwrap_or_default();
        Err(StoreError::Conflict { current }.into())
    }

    /// Executes commands one after another and says what became of each.
    pub fn execute_many(&self, commands: &[Command]) -> Vec<Result<Executed, Error>> {
        commands.iter().map(|command| self.execute(command)).collect()
    }

    /// Decides a command and appends nothing: the events are what [`execute`](Self::execute) would lead to.
    ///
    /// # Errors
    /// The [`Rejection`] that `execute` would meet.
    pub fn dry_run(&self, command: &Command) -> Result<Executed, Error> {
        let fingerprint = command.fingerprint();
        self.sync()?;
        let known = self.known(command)?;
        let stream = stream_of(command, &known)?;
        if let Some(record) = self.store.command(stream, &command.id)? {
            return self.repeat(command, stream, &record, record.fingerprint == fingerprint);
        }
        let (_, sealed) = self.decide(command, stream, &known)?;
        let version = sealed.last().map(|(event, _)| event.head.seq).unwrap_or_default();
        let events = sealed.into_iter().map(|(event, _)| event).collect();
        Ok(Executed { stream, events, version, repeated: false })
    }

    /// A command that came before: the same events again.
    fn repeat(
        &self,
        command: &Command,
        stream: StreamId,
        record: &CommandRecord,
        same: bool,
    ) -> Result<Executed, Error> {
        if !same {
            return Err(Rejection::CommandReused { id: command.id }.into());
        }
        let before = Version(record.first.0.saturating_sub(1));
        let count = usize::try_from(record.last.0.saturating_sub(before.0)).unwrap_or(usize::MAX);
        let stored = self.store.events(stream, before, count)?;
        let read = |stored: &Stored| Event::read(stored.id, &stored.body);
        let events: Vec<Event> = stored.iter().map(read).collect::<Result<_, _>>()?;
        self.scrub_after(&events)?;
        Ok(Executed { stream, events, version: record.last, repeated: true })
    }

    /// Leaves no byte of somebody who was erased. If the store cannot do it now, the command can be sent again.
    fn scrub_after(&self, events: &[Event]) -> Result<(), Error> {
        let erases =
            |event: &Event| matches!(event.data, EventData::Person(crate::person::Event::PersonErased(_)));
        if events.iter().any(erases) { Ok(self.store.scrub()?) } else { Ok(()) }
    }

    fn decide(
        &self,
        command: &Command,
        stream: StreamId,
        known: &[(HostId, Party)],
    ) -> Result<(Decision, Vec<(Event, Stored)>), Error> {
        let mut loaded = self.loaded(stream)?;
        if let Some(Loaded::Process(view)) = &mut loaded
            && !view.process().requirements().is_empty()
        {
            self.name_consents(view, known)?;
        }
        let mut named = organisations_named(&command.action, known);
        if let Some(Loaded::Person(person)) = &loaded {
            named.extend(person.state.organisations());
        }
        let parties = self.parties(loaded.as_ref(), &named)?;
        let held = match &loaded {
            Some(Loaded::Consent(_)) => Some(self.held_register()?),
            _ => None,
        };
        let register = held.as_ref().and_then(consent::Held::register);
        let ground = match &loaded {
            None => Ground::New,
            Some(Loaded::Organisation(organisation)) => Ground::Organisation(organisation),
            Some(Loaded::Process(view)) => Ground::Process(view),
            Some(Loaded::Rating(ratings)) => Ground::Rating(ratings),
            Some(Loaded::Person(person)) => Ground::Person(person),
            Some(Loaded::Consent(head)) => register.map_or(Ground::New, |r| Ground::Consent(*head, r)),
        };
        let documents = self.documents.over(self);
        let source = match &command.action {
            Action::Process(process::Command::CloneProcess(c)) => self.view(c.source)?,
            _ => None,
        };
        let subject_known = match stream {
            StreamId::Person(id) => self.store.host_id(Party::Person(id))?.is_some(),
            StreamId::Consent(id) => self.store.host_id(Party::Person(id))?.is_some(),
            StreamId::Organisation(_) | StreamId::Process(_) | StreamId::Rating(_) => false,
        };
        let looked = self.look_elsewhere(command, stream)?;
        let elsewhere = Elsewhere { source: source.as_ref(), subject_known, ..looked };
        let mut decision = decide(command, stream, &ground, known, &parties, &elsewhere, &documents)?;
        let (mut version, mut prev) = ground.head().map_or((Version(0), None), |(v, id, _)| (v, Some(id)));
        let mut sealed = Vec::with_capacity(decision.events.len());
        for data in std::mem::take(&mut decision.events) {
            version = version.next();
            let (event, body) = Event::seal(decision.head(command, stream, version, prev), data);
            prev = Some(event.id);
            let stored = Stored { seq: version, at: command.at, id: event.id, body: body.into() };
            sealed.push((event, stored));
        }
        Ok((decision, sealed))
    }

    /// The parties behind the host ids that a command names; those not known yet are left out.
    fn known(&self, command: &Command) -> Result<Vec<(HostId, Party)>, Error> {
        let mut named: Vec<HostId> = vec![command.actor.clone()];
        command.action.host_ids(&mut |host_id| {
            if !named.contains(host_id) {
                named.push(host_id.clone());
            }
        });
        let mut known = Vec::with_capacity(named.len());
        for host_id in named {
            if let Some(party) = self.party(&host_id)? {
                known.push((host_id, party));
            }
        }
        Ok(known)
    }

    /// The documents that new events rely on, for the store to keep with them.
    fn documents_of(&self, decision: &Decision) -> Result<Vec<StoredDocument>, Error> {
        let mut documents = Vec::with_capacity(decision.documents.len());
        for id in &decision.documents {
            if self.documents.is_stored(*id) {
                continue;
            }
            if let Some(made) = decision.made.iter().find(|made| made.id() == *id) {
                documents.push((*id, made.bytes().into()));
            } else if let Some(document) = super::Documents::document(&self.documents.over(self), *id) {
                documents.push((*id, document.bytes().into()));
            }
        }
        Ok(documents)
    }

    fn read_cache(&self) -> Option<RwLockReadGuard<'_, Cache>> {
        self.cache.read().ok()
    }

    /// The cache, empty if a panic may have left it half changed.
    fn write_cache(&self) -> RwLockWriteGuard<'_, Cache> {
        self.cache.write().unwrap_or_else(|poisoned| {
            let mut cache = poisoned.into_inner();
            *cache = Cache::default();
            self.cache.clear_poison();
            cache
        })
    }
}

/// SQLite gives a meaning of its own to names that begin with a colon, and this library takes one parameter.
#[cfg(feature = "sqlite")]
fn is_file(path: &str) -> bool {
    !path.is_empty() && !path.starts_with(':') && !path.trim_end_matches("?mode=ro").contains('?')
}
