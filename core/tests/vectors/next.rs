//! What next.

use interlink::governance::Shipped;
use serde_json::json;

use crate::tape::{Tape, id, items, model, template};

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("What next: what each person can do now, why, and what waits for whom.");
    tape.say("Before the first step: which governance model and template fit.");
    let asked = tape.ask(&json!({"guide": {}}));
    assert_eq!(asked["ok"]["questions"].as_array().map(Vec::len), Some(4));
    let answers =
        json!({"designs": "together", "delivers": "together", "decides": "together", "begins": "event"});
    let fits = tape.ask(&json!({"guide": {"answers": answers, "language": "it"}}));
    assert_eq!(fits["ok"]["models"][0]["id"], "interlink.g+g");
    assert_eq!(fits["ok"]["templates"][0]["id"], "hackathon");
    tape.ask(&json!({"guide": {"answers": {"designs": "administration", "delivers": "citizens", "where": "here"}}}));
    let city = tape.found("anna", "city", "public_administration");
    let team = json!({"team": "officers", "name": {"en": "The officers"}, "kind": "public_administration"});
    tape.act("anna", &city, "team.create", team);
    tape.act("anna", &city, "team_member.add", json!({"team": "officers", "person": "carla"}));
    let document = tape.ask(&json!({"add_document": template()}))["ok"]["document"].clone();
    let process = tape.create(
        "anna",
        json!({
            "name": {"en": "Garden", "it": "Giardino"}, "language": "en", "governance": model(Shipped::GPlusG),
            "template": document, "acting_for": "city",
        }),
    );
    let of = items(&mut tape, &id(&process));
    tape.say("Whoever began it is told what it lacks, after what can be done.");
    let next = |tape: &mut Tape, who: &str, language: &str, limit: u32| {
        let (at, process) = (tape.now(), id(&process));
        tape.ask(&json!({"next": {"person": who, "process": process, "at": at, "language": language, "limit": limit}}))
    };
    let first = next(&mut tape, "anna", "en", 10);
    assert_eq!(first["ok"]["steps"][0]["act"], "task.start");
    let role = |holder, role: &str| json!({"holder": holder, "role": role});
    tape.act("anna", &process, "role.grant", role(json!({"team": "officers"}), "public_partner"));
    tape.act("anna", &process, "role.grant", role(json!({"person": "dora"}), "civic_partner"));
    let mut part = role(json!({"person": "emil"}), "contributor");
    part["item"] = of["do"].clone();
    tape.act("anna", &process, "role.grant", part);
    tape.act("anna", &process, "item.schedule", json!({"item": of["invite"], "end": "2026-03-01"}));
    tape.act(
        "anna",
        &process,
        "assignment.make",
        json!({"item": of["invite"], "holder": {"person": "dora"}}),
    );
    tape.act(
        "anna",
        &process,
        "assignment.make",
        json!({"item": of["agree"], "holder": {"team": "officers"}}),
    );
    tape.say("What is asked by name and late comes first, in whatever language.");
    for language in ["en", "es", "it", "lv", "de"] {
        let late = next(&mut tape, "dora", language, 2);
        assert_eq!(late["ok"]["steps"][0]["group"], "overdue");
    }
    tape.say("Whoever has a role on a part is told that it waits, and not for what.");
    let hidden = next(&mut tape, "emil", "en", 10);
    assert_eq!(hidden["ok"]["steps"][0]["reasons"][0]["code"], "next.waits_hidden");
    tape.say("A decision that frees others comes before everything else.");
    let gate = json!({"permission": "prerequisite.waive", "item": of["do"], "matter": {"on": of["plan"]}});
    let pass = json!({"item": of["do"], "on": of["plan"], "reason": "It thawed."});
    let give = tape.ask_approval("dora", &process, &gate, ("prerequisite.waive", &pass));
    let decision = next(&mut tape, "carla", "en", 1);
    assert_eq!(decision["ok"]["steps"][0]["act"], "approval.give");
    tape.act("carla", &process, "approval.give", give);
    let ready = next(&mut tape, "dora", "en", 1);
    assert_eq!(ready["ok"]["steps"][0]["act"], "prerequisite.waive");
    tape.say("A finished task is permitted to be started, and is never next.");
    for kind in ["task.start", "task.complete"] {
        tape.act("dora", &process, kind, json!({"item": of["invite"]}));
    }
    let at = tape.now();
    tape.ask(&json!({"check": {"actor": "dora", "permission": "task.start", "process": id(&process), "item": of["invite"], "at": at}}));
    next(&mut tape, "dora", "en", 10);
    tape.say("Over everything; what is mine; and who is not known.");
    tape.ask(&json!({"next": {"person": "carla", "at": at, "limit": 3}}));
    tape.ask(&json!({"my": {"person": "carla", "at": at}}));
    tape.ask(&json!({"my": {"person": "dora", "at": at, "language": "it"}}));
    let nobody = tape.ask(&json!({"next": {"person": "nobody", "at": at, "limit": 3}}));
    assert_eq!(nobody["ok"]["total"], 0);
    tape.ask(&json!({"next": {"person": "carla", "process": "0".repeat(32), "at": at, "limit": 3}}));
    tape.text
}
