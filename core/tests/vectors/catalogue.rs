//! Interlinkers: a catalogue as a document, found, recommended, and used by a process.

use interlink::governance::Shipped;
use interlink::interop::interlink::{Mode, read, shipped};
use serde_json::{Value, json};

use crate::tape::{Tape, id, items, model, template};

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("The catalogue: interlinkers looked for, recommended with reasons, and used.");
    let reading = read(&shipped(), Mode::Strict).unwrap();
    let document: Value = serde_json::from_slice(reading.catalogue.bytes()).unwrap();
    let catalogue = tape.ask(&json!({"add_document": document}))["ok"]["document"].clone();
    let mut twice = document.clone();
    twice["interlinkers"] = json!([document["interlinkers"][0], document["interlinkers"][0]]);
    assert_eq!(tape.ask(&json!({"add_document": twice}))["problem"]["code"], "catalogue.invalid");
    tape.say("Looked for.");
    for search in [
        json!({}),
        json!({"text": "page"}),
        json!({"kind": "knowledge", "difficulty": "easy"}),
        json!({"problem_profile": "choose-together", "licence": "copyleft", "target": "citizens", "area": "local"}),
    ] {
        tape.ask(&json!({"search": {"catalogue": catalogue, "search": search, "language": "it"}}));
    }
    let unknown = tape.ask(&json!({"search": {"catalogue": "0".repeat(64)}}));
    assert_eq!(unknown["problem"]["code"], "document.unknown");
    let wrong = tape.ask(&json!({"search": {"catalogue": catalogue, "search": {"kind": "magic"}}}));
    assert_eq!(wrong["problem"]["code"], "json.unknown_variant");

    tape.say("Recommended.");
    tape.found("anna", "city", "public_administration");
    let template = tape.ask(&json!({"add_document": template()}))["ok"]["document"].clone();
    let data = |catalogue: &Value| {
        json!({
            "name": {"en": "Garden"}, "language": "en", "governance": model(Shipped::C2g), "template": template,
            "acting_for": "city", "catalogue": catalogue,
        })
    };
    tape.refused("document.kind", "anna", &Value::Null, "process.create", data(&template));
    let process = tape.create("anna", data(&catalogue));
    let of = items(&mut tape, &id(&process));
    tape.ask(&json!({"recommend": {"process": id(&process)}}));
    tape.ask(&json!({"recommend": {"process": id(&process), "item": of["dig"], "language": "it"}}));
    tape.ask(&json!({"tasks_served": {"process": id(&process), "interlinker": "who-is-here"}}));

    tape.say("Used.");
    let made = |interlinker: &str| {
        json!({
            "item": of["invite"], "title": {"en": "Our agreement"}, "interlinker": interlinker,
            "content": {"link": {"uri": "https://example.org/agreement"}},
        })
    };
    tape.refused("asset.no_resource", "anna", &process, "asset.add", made("shared-page"));
    tape.act("anna", &process, "asset.add", made("our-agreement"));
    tape.ask(&json!({"usage": {}}));
    tape.ask(&json!({"usage": {"process": id(&process), "interlinker": "shared-page"}}));

    tape.say("Another version.");
    let mut next = document;
    next["version"] = json!(2);
    next["interlinkers"] = json!([]);
    let next = tape.ask(&json!({"add_document": next}))["ok"]["document"].clone();
    tape.refused("permission.denied", "eva", &process, "catalogue.adopt", json!({"catalogue": next}));
    tape.act("anna", &process, "catalogue.adopt", json!({"catalogue": next}));
    tape.refused("edit.empty", "anna", &process, "catalogue.adopt", json!({"catalogue": next}));
    tape.ask(&json!({"recommend": {"process": id(&process)}}));
    tape.ask(&json!({"recommend": {"process": id(&process), "as_of": {"seq": 2}}}));
    tape.text
}
