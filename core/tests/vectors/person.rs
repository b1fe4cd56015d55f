//! What is held about a person, and her erasure.

use interlink::governance::Shipped;
use serde_json::json;

use crate::tape::{Tape, id, items, model, template};

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("A person: what is held about her, and her erasure.");
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
    let holder = json!({"person": "dora@mail.example"});
    tape.act(
        "anna",
        &process,
        "assignment.make",
        json!({"item": of["invite"], "holder": holder, "text": "You know everybody."}),
    );
    tape.act("dora@mail.example", &process, "participation.ask", json!({"text": "I would like to help."}));
    let grant = json!({"holder": {"person": "dora@mail.example"}, "role": "contributor"});
    tape.act("anna", &process, "role.grant", grant.clone());
    let claim = json!({"item": of["invite"], "kind": "development", "text": "I asked everybody."});
    tape.act("dora@mail.example", &process, "contribution.claim", claim.clone());
    let about = tape.ask(&json!({"subject_access": {"person": "dora@mail.example"}}));
    let person = about["ok"]["person"]["person_id"].as_str().unwrap().to_owned();
    let stream = json!(format!("person/{person}"));
    tape.refused("person.not_permitted", "eva", &stream, "person.erase", json!({}));
    tape.refused("person.reason", "anna", &stream, "person.erase", json!({"acting_for": "city"}));
    let nobody = json!(format!("person/{}", "9".repeat(32)));
    let data = json!({"acting_for": "city", "reason": "She asked for it in person."});
    tape.refused("party.unknown", "anna", &nobody, "person.erase", data.clone());
    tape.act("anna", &stream, "person.erase", data.clone());
    tape.refused("person.erased", "anna", &stream, "person.erase", data);
    tape.ask(&json!({"subject_access": {"person": "dora@mail.example"}}));
    tape.ask(&json!({"party": {"host_id": "dora@mail.example"}}));
    tape.ask(&json!({"work": {"process": id(&process)}}));
    tape.ask(&json!({"audit_trail": {"limit": 100}}));
    tape.say("She comes back; in this process she has had her say, as long as it goes on.");
    tape.act("anna", &process, "role.grant", grant);
    tape.refused(
        "person.already_counted",
        "dora@mail.example",
        &process,
        "contribution.claim",
        claim.clone(),
    );
    tape.refused("permission.denied", "dora@mail.example", &process, "process.close", json!({}));
    tape.act("anna", &process, "process.close", json!({}));
    tape.refused("process.closed", "dora@mail.example", &process, "contribution.claim", claim);
    tape.say("What is closed is read, and nothing else; a check says so.");
    let at = tape.now();
    for permission in ["process.view", "task.start"] {
        let check = json!({"process": id(&process), "actor": "anna", "permission": permission, "at": at});
        let allowed = tape.ask(&json!({"check": check}))["ok"]["allowed"].clone();
        assert_eq!(allowed, permission == "process.view");
    }
    tape.ask(&json!({"permissions": {"process": id(&process), "party": {"person": "anna"}, "at": at}}));
    tape.ask(&json!({"tree": {"process": id(&process), "language": "en"}}));
    tape.ask(&json!({"verify": {}}));
    tape.text
}
