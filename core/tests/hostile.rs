//! What comes in malformed, oversized, misspelt or out of place: refused, named, and nothing changed.
#![cfg(test)]

use std::collections::BTreeSet;
use std::path::Path;

use interlink::Engine;
use interlink::governance::{GovernanceModel, Shipped};
use interlink::journal::{Position, StreamId};
use interlink::kernel::{Command, Document, Request};
use interlink::problem::{Code, Problem};
use interlink::process::Template;
use interlink::types::InputFault;
use serde_json::{Value, json};
use testkit::{Town, small_template};

fn command() -> Value {
    json!({
        "id": "c-1", "at": "2026-03-02T09:00:00.000Z", "actor": "anna", "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766",
        "type": "organisation.register",
        "data": {"organisation": "city", "name": {"en": "City"}, "kind": "citizen", "team_creation": "anyone"},
    })
}

fn changed(path: &str, value: Value) -> String {
    let mut text = command();
    match text.pointer_mut(path) {
        Some(slot) => *slot = value,
        None => {
            let (parent, field) = path.rsplit_once('/').unwrap();
            text.pointer_mut(parent).unwrap()[field] = value;
        }
    }
    text.to_string()
}

fn refused(text: &str) -> (Code, String) {
    let fault: InputFault = Command::from_json(text.as_bytes()).unwrap_err();
    assert!(fault.to_string().len() < 600, "a refusal must not repeat what it refuses");
    (fault.code(), fault.path().to_owned())
}

#[test]
fn a_malformed_command_is_refused_with_code_and_path() {
    Command::from_json(command().to_string().as_bytes()).unwrap();
    let megabyte = "x".repeat(1 << 19);
    let cases = [
        ("/id", json!(megabyte), Code::CommandIdMalformed),
        ("/id", json!(""), Code::CommandIdMalformed),
        ("/id", json!("anna@city.example"), Code::CommandIdMalformed),
        ("/actor", json!(megabyte), Code::HostIdMalformed),
        ("/actor", json!("an\u{0}na"), Code::HostIdMalformed),
        ("/actor", json!(7), Code::JsonWrongType),
        ("/actor", json!(null), Code::JsonWrongType),
        ("/at", json!("2026-02-30T09:00:00.000Z"), Code::TimeMalformed),
        ("/at", json!("2026-03-02T25:00:00.000Z"), Code::TimeMalformed),
        ("/at", json!("yesterday"), Code::TimeMalformed),
        ("/at", json!(1_772_442_000), Code::JsonWrongType),
        ("/entropy", json!("0".repeat(31)), Code::IdMalformed),
        ("/entropy", json!("G".repeat(32)), Code::IdMalformed),
        ("/expect", json!(-1), Code::JsonWrongType),
        ("/stream", json!("process/1"), Code::IdMalformed),
        ("/stream", json!("../../etc/passwd"), Code::IdMalformed),
        ("/type", json!("organisation.dissolve"), Code::JsonUnknownVariant),
        ("/type", json!(megabyte), Code::JsonUnknownVariant),
        ("/colour", json!("blue"), Code::JsonUnknownField),
        ("/data/colour", json!("blue"), Code::JsonUnknownField),
        ("/data/kind", json!("city"), Code::JsonUnknownVariant),
        ("/data/name", json!({}), Code::TextEmpty),
        ("/data/name/xx", json!("?"), Code::LanguageUnknown),
        ("/data/name/not a tag", json!("?"), Code::LanguageMalformed),
        ("/data/name/en", json!(megabyte), Code::TextTooLong),
        ("/data/name/en", json!(["City"]), Code::JsonWrongType),
        ("/data/organisation", json!({"$ref": "http://host/"}), Code::JsonWrongType),
    ];
    for (path, value, code) in cases {
        let shown: String = value.to_string().chars().take(40).collect();
        let (found, at) = refused(&changed(path, value));
        assert_eq!(found, code, "{path} = {shown}");
        // An unknown language is a fault of the whole text, whose last language it is found in.
        assert!(path.starts_with(&at) || at == path, "{path} = {shown}: {at}");
        assert!(!at.is_empty(), "{path} = {shown}");
    }
    for field in ["id", "at", "actor", "entropy", "type", "data"] {
        let mut text = command();
        text.as_object_mut().unwrap().remove(field);
        assert_eq!(refused(&text.to_string()).0, Code::JsonMissingField, "{field}");
    }
    let mut text = command();
    text["data"].as_object_mut().unwrap().remove("kind");
    assert_eq!(refused(&text.to_string()), (Code::JsonMissingField, "/data".into()));
}

#[test]
fn what_json_readers_disagree_about_is_refused() {
    let text = command().to_string();
    let twice = text.replacen("\"actor\":", "\"actor\":\"eva\",\"actor\":", 1);
    assert_eq!(refused(&twice), (Code::JsonDuplicateKey, String::new()));
    let twice = text.replacen("\"en\":", "\"en\":\"Town\",\"en\":", 1);
    assert_eq!(refused(&twice), (Code::JsonDuplicateKey, "/data/name".into()));
    let escaped = text.replacen("\"en\":", "\"e\\u006e\":\"Town\",\"en\":", 1);
    assert_eq!(refused(&escaped), (Code::JsonDuplicateKey, "/data/name".into()));
    let spellings = text.replacen("\"en\":", "\"EN\":\"Town\",\"en\":", 1);
    assert_eq!(refused(&spellings), (Code::JsonDuplicateKey, "/data/name".into()));
    let surrogate = text.replace("City", "\\ud800");
    assert_eq!(refused(&surrogate).0, Code::JsonSyntax);
    assert_eq!(refused(&changed("/expect", json!(1.0))), (Code::JsonNumber, "/expect".into()));
    assert_eq!(
        refused(&changed("/expect", json!(9_007_199_254_740_992_u64))),
        (Code::JsonNumber, "/expect".into())
    );
    for cut in (0..text.len()).filter_map(|end| text.get(..end)) {
        assert_eq!(refused(cut).0, Code::JsonSyntax, "cut at {}", cut.len());
    }
    let mut bytes = text.into_bytes();
    bytes[20] = 0xff;
    assert_eq!(Command::from_json(&bytes).unwrap_err().code(), Code::JsonNotUtf8);
}

#[test]
fn size_and_depth_are_bounded() {
    let huge = changed("/data/organisation", json!("x".repeat(2 << 20)));
    assert_eq!(refused(&huge).0, Code::JsonTooLarge);
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let deep = command().to_string().replace("\"City\"", &deep);
    let run = move || {
        let engine = Engine::open("memory:").unwrap();
        let request = format!("{{\"execute\":{deep}}}");
        let answer: Value = serde_json::from_str(&engine.request(request.as_bytes())).unwrap();
        (refused(&deep).0, answer["problem"]["code"].clone())
    };
    let small = std::thread::Builder::new().stack_size(256 * 1024).spawn(run).unwrap();
    assert_eq!(small.join().unwrap(), (Code::JsonTooDeep, json!("json.too_deep")));
    let huge = vec![b' '; 17 << 20];
    assert_eq!(Template::parse(&huge).unwrap_err().code(), Code::JsonTooLarge);
    assert_eq!(GovernanceModel::parse(&huge).unwrap_err().fault().code(), Code::JsonTooLarge);
}

#[test]
fn commands_for_the_wrong_stream_are_refused() {
    let town = Town::new();
    let city = StreamId::from(town.found("anna", "city", "public_administration"));
    let template = town.template(&small_template());
    let id = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let process = StreamId::from(id);
    let nowhere = StreamId::from(interlink::types::ProcessId::from_bytes([1; 16]));
    let edit = json!({"name": {"en": "x"}});
    let refused =
        |stream: Option<StreamId>, kind: &str, data: Value| town.refused("anna", stream, kind, data);
    let code = |stream, kind, data| refused(stream, kind, data).code;
    assert_eq!(code(None, "process.edit", edit.clone()), Code::CommandStreamMissing);
    assert_eq!(code(Some(city), "process.edit", edit.clone()), Code::CommandStreamUnsuited);
    assert_eq!(code(Some(process), "organisation.edit", edit.clone()), Code::CommandStreamUnsuited);
    assert_eq!(code(Some(nowhere), "process.edit", edit.clone()), Code::StreamUnknown);
    let elsewhere = StreamId::from(interlink::types::OrganisationId::from_bytes([1; 16]));
    assert_eq!(code(Some(elsewhere), "organisation.edit", edit), Code::StreamUnknown);
    let found = command()["data"].clone();
    assert_eq!(code(Some(city), "organisation.register", found), Code::CommandStreamGiven);
    // An organisation does not act; people do.
    let problem = town.refused("city", process, "process.edit", json!({"name": {"en": "x"}}));
    assert_eq!((problem.code, problem.path.as_deref()), (Code::PartyKindMismatch, Some("/actor")));
}

#[test]
fn requests_are_answered_whatever_they_are() {
    let town = Town::new();
    let answer =
        |text: &str| -> Value { serde_json::from_str(&town.engine.request(text.as_bytes())).unwrap() };
    let code = |text: &str| answer(text)["problem"]["code"].as_str().unwrap_or("none").to_owned();
    let nobody = "0".repeat(32);
    for (text, expected) in [
        (String::new(), "json.syntax"),
        ("null".into(), "json.wrong_type"),
        ("{}".into(), "json.wrong_type"),
        (r#"{"dance":{}}"#.into(), "request.unknown"),
        (r#"[{"verify":{}}]"#.into(), "json.wrong_type"),
        (r#"{"verify":[null,null]}"#.into(), "json.wrong_type"),
        (r#"{"changes":{"limit":1},"verify":{}}"#.into(), "json.wrong_type"),
        (r#"{"changes":{"limit":-1}}"#.into(), "json.wrong_type"),
        (r#"{"changes":{"limit":1,"after":1.5}}"#.into(), "json.number"),
        (r#"{"execute":"x"}"#.into(), "json.wrong_type"),
        (r#"{"execute":{"id":"1"}}"#.into(), "json.missing_field"),
        (r#"{"add_document":{}}"#.into(), "json.missing_field"),
        (r#"{"add_document":{"document":"poem"}}"#.into(), "json.unknown_variant"),
        (format!(r#"{{"tree":{{"process":"{nobody}"}}}}"#), "stream.unknown"),
        (format!(r#"{{"tree":{{"process":"{nobody}","language":"xx"}}}}"#), "language.unknown"),
        (format!(r#"{{"verify":{{"stream":"process/{nobody}"}}}}"#), "stream.unknown"),
        (format!(r#"{{"organisation":{{"organisation_id":"{nobody}"}}}}"#), "stream.unknown"),
    ] {
        assert_eq!(code(&text), expected, "{text}");
    }
    let large = format!(r#"{{"execute":{{"id":"{}"}}}}"#, "x".repeat(1 << 20));
    assert_eq!(code(&large), "json.too_large", "only documents may be larger");
    // The last moment there is has a text, wherever it is asked about.
    let last = format!(
        r#"{{"check":{{"actor":"anna","at":"9999-12-31T23:59:59.999Z","permission":"task.start","process":"{nobody}"}}}}"#
    );
    assert_eq!(code(&last), "stream.unknown");
    let fault = answer(
        r#"{"execute":{"id":"no spaces","actor":"anna","at":"2026-03-02T09:00:00.000Z","data":{},
        "entropy":"8d1f0c5e6a7b49d2b3e4f5a697887766","type":"organisation.register"}}"#,
    );
    assert_eq!(fault["problem"]["path"], "/execute/id");
    assert_eq!(town.engine.store().position().unwrap(), Position(0));
}

#[test]
fn documents_are_read_by_what_they_say_they_are() {
    let model = GovernanceModel::shipped(Shipped::G2c);
    assert_eq!(Document::parse(model.bytes()).unwrap().id(), model.id());
    let template = small_template().to_string();
    assert!(matches!(Document::parse(template.as_bytes()).unwrap(), Document::Template(_)));
    let mut cyclic = small_template();
    cyclic["phases"][0]["prerequisites"] = json!([{"item": "do", "needs": "finished"}]);
    let fault = Document::parse(cyclic.to_string().as_bytes()).unwrap_err();
    let problem = Problem::from(&fault);
    assert_eq!(problem.code, Code::PrerequisiteCycle);
    assert_eq!(problem.details.get("cycle").unwrap().to_value().as_array().unwrap().len(), 2);
    // The same content in another order and spacing is the same document.
    let spaced =
        serde_json::to_string_pretty(&serde_json::from_slice::<Value>(model.bytes()).unwrap()).unwrap();
    assert_eq!(Document::parse(spaced.as_bytes()).unwrap().id(), model.id());
}

/// Threads share one engine; each writes to its own organisation, and all look on.
#[test]
fn one_engine_serves_many_threads() {
    let town = Town::new();
    let engine = &town.engine;
    std::thread::scope(|scope| {
        for thread in 0..8_u32 {
            scope.spawn(move || {
                let mut text = command();
                text["data"]["organisation"] = json!(format!("org-{thread}"));
                text["id"] = json!(format!("f-{thread}"));
                let found = engine.execute(&Command::from_json(text.to_string().as_bytes()).unwrap()).unwrap();
                for n in 0..50_u32 {
                    let text = json!({
                        "id": format!("{thread}-{n}"), "at": "2026-03-02T09:00:00.000Z", "actor": "anna",
                        "entropy": format!("{:032x}", thread * 1000 + n + 1), "stream": found.stream, "type": "member.add",
                        "data": {"person": format!("person-{n}")},
                    });
                    engine.execute(&Command::from_json(text.to_string().as_bytes()).unwrap()).unwrap();
                    engine.changes(Position(0), 10).unwrap();
                }
            });
        }
    });
    assert_eq!(engine.verify_all().unwrap().events, 8 * 51);
    // However they raced, each person has one pseudonym.
    for n in 0..50 {
        let person = format!("person-{n}").parse().unwrap();
        let known = engine.person(&person).unwrap().unwrap();
        assert_eq!(engine.host_id(known).unwrap().unwrap(), person);
    }
}

/// The texts in a request of the golden vectors, each as the way to it.
fn texts(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                texts(value, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(nth, value)| texts(value, &format!("{at}/{nth}"), all));
        }
        Value::String(_) => all.push(at.to_owned()),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Every field of every request that takes any words at all refuses control characters in them, and by the same code: found
/// by trying, so that a field that is added is tried as well.
#[test]
fn control_characters_are_refused_in_every_text_alike() {
    let read = |request: &Value| {
        Request::from_json(request.to_string().as_bytes())
            .map(drop)
            .map_err(|error| Problem::from(&error).code)
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/vectors");
    let (mut tried, mut words) = (BTreeSet::new(), BTreeSet::new());
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "vector"));
    files.sort();
    for path in files {
        let vector = std::fs::read_to_string(path).unwrap();
        for request in vector.lines().filter_map(|line| line.strip_prefix("> ")) {
            let Ok(request) = serde_json::from_str::<Value>(request) else { continue };
            if read(&request).is_err() {
                continue;
            }
            let mut places = Vec::new();
            texts(&request, "", &mut places);
            for place in places {
                // One of many alike is enough.
                let parts =
                    place.split('/').map(|part| if part.parse::<usize>().is_ok() { "0" } else { part });
                let kind = request.pointer("/execute/type").and_then(Value::as_str).unwrap_or_default();
                let field = format!("{kind}{}", parts.collect::<Vec<_>>().join("/"));
                if !tried.insert(field.clone()) {
                    continue;
                }
                let with = |text: &str| {
                    let mut request = request.clone();
                    *request.pointer_mut(&place).unwrap() = json!(text);
                    read(&request)
                };
                // What another program wrote is carried with every character of it.
                if with("Perché “no”?").is_err() || place.contains("/carried/") {
                    continue;
                }
                let with_control = |control: char| with(&format!("Perché “no”?{control}"));
                // A host's id is no text, and goes over no end of a line.
                if with_control('\u{7}') == Err(Code::HostIdMalformed) && with_control('\n').is_err() {
                    continue;
                }
                for control in ['\u{0}', '\u{7}', '\u{b}', '\u{1b}', '\u{7f}', '\u{85}', '\u{9f}'] {
                    assert_eq!(with_control(control), Err(Code::TextControl), "{field} with {control:?}");
                }
                words.insert(field);
            }
        }
    }
    // Texts in languages, remarks, and texts of one line of a document are read in three ways.
    for field in [
        "process.create/execute/data/name/en",
        "item.edit/execute/data/description/en",
        "contribution.claim/execute/data/text",
        "text.rectify/execute/data/words",
        "approval.ask/execute/data/act/data/reason",
        "process.publish/execute/data/story/figures/0/value",
        "/add_document/controllers/0/phone",
        "/add_message_catalogue/help/item.unknown",
        "/search/search/text",
    ] {
        assert!(words.contains(field), "{field} is not among {words:#?}");
    }
    assert!(words.len() > 150, "{}: {words:#?}", words.len());
}
