//! Co-production schemas: a folder with metadata and one file per phase becomes a template.

use crate::types::{Map, Set};
use std::sync::Arc;

use super::fields::{Fields, Place};
use super::parsed::Parsed;
use super::{Files, Report};
use crate::problem::Code;
use crate::process::cycle::{Graph, Link};
use crate::process::{
    Needs, Template, TemplateDocument, TemplateMark, TemplateObjective, TemplatePhase, TemplatePrerequisite,
    TemplateTask,
};
use crate::types::json::Node;
use crate::types::{Key, Language, Localized};

/// A template, with the names of the schema's folder and of its phases' files.
pub(super) struct Read {
    pub(super) folder: String,
    pub(super) template: Template,
    /// The name of each phase's file, by the phase's key.
    pub(super) phase_files: Map<Key, String>,
}

/// Reads every schema; `None` if no folder has one.
pub(super) fn read(
    files: &Files,
    parsed: &Parsed<'_>,
    profiles: &Set<Key>,
    report: &mut Report,
) -> Option<Vec<Read>> {
    let in_schemas = files.names().filter_map(|name| name.strip_prefix("schemas/"));
    let folders: Set<&str> =
        in_schemas.filter_map(|name| name.split_once('/')).map(|(folder, _)| folder).collect();
    if folders.is_empty() {
        return None;
    }
    let mut ids = Set::new();
    Some(
        folders
            .into_iter()
            .filter_map(|folder| template(files, parsed, folder, profiles, &mut ids, report))
            .collect(),
    )
}

fn template(
    files: &Files,
    parsed: &Parsed<'_>,
    folder: &str,
    profiles: &Set<Key>,
    ids: &mut Set<Key>,
    report: &mut Report,
) -> Option<Read> {
    let file = format!("schemas/{folder}/metadata.json");
    let place = Place::of_file(&file);
    if files.get(&file).is_none() {
        let message = "The schema has phases and no metadata.json.";
        place.note(report, Code::AnomalyMetadataMissing, message, "The schema was left out.");
        return None;
    }
    let fields = Fields::of(parsed.get(&file)?, place.clone(), report)?;
    let mut document = metadata(fields, folder, report)?;
    if !ids.insert(document.id.clone()) {
        let message = format!("The id “{}” belongs to another schema.", document.id);
        place.below("id").note(report, Code::AnomalyDuplicateId, message, "The schema was left out.");
        return None;
    }
    let mut reader = Reader {
        languages: document.languages.clone(),
        profiles,
        report,
        places: Map::new(),
        waits: Vec::new(),
    };
    let (mut phases, mut phase_files) = (Vec::new(), Map::new());
    for (file, node) in parsed.under(&format!("schemas/{folder}/phases/")) {
        if let Some(phase) = reader.phase(file, node) {
            phase_files.insert(phase.key.clone(), file.to_owned());
            phases.push(phase);
        }
    }
    let links = reader.links();
    place_links(&mut phases, &links);
    document.phases = ordered(phases);
    match Template::new(document) {
        Ok(template) => Some(Read { folder: folder.to_owned(), template, phase_files }),
        Err(fault) => {
            place.note(report, Code::AnomalyMalformed, fault.to_string(), "The schema was left out.");
            None
        }
    }
}

fn metadata(mut fields: Fields<'_>, folder: &str, report: &mut Report) -> Option<TemplateDocument> {
    let languages = fields.languages(report);
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
        licence: fields.word("licence", report),
        name: Arc::new(name),
        origin: None,
        phases: Vec::new(),
        tags: fields.tags("tags_translations", report),
        version: 1,
    };
    fields.finish(report);
    Some(document)
}

/// A prerequisite between two ids, as in a file.
pub(super) struct Wait {
    pub(super) item: Key,
    pub(super) on: Key,
    pub(super) needs: Needs,
    pub(super) place: Place,
}

/// How many cycles are opened one by one, each with a full search. Files with more were not made by people.
const MOST_CIRCLES: usize = 1000;

impl Wait {
    /// Leaves out the last prerequisite of each cycle and reports it; beyond the limit, all those that are part of
    /// cycles.
    pub(super) fn open_circles(
        waits: &mut Vec<Self>,
        parents: &[Option<u32>],
        number: &impl Fn(&Key) -> Option<u32>,
        report: &mut Report,
    ) {
        for _ in 0..MOST_CIRCLES {
            let Some((at, cycle)) = closing(waits, parents, number) else { return };
            let wait = waits.remove(at);
            let message = format!("Items wait for each other in a circle: {cycle}.");
            wait.place.note(report, Code::AnomalyCycle, message, "The prerequisite was left out.");
        }
        let stuck = graph_of(waits, parents, number).0.stuck();
        let is_stuck = |key: &Key| {
            number(key).and_then(|at| stuck.get(usize::try_from(at).ok()?)).is_some_and(|stuck| *stuck)
        };
        let (left, kept): (Vec<_>, Vec<_>) =
            std::mem::take(waits).into_iter().partition(|wait| is_stuck(&wait.item) && is_stuck(&wait.on));
        *waits = kept;
        if let Some(first) = left.first() {
            let message = format!("Items wait for each other in more than {MOST_CIRCLES} circles.");
            let gone = format!(
                "The {} prerequisites that lead round in them, or into one, were left out.",
                left.len()
            );
            first.place.note(report, Code::AnomalyCycle, message, &gone);
        }
    }

    /// What each item waits for.
    pub(super) fn by_item(waits: Vec<Self>) -> Map<Key, Vec<TemplatePrerequisite>> {
        let mut links: Map<Key, Vec<TemplatePrerequisite>> = Map::new();
        for wait in waits {
            links.or_default(wait.item).push(TemplatePrerequisite { item: wait.on, needs: wait.needs });
        }
        links
    }
}

/// Reads the phases of one schema.
struct Reader<'a> {
    languages: Vec<Language>,
    profiles: &'a Set<Key>,
    report: &'a mut Report,
    /// Every item's id, with its number and that of its parent.
    places: Map<Key, (u32, Option<u32>)>,
    waits: Vec<Wait>,
}

/// The common fields of phases, objectives and tasks.
struct Common {
    key: Key,
    name: Arc<Localized>,
    description: Option<Arc<Localized>>,
    number: u32,
}

impl Reader<'_> {
    fn phase(&mut self, file: &str, node: &Node<'_>) -> Option<TemplatePhase> {
        let mut fields = Fields::of(node, Place::of_file(file), self.report)?;
        let stem = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".json");
        let common = self.common(&mut fields, &format!("phase-{stem}"), None)?;
        let codelivery = fields.flag("is_part_of_codelivery", self.report).unwrap_or(false);
        let mut objectives = Vec::new();
        for (nth, node) in fields.list("objectives", self.report).iter().enumerate() {
            let place = fields.place.below("objectives").below(nth);
            objectives.extend(self.objective(node, place, &common));
        }
        fields.finish(self.report);
        let Common { key, name, description, .. } = common;
        Some(TemplatePhase { codelivery, description, key, name, objectives, prerequisites: Vec::new() })
    }

    fn objective(&mut self, node: &Node<'_>, place: Place, phase: &Common) -> Option<TemplateObjective> {
        let mut fields = Fields::of(node, place, self.report)?;
        let otherwise = format!("{}-objective-{}", phase.key, self.places.len());
        let common = self.common(&mut fields, &otherwise, Some(phase.number))?;
        let problem_profiles = fields.problem_profiles(self.profiles, self.report);
        let mut tasks = Vec::new();
        for (nth, node) in fields.list("tasks", self.report).iter().enumerate() {
            let place = fields.place.below("tasks").below(nth);
            tasks.extend(self.task(node, place, &common));
        }
        fields.finish(self.report);
        let Common { key, name, description, .. } = common;
        Some(TemplateObjective { description, key, name, prerequisites: Vec::new(), problem_profiles, tasks })
    }

    fn task(&mut self, node: &Node<'_>, place: Place, objective: &Common) -> Option<TemplateTask> {
        let mut fields = Fields::of(node, place, self.report)?;
        let otherwise = format!("{}-task-{}", objective.key, self.places.len());
        let common = self.common(&mut fields, &otherwise, Some(objective.number))?;
        let problem_profiles = fields.problem_profiles(self.profiles, self.report);
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

    /// An id used twice: the later item gets another, and references mean the first.
    fn unique(&mut self, key: Key, place: &Place) -> Key {
        let mut candidates = (2..).map_while(|n| format!("{key}-{n}").parse::<Key>().ok());
        if !self.places.contains_key(&key) {
            return key;
        }
        let other =
            candidates.find(|candidate| !self.places.contains_key(candidate)).unwrap_or_else(|| key.clone());
        let message = format!("The id “{key}” is used twice in the schema.");
        place.below("id").note(
            self.report,
            Code::AnomalyDuplicateId,
            message,
            format!("This one became “{other}”."),
        );
        other
    }

    /// Both forms: the list of the official files, and the one object of their JSON Schema.
    fn prerequisites(&mut self, fields: &mut Fields<'_>, key: &Key) {
        let place = fields.place.below("prerequisites");
        let nodes = match fields.take("prerequisites") {
            None | Some(Node::Null) => return,
            Some(Node::List(nodes)) => {
                let message = "The official JSON Schema asks for an object here.";
                place.note(self.report, Code::AnomalyListForObject, message, "The list was read.");
                nodes.iter().enumerate().map(|(nth, node)| (place.below(nth), node)).collect()
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

    fn prerequisite(&mut self, node: &Node<'_>, place: &Place) -> Option<(Key, Needs)> {
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
            let message = "A prerequisite must name an item, and either a status or the type “previous”.";
            place.note(self.report, Code::AnomalyPrerequisiteForm, message, "It was left out.");
        }
        found
    }

    /// The valid prerequisites: none dangling, none twice, none that closes a cycle.
    fn links(self) -> Map<Key, Vec<TemplatePrerequisite>> {
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
        Wait::open_circles(&mut kept, &parents, &number, report);
        Wait::by_item(kept)
    }
}

/// The graph of prerequisites, and each of them by the numbers of its items.
fn graph_of(
    waits: &[Wait],
    parents: &[Option<u32>],
    number: &impl Fn(&Key) -> Option<u32>,
) -> (Graph, Vec<(u32, u32)>) {
    let mut graph = Graph::default();
    parents.iter().for_each(|parent| graph.add_item(*parent));
    let numbered: Vec<(u32, u32)> =
        waits.iter().filter_map(|wait| number(&wait.item).zip(number(&wait.on))).collect();
    for (wait, (item, on)) in waits.iter().zip(&numbered) {
        graph.add_wait(*item, *on, wait.needs);
    }
    (graph, numbered)
}

/// The last prerequisite of a cycle, if there is a cycle, with the cycle in words.
fn closing(
    waits: &[Wait],
    parents: &[Option<u32>],
    number: &impl Fn(&Key) -> Option<u32>,
) -> Option<(usize, String)> {
    let (graph, numbered) = graph_of(waits, parents, number);
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

pub(super) fn place_links(phases: &mut [TemplatePhase], links: &Map<Key, Vec<TemplatePrerequisite>>) {
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

/// Phases in the order of their prerequisites; those that are free come by file name.
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
