//! Advice before the first step: which governance model and template fit, from a few answers, with the reasons.
//!
//! The questions, the rules and their texts are data (`guide.json`). A rule recommends a model or a template if an
//! answer matches it. The recommendation with the most weight comes first.

use std::sync::LazyLock;

use crate::types::json::{Node, Readable};
use serde::Serialize;

use crate::governance::{GovernanceModel, Shipped};
use crate::types::{DocumentId, Key, Language, Localized, Map, ReadText, json};

#[derive(Debug, Readable)]
#[serde(deny_unknown_fields)]
struct Guide {
    questions: Vec<Question>,
    rules: Vec<Rule>,
}

#[derive(Debug, Readable)]
#[serde(deny_unknown_fields)]
struct Question {
    answers: Vec<Choice>,
    id: Key,
    text: Localized,
}

#[derive(Debug, Readable)]
#[serde(deny_unknown_fields)]
struct Choice {
    id: Key,
    text: Localized,
}

/// Recommends a model, a template, or both.
#[derive(Debug, Readable)]
#[serde(deny_unknown_fields)]
struct Rule {
    answer: Key,
    because: Localized,
    #[serde(default)]
    model: Option<Key>,
    question: Key,
    #[serde(default)]
    template: Option<Key>,
    weight: u32,
}

static GUIDE: LazyLock<Option<Guide>> = LazyLock::new(|| {
    // A test validates it; an invalid one would give no advice.
    Node::parse(include_bytes!("guide.json"), json::MOST_BYTES).and_then(|node| node.read()).ok()
});

/// Advice on governance models and templates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct GuideView {
    /// Recommended governance models, the best first.
    pub models: Vec<FitView>,
    /// The questions that have no answer yet.
    pub questions: Vec<QuestionView>,
    /// Recommended templates of the official catalogue, by their ids there, the best first.
    pub templates: Vec<FitView>,
    /// Answers to unknown questions, which have no effect.
    pub unknown: Vec<Key>,
}

/// A recommended model or template, with the reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct FitView {
    /// The document, if it comes with the library.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// Its name for programs.
    pub id: Key,
    /// Its name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<ReadText>,
    /// The reasons, one per answer.
    pub reasons: Vec<FitReasonView>,
    /// The weight of the recommendation.
    pub weight: u32,
}

/// A reason for a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct FitReasonView {
    /// The answer.
    pub answer: Key,
    /// The reason.
    pub because: ReadText,
    /// The question.
    pub question: Key,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct QuestionView {
    /// The possible answers.
    pub answers: Vec<ChoiceView>,
    /// Its name for programs.
    pub id: Key,
    /// The question in words.
    pub text: ReadText,
}

/// A possible answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct ChoiceView {
    /// Its name for programs.
    pub id: Key,
    /// The answer in words.
    pub text: ReadText,
}

/// Which governance model and template fit these answers, by question. Unanswered questions are returned.
///
/// # Examples
///
/// ```
/// use interlink::{next::guide, types::{Language, Map}};
/// let first = guide(&Map::new(), Language::english());
/// let question = &first.questions[0];
/// let answers = Map::from([(question.id.clone(), question.answers[0].id.clone())]);
/// assert!(!guide(&answers, Language::english()).models.is_empty());
/// ```
#[must_use]
pub fn guide(answers: &Map<Key, Key>, language: Language) -> GuideView {
    let Some(guide) = &*GUIDE else { return GuideView::default() };
    let read = |text: &Localized| ReadText::from(text.read(&language, &language));
    let (mut models, mut templates): (Vec<FitView>, Vec<FitView>) = (Vec::new(), Vec::new());
    for rule in guide.rules.iter().filter(|rule| answers.get(&rule.question) == Some(&rule.answer)) {
        let reason = FitReasonView {
            answer: rule.answer.clone(),
            because: read(&rule.because),
            question: rule.question.clone(),
        };
        for (fits, id) in [(&mut models, &rule.model), (&mut templates, &rule.template)] {
            let Some(id) = id else { continue };
            match fits.iter_mut().find(|fit| fit.id == *id) {
                Some(fit) => {
                    fit.weight = fit.weight.saturating_add(rule.weight);
                    fit.reasons.push(reason.clone());
                }
                None => fits.push(FitView {
                    document: None,
                    id: id.clone(),
                    name: None,
                    weight: rule.weight,
                    reasons: vec![reason.clone()],
                }),
            }
        }
    }
    for fit in &mut models {
        let shipped = Shipped::ALL.map(GovernanceModel::shipped);
        if let Some(model) = shipped.iter().find(|model| model.document().id == fit.id) {
            (fit.document, fit.name) = (Some(model.id()), Some(read(&model.document().name)));
        }
    }
    for fits in [&mut models, &mut templates] {
        fits.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.id.cmp(&b.id)));
    }
    let known = |question: &Key, answer: &Key| {
        let mut all = guide.questions.iter().filter(|known| known.id == *question);
        all.any(|known| known.answers.iter().any(|choice| choice.id == *answer))
    };
    let unknown = answers.iter().filter(|(question, answer)| !known(question, answer));
    let open = guide.questions.iter().filter(|question| !answers.contains_key(&question.id));
    let choice = |choice: &Choice| ChoiceView { id: choice.id.clone(), text: read(&choice.text) };
    let questions = open.map(|question| QuestionView {
        answers: question.answers.iter().map(choice).collect(),
        id: question.id.clone(),
        text: read(&question.text),
    });
    GuideView {
        models,
        questions: questions.collect(),
        templates,
        unknown: unknown.map(|(question, _)| question.clone()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(all: &[(&str, &str)]) -> GuideView {
        let key = |text: &str| text.parse::<Key>().unwrap();
        let answers = all.iter().map(|(question, answer)| (key(question), key(answer))).collect();
        guide(&answers, Language::english())
    }

    #[test]
    fn every_rule_has_its_question_and_every_text_its_four_languages() {
        let guide = GUIDE.as_ref().unwrap();
        let four = |text: &Localized| assert_eq!(text.languages().count(), 4, "{text:?}");
        for question in &guide.questions {
            four(&question.text);
            question.answers.iter().for_each(|choice| four(&choice.text));
        }
        for rule in &guide.rules {
            four(&rule.because);
            let question = guide.questions.iter().find(|question| question.id == rule.question).unwrap();
            assert!(question.answers.iter().any(|choice| choice.id == rule.answer), "{rule:?}");
            assert!(rule.model.is_some() || rule.template.is_some(), "{rule:?}");
        }
    }

    /// As in the platform's own description of its four models.
    #[test]
    fn each_model_is_found_by_what_it_is_for() {
        for (designs, delivers, decides, model) in [
            ("administration", "administration", "administration", "interlink.c2g"),
            ("together", "together", "together", "interlink.g+g"),
            ("administration", "citizens", "administration", "interlink.g2c"),
            ("citizens", "citizens", "citizens", "interlink.c2c"),
        ] {
            let found = answered(&[("designs", designs), ("delivers", delivers), ("decides", decides)]);
            assert_eq!(found.models[0].id.as_str(), model, "{found:?}");
            assert!(found.models[0].document.is_some() && !found.models[0].reasons.is_empty());
            assert!(found.models.get(1).is_none_or(|second| second.weight < found.models[0].weight));
        }
        assert_eq!(answered(&[]).questions.len(), GUIDE.as_ref().unwrap().questions.len());
        assert_eq!(answered(&[("designs", "nobody")]).unknown.len(), 1);
    }
}
