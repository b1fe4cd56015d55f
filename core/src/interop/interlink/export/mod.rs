//! The process export of the INTERLINK platform: one co-production as a zip archive, in and out.
//!
//! ```text
//! processes_exported/NAME/coproduction.json   {id, name, description, language, administrators: [e-mail], …}
//! processes_exported/NAME/schema.json         [phase {id, name, status, …, objectives: [… tasks: [… assets]]}]
//! processes_exported/NAME/assets/ID.file name what an internal asset holds
//! processes_exported/NAME/ID.png              the logotype
//! ```
//!
//! [`read`] makes an [`Import`] from it, [`Export::command`] the command that creates a process from that, and
//! [`write()`] an archive that the platform's importer accepts. Data that the model cannot represent is carried in the
//! import, and written back in its place unless the process has changed since.
//!
//! **People.** The archive names people by e-mail address (`administrators`) and by account (`creator_id`,
//! `disabler_id`). None of this enters the record: each place is noted with a number, the caller says who is meant, and
//! the vault keeps the original text. An erased person is left out of the next export.
//!
//! | INTERLINK | here |
//! |---|---|
//! | `coproduction.json`: `id` | the import's `id`; the process has an id of its own |
//! | `name`, `description`, `language` | the process's; a text without words is read as none |
//! | `language_tag` | the process's language, if the platform does not support it |
//! | `administrators` | people with the founder's role of the governance model |
//! | `intergovernmental_model` | [`Export::models`]: the shipped models that are meant; the caller chooses |
//! | `start_date`, `end_date`, `status` | carried; once tasks are scheduled here, their dates are written |
//! | `schema_used`, `aim`, `idea`, `challenges`, `tags`, `rating` and the rest | carried |
//! | `schema.json`: phases → objectives → tasks, in order | the plan; `id` is the item's key |
//! | `status` of a task | its status; that of a parent is derived from its children |
//! | `disabled_on` | disabled or not; when, is carried |
//! | `prerequisites_ids` | prerequisites that need `previous` |
//! | `creator_id`, `disabler_id` | a person, by number |
//! | `from_item`, `from_schema` | carried |
//! | an `externalasset` with `name` and `uri` | an asset that is a link |
//! | an `internalasset` with `external_asset_id` and `softwareinterlinker_id` | an asset that an interlinker holds |
//! | `created_at` of an asset | when it was made there, by the platform's account; carried too |
//! | other fields of an asset | carried |
//! | files | the import's `files`: path, size, SHA-256; the host stores the bytes |
//!
//! For tasks, dates, problem profiles and complexity (`management`, `development`, `exploitation`) are written, and for
//! phases whether the service is delivered in them: the platform's own export leaves these out, but its importer keeps
//! them. The format cannot hold prerequisites as chosen (its importer chains items by their order), restrictions,
//! teams, work and credit. A [bundle](crate::kernel::Engine::export_bundle) keeps all of that.
//!
//! The platform's importer stops halfway at anything unexpected, and leaves half a process behind. So anything that
//! would stop it is changed, and the report says so: an asset whose file is missing is left out, a process without a
//! logotype gets one, and a language that the platform does not support goes into `language_tag` beside one that it
//! supports.

mod flat;
mod people;
mod platform;
mod read;
mod shape;
mod write;

use crate::types::Map;
use interlink_derive::Refusal;

use crate::interop::archive::ArchiveFault;
pub use read::read;
pub use write::{Written, write};

use super::Report;
use crate::governance::Shipped;
use crate::kernel::Error;
use crate::problem::Problem;
use crate::process::{Import, ImportPerson, ImportProcess, TemplateFault};
use crate::types::{DocumentId, FileDigest, HostId, InputFault};

/// The platform's names for the shipped governance models.
const MODELS: [(Shipped, &str); 4] =
    [(Shipped::C2g, "C2G"), (Shipped::GPlusG, "G+G"), (Shipped::G2c, "G2C"), (Shipped::C2c, "C2C")];

/// The folder of an export.
const FOLDER: &str = "processes_exported/";
/// The file about the process.
const PROCESS: &str = "coproduction.json";
/// The file about its plan.
const SCHEMA: &str = "schema.json";
/// The folder with the files of assets, within the process's folder.
const ASSETS: &str = "assets/";

/// An export that was read.
#[derive(Debug, Clone)]
pub struct Export {
    /// Its content, without people.
    pub import: Import,
    /// The people it names, in the order in which the import counts them.
    pub people: Vec<Named>,
    /// The bytes of its files, for the host to store.
    pub files: Map<FileDigest, Vec<u8>>,
    /// The shipped governance models that it says it follows.
    pub models: Vec<Shipped>,
    /// Remarks made while reading it.
    pub report: Report,
}

/// A person named in an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// How the export names them: an e-mail address or an account id.
    pub named: HostId,
    /// Whether the person administered the process.
    pub administrator: bool,
}

/// The host's ids for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The host's id of the person.
    pub host_id: HostId,
    /// The organisation for which the person administers the process; without one they do as a citizen.
    pub acting_for: Option<HostId>,
}

/// An export was refused.
#[derive(Debug, Clone, PartialEq, Refusal)]
pub enum ExportFault {
    /// It is not an acceptable archive.
    #[error(transparent)]
    Archive(#[from] ArchiveFault),
    /// It does not hold exactly one process.
    #[error(ExportProcess, "The archive does not hold one process: {reason}.")]
    Process {
        /// What was found.
        reason: String,
    },
    /// A file in it is not what it should be.
    #[error(transparent)]
    File {
        /// The file.
        file: String,
        /// The fault in it.
        fault: InputFault,
    },
    /// Its content is not a valid process.
    #[error(transparent)]
    Plan(#[from] TemplateFault),
    /// The process cannot be read.
    #[error(transparent)]
    Engine(Box<Error>),
    /// Some administrators are not identified.
    #[error(ExportUnknown, "The ids of {count} of the administrators are missing.")]
    Unknown {
        /// The number of them.
        count: usize,
    },
}

impl From<&ExportFault> for Problem {
    fn from(fault: &ExportFault) -> Self {
        let problem = Self::of(fault.said());
        match fault {
            ExportFault::File { file, fault } => problem.at(fault.path()).with("file", file),
            ExportFault::Plan(TemplateFault::Input(fault)) => problem.at(fault.path()),
            ExportFault::Engine(error) => (&**error).into(),
            _ => problem,
        }
    }
}

impl Export {
    /// The command that creates a process from this; first store [`import`](Self::import) with
    /// [`Engine::add_document`](crate::kernel::Engine::add_document). `who` identifies people; those it does not know
    /// keep the export's name for them, which is refused for administrators.
    ///
    /// # Errors
    /// `export.unknown` if `who` does not know an administrator.
    pub fn command(
        &self,
        governance: DocumentId,
        mut who: impl FnMut(&Named) -> Option<Known>,
    ) -> Result<ImportProcess, ExportFault> {
        let mut unknown = 0;
        let mut people = Vec::with_capacity(self.people.len());
        for person in &self.people {
            let named = Some(person.named.clone());
            match who(person) {
                Some(Known { host_id, acting_for }) => {
                    people.push(ImportPerson { acting_for, host_id, named });
                }
                None if person.administrator => unknown += 1,
                None => {
                    people.push(ImportPerson {
                        acting_for: None,
                        host_id: person.named.clone(),
                        named: None,
                    });
                }
            }
        }
        match unknown {
            0 => Ok(ImportProcess {
                acting_for: None,
                catalogue: None,
                governance,
                import: self.import.id(),
                people,
            }),
            count => Err(ExportFault::Unknown { count }),
        }
    }
}
