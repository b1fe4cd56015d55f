//! Templates: reusable plans of co-production.

use crate::types::Map;
use interlink_derive::Refusal;
use std::sync::Arc;

use crate::types::json::Readable;
use serde::Serialize;

use super::cycle::{Cycle, Graph};
use super::{ItemKind, Needs};
use crate::problem::Code;
use crate::types::{DocumentId, InputFault, Key, Language, LicenceClass, Localized, Written, json};

/// The most items that a template may have.
pub(crate) const MOST_ITEMS: usize = 10_000;

/// A template was refused.
#[derive(Debug, Clone, PartialEq, Eq, Refusal)]
pub enum TemplateFault {
    /// The text or one of its values is malformed, or its parts do not fit together.
    #[error(transparent)]
    Input(#[from] InputFault),
    /// Its items wait for each other in a circle.
    #[error(PrerequisiteCycle, "Items would wait for each other in a circle: {names}.")]
    Cycle(Cycle<Key>),
}

/// The text `template`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TemplateMark {
    /// This document is a template.
    Template,
}

/// A template in its written form. Fields are in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TemplateDocument {
    /// Its author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Arc<Localized>>,
    /// The kind of this document.
    pub document: TemplateMark,
    /// The installations it is meant for, if not for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub environments: Vec<String>,
    /// The template's name for programs; all versions of a template share it.
    pub id: Key,
    /// The languages it is offered in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The licence class under which it may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceClass>,
    /// The template's name for people.
    pub name: Arc<Localized>,
    /// The process it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<super::Origin>,
    /// Its phases, in order.
    pub phases: Vec<TemplatePhase>,
    /// Words to find it by, per language.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub tags: Map<Language, Vec<String>>,
    /// The version of the template, from 1.
    pub version: u32,
}

/// A phase of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TemplatePhase {
    /// Whether the service is delivered in it, not only designed. INTERLINK's `is_part_of_codelivery`.
    #[serde(default)]
    pub codelivery: bool,
    /// A description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Arc<Localized>>,
    /// Its name for programs, unique in the template.
    pub key: Key,
    /// Its name for people.
    pub name: Arc<Localized>,
    /// Its objectives, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<TemplateObjective>,
    /// What it waits for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prerequisites: Vec<TemplatePrerequisite>,
}

/// An objective of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TemplateObjective {
    /// A description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Arc<Localized>>,
    /// Its name for programs, unique in the template.
    pub key: Key,
    /// Its name for people.
    pub name: Arc<Localized>,
    /// What it waits for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prerequisites: Vec<TemplatePrerequisite>,
    /// The problem profiles it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problem_profiles: Vec<Key>,
    /// Its tasks, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<TemplateTask>,
}

/// A task of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TemplateTask {
    /// What is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Arc<Localized>>,
    /// Its name for programs, unique in the template.
    pub key: Key,
    /// Its name for people.
    pub name: Arc<Localized>,
    /// What it waits for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prerequisites: Vec<TemplatePrerequisite>,
    /// Its problem profiles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problem_profiles: Vec<Key>,
}

/// A prerequisite of an item in a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TemplatePrerequisite {
    /// The key of the item it waits for.
    pub item: Key,
    /// The status it waits for.
    pub needs: Needs,
}

/// A valid template, identified by its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    document: TemplateDocument,
    written: Written,
    nodes: Vec<Node>,
    by_key: Map<Key, u32>,
}

/// An item of a template, ready to be instantiated. Parents come before their children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) key: Key,
    pub(crate) kind: ItemKind,
    pub(crate) parent: Option<u32>,
    pub(crate) name: Arc<Localized>,
    pub(crate) description: Option<Arc<Localized>>,
    pub(crate) codelivery: bool,
    pub(crate) problem_profiles: Vec<Key>,
    pub(crate) prerequisites: Vec<(u32, Needs)>,
}

impl Template {
    /// Reads and validates a template.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::process::Template;
    /// let template = Template::parse(br#"{"document": "template", "id": "garden", "version": 1, "name": {"en": "A garden"},
    ///     "phases": [{"key": "plan", "name": {"en": "Plan"}}, {"key": "dig", "name": {"en": "Dig"},
    ///                 "prerequisites": [{"item": "plan", "needs": "finished"}]}]}"#)?;
    /// assert_eq!(template.counts(), [2, 0, 0]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The first fault, with its path; or the cycle, if items wait for each other.
    pub fn parse(bytes: &[u8]) -> Result<Self, TemplateFault> {
        Self::from_node(&json::Node::parse(bytes, json::MOST_DOCUMENT_BYTES)?)
    }

    pub(crate) fn from_node(node: &json::Node<'_>) -> Result<Self, TemplateFault> {
        Self::new(node.read()?)
    }

    /// Validates a template made by a program.
    ///
    /// # Errors
    /// `template.invalid` with the path of the first fault, or the cycle.
    pub fn new(document: TemplateDocument) -> Result<Self, TemplateFault> {
        Self::written(document, Written::of)
    }

    /// Validates a template whose written form is known.
    pub(crate) fn written(
        document: TemplateDocument,
        written: impl FnOnce(&TemplateDocument) -> Written,
    ) -> Result<Self, TemplateFault> {
        let invalid = |path: &str, message: &str| InputFault::new(Code::TemplateInvalid, path, message);
        if document.version == 0 {
            return Err(invalid("/version", "Versions are numbered from 1.").into());
        }
        let mut flat = Flattening::default();
        flat.document(&document);
        if flat.nodes.is_empty() || flat.nodes.len() > MOST_ITEMS {
            return Err(invalid("/phases", &format!("A template must have 1 to {MOST_ITEMS} items.")).into());
        }
        let (nodes, by_key) = flat.linked()?;
        let mut graph = Graph::default();
        for (at, node) in (0_u32..).zip(&nodes) {
            graph.add_item(node.parent);
            node.prerequisites.iter().for_each(|(on, needs)| graph.add_wait(at, *on, *needs));
        }
        if let Some(cycle) = graph.cycle() {
            let key =
                |at: u32| nodes.get(at as usize).map_or_else(|| document.id.clone(), |node| node.key.clone());
            return Err(TemplateFault::Cycle(cycle.map(key)));
        }
        Ok(Self { written: written(&document), document, nodes, by_key })
    }

    /// The template in its written form.
    #[must_use]
    pub const fn document(&self) -> &TemplateDocument {
        &self.document
    }

    /// The SHA-256 of its canonical JSON.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.written.id
    }

    /// Its canonical JSON.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.written.bytes
    }

    /// The number of its phases, objectives and tasks.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let count = |kind| self.nodes.iter().filter(|node| node.kind == kind).count();
        [ItemKind::Phase, ItemKind::Objective, ItemKind::Task].map(count)
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    pub(crate) fn node_of(&self, key: &Key) -> Option<&Node> {
        self.by_key.get(key).and_then(|at| self.node(*at))
    }

    pub(crate) fn node(&self, at: u32) -> Option<&Node> {
        self.nodes.get(at as usize)
    }
}

/// Flattens the document's tree into one list, and remembers the path of each item in the text.
#[derive(Default)]
struct Flattening<'a> {
    nodes: Vec<Node>,
    paths: Vec<String>,
    waits: Vec<&'a [TemplatePrerequisite]>,
}

impl<'a> Flattening<'a> {
    fn document(&mut self, document: &'a TemplateDocument) {
        for (p, phase) in document.phases.iter().enumerate() {
            let path = format!("/phases/{p}");
            let at = self.nodes.len();
            self.push(
                ItemKind::Phase,
                None,
                &phase.key,
                (&phase.name, phase.description.as_ref()),
                &phase.prerequisites,
                &path,
            );
            if let Some(node) = self.nodes.last_mut() {
                node.codelivery = phase.codelivery;
            }
            for (o, objective) in phase.objectives.iter().enumerate() {
                self.objective(objective, at, &format!("{path}/objectives/{o}"));
            }
        }
    }

    fn objective(&mut self, objective: &'a TemplateObjective, phase: usize, path: &str) {
        let at = self.nodes.len();
        let text = (&objective.name, objective.description.as_ref());
        self.push(ItemKind::Objective, Some(phase), &objective.key, text, &objective.prerequisites, path);
        self.profiles(&objective.problem_profiles);
        for (t, task) in objective.tasks.iter().enumerate() {
            let (text, path) = ((&task.name, task.description.as_ref()), format!("{path}/tasks/{t}"));
            self.push(ItemKind::Task, Some(at), &task.key, text, &task.prerequisites, &path);
            self.profiles(&task.problem_profiles);
        }
    }

    fn push(
        &mut self,
        kind: ItemKind,
        parent: Option<usize>,
        key: &Key,
        (name, description): (&Arc<Localized>, Option<&Arc<Localized>>),
        waits: &'a [TemplatePrerequisite],
        path: &str,
    ) {
        self.nodes.push(Node {
            key: key.clone(),
            kind,
            parent: parent.and_then(|at| u32::try_from(at).ok()),
            name: Arc::clone(name),
            description: description.cloned(),
            codelivery: false,
            problem_profiles: Vec::new(),
            prerequisites: Vec::new(),
        });
        self.paths.push(path.to_owned());
        self.waits.push(waits);
    }

    fn profiles(&mut self, profiles: &[Key]) {
        if let Some(node) = self.nodes.last_mut() {
            node.problem_profiles = profiles.to_vec();
        }
    }

    /// Resolves the prerequisites of each item.
    fn linked(mut self) -> Result<(Vec<Node>, Map<Key, u32>), InputFault> {
        let mut by_key: Map<Key, u32> = Map::new();
        for ((at, node), path) in (0_u32..).zip(&self.nodes).zip(&self.paths) {
            if by_key.insert(node.key.clone(), at).is_some() {
                let message = format!("The key “{}” is used twice in the template.", node.key);
                return Err(InputFault::new(Code::TemplateInvalid, format!("{path}/key"), message));
            }
        }
        for ((node, waits), path) in self.nodes.iter_mut().zip(&self.waits).zip(&self.paths) {
            for (nth, wait) in waits.iter().enumerate() {
                let path = || format!("{path}/prerequisites/{nth}");
                let Some(on) = by_key.get(&wait.item) else {
                    let message = format!("There is no item “{}” in the template.", wait.item);
                    return Err(InputFault::new(Code::TemplateInvalid, path() + "/item", message));
                };
                if node.prerequisites.iter().any(|(other, _)| other == on) {
                    let message = format!("“{}” waits for “{}” twice.", node.key, wait.item);
                    return Err(InputFault::new(Code::TemplateInvalid, path(), message));
                }
                node.prerequisites.push((*on, wait.needs));
            }
        }
        Ok((self.nodes, by_key))
    }
}
