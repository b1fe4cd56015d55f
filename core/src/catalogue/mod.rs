//! The catalogue: interlinkers, and the problem profiles that they answer.
//!
//! An interlinker supports a task: it is a knowledge resource or a program. Tasks have problem profiles, interlinkers
//! answer them, and [`Catalogue::recommend`] matches the two and gives the reasons. A [`Catalogue`] is a document:
//! versioned, identified by the SHA-256 of its content. A process records which one it uses.

mod document;
mod interlinker;
mod recommend;
mod search;

pub use document::{Catalogue, CatalogueDocument, CatalogueMark, ProblemProfile};
pub use interlinker::{
    Area, AuthMethod, Capability, CapabilitySet, Difficulty, Form, Format, Integration, Interlinker,
    InterlinkerBody, InterlinkerKind, Service, Supporter, Target,
};
pub use recommend::{Recommendation, ServedTask, TaskRecommendations};
pub use search::{Found, Search};
pub(crate) use search::{fold, words_of};
