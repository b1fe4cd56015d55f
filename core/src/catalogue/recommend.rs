//! Which interlinkers help a task along, and why; and which tasks an interlinker serves.

use std::cmp::Reverse;

use serde::Serialize;

use super::{Catalogue, Difficulty, InterlinkerKind};
use crate::check::ProcessView;
use crate::process::view::ReadText;
use crate::process::{Item, ItemKind, Process};
use crate::types::{ItemId, Key, Language, LicenceClass, nearest};

/// An interlinker that answers problem profiles, with the reasons for its place in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Recommendation {
    /// Which one.
    pub interlinker: Key,
    /// Its name.
    pub name: ReadText,
    /// What it is.
    pub kind: InterlinkerKind,
    /// Which of the problem profiles it answers. The more, the higher it stands.
    pub answers: Vec<Key>,
    /// How many other problem profiles it answers. Among equals, the fewer the higher: it is made for this.
    pub answers_besides: u32,
    /// Whether it is offered in the language that was asked for; those that are stand higher among equals.
    pub in_language: bool,
    /// How hard it is to use; the easier stands higher among equals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<Difficulty>,
    /// Under what class of licence it may be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceClass>,
}

/// What is recommended for one task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct TaskRecommendations {
    /// The task.
    pub item: ItemId,
    /// What helps it along, the best first.
    pub recommendations: Vec<Recommendation>,
}

/// A task that an interlinker serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ServedTask {
    /// The task.
    pub item: ItemId,
    /// Its name.
    pub name: ReadText,
    /// Which of its problem profiles the interlinker answers.
    pub answers: Vec<Key>,
}

impl Catalogue {
    /// The interlinkers that answer any of these problem profiles, the best first.
    ///
    /// First come those that answer more of them; then those that answer fewer others; then those offered in
    /// the language; then the easier ones; then by id.
    #[must_use]
    pub fn recommend(&self, profiles: &[Key], language: &Language) -> Vec<Recommendation> {
        let mut found: Vec<(u32, Vec<Key>)> = Vec::new();
        for profile in profiles {
            for at in self.answering.get(profile).into_iter().flatten() {
                match found.iter_mut().find(|(other, _)| other == at) {
                    Some((_, answers)) if answers.contains(profile) => {}
                    Some((_, answers)) => answers.push(profile.clone()),
                    None => found.push((*at, vec![profile.clone()])),
                }
            }
        }
        let mut all: Vec<Recommendation> = found
            .into_iter()
            .filter_map(|(at, answers)| self.recommendation(at, answers, language))
            .collect();
        all.sort_by(|a, b| a.rank().cmp(&b.rank()));
        all
    }

    fn recommendation(&self, at: u32, answers: Vec<Key>, language: &Language) -> Option<Recommendation> {
        let interlinker = self.at(at)?;
        let besides = interlinker.problem_profiles.len().saturating_sub(answers.len());
        Some(Recommendation {
            interlinker: interlinker.id.clone(),
            name: interlinker.name.read(language, language).into(),
            kind: interlinker.kind(),
            answers,
            answers_besides: u32::try_from(besides).unwrap_or(u32::MAX),
            in_language: interlinker.languages.is_empty()
                || nearest(*language, interlinker.languages.iter().copied()).is_some(),
            difficulty: interlinker.difficulty,
            licence: interlinker.licence,
        })
    }

    /// What is recommended for every task of a process that has any problem profile and is enabled, in the
    /// tree's order: one pass.
    #[must_use]
    pub fn recommend_all(&self, process: &Process, language: &Language) -> Vec<TaskRecommendations> {
        let tasks = process.tree().items().filter(|item| is_open_task(item));
        tasks
            .map(|item| TaskRecommendations {
                item: item.id(),
                recommendations: self.recommend(item.problem_profiles(), language),
            })
            .collect()
    }

    /// The tasks of a process that an interlinker serves.
    #[must_use]
    pub fn served_by(&self, interlinker: &Key, process: &Process, language: &Language) -> Vec<ServedTask> {
        let Some(interlinker) = self.interlinker(interlinker) else { return Vec::new() };
        let tasks = process.tree().items().filter(|item| is_open_task(item));
        let served = tasks.filter_map(|item| {
            let profiles = item.problem_profiles().iter();
            let answers: Vec<Key> =
                profiles.filter(|profile| interlinker.problem_profiles.contains(profile)).cloned().collect();
            let name = item.name().read(language, &process.language()).into();
            (!answers.is_empty()).then(|| ServedTask { item: item.id(), name, answers })
        });
        served.collect()
    }
}

impl ProcessView {
    /// What the process's catalogue has for one task, or for every enabled one with a problem profile, in a
    /// language (the process's own if none is given). Nothing where the process uses no catalogue.
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
                let item = process.tree().item(id);
                let recommendations =
                    item.map(|item| catalogue.recommend(item.problem_profiles(), &language));
                recommendations
                    .map(|recommendations| TaskRecommendations { item: id, recommendations })
                    .into_iter()
                    .collect()
            }
        }
    }
}

fn is_open_task(item: &Item) -> bool {
    item.kind() == ItemKind::Task && item.enabled() && !item.problem_profiles().is_empty()
}

impl Recommendation {
    fn rank(&self) -> impl Ord + use<'_> {
        let difficulty = self.difficulty.unwrap_or(Difficulty::VeryDifficult);
        (Reverse(self.answers.len()), self.answers_besides, !self.in_language, difficulty, &self.interlinker)
    }
}
