//! Problem profiles: named needs that tasks have and interlinkers answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fields::{Fields, Place, json};
use super::{Files, Report};
use crate::problem::Code;
use crate::types::json::Node;
use crate::types::{Key, Language, Localized};

/// The file that they are in.
pub(super) const FILE: &str = "problemprofiles.json";

/// A named need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProblemProfile {
    /// What the need is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// What would help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub functionality: Option<Localized>,
    /// Its id.
    pub id: Key,
    /// Its name.
    pub name: Localized,
}

pub(super) fn read(files: &Files, report: &mut Report) -> BTreeMap<Key, ProblemProfile> {
    let mut profiles = BTreeMap::new();
    let node = files.get(FILE).and_then(|bytes| json(FILE, bytes, report));
    let place = Place::of_file(FILE);
    let items = match node {
        None => return profiles,
        Some(Node::List(items)) => items,
        Some(other) => {
            let message = format!("A list is expected here, not {}.", other.kind());
            place.note(report, Code::AnomalyMalformed, message, "It was left out.");
            return profiles;
        }
    };
    for (nth, node) in items.into_iter().enumerate() {
        let Some(profile) = profile(node, &place.below(nth), nth, report) else { continue };
        if profiles.contains_key(&profile.id) {
            let message = format!("The id “{}” stands twice.", profile.id);
            place.below(nth).below("id").note(
                report,
                Code::AnomalyDuplicateId,
                message,
                "The first one was read.",
            );
        } else {
            profiles.insert(profile.id.clone(), profile);
        }
    }
    profiles
}

fn profile(node: Node<'_>, place: &Place, nth: usize, report: &mut Report) -> Option<ProblemProfile> {
    let mut fields = Fields::of(node, place.clone(), report)?;
    let id = fields.key("id", &format!("profile-{nth}"), report)?;
    let Some(name) = fields.texts("name_translations", &[], report) else {
        let repair = "The profile was left out.";
        place.note(report, Code::AnomalyMalformed, "The profile has no name.", repair);
        return None;
    };
    // What the name is translated into, the rest should be as well.
    let languages: Vec<Language> = name.languages().copied().collect();
    let description = fields.texts("description_translations", &languages, report);
    let functionality = fields.texts("functionality_translations", &languages, report);
    fields.finish(report);
    Some(ProblemProfile { description, functionality, id, name })
}
