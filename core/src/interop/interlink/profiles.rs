//! Problem profiles: named needs that tasks have and interlinkers answer.

use super::Report;
use super::fields::{Fields, Place};
use super::parsed::Parsed;
use crate::catalogue::ProblemProfile;
use crate::problem::Code;
use crate::types::Language;
use crate::types::json::Node;

/// The usual file of problem profiles.
pub(super) const FILE: &str = "problemprofiles.json";
/// The file in catalogues with one folder for each kind of thing, such as official checkouts.
pub(super) const FILE_IN_FOLDER: &str = "problemprofiles/problemprofiles.json";

/// Reads the profiles of both places.
pub(super) fn read(parsed: &Parsed<'_>, report: &mut Report) -> Vec<ProblemProfile> {
    let mut profiles: Vec<ProblemProfile> = Vec::new();
    for file in [FILE, FILE_IN_FOLDER] {
        read_file(file, parsed, &mut profiles, report);
    }
    profiles
}

/// The file to which the profiles are written: the one they came from.
pub(super) fn file(parsed: &Parsed<'_>) -> &'static str {
    match (parsed.get(FILE), parsed.get(FILE_IN_FOLDER)) {
        (None, Some(_)) => FILE_IN_FOLDER,
        (Some(_), _) | (None, None) => FILE,
    }
}

fn read_file(file: &str, parsed: &Parsed<'_>, profiles: &mut Vec<ProblemProfile>, report: &mut Report) {
    let place = Place::of_file(file);
    let items = match parsed.get(file) {
        None => return,
        Some(Node::List(items)) => items,
        Some(other) => {
            let message = format!("A list is expected here, not {}.", other.kind());
            return place.note(report, Code::AnomalyMalformed, message, "It was left out.");
        }
    };
    for (nth, node) in items.iter().enumerate() {
        let Some(profile) = profile(node, &place.below(nth), nth, report) else { continue };
        if profiles.iter().any(|other| other.id == profile.id) {
            let message = format!("The id “{}” is used twice.", profile.id);
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
}

fn profile(node: &Node<'_>, place: &Place, nth: usize, report: &mut Report) -> Option<ProblemProfile> {
    let mut fields = Fields::of(node, place.clone(), report)?;
    let id = fields.key("id", &format!("profile-{nth}"), report)?;
    let Some(name) = fields.texts("name_translations", &[], report) else {
        let repair = "The profile was left out.";
        place.note(report, Code::AnomalyMalformed, "The profile has no name.", repair);
        return None;
    };
    // The other texts should have the same languages as the name.
    let languages: Vec<Language> = name.languages().copied().collect();
    let description = fields.texts("description_translations", &languages, report);
    let functionality = fields.texts("functionality_translations", &languages, report);
    fields.finish(report);
    Some(ProblemProfile { description, functionality, id, name })
}
