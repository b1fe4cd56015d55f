//! The official files in their correct form, for the JSON Schemas that describe them.
//!
//! Reading does not use these types: it reads what it finds, and reports differences.

use std::collections::BTreeMap;

use schemars::JsonSchema;

/// A text per language tag.
type Texts = BTreeMap<String, String>;

/// `schemas/NAME/metadata.json`.
#[derive(JsonSchema)]
#[schemars(rename = "InterlinkMetadata", deny_unknown_fields)]
#[expect(dead_code, reason = "only its description is used")]
pub(crate) struct Metadata {
    author: String,
    description_translations: Texts,
    #[schemars(default)]
    environments: Vec<String>,
    id: String,
    #[schemars(default)]
    languages: Vec<String>,
    licence: Licence,
    name_translations: Texts,
    tags_translations: BTreeMap<String, Vec<String>>,
}

/// The licence classes, in the official spelling.
#[derive(JsonSchema)]
#[schemars(rename = "InterlinkLicence", rename_all = "snake_case")]
#[expect(dead_code, reason = "only its description is used")]
enum Licence {
    PublicDomain,
    Permissive,
    Copyleft,
    NonCommercial,
    Propietary,
}

/// `schemas/NAME/phases/*.json`.
#[derive(JsonSchema)]
#[schemars(rename = "InterlinkPhase", deny_unknown_fields)]
#[expect(dead_code, reason = "only its description is used")]
pub(crate) struct Phase {
    description_translations: Texts,
    id: String,
    is_part_of_codelivery: bool,
    name_translations: Texts,
    objectives: Vec<Objective>,
    prerequisites: Prerequisites,
}

#[derive(JsonSchema)]
#[schemars(rename = "InterlinkObjective", deny_unknown_fields)]
#[expect(dead_code, reason = "only its description is used")]
struct Objective {
    description_translations: Texts,
    id: String,
    name_translations: Texts,
    prerequisites: Prerequisites,
    problemprofiles: Vec<String>,
    tasks: Vec<Task>,
}

#[derive(JsonSchema)]
#[schemars(rename = "InterlinkTask", deny_unknown_fields)]
#[expect(dead_code, reason = "only its description is used")]
struct Task {
    description_translations: Texts,
    id: String,
    name_translations: Texts,
    prerequisites: Prerequisites,
    problemprofiles: Vec<String>,
}

/// The list of the official files, or the one object of the official JSON Schema.
#[derive(JsonSchema)]
#[schemars(rename = "InterlinkPrerequisites", untagged)]
#[expect(dead_code, reason = "only its description is used")]
enum Prerequisites {
    Many(Vec<Prerequisite>),
    One(Prerequisite),
    None(Nothing),
}

/// An empty object.
#[derive(JsonSchema)]
#[schemars(rename = "InterlinkNoPrerequisite", deny_unknown_fields)]
struct Nothing {}

#[derive(JsonSchema)]
#[schemars(rename = "InterlinkPrerequisite", untagged, deny_unknown_fields)]
#[expect(dead_code, reason = "only its description is used")]
enum Prerequisite {
    /// The other item must reach a status.
    Status { item: String, status: PrerequisiteStatus },
    /// The other item comes first.
    Previous { item: String, r#type: PreviousType },
}

#[derive(JsonSchema)]
#[schemars(rename = "InterlinkPrerequisiteStatus", rename_all = "snake_case")]
#[expect(dead_code, reason = "only its description is used")]
enum PrerequisiteStatus {
    InProgress,
    Finished,
}

#[derive(JsonSchema)]
#[schemars(rename = "InterlinkPreviousType", rename_all = "snake_case")]
#[expect(dead_code, reason = "only its description is used")]
enum PreviousType {
    Previous,
}

/// One entry of `problemprofiles.json`.
#[derive(JsonSchema)]
#[schemars(rename = "InterlinkProblemProfile", deny_unknown_fields)]
#[expect(dead_code, reason = "only its description is used")]
pub(crate) struct Profile {
    description_translations: Texts,
    functionality_translations: Texts,
    id: String,
    name_translations: Texts,
}
