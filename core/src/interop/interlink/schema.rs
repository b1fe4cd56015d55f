//! Co-production schemas: a folder with metadata and one file per phase becomes a template.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::HashMap;

use super::fields::{Fields, Place, json, language, split};
use super::{Files, ProblemProfile, Report};
use crate::problem::Code;
use crate::process::cycle::{Graph, Link};
use crate::process::{
    Licence, Needs, Template, TemplateDocument, TemplateMark, TemplateObjective, TemplatePhase,
    TemplatePrerequisite, TemplateTask,
};
use crate::types::json::Node;
use crate::types::{Key, Language, Localized, excerpt};

/// The official JSON Schemas, which lie beside the schemas they describe.
const BESIDE: [&str; 2] = ["metadata_schema.json", "phase_schema.json"];

/// Reads every schema; `None` if there is not one folder with any.
pub(super) fn read(
    files: &Files,
    profiles: &BTreeMap<Key, ProblemProfile>,
    report: &mut Report,
) -> Option<Vec<Template>> {
    let mut folders: BTreeSet<&str> = BTreeSet::new();
    for (name, _) in files.under("schemas/") {
        match name.split('/').collect::<Vec<_>>()[..] {
            [_, file] if BESIDE.contains(&file) => {}
            [_, folder, "metadata.json"] => drop(folders.insert(folder)),
            [_, folder, "phases", file] if file.ends_with(".json") => drop(folders.insert(folder)),
            _ => report.note(
                Code::AnomalyUnknownFile,
                name,
                "",
                "The file has no place in a catalogue.",
                "It was not read.",
            ),
        }
    }
    if folders.is_empty() {
        return None;
    }
    let mut ids = BTreeSet::new();
    Some(
        folders
            .into_iter()
            .filter_map(|folder| template(files, folder, profiles, &mut ids, report))
            .collect(),
    )
}

fn template(
    files: &Files,
    folder: &str,
    profiles: &BTreeMap<Key, ProblemProfile>,
    ids: &mut BTreeSet<Key>,
    report: &mut Report,
) -> Option<Template> {
    let file = format!("schemas/{folder}/metadata.json");
    let place = Place::of_file(&file);
    let Some(bytes) = files.get(&file) else {
        let message = "The schema has phases and no metadata.json.";
        place.note(report, Code::AnomalyMetadataMissing, message, "The schema was left out.");
        return None;
    };
    let fields = Fields::of(json(&file, bytes, report)?, place.clone(), report)?;
    let mut document = metadata(fields, folder, report)?;
    if !ids.insert(document.id.clone()) {
        let message = format!("The id “{}” is that of another schema.", document.id);
        place.below("id").note(report, Code::AnomalyDuplicateId, message, "The schema was left out.");
        return None;
    }
    let mut reader = Reader {
        languages: document.languages.clone(),
        profiles,
        report,
        places: HashMap::new(),
        waits: Vec::new(),
    };
    let mut phases = Vec::new();
    for (file, bytes) in files.under(&format!("schemas/{folder}/phases/")) {
        if file.ends_with(".json") {
            phases.extend(reader.phase(file, bytes));
        }
    }
    let links = reader.links();
    place_links(&mut phases, &links);
    document.phases = ordered(phases);
    match Template::new(document) {
        Ok(template) => Some(template),
        Err(fault) => {
            place.note(report, Code::AnomalyMalformed, fault.to_string(), "The schema was left out.");
            None
        }
    }
}

fn metadata(mut fields: Fields<'_>, folder: &str, report: &mut Report) -> Option<TemplateDocument> {
    let place = fields.place.clone();
    let languages: Vec<Language> = {
        let words = fields.words("languages", report);
        let place = place.below("languages");
        words.iter().filter_map(|tag| language(tag, &place, report)).collect()
    };
    let id = fields.key("id", folder, report)?;
    let name = fields.texts("name_translations", &languages, report);
    let name = name.or_else(|| Localized::new(Language::english(), id.as_str()).ok())?;
    let document = TemplateDocument {
        author: fields.text("author", report),
        description: fields.texts("description_translations", &languages, report).map(Arc::new),
        document: TemplateMark::Template,
        environments: fields.words("environments", report),
        id,
        languages,
        licence: licence(&mut fields, report),
        name: Arc::new(name),
        phases: Vec::new(),
        tags: tags(&mut fields, report),
        version: 1,
    };
    fields.finish(report);
    Some(document)
}

fn licence(fields: &mut Fields<'_>, report: &mut Report) -> Option<Licence> {
    let text = fields.text("licence", report)?;
    let place = fields.place.below("licence");
    let words = split(&text, &place, report);
    let licence = match words.first().map(String::as_str)? {
        "public_domain" => Licence::PublicDomain,
        "permissive" => Licence::Permissive,
        "copyleft" => Licence::Copyleft,
        "non_commercial" => Licence::NonCommercial,
        // The official spelling, and the right one.
        "propietary" | "proprietary" => Licence::Proprietary,
        other => {
            let message = format!("“{}” is none of the licence classes.", excerpt(other));
            place.note(report, Code::AnomalyEnumUnknown, message, "It was read as absent.");
            return None;
        }
    };
    Some(licence)
}

fn tags(fields: &mut Fields<'_>, report: &mut Report) -> BTreeMap<Language, Vec<String>> {
    let name = "tags_translations";
    let mut tags = BTreeMap::new();
    let place = fields.place.below(name);
    let Some(node) = fields.take(name).filter(|node| *node != Node::Null) else { return tags };
    let Some(mut of_language) = Fields::of(node, place.clone(), report) else { return tags };
    for tag in of_language.names() {
        if let Some(language) = language(&tag, &place.below(&tag), report) {
            let words = of_language.words(&tag, report);
            if !words.is_empty() {
                tags.insert(language, words);
            }
        } else {
            of_language.take(&tag);
        }
    }
    tags
}

/// Something waits for something, by id, as it stands in a file.
struct Wait {
    item: Key,
    on: Key,
    needs: Needs,
    place: Place,
}

/// Reads the phases of one schema.
struct Reader<'a> {
    languages: Vec<Language>,
    profiles: &'a BTreeMap<Key, ProblemProfile>,
    report: &'a mut Report,
    /// Every item's id, with its number and that of what it lies in.
    places: HashMap<Key, (u32, Option<u32>)>,
    waits: Vec<Wait>,
}

/// What phases, objectives and tasks have in common.
struct Common {
    key: Key,
    name: Arc<Localized>,
    description: Option<Arc<Localized>>,
    number: u32,
}

impl Reader<'_> {
    fn phase(&mut self, file: &str, bytes: &[u8]) -> Option<TemplatePhase> {
        let node = json(file, bytes, self.report)?;
        let mut fields = Fields::of(node, Place::of_file(file), self.report)?;
        let stem = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".json");
        let common = self.common(&mut fields, &format!("phase-{stem}"), None)?;
        let codelivery = fields.flag("is_part_of_codelivery", self.report).unwrap_or(false);
        let mut objectives = Vec::new();
        for (nth, node) in fields.list("objectives", self.report).into_iter().enumerate() {
            let place = fields.place.below("objectives").below(nth);
            objectives.extend(self.objective(node, place, &common));
        }
        fields.finish(self.report);
        let Common { key, name, description, .. } = common;
        Some(TemplatePhase { codelivery, description, key, name, objectives, prerequisites: Vec::new() })
    }

    fn objective(&mut self, node: Node<'_>, place: Place, phase: &Common) -> Option<TemplateObjective> {
        let mut fields = Fields::of(node, place, self.report)?;
        let otherwise = format!("{}-objective-{}", phase.key, self.places.len());
        let common = self.common(&mut fields, &otherwise, Some(phase.number))?;
        let problem_profiles = self.problem_profiles(&mut fields);
        let mut tasks = Vec::new();
        for (nth, node) in fields.list("tasks", self.report).into_iter().enumerate() {
            let place = fields.place.below("tasks").below(nth);
            tasks.extend(self.task(node, place, &common));
        }
        fields.finish(self.report);
        let Common { key, name, description, .. } = common;
        Some(TemplateObjective { description, key, name, prerequisites: Vec::new(), problem_profiles, tasks })
    }

    fn task(&mut self, node: Node<'_>, place: Place, objective: &Common) -> Option<TemplateTask> {
        let mut fields = Fields::of(node, place, self.report)?;
        let otherwise = format!("{}-task-{}", objective.key, self.places.len());
        let common = self.common(&mut fields, &otherwise, Some(objective.number))?;
        let problem_profiles = self.problem_profiles(&mut fields);
        fields.finish(self.report);
        let Common { key, name, description, .. } = common;
        Some(TemplateTask { description, key, name, prerequisites: Vec::new(), problem_profiles })
    }

    fn common(&mut self, fields: &mut Fields<'_>, otherwise: &str, parent: Option<u32>) -> Option<Common> {
        let key = fields.key("id", otherwise, self.report)?;
        let key = self.unique(key, &fields.place);
        let name = fields.texts("name_translations", &self.languages, self.report).or_else(|| {
            let (message, repair) = ("The item has no name.", format!("It was named by its id, “{key}”."));
            fields.place.below("name_translations").note(
                self.report,
                Code::AnomalyTranslationMissing,
                message,
                repair,
            );
            Localized::new(Language::english(), key.as_str()).ok()
        })?;
        let description = fields.texts("description_translations", &self.languages, self.report);
        let number = u32::try_from(self.places.len()).ok()?;
        self.places.insert(key.clone(), (number, parent));
        self.prerequisites(fields, &key);
        Some(Common { key, name: Arc::new(name), description: description.map(Arc::new), number })
    }

    /// An id that stands twice: the later item gets another, and whatever names the id means the first.
    fn unique(&mut self, key: Key, place: &Place) -> Key {
        let mut candidates = (2..).map_while(|n| format!("{key}-{n}").parse::<Key>().ok());
        if !self.places.contains_key(&key) {
            return key;
        }
        let other =
            candidates.find(|candidate| !self.places.contains_key(candidate)).unwrap_or_else(|| key.clone());
        let message = format!("The id “{key}” stands twice in the schema.");
        place.below("id").note(
            self.report,
            Code::AnomalyDuplicateId,
            message,
            format!("This one became “{other}”."),
        );
        other
    }

    fn problem_profiles(&mut self, fields: &mut Fields<'_>) -> Vec<Key> {
        let mut found: Vec<Key> = Vec::new();
        for (nth, word) in fields.words("problemprofiles", self.report).into_iter().enumerate() {
            let place = fields.place.below("problemprofiles").below(nth);
            match word.parse::<Key>() {
                Err(fault) => {
                    place.note(self.report, Code::AnomalyIdMalformed, fault.to_string(), "It was left out.");
                }
                Ok(key) if found.contains(&key) => {
                    let message = format!("“{key}” stands twice.");
                    place.note(self.report, Code::AnomalyDuplicateReference, message, "It was read once.");
                }
                Ok(key) => {
                    if !self.profiles.is_empty() && !self.profiles.contains_key(&key) {
                        let message = format!("There is no problem profile “{key}”.");
                        place.note(
                            self.report,
                            Code::AnomalyDanglingReference,
                            message,
                            "It was kept as it is.",
                        );
                    }
                    found.push(key);
                }
            }
        }
        found
    }

    /// Both forms: the list that the official files have, and the one object that their JSON Schema asks for.
    fn prerequisites(&mut self, fields: &mut Fields<'_>, key: &Key) {
        let place = fields.place.below("prerequisites");
        let nodes = match fields.take("prerequisites") {
            None | Some(Node::Null) => return,
            Some(Node::List(nodes)) => {
                let message = "The official JSON Schema asks for an object here.";
                place.note(
                    self.report,
                    Code::AnomalyListForObject,
                    message,
                    "The list was read as it is meant.",
                );
                nodes.into_iter().enumerate().map(|(nth, node)| (place.below(nth), node)).collect()
            }
            Some(Node::Object(members)) if members.is_empty() => return,
            Some(node) => vec![(place, node)],
        };
        for (place, node) in nodes {
            if let Some((on, needs)) = self.prerequisite(node, &place) {
                self.waits.push(Wait { item: key.clone(), on, needs, place });
            }
        }
    }

    fn prerequisite(&mut self, node: Node<'_>, place: &Place) -> Option<(Key, Needs)> {
        let mut fields = Fields::of(node, place.clone(), self.report)?;
        let item = fields.text("item", self.report).and_then(|item| item.parse().ok());
        let (status, kind) = (fields.text("status", self.report), fields.text("type", self.report));
        fields.finish(self.report);
        let needs = match (status.as_deref(), kind.as_deref()) {
            (Some("finished"), None) => Some(Needs::Finished),
            (Some("in_progress"), None) => Some(Needs::InProgress),
            (None, Some("previous")) => Some(Needs::Previous),
            _ => None,
        };
        let found = item.zip(needs);
        if found.is_none() {
            let message =
                "A prerequisite names an item, and either a status to reach or the type “previous”.";
            place.note(self.report, Code::AnomalyPrerequisiteForm, message, "It was left out.");
        }
        found
    }

    /// The waits that make sense: no dangling ones, none twice, none that closes a circle.
    fn links(self) -> HashMap<Key, Vec<TemplatePrerequisite>> {
        let Self { report, places, waits, .. } = self;
        let number = |key: &Key| places.get(key).map(|(number, _)| *number);
        let mut kept: Vec<Wait> = Vec::new();
        for wait in waits {
            if number(&wait.on).is_none() {
                let message = format!("There is no item “{}” in the schema.", wait.on);
                wait.place.note(
                    report,
                    Code::AnomalyDanglingReference,
                    message,
                    "The prerequisite was left out.",
                );
            } else if kept.iter().any(|other| other.item == wait.item && other.on == wait.on) {
                let message = format!("“{}” waits for “{}” twice.", wait.item, wait.on);
                wait.place.note(report, Code::AnomalyDuplicateReference, message, "The first one was read.");
            } else {
                kept.push(wait);
            }
        }
        let mut parents = vec![None; places.len()];
        for (number, parent) in places.values() {
            if let Some(slot) = parents.get_mut(*number as usize) {
                *slot = *parent;
            }
        }
        while let Some((at, cycle)) = closing(&kept, &parents, &number) {
            let wait = kept.remove(at);
            let message = format!("Items wait for each other in a circle: {cycle}.");
            wait.place.note(report, Code::AnomalyCycle, message, "The prerequisite was left out.");
        }
        let mut links: HashMap<Key, Vec<TemplatePrerequisite>> = HashMap::new();
        for wait in kept {
            links
                .entry(wait.item)
                .or_default()
                .push(TemplatePrerequisite { item: wait.on, needs: wait.needs });
        }
        links
    }
}

/// The last wait of a circle, if there is a circle, with the circle in words.
fn closing(
    waits: &[Wait],
    parents: &[Option<u32>],
    number: &impl Fn(&Key) -> Option<u32>,
) -> Option<(usize, String)> {
    let mut graph = Graph::default();
    parents.iter().for_each(|parent| graph.add_item(*parent));
    let numbered: Vec<(u32, u32)> =
        waits.iter().filter_map(|wait| number(&wait.item).zip(number(&wait.on))).collect();
    for (wait, (item, on)) in waits.iter().zip(&numbered) {
        graph.add_wait(*item, *on, wait.needs);
    }
    let cycle = graph.cycle()?;
    let steps = cycle.steps.iter().zip(cycle.steps.iter().cycle().skip(1));
    let links: Vec<(u32, u32)> = steps
        .filter(|((_, link), _)| *link == Link::WaitsFor)
        .map(|((item, _), (on, _))| (*item, *on))
        .collect();
    let last = numbered.iter().rposition(|pair| links.contains(pair))?;
    let key = |wanted: u32| {
        let all =
            waits.iter().zip(&numbered).flat_map(|(wait, (item, on))| [(*item, &wait.item), (*on, &wait.on)]);
        all.into_iter()
            .find(|(number, _)| *number == wanted)
            .map_or_else(|| format!("#{wanted}"), |(_, key)| key.to_string())
    };
    Some((last, cycle.map(key).to_string()))
}

fn place_links(phases: &mut [TemplatePhase], links: &HashMap<Key, Vec<TemplatePrerequisite>>) {
    let of = |key: &Key| links.get(key).cloned().unwrap_or_default();
    for phase in phases {
        phase.prerequisites = of(&phase.key);
        for objective in &mut phase.objectives {
            objective.prerequisites = of(&objective.key);
            for task in &mut objective.tasks {
                task.prerequisites = of(&task.key);
            }
        }
    }
}

/// Phases in the order of their prerequisites; among those that are free to come, by file name.
fn ordered(mut phases: Vec<TemplatePhase>) -> Vec<TemplatePhase> {
    let mut ordered: Vec<TemplatePhase> = Vec::with_capacity(phases.len());
    while !phases.is_empty() {
        let waits_for_none_left = |phase: &TemplatePhase| {
            !phase.prerequisites.iter().any(|wait| phases.iter().any(|other| other.key == wait.item))
        };
        let next = phases.iter().position(waits_for_none_left).unwrap_or(0);
        ordered.push(phases.remove(next));
    }
    ordered
}
