//! Writes a catalogue in the official folder layout.

use crate::types::Map;
use std::borrow::Cow;

use super::Files;
use super::words::Official;
use crate::catalogue::{Capability, Catalogue, Integration, Interlinker, InterlinkerBody, ProblemProfile};
use crate::interop::carry;
use crate::problem::Code;
use crate::process::{Needs, Template, TemplateObjective, TemplatePhase, TemplatePrerequisite, TemplateTask};
use crate::types::json::Node;
use crate::types::{Carried, InputFault, Key, Language, Localized};

/// Where file names are carried, by their default names.
const NAMES: &str = "/names/";
/// Where the files are carried.
const FILES: &str = "/files/";

/// Writes a catalogue with its templates. Carried data is written back in its place.
///
/// # Errors
/// `catalogue.invalid` if carried data does not fit the catalogue, or a file would be outside the folder.
pub fn write<'t>(
    catalogue: &'t Catalogue,
    templates: impl IntoIterator<Item = &'t Template>,
) -> Result<Files, InputFault> {
    let document = catalogue.document();
    let names = Names::carried(&document.carried)?;
    let mut root = root(&names, &document.interlinkers, &document.problem_profiles, templates);
    let of_files: Vec<Carried> =
        document.carried.iter().filter(|entry| entry.pointer.starts_with(FILES)).cloned().collect();
    carry::restore(&mut root, &of_files)?;
    let mut files = Files::default();
    let Some(Node::Object(members)) = root.take("files") else { return Ok(files) };
    for (name, content) in members {
        if !Files::is_safe(&name) {
            let message =
                format!("The file name “{}” leads out of the folder.", crate::types::excerpt(&name));
            return Err(InputFault::new(Code::CatalogueInvalid, "/carried", message));
        }
        files.insert(name.into_owned(), pretty(&content));
    }
    Ok(files)
}

/// With four spaces, like the official files.
fn pretty(node: &Node<'_>) -> Vec<u8> {
    let mut text = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b"    ");
    let mut serializer = serde_json::Serializer::with_formatter(&mut text, formatter);
    // A tree contains only JSON, and writing to a vector cannot fail.
    serde::Serialize::serialize(node, &mut serializer).ok();
    text
}

/// What a reader leaves out: the difference between its input and what would be written.
pub(super) fn left_out<'t>(
    names: &'t Names,
    interlinkers: &'t [Interlinker],
    profiles: &'t [ProblemProfile],
    templates: impl IntoIterator<Item = &'t Template>,
    original: Node<'t>,
) -> Vec<Carried> {
    let mut written = root(names, interlinkers, profiles, templates);
    let original = Node::Object(vec![("files".into(), original), ("names".into(), names.to_node())]);
    if let Node::Object(members) = &mut written {
        members.push(("names".into(), Node::Object(Vec::new())));
    }
    carry::difference(&written, &original)
}

/// The names of files that differ from their default names.
#[derive(Debug, Default)]
pub(super) struct Names(Map<String, String>);

impl Names {
    pub(super) fn note(&mut self, usual: String, actual: &str) {
        if usual != actual {
            self.0.insert(usual, actual.to_owned());
        }
    }

    fn carried(carried: &[Carried]) -> Result<Self, InputFault> {
        let mut names = Node::Object(vec![("names".into(), Node::Object(Vec::new()))]);
        let of_names: Vec<Carried> =
            carried.iter().filter(|entry| entry.pointer.starts_with(NAMES)).cloned().collect();
        carry::restore(&mut names, &of_names)?;
        let Some(Node::Object(members)) = names.take("names") else { return Ok(Self::default()) };
        let text = |(usual, actual): (Cow<'_, str>, Node<'_>)| match actual {
            Node::Text(actual) => Some((usual.into_owned(), actual.into_owned())),
            _ => None,
        };
        Ok(Self(members.into_iter().filter_map(text).collect()))
    }

    fn to_node(&self) -> Node<'_> {
        Node::Object(self.0.iter().map(|(usual, actual)| (usual.into(), Node::text(actual))).collect())
    }

    fn of(&self, usual: String) -> String {
        self.0.get(&usual).cloned().unwrap_or(usual)
    }
}

/// A key as a part of a path: characters special to a file system become `_`.
fn part(key: &Key) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' };
    let part: String = key.as_str().chars().map(safe).collect();
    if part.starts_with('.') { format!("_{part}") } else { part }
}

pub(super) fn metadata_name(template: &Key) -> String {
    format!("schemas/{}/metadata.json", part(template))
}

pub(super) fn phase_name(template: &Key, phase: &Key) -> String {
    format!("schemas/{}/phases/{}.json", part(template), part(phase))
}

pub(super) fn interlinker_name(interlinker: &Interlinker) -> String {
    format!("interlinkers/{}/{}/metadata.json", interlinker.kind().official(), part(&interlinker.id))
}

fn root<'t>(
    names: &Names,
    interlinkers: &'t [Interlinker],
    profiles: &'t [ProblemProfile],
    templates: impl IntoIterator<Item = &'t Template>,
) -> Node<'t> {
    let mut files: Vec<(Cow<'t, str>, Node<'t>)> = Vec::new();
    let list = profiles.iter().map(profile).collect();
    files.push((names.of(super::profiles::FILE.to_owned()).into(), Node::List(list)));
    for interlinker in interlinkers {
        files.push((names.of(interlinker_name(interlinker)).into(), interlinker_node(interlinker)));
    }
    for template in templates {
        let document = template.document();
        files.push((names.of(metadata_name(&document.id)).into(), metadata(template)));
        for phase in &document.phases {
            files.push((names.of(phase_name(&document.id, &phase.key)).into(), phase_node(phase)));
        }
    }
    Node::Object(vec![("files".into(), Node::Object(files))])
}

fn texts(text: Option<&Localized>) -> Node<'_> {
    let all = text.into_iter().flatten();
    Node::Object(all.map(|(tag, text)| (tag.as_str().into(), Node::text(text))).collect())
}

fn maybe_texts(text: Option<&Localized>) -> Option<Node<'_>> {
    text.map(|text| texts(Some(text)))
}

fn strings(texts: &Map<Language, String>) -> Node<'_> {
    Node::Object(texts.iter().map(|(tag, text)| (tag.as_str().into(), Node::text(text))).collect())
}

fn list<T: AsRef<str>>(items: &[T]) -> Node<'_> {
    Node::List(items.iter().map(|item| Node::text(item.as_ref())).collect())
}

fn words<W: Official>(words: &[W]) -> Node<'_> {
    Node::List(words.iter().map(|word| Node::text(word.official())).collect())
}

fn word<W: Official>(word: Option<W>) -> Option<Node<'static>> {
    word.map(|word| Node::text(word.official()))
}

fn maybe(text: Option<&String>) -> Option<Node<'_>> {
    text.map(|text| Node::text(text))
}

fn tags(tags: &Map<Language, Vec<String>>) -> Node<'_> {
    Node::Object(tags.iter().map(|(tag, words)| (tag.as_str().into(), list(words))).collect())
}

fn some<'n, T>(items: &'n [T], node: impl FnOnce(&'n [T]) -> Node<'n>) -> Option<Node<'n>> {
    (!items.is_empty()).then(|| node(items))
}

fn profile(profile: &ProblemProfile) -> Node<'_> {
    Node::object([
        ("description_translations", Some(texts(profile.description.as_ref()))),
        ("functionality_translations", Some(texts(profile.functionality.as_ref()))),
        ("id", Some(Node::text(profile.id.as_str()))),
        ("name_translations", Some(texts(Some(&profile.name)))),
    ])
}

fn metadata(template: &Template) -> Node<'_> {
    let document = template.document();
    Node::object([
        ("author", maybe(document.author.as_ref())),
        ("description_translations", Some(texts(document.description.as_deref()))),
        ("environments", some(&document.environments, list)),
        ("id", Some(Node::text(document.id.as_str()))),
        ("languages", some(&document.languages, list)),
        ("licence", word(document.licence)),
        ("name_translations", Some(texts(Some(&document.name)))),
        ("tags_translations", Some(tags(&document.tags))),
    ])
}

fn prerequisites(all: &[TemplatePrerequisite]) -> Node<'_> {
    Node::List(all.iter().map(prerequisite).collect())
}

fn prerequisite(prerequisite: &TemplatePrerequisite) -> Node<'_> {
    let (name, value) = match prerequisite.needs {
        Needs::Previous => ("type", "previous"),
        Needs::InProgress => ("status", "in_progress"),
        Needs::Finished => ("status", "finished"),
    };
    Node::object([("item", Some(Node::text(prerequisite.item.as_str()))), (name, Some(Node::text(value)))])
}

fn phase_node(phase: &TemplatePhase) -> Node<'_> {
    Node::object([
        ("description_translations", Some(texts(phase.description.as_deref()))),
        ("id", Some(Node::text(phase.key.as_str()))),
        ("is_part_of_codelivery", Some(Node::Bool(phase.codelivery))),
        ("name_translations", Some(texts(Some(&phase.name)))),
        ("objectives", Some(Node::List(phase.objectives.iter().map(objective).collect()))),
        ("prerequisites", Some(prerequisites(&phase.prerequisites))),
    ])
}

fn objective(objective: &TemplateObjective) -> Node<'_> {
    Node::object([
        ("description_translations", Some(texts(objective.description.as_deref()))),
        ("id", Some(Node::text(objective.key.as_str()))),
        ("name_translations", Some(texts(Some(&objective.name)))),
        ("prerequisites", Some(prerequisites(&objective.prerequisites))),
        ("problemprofiles", Some(list(&objective.problem_profiles))),
        ("tasks", Some(Node::List(objective.tasks.iter().map(task).collect()))),
    ])
}

fn task(task: &TemplateTask) -> Node<'_> {
    Node::object([
        ("description_translations", Some(texts(task.description.as_deref()))),
        ("id", Some(Node::text(task.key.as_str()))),
        ("name_translations", Some(texts(Some(&task.name)))),
        ("prerequisites", Some(prerequisites(&task.prerequisites))),
        ("problemprofiles", Some(list(&task.problem_profiles))),
    ])
}

fn interlinker_node(interlinker: &Interlinker) -> Node<'_> {
    let i = interlinker;
    let kind = match i.body {
        InterlinkerBody::Knowledge { .. } | InterlinkerBody::ExternalKnowledge { .. } => "knowledge",
        InterlinkerBody::Software { .. } | InterlinkerBody::ExternalSoftware { .. } => "software",
    };
    let mut node = Node::object([
        ("administrative_scopes", some(&i.areas, words)),
        ("constraints_and_limitations_translations", Some(texts(i.constraints.as_ref()))),
        ("description_translations", Some(texts(i.description.as_ref()))),
        ("difficulty", word(i.difficulty)),
        ("domain", maybe(i.domain.as_ref())),
        ("environments", some(&i.environments, list)),
        ("form", word(i.form)),
        ("format", word(i.format)),
        ("id", Some(Node::text(i.id.as_str()))),
        ("instructions_translations", Some(strings(&i.instructions))),
        ("is_sustainability_related", Some(Node::Bool(i.sustainability))),
        ("languages", some(&i.languages, list)),
        ("licence", word(i.licence)),
        ("logotype", maybe(i.logotype.as_ref())),
        ("name_translations", Some(texts(Some(&i.name)))),
        ("overview_text", maybe_texts(i.overview.as_ref())),
        ("problemprofiles", Some(list(&i.problem_profiles))),
        ("process", maybe(i.process.as_ref())),
        ("regulations_and_standards_translations", maybe_texts(i.regulations.as_ref())),
        ("tags_translations", Some(tags(&i.tags))),
        ("targets", some(&i.targets, words)),
        ("type", Some(Node::text(kind))),
        ("types", some(&i.services, words)),
    ]);
    if let (Node::Object(members), Node::Object(more)) = (&mut node, body(&i.body)) {
        members.extend(more);
    }
    node
}

fn body(body: &InterlinkerBody) -> Node<'_> {
    match body {
        InterlinkerBody::Knowledge { files, host } => Node::object([
            ("file_translations", Some(strings(files))),
            ("softwareinterlinker", host.as_ref().map(|host| Node::text(host.as_str()))),
        ]),
        InterlinkerBody::ExternalKnowledge { asset_name, uris }
        | InterlinkerBody::ExternalSoftware { asset_name, uris } => Node::object([
            ("asset_name_translations", maybe_texts(asset_name.as_ref())),
            ("uri_translations", Some(strings(uris))),
        ]),
        InterlinkerBody::Software {
            deployment_manual,
            developer_manual,
            integration,
            internationalised,
            responsive,
            supported_by,
            user_manual,
        } => Node::object([
            ("deployment_manual", maybe(deployment_manual.as_ref())),
            ("developer_manual", maybe(developer_manual.as_ref())),
            ("integration", integration.as_ref().map(integration_node)),
            ("is_responsive", Some(Node::Bool(*responsive))),
            ("supported_by", Some(words(supported_by))),
            ("supports_internationalization", Some(Node::Bool(*internationalised))),
            ("user_manual", maybe(user_manual.as_ref())),
        ]),
    }
}

fn or_empty(text: Option<&String>) -> Option<Node<'_>> {
    Some(Node::text(text.map_or("", String::as_str)))
}

fn integration_node(integration: &Integration) -> Node<'_> {
    let flag = |capability: &Capability| {
        (capability.official().into(), Node::Bool(integration.capabilities.contains_key(capability)))
    };
    // The official JSON Schema asks for every capability but the download.
    let asked = |capability: &&Capability| {
        **capability != Capability::Download || integration.capabilities.contains_key(*capability)
    };
    let named = integration.capabilities.iter().filter_map(|(capability, text)| {
        let name = format!("{}_text_translations", capability.official());
        Some((Cow::Owned(name), texts(Some(text.as_ref()?))))
    });
    Node::object([
        ("api_path", or_empty(integration.api_path.as_ref())),
        ("auth_method", word(integration.auth_method)),
        ("capabilities", Some(Node::Object(Capability::ALL.iter().filter(asked).map(flag).collect()))),
        ("capabilities_translations", Some(Node::Object(named.collect()))),
        ("domain", or_empty(integration.host_name.as_ref())),
        ("is_subdomain", Some(Node::Bool(integration.subdomain))),
        ("path", or_empty(integration.path.as_ref())),
        ("service_name", or_empty(integration.service.as_ref())),
    ])
}
