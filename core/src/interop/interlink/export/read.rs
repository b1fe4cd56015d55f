//! Reads an export.

use crate::types::Map;
use crate::types::Set;
use std::borrow::Cow;
use std::sync::Arc;

use super::flat::Names;
use super::people::People;
use super::shape::{Row, Shape};
use super::{ASSETS, Export, ExportFault, FOLDER, MODELS, PROCESS, Report, SCHEMA};
use crate::asset::Content;
use crate::governance::Shipped;
use crate::interop::interlink::Files;
use crate::interop::interlink::fields::Place;
use crate::interop::interlink::schema::{Wait, place_links};
use crate::interop::{archive, carry};
use crate::problem::Code;
use crate::process::{
    Import, ImportAsset, ImportDocument, ImportFile, ImportMark, ImportStatus, ItemKind, Needs, Process,
    Status, TemplateDocument, TemplateMark, TemplateObjective, TemplatePhase, TemplatePrerequisite,
    TemplateTask,
};
use crate::types::json::{MOST_DOCUMENT_BYTES, Node};
use crate::types::{FileDigest, InputFault, Key, Language, Localized, excerpt};

/// Reads an export.
///
/// # Examples
///
/// ```no_run
/// use interlink::interop::interlink::export;
/// let export = export::read(&std::fs::read("export.zip")?)?;
/// for person in &export.people {
///     println!("{} {}", person.named, if person.administrator { "administers it" } else { "made something" });
/// }
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// If the archive is refused, does not hold exactly one process, or a file in it is malformed: the first fault, with
/// file and path.
pub fn read(bytes: &[u8]) -> Result<Export, ExportFault> {
    let files = archive::read(bytes)?;
    let mut report = Report::default();
    let base = base(&files)?;
    let (process, schema) = (format!("{base}{PROCESS}"), format!("{base}{SCHEMA}"));
    let shape =
        Shape::of(folder(base), parsed(&files, &process, PROCESS)?, parsed(&files, &schema, SCHEMA)?)?;
    let Shape { mut root, items, assets } = shape;
    let mut people = People::default();
    let administrators = people.administrators(&mut root, &mut report);
    people.lift(&mut root, &mut String::new(), &mut report);
    let kept = Kept::of(&files, base, &assets, &mut report);
    let (document, models) = Reader::new(&root, &items, &mut report).read(&assets)?;
    let document = ImportDocument {
        administrators,
        files: kept.listed,
        people: u32::try_from(people.list.len()).unwrap_or(u32::MAX),
        places: people.places,
        ..document
    };
    // What the model alone represents of it; the rest is carried.
    let sketch = Process::sketch(&Arc::new(Import::new(document.clone())?));
    let sketch = sketch.ok_or_else(|| invalid("The process is inconsistent."))?;
    let carried = carry::difference(&Names::new(&sketch).flat(), &root);
    let import = Import::new(ImportDocument { carried, ..document })?;
    Ok(Export { import, people: people.list, files: kept.bytes, models, report })
}

fn invalid(message: &str) -> ExportFault {
    ExportFault::Plan(InputFault::new(Code::ImportInvalid, "", message).into())
}

/// The folder of the two files, with a `/` at its end: `processes_exported/NAME/` as packed by the platform; with
/// another folder around it or without the outer one, as repacked by people; or several folders deep, if the process's
/// name contains a slash.
fn base(files: &Files) -> Result<&str, ExportFault> {
    let bases: Set<&str> = files.names().filter_map(base_of).collect();
    let outermost = bases.iter().copied().min_by_key(|base| base.len());
    let reason = |reason: &str| ExportFault::Process { reason: reason.to_owned() };
    let Some(base) = outermost else {
        return Err(reason("it has no coproduction.json in a folder processes_exported/NAME"));
    };
    // An asset's file may have any name.
    let assets = format!("{base}{ASSETS}");
    match bases.iter().all(|other| *other == base || other.starts_with(&assets)) {
        true => Ok(base),
        false => Err(reason("it has several folders with a process")),
    }
}

/// The folder of one of the two files.
fn base_of(name: &str) -> Option<&str> {
    let at = name.rfind('/').map_or(0, |at| at + 1);
    let (base, file) = name.split_at_checked(at)?;
    [PROCESS, SCHEMA].contains(&file).then_some(base)
}

/// The name of a process's folder.
fn folder(base: &str) -> &str {
    let base = base.trim_end_matches('/');
    let inside = base.rsplit_once(FOLDER).map(|(_, folder)| folder);
    inside.or_else(|| base.rsplit('/').next()).unwrap_or_default()
}

fn parsed<'f>(files: &'f Files, path: &str, name: &str) -> Result<Node<'f>, ExportFault> {
    let bytes = files.get(path);
    let bytes = bytes.ok_or_else(|| ExportFault::Process { reason: format!("it has no {name}") })?;
    let fault = |fault| ExportFault::File { file: name.to_owned(), fault };
    Node::parse_foreign(bytes, MOST_DOCUMENT_BYTES).map_err(fault)
}

/// The other files.
#[derive(Default)]
struct Kept {
    listed: Vec<ImportFile>,
    bytes: Map<FileDigest, Vec<u8>>,
}

impl Kept {
    fn of(files: &Files, base: &str, assets: &[Row], report: &mut Report) -> Self {
        let mut kept = Self::default();
        let by_id: Map<&str, &Row> = assets.iter().map(|row| (row.id.as_str(), row)).collect();
        for (name, bytes) in files.iter() {
            let Some(path) = name.strip_prefix(base) else {
                report.unread.push(name.to_owned());
                continue;
            };
            if path == PROCESS || path == SCHEMA {
                continue;
            }
            let of = path.strip_prefix(ASSETS).and_then(|name| name.split_once('.')).map(|(id, _)| id);
            let asset = of.and_then(|id| by_id.get(id)).map(|row| row.id.clone());
            let sha256 = FileDigest::of(bytes);
            kept.listed.push(ImportFile { asset, path: path.to_owned(), sha256, size: bytes.len() as u64 });
            kept.bytes.insert(sha256, bytes.to_vec());
        }
        kept
    }
}

struct Reader<'r> {
    root: &'r Node<'r>,
    items: &'r [(ItemKind, Row)],
    by_key: Set<&'r Key>,
    nodes: Map<&'r str, &'r Node<'r>>,
    report: &'r mut Report,
}

impl<'r> Reader<'r> {
    fn new(root: &'r Node<'r>, items: &'r [(ItemKind, Row)], report: &'r mut Report) -> Self {
        let lists = ["items", "assets"].into_iter().filter_map(|list| match root.member(list) {
            Some(Node::Object(members)) => Some(members),
            _ => None,
        });
        let nodes = lists.flatten().map(|(id, node)| (id.as_ref(), node)).collect();
        let by_key = items.iter().map(|(_, row)| &row.id).collect();
        Self { root, items, by_key, nodes, report }
    }

    fn read(mut self, assets: &[Row]) -> Result<(ImportDocument, Vec<Shipped>), ExportFault> {
        let language = self.language();
        Ok((self.document(assets, language)?, self.models()))
    }

    fn process(&self, field: &str) -> Option<&'r Node<'r>> {
        carry::at(self.root, "/coproduction")?.member(field)
    }

    fn language(&mut self) -> Language {
        // The platform supports few languages; `write` adds the true one beside.
        let read = match self.process("language_tag").or_else(|| self.process("language")) {
            Some(Node::Text(tag)) => tag.parse::<Language>().map_err(|fault| fault.to_string()),
            _ => Err("The language is missing.".to_owned()),
        };
        read.unwrap_or_else(|message| {
            self.report.note(
                Code::AnomalyLanguageUnknown,
                PROCESS,
                "/language",
                message,
                "English was used.",
            );
            Language::english()
        })
    }

    /// The shipped models meant by `C2G`, `G+G` and so on, several joined by commas.
    fn models(&self) -> Vec<Shipped> {
        let Some(Node::Text(text)) = self.process("intergovernmental_model") else { return Vec::new() };
        let meant =
            |word: &str| MODELS.into_iter().find(|(_, known)| *known == word.trim()).map(|(model, _)| model);
        text.split(',').filter_map(meant).collect()
    }

    /// A text of the files, in their one language; an empty one becomes `otherwise`.
    fn words(
        &mut self,
        node: Option<&Node<'_>>,
        at: (&str, &str),
        language: Language,
        otherwise: Option<&str>,
    ) -> Option<Localized> {
        let text = match node {
            Some(Node::Text(text)) => Cow::Borrowed(&**text),
            _ => Cow::Borrowed(""),
        };
        match Localized::new(language, text.as_ref()) {
            Ok(words) => Some(words),
            Err(fault) => {
                let Some(otherwise) = otherwise else {
                    if !text.trim().is_empty() {
                        let code = Code::AnomalyMalformed;
                        self.report.note(code, at.0, at.1, fault.to_string(), "It is only carried.");
                    }
                    return None;
                };
                let (message, repair) = (fault.to_string(), format!("“{otherwise}” was read."));
                self.report.note(Code::AnomalyTextEmpty, at.0, at.1, message, repair);
                Localized::new(language, otherwise).ok()
            }
        }
    }

    fn document(&mut self, assets: &[Row], language: Language) -> Result<ImportDocument, ExportFault> {
        let id = match self.process("id") {
            Some(Node::Text(id)) => id.parse::<Key>().ok(),
            _ => None,
        };
        let id = id.ok_or_else(|| ExportFault::File {
            file: PROCESS.to_owned(),
            fault: InputFault::new(Code::ExportMalformed, "/id", "The process has no id."),
        })?;
        let name = self.process("name");
        let name = self.words(name, (PROCESS, "/name"), language, Some(id.as_str()));
        let description = self.process("description");
        let description = self.words(description, (PROCESS, "/description"), language, None);
        let name = name.ok_or_else(|| invalid("The process has no name."))?;
        let (items, mut statuses) = (self.items, Vec::new());
        for (kind, row) in items {
            statuses.extend(self.standing(*kind, row));
        }
        let mut read = Vec::with_capacity(assets.len());
        for row in assets {
            let task = row.parent.and_then(|parent| items.get(parent));
            let task = task.ok_or_else(|| invalid("An asset belongs to no task."))?;
            read.extend(self.asset(row, &task.1.id, language));
        }
        let template = match items {
            [] => None,
            _ => Some(self.template(&id, &name, language)),
        };
        Ok(ImportDocument {
            administrators: Vec::new(),
            assets: read,
            carried: Vec::new(),
            description,
            document: ImportMark::Import,
            files: Vec::new(),
            id,
            language,
            name,
            people: 0,
            places: Vec::new(),
            statuses,
            template,
        })
    }

    fn item(&self, id: &Key) -> Option<&'r Node<'r>> {
        self.nodes.get(id.as_str()).copied()
    }

    fn is_item(&self, id: &Key) -> bool {
        self.by_key.contains(id)
    }

    fn standing(&mut self, kind: ItemKind, row: &Row) -> Option<ImportStatus> {
        let node = self.item(&row.id)?;
        let disabled = !matches!(node.member("disabled_on"), None | Some(Node::Null));
        let word = match node.member("status") {
            Some(Node::Text(word)) => &**word,
            _ => "",
        };
        let status = [Status::Awaiting, Status::InProgress, Status::Finished];
        let status = status.into_iter().find(|status| super::flat::status(*status) == word);
        if status.is_none() {
            let message = format!("“{}” is not one of: awaiting, in_progress, finished.", excerpt(word));
            let pointer = format!("{}/status", row.pointer);
            self.report.note(Code::AnomalyEnumUnknown, SCHEMA, &pointer, message, "It was read as awaiting.");
        }
        let status = status.filter(|status| kind == ItemKind::Task && *status != Status::Awaiting);
        (disabled || status.is_some()).then(|| ImportStatus {
            // The format has a task's status, but not its time.
            claimed_finished: None,
            claimed_started: None,
            disabled,
            item: row.id.clone(),
            status,
        })
    }

    /// The prerequisites of every item, without those that would close a cycle.
    fn links(&mut self) -> Map<Key, Vec<TemplatePrerequisite>> {
        let (items, mut waits) = (self.items, Vec::new());
        items.iter().for_each(|(_, row)| self.waits(row, &mut waits));
        let numbers: Map<&Key, u32> = items.iter().map(|(_, row)| &row.id).zip(0..).collect();
        let parent = |row: &Row| row.parent.and_then(|parent| u32::try_from(parent).ok());
        let parents: Vec<Option<u32>> = items.iter().map(|(_, row)| parent(row)).collect();
        Wait::open_circles(&mut waits, &parents, &|key| numbers.get(key).copied(), self.report);
        Wait::by_item(waits)
    }

    fn waits(&mut self, row: &Row, waits: &mut Vec<Wait>) {
        let Some(Node::List(listed)) = self.item(&row.id).and_then(|node| node.member("prerequisites_ids"))
        else {
            return;
        };
        let mut seen = Set::new();
        for (nth, node) in listed.iter().enumerate() {
            let other = match node {
                Node::Text(id) => id.parse::<Key>().ok().filter(|id| self.is_item(id)),
                _ => None,
            };
            let pointer = format!("{}/prerequisites_ids/{nth}", row.pointer);
            match other {
                None => {
                    let message = "There is no such item.";
                    self.report.note(
                        Code::AnomalyDanglingReference,
                        SCHEMA,
                        &pointer,
                        message,
                        "It was carried.",
                    );
                }
                Some(other) if !seen.insert(other.clone()) => {
                    let message = "It is named twice.";
                    let code = Code::AnomalyDuplicateReference;
                    self.report.note(code, SCHEMA, &pointer, message, "It was read once.");
                }
                Some(on) => {
                    let place = Place { file: SCHEMA.into(), pointer };
                    waits.push(Wait { item: row.id.clone(), on, needs: Needs::Previous, place });
                }
            }
        }
    }

    /// The problem profiles of an item; only exports written by this library have them.
    fn problem_profiles(&self, row: &Row) -> Vec<Key> {
        let Some(Node::List(listed)) = self.item(&row.id).and_then(|node| node.member("problemprofiles"))
        else {
            return Vec::new();
        };
        let mut found: Vec<Key> = Vec::new();
        for profile in listed {
            let Node::Text(text) = profile else { continue };
            found.extend(text.parse::<Key>().ok().filter(|profile| !found.contains(profile)));
        }
        found
    }

    fn template(&mut self, id: &Key, name: &Localized, language: Language) -> TemplateDocument {
        let (items, mut phases): (_, Vec<TemplatePhase>) = (self.items, Vec::new());
        for (kind, row) in items {
            let node = self.item(&row.id);
            let at = |field: &str| format!("{}/{field}", row.pointer);
            let member = |name: &str| node.and_then(|node| node.member(name));
            let words = self.words(member("name"), (SCHEMA, &at("name")), language, Some(row.id.as_str()));
            let description = self.words(member("description"), (SCHEMA, &at("description")), language, None);
            let (key, description) = (row.id.clone(), description.map(Arc::new));
            let Some(name) = words.map(Arc::new) else { continue };
            let problem_profiles = self.problem_profiles(row);
            let objectives = phases.last_mut().map(|phase| &mut phase.objectives);
            match (kind, objectives) {
                (ItemKind::Phase, _) => phases.push(TemplatePhase {
                    codelivery: member("is_part_of_codelivery") == Some(&Node::Bool(true)),
                    description,
                    key,
                    name,
                    objectives: Vec::new(),
                    prerequisites: Vec::new(),
                }),
                (ItemKind::Objective, Some(objectives)) => objectives.push(TemplateObjective {
                    description,
                    key,
                    name,
                    prerequisites: Vec::new(),
                    problem_profiles,
                    tasks: Vec::new(),
                }),
                (ItemKind::Task, Some(objectives)) => {
                    let prerequisites = Vec::new();
                    let task = TemplateTask { description, key, name, prerequisites, problem_profiles };
                    objectives
                        .last_mut()
                        .into_iter()
                        .for_each(|objective| objective.tasks.push(task.clone()));
                }
                (ItemKind::Objective | ItemKind::Task, None) => {}
            }
        }
        place_links(&mut phases, &self.links());
        TemplateDocument {
            author: None,
            description: None,
            document: TemplateMark::Template,
            environments: Vec::new(),
            id: id.clone(),
            languages: vec![language],
            licence: None,
            name: Arc::new(name.clone()),
            origin: None,
            phases,
            tags: Map::new(),
            version: 1,
        }
    }

    fn asset(&mut self, row: &Row, task: &Key, language: Language) -> Option<ImportAsset> {
        let node = self.item(&row.id);
        let text = |name: &str| match node.and_then(|node| node.member(name)) {
            Some(Node::Text(text)) => Some(&**text),
            _ => None,
        };
        let content = match text("type") {
            Some("externalasset") => {
                text("uri").and_then(|uri| uri.parse().ok()).map(|uri| Content::Link { uri })
            }
            Some("internalasset") => {
                let key = |name| text(name).and_then(|id| id.parse::<Key>().ok());
                let held = key("external_asset_id").zip(key("softwareinterlinker_id"));
                held.map(|(asset, interlinker)| Content::Held { asset, interlinker })
            }
            _ => None,
        };
        if content.is_none() {
            let message = "It is neither a link nor held by an interlinker.";
            self.report.note(Code::AnomalyMalformed, SCHEMA, &row.pointer, message, "It is only carried.");
        }
        let within = |name: &str| node.and_then(|node| node.member(name)?.member("name"));
        let title = ["knowledgeinterlinker", "softwareinterlinker"].into_iter().find_map(within);
        let title = node.and_then(|node| node.member("name")).or(title);
        let title = match title {
            Some(Node::Text(text)) => Localized::new(language, &**text).ok(),
            _ => None,
        };
        let title = title.or_else(|| Localized::new(language, row.id.as_str()).ok())?;
        let interlinker = text("knowledgeinterlinker_id").and_then(|id| id.parse().ok());
        // The platform writes times of its own clock without a zone; it runs on UTC.
        let made = text("created_at").and_then(|at| at.parse().or_else(|_| format!("{at}Z").parse()).ok());
        Some(ImportAsset {
            claimed_created: made,
            content,
            id: row.id.clone(),
            interlinker,
            item: task.clone(),
            licence: None,
            title,
        })
    }
}
