//! The catalogue: interlinkers, and the problem profiles that they answer.
//!
//! An interlinker is something that helps a task along: a knowledge resource or a piece of software. Tasks
//! have problem profiles, interlinkers answer them, and [`Catalogue::recommend`] brings the two together and
//! says why. A [`Catalogue`] is a document: versioned, known by the SHA-256 of its content; a process records
//! which one it uses.

mod document;
mod interlinker;
mod recommend;
mod search;

pub use document::{Catalogue, CatalogueDocument, CatalogueMark, ProblemProfile};
pub use interlinker::{
    AuthMethod, Capability, CapabilitySet, Difficulty, Form, Format, Integration, Interlinker,
    InterlinkerBody, InterlinkerKind, Scope, Service, Supporter, Target,
};
pub use recommend::{Recommendation, ServedTask, TaskRecommendations};
pub use search::{Found, Search};
pub(crate) use search::{fold, words_of};
