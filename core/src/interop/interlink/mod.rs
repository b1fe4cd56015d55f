//! The INTERLINK catalogue: co-production schemas and problem profiles in the official folder layout.
//!
//! ```text
//! problemprofiles.json            [{id, name_translations, description_translations, functionality_translations}]
//! schemas/NAME/metadata.json      {id, name_translations, …, licence, languages, environments, author}
//! schemas/NAME/phases/*.json      {id, prerequisites, name_translations, …, objectives: [… tasks: […]]}
//! ```
//!
//! The official files are not quite what their own JSON Schemas say, and other people's are further off.
//! Every [`Anomaly`] is reported with file and JSON Pointer. By default it is repaired, and the report says
//! how; in [strict](Mode::Strict) mode it is a refusal. Nothing is dropped silently.
//!
//! ```
//! use interlink::interop::interlink::{Mode, read, shipped};
//! let reading = read(&shipped(), Mode::Strict)?;
//! let template = &reading.catalogue.templates[0];
//! assert_eq!(template.counts()[0], 4);
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```
//!
//! | INTERLINK | here |
//! |---|---|
//! | schema | [template](crate::process::Template), version 1 |
//! | `"prerequisites": [{"item": ID, "status": "finished"}]` | a prerequisite that needs `finished` |
//! | `"prerequisites": [{"item": ID, "type": "previous"}]` | a prerequisite that needs `previous` |
//! | `is_part_of_codelivery` | `codelivery` |
//! | `problemprofiles` | `problem_profiles` |
//! | phases in files that do not order them | phases in the order of their prerequisites, then of file names |
//! | `licence: "propietary"` (so spelled) | `proprietary` |

mod fields;
mod files;
#[cfg(feature = "json-schema")]
pub(crate) mod official;
mod profiles;
mod report;
mod schema;
mod shipped;

use std::collections::BTreeMap;

pub use files::{Files, FolderFault};
pub use profiles::ProblemProfile;
pub use report::{Anomaly, Report};
pub use shipped::shipped;

use crate::problem::{Code, Fact, Problem};
use crate::process::Template;
use crate::types::Key;

/// How anomalies are met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// Repaired and reported.
    #[default]
    Repair,
    /// Refused, all of them together.
    Strict,
}

/// What a catalogue holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The templates, in the order of their folders' names.
    pub templates: Vec<Template>,
    /// The problem profiles, by id.
    pub problem_profiles: BTreeMap<Key, ProblemProfile>,
}

/// A catalogue with what was noticed in reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// The anomalies, and what was not read.
    pub report: Report,
}

/// A catalogue was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueFault {
    /// The files hold no catalogue.
    #[error("There is no schemas/NAME/metadata.json among the files.")]
    Empty,
    /// In strict mode: the files are not as they should be.
    #[error("The catalogue has {} anomalies; the first is in {}: {}", .0.anomalies.len(),
        .0.anomalies.first().map_or("", |a| a.file.as_str()), .0.anomalies.first().map_or("", |a| a.message.as_str()))]
    Anomalous(Report),
}

impl CatalogueFault {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Empty => Code::CatalogueEmpty,
            Self::Anomalous(_) => Code::CatalogueAnomalous,
        }
    }
}

impl From<&CatalogueFault> for Problem {
    fn from(fault: &CatalogueFault) -> Self {
        let mut problem = Self::new(fault.code(), fault.to_string());
        if let CatalogueFault::Anomalous(report) = fault {
            problem.reasons = report.anomalies.iter().filter_map(Fact::of).collect();
        }
        problem
    }
}

/// Reads a catalogue from its files.
///
/// # Errors
/// Where there is no schema at all; in strict mode, where there is any anomaly.
pub fn read(files: &Files, mode: Mode) -> Result<Reading, CatalogueFault> {
    let mut report = Report::default();
    let problem_profiles = profiles::read(files, &mut report);
    let templates = schema::read(files, &problem_profiles, &mut report).ok_or(CatalogueFault::Empty)?;
    report.note_unread(files);
    if mode == Mode::Strict && !report.anomalies.is_empty() {
        return Err(CatalogueFault::Anomalous(report));
    }
    Ok(Reading { catalogue: Catalogue { templates, problem_profiles }, report })
}
