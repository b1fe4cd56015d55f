//! Processes: the tree of work of one co-production, and the templates it is made from.
//!
//! A process is a tree: phases hold objectives, objectives hold tasks. Only tasks are worked on; what a parent shows is
//! derived from its children ([`status`]). Items wait for each other ([`Prerequisite`]); a cycle of waiting is always
//! refused ([`cycle`]).
//!
//! | of a parent | is derived from its enabled children |
//! |---|---|
//! | status | all finished: finished; all awaiting: awaiting; else in progress. None enabled: awaiting |
//! | progress | ⌊(finished + in progress / 2) × 100 / children⌋. None enabled: 0 |
//! | start, end | the earliest start, the latest end |

mod command;
mod create;
pub mod cycle;
use cycle::Cycle;
mod decide;
mod effect;
mod event;
mod gate;
mod import;
mod item;
mod needs;
mod outlook;
mod prerequisite;
mod publication;
mod published;
mod refusal;
mod reshape;
mod reuse;
mod salts;
#[cfg(feature = "archive")]
mod sketch;

mod snapshot;
mod state;
pub mod status;
mod template;
mod tree;
pub mod view;

pub use command::{
    AddItem, AddPrerequisite, AdoptCatalogue, AdoptTemplate, CloneProcess, CloseProcess, Command,
    CompleteTask, CreateProcess, DisableItem, EditItem, EditProcess, EnableItem, ImportProcess, MoveItem,
    PublishProcess, RemovePrerequisite, ReopenTask, ReplaceTree, ScheduleItem, StartTask, WaivePrerequisite,
};
pub(crate) use create::{create, duplicate, import};
pub(crate) use decide::decide;
pub use effect::TemplateEffect;
pub use event::{
    CatalogueAdopted, Event, ItemAdded, ItemDisabled, ItemEdited, ItemEnabled, ItemMoved, ItemScheduled,
    LeftOut, PrerequisiteAdded, PrerequisiteRemoved, PrerequisiteWaived, ProcessClosed, ProcessCreated,
    ProcessEdited, ProcessImported, ProcessPublished, RequirementLeftOut, TaskCompleted, TaskReopened,
    TaskStarted, TemplateAdopted, TreeReplaced, Unmet,
};
pub use import::{
    Import, ImportAsset, ImportDocument, ImportFile, ImportMark, ImportPerson, ImportPlace, ImportStatus,
    Imported, ImportedPerson,
};
pub use item::{Item, ItemKind, Ix, Plan};
pub(crate) use outlook::Open;
pub use prerequisite::{Needs, Passed, Prerequisite};
pub use publication::{Figure, Material, Owner, Publication, PublicationDocument, PublicationMark, Story};
pub use published::{PublicationFound, PublicationSearch};
pub use refusal::ProcessRefusal;
pub use reuse::Origin;
pub use state::Process;
pub use status::Status;
pub use template::{
    Template, TemplateDocument, TemplateFault, TemplateMark, TemplateObjective, TemplatePhase,
    TemplatePrerequisite, TemplateTask,
};
pub use tree::Tree;
