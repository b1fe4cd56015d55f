//! The published JSON Schemas: as generated, and true of everything that goes in and comes out.
//!
//! The independent validator is the `jsonschema` crate.
#![cfg(test)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use interlink::Engine;
use interlink::governance::{GovernanceModel, Shipped};
use interlink::interop::interlink::{Files, Mode, read, shipped};
use interlink::journal::EventData;
use interlink::kernel::Action;
use interlink::schema::Described;
use interlink::schema::validation::{Checker, catalogue_faults};
use serde_json::{Value, json};

fn docs(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(below)
}

#[test]
fn the_files_are_as_generated() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut names = BTreeSet::new();
    for described in Described::ALL {
        let path = docs("schema").join(format!("{}.json", described.name()));
        let generated = serde_json::to_string_pretty(&described.schema()).unwrap() + "\n";
        if update {
            std::fs::write(&path, generated).unwrap();
        } else {
            let written = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(written == generated, "{} differs; UPDATE=1 writes it anew", path.display());
        }
        names.insert(path);
    }
    let there: BTreeSet<PathBuf> =
        std::fs::read_dir(docs("schema")).unwrap().map(|e| e.unwrap().path()).collect();
    assert_eq!(there, names, "a file that nothing generates");
}

/// Every request and answer of the vectors, with what it was asked.
fn vectors() -> Vec<(Value, Value)> {
    let mut pairs = Vec::new();
    for entry in std::fs::read_dir(docs("vectors")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut request = None;
        for line in text.lines() {
            if let Some(asked) = line.strip_prefix("> ") {
                request = serde_json::from_str::<Value>(asked).ok();
            } else if let Some(answer) = line.strip_prefix("< ") {
                pairs.extend(request.take().map(|asked| (asked, serde_json::from_str(answer).unwrap())));
            }
        }
    }
    pairs
}

fn answer_schema(request: &Value) -> Option<Described> {
    let (name, content) = request.as_object()?.iter().find(|(name, _)| *name != "language")?;
    match Described::answers(name) {
        [whole] => Some(*whole),
        [one, all] => Some(if content.get("stream").is_some() { *one } else { *all }),
        _ => panic!("{name} has no answer"),
    }
}

#[test]
fn all_vectors_are_as_the_schemas_say() {
    let checkers: Vec<(Described, Checker)> = Described::ALL.iter().map(|d| (*d, Checker::new(*d))).collect();
    let checker = |described| &checkers.iter().find(|(d, _)| *d == described).unwrap().1;
    let (mut answers, mut problems, mut used) = (0, 0, BTreeSet::new());
    for (request, answer) in vectors() {
        if let Some(problem) = answer.get("problem") {
            assert_eq!(checker(Described::Problem).faults_of(problem), [], "{problem}");
            problems += 1;
            continue;
        }
        assert_eq!(checker(Described::Request).faults_of(&request), [], "{request}");
        if let Some(described) = answer_schema(&request) {
            assert_eq!(checker(described).faults_of(&answer["ok"]), [], "{answer}");
            used.insert(described);
        }
        for event in answer["ok"]["events"].as_array().into_iter().flatten() {
            assert_eq!(checker(Described::Event).faults_of(event), [], "{event}");
        }
        if let Some(command) = request.get("execute") {
            assert_eq!(checker(Described::Command).faults_of(command), [], "{command}");
        }
        answers += 1;
    }
    assert!(answers > 80 && problems > 80, "{answers} answers, {problems} problems");
    assert_eq!(used.len(), 53, "every kind of answer is met");
}

#[test]
fn the_vectors_show_every_command_and_every_event() {
    let (mut commands, mut events) = (BTreeSet::new(), BTreeSet::new());
    for (request, answer) in vectors() {
        if let (Some(command), true) = (request.get("execute"), answer.get("ok").is_some()) {
            commands.insert(command["type"].as_str().unwrap().to_owned());
        }
        for event in answer["ok"]["events"].as_array().into_iter().flatten() {
            events.insert(event["type"].as_str().unwrap().to_owned());
        }
    }
    let all =
        |lists: &[&[&'static str]]| lists.concat().into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(commands, all(Action::TYPES));
    // No command leads to these: they come in bundles, and with them.
    let mut imported = all(&[interlink::home::Event::TYPES, &["consent.withheld", "person.withheld"]]);
    imported.append(&mut events);
    assert_eq!(imported, all(EventData::TYPES));
}

/// What the schema says of the stream of each type of command, the library says too.
#[test]
fn the_schema_says_which_stream_takes_a_command() {
    let checker = Checker::new(Described::Command);
    let engine = Engine::open("memory:").unwrap();
    let code_of = |command: &Value| {
        let request = json!({ "dry_run": command }).to_string();
        let answer: Value = serde_json::from_str(&engine.request(request.as_bytes())).unwrap();
        answer["problem"]["code"].as_str().unwrap_or_default().to_owned()
    };
    let kinds = ["consent", "host", "import", "organisation", "person", "process", "rating"];
    let mut tried = BTreeSet::new();
    for (request, answer) in vectors() {
        let (Some(command), true) = (request.get("execute"), answer.get("ok").is_some()) else { continue };
        for kind in kinds.map(Some).into_iter().chain([None]) {
            let mut command = command.clone();
            match kind {
                Some(kind) => command["stream"] = format!("{kind}/{}", "0".repeat(32)).into(),
                None => drop(command.as_object_mut().unwrap().remove("stream")),
            }
            let (faults, code) = (checker.faults_of(&command), code_of(&command));
            let refused = match code.as_str() {
                "command.stream_missing" | "command.stream_given" => true,
                // Whose will it is, and what is rated, has one stream, which this may not be.
                "command.stream_unsuited" => {
                    !matches!(kind, Some("consent" | "rating")) || !faults.is_empty()
                }
                _ => false,
            };
            assert_eq!(!faults.is_empty(), refused, "{code}: {command}");
            tried.insert((command["type"].as_str().unwrap().to_owned(), kind));
        }
    }
    assert!(tried.len() > 8 * 90, "{}", tried.len());
}

/// A schema that allows everything would pass all of the above.
#[test]
fn what_is_changed_for_the_worse_has_faults() {
    let checker = Checker::new(Described::Command);
    let mut changed = 0;
    for (request, answer) in vectors() {
        let (Some(command), true) = (request.get("execute"), answer.get("ok").is_some()) else { continue };
        let mut worse = vec![];
        for field in ["id", "at", "actor", "entropy", "type", "data"] {
            let mut command = command.clone();
            command.as_object_mut().unwrap().remove(field);
            worse.push(command);
        }
        for (path, value) in [
            ("/at", json!("2026-03-02")),
            ("/entropy", json!("abc")),
            ("/type", json!("organisation.dissolve")),
            ("/data", json!([])),
            ("/id", json!("with space")),
        ] {
            let mut command = command.clone();
            *command.pointer_mut(path).unwrap() = value;
            worse.push(command);
        }
        let mut extra = command.clone();
        extra["data"]["colour"] = json!("blue");
        worse.push(extra);
        let mut extra = command.clone();
        extra["colour"] = json!("blue");
        worse.push(extra);
        for command in worse {
            assert!(!checker.faults_of(&command).is_empty(), "{command}");
            assert!(interlink::Command::from_json(command.to_string().as_bytes()).is_err(), "{command}");
            changed += 1;
        }
    }
    assert!(changed > 500, "{changed}");
}

#[test]
fn shipped_documents_are_as_the_schemas_say() {
    let (models, templates) = (Checker::new(Described::GovernanceModel), Checker::new(Described::Template));
    for which in Shipped::ALL {
        assert_eq!(models.faults(GovernanceModel::shipped(which).bytes()).unwrap(), []);
    }
    for template in read(&shipped(), Mode::Strict).unwrap().templates {
        assert_eq!(templates.faults(template.bytes()).unwrap(), []);
        assert!(!models.faults(template.bytes()).unwrap().is_empty());
    }
    let catalogue = read(&shipped(), Mode::Strict).unwrap().catalogue;
    assert_eq!(Checker::new(Described::Catalogue).faults(catalogue.bytes()).unwrap(), []);
    assert_eq!(catalogue_faults(&shipped()), []);
}

#[test]
fn the_official_catalogue_is_as_the_schemas_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/interlink");
    if !folder.is_dir() {
        eprintln!("SKIPPED: no official INTERLINK catalogue at {}", folder.display());
        return;
    }
    let files = Files::from_folder(&folder).unwrap();
    assert_eq!(catalogue_faults(&files), []);
    let templates = Checker::new(Described::Template);
    let reading = read(&files, Mode::Repair).unwrap();
    assert_eq!(Checker::new(Described::Catalogue).faults(reading.catalogue.bytes()).unwrap(), []);
    for template in reading.templates {
        assert_eq!(templates.faults(template.bytes()).unwrap(), []);
    }
}

#[test]
fn all_faults_are_listed_at_once_with_their_places() {
    let mut model: Value = serde_json::from_slice(GovernanceModel::shipped(Shipped::C2g).bytes()).unwrap();
    model["version"] = json!("one");
    model["mood"] = json!("good");
    model["roles"]["officer"]["permissions"] = json!(["task.begin", "task.start"]);
    model["roles"]["observer"]["holders"] = json!(["king"]);
    model["name"] = json!({});
    let faults = Checker::new(Described::GovernanceModel).faults(model.to_string().as_bytes()).unwrap();
    let places: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
    for place in ["", "/name", "/roles/observer/holders/0", "/roles/officer/permissions/0", "/version"] {
        assert!(places.contains(&place), "{place} in {places:?}");
    }
    let mut files = shipped();
    let name = "schemas/neighbourhood/phases/make.json";
    let phase = String::from_utf8(files.get(name).unwrap().to_vec()).unwrap();
    files
        .insert(name, phase.replace("\"is_part_of_codelivery\": true", "\"is_part_of_codelivery\": \"yes\""));
    files.insert("problemprofiles.json", "{");
    let found: Vec<(String, String)> =
        catalogue_faults(&files).into_iter().map(|(f, fault)| (f, fault.pointer)).collect();
    let expected = [("problemprofiles.json", ""), (name, "/is_part_of_codelivery")];
    assert_eq!(found, expected.map(|(file, pointer)| (file.to_owned(), pointer.to_owned())));
}
