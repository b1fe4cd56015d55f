//! Which interlinkers support a task, and why; and which tasks an interlinker serves.

use std::cmp::Reverse;

use serde::Serialize;

use super::{Catalogue, Difficulty, InterlinkerKind};
use crate::check::ProcessView;
use crate::process::{Item, ItemKind, Process};
use crate::types::json::Readable;
use crate::types::{ItemId, Key, Language, LicenceClass, ReadText, nearest};

/// An interlinker that answers problem profiles, with the reasons for its rank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Recommendation {
    /// The interlinker.
    pub interlinker: Key,
    /// Its name.
    pub name: ReadText,
    /// Its kind.
    pub kind: InterlinkerKind,
    /// The task's own problem profiles that it answers. More rank higher.
    pub answers: Vec<Key>,
    /// The problem profiles of the task's objective that it answers. Among equals, more rank higher.
    pub answers_of_objective: Vec<Key>,
    /// The number of other problem profiles it answers. Among equals, fewer rank higher: it is more specific.
    pub answers_besides: u32,
    /// Whether it is offered in the language asked for; these rank higher among equals.
    pub in_language: bool,
    /// How hard it is to use; easier ones rank higher among equals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<Difficulty>,
    /// The licence class under which it may be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceClass>,
}

/// The recommendations for one task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct TaskRecommendations {
    /// The task.
    pub item: ItemId,
    /// The recommendations, the best first.
    pub recommendations: Vec<Recommendation>,
}

/// A task that an interlinker serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ServedTask {
    /// The task.
    pub item: ItemId,
    /// Its name.
    pub name: ReadText,
    /// Its own problem profiles that the interlinker answers.
    pub answers: Vec<Key>,
    /// The problem profiles of its objective that the interlinker answers.
    pub answers_of_objective: Vec<Key>,
}

/// The problem profiles of an item: its own, and for a task also those of its objective that are not its own.
///
/// The INTERLINK platform offers resources for a task by both. The official schemas rely on this: most of their tasks
/// name no profile, but their objectives do.
#[derive(Debug, Clone, Copy)]
struct Profiles<'p> {
    own: &'p [Key],
    of_objective: &'p [Key],
}

impl<'p> Profiles<'p> {
    fn of(item: &'p Item, process: &'p Process) -> Self {
        let objective = match item.kind() {
            ItemKind::Task => process.tree().parent(item),
            ItemKind::Objective | ItemKind::Phase => None,
        };
        Self { own: item.problem_profiles(), of_objective: objective.map_or(&[], Item::problem_profiles) }
    }

    fn is_empty(self) -> bool {
        self.own.is_empty() && self.of_objective.is_empty()
    }

    fn inherited(self) -> impl Iterator<Item = &'p Key> {
        self.of_objective.iter().filter(move |profile| !self.own.contains(profile))
    }
}

/// The problem profiles that an interlinker answers.
struct Answers {
    at: u32,
    own: Vec<Key>,
    of_objective: Vec<Key>,
}

impl Catalogue {
    /// The interlinkers that answer any of these problem profiles of a task and its objective, the best first.
    ///
    /// First come those that answer more of the task's own; then those that answer more of the objective's; then those
    /// that answer fewer others; then those offered in the language; then the easier ones; then by id.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::types::Language;
    /// # use interlink::interop::interlink::shipped;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// # let kept = engine.add_catalogue(&shipped())?;
    /// let catalogue = engine.catalogue(kept.catalogue)?;
    /// let wanted = &catalogue.document().interlinkers[0].problem_profiles[..1];
    /// let best = &catalogue.recommend(wanted, &[], &Language::english())[0];
    /// assert_eq!(best.answers, wanted);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn recommend(&self, own: &[Key], of_objective: &[Key], language: &Language) -> Vec<Recommendation> {
        let profiles = Profiles { own, of_objective };
        let mut found: Vec<Answers> = Vec::new();
        for profile in own {
            self.note(&mut found, profile, |answers| &mut answers.own);
        }
        for profile in profiles.inherited() {
            self.note(&mut found, profile, |answers| &mut answers.of_objective);
        }
        let mut all: Vec<Recommendation> =
            found.into_iter().filter_map(|answers| self.recommendation(answers, language)).collect();
        all.sort_by(|a, b| a.rank().cmp(&b.rank()));
        all
    }

    /// Notes a problem profile for each interlinker that answers it.
    fn note(&self, found: &mut Vec<Answers>, profile: &Key, list: impl Fn(&mut Answers) -> &mut Vec<Key>) {
        for at in self.answering.get(profile).into_iter().flatten() {
            if !found.iter().any(|answers| answers.at == *at) {
                found.push(Answers { at: *at, own: Vec::new(), of_objective: Vec::new() });
            }
            let Some(answers) = found.iter_mut().find(|answers| answers.at == *at) else { continue };
            let list = list(answers);
            if !list.contains(profile) {
                list.push(profile.clone());
            }
        }
    }

    fn recommendation(&self, answers: Answers, language: &Language) -> Option<Recommendation> {
        let Answers { at, own, of_objective } = answers;
        let interlinker = self.at(at)?;
        let besides = interlinker.problem_profiles.len().saturating_sub(own.len() + of_objective.len());
        Some(Recommendation {
            interlinker: interlinker.id.clone(),
            name: interlinker.name.read(language, language).into(),
            kind: interlinker.kind(),
            answers: own,
            answers_of_objective: of_objective,
            answers_besides: u32::try_from(besides).unwrap_or(u32::MAX),
            in_language: interlinker.languages.is_empty()
                || nearest(*language, interlinker.languages.iter().copied()).is_some(),
            difficulty: interlinker.difficulty,
            licence: interlinker.licence,
        })
    }

    /// The recommendations for every enabled task of a process that has a problem profile, its own or its objective's,
    /// in the tree's order. One pass.
    #[must_use]
    pub fn recommend_all(&self, process: &Process, language: &Language) -> Vec<TaskRecommendations> {
        open_tasks(process)
            .map(|(item, profiles)| TaskRecommendations {
                item: item.id(),
                recommendations: self.recommend(profiles.own, profiles.of_objective, language),
            })
            .collect()
    }

    /// The tasks of a process that an interlinker serves.
    #[must_use]
    pub fn served_by(&self, interlinker: &Key, process: &Process, language: &Language) -> Vec<ServedTask> {
        let Some(interlinker) = self.interlinker(interlinker) else { return Vec::new() };
        let answered = |profile: &&Key| interlinker.problem_profiles.contains(profile);
        let served = open_tasks(process).filter_map(|(item, profiles)| {
            let answers: Vec<Key> = profiles.own.iter().filter(answered).cloned().collect();
            let answers_of_objective: Vec<Key> = profiles.inherited().filter(answered).cloned().collect();
            let name = item.name().read(language, &process.language()).into();
            let serves = !answers.is_empty() || !answers_of_objective.is_empty();
            serves.then(|| ServedTask { item: item.id(), name, answers, answers_of_objective })
        });
        served.collect()
    }
}

impl ProcessView {
    /// The recommendations of the process's catalogue for one item, or for every enabled task with a problem profile,
    /// in a language (the process's own if none is given). Empty if the process uses no catalogue.
    #[must_use]
    pub fn recommendations(
        &self,
        item: Option<ItemId>,
        language: Option<Language>,
    ) -> Vec<TaskRecommendations> {
        let process = self.process();
        let language = language.unwrap_or_else(|| process.language());
        let Some(catalogue) = process.catalogue() else { return Vec::new() };
        match item {
            None => catalogue.recommend_all(process, &language),
            Some(id) => {
                let profiles = process.tree().item(id).map(|item| Profiles::of(item, process));
                let recommended = profiles.map(|Profiles { own, of_objective }| TaskRecommendations {
                    item: id,
                    recommendations: catalogue.recommend(own, of_objective, &language),
                });
                recommended.into_iter().collect()
            }
        }
    }
}

/// The enabled tasks that have a problem profile.
fn open_tasks(process: &Process) -> impl Iterator<Item = (&Item, Profiles<'_>)> {
    let tasks = process.tree().items().filter(|item| item.kind() == ItemKind::Task && item.enabled());
    tasks.map(|item| (item, Profiles::of(item, process))).filter(|(_, profiles)| !profiles.is_empty())
}

impl Recommendation {
    fn rank(&self) -> impl Ord + use<'_> {
        let difficulty = self.difficulty.unwrap_or(Difficulty::VeryDifficult);
        let answers = (Reverse(self.answers.len()), Reverse(self.answers_of_objective.len()));
        (answers, self.answers_besides, !self.in_language, difficulty, &self.interlinker)
    }
}
