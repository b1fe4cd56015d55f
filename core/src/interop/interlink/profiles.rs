//! Problem profiles: named needs that tasks have and interlinkers answer.

use super::Report;
use super::fields::{Fields, Place};
use super::parsed::Parsed;
use crate::catalogue::ProblemProfile;
use crate::problem::Code;
use crate::types::Language;
use crate::types::json::Node;

/// The file that they are in.
pub(super) const FILE: &str = "problemprofiles.json";

pub(super) fn read(parsed: &Parsed<'_>, report: &mut Report) -> Vec<ProblemProfile> {
    let mut profiles: Vec<ProblemProfile> = Vec::new();
    let place = Place::of_file(FILE);
    let items = match parsed.get(FILE) {
        None => return profiles,
        Some(Node::List(items)) => items,
        Some(other) => {
            let message = format!("A list is expected here, not {}.", other.kind());
            place.note(report, Code::AnomalyMalformed, message, "It was left out.");
            return profiles;
        }
    };
    for (nth, node) in items.iter().enumerate() {
        let Some(profile) = profile(node, &place.below(nth), nth, report) else { continue };
        if profiles.iter().any(|other| other.id == profile.id) {
            let message = format!("The id “{}” stands twice.", profile.id);
            place.below(nth).below("id").note(
                report,
                Code::AnomalyDuplicateId,
                message,
                "The first one was read.",
            );
        } else {
            profiles.push(profile);
        }
    }
    profiles
}

fn profile(node: &Node<'_>, place: &Place, nth: usize, report: &mut Report) -> Option<ProblemProfile> {
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
