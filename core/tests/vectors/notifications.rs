//! Being told.

use interlink::governance::Shipped;
use serde_json::{Value, json};

use crate::tape::{Tape, id, items, model, template};

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("Being told: the feed as sentences, and for each person what concerns her.");
    let city = tape.found("anna", "city", "public_administration");
    tape.act(
        "anna",
        &city,
        "team.create",
        json!({"team": "officers", "name": {"en": "The officers"}, "kind": "public_administration"}),
    );
    tape.act("anna", &city, "team_member.add", json!({"team": "officers", "person": "carla"}));
    let document = tape.ask(&json!({"add_document": template()}))["ok"]["document"].clone();
    let process = tape.create(
        "anna",
        json!({
            "name": {"en": "Garden", "it": "Giardino"}, "language": "en", "governance": model(Shipped::G2c),
            "template": document, "acting_for": "city",
        }),
    );
    let of = items(&mut tape, &id(&process));
    let holder = json!({"team": "officers"});
    tape.act("anna", &process, "assignment.make", json!({"item": of["agree"], "holder": holder}));
    tape.act("anna", &process, "task.start", json!({"item": of["invite"]}));
    tape.act("anna", &process, "task.complete", json!({"item": of["invite"]}));
    tape.act("eva", &process, "participation.ask", json!({"text": "I would like to help."}));
    for language in ["en", "es", "it", "lv", "de"] {
        tape.ask(&json!({"audit_trail": {"limit": 100, "language": language}}));
    }
    let book = |phrase: &str| {
        json!({
            "language": "de", "somebody": "jemand", "something": "etwas",
            "phrases": {"task.started": phrase},
        })
    };
    let wrong = tape.ask(&json!({"add_message_catalogue": book("{stars}")}));
    assert_eq!(wrong["problem"]["code"], "message_catalogue.invalid");
    tape.ask(&json!({"add_message_catalogue": book("{actor} hat „{item}“ begonnen.")}));
    tape.ask(&json!({"audit_trail": {"after": 6, "limit": 2, "language": "de-AT"}}));
    tape.say("What concerns whom.");
    tape.ask(&json!({"notifications": {"limit": 100, "language": "it"}}));
    let page = tape.ask(&json!({"notifications": {"limit": 100, "person": "carla"}}));
    assert_eq!(page["ok"]["entries"].as_array().map(Vec::len), Some(3));
    tape.ask(&json!({"notifications": {"after": page["ok"]["after"], "limit": 100, "person": "carla"}}));
    tape.ask(&json!({"notifications": {"limit": 100, "person": "nobody"}}));
    let _: Value = tape.ask(&json!({"notifications": {"limit": 100, "language": "tlh-"}}));
    tape.text
}
