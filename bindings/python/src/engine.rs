//! The engine as Python holds it.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use interlink::Error;
use interlink::kernel::{Answer, Engine, Kind, Outcome};
use interlink::problem::Problem;
use interlink::table::{Table, TableOptions};
use interlink::types::{ProcessId, ValueFault};

use crate::bulk::Names;
use crate::progress::{Progress, told};

/// A refusal; the text is the problem in JSON.
#[derive(Debug, uniffi::Error)]
pub enum Refused {
    /// The library refused it.
    Problem {
        /// `{"problem": …}`
        outcome: String,
    },
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Problem { outcome } = self;
        f.write_str(outcome)
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Problem { outcome: Outcome::from(Err::<Answer, Error>(error)).to_json() }
    }
}

/// What is wrong with a value.
fn value(fault: &ValueFault, path: impl Into<String>) -> Refused {
    let problem = Problem::new(fault.code(), fault.to_string()).at(path);
    Refused::Problem { outcome: Outcome::problem(Kind::Malformed, problem).to_json() }
}

/// An archive that was read: what stands in it, and the bytes of its files in the order of the view.
#[derive(Debug, uniffi::Record)]
pub struct Archive {
    /// The outcome, in JSON.
    pub outcome: String,
    /// The files.
    pub files: Vec<Vec<u8>>,
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

    fn with<T>(&self, act: impl FnOnce(&Engine) -> Result<T, Refused>) -> Result<T, Refused> {
        // The layer above asks nothing of what it has closed; here it is answered all the same.
        let closed = || Refused::Problem { outcome: r#"{"closed":null}"#.into() };
        act(&*self.engine().ok_or_else(closed)?)
    }
}

#[uniffi::export]
impl Core {
    /// Opens the store that a URL names.
    #[uniffi::constructor]
    pub fn open(url: &str) -> Result<Self, Refused> {
        Ok(Self { engine: RwLock::new(Some(Arc::new(Engine::open(url)?))) })
    }

    /// Lets go of the store, once what is running has ended.
    pub fn close(&self) {
        *self.engine.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Answers a request in JSON.
    pub fn request(&self, request: &str) -> Result<String, Refused> {
        self.with(|engine| Ok(engine.request(request.as_bytes())))
    }

    /// Writes a process as a bundle.
    pub fn export_bundle(&self, process: &str, with_vault: bool) -> Result<String, Refused> {
        let process: ProcessId = process.parse().map_err(|fault| value(&fault, "/process"))?;
        self.with(|engine| Ok(engine.export_bundle(process, with_vault)?))
    }

    /// Takes a bundle in; the outcome in JSON.
    pub fn import_bundle(&self, bundle: &[u8]) -> Result<String, Refused> {
        self.with(|engine| Ok(Outcome::from(engine.import_bundle(bundle).map(Into::into)).to_json()))
    }

    /// Reads an export of the INTERLINK platform.
    pub fn add_archive(&self, archive: &[u8]) -> Result<Archive, Refused> {
        self.with(|engine| {
            let (view, files) = engine.add_archive(archive)?;
            let files = files.iter().map(|(_, bytes)| bytes.clone()).collect();
            Ok(Archive { outcome: Outcome::from(Ok(view.into())).to_json(), files })
        })
    }

    /// Answers many checks: names once, and 24 bytes a question. One byte an answer: 0 is no, 1 is yes, 2 is none.
    pub fn check_many(
        &self,
        actors: &[String],
        permissions: &[String],
        processes: &[String],
        items: &[String],
        questions: &[u8],
    ) -> Result<Vec<u8>, Refused> {
        let names = Names::read(actors, permissions, processes, items);
        let names = names.map_err(|(fault, path)| value(&fault, path))?;
        self.with(|engine| Ok(names.answers(engine, questions)?))
    }

    /// A table as an Arrow IPC stream; nothing where `progress` said no.
    pub fn table(
        &self,
        name: &str,
        at: &str,
        language: &str,
        progress: Option<Arc<dyn Progress>>,
    ) -> Result<Option<Vec<u8>>, Refused> {
        let options = TableOptions {
            at: at.parse().map_err(|fault| value(&fault, "/at"))?,
            language: language.parse().map_err(|fault| value(&fault, "/language"))?,
        };
        let Some(table) = Table::named(name) else { return Ok(None) };
        self.with(|engine| Ok(engine.table(table, &options, &mut told(progress.as_deref()))?))
    }
}
