//! The engine: a store, the states of its streams, and the public interface.

mod cache;
mod consent;
mod consent_record;
mod decision;
mod document_cache;
mod load;
mod messages;
mod moment;
mod origin;
mod participation;
#[cfg(feature = "process")]
mod processes;
#[cfg(not(feature = "process"))]
#[path = "no_processes.rs"]
mod processes;
mod questions;
mod read;
mod redact;
mod replay;
mod tries;
mod verify;

use interlink_derive::Refusal;
use std::fmt;

use cache::Cache;
pub use consent::Consents;
pub use moment::Moment;
pub use processes::Imported;
#[cfg(feature = "process")]
pub(crate) use processes::known;
#[cfg(feature = "archive")]
pub use processes::{ArchiveFile, ArchivePerson, ArchiveView, ArchiveWrittenView};
#[cfg(feature = "interop")]
pub use processes::{CatalogueFilesView, CatalogueView, TextFile};
#[cfg(feature = "process")]
pub use processes::{Checks, HostQuestion, MandateQuestion};
pub(crate) use read::NOBODY;
pub use read::{AsOf, ChangeEvent};
use redact::documents_in;
use tries::Tries;
pub use verify::VerifiedStore;

use decision::{Beside, Prepared, Sealed};

use super::documents::DocumentFault;
use super::{Command, Document, Refused, Rejection, Said};
#[cfg(feature = "archive")]
use crate::interop::interlink::export::ExportFault;
use crate::journal::turn::Turn;
use crate::journal::{
    Basis, Batch, BundleFault, Deadline, Event, Fault, MemoryStore, Position, Seq, Store, StoreError, Stored,
    StreamId,
};
use crate::problem::Problem;
use crate::types::{DocumentId, Fingerprint, InputFault, OrganisationId, ProcessId};
use interlink_record::locks::{Mutex, RwLock};

/// Why the engine could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Refusal)]
pub enum Error {
    /// The input is malformed.
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
    #[error(StreamUnknown, "There is no stream {stream} here.")]
    StreamUnknown(Box<StreamId>),
    /// There is no such document, or it is of another kind.
    #[error(DocumentUnknown, "There is no document {document} here.")]
    DocumentUnknown(Box<DocumentId>),
    /// A simulation was asked for in a store that holds a record of its own.
    #[error(StoreNotSimulated, "The store holds real records. Simulated data must not be mixed with them.")]
    NotSimulated,
    /// The stream has not reached that version or moment.
    #[error(StreamSeqUnknown, "The stream {stream} does not reach that far.")]
    StreamSeqUnknown(Box<StreamId>),
    /// A bundle was refused.
    #[error(transparent)]
    Bundle(Box<BundleFault>),
    /// The record is damaged.
    #[error(transparent)]
    Record(Box<Fault>),
    /// A catalogue in INTERLINK's folders was refused.
    #[cfg(feature = "interop")]
    #[error(transparent)]
    Catalogue(Box<crate::interop::interlink::CatalogueFault>),
    /// A receipt format requires data that a notice does not give.
    #[cfg(feature = "receipts")]
    #[error(transparent)]
    Receipt(Box<crate::interop::receipt::FormFault>),
    /// An export of the INTERLINK platform was refused.
    #[cfg(feature = "archive")]
    #[error(transparent)]
    Export(Box<ExportFault>),
}

impl Error {
    /// Each reason for which the actor may not give the command.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, garden, invite, .. } = testkit::example();
    /// use interlink::process::StartTask;
    /// let nora = engine.acting("nora", &host)?;
    /// let error = nora.execute_on(garden, StartTask::new(invite)).unwrap_err();
    /// assert_eq!(error.reasons()[0].code.as_str(), "reason.no_grant");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn reasons(&self) -> &[crate::check::Explained] {
        self.rejection().map_or(&[], Rejection::reasons)
    }

    /// The rejection, if it is one.
    #[must_use]
    pub fn rejection(&self) -> Option<&Rejection> {
        match self {
            Self::Rejected(rejection) => Some(rejection),
            _ => None,
        }
    }
}

/// Rare errors are boxed, so that results stay small.
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
            Error::StreamUnknown(stream) | Error::StreamSeqUnknown(stream) => {
                Self::of(error.said()).with("stream", stream)
            }
            Error::DocumentUnknown(document) => Self::of(error.said()).with("document", document),
            Error::NotSimulated => Self::of(error.said()),
            Error::Bundle(fault) => (&**fault).into(),
            Error::Record(fault) => (&**fault).into(),
            #[cfg(feature = "interop")]
            Error::Catalogue(fault) => (&**fault).into(),
            #[cfg(feature = "receipts")]
            Error::Receipt(fault) => (&**fault).into(),
            #[cfg(feature = "archive")]
            Error::Export(fault) => (&**fault).into(),
        }
    }
}

/// The result of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Executed {
    /// The stream.
    pub stream: StreamId,
    /// The events, in order.
    pub events: Vec<Event>,
    /// The stream's `seq` after them.
    pub seq: Seq,
    /// The position of the store after them: a read from there on includes them.
    pub position: Position,
    /// Whether the command was executed before; then these are the events of that time.
    pub repeated: bool,
    /// After an erasure or a rectification: whether the old data is physically gone too. If not (a reader still holds
    /// an older state of the store), the store removes it as soon as it can, at the latest when it is next opened.
    pub scrubbed: Option<bool>,
}

impl Executed {
    /// The process it was for, if it was for one.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, garden, invite, .. } = testkit::example();
    /// use interlink::process::StartTask;
    /// let executed = engine.acting("anna", &host)?.execute_on(garden, StartTask::new(invite))?;
    /// assert_eq!(executed.process(), Some(garden));
    /// assert_eq!(executed.organisation(), None);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn process(&self) -> Option<ProcessId> {
        self.stream.process()
    }

    /// The organisation it was for, if it was for one.
    #[must_use]
    pub const fn organisation(&self) -> Option<OrganisationId> {
        self.stream.organisation()
    }
}

/// The main interface: opens a store, executes commands, answers questions.
///
/// `Send + Sync`; share one between threads, or open several on one file. Commands on one engine are decided one after
/// another; questions run in parallel. Every answer is as of one position of the store: it includes everything that
/// this engine acknowledged before the question, and everything that others appended up to there.
///
/// # Examples
///
/// ```
/// use interlink::kernel::{Command, Engine};
/// let engine = Engine::open("memory:")?;
/// let executed = engine.execute(&Command::from_json(br#"{
///     "actor": "anna", "at": "2026-03-02T09:00:00.000Z", "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766",
///     "id": "1", "type": "organisation.register",
///     "data": {"organisation": "city", "name": {"en": "The City"}, "kind": "public_administration",
///              "team_creation": "members"}
/// }"#)?)?;
/// assert_eq!(executed.events.len(), 1);
/// assert_eq!(engine.verify_all()?.events, 1);
/// # Ok::<_, interlink::kernel::Error>(())
/// ```
pub struct Engine {
    store: Box<dyn Store>,
    /// Held while a command is executed, so that this engine does not race with itself.
    turn: Turn,
    /// Held while the register is being read.
    registering: Mutex<()>,
    cache: RwLock<Cache>,
    documents: document_cache::DocumentCache,
    message_catalogues: RwLock<crate::messages::MessageCatalogues>,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").field("store", &self.store).finish_non_exhaustive()
    }
}

impl Engine {
    /// Opens the store that a URL names: `memory:` or `sqlite:PATH`. The latter takes options after a question mark,
    /// joined by `&`: `mode=ro` to read only, `patience_ms=N` for how long in all a command or question waits for
    /// others to release the file (default 10,000), `skew_ms=N` for how far ahead of this machine's clock a command may
    /// be dated (default 300,000).
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::Engine;
    /// let engine = Engine::open("memory:")?;
    /// assert!(engine.streams()?.is_empty());
    /// assert!(Engine::open("postgres:somewhere").is_err());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the URL names no store, or the store cannot be opened.
    pub fn open(url: &str) -> Result<Self, Error> {
        match url.split_once(':') {
            Some(("memory", "")) => return Ok(Self::new(Box::new(MemoryStore::new()))),
            #[cfg(feature = "sqlite")]
            Some(("sqlite", rest)) => {
                if let Some((path, options)) = sqlite_file(rest) {
                    return Ok(Self::new(Box::new(crate::journal::SqliteStore::open_with(path, options)?)));
                }
            }
            _ => {}
        }
        Err(StoreError::Url { url: crate::types::excerpt(url) }.into())
    }

    /// Opens an engine on a store.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::{Engine, journal::MemoryStore};
    /// let engine = Engine::new(Box::new(MemoryStore::new()));
    /// assert_eq!(engine.moment()?.position().0, 0);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(store: Box<dyn Store>) -> Self {
        Self {
            store,
            turn: Turn::default(),
            registering: Mutex::default(),
            cache: RwLock::default(),
            documents: document_cache::DocumentCache::default(),
            message_catalogues: RwLock::default(),
        }
    }

    /// Copies the whole store into a new file, as of one position, while others continue; see [`Store::backup`]. The
    /// copy contains personal data: keep it no longer than the store's own erasures allow, and repeat later
    /// `person.erase` commands on any store restored from it.
    ///
    /// # Examples
    ///
    /// ```
    /// # let folder = tempfile::tempdir()?;
    /// # let (path, copy) = (folder.path().join("town.db"), folder.path().join("copy.db"));
    /// use interlink::Engine;
    /// let engine = Engine::open(&format!("sqlite:{}", path.display()))?;
    /// engine.backup(&copy)?;
    /// let restored = Engine::open(&format!("sqlite:{}?mode=ro", copy.display()))?;
    /// assert_eq!(restored.verify_all()?.events, 0);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `store.no_backup` if the store is not a file, `store.failed` if the copy already exists or cannot be written.
    pub fn backup(&self, to: &std::path::Path) -> Result<(), Error> {
        Ok(self.store.backup(to)?)
    }

    /// The store of this engine.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, .. } = testkit::example();
    /// assert_eq!(engine.store().position()?, engine.moment()?.position());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn store(&self) -> &dyn Store {
        &*self.store
    }

    /// Stores a document, so that commands can refer to it by its id. The four shipped governance models need not be
    /// added.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::process::Template;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// let template = Template::parse(br#"{"document": "template", "id": "garden", "version": 1, "name": {"en": "A garden"},
    ///     "phases": [{"key": "plan", "name": {"en": "Plan"}}]}"#)?;
    /// let id = engine.add_document(template)?;
    /// assert!(engine.document(id)?.as_str().contains("garden"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the store cannot be written.
    pub fn add_document(&self, document: impl Into<Document>) -> Result<DocumentId, Error> {
        let document = document.into();
        self.store.put_document(document.id(), document.bytes())?;
        Ok(self.documents.keep(document))
    }

    /// Executes a command: decides it and appends its events.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, garden, invite, .. } = testkit::example();
    /// use interlink::process::StartTask;
    /// let start = engine.acting("anna", &host)?.command(StartTask::new(invite)).on(garden);
    /// let executed = engine.execute(&start)?;
    /// assert_eq!(executed.events[0].data.type_name(), "task.started");
    /// // Sent again, it is the same command and is executed once.
    /// assert!(engine.execute(&start)?.repeated);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// The [`Rejection`], with nothing changed; or what kept the store from accepting it: `store.busy` if others held
    /// it for longer than the store's [patience](Store::patience).
    /// longer than the store has [patience](Store::patience).
    pub fn execute(&self, command: &Command) -> Result<Executed, Error> {
        self.carry_out(command, false)
    }

    /// Executes a command in the host's own name, which appoints and dismisses [operators](crate::operator). Use
    /// [`execute`](Self::execute) for commands from users; it refuses these.
    ///
    /// # Examples
    ///
    /// ```
    /// # use interlink::kernel::{Command, Engine};
    /// let engine = Engine::open("memory:")?;
    /// let command = Command::from_json(br#"{
    ///     "actor": "olga@host.example", "at": "2026-03-02T09:00:00.000Z",
    ///     "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766", "id": "0190f0c2-aaaa-7bbb-8ccc-0123456789ab",
    ///     "type": "operator.appoint", "data": {"person": "olga@host.example"}
    /// }"#)?;
    /// assert!(engine.execute(&command).is_err());
    /// assert_eq!(engine.execute_as_host(&command)?.events.len(), 1);
    /// # Ok::<_, interlink::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`execute`](Self::execute), and `host.not_permitted` for any other command.
    pub fn execute_as_host(&self, command: &Command) -> Result<Executed, Error> {
        self.carry_out(command, true)
    }

    fn carry_out(&self, command: &Command, as_host: bool) -> Result<Executed, Error> {
        let deadline = Deadline::after(self.store.patience());
        let _turn = self.turn.take(deadline).ok_or(StoreError::Busy)?;
        let fingerprint = command.fingerprint();
        let mut tries = Tries::new(deadline);
        loop {
            match self.attempt(command, as_host, fingerprint, deadline, tries.is_many()) {
                // Another writer was first. The decision may differ on the new state.
                Err(Error::Store(StoreError::Conflict { .. })) if tries.again() => {}
                done => return done,
            }
        }
    }

    /// One try: decides on the current record, and appends if it is still current.
    fn attempt(
        &self,
        command: &Command,
        as_host: bool,
        fingerprint: Fingerprint,
        deadline: Deadline,
        patient: bool,
    ) -> Result<Executed, Error> {
        let moment = self.open_moment(patient)?;
        let (known, stream) = match moment.prepare(command, fingerprint)? {
            Prepared::Repeated(executed) => return Ok(self.scrub_after(executed)),
            Prepared::New { known, stream } => (known, stream),
        };
        let sealed = moment.sealed(command, stream, &known, as_host);
        if moment.has_moved() {
            return Err(StoreError::Conflict { current: Seq(0) }.into());
        }
        let Sealed { decision, sealed, reads, beside } = sealed?;
        let documents = moment.documents_of(&decision)?;
        drop(moment);
        let stored: Vec<Stored> = sealed.iter().map(|(_, stored)| stored.clone()).collect();
        let expected = Seq(sealed.first().map_or(0, |(event, _)| event.head.seq.0.saturating_sub(1)));
        let batch = Batch {
            stream,
            expected,
            events: &stored,
            command: command.id,
            fingerprint,
            vault: &decision.vault,
            documents: &documents,
            rewrites: &decision.rewrites,
            basis: Basis { streams: &reads, parties: &known },
        };
        let kept: Vec<Vec<Stored>> = beside.iter().map(Beside::stored).collect();
        let mut batches = vec![batch];
        batches.extend(beside.iter().zip(&kept).map(|(beside, events)| beside.batch(events)));
        let appended = self.store.append_all(&batches, deadline)?;
        for made in decision.made {
            self.documents.keep(made);
        }
        sealed.iter().for_each(|(event, _)| self.documents.forget(&documents_in(&event.data)));
        let count = sealed.len();
        let beside = beside.into_iter().flat_map(|beside| beside.sealed);
        let mut events: Vec<Event> = sealed.into_iter().chain(beside).map(|(event, _)| event).collect();
        self.take_in(appended, &events, &decision.vault);
        events.truncate(count);
        let version = Seq(expected.0.saturating_add(count as u64));
        let position = appended.last;
        let executed = Executed { stream, events, seq: version, position, repeated: false, scrubbed: None };
        Ok(self.scrub_after(executed))
    }

    /// Executes commands one after another and returns the result of each.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, garden, invite, .. } = testkit::example();
    /// use interlink::process::{CompleteTask, StartTask};
    /// let anna = engine.acting("anna", &host)?;
    /// let commands = [
    ///     anna.command(StartTask::new(invite)).on(garden),
    ///     anna.command(StartTask::new(invite)).on(garden),
    /// ];
    /// let results = engine.execute_many(&commands);
    /// assert!(results[0].is_ok());
    /// assert_eq!(results[1].as_ref().unwrap_err().code().as_str(), "task.status");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn execute_many(&self, commands: &[Command]) -> Vec<Result<Executed, Error>> {
        commands.iter().map(|command| self.execute(command)).collect()
    }

    /// Decides a command and appends nothing: returns the events that [`execute`](Self::execute) would append.
    ///
    /// # Examples
    ///
    /// ```
    /// # let testkit::Example { engine, host, garden, invite, .. } = testkit::example();
    /// use interlink::process::StartTask;
    /// let before = engine.moment()?.position();
    /// let start = engine.acting("anna", &host)?.command(StartTask::new(invite)).on(garden);
    /// assert_eq!(engine.dry_run(&start)?.events.len(), 1);
    /// assert_eq!(engine.moment()?.position(), before);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The [`Rejection`] that `execute` would return.
    pub fn dry_run(&self, command: &Command) -> Result<Executed, Error> {
        let fingerprint = command.fingerprint();
        self.at_once(|moment| {
            let (known, stream) = match moment.prepare(command, fingerprint)? {
                Prepared::Repeated(executed) => return Ok(executed),
                Prepared::New { known, stream } => (known, stream),
            };
            let Sealed { sealed, .. } = moment.sealed(command, stream, &known, false)?;
            let version = sealed.last().map(|(event, _)| event.head.seq).unwrap_or_default();
            let events = sealed.into_iter().map(|(event, _)| event).collect();
            let position = moment.position();
            Ok(Executed { stream, events, seq: version, position, repeated: false, scrubbed: None })
        })
    }

    /// Physically erases the data of an erased person or a rectified text. If the store cannot do it now, the result
    /// says so and the store does it as soon as it can. The erasure itself is durable: the data is no longer readable.
    fn scrub_after(&self, mut executed: Executed) -> Executed {
        if executed.events.iter().any(|event| event.data.takes_away()) {
            executed.scrubbed = Some(self.store.scrub().is_ok());
        }
        executed
    }
}

/// The file that a URL names and how to open it. SQLite treats names that begin with a colon specially.
#[cfg(feature = "sqlite")]
fn sqlite_file(rest: &str) -> Option<(&std::path::Path, crate::journal::SqliteOptions)> {
    let (path, given) = rest.split_once('?').map_or((rest, None), |(path, given)| (path, Some(given)));
    let mut options = crate::journal::SqliteOptions::default();
    let millis = |value: &str| value.parse().ok().map(std::time::Duration::from_millis);
    for option in given.into_iter().flat_map(|given| given.split('&')) {
        match option.split_once('=')? {
            ("mode", "ro") => options.read_only = true,
            ("patience_ms", value) => options.patience = millis(value)?,
            ("skew_ms", value) => options.skew = millis(value)?,
            _ => return None,
        }
    }
    (!path.is_empty() && !path.starts_with(':')).then(|| (std::path::Path::new(path), options))
}
