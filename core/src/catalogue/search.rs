//! Searches interlinkers.

use crate::types::json::Readable;
use serde::Serialize;

use super::{Area, Catalogue, Difficulty, Interlinker, InterlinkerKind, Target};
use crate::types::{Key, Language, LicenceClass, ReadText};

/// A search among interlinkers. Every given condition must hold; absent ones do not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Search {
    /// Applying in this area.
    pub area: Option<Area>,
    /// Not harder to use than this.
    pub difficulty: Option<Difficulty>,
    /// Of this kind.
    pub kind: Option<InterlinkerKind>,
    /// Offered in this language.
    pub language: Option<Language>,
    /// Under a licence at least as free as this.
    pub licence: Option<LicenceClass>,
    /// Answering this problem profile.
    pub problem_profile: Option<Key>,
    /// For this target group, or for a broader one that contains it.
    pub target: Option<Target>,
    /// Every word of this occurs in the name, the overview, the description or the tags, in any language. Case does not
    /// matter.
    pub text: Option<String>,
}

/// An interlinker that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Found {
    /// The interlinker.
    pub interlinker: Key,
    /// Its name.
    pub name: ReadText,
    /// Its kind.
    pub kind: InterlinkerKind,
}

impl Catalogue {
    /// The interlinkers that match. Those with more of the words in their names come first; then by id.
    ///
    /// # Examples
    ///
    /// ```
    /// use interlink::catalogue::Search;
    /// # use interlink::interop::interlink::shipped;
    /// # let engine = interlink::Engine::open("memory:")?;
    /// # let kept = engine.add_catalogue(&shipped())?;
    /// let catalogue = engine.catalogue(kept.catalogue)?;
    /// let all = catalogue.search(&Search::default());
    /// assert_eq!(all.len(), catalogue.document().interlinkers.len());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn search(&self, search: &Search) -> Vec<&Interlinker> {
        let words: Vec<String> = search.text.iter().flat_map(|text| words_of(text)).collect();
        let mut found: Vec<(usize, &Interlinker)> = self
            .document()
            .interlinkers
            .iter()
            .filter(|interlinker| search.admits(interlinker))
            .filter_map(|interlinker| Some((in_name(interlinker, &words)?, interlinker)))
            .collect();
        found.sort_by(|(a, left), (b, right)| b.cmp(a).then_with(|| left.id.cmp(&right.id)));
        found.into_iter().map(|(_, interlinker)| interlinker).collect()
    }
}

/// How many of the words are in the name; `None` if one does not occur at all.
fn in_name(interlinker: &Interlinker, words: &[String]) -> Option<usize> {
    if words.is_empty() {
        return Some(0);
    }
    let names: Vec<String> = interlinker.name.into_iter().map(|(_, text)| fold(text)).collect();
    let others = [interlinker.description.as_ref(), interlinker.overview.as_ref()];
    let others = others.into_iter().flatten().flatten().map(|(_, text)| fold(text));
    let texts: Vec<String> = others.chain(interlinker.tags.values().flatten().map(|tag| fold(tag))).collect();
    let mut in_name = 0;
    for word in words {
        if names.iter().any(|name| name.contains(word)) {
            in_name += 1;
        } else if !texts.iter().any(|text| text.contains(word)) {
            return None;
        }
    }
    Some(in_name)
}

/// The words of a search, in comparable form.
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().map(fold)
}

/// A text in comparable form: in capitals, with “ß” and “ss” equal.
pub(crate) fn fold(text: &str) -> String {
    text.to_uppercase()
}

impl Search {
    fn admits(&self, interlinker: &Interlinker) -> bool {
        let Self { difficulty, kind, language, licence, problem_profile, area, target, text: _ } = self;
        difficulty.is_none_or(|most| interlinker.difficulty.is_some_and(|found| found <= most))
            && kind.is_none_or(|kind| interlinker.kind() == kind)
            && language.is_none_or(|language| interlinker.languages.contains(&language))
            && licence.is_none_or(|most| interlinker.licence.is_some_and(|found| found <= most))
            && problem_profile.as_ref().is_none_or(|id| interlinker.problem_profiles.contains(id))
            && area.is_none_or(|area| interlinker.areas.contains(&area))
            && target.is_none_or(|whom| interlinker.targets.iter().any(|target| target.reaches(whom)))
    }
}
