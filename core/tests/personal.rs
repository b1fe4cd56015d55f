//! What of a person can be in the record, by the types of its fields: a field of a type that is not registered here fails.
//!
//! What is held about a person is found by her pseudonym and, in the vault, by whom an entry is about. So it is complete
//! when nothing about her can be written in another way.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use interlink::redaction::{DOCUMENT_TEXTS, EVENT_TEXTS};
use interlink::schema::Described;
use serde_json::Value;

/// Found by her pseudonym.
const PSEUDONYM: &str = "PersonId";
/// A text in the vault, found by whom it is about.
const COMMITMENT: &str = "Commitment";
/// Texts for everybody: what somebody writes there is public, and each place says so.
const PUBLIC: [&str; 4] = ["Localized", "Uri", "Licence", "MediaType"];
/// A number: nothing can be said with it.
const NUMBER: &str = "CommandId";
/// The digest of a file for everybody; whoever has the file can tell that it is this one.
const DIGEST: &str = "FileDigest";
const DIGESTS: [&str; 3] = [
    "asset.added/content/file/sha256",
    "asset.revised/content/file/sha256",
    "organisation.verified/evidence",
];
/// The name of a part of a document that somebody published; whatever no document names is refused. A few take what a
/// plan says for everybody.
const NAME: &str = "Key";
const FREE_NAMES: [&str; 8] = [
    "asset.added/content/held/asset",
    "asset.revised/content/held/asset",
    // What the host calls the system that a bundle came from.
    "bundle.imported/source",
    // What other hosts call the systems that it came through.
    "bundle.imported/streams/path",
    // Where an organisation stands in a public register.
    "organisation.verified/register/number",
    "organisation.verified/register/register",
    "item.added/problem_profiles",
    "item.edited/problem_profiles",
];
/// Where a decision finds the name: in a notice, a governance model, a catalogue, a template.
const DOCUMENTED: [&str; 18] = [
    // What the host calls an area or a public service for everybody.
    "/area_code",
    "/service_code",
    // In a kind of mandates.
    "/power",
    "/powers",
    "/by",
    "/interlinker",
    "/catalogue",
    "/items_added",
    "/left_out/requirements/key",
    "/notice",
    "/purpose",
    "/recipient",
    "/role",
    "/roles",
    "/roles_added",
    "/roles_removed",
    "/until_event",
    "/prerequisites_waived",
];
/// Ids and times: about nobody by themselves.
const IMPERSONAL: [&str; 22] = [
    "ApprovalId",
    "AssetId",
    "AssignmentId",
    "AwardId",
    "ContributionId",
    "Date",
    "DocumentId",
    "EventId",
    "GrantId",
    "ItemId",
    "Language",
    "MandateId",
    "OrganisationId",
    "ParticipationId",
    "ProcessId",
    "RequirementId",
    "RestrictionId",
    "SubjectRequestId",
    "Salt",
    // A hash of what everybody in a process reads.
    "Seen",
    "StreamId",
    "TeamId",
];

/// Every field with a text in it, by the type of the text.
#[derive(Default)]
struct Fields {
    of: BTreeMap<String, BTreeSet<String>>,
}

impl Fields {
    fn walk(&mut self, node: &Value, all: &Value, at: &str) {
        if let Some(name) = node["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            let target = &all[name];
            let is_text = target["type"] == "string" && target.get("enum").is_none();
            if is_text || name == "Localized" {
                self.of.entry(name.to_owned()).or_default().insert(at.to_owned());
            } else {
                self.walk(target, all, at);
            }
            return;
        }
        let is_string = node["type"] == "string" || node["type"][0] == "string";
        if is_string && node.get("const").is_none() && node.get("enum").is_none() {
            self.of.entry("a plain text".to_owned()).or_default().insert(at.to_owned());
        }
        for (name, below) in node["properties"].as_object().into_iter().flatten() {
            self.walk(below, all, &format!("{at}/{name}"));
        }
        for below in ["items", "additionalProperties"].into_iter().filter_map(|name| node.get(name)) {
            self.walk(below, all, at);
        }
        for (_, below) in node["patternProperties"].as_object().into_iter().flatten() {
            self.walk(below, all, at);
        }
        for list in ["anyOf", "oneOf", "allOf", "prefixItems"] {
            node[list].as_array().into_iter().flatten().for_each(|below| self.walk(below, all, at));
        }
    }
}

fn fields() -> Fields {
    let schema: Value = serde_json::to_value(Described::Event.schema()).unwrap();
    let mut fields = Fields::default();
    for (name, head) in schema["properties"].as_object().unwrap() {
        fields.walk(head, &schema["$defs"], name);
    }
    for event in schema["oneOf"].as_array().unwrap() {
        let name = event["properties"]["type"]["const"].as_str().unwrap();
        fields.walk(&event["properties"]["data"], &schema["$defs"], name);
    }
    fields
}

#[test]
fn nothing_about_a_person_can_be_written_where_it_is_not_looked_for() {
    let fields = fields();
    let registered: BTreeSet<&str> =
        IMPERSONAL.into_iter().chain(PUBLIC).chain([PSEUDONYM, COMMITMENT, NUMBER, DIGEST, NAME]).collect();
    let found: BTreeSet<&str> = fields.of.keys().map(String::as_str).collect();
    let stray: Vec<_> = found.difference(&registered).filter(|name| **name != "Timestamp").collect();
    let plain = fields.of.get("a plain text");
    assert!(plain.is_some_and(|plain| plain.iter().all(|at| at == "type")), "a plain text: {plain:?}");
    assert_eq!(
        stray,
        [&"a plain text"],
        "{:?}",
        stray.iter().map(|name| &fields.of[**name]).collect::<Vec<_>>()
    );
    // What is written here about people, and where.
    assert!(fields.of[PSEUDONYM].contains("actor") && fields.of[PSEUDONYM].len() >= 10);
    assert!(
        fields.of[COMMITMENT].contains("prerequisite.waived/reason") && fields.of[COMMITMENT].len() >= 20
    );
}

#[test]
fn every_public_text_is_known_to_be_public() {
    let fields = fields();
    let public = PUBLIC.iter().filter_map(|name| fields.of.get(*name)).flatten().map(String::as_str);
    // What a host calls a place it brings bundles from is its own.
    let free = FREE_NAMES.into_iter().filter(|name| !name.starts_with("bundle.imported/"));
    let found: BTreeSet<String> = public.chain(free).map(str::to_owned).collect();
    let known = listed(EVENT_TEXTS);
    assert_eq!(found, known, "a public text that nobody has thought about: a name in it must be found again");
}

fn listed(texts: &[(&str, &[&str])]) -> BTreeSet<String> {
    texts.iter().flat_map(|(of, paths)| paths.iter().map(move |path| format!("{of}/{path}"))).collect()
}

/// In a document that is made of one process, somebody may have written a name wherever there is a text.
#[test]
fn words_are_looked_for_in_every_text_of_a_document_that_is_made_of_a_process() {
    let mut found = BTreeSet::new();
    for (kind, described) in [("import", Described::Import), ("publication", Described::Publication)] {
        let schema: Value = serde_json::to_value(described.schema()).unwrap();
        let mut fields = Fields::default();
        for (name, below) in schema["properties"].as_object().unwrap() {
            fields.walk(below, &schema["$defs"], name);
        }
        let texts =
            PUBLIC.into_iter().chain(["a plain text"]).filter_map(|name| fields.of.get(name)).flatten();
        found.extend(texts.map(|path| format!("{kind}/{path}")));
    }
    // Where in the other format something stood; the licence of all of it.
    for known in ["import/carried/pointer", "import/places/pointer", "publication/licence"] {
        assert!(found.remove(known), "{known}");
    }
    found.insert("import/assets/content/held/asset".into());
    assert_eq!(found, listed(DOCUMENT_TEXTS));
}

#[test]
fn a_name_names_a_part_of_a_document_and_a_digest_a_file_for_everybody() {
    let fields = fields();
    for at in &fields.of[NAME] {
        let documented = DOCUMENTED.iter().any(|end| at.ends_with(end));
        assert!(documented || FREE_NAMES.contains(&at.as_str()), "a name that no document gives: {at}");
    }
    let digests: BTreeSet<&str> = fields.of[DIGEST].iter().map(String::as_str).collect();
    assert_eq!(digests, BTreeSet::from(DIGESTS), "a digest of few words can be guessed");
}

#[test]
fn nothing_can_be_said_with_the_id_of_a_command() {
    use interlink::types::CommandId;
    let people = [
        "dora",
        "Dora.Ozola",
        "vera-1985",
        "maria@example.org",
        "anna.bruno:2",
        "a-very-long-name-0123456789",
    ];
    for name in people {
        assert!(name.parse::<CommandId>().is_err(), "{name}");
    }
    let numbers =
        ["0190f0c2-aaaa-7bbb-8ccc-0123456789ab", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "c-00017", "42", "v.3:1"];
    for number in numbers {
        assert!(number.parse::<CommandId>().is_ok(), "{number}");
    }
}
