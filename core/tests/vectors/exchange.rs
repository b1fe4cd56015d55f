//! What comes from the INTERLINK platform and goes there, through the one door: archives, catalogues, stories.

use interlink::governance::Shipped;
use interlink::types::Base64;
use serde_json::{Value, json};

use crate::tape::{Tape, id, items, model};

/// The made-up export that the fuzz target begins with.
fn yard() -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/export/yard.txt");
    let files = testkit::fuzz::files(&std::fs::read(path).unwrap());
    Base64::from(files.to_archive().unwrap()).to_string()
}

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("INTERLINK's archives, catalogues and stories, as text.");
    tape.say("An archive.");
    let wrong = tape.ask(&json!({"add_archive": {"archive": "UEs"}}));
    assert_eq!(wrong["problem"]["code"], "bytes.malformed");
    let wrong = tape.ask(&json!({"add_archive": {"archive": "UEsD"}}));
    assert_eq!(wrong["problem"]["code"], "archive.damaged");
    let read = tape.ask(&json!({"add_archive": {"archive": yard()}}))["ok"].clone();
    let people: Value = read["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| json!({"host_id": person["named"], "named": person["named"]}))
        .collect();
    let data = json!({"import": read["import"], "governance": model(Shipped::C2c), "people": people});
    let (_, process) = tape.act("anna", &Value::Null, "process.import", data);
    items(&mut tape, &id(&process));
    tape.say("Written again: with its files, and without.");
    let files: Value = read["files"].as_array().unwrap().iter().map(|file| file["content"].clone()).collect();
    let whole = tape.ask(&json!({"write_archive": {"process": id(&process), "files": files}}))["ok"].clone();
    assert_eq!(whole["report"]["anomalies"], json!([]));
    let part = tape.ask(&json!({"write_archive": {"process": id(&process)}}))["ok"].clone();
    assert_ne!(part["report"]["anomalies"], json!([]));
    tape.ask(&json!({"write_archive": {"process": "0".repeat(32)}}));

    tape.say("A catalogue: an official checkout keeps its profiles in a folder.");
    let text = |value: Value| value.to_string();
    let files = json!([
        {"path": "README.md", "text": "Read me."},
        {"path": "problemprofiles/problemprofiles.json", "text": text(json!([{"id": "P1", "name_translations": {"en": "Nobody comes"}}]))},
        {"path": "schemas/s/metadata.json", "text": text(json!({"id": "s", "name_translations": {"en": "S"}, "languages": ["en"]}))},
        {"path": "schemas/s/phases/p.json", "text": format!("\u{feff}{}", json!({
            "id": "p", "name_translations": {"en": "P"}, "weight": 0.5, "objectives": [{
                "id": "o", "name_translations": {"en": "O"}, "problemprofiles": ["P1"],
                "tasks": [{"id": "t", "name_translations": {"en": "T"}}],
            }],
        }))},
    ]);
    let kept = tape.ask(&json!({"add_catalogue": {"files": files}}))["ok"].clone();
    tape.ask(&json!({"write_catalogue": {"catalogue": kept["catalogue"]}}));
    tape.ask(&json!({"write_catalogue": {"catalogue": kept["templates"][0]}}));
    tape.ask(&json!({"add_catalogue": {"files": []}}));
    tape.ask(&json!({"add_catalogue": {}}));

    tape.say("A story of the platform.");
    let story = r#"{"title": "A park", "story_language": "en", "countries": "IT,lv,Spain", "start_at": "01-03-2023",
        "stats": [{"order": 2, "name": "Trees", "value": 12.5}, {"order": 1, "name": "Benches", "value": "4"}]}"#;
    tape.ask(&json!({"read_story": {"file": story}}));
    tape.ask(&json!({"read_story": {"file": "{}"}}));
    tape.ask(&json!({"publications": {}}));
    tape.text
}
