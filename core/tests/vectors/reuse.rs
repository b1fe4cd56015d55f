//! Doing it again: copies and publications.

use interlink::governance::Shipped;
use serde_json::{Value, json};

use crate::tape::{Tape, id, items, model, template};

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("Doing it again: a process copied, and published with its story.");
    tape.found("anna", "city", "public_administration");
    let document = tape.ask(&json!({"add_document": template()}))["ok"]["document"].clone();
    let process = tape.create(
        "anna",
        json!({
            "name": {"en": "Garden", "it": "Giardino"}, "language": "en", "governance": model(Shipped::C2g),
            "template": document, "acting_for": "city",
        }),
    );
    let of = items(&mut tape, &id(&process));
    tape.act("anna", &process, "item.disable", json!({"item": of["agree"]}));
    tape.say("A copy.");
    let nothing = Value::Null;
    tape.refused("permission.denied", "eva", &nothing, "process.clone", json!({"source": id(&process)}));
    tape.refused(
        "role.kind_not_admitted",
        "anna",
        &nothing,
        "process.clone",
        json!({"source": id(&process)}),
    );
    tape.refused("stream.unknown", "anna", &nothing, "process.clone", json!({"source": "0".repeat(32)}));
    let data = json!({"source": id(&process), "acting_for": "city", "name": {"en": "Second garden"}});
    let (created, copy) = tape.act("anna", &nothing, "process.clone", data);
    tape.ask(&json!({"document": {"document": created["template"]}}));
    items(&mut tape, &id(&copy));
    tape.say("A publication.");
    let story = |end: &str| {
        json!({
            "licence": "CC-BY-4.0",
            "story": {
                "title": {"en": "How we dug a garden"}, "results": {"en": "There is a garden."}, "countries": ["IT"],
                "start": "2026-01-01", "end": end, "owners": [{"name": {"en": "The City"}}],
                "figures": [{"name": {"en": "Trees"}, "value": "12"}],
                "materials": [{"name": {"en": "The plan"}, "uri": "https://example.org/plan"}],
            },
        })
    };
    tape.refused("permission.denied", "eva", &process, "process.publish", story("2026-02-01"));
    tape.refused("publication.invalid", "anna", &process, "process.publish", story("2025-02-01"));
    let (published, _) = tape.act("anna", &process, "process.publish", story("2026-02-01"));
    let public =
        tape.ask(&json!({"document": {"document": published["publication"]}}))["ok"]["content"].clone();
    tape.ask(&json!({"add_document": public}));
    let data = json!({
        "name": {"en": "Third garden"}, "language": "en", "governance": model(Shipped::C2c),
        "template": published["publication"],
    });
    tape.create("bruno", data);
    tape.say("A process from elsewhere: what the other system handed over speaks of people by number.");
    let import = json!({
        "document": "import", "id": "b1d0c7a2", "language": "it", "name": {"it": "Il cortile"}, "people": 2,
        "administrators": [0], "template": template(),
        "statuses": [{"item": "invite", "status": "finished"}, {"item": "dig", "disabled": true}],
        "assets": [{"id": "a-1", "item": "invite", "title": {"it": "Elenco"}, "content": {"link": {"uri": "https://example.org/elenco"}}}],
        "places": [{"person": 1, "pointer": "/assets/a-1/creator_id"}],
        "carried": [{"pointer": "/coproduction/aim", "json": "\"Ombra\""}],
    });
    let mut wrong = import.clone();
    wrong["administrators"] = json!([2]);
    let refused = tape.ask(&json!({"add_document": wrong}));
    assert_eq!(refused["problem"]["code"], "import.invalid");
    let document = tape.ask(&json!({"add_document": import}))["ok"]["document"].clone();
    let ask =
        |people: Value| json!({"import": document, "governance": model(Shipped::C2c), "people": people});
    tape.refused("import.people", "bruno", &nothing, "process.import", ask(json!([])));
    let people = json!([{"host_id": "bruno", "named": "bruno@town.example"}, {"host_id": "dora"}]);
    let mut wrong = ask(people.clone());
    wrong["import"] = model(Shipped::C2c);
    tape.refused("document.kind", "bruno", &nothing, "process.import", wrong);
    let (_, yard) = tape.act("anna", &nothing, "process.import", ask(people));
    items(&mut tape, &id(&yard));
    tape.ask(&json!({"assets": {"process": id(&yard), "actor": "bruno", "at": tape.now()}}));
    tape.ask(&json!({"check": {"process": id(&yard), "actor": "bruno", "permission": "process.administer", "at": tape.now()}}));
    tape.ask(&json!({"verify": {}}));
    tape.text
}
