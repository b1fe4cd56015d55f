//! The INTERLINK catalogue: co-production schemas, problem profiles and interlinkers in the official folder layout.
//!
//! ```text
//! problemprofiles.json, or problemprofiles/problemprofiles.json
//!                                 [{id, name_translations, description_translations, functionality_translations}]
//! schemas/NAME/metadata.json      {id, name_translations, …, licence, languages, environments, author}
//! schemas/NAME/phases/*.json      {id, prerequisites, name_translations, …, objectives: [… tasks: […]]}
//! interlinkers/KIND/NAME/metadata.json
//!                                 {id, name_translations, problemprofiles, licence, …}, each kind with fields of its own
//! ```
//!
//! The official files differ from their own JSON Schemas, and those of others differ more. Every [`Anomaly`] is
//! reported with file and JSON Pointer. By default it is repaired, and the report says how; in [strict](Mode::Strict)
//! mode it is refused. Nothing is dropped silently, and nothing is lost: data that the model cannot represent is
//! carried in the catalogue's document, and [`write()`] puts it back in its place.
//!
//! ```
//! use interlink::interop::interlink::{Mode, read, shipped};
//! let reading = read(&shipped(), Mode::Strict)?;
//! let template = &reading.templates[0];
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
//! | the folder of an interlinker: `knowledge`, `externalknowledge`, … | `body`, by its kind |
//! | `softwareinterlinker` of a knowledge resource | `host` |
//! | `targets: ["all;pas"]`, a path in one string | `administrations`, which is part of `all` |
//! | `types: ["enabling_services;operation_services"]` | `services`: `operating` |
//! | `administrative_scopes` | `areas` |
//! | `integration.capabilities` and their texts | `capabilities`: those that are offered, each with its text |
//! | `constraints_and_limitations_translations`, `regulations_and_standards_translations` | `constraints`, `regulations` |
//! | `is_sustainability_related`, `is_responsive`, `supports_internationalization` | `sustainability`, `responsive`, `internationalised` |
//! | `uri_translations`, `file_translations`, `instructions_translations` | `uris`, `files`, `instructions`: kept, never followed |

#[cfg(feature = "archive")]
pub mod export;
mod fields;
mod files;
mod interlinkers;
#[cfg(feature = "json-schema")]
pub(crate) mod official;
mod parsed;
mod profiles;
mod report;
mod schema;
mod shipped;
mod story;
mod words;
mod write;

#[cfg(feature = "archive")]
pub use super::archive::ArchiveFault;
pub use files::{Files, FolderFault};
pub use report::{Anomaly, Report};
pub use shipped::shipped;
pub use story::{StoryView, read_story};
pub use write::write;

use crate::catalogue::{Catalogue, CatalogueDocument, CatalogueMark, Interlinker};
use crate::problem::Problem;
use crate::process::Template;
use crate::types::Json;
use crate::types::{InputFault, Key};
use interlink_derive::Refusal;

/// How anomalies are handled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// Repaired and reported.
    #[default]
    Repair,
    /// Refused, all of them together.
    Strict,
}

/// A catalogue, with remarks made while reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The interlinkers and problem profiles, and carried data, under the id `interlink`, version 1.
    pub catalogue: Catalogue,
    /// The templates that the catalogue names, ordered by folder name.
    pub templates: Vec<Template>,
    /// The anomalies, and the files not read.
    pub report: Report,
}

/// A catalogue was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum CatalogueFault {
    /// The files hold no catalogue.
    #[error(CatalogueEmpty, "The files contain no schemas/NAME/metadata.json.")]
    Empty,
    /// In strict mode: the files have anomalies.
    #[error(
        CatalogueAnomalous,
        "The catalogue has {count} anomalies; the first is in {file}: {reason}",
        count = it.anomalies.len(),
        file = first(it).0,
        reason = first(it).1
    )]
    Anomalous(Report),
    /// They exceed the limits of a catalogue.
    #[error(transparent)]
    Invalid(#[from] InputFault),
}

impl From<&CatalogueFault> for Problem {
    fn from(fault: &CatalogueFault) -> Self {
        let mut problem = Self::of(fault.said());
        if let CatalogueFault::Anomalous(report) = fault {
            problem.reasons = report.anomalies.iter().map(Json::of).collect();
        }
        problem
    }
}

/// The file of the first anomaly, and what is wrong there.
fn first(report: &Report) -> (String, String) {
    report.anomalies.first().map(|first| (first.file.clone(), first.message.clone())).unwrap_or_default()
}

/// Reads a catalogue from its files.
///
/// # Errors
/// If there is no schema at all; in strict mode, if there is any anomaly.
pub fn read(files: &Files, mode: Mode) -> Result<Reading, CatalogueFault> {
    let mut report = Report::default();
    let parsed = parsed::Parsed::of(files, &mut report);
    report.unread.extend(files.passed_over().iter().cloned());
    let problem_profiles = profiles::read(&parsed, &mut report);
    let known = problem_profiles.iter().map(|profile| profile.id.clone()).collect();
    let schemas = schema::read(files, &parsed, &known, &mut report).ok_or(CatalogueFault::Empty)?;
    let interlinkers = interlinkers::read(files, &parsed, &known, &mut report);
    if mode == Mode::Strict && !report.anomalies.is_empty() {
        return Err(CatalogueFault::Anomalous(report));
    }
    let mut names = write::Names::default();
    names.note(profiles::FILE.to_owned(), profiles::file(&parsed));
    let mut templates = Vec::with_capacity(schemas.len());
    for schema::Read { folder, template, phase_files } in schemas {
        let id = &template.document().id;
        names.note(write::metadata_name(id), &format!("schemas/{folder}/metadata.json"));
        phase_files.iter().for_each(|(phase, file)| names.note(write::phase_name(id, phase), file));
        templates.push(template);
    }
    let of_folder = |(folder, interlinker): (String, Interlinker)| {
        let usual = write::interlinker_name(&interlinker);
        let kind = usual.split('/').nth(1).unwrap_or_default();
        names.note(usual.clone(), &format!("interlinkers/{kind}/{folder}/metadata.json"));
        interlinker
    };
    let interlinkers: Vec<Interlinker> = interlinkers.into_iter().map(of_folder).collect();
    let carried = write::left_out(&names, &interlinkers, &problem_profiles, &templates, parsed.into_node());
    let catalogue = Catalogue::new(CatalogueDocument {
        carried,
        document: CatalogueMark::Catalogue,
        id: catalogue_id()?,
        interlinkers,
        name: None,
        problem_profiles,
        templates: templates.iter().map(Template::id).collect(),
        version: 1,
    })?;
    Ok(Reading { catalogue, templates, report })
}

fn catalogue_id() -> Result<Key, InputFault> {
    "interlink".parse().map_err(|fault: crate::types::ValueFault| InputFault::of(fault.said(), "/id"))
}
