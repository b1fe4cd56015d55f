//! The engine as a Python object.

use std::collections::HashMap;
use std::fmt;
use std::ops::ControlFlow;
use std::sync::{Arc, PoisonError, RwLock};

use interlink::Error;
use interlink::interop::interlink::shipped;
use interlink::journal::Position;
use interlink::kernel::{Answered, Engine, Kind, Moment, Outcome, Request};
use interlink::problem::Problem;
use interlink::types::{DocumentId, HostId, Licence, ProcessId, ValueFault};
use interlink_simulation::{Plan, run};
use interlink_tables::{Table, TableOptions};

use crate::bulk::{Columns, Names};
use crate::progress::{Progress, told};

/// A refusal.
#[derive(Debug, uniffi::Error)]
pub enum Refused {
    /// The library refused it.
    Problem {
        /// `{"problem": …}`
        outcome: String,
    },
    /// The engine was closed.
    Closed,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Problem { outcome } => outcome,
            Self::Closed => "the engine is closed",
        })
    }
}

/// Why an action on an engine has no answer.
enum No {
    /// A failure, to be written in the engine's language.
    Error(Error),
    /// A failure already written.
    Said(Refused),
}

impl From<Error> for No {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl From<Refused> for No {
    fn from(refused: Refused) -> Self {
        Self::Said(refused)
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Problem { outcome: Outcome::from(Err::<Answered, Error>(error)).to_json() }
    }
}

/// A malformed value.
fn value(fault: &ValueFault, path: impl Into<String>) -> Refused {
    let problem = Problem::new(fault.code(), fault.to_string()).at(path);
    Refused::Problem { outcome: Outcome::problem(Kind::Malformed, problem).to_json() }
}

/// An archive that was read: its contents, and the bytes of its files in the order of the view.
#[derive(Debug, uniffi::Record)]
pub struct Archive {
    /// The outcome, in JSON.
    pub outcome: String,
    /// The files.
    pub files: Vec<Vec<u8>>,
}

/// A text, and the position of the store as of which it is valid.
#[derive(Debug, uniffi::Record)]
pub struct Written {
    /// The text.
    pub text: String,
    /// The position.
    pub position: u64,
}

impl Written {
    fn new(text: String, moment: &Moment<'_>) -> Self {
        Self { text, position: moment.position().0 }
    }
}

/// The answers to many questions, and the position of the store as of which all are valid.
#[derive(Debug, uniffi::Record)]
pub struct Verdicts {
    /// One byte per answer: 0 is denied, 1 is allowed, 2 has no answer.
    pub answers: Vec<u8>,
    /// The position.
    pub position: u64,
}

/// A catalogue that was read and stored.
#[derive(Debug, uniffi::Record)]
pub struct Catalogue {
    /// The catalogue's id.
    pub catalogue: String,
    /// The ids of its templates, ordered by folder.
    pub templates: Vec<String>,
    /// Remarks made while reading it, in JSON.
    pub report: String,
}

/// The parameters of a simulation.
#[derive(Debug, uniffi::Record)]
pub struct Simulation {
    /// The seed.
    pub seed: u64,
    /// The number of processes.
    pub processes: u32,
    /// The template of all processes.
    pub template: String,
    /// The governance model of all processes.
    pub governance: String,
    /// When the organisations are registered.
    pub begin: String,
    /// Over how many days the processes begin.
    pub days: u32,
}

impl Simulation {
    fn plan(&self) -> Result<Plan, Refused> {
        let document = |id: &str, path| id.parse::<DocumentId>().map_err(|fault| value(&fault, path));
        Ok(Plan {
            seed: self.seed,
            processes: self.processes,
            template: document(&self.template, "/template")?,
            governance: document(&self.governance, "/governance")?,
            begin: self.begin.parse().map_err(|fault| value(&fault, "/begin"))?,
            days: self.days,
        })
    }
}

/// The names that many questions use.
#[derive(Debug, uniffi::Record)]
pub struct Questioned {
    /// The actors.
    pub actors: Vec<String>,
    /// The permissions.
    pub permissions: Vec<String>,
    /// The processes.
    pub processes: Vec<String>,
    /// The items.
    pub items: Vec<String>,
}

/// The parameters of a table.
#[derive(Debug, uniffi::Record)]
pub struct Options {
    /// The moment asked about.
    pub at: String,
    /// Whether the record is read as of that moment.
    pub past: bool,
    /// The position after which events begin.
    pub after: u64,
    /// The most events.
    pub at_most: u64,
    /// The language of names.
    pub language: String,
    /// The smallest group of people that is counted.
    pub smallest_group: u32,
    /// The process; all if absent.
    pub process: Option<String>,
    /// The person who asks for people's identities, by the host's id.
    pub asked_by: Option<String>,
}

impl Options {
    fn read(&self, engine: &Engine) -> Result<TableOptions, Refused> {
        let process = self.process.as_ref().map(|process| process.parse()).transpose();
        let asked_by = self.asked_by.as_ref().map(|host_id| host_id.parse::<HostId>()).transpose();
        let asked_by = asked_by.map_err(|fault| value(&fault, "/asked_by"))?;
        Ok(TableOptions {
            at: self.at.parse().map_err(|fault| value(&fault, "/at"))?,
            past: self.past,
            after: Position(self.after),
            at_most: self.at_most,
            language: self.language.parse().map_err(|fault| value(&fault, "/language"))?,
            smallest_group: self.smallest_group,
            process: process.map_err(|fault| value(&fault, "/process"))?,
            asked_by: asked_by.map(|host_id| engine.person(&host_id)).transpose()?.flatten(),
        })
    }
}

/// Bytes that stay in place as long as this object is held. A table may be half a gigabyte, and is not copied.
#[derive(Debug, uniffi::Object)]
pub struct Stream {
    bytes: Vec<u8>,
}

#[uniffi::export]
impl Stream {
    /// The address of the first byte.
    #[must_use]
    pub fn address(&self) -> u64 {
        self.bytes.as_ptr().addr() as u64
    }

    /// The number of bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.bytes.len() as u64
    }
}

/// An engine, until it is closed.
#[derive(Debug, uniffi::Object)]
pub struct Core {
    engine: RwLock<Option<Arc<Engine>>>,
}

impl Core {
    fn engine(&self) -> Option<Arc<Engine>> {
        self.engine.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn with<T>(&self, act: impl FnOnce(&Engine) -> Result<T, No>) -> Result<T, Refused> {
        let engine = self.engine().ok_or(Refused::Closed)?;
        act(&engine).map_err(|no| match no {
            No::Error(error) => Refused::Problem { outcome: engine.said(Err(error)).to_json() },
            No::Said(refused) => refused,
        })
    }
}

#[expect(clippy::needless_pass_by_value, reason = "values from Python are passed by value")]
#[uniffi::export]
impl Core {
    /// Opens the store that a URL names.
    #[uniffi::constructor]
    pub fn open(url: &str) -> Result<Self, Refused> {
        Ok(Self { engine: RwLock::new(Some(Arc::new(Engine::open(url)?))) })
    }

    /// Closes the store, once running calls have ended.
    pub fn close(&self) {
        *self.engine.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Copies the store into a new file.
    pub fn backup(&self, path: &str) -> Result<(), Refused> {
        self.with(|engine| Ok(engine.backup(std::path::Path::new(path))?))
    }

    /// Answers a request in JSON.
    pub fn request(&self, request: &str) -> Result<String, Refused> {
        self.with(|engine| Ok(engine.request(request.as_bytes())))
    }

    /// Writes a process as a bundle.
    pub fn export_bundle(&self, process: &str, with_vault: bool) -> Result<Written, Refused> {
        let process: ProcessId = process.parse().map_err(|fault| value(&fault, "/process"))?;
        self.with(|engine| {
            let moment = engine.moment()?;
            Ok(Written::new(moment.export_bundle(process, with_vault)?, &moment))
        })
    }

    /// Writes a process as a bundle for the page shown to one person.
    pub fn export_bundle_for(&self, process: &str, person: &str) -> Result<Written, Refused> {
        let process: ProcessId = process.parse().map_err(|fault| value(&fault, "/process"))?;
        let person: HostId = person.parse().map_err(|fault| value(&fault, "/person"))?;
        self.with(|engine| {
            let moment = engine.moment()?;
            Ok(Written::new(moment.export_bundle_for(process, &person)?, &moment))
        })
    }

    /// Imports a bundle; the outcome in JSON.
    pub fn import_bundle(&self, bundle: &[u8]) -> Result<String, Refused> {
        self.with(|engine| Ok(engine.said(engine.import_bundle(bundle).map(Into::into)).to_json()))
    }

    /// Reads an export of the INTERLINK platform.
    pub fn add_archive(&self, archive: &[u8]) -> Result<Archive, Refused> {
        self.with(|engine| {
            let (view, files) = engine.add_archive(archive)?;
            let files = files.iter().map(|(_, bytes)| bytes.clone()).collect();
            Ok(Archive { outcome: Outcome::from(Ok(view.into())).to_json(), files })
        })
    }

    /// Reads a catalogue in INTERLINK's folder layout and stores it with its templates; without files, the one that
    /// comes with the library.
    pub fn add_catalogue(&self, files: Option<HashMap<String, Vec<u8>>>) -> Result<Catalogue, Refused> {
        let files = files.map_or_else(shipped, |files| files.into_iter().collect());
        self.with(|engine| {
            let kept = engine.add_catalogue(&files)?;
            let templates = kept.templates.iter().map(ToString::to_string).collect();
            let report = kept.report.to_json();
            Ok(Catalogue { catalogue: kept.catalogue.to_string(), templates, report })
        })
    }

    /// Simulates processes; the result in JSON.
    pub fn simulate(
        &self,
        simulation: Simulation,
        progress: Option<Arc<dyn Progress>>,
    ) -> Result<String, Refused> {
        let plan = simulation.plan()?;
        let mut told = told(progress.as_deref());
        let mut on = |done: u32| match told(done.into(), plan.processes.into()) {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        };
        self.with(|engine| Ok(run(engine, &plan, &mut on)?.to_json()))
    }

    /// Answers many checks, all on one state: names once, then four columns of numbers and one of moments.
    pub fn check_many(
        &self,
        names: Questioned,
        numbers: Vec<Vec<u8>>,
        at: &[u8],
    ) -> Result<Verdicts, Refused> {
        let read = Names::read(&names.actors, &names.permissions, &names.processes, &names.items);
        let names = read.map_err(|(fault, path)| value(&fault, path))?;
        let column = |nth: usize| numbers.get(nth).map_or(&[][..], Vec::as_slice);
        let columns = Columns { numbers: [column(0), column(1), column(2), column(3)], at };
        self.with(|engine| {
            let moment = engine.moment()?;
            Ok(Verdicts { answers: names.answers(&moment, &columns)?, position: moment.position().0 })
        })
    }

    /// The answer to a request for a tree, as a picture in SVG; nothing for another request.
    pub fn picture(&self, request: &str) -> Result<Option<Written>, Refused> {
        let Request::Tree(tree) = Request::from_json(request.as_bytes())? else { return Ok(None) };
        self.with(|engine| {
            let moment = engine.moment()?;
            let view = moment.tree(tree.process, tree.language, tree.as_of)?;
            Ok(Some(Written::new(interlink_pictures::svg(&view), &moment)))
        })
    }

    /// A table as an Arrow IPC stream; nothing if `progress` stopped it.
    pub fn table(
        &self,
        name: &str,
        options: Options,
        progress: Option<Arc<dyn Progress>>,
    ) -> Result<Option<Arc<Stream>>, Refused> {
        let Some(table) = Table::named(name) else { return Ok(None) };
        let stream = self.with(|engine| {
            let options = options.read(engine)?;
            Ok(table.read(engine, &options, &mut told(progress.as_deref()))?)
        })?;
        Ok(stream.map(|bytes| Arc::new(Stream { bytes })))
    }
}

/// The names of all tables.
#[uniffi::export]
#[must_use]
pub fn tables() -> Vec<String> {
    Table::ALL.iter().map(|table| table.as_str().to_owned()).collect()
}

/// Refuses an invalid licence.
#[uniffi::export]
pub fn check_licence(licence: &str) -> Result<(), Refused> {
    licence.parse::<Licence>().map(|_| ()).map_err(|fault| value(&fault, "/licence"))
}
