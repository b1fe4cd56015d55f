//! Interlinkers: read with a report, written back as they stood, searched, and recommended with reasons.
#![cfg(test)]

use std::path::{Path, PathBuf};

use interlink::catalogue::{
    Area, Capability, Catalogue, Difficulty, Interlinker, InterlinkerBody, InterlinkerKind, Search, Target,
};
use interlink::governance::Shipped;
use interlink::interop::interlink::{Files, Mode, Reading, read, shipped, write};
use interlink::journal::StreamId;
use interlink::problem::Code;
use interlink::process::{Item, ItemKind, Template};
use interlink::types::{Key, LicenceClass};
use serde_json::{Value, json};
use testkit::Town;

fn official() -> Option<(PathBuf, Files)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/interlink");
    if folder.is_dir() {
        let files = Files::from_folder(&folder).unwrap();
        return Some((folder, files));
    }
    eprintln!("SKIPPED: no official INTERLINK catalogue at {}", folder.display());
    None
}

/// The folder of every INTERLINK catalogue that is beside the project.
fn catalogue_folders() -> Vec<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folders = std::fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = folders.filter(|folder| folder.join("schemas").is_dir()).collect();
    folders.sort();
    assert!(!folders.is_empty());
    folders
}

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

fn shipped_catalogue() -> Reading {
    read(&shipped(), Mode::Strict).unwrap()
}

/// Every JSON file that was given stands in what is written, value for value.
fn assert_same(given: &Files, written: &Files) {
    let values = |files: &Files| -> Vec<(String, Value)> {
        let json = files.iter().filter(|(name, _)| name.ends_with(".json") && !name.ends_with("schema.json"));
        json.map(|(name, bytes)| (name.to_owned(), serde_json::from_slice(bytes).unwrap())).collect()
    };
    let (given, written) = (values(given), values(written));
    for ((name, before), (other, after)) in given.iter().zip(&written) {
        assert_eq!((name, before), (other, after));
    }
    assert_eq!(given.len(), written.len());
}

#[test]
fn the_shipped_catalogue_has_all_four_kinds() {
    let Reading { catalogue, templates, .. } = shipped_catalogue();
    let kinds: Vec<InterlinkerKind> =
        catalogue.document().interlinkers.iter().map(Interlinker::kind).collect();
    assert!(InterlinkerKind::ALL.iter().all(|kind| kinds.contains(kind)));
    assert_eq!(catalogue.document().templates, [templates[0].id()]);
    // The official JSON Schema has prerequisites as an object, and the official files have them as a list.
    let carried = &catalogue.document().carried;
    let other: Vec<_> = carried.iter().filter(|entry| !entry.pointer.ends_with("/prerequisites")).collect();
    assert_eq!(other.len(), 2, "no environments; no domain: {other:?}");
    assert_same(&shipped(), &write(&catalogue, &templates).unwrap());
}

#[test]
fn the_official_catalogue_comes_out_as_it_went_in() {
    let Some((_, files)) = official() else { return };
    let Reading { catalogue, templates, .. } = read(&files, Mode::Repair).unwrap();
    let count = |kind| catalogue.document().interlinkers.iter().filter(|i| i.kind() == kind).count();
    assert_eq!(InterlinkerKind::ALL.iter().map(|kind| count(*kind)).collect::<Vec<_>>(), [38, 10, 4, 12]);
    let written = write(&catalogue, &templates).unwrap();
    assert_same(&files, &written);
    // Through a folder and back it is the same catalogue.
    let folder = tempfile::TempDir::new().unwrap();
    written.to_folder(folder.path()).unwrap();
    let again = read(&Files::from_folder(folder.path()).unwrap(), Mode::Repair).unwrap();
    assert_eq!(again.catalogue.id(), catalogue.id());
    assert_eq!(again.templates, templates);
    assert_eq!(Catalogue::parse(catalogue.bytes()).unwrap().id(), catalogue.id());

    let etherpad = catalogue.interlinker(&key("collaborative_editor")).unwrap();
    let offered = &etherpad.integration().unwrap().capabilities;
    assert!(offered.contains_key(&Capability::Clone) && !offered.contains_key(&Capability::Edit));
    let spanish = offered.get(&Capability::View).unwrap().as_ref().unwrap().get(&"es".parse().unwrap());
    assert_eq!(spanish, Some("Abrir documento"));
    let eidas = catalogue.interlinker(&key("eidas_standard")).unwrap();
    assert_eq!(eidas.targets, [Target::Administrations, Target::Businesses, Target::ResearchOrganisations]);
}

/// Every leaf of a JSON text with the way to it, in the text's own spelling of numbers: read by nobody but `serde_json`.
fn leaves(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            members.iter().for_each(|(name, value)| leaves(value, &format!("{at}/{name:?}"), all));
        }
        Value::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(nth, value)| leaves(value, &format!("{at}/{nth}"), all));
        }
        leaf => all.push(format!("{at} = {leaf}")),
    }
}

/// The leaves of every JSON file below a folder, found without the library.
fn leaves_below(folder: &Path) -> Vec<String> {
    let (mut all, mut left) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = left.pop() {
        for entry in std::fs::read_dir(&next).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                left.push(entry);
            } else if entry.extension().is_some_and(|ending| ending == "json") {
                let value: Value = serde_json::from_slice(&std::fs::read(&entry).unwrap()).unwrap();
                leaves(&value, entry.strip_prefix(folder).unwrap().to_str().unwrap(), &mut all);
            }
        }
    }
    all.sort_unstable();
    all
}

/// Folder → files → catalogue as a document in a store → files → folder.
fn through_a_store(folder: &Path) -> tempfile::TempDir {
    let reading = read(&Files::from_folder(folder).unwrap(), Mode::Repair).unwrap();
    let town = Town::new();
    let catalogue = town.engine.add_document(reading.catalogue).unwrap();
    let kept = town.engine.document(catalogue).unwrap();
    let catalogue = Catalogue::parse(kept.as_str().as_bytes()).unwrap();
    let templates: Vec<Template> = reading
        .templates
        .into_iter()
        .map(|template| {
            let kept = town.engine.document(town.engine.add_document(template).unwrap()).unwrap();
            Template::parse(kept.as_str().as_bytes()).unwrap()
        })
        .collect();
    let out = tempfile::TempDir::new().unwrap();
    write(&catalogue, &templates).unwrap().to_folder(out.path()).unwrap();
    out
}

#[test]
#[ignore = "needs the INTERLINK catalogue beside the project"]
fn no_leaf_of_a_catalogue_is_lost_on_the_way_through_the_library() {
    for folder in catalogue_folders() {
        let out = through_a_store(&folder);
        let (before, after) = (leaves_below(&folder), leaves_below(out.path()));
        let lost: Vec<&String> = before.iter().filter(|leaf| after.binary_search(leaf).is_err()).collect();
        assert!(lost.is_empty(), "{} of {} leaves are lost: {:#?}", lost.len(), before.len(), lost.first());
        assert_eq!(before, after, "and none came");
    }
}

/// The same with what other people's checkouts have: a mark, fractions, large numbers, deep nesting, fields that nobody knows.
#[test]
fn no_leaf_is_lost_that_the_library_does_not_read() {
    let folder = tempfile::TempDir::new().unwrap();
    shipped().to_folder(folder.path()).unwrap();
    std::fs::create_dir(folder.path().join("problemprofiles")).unwrap();
    let profiles = folder.path().join("problemprofiles.json");
    std::fs::rename(&profiles, folder.path().join("problemprofiles/problemprofiles.json")).unwrap();
    let file = folder.path().join("interlinkers/knowledge/our-agreement/metadata.json");
    let mut value: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    value["score"] = json!(4.5);
    value["count"] = json!(1_u64 << 60);
    value["domain"] = json!(0.25);
    value["deep"] = (0..60).fold(json!({"x": 1.5, "y": []}), |inner, _| json!([inner, {}]));
    let before = {
        // The mark is none of the JSON.
        std::fs::write(&file, value.to_string()).unwrap();
        let before = leaves_below(folder.path());
        std::fs::write(&file, format!("\u{feff}{value}")).unwrap();
        before
    };
    assert_eq!(before, leaves_below(through_a_store(folder.path()).path()));
}

/// What is written without anything carried still passes the official JSON Schemas.
#[test]
fn what_is_written_is_as_the_official_schemas_say() {
    let Some((folder, files)) = official() else { return };
    let mut checked = 0;
    for given in [files, shipped()] {
        let Reading { catalogue, templates, .. } = read(&given, Mode::Repair).unwrap();
        let mut document = catalogue.document().clone();
        document.carried.clear();
        let written = write(&Catalogue::new(document).unwrap(), &templates).unwrap();
        for (name, bytes) in written.iter().filter(|(name, _)| name.starts_with("interlinkers/")) {
            let kind = name.split('/').nth(1).unwrap();
            let schema = std::fs::read(folder.join(format!("interlinkers/{kind}/schema.json"))).unwrap();
            let mut schema: Value = serde_json::from_slice(&schema).unwrap();
            // The host of a resource is one of four there; ours is another.
            if let Some(known) = schema.pointer_mut("/definitions/SoftwareInterlinkers/enum") {
                known.as_array_mut().unwrap().push(json!("shared-page"));
            }
            let validator = jsonschema::validator_for(&schema).unwrap();
            let faults: Vec<String> = validator
                .iter_errors(&serde_json::from_slice(bytes).unwrap())
                .map(|e| e.to_string())
                .collect();
            assert_eq!(faults, Vec::<String>::new(), "{name}");
            checked += 1;
        }
    }
    assert_eq!(checked, 64 + 5);
}

#[test]
fn a_spoilt_interlinker_is_reported_and_still_written_back() {
    let name = "interlinkers/knowledge/our-agreement/metadata.json";
    let cases: [(&str, Value, Code, &str); 9] = [
        ("difficulty", json!("heavy"), Code::AnomalyEnumUnknown, "/difficulty"),
        ("targets", json!(["all;pas", "all;pas"]), Code::AnomalyDuplicateReference, "/targets/1"),
        ("types", json!(["enabling_services:operation_services"]), Code::AnomalyEnumFused, "/types/0"),
        ("domain", json!(""), Code::AnomalyTextEmpty, "/domain"),
        ("mood", json!({"a/b": [1, null]}), Code::AnomalyUnknownField, "/mood"),
        ("problemprofiles", json!(["nothing"]), Code::AnomalyDanglingReference, "/problemprofiles/0"),
        (
            "file_translations",
            json!({"en": "./nowhere.odt"}),
            Code::AnomalyDanglingReference,
            "/file_translations/en",
        ),
        ("softwareinterlinker", json!("nobody"), Code::AnomalyDanglingReference, "/softwareinterlinker"),
        ("id", json!("who-is-here"), Code::AnomalyDuplicateId, "/id"),
    ];
    for (field, value, code, pointer) in cases {
        let mut files = shipped();
        let mut content: Value = serde_json::from_slice(files.get(name).unwrap()).unwrap();
        content[field] = value;
        files.insert(name, content.to_string());
        let Reading { catalogue, templates, report } = read(&files, Mode::Repair).unwrap();
        let found: Vec<_> = report.anomalies.iter().map(|a| (a.code, a.pointer.as_str())).collect();
        assert!(found.contains(&(code, pointer)), "{field}: {found:?}");
        assert_same(&files, &write(&catalogue, &templates).unwrap());
        assert_eq!(read(&files, Mode::Strict).unwrap_err().code(), Code::CatalogueAnomalous);
    }
}

#[test]
fn nothing_is_written_out_of_the_folder() {
    let Reading { catalogue, templates, .. } = shipped_catalogue();
    for name in ["../outside.json", "/etc/outside.json", "a/../../b.json", "c:\\d.json", "a//b.json"] {
        let mut document = catalogue.document().clone();
        let pointer = format!("/names/{}", metadata().replace('/', "~1"));
        document.carried.push(interlink::types::Carried { json: Some(json!(name).to_string()), pointer });
        let fault = write(&Catalogue::new(document).unwrap(), &templates).unwrap_err();
        assert_eq!(fault.code(), Code::CatalogueInvalid, "{name}");
        let mut files = Files::default();
        files.insert(name, "{}");
        let folder = tempfile::TempDir::new().unwrap();
        assert_eq!(files.to_folder(&folder.path().join("in")).unwrap_err().code(), Code::FolderUnwritable);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

fn metadata() -> String {
    "schemas/neighbourhood/metadata.json".to_owned()
}

#[test]
fn what_is_looked_for_is_found() {
    let Reading { catalogue, .. } = shipped_catalogue();
    let ids = |search: Search| -> Vec<String> {
        catalogue.search(&search).into_iter().map(|i| i.id.to_string()).collect()
    };
    let all = Search::default();
    assert_eq!(ids(all.clone()).len(), 5);
    let text = |text: &str| Search { text: Some(text.to_owned()), ..Search::default() };
    assert_eq!(ids(text("PAGE")), ["shared-page", "our-agreement"], "a word in the name comes first");
    assert_eq!(ids(text("page partners")), ["our-agreement"]);
    assert_eq!(ids(text("quartiere votazione")), ["ballot"]);
    assert_eq!(ids(text("zeppelin")), Vec::<String>::new());
    let free = Search { licence: Some(LicenceClass::Permissive), ..all.clone() };
    assert_eq!(ids(free), ["data-with-care", "our-agreement", "who-is-here"]);
    let easy =
        Search { difficulty: Some(Difficulty::Easy), kind: Some(InterlinkerKind::Software), ..all.clone() };
    assert_eq!(ids(easy), ["shared-page"]);
    let experts = Search { target: Some(Target::ExpertCitizens), ..all.clone() };
    assert_eq!(ids(experts).len(), 5, "what is for all is for them too");
    assert!(Target::Citizens.reaches(Target::ExpertCitizens));
    assert!(!Target::Citizens.reaches(Target::PublicServants) && !Target::Citizens.reaches(Target::All));
    assert_eq!(ids(Search { area: Some(Area::Eu), ..all.clone() }), ["data-with-care"]);
    let answering = Search { problem_profile: Some(key("keep-going")), ..all };
    assert_eq!(ids(answering), ["ballot"]);
}

#[test]
fn recommendations_are_ranked_and_say_why() {
    let Reading { catalogue, .. } = shipped_catalogue();
    let english = "en".parse().unwrap();
    let found =
        catalogue.recommend(&[key("agree-terms"), key("know-needs"), key("agree-terms")], &[], &english);
    let ranked: Vec<(&str, usize, u32)> =
        found.iter().map(|r| (r.interlinker.as_str(), r.answers.len(), r.answers_besides)).collect();
    assert_eq!(ranked, [("shared-page", 2, 1), ("our-agreement", 1, 0), ("who-is-here", 1, 1)]);
    assert!(found.iter().all(|r| r.in_language));
    assert!(catalogue.recommend(&[key("unheard-of")], &[], &english).is_empty());
    // What the task has by its objective comes after what it has itself, and is said apart.
    let found = catalogue.recommend(&[key("know-needs")], &[key("agree-terms"), key("know-needs")], &english);
    let ranked: Vec<(&str, usize, usize, u32)> = found
        .iter()
        .map(|r| (&r.interlinker, r.answers.len(), r.answers_of_objective.len(), r.answers_besides))
        .map(|(id, own, of_objective, besides)| (id.as_str(), own, of_objective, besides))
        .collect();
    assert_eq!(
        ranked,
        [("shared-page", 1, 1, 1), ("who-is-here", 1, 0, 1), ("our-agreement", 0, 1, 0)],
        "nothing is said twice"
    );

    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let template = town.engine.add_document(shipped_catalogue().templates.remove(0)).unwrap();
    let catalogue = town.engine.add_document(catalogue).unwrap();
    let data = json!({
        "name": {"en": "A park"}, "language": "it", "acting_for": "city", "template": template,
        "governance": town.model(Shipped::C2g), "catalogue": catalogue,
    });
    let StreamId::Process(process) = town.act("anna", None, "process.create", data).stream else { panic!() };
    let view = town.engine.process(process).unwrap();
    let all = view.recommendations(None, None);
    let tree = view.process().tree();
    let of_objective = |item| tree.parent(item).map(Item::problem_profiles).unwrap_or_default();
    let with_profile = tree.items().filter(|item| {
        item.kind() == ItemKind::Task
            && !(item.problem_profiles().is_empty() && of_objective(item).is_empty())
    });
    assert_eq!(all.len(), with_profile.count());
    for task in &all {
        let item = view.process().tree().item(task.item).unwrap();
        assert!(!task.recommendations.is_empty());
        for recommendation in &task.recommendations {
            assert_eq!(recommendation.name.language.as_str(), "it");
            let (own, by_objective) = (item.problem_profiles(), of_objective(item));
            assert!(recommendation.answers.iter().all(|profile| own.contains(profile)));
            let mut answered = recommendation.answers_of_objective.iter();
            assert!(answered.all(|profile| by_objective.contains(profile) && !own.contains(profile)));
            let served = view.process().catalogue().unwrap().served_by(
                &recommendation.interlinker,
                view.process(),
                &english,
            );
            assert!(served.iter().any(|task| task.item == item.id()), "the way there is the way back");
        }
        assert_eq!(view.recommendations(Some(task.item), None), std::slice::from_ref(task));
    }
    town.act("anna", StreamId::from(process), "item.disable", json!({"item": all[0].item}));
    let left = town.engine.process(process).unwrap().recommendations(None, None);
    assert_eq!(left.len(), all.len() - 1);
}

/// The tasks of a folder's schemas for which no interlinker of the folder answers a profile that the task or its
/// objective names: counted from the files alone.
fn without_help(files: &Files) -> (usize, usize) {
    let parsed: Vec<(&str, Value)> =
        files.iter().filter_map(|(name, bytes)| Some((name, serde_json::from_slice(bytes).ok()?))).collect();
    let profiles = |value: &Value| -> Vec<String> {
        let listed = value["problemprofiles"].as_array().cloned().unwrap_or_default();
        listed.iter().filter_map(|profile| profile.as_str().map(str::to_owned)).collect()
    };
    let interlinkers = parsed.iter().filter(|(name, _)| name.starts_with("interlinkers/"));
    let answered: Vec<String> = interlinkers.flat_map(|(_, value)| profiles(value)).collect();
    let (mut tasks, mut without) = (0, 0);
    for (_, phase) in parsed.iter().filter(|(name, _)| name.contains("/phases/")) {
        for objective in phase["objectives"].as_array().unwrap() {
            for task in objective["tasks"].as_array().unwrap() {
                let helped = |of| profiles(of).iter().any(|profile| answered.contains(profile));
                tasks += 1;
                without += usize::from(!helped(task) && !helped(objective));
            }
        }
    }
    (tasks, without)
}

#[test]
#[ignore = "needs the INTERLINK catalogue beside the project"]
fn a_task_is_helped_by_what_helps_its_objective() {
    for folder in catalogue_folders() {
        let files = Files::from_folder(&folder).unwrap();
        let Reading { catalogue, templates, .. } = read(&files, Mode::Repair).unwrap();
        let town = Town::new();
        let used = town.engine.add_document(catalogue).unwrap();
        let (mut tasks, mut without, mut by_objective_alone) = (0, 0, 0);
        for template in templates {
            let template = town.engine.add_document(template).unwrap();
            let process = town.process("anna", None, Shipped::C2c, Some(template));
            town.act("anna", StreamId::from(process), "catalogue.adopt", json!({"catalogue": used}));
            let view = town.engine.process(process).unwrap();
            let helped = view.recommendations(None, None);
            let helped = helped.iter().filter(|task| !task.recommendations.is_empty());
            let alone = helped
                .clone()
                .filter(|task| task.recommendations.iter().all(|answer| answer.answers.is_empty()));
            by_objective_alone += alone.count();
            let all = view.process().tree().items().filter(|item| item.kind() == ItemKind::Task).count();
            tasks += all;
            without += all - helped.count();
        }
        assert_eq!((tasks, without), without_help(&files));
        assert!(by_objective_alone > 0, "the official tasks count on their objectives");
        eprintln!(
            "{without} of {tasks} tasks are without an interlinker; {by_objective_alone} have one by their objective alone"
        );
    }
}

#[test]
fn a_process_records_the_catalogue_it_uses() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let first = Catalogue::parse(br#"{"document":"catalogue","id":"ours","version":1}"#).unwrap();
    let second = Catalogue::parse(br#"{"document":"catalogue","id":"ours","version":2}"#).unwrap();
    let [first, second] = [first, second].map(|catalogue| town.engine.add_document(catalogue).unwrap());
    let process = town.process("anna", Some("city"), Shipped::C2g, None);
    let stream = StreamId::from(process);
    let adopt = |id| json!({"catalogue": id});
    town.act("anna", stream, "catalogue.adopt", adopt(first));
    assert_eq!(town.refused("anna", stream, "catalogue.adopt", adopt(first)).code, Code::NothingToChange);
    assert_eq!(town.refused("eva", stream, "catalogue.adopt", adopt(second)).code, Code::PermissionDenied);
    let model = town.model(Shipped::C2g);
    assert_eq!(town.refused("anna", stream, "catalogue.adopt", adopt(model)).code, Code::DocumentKind);
    let unknown = json!({"catalogue": "0".repeat(64)});
    assert_eq!(town.refused("anna", stream, "catalogue.adopt", unknown).code, Code::DocumentUnknown);
    town.act("anna", stream, "catalogue.adopt", adopt(second));
    assert_eq!(town.engine.process(process).unwrap().process().catalogue().unwrap().id(), second);
    town.engine.verify_all().unwrap();
}

#[test]
fn catalogues_that_make_no_sense_are_refused_with_the_place() {
    let entry = json!({"id": "a", "name": {"en": "A"}, "body": {"knowledge": {}}});
    let catalogue = |change: fn(&mut Value)| {
        let mut document = json!({
            "document": "catalogue", "id": "ours", "version": 1, "interlinkers": [entry.clone()],
            "problem_profiles": [{"id": "P", "name": {"en": "P"}}],
        });
        change(&mut document);
        Catalogue::parse(document.to_string().as_bytes())
            .map_err(|fault| (fault.code(), fault.path().to_owned()))
    };
    assert!(catalogue(|_| {}).is_ok());
    let refused = |change: fn(&mut Value), code, path: &str| {
        assert_eq!(catalogue(change).unwrap_err(), (code, path.to_owned()));
    };
    refused(|c| c["version"] = json!(0), Code::CatalogueInvalid, "/version");
    refused(
        |c| c["interlinkers"] = json!([c["interlinkers"][0], c["interlinkers"][0]]),
        Code::CatalogueInvalid,
        "/interlinkers/1/id",
    );
    refused(
        |c| c["problem_profiles"] = json!([c["problem_profiles"][0], c["problem_profiles"][0]]),
        Code::CatalogueInvalid,
        "/problem_profiles/1/id",
    );
    refused(
        |c| c["interlinkers"][0]["body"] = json!({"magic": {}}),
        Code::JsonUnknownVariant,
        "/interlinkers/0/body",
    );
    refused(
        |c| c["interlinkers"][0]["colour"] = json!("blue"),
        Code::JsonUnknownField,
        "/interlinkers/0/colour",
    );
    refused(
        |c| c["interlinkers"][0]["body"]["knowledge"]["uris"] = json!({}),
        Code::JsonUnknownField,
        "/interlinkers/0/body/knowledge/uris",
    );
    assert!(matches!(
        catalogue(|_| {}).unwrap().document().interlinkers[0].body,
        InterlinkerBody::Knowledge { .. }
    ));
}

/// Files as a binding hands them over, and as it gets them.
#[test]
fn a_catalogue_goes_through_the_door_as_text() {
    let town = Town::new();
    let ask = |request: Value| -> Value {
        serde_json::from_str(&town.engine.request(request.to_string().as_bytes())).unwrap()
    };
    let files: Vec<Value> = shipped()
        .iter()
        .map(|(path, bytes)| json!({"path": path, "text": std::str::from_utf8(bytes).unwrap()}))
        .collect();
    let kept = ask(json!({"add_catalogue": {"files": files}}))["ok"].clone();
    assert_eq!(kept, ask(json!({"add_catalogue": {}}))["ok"], "without files it is the library's own");
    let written = ask(json!({"write_catalogue": {"catalogue": kept["catalogue"]}}))["ok"].clone();
    let written: Files = written["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| (file["path"].as_str().unwrap(), file["text"].as_str().unwrap()))
        .collect();
    assert_same(&shipped(), &written);
    assert_eq!(ask(json!({"add_catalogue": {"files": []}}))["problem"]["code"], "catalogue.empty");
}
